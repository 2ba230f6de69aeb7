"""The papers of an invitation in a folder: letters and calendar files, or a list to call."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop import catalogi
from desktop.documents.bestand import NietBewaard
from desktop.documents.toetsbriefgegevens import Afzender
from desktop.models.dossier import Medewerker
from desktop.models.fouten import Domeinfout, Invoerfout
from desktop.store import toetsplanning
from desktop.store.toetsuitnodigen import Uitnodiging
from desktop.taal import _, meervoud
from desktop.views.dossiers.velden import tekstveld
from desktop.views.taken import Achtergrondtaak
from desktop.views.toets.uitnodigwerk import MORGEN, Gemaakt, maak_lijst, maak_papieren
from desktop.views.toets.woorden import fout_in_woorden
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import Sectie, knop, regel
from desktop.views.widgets.mapkeuze import Mapkeuze


class Uitnodigpapier(Sectie):
    """Makes them off the GUI thread. `bezig` while it does; `gedaan` when people are invited."""

    bezig = Signal(bool)
    gedaan = Signal()

    def __init__(self, werkplek: Werkplek, parent: QWidget) -> None:
        super().__init__(_("Brieven en agenda"), parent)
        self._werkplek = werkplek
        self._taak: Achtergrondtaak | None = None
        self._stop = threading.Event()
        self._wie: Sequence[Uitnodiging] = ()
        self._morgen = False
        self._naam = ""
        self.blad.setSpacing(8)
        self.uitleg = regel("", "zacht", self)
        self.blad.addWidget(self.uitleg)
        self.telefoon = tekstveld("telefoon", _("Telefoon in de brief"), self, lengte=40)
        self.email = tekstveld("email", _("E-mail van de afzender"), self)
        self.raster((self.telefoon, self.email))
        self.blad.addWidget(regel(_("Bewaren in deze map"), "veldnaam", self))
        self.map = Mapkeuze(werkplek, self)
        self.blad.addWidget(self.map)
        self.fout = regel("", "fout", self)
        self.fout.hide()
        self.blad.addWidget(self.fout)
        let_op = _("Een papier is niet versleuteld. Gooi het weg als je het niet meer nodig hebt.")
        self.blad.addWidget(regel(let_op, "klein", self))
        rij = QHBoxLayout()
        rij.setSpacing(8)
        self.maak = knop(_("Nodig uit"), "hoofd", self)
        self.maak.clicked.connect(self._maak)
        self.stop = knop(_("Stop"), "gewoon", self)
        self.stop.clicked.connect(self._stop.set)
        self.stop.hide()
        rij.addWidget(self.maak)
        rij.addWidget(self.stop)
        rij.addStretch()
        self.blad.addLayout(rij)
        self.klaar = regel("", "zacht", self)
        self.klaar.hide()
        self.blad.addWidget(self.klaar)

    def zet_afzender(self, ik: Medewerker | None) -> None:
        """Who invites; what was typed stays."""
        self._naam = ik.naam if ik else ""
        for veld, waarde in (
            (self.telefoon, ik.telefoon if ik else ""),
            (self.email, ik.email if ik else ""),
        ):
            if not veld.tekst:
                veld.zet(waarde or "")

    def toon(self, wie: Sequence[Uitnodiging], *, morgen: bool) -> None:
        """For these people; for tomorrow a list to call."""
        self._wie, self._morgen = wie, morgen
        aantal = len(wie)
        tekst = _("Maak de lijst om te bellen")
        if not morgen:
            tekst = (
                meervoud("Nodig {aantal} cliënt uit", "Nodig {aantal} cliënten uit", aantal)
                if aantal
                else _("Nodig uit")
            )
        self.maak.setText(tekst)
        self.maak.setAccessibleName(tekst)
        self.maak.setEnabled(bool(aantal) and self._taak is None)
        self.uitleg.setText(
            _("Een lijst op papier met naam, tijd, telefoon en taal.")
            if morgen
            else _(
                "Voor elke cliënt een brief in twee talen, voor elke toets een agendabestand. "
                "Daarna staan deze cliënten op ‘uitgenodigd’."
            )
        )
        for veld in (self.telefoon, self.email):
            veld.setHidden(morgen)

    def _maak(self) -> None:
        wie, map_ = self._wie, self.map.map
        store = self._werkplek.store
        gemeenten = {g.code: g.naam for g in self._werkplek.gemeenten}
        vandaag = store.vandaag()
        if self._morgen:
            plaats = gemeenten.get(wie[0].gemeente, "")
            # Dutch names of languages: they go on paper.
            talen = {tag: taal.naam for tag, taal in catalogi.talen().items()}
            self._begin(
                lambda: maak_lijst(wie, vandaag + MORGEN, plaats, map_, talen), self._lijst_klaar
            )
            return
        prompts = {u.taal: self._werkplek.prompts(u.taal) for u in wie}
        van = Afzender("", self._naam, self.telefoon.tekst, self.email.tekst)
        nu, stop = store.nu(), self._stop

        def werk() -> Gemaakt:
            return maak_papieren(
                wie,
                prompts,
                van,
                gemeenten,
                map_,
                nu=nu,
                vandaag=vandaag,
                gestopt=stop.is_set,
            )

        self._begin(werk, partial(self._brieven_klaar, [u.kandidaat_id for u in wie]))

    def _begin(self, werk: Callable[[], Any], daarna: Callable[[Any], None]) -> None:
        if self._taak is not None:
            return
        self._stop.clear()
        self._zeg_fout("")
        self.email.toon_fout("")
        self._zeg_klaar(_("Even wachten…"))
        self._taak = Achtergrondtaak(werk, self)
        self._taak.klaar.connect(daarna)
        self._taak.mislukt.connect(self._mislukt)
        self._zet_bezig()
        self._taak.start()

    def _zet_bezig(self) -> None:
        bezig = self._taak is not None
        self.maak.setEnabled(not bezig and bool(self._wie))
        self.stop.setVisible(bezig and not self._morgen)
        self.map.setEnabled(not bezig)
        self.bezig.emit(bezig)

    def _einde(self) -> None:
        self._taak = None
        self._zet_bezig()

    def _brieven_klaar(self, ids: list[str], uit: Gemaakt) -> None:
        self._einde()
        if not uit.brieven:
            self._zeg_klaar(_("Gestopt. Er is niets gemaakt."))
            return
        self.map.onthoud(uit.brieven[0].parent)
        gelukt = self._werkplek.probeer(
            lambda: toetsplanning.nodig_uit(self._werkplek.store, ids),
            lambda fout: self._zeg_fout(fout_in_woorden(fout)),
        )
        zin = (
            _("Klaar: {brieven} en {agendas} in {map}.")
            if gelukt
            else _(
                "{brieven} en {agendas} staan in {map}. Maar deze cliënten staan nog niet op "
                "‘uitgenodigd’. Kijk de lijst na en nodig ze opnieuw uit."
            )
        )
        self._zeg_klaar(
            zin.format(
                brieven=meervoud("{aantal} brief", "{aantal} brieven", len(uit.brieven)),
                agendas=meervoud(
                    "{aantal} agendabestand", "{aantal} agendabestanden", len(uit.agendas)
                ),
                map=uit.brieven[0].parent.name,
            )
        )
        self.gedaan.emit()

    def _lijst_klaar(self, pad: Path) -> None:
        self._einde()
        self.map.onthoud(pad.parent)
        self._zeg_klaar(_("Klaar: {bestand}").format(bestand=pad.name))

    def _mislukt(self, fout: Exception) -> None:
        self._einde()
        self._zeg_klaar("")
        if isinstance(fout, Invoerfout) and fout.veld == "email":
            self.email.toon_fout(fout_in_woorden(fout))
            self.email.invoer.setFocus()
            return
        if isinstance(fout, NietBewaard):
            self._zeg_fout(_(fout.zin))
            self.map.veld.setFocus()
            return
        zin = _("De papieren maken lukt nu niet. Probeer het opnieuw.")
        self._zeg_fout(fout_in_woorden(fout) if isinstance(fout, Domeinfout) else zin)

    def _zeg_klaar(self, zin: str) -> None:
        self.klaar.setText(zin)
        self.klaar.setVisible(bool(zin))

    def _zeg_fout(self, zin: str) -> None:
        self.fout.setText(zin)
        self.fout.setVisible(bool(zin))
        self.map.veld.setAccessibleDescription(zin)
