"""A working day in which everything happens that a round has to carry; copies of it, compared.

The day is made once. Each test takes a copy of both sides (laptop folder and central
database), lets something go wrong in a round, and holds the result against the twin:
another copy that made its round in peace. Ids were given before the copies were
made, so the two must agree row for row, in every table of both sides.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from desktop.store.bestanden import GEGEVENS
from desktop.store.motor import verbind
from desktop.sync import aanmelding
from desktop.sync.gekoppeld import VERBINDING
from tests.conftest import SLEUTEL
from tests.sync.conftest import Centrum
from tests.sync.duurzaam.kindronde import maak_ronde, open_ronde_store
from tests.sync.laptop import Laptop

Laptopmaker = Callable[..., Laptop]

_TIJDEN = (aanmelding.CONTACT, aanmelding.HOOGSTE_TIJD, VERBINDING, "klokverschil_s")
"""What a laptop remembers that is of this moment, or of this copy."""


@dataclass(frozen=True)
class Dag:
    """One laptop folder and one central database, both at rest."""

    map: Path
    centrum: Centrum


def _antwoorden(laptop: Laptop, intake: str, hoeveel: int) -> None:
    vragen = [v for v in laptop.store.lijst.gespreksvolgorde if v.keuzecodes][:hoeveel]
    for vraag in vragen:
        laptop.antwoord(intake, vraag.code, vraag.keuzecodes[0])


def speel(
    maak: Laptopmaker, stick: Path, *, vooruit: bool = False, gekloond: bool = False
) -> Laptop:
    """The day itself; returns Anneke's laptop, which was offline for the second half of it.

    `vooruit`: the clock of her laptop was more than a year ahead then. `gekloond`: halfway,
    somebody made a copy of her laptop, and used that one first.

    In the centre by then: rows to fetch in three batches, a conflict, a dossier that
    was erased, and one that is no longer shared with her. On her laptop: rows to
    bring in three batches, one that the centre will refuse, one about the erased
    dossier, and Bram's rows on a stick.
    """
    anneke, bram, carla = (maak(naam) for naam in ("anneke", "bram", "carla"))
    van_anneke, straks_gewist = (anneke.maak_dossier(voornamen=n) for n in ("Tesfay", "Salma"))
    anneke.huisgenoot(straks_gewist, "Sami")
    intake = anneke.intake(van_anneke)
    van_bram, niet_meer = (bram.maak_dossier(voornamen=n) for n in ("Yonas", "Berivan"))
    for laptop in (anneke, bram, anneke):
        laptop.ronde()
    for dossier in (van_bram, niet_meer):
        bram.deel(dossier, "anneke")
    for laptop in (bram, anneke, carla):
        laptop.ronde()

    # From here on Anneke is in a train.
    bram.wijzig(van_bram, adres="Ens")
    _antwoorden(bram, bram.intake(van_bram), 6)
    bram.neem_terug(niet_meer, "anneke")
    bram.wijzig(niet_meer, telefoon="06 1")
    bram.ronde()
    carla.dienst.wis([straks_gewist], "bewaartermijn voorbij")
    carla.ronde()
    bram.wijzig(van_bram, telefoon="06 2")
    bram.huisgenoot(van_bram, "Hiwot")

    if vooruit:
        anneke.verloopt(days=400)
    anneke.wijzig(van_bram, adres="Nagele")
    anneke.wijzig(niet_meer, telefoon="06 3")
    anneke.wijzig(straks_gewist, telefoon="06 4")
    anneke.maak_dossier(voornamen="Amina")
    if gekloond:
        kloon = maak("anneke", van=anneke.bewaar(stick.with_suffix(".db")))
        kloon.maak_dossier(voornamen="Ghulam")
        kloon.ronde()
    _antwoorden(anneke, intake, 6)
    anneke.noteer(intake, "Zij lacht als het over haar zoon gaat.")
    bram.schrijf_stick(stick)
    anneke.lees_stick(stick)
    return anneke


def zelfstandig(maak: Laptopmaker, _stick: Path) -> Laptop:
    """Anneke worked by herself for a while, under an identity that the centre does not know."""
    anneke = maak("anneke", ronde=False)
    anneke.begin()
    _antwoorden(anneke, anneke.intake(anneke.maak_dossier()), 6)
    return anneke


SOORTEN: Mapping[str, Callable[[Laptopmaker, Path], Laptop]] = {
    "gewoon": speel,
    "vooruit": partial(speel, vooruit=True),
    "gekloond": partial(speel, gekloond=True),
    "zelfstandig": zelfstandig,
}
"""The days by name."""


class Kopieen:
    """Copies of a day. The originals are at rest: no store open, nobody connected."""

    def __init__(self, dag: Dag, map_: Path) -> None:
        self.dag = dag
        self._map = map_
        self._aantal = 0
        map_.mkdir(parents=True, exist_ok=True)

    def _sql(self, opdracht: sql.Composed) -> None:
        uri = self.dag.centrum.postgres.socket_uri()
        with psycopg.connect(uri, autocommit=True) as verbinding:
            verbinding.execute(opdracht)

    @contextmanager
    def kopie(self) -> Iterator[Dag]:
        """Both sides once more, for one test."""
        from desktop.sync.centraal import schema

        self._aantal += 1
        oud, map_ = self.dag.centrum, self._map / str(self._aantal)
        naam = f"{oud.database}_{self._aantal}"
        self._sql(
            sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY file_copy").format(
                sql.Identifier(naam), sql.Identifier(oud.database)
            )
        )
        for opdracht in schema.DATABASERECHTEN:
            self._sql(sql.SQL(opdracht.format(naam)).format())  # type: ignore[arg-type]
        shutil.copytree(self.dag.map, map_)
        dag = Dag(map_, Centrum(oud.postgres, naam, oud.mensen))
        wijs_naar(dag.map, database=naam)
        try:
            yield dag
        finally:
            self._sql(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(naam)))
            shutil.rmtree(map_, ignore_errors=True)


def wijs_naar(map_: Path, **anders: Any) -> None:
    """Points the coupling of a closed laptop at another database or port."""
    with closing(verbind(map_ / GEGEVENS, SLEUTEL)) as v:
        vraag = "SELECT waarde FROM lokaal WHERE sleutel = ?"
        (tekst,) = v.execute(vraag, (VERBINDING,)).fetchone()
        nieuw = json.dumps({**json.loads(tekst), **anders})
        v.execute("UPDATE lokaal SET waarde = ? WHERE sleutel = ?", (nieuw, VERBINDING))


# --- all that there is, to compare

Inhoud = dict[str, list[dict[str, Any]]]
_STEMPELS = ("hash", "vorige", "geheim", "geheim_i", "geheim_o", "merk")


def op_laptop(map_: Path) -> Inhoud:
    """Every table of the encrypted file, without moments that only a clock explains."""
    uit: Inhoud = {}
    with closing(verbind(map_ / GEGEVENS, SLEUTEL)) as v:
        namen = [r[0] for r in v.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for naam in namen:
            lezer = v.execute(f"SELECT * FROM {naam}")
            kolommen = [k[0] for k in lezer.description]
            uit[naam] = [dict(zip(kolommen, rij, strict=True)) for rij in lezer.fetchall()]
    uit["lokaal"] = [r for r in uit["lokaal"] if r["sleutel"] not in _TIJDEN]
    for naam in ("geweigerd", "gewist"):
        for rij in uit[naam]:
            rij.pop("op")
    return _op_volgorde(uit)


def in_centrum(centrum: Centrum) -> Inhoud:
    """Every table of the centre, without moments that only a clock explains."""
    uit: Inhoud = {}
    with centrum.beheer() as v:
        kolommen: dict[tuple[str, str], list[str]] = {}
        for schema, naam, kolom in v.execute(
            "SELECT table_schema, table_name, column_name FROM information_schema.columns "
            "JOIN information_schema.tables USING (table_schema, table_name) "
            "WHERE table_schema LIKE 'viergesprek%' AND table_type = 'BASE TABLE' "
            "AND data_type <> 'timestamp with time zone' ORDER BY ordinal_position"
        ):
            kolommen.setdefault((schema, naam), []).append(kolom)
        for (schema, naam), namen in kolommen.items():
            vraag = sql.SQL("SELECT to_json(t) FROM (SELECT {} FROM {}) AS t").format(
                sql.SQL(", ").join(map(sql.Identifier, namen)), sql.Identifier(schema, naam)
            )
            uit[f"{schema}.{naam}"] = [rij[0] for rij in v.execute(vraag)]
    for rij in uit["viergesprek.toegang"]:
        if rij["grond"] == "maker":
            rij["vanaf"] = rij["tot"] = None  # today: a test may run over midnight
    return _op_volgorde(uit)


def _op_volgorde(inhoud: Inhoud) -> Inhoud:
    return {naam: sorted(rijen, key=repr) for naam, rijen in sorted(inhoud.items())}


@dataclass(frozen=True)
class Beeld:
    """Both sides after a round."""

    laptop: Inhoud
    centrum: Inhoud

    def eis_gelijk(self, ander: Beeld) -> None:
        """Fails with the rows that only one of the two has, table by table."""
        for mijn, zijn in ((self.laptop, ander.laptop), (self.centrum, ander.centrum)):
            assert mijn.keys() == zijn.keys()
            for naam, rijen in mijn.items():
                hier, daar = ({repr(r) for r in x} for x in (rijen, zijn[naam]))
                assert hier == daar, (naam, sorted(hier - daar)[:5], sorted(daar - hier)[:5])
                assert len(rijen) == len(zijn[naam]), naam

    def zonder_stempels(self, bekend: Collection[str]) -> Beeld:
        """For rows that got another stamp, or were written, during the round itself.

        Moments and identities are then those of one run: clocks count by their order,
        devices that are not `bekend` are all "new", and a row that is not is called
        after its field. Marks are sums of ids; a quiet round proves them anyway.
        """
        klokken = sorted({r["klok"] for r in self.laptop["wijziging"]})
        namen: dict[str, str] = {k: f"clock {n}" for n, k in enumerate(klokken)}
        for rij in self.laptop["wijziging"]:
            if rij["id"] not in bekend:
                namen[rij["id"]] = f"row {rij['entiteit']} {rij['rij']} {rij['veld']}"
            if rij["apparaat"] not in bekend:
                namen[rij["apparaat"]] = "new device"

        def kaal(rij: dict[str, Any]) -> dict[str, Any]:
            uit = {k: v for k, v in rij.items() if k not in _STEMPELS}
            if rij.get("id", rij.get("wijziging_id")) in namen and "zout" in rij:
                uit["zout"] = uit["afdruk"] = None
            for naam in ("id", "wijziging_id", "apparaat", "klok"):
                if naam in uit:
                    uit[naam] = namen.get(uit[naam], uit[naam])
            if uit.get("ouders") not in (None, "[]"):
                uit["ouders"] = sorted(namen.get(o, o) for o in json.loads(uit["ouders"]))
            return uit

        return Beeld(
            *(
                _op_volgorde({naam: [kaal(rij) for rij in rijen] for naam, rijen in deel.items()})
                for deel in (self.laptop, self.centrum)
            )
        )


def beeld(dag: Dag) -> Beeld:
    """Everything on both sides."""
    return Beeld(op_laptop(dag.map), in_centrum(dag.centrum))


def ids(dag: Dag) -> frozenset[str]:
    """The journal rows and devices that there are."""
    nu = beeld(dag)
    rijen = nu.laptop["wijziging"] + nu.centrum["viergesprek.wijziging"]
    return frozenset(r["id"] for r in rijen) | {r["apparaat"] for r in rijen}


STIL = (0, 0, 0)
"""A round that had nothing to do."""


def ronde(dag: Dag) -> tuple[int, int, int]:
    """One round by a new start of the program; rows brought, fetched, refused."""
    store = open_ronde_store(dag.map)
    try:
        uitkomst = maak_ronde(store)
    finally:
        store.sluit()
    return (uitkomst.gebracht, uitkomst.gehaald, uitkomst.geweigerd)
