"""Reading everything about one client, whatever classes of data there are.

Goes by the journal: each row that was ever written about the dossier is asked of
its mapped class. So a class that comes later is in it without a change here.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.models.basis import Base, Gejournaald, Stroomklasse
from desktop.models.dossier import Dossier
from desktop.models.intake import BredeIntake
from desktop.models.inzage import VOLLEDIG, Bekeken, Gegeven, Inzage, Verandering, Wieziet
from desktop.models.spoor import Inzagesoort, Raadpleging, Spoorfilter
from desktop.models.toegang import Toegangsbeleid
from desktop.models.vragen import Vragenlijst
from desktop.store.gesprek import collegas
from desktop.store.klok import moment
from desktop.store.projectie import gejournaalde_klassen, kolommen
from desktop.store.spoor import PER_KEER, spoor
from desktop.store.store import Store
from desktop.store.toegang import wie_ziet
from desktop.store.waarden import naar_json


def lees_inzage(
    store: Store,
    dossier_id: str,
    beleid: Toegangsbeleid,
    *,
    lezen: frozenset[Stroomklasse] | None = None,
) -> Inzage:
    """Everything about one client on this laptop, shielded things included.

    `lezen`: what its user may see; None for all. Raises LookupError when the
    dossier is gone.
    """
    nu = store.nu()
    with store.lees() as sessie:
        dossier = sessie.get(Dossier, dossier_id)
        if dossier is None:
            raise LookupError("dossier is gone")
        namen = collegas(sessie)
        return Inzage(
            dossier=dossier.id,
            nummer=dossier.nummer,
            naam=dossier.naam,
            gemaakt_op=nu,
            gemaakt_door=namen.get(store.gebruiker_id or "", ""),
            afgeschermd=True,
            gegevens=tuple(_gegevens(sessie, dossier_id)),
            veranderingen=tuple(_veranderingen(sessie, dossier_id, namen)),
            bekeken=tuple(_bekeken(sessie, dossier_id)),
            toegang=tuple(_toegang(sessie, dossier_id, beleid, store.vandaag())),
            personen=namen,
            ontbreekt=frozenset() if lezen is None else frozenset(VOLLEDIG - lezen),
        )


def _gegevens(sessie: Session, dossier_id: str) -> Iterator[Gegeven]:
    rijen: dict[str, list[str]] = defaultdict(list)
    for tabel, rij in sessie.execute(
        sa.text("SELECT DISTINCT entiteit, rij FROM wijziging WHERE dossier = :d ORDER BY id"),
        {"d": dossier_id},
    ):
        rijen[tabel].append(rij)
    for tabel, klasse in gejournaalde_klassen().items():
        for rij_id in rijen.get(tabel, ()):
            rij = sessie.get(klasse, rij_id)
            if rij is not None:
                yield _gegeven(tabel, klasse, rij)


def _gegeven(tabel: str, klasse: type[Base], rij: Any) -> Gegeven:
    namen = [naam for naam, _kolom in kolommen(klasse)]
    return Gegeven(
        tabel=tabel,
        rij=rij.id,
        velden={naam: json.loads(naar_json(getattr(rij, naam))) for naam in namen},
        klassen={naam: _klasse_van(rij, naam) for naam in namen},
    )


def _klasse_van(rij: Gejournaald, veld: str) -> Stroomklasse:
    """That somebody looked at what is shielded says that there is something shielded."""
    if isinstance(rij, Raadpleging) and rij.wat is Inzagesoort.AFGESCHERMD:
        return Stroomklasse.AFGESCHERMD
    return rij.stroomklasse_van(veld)


def _veranderingen(
    sessie: Session, dossier_id: str, namen: dict[str, str]
) -> Iterator[Verandering]:
    bekend = {klasse.value: klasse for klasse in Stroomklasse}
    rijen = sessie.execute(
        sa.text(
            "SELECT klok, auteur, apparaat, entiteit, rij, veld, soort, waarde, stroom "
            "FROM wijziging WHERE dossier = :d AND zout IS NOT NULL "
            "ORDER BY klok, apparaat, volgnummer"
        ),
        {"d": dossier_id},
    )
    for klok, auteur, apparaat, tabel, rij, veld, soort, waarde, stroom in rijen:
        yield Verandering(
            moment=moment(klok),
            wie=namen.get(auteur or "", ""),
            laptop=apparaat,
            tabel=tabel,
            rij=rij,
            veld=veld,
            soort=soort,
            waarde=json.loads(waarde) if waarde is not None else None,
            klasse=bekend.get(stroom.rsplit(":", 1)[-1]),
        )


def _bekeken(sessie: Session, dossier_id: str) -> Iterator[Bekeken]:
    na = None
    while True:
        regels = spoor(sessie, dossier_id, filter=Spoorfilter.INZIEN, na=na)
        for regel in regels:
            yield Bekeken(
                moment=regel.moment,
                wie=regel.wie,
                wat=regel.inzage.value if regel.inzage is not None else "",
                reden=regel.reden,
                afgeschermd=regel.inzage is Inzagesoort.AFGESCHERMD,
            )
        if len(regels) < PER_KEER:
            return
        na = regels[-1].sleutel


def _toegang(
    sessie: Session, dossier_id: str, beleid: Toegangsbeleid, vandaag: date
) -> Iterator[Wieziet]:
    for regel in wie_ziet(sessie, dossier_id, beleid, vandaag=vandaag):
        yield Wieziet(
            wie=regel.wie,
            rol=regel.rol.value if regel.rol is not None else "",
            grond=regel.grond.value,
            tot=regel.tot,
            reden=regel.reden,
            voor=regel.voor,
        )


def lijsten_van(store: Store, dossier_id: str) -> dict[str, Vragenlijst]:
    """The question lists of a client's talks, by version; the current one when there is none."""
    with store.lees() as sessie:
        versies = set(
            sessie.scalars(
                sa.select(BredeIntake.vragenlijst).where(BredeIntake.dossier_id == dossier_id)
            )
        )
    uit = {}
    for versie in versies or {store.lijst.versie}:
        with suppress(LookupError):  # nobody kept it: the codes stand on paper then
            uit[versie] = store.lijst_van(versie)
    return uit
