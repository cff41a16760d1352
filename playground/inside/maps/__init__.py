"""The view of maps: what each layer makes of a picture, and what a number of it is made of."""
