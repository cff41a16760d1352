"""What is wrong with a run, and what helps, in words from its own numbers."""
