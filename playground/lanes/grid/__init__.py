"""Lanes as a map of two settings."""
