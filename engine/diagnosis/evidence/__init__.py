"""What a diagnosis goes by: the numbers of one lane, and how they are found."""
