"""The recordings of one language: who read what and when; listen, take away, withdraw."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.models.catalogus import Taal
from desktop.models.opnamewerk import Lijstregel
from desktop.models.spraak import Uiting
from desktop.store.opnamebeheer import aantal_van, trek_in, wis
from desktop.taal import _, meervoud
from desktop.views.opnamen.opnamemodel import Kolom, Opnamemodel
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import Sectie, knop, regel


class Opnamenkaart(Sectie):
    """The list with what can be done with the chosen line. `geluid`: something will sound."""

    geluid = Signal()

    def __init__(self, werkplek: Werkplek, parent: QWidget) -> None:
        super().__init__(_("Opnamen in deze taal"), parent)
        self._werkplek = werkplek
        self.leeg = regel(_("Er zijn nog geen opnamen in deze taal."), "zacht", self)
        self.blad.addWidget(self.leeg)
        self.model = Opnamemodel(self)
        self.tabel = self._maak_tabel()
        self.blad.addWidget(self.tabel)
        self.luister = knop(_("Luister"), "gewoon", self)
        self.luister.clicked.connect(self._luister)
        self.weg = knop(_("Wis deze opname"), "gewoon", self)
        self.weg.clicked.connect(self._vraag_wissen)
        self.intrekken = knop(_("Toestemming intrekken"), "gewoon", self)
        self.intrekken.clicked.connect(self._vraag_intrekken)
        self.knoppen = QWidget(self)
        rij = QHBoxLayout(self.knoppen)
        rij.setContentsMargins(0, 0, 0, 0)
        for k in (self.luister, self.weg, self.intrekken):
            rij.addWidget(k)
        rij.addStretch()
        self.blad.addWidget(self.knoppen)
        self.zeker = Bevestiging(self)
        self.zeker.nee.clicked.connect(self._terug)
        self.zeker.ja.clicked.connect(self._doe_het)
        self._daad: Callable[[], None] | None = None
        self.blad.addWidget(self.zeker)
        self.melding = regel("", "zacht", self)
        self.melding.hide()
        self.blad.addWidget(self.melding)

    def _maak_tabel(self) -> QTableView:
        tabel = QTableView(self)
        tabel.setModel(self.model)
        tabel.setProperty("soort", "lijst")
        tabel.setAccessibleName(_("Opnamen in deze taal"))
        tabel.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        tabel.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        tabel.setShowGrid(False)
        tabel.setTabKeyNavigation(False)
        tabel.setWordWrap(False)
        tabel.setMinimumHeight(280)
        tabel.verticalHeader().hide()
        tabel.verticalHeader().setDefaultSectionSize(40)
        kop = tabel.horizontalHeader()
        kop.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        kop.setHighlightSections(False)
        kop.setSectionsClickable(False)
        kop.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        kop.setSectionResizeMode(Kolom.TEKST, QHeaderView.ResizeMode.Stretch)
        kop.setSectionResizeMode(Kolom.SPREKER, QHeaderView.ResizeMode.Interactive)
        kop.resizeSection(Kolom.SPREKER, 144)
        tabel.selectionModel().selectionChanged.connect(self._gekozen)
        tabel.doubleClicked.connect(self._luister)
        return tabel

    def toon(self, regels: Sequence[Lijstregel], taal: Taal) -> None:
        """Other recordings; the chosen line stays chosen while it is there."""
        nu = self.gekozen
        self.model.laad(regels, taal)
        rij = self.model.rij_van(nu.eerste.id) if nu is not None else -1
        if regels:
            self.tabel.selectRow(max(0, rij))
        self.leeg.setVisible(not regels)
        self.tabel.setVisible(bool(regels))
        self._toon_knoppen()

    @property
    def gekozen(self) -> Lijstregel | None:
        """The chosen line."""
        return self.model.regel(self.tabel.currentIndex().row())

    def _gekozen(self) -> None:
        self._vergeet()
        self.zeg("")

    def _luister(self) -> None:
        regel_ = self.gekozen
        if regel_ is not None:
            o = regel_.eerste
            self.zeg("")
            self.geluid.emit()
            # Its own text: who looks after it may hear an outdated one too.
            self._werkplek.spreker.lees([Uiting(o.id, o.context, o.tekst, "", o.taal, o.dialect)])

    def _vraag_wissen(self) -> None:
        regel_ = self.gekozen
        if regel_ is None:
            return
        tekst, ids = regel_.eerste.tekst, regel_.ids

        def doe() -> None:
            with self._werkplek.store.work() as work:
                wis(work, ids)
            self.zeg(_("De opname is gewist."))

        self._vraag(
            _("De opname van “{tekst}” gaat weg, op alle laptops.").format(tekst=tekst),
            _("Ja, wis de opname"),
            doe,
        )

    def _vraag_intrekken(self) -> None:
        regel_ = self.gekozen
        if regel_ is None:
            return
        spreker, store = regel_.eerste.spreker, self._werkplek.store
        with store.lees() as sessie:
            aantal = aantal_van(sessie, spreker)

        def doe() -> None:
            with store.work() as work:
                weg = trek_in(work, spreker)
            self.zeg(
                meervoud(
                    "{aantal} opname is weg. De toestemming is ingetrokken.",
                    "{aantal} opnamen zijn weg. De toestemming is ingetrokken.",
                    weg,
                )
            )

        if aantal == 1:
            gevolg = _(
                "De enige opname van {spreker} gaat weg, op alle laptops. Hij klinkt dan nergens "
                "meer. In de versleutelde geschiedenis en reservekopieën staat hij nog."
            )
        else:
            gevolg = _(
                "Alle {aantal} opnamen van {spreker} gaan weg, in alle talen en op alle laptops. "
                "Ze klinken dan nergens meer. In de versleutelde geschiedenis en reservekopieën "
                "staan ze nog."
            )
        self._vraag(
            gevolg.format(aantal=aantal, spreker=spreker),
            _("Ja, trek de toestemming in"),
            doe,
        )

    # ---- the second step ------------------------------------------------------------------

    def _vraag(self, gevolg: str, ja: str, doe: Callable[[], None]) -> None:
        self.zeg("")
        self._daad = doe
        self.zeker.toon(gevolg, ja)
        self._toon_knoppen()
        self.zeker.nee.setFocus()  # the safe answer is under Enter

    def _doe_het(self) -> None:
        daad = self._daad
        self._vergeet()
        if daad is not None:
            self._werkplek.spreker.stop()
            self._werkplek.probeer(daad)
        self.tabel.setFocus()

    def _terug(self) -> None:
        self._vergeet()
        self.tabel.setFocus()

    def _vergeet(self) -> None:
        self._daad = None
        self.zeker.hide()
        self._toon_knoppen()

    def _toon_knoppen(self) -> None:
        self.knoppen.setVisible(self.model.rowCount() > 0 and self._daad is None)

    def zeg(self, zin: str) -> None:
        """What happened; empty takes it away."""
        self.melding.setText(zin)
        self.melding.setVisible(bool(zin))


class Bevestiging(QFrame):
    """What happens, and yes or no."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("soort", "vraagbalk")
        vak = QVBoxLayout(self)
        vak.setContentsMargins(16, 12, 16, 12)
        vak.setSpacing(8)
        self.gevolg = regel("", "", self)
        vak.addWidget(self.gevolg)
        self.ja = knop("", "gewoon", self)
        self.nee = knop(_("Nee, terug"), "gewoon", self)
        rij = QHBoxLayout()
        rij.addWidget(self.ja)
        rij.addWidget(self.nee)
        rij.addStretch()
        vak.addLayout(rij)
        self.hide()

    def toon(self, gevolg: str, ja: str) -> None:
        """Asks."""
        self.gevolg.setText(gevolg)
        self.ja.setText(ja)
        self.ja.setAccessibleName(ja)
        self.show()
