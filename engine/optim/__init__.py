"""Optimizers, learning-rate schedules, and early stopping."""
