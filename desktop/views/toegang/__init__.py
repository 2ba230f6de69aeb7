"""Who may see a dossier: the card, sharing, handing over, absence, and breaking the glass."""
