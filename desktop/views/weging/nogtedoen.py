"""What is missing before it can be decided, from the start."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.models.wegingwoorden import zin as zin_van
from desktop.taal import _, meervoud
from desktop.views.pip.puntenlijst import Punt, Puntenlijst
from desktop.views.weging.plek import Wegingplek

BREED, LAAG = 264, 184


class Nogtedoen(Puntenlijst):
    """`naar` carries a `Gemis.veld`."""

    def __init__(self, plek: Wegingplek, parent: QWidget) -> None:
        super().__init__(parent, breed=BREED, laag=LAAG, vouwt_in=False)
        self._plek = plek

    def ververs(self) -> None:
        """Shows what is missing now."""
        punten = [Punt(gemis, gemis.veld, zin_van(gemis)) for gemis in self._plek.beeld.gemis]
        aantal = len(punten)
        self.toon(
            [("", punten)],
            klaar="" if punten else _("✓ Alles is er. Je kunt besluiten."),
            telling=meervoud("{aantal} punt", "{aantal} punten", aantal) if aantal else "",
        )
