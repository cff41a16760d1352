"""The rows: which there are, in which order, and what is painted of them."""
