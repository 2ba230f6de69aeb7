"""The weighing of the routes: what is known, and each gesture one unit of work."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.catalogi import pipkader
from desktop.models.dossier import Medewerker, Rol
from desktop.models.fouten import NogNietMogelijk
from desktop.models.intake import BredeIntake
from desktop.models.onderzoek import Onderzoek, Onderzoeksoort
from desktop.models.pip import Pip, Pipstatus
from desktop.models.pipinhoud import Leerroute, Niveau, Oordeel
from desktop.models.termijnfeit import Feitsoort, Termijnfeit
from desktop.models.toetsuitslag import Toetsoverslag, Toetsuitslag, geldende_uitslag
from desktop.models.weging import Weging
from desktop.models.wegingregels import Gemis, Wegingfeiten
from desktop.store.store import Store, Work


@dataclass(frozen=True)
class Wegingdossier:
    """All weighings of a dossier, the newest first, and what is known beside them."""

    wegingen: Sequence[Weging]
    feiten: Wegingfeiten

    @property
    def huidige(self) -> Weging | None:
        """The one on the sheet: open, or decided last."""
        return self.wegingen[0] if self.wegingen else None

    @property
    def besloten(self) -> Weging | None:
        """The one that was decided last."""
        return next((w for w in self.wegingen if w.is_vast), None)

    @property
    def ontbreekt(self) -> list[Gemis]:
        """What is missing in the one on the sheet."""
        huidige = self.huidige
        return [] if huidige is None or huidige.is_vast else huidige.ontbreekt(self.feiten)


def wegingdossier(sessie: Session, dossier_id: str) -> Wegingdossier:
    """Reads it; judgements and tasks are loaded."""
    wegingen = wegingen_van(sessie, dossier_id)
    for weging in wegingen:
        _ = weging.routes, weging.onderzoeken
    return Wegingdossier(wegingen, feiten_van(sessie, dossier_id))


def wegingen_van(sessie: Session, dossier_id: str) -> Sequence[Weging]:
    """The newest first."""
    return sessie.scalars(
        sa.select(Weging)
        .where(Weging.dossier_id == dossier_id)
        .order_by(Weging.volgnummer.desc(), Weging.id)
    ).all()


def feiten_van(sessie: Session, dossier_id: str) -> Wegingfeiten:
    """The test as it counts: DUO's valid result, or the legal reason that there is none."""
    uitslag = geldende_uitslag(
        sessie.scalars(sa.select(Toetsuitslag).where(Toetsuitslag.dossier_id == dossier_id))
    )
    overslag = sessie.get(Toetsoverslag, Toetsoverslag.id_van(dossier_id))
    plan = _geldend_pip(sessie, dossier_id)
    return Wegingfeiten(
        beleid=pipkader().beleid,
        toets=uitslag.resultaat if uitslag is not None else None,
        overgeslagen=overslag.reden if overslag is not None else None,
        eerste_pip=plan is None and not _heeft_termijn(sessie, dossier_id),
        huidige=plan.leerroute if plan is not None else None,
    )


def _heeft_termijn(sessie: Session, dossier_id: str) -> bool:
    """A term by DUO before there is a plan here comes from one elsewhere (domain.md 0.1)."""
    duo = sa.select(Termijnfeit.id).where(
        Termijnfeit.dossier_id == dossier_id, Termijnfeit.soort == Feitsoort.DUO_TERMIJN
    )
    return sessie.scalar(duo.limit(1)) is not None


def _geldend_pip(sessie: Session, dossier_id: str) -> Pip | None:
    """The version that was set last."""
    return sessie.scalar(
        sa.select(Pip)
        .where(Pip.dossier_id == dossier_id, Pip.status == Pipstatus.VASTGESTELD)
        .order_by(Pip.versie.desc())
        .limit(1)
    )


def begin(store: Store, dossier_id: str) -> str:
    """The first weighing, or the next as a copy; the open one when there is one."""
    with store.work() as work:
        wegingen = wegingen_van(work.session, dossier_id)
        if wegingen and not wegingen[0].is_vast:
            return wegingen[0].id
        intake = work.session.scalar(
            sa.select(BredeIntake.id)
            .where(BredeIntake.dossier_id == dossier_id)
            .order_by(BredeIntake.gesloten_op.desc().nulls_first(), BredeIntake.id.desc())
            .limit(1)
        )
        weging = Weging.nieuw(dossier_id, intake, wegingen)
        plan = _geldend_pip(work.session, dossier_id)
        if plan is not None and plan.leerroute is weging.gekozen:
            weging.kies(plan.leerroute, plan.niveau)  # it may have gone down to A2 since
        work.voeg_toe(weging)
    return weging.id


def _doe(store: Store, weging_id: str, gebaar: Callable[[Weging], object]) -> None:
    with store.work() as work:
        gebaar(work.get(Weging, weging_id))


def zet_oordeel(store: Store, weging_id: str, route: Leerroute, oordeel: Oordeel | None) -> None:
    """What is found of a route."""
    _doe(store, weging_id, lambda w: w.zet_oordeel(route, oordeel))


def zet_reden(store: Store, weging_id: str, route: Leerroute, tekst: str) -> None:
    """Why."""
    _doe(store, weging_id, lambda w: w.zet_reden(route, tekst))


def kies(
    store: Store, weging_id: str, route: Leerroute | None, niveau: Niveau | None = None
) -> None:
    """The route that is meant; not yet the decision."""
    _doe(store, weging_id, lambda w: w.kies(route, niveau))


def zet_motivering(store: Store, weging_id: str, tekst: str) -> None:
    """Why this route."""
    _doe(store, weging_id, lambda w: w.zet_motivering(tekst))


def zet_afwijking(store: Store, weging_id: str, tekst: str) -> None:
    """Why another route than the test points at."""
    _doe(store, weging_id, lambda w: w.zet_afwijking(tekst))


def plan_onderzoek(
    store: Store,
    weging_id: str,
    route: Leerroute,
    soort: Onderzoeksoort,
    wat: str,
    uiterlijk: date,
) -> str:
    """A task with a day; its id. Raises Invoerfout."""
    with store.work() as work:
        taak = work.get(Weging, weging_id).onderzoek(
            route, soort, wat, uiterlijk, vandaag=store.vandaag()
        )
    return taak.id


def rond_onderzoek_af(store: Store, onderzoek_id: str, uitkomst: str) -> None:
    """What came out; also after the decision. Raises Invoerfout."""
    with store.work() as work:
        work.get(Onderzoek, onderzoek_id).rond_af(uitkomst, vandaag=store.vandaag())


def verwijder_onderzoek(store: Store, onderzoek_id: str) -> None:
    """The task was a mistake. Raises NogNietMogelijk once the weighing was decided."""
    with store.work() as work:
        taak = work.get(Onderzoek, onderzoek_id)
        taak.weging.eis_open()
        taak.weging.onderzoeken.remove(taak)


def open_onderzoeken(sessie: Session, dossier_id: str) -> Sequence[Onderzoek]:
    """Tasks that are not done, the first day first; of the newest weighing only."""
    wegingen = wegingen_van(sessie, dossier_id)
    return [t for t in wegingen[0].onderzoeken if t.klaar_op is None] if wegingen else []


def teken_mee(store: Store, weging_id: str, woorden: str) -> None:
    """The user of this laptop read along, and signs. Raises Domeinfout."""
    with store.work() as work:
        weging = work.get(Weging, weging_id)
        weging.teken_mee(
            work.door,
            _rol(work),
            woorden,
            feiten=feiten_van(work.session, weging.dossier_id),
            nu=work.nu,
        )


def _rol(work: Work) -> Rol | None:
    if work.door is None:
        return None
    mens = work.session.get(Medewerker, work.door)
    return mens.rol if mens is not None else None


def besluit(store: Store, weging_id: str) -> None:
    """Decides; a draft of the plan takes the route over. Raises Domeinfout."""
    with store.work() as work:
        weging = work.get(Weging, weging_id)
        if work.door is None:
            raise NogNietMogelijk("Kies eerst wie er op deze laptop werkt.")
        weging.besluit(
            feiten_van(work.session, weging.dossier_id),
            door=work.door,
            nu=work.nu,
        )
        concept = work.session.scalar(
            sa.select(Pip)
            .where(Pip.dossier_id == weging.dossier_id, Pip.status == Pipstatus.CONCEPT)
            .order_by(Pip.versie)
            .limit(1)
        )
        if concept is not None:
            concept.neem_weging_over(weging)
