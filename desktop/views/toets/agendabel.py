"""What is against a plan, said beside the place where it was tried."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.fouten import Domeinfout
from desktop.models.toetsrooster import Bezwaar, Roosterfout
from desktop.taal import _
from desktop.views.termijnen.dagreden import Dagreden, reden_van
from desktop.views.termijnen.datumknop import Datumknop
from desktop.views.widgets.indeling import knop, regel

BREED = 320
RAND = 8
Datumregel = tuple[str, Dagreden]
"""A sentence with a legal date in it, and why it is that day."""


def zinnen(fout: Domeinfout) -> list[str]:
    """All refusals, in the language of the user."""
    if isinstance(fout, Roosterfout):
        return bezwaarzinnen(fout.bezwaren)
    return [_(fout.zin).format(**fout.waarden)]


def bezwaarzinnen(bezwaren: Iterable[Bezwaar]) -> list[str]:
    """Each once, in their order."""
    return list(dict.fromkeys(_(b.zin).format(**b.waarden) for b in bezwaren))


def datumregels(bezwaren: Iterable[Bezwaar]) -> list[Datumregel]:
    """Those that name the day of a plan."""
    return [
        (_(b.zin).format(**b.waarden), reden_van(b.piptermijn.termijn))
        for b in bezwaren
        if b.piptermijn is not None
    ]


def in_de_weg(fout: Domeinfout) -> frozenset[str]:
    """The bookings that are in the way."""
    bezwaren = fout.bezwaren if isinstance(fout, Roosterfout) else ()
    return frozenset(b.sessie_id for b in bezwaren if b.sessie_id)


class Agendabel(QFrame):
    """A plate over the calendar; a click, Escape or the next gesture takes it away."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._vlak = parent
        self.datums: list[Datumknop] = []
        self.setProperty("soort", "vraagbalk")
        self.setFixedWidth(BREED)
        blad = QVBoxLayout(self)
        blad.setContentsMargins(16, 8, 8, 16)
        blad.setSpacing(4)
        kop = QHBoxLayout()
        self.kop = regel("", "veldnaam", self)
        self.sluit = knop(_("Sluit"), "stil", self)
        self.sluit.clicked.connect(self.hide)
        kop.addWidget(self.kop, 1)
        kop.addWidget(self.sluit)
        blad.addLayout(kop)
        self.tekst = regel("", "gewoon", self)
        blad.addWidget(self.tekst)
        self._datums = QVBoxLayout()
        self._datums.setSpacing(8)
        blad.addLayout(self._datums)
        self.hide()

    def zeg(
        self, kop: str, regels: list[str], bij: QRectF, datums: Sequence[Datumregel] = ()
    ) -> None:
        """Says it beside this place, within the calendar; `datums` can say why."""
        self.kop.setText(kop)
        self.tekst.setText("\n\n".join(regels))
        self.tekst.setVisible(bool(regels))
        self.setAccessibleName(kop)
        self.setAccessibleDescription(" ".join((*regels, *(zin for zin, _reden in datums))))
        binnen = BREED - 24
        hoog = 8 + 44 + 24 + (self.tekst.heightForWidth(binnen) if regels else 0)
        hoog += self._zet_datums(datums, binnen)
        self.setFixedHeight(hoog)
        vlak = self._vlak.rect()
        x = bij.right() + RAND
        if x + BREED > vlak.width() - RAND:
            x = bij.left() - BREED - RAND
        x = min(max(x, RAND), vlak.width() - BREED - RAND)
        y = min(max(bij.top(), RAND), max(RAND, vlak.height() - hoog - RAND))
        self.move(int(x), int(y))
        self.show()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _zet_datums(self, datums: Sequence[Datumregel], breed: int) -> int:
        """How high they are together."""
        for oud in self.datums:
            self._datums.removeWidget(oud)
            oud.hide()
            oud.deleteLater()
        self.datums = []
        hoog = 0
        for zin, reden in datums:
            knop_ = Datumknop(self, "gewoon")
            knop_.zet(zin, reden)
            self._datums.addWidget(knop_)
            knop_.show()
            self.datums.append(knop_)
            hoog += knop_.heightForWidth(breed) + 8
        return hoog

    def mousePressEvent(self, gebeurtenis: object) -> None:
        self.hide()

    @property
    def zin(self) -> str:
        """What it says."""
        delen = (self.tekst.text(), *(knop_.text() for knop_ in self.datums))
        return "\n\n".join(deel for deel in delen if deel)
