"""What is against a plan, said beside the place where it was tried."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.fouten import Domeinfout
from desktop.models.toetsrooster import Bezwaar, Roosterfout
from desktop.taal import _
from desktop.views.widgets.indeling import knop, regel

BREED = 320
RAND = 8


def zinnen(fout: Domeinfout) -> list[str]:
    """All refusals, in the language of the user."""
    if isinstance(fout, Roosterfout):
        return bezwaarzinnen(fout.bezwaren)
    return [_(fout.zin).format(**fout.waarden)]


def bezwaarzinnen(bezwaren: Iterable[Bezwaar]) -> list[str]:
    """Each once, in their order."""
    return list(dict.fromkeys(_(b.zin).format(**b.waarden) for b in bezwaren))


def in_de_weg(fout: Domeinfout) -> frozenset[str]:
    """The bookings that are in the way."""
    bezwaren = fout.bezwaren if isinstance(fout, Roosterfout) else ()
    return frozenset(b.sessie_id for b in bezwaren if b.sessie_id)


class Agendabel(QFrame):
    """A plate over the calendar; a click, Escape or the next gesture takes it away."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._vlak = parent
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
        self.hide()

    def zeg(self, kop: str, regels: list[str], bij: QRectF) -> None:
        """Says it beside this place, within the calendar."""
        self.kop.setText(kop)
        self.tekst.setText("\n\n".join(regels))
        self.setAccessibleName(kop)
        self.setAccessibleDescription(" ".join(regels))
        binnen = BREED - 24
        hoog = 8 + 44 + self.tekst.heightForWidth(binnen) + 24
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

    def mousePressEvent(self, gebeurtenis: object) -> None:
        self.hide()

    @property
    def zin(self) -> str:
        """What it says."""
        return self.tekst.text()
