"""Branches with another network, offered where a layer or a lane is."""
