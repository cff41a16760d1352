"""Which setting is best, and whether a difference means anything: docs/verdict.md."""
