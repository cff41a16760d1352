"""The lanes panel."""
