"""The window and the command line."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("nn-playground")
except PackageNotFoundError:  # run from a checkout that was never installed
    __version__ = "unknown"
