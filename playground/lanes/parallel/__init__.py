"""Settings and results of all lanes as parallel coordinates, in which ranges are brushed."""
