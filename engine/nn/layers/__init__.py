"""Layers, one kind a file, and what they are made of."""
