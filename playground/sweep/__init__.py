"""Sweeps in the window: one is started in a process of its own, and its trials are looked at."""
