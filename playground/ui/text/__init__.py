"""Words and numbers as the window writes them."""
