"""What leads a person on: the story that each preset tells, the next steps, and the introduction."""
