"""A person's own file: opening it, what was found in it, and what is done with it."""
