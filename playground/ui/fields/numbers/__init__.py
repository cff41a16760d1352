"""Editors of numbers."""
