"""What every panel is made of, and no panel in particular."""
