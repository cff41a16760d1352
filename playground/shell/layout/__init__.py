"""Where things lie: the panels in the window, the window on the screen, and the way of the Tab key."""
