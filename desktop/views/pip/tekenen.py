"""How the client signs: on a screen, on paper, only seen, or not. None of it stops the plan."""

from __future__ import annotations

import base64
import mimetypes
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QHBoxLayout,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.models.formulier import datum_nederlands
from desktop.models.fouten import Domeinfout, Invoerfout
from desktop.models.handtekening import VERHOUDING, Handtekening
from desktop.models.pip import Pip
from desktop.models.pipdelen import Handtekenwijze, Piphandtekening, Verklaring
from desktop.models.woorden import woord
from desktop.store.aankondiging import Gewijzigd
from desktop.store.pip import inhoud_van
from desktop.store.pippapieren import planbron
from desktop.store.pipvaststellen import (
    SCAN_HOOGSTENS,
    Ondertekening,
    onderteken,
    tekende_deze_tekst,
    verwijder_handtekening,
)
from desktop.taal import _
from desktop.views.dossiers.velden import tekstveld
from desktop.views.pip.clienttekening import Clienttekening
from desktop.views.pip.tekenkaart import Tekenkaart
from desktop.views.pip.tekenvlak import RAND
from desktop.views.toegang.velden import LANGSTE_REDEN, links, probeer_met
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import Blad, Sectie, knop, regel

KLEINBEELD = 120
"""Height of a signature that is kept."""


class Tekenblad(Blad):
    """One sheet for one version; what was signed before stands beside it."""

    getekend = Signal()

    def __init__(self, werkplek: Werkplek, pip_id: str, parent: QWidget | None = None) -> None:
        super().__init__(_("Handtekening van de cliënt"), parent)
        self._werkplek, self._pip_id = werkplek, pip_id
        self._scan, self._scansoort = "", ""
        self.scherm2 = Clienttekening(werkplek.pictogrammen, self)
        self.scherm2.getekend.connect(self._van_scherm2)
        self._eerder = Sectie(_("Vastgelegd"), self)
        self._lijst = QWidget(self._eerder)
        self._eerder.blad.addWidget(self._lijst)
        self.leg([self._kaart()], [self._eerder])
        self._kies(Handtekenwijze.SCHERM)
        self._lees()
        werkplek.gewijzigd.connect(self._na_wijziging)

    def _kaart(self) -> Sectie:
        kaart = Sectie(_("Hoe tekent de cliënt?"), self)
        vak = kaart.blad
        vak.addWidget(
            regel(_("Een handtekening is niet nodig: het plan gaat altijd door."), "zacht", kaart)
        )
        self._groep = QButtonGroup(kaart)
        self.wijzen: dict[Handtekenwijze, QRadioButton] = {}
        keuzes = QVBoxLayout()
        keuzes.setSpacing(8)
        for wijze, tekst in (
            (Handtekenwijze.SCHERM, _("Op het scherm, met een pen of een vinger")),
            (Handtekenwijze.PAPIER, _("Op papier")),
            (Handtekenwijze.GEZIEN, _("Heeft het plan gezien, en tekent niet")),
            (Handtekenwijze.GEEN, _("Geen handtekening")),
        ):
            knopje = QRadioButton(tekst, kaart)
            knopje.setAccessibleName(tekst)
            knopje.toggled.connect(lambda aan, w=wijze: self._kies(w) if aan else None)
            self._groep.addButton(knopje)
            self.wijzen[wijze] = knopje
            keuzes.addWidget(knopje)
        vak.addLayout(keuzes)
        vak.addWidget(self._verklaardeel(kaart))
        self.tolk = tekstveld("tolk", _("Tolk"), kaart, hint=_("Wie het plan vertaalde"))
        self.reden = tekstveld("reden", _("Waarom niet?"), kaart, lengte=LANGSTE_REDEN)
        vak.addWidget(self.tolk)
        vak.addWidget(self.reden)
        # Last, for who signs on the client's screen keeps it at once.
        vak.addWidget(self._tekendeel(kaart))
        vak.addWidget(self._scandeel(kaart))
        self.fout = regel("", "fout", kaart)
        self.fout.hide()
        vak.addWidget(self.fout)
        self.bewaar = knop(_("Leg vast"), "hoofd", kaart)
        self.bewaar.clicked.connect(lambda: self._bewaar(self.tekenkaart.handtekening))
        vak.addLayout(links(self.bewaar))
        return kaart

    def _tekendeel(self, ouder: QWidget) -> QWidget:
        self._tekenen = QWidget(ouder)
        blad = QVBoxLayout(self._tekenen)
        blad.setContentsMargins(0, 0, 0, 0)
        blad.setSpacing(8)
        self.tekenkaart = Tekenkaart(self._tekenen)
        self.tekenkaart.setMinimumHeight(220)
        blad.addWidget(self.tekenkaart)
        self.op_scherm2 = knop(_("Laat tekenen op het scherm van de cliënt"), "gewoon", ouder)
        self.op_scherm2.clicked.connect(self._open_scherm2)
        blad.addLayout(links(self.op_scherm2))
        return self._tekenen

    def _scandeel(self, ouder: QWidget) -> QWidget:
        self._papier = QWidget(ouder)
        blad = QVBoxLayout(self._papier)
        blad.setContentsMargins(0, 0, 0, 0)
        blad.setSpacing(4)
        self.kies_scan = knop(_("Kies de scan"), "gewoon", self._papier)
        self.kies_scan.clicked.connect(self._vraag_scan)
        blad.addLayout(links(self.kies_scan))
        self.scan = regel(_("Een pdf, png of jpg van het getekende papier."), "klein", self._papier)
        blad.addWidget(self.scan)
        return self._papier

    def _verklaardeel(self, ouder: QWidget) -> QWidget:
        self._verklaring = QWidget(ouder)
        blad = QVBoxLayout(self._verklaring)
        blad.setContentsMargins(0, 0, 0, 0)
        blad.setSpacing(8)
        blad.addWidget(regel(_("Wat zegt de cliënt hiermee?"), "veldnaam", ouder))
        groep = QButtonGroup(self._verklaring)
        self.verklaringen: dict[Verklaring, QRadioButton] = {}
        for verklaring, tekst in (
            (Verklaring.BESPROKEN, _("Het plan is besproken en begrepen")),
            (Verklaring.AKKOORD, _("Akkoord met het plan")),
        ):
            knopje = QRadioButton(tekst, self._verklaring)
            knopje.setAccessibleName(tekst)
            groep.addButton(knopje)
            self.verklaringen[verklaring] = knopje
            blad.addWidget(knopje)
        self.verklaringen[Verklaring.BESPROKEN].setChecked(True)
        return self._verklaring

    # --- choosing

    @property
    def wijze(self) -> Handtekenwijze:
        """Which way is chosen."""
        return next(w for w, k in self.wijzen.items() if k.isChecked())

    def _kies(self, wijze: Handtekenwijze) -> None:
        self.wijzen[wijze].setChecked(True)
        self._tekenen.setVisible(wijze is Handtekenwijze.SCHERM)
        self._papier.setVisible(wijze is Handtekenwijze.PAPIER)
        tekent = wijze in (Handtekenwijze.SCHERM, Handtekenwijze.PAPIER)
        self._verklaring.setVisible(tekent)
        self.reden.setVisible(not tekent)
        self._zeg("")

    def _vraag_scan(self) -> None:
        pad, _soort = QFileDialog.getOpenFileName(
            self, _("Kies de scan"), "", _("Scans (*.pdf *.png *.jpg *.jpeg)")
        )
        if pad:
            self.lees_scan(Path(pad))

    def lees_scan(self, pad: Path) -> None:
        """Takes this file; its name is not kept, it may name the person."""
        try:
            rauw = pad.read_bytes()
        except OSError:
            self._zeg(_("Dit bestand is niet te lezen. Kies een ander."))
            return
        if len(rauw) > SCAN_HOOGSTENS:
            zin = _("Deze scan is te groot: hoogstens {mb} MB. Scan in zwart-wit.")
            self._zeg(zin.format(mb=SCAN_HOOGSTENS // 1_000_000))
            return
        self._zeg("")
        self._scan = base64.b64encode(rauw).decode("ascii")
        self._scansoort = mimetypes.guess_type(pad.name)[0] or ""
        self.scan.setText(_("De scan is gekozen. Kies Leg vast."))

    def _open_scherm2(self) -> None:
        with self._werkplek.store.lees() as sessie:
            bron = planbron(sessie, self._pip_id, self._werkplek.store.vandaag())
        if bron is not None:
            keuze = bron.keuze
            self.scherm2.open(
                self._werkplek.prompts_voor(keuze), toon_nederlands=keuze.toon_nederlands
            )

    def _van_scherm2(self, handtekening: object) -> None:
        assert isinstance(handtekening, Handtekening)
        self._kies(Handtekenwijze.SCHERM)
        # What the client read and signed there (`tekenbeeld`): seen and discussed, not agreed.
        self.verklaringen[Verklaring.BESPROKEN].setChecked(True)
        self.tekenkaart.zet(handtekening)
        self._bewaar(handtekening)

    # --- keeping

    def _bewaar(self, handtekening: Handtekening) -> None:
        wijze = self.wijze
        op_scherm, op_papier = wijze is Handtekenwijze.SCHERM, wijze is Handtekenwijze.PAPIER
        verklaring = next(v for v, k in self.verklaringen.items() if k.isChecked())
        hoe = Ondertekening(
            wijze=wijze,
            verklaring=verklaring if op_scherm or op_papier else None,
            strepen=handtekening.als_json() if op_scherm else "",
            scan=self._scan if op_papier else "",
            scan_naam_soort=self._scansoort if op_papier else "",
            tolk=self.tolk.tekst,
            reden="" if op_scherm or op_papier else self.reden.tekst,
        )
        store, pip_id = self._werkplek.store, self._pip_id
        self._zeg("")
        if probeer_met(
            self._werkplek,
            [self.tolk, self.reden],
            lambda: onderteken(store, pip_id, hoe),
            self._weiger,
        ):
            self._scan = self._scansoort = ""
            self.tekenkaart.zet(Handtekening())
            self.getekend.emit()

    def _weiger(self, fout: Domeinfout) -> None:
        self._zeg(_(fout.zin).format(**fout.waarden))
        if isinstance(fout, Invoerfout) and fout.veld == "scan":
            self.kies_scan.setFocus()

    def _zeg(self, zin: str) -> None:
        self.fout.setText(zin)
        self.fout.setVisible(bool(zin))

    # --- what there is

    def _lees(self) -> None:
        with self._werkplek.store.lees() as sessie:
            pip = sessie.get(Pip, self._pip_id)
            if pip is None:
                return
            inhoud = inhoud_van(sessie, pip)
            anders = {h.id for h in pip.handtekeningen if not tekende_deze_tekst(h, inhoud)}
            vlak = self._maak_lijst(pip.handtekeningen, anders)
        oud, self._lijst = self._lijst, vlak
        self._eerder.blad.replaceWidget(oud, vlak)
        oud.hide()
        oud.deleteLater()

    def _maak_lijst(self, rijen: Sequence[Piphandtekening], anders: set[str]) -> QWidget:
        vlak = QWidget(self._eerder)
        blad = QVBoxLayout(vlak)
        blad.setContentsMargins(0, 0, 0, 0)
        blad.setSpacing(16)
        if not rijen:
            blad.addWidget(regel(_("Er is nog niets vastgelegd."), "zacht", vlak))
        for rij in reversed(rijen):
            blad.addLayout(self._rij(rij, vlak, anders=rij.id in anders))
        return vlak

    def _rij(self, h: Piphandtekening, vlak: QWidget, *, anders: bool) -> QVBoxLayout:
        blad = QVBoxLayout()
        blad.setSpacing(0)
        kop = QHBoxLayout()
        naam = f"{woord(h.wijze)}, {datum_nederlands(h.op.date())}"
        kop.addWidget(regel(naam, "veldnaam", vlak), 1)
        weg = knop(_("Haal weg"), "stil", vlak)
        weg.setAccessibleName(_("Haal weg: {wat}").format(wat=naam))
        weg.clicked.connect(lambda _aan=False, id_=h.id: self._haal_weg(id_))
        kop.addWidget(weg)
        blad.addLayout(kop)
        door = self._werkplek.collegas.get(h.door or "", "")
        delen = [
            woord(h.verklaring) if h.verklaring is not None else "",
            _("Tolk: {naam}").format(naam=h.tolk) if h.tolk else "",
            h.reden,
            _("Vastgelegd door {naam}").format(naam=door) if door else "",
        ]
        blad.addWidget(regel("  ·  ".join(d for d in delen if d), "klein", vlak))
        if anders:
            zin = _("Daarna is het plan veranderd. Laat de cliënt zo nodig opnieuw tekenen.")
            blad.addWidget(regel(zin, "klein-let-op", vlak))
        if h.wijze is Handtekenwijze.SCHERM:
            blad.addSpacing(8)
            beeld = Tekenkaart(vlak)
            beeld.zet(Handtekening.van_json(h.strepen))
            beeld.alleen_lezen(True)
            # Its surface has a stretch of its own, which would pull the whole card open.
            beeld.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            beeld.setFixedSize(round((KLEINBEELD - RAND) * VERHOUDING + RAND), KLEINBEELD)
            blad.addLayout(links(beeld))
        return blad

    def _haal_weg(self, id_: str) -> None:
        store = self._werkplek.store
        self._werkplek.probeer(lambda: verwijder_handtekening(store, id_))

    def _na_wijziging(self, gewijzigd: Gewijzigd) -> None:
        if not {"piphandtekening", "pip", "pipregel"}.isdisjoint(gewijzigd):
            self._lees()

    def blank(self) -> None:
        """Locked: nothing is left on the client's screen."""
        self.scherm2.sluit()

    def focusInEvent(self, gebeurtenis: QFocusEvent) -> None:
        # Whoever shows the sheet gives it the focus: that is for the way back.
        self.knop_terug.setFocus(gebeurtenis.reason())
