"""Training: steps, batches, threads, and what is known of a run."""
