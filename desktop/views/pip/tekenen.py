"""How the client signs: on a screen, on paper, only seen, or not. None of it stops the plan."""

from __future__ import annotations

import base64
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QHideEvent
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QRadioButton, QVBoxLayout, QWidget

from desktop.models.basis import Stroomklasse
from desktop.models.dossier import Dossier
from desktop.models.fouten import Domeinfout, Invoerfout
from desktop.models.handtekening import Handtekening
from desktop.models.pip import Pip
from desktop.models.pipdelen import Handtekenwijze, Verklaring
from desktop.store.pippapieren import planbron
from desktop.store.pipvaststellen import SCAN_HOOGSTENS, Ondertekening, onderteken, scansoort
from desktop.taal import _
from desktop.views.dossiers.velden import tekstveld
from desktop.views.pip.clienttekening import Clienttekening
from desktop.views.pip.scanbeeld import KLEIN_BREED, Scanbeeld
from desktop.views.pip.tekenkaart import Tekenkaart
from desktop.views.pip.tekenlijst import Tekenlijst
from desktop.views.toegang.recht import recht_in
from desktop.views.toegang.velden import LANGSTE_REDEN, links, probeer_met
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import Blad, Sectie, knop, regel


class Tekenblad(Blad):
    """One sheet for one version; what was signed before stands beside it."""

    getekend = Signal()

    def __init__(self, werkplek: Werkplek, pip_id: str, parent: QWidget | None = None) -> None:
        super().__init__(_("Handtekening van de cliënt"), parent)
        self._werkplek, self._pip_id = werkplek, pip_id
        self._scan, self._scansoort = "", ""
        self.scherm2 = Clienttekening(werkplek.pictogrammen, self)
        self.scherm2.getekend.connect(self._van_scherm2)
        mag_schrijven = self._mag_schrijven()
        self.lijst = Tekenlijst(werkplek, pip_id, self, mag_schrijven=mag_schrijven)
        kaart = self._kaart()
        kaart.setVisible(mag_schrijven)
        self.leg([kaart], [self.lijst])
        self._kies(Handtekenwijze.SCHERM)

    def _mag_schrijven(self) -> bool:
        with self._werkplek.store.lees() as sessie:
            pip = sessie.get(Pip, self._pip_id)
            dossier = sessie.get(Dossier, pip.dossier_id) if pip is not None else None
        if dossier is None:
            return False
        recht = recht_in(self._werkplek, dossier.gemeente)
        return recht is None or Stroomklasse.PIP in recht.schrijven

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
        self.scan = regel("", "klein", self._papier)
        blad.addWidget(self.scan)
        self.voorbeeld: Scanbeeld | None = None
        """What was chosen, to see whether it is the right paper."""
        self._vergeet_scan()
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
            with pad.open("rb") as bestand:
                rauw = bestand.read(SCAN_HOOGSTENS + 1)
        except OSError:
            self._zeg(_("Dit bestand is niet te lezen. Kies een ander."))
            return
        if len(rauw) > SCAN_HOOGSTENS:
            zin = _("Deze scan is te groot: hoogstens {mb} MB. Scan in zwart-wit.")
            self._zeg(zin.format(mb=SCAN_HOOGSTENS // 1_000_000))
            return
        soort = scansoort(rauw)
        if not soort:
            self._zeg(_("Kies een pdf, png of jpg."))
            return
        self._zeg("")
        self._vergeet_scan()
        self._scan, self._scansoort = base64.b64encode(rauw).decode("ascii"), soort
        self.scan.setText(_("De scan is gekozen. Kies Leg vast."))
        self._toon_keuze()

    def _toon_keuze(self) -> None:
        self.voorbeeld = beeld = Scanbeeld(
            self._werkplek,
            (self._scan, self._scansoort),
            self._papier,
            naam=_("de gekozen scan"),
            bestand="scan.pdf",
            passend=KLEIN_BREED,
        )
        beeld.gelezen.connect(self._na_lezen)
        blad = self._papier.layout()
        assert blad is not None
        blad.addWidget(beeld)

    def _na_lezen(self, gelukt: bool) -> None:
        if not gelukt:
            self._vergeet_scan()
            self._zeg(_("Dit bestand is niet te lezen. Kies een ander."))

    def _vergeet_scan(self) -> None:
        self._scan = self._scansoort = ""
        self.scan.setText(_("Een pdf, png of jpg van het getekende papier."))
        if self.voorbeeld is not None:
            self.voorbeeld.hide()
            self.voorbeeld.deleteLater()
            self.voorbeeld = None

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
        if self._bewaar(handtekening):
            self.scherm2.bedank()

    # --- keeping

    def _bewaar(self, handtekening: Handtekening) -> bool:
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
        velden = [self.tolk, self.reden]
        if not probeer_met(
            self._werkplek, velden, lambda: onderteken(store, pip_id, hoe), self._weiger
        ):
            return False
        self._vergeet_scan()
        self.tekenkaart.zet(Handtekening())
        self.getekend.emit()
        return True

    def _weiger(self, fout: Domeinfout) -> None:
        self._zeg(_(fout.zin).format(**fout.waarden))
        if isinstance(fout, Invoerfout) and fout.veld == "scan":
            self.kies_scan.setFocus()

    def _zeg(self, zin: str) -> None:
        self.fout.setText(zin)
        self.fout.setVisible(bool(zin))

    def blank(self) -> None:
        """Locked: nothing is left on the client's screen."""
        self.scherm2.sluit()

    def hideEvent(self, gebeurtenis: QHideEvent) -> None:
        super().hideEvent(gebeurtenis)
        if not gebeurtenis.spontaneous():  # another sheet: nobody keeps a signature any more
            self.scherm2.sluit()

    def focusInEvent(self, gebeurtenis: QFocusEvent) -> None:
        # Whoever shows the sheet gives it the focus: that is for the way back.
        self.knop_terug.setFocus(gebeurtenis.reason())
