"""Rounds with the centre off the GUI thread: by itself, soon after a change, and on request."""

from __future__ import annotations

import logging
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from desktop import bronnen
from desktop.store.aankondiging import Gewijzigd
from desktop.store.fouten import ViergesprekFout
from desktop.store.store import Store
from desktop.sync.gekoppeld import gekoppeld
from desktop.sync.ritme import Ritme, ritmebeleid_uit
from desktop.sync.stand import Stand, Uitkomst
from desktop.views.sync.mislukking import Mislukking, Soort, mislukking_van
from desktop.views.taken import Achtergrondtaak

if TYPE_CHECKING:
    from desktop.sync.dienst import Synchronisatie
    from desktop.views.werkplek import Werkplek

log = logging.getLogger(__name__)

WACHT_S = 5.0
"""Longer than any batch; a network that does not answer is not waited for."""
STAND_MS = 400
NAAM = "viergesprek-sync"


@dataclass(frozen=True)
class _Afloop:
    """How a round ended. Only values: this goes from one thread to the other."""

    nummer: int
    uitkomst: Uitkomst | None = None
    mislukking: Mislukking | None = None
    stand: Stand | None = None


@dataclass
class _Ronde:
    nummer: int
    stop: threading.Event = field(default_factory=threading.Event)
    door_slot: bool = False
    """Stopped because the program was locked, not because somebody wanted rest."""
    draad: threading.Thread | None = None
    afloop: _Afloop | None = None


class Syncdraad(QObject):
    """Makes rounds, one at a time, each on a thread of its own that ends with it.

    `stand` carries a Stand, `voortgang` a Voortgang, `klaar` the Uitkomst of a
    round, `fout` a Mislukking, `bezig` whether a round runs, and `tot_rust` comes
    when the last thread is gone after `stop_straks`. All arrive on the GUI thread.
    """

    stand = Signal(object)
    voortgang = Signal(object)
    fout = Signal(object)
    klaar = Signal(object)
    bezig = Signal(bool)
    tot_rust = Signal()

    _afgelopen = Signal(object)
    _onderweg = Signal(object)
    _aangeraakt = Signal(bool)

    def __init__(
        self,
        werkplek: Werkplek,
        *,
        maak: Callable[[Store], Synchronisatie] | None = None,
        ritme: Ritme | None = None,
        klok: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(werkplek)
        self._werkplek = werkplek
        self.maak = maak or _maak
        self._ritme = ritme or Ritme(ritmebeleid_uit(bronnen.toml("beleid", "uitwisseling.toml")))
        self._klok = klok
        self._open = False
        self._nummer = 0
        self._ronde: _Ronde | None = None
        self._leest = False
        self.laatste: Stand | None = None
        """The last Stand that was announced."""
        self.mislukking: Mislukking | None = None
        """Why the last round did not succeed; None after one that did."""
        self._wekker = _eenmalig(self, self.kijk)
        self._standwekker = _eenmalig(self, self._lees_stand)
        self._standwekker.setInterval(STAND_MS)
        # A round's thread only emits; everything else happens here.
        wachtrij = Qt.ConnectionType.QueuedConnection
        self._afgelopen.connect(self._op_afloop, wachtrij)
        self._onderweg.connect(self.voortgang, wachtrij)
        self._aangeraakt.connect(self._op_wijziging)
        self._luistert = True
        werkplek.store.gewijzigd.verbind(self._na_commit)

    @property
    def is_bezig(self) -> bool:
        """True while a round runs."""
        return self._ronde is not None

    @property
    def is_gekoppeld(self) -> bool:
        """True while rounds are made."""
        return self._open and self._werkplek.sync is not None

    def begin(self, *, meteen: bool = False) -> None:
        """The store was opened, or the coupling changed: reads how it stands and goes on.

        What talks to a centre is loaded here, on the pool, and only when coupled.
        `meteen`: does not wait for the rhythm.
        """
        self._open = True
        if not gekoppeld(self._werkplek.store):
            self._zet(None, Stand(gekoppeld=False))
            return
        self._op_de_pool(
            partial(_bereid, self.maak, self._werkplek.store),
            partial(self._bereid, meteen),
            self._niet_bereid,
        )

    def _bereid(self, meteen: bool, bereid: tuple[Synchronisatie, Stand]) -> None:
        if not self._open:  # locked in the meantime
            return
        self._zet(*bereid)
        self._ritme.begin(self._klok())
        if meteen:
            self.nu_bijwerken()
        self._zet_wekker()

    def _niet_bereid(self, fout: Exception) -> None:
        if self._open:
            self.mislukking = mislukking_van(fout)
            self._neem_stand(Stand(gekoppeld=True))
            self.fout.emit(self.mislukking)

    def _zet(self, sync: Synchronisatie | None, stand: Stand) -> None:
        self._werkplek.sync = sync
        if sync is None:
            self._ritme.rust()
            self._wekker.stop()
            self.mislukking = None
        self._neem_stand(stand)

    def kijk(self) -> None:
        """Makes a round when one is due, and sets the alarm for the next."""
        if self.is_gekoppeld and self._ronde is None and self._ritme.is_tijd(self._klok()):
            self._start()
        self._zet_wekker()

    def nu_bijwerken(self) -> None:
        """A round right now; when one runs already, that is the one."""
        if self._open and self._werkplek.sync is None:
            self.begin(meteen=True)
        elif self.is_gekoppeld and self._ronde is None:
            self._start()

    def pauzeer(self) -> None:
        """Stops the running round after its batch; it goes on by itself later."""
        if self._ronde is not None:
            self._ronde.stop.set()

    def stop(self, wacht_s: float = WACHT_S) -> bool:
        """No rounds until `begin`. Waits until the running batch is done and the thread is gone.

        Returns False when it hangs longer than `wacht_s`, in a network that does not
        answer: between two batches, where nothing here is cut off.
        """
        self.stop_straks()
        ronde = self._ronde
        if ronde is None or ronde.draad is None:
            return True
        ronde.draad.join(wacht_s)
        if ronde.draad.is_alive():
            return False
        self._rond_af(ronde)
        return True

    def stop_straks(self) -> None:
        """As `stop`, without waiting: `tot_rust` tells when the thread is gone."""
        self._open = False
        self._ritme.rust()
        self._wekker.stop()
        self._standwekker.stop()
        if self._ronde is not None:
            self._ronde.door_slot = True
        self.pauzeer()

    def los(self) -> None:
        """Stops for good, and no longer listens to the store."""
        self.stop()
        if self._luistert:
            self._luistert = False
            self._werkplek.store.gewijzigd.verbreek(self._na_commit)

    # --- a round

    def _start(self) -> None:
        sync = self._werkplek.sync
        assert sync is not None
        self._nummer += 1
        ronde = self._ronde = _Ronde(self._nummer)
        self._ritme.begonnen()
        self._wekker.stop()
        # A daemon: a network that never answers must not keep a closed program alive.
        ronde.draad = threading.Thread(
            target=self._loop, args=(sync, ronde), name=NAAM, daemon=True
        )
        self.bezig.emit(True)
        ronde.draad.start()

    def _loop(self, sync: Synchronisatie, ronde: _Ronde) -> None:
        """On the round's own thread."""
        uitkomst: Uitkomst | None = None
        mislukking: Mislukking | None = None
        stand: Stand | None = None
        try:
            uitkomst = sync.ronde(partial(_zend, self._onderweg), ronde.stop)
        except Exception as fout:  # every failure has to reach the status line
            if not isinstance(fout, ViergesprekFout):
                sys.excepthook(type(fout), fout, fout.__traceback__)
            mislukking = mislukking_van(fout)
        try:
            if uitkomst is None or not uitkomst.leeggemaakt:
                stand = sync.stand()
        except ViergesprekFout as fout:
            log.info("standing not read: %s", type(fout).__name__)
        ronde.afloop = _Afloop(ronde.nummer, uitkomst, mislukking, stand)
        _zend(self._afgelopen, ronde.afloop)

    def _op_afloop(self, afloop: _Afloop) -> None:
        if self._ronde is not None and self._ronde.nummer == afloop.nummer:
            if self._ronde.draad is not None:
                self._ronde.draad.join()  # it has said its last word
            self._rond_af(self._ronde)

    def _rond_af(self, ronde: _Ronde) -> None:
        self._ronde = None
        afloop = ronde.afloop
        assert afloop is not None  # the thread cannot end without one
        if self._open:
            self._plan(ronde, afloop)
        if afloop.mislukking is None or afloop.mislukking.soort is not Soort.BEZET:
            self.mislukking = afloop.mislukking
        self.bezig.emit(False)
        if not self._open:
            if afloop.uitkomst is not None and afloop.uitkomst.leeggemaakt:
                self.klaar.emit(afloop.uitkomst)
            self.tot_rust.emit()
            return
        if afloop.stand is not None and self.is_gekoppeld:
            self._neem_stand(afloop.stand)
        if afloop.uitkomst is not None:
            self.klaar.emit(afloop.uitkomst)
        elif self.mislukking is not None and self.mislukking is afloop.mislukking:
            self.fout.emit(self.mislukking)
        self._zet_wekker()

    def _plan(self, ronde: _Ronde, afloop: _Afloop) -> None:
        nu = self._klok()
        if ronde.door_slot:  # and it was unlocked before the thread was gone
            self._ritme.begin(nu)
        elif afloop.mislukking is not None:
            if afloop.mislukking.soort is Soort.BEZET:
                self._ritme.bezet(nu)
            else:
                self._ritme.mislukte(nu, blijvend=afloop.mislukking.in_instellingen)
        elif afloop.uitkomst is not None and afloop.uitkomst.gestopt:
            self._ritme.gestopt(nu)
        else:
            self._ritme.gelukt(nu)

    def _zet_wekker(self) -> None:
        volgende = self._ritme.volgende
        if volgende is None or not self.is_gekoppeld or self._ronde is not None:
            self._wekker.stop()
            return
        self._wekker.start(max(0, round((volgende - self._klok()) * 1000)))

    # --- what changes here

    def _na_commit(self, _gewijzigd: Gewijzigd) -> None:
        """On the thread that committed; what the round itself brings is no reason for another."""
        if not self.is_gekoppeld:
            return
        ronde = self._ronde
        zelf = ronde is not None and threading.current_thread() is ronde.draad
        _zend(self._aangeraakt, not zelf)

    def _op_wijziging(self, hier: bool) -> None:
        if not self.is_gekoppeld:
            return
        if hier:
            self._ritme.gewijzigd(self._klok())
            self._zet_wekker()
        if not self._standwekker.isActive():
            self._standwekker.start()

    def _lees_stand(self) -> None:
        """How it stands, read on the pool: a batch may hold the file for a moment."""
        sync = self._werkplek.sync
        if sync is None or not self._open:
            return
        if self._leest:
            self._standwekker.start()
            return
        self._leest = True
        self._op_de_pool(sync.stand, self._gelezen, self._niet_gelezen)

    def _gelezen(self, stand: Stand) -> None:
        self._leest = False
        if self.is_gekoppeld:
            self._neem_stand(stand)

    def _niet_gelezen(self, _fout: Exception) -> None:
        self._leest = False

    def _op_de_pool(
        self,
        werk: Callable[[], Any],
        klaar: Callable[[Any], None],
        mislukt: Callable[[Exception], None],
    ) -> None:
        taak = Achtergrondtaak(werk, self)
        for signaal, daarna in ((taak.klaar, klaar), (taak.mislukt, mislukt)):
            signaal.connect(daarna)
            signaal.connect(taak.deleteLater)
        taak.start()

    def _neem_stand(self, stand: Stand) -> None:
        self.laatste = stand
        rechten = stand.rechten if stand.gekoppeld else ()
        if rechten != self._werkplek.rechten:
            self._werkplek.rechten = rechten
            self._werkplek.gewijzigd.emit({"rechten": frozenset(r.gemeente for r in rechten)})
        self.stand.emit(stand)


def _eenmalig(ouder: QObject, wat: Callable[[], None]) -> QTimer:
    timer = QTimer(ouder)
    timer.setSingleShot(True)
    timer.timeout.connect(wat)
    return timer


def _zend(signaal: Any, waarde: object) -> None:
    try:
        signaal.emit(waarde)
    except RuntimeError:  # Qt's word for a window that was closed meanwhile
        log.info("nobody waits for the round any more")


def _maak(store: Store) -> Synchronisatie:
    from desktop.sync.dienst import Synchronisatie

    return Synchronisatie(store)


def _bereid(maak: Callable[[Store], Synchronisatie], store: Store) -> tuple[Synchronisatie, Stand]:
    """On a pool thread: the import alone takes a tenth of a second."""
    sync = maak(store)
    return sync, sync.stand()
