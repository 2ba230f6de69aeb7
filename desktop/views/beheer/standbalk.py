"""How far a language is, as one bar; the numbers stand beside it, never the colour alone."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.models.vertaaldekking import Gebrek, Stand
from desktop.taal import _
from desktop.views.stijl import kleuren
from desktop.views.widgets.kortlabel import Kortlabel

_HOOG = 16


def standwoord(stand: Stand) -> str:
    """How the beheerder reads it."""
    return {
        Stand.ONTBREEKT: _("Ontbreekt"),
        Stand.ONZEKER: _("Onzeker"),
        Stand.CONCEPT: _("Concept"),
        Stand.NAGEKEKEN: _("Nagekeken"),
        Stand.BEEDIGD: _("Beëdigd"),
    }[stand]


def gebrekzin(gebrek: Gebrek) -> str:
    """Why a text counts as missing."""
    return {
        Gebrek.GEEN: "",
        Gebrek.LEEG: _("Deze tekst is nog niet vertaald."),
        Gebrek.VEROUDERD: _("Het Nederlands is veranderd. De vertaling past er niet meer bij."),
        Gebrek.NEDERLANDS: _("Hier staat nog Nederlands."),
        Gebrek.ENGELS: _("Hier staat Engels, niet de taal van de cliënt."),
        Gebrek.SCHRIFT: _("Dit is niet het schrift van deze taal."),
    }[gebrek]


def standkwast(stand: Stand) -> QBrush:
    """Its colour; what nobody can trust yet is hatched."""
    k = kleuren()
    match stand:
        case Stand.ONTBREEKT:
            return QBrush(QColor(k.aandacht))
        case Stand.ONZEKER:
            return QBrush(QColor(k.aandacht), Qt.BrushStyle.BDiagPattern)
        case Stand.CONCEPT:
            return QBrush(QColor(k.rand_sterk), Qt.BrushStyle.Dense4Pattern)
        case Stand.NAGEKEKEN:
            return QBrush(QColor(k.accent))
        case Stand.BEEDIGD:
            return QBrush(QColor(k.goed))


class Standbalk(QWidget):
    """One bar, as long as the language has texts."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._aantallen: Mapping[Stand, int] = {}
        self.setMinimumWidth(96)
        self.setFixedHeight(_HOOG)

    def sizeHint(self) -> QSize:
        return QSize(240, _HOOG)

    def toon(self, aantallen: Mapping[Stand, int]) -> None:
        """Shows these counts."""
        self._aantallen = aantallen
        self.setAccessibleName(
            ", ".join(f"{standwoord(stand)} {aantal}" for stand, aantal in aantallen.items())
        )
        self.update()

    def paintEvent(self, gebeurtenis: QPaintEvent) -> None:
        totaal = sum(self._aantallen.values())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        vlak = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        vorm = QPainterPath()
        vorm.addRoundedRect(vlak, 4, 4)
        painter.setClipPath(vorm)
        painter.fillRect(vlak, QColor(kleuren().blad))
        x = vlak.left()
        # What is sure comes first, so that a bar grows from the left.
        for stand in reversed(Stand):
            breed = vlak.width() * self._aantallen.get(stand, 0) / totaal if totaal else 0
            painter.fillRect(QRectF(x, vlak.top(), breed, vlak.height()), standkwast(stand))
            x += breed
        painter.setClipping(False)
        painter.setPen(QPen(QColor(kleuren().rand_sterk)))
        painter.drawPath(vorm)


class Vlekje(QWidget):
    """A square of the colour that a bar uses."""

    def __init__(self, stand: Stand, parent: QWidget) -> None:
        super().__init__(parent)
        self._stand = stand
        self.setFixedSize(12, 12)

    def paintEvent(self, gebeurtenis: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), standkwast(self._stand))
        painter.setPen(QColor(kleuren().rand_sterk))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class Legenda(QWidget):
    """A square and its word, over a column of numbers."""

    def __init__(self, stand: Stand, parent: QWidget) -> None:
        super().__init__(parent)
        rij = QHBoxLayout(self)
        rij.setContentsMargins(0, 0, 0, 0)
        rij.setSpacing(6)
        rij.addStretch()
        self.vlekje = Vlekje(stand, self)
        rij.addWidget(self.vlekje)
        self.tekst = Kortlabel("klein", self)
        self.tekst.setText(standwoord(stand))
        rij.addWidget(self.tekst)
