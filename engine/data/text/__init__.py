"""Tables in text files of any dialect: how they are written is found out, and told."""
