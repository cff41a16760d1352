"""The dockable panels, one a file. Data enters by the ``show_`` methods, wishes leave by signals."""
