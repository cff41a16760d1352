"""How well each class is told from the others, for the lane in focus."""
