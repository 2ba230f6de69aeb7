"""All dates of one dossier: the line, why each day, the list, and what is known."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.models.basis import Stroomklasse
from desktop.models.dossier import Dossier
from desktop.models.termijn import Termijn
from desktop.store.aankondiging import Gewijzigd
from desktop.store.termijnen import feitregels, termijnen_van
from desktop.store.toegang import gemeente_van
from desktop.taal import _
from desktop.views.termijnen.dagreden import reden_van
from desktop.views.termijnen.feitenkaart import Feitenkaart
from desktop.views.termijnen.kaart import ONDERWERPEN
from desktop.views.termijnen.lijst import Termijnlijst
from desktop.views.termijnen.tijdlijn import STAP, Tijdlijn
from desktop.views.termijnen.tijdlijnmaat import Schaal
from desktop.views.termijnen.waaromblad import Waaromblad
from desktop.views.toegang.recht import recht_in
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import Blad, Kolommen, Sectie, knop, regel, schuifvlak
from desktop.views.widgets.stroom import stroom


class Termijnenscherm(Blad):
    """The dates of one dossier; opens at the date with this key, else at the next one."""

    def __init__(
        self,
        werkplek: Werkplek,
        dossier_id: str,
        sleutel: tuple[str, int] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Datums en termijnen"), parent)
        self._werkplek, self._id = werkplek, dossier_id
        self.tijdlijn = Tijdlijn(self)
        drager = QWidget(self)
        blad = QVBoxLayout(drager)
        blad.setContentsMargins(0, 0, 0, 0)
        blad.setSpacing(16)
        blad.addWidget(self._lijnkaart(drager))
        kolommen = Kolommen(drager)
        lijstkaart = Sectie(_("Alle datums"), drager)
        self.lijst = Termijnlijst(lijstkaart)
        lijstkaart.blad.addWidget(self.lijst)
        self.waarom = Waaromblad(kolommen)
        self.feiten = Feitenkaart(werkplek, dossier_id, kolommen)
        kolommen.vul((self.waarom,), (self.feiten,))
        blad.addWidget(kolommen)
        blad.addWidget(lijstkaart)
        self.vlak = schuifvlak(drager, self)
        self._buiten.addWidget(self.vlak, 1)
        self.tijdlijn.aangewezen.connect(self._wijs)
        self.tijdlijn.waarom.connect(self._leg_uit)
        self.lijst.gekozen.connect(lambda t: self.tijdlijn.wijs_aan(t.sleutel))
        self.lijst.gekozen.connect(self._wijs)
        self.lijst.waarom.connect(self._leg_uit)
        self._lees()
        if sleutel is not None:
            self.tijdlijn.wijs_aan(sleutel)
        werkplek.gewijzigd.connect(self._na_wijziging)

    def _lijnkaart(self, ouder: QWidget) -> Sectie:
        kaart = Sectie(_("Tijdlijn"), ouder)
        self.wie = regel("", "zacht", kaart)
        kaart.blad.addWidget(self.wie)
        balk = QWidget(kaart)
        rij = stroom(balk, tussen=8)
        self.schalen: dict[Schaal, QPushButton] = {}
        for schaal, woord in (
            (Schaal.ALLES, _("Alles")),
            (Schaal.JAAR, _("Jaar")),
            (Schaal.KWARTAAL, _("Kwartaal")),
            (Schaal.MAAND, _("Maand")),
        ):
            keus = knop(woord, "chip", balk)
            keus.setCheckable(True)
            keus.clicked.connect(lambda _aan, s=schaal: self.tijdlijn.zet_schaal(s))
            rij.addWidget(keus)
            self.schalen[schaal] = keus
        for woord, spreek, doe in (
            ("−", _("Verder weg"), lambda: self.tijdlijn.zoom(1 / STAP)),
            ("+", _("Dichterbij"), lambda: self.tijdlijn.zoom(STAP)),
            (_("Vandaag"), _("Naar vandaag"), lambda: self.tijdlijn.naar_vandaag()),
        ):
            los = knop(woord, "chip", balk)
            los.setAccessibleName(spreek)
            los.setToolTip(spreek)
            los.clicked.connect(doe)
            rij.addWidget(los)
        kaart.blad.addWidget(balk)
        self._balk = balk
        zin = _(
            "Nog geen datums. Vul in het dossier de kennisgeving van DUO of de inschrijving in de "
            "BRP in, of leg hieronder vast wat DUO meldt."
        )
        self.leeg = regel(zin, "zacht", kaart)
        kaart.blad.addWidget(self.leeg)
        self.tijdlijn.geschaald.connect(self._toon_schaal)
        kaart.blad.addWidget(self.tijdlijn)
        self._toon_schaal()
        return kaart

    def _toon_schaal(self) -> None:
        """A scale of one's own is none of the four."""
        for schaal, keus in self.schalen.items():
            keus.setChecked(schaal is self.tijdlijn.schaal)

    def focusInEvent(self, gebeurtenis: QFocusEvent) -> None:
        eerst = self.feiten.soort.invoer if self.tijdlijn.isHidden() else self.tijdlijn
        eerst.setFocus(gebeurtenis.reason())

    def _lees(self) -> None:
        store = self._werkplek.store
        with store.lees() as sessie:
            dossier = sessie.get(Dossier, self._id)
            if dossier is None:
                self.terug.emit()
                return
            self.wie.setText(_("Van {naam}").format(naam=dossier.naam))
            termijnen = termijnen_van(sessie, self._id, store.vandaag())
            feiten = feitregels(sessie, self._id)
            recht = recht_in(self._werkplek, gemeente_van(sessie, self._id))
        schrijft = recht is None or Stroomklasse.PIP in recht.schrijven
        iets = bool(termijnen.zichtbaar)
        for deel in (self._balk, self.tijdlijn):
            deel.setVisible(iets)
        self.leeg.setVisible(not iets)
        self.lijst.toon(termijnen)
        self.tijdlijn.toon(termijnen)
        nu = self.tijdlijn.huidig
        self.waarom.toon(reden_van(nu) if nu is not None else None)
        if nu is not None:
            self.lijst.wijs_aan(nu)
        self.feiten.toon(feiten, schrijft=schrijft)

    def _wijs(self, termijn: Termijn) -> None:
        self.waarom.toon(reden_van(termijn))
        self.lijst.wijs_aan(termijn)

    def _leg_uit(self, termijn: Termijn) -> None:
        """Brings the explanation into view and reads it out."""
        self._wijs(termijn)
        self.waarom.setFocus(Qt.FocusReason.OtherFocusReason)
        self.vlak.ensureWidgetVisible(self.waarom)

    def _na_wijziging(self, gewijzigd: Gewijzigd) -> None:
        if not ONDERWERPEN.isdisjoint(gewijzigd):
            self._lees()
