"""The network and everything headless: NumPy in, numbers out. Nothing here knows of Qt."""
