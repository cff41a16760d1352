"""A digit that you draw."""
