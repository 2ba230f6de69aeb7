"""Screens of the caseload: the list, the form and the sheet of one dossier."""
