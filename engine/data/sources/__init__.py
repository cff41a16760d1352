"""Where rows come from: the sources by their names, and what no file holds."""
