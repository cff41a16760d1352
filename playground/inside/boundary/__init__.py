"""Decision boundaries."""
