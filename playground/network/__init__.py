"""The drawing of the network, from the input to the output: live, to read off, and to build in."""
