"""The window itself: layout and wiring."""
