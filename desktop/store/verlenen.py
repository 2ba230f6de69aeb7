"""Giving access and taking it back: each gesture one unit of work."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from desktop.models.dossier import Dossier
from desktop.models.toegang import Deling, Vervanging, draag_over
from desktop.store.store import Store


def deel(store: Store, dossier_id: str, met: str, reden: str, *, tot: date | None) -> None:
    """Shares a dossier, or changes until when it is shared. Raises RedenNodig, Invoerfout."""
    with store.work() as work:
        bestaand = work.session.get(Deling, Deling.id_van(dossier_id, met))
        if bestaand is not None:
            bestaand.herzie(reden, tot=tot, vandaag=store.vandaag())
        else:
            work.voeg_toe(Deling.nieuw(dossier_id, met, reden, tot=tot, vandaag=store.vandaag()))


def neem_terug(store: Store, deling_id: str) -> None:
    """Takes a sharing back."""
    with store.work() as work:
        work.verwijder(work.get(Deling, deling_id))


def plan_vervanging(store: Store, afwezige: str, vervanger: str, *, vanaf: date, tot: date) -> None:
    """Plans an absence. Raises Invoerfout."""
    with store.work() as work:
        work.voeg_toe(
            Vervanging.nieuw(afwezige, vervanger, vanaf=vanaf, tot=tot, vandaag=store.vandaag())
        )


def beeindig_vervanging(store: Store, vervanging_id: str) -> None:
    """Back sooner, or the plan is off."""
    with store.work() as work:
        work.get(Vervanging, vervanging_id).beeindig(store.vandaag())


def draag_caseload_over(store: Store, dossiers: Collection[str], naar: str) -> None:
    """Hands dossiers over, all of them or none. Raises Invoerfout."""
    with store.work() as work:
        for dossier in [work.get(Dossier, dossier_id) for dossier_id in dossiers]:
            draag_over(dossier, naar)
