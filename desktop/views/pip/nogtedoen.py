"""What is still to be done before the plan can be set; blocking points and hints apart."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.models.pipfeiten import Bevinding
from desktop.taal import _, meervoud
from desktop.views.pip.plek import Planplek
from desktop.views.pip.puntenlijst import Punt, Puntenlijst
from desktop.views.pip.woorden import bevinding_in_woorden, regel_in_woorden

BREED, LAAG = 288, 208


class Nogtedoen(Puntenlijst):
    """What the rules find now."""

    def __init__(self, plek: Planplek, parent: QWidget) -> None:
        super().__init__(parent, breed=BREED, laag=LAAG, vouwt_in=True)
        self._plek = plek

    def ververs(self) -> None:
        """Asks the rules again."""
        bevindingen = self._plek.beeld.bevindingen
        moet = [_punt(b) for b in bevindingen if b.blokkeert]
        tips = [_punt(b) for b in bevindingen if not b.blokkeert]
        delen = [meervoud("{aantal} punt", "{aantal} punten", len(moet))] if moet else []
        if tips:
            delen.append(meervoud("{aantal} tip", "{aantal} tips", len(tips)))
        vol = _("✓ Alles wat nodig is staat erin. Je kunt het vaststellen.")
        self.toon(
            [(_("Nodig voor het vaststellen"), moet), (_("Goed om te weten"), tips)],
            klaar="" if moet else vol,
            telling=", ".join(delen),
        )


def _punt(bevinding: Bevinding) -> Punt:
    tekst = bevinding_in_woorden(bevinding)
    soort = _("Nodig") if bevinding.blokkeert else _("Tip")
    return Punt(
        bevinding,
        bevinding.veld,
        tekst,
        regel_in_woorden(bevinding),
        f"{soort}: {tekst} ({_(bevinding.regel)})",
        bevinding.blokkeert,
    )
