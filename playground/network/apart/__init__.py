"""One step taken apart: its numbers on the drawing, phase by phase, and the equation of one weight below."""
