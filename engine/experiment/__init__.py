"""What an experiment says, its lanes, and the edits that make a new one of it."""
