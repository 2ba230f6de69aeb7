"""The central store: its schema, what it grants, and looking after it. No laptop needs this."""
