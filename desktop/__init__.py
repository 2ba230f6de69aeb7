"""Viergesprek: steers the brede intake of the Wet inburgering 2021."""

__version__ = "0.5.0"
