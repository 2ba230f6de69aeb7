"""Sittings that were called off, beside the calendar: their file takes them out of calendars."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QListWidgetItem, QWidget

from desktop.models.toetstijd import van_tot
from desktop.store import toetsen
from desktop.store.store import Store
from desktop.store.toetsen import Sessieregel
from desktop.store.toetsmiddelen import beleid
from desktop.taal import _
from desktop.views.toets.agendabeeld import dagwoord
from desktop.views.toets.regellijst import Regellijst
from desktop.views.toets.zijblad import Zijblad
from desktop.views.widgets.indeling import regel

ID = Qt.ItemDataRole.UserRole


class Afgezegdblad(Zijblad):
    """From today on. `agenda`: the file of this sitting."""

    agenda = Signal(str)

    def __init__(self, store: Store, parent: QWidget) -> None:
        super().__init__(parent)
        self._store = store
        self.titel.setText(_("Afgezegd"))
        self.uitleg = regel("", "zacht", self.binnen)
        self.lijst = Regellijst(_("Toetsen die zijn afgezegd"), self.binnen)
        self.lijst.itemActivated.connect(lambda _item: self._kies())
        self.vak.addWidget(self.uitleg)
        self.vak.addWidget(self.lijst, 1)
        self.vak.addStretch()  # only where the list is empty
        self.zet_knoppen(_("Agenda-bestand"))
        self.klaar.connect(self._kies)

    def focusInEvent(self, gebeurtenis: QFocusEvent) -> None:
        doel = self.lijst if self.lijst.count() else self.weg
        doel.setFocus(gebeurtenis.reason())

    def lees(self) -> None:
        """As it is now; the chosen one stays chosen."""
        nu = self._gekozen
        vandaag = self._store.vandaag()
        self._toon(_komend(self._store, vandaag), nu)

    def _toon(self, regels: Sequence[Sessieregel], gekozen: str | None) -> None:
        self.lijst.clear()
        for sessie in regels:
            item = QListWidgetItem(_zin(sessie), self.lijst)
            item.setData(ID, sessie.id)
            if sessie.id == gekozen or self.lijst.currentRow() < 0:
                self.lijst.setCurrentItem(item)
        self.uitleg.setText(
            _("Staat zo'n toets nog in een agenda? Maak het bestand en stuur het mee.")
            if regels
            else _("Er is in de komende tijd geen toets afgezegd.")
        )
        self.lijst.setVisible(bool(regels))
        self.bewaar.setEnabled(bool(regels))

    @property
    def _gekozen(self) -> str | None:
        item = self.lijst.currentItem()
        return str(item.data(ID)) if item is not None else None

    def _kies(self) -> None:
        if (gekozen := self._gekozen) is not None:
            self.agenda.emit(gekozen)


def _komend(store: Store, vandaag: date) -> list[Sessieregel]:
    tot = vandaag + timedelta(days=beleid().vooruit_dagen)
    with store.lees() as sessie:
        return toetsen.sessies(sessie, vandaag, tot, afgezegd=True)


def _zin(sessie: Sessieregel) -> str:
    waar = sessie.ruimte.naam if sessie.ruimte else _("ruimte onbekend")
    wie = sessie.begeleider.naam if sessie.begeleider else _("toetsbegeleider onbekend")
    wanneer = f"{dagwoord(sessie.datum, 'EEE d MMMM')}, {van_tot(sessie.begin, sessie.einde)}"
    return f"{wanneer}\n{waar}, {wie}\n{sessie.afzegreden}"
