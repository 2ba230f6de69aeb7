"""What must be true of laptops and centre, each a function that fails with what is not."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import psycopg
import sqlalchemy as sa
from psycopg import sql

from desktop.models.basis import Base, Kaart, Tijdstip, tabel
from desktop.models.samenvoegen import journaalklasse
from desktop.models.wijziging import Conflictrij, Wachtend
from desktop.store.inkomend import APPARAAT, ID, WAARDE, ZOUT, Rij
from desktop.store.projectie import gejournaalde_klassen, kolommen
from desktop.sync.centraal.leesbaar import SCHEMA, entiteiten
from tests.store.tabellen import tabellen
from tests.sync import orakel
from tests.sync.conftest import Centrum
from tests.sync.laptop import Laptop

_RIJEN = (
    "SELECT id, gemeente || ':' || klasse, nullif(dossier, ''), entiteit, rij, veld, soort, "
    "waarde, "
    "ouders, klok, auteur, apparaat, volgnummer, schemaversie, zout, afdruk, vorige, hash "
    "FROM viergesprek.wijziging"
)


class Inzicht:
    """The centre as its owner sees it, through one connection."""

    def __init__(self, centrum: Centrum) -> None:
        self.centrum = centrum
        self._kijkers: dict[str, Any] = {}
        self.sql: psycopg.Connection[Any] = centrum.beheer()

    def sluit(self) -> None:
        self.sql.close()
        for kijker in self._kijkers.values():
            kijker.centrale.sluit()

    def alle(self, vraag: str, *waarden: object) -> list[tuple[Any, ...]]:
        return self.sql.execute(vraag, waarden).fetchall()  # type: ignore[call-overload,no-any-return]

    def journaal(self) -> dict[str, Rij]:
        """Every row in the centre, by id."""
        return {rij[0]: rij for rij in self.alle(_RIJEN)}

    def geweigerd(self) -> set[str]:
        return {rij[0] for rij in self.alle("SELECT id FROM viergesprek.geweigerd")}

    def aangeboden(self) -> dict[str, str | None]:
        """Value by id of what was refused and set aside for its owner."""
        return dict(self.alle("SELECT id, waarde FROM viergesprek.aangeboden"))

    def gewist(self) -> set[str]:
        return {rij[0] for rij in self.alle("SELECT dossier FROM viergesprek.gewist")}

    def zichtbaar(self, naam: str) -> dict[str, Rij]:
        """What this person's login gets to read, with all rights and policies in force."""
        if naam not in self._kijkers:
            self._kijkers[naam] = self.centrum.laptop(naam, groet=False)
        return self._kijkers[naam].haal_alles()


# --- one laptop, at any moment


def koppen_volgen_uit_het_journaal(laptop: Laptop) -> None:
    """The heads are those of the journal, by the definition; so none ever goes by itself."""
    geweigerd = laptop.geweigerd()
    verwacht = orakel.koppen(r for r in laptop.journaal().values() if r[ID] not in geweigerd)
    with laptop.store.lees() as sessie:
        echt = {
            tuple(rij)
            for rij in sessie.connection().exec_driver_sql(
                "SELECT entiteit, rij, veld, wijziging_id FROM kop"
            )
        }
    assert _verschil(echt, orakel.kop_ids(verwacht)) == ([], []), laptop.naam
    _toont_koppen(laptop, verwacht)


def _verschil(echt: Iterable[Any], verwacht: Iterable[Any]) -> tuple[list[str], list[str]]:
    """A few of what is there and should not be, and of what should be there and is not."""
    een, ander = {repr(ding) for ding in echt}, {repr(ding) for ding in verwacht}
    return sorted(een - ander)[:3], sorted(ander - een)[:3]


def _toont_koppen(laptop: Laptop, koppen: orakel.Koppen) -> None:
    """Every value in a state table is that of the shown head, and of a number that only rises the
    highest; every row that is not there waits."""
    per_rij = orakel.per_rij(koppen)
    with laptop.store.lees() as sessie:
        wachtend = {
            (w[0], w[1]) for w in sessie.execute(sa.select(Wachtend.entiteit, Wachtend.rij))
        }
        for naam, klasse in gejournaalde_klassen().items():
            hier = {r.id: r for r in sessie.execute(sa.select(tabel(klasse)))}
            daar = {
                rij: velden
                for (entiteit, rij), velden in per_rij.items()
                if entiteit == naam and not orakel.is_weg(velden)
            }
            assert hier.keys() <= daar.keys(), (laptop.naam, naam)
            for rij in daar.keys() - hier.keys():
                assert (naam, rij) in wachtend or _onvolledig(klasse, daar[rij]), (naam, rij)
            for id_, rij in hier.items():
                for veld, kolom in kolommen(klasse):
                    toont = orakel.waarde(daar[id_], veld, kaart=isinstance(kolom.type, Kaart))
                    if veld == journaalklasse(klasse).TELLER and toont is not None:
                        toont = max(json.loads(str(r[WAARDE])) for r in daar[id_][veld])
                    echt = rij._mapping[kolom.name]
                    if toont is None and not kolom.nullable:
                        continue  # its default
                    assert _als_json(echt) == toont, (laptop.naam, naam, id_, veld)


def _onvolledig(klasse: type[Base], velden: Mapping[str, Any]) -> bool:
    """Too little of it may be seen here: a field that it cannot do without is missing."""
    return any(
        veld not in velden and not kolom.nullable and kolom.default is None
        for veld, kolom in kolommen(klasse)
        if not isinstance(kolom.type, Kaart)
    )


def _als_json(waarde: Any) -> Any:
    if isinstance(waarde, datetime | date):
        return waarde.isoformat()
    if isinstance(waarde, Mapping):
        return dict(waarde)
    return waarde


def alleen_bevestigd_als_het_centrum_alles_heeft(laptop: Laptop, inzicht: Inzicht) -> None:
    """ "Synchronised" is said only when every own row is in the centre, or was refused by it."""
    if not laptop.stand.alles_bevestigd:
        return
    ik = laptop.ik.id
    eigen = {
        str(r[ID]) for r in laptop.journaal().values() if r[APPARAAT] == ik and r[ZOUT] is not None
    }
    assert eigen <= inzicht.journaal().keys() | inzicht.geweigerd(), laptop.naam


def herbouw_geeft_hetzelfde(laptop: Laptop) -> None:
    """All tables made anew from the journal are what they were."""
    voor = _toestand(laptop)
    laptop.store.herbouw()
    na = _toestand(laptop)
    for naam, rijen in voor.items():
        assert _verschil(na[naam], rijen) == ([], []), (laptop.naam, naam)
    assert laptop.store.controleer_keten() == [], laptop.naam


def _toestand(laptop: Laptop) -> dict[str, Any]:
    uit: dict[str, Any] = dict(tabellen(laptop.store))
    with laptop.store.lees() as sessie:
        for klasse in (Wachtend, Conflictrij):
            uit[klasse.__tablename__] = {tuple(r) for r in sessie.execute(sa.select(tabel(klasse)))}
    return uit


# --- the centre


def tellers_zonder_gat(inzicht: Inzicht) -> None:
    """Streams are numbered 1, 2, 3 …; a mark is the XOR of the ids; devices leave no gap."""
    per_stroom: dict[tuple[str, ...], list[tuple[int, str]]] = defaultdict(list)
    for *stroom, nr, id_ in inzicht.alle(
        "SELECT gemeente, dossier, klasse, nr, id FROM viergesprek.wijziging ORDER BY nr"
    ):
        per_stroom[tuple(stroom)].append((nr, id_))
    standen = {
        (g, d, k): (kop, merk)
        for g, d, k, kop, merk in inzicht.alle("SELECT * FROM viergesprek.stroom WHERE kop > 0")
    }
    assert standen.keys() == per_stroom.keys()
    for stroom, rijen in per_stroom.items():
        kop, merk = standen[stroom]
        assert [nr for nr, _id in rijen] == list(range(1, kop + 1)), stroom
        assert merk == _merk(id_ for _nr, id_ in rijen), stroom
    nummers: dict[str, list[int]] = defaultdict(list)
    for apparaat, nr in inzicht.alle(
        "SELECT apparaat, volgnummer FROM viergesprek.wijziging UNION ALL "
        "SELECT apparaat, volgnummer FROM viergesprek.geweigerd"
    ):
        nummers[apparaat].append(nr)
    for apparaat, volgnummer in inzicht.alle("SELECT id, volgnummer FROM viergesprek.apparaat"):
        assert sorted(nummers[apparaat]) == list(range(1, volgnummer + 1)), apparaat


def _merk(ids: Iterable[str]) -> int:
    uit = 0
    for id_ in ids:
        uit ^= int.from_bytes(bytes.fromhex(id_.replace("-", ""))[8:], "big")
    return int.from_bytes(uit.to_bytes(8, "big"), "big", signed=True)


def centrum_voegt_ook_zo_samen(inzicht: Inzicht) -> None:
    """The centre's heads follow from its journal as a laptop's do."""
    echt = set(inzicht.alle("SELECT entiteit, rij, veld, id FROM viergesprek.kop"))
    verwacht = orakel.kop_ids(orakel.koppen(inzicht.journaal().values()))
    assert _verschil(echt, verwacht) == ([], [])


def leesbare_tabellen_kloppen(inzicht: Inzicht) -> None:
    """What a municipality's own reports read is what the heads say."""
    per_rij = orakel.per_rij(orakel.koppen(inzicht.journaal().values()))
    for entiteit in entiteiten():
        klasse = gejournaalde_klassen()[entiteit.naam]
        typen = dict(kolommen(klasse))
        daar = {
            rij: velden
            for (naam, rij), velden in per_rij.items()
            if naam == entiteit.naam and not orakel.is_weg(velden)
        }
        for deel in entiteit.tabellen:
            namen = [k.naam for k in deel.kolommen]
            rijen = inzicht.sql.execute(
                sql.SQL("SELECT id, {} FROM {}").format(
                    sql.SQL(", ").join(map(sql.Identifier, namen)),
                    sql.Identifier(SCHEMA, deel.naam),
                )
                if namen
                else sql.SQL("SELECT id FROM {}").format(sql.Identifier(SCHEMA, deel.naam))
            ).fetchall()
            hier = {rij[0]: dict(zip(namen, rij[1:], strict=True)) for rij in rijen}
            assert len(hier) == len(rijen), deel.naam
            assert hier.keys() <= daar.keys(), deel.naam
            for rij, velden in daar.items():
                for k in deel.kolommen:
                    kaart = isinstance(typen[k.veld].type, Kaart)
                    toont = orakel.waarde(velden, k.veld, kaart=kaart)
                    if rij not in hier:
                        assert toont in (None, {}), (deel.naam, rij, k.veld)
                        continue
                    echt = hier[rij][k.naam]
                    if isinstance(typen[k.veld].type, Tijdstip) and toont is not None:
                        toont, echt = datetime.fromisoformat(toont), echt
                    assert _als_json(echt) == _als_json(toont), (deel.naam, rij, k.veld)


# --- together, after quiet rounds


def laptop_heeft_wat_zijn_gebruiker_mag_zien(laptop: Laptop, inzicht: Inzicht) -> None:
    """Row for row and field for field, both ways; so equal rights make equal laptops."""
    daar = {id_: r for id_, r in inzicht.zichtbaar(laptop.naam).items() if r[ZOUT] is not None}
    geweigerd = laptop.geweigerd()
    hier = {
        id_: r
        for id_, r in laptop.journaal().items()
        if r[ZOUT] is not None and id_ not in geweigerd
    }
    te_veel = [hier[id_] for id_ in sorted(hier.keys() - daar.keys())]
    te_weinig = [daar[id_] for id_ in sorted(daar.keys() - hier.keys())]
    assert not te_veel, (laptop.naam, len(te_veel), te_veel[0])
    assert not te_weinig, (laptop.naam, len(te_weinig), te_weinig[0])
    anders = [(rij, daar[id_]) for id_, rij in sorted(hier.items()) if rij != daar[id_]]
    assert not anders, (laptop.naam, len(anders), anders[0])


@dataclass(frozen=True)
class Geschreven:
    """One change that somebody once saved."""

    dossier: str | None
    waarde: str | None


def niets_is_verloren(
    ooit: Mapping[str, Geschreven], laptops: Sequence[Laptop], inzicht: Inzicht
) -> None:
    """Every change is in the centre or in somebody's refusals, value and all, unless erased."""
    journaal, gewist = inzicht.journaal(), inzicht.gewist()
    aangeboden = inzicht.aangeboden()
    bij_laptops: dict[str, set[str | None]] = defaultdict(set)
    for laptop in laptops:
        geweigerd = laptop.geweigerd()
        for id_, rij in laptop.journaal().items():
            if id_ in geweigerd and rij[ZOUT] is not None:
                bij_laptops[id_].add(_tekst(rij[WAARDE]))
    bekend = journaal.keys() | inzicht.geweigerd()
    for id_, wat in ooit.items():
        if wat.dossier in gewist:
            continue
        assert id_ in bekend or id_ in bij_laptops, id_
        waarden = set(bij_laptops[id_])
        if id_ in journaal:
            waarden.add(_tekst(journaal[id_][WAARDE]))
        if id_ in aangeboden:
            waarden.add(aangeboden[id_])
        assert wat.waarde in waarden, (id_, wat)


def _tekst(waarde: Any) -> str | None:
    return None if waarde is None else str(waarde)


def gewist_is_nergens(merken: Collection[str], laptops: Sequence[Laptop], inzicht: Inzicht) -> None:
    """No table on either side holds any of these words any more."""
    if not merken:
        return
    for schema_, naam in inzicht.alle(
        "SELECT schemaname, tablename FROM pg_tables "
        "WHERE schemaname IN ('viergesprek', 'viergesprek_lees')"
    ):
        vraag = sql.SQL("SELECT t::text FROM {} AS t").format(sql.Identifier(schema_, naam))
        for (rij,) in inzicht.sql.execute(vraag):
            assert not any(merk in rij for merk in merken), (naam, rij)
    for laptop in laptops:
        with laptop.store.lees() as sessie:
            verbinding = sessie.connection()
            for (naam,) in verbinding.exec_driver_sql(
                "SELECT name FROM sqlite_master WHERE type = 'table'"
            ).all():
                for rij in verbinding.exec_driver_sql(f"SELECT * FROM {naam}"):
                    tekst = json.dumps([str(deel) for deel in rij], ensure_ascii=False)
                    assert not any(merk in tekst for merk in merken), (laptop.naam, naam, rij)


def tot_rust(laptops: Sequence[Laptop], hoogstens: int = 6) -> None:
    """Quiet rounds, until nobody brings or fetches anything any more. It must end."""
    for _ in range(hoogstens):
        bezig = [bool(u.gebracht or u.gehaald) for u in (een.ronde() for een in laptops)]
        if not any(bezig):
            break
    else:
        raise AssertionError("the laptops keep exchanging")
    for laptop in laptops:
        assert laptop.stand.wachtend == 0
        assert laptop.stand.meegenomen == 0
        assert laptop.stand.alles_bevestigd is (not laptop.weigeringen()), laptop.naam


def alles_klopt(
    laptops: Sequence[Laptop], inzicht: Inzicht, ooit: Mapping[str, Geschreven] | None = None
) -> None:
    """All of the above, of laptops at rest."""
    tellers_zonder_gat(inzicht)
    centrum_voegt_ook_zo_samen(inzicht)
    leesbare_tabellen_kloppen(inzicht)
    for laptop in laptops:
        laptop_heeft_wat_zijn_gebruiker_mag_zien(laptop, inzicht)
        koppen_volgen_uit_het_journaal(laptop)
        herbouw_geeft_hetzelfde(laptop)
        alleen_bevestigd_als_het_centrum_alles_heeft(laptop, inzicht)
    niets_is_verloren(ooit or {}, laptops, inzicht)
