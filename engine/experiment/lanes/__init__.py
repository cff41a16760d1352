"""The lanes of an experiment: what each one sets, may set, and what comes of it."""
