"""The exchange with the centre as somebody at the laptop meets it."""
