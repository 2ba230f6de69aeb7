"""What a plan takes from the rest of the dossier: person, contact, test, weighing, dates, facts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.catalogi import pipkader
from desktop.models.dossier import Dossier, Indeling, Medewerker, Relatie
from desktop.models.pip import Pip, Pipstatus
from desktop.models.pipdelen import Pipafschaling
from desktop.models.pipfeiten import Pipfeiten, Verklaring
from desktop.models.pipinhoud import Contact, Data, Pipinhoud, Toetsstand, Wie
from desktop.models.termijn import DAG, Regel, Status, Termijn
from desktop.models.termijnen import Termijnen, bereken
from desktop.models.termijnfeit import Feitsoort, Termijnfeit
from desktop.models.termijnfeiten import Feiten, Pipversie
from desktop.models.termijnpip import bezwaar
from desktop.models.termijnrest import ontzorgen
from desktop.models.toetsuitslag import (
    Resultaat,
    Toetsoverslag,
    Toetsuitslag,
    geldende_uitslag,
)
from desktop.models.weging import Weging
from desktop.store import termijnen


def inhoud_van(
    sessie: Session, pip: Pip, dag: date | None = None, bekendmaking: date | None = None
) -> Pipinhoud:
    """What a version says: a set one its own text, a draft what the rows say now.

    `dag` is the day on which a draft would be set, for its dates; `bekendmaking` when it
    is sent, where that is another day.
    """
    vast = pip.vastgelegde_inhoud
    if vast is not None:
        return vast
    inhoud = pip.live(_basis(sessie, pip, dag, bekendmaking))
    return replace(inhoud, ontzorgen_tot_en_met=_ontzorgen_tot(inhoud))


def _ontzorgen_tot(inhoud: Pipinhoud) -> date | None:
    """Last day on which the municipality pays from the benefit (domain.md 2.6)."""
    termijn = _ontzorgen(inhoud)
    return termijn.wettelijk if termijn is not None else None


def _ontzorgen(inhoud: Pipinhoud) -> Termijn | None:
    if not inhoud.ontzorgen or inhoud.uitkering_vanaf is None:
        return None
    feiten = Feiten(uitkering=inhoud.uitkering_vanaf, ontzorgen=True)
    return ontzorgen(feiten, termijnen.beleid())[0]


def ontzorgen_van(inhoud: Pipinhoud) -> Termijn | None:
    """The rule behind `ontzorgen_tot_en_met`; None where a set plan kept another day."""
    termijn = _ontzorgen(inhoud)
    zelfde = termijn is not None and termijn.wettelijk == inhoud.ontzorgen_tot_en_met
    return termijn if zelfde else None


def bezwaar_van(inhoud: Pipinhoud) -> Termijn | None:
    """The rule behind `bezwaar_tot_en_met`; None where a set plan kept another day."""
    data = inhoud.data
    if data.dagtekening is None:
        return None
    versie = Pipversie(inhoud.versie, data.dagtekening, data.bekendmaking)
    termijn = bezwaar(versie, termijnen.beleid())
    return termijn if termijn.wettelijk == data.bezwaar_tot_en_met else None


def _basis(sessie: Session, pip: Pip, dag: date | None, bekendmaking: date | None) -> Pipinhoud:
    dossier = sessie.get_one(Dossier, pip.dossier_id)
    weging = sessie.get(Weging, pip.weging_id) if pip.weging_id else None
    namen = _namen(sessie, (pip.auteur_id, weging.tweede_lezer_id if weging else None))
    inhoud = Pipinhoud(
        wie=_wie(dossier, dag),
        contact=_contact(sessie, dossier),
        toets=_toets(sessie, dossier.id),
        data=_data(sessie, pip, dag, bekendmaking),
        auteur=namen.get(pip.auteur_id or "", ""),
    )
    if weging is None:
        return inhoud
    return replace(
        inhoud,
        oordelen=weging.oordelen,
        motivering=weging.motivering,
        afwijking=weging.afwijking,
        tweede_lezer=namen.get(weging.tweede_lezer_id or "", ""),
    )


def _namen(sessie: Session, ids: Sequence[str | None]) -> dict[str, str]:
    rijen = sessie.execute(
        sa.select(Medewerker.id, Medewerker.naam).where(Medewerker.id.in_([i for i in ids if i]))
    )
    return {rij.id: rij.naam for rij in rijen}


def _wie(dossier: Dossier, dag: date | None) -> Wie:
    periode = (
        dossier.doelgroep_op(dag)
        if dag is not None
        else max(dossier.doelgroepen, key=lambda d: d.vanaf, default=None)
    )
    geboren = dossier.geboorte
    return Wie(
        nummer=dossier.nummer,
        naam=dossier.naam,
        geboren=geboren.nederlands() if geboren is not None else "",
        adres=dossier.adres or "",
        gemeente=dossier.gemeente,
        taal=dossier.leestaal or dossier.spreektaal or "nl",
        doelgroep=periode.indeling.value if periode is not None else "",
    )


def _contact(sessie: Session, dossier: Dossier) -> Contact:
    mens = sessie.get(Medewerker, dossier.klantmanager_id)
    if mens is None:
        return Contact()
    return Contact(mens.naam, mens.telefoon or "", mens.email or "")


def _toets(sessie: Session, dossier_id: str) -> Toetsstand:
    overslag = sessie.get(Toetsoverslag, Toetsoverslag.id_van(dossier_id))
    uitslag = geldende_uitslag(
        sessie.scalars(sa.select(Toetsuitslag).where(Toetsuitslag.dossier_id == dossier_id))
    )
    if overslag is not None and (uitslag is None or uitslag.resultaat is Resultaat.ONBEKEND):
        return Toetsstand(overgeslagen=overslag.reden.value)
    if uitslag is None:
        return Toetsstand()
    return Toetsstand(
        resultaat=uitslag.resultaat.value,
        behaalde_score=uitslag.behaalde_score,
        benodigde_score=uitslag.benodigde_score,
        datum_afname=uitslag.datum_afname,
    )


def _data(sessie: Session, pip: Pip, dag: date | None, bekendmaking: date | None) -> Data:
    """Version 1 fixes the term; of a later one only its own bezwaar is new."""
    if dag is None:
        return Data()
    feiten = _termijnfeiten(sessie, pip, dag)
    return termijnen.data_van(dag, bekendmaking or dag, feiten, pip.versie)


def _termijnfeiten(sessie: Session, pip: Pip, dag: date) -> Feiten:
    feiten = termijnen.feiten_van(sessie, pip.dossier_id, dag)
    return replace(feiten, leerroute=pip.leerroute, niveau=pip.niveau)


def termijnen_met(sessie: Session, pip: Pip, dag: date, bekendmaking: date) -> Termijnen:
    """All dates as they are once this version is set so, each with its rule."""
    feiten = _termijnfeiten(sessie, pip, dag)
    return termijnen.termijnen_met(dag, bekendmaking, feiten, pip.versie)


def feiten_van(sessie: Session, pip: Pip, dag: date) -> Pipfeiten:
    """What the rules have to know beside the plan itself."""
    dossier = sessie.get_one(Dossier, pip.dossier_id)
    feiten = termijnen.feiten_van(sessie, dossier.id, dag)
    stand = Termijnen(bereken(feiten, termijnen.beleid(), dag), dag, 0)
    vorige = _vorige_dagtekening(sessie, pip, feiten, dag)
    periode = dossier.doelgroep_op(dag)
    start, wissel = stand.van(Regel.D5), stand.van(Regel.D6)
    uiterlijk = stand.pip
    wacht = uiterlijk is not None and uiterlijk.status is Status.WACHT_OP_DERDEN
    kinderen = [h for h in dossier.huisgenoten if h.relatie is Relatie.KIND]
    vve_tot = pipkader().beleid.vve_tot_jaar
    asiel = periode.indeling is Indeling.ASIELSTATUSHOUDER if periode is not None else None
    pipfeiten = Pipfeiten(
        vandaag=dag,
        begin_plicht=_begin_plicht(sessie, dossier.id),
        vestiging=dossier.datum_brp,
        vorige_dagtekening=vorige,
        eerste_pip=pip.versie == 1 and vorige is None,
        asiel=asiel,
        uitkering=_uitkering(sessie, pip, dag),
        ontzorgen_hoort=asiel is True and _in_ontzorgtijd(pip, dag),
        jonge_kinderen=any((h.geboortejaar or 0) >= dag.year - vve_tot for h in kinderen),
        termijn_start=start.start if start is not None else None,
        wisselen_tot_en_met=wissel.wettelijk if wissel is not None else None,
        pip_uiterlijk=None if uiterlijk is None or wacht else uiterlijk.wettelijk,
        gesprekken=_gesprekken(feiten, pip, dag),
    )
    return _met_afschaling(pipfeiten, pip.afschaling)


def _in_ontzorgtijd(pip: Pip, dag: date) -> bool:
    """The benefit of the plan began so short ago that ontzorgen goes with it."""
    if pip.deel2 is None or pip.deel2.uitkering_vanaf is None:
        return False
    feiten = Feiten(uitkering=pip.deel2.uitkering_vanaf)
    return dag <= ontzorgen(feiten, termijnen.beleid())[0].wettelijk


def _begin_plicht(sessie: Session, dossier_id: str) -> date | None:
    """As DUO said it last, where somebody wrote it down."""
    return sessie.scalar(
        sa.select(Termijnfeit.dag)
        .where(Termijnfeit.dossier_id == dossier_id, Termijnfeit.soort == Feitsoort.BEGIN_PLICHT)
        .order_by(Termijnfeit.op.desc(), Termijnfeit.dag.desc())
        .limit(1)
    )


def _vorige_dagtekening(sessie: Session, pip: Pip, feiten: Feiten, dag: date) -> date | None:
    """Day of the plan before this one.

    A term that began by DUO before our first plan comes from a plan of another municipality:
    it began the day after that was dated (domain.md 0.1, 5.4).
    """
    vorige = vorige_versie(sessie, pip)
    if vorige is not None:
        return vorige.dagtekening
    if pip.versie == 1 and feiten.duo is not None and feiten.duo.start <= dag:
        return feiten.duo.start - DAG
    return None


def _uitkering(sessie: Session, pip: Pip, dag: date) -> bool:
    """By the facts of the dossier; where nobody wrote one down, what the plan itself says."""
    rijen = sessie.scalars(
        sa.select(Termijnfeit).where(
            Termijnfeit.dossier_id == pip.dossier_id, Termijnfeit.soort == Feitsoort.UITKERING
        )
    ).all()
    if not rijen:
        return pip.deel2 is not None
    return any(f.tot is None or f.tot > dag for f in rijen)


def _gesprekken(feiten: Feiten, pip: Pip, dag: date) -> tuple[date, ...]:
    """The progress talks that are proposed; before version 1 is set, as if it were set today."""
    if feiten.eerste is None and pip.versie == 1:
        feiten = replace(feiten, versies=(Pipversie(1, dag),))
    alle = bereken(feiten, termijnen.beleid(), dag)
    return tuple(t.ruw for t in alle if t.regel is Regel.D18)


def _met_afschaling(feiten: Pipfeiten, rij: Pipafschaling | None) -> Pipfeiten:
    if rij is None:
        return feiten
    return replace(
        feiten,
        uren_gevolgd=rij.uren_gevolgd,
        uren_fysiek=rij.uren_fysiek,
        inzet=Verklaring(rij.inzet_tekst, rij.inzet_bewijs, rij.inzet_door, rij.inzet_op),
        onhaalbaar=Verklaring(
            rij.onhaalbaar_tekst, rij.onhaalbaar_bewijs, rij.onhaalbaar_door, rij.onhaalbaar_op
        ),
    )


def vorige_versie(sessie: Session, pip: Pip) -> Pip | None:
    """The set version before this one."""
    return sessie.scalar(
        sa.select(Pip)
        .where(
            Pip.dossier_id == pip.dossier_id,
            Pip.versie < pip.versie,
            Pip.status == Pipstatus.VASTGESTELD,
        )
        .order_by(Pip.versie.desc())
        .limit(1)
    )
