"""Papers that leave the program: the summary for the file, and the client's own page."""
