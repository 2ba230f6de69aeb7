"""Many laptops at once against one PostgreSQL, with its own number of connections.

More laptops than connections: those that find no place are told so and come back, as
`desktop/sync/ritme.py` says, on a clock that runs faster here. Nothing else may go
wrong, and every change has to be in the centre at the end.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from threading import Barrier

import psycopg

from desktop.bronnen import toml, tomls
from desktop.demo.postgres import Wegwerppostgres
from desktop.models.basis import nieuw_id
from desktop.models.dossier import Dossier, Huisgenoot, Medewerker, Relatie, nieuw_nummer
from desktop.models.vragenlezer import vragenlijst_uit
from desktop.store.bestanden import GEGEVENS
from desktop.store.store import Store
from desktop.sync.centraal import beheer
from desktop.sync.dienst import Synchronisatie
from desktop.sync.fouten import CentraleBezig
from desktop.sync.ritme import Ritme, ritmebeleid_uit
from desktop.sync.verbinding import Verbinding
from tests.benchmarks.meting import Meting

AANTAL = 200
RONDES = 3
SNELLER = 60
"""So many times faster than in reality does a laptop come back that was told to."""
SLEUTEL = bytes(range(32))
ECHT = {"max_wal_size": "4GB"}
"""PostgreSQL as it is installed: fsync, and its own number of connections."""
RUIM = {**ECHT, "max_connections": "300"}
"""What docs/centraal.md says for two hundred laptops."""


@dataclass(frozen=True)
class Figuren:
    """What came of it. `opnieuw`: how often a laptop found no place and came back."""

    laptops: int
    rondes: int
    opnieuw: int
    seconden: float
    rijen: int
    kwijt: int


def meet(werkmap: Path) -> list[Meting]:
    """Two hundred laptops of two hundred people, all at the same moment."""
    uit = []
    for naam, instellingen in (("100 verbindingen", ECHT), ("300 verbindingen", RUIM)):
        with Wegwerppostgres(instellingen=instellingen) as postgres:
            f = tegelijk(werkmap / naam, _mensen(postgres), postgres.uri("postgres"))
        if f.kwijt:
            raise RuntimeError(f"{f.kwijt} changes are not in the centre")
        uit.append(
            Meting(
                f"{f.laptops} laptops tegelijk, {naam}",
                [f.seconden],
                eenheid="s",
                woord="niets kwijt",
                bij=f"{f.rondes} rondes, {f.rijen} wijzigingen; {f.opnieuw} keer was er geen plek "
                "en kwam een laptop terug; geen andere fout",
            )
        )
    return uit


def _mensen(postgres: Wegwerppostgres) -> list[tuple[Verbinding, str]]:
    """Makes the centre, and as many people; how each connects, and the id."""
    uit = []
    with beheer.beheerverbinding(postgres.uri("postgres")) as verbinding:
        beheer.maak(verbinding)
        for n in range(AANTAL):
            id_ = nieuw_id()
            wie = beheer.voeg_toe(
                verbinding, gemeente="0171", rol="klantmanager", naam=f"Collega {n}",
                medewerker=id_,
            )  # fmt: skip
            hoe = Verbinding(
                postgres.host, wie.login, wie.wachtwoord, postgres.poort, "postgres", "disable"
            )
            uit.append((hoe, id_))
    return uit


def tegelijk(
    map_: Path, mensen: Sequence[tuple[Verbinding, str]], uri: str, rondes: int = RONDES
) -> Figuren:
    """Gives each of these people a laptop, and lets all make their rounds at once.

    Raises whatever goes wrong but that there was no place.
    """
    stores = _laptops(map_, [id_ for _hoe, id_ in mensen])
    start = Barrier(len(stores))

    def werkdag(store: Store, hoe: Verbinding) -> int:
        sync, opnieuw = Synchronisatie(store), 0
        start.wait()
        opnieuw += _tot_het_lukt(lambda: sync.koppel(hoe))
        for _ in range(rondes):
            _werk(store)
            opnieuw += _tot_het_lukt(sync.ronde)
        return opnieuw

    begin = time.perf_counter()
    try:
        with ThreadPoolExecutor(len(stores)) as draden:
            bezig = [
                draden.submit(werkdag, store, hoe)
                for store, (hoe, _id) in zip(stores, mensen, strict=True)
            ]
            opnieuw = sum(een.result() for een in bezig)
        seconden = time.perf_counter() - begin
        rijen, kwijt = _tel(stores, uri)
    finally:
        for store in stores:
            store.sluit()
    return Figuren(len(stores), len(stores) * rondes, opnieuw, seconden, rijen, kwijt)


def _laptops(map_: Path, medewerkers: Sequence[str]) -> list[Store]:
    """Stores, copied from one empty one: a migration for each would be the longest part."""
    lijst = vragenlijst_uit(tomls("vragen"))
    (map_ / "leeg").mkdir(parents=True)
    eerste = Store(map_ / "leeg", SLEUTEL, lijst)
    with eerste.neem_op() as inkomst:
        inkomst.verbinding.exec_driver_sql("DELETE FROM apparaat")
    eerste.sluit()
    stores = []
    for n, id_ in enumerate(medewerkers):
        plek = map_ / str(n)
        plek.mkdir()
        shutil.copyfile(map_ / "leeg" / GEGEVENS, plek / GEGEVENS)
        store = Store(plek, SLEUTEL, lijst)
        with store.work() as work:
            work.voeg_toe(Medewerker(id=id_, naam=f"Collega {n}", gemeente="0171"))
        store.word(id_)
        stores.append(store)
    return stores


def _werk(store: Store) -> None:
    """A new client with a household: some forty changes."""
    dossier = Dossier(
        nummer=nieuw_nummer("0171", store.vandaag()),
        voornamen="Tesfay",
        achternaam="Gebremedhin",
        gemeente="0171",
        klantmanager_id=store.gebruiker_id,
    )
    with store.work() as work:
        work.voeg_toe(dossier)
        for n in range(8):
            work.voeg_toe(Huisgenoot(dossier_id=dossier.id, naam=f"Sami {n}", relatie=Relatie.KIND))


def _tot_het_lukt(doe: Callable[[], object]) -> int:
    """Again when there was no place, after the time that a laptop waits; how often that was."""
    ritme, keren = Ritme(ritmebeleid_uit(toml("beleid", "uitwisseling.toml"))), 0
    while True:
        try:
            doe()
        except CentraleBezig:
            keren += 1
            ritme.mislukte(0)
            time.sleep((ritme.volgende or 0) / SNELLER)
        else:
            return keren


def _tel(stores: Sequence[Store], uri: str) -> tuple[int, int]:
    """Changes that the laptops wrote themselves, and how many of those the centre does not have."""
    eigen: set[str] = set()
    for store in stores:
        with store.lees() as sessie:
            eigen |= {
                rij[0]
                for rij in sessie.connection().exec_driver_sql(
                    "SELECT id FROM wijziging WHERE apparaat = (SELECT id FROM apparaat)"
                )
            }
    with psycopg.connect(uri) as verbinding:
        daar = {rij[0] for rij in verbinding.execute("SELECT id FROM viergesprek.wijziging")}
    return len(eigen), len(eigen - daar)
