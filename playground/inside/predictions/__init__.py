"""Confusions and mistakes."""
