"""The view of filters: their weights now and at the start, and the patches of rows in which each finds most."""
