"""Comparisons that take one click: each makes lanes that differ in one thing, and says what that shows."""
