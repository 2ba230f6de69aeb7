"""One dossier at a glance, with the one next thing to do."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.dossier import Rol
from desktop.models.dossierkaart import Dossierkaart, Volgende
from desktop.store.aankondiging import Gewijzigd
from desktop.store.dossierkaart import kaart
from desktop.taal import _
from desktop.views.conflicten.verschilregel import Verschilregel
from desktop.views.dossiers.bladkaarten import Bladkaarten, geboren_in_woorden
from desktop.views.pip.kaart import ONDERWERPEN as PLANONDERWERPEN
from desktop.views.termijnen.kaart import ONDERWERPEN as TERMIJNONDERWERPEN
from desktop.views.toegang.noodbericht import Noodbericht
from desktop.views.toegang.recht import recht_in
from desktop.views.toets.dossierkaart import ONDERWERPEN as TOETSONDERWERPEN
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import knop, midden, regel, schuifvlak, zet_soort

ONDERWERPEN = frozenset(
    {"dossier", "doelgroep_periode", "huisgenoot", "medewerker", "brede_intake", "zitting"}
    | {"deling", "vervanging", "noodtoegang", "rechten", "verzoek", "conflict"}
    | TOETSONDERWERPEN
    | PLANONDERWERPEN
    | TERMIJNONDERWERPEN
)


class Dossierblad(QWidget):
    """The sheet of one dossier. Signals carry the id of the dossier or of the intake."""

    wijzig = Signal(str)
    plan_intake = Signal(str)
    open_intake = Signal(str)
    maak_samenvatting = Signal(str)
    kies_verschil = Signal(str)
    terug = Signal()

    def __init__(self, werkplek: Werkplek, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("soort", "vlak")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._werkplek = werkplek
        self._id = ""
        self._verouderd = False
        self.kaart: Dossierkaart | None = None
        self._bouw()
        werkplek.gewijzigd.connect(self._na_wijziging)

    def _bouw(self) -> None:
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(0, 0, 0, 0)
        buiten.setSpacing(0)
        kop = QHBoxLayout()
        kop.setSpacing(16)
        self.knop_terug = knop(_("Terug"), "gewoon", self)
        self.knop_terug.clicked.connect(self.terug)
        namen = QVBoxLayout()
        namen.setSpacing(0)
        self.naam = regel("", "titel", self)
        self.onder_naam = regel("", "zacht", self)
        namen.addWidget(self.naam)
        namen.addWidget(self.onder_naam)
        self.knop_wijzig = knop(_("Gegevens wijzigen"), "gewoon", self)
        self.knop_wijzig.clicked.connect(lambda: self.wijzig.emit(self._id))
        self.knop_volgende = knop("", "hoofd", self)
        self.knop_volgende.clicked.connect(self._doe_volgende)
        kop.addWidget(self.knop_terug, 0, Qt.AlignmentFlag.AlignTop)
        kop.addLayout(namen, 1)
        kop.addWidget(self.knop_wijzig, 0, Qt.AlignmentFlag.AlignTop)
        kop.addWidget(self.knop_volgende, 0, Qt.AlignmentFlag.AlignTop)
        buiten.addLayout(midden(kop, boven=24, onder=16))
        self.oefenregel = regel(
            _("Dit is een verzonnen cliënt, om mee te oefenen."), "melding", self
        )
        buiten.addLayout(midden(self.oefenregel))
        self.noodbericht = Noodbericht(self._werkplek, self, bij_dossier=True)
        buiten.addLayout(midden(self.noodbericht))
        self.verschil = Verschilregel(self._werkplek, self)
        self.verschil.kies.connect(lambda: self.kies_verschil.emit(self._id))
        buiten.addLayout(midden(self.verschil))
        self.kaarten = Bladkaarten(self._werkplek, self)
        self.kaarten.open_intake.connect(self.open_intake)
        self.kaarten.maak_samenvatting.connect(self.maak_samenvatting)
        self.vlak = schuifvlak(self.kaarten, self)
        buiten.addWidget(self.vlak, 1)
        QShortcut(
            QKeySequence(Qt.Key.Key_Escape),
            self,
            self.terug.emit,
            context=Qt.ShortcutContext.WidgetWithChildrenShortcut,
        )

    def open(self, dossier_id: str) -> None:
        """Shows this dossier, with the next step under the Enter key."""
        self._id = dossier_id
        self._lees()
        self.vlak.verticalScrollBar().setValue(0)
        self._begin.setFocus()
        QTimer.singleShot(0, self, self._breng_in_beeld)  # once the cards have their place

    def _breng_in_beeld(self) -> None:
        if self._plan_aan_zet:
            self.vlak.ensureWidgetVisible(self.kaarten.pip.knop_volgende, 0, 32)

    def _lees(self) -> None:
        self._verouderd = False
        store = self._werkplek.store
        with store.lees() as sessie:
            self.kaart = kaart(sessie, self._id, vandaag=store.vandaag())
        if self.kaart is None:
            self.terug.emit()
            return
        self.naam.setText(self.kaart.naam)
        delen = (geboren_in_woorden(self.kaart), self.kaart.nummer)
        self.onder_naam.setText("  ·  ".join(deel for deel in delen if deel))
        self.oefenregel.setVisible(self.kaart.oefening)
        self.knop_volgende.setText(_volgende_in_woorden(self.kaart.volgende))
        self.knop_volgende.setAccessibleName(self.knop_volgende.text())
        self.kaarten.toon(self.kaart)
        # One thing shouts: the plan, once the talk was closed.
        zet_soort(self.knop_volgende, "gewoon" if self._plan_aan_zet else "hoofd")
        self._toon_wat_mag(self.kaart)
        self.noodbericht.toon(self._id)
        self.verschil.toon(self._id)

    def _toon_wat_mag(self, kaart: Dossierkaart) -> None:
        """A toetsbegeleider sees name and test, and leads no intake (domain.md 7.6)."""
        recht = recht_in(self._werkplek, kaart.gemeente)
        begeleider = recht is not None and recht.rol is Rol.TOETSBEGELEIDER
        self.knop_wijzig.setVisible(not begeleider)
        self.knop_volgende.setVisible(not begeleider)
        if begeleider:
            self.onder_naam.setText(kaart.nummer)
            self.kaarten.alleen_toets()

    @property
    def _plan_aan_zet(self) -> bool:
        pip = self.kaarten.pip
        return pip.aan_zet and not pip.isHidden()

    @property
    def _begin(self) -> QWidget:
        if self._plan_aan_zet:
            return self.kaarten.pip.knop_volgende
        return self.knop_terug if self.knop_volgende.isHidden() else self.knop_volgende

    def _doe_volgende(self) -> None:
        if self.kaart is None:
            return
        nu = self.kaart.actueel
        if nu is None:
            self.plan_intake.emit(self._id)
        elif self.kaart.volgende is Volgende.SAMENVATTING:
            self.maak_samenvatting.emit(nu.id)
        else:
            self.open_intake.emit(nu.id)

    def _na_wijziging(self, gewijzigd: Gewijzigd) -> None:
        if not self._id or ONDERWERPEN.isdisjoint(gewijzigd):
            return
        if self.isVisible():
            self._lees()
        else:
            self._verouderd = True

    def focusInEvent(self, gebeurtenis: QFocusEvent) -> None:
        # Whoever shows the sheet gives it the focus: that is for the next step.
        self._begin.setFocus(gebeurtenis.reason())

    def showEvent(self, gebeurtenis: QShowEvent) -> None:
        if self._verouderd:
            self._lees()
        super().showEvent(gebeurtenis)


def _volgende_in_woorden(stap: Volgende) -> str:
    return {
        Volgende.PLAN: _("Plan de brede intake"),
        Volgende.BEGIN: _("Ga naar het gesprek"),
        Volgende.VERDER: _("Ga verder met het gesprek"),
        Volgende.SAMENVATTING: _("Maak de samenvatting"),
    }[stap]
