"""The pieces of exported scripts. Their source is what a script is made of, so each stands on NumPy alone.

A script gets only the pieces that it needs, and constants for the settings: see `engine.export.script`.
"""

from typing import Any, TypeAlias

from numpy.typing import NDArray

Array: TypeAlias = NDArray[Any]
