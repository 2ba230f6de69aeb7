"""A plan as the editor shows it, read in one go; and where the plan of a dossier stands."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.catalogi import pipkader
from desktop.models.basis import vaste_id
from desktop.models.intake import BredeIntake
from desktop.models.pip import Pip
from desktop.models.pipfeiten import Bevinding, Pipfeiten
from desktop.models.pipinhoud import Pipinhoud, Regel
from desktop.models.pipstandaard import standaardzinnen
from desktop.models.pipvoorstel import hoofddoelvoorstel, voorstellen
from desktop.store import pip as pipstore
from desktop.store import pipvaststellen
from desktop.store import weging as wegingstore
from desktop.store.store import Store


@dataclass(frozen=True)
class Planbeeld:
    """One version, what the rules find in it, and what can still be taken over."""

    pip_id: str
    dossier_id: str
    inhoud: Pipinhoud
    feiten: Pipfeiten
    bevindingen: tuple[Bevinding, ...]
    vast: bool
    nieuwste: bool
    """No later version, so a next one can follow this one."""
    weging_besloten: bool
    standaard: tuple[Regel, ...]
    """Sentences that belong to this route, group and benefit."""

    @property
    def blokkerend(self) -> int:
        """How much has to be done before it can be set."""
        return sum(b.blokkeert for b in self.bevindingen)


@dataclass(frozen=True)
class Uitgesprek:
    """What the talk proposes for the plan."""

    regels: tuple[Regel, ...] = ()
    hoofddoel: str = ""


def planbeeld(
    sessie: Session, dossier_id: str, vandaag: date, pip_id: str = ""
) -> Planbeeld | None:
    """This version; without one the draft, or else what was set last. None: there is no plan."""
    dossier = pipstore.pipdossier(sessie, dossier_id)
    pip = dossier.concept or dossier.huidige
    if pip_id:
        pip = next((p for p in dossier.versies if p.id == pip_id), None)
    if pip is None:
        return None
    inhoud = pipstore.inhoud_van(sessie, pip)
    feiten = pipstore.feiten_van(sessie, pip, vandaag)
    vast = pip.is_vast
    return Planbeeld(
        pip_id=pip.id,
        dossier_id=dossier_id,
        inhoud=inhoud,
        feiten=feiten,
        bevindingen=() if vast else pipvaststellen.controle(sessie, pip, vandaag, feiten),
        vast=vast,
        nieuwste=pip is dossier.versies[-1],
        weging_besloten=dossier.weging is not None and dossier.weging.is_vast,
        standaard=() if vast else standaardzinnen(inhoud, feiten, pipkader()),
    )


def uit_gesprek(store: Store, sessie: Session, dossier_id: str, *, uitkering: bool) -> Uitgesprek:
    """Proposals from the talk that was closed last, or else from the one that goes on."""
    intake = sessie.scalar(
        sa.select(BredeIntake)
        .where(BredeIntake.dossier_id == dossier_id)
        .order_by(BredeIntake.gesloten_op.desc().nulls_last(), BredeIntake.id.desc())
        .limit(1)
    )
    if intake is None:
        return Uitgesprek()
    lijst, kader = store.lijst_van(intake.vragenlijst), pipkader()
    return Uitgesprek(
        voorstellen(intake, lijst, kader, uitkering=uitkering),
        hoofddoelvoorstel(intake, lijst, kader),
    )


def regel_id(pip_id: str, sleutel: str) -> str:
    """The id of the row that a sentence with this key becomes (`Pipregel.van`)."""
    return vaste_id("pipregel", pip_id, sleutel)


def nog_niet_overgenomen(
    pip_id: str, inhoud: Pipinhoud, alle: tuple[Regel, ...]
) -> Mapping[str, tuple[Regel, ...]]:
    """By heading, the proposals that are not in the plan: neither as a row nor in other words."""
    ids = {regel.id for regel in inhoud.regels}
    teksten = {(r.onderdeel, r.tekst) for r in inhoud.regels}
    uit: dict[str, list[Regel]] = {}
    for v in alle:
        if regel_id(pip_id, v.id) in ids or (v.onderdeel, v.tekst) in teksten:
            continue
        uit.setdefault(v.onderdeel, []).append(v)
    return {code: tuple(regels) for code, regels in uit.items()}


class Planfase(enum.StrEnum):
    """Where the plan of a dossier stands."""

    GEEN_WEGING = "geen weging"
    WEGING = "weging"
    BEGIN = "begin"
    CONCEPT = "concept"
    VAST = "vast"


@dataclass(frozen=True)
class Planstand:
    """For the card on the dossier sheet."""

    fase: Planfase
    versie: int = 0
    vastgesteld_op: date | None = None
    """Of the version that holds now, also while a next one is being written."""
    vaste_versie: int = 0
    ontbreekt: int = 0
    """Points that are missing in the weighing or in the draft."""
    getekend: bool = False


def planstand(sessie: Session, dossier_id: str, vandaag: date) -> Planstand:
    """Where weighing and plan stand, and how much is missing."""
    dossier = pipstore.pipdossier(sessie, dossier_id)
    vast, concept = dossier.huidige, dossier.concept
    dag = vast.dagtekening if vast is not None else None
    vaste_versie = vast.versie if vast is not None else 0
    if concept is not None:
        gevonden = pipvaststellen.controle(sessie, concept, vandaag)
        return Planstand(
            Planfase.CONCEPT,
            concept.versie,
            dag,
            vaste_versie,
            sum(b.blokkeert for b in gevonden),
        )
    if vast is not None:
        return Planstand(
            Planfase.VAST, vast.versie, dag, vaste_versie, getekend=bool(_handtekeningen(vast))
        )
    weging = wegingstore.wegingdossier(sessie, dossier_id)
    if weging.huidige is None:
        return Planstand(Planfase.GEEN_WEGING)
    if not weging.huidige.is_vast:
        return Planstand(Planfase.WEGING, ontbreekt=len(weging.ontbreekt))
    return Planstand(Planfase.BEGIN)


def _handtekeningen(pip: Pip) -> int:
    return len(pip.handtekeningen)
