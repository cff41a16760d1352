"""The controls in the cells of a lane."""
