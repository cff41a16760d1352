"""Actions, menus, keys, and the pages that they open."""
