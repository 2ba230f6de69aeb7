"""The trail of one dossier, or of the whole gemeente: who did what, when, on which laptop."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.models.dossier import Dossier
from desktop.models.spoor import Inzagesoort, Spoorfilter, Spoorregel
from desktop.store.fouten import ViergesprekFout
from desktop.store.spoor import dossiernummers
from desktop.taal import _, meervoud
from desktop.views.spoor.bron import Centralebron, Laptopbron, Spoorbron
from desktop.views.spoor.model import Kolom, Spoormodel
from desktop.views.taken import Achtergrondtaak
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.celhint import Celhint
from desktop.views.widgets.indeling import knop, midden, regel
from desktop.views.widgets.kortlabel import Kortlabel

RIJHOOGTE = 40
SMAL = 1200
KOLOMBREEDTE = {
    Kolom.WANNEER: (160, 144),
    Kolom.WIE: (176, 144),
    Kolom.GEDAAN: (208, 168),
    Kolom.WAARVAN: (208, 176),
    Kolom.LAPTOP: (176, 168),
    Kolom.DOSSIER: (160, 144),
}
"""Widths in a wide and in a narrow window; the reason takes what is left."""


class Spoorscherm(QWidget):
    """`terug`: Escape, or back. Without `dossier_id` it is the trail in the centre."""

    terug = Signal()

    def __init__(
        self, werkplek: Werkplek, dossier_id: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("soort", "vlak")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._werkplek, self._id = werkplek, dossier_id
        self._bron: Spoorbron | None = None
        if dossier_id:
            self._bron = Laptopbron(werkplek.store, dossier_id)
        elif werkplek.sync is not None:
            self._bron = Centralebron(werkplek.store, werkplek.sync)
        self.filter = Spoorfilter.ALLES
        self._taak: Achtergrondtaak | None = None
        self._vraag = 0
        self.model = Spoormodel(self._haal, self)
        self._bouw()
        if dossier_id:
            werkplek.probeer(lambda: werkplek.kijkboek.noteer(dossier_id, Inzagesoort.SPOOR))
            self._kijk_na()
        self._opnieuw()

    def _bouw(self) -> None:
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(0, 0, 0, 16)
        buiten.setSpacing(8)
        kop = QHBoxLayout()
        kop.setSpacing(16)
        self.knop_terug = knop(_("Terug"), "gewoon", self)
        self.knop_terug.clicked.connect(self.terug)
        namen = QVBoxLayout()
        namen.setSpacing(0)
        self.titel = regel(
            _("Wie deed wat") if self._id else _("Wie deed wat in de gemeente"), "titel", self
        )
        self.onder_titel = regel(self._van_wie(), "zacht", self)
        namen.addWidget(self.titel)
        namen.addWidget(self.onder_titel)
        kop.addWidget(self.knop_terug, 0, Qt.AlignmentFlag.AlignTop)
        kop.addLayout(namen, 1)
        buiten.addLayout(midden(kop, boven=24, onder=8))
        buiten.addLayout(midden(self._balk()))
        self.tabel = self._maak_tabel()
        buiten.addLayout(midden(self.tabel), 1)
        self.onderregel = regel("", "zacht", self)
        buiten.addLayout(midden(self.onderregel))
        QShortcut(
            QKeySequence(Qt.Key.Key_Escape),
            self,
            self.terug.emit,
            context=Qt.ShortcutContext.WidgetWithChildrenShortcut,
        )

    def _van_wie(self) -> str:
        if not self._id:
            return _("Je ziet wie iets deed, niet wat er staat.")
        with self._werkplek.store.lees() as sessie:
            dossier = sessie.get(Dossier, self._id)
            naam, nummer = (dossier.naam, dossier.nummer) if dossier else ("", "")
        return _("{naam}, {nummer}. Je ziet wie iets deed, niet wat er staat.").format(
            naam=naam, nummer=nummer
        )

    def _balk(self) -> QHBoxLayout:
        rij = QHBoxLayout()
        rij.setSpacing(8)
        # No button group: Tab would reach only the one that is chosen.
        self.filters: dict[Spoorfilter, QPushButton] = {}
        for soort, woord in (
            (Spoorfilter.ALLES, _("Alles")),
            (Spoorfilter.WIJZIGINGEN, _("Wijzigingen")),
            (Spoorfilter.INZIEN, _("Bekeken")),
        ):
            los = knop(woord, "gewoon", self, kort=True)
            los.setCheckable(True)
            los.setChecked(soort is self.filter)
            los.clicked.connect(partial(self._kies, soort))
            self.filters[soort] = los
            rij.addWidget(los)
        rij.addStretch()
        self.lampje = QFrame(self)
        self.lampje.setProperty("soort", "lampje")
        self.lampje.setFixedSize(10, 10)
        self.ketenregel = Kortlabel("zacht", self)
        self.ketenregel.setText(_("Het spoor wordt nagekeken…"))
        rij.addWidget(self.lampje, 0, Qt.AlignmentFlag.AlignVCenter)
        rij.addWidget(self.ketenregel)
        for teken in (self.lampje, self.ketenregel):
            teken.setVisible(bool(self._id))
        return rij

    def _maak_tabel(self) -> QTableView:
        tabel = QTableView(self)
        tabel.setModel(self.model)
        tabel.setAccessibleName(_("Wie deed wat, het nieuwste boven"))
        tabel.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        tabel.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        tabel.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        tabel.setShowGrid(False)
        tabel.setTabKeyNavigation(False)
        tabel.setWordWrap(False)
        tabel.setProperty("soort", "lijst")
        staand = tabel.verticalHeader()
        staand.hide()
        staand.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        staand.setDefaultSectionSize(RIJHOOGTE)
        liggend = tabel.horizontalHeader()
        liggend.setHighlightSections(False)
        liggend.setSectionsClickable(False)
        liggend.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        liggend.setSectionResizeMode(Kolom.MEER, QHeaderView.ResizeMode.Stretch)
        tabel.setColumnHidden(Kolom.DOSSIER, bool(self._id))
        tabel.selectionModel().currentRowChanged.connect(self._toon_regel)
        Celhint(tabel)
        return tabel

    def resizeEvent(self, gebeurtenis: QResizeEvent) -> None:
        super().resizeEvent(gebeurtenis)
        smal = gebeurtenis.size().width() < SMAL
        liggend = self.tabel.horizontalHeader()
        # With a column more, the line under the list is the place for what does not fit.
        vol = smal and not self._id
        self.tabel.setColumnHidden(Kolom.MEER, vol)
        stand = QHeaderView.ResizeMode
        liggend.setSectionResizeMode(Kolom.WAARVAN, stand.Stretch if vol else stand.Fixed)
        for kolom, (breed, krap) in KOLOMBREEDTE.items():
            liggend.resizeSection(kolom, krap if smal else breed)

    def focusInEvent(self, gebeurtenis: QFocusEvent) -> None:
        # Whoever shows the sheet gives it the focus: that is for the list.
        self.tabel.setFocus(gebeurtenis.reason())

    # Reading

    def _kies(self, soort: Spoorfilter) -> None:
        self.filter = soort
        for ander, los in self.filters.items():
            los.setChecked(ander is soort)
        self._opnieuw()

    def _opnieuw(self) -> None:
        self._vraag += 1
        self._taak = None
        self.model.leeg()
        self._haal()

    def _haal(self) -> None:
        if self._taak is not None:
            return
        bron = self._bron
        if bron is None:
            self.onderregel.setText(
                _("Hiervoor is verbinding met de centrale opslag nodig. Die is er nu niet.")
            )
            return
        laatste = self.model.regels[-1] if self.model.regels else None
        self.onderregel.setText(_("Even wachten…"))
        self._taak = Achtergrondtaak(partial(bron.haal, self.filter, laatste), self)
        self._taak.klaar.connect(partial(self._gehaald, self._vraag))
        self._taak.mislukt.connect(partial(self._mislukt, self._vraag))
        self._taak.start()

    def _gehaald(self, vraag: int, stuk: tuple[list[Spoorregel], bool]) -> None:
        if vraag != self._vraag:  # the filter changed meanwhile
            return
        self._taak = None
        regels, meer = stuk
        if not self._id:
            with self._werkplek.store.lees() as sessie:
                ids = {r.dossier for r in (*self.model.regels, *regels)}
                self.model.nummers = dossiernummers(sessie, ids)
        self.model.voeg_toe(regels, is_er_meer=meer)
        self._toon_stand()

    def _mislukt(self, vraag: int, fout: Exception) -> None:
        if vraag != self._vraag:
            return
        self._taak = None
        self.model.is_er_meer = False
        zin = fout.zin if isinstance(fout, ViergesprekFout) else ViergesprekFout.STANDAARD
        self.onderregel.setText(_(zin))

    def _toon_stand(self) -> None:
        n = len(self.model.regels)
        if not n:
            self.onderregel.setText(_("Hier is nog niets gebeurd."))
        elif self.model.is_er_meer:
            self.onderregel.setText(
                meervoud(
                    "De nieuwste {aantal} regel. Blader omlaag voor eerdere.",
                    "De nieuwste {aantal} regels. Blader omlaag voor eerdere.",
                    n,
                )
            )
        else:
            self.onderregel.setText(meervoud("{aantal} regel.", "{aantal} regels.", n))

    def _toon_regel(self, nu: QModelIndex, _vorige: QModelIndex) -> None:
        """A reason is often longer than its cell."""
        gekozen = self.model.regels[nu.row()] if nu.isValid() else None
        meer = self.model.tekst(gekozen, Kolom.MEER) if gekozen is not None else ""
        if gekozen is not None and gekozen.reden:
            self.onderregel.setText(_("Reden: {reden}").format(reden=gekozen.reden))
        elif meer and self.tabel.isColumnHidden(Kolom.MEER):
            self.onderregel.setText(meer)
        elif self._taak is None:
            self._toon_stand()

    # Is it whole?

    def _kijk_na(self) -> None:
        taak = Achtergrondtaak(self._werkplek.store.controleer_keten, self)
        taak.klaar.connect(self._toon_keten)
        taak.mislukt.connect(lambda _fout: self._zet_keten(_("Nakijken lukt nu niet."), ""))
        taak.start()

    def _toon_keten(self, fout: list[str]) -> None:
        if fout:
            self._zet_keten(
                meervoud(
                    "{aantal} regel klopt niet. Bel je beheerder.",
                    "{aantal} regels kloppen niet. Bel je beheerder.",
                    len(fout),
                ),
                "let-op",
            )
        else:
            self._zet_keten(_("Nagekeken op deze laptop: niets is achteraf veranderd"), "goed")

    def _zet_keten(self, tekst: str, staat: str) -> None:
        self.ketenregel.setText(tekst)
        self.ketenregel.setAccessibleName(tekst)
        self.lampje.setProperty("staat", staat)
        self.lampje.style().unpolish(self.lampje)
        self.lampje.style().polish(self.lampje)
