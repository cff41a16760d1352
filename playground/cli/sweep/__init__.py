"""How a sweep goes, and what came of it, in the terminal."""
