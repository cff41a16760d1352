"""What lanes have reached and what they cost, in texts."""
