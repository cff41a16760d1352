"""Files of any kind: opened, unpacked, told apart from what is no data, and quoted."""
