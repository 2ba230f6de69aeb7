"""The interpreter's window: the question in two languages, side by side. Knows no store."""
