"""Augmentation: training pictures moved, turned, mirrored, cut and made grainy, another way at every step."""
