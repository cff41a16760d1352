"""What `make bench` runs: how fast the playground is, in ratios of things timed side by side."""
