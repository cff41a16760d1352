"""What the columns of a table are: their kinds and roles, what is proposed for a new file, and what is found."""
