"""The papers of one version: to look at, to keep in a folder, and the client's page aloud."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QFocusEvent, QHideEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from desktop.documents.bestand import NietBewaard, bestandsnaam
from desktop.documents.gegevens import Keus
from desktop.documents.mijnplan import maak_mijnplan
from desktop.documents.plandruk import is_concept
from desktop.models.pipwoorden import GEMEENTETABELLEN, PLANTABELLEN, WEGINGTABELLEN
from desktop.models.spoor import Inzagesoort
from desktop.store.aankondiging import Gewijzigd
from desktop.taal import _
from desktop.views.pip.mijnplanvoorbeeld import Mijnplankaart
from desktop.views.pip.papierwerk import Papier, Planpapieren, bewaar_samen, planpapieren
from desktop.views.taken import Achtergrondtaak
from desktop.views.toegang.velden import links
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import Blad, Sectie, knop, regel
from desktop.views.widgets.mapkeuze import Mapkeuze

ONDERWERPEN = frozenset(
    {*PLANTABELLEN, *WEGINGTABELLEN, *GEMEENTETABELLEN, "dossier", "termijnfeit", "toetsuitslag"}
)
"""What stands on these papers."""


def papier_in_woorden(papier: Papier) -> tuple[str, str]:
    """What it is called, and whom it is for."""
    return {
        Papier.BESCHIKKING: (
            _("Brief met het besluit"),
            _("Het officiële besluit, met het plan erbij"),
        ),
        Papier.PIP: (_("Het hele plan (PIP)"), _("Voor het dossier, in het Nederlands")),
        Papier.MIJN_PLAN: (_("Mijn plan"), _("Eén bladzijde voor de cliënt, in de eigen taal")),
        Papier.OVERTYPBLAD: (_("Overtypblad voor DUO"), _("Precies de velden van het portaal")),
    }[papier]


class Papierenblad(Blad):
    """`gezien` carries what goes on a paper that is made, for the trail.

    It tells so before the paper is there: after a lock meanwhile nothing can be written down.
    """

    gezien = Signal(object)

    def __init__(self, werkplek: Werkplek, pip_id: str, parent: QWidget | None = None) -> None:
        super().__init__(_("Papieren bij het plan"), parent)
        self._werkplek, self._pip_id = werkplek, pip_id
        papieren = planpapieren(werkplek, pip_id)
        if papieren is None:
            raise LookupError("version is gone")
        self._papieren: Planpapieren = papieren
        self._taak: Achtergrondtaak | None = None
        self.gemaakt: list[Path] = []
        self.leg([self._keuzekaart()], [self._voorbeeldkaart()])
        # Nothing is typed over at DUO before it is set.
        self.keuzes[Papier.OVERTYPBLAD].setChecked(not is_concept(papieren.inhoud))
        self._toon()
        werkplek.gewijzigd.connect(self._na_wijziging)

    def _keuzekaart(self) -> Sectie:
        kaart = Sectie(_("Welke papieren"), self)
        vak = kaart.blad
        vak.setSpacing(8)
        zin = _("Dit plan is nog niet vastgesteld. Op elk papier staat dat het een concept is.")
        self.concept = regel(zin, "fout", kaart)
        vak.addWidget(self.concept)
        self.keuzes: dict[Papier, QCheckBox] = {}
        self.bekijk: dict[Papier, QWidget] = {}
        rooster = QGridLayout()
        rooster.setHorizontalSpacing(16)
        rooster.setVerticalSpacing(8)
        rooster.setColumnStretch(1, 1)
        for nr, papier in enumerate(Papier):
            for kolom, deel in enumerate(self._rij(papier, kaart)):
                rooster.addWidget(deel, nr, kolom)
        vak.addLayout(rooster)
        vak.addSpacing(8)
        self.met_gezondheid = QCheckBox(_("Druk ook gezondheid af"), kaart)
        self.met_gezondheid.setAccessibleName(self.met_gezondheid.text())
        self.met_gezondheid.toggled.connect(self._toon)
        vak.addWidget(self.met_gezondheid)
        vak.addWidget(regel(_("Bewaren in deze map"), "veldnaam", kaart))
        self.map = Mapkeuze(self._werkplek, kaart)
        vak.addWidget(self.map)
        self.fout = regel("", "fout", kaart)
        self.fout.hide()
        vak.addWidget(self.fout)
        let_op = _("Een papier is niet versleuteld. Gooi het weg als je het niet meer nodig hebt.")
        vak.addWidget(regel(let_op, "klein", kaart))
        self.maak = knop(_("Maak de papieren"), "hoofd", kaart)
        self.maak.clicked.connect(self._maak)
        self.open = knop(_("Open de map"), "gewoon", kaart)
        self.open.clicked.connect(self._open_map)
        self.open.hide()
        vak.addLayout(links(self.maak, self.open))
        self.klaar = regel("", "zacht", kaart)
        self.klaar.hide()
        vak.addWidget(self.klaar)
        return kaart

    def _rij(self, papier: Papier, ouder: QWidget) -> tuple[QWidget, ...]:
        naam, uitleg = papier_in_woorden(papier)
        keuze = QCheckBox(naam, ouder)
        keuze.setAccessibleName(naam)
        keuze.setAccessibleDescription(uitleg)
        keuze.setChecked(True)
        keuze.toggled.connect(self._toon_knop)
        self.keuzes[papier] = keuze
        kijk = knop(_("Bekijk"), "stil", ouder)
        kijk.setAccessibleName(_("Bekijk: {papier}").format(papier=naam))
        kijk.setToolTip(_("Een kopie om te bekijken. Die gaat weg als het programma op slot gaat."))
        kijk.clicked.connect(lambda: self._bekijk(papier))
        self.bekijk[papier] = kijk
        return keuze, regel(uitleg, "klein", ouder), kijk

    def _voorbeeldkaart(self) -> Sectie:
        self.voorbeeld = Mijnplankaart(self._werkplek, self._papieren.keuze, self)
        return self.voorbeeld

    def _keus(self) -> Keus:
        return Keus(gezondheid=self.met_gezondheid.isChecked())

    def _toon(self) -> None:
        """The client's page as it will be; painting belongs to this thread."""
        inhoud = self._papieren.inhoud
        self.concept.setVisible(is_concept(inhoud))
        heeft = any(r.gezondheid for r in inhoud.regels)
        self.met_gezondheid.setVisible(heeft)
        if self.met_gezondheid.isChecked() and not heeft:
            self.met_gezondheid.setChecked(False)  # which comes here again
            return
        prompts = self._werkplek.prompts_voor(self._papieren.keuze)
        self._mijnplan = self._papieren.mijnplan(
            prompts,
            self._werkplek.store.vandaag(),
            met_gezondheid=self.met_gezondheid.isChecked(),
        )
        self.voorbeeld.toon(self._mijnplan)
        self._toon_knop()

    def _toon_knop(self) -> None:
        self.maak.setEnabled(
            self._taak is None and any(k.isChecked() for k in self.keuzes.values())
        )

    def _na_wijziging(self, gewijzigd: Gewijzigd) -> None:
        """Somebody wrote in the plan, or set it on another laptop: what is printed is that."""
        if ONDERWERPEN.isdisjoint(gewijzigd):
            return
        nieuw = planpapieren(self._werkplek, self._pip_id)
        if nieuw is not None and nieuw != self._papieren:
            self._papieren = nieuw
            self._toon()

    # --- making

    def _naam(self, papier: Papier) -> str:
        inhoud = self._papieren.inhoud
        return bestandsnaam(
            papier.value, inhoud.wie.nummer, versie=inhoud.versie, concept=is_concept(inhoud)
        )

    def _maker(self, papier: Papier) -> Callable[[], bytes]:
        if papier is Papier.MIJN_PLAN:
            # Qt's painting is quick, and the register belongs to this thread.
            blad = maak_mijnplan(self._mijnplan, self._werkplek.pictogrammen.teken)
            return lambda: blad
        return self._papieren.maker(papier, self._keus())

    def _maak(self) -> None:
        map_ = self.map.map
        werk = [(self._maker(p), self._naam(p)) for p, k in self.keuzes.items() if k.isChecked()]
        self._begin(partial(bewaar_samen, werk, map_), self._gelukt)

    def _bekijk(self, papier: Papier) -> None:
        maak, naam = self._maker(papier), self._naam(papier)
        self._begin(lambda: (maak(), naam), self._kijk)

    def _begin(self, werk: Callable[[], object], gelukt: Callable[[object], None]) -> None:
        self._zeg("")
        self._meld(_("Even wachten…"))
        self.open.hide()
        self._taak = Achtergrondtaak(werk, self)
        self._taak.klaar.connect(lambda uit: self._klaar(lambda: gelukt(uit)))
        self._taak.mislukt.connect(self._mislukt)
        self._zet_bezig()
        soorten = [Inzagesoort.DOSSIER, Inzagesoort.BSN]
        if self.met_gezondheid.isChecked():
            soorten.append(Inzagesoort.GEZONDHEID)
        self.gezien.emit(tuple(soorten))
        self._taak.start()

    def _klaar(self, gelukt: Callable[[], None]) -> None:
        self._taak = None
        self._zet_bezig()
        gelukt()

    def _gelukt(self, paden: object) -> None:
        assert isinstance(paden, tuple)
        self.gemaakt = list(paden)
        self.map.onthoud(paden[0].parent)
        # A name a line: a name that is broken in two is hard to find again in a folder.
        namen = "".join(f"\n{p.name}" for p in paden)
        self._meld(_("Klaar: {bestanden}").format(bestanden=namen))
        self.open.show()
        self.maak.setFocus(Qt.FocusReason.OtherFocusReason)  # it went when the button was off

    def _kijk(self, werk: object) -> None:
        assert isinstance(werk, tuple)
        inhoud, naam = werk
        self._meld("")
        try:
            self._werkplek.kijkkopieen.open(inhoud, naam)
        except NietBewaard as fout:
            self._zeg(_(fout.zin))

    def _mislukt(self, fout: Exception) -> None:
        self._taak = None
        self._zet_bezig()
        self._meld("")
        zin = "Het papier maken lukt nu niet. Probeer het opnieuw."
        self._zeg(_(fout.zin if isinstance(fout, NietBewaard) else zin))
        self.map.veld.setFocus()

    def _zet_bezig(self) -> None:
        for kijk in self.bekijk.values():
            kijk.setEnabled(self._taak is None)
        self._toon_knop()

    def _zeg(self, zin: str) -> None:
        self.fout.setText(zin)
        self.fout.setVisible(bool(zin))
        self.map.veld.setAccessibleDescription(zin)

    def _meld(self, zin: str) -> None:
        self.klaar.setText(zin)
        self.klaar.setVisible(bool(zin))

    def _open_map(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.gemaakt[0].parent)))

    def hideEvent(self, gebeurtenis: QHideEvent) -> None:
        super().hideEvent(gebeurtenis)
        self.voorbeeld.zwijg()

    def focusInEvent(self, gebeurtenis: QFocusEvent) -> None:
        # Whoever shows the sheet gives it the focus: that is for the one thing to do.
        self.maak.setFocus(gebeurtenis.reason())
