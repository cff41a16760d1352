"""One plot of the lanes over the steps: its lines, axes and marks."""
