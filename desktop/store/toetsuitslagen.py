"""The day of the test, its result and being excused: each gesture one unit of work."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import TypeVar

import sqlalchemy as sa

from desktop.models.fouten import NogNietMogelijk
from desktop.models.toets import Kandidaat
from desktop.models.toetssessie import Sessiestatus, Toetssessie
from desktop.models.toetsstatus import IN_SESSIE, Aanwezig, Toetsstatus, mag_naar
from desktop.models.toetsuitslag import (
    Herkomst,
    Overslagreden,
    Toetsoverslag,
    Toetsuitslag,
    Uitslaggegevens,
    leg_uitslag_vast,
)
from desktop.store.store import Store, Work
from desktop.store.toetsmiddelen import beleid
from desktop.store.toetsplekken import geef_vrij

T = TypeVar("T")


def op_de_dag(store: Store, kandidaat_id: str, gebaar: Callable[[Kandidaat, datetime], T]) -> T:
    """One touch on the day screen: `gebaar(kandidaat, nu)` on a loaded candidate.

    The first start begins the sitting as well. Raises what the gesture raises, and
    NogNietMogelijk when it would begin or go on in a sitting that is over.
    """
    with store.work() as work:
        kandidaat = work.get(Kandidaat, kandidaat_id)
        deed_mee, was_begonnen = kandidaat.status in IN_SESSIE, kandidaat.begonnen_op is not None
        uit = gebaar(kandidaat, work.nu)
        begint = kandidaat.begonnen_op is not None and not was_begonnen
        erbij = kandidaat.status in IN_SESSIE and not deed_mee
        sessie = work.session.get(Toetssessie, kandidaat.sessie_id or "")
        if sessie is not None and (begint or erbij):
            sessie.eis_gepland()
            if begint:
                sessie.begint(work.nu)
        return uit


def neem_incident_terug(store: Store, kandidaat_id: str, incident_id: str) -> None:
    """Takes back what was touched by mistake. Raises NogNietMogelijk once the sitting is over."""
    with store.work() as work:
        kandidaat = work.get(Kandidaat, kandidaat_id)
        sessie = work.session.get(Toetssessie, kandidaat.sessie_id or "")
        if sessie is None or sessie.status is not Sessiestatus.GEPLAND:
            raise NogNietMogelijk("Deze toets is gesloten. Het incident blijft staan.")
        kandidaat.neem_incident_terug(incident_id)


def sluit_sessie(store: Store, sessie_id: str) -> None:
    """The sitting is over. Raises NogNietMogelijk while somebody is at the test or unknown."""
    with store.work() as work:
        sessie = work.get(Toetssessie, sessie_id)
        kandidaten = work.session.scalars(
            sa.select(Kandidaat).where(Kandidaat.sessie_id == sessie_id)
        ).all()
        if any(k.loopt for k in kandidaten):
            raise NogNietMogelijk("Er is nog iemand bezig. Stop eerst elke toets.")
        if any(k.status in IN_SESSIE and k.aanwezigheid is Aanwezig.ONBEKEND for k in kandidaten):
            raise NogNietMogelijk("Vul eerst bij iedereen in wie er was.")
        if any(k.status in IN_SESSIE for k in kandidaten):
            raise NogNietMogelijk("Er is nog iemand die niet begonnen is. Breek die toets af.")
        sessie.eindigt(work.nu)


def leg_vast(
    store: Store,
    dossier_id: str,
    gegevens: Uitslaggegevens,
    *,
    herkomst: Herkomst,
    reden: str = "",
) -> str | None:
    """The result, or a correction with its reason; None when just this stands there already.

    Raises Invoerfouten, RedenNodig, NogNietMogelijk.
    """
    with store.work() as work:
        if work.session.get(Toetsoverslag, Toetsoverslag.id_van(dossier_id)) is not None:
            raise NogNietMogelijk("De toets is overgeslagen. Neem dat besluit eerst terug.")
        eerder = work.session.scalars(
            sa.select(Toetsuitslag).where(Toetsuitslag.dossier_id == dossier_id)
        ).all()
        kandidaat = _laatste(work, dossier_id)
        uitslag = leg_uitslag_vast(
            dossier_id,
            gegevens,
            eerder,
            beleid=beleid(),
            herkomst=herkomst,
            kandidaat_id=kandidaat.id if kandidaat is not None else None,
            reden=reden,
            door=work.door,
            nu=work.nu,
            vandaag=store.vandaag(),
        )
        if uitslag is None:
            return None
        if kandidaat is not None:
            _bekend(kandidaat)
        work.voeg_toe(uitslag)
    return uitslag.id


def _bekend(kandidaat: Kandidaat) -> None:
    if kandidaat.status is Toetsstatus.UITSLAG or mag_naar(kandidaat.status, Toetsstatus.UITSLAG):
        kandidaat.uitslag_bekend()
        return
    if kandidaat.status in IN_SESSIE:
        raise NogNietMogelijk(
            "De toets staat nog gepland. Vul eerst in hoe de toets ging, of haal deze cliënt "
            "uit de sessie."
        )
    # Absent, and DUO has a result: of an earlier or another sitting. It stands by itself.


def sla_over(
    store: Store,
    dossier_id: str,
    reden: Overslagreden,
    *,
    toelichting: str = "",
    door: str,
    op: date,
) -> None:
    """Excused, for a legal reason. Raises Invoerfout, RedenNodig, NogNietMogelijk."""
    with store.work() as work:
        overslag = Toetsoverslag.nieuw(
            dossier_id, reden, toelichting=toelichting, door=door, op=op, vandaag=store.vandaag()
        )
        if work.session.get(Toetsoverslag, overslag.id) is not None:
            raise NogNietMogelijk("De toets is al overgeslagen.")
        uitslag = work.session.scalar(
            sa.select(sa.func.count()).where(
                Toetsuitslag.dossier_id == dossier_id, Toetsuitslag.geldig
            )
        )
        if uitslag:
            raise NogNietMogelijk("Er is al een uitslag. Overslaan kan dan niet meer.")
        kandidaat = _laatste(work, dossier_id)
        if kandidaat is not None:
            kandidaat.sla_over()
            geef_vrij(work, kandidaat.id)
        work.voeg_toe(overslag)


def neem_overslag_terug(store: Store, dossier_id: str) -> None:
    """The decision was wrong: the test has to be planned."""
    with store.work() as work:
        work.verwijder(work.get(Toetsoverslag, Toetsoverslag.id_van(dossier_id)))
        kandidaat = _laatste(work, dossier_id)
        if kandidaat is not None and kandidaat.status is Toetsstatus.OVERGESLAGEN:
            kandidaat.toch_niet_overslaan()


def _laatste(work: Work, dossier_id: str) -> Kandidaat | None:
    return work.session.scalars(
        sa.select(Kandidaat)
        .where(Kandidaat.dossier_id == dossier_id)
        .order_by(Kandidaat.volgnummer.desc())
        .limit(1)
    ).first()
