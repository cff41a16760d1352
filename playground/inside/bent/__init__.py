"""The plane of two features as each hidden layer bends it."""
