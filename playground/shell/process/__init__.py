"""The program on its computer: how it starts, what it is called, and how it is told to end."""
