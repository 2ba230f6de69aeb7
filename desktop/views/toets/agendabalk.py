"""Above the calendar: where you are, how much you see, and what you can do."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.taal import _
from desktop.views.dossiers.velden import Keuzelijst
from desktop.views.toets.agendabeeld import Indeling, Weergave, dagwoord, periode
from desktop.views.widgets.indeling import knop, regel, zet_soort


class Agendabalk(QWidget):
    """Two lines; it asks, the screen does."""

    terug = Signal()
    bladeren = Signal(int)
    vandaag = Signal()
    weergave = Signal(str)
    indeling = Signal(str)
    groep = Signal(str)
    nieuw = Signal()
    druk_af = Signal()
    afgezegd = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(0, 0, 0, 0)
        buiten.setSpacing(8)
        boven, onder = QHBoxLayout(), QHBoxLayout()
        for rij in (boven, onder):
            rij.setSpacing(8)
            buiten.addLayout(rij)
        self.knop_terug = knop(_("Terug"), "gewoon", self)
        self.knop_terug.clicked.connect(self.terug)
        self.titel = regel("", "titel", self)
        self.knop_druk = knop("", "gewoon", self)
        self.knop_druk.clicked.connect(self.druk_af)
        self.knop_afgezegd = knop(_("Afgezegd"), "gewoon", self)
        self.knop_afgezegd.clicked.connect(self.afgezegd)
        self.knop_nieuw = knop(_("Nieuwe toets"), "hoofd", self)
        self.knop_nieuw.clicked.connect(self.nieuw)
        self.titel.setContentsMargins(8, 0, 0, 0)
        boven.addWidget(self.knop_terug)
        boven.addWidget(self.titel, 1)
        boven.addWidget(self.knop_afgezegd)
        boven.addWidget(self.knop_druk)
        boven.addWidget(self.knop_nieuw)
        self.vorige = knop("‹", "gewoon", self)
        self.vorige.setAccessibleName(_("Vorige"))
        self.vorige.clicked.connect(lambda: self.bladeren.emit(-1))
        self.knop_vandaag = knop(_("Vandaag"), "gewoon", self)
        self.knop_vandaag.clicked.connect(self.vandaag)
        self.volgende = knop("›", "gewoon", self)
        self.volgende.setAccessibleName(_("Volgende"))
        self.volgende.clicked.connect(lambda: self.bladeren.emit(1))
        for deel in (self.vorige, self.knop_vandaag, self.volgende):
            onder.addWidget(deel)
        onder.addSpacing(16)
        self.keuzes: dict[Weergave, QPushButton] = {}
        groep = QButtonGroup(self)
        woorden = {Weergave.DAG: _("Dag"), Weergave.WEEK: _("Week"), Weergave.MAAND: _("Maand")}
        for soort, woord in woorden.items():
            keuze = knop(woord, "gewoon", self)
            keuze.setCheckable(True)
            keuze.clicked.connect(lambda _aan, s=soort: self.weergave.emit(s.value))
            groep.addButton(keuze)
            self.keuzes[soort] = keuze
            onder.addWidget(keuze)
        onder.addStretch()
        self.per = Keuzelijst(
            (
                (Indeling.RUIMTE.value, _("Per ruimte")),
                (Indeling.BEGELEIDER.value, _("Per begeleider")),
            ),
            self,
        )
        self.per.setAccessibleName(_("Indeling"))
        self.per.setMinimumWidth(152)
        self.per.activated.connect(lambda: self.indeling.emit(self.per.waarde()))
        self.welke = Keuzelijst((), self)
        self.welke.setMinimumWidth(192)
        self.welke.activated.connect(lambda: self.groep.emit(self.welke.waarde()))
        onder.addWidget(self.per)
        onder.addWidget(self.welke)

    def in_een_kamer(self) -> None:
        """The heading of the room has the way back."""
        self.knop_terug.hide()
        self.titel.setContentsMargins(0, 0, 0, 0)

    def wijk(self, wijkt: bool) -> None:
        """While a sheet beside the calendar has the one thing to do next, nothing here is it."""
        zet_soort(self.knop_nieuw, "gewoon" if wijkt else "hoofd")

    def toon(
        self,
        weergave: Weergave,
        indeling: Indeling,
        dag: date,
        groepen: tuple[tuple[str, str], ...],
        groep: str,
    ) -> None:
        """Where we are."""
        self.titel.setText(_titel(weergave, dag))
        druk = _("Dag afdrukken") if weergave is Weergave.DAG else _("Week afdrukken")
        self.knop_druk.setText(druk)
        self.knop_druk.setAccessibleName(druk)
        self.keuzes[weergave].setChecked(True)
        self.per.zet(indeling.value)
        op_ruimte = indeling is Indeling.RUIMTE
        alle = _("Alle ruimten") if op_ruimte else _("Alle begeleiders")
        self.welke.setAccessibleName(_("Welke ruimte") if op_ruimte else _("Welke begeleider"))
        self.welke.zet_keuzes((("", alle), *groepen))
        self.welke.zet(groep)


def _titel(weergave: Weergave, dag: date) -> str:
    if weergave is Weergave.DAG:
        return dagwoord(dag, "EEEE d MMMM y")
    if weergave is Weergave.MAAND:
        return dagwoord(dag, "MMMM y").capitalize()
    van, tot = periode(weergave, dag)
    week = van.isocalendar().week
    if van.month == tot.month:
        eerste = dagwoord(van, "d")
    else:
        eerste = dagwoord(van, "d MMM" if van.year == tot.year else "d MMM y")
    return _("Week {week}: {van} tot en met {tot}").format(
        week=week, van=eerste, tot=dagwoord(tot, "d MMMM y")
    )
