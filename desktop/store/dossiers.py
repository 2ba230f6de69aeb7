"""Finding dossiers: the caseload page by page, search as you type, likely duplicates."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.models.basis import tabel
from desktop.models.dossier import Dossier, Dossiergegevens, Medewerker
from desktop.models.intake import BredeIntake, Fase
from desktop.models.namen import geraamte, woorden
from desktop.models.wijziging import Zoeksleutel

_SLEUTEL = tabel(Zoeksleutel)
_LAATSTE_TEKEN = "\U0010ffff"


@dataclass(frozen=True)
class Dossierregel:
    """What a list shows of a dossier; no BSN, no health."""

    id: str
    nummer: str
    naam: str
    sorteernaam: str
    geboortedatum: str | None
    gemeente: str
    klantmanager: str
    taal: str | None
    v_nummer: str | None
    intake_fase: str | None
    datum_kennisgeving: date | None


def schrijf_zoeksleutels(
    verbinding: sa.Connection, dossier_id: str, sleutels: Iterable[str] | None
) -> None:
    """Replaces the search keys of one dossier."""
    verbinding.execute(_SLEUTEL.delete().where(_SLEUTEL.c.dossier_id == dossier_id))
    if rijen := [{"sleutel": s, "dossier_id": dossier_id} for s in sleutels or ()]:
        verbinding.execute(_SLEUTEL.insert(), rijen)


def _regels() -> Any:
    fase = (
        sa.select(BredeIntake.fase)
        .where(BredeIntake.dossier_id == Dossier.id)
        .order_by(sa.case((BredeIntake.fase == Fase.GESLOTEN, 1), else_=0), BredeIntake.id)
        .limit(1)
        .scalar_subquery()
    )
    return sa.select(
        Dossier.id,
        Dossier.nummer,
        Dossier.voornamen,
        Dossier.achternaam,
        Dossier.sorteernaam,
        Dossier.geboortedatum,
        Dossier.gemeente,
        Medewerker.naam.label("klantmanager"),
        Dossier.spreektaal,
        Dossier.v_nummer,
        fase.label("fase"),
        Dossier.datum_kennisgeving,
    ).join(Medewerker, Medewerker.id == Dossier.klantmanager_id)


def _regel(rij: sa.Row[Any]) -> Dossierregel:
    return Dossierregel(
        id=rij.id,
        nummer=rij.nummer,
        naam=" ".join(deel for deel in (rij.voornamen, rij.achternaam) if deel),
        sorteernaam=rij.sorteernaam,
        geboortedatum=rij.geboortedatum,
        gemeente=rij.gemeente,
        klantmanager=rij.klantmanager,
        taal=rij.spreektaal,
        v_nummer=rij.v_nummer,
        intake_fase=rij.fase.value if rij.fase is not None else None,
        datum_kennisgeving=rij.datum_kennisgeving,
    )


def aantal(sessie: Session, *, oefening: bool = False) -> int:
    """Number of dossiers in the caseload (or of made-up ones)."""
    vraag = sa.select(sa.func.count()).select_from(Dossier).where(Dossier.oefening == oefening)
    return sessie.scalar(vraag) or 0


def pagina(
    sessie: Session,
    *,
    oefening: bool = False,
    na: tuple[str, str] | None = None,
    aantal: int = 100,
    sla_over: int = 0,
) -> list[Dossierregel]:
    """One page in the order of names, after the key (sorteernaam, id)."""
    plek = sa.select(Dossier.id).where(Dossier.oefening == oefening)
    if na is not None:
        plek = plek.where(sa.tuple_(Dossier.sorteernaam, Dossier.id) > sa.tuple_(*na))
    plek = plek.order_by(Dossier.sorteernaam, Dossier.id).limit(aantal).offset(sla_over)
    ids = list(sessie.scalars(plek))
    return _in_volgorde(sessie, ids)


def _in_volgorde(sessie: Session, ids: list[str]) -> list[Dossierregel]:
    if not ids:
        return []
    per_id = {r.id: _regel(r) for r in sessie.execute(_regels().where(Dossier.id.in_(ids)))}
    return [per_id[i] for i in ids if i in per_id]


def zoek(
    sessie: Session, tekst: str, *, oefening: bool = False, grens: int = 50
) -> list[Dossierregel]:
    """Dossiers whose names or numbers begin with all words typed, in any order.

    Words match to the letter first; then by their transliteration skeleton, so
    that Mohammed finds Muhammad. At most `grens` rows.
    """
    getypt = woorden(tekst)
    aaneen = "".join(getypt)
    if len(getypt) > 1 and any(c.isdigit() for c in aaneen):
        gevonden = _ids(sessie, [f"n:{aaneen}"], oefening, grens)
        if gevonden:
            return _in_volgorde(sessie, gevonden)
    if not getypt:
        return []
    ids = _ids(sessie, [f"n:{w}" for w in getypt], oefening, grens)
    kernen = [geraamte(w) for w in getypt]
    if len(ids) < grens and all(len(k) > 1 for k in kernen):
        meer = _ids(sessie, [f"k:{k}" for k in kernen], oefening, grens)
        ids += [i for i in meer if i not in set(ids)]
    return _in_volgorde(sessie, ids[:grens])


def _ids(sessie: Session, begin: list[str], oefening: bool, grens: int) -> list[str]:
    """Ids of dossiers that have, for each of `begin`, a key that starts so.

    Walks the index range of the longest prefix and stops at the limit, so a
    keystroke costs the same in a large store.
    """
    begin = sorted(set(begin), key=len, reverse=True)
    eerste = _SLEUTEL.alias("s0")
    # A subquery, no join: SQLite must not turn this round and walk the table of dossiers.
    soort = (
        sa.select(Dossier.oefening)
        .where(Dossier.id == eerste.c.dossier_id)
        .correlate(eerste)
        .scalar_subquery()
    )
    vraag = sa.select(eerste.c.dossier_id).where(_bereik(eerste, begin[0]), soort == oefening)
    for n, stuk in enumerate(begin[1:], 1):
        ander = _SLEUTEL.alias(f"s{n}")
        # Joined to an empty text it is no index column, which the planner would prefer.
        vraag = vraag.where(
            (eerste.c.dossier_id + "").in_(
                sa.select(ander.c.dossier_id).where(_bereik(ander, stuk))
            )
        )
    vraag = vraag.order_by(eerste.c.sleutel).limit(grens * 4)
    return list(dict.fromkeys(sessie.scalars(vraag)))[:grens]


def _bereik(alias: Any, stuk: str) -> sa.ColumnElement[bool]:
    return sa.and_(alias.c.sleutel >= stuk, alias.c.sleutel < stuk + _LAATSTE_TEKEN)


def mogelijk_dubbel(
    sessie: Session, gegevens: Dossiergegevens, *, behalve: str | None = None
) -> list[Dossierregel]:
    """Dossiers that are probably the same person.

    The same BSN or V-nummer; or all name words alike in transliteration, in
    either order, and a birth date that does not contradict.
    """
    w = gegevens.waarden
    ids: list[str] = []
    for kolom, nummer in ((Dossier.bsn, w.get("bsn")), (Dossier.v_nummer, w.get("v_nummer"))):
        if nummer:
            ids += sessie.scalars(sa.select(Dossier.id).where(kolom == nummer))
    kernen = {
        geraamte(woord) or woord
        for woord in woorden(f"{w.get('voornamen', '')} {w.get('achternaam', '')}")
    }
    if kernen:
        vraag = sa.select(Dossier.id, Dossier.geboortedatum).where(Dossier.oefening.is_(False))
        for kern in kernen:
            wie = sa.select(_SLEUTEL.c.dossier_id).where(_SLEUTEL.c.sleutel == f"k:{kern}")
            vraag = vraag.where(Dossier.id.in_(wie))
        ids += [
            rij.id
            for rij in sessie.execute(vraag.limit(50))
            if _kan_dezelfde_zijn(rij.geboortedatum, w.get("geboortedatum"))
        ]
    uniek = [i for i in dict.fromkeys(ids) if i != behalve]
    return _in_volgorde(sessie, uniek[:5])


def _kan_dezelfde_zijn(een: str | None, ander: str | None) -> bool:
    """Partial dates agree when one begins with the other; the unknown agrees with all."""
    if not een or not ander:
        return True
    return een.startswith(ander) or ander.startswith(een)
