"""What the commands of the command line do. No Qt."""
