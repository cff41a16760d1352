"""What goes on inside the network, a view at a time."""
