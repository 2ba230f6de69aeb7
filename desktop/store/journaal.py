"""Writes the journal: one row per changed field, in the same transaction as the change.

Nothing else writes `wijziging`. The listeners collect what a flush did, object
by object, and write it after the flush, when foreign keys are known and the
attribute history is still there.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Any, cast

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.orm import Mapper, ORMExecuteState, Session

from desktop.models.basis import Base, Gejournaald, nieuw_id, tabel
from desktop.models.dossier import Dossier
from desktop.models.wijziging import Soort, Wijziging
from desktop.store.dossiers import schrijf_zoeksleutels
from desktop.store.klok import tik
from desktop.store.waarden import is_kaart, naar_json

JOURNAAL = "viergesprek.journaal"
GEEN_GEMEENTE = "0000"
"""Stream of what belongs to no dossier: colleagues, question lists."""


@dataclass(frozen=True)
class Gezien:
    """The heads of one row as its author saw them when the form was loaded (sync.md trap 1)."""

    entiteit: str
    rij: str
    koppen: Mapping[str, tuple[str, ...]]


@dataclass
class Veldwijziging:
    """One changed field, before it has an identity."""

    entiteit: str
    rij: str
    dossier: str | None
    klasse: str
    veld: str
    soort: Soort
    waarde: str | None


@dataclass
class Werkboek:
    """What one unit of work changes; hangs on the session."""

    nu: datetime
    auteur: str | None
    schemaversie: int
    gezien: Mapping[tuple[str, str], Gezien] = field(default_factory=dict)
    velden: list[Veldwijziging] = field(default_factory=list)
    geraakt: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    dossiers: dict[str, set[str] | None] = field(default_factory=dict)
    """Search keys to write, by dossier; None for a dossier that is gone."""


@cache
def kolommen(klasse: type[Base]) -> list[tuple[str, sa.Column[Any]]]:
    """(attribute, column) of everything that is journalled; the id is the row itself."""
    mapper = sa.inspect(klasse)
    return [
        (a.key, cast("sa.Column[Any]", a.columns[0])) for a in mapper.column_attrs if a.key != "id"
    ]


def gejournaalde_klassen() -> dict[str, type[Base]]:
    """All journalled classes by table name, parents before children."""
    klassen = (m.class_ for m in Base.registry.mappers if issubclass(m.class_, Gejournaald))
    per_tabel: dict[str, type[Base]] = {tabel(k).name: k for k in klassen if issubclass(k, Base)}
    return {t.name: per_tabel[t.name] for t in Base.metadata.sorted_tables if t.name in per_tabel}


def _boek(doel: Any) -> Werkboek:
    sessie = sa.orm.object_session(doel)
    if sessie is None or JOURNAAL not in sessie.info:
        raise RuntimeError("journalled rows change only inside store.work()")
    boek: Werkboek = sessie.info[JOURNAAL]
    return boek


def _meld(boek: Werkboek, doel: Any, veld: str, soort: Soort, waarde: str | None) -> None:
    boek.velden.append(
        Veldwijziging(
            entiteit=doel.__tablename__,
            rij=doel.id,
            dossier=doel.journaal_dossier,
            klasse=doel.stroomklasse.value,
            veld=veld,
            soort=soort,
            waarde=waarde,
        )
    )


def _kaart_verschil(
    boek: Werkboek, doel: Any, veld: str, oud: Mapping[str, Any], nieuw: Mapping[str, Any]
) -> None:
    for sleutel in sorted(oud.keys() | nieuw.keys()):
        naam = f"{veld}:{sleutel}"
        if sleutel not in nieuw:
            _meld(boek, doel, naam, Soort.ERAF, None)
        elif sleutel not in oud or naar_json(oud[sleutel]) != naar_json(nieuw[sleutel]):
            _meld(boek, doel, naam, Soort.ERBIJ, naar_json(nieuw[sleutel]))


def _na_invoegen(mapper: Mapper[Any], verbinding: sa.Connection, doel: Any) -> None:
    boek = _boek(doel)
    for veld, kolom in kolommen(doel.__class__):
        waarde = getattr(doel, veld)
        if is_kaart(kolom):
            _kaart_verschil(boek, doel, veld, {}, waarde or {})
        elif waarde is not None:
            _meld(boek, doel, veld, Soort.ZET, naar_json(waarde))
    _raak(boek, doel)


def _na_wijzigen(mapper: Mapper[Any], verbinding: sa.Connection, doel: Any) -> None:
    boek = _boek(doel)
    staat = sa.inspect(doel)
    veranderd = False
    for veld, kolom in kolommen(doel.__class__):
        geschiedenis = staat.attrs[veld].history
        if not geschiedenis.has_changes():
            continue
        oud = geschiedenis.deleted[0] if geschiedenis.deleted else None
        nieuw = geschiedenis.added[0] if geschiedenis.added else None
        if is_kaart(kolom):
            _kaart_verschil(boek, doel, veld, oud or {}, nieuw or {})
        elif naar_json(oud) != naar_json(nieuw):
            _meld(boek, doel, veld, Soort.ZET, naar_json(nieuw))
        veranderd = True
    if veranderd:
        _raak(boek, doel)


def _na_verwijderen(mapper: Mapper[Any], verbinding: sa.Connection, doel: Any) -> None:
    boek = _boek(doel)
    _meld(boek, doel, "", Soort.WEG, None)
    boek.geraakt[doel.__tablename__].add(doel.id)
    if isinstance(doel, Dossier):
        boek.dossiers[doel.id] = None


def _raak(boek: Werkboek, doel: Any) -> None:
    boek.geraakt[doel.__tablename__].add(doel.id)
    if isinstance(doel, Dossier):
        boek.dossiers[doel.id] = doel.zoeksleutels()


def _na_flush(sessie: Session, _context: Any) -> None:
    boek: Werkboek | None = sessie.info.get(JOURNAAL)
    if boek is None or not boek.velden:
        return
    velden, boek.velden = boek.velden, []
    schrijf(sessie.connection(), boek, velden)
    sleutels, boek.dossiers = boek.dossiers, {}
    for dossier_id, nieuw in sleutels.items():
        schrijf_zoeksleutels(sessie.connection(), dossier_id, nieuw)


def _geen_massa(staat: ORMExecuteState) -> None:
    if staat.is_update or staat.is_delete:
        raise RuntimeError("bulk changes would pass the journal unseen; change objects instead")


def luister(fabriek: Any) -> None:
    """Hangs the journal on a session factory (once for the mapped classes)."""
    event.listen(fabriek, "after_flush", _na_flush)
    event.listen(fabriek, "do_orm_execute", _geen_massa)


for _naam, _functie in (
    ("after_insert", _na_invoegen),
    ("after_update", _na_wijzigen),
    ("after_delete", _na_verwijderen),
):
    event.listen(Gejournaald, _naam, _functie, propagate=True)


def koppen_van(
    verbinding: sa.Connection, rijen: Iterable[tuple[str, str]]
) -> dict[tuple[str, str], dict[str, tuple[str, ...]]]:
    """Heads by row and field."""
    uit: dict[tuple[str, str], dict[str, tuple[str, ...]]] = {}
    for entiteit, rij in rijen:
        per_veld: dict[str, tuple[str, ...]] = {}
        for veld, kop in verbinding.exec_driver_sql(
            "SELECT veld, wijziging_id FROM kop WHERE entiteit = ? AND rij = ?", (entiteit, rij)
        ):
            per_veld[veld] = (*per_veld.get(veld, ()), kop)
        uit[entiteit, rij] = per_veld
    return uit


# Driver statements, not SQLAlchemy's: this runs at every touch of the client, and building
# the same five statements anew took longer than the commit itself.
_VELDEN = tuple(kolom.name for kolom in tabel(Wijziging).columns)
_VOEG_WIJZIGING = (
    f"INSERT INTO wijziging ({', '.join(_VELDEN)}) VALUES ({', '.join('?' * len(_VELDEN))})"
)
_VOEG_KOP = "INSERT INTO kop (entiteit, rij, veld, wijziging_id) VALUES (?, ?, ?, ?)"
_WIS_KOP = "DELETE FROM kop WHERE entiteit = ? AND rij = ? AND wijziging_id = ?"
_ZET_APPARAAT = "UPDATE apparaat SET volgnummer = ?, klok = ?, vorige = ?"
_LEES_APPARAAT = "SELECT id, volgnummer, klok, vorige FROM apparaat"


def schrijf(verbinding: sa.Connection, boek: Werkboek, velden: list[Veldwijziging]) -> None:
    """Writes journal rows and heads, and moves this device's sequence, clock and chain."""
    apparaat, nummer, oude_klok, vorige = verbinding.exec_driver_sql(_LEES_APPARAAT).one()
    gemeente = _gemeenten(verbinding, velden)
    koppen = koppen_van(verbinding, {(v.entiteit, v.rij) for v in velden})
    klok = tik(oude_klok, boek.nu)
    rijen: list[tuple[Any, ...]] = []
    nieuwe_koppen: list[tuple[str, ...]] = []
    oude_koppen: list[tuple[str, ...]] = []
    for veld in velden:
        nummer += 1
        ouders = _ouders(veld, koppen, boek)
        zout = secrets.token_hex(16)
        rij: dict[str, Any] = {
            "id": nieuw_id(),
            "stroom": f"{gemeente.get(veld.dossier, GEEN_GEMEENTE)}:{veld.klasse}",
            "dossier": veld.dossier,
            "entiteit": veld.entiteit,
            "rij": veld.rij,
            "veld": veld.veld,
            "soort": veld.soort.value,
            "waarde": veld.waarde,
            "ouders": json.dumps(sorted(ouders)),
            "klok": klok,
            "auteur": boek.auteur,
            "apparaat": apparaat,
            "volgnummer": nummer,
            "schemaversie": boek.schemaversie,
            "zout": zout,
            "afdruk": afdruk(zout, veld.waarde),
            "vorige": vorige,
        }
        vorige = rijhash(rij)
        rijen.append(tuple(rij[naam] for naam in _VELDEN))
        oude_koppen += [(veld.entiteit, veld.rij, ouder) for ouder in ouders]
        per_veld = koppen[veld.entiteit, veld.rij]
        over = (k for k in per_veld.get(veld.veld, ()) if k not in ouders)
        per_veld[veld.veld] = (*over, rij["id"])
        nieuwe_koppen.append((veld.entiteit, veld.rij, veld.veld, rij["id"]))
    verbinding.exec_driver_sql(_VOEG_WIJZIGING, rijen)
    if oude_koppen:
        verbinding.exec_driver_sql(_WIS_KOP, oude_koppen)
    verbinding.exec_driver_sql(_VOEG_KOP, nieuwe_koppen)
    verbinding.exec_driver_sql(_ZET_APPARAAT, (nummer, klok, vorige))


def _ouders(
    veld: Veldwijziging,
    koppen: Mapping[tuple[str, str], Mapping[str, tuple[str, ...]]],
    boek: Werkboek,
) -> tuple[str, ...]:
    rij = (veld.entiteit, veld.rij)
    nu = koppen[rij]
    if veld.soort is Soort.WEG:
        return tuple(kop for per_veld in nu.values() for kop in per_veld)
    gezien = boek.gezien.get(rij)
    if gezien is None:
        return nu.get(veld.veld, ())
    return gezien.koppen.get(veld.veld, ())


def _gemeenten(verbinding: sa.Connection, velden: list[Veldwijziging]) -> dict[str | None, str]:
    ids = {v.dossier for v in velden if v.dossier}
    uit: dict[str | None, str] = {
        v.rij: json.loads(v.waarde)
        for v in velden
        if v.entiteit == "dossier" and v.veld == "gemeente" and v.waarde
    }
    for dossier_id in ids - uit.keys():
        gevonden = verbinding.exec_driver_sql(
            "SELECT gemeente FROM dossier WHERE id = ?", (dossier_id,)
        ).scalar()
        if gevonden is not None:
            uit[dossier_id] = gevonden
    return uit


def afdruk(zout: str, waarde: str | None) -> str:
    """Keyed digest of a value; it stays when the value is erased."""
    return hmac.new(bytes.fromhex(zout), (waarde or "").encode(), hashlib.sha256).hexdigest()


_KETEN = (
    "id",
    "stroom",
    "dossier",
    "entiteit",
    "rij",
    "veld",
    "soort",
    "ouders",
    "klok",
    "auteur",
    "apparaat",
    "volgnummer",
    "schemaversie",
    "afdruk",
    "vorige",
)


def rijhash(rij: Mapping[str, Any]) -> str:
    """Hash of one journal row, without the value itself; the next row of the device names it."""
    tekst = json.dumps([rij[naam] for naam in _KETEN], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(tekst.encode()).hexdigest()


def controleer_keten(verbinding: sa.Connection) -> list[str]:
    """Ids of rows whose chain or value digest does not verify; empty when all is well."""
    fout: list[str] = []
    journaal = tabel(Wijziging)
    vorige: dict[str, str] = {}
    vraag = sa.select(journaal).order_by(journaal.c.apparaat, journaal.c.volgnummer)
    for rij in verbinding.execute(vraag):
        gegevens = dict(rij._mapping)
        gebroken = gegevens["vorige"] != vorige.get(gegevens["apparaat"], "")
        zout = gegevens["zout"]
        if gebroken or (zout and afdruk(zout, gegevens["waarde"]) != gegevens["afdruk"]):
            fout.append(gegevens["id"])
        vorige[gegevens["apparaat"]] = rijhash(gegevens)
    return fout
