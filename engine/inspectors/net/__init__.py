"""The network itself, for who draws it: its units and weights, one step, the plane as its layers bend it."""
