"""What a person should know of their own rows, each with what mends it."""
