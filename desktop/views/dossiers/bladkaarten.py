"""The cards of the dossier sheet: talks, languages, contact, doelgroep, dates, household."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.models.dossier import Alfabetisering
from desktop.models.dossierkaart import Dossierkaart, Intakeregel
from desktop.models.formulier import datum_nederlands
from desktop.models.intake import Fase
from desktop.taal import _, meervoud
from desktop.views.dossiers import keuzes
from desktop.views.dossiers.standteken import MAAT, standteken
from desktop.views.inzage.kaart import Verzoekenkaart
from desktop.views.pip.kaart import Pipkaart
from desktop.views.termijnen.kaart import Termijnenkaart
from desktop.views.toegang.kaart import Toegangkaart
from desktop.views.toets.dossierkaart import Toetskaart
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import Kolommen, Sectie, knop, regel

Regels = Sequence[tuple[str, str]]
"""(what it is, what it says); what says nothing shows as not known."""


class Bladkaarten(Kolommen):
    """All cards; built anew for what is shown, so that no old word can stay behind."""

    open_intake = Signal(str)
    maak_samenvatting = Signal(str)

    def __init__(self, werkplek: Werkplek, parent: QWidget) -> None:
        super().__init__(parent)
        self._gemeenten = {g.code: g.naam for g in werkplek.gemeenten}
        self._talen = {tag: taal.naam for tag, taal in werkplek.talen.items()}
        self._secties = {
            "intake": Sectie(_("Brede intake"), self),
            "taal": Sectie(_("Taal en lezen"), self),
            "gezin": Sectie(_("Huishouden"), self),
            "datums": Sectie(_("Datums uit het dossier"), self),
            "doelgroep": Sectie(_("Doelgroep vandaag"), self),
            "contact": Sectie(_("Vaste contactpersoon"), self),
            "client": Sectie(_("Cliënt"), self),
        }
        self.toegang = Toegangkaart(werkplek, self)
        self.verzoeken = Verzoekenkaart(werkplek, self)
        self.toets = Toetskaart(werkplek, self)
        self.pip = Pipkaart(werkplek, self)
        self.termijnen = Termijnenkaart(werkplek, self)
        s = self._secties
        self.vul(
            (
                s["intake"],
                self.toets,
                self.pip,
                self.termijnen,
                s["datums"],
                s["doelgroep"],
                s["gezin"],
                self.verzoeken,
            ),
            (s["taal"], s["contact"], self.toegang, s["client"]),
        )
        self._inhoud: dict[str, QWidget] = {}

    def toon(self, k: Dossierkaart) -> None:
        """Shows this dossier."""
        for sectie in self._secties.values():
            sectie.show()  # whoever was a toetsbegeleider here may be more now
        self._vul("intake", self._intakes(k))
        self._vul("taal", _feiten(self._taal(k)))
        self._vul("gezin", _feiten(_gezin(k)))
        self._secties["gezin"].setVisible(bool(k.huisgenoten))
        self._vul("datums", _feiten(_datums(k)))
        self._vul("doelgroep", _feiten(_doelgroep(k), leeg_weg=k.indeling is not None))
        self._vul(
            "contact",
            _feiten(
                (
                    (_("Klantmanager"), k.klantmanager),
                    (_("Telefoon"), k.klantmanager_telefoon or ""),
                    (_("E-mail"), k.klantmanager_email or ""),
                    (_("Gemeente"), self._gemeenten.get(k.gemeente, k.gemeente)),
                ),
                leeg_weg=True,
            ),
        )
        client = (
            (_("Telefoon"), k.telefoon or ""),
            (_("E-mail"), k.email or ""),
            (_("Adres"), k.adres or ""),
            (_("Nationaliteit"), keuzes.woord_bij(keuzes.landen(), k.nationaliteit)),
            (_("V-nummer"), k.v_nummer or ""),
        )
        self._vul("client", _feiten(client, leeg_weg=True))
        self._secties["client"].setVisible(any(waarde for _naam, waarde in client))
        self.toegang.setVisible(not k.oefening)
        self.verzoeken.setVisible(not k.oefening)
        self.toets.setVisible(not k.oefening)
        self.termijnen.setVisible(not k.oefening)
        self.pip.setVisible(not k.oefening)
        if not k.oefening:
            self.toegang.toon(k.id)
            self.verzoeken.toon(k.id)
            self.toets.toon(k.id)
            self.pip.toon(k.id, na_gesprek=any(i.fase is Fase.GESLOTEN for i in k.intakes))
            self.termijnen.toon(k.id)

    def alleen_toets(self) -> None:
        """For a toetsbegeleider: nothing of the intake, nor of the life around it."""
        for kaart in (*self._secties.values(), self.termijnen, self.toegang, self.verzoeken):
            kaart.hide()

    def _vul(self, naam: str, inhoud: QWidget) -> None:
        oud = self._inhoud.pop(naam, None)
        if oud is not None:
            oud.hide()
            oud.deleteLater()
        self._inhoud[naam] = inhoud
        self._secties[naam].blad.addWidget(inhoud)

    def _taal(self, k: Dossierkaart) -> Regels:
        spreekt = self._talen.get(k.spreektaal or "", k.spreektaal or "")
        if spreekt and k.dialect:
            spreekt = _("{taal}, {dialect}").format(taal=spreekt, dialect=_(k.dialect))
        leest = self._talen.get(k.leestaal or "", k.leestaal or "")
        if not leest and k.alfabetisering is Alfabetisering.A:
            leest = _("Nog geen taal")
        return (
            (_("Spreekt"), spreekt),
            (_("Leest in"), leest),
            (
                _("Lezen en schrijven"),
                keuzes.woord_bij(keuzes.alfabetiseringen(), k.alfabetisering.value),
            ),
        )

    def _intakes(self, k: Dossierkaart) -> QWidget:
        doos = QWidget()
        blad = QVBoxLayout(doos)
        blad.setContentsMargins(0, 0, 0, 0)
        blad.setSpacing(16)
        if not k.intakes:
            blad.addWidget(
                regel(_("Nog niet gepland. Kies een dag, een plaats en een tolk."), "zacht", doos)
            )
        for intake in k.intakes:
            blad.addLayout(self._intake(intake, doos))
        return doos

    def _intake(self, intake: Intakeregel, ouder: QWidget) -> QHBoxLayout:
        rij = QHBoxLayout()
        rij.setSpacing(16)
        teken = QLabel(ouder)
        teken.setPixmap(standteken(intake.fase, 2.0))
        teken.setFixedWidth(MAAT)
        rij.addWidget(teken)
        woorden = QVBoxLayout()
        woorden.setSpacing(0)
        woorden.addWidget(regel(keuzes.fase_in_woorden(intake.fase), "groot", ouder))
        woorden.addWidget(regel(_intake_bijschrift(intake), "zacht", ouder))
        rij.addLayout(woorden, 1)
        if intake.fase is Fase.GESLOTEN:
            samen = knop(_("Samenvatting"), "gewoon", ouder)
            samen.clicked.connect(partial(self.maak_samenvatting.emit, intake.id))
            rij.addWidget(samen)
        verder = knop(_intake_knop(intake.fase), "gewoon", ouder)
        verder.clicked.connect(partial(self.open_intake.emit, intake.id))
        rij.addWidget(verder)
        return rij


def geboren_in_woorden(k: Dossierkaart) -> str:
    """Birth and age: `geboren mei 1990, 36 jaar`; a year alone leaves two ages open."""
    if k.geboren is None or k.leeftijd is None:
        return _("geboortedatum nog niet bekend")
    jongst, oudst = k.leeftijd
    datum = k.geboren.nederlands()
    if jongst == oudst:
        return _("geboren {datum}, {jaren} jaar").format(datum=datum, jaren=jongst)
    return _("geboren {datum}, {jongst} of {oudst} jaar").format(
        datum=datum, jongst=jongst, oudst=oudst
    )


def _intake_knop(fase: Fase) -> str:
    return {
        Fase.GEPLAND: _("Bekijk het plan"),
        Fase.OPENING: _("Ga verder"),
        Fase.GESPREK: _("Ga verder"),
        Fase.GESLOTEN: _("Bekijk het gesprek"),
    }[fase]


def _intake_bijschrift(intake: Intakeregel) -> str:
    wanneer = datum_nederlands(intake.datum)
    if intake.fase is Fase.GESLOTEN:
        return _("Afgesloten op {datum}").format(datum=datum_nederlands(intake.gesloten_op))
    if intake.fase is not Fase.GEPLAND:
        return meervoud(
            "{aantal} vraag beantwoord", "{aantal} vragen beantwoord", intake.aantal_antwoorden
        )
    if not wanneer:
        return _("Nog geen dag gekozen")
    if intake.tijd:
        return _("{datum} om {tijd}").format(datum=wanneer, tijd=intake.tijd)
    return wanneer


def _gezin(k: Dossierkaart) -> Regels:
    woorden = keuzes.relaties()
    return tuple(
        (
            keuzes.woord_bij(woorden, h.relatie),
            _("{naam}, geboren in {jaar}").format(
                naam=h.naam or _("naam onbekend"), jaar=h.geboortejaar
            )
            if h.geboortejaar
            else h.naam,
        )
        for h in k.huisgenoten
    )


def _datums(k: Dossierkaart) -> Regels:
    paren: tuple[tuple[str, date | None], ...] = (
        (_("Koppeling aan de gemeente"), k.datum_koppeling),
        (_("Kennisgeving van DUO"), k.datum_kennisgeving),
        (_("Inschrijving in de BRP"), k.datum_brp),
        (_("Huisvesting"), k.datum_huisvesting),
    )
    return tuple((naam, datum_nederlands(dag)) for naam, dag in paren)


def _doelgroep(k: Dossierkaart) -> Regels:
    if k.indeling is None:
        return ((_("Doelgroep"), ""),)
    return (
        (_("Doelgroep"), _(k.indeling.value)),
        (_("Nauwkeuriger"), "" if k.gedetailleerd in (None, k.indeling) else _(k.gedetailleerd)),
        (_("Geldt vanaf"), datum_nederlands(k.doelgroep_vanaf)),
    )


def _feiten(regels: Regels, *, leeg_weg: bool = False) -> QWidget:
    """Two columns: what it is, softly, and what it says."""
    doos = QWidget()
    rooster = QGridLayout(doos)
    rooster.setContentsMargins(0, 0, 0, 0)
    rooster.setHorizontalSpacing(24)
    rooster.setVerticalSpacing(8)
    rooster.setColumnMinimumWidth(0, 208)
    rooster.setColumnStretch(1, 1)
    getoond = [r for r in regels if r[1] or not leeg_weg]
    for n, (naam, waarde) in enumerate(getoond):
        links = regel(naam, "zacht", doos)
        links.setWordWrap(False)
        rooster.addWidget(links, n, 0, Qt.AlignmentFlag.AlignTop)
        rechts = regel(waarde or _("Nog niet bekend"), "waarde" if waarde else "zacht", doos)
        rechts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        rooster.addWidget(rechts, n, 1)
    return doos
