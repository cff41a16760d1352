"""Files of the open document: what is opened, saved, copied, and found again."""
