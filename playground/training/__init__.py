"""The training panel and the toolbar."""
