"""Where two people filled in something else: what everybody said, and which of it holds."""
