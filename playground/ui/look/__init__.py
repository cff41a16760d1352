"""Colours, fonts, distances, icons."""
