"""How often the window shows what the training thread has done."""

from __future__ import annotations

FRAME = 1 / 30
"""Seconds between two snapshots."""
