"""Verifies the journal in the centre from outside: each row by itself, and the links of devices.

The centre's own word is not taken for it: the rows are fetched, and hashed here.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import sqlalchemy as sa

from desktop.models.toegang import mag_heel_spoor
from desktop.models.wijziging import Wijziging
from desktop.store import uitwisseling
from desktop.store.inkomend import APPARAAT, HASH, ID, VELDEN, VOLGNUMMER, VORIGE, Rij
from desktop.store.keten import klopt
from desktop.store.store import Store
from desktop.sync import aanmelding
from desktop.sync.antwoorden import Cursor
from desktop.sync.centrale import Centrale
from desktop.sync.dienst import Synchronisatie
from desktop.sync.fouten import AanmeldingGeweigerd

PER_KEER = 2_000


@dataclass
class Oordeel:
    """How many rows were looked at, and the ids of those that do not verify."""

    rijen: int = 0
    fout: list[str] = field(default_factory=list)


def controleer_centrale(store: Store) -> Oordeel | None:
    """Verifies all that the user may read in the centre.

    None when this laptop is not coupled, or the user's role is not for looking
    after the trail. Raises CentraleFout.
    """
    verbinding = Synchronisatie(store).verbinding
    gemeenten = {r.gemeente for r in aanmelding.rechten(store) if mag_heel_spoor(r)}
    if verbinding is None or not gemeenten:
        return None
    with Centrale(verbinding) as centrale:
        return _Controle(store, centrale).loop(gemeenten)


class _Controle:
    def __init__(self, store: Store, centrale: Centrale) -> None:
        self._store, self._centrale = store, centrale
        self._oordeel = Oordeel()
        self._schakels: dict[tuple[str, int], tuple[str, str, str]] = {}
        """(id, hash of the row before, own hash) by device and number."""

    def loop(self, gemeenten: set[str]) -> Oordeel:
        """Fetches and verifies everything in these gemeenten."""
        cursors = [c for c in self._stromen() if c.plek.gemeente in gemeenten]
        while cursors:
            binnen = self._centrale.haal(cursors, PER_KEER)
            if not binnen:
                break
            for een in binnen:
                self._kijk(een.rij)
            # In the order given: what stands before the last one is done.
            laatste = binnen[-1]
            plaats = next(n for n, c in enumerate(cursors) if c.plek == laatste.plek)
            cursors = [Cursor(laatste.plek, laatste.nr), *cursors[plaats + 1 :]]
        self._kijk_schakels()
        self._kijk_eigen()
        return self._oordeel

    def _stromen(self) -> list[Cursor]:
        with self._store.lees() as sessie:
            ik = uitwisseling.ik(sessie.connection())
        welkom = self._centrale.groet(
            ik.id,
            schemaversie=self._store.schemaversie,
            geheim=bytes.fromhex(ik.geheim),
            medewerker=self._store.gebruiker_id,
        )
        if welkom.fout or welkom.verloren:
            raise AanmeldingGeweigerd
        return [Cursor(stroom.plek, 0) for stroom in welkom.stromen]

    def _kijk(self, rij: Rij) -> None:
        self._oordeel.rijen += 1
        if not klopt(dict(zip(VELDEN, rij, strict=True))):
            self._oordeel.fout.append(str(rij[ID]))
        sleutel = (str(rij[APPARAAT]), int(rij[VOLGNUMMER] or 0))
        self._schakels[sleutel] = (str(rij[ID]), str(rij[VORIGE] or ""), str(rij[HASH]))

    def _kijk_schakels(self) -> None:
        """Each row names the hash of the one before it, as far as both can be read."""
        for (apparaat, nummer), (id_, vorige, _hash) in self._schakels.items():
            eerder = self._schakels.get((apparaat, nummer - 1))
            if eerder is not None and eerder[2] != vorige:
                self._oordeel.fout.append(id_)

    def _kijk_eigen(self) -> None:
        """What this laptop wrote is there as it wrote it."""
        with self._store.lees() as sessie:
            eigen = uitwisseling.ik(sessie.connection()).id
            hier = sessie.execute(
                sa.select(Wijziging.id, Wijziging.hash).where(Wijziging.apparaat == eigen)
            )
            hashes = {rij.id: rij.hash for rij in hier}
        for (apparaat, _nummer), (id_, _vorige, hash_) in self._schakels.items():
            if apparaat == eigen and hashes.get(id_, hash_) != hash_:
                self._oordeel.fout.append(id_)
