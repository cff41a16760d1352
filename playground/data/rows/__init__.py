"""What the rows look like: the first ones, and how often each class or number comes."""
