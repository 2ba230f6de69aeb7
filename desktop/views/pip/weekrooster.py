"""The week of the plan: five days of three parts, and what is done in each."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QGridLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from desktop.models.pipinhoud import Bezigheid, Dagdeel
from desktop.models.weekwoorden import (
    DAGEN,
    PICTOGRAM,
    bezigheid_woord,
    cel,
    dag_woord,
    dagdeel_woord,
    tellingzin,
)
from desktop.taal import _
from desktop.views.pip.weekcel import Weekcel
from desktop.views.widgets.indeling import regel
from desktop.views.widgets.kortknop import Kortknop
from desktop.views.widgets.pictogram import PictogramRegister

DELEN = tuple(Dagdeel)


class Weekrooster(QWidget):
    """Tab goes in at the cell where you were; arrow keys walk from there.

    Dragging from a cell puts the same in every cell that is passed. A heading copies its whole
    day. Each cell that changes is one gesture: `gewijzigd(cell, Bezigheid or None)`.
    """

    gewijzigd = Signal(str, object)

    def __init__(self, register: PictogramRegister, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._register = register
        self._vast = False
        self.cellen: dict[str, Weekcel] = {}
        self.dagknoppen: dict[int, QPushButton] = {}
        blad = QVBoxLayout(self)
        blad.setContentsMargins(0, 0, 0, 0)
        blad.setSpacing(8)
        self.uitleg = regel(
            _("Klik op een vakje en kies. Sleep om hetzelfde in meer vakjes te zetten."),
            "klein",
            self,
        )
        blad.addWidget(self.uitleg)
        rooster = QGridLayout()
        rooster.setSpacing(4)
        for kolom, dag in enumerate(DAGEN, 1):
            rooster.addWidget(self._dagknop(dag), 0, kolom)
            rooster.setColumnStretch(kolom, 1)
        for rij, dagdeel in enumerate(DELEN, 1):
            kop = regel(dagdeel_woord(dagdeel), "zacht", self)
            kop.setWordWrap(False)
            kop.setContentsMargins(0, 0, 8, 0)
            rooster.addWidget(kop, rij, 0, Qt.AlignmentFlag.AlignVCenter)
        for kolom, dag in enumerate(DAGEN, 1):
            for rij, dagdeel in enumerate(DELEN, 1):
                rooster.addWidget(self._cel(dag, dagdeel), rij, kolom)
        blad.addLayout(rooster)
        self.telling = regel("", "", self)
        blad.addWidget(self.telling)
        self._tab_naar(self.cellen[cel(1, Dagdeel.OCHTEND)])
        self._tel()

    def _dagknop(self, dag: int) -> QPushButton:
        knop = Kortknop(dag_woord(dag), self)
        knop.setProperty("soort", "regel")
        knop.setMinimumWidth(0)
        knop.setAccessibleName(_("{dag}: kopieer of maak leeg").format(dag=dag_woord(dag)))
        knop.setToolTip(_("Kopieer deze dag of maak hem leeg"))
        knop.setAutoDefault(True)
        knop.clicked.connect(partial(self._toon_dagkeuze, dag))
        self.dagknoppen[dag] = knop
        return knop

    def _cel(self, dag: int, dagdeel: Dagdeel) -> Weekcel:
        nieuw = Weekcel(dag, dagdeel, self._register, self)
        nieuw.keuze_gevraagd.connect(partial(self._toon_keuze, nieuw))
        nieuw.gekozen.connect(partial(self._kies, nieuw))
        nieuw.loop.connect(partial(self._loop, nieuw))
        nieuw.gesleept.connect(partial(self._sleep, nieuw))
        self.cellen[cel(dag, dagdeel)] = nieuw
        return nieuw

    # What it holds

    @property
    def week(self) -> dict[str, Bezigheid]:
        """The filled cells."""
        return {
            plek: knop.bezigheid for plek, knop in self.cellen.items() if knop.bezigheid is not None
        }

    def zet(self, week: Mapping[str, Bezigheid]) -> None:
        """Shows a week; tells nobody. What is not a cell is left out."""
        for plek, knop in self.cellen.items():
            knop.toon(week.get(plek))
        self._tel()

    def alleen_lezen(self, vast: bool) -> None:
        """A set version can be walked and heard, not changed."""
        self._vast = vast
        for knop in self.cellen.values():
            knop.alleen_lezen(vast)
        for dagknop in self.dagknoppen.values():
            dagknop.setEnabled(not vast)
        self.uitleg.setVisible(not vast)

    # Gestures

    def _kies(self, knop: Weekcel, bezigheid: Bezigheid | None) -> None:
        if self._vast or knop.bezigheid is bezigheid:
            return
        knop.toon(bezigheid)
        self._tel()
        self.gewijzigd.emit(cel(knop.dag, knop.dagdeel), bezigheid)

    def _loop(self, van: Weekcel, dx: int, dy: int) -> None:
        dag = min(DAGEN[-1], max(DAGEN[0], van.dag + dx))
        rij = min(len(DELEN) - 1, max(0, DELEN.index(van.dagdeel) + dy))
        naar = self.cellen[cel(dag, DELEN[rij])]
        self._tab_naar(naar)
        naar.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tab_naar(self, knop: Weekcel) -> None:
        """One cell is the way in for Tab; a click works on all."""
        for ander in self.cellen.values():
            ander.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if ander is knop else Qt.FocusPolicy.ClickFocus
            )

    def _sleep(self, van: Weekcel, plek: QPointF) -> None:
        onder = self.childAt(van.mapTo(self, plek.toPoint()))
        if isinstance(onder, Weekcel) and van.bezigheid is not None:
            self._kies(onder, van.bezigheid)

    def keuzemenu(self, knop: Weekcel) -> QMenu:
        """What can be chosen for one cell, each with its pictogram and letter."""
        menu = QMenu(self)
        menu.setAccessibleName(knop.accessibleName())
        for bezigheid in Bezigheid:
            actie = QAction(
                QIcon(self._register.pixmap(PICTOGRAM[bezigheid], 32, self.devicePixelRatioF())),
                f"&{bezigheid_woord(bezigheid)}",
                menu,
            )
            actie.setCheckable(True)
            actie.setChecked(knop.bezigheid is bezigheid)
            actie.triggered.connect(partial(self._kies_uit_menu, knop, bezigheid))
            menu.addAction(actie)
        menu.addSeparator()
        leeg = menu.addAction(_("&Leeg"), partial(self._kies_uit_menu, knop, None))
        leeg.setEnabled(knop.bezigheid is not None)
        return menu

    def _kies_uit_menu(self, knop: Weekcel, bezigheid: Bezigheid | None, *_rest: object) -> None:
        self._kies(knop, bezigheid)

    def _toon_keuze(self, knop: Weekcel) -> None:
        self._tab_naar(knop)
        self._open(self.keuzemenu(knop), knop)

    def dagmenu(self, dag: int) -> QMenu:
        """What can be done with a whole day."""
        menu = QMenu(self)
        menu.setAccessibleName(self.dagknoppen[dag].accessibleName())
        for ander in DAGEN:
            if ander != dag:
                tekst = _("Zet ook op {dag}").format(dag=dag_woord(ander).lower())
                menu.addAction(tekst, partial(self._kopieer, dag, (ander,)))
        andere = tuple(d for d in DAGEN if d != dag)
        menu.addAction(_("Zet op alle dagen"), partial(self._kopieer, dag, andere))
        menu.addSeparator()
        leeg = menu.addAction(
            _("Maak {dag} leeg").format(dag=dag_woord(dag).lower()), partial(self._maak_leeg, dag)
        )
        leeg.setEnabled(any(self.cellen[cel(dag, deel)].bezigheid for deel in DELEN))
        return menu

    def _toon_dagkeuze(self, dag: int) -> None:
        self._open(self.dagmenu(dag), self.dagknoppen[dag])

    @staticmethod
    def _open(menu: QMenu, onder: QWidget) -> None:
        """Not `exec`: a nested loop would hold up whatever else is going on."""
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(onder.mapToGlobal(QPoint(0, onder.height())))

    def _kopieer(self, dag: int, naar: tuple[int, ...]) -> None:
        for ander in naar:
            for deel in DELEN:
                self._kies(self.cellen[cel(ander, deel)], self.cellen[cel(dag, deel)].bezigheid)

    def _maak_leeg(self, dag: int) -> None:
        for deel in DELEN:
            self._kies(self.cellen[cel(dag, deel)], None)

    def _tel(self) -> None:
        zin = tellingzin(self.week)
        if zin != self.telling.text():
            self.telling.setText(zin)
