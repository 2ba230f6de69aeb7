"""What the client asks about the own data, and the papers that answer it."""
