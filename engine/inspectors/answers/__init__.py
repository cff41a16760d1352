"""What the network answers to rows: one file a view."""
