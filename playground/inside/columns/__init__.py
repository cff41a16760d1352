"""Which columns of a table the lane in focus relies on."""
