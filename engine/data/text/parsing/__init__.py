"""The cells of a text file become numbers and words: in threads, some hundred thousand bytes at a time."""
