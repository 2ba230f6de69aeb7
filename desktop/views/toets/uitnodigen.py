"""Whom to invite, or to remind tomorrow: the list, the papers beside it and the text messages."""

from __future__ import annotations

import enum

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
from desktop.documents.toetsbriefgegevens import Smssoort
from desktop.models.dossier import Medewerker
from desktop.store.aankondiging import Gewijzigd
from desktop.store.toetsmiddelen import beleid
from desktop.store.toetsuitnodigen import Uitnodiging, komende, te_melden
from desktop.taal import _
from desktop.views.dossiers.velden import Keuzelijst
from desktop.views.toets.smskaart import Smskaart
from desktop.views.toets.uitnodigpapier import Uitnodigpapier
from desktop.views.toets.uitnodigwerk import MORGEN, bericht
from desktop.views.toets.woorden import TUSSEN, dag_in_woorden
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import Kolommen, Sectie, knop, regel, schuifvlak

ONDERWERPEN = frozenset(
    {"kandidaat", "toetssessie", "toetsruimte", "toetslocatie", "toetsbegeleider", "dossier"}
)
WIE = Qt.ItemDataRole.UserRole
LANGSTE_LIJST = 9
"""People that are shown at once; a longer list scrolls."""


class Filter(enum.StrEnum):
    """Which people the list shows."""

    NODIG = "nodig"
    ALLES = "alles"
    MORGEN = "morgen"
    AFGEZEGD = "afgezegd"


BERICHT = {Filter.MORGEN: Smssoort.MORGEN, Filter.AFGEZEGD: Smssoort.AFGEZEGD}


class Uitnodigscherm(QWidget):
    """A list of people with a place; ticked ones get their letter. `terug`: to the plan list."""

    terug = Signal()

    def __init__(self, werkplek: Werkplek, parent: QWidget) -> None:
        super().__init__(parent)
        self._werkplek = werkplek
        self.mensen: list[Uitnodiging] = []
        kolommen = Kolommen(self)
        self.sms = Smskaart(self)
        self.papieren = Uitnodigpapier(werkplek, self)
        self.papieren.bezig.connect(self._zet_bezig)
        self.papieren.gedaan.connect(lambda: self.setFocus(Qt.FocusReason.OtherFocusReason))
        kolommen.vul([self._wiekaart()], [self.papieren, self.sms])
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
                (Filter.AFGEZEGD, _("Afgezegd: laat het weten")),
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
        uit_gezet = {een.kandidaat_id for n, een in enumerate(self.mensen) if self._uit_gezet(n)}
        huidig = self._id(self.lijst.currentRow()) if self.lijst.currentRow() >= 0 else ""
        talen = catalogi.talen()
        with store.lees() as sessie:
            if soort is Filter.AFGEZEGD:
                mensen = te_melden(sessie, vandaag, talen)
            elif soort is Filter.MORGEN:
                mensen = komende(sessie, vandaag + MORGEN, vandaag + MORGEN, talen)
            else:
                mensen = komende(sessie, vandaag, vandaag + beleid().vooruit, talen)
            self.papieren.zet_afzender(sessie.get(Medewerker, store.gebruiker_id or ""))
        self.mensen = [g for g in mensen if g.nodig or soort is not Filter.NODIG]
        self._vul(uit_gezet, huidig)

    def _vul(self, uit_gezet: set[str], huidig: str) -> None:
        soort = self._filter
        self.lijst.blockSignals(True)
        self.lijst.clear()
        for een in self.mensen:
            item = QListWidgetItem(self._regel(een))
            item.setData(WIE, een.kandidaat_id)
            if soort not in BERICHT:
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
                Filter.AFGEZEGD: _("Iedereen die was uitgenodigd, heeft een plek."),
                Filter.ALLES: _("Nog niemand heeft een plek. Zoek eerst plekken."),
            }[soort]
        )
        self.leeg.setHidden(bool(self.mensen))
        self._tel()
        self._toon_sms()

    def _regel(self, een: Uitnodiging) -> str:
        a = een.afspraak
        wanneer = f"{dag_in_woorden(a.datum)}, {a.begin:%H:%M}"
        delen = [wanneer, een.telefoon or _("geen telefoonnummer")]
        if self._filter is Filter.AFGEZEGD:
            delen.append(_("gaat niet door"))
        elif een.opnieuw:
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

    def _uit_gezet(self, rij: int) -> bool:
        """Somebody took the tick away; in a list to call there is none."""
        met_vinkje = self.lijst.item(rij).data(Qt.ItemDataRole.CheckStateRole) is not None
        return met_vinkje and self.mensen[rij].nodig and not self._aan(rij)

    @property
    def gekozen(self) -> list[Uitnodiging]:
        """Who gets a letter; in a list to call everybody."""
        if self._filter in BERICHT:
            return self.mensen
        return [g for n, g in enumerate(self.mensen) if self._aan(n)]

    def _tel(self) -> None:
        self.papieren.toon(self.gekozen, morgen=self._filter is Filter.MORGEN)
        self.papieren.setHidden(self._filter is Filter.AFGEZEGD)  # a message is enough

    def _zet_bezig(self, bezig: bool) -> None:
        for widget in (self.filter, self.lijst):
            widget.setEnabled(not bezig)

    def _toon_sms(self) -> None:
        rij = self.lijst.currentRow()
        if not 0 <= rij < len(self.mensen):
            self.sms.toon(None, "", "", "")
            return
        een = self.mensen[rij]
        soort = BERICHT.get(self._filter, Smssoort.UITNODIGING)
        sms = bericht(een, self._werkplek.prompts(een.taal), soort)
        self.sms.toon(sms, een.naam, een.telefoon, self._werkplek.talen[een.taal].naam)
