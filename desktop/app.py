"""Composition: wires the store, the windows and the client's screen together."""

from __future__ import annotations

import logging
import sys
import zlib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QApplication

from desktop import taal
from desktop.store.bestanden import INTERFACETAAL, SLEUTEL
from desktop.taal import _
from desktop.views import stijl
from desktop.views.hoofdvenster import Hoofdvenster

if TYPE_CHECKING:
    from desktop.models.catalogus import Gemeente
    from desktop.models.vragen import Vragenlijst
    from desktop.store.store import Store
    from desktop.sync.stand import Lease, Uitkomst
    from desktop.views.bewaren.dagkopie import Dagkopie
    from desktop.views.werkplek import Werkplek
    from desktop.views.werkruimte import Werkruimte

log = logging.getLogger(__name__)

NA_EERSTE_BEELD_MS = 50
ZONDER_ANTWOORD_MS = 3000


def _lees_gemeenten() -> tuple[Gemeente, ...]:
    from desktop import bronnen
    from desktop.models.catalogus import gemeenten_uit

    return gemeenten_uit(bronnen.toml("gemeenten.toml"))


def lees_lijst() -> Vragenlijst:
    """The current question list."""
    from desktop import bronnen
    from desktop.models.vragenlezer import vragenlijst_uit

    return vragenlijst_uit(bronnen.tomls("vragen"))


class Toepassing(QObject):
    """One running program over one folder of data."""

    def __init__(
        self,
        map_: Path,
        *,
        demo: bool = False,
        klok: Callable[[], datetime] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.map = map_
        self._klok = klok
        self._demo = demo
        demo_wachtzin = None
        if demo:
            from desktop.voorbeeld import DEMO_WACHTZIN

            demo_wachtzin = DEMO_WACHTZIN
        self.store: Store | None = None
        self.werkplek: Werkplek | None = None
        self._op_slot = True
        self._dagkopie: Dagkopie | None = None
        self.werkruimte: Werkruimte | None = None
        taal.kies(taal.onthouden(map_ / INTERFACETAAL))
        self.venster = Hoofdvenster(
            map_ / SLEUTEL,
            _lees_gemeenten,
            demo_wachtzin=demo_wachtzin,
        )
        self.venster.sleutel_gegeven.connect(self._open)
        self.venster.eerste_keer.connect(self._begin)
        self.venster.taal_gekozen.connect(self._kies_taal)
        self.venster.vergrendeld.connect(self._vergrendel)
        self.venster.gesloten.connect(self.sluit)

    def toon(self) -> None:
        """Shows the klantmanager's window."""
        self.venster.show()
        # After the first paint: what the unlocking will need is read while somebody types.
        QTimer.singleShot(NA_EERSTE_BEELD_MS, _lees_vooruit)

    def _begin(self, sleutel: bytes, naam: str, gemeente: str) -> None:
        self._open(sleutel, naam=naam, gemeente=gemeente)

    def _open(self, sleutel: bytes, naam: str = "", gemeente: str = "") -> None:
        from desktop.store.fouten import ViergesprekFout

        try:
            if self.store is None:
                self._open_store(sleutel, naam, gemeente)
            elif self.store.op_slot:  # else it waits for the last batch of a round
                self.store.heropen(sleutel)
        except ViergesprekFout as fout:
            log.error("store did not open: %s", type(fout).__name__)
            self.venster.toon_fout(fout)
            return
        assert self.store is not None
        self._op_slot = False
        self._na_openen(self.store)
        self._maak_dagkopie(self.store)

    def _open_store(self, sleutel: bytes, naam: str, gemeente: str) -> None:
        from desktop.models.dossier import Medewerker
        from desktop.store.gesprek import eerste_medewerker
        from desktop.store.store import Store

        lijst = lees_lijst()
        klok = self._klok
        store = (
            Store(self.map, sleutel, lijst, klok=klok) if klok else Store(self.map, sleutel, lijst)
        )
        if store.gebruiker_id is None:
            if self._demo:
                from desktop.demo.planvoorbeeld import vul_plan
                from desktop.demo.toetsvoorbeeld import vul_toetsen
                from desktop.voorbeeld import vul_demo

                vul_demo(store)
                vul_toetsen(store)
                vul_plan(store)
            else:
                with store.work() as work:
                    # After a kill halfway this one may be there, and not be the user yet.
                    ik = None if naam else eerste_medewerker(work.session)
                    if ik is None:
                        ik = Medewerker(naam=naam or _("Klantmanager"), gemeente=gemeente or "0171")
                        work.voeg_toe(ik)
                store.word(ik.id)
        self.store = store

    def _na_openen(self, store: Store) -> None:
        from desktop.sync.aanmelding import lease
        from desktop.views.werkplek import Werkplek

        if self.werkplek is None:
            self.werkplek = Werkplek(store, self)
            self.werkplek.melding.connect(self.venster.meld)
            self.werkplek.gelukt.connect(self.venster.meld_gelukt)
            self.werkplek.draad.klaar.connect(self._na_ronde)
            self.werkplek.draad.tot_rust.connect(self._sluit_store)
        self.werkplek.haal_in()
        self.werkplek.draad.begin()
        nu = lease(store)
        if nu is not None and nu.verlopen:
            self._vraag_contact(self.werkplek, nu)
        else:
            self._toon_werkruimte(self.werkplek)

    def _vraag_contact(self, werkplek: Werkplek, lease: Lease) -> None:
        """Too long without contact: nothing of a client is shown before the next round."""
        from desktop.views.sync.leaseblad import Leaseblad

        blad = Leaseblad(werkplek, lease)
        blad.bijgewerkt.connect(lambda: self._toon_werkruimte(werkplek))
        self.venster.toon_vooraf(blad)

    def _toon_werkruimte(self, werkplek: Werkplek) -> None:
        from desktop.views.werkruimte import Werkruimte

        if self.werkruimte is None:
            self.werkruimte = Werkruimte(werkplek)
            self._verbind(self.werkruimte)
        self.venster.toon_werkruimte(self.werkruimte)
        self.werkruimte.ontgrendel()

    def _verbind(self, werkruimte: Werkruimte) -> None:
        werkruimte.minuten_gekozen.connect(self.venster.stilte.zet_minuten)
        werkruimte.taal_gekozen.connect(self._kies_taal)
        werkruimte.terugzetten.connect(self._zet_terug)
        self.venster.stilte.zet_minuten(werkruimte.minuten)

    def _kies_taal(self, tag: str) -> None:
        """The interface in another language, at once and at the next start."""
        try:
            taal.onthoud(self.map / INTERFACETAAL, tag)
        except OSError as fout:  # it is then only for today
            log.error("language not kept: %s", type(fout).__name__)
        taal.kies(tag)
        # The widget whose signal this is, is taken away: first let it finish.
        QTimer.singleShot(0, self._maak_opnieuw)

    def _maak_opnieuw(self) -> None:
        """New windows for the old ones, in the same place and with what was typed."""
        from desktop.views.werkruimte import Werkruimte

        self.venster.wissel_taal()
        oud = self.werkruimte
        if oud is None or self.werkplek is None or self._op_slot:
            return
        oud.formulier.leg_vast()
        oud.sluit()
        self.werkruimte = Werkruimte(self.werkplek)
        self.werkruimte.neem_over(oud)
        self._verbind(self.werkruimte)
        self.venster.toon_werkruimte(self.werkruimte)

    def _vergrendel(self) -> None:
        if self.werkruimte is not None:
            self.werkruimte.vergrendel()
        self._op_slot = True
        draad = self.werkplek.draad if self.werkplek is not None else None
        if draad is not None:
            draad.stop_straks()
        if draad is not None and draad.is_bezig:
            # What a round is keeping comes first; a network that hangs does not.
            QTimer.singleShot(ZONDER_ANTWOORD_MS, self._sluit_store)
        else:
            self._sluit_store()

    def _sluit_store(self) -> None:
        """Forgets the key, unless somebody typed the passphrase again in the meantime."""
        if self._op_slot and self.store is not None:
            self._staak_dagkopie()
            self.store.sluit()

    def _na_ronde(self, uitkomst: Uitkomst) -> None:
        if uitkomst.leeggemaakt:
            self._is_leeg()
        elif uitkomst.meldingen:
            self.venster.meld("\n".join(_(zin) for zin in uitkomst.meldingen))

    def _is_leeg(self) -> None:
        """This laptop was marked as lost, and its files are gone: as if it had just begun."""
        if self.werkruimte is not None:
            self.werkruimte.sluit()
        if self.werkplek is not None:
            self.werkplek.draad.los()
            self.werkplek.los()
            self.werkplek.deleteLater()
        self.store = self.werkplek = self.werkruimte = None
        self.venster.begin_opnieuw(
            _("Deze laptop is als verloren gemeld. De gegevens zijn gewist.")
        )

    def _maak_dagkopie(self, store: Store) -> None:
        if self._dagkopie is None:
            from desktop.views.bewaren.dagkopie import Dagkopie

            self._dagkopie = Dagkopie(self)
            self._dagkopie.melding.connect(lambda zin: self.venster.meld(_(zin)))
        self._dagkopie.begin(store)

    def _staak_dagkopie(self) -> None:
        if self._dagkopie is not None:
            self._dagkopie.staak()

    def _zet_terug(self) -> None:
        """A copy stands ready: closes the file, puts the copy in its place, and locks."""
        from datetime import UTC, datetime

        from desktop.store import wissel
        from desktop.store.fouten import ViergesprekFout

        if self.werkruimte is not None:
            self.werkruimte.vergrendel()
            self.werkruimte.sluit()
        if self.werkplek is not None:
            self.werkplek.draad.los()
            self.werkplek.los()
            self.werkplek.deleteLater()
        self._staak_dagkopie()
        if self.store is not None:
            self.store.sluit()
        self.store = self.werkplek = self.werkruimte = None
        self._op_slot = True
        zin = ""
        try:
            wissel.beslis(self.map, datetime.now(UTC))
        except ViergesprekFout as fout:
            log.error("copy not put back: %s", type(fout).__name__)
            zin = _(fout.zin)
        self.venster.begin_opnieuw(zin)
        if not zin:
            self.venster.meld_gelukt(_("De kopie staat terug. Typ je wachtzin om verder te gaan."))

    def sluit(self) -> None:
        """Closes the client's window and the store; every gesture is already on disk."""
        if self.werkruimte is not None:
            self.werkruimte.sluit()
        if self.werkplek is not None:
            if self.werkplek.draad.is_bezig:
                self.venster.hide()  # what is being kept takes a moment
            self.werkplek.draad.los()
        self._staak_dagkopie()
        if self.store is not None and not self.store.op_slot:
            self.store.sluit()


def _lees_vooruit() -> None:
    """Imports on a pool thread what opening the store will need."""
    from PySide6.QtCore import QThreadPool

    def lees() -> None:
        import desktop.store.sleutel
        import desktop.store.store
        import desktop.sync.aanmelding
        import desktop.views.werkruimte  # noqa: F401

    QThreadPool.globalInstance().start(lees)


class Enige(QObject):
    """One running program for one folder of data; a second start wakes the first."""

    def __init__(self, map_: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # zlib, for hashlib alone would delay the first window; a clash of folders is no danger.
        merk = zlib.crc32(str(map_.resolve()).encode())
        self._naam = f"viergesprek-{merk:08x}"
        self.server = QLocalServer(self)
        self.server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)

    def is_eerste(self) -> bool:
        """True when no other program has this folder; else that one comes to the front."""
        buis = QLocalSocket()
        buis.connectToServer(self._naam)
        if buis.waitForConnected(300):
            buis.write(b"toon")
            buis.waitForBytesWritten(300)
            buis.disconnectFromServer()
            return False
        QLocalServer.removeServer(self._naam)  # left behind by a program that was killed
        return self.server.listen(self._naam)


def maak_qt(argv: list[str]) -> QApplication:
    """The QApplication with fonts and style."""
    app = QApplication(argv)
    app.setApplicationName("viergesprek")
    app.setApplicationDisplayName("Viergesprek")
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_SynthesizeMouseForUnhandledTouchEvents)
    stijl.pas_toe(app)
    return app


def start(map_: Path, *, demo: bool = False) -> int:
    """Runs the program until its window closes. Returns the exit code."""
    from desktop.logboek import richt_in, vang_op

    map_.mkdir(parents=True, exist_ok=True)
    vang_op()
    app = maak_qt(sys.argv[:1])
    enige = Enige(map_, app)
    if not enige.is_eerste():
        return 0
    toepassing = Toepassing(map_, demo=demo, parent=app)
    enige.server.newConnection.connect(toepassing.venster.haal_naar_voren)
    toepassing.toon()
    QTimer.singleShot(NA_EERSTE_BEELD_MS, lambda: richt_in(map_))
    return app.exec()
