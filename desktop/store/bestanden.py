"""Names of the files in the folder of data. Imports nothing: the lock screen needs them at once."""

GEGEVENS = "viergesprek.db"
SLEUTEL = "viergesprek.sleutel"
