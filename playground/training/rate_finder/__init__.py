"""The learning-rate finder: a window of its own with a curve to read off, and its thread."""
