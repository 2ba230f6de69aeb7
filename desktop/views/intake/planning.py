"""The plan of an intake: sittings, place, interpreter, and who sits at the table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.models.intake import BredeIntake, Fase
from desktop.models.tolk import duur_kort
from desktop.models.zitting import Plaats, Tolkwens, Tolkwijze, Zitting
from desktop.taal import _
from desktop.views.intake.aan_tafel import AanTafel, Deelnemerbeeld, deelnemer_van
from desktop.views.intake.balken import hoofdknop
from desktop.views.intake.gesprek import Gesprek
from desktop.views.intake.plek import Blad
from desktop.views.intake.taalkaart import Taalkaart
from desktop.views.intake.velden import Datumveld, Keuzeveld, Tekstveld, Zelfveld
from desktop.views.intake.vraagkop import regel

_TEKSTEN = (
    "tijd",
    "plaats_toelichting",
    "tolk_bureau",
    "tolk_wbtv",
    "tolk_reden_geen",
)


@dataclass(frozen=True)
class Zittingbeeld:
    """One sitting as it stands, with what is still missing, field to sentence."""

    id: str
    datum: date
    waarden: Mapping[str, Any]
    deelnemers: tuple[Deelnemerbeeld, ...]
    fouten: Mapping[str, str]
    getolkt: timedelta
    tolk_loopt: bool


def zitting_van(zitting: Zitting) -> Zittingbeeld:
    """Reads a sitting into plain values."""
    velden = (*_TEKSTEN, "plaats", "tolk_wijze", "tolk_taal", "tolk_wens")
    return Zittingbeeld(
        zitting.id,
        zitting.datum,
        {veld: getattr(zitting, veld) for veld in velden},
        tuple(deelnemer_van(d) for d in zitting.deelnemers),
        {fout.veld: _(fout.zin) for fout in zitting.controleer()},
        zitting.getolkt_afgerond,
        zitting.lopende_tolktijd is not None,
    )


def _tijdzin(zitting: Zittingbeeld) -> str:
    """Working time of the interpreter, for the costs; nothing while there is none."""
    if zitting.tolk_loopt:
        return _("Tolktijd: {tijd}, en loopt nog").format(tijd=duur_kort(zitting.getolkt))
    if not zitting.getolkt:
        return ""
    return _("Tolktijd: {tijd} uur").format(tijd=duur_kort(zitting.getolkt))


class Planscherm(QWidget):
    """Each field keeps itself; there is no Save button."""

    naar_papieren = Signal()

    def __init__(self, gesprek: Gesprek, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.gesprek = gesprek
        self._zitting = ""
        self.velden: dict[str, Zelfveld] = {}
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(24, 8, 24, 8)
        buiten.setSpacing(8)
        binnen = QWidget(self)
        vak = QVBoxLayout(binnen)
        vak.setContentsMargins(0, 0, 16, 0)
        vak.setSpacing(16)
        self._tabs = QHBoxLayout()
        self._tabs.setSpacing(8)
        self._groep = QButtonGroup(self)
        self.erbij = QPushButton(_("+ Zitting erbij"), binnen)
        self.erbij.setProperty("soort", "stil")
        self.erbij.clicked.connect(self._voeg_toe)
        vak.addLayout(self._tabs)
        self.leeg = self._leegblad(binnen)
        vak.addWidget(self.leeg)
        self._bladen = QWidget(binnen)
        bladen = QVBoxLayout(self._bladen)
        bladen.setContentsMargins(0, 0, 0, 0)
        bladen.setSpacing(16)
        boven = QHBoxLayout()
        boven.setSpacing(16)
        boven.addWidget(self._wanneer(), 2)
        boven.addWidget(self._tolk(), 3)
        bladen.addLayout(boven)
        tafel, tafelvak = _kaart(_("Aan tafel"), self._bladen)
        self.tafel = AanTafel(gesprek, tafel)
        tafelvak.addWidget(self.tafel)
        bladen.addWidget(tafel)
        vak.addWidget(self._bladen)
        self.taalkaart = Taalkaart(gesprek, binnen)
        vak.addWidget(self.taalkaart)
        vak.addStretch()
        rol = QScrollArea(self)
        rol.setWidgetResizable(True)
        rol.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rol.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        rol.setWidget(binnen)
        self._rol = rol
        buiten.addWidget(rol, 1)
        onder = QHBoxLayout()
        self.uitleg = regel(_("Alles wat je invult, is meteen bewaard."), "zacht", self)
        self.begin = hoofdknop(_("Begin het gesprek"), self)
        self.begin.clicked.connect(self._begin)
        onder.addWidget(self.uitleg, 1)
        onder.addWidget(self.begin)
        buiten.addLayout(onder)

    def toon_taal(self) -> None:
        """Brings language and voice into sight."""
        self._rol.ensureWidgetVisible(self.taalkaart)

    def _leegblad(self, parent: QWidget) -> QWidget:
        kaart, vak = _kaart(_("Nog geen zitting"), parent)
        vak.addWidget(
            regel(_("Plan wanneer jullie praten, waar, met wie en met welke tolk."), "zacht", kaart)
        )
        self.eerste = hoofdknop(_("Zitting plannen"), kaart)
        self.eerste.clicked.connect(self._voeg_toe)
        vak.addWidget(self.eerste, 0, Qt.AlignmentFlag.AlignLeft)
        return kaart

    def _wanneer(self) -> QWidget:
        kaart, vak = _kaart(_("Wanneer en waar"), self._bladen)
        werkplek = self.gesprek.werkplek
        datum = Datumveld(_("Datum"), werkplek, self._zetter("datum"), kaart, verplicht=True)
        self.velden["datum"] = datum
        tijd = self._tekst("tijd", _("Tijd"), kaart, tip=_("10.00 uur"))
        rij = QHBoxLayout()
        rij.addWidget(datum, 3)
        rij.addWidget(tijd, 2)
        vak.addLayout(rij)
        vak.addWidget(self._keuze("plaats", _("Plaats"), Plaats, kaart))
        vak.addWidget(self._tekst("plaats_toelichting", _("Adres of kamer"), kaart))
        vak.addStretch()
        return kaart

    def _tolk(self) -> QWidget:
        kaart, vak = _kaart(_("Tolk"), self._bladen)
        rooster = QGridLayout()
        rooster.setHorizontalSpacing(16)
        rooster.setVerticalSpacing(8)
        talen = [(tag, taal.naam) for tag, taal in self.gesprek.werkplek.talen.items()]
        taal = Keuzeveld(_("Taal"), talen, kaart)
        taal.gekozen.connect(self._zetter("tolk_taal"))
        self.velden["tolk_taal"] = taal
        rooster.addWidget(self._keuze("tolk_wijze", _("Hoe"), Tolkwijze, kaart), 0, 0)
        rooster.addWidget(taal, 0, 1)
        rooster.addWidget(self._keuze("tolk_wens", _("Wens"), Tolkwens, kaart), 1, 0)
        rooster.addWidget(self._tekst("tolk_bureau", _("Bureau"), kaart), 1, 1)
        rooster.addWidget(self._tekst("tolk_wbtv", _("Wbtv-nummer"), kaart), 2, 0)
        rooster.addWidget(
            self._tekst("tolk_reden_geen", _("Waarom geen nummer of geen tolk?"), kaart), 2, 1
        )
        rooster.setColumnStretch(0, 1)
        rooster.setColumnStretch(1, 1)
        vak.addLayout(rooster)
        onder = QHBoxLayout()
        self.tolktijd = regel("", "zacht", kaart)
        self.tolkblad = QPushButton(_("Blad voor de tolk"), kaart)
        self.tolkblad.setProperty("soort", "stil")
        self.tolkblad.clicked.connect(self.naar_papieren)
        onder.addWidget(self.tolktijd, 1)
        onder.addWidget(self.tolkblad)
        vak.addLayout(onder)
        vak.addStretch()
        return kaart

    def _tekst(self, veld: str, titel: str, parent: QWidget, tip: str = "") -> Tekstveld:
        uit = Tekstveld(titel, self.gesprek.werkplek, self._zetter(veld), parent, tip=tip)
        self.velden[veld] = uit
        return uit

    def _keuze(self, veld: str, titel: str, soort: Any, parent: QWidget) -> Keuzeveld:
        uit = Keuzeveld(titel, soort, parent)
        zet = self._zetter(veld)
        uit.gekozen.connect(lambda waarde: zet(soort(waarde)))
        self.velden[veld] = uit
        return uit

    def _zetter(self, veld: str) -> Callable[[Any], bool]:
        def zet(waarde: Any) -> bool:
            zitting = self._zitting
            return self.gesprek.doe(
                lambda _intake, work: work.get(Zitting, zitting).zet(
                    veld, waarde.strip() if type(waarde) is str else waarde
                )
            )

        return zet

    def _lees(self) -> list[Zittingbeeld]:
        with self.gesprek.store.lees() as sessie:
            intake = sessie.get_one(BredeIntake, self.gesprek.intake_id)
            return [zitting_van(z) for z in intake.zittingen]

    def ververs(self) -> None:
        """Shows the sittings and the one that is open."""
        zittingen = self._lees()
        self.leeg.setVisible(not zittingen)
        self._bladen.setVisible(bool(zittingen))
        for deel in (self._bladen, self.erbij, self.eerste):
            deel.setEnabled(not self.gesprek.stand.gesloten)
        self.begin.setEnabled(bool(zittingen))
        begonnen = self.gesprek.stand.fase is not Fase.GEPLAND
        self.begin.setText(_("Ga verder met het gesprek") if begonnen else _("Begin het gesprek"))
        if not zittingen:
            self._bouw_tabs([])
            return
        ids = [z.id for z in zittingen]
        if self._zitting not in ids:
            self._zitting = ids[-1]
        self._bouw_tabs(zittingen)
        self._toon(zittingen[ids.index(self._zitting)])

    def _bouw_tabs(self, zittingen: list[Zittingbeeld]) -> None:
        while plek := self._tabs.takeAt(0):
            if (oud := plek.widget()) is not None and oud is not self.erbij:
                oud.hide()
                oud.deleteLater()
        for n, zitting in enumerate(zittingen, 1):
            knop = QPushButton(
                _("Zitting {n}: {datum}").format(n=n, datum=zitting.datum.strftime("%d-%m-%Y"))
            )
            knop.setCheckable(True)
            knop.setChecked(zitting.id == self._zitting)
            knop.clicked.connect(lambda _aan=False, id_=zitting.id: self._kies(id_))
            self._groep.addButton(knop)
            self._tabs.addWidget(knop)
        self.erbij.setVisible(bool(zittingen))
        self._tabs.addWidget(self.erbij)
        self._tabs.addStretch()

    def _toon(self, zitting: Zittingbeeld) -> None:
        for naam, veld in self.velden.items():
            if isinstance(veld, Datumveld):
                veld.laad_datum(f"zitting:{zitting.id}:{naam}", zitting.datum)
            elif isinstance(veld, Tekstveld):
                veld.laad(f"zitting:{zitting.id}:{naam}", zitting.waarden[naam])
            elif isinstance(veld, Keuzeveld):
                veld.laad(zitting.waarden[naam] or "")
            if naam != "datum":
                veld.toon_fout(zitting.fouten.get(naam, ""))
        self.tolktijd.setText(_tijdzin(zitting))
        self.tafel.laad(zitting.id, zitting.deelnemers)

    def _kies(self, zitting_id: str) -> None:
        self.leg_vast()
        self._zitting = zitting_id
        self.ververs()

    def _voeg_toe(self) -> None:
        self.leg_vast()
        vandaag = self.gesprek.store.vandaag()
        nieuw: list[str] = []
        self.gesprek.doe(
            lambda intake, _work: nieuw.append(intake.plan_zitting(vandaag).id), ververs=False
        )
        if nieuw:
            self._zitting = nieuw[0]
            self.gesprek.ververs()

    def _begin(self) -> None:
        self.leg_vast()
        zitting = self._zitting
        if not self.gesprek.doe(
            lambda _intake, work: work.get(Zitting, zitting).begin(work.nu), ververs=False
        ):
            return
        klaar = self.gesprek.stand.fase in (Fase.GESPREK, Fase.GESLOTEN)
        self.gesprek.naar_blad(Blad.GESPREK if klaar else Blad.OPENING)

    def leg_vast(self) -> None:
        """Keeps what is still being typed."""
        for veld in self.velden.values():
            if isinstance(veld, Tekstveld):
                veld.bewaarder.leg_nu_vast()
        self.tafel.leg_vast()


def _kaart(titel: str, parent: QWidget) -> tuple[QFrame, QVBoxLayout]:
    kaart = QFrame(parent)
    kaart.setProperty("soort", "blad")
    vak = QVBoxLayout(kaart)
    vak.setContentsMargins(16, 12, 16, 16)
    vak.setSpacing(8)
    kop = QLabel(titel, kaart)
    kop.setProperty("soort", "kop")
    vak.addWidget(kop)
    return kaart, vak
