"""The exchange with the centre as the rest of the program knows it.

One object for one opened store. `ronde` may take long: call it off the GUI
thread. Everything else that asks the centre is one short call.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from threading import Event

from filelock import FileLock, Timeout

from desktop.models.toegang import mag_heel_spoor
from desktop.store import uitwisseling, versies, weigeringen
from desktop.store.bestanden import GEGEVENS, KOPIEEN, OPZIJ, SLEUTEL, TERUGZETTEN
from desktop.store.inkomend import AUTEUR, ID
from desktop.store.store import Store
from desktop.sync import aanmelding
from desktop.sync.antwoorden import Spoorregel
from desktop.sync.centrale import Centrale
from desktop.sync.fouten import AlBezig, GeenRecht, NietGekoppeld
from desktop.sync.gekoppeld import VERBINDING
from desktop.sync.ronde import Ronde
from desktop.sync.spoor import voeg_samen
from desktop.sync.stand import Aanbod, Apparaatregel, Stand, Uitkomst, Voortgang
from desktop.sync.verbinding import Verbinding

SLOT = "viergesprek.sync"


class Synchronisatie:
    """Couples a store with the centre."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @property
    def verbinding(self) -> Verbinding | None:
        """How to reach the centre; None when this laptop works by itself."""
        tekst = self._store.lokaal(VERBINDING)
        return Verbinding(**json.loads(tekst)) if tekst else None

    def koppel(self, verbinding: Verbinding) -> None:
        """Tries the connection and keeps it. Raises CentraleFout, and then nothing changes."""
        with Centrale(verbinding) as centrale:
            centrale.klopt_het()
        self._store.onthoud(VERBINDING, json.dumps(asdict(verbinding)))

    def ontkoppel(self) -> None:
        """From now on this laptop works by itself; nothing is lost, nothing is sent."""
        self._store.onthoud(VERBINDING, None)

    def stand(self) -> Stand:
        """Where it stands now; reads the store only."""
        with self._store.lees() as sessie:
            verbinding = sessie.connection()
            wachtend = uitwisseling.wachtend(verbinding)
            mee = uitwisseling.aantal_meegenomen(verbinding)
            conflicten = versies.aantal(sessie)
            geweigerd = weigeringen.aantal(sessie)
        return Stand(
            gekoppeld=self.verbinding is not None,
            laatste_contact=aanmelding.laatste_contact(self._store),
            wachtend=wachtend,
            conflicten=conflicten,
            geweigerd=geweigerd,
            aangeboden=aanmelding.aangeboden(self._store),
            meegenomen=mee,
            lease=aanmelding.lease(self._store),
            rechten=aanmelding.rechten(self._store),
        )

    def ronde(
        self,
        meld: Callable[[Voortgang], None] = lambda _voortgang: None,
        stop: Event | None = None,
    ) -> Uitkomst:
        """One whole round. Raises CentraleFout (a sentence), AlBezig, or what the disk raises.

        After `leeggemaakt` the store is closed and its files are gone.
        """
        with self._alleen(), self._centrale() as centrale:
            uitkomst = Ronde(self._store, centrale, meld=meld, stop=stop).loop()
        if uitkomst.leeggemaakt:
            self.maak_leeg()
        return uitkomst

    def maak_leeg(self) -> None:
        """A laptop that was marked as lost: the key goes first, then everything else."""
        map_ = self._store.map
        self._store.sluit()
        for naam in (SLEUTEL, f"{SLEUTEL}.vorige"):
            _verwijder(map_ / naam)
        for kopieen in (KOPIEEN, OPZIJ, TERUGZETTEN):
            shutil.rmtree(map_ / kopieen, ignore_errors=True)
        for naam in (GEGEVENS, f"{GEGEVENS}-wal", f"{GEGEVENS}-shm", "viergesprek.log"):
            _verwijder(map_ / naam)

    # --- asked of the centre directly

    def zoek_nummer(self, nummer: str, reden: str) -> tuple[str, str] | None:
        """(gemeente, dossier id) of this number; None when there is none. Every call is logged."""
        with self._centrale() as centrale:
            for gemeente in self._gemeenten():
                gevonden = centrale.zoek_nummer(gemeente, nummer)
                if gevonden is not None:
                    return (gemeente, gevonden)
        return None

    def wis(self, dossiers: Sequence[str], grond: str) -> None:
        """Erases dossiers in the centre; laptops follow at their next round."""
        with self._store.lees() as sessie:
            thuis = uitwisseling.thuis(sessie.connection(), dossiers)
        with self._centrale() as centrale:
            for dossier, gemeente in thuis.items():
                centrale.wis(gemeente, dossier, grond)

    def apparaten(self) -> list[Apparaatregel]:
        """The laptops of the user's gemeenten, for a leidinggevende or beheerder."""
        with self._centrale() as centrale:
            return [
                Apparaatregel(
                    id=t.id,
                    gemeente=gemeente,
                    medewerker=t.medewerker,
                    naam=t.naam,
                    laatst_gezien=t.laatst_gezien,
                    volgnummer=t.volgnummer,
                    verloren=t.verloren,
                    leeggemaakt=t.leeg_op is not None,
                )
                for gemeente in self._gemeenten()
                for t in centrale.apparaten(gemeente)
            ]

    def meld_verloren(self, apparaat: str) -> None:
        """A lost laptop: its login is closed at once, and at its next contact it wipes itself."""
        with self._centrale() as centrale:
            for gemeente in self._gemeenten():
                centrale.meld_verloren(gemeente, apparaat)

    def spoor(self, dossier: str | None, voor: str | None, hoeveel: int) -> list[Spoorregel]:
        """The trail in the centre, newest first, without content; `voor` is a clock value."""
        gemeenten = [r.gemeente for r in aanmelding.rechten(self._store) if mag_heel_spoor(r)]
        if not gemeenten:
            raise GeenRecht
        with self._centrale() as centrale:
            return voeg_samen(
                (
                    centrale.spoor(gemeente, dossier, voor_klok=voor, hoeveel=hoeveel)
                    for gemeente in gemeenten
                ),
                hoeveel,
            )

    def aangeboden(self) -> list[Aanbod]:
        """Changes of others that the centre refused, in dossiers that this user may write."""
        with self._centrale() as centrale:
            return [
                Aanbod(
                    id=str(a.rij[ID]),
                    gemeente=a.gemeente,
                    door=None if a.rij[AUTEUR] is None else str(a.rij[AUTEUR]),
                    op=a.op,
                    rij=a.rij,
                )
                for gemeente in self._gemeenten()
                for a in centrale.aangeboden(gemeente)
            ]

    def neem_aan(self, aanbod: Sequence[Aanbod], *, overnemen: bool) -> None:
        """Decides about offered changes: takes them over as own ones, or leaves them out."""
        if overnemen:
            aanmelding.neem_over(self._store, [a.rij for a in aanbod])
        with self._centrale() as centrale:
            for gemeente in {a.gemeente for a in aanbod}:
                centrale.neem_aan(gemeente, [a.id for a in aanbod if a.gemeente == gemeente])

    def _gemeenten(self) -> list[str]:
        return [recht.gemeente for recht in aanmelding.rechten(self._store)]

    @contextmanager
    def _centrale(self) -> Iterator[Centrale]:
        verbinding = self.verbinding
        if verbinding is None:
            raise NietGekoppeld
        with Centrale(verbinding) as centrale:
            yield centrale

    @contextmanager
    def _alleen(self) -> Iterator[None]:
        """One round at a time for a folder, whichever program makes it (sync.md trap 16)."""
        slot = FileLock(str(self._store.map / SLOT), timeout=0)
        try:
            slot.acquire()
        except Timeout:
            raise AlBezig from None
        try:
            yield
        finally:
            slot.release()


def _verwijder(pad: Path) -> None:
    """Overwrites, then removes: an encrypted file without its key, but why leave it."""
    if not pad.exists():
        return
    with pad.open("r+b") as bestand:
        bestand.write(b"\0" * min(pad.stat().st_size, 1 << 20))
    pad.unlink()
