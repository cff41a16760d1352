"""Training: steps, batches, threads, and what is known of a run.

The room has the name of the function that ``from engine import train`` asks for; so it can be called in its place.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import Any


class _Room(ModuleType):
    def __call__(self, *args: Any, **settings: Any) -> Any:
        """See `engine.api.training.train`."""
        return import_module("engine.api.training").train(*args, **settings)  # by name: a floor above


sys.modules[__name__].__class__ = _Room
