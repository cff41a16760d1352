"""Sweeps: many trials of an experiment, gathered into batches of lanes, here or on a cluster (docs/sweeps.md)."""
