"""What speaks and what listens: Qt without widgets. Its face for the views is `spreker.Spreker`."""
