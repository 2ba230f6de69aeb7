"""Durability: the process is killed, and everything that was done is still there."""
