"""Dropout's masks and losses."""
