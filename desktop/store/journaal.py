"""Writes the journal: one row per changed field, in the same transaction as the change.

Nothing else writes `wijziging`. The listeners collect what a flush did, object
by object, and write it after the flush, when foreign keys are known and the
attribute history is still there.
"""

from __future__ import annotations

import json
import secrets
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.orm import Mapper, ORMExecuteState, Session

from desktop.models.basis import Gejournaald, Stroomklasse, tabel, volgend_id
from desktop.models.dossier import Dossier
from desktop.models.samenvoegen import basis
from desktop.models.wijziging import Soort, Wijziging
from desktop.store.dossiers import schrijf_zoeksleutels
from desktop.store.keten import afdruk, rijhash
from desktop.store.klok import milliseconden, tik
from desktop.store.koppen import Rijsleutel, koppen_van, onthoud_wezen
from desktop.store.projectie import kolommen, projecteer
from desktop.store.waarden import is_kaart, naar_json

JOURNAAL = "viergesprek.journaal"
GEEN_GEMEENTE = "0000"
"""Gemeente of what is written before anybody said where they work."""


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
    gemeente: str | None
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
    gemeente: str = GEEN_GEMEENTE
    """Of the user: the stream of what belongs to no dossier."""
    gezien: Mapping[tuple[str, str], Gezien] = field(default_factory=dict)
    velden: list[Veldwijziging] = field(default_factory=list)
    geraakt: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    eigen: set[str] = field(default_factory=set)
    """Ids of the journal rows that this unit of work wrote."""
    ingevoegd: set[Rijsleutel] = field(default_factory=set)
    """Rows that this flush made; a deleted one with the same identity comes back."""
    dossiers: dict[str, set[str] | None] = field(default_factory=dict)
    """Search keys to write, by dossier; None for a dossier that is gone."""


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
            gemeente=doel.journaal_gemeente,
            klasse=doel.stroomklasse_van(basis(veld)).value,
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
    boek.ingevoegd.add((doel.__tablename__, doel.id))
    for veld, kolom in kolommen(doel.__class__):
        waarde = getattr(doel, veld)
        if is_kaart(kolom):
            _kaart_verschil(boek, doel, veld, {}, waarde or {})
        elif waarde is not None and not (doel.BEGINT_STIL and _is_standaard(kolom, waarde)):
            _meld(boek, doel, veld, Soort.ZET, naar_json(waarde))
    _raak(boek, doel)


def _is_standaard(kolom: sa.Column[Any], waarde: Any) -> bool:
    """True for what stands there as well when nobody says anything (`projectie`)."""
    standaard: Any = kolom.default
    return standaard is not None and standaard.is_scalar and bool(standaard.arg == waarde)


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


# Driver statements, not SQLAlchemy's: this runs at every touch of the client, and building
# the same five statements anew took longer than the commit itself.
_VELDEN = tuple(kolom.name for kolom in tabel(Wijziging).columns)
_VOEG_WIJZIGING = (
    f"INSERT INTO wijziging ({', '.join(_VELDEN)}) VALUES ({', '.join('?' * len(_VELDEN))})"
)
_VOEG_KOP = "INSERT INTO kop (entiteit, rij, veld, wijziging_id) VALUES (?, ?, ?, ?)"
_WIS_KOP = "DELETE FROM kop WHERE entiteit = ? AND rij = ? AND veld = ? AND wijziging_id = ?"
_ZET_APPARAAT = "UPDATE apparaat SET volgnummer = ?, klok = ?, vorige = ?"
_LEES_APPARAAT = "SELECT id, volgnummer, klok, vorige FROM apparaat"


def schrijf(verbinding: sa.Connection, boek: Werkboek, velden: list[Veldwijziging]) -> None:
    """Writes journal rows and heads, and moves this device's sequence, clock and chain."""
    apparaat, nummer, oude_klok, vorige = verbinding.exec_driver_sql(_LEES_APPARAAT).one()
    thuis = _thuis(verbinding, boek, velden)
    koppen = koppen_van(verbinding, {(v.entiteit, v.rij) for v in velden})
    velden = [*_teruggekomen(boek, velden, koppen), *velden]
    klok = tik(oude_klok, boek.nu)
    rijen: list[tuple[Any, ...]] = []
    oude_koppen: list[tuple[str, ...]] = []
    nieuwe_koppen: list[tuple[str, ...]] = []
    gezien: set[tuple[str, str]] = set()
    for veld in velden:
        nummer += 1
        ouders = _ouders(veld, koppen, boek)
        zout = secrets.token_hex(16)
        gemeente, oefening = thuis.get(veld.dossier, (veld.gemeente or boek.gemeente, False))
        klasse = Stroomklasse.OEFENING.value if oefening else veld.klasse
        rij: dict[str, Any] = {
            "id": volgend_id(milliseconden(klok)),
            "stroom": f"{gemeente}:{klasse}",
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
        rij["hash"] = vorige = rijhash(rij)
        rijen.append(tuple(rij[naam] for naam in _VELDEN))
        per_veld = koppen[veld.entiteit, veld.rij]
        nu = per_veld.get(veld.veld, ())
        oude_koppen += [(veld.entiteit, veld.rij, veld.veld, k) for k in nu if k in ouders]
        per_veld[veld.veld] = (*(k for k in nu if k not in ouders), rij["id"])
        nieuwe_koppen.append((veld.entiteit, veld.rij, veld.veld, rij["id"]))
        gezien |= {(ouder, veld.veld) for ouder in ouders}
    verbinding.exec_driver_sql(_VOEG_WIJZIGING, rijen)
    if oude_koppen:
        verbinding.exec_driver_sql(_WIS_KOP, oude_koppen)
    verbinding.exec_driver_sql(_VOEG_KOP, nieuwe_koppen)
    if boek.gezien:
        # Whoever wrote what is taken over here may have seen what is not here (yet).
        onthoud_wezen(verbinding, gezien)
    verbinding.exec_driver_sql(_ZET_APPARAAT, (nummer, klok, vorige))
    boek.eigen |= {rij[0] for rij in rijen}
    if te_herzien := _te_herzien(verbinding, koppen):
        for naam, ids in projecteer(verbinding, te_herzien).items():
            boek.geraakt[naam] |= ids


def _ouders(
    veld: Veldwijziging,
    koppen: Mapping[Rijsleutel, Mapping[str, tuple[str, ...]]],
    boek: Werkboek,
) -> tuple[str, ...]:
    rij = (veld.entiteit, veld.rij)
    nu = koppen[rij]
    gezien = boek.gezien.get(rij)
    bekend = nu if gezien is None else gezien.koppen
    if veld.soort is Soort.WEG:
        return tuple(kop for per_veld in bekend.values() for kop in per_veld)
    # What this very unit of work wrote, it has seen: a second flush goes on from the first.
    eigen = tuple(kop for kop in nu.get(veld.veld, ()) if kop in boek.eigen)
    return eigen or bekend.get(veld.veld, ())


def _teruggekomen(
    boek: Werkboek,
    velden: list[Veldwijziging],
    koppen: Mapping[Rijsleutel, Mapping[str, tuple[str, ...]]],
) -> list[Veldwijziging]:
    """What has to be said besides when a deleted row is made again under the same identity.

    The row is there again, and fields that it had before and has not now are empty.
    """
    uit: list[Veldwijziging] = []
    ingevoegd, boek.ingevoegd = boek.ingevoegd, set()
    for rij in ingevoegd:
        oud = koppen.get(rij, {})
        if not oud:
            continue
        nieuw = {v.veld for v in velden if (v.entiteit, v.rij) == rij}
        een = next(v for v in velden if (v.entiteit, v.rij) == rij)
        for veld in oud.keys() - nieuw:
            soort = Soort.ERAF if ":" in veld else Soort.ZET
            waarde = None if soort is Soort.ERAF else "null"
            uit.append(replace(een, veld=veld, soort=soort, waarde=waarde))
    return uit


def _te_herzien(
    verbinding: sa.Connection, koppen: Mapping[Rijsleutel, Mapping[str, tuple[str, ...]]]
) -> set[Rijsleutel]:
    """Rows of which only the merge can say what they are: in conflict before or after, or gone."""
    strijdig = {
        rij
        for rij, velden in koppen.items()
        if velden.get("") or any(len(kop) > 1 for kop in velden.values())
    }
    al = verbinding.exec_driver_sql("SELECT entiteit, rij FROM conflict")
    return strijdig | {(rij[0], rij[1]) for rij in al if (rij[0], rij[1]) in koppen}


def _thuis(
    verbinding: sa.Connection, boek: Werkboek, velden: list[Veldwijziging]
) -> dict[str | None, tuple[str, bool]]:
    """Gemeente of each dossier, and whether it is a made-up one.

    A dossier stays in the gemeente where it was made, also when its field says
    another one later: its stream must not move.
    """
    uit: dict[str | None, tuple[str, bool]] = {}
    for dossier in {v.dossier for v in velden if v.dossier}:
        stroom = verbinding.exec_driver_sql(
            "SELECT stroom FROM wijziging WHERE dossier = ? LIMIT 1", (dossier,)
        ).scalar()
        if stroom is not None:
            gemeente, klasse = stroom.split(":", 1)
            uit[dossier] = (gemeente, klasse == Stroomklasse.OEFENING)
            continue
        eigen = {v.veld: v.waarde for v in velden if v.entiteit == "dossier" and v.rij == dossier}
        if gemeente := eigen.get("gemeente"):
            uit[dossier] = (json.loads(gemeente), eigen.get("oefening") == "true")
    return uit
