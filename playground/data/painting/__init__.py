"""Painting points to learn from: strokes, the canvas, the tools around it, and a larger window of the same."""
