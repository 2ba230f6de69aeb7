"""The legal dates of one dossier: a timeline, and why each day is that day."""
