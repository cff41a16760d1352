"""Rows before the network sees them: split, prepared, scaled, and turned into targets."""
