"""What was typed in the dossier form and not kept yet: on disk within 300 ms."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QTimer

from desktop.models.formulier import Invoer, Rij, gewijzigde_velden
from desktop.store.journaal import Gezien
from desktop.views.werkplek import Werkplek

WACHT_MS = 300


@dataclass(frozen=True)
class Concept:
    """What differs from the stored dossier, and the heads of the row when typing began."""

    velden: dict[str, str] = field(default_factory=dict)
    doelgroepen: tuple[Rij, ...] | None = None
    huisgenoten: tuple[Rij, ...] | None = None
    koppen: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def van(cls, invoer: Invoer, begin: Invoer, gezien: Gezien | None) -> Concept | None:
        """The draft of a form; None when nothing was changed."""
        anders = gewijzigde_velden(invoer, begin)
        groepen = tuple(invoer.doelgroepen)
        gezin = tuple(invoer.huisgenoten)
        concept = cls(
            {veld: tekst for veld, tekst in invoer.velden.items() if veld in anders},
            groepen if groepen != tuple(begin.doelgroepen) else None,
            gezin if gezin != tuple(begin.huisgenoten) else None,
            dict(gezien.koppen) if gezien else {},
        )
        leeg = not anders and concept.doelgroepen is None and concept.huisgenoten is None
        return None if leeg else concept

    def over(self, begin: Invoer) -> Invoer:
        """The draft laid over what is stored now."""
        return Invoer(
            {**begin.velden, **self.velden},
            begin.doelgroepen if self.doelgroepen is None else self.doelgroepen,
            begin.huisgenoten if self.huisgenoten is None else self.huisgenoten,
        )


class Conceptbewaarder(QObject):
    """Keeps the draft of one form under its key, soon after each change."""

    def __init__(
        self, werkplek: Werkplek, maak: Callable[[], Concept | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._werkplek = werkplek
        self._maak = maak
        self._sleutel = ""
        self._klok = QTimer(self)
        self._klok.setSingleShot(True)
        self._klok.setInterval(WACHT_MS)
        self._klok.timeout.connect(self.schrijf)
        self._open = False

    def begin(self, dossier_id: str | None) -> Concept | None:
        """From now on for this dossier; gives the draft that was left, if any."""
        self.schrijf()
        self._sleutel = f"concept:dossier:{dossier_id or 'nieuw'}"
        ruw = self._werkplek.store.lokaal(self._sleutel)
        if not ruw:
            return None
        w = json.loads(ruw)
        return Concept(
            w["velden"],
            None if w["doelgroepen"] is None else tuple(w["doelgroepen"]),
            None if w["huisgenoten"] is None else tuple(w["huisgenoten"]),
            {veld: tuple(koppen) for veld, koppen in w["koppen"].items()},
        )

    def gewijzigd(self) -> None:
        """Something was typed. The clock is not put back, so that typing on cannot delay it."""
        self._open = True
        if not self._klok.isActive():
            self._klok.start()

    def schrijf(self) -> None:
        """Writes now what is still to be written."""
        self._klok.stop()
        # Locked: the form keeps its text, and writes it when it is shown again.
        if not self._open or not self._sleutel or self._werkplek.store.op_slot:
            return
        concept = self._maak()
        tekst = json.dumps(vars(concept), ensure_ascii=False) if concept else None
        if self._werkplek.probeer(lambda: self._werkplek.store.onthoud(self._sleutel, tekst)):
            self._open = False

    def wis(self) -> None:
        """The draft was kept as a dossier, or thrown away."""
        self._klok.stop()
        self._open = False
        self._werkplek.probeer(lambda: self._werkplek.store.onthoud(self._sleutel, None))
