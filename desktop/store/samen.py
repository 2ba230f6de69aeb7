"""What a person decides about conflicts and refusals, each one unit of work on the store."""

from __future__ import annotations

from collections.abc import Collection

from desktop.models.fouten import NogNietMogelijk
from desktop.store import versies, weigeringen
from desktop.store.store import Store
from desktop.store.versies import Conflict, Versie


def kies(store: Store, conflict: Conflict, versie: Versie) -> None:
    """From now on this version holds; a change whose parents are all heads that were shown.

    What came in since the conflict was shown stays, and shows as a conflict again.
    """
    with store.velden(conflict.gezien) as werk:
        werk.velden += versies.keuze(werk.sessie, conflict, versie)


def houd_beide(store: Store, conflict: Conflict) -> None:
    """Keeps the shown version in its place and puts each other one beside it.

    Raises NogNietMogelijk where only one can be, such as an answer.
    """
    if not conflict.beide_kan:
        raise NogNietMogelijk("Hier kan er maar één blijven staan. Kies welke.")
    eerste, *rest = conflict.versies
    with store.velden(conflict.gezien) as werk:
        werk.velden += versies.keuze(werk.sessie, conflict, eerste)
        for versie in rest:
            werk.velden += versies.dubbel(werk.sessie, conflict, versie)


def bied_opnieuw(store: Store, ids: Collection[str]) -> None:
    """Offers refused changes once more, a row of the domain at a time."""
    with store.lees() as sessie:
        per_rij: dict[tuple[str, str], list[str]] = {}
        for w in weigeringen.weigeringen(sessie):
            if w.id in ids:
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
