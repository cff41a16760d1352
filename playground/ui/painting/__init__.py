"""What plots and pictures are painted with."""
