"""The data sheet: each column of a person's own table, what it is for, and how its file is read."""
