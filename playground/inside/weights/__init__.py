"""Weights, gradients, and the penalty as a force."""
