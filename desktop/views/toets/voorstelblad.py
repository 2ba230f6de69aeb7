"""A proposal: who can sit where, to change and accept; and who has no place, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from desktop.models.formulier import datum_nederlands
from desktop.models.fouten import Domeinfout
from desktop.models.toetsrooster import Bezwaar
from desktop.models.toetssessie import Sessiestatus
from desktop.models.toetsvoorstel import Plaatsing, Voorstel
from desktop.store import toetsplanning
from desktop.store.toetsen import Sessieregel, sessies
from desktop.store.toetsmiddelen import beleid
from desktop.taal import _, meervoud
from desktop.views.dossiers.velden import Keuzelijst
from desktop.views.taken import Achtergrondtaak
from desktop.views.termijnen.dagreden import reden_van
from desktop.views.termijnen.datumknop import Datumknop
from desktop.views.toets.woorden import (
    bezwaar_in_woorden,
    fout_in_woorden,
    naam_van,
    waar,
    waarom_in_woorden,
    wanneer,
)
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import Sectie, in_lijn, knop, midden, regel, schuifvlak


@dataclass(frozen=True)
class Gevonden:
    """What the pool thread brings back: the plan, and the sittings it is about."""

    voorstel: Voorstel
    sessies: Sequence[Sessieregel]


class Voorstelblad(QWidget):
    """Searches as soon as it is asked. `terug`: nothing was kept.

    `klaar` carries a sentence; `let_op` what to mind about the plan that was accepted.
    """

    klaar = Signal(str)
    let_op = Signal(str)
    terug = Signal()

    def __init__(self, werkplek: Werkplek, parent: QWidget) -> None:
        super().__init__(parent)
        self._werkplek = werkplek
        self._taak: Achtergrondtaak | None = None
        self._sessies: Mapping[str, Sessieregel] = {}
        self.voorstel = Voorstel((), ())
        self.keuzes: dict[str, Keuzelijst] = {}
        """By candidate: in which sitting, or in none."""
        blad = QVBoxLayout(self)
        blad.setContentsMargins(0, 0, 0, 0)
        blad.setSpacing(8)
        boven = QHBoxLayout()
        boven.setSpacing(8)
        self.kop = regel("", "kop", self)
        boven.addWidget(self.kop, 1)
        self.stop = knop(_("Terug naar de lijst"), "gewoon", self)
        self.stop.clicked.connect(self._stop)
        self.neem = knop(_("Neem dit plan over"), "hoofd", self)
        self.neem.clicked.connect(self._neem)
        boven.addWidget(self.stop)
        boven.addWidget(self.neem)
        self.fout = regel("", "melding", self)
        self.fout.hide()
        kop = QVBoxLayout()
        kop.setSpacing(8)
        kop.addLayout(boven)
        kop.addWidget(self.fout)
        blad.addLayout(midden(kop))
        self._vlak = QWidget(self)
        self._rijen = QVBoxLayout(self._vlak)
        self._rijen.setContentsMargins(0, 0, 0, 0)
        self._rijen.setSpacing(16)
        self._schuif = schuifvlak(self._vlak, self)
        blad.addWidget(self._schuif, 1)

    def focusInEvent(self, gebeurtenis: QFocusEvent) -> None:
        doel = self.neem if self.neem.isEnabled() else self.stop
        doel.setFocus(gebeurtenis.reason())

    @property
    def bezig(self) -> bool:
        """True while places are searched for."""
        return self._taak is not None

    def zoek(self, kandidaten: Sequence[str]) -> None:
        """Searches for places on a pool thread."""
        self._leeg()
        self.kop.setText(_("Plekken zoeken…"))
        self.stop.setText(_("Stop met zoeken"))
        self.stop.setAccessibleName(self.stop.text())
        self.neem.setEnabled(False)
        store = self._werkplek.store
        vandaag = store.vandaag()

        def werk() -> Gevonden:
            with store.lees() as sessie:
                tot = vandaag + beleid().vooruit
                plan = toetsplanning.voorstel(
                    sessie, kandidaten, nu=store.nu(), van=vandaag, tot=tot
                )
                return Gevonden(plan, sessies(sessie, vandaag, tot))

        taak = Achtergrondtaak(werk, self)
        self._taak = taak
        # One that was stopped may still come in; by then it is no longer the one waited for.
        taak.klaar.connect(partial(self._gevonden, taak))
        taak.mislukt.connect(partial(self._mislukt, taak))
        taak.start()

    def _stop(self) -> None:
        self._taak = None
        self.terug.emit()

    def _mislukt(self, taak: Achtergrondtaak, fout: Exception) -> None:
        if taak is not self._taak:
            return
        self._taak = None
        self._zet_terugknop()
        self.kop.setText(_("Plekken zoeken lukt nu niet"))
        zin = fout_in_woorden(fout) if isinstance(fout, Domeinfout) else ""
        self._zeg(zin or _("Ga terug naar de lijst en probeer het opnieuw."))

    def _gevonden(self, taak: Achtergrondtaak, uit: Gevonden) -> None:
        if taak is not self._taak:
            return
        self._taak = None
        self._zet_terugknop()
        self.toon(uit)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _zet_terugknop(self) -> None:
        self.stop.setText(_("Terug naar de lijst"))
        self.stop.setAccessibleName(self.stop.text())

    # --- the plan

    def toon(self, uit: Gevonden) -> None:
        """Shows a plan, a card for each sitting."""
        self._leeg()
        self.voorstel = uit.voorstel
        self._sessies = {s.id: s for s in uit.sessies if s.status is Sessiestatus.GEPLAND}
        volgorde = list(self._sessies)  # by day and time
        per_sessie: dict[str, list[Plaatsing]] = {}
        for plaatsing in sorted(uit.voorstel.plaatsingen, key=_eerst):
            per_sessie.setdefault(plaatsing.sessie_id, []).append(plaatsing)
        geplaatst, niet = len(uit.voorstel.plaatsingen), len(uit.voorstel.niet_geplaatst)
        self.kop.setText(
            _("Met een plek in dit plan: {wel} van {alle}").format(
                wel=geplaatst, alle=geplaatst + niet
            )
        )
        if niet:
            self._rijen.addWidget(self._zonder_plek(uit.voorstel))
        for sessie_id, plaatsingen in sorted(
            per_sessie.items(), key=lambda paar: volgorde.index(paar[0])
        ):
            tolk = uit.voorstel.tolken.get(sessie_id)
            self._rijen.addWidget(self._sessiekaart(sessie_id, plaatsingen, tolk))
        self._rijen.addStretch()
        self._tel()

    def _sessiekaart(
        self, sessie_id: str, plaatsingen: Sequence[Plaatsing], tolk: str | None
    ) -> Sectie:
        sessie = self._sessies[sessie_id]
        kaart = Sectie(wanneer(sessie), self)
        kaart.blad.setSpacing(8)
        plekken = _("{bezet} van {plekken} plekken bezet, {erbij} erbij").format(
            bezet=sessie.bezet, plekken=sessie.plekken, erbij=len(plaatsingen)
        )
        wie = sessie.begeleider.naam if sessie.begeleider else _("Toetsbegeleider onbekend")
        kaart.blad.addWidget(regel("  ·  ".join((waar(sessie), wie, plekken)), "zacht", kaart))
        if tolk:
            taal = naam_van(tolk, self._werkplek.talen)
            kaart.blad.addWidget(
                regel(_("Regel een tolk {taal} voor deze toets.").format(taal=taal), "fout", kaart)
            )
        rooster = QGridLayout()
        rooster.setHorizontalSpacing(16)
        rooster.setVerticalSpacing(8)
        for kolom, breed in enumerate((3, 2, 4)):
            rooster.setColumnStretch(kolom, breed)
        for rij, plaatsing in enumerate(plaatsingen):
            self._persoon(rooster, rij, plaatsing, kaart)
        kaart.blad.addLayout(rooster)
        return kaart

    def _persoon(
        self, rooster: QGridLayout, rij: int, plaatsing: Plaatsing, kaart: QWidget
    ) -> None:
        klant = plaatsing.klant
        naam = regel(klant.naam, "gewoon", kaart)
        termijn = Datumknop(kaart)
        if klant.piptermijn is None:
            termijn.zet(_("PIP: nog niet bekend"), None)
        else:
            zin = _("PIP klaar op {dag}").format(dag=datum_nederlands(klant.piptermijn.uiterlijk))
            termijn.zet(zin, reden_van(klant.piptermijn.termijn))
        keuze = Keuzelijst(self._mogelijk(), kaart)
        keuze.zet(plaatsing.sessie_id)
        keuze.setAccessibleName(_("Plek voor {naam}").format(naam=klant.naam))
        keuze.activated.connect(self._tel)
        self.keuzes[klant.kandidaat_id] = keuze
        rooster.addWidget(naam, rij * 2, 0)
        rooster.addLayout(in_lijn(termijn), rij * 2, 1)
        rooster.addWidget(keuze, rij * 2, 2)
        if plaatsing.waarschuwingen:
            zinnen = "\n".join(bezwaar_in_woorden(b) for b in plaatsing.waarschuwingen)
            rooster.addWidget(regel(zinnen, "fout", kaart), rij * 2 + 1, 0, 1, 3)

    def _mogelijk(self) -> tuple[tuple[str, str], ...]:
        return (
            ("", _("Nog niet plannen")),
            *((s.id, f"{wanneer(s)}, {waar(s)}") for s in self._sessies.values()),
        )

    def _zonder_plek(self, voorstel: Voorstel) -> QFrame:
        kaart = QFrame(self)
        kaart.setProperty("soort", "vraagbalk")
        vak = QVBoxLayout(kaart)
        vak.setContentsMargins(24, 16, 24, 16)
        vak.setSpacing(8)
        aantal = len(voorstel.niet_geplaatst)
        titel = meervoud("{aantal} zonder plek", "{aantal} zonder plek", aantal)
        vak.addWidget(regel(titel, "kop", kaart))
        for klant, waarom in voorstel.niet_geplaatst:
            zin = _("{naam}: {waarom}").format(naam=klant.naam, waarom=waarom_in_woorden(waarom))
            vak.addWidget(regel(zin, "gewoon", kaart))
        return kaart

    @property
    def plan(self) -> list[tuple[str, str]]:
        """Candidate and sitting, as it stands now."""
        return [(k, keuze.waarde()) for k, keuze in self.keuzes.items() if keuze.waarde()]

    def _tel(self) -> None:
        self.neem.setEnabled(bool(self.plan))

    def _neem(self) -> None:
        plan = self.plan
        zacht: list[Bezwaar] = []
        if not self._werkplek.probeer(
            lambda: zacht.extend(
                toetsplanning.verdeel(self._werkplek.store, plan, self.voorstel.tolken_voor(plan))
            ),
            lambda fout: self._zeg(fout_in_woorden(fout)),
        ):
            return
        zin = meervoud(
            "{aantal} cliënt is ingepland.", "{aantal} cliënten zijn ingepland.", len(plan)
        )
        self.klaar.emit(zin)
        self.let_op.emit("\n".join(dict.fromkeys(bezwaar_in_woorden(b) for b in zacht)))

    def _zeg(self, zin: str) -> None:
        self.fout.setText(zin)
        self.fout.setVisible(bool(zin))

    def _leeg(self) -> None:
        self.keuzes = {}
        self._zeg("")
        _maak_leeg(self._rijen)


def _eerst(plaatsing: Plaatsing) -> tuple[date, str]:
    """Whose PIP is due first, first."""
    return (plaatsing.klant.pip_uiterlijk or date.max, plaatsing.klant.naam)


def _maak_leeg(indeling: QLayout) -> None:
    while (item := indeling.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
