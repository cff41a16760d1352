"""What curves and axes are painted with: points that are kept, lines that are drawn, plots around them."""
