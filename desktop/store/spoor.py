"""The trail: recording that somebody looked, and reading who did what to a dossier."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.models.antwoord import Notitie, Notitiesoort
from desktop.models.dossier import Dossier
from desktop.models.rechten import AFGESCHERMD
from desktop.models.spoor import (
    RAADPLEGING,
    Inzagesoort,
    Raadpleging,
    Spoorfilter,
    Spoorregel,
    klasse_van,
    onderdelen_van,
    spoorsoort_van,
)
from desktop.store.gesprek import collegas
from desktop.store.klok import moment
from desktop.store.nood import noodreden
from desktop.store.store import Store
from desktop.store.uitwisseling import ik

Sleutel = tuple[str, str, str, str]
"""(clock, device, entity, row): orders the lines of the trail, the highest first."""

PER_KEER = 100


class Kijkboek:
    """Records views: each kind of each dossier once, until the program locks.

    A made-up client is nobody's business, and is not recorded.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._genoteerd: set[tuple[str, Inzagesoort]] = set()

    def noteer(self, dossier_id: str, *soorten: Inzagesoort, reden: str = "") -> None:
        """The user sees this of a dossier; one unit of work, or none when it was recorded.

        Without `reden` the one holds with which the glass was broken, if it was.
        """
        nieuw = [s for s in dict.fromkeys(soorten) if (dossier_id, s) not in self._genoteerd]
        if not nieuw:
            return
        store = self._store
        with store.work() as work:
            oefening = work.session.scalar(
                sa.select(Dossier.oefening).where(Dossier.id == dossier_id)
            )
            if oefening is False:
                reden = reden or noodreden(
                    work.session, dossier_id, work.door or "", vandaag=store.vandaag()
                )
                work.voeg_toe(
                    *(Raadpleging(dossier_id=dossier_id, wat=s, reden=reden) for s in nieuw)
                )
        if oefening is not None:
            self._genoteerd.update((dossier_id, soort) for soort in nieuw)

    def bekend(self, dossier_id: str, soort: Inzagesoort) -> bool:
        """True when it was recorded since the program opened."""
        return (dossier_id, soort) in self._genoteerd

    def vergeet(self) -> None:
        """After the lock somebody looks anew."""
        self._genoteerd.clear()


_SPOOR = """
SELECT klok, apparaat, entiteit, rij, max(auteur) AS auteur, max(stroom) AS stroom,
       group_concat(DISTINCT substr(veld, 1, instr(veld || ':', ':') - 1)) AS velden,
       group_concat(DISTINCT soort) AS soorten,
       max(CASE WHEN soort = 'delete' THEN 0 ELSE json_array_length(ouders) END) AS ouders
FROM wijziging
WHERE dossier = :dossier
  AND (:na IS NULL OR (klok, apparaat, entiteit, rij) < (:na, :na_apparaat, :na_entiteit, :na_rij))
  AND (:filter = 'alles' OR (entiteit = 'raadpleging') = (:filter = 'inzien'))
GROUP BY klok, apparaat, entiteit, rij
ORDER BY klok DESC, apparaat DESC, entiteit DESC, rij DESC
LIMIT :aantal
"""

_WAAROM = """
SELECT klok, apparaat, entiteit, rij, veld, waarde FROM wijziging
WHERE dossier = :dossier AND klok BETWEEN :van AND :tot AND waarde IS NOT NULL
  AND (entiteit, veld) IN (VALUES ('raadpleging', 'wat'), ('raadpleging', 'reden'),
       ('deling', 'reden'), ('noodtoegang', 'reden'), ('antwoord', 'wijzigreden'))
"""


def spoor(
    sessie: Session,
    dossier_id: str,
    *,
    filter: Spoorfilter = Spoorfilter.ALLES,
    na: Sleutel | None = None,
    aantal: int = PER_KEER,
) -> list[Spoorregel]:
    """One page of the trail of a dossier, newest first, after the line with key `na`.

    What is not on this laptop is not in it: the centre has the whole trail.
    """
    klok, apparaat, entiteit, rij = na or (None, None, None, None)
    rijen = sessie.execute(
        sa.text(_SPOOR),
        {
            "dossier": dossier_id,
            "na": klok,
            "na_apparaat": apparaat,
            "na_entiteit": entiteit,
            "na_rij": rij,
            "filter": filter.value,
            "aantal": aantal,
        },
    ).all()
    if not rijen:
        return []
    namen = collegas(sessie)
    eigen = ik(sessie.connection()).id
    waarom = _waarom(sessie, dossier_id, rijen[-1].klok, rijen[0].klok)
    return [
        _regel(r, waarom.get((r.klok, r.apparaat, r.entiteit, r.rij), {}), namen, eigen, dossier_id)
        for r in rijen
    ]


def _waarom(sessie: Session, dossier_id: str, van: str, tot: str) -> dict[Sleutel, dict[str, str]]:
    uit: dict[Sleutel, dict[str, str]] = {}
    rijen = sessie.execute(sa.text(_WAAROM), {"dossier": dossier_id, "van": van, "tot": tot})
    for klok, apparaat, entiteit, rij, veld, waarde in rijen:
        uit.setdefault((klok, apparaat, entiteit, rij), {})[veld] = json.loads(waarde) or ""
    return uit


def _regel(
    rij: Any,
    waarom: Mapping[str, str],
    namen: Mapping[str, str],
    eigen: str,
    dossier: str,
) -> Spoorregel:
    stroom = str(rij.stroom)
    # A reason for changing what is shielded may itself say too much.
    stil = stroom.rsplit(":", 1)[-1] in AFGESCHERMD
    return Spoorregel(
        sleutel=(rij.klok, rij.apparaat, rij.entiteit, rij.rij),
        moment=moment(rij.klok),
        wie=namen.get(rij.auteur or "", ""),
        apparaat=rij.apparaat,
        eigen=rij.apparaat == eigen,
        soort=spoorsoort_van(rij.entiteit, rij.soorten.split(","), rij.ouders or 0),
        entiteit=rij.entiteit,
        onderdelen=onderdelen_van(rij.entiteit, rij.velden.split(",")),
        klasse=klasse_van(rij.entiteit, stroom),
        inzage=_inzage(waarom.get("wat", "")) if rij.entiteit == RAADPLEGING else None,
        reden="" if stil else waarom.get("reden") or waarom.get("wijzigreden") or "",
        dossier=dossier,
    )


def _inzage(wat: str) -> Inzagesoort | None:
    """None for a kind that only a newer version knows, and for one that was erased."""
    return Inzagesoort(wat) if wat in {lid.value for lid in Inzagesoort} else None


def dossiernummers(sessie: Session, ids: Collection[str]) -> dict[str, str]:
    """Dossier numbers by id, of those that are on this laptop."""
    vraag = sa.select(Dossier.id, Dossier.nummer).where(Dossier.id.in_(ids))
    return {rij.id: rij.nummer for rij in sessie.execute(vraag)}


def toont_afgeschermd(sessie: Session, intake_id: str, domein: str, vraag: str) -> bool:
    """True when a shielded note stands with this question, or with its domain as a whole."""
    gevonden = sessie.scalar(
        sa.select(Notitie.id)
        .where(
            Notitie.intake_id == intake_id,
            Notitie.domein == domein,
            sa.or_(Notitie.vraag_code == vraag, Notitie.vraag_code.is_(None)),
            Notitie.soort == Notitiesoort.AFGESCHERMD,
        )
        .limit(1)
    )
    return gevonden is not None
