"""What was kept long enough, the one decision about it, and copies of the file."""
