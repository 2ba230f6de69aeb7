"""One sitting beside the calendar: who comes, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from desktop.models.toetssessie import Sessiestatus
from desktop.models.toetstijd import van_tot
from desktop.store.store import Store
from desktop.store.toetsen import Sessieregel, sessie_met_kandidaten
from desktop.taal import _, meervoud
from desktop.views.toets.agendabeeld import dagwoord
from desktop.views.toets.agendabel import bezwaarzinnen
from desktop.views.toets.dagwoorden import status_in_woorden
from desktop.views.toets.zijblad import Zijblad
from desktop.views.widgets.indeling import knop, regel
from desktop.views.widgets.stroom import stroom

ID = Qt.ItemDataRole.UserRole
RIJ = 36


class Sessiekaart(Zijblad):
    """`dag`: to the day screen; `uit`: one candidate out of this sitting."""

    dag = Signal(str)
    uit = Signal(str)
    verzet = Signal()
    wijzig = Signal()
    zeg_af = Signal()
    agenda = Signal()

    def __init__(self, store: Store, talen: dict[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self._store, self._talen = store, talen
        self.sessie_id = ""
        self.waar = regel("", "gewoon", self.binnen)
        self.stand = regel("", "zacht", self.binnen)
        self.let_op = regel("", "melding", self.binnen)
        self.kop = regel(_("Wie komen er"), "veldnaam", self.binnen)
        self.mensen = QListWidget(self.binnen)
        self.mensen.setAccessibleName(_("Kandidaten in deze toets"))
        self.mensen.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.mensen.setWordWrap(True)
        self.mensen.setProperty("soort", "vinken")
        self.mensen.currentRowChanged.connect(self._zet_knoppen)
        self.elders = regel("", "zacht", self.binnen)
        for deel in (self.waar, self.stand, self.let_op, self.kop):
            self.vak.addWidget(deel)
        self.vak.addWidget(self.mensen)
        self.vak.addWidget(self.elders)
        self.haal = knop(_("Haal uit deze toets"), "gewoon", self.binnen)
        self.haal.clicked.connect(self._haal_uit)
        self.vak.addWidget(self.haal)
        knoppen = QWidget(self.binnen)
        rij = stroom(knoppen, tussen=8)
        self.knop_verzet = knop(_("Verzet"), "gewoon", self.binnen)
        self.knop_wijzig = knop(_("Wijzig"), "gewoon", self.binnen)
        self.knop_af = knop(_("Zeg af"), "gewoon", self.binnen)
        self.knop_agenda = knop(_("Agenda-bestand"), "gewoon", self.binnen)
        paren = (
            (self.knop_verzet, self.verzet),
            (self.knop_wijzig, self.wijzig),
            (self.knop_af, self.zeg_af),
            (self.knop_agenda, self.agenda),
        )
        for druk, sein in paren:
            druk.clicked.connect(sein)
            rij.addWidget(druk)
        self.vak.addWidget(knoppen)
        self.vak.addStretch()
        self.zet_knoppen(_("Open de dag"))
        self.klaar.connect(lambda: self.dag.emit(self.sessie_id))

    def focusInEvent(self, gebeurtenis: QFocusEvent) -> None:
        self.bewaar.setFocus(gebeurtenis.reason())

    def toon(self, sessie_id: str, regel_: Sessieregel | None) -> bool:
        """Shows this sitting as it is now; False when it is gone."""
        with self._store.lees() as sessie:
            beeld = sessie_met_kandidaten(sessie, sessie_id)
            if beeld is None:
                return False
            mensen = [
                (k.kandidaat.id, k.naam,
                 status_in_woorden(k.kandidaat.status),
                 k.opnieuw_uitnodigen)
                for k in beeld.kandidaten
            ]  # fmt: skip
            gepland = beeld.sessie.status is Sessiestatus.GEPLAND
            afgezegd = beeld.sessie.status is Sessiestatus.AFGEZEGD
            nu = beeld.sessie.gegevens
        self.sessie_id = sessie_id
        self.titel.setText(f"{dagwoord(nu.datum, 'EEE d MMMM')}, {van_tot(nu.begin, nu.einde)}")
        ruimte, wie = beeld.ruimte, beeld.begeleider
        delen = [
            f"{ruimte.naam}, {ruimte.locatie}" if ruimte else _("ruimte onbekend"),
            wie.naam if wie else _("toetsbegeleider onbekend"),
        ]
        if nu.plaats_reden:
            delen.append(nu.plaats_reden)
        self.waar.setText("\n".join(delen))
        bezet = len(mensen) + beeld.elders
        stand = [_("{bezet} van {plekken} plekken").format(bezet=bezet, plekken=beeld.plekken)]
        if nu.tolk_taal:
            taal = self._talen.get(nu.tolk_taal, nu.tolk_taal)
            stand.append(_("tolk {taal}").format(taal=taal))
        if afgezegd:
            stand.append(_("afgezegd"))
        elif not gepland:
            stand.append(_("voorbij"))
        self.stand.setText(", ".join(stand))
        zinnen = bezwaarzinnen(regel_.knelpunten) if regel_ is not None else []
        self.let_op.setText("\n".join(zinnen))
        self.let_op.setVisible(bool(zinnen))
        rij = self.mensen.currentRow()
        self.mensen.clear()
        for id_, naam, woord, opnieuw in mensen:
            tekst = f"{naam}: {woord}"
            if opnieuw:
                tekst = _("{persoon}, opnieuw uitnodigen").format(persoon=tekst)
            item = QListWidgetItem(tekst, self.mensen)
            item.setData(ID, id_)
        self.mensen.setCurrentRow(min(rij, len(mensen) - 1))
        self.mensen.setVisible(bool(mensen))
        self.mensen.setFixedHeight(min(max(len(mensen), 2), 6) * RIJ + 8)
        elders = beeld.elders
        self.elders.setText(
            meervoud(
                "{aantal} plek is voor iemand van een collega.",
                "{aantal} plekken zijn voor mensen van collega's.",
                elders,
            )
            if elders
            else _("Er is nog niemand geplaatst.")
        )
        self.elders.setVisible(bool(elders) or not mensen)
        self._gepland = gepland
        for deel in (self.knop_verzet, self.knop_wijzig, self.knop_af):
            deel.setEnabled(gepland)
        self.bewaar.setEnabled(not afgezegd)
        self._zet_knoppen()
        return True

    def _zet_knoppen(self) -> None:
        self.haal.setEnabled(self._gepland and self.mensen.currentRow() >= 0)
        self.haal.setVisible(self.mensen.count() > 0)

    _gepland = False

    def _haal_uit(self) -> None:
        item = self.mensen.currentItem()
        if item is not None:
            self.uit.emit(item.data(ID))
