"""What a person decides about conflicts and refusals, each one unit of work on the store."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.models.dossier import Medewerker
from desktop.models.fouten import NogNietMogelijk
from desktop.models.rechten import mag_schrijven
from desktop.models.samenvoegen import journaalklasse
from desktop.models.wijziging import Apparaat, Wijziging
from desktop.store import beslissing, weigeringen
from desktop.store.conflict import Conflict, Versie
from desktop.store.journaal import Gezien
from desktop.store.koppen import koppen_van
from desktop.store.projectie import gejournaalde_klassen
from desktop.store.store import Store


def mag_kiezen(sessie: Session, conflict: Conflict, wie: str | None) -> bool:
    """True when somebody may write all that a choice writes (`models/rechten.py`)."""
    medewerker = sessie.get(Medewerker, wie) if wie is not None else None
    return medewerker is not None and all(
        mag_schrijven(medewerker.rol, klasse) for klasse in conflict.klassen
    )


def kies(store: Store, conflict: Conflict, versie: Versie) -> Conflict:
    """From now on this version holds; a change whose parents are all heads that were shown.

    What came in since the conflict was shown stays, and shows as a conflict again.
    Returns the same versions to choose from, so that another one can still be chosen.
    Raises NogNietMogelijk for somebody who may not, when it was erased meanwhile, and where it
    would undo what was decided.
    """
    _eis_recht(store, conflict)
    _eis_besluit(conflict, versie)
    with store.velden(conflict.gezien, *conflict.mee) as werk:
        werk.velden += beslissing.keuze(werk.sessie, conflict, versie)
    with store.lees() as sessie:
        return replace(
            conflict,
            gezien=_na_eigen_keuze(sessie, conflict.gezien),
            mee=tuple(_na_eigen_keuze(sessie, gezien) for gezien in conflict.mee),
        )


def _na_eigen_keuze(sessie: Session, gezien: Gezien) -> Gezien:
    """What was seen, and what this laptop made of it; nothing that came in between."""
    rij = (gezien.entiteit, gezien.rij)
    nu = koppen_van(sessie.connection(), [rij])[rij]
    alle = {kop for koppen in nu.values() for kop in koppen}
    eigen = set(
        sessie.scalars(
            sa.select(Wijziging.id)
            .join(Apparaat, Apparaat.id == Wijziging.apparaat)
            .where(Wijziging.id.in_(alle))
        )
    )
    eerder = {kop for koppen in gezien.koppen.values() for kop in koppen}
    return replace(
        gezien,
        koppen={
            veld: tuple(kop for kop in koppen if kop in eigen or kop in eerder)
            for veld, koppen in nu.items()
        },
    )


def houd_beide(store: Store, conflict: Conflict) -> None:
    """Keeps the version that is shown in its place and puts each other one beside it.

    Raises NogNietMogelijk where only one can be, such as an answer.
    """
    if not conflict.beide_kan:
        raise NogNietMogelijk("Hier kan er maar één blijven staan. Kies welke.")
    _eis_recht(store, conflict)
    blijft = next((v for v in conflict.versies if v.getoond), conflict.versies[0])
    with store.velden(conflict.gezien) as werk:
        werk.velden += beslissing.keuze(werk.sessie, conflict, blijft)
        for versie in conflict.versies:
            if versie is not blijft:
                werk.velden += beslissing.dubbel(werk.sessie, conflict, versie)


def _eis_recht(store: Store, conflict: Conflict) -> None:
    with store.lees() as sessie:
        if not mag_kiezen(sessie, conflict, store.gebruiker_id):
            raise NogNietMogelijk("Kiezen wat klopt doet de klantmanager van dit dossier.")


def _eis_besluit(conflict: Conflict, versie: Versie) -> None:
    klasse = journaalklasse(gejournaalde_klassen()[conflict.entiteit])
    gekozen = {} if versie.verwijderd else versie.waarden
    if not all(
        klasse.mag_worden(gekozen, ander.waarden)
        for ander in conflict.versies
        if not ander.verwijderd
    ):
        raise NogNietMogelijk("Hier is al over besloten. Kies de versie waarin dat besluit staat.")


def bied_opnieuw(store: Store, ids: Collection[str]) -> None:
    """Offers refused changes once more, a row of the domain at a time.

    Not what somebody changed on a stick: that would make a forgery the user's own word.
    """
    with store.lees() as sessie:
        per_rij: dict[tuple[str, str], list[str]] = {}
        for w in weigeringen.weigeringen(sessie):
            if w.id in ids and w.reden != weigeringen.ZEGEL:
                per_rij.setdefault((w.entiteit, w.rij), []).append(w.id)
    for groep in per_rij.values():
        with store.lees() as sessie:
            velden, gezien = weigeringen.opnieuw(sessie, groep)
        with store.velden(gezien) as werk:
            werk.velden += velden
            weigeringen.handel_af(werk.sessie.connection(), groep, "opnieuw")
            werk.geraakt["geweigerd"] = set(groep)


def laat_rusten(store: Store, ids: Collection[str]) -> None:
    """Somebody read these refusals and leaves them to whoever has the dossier now."""
    with store.neem_op() as inkomst:
        weigeringen.handel_af(inkomst.verbinding, ids, "gelezen")
        inkomst.raak({"geweigerd": set(ids)})
