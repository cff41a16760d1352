"""One layer's row, and the drawing beside it."""
