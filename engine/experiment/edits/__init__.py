"""Edits of an experiment: each makes a new one from an old."""
