"""Runs at rest: kept, looked back at, branched off from, and gone on with."""
