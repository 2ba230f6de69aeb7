"""Names of the files in the folder of data. Imports nothing: the lock screen needs them at once."""

GEGEVENS = "viergesprek.db"
SLEUTEL = "viergesprek.sleutel"
KOPIEEN = "reservekopieen"
OPZIJ = "opzij"
"""Folder with what stood here before a copy was put back."""
TERUGZETTEN = ".terugzetten"
"""Folder in which a copy is made ready to be put back."""
