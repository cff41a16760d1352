"""What a sweep has found: on disk while it goes on, judged, and as a table."""
