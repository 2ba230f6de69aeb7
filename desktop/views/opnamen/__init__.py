"""Voices: recording people who read the texts aloud, and trying the synthetic ones."""
