"""What was signed before: how, when, by whom it was kept, and the signature or the scan itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.documents.bestand import bestandsnaam
from desktop.models.formulier import datum_nederlands
from desktop.models.handtekening import VERHOUDING, Handtekening
from desktop.models.pip import Pip
from desktop.models.pipdelen import Handtekenwijze, Piphandtekening
from desktop.models.tijdzone import kalenderdag
from desktop.models.woorden import woord
from desktop.store.aankondiging import Gewijzigd
from desktop.store.pip import inhoud_van
from desktop.store.pipvaststellen import tekende_deze_tekst, verwijder_handtekening
from desktop.taal import _
from desktop.views.pip.scanbeeld import Scanbeeld
from desktop.views.pip.tekenkaart import Tekenkaart
from desktop.views.pip.tekenvlak import RAND
from desktop.views.toegang.velden import links
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import Sectie, knop, regel

KLEINBEELD = 120
"""Height of a signature that is kept."""


class Tekenlijst(Sectie):
    """All signatures of one version, the last one first."""

    def __init__(
        self, werkplek: Werkplek, pip_id: str, parent: QWidget, *, mag_schrijven: bool
    ) -> None:
        super().__init__(_("Vastgelegd"), parent)
        self._werkplek, self._pip_id, self._mag_schrijven = werkplek, pip_id, mag_schrijven
        self._lijst = QWidget(self)
        self._getoond: object = None
        self.scans: list[Scanbeeld] = []
        self.blad.addWidget(self._lijst)
        self._lees()
        werkplek.gewijzigd.connect(self._na_wijziging)

    def _lees(self) -> None:
        with self._werkplek.store.lees() as sessie:
            pip = sessie.get(Pip, self._pip_id)
            if pip is None:
                return
            inhoud = inhoud_van(sessie, pip)
            rijen = list(pip.handtekeningen)
        anders = {h.id for h in rijen if not tekende_deze_tekst(h, inhoud)}
        beeld = [(h.id, h.id in anders, self._door(h)) for h in rijen]
        if beeld == self._getoond:
            return  # a scan that somebody looks at stays where it is
        self._getoond = beeld
        self._bestand = bestandsnaam("handtekening", inhoud.wie.nummer, versie=inhoud.versie)
        vlak = self._maak_lijst(rijen, anders)
        oud, self._lijst = self._lijst, vlak
        self.blad.replaceWidget(oud, vlak)
        oud.hide()
        oud.deleteLater()

    def _door(self, h: Piphandtekening) -> str:
        return self._werkplek.collegas.get(h.door or "", "")

    def _maak_lijst(self, rijen: Sequence[Piphandtekening], anders: set[str]) -> QWidget:
        self.scans = []
        vlak = QWidget(self)
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
        naam = f"{woord(h.wijze)}, {datum_nederlands(kalenderdag(h.op))}"
        kop.addWidget(regel(naam, "veldnaam", vlak), 1)
        if self._mag_schrijven:
            weg = knop(_("Haal weg"), "stil", vlak)
            weg.setAccessibleName(_("Haal weg: {wat}").format(wat=naam))
            weg.clicked.connect(lambda _aan=False, id_=h.id: self._haal_weg(id_))
            kop.addWidget(weg)
        blad.addLayout(kop)
        door = self._door(h)
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
            blad.addLayout(links(self._streken(h, vlak)))
        elif h.wijze is Handtekenwijze.PAPIER:
            scan = Scanbeeld(
                self._werkplek, (h.scan, h.scan_naam_soort), vlak, naam=naam, bestand=self._bestand
            )
            self.scans.append(scan)
            blad.addWidget(scan)
        return blad

    def _streken(self, h: Piphandtekening, vlak: QWidget) -> Tekenkaart:
        beeld = Tekenkaart(vlak)
        beeld.zet(Handtekening.van_json(h.strepen))
        beeld.alleen_lezen(True)
        # Its surface has a stretch of its own, which would pull the whole card open.
        beeld.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        beeld.setFixedSize(round((KLEINBEELD - RAND) * VERHOUDING + RAND), KLEINBEELD)
        return beeld

    def _haal_weg(self, id_: str) -> None:
        store = self._werkplek.store
        self._werkplek.probeer(lambda: verwijder_handtekening(store, id_))

    def _na_wijziging(self, gewijzigd: Gewijzigd) -> None:
        if not {"piphandtekening", "pip", "pipregel"}.isdisjoint(gewijzigd):
            self._lees()
