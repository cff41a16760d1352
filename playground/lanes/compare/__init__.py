"""What makes comparisons: chips, the list of all of them, and the strip for those of one's own."""
