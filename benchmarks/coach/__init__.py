"""The yardstick of the diagnosis: runs whose trouble is known, what it says of them, and what its remedies do."""
