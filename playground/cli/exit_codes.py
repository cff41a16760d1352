"""What the command line ends with."""

from typing import Final

DONE: Final = 0
FAILED: Final = 1
"""Something outside failed: trials of a sweep, or the cluster that trains them."""
WRONG_INPUT: Final = 2
DIVERGED: Final = 3
INTERRUPTED: Final = 130
"""By Ctrl-C: 128 + SIGINT, as shells have it."""
TERMINATED: Final = 143
"""By SIGTERM."""
