"""Remedies are tried on copies of a lane before they are offered."""
