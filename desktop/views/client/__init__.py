"""The client's window: pictograms to touch, one question at a time. Knows no store."""
