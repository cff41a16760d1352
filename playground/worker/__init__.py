"""The thread that trains. Only `thread` knows Qt."""
