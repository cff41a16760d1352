"""Nothing is lost: work is kept as it is done, and comes back."""
