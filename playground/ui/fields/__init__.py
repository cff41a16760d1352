"""Editors of an experiment's fields."""
