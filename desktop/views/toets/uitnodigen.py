"""Inviting: letters and calendar files in a folder, text messages, and whom to remind tomorrow."""

from __future__ import annotations

import enum
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop import catalogi
from desktop.documents.bestand import NietBewaard
from desktop.documents.toetsbriefgegevens import Afzender
from desktop.models.dossier import Medewerker
from desktop.models.fouten import Domeinfout, Invoerfout
from desktop.store import toetsplanning
from desktop.store.aankondiging import Gewijzigd
from desktop.taal import _, meervoud
from desktop.views.dossiers.velden import Keuzelijst, tekstveld
from desktop.views.taken import Achtergrondtaak
from desktop.views.toets.smskaart import Smskaart
from desktop.views.toets.uitnodigwerk import (
    MORGEN,
    Gemaakt,
    Genodigde,
    Lezer,
    bericht,
    maak_lijst,
    maak_papieren,
)
from desktop.views.toets.voorstelblad import VOORUIT
from desktop.views.toets.woorden import TUSSEN, dag_in_woorden, fout_in_woorden
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import Kolommen, Sectie, knop, regel, schuifvlak
from desktop.views.widgets.mapkeuze import Mapkeuze

ONDERWERPEN = frozenset({"kandidaat", "toetssessie", "toetsruimte", "dossier"})
WIE = Qt.ItemDataRole.UserRole
LANGSTE_LIJST = 9
"""People that are shown at once; a longer list scrolls."""


class Filter(enum.StrEnum):
    """Which people the list shows."""

    NODIG = "nodig"
    ALLES = "alles"
    MORGEN = "morgen"


class Uitnodigscherm(QWidget):
    """A list of people with a place; ticked ones get their letter. `terug`: to the plan list."""

    terug = Signal()

    def __init__(self, werkplek: Werkplek, parent: QWidget) -> None:
        super().__init__(parent)
        self._werkplek = werkplek
        self._taak: Achtergrondtaak | None = None
        self._stop = threading.Event()
        self.mensen: list[Genodigde] = []
        kolommen = Kolommen(self)
        self.sms = Smskaart(self)
        kolommen.vul([self._wiekaart()], [self._papierkaart(), self.sms])
        blad = QVBoxLayout(self)
        blad.setContentsMargins(0, 0, 0, 0)
        blad.addWidget(schuifvlak(kolommen, self))
        werkplek.gewijzigd.connect(self._na_wijziging)

    def _wiekaart(self) -> Sectie:
        kaart = Sectie(_("Uitnodigen en herinneren"), self)
        kaart.blad.setSpacing(8)
        rij = QHBoxLayout()
        rij.setSpacing(8)
        self.filter = Keuzelijst(
            (
                (Filter.NODIG, _("Nog uitnodigen")),
                (Filter.MORGEN, _("Morgen: herinneren")),
                (Filter.ALLES, _("Iedereen met een plek")),
            ),
            kaart,
        )
        self.filter.setAccessibleName(_("Wie"))
        self.filter.setCurrentIndex(0)
        self.filter.currentIndexChanged.connect(self.lees)
        self.knop_terug = knop(_("Terug naar de lijst"), "gewoon", kaart)
        self.knop_terug.clicked.connect(self.terug)
        rij.addWidget(self.filter, 1)
        rij.addWidget(self.knop_terug)
        kaart.blad.addLayout(rij)
        self.lijst = QListWidget(kaart)
        self.lijst.setAccessibleName(_("Cliënten met een plek"))
        self.lijst.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.lijst.setProperty("soort", "lijst")
        self.lijst.setWordWrap(True)
        self.lijst.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lijst.itemChanged.connect(self._tel)
        self.lijst.currentRowChanged.connect(self._toon_sms)
        kaart.blad.addWidget(self.lijst)
        self.leeg = regel("", "zacht", kaart)
        kaart.blad.addWidget(self.leeg)
        kaart.blad.addStretch()
        return kaart

    def _papierkaart(self) -> Sectie:
        kaart = self.papieren = Sectie(_("Brieven en agenda"), self)
        kaart.blad.setSpacing(8)
        self.uitleg = regel("", "zacht", kaart)
        kaart.blad.addWidget(self.uitleg)
        self.telefoon = tekstveld("telefoon", _("Telefoon in de brief"), kaart, lengte=40)
        self.email = tekstveld("email", _("E-mail van de afzender"), kaart)
        kaart.raster((self.telefoon, self.email))
        kaart.blad.addWidget(regel(_("Bewaren in deze map"), "veldnaam", kaart))
        self.map = Mapkeuze(self._werkplek, kaart)
        kaart.blad.addWidget(self.map)
        self.fout = regel("", "fout", kaart)
        self.fout.hide()
        kaart.blad.addWidget(self.fout)
        let_op = _("Een papier is niet versleuteld. Gooi het weg als je het niet meer nodig hebt.")
        kaart.blad.addWidget(regel(let_op, "klein", kaart))
        rij = QHBoxLayout()
        rij.setSpacing(8)
        self.maak = knop(_("Nodig uit"), "hoofd", kaart)
        self.maak.clicked.connect(self._nodig_uit)
        self.stop = knop(_("Stop"), "gewoon", kaart)
        self.stop.clicked.connect(self._stop.set)
        self.stop.hide()
        rij.addWidget(self.maak)
        rij.addWidget(self.stop)
        rij.addStretch()
        kaart.blad.addLayout(rij)
        self.klaar = regel("", "zacht", kaart)
        self.klaar.hide()
        kaart.blad.addWidget(self.klaar)
        return kaart

    def focusInEvent(self, gebeurtenis: QFocusEvent) -> None:
        doel: QWidget = self.lijst if self.mensen else self.filter
        doel.setFocus(gebeurtenis.reason())

    # --- reading

    @property
    def _filter(self) -> Filter:
        return Filter(self.filter.waarde())

    def lees(self) -> None:
        """Asks again who has a place; ticks of who is still there stay."""
        store, soort = self._werkplek.store, self._filter
        vandaag = store.vandaag()
        uit_gezet = {self._id(n) for n in range(self.lijst.count()) if not self._aan(n)}
        huidig = self._id(self.lijst.currentRow()) if self.lijst.currentRow() >= 0 else ""
        # Dutch names of languages: they go on paper.
        talen = {tag: taal.naam for tag, taal in catalogi.talen().items()}
        with store.lees() as sessie:
            lezer = Lezer(sessie, talen)
            if soort is Filter.MORGEN:
                mensen = lezer.op_dag(vandaag + MORGEN)
            else:
                mensen = lezer.komende(vandaag, vandaag + VOORUIT)
            ik = sessie.get(Medewerker, store.gebruiker_id or "")
            naam, telefoon, email = (ik.naam, ik.telefoon, ik.email) if ik else ("", "", "")
        self._naam = naam
        for veld, waarde in ((self.telefoon, telefoon), (self.email, email)):
            if not veld.tekst:
                veld.zet(waarde or "")
        self.mensen = [g for g in mensen if g.nodig or soort is not Filter.NODIG]
        self._vul(uit_gezet, huidig)

    def _vul(self, uit_gezet: set[str], huidig: str) -> None:
        soort = self._filter
        self.lijst.blockSignals(True)
        self.lijst.clear()
        for een in self.mensen:
            item = QListWidgetItem(self._regel(een))
            item.setData(WIE, een.kandidaat_id)
            if soort is not Filter.MORGEN:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                aan = een.nodig and een.kandidaat_id not in uit_gezet
                item.setCheckState(Qt.CheckState.Checked if aan else Qt.CheckState.Unchecked)
            self.lijst.addItem(item)
        self.lijst.blockSignals(False)
        rij = next((n for n, g in enumerate(self.mensen) if g.kandidaat_id == huidig), 0)
        self.lijst.setCurrentRow(rij if self.mensen else -1)
        rijen = min(len(self.mensen), LANGSTE_LIJST)
        self.lijst.setFixedHeight(rijen * max(0, self.lijst.sizeHintForRow(0)) + 8)
        self.lijst.setVisible(bool(self.mensen))
        self.leeg.setText(
            {
                Filter.NODIG: _("Iedereen met een plek is uitgenodigd."),
                Filter.MORGEN: _("Morgen is er geen toets."),
                Filter.ALLES: _("Nog niemand heeft een plek. Zoek eerst plekken."),
            }[soort]
        )
        self.leeg.setHidden(bool(self.mensen))
        self._tel()
        self._toon_sms()

    def _regel(self, een: Genodigde) -> str:
        a = een.afspraak
        wanneer = f"{dag_in_woorden(a.datum)}, {a.begin:%H:%M}"
        delen = [wanneer, een.telefoon or _("geen telefoonnummer")]
        if een.opnieuw:
            delen.append(_("de toets is verzet: nodig opnieuw uit"))
        elif not een.nodig:
            delen.append(_("uitgenodigd"))
        return f"{een.naam}\n{TUSSEN.join(delen)}"

    def _na_wijziging(self, gewijzigd: Gewijzigd) -> None:
        if self.isVisible() and not ONDERWERPEN.isdisjoint(gewijzigd):
            self.lees()

    def _id(self, rij: int) -> str:
        return str(self.lijst.item(rij).data(WIE))

    def _aan(self, rij: int) -> bool:
        return self.lijst.item(rij).checkState() is Qt.CheckState.Checked

    @property
    def gekozen(self) -> list[Genodigde]:
        """Who gets a letter; on the reminder list everybody."""
        if self._filter is Filter.MORGEN:
            return self.mensen
        return [g for n, g in enumerate(self.mensen) if self._aan(n)]

    def _tel(self) -> None:
        aantal = len(self.gekozen)
        morgen = self._filter is Filter.MORGEN
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

    def _toon_sms(self) -> None:
        rij = self.lijst.currentRow()
        if not 0 <= rij < len(self.mensen):
            self.sms.toon(None, "", "", "")
            return
        een = self.mensen[rij]
        sms = bericht(een, self._werkplek.prompts(een.taal), morgen=self._filter is Filter.MORGEN)
        self.sms.toon(sms, een.naam, een.telefoon, self._werkplek.talen[een.taal].naam)

    # --- papers

    def _nodig_uit(self) -> None:
        wie, map_ = self.gekozen, self.map.map
        store = self._werkplek.store
        gemeenten = {g.code: g.naam for g in self._werkplek.gemeenten}
        vandaag = store.vandaag()
        if self._filter is Filter.MORGEN:
            plaats = gemeenten.get(wie[0].gemeente, "")
            self._begin(lambda: maak_lijst(wie, vandaag + MORGEN, plaats, map_), self._lijst_klaar)
            return
        prompts = {g.taal: self._werkplek.prompts(g.taal) for g in wie}
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

        self._begin(werk, partial(self._brieven_klaar, [g.kandidaat_id for g in wie]))

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
        self.maak.setEnabled(not bezig and bool(self.gekozen))
        self.stop.setVisible(bezig and self._filter is not Filter.MORGEN)
        for widget in (self.filter, self.map, self.lijst):
            widget.setEnabled(not bezig)

    def _einde(self) -> None:
        self._taak = None
        self._zet_bezig()

    def _brieven_klaar(self, ids: list[str], uit: Gemaakt) -> None:
        self._einde()
        if not uit.brieven:
            self._zeg_klaar(_("Gestopt. Er is niets gemaakt."))
            return
        self.map.onthoud(uit.brieven[0].parent)
        zin = _("Klaar: {brieven} en {agendas} in {map}.").format(
            brieven=meervoud("{aantal} brief", "{aantal} brieven", len(uit.brieven)),
            agendas=meervoud(
                "{aantal} agendabestand", "{aantal} agendabestanden", len(uit.agendas)
            ),
            map=uit.brieven[0].parent.name,
        )
        self._zeg_klaar(zin)
        self._werkplek.probeer(lambda: toetsplanning.nodig_uit(self._werkplek.store, ids))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

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
