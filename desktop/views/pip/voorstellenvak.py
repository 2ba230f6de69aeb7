"""Proposed sentences under one heading: each with its origin; health stands apart."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.pipinhoud import Regel
from desktop.taal import _
from desktop.views.pip.plek import Planplek
from desktop.views.pip.tekstknop import Tekstknop
from desktop.views.pip.woorden import afkomst_in_woorden, bij_regel_in_woorden
from desktop.views.widgets.indeling import knop, regel


class Voorstellenvak(QFrame):
    """`leeg`: everything was taken over."""

    leeg = Signal()

    def __init__(self, plek: Planplek, parent: QWidget) -> None:
        super().__init__(parent)
        self._plek = plek
        self._regels: tuple[Regel, ...] = ()
        self.knoppen: dict[str, Tekstknop] = {}
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(0, 8, 0, 0)
        buiten.setSpacing(4)
        kop = QHBoxLayout()
        self.titel = regel(_("Voorstellen. Klik op een zin om die over te nemen."), "klein", self)
        self.alle = knop(_("Neem alle over"), "stil", self)
        self.alle.clicked.connect(self._neem_alle)
        kop.addWidget(self.titel, 1)
        kop.addWidget(self.alle)
        buiten.addLayout(kop)
        self._gewoon = QVBoxLayout()
        self._gewoon.setSpacing(4)
        buiten.addLayout(self._gewoon)
        self.apart = regel(
            _("Over gezondheid. Kies per zin of die in het plan hoort."), "klein", self
        )
        buiten.addWidget(self.apart)
        self._gezond = QVBoxLayout()
        self._gezond.setSpacing(4)
        buiten.addLayout(self._gezond)

    def toon(self, regels: tuple[Regel, ...]) -> None:
        """Shows what can still be taken over; what stood there already stays where it is."""
        if regels == self._regels:
            self._toon_alle()  # a sentence that was typed counts
            return
        self._regels = regels
        nieuw = {r.id for r in regels}
        for id_ in [i for i in self.knoppen if i not in nieuw]:
            self._haal_weg(id_)
        gewoon = [r for r in regels if not r.gezondheid]
        gezond = [r for r in regels if r.gezondheid]
        for vak, rij in ((self._gewoon, gewoon), (self._gezond, gezond)):
            for n, voorstel in enumerate(rij):
                if voorstel.id not in self.knoppen:
                    vak.insertWidget(n, self._knop(voorstel))
        self.titel.setVisible(bool(gewoon))
        self._toon_alle()
        self.apart.setVisible(bool(gezond))
        if not regels:
            self.leeg.emit()

    def _toon_alle(self) -> None:
        """Says so where one press takes only the first of them."""
        mee = len(self._over_te_nemen())
        alle = mee == sum(not r.gezondheid for r in self._regels)
        eerste = _("Neem de eerste {aantal} over").format(aantal=mee)
        self.alle.setText(_("Neem alle over") if alle else eerste)
        self.alle.setVisible(mee > 1)

    def _over_te_nemen(self) -> tuple[Regel, ...]:
        return self._plek.over_te_nemen(*dict.fromkeys(r.onderdeel for r in self._regels))

    def _knop(self, voorstel: Regel) -> Tekstknop:
        nieuw = Tekstknop(self)
        delen = (afkomst_in_woorden(voorstel.afkomst), bij_regel_in_woorden(voorstel))
        nieuw.zet(voorstel.tekst, "  ·  ".join(d for d in delen if d), teken="+")
        nieuw.setAccessibleName(
            _("Neem over: {zin} {herkomst}").format(zin=voorstel.tekst, herkomst=nieuw.onder)
        )
        nieuw.clicked.connect(partial(self._neem, voorstel))
        self.knoppen[voorstel.id] = nieuw
        return nieuw

    def _haal_weg(self, id_: str) -> None:
        weg = self.knoppen.pop(id_)
        if weg.hasFocus():
            weg.focusNextChild()
        weg.hide()
        weg.deleteLater()

    def _neem(self, voorstel: Regel) -> None:
        self._plek.neem_over(voorstel)

    def _neem_alle(self) -> None:
        self._plek.neem_over(*self._over_te_nemen())

    def richt(self) -> None:
        """The keyboard at the first proposal."""
        for voorstel in sorted(self._regels, key=lambda r: r.gezondheid):
            self.knoppen[voorstel.id].setFocus(Qt.FocusReason.OtherFocusReason)
            return
