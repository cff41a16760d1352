"""The view of moved rows: what lanes still know when held-out pictures are moved, turned and dimmed."""
