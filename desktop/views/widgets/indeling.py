"""Layout of sheets: cards in two columns on a wide window, in one on a narrow one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.taal import _
from desktop.views.widgets.kortknop import Kortknop

TWEE_KOLOMMEN = 1080
BREEDST = 1440
TUSSEN = 16
TEKSTRAND = 3
"""Room at the sides of a text that can have the keyboard, for the frame around it."""


class Sectie(QFrame):
    """A card with a heading; its content goes into `blad`, fields into a grid by `raster`."""

    def __init__(self, titel: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("soort", "blad")
        self.blad = QVBoxLayout(self)
        self.blad.setContentsMargins(24, 16, 24, 24)
        self.blad.setSpacing(16)
        kop = QLabel(titel, self)
        kop.setProperty("soort", "kop")
        kop.setTextFormat(Qt.TextFormat.PlainText)
        self.blad.addWidget(kop)

    def raster(self, *regels: tuple[QWidget, ...]) -> None:
        """Lines of one or two widgets; one alone takes the whole line."""
        rooster = QGridLayout()
        rooster.setHorizontalSpacing(16)
        rooster.setVerticalSpacing(16)
        rooster.setColumnStretch(0, 1)
        rooster.setColumnStretch(1, 1)
        for rij, regel in enumerate(regels):
            breed = 2 if len(regel) == 1 else 1
            for kolom, widget in enumerate(regel):
                rooster.addWidget(widget, rij, kolom, 1, breed, Qt.AlignmentFlag.AlignTop)
        self.blad.addLayout(rooster)


class Kolommen(QWidget):
    """Two columns of cards that become one when the window is narrow."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMaximumWidth(BREEDST)
        self._blad = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._blad.setContentsMargins(0, 0, 0, 0)
        self._blad.setSpacing(TUSSEN)
        self._stapels: list[QVBoxLayout] = []
        for _n in range(2):
            stapel = QVBoxLayout()
            stapel.setSpacing(16)
            self._stapels.append(stapel)
            self._blad.addLayout(stapel, 1)

    @property
    def breed(self) -> bool:
        """True while the cards stand in two columns."""
        return self._blad.direction() == QBoxLayout.Direction.LeftToRight

    def vul(self, links: Sequence[QWidget], rechts: Sequence[QWidget]) -> None:
        """Puts the cards in their columns."""
        for stapel, kaarten in zip(self._stapels, (links, rechts), strict=True):
            for kaart in kaarten:
                stapel.addWidget(kaart)
            stapel.addStretch()

    def minimumSizeHint(self) -> QSize:
        """Of one column: else two that are wide would keep a narrow window from making it one."""
        hoog = super().minimumSizeHint().height()
        return QSize(max(stapel.minimumSize().width() for stapel in self._stapels), hoog)

    def resizeEvent(self, gebeurtenis: QResizeEvent) -> None:
        nodig = sum(stapel.minimumSize().width() for stapel in self._stapels) + TUSSEN
        naast = gebeurtenis.size().width() >= max(TWEE_KOLOMMEN, nodig)
        richting = QBoxLayout.Direction.LeftToRight if naast else QBoxLayout.Direction.TopToBottom
        if self._blad.direction() != richting:
            self._blad.setDirection(richting)
        super().resizeEvent(gebeurtenis)


def midden(inhoud: QWidget | QBoxLayout, *, boven: int = 0, onder: int = 0) -> QHBoxLayout:
    """Content in the middle of a wide window, no wider than is good to read."""
    rij = QHBoxLayout()
    rij.setContentsMargins(32, boven, 32, onder)
    if isinstance(inhoud, QBoxLayout):
        doos = QWidget()
        doos.setLayout(inhoud)
        inhoud.setContentsMargins(0, 0, 0, 0)
        inhoud = doos
    inhoud.setMaximumWidth(BREEDST)
    rij.addStretch()
    rij.addWidget(inhoud, 1000)
    rij.addStretch()
    return rij


def schuifvlak(inhoud: QWidget, parent: QWidget) -> QScrollArea:
    """A page that scrolls up and down only."""
    vlak = QScrollArea(parent)
    vlak.setWidgetResizable(True)
    vlak.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    vlak.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    drager = QWidget(vlak)
    rij = midden(inhoud, boven=8, onder=32)
    drager.setLayout(rij)
    vlak.setWidget(drager)
    balk = vlak.verticalScrollBar()

    def maak_plaats(_laag: int, hoog: int) -> None:
        # The bar takes its room from the margin, so that the cards stay in line with the heading.
        rij.setContentsMargins(32, 8, 32 - (balk.sizeHint().width() if hoog else 0), 32)

    balk.rangeChanged.connect(maak_plaats)
    return vlak


def in_lijn(deel: QWidget) -> QHBoxLayout:
    """The text of a widget with a `TEKSTRAND` in line with the labels around it.

    For what stays in sight: around a hidden one Qt counts the heights beside it wrong.
    """
    rij = QHBoxLayout()
    rij.setSpacing(0)
    rij.addSpacing(-TEKSTRAND)  # a margin cannot be less than nothing
    rij.addWidget(deel)
    return rij


def knop(tekst: str, soort: str, ouder: QWidget, *, kort: bool = False) -> QPushButton:
    """A button of a kind of the style sheet; `kort`: it may shorten its text."""
    nieuw = Kortknop(tekst, ouder) if kort else QPushButton(tekst, ouder)
    nieuw.setProperty("soort", soort)
    nieuw.setAccessibleName(tekst)
    nieuw.setAutoDefault(True)  # Enter presses it too
    return nieuw


def regel(tekst: str, soort: str, ouder: QWidget) -> QLabel:
    """A label of plain text that may wrap."""
    label = QLabel(tekst, ouder)
    label.setProperty("soort", soort)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def zet_soort(widget: QWidget, soort: str, eigenschap: str = "soort") -> None:
    """Another kind of the style sheet; only what changes is painted anew."""
    if widget.property(eigenschap) != soort:
        widget.setProperty(eigenschap, soort)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


class Vel(QWidget):
    """The whole of a window, with a button back. `terug`: Escape, or back."""

    terug = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("soort", "vlak")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._buiten = QVBoxLayout(self)
        self._buiten.setContentsMargins(0, 0, 0, 0)
        self.knop_terug = knop(_("Terug"), "gewoon", self)


class Blad(Vel):
    """A sheet with a title, and cards below that scroll."""

    def __init__(self, titel: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.knop_terug.clicked.connect(self.terug)
        kop = QHBoxLayout()
        kop.setSpacing(16)
        kop.addWidget(self.knop_terug)
        kop.addWidget(regel(titel, "titel", self), 1)
        self._buiten.addLayout(midden(kop, boven=24, onder=16))
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.terug.emit)

    def leg(self, links: Sequence[QWidget], rechts: Sequence[QWidget]) -> None:
        """Puts the cards under the heading."""
        kolommen = Kolommen(self)
        kolommen.vul(links, rechts)
        self._buiten.addWidget(schuifvlak(kolommen, self), 1)
