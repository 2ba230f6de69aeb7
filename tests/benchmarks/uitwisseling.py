"""The exchange with a real PostgreSQL: pushing, pulling, nothing new, and a slow link."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import psycopg

from desktop.bronnen import tomls
from desktop.demo.postgres import Wegwerppostgres
from desktop.models.dossier import Medewerker
from desktop.models.vragenlezer import vragenlijst_uit
from desktop.store.inkomend import VELDEN, Rij
from desktop.store.motor import verbind
from desktop.store.store import Store
from desktop.sync.centraal import beheer
from desktop.sync.dienst import Synchronisatie
from desktop.sync.verbinding import Verbinding
from desktop.voorbeeld import een_intake
from tests.benchmarks.meting import Meting
from tests.benchmarks.rijen import GEMEENTE, Schrijver, intakes, losse_wijzigingen
from tests.sync.buis import Buis

AANTAL = 100_000
PER_KEER = 1_000
SLEUTEL = bytes(range(32))
WACHT_S = 0.05
BREED = 1_000_000


def meet(werkmap: Path) -> list[Meting]:
    """All lines, on one throw-away PostgreSQL. Times in ms for the whole of each."""
    with Wegwerppostgres() as postgres:
        with beheer.beheerverbinding(postgres.uri("postgres")) as verbinding:
            beheer.maak(verbinding)
            wie = beheer.voeg_toe(
                verbinding, gemeente=GEMEENTE, rol="klantmanager", naam="Anneke de Boer",
                medewerker="11111111-1111-4111-8111-111111111111",
            )  # fmt: skip
        hoe = Verbinding(
            postgres.host, wie.login, wie.wachtwoord, postgres.poort, "postgres", "disable"
        )
        schrijver = Schrijver("11111111-1111-4111-8111-111111111111")
        intakes(schrijver, AANTAL)
        schrijver.knip(AANTAL)
        rijen = list(schrijver.rijen)
        losse_wijzigingen(schrijver, AANTAL)
        los = schrijver.rijen[AANTAL:]
        with _laptop(werkmap / "brengt", hoe) as sync:
            uit = [
                _breng(postgres, sync, schrijver, rijen, f"{AANTAL} wijzigingen brengen", grens=2),
                *_haal(werkmap, hoe, rijen),
                _breng(postgres, sync, schrijver, los, f"{AANTAL} losse wijzigingen door elkaar"),
            ]
        uit += _leeg(werkmap, hoe)
        uit += _traag(werkmap, postgres, hoe)
    return uit


def _breng(
    postgres: Wegwerppostgres,
    sync: Synchronisatie,
    schrijver: Schrijver,
    rijen: Sequence[Rij],
    regel: str,
    grens: float | None = None,
) -> Meting:
    """From the laptop's file to the centre: a whole round."""
    _leg_in(sync._store, schrijver, rijen)
    kaal = [_kaal_brengen(postgres, rijen)]
    begin = time.perf_counter()
    uitkomst = sync.ronde()
    gebracht = _ms(begin)
    kaal.append(_kaal_brengen(postgres, rijen))  # before and after: others may be at work
    if uitkomst.gebracht != len(rijen) or uitkomst.geweigerd:
        raise RuntimeError(f"not taken: {uitkomst}")
    gevraagd = "; gevraagd: 29.000 (tien keer PouchDB)" if grens else ""
    return Meting(
        regel,
        [gebracht],
        kaal,
        kaal_is="psycopg executemany met ON CONFLICT DO NOTHING in een tabel met één sleutel",
        grens=grens,
        over_kaal=True,
        strikt=False,
        bij=f"{_per_s(gebracht)} wijzigingen per seconde{gevraagd}",
    )


def _leg_in(store: Store, schrijver: Schrijver, rijen: Sequence[Rij]) -> None:
    """Puts rows in a laptop's journal as its own, not yet brought. The tables stay empty:
    bringing does not look at them.
    """
    laatste = dict(zip(VELDEN, rijen[-1], strict=True))
    with store.neem_op() as inkomst:
        inkomst.verbinding.exec_driver_sql(
            "DELETE FROM wijziging WHERE apparaat <> ?", (schrijver.apparaat,)
        )
        inkomst.verbinding.exec_driver_sql(
            f"INSERT INTO wijziging ({', '.join(VELDEN)}) VALUES ({', '.join('?' * len(VELDEN))})",
            list(rijen),
        )
        inkomst.verbinding.exec_driver_sql(
            "UPDATE apparaat SET id = ?, volgnummer = ?, vorige = ?, klok = ?",
            (schrijver.apparaat, *(laatste[naam] for naam in ("volgnummer", "hash", "klok"))),
        )


def _kaal_brengen(postgres: Wegwerppostgres, rijen: Sequence[Rij]) -> float:
    kolommen = ", ".join(f"{v} {'bigint' if v == 'volgnummer' else 'text'}" for v in VELDEN)
    plekken = ", ".join(["%s"] * len(VELDEN))
    with psycopg.connect(postgres.uri("postgres")) as verbinding, verbinding.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS kaal")
        cursor.execute(f"CREATE TABLE kaal ({kolommen}, PRIMARY KEY (id))")  # type: ignore[arg-type]
        verbinding.commit()
        teksten = [tuple(w if isinstance(w, int | None) else str(w) for w in r) for r in rijen]
        begin = time.perf_counter()
        for n in range(0, len(rijen), PER_KEER):
            cursor.executemany(
                f"INSERT INTO kaal VALUES ({plekken}) ON CONFLICT (id) DO NOTHING",  # type: ignore[arg-type]
                teksten[n : n + PER_KEER],
            )
            verbinding.commit()
        return _ms(begin)


def _haal(werkmap: Path, hoe: Verbinding, rijen: Sequence[Rij]) -> list[Meting]:
    with _laptop(werkmap / "haal", hoe) as sync:
        begin = time.perf_counter()
        uitkomst = sync.ronde()
        gehaald = _ms(begin)
    if uitkomst.gehaald < len(rijen):
        raise RuntimeError(f"only {uitkomst.gehaald} rows came")
    return [
        Meting(
            f"{AANTAL} wijzigingen halen en samenvoegen",
            [gehaald],
            [_kaal_halen(werkmap / "kaal.db", rijen)],
            kaal_is="executemany door sqlcipher3 zelf, dezelfde rijen, een COMMIT per duizend",
            grens=6,
            over_kaal=True,
            strikt=False,
            bij=f"{_per_s(gehaald)} wijzigingen per seconde; gevraagd: 41.500 (vijf keer PouchDB)",
        )
    ]


def _kaal_halen(pad: Path, rijen: Sequence[Rij]) -> float:
    verbinding = verbind(pad, SLEUTEL)
    verbinding.execute(f"CREATE TABLE kaal ({', '.join(VELDEN)}, PRIMARY KEY (id))")
    plekken = ", ".join("?" * len(VELDEN))
    begin = time.perf_counter()
    for n in range(0, len(rijen), PER_KEER):
        verbinding.execute("BEGIN")
        verbinding.executemany(f"INSERT INTO kaal VALUES ({plekken})", rijen[n : n + PER_KEER])
        verbinding.execute("COMMIT")
    duur = _ms(begin)
    verbinding.close()
    return duur


def _leeg(werkmap: Path, hoe: Verbinding) -> list[Meting]:
    with _laptop(werkmap / "haal", hoe) as sync:
        sync.ronde()
        tijden, reizen = [], set()
        for _keer in range(20):
            begin = time.perf_counter()
            reizen.add(sync.ronde().rondreizen)
            tijden.append(_ms(begin))
    return [
        Meting(
            "een ronde zonder nieuws",
            tijden,
            grens=50,
            bij=f"{max(reizen)} rondreis en het maken van de verbinding; gevraagd: minder dan 5",
        )
    ]


def _traag(werkmap: Path, postgres: Wegwerppostgres, hoe: Verbinding) -> list[Meting]:
    """An intake over a link of 50 ms each way and 1 Mbit/s: 400 changes, and a whole one."""
    uit = []
    for regel, antwoorden, grens in (("400 wijzigingen", 30, 5000.0), ("hele intake", 999, None)):
        with Buis((postgres.host, postgres.poort), vertraging_s=WACHT_S, bits_per_s=BREED) as buis:
            ver = Verbinding(
                "127.0.0.1", hoe.login, hoe.wachtwoord, buis.poort, "postgres", "disable"
            )
            with _laptop(werkmap / "haal", hoe) as sync:
                sync.ronde()  # what others brought before has come by the quick way
            with _laptop(werkmap / "haal", ver) as sync:
                een_intake(sync._store, antwoorden=antwoorden)
                begin = time.perf_counter()
                uitkomst = sync.ronde()
                duur = _ms(begin)
        uit.append(
            Meting(
                f"{regel} over 1 Mbit/s",
                [duur],
                grens=grens,
                bij=f"{uitkomst.gebracht} wijzigingen; 50 ms heen en 50 ms terug",
            )
        )
    return uit


@contextmanager
def _laptop(map_: Path, hoe: Verbinding) -> Iterator[Synchronisatie]:
    """Anneke's laptop in this folder, coupled by this way."""
    map_.mkdir(exist_ok=True)
    store = Store(map_, SLEUTEL, vragenlijst_uit(tomls("vragen")))
    try:
        if store.gebruiker_id is None:
            ik = Medewerker(
                id="11111111-1111-4111-8111-111111111111", naam="Anneke", gemeente=GEMEENTE
            )
            with store.work() as work:
                work.voeg_toe(ik)
            store.word(ik.id)
        sync = Synchronisatie(store)
        if sync.verbinding != hoe:
            sync.koppel(hoe)
        yield sync
    finally:
        store.sluit()


def _ms(begin: float) -> float:
    return (time.perf_counter() - begin) * 1000


def _per_s(ms: float) -> int:
    return round(AANTAL / ms * 1000)
