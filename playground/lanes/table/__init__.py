"""The table of the lanes: a model, the order it is shown in, and a view with its cells."""
