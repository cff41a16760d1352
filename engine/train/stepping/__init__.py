"""Steps: batches, the way from one to the update, and lanes spread over threads."""
