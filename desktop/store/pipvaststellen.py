"""Setting a plan under mandate, and how the client signed: each one unit of work."""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.catalogi import pipkader
from desktop.models.dossier import Dossier, Medewerker
from desktop.models.fouten import Domeinfout, Invoerfout, NogNietMogelijk
from desktop.models.gemeentegegevens import Mandaat
from desktop.models.handtekening import Handtekening
from desktop.models.pip import VASTSTELVELDEN, Pip, Pipstatus
from desktop.models.pipcontrole import controleer
from desktop.models.pipdelen import Handtekenwijze, Piphandtekening, Verklaring
from desktop.models.pipfeiten import Bevinding, Pipfeiten
from desktop.models.pipinhoud import Contact, Data, Pipinhoud, Wijzigreden
from desktop.models.pipversie import versie_mag
from desktop.models.weging import Weging
from desktop.models.wijziging import Geweigerd, Wijziging
from desktop.store.gemeentegegevens import gemeentegegevens, mandaat_op
from desktop.store.pipbron import feiten_van, inhoud_van, vorige_versie
from desktop.store.store import Store


class Nietgereed(Domeinfout):
    """The plan cannot be set yet; `bevindingen` say why, each with its rule and field."""

    def __init__(self, bevindingen: Sequence[Bevinding]) -> None:
        super().__init__("Dit plan is nog niet klaar. Kijk de lijst met wat ontbreekt na.")
        self.bevindingen = tuple(bevindingen)


def controle(
    sessie: Session, pip: Pip, dag: date, feiten: Pipfeiten | None = None
) -> tuple[Bevinding, ...]:
    """All that the rules find when it would be set on this day; `feiten` of who read them."""
    feiten = feiten or feiten_van(sessie, pip, dag)
    return _controle(sessie, pip, inhoud_van(sessie, pip, dag), feiten)


def _controle(
    sessie: Session, pip: Pip, inhoud: Pipinhoud, feiten: Pipfeiten
) -> tuple[Bevinding, ...]:
    kader = pipkader()
    uit = [*_weging(sessie, pip), *controleer(inhoud, feiten, kader)]
    vorige = vorige_versie(sessie, pip)
    eerder = vorige.vastgelegde_inhoud if vorige is not None else None
    if eerder is not None:
        uit += versie_mag(eerder, inhoud, feiten, kader)
    return tuple(uit)


def _weging(sessie: Session, pip: Pip) -> list[Bevinding]:
    weging = sessie.get(Weging, pip.weging_id) if pip.weging_id else None
    if weging is None or not weging.is_vast:
        return [Bevinding(_WEGING, "leerroute", "Weeg eerst de leerroutes, en besluit.")]
    if weging.gekozen is not pip.leerroute:
        zin = "In de weging is een andere leerroute gekozen dan in dit plan staat."
        return [Bevinding(_WEGING, "leerroute", zin)]
    if not weging.is_zoals_besloten:
        zin = (
            "Na het besluit is de weging op een andere laptop nog veranderd. Weeg de leerroutes "
            "opnieuw, en besluit."
        )
        return [Bevinding(_WEGING, "leerroute", zin)]
    vorige = vorige_versie(sessie, pip)
    wissel = pip.wijzigreden is Wijzigreden.ROUTEWISSEL
    if wissel and vorige is not None and vorige.weging_id == pip.weging_id:
        zin = "Weeg de leerroutes opnieuw voordat je van route wisselt."
        return [Bevinding(_WEGING, "leerroute", zin)]
    return []


_WEGING = "Weging"
"""Name of these rules, as it is shown."""


def mandaat_voor(sessie: Session, pip: Pip, medewerker_id: str | None, dag: date) -> Mandaat | None:
    """What somebody has for the plans of this dossier's municipality on a day."""
    gemeente = sessie.get_one(Dossier, pip.dossier_id).gemeente
    return mandaat_op(sessie, gemeente, medewerker_id, dag)


def _eis_bevoegd(sessie: Session, pip: Pip, medewerker_id: str | None, dag: date) -> Mandaat:
    """The mandate under which somebody may set it on a day. Raises NogNietMogelijk."""
    _eis_aan_de_beurt(sessie, pip)
    mandaat = mandaat_voor(sessie, pip, medewerker_id, dag)
    gemeente = gemeentegegevens(sessie, sessie.get_one(Dossier, pip.dossier_id).gemeente)
    vier_ogen = gemeente is not None and gemeente.vier_ogen
    pip.eis_vaststellen(
        door=medewerker_id,
        mandaat=mandaat,
        vier_ogen=vier_ogen,
        schrijvers=_schrijvers(sessie, pip) if vier_ogen else (),
    )
    assert mandaat is not None  # else it was refused
    return mandaat


def _eis_aan_de_beurt(sessie: Session, pip: Pip) -> None:
    """Raises NogNietMogelijk when the centre made a draft again of an earlier version."""
    eerder = sessie.scalar(
        sa.select(sa.func.min(Pip.versie)).where(
            Pip.dossier_id == pip.dossier_id,
            Pip.versie < pip.versie,
            Pip.status == Pipstatus.CONCEPT,
        )
    )
    if eerder is not None:
        raise NogNietMogelijk(
            "Versie {versie} is nog een concept. Stel die eerst vast, of haal haar weg.",
            versie=eerder,
        )


def _schrijvers(sessie: Session, pip: Pip) -> frozenset[str]:
    """Everybody who wrote in this version, by the journal: `auteur_id` only began it.

    The route comes from the weighing, where who decides is asked about in its own way. Who set
    it and was refused by the centre did not write. The centre asks the same (`vaststellen.sql`).
    """
    delen = [r.id for r in (*pip.regels, pip.deel2, pip.afschaling) if r is not None]
    auteurs = sessie.scalars(
        sa.select(Wijziging.auteur)
        .where(
            Wijziging.rij.in_([pip.id, *delen]),
            Wijziging.veld.not_in(_NIET_GESCHREVEN),
            Wijziging.auteur.is_not(None),
            Wijziging.id.not_in(sa.select(Geweigerd.id)),
        )
        .distinct()
    )
    return frozenset(a for a in auteurs if a)


_NIET_GESCHREVEN = ("weging_id", "leerroute", "niveau", "volgorde", *VASTSTELVELDEN)


def mag_vaststellen(
    sessie: Session, pip: Pip, medewerker_id: str | None, dag: date
) -> Domeinfout | None:
    """Why this person may not set it on this day; None when they may."""
    try:
        _eis_bevoegd(sessie, pip, medewerker_id, dag)
    except Domeinfout as fout:
        return fout
    return None


def stel_vast(store: Store, pip_id: str, dag: date, *, bekendmaking: date | None = None) -> None:
    """Sets it on this day; then nothing of it changes. The user of this laptop does so.

    Raises NogNietMogelijk without a mandate or for the author where four eyes look,
    Nietgereed while a rule is broken, Invoerfout for a day that cannot be.
    """
    with store.work() as work:
        pip = work.get(Pip, pip_id)
        mandaat = _eis_bevoegd(work.session, pip, work.door, dag)
        if mandaat_voor(work.session, pip, work.door, store.vandaag()) is None:
            raise NogNietMogelijk(
                "Je staat vandaag niet op de mandaatlijst. Vraag iemand met mandaat om dit plan "
                "vast te stellen."
            )
        if dag > store.vandaag():
            raise Invoerfout("dag", "Deze dag moet nog komen. Kijk de dag na.")
        verstuurd = bekendmaking or dag
        if verstuurd < dag:
            raise Invoerfout(
                "bekendmaking", "De brief gaat niet eerder weg dan de dag van het besluit."
            )
        if verstuurd > dag + timedelta(days=pipkader().beleid.verzenden_dagen):
            raise Invoerfout(
                "bekendmaking",
                "De brief gaat binnen {dagen} dagen na het besluit weg. Kijk de dag na.",
                dagen=pipkader().beleid.verzenden_dagen,
            )
        mens = work.session.get(Medewerker, work.door)
        inhoud = replace(
            inhoud_van(work.session, pip, dag, verstuurd),
            vastgesteld_door=mens.naam if mens is not None else "",
            functie=mandaat.functie,
            mandaat=mandaat.kenmerk,
        )
        bevindingen = _controle(work.session, pip, inhoud, feiten_van(work.session, pip, dag))
        if any(b.blokkeert for b in bevindingen):
            raise Nietgereed([b for b in bevindingen if b.blokkeert])
        pip.leg_vast(inhoud, door=work.door, nu=work.nu, bekendmaking=verstuurd)


# --- the client's signature


@dataclass(frozen=True)
class Ondertekening:
    """How the client signed, or did not, as it was filled in."""

    wijze: Handtekenwijze
    verklaring: Verklaring | None = None
    strepen: str = ""
    scan: str = ""
    scan_naam_soort: str = ""
    tolk: str = ""
    reden: str = ""


SCANSOORTEN = {"application/pdf": b"%PDF", "image/png": b"\x89PNG", "image/jpeg": b"\xff\xd8\xff"}
"""How a file of each kind begins."""
SCAN_HOOGSTENS = 3_000_000
"""Bytes; a scan travels to the laptops that may see the plan."""


def scansoort(rauw: bytes) -> str:
    """What kind of file this is, by how it begins; empty when it is none that is kept.

    Its name does not tell: what Windows knows of an ending differs from laptop to laptop.
    """
    return next((soort for soort, begin in SCANSOORTEN.items() if rauw.startswith(begin)), "")


def afdruk(inhoud: Pipinhoud) -> str:
    """What was signed: the text without its dates and without who set it.

    A client who signed the draft signed the set version too, when nothing else changed.
    """
    kaal = replace(
        inhoud,
        data=Data(),
        contact=Contact(),
        vastgesteld_door="",
        functie="",
        mandaat="",
        auteur="",
    )
    return hashlib.sha256(kaal.als_json().encode()).hexdigest()


def onderteken(store: Store, pip_id: str, hoe: Ondertekening) -> str:
    """Keeps it, with the time; its id. It never stops the plan. Raises Invoerfout."""
    _nagekeken(hoe)
    with store.work() as work:
        pip = work.get(Pip, pip_id)
        rij = Piphandtekening(
            pip_id=pip.id,
            dossier_id=pip.dossier_id,
            wijze=hoe.wijze,
            verklaring=hoe.verklaring,
            strepen=hoe.strepen,
            scan=hoe.scan,
            scan_naam_soort=hoe.scan_naam_soort,
            tolk=" ".join(hoe.tolk.split()),
            reden=hoe.reden.strip(),
            afdruk=afdruk(inhoud_van(work.session, pip)),
            op=work.nu,
            door=work.door,
        )
        work.voeg_toe(rij)
    return rij.id


def _nagekeken(hoe: Ondertekening) -> None:
    tekent = hoe.wijze in (Handtekenwijze.SCHERM, Handtekenwijze.PAPIER)
    if tekent and hoe.verklaring is None:
        raise Invoerfout("verklaring", "Kies wat de cliënt met de handtekening zegt.")
    if hoe.wijze is Handtekenwijze.SCHERM:
        try:
            Handtekening.van_json(hoe.strepen).controleer()
        except ValueError as fout:
            raise Invoerfout("strepen", "Laat de cliënt opnieuw tekenen.") from fout
    if hoe.wijze is Handtekenwijze.PAPIER:
        _eis_scan(hoe)


def _eis_scan(hoe: Ondertekening) -> None:
    if not hoe.scan:
        raise Invoerfout("scan", "Voeg de scan van het getekende papier toe.")
    try:
        rauw = base64.b64decode(hoe.scan, validate=True)
    except binascii.Error:
        rauw = b""
    begin = SCANSOORTEN.get(hoe.scan_naam_soort)
    if begin is None or not rauw.startswith(begin):
        raise Invoerfout("scan", "Kies een pdf, png of jpg.")
    if len(rauw) > SCAN_HOOGSTENS:
        raise Invoerfout(
            "scan",
            "Deze scan is te groot: hoogstens {mb} MB. Scan in zwart-wit.",
            mb=SCAN_HOOGSTENS // 1_000_000,
        )


def tekende_deze_tekst(handtekening: Piphandtekening, inhoud: Pipinhoud) -> bool:
    """False when the plan changed after this signature."""
    return handtekening.afdruk == afdruk(inhoud)


def verwijder_handtekening(store: Store, handtekening_id: str) -> None:
    """A wrong one goes, such as the scan of somebody else's paper."""
    with store.work() as work:
        rij = work.get(Piphandtekening, handtekening_id)
        rij.pip.handtekeningen.remove(rij)
