"""The engine as a library: what ``from engine import ...`` gives, see `engine.__all__`."""
