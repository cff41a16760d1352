"""The open document: experiment, undo stack, run, files."""
