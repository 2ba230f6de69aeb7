"""The output that was chosen, and what happens when a headset is pulled out while it speaks."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject

from desktop.speech.apparaten import Apparaat, Apparaten, Geheugen
from desktop.speech.fouten import geen_geluid, geen_kaart, kaart_weg, kaart_weg_stil
from desktop.speech.klank import Klank
from desktop.speech.uitvoer import Stilte, Uitvoer

SLEUTEL = "geluid_uit"
_OPNIEUW_S = 60
"""So long a device that failed is not tried again, unless something is plugged in."""


class Uitgang(Uitvoer):
    """Plays on the chosen device, else on the system's own, else in silence: it never fails.

    The choice stays when its device is away: plugged in again, it is used again.
    """

    def __init__(
        self,
        apparaten: Apparaten,
        geheugen: Geheugen | None = None,
        stilte: Stilte | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._apparaten, self._geheugen = apparaten, geheugen
        self._stilte = stilte or Stilte(self)
        self._stilte.klaar.connect(self._klaar)
        self._keuze: str | None = None
        self._baan: Uitvoer = self._stilte
        self._code = ""
        self._klank: Klank | None = None
        self._gemeld = False
        self._geweigerd: dict[str, float] = {}
        apparaten.veranderd.connect(self._kijk)

    @property
    def hoorbaar(self) -> bool:  # type: ignore[override]
        """False without a device: then nobody hears anything."""
        return bool(self._apparaten.uitvoer())

    def keuzes(self) -> list[Apparaat]:
        """What can be chosen; the system's own choice first."""
        return self._apparaten.uitvoer()

    @property
    def gekozen(self) -> str:
        """Code of the chosen device, also when it is away; empty is the system's choice."""
        if self._keuze is None:
            if self._geheugen is None or self._geheugen.op_slot:
                return ""
            self._keuze = self._geheugen.lokaal(SLEUTEL) or ""
        return self._keuze

    def kies(self, code: str) -> None:
        """Plays on this one from the next sound on, and remembers it on this laptop."""
        self._keuze = code
        self._geweigerd.pop(code, None)
        if self._geheugen is not None:
            self._geheugen.onthoud(SLEUTEL, code or None)

    def speel(self, klank: Klank) -> None:
        self.stop()
        self._klank = klank
        self._begin(self._beste())

    def stop(self) -> None:
        self._klank = None
        self._baan.stop()

    def _beste(self) -> str:
        nu = time.monotonic()
        codes = [
            a.code
            for a in self._apparaten.uitvoer()
            if nu - self._geweigerd.get(a.code, -_OPNIEUW_S) >= _OPNIEUW_S
        ]
        return self.gekozen if self.gekozen in codes else next(iter(codes), "")

    def _begin(self, code: str) -> None:
        if self._klank is None:
            return
        self._neem(code)
        if self._baan is self._stilte:
            self._meld_stil()
        else:
            self._gemeld = False
        self._baan.speel(self._klank)

    def _neem(self, code: str) -> None:
        """Makes this the device to play on; silence when it cannot be opened."""
        if code == self._code and self._baan is not self._stilte:
            return
        if self._baan is not self._stilte:
            self._baan.stop()
            self._baan.deleteLater()
        self._baan, self._code = self._stilte, ""
        if not code:
            return
        try:
            baan = self._apparaten.open_uitvoer(code)
        except LookupError:
            return
        baan.setParent(self)
        baan.klaar.connect(self._klaar)
        baan.weg.connect(self._stap_over)
        self._baan, self._code = baan, code

    def _meld_stil(self) -> None:
        if not self._gemeld:
            self._gemeld = True
            self.melding.emit(geen_kaart() if self._apparaten.compleet else geen_geluid())

    def _klaar(self) -> None:
        if self._klank is not None:
            self._klank = None
            self.klaar.emit()

    def _kijk(self) -> None:
        """Devices came or went: when ours went, another says it again from its beginning."""
        if self._code and self._code not in [a.code for a in self._apparaten.uitvoer()]:
            self._stap_over()
        elif self._apparaten.uitvoer():
            self._gemeld = False
            self._geweigerd.clear()

    def _stap_over(self) -> None:
        klank = self._klank
        self._geweigerd[self._code] = time.monotonic()
        self._neem("")
        if klank is None:
            return
        self._neem(self._beste())
        self._gemeld = True
        stil = self._baan is self._stilte
        self.melding.emit(kaart_weg_stil() if stil else kaart_weg())
        if self._klank is klank:  # who heard the sentence may have stopped it
            self._baan.speel(klank)
