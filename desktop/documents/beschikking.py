"""The decision about a plan: a letter for the college, with the plan as its annexes.

Its shape is that of a decision under the Algemene wet bestuursrecht (domain.md 5.3): the decision
first, then why, from when until when, and how to object. The Dutch is about B1.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, PageBreak, Spacer

from desktop.documents.briefhoofd import HOOG, teken_briefhoofd
from desktop.documents.pippapier import (
    BIJ,
    OPVALLEND,
    STERK,
    STRAK,
    TEKST,
    TUSSENKOP,
    Blad,
    alinea,
    feiten,
    kop,
    opsomming,
    zet,
)
from desktop.documents.plandelen import (
    deel_een,
    deel_twee,
    route_zinnen,
    weggelaten,
    weging,
    wijziging,
)
from desktop.documents.plandruk import Plandruk, dag, is_concept, route, versienaam
from desktop.documents.planwoorden import laatste_dag
from desktop.models.pipinhoud import Pipinhoud
from desktop.taal import in_het_nederlands

ONDERWERP = "Besluit over uw plan inburgering en participatie (PIP)"
WET = "Artikel 15 van de Wet inburgering 2021"
"""domain.md 5.2: what a PIP is."""
AWB = (
    "Artikel 3:46 en 3:47 van de Algemene wet bestuursrecht: wij leggen uit waarom.",
    "Artikel 6:4 tot en met 6:8 van de Algemene wet bestuursrecht: bezwaar maken.",
    "Artikel 6:16 van de Algemene wet bestuursrecht: het plan geldt ook tijdens een bezwaar.",
    "Artikel 8:81 van de Algemene wet bestuursrecht: de rechter om een snelle uitspraak vragen.",
)
"""Own knowledge (domain.md 5.3, unverified): a lawyer should look at it before the first letter."""


@in_het_nederlands()
def maak_beschikking(inhoud: Pipinhoud, druk: Plandruk) -> bytes:
    """The letter as a PDF/A. While nobody set the plan it is marked as a draft on each page."""
    verhaal: list[Flowable] = [
        *_opening(inhoud, druk),
        *_waarom(inhoud, druk),
        *_data(inhoud),
        *_nu(inhoud, druk),
        *_bezwaar(inhoud, druk),
        *_slot(inhoud, druk),
        PageBreak(),
        alinea("Bijlage 1 bij het besluit over uw plan", BIJ),
        *deel_een(inhoud, druk),
    ]
    if inhoud.uitkering:
        verhaal += [
            PageBreak(),
            alinea("Bijlage 2 bij het besluit over uw plan", BIJ),
            *deel_twee(inhoud, druk),
        ]
    verhaal += [*weggelaten(inhoud, druk), *_wetten(inhoud, druk)]

    def hoofd(doek: Canvas) -> None:
        teken_briefhoofd(doek, inhoud, druk, ONDERWERP)

    return zet(
        [Spacer(1, HOOG), *verhaal],
        Blad(
            titel=f"Besluit over het PIP, {versienaam(inhoud)}",
            voet=f"Kenmerk {versienaam(inhoud)}",
            kop=f"Gemeente {druk.gemeente.naam}",
            concept=is_concept(inhoud),
            eerste=hoofd,
        ),
    )


def _opening(inhoud: Pipinhoud, druk: Plandruk) -> list[Flowable]:
    """To whom, and what was decided."""
    uit = [
        alinea(f"Beste {inhoud.wie.naam.strip() or 'heer of mevrouw'},", TEKST),
        alinea(_besluit(inhoud), STERK),
        Spacer(1, 4),
        alinea(" ".join([*route_zinnen(inhoud), *_uren(inhoud)]), TEKST),
    ]
    if inhoud.wijzigreden is not None:
        uit.append(alinea(f"Wij veranderen uw plan. {wijziging(inhoud, druk)}", TEKST))
    bijlagen = "Uw plan staat in bijlage 1."
    if inhoud.uitkering:
        bijlagen += " U krijgt een uitkering. De afspraken daarover staan in bijlage 2."
    wet = f"Dit besluit rust op {WET[0].lower()}{WET[1:]}."
    return [*uit, alinea(f"{bijlagen} {wet} Alle wetsartikelen staan achteraan.", TEKST)]


def _besluit(inhoud: Pipinhoud) -> str:
    # The first plan starts the term, the day after; a later one holds from its own day on.
    begin = inhoud.data.dagtekening if inhoud.versie > 1 else inhoud.data.termijn_start
    vanaf = f" vanaf {dag(begin)}" if begin is not None else ""
    if inhoud.leerroute is None:
        return "Wij maken een plan voor uw inburgering. De route kiezen wij nog."
    if inhoud.versie > 1:
        return (
            f"Wij hebben besloten om uw plan te veranderen. Uw route is{vanaf} de {route(inhoud)}."
        )
    return f"Wij hebben besloten dat u{vanaf} inburgert via de {route(inhoud)}."


def _uren(inhoud: Pipinhoud) -> list[str]:
    uit = []
    if inhoud.lesuren_per_week:
        uit.append(f"U heeft {inhoud.lesuren_per_week} uur les per week.")
    if inhoud.participatie_uren_per_week:
        uit.append(f"U doet {inhoud.participatie_uren_per_week} uur per week mee.")
    return uit


def _waarom(inhoud: Pipinhoud, druk: Plandruk) -> list[Flowable]:
    return [
        kop("Waarom deze route?", TUSSENKOP),
        alinea(
            "Wij hebben met u gepraat in de brede intake, en wij hebben alle drie de routes "
            "bekeken. Dit vonden wij:"
        ),
        *weging(inhoud, druk),
    ]


def _data(inhoud: Pipinhoud) -> list[Flowable]:
    data = inhoud.data
    eind = laatste_dag(data.termijn_einde)
    paren = [
        ("Begin van uw inburgering", dag(data.termijn_start, "")),
        ("U bent klaar uiterlijk op", dag(eind, "")),
        ("Van route wisselen kan tot en met", dag(data.wisselen_tot_en_met, "")),
        ("MAP klaar (streefdag)", dag(data.map_streefdag, "")),
    ]
    if not any(waarde for _naam, waarde in paren):
        return []
    uit: list[Flowable] = [kop("Belangrijke dagen", TUSSENKOP), Spacer(1, 2), feiten(paren)]
    zinnen = []
    if data.voorlopig:
        zinnen.append("Deze dagen zijn voorlopig. DUO stuurt u een brief met de juiste einddatum.")
    if inhoud.versie > 1:
        zinnen.append("Uw einddatum verandert niet door deze nieuwe versie van het plan.")
    if zinnen:
        uit += [Spacer(1, 3), alinea(" ".join(zinnen), TEKST)]
    return [KeepTogether(uit)]


def _nu(inhoud: Pipinhoud, druk: Plandruk) -> list[Flowable]:
    """What happens next, and whom to call."""
    contact = inhoud.contact
    stappen = [
        "Wij geven uw route door aan DUO. DUO houdt bij hoe het gaat met uw inburgering.",
        "U krijgt ook Mijn plan: één bladzijde in uw eigen taal. De Nederlandse brief is het "
        "besluit.",
        "Wij praten met u over hoe het gaat. De afspraken daarover staan in uw plan.",
    ]
    bereik = " of ".join(
        deel
        for deel in (
            f"bel {contact.telefoon.strip()}" if contact.telefoon.strip() else "",
            f"mail naar {contact.email.strip()}" if contact.email.strip() else "",
        )
        if deel
    )
    vraag = "Heeft u een vraag, of lukt iets niet? Laat het ons weten. Wij denken met u mee."
    if contact.naam.strip():
        vraag += f" {contact.naam.strip()} is uw contactpersoon."
    if bereik:
        vraag += f" {bereik[0].upper()}{bereik[1:]}."
    return [
        CondPageBreak(45 * mm),
        kop("Wat gebeurt er nu?", TUSSENKOP),
        *opsomming(stappen, genummerd=True),
        alinea(vraag, TEKST),
    ]


def _bezwaar(inhoud: Pipinhoud, druk: Plandruk) -> list[Flowable]:
    """How to object: Awb 6:4 to 6:8, 6:16 and 8:81."""
    weken = f"binnen {druk.bezwaar_weken} weken na de dag waarop wij deze brief hebben verstuurd"
    tot = inhoud.data.bezwaar_tot_en_met
    if tot is not None:
        weken += f". Dat is uiterlijk op {dag(tot)}"
    adres = "\n".join(druk.gemeente.bezwaar_naar)
    return [
        CondPageBreak(50 * mm),
        kop("Bent u het niet eens met dit besluit?", TUSSENKOP),
        alinea(
            "Praat eerst met uw contactpersoon. Vaak vinden wij samen een oplossing. "
            f"U kunt ook bezwaar maken. Doe dat {weken}. Stuur een brief naar:"
        ),
        alinea(adres, STERK),
        Spacer(1, 5),
        KeepTogether(
            [
                alinea("In uw brief staat:", STRAK),
                *opsomming(
                    [
                        "uw naam en adres;",
                        "de datum waarop u de brief schrijft;",
                        f"het kenmerk van dit besluit: {versienaam(inhoud)};",
                        "waarom u het niet eens bent met het besluit;",
                        "uw handtekening.",
                    ]
                ),
            ]
        ),
        alinea(
            "Iemand mag u helpen met de brief, of de brief voor u schrijven. Uw plan geldt ook als "
            "u bezwaar maakt. Kunt u niet wachten op het antwoord op uw bezwaar? Dan kunt u de "
            "rechtbank vragen om een voorlopige voorziening: een snelle uitspraak van de rechter. "
            "Dat kan alleen als u ook bezwaar maakt, en het kost geld."
        ),
    ]


def _slot(inhoud: Pipinhoud, druk: Plandruk) -> list[Flowable]:
    """In whose name; who signs under which mandate."""
    regels: list[Flowable] = [
        Spacer(1, 8),
        alinea("Met vriendelijke groet,", STRAK),
        Spacer(1, 4),
        alinea(f"{druk.gemeente.namens},", STRAK),
        Spacer(1, 26),
    ]
    if is_concept(inhoud):
        regels.append(alinea("Dit is een concept. Het plan is nog niet vastgesteld.", OPVALLEND))
    else:
        regels.append(alinea(inhoud.vastgesteld_door, STERK))
        if inhoud.functie.strip():
            regels.append(alinea(inhoud.functie, STRAK))
        if inhoud.mandaat.strip():
            regels.append(alinea(f"Mandaat: {inhoud.mandaat.strip()}", BIJ))
    return [KeepTogether(regels)]


def _op_artikel(gronden: Iterable[str]) -> list[str]:
    """Law by law as they come, and within a law from the lowest article on."""
    per_wet: dict[str, list[tuple[int, str]]] = {}
    for grond in gronden:
        nummer, _van, wet = grond.partition(" van de ")
        eerste = re.search(r"\d+", nummer)
        per_wet.setdefault(wet, []).append((int(eerste.group()) if eerste else 0, grond))
    return [grond for van_een in per_wet.values() for _nr, grond in sorted(van_een)]


def _wetten(inhoud: Pipinhoud, druk: Plandruk) -> list[Flowable]:
    """The articles, once each and by number; the plan names them again at each paragraph."""
    delen = (1, 2) if inhoud.uitkering else (1,)
    gronden = dict.fromkeys(
        [
            f"{WET}.",
            *(
                f"{o.grondslag}."
                for o in druk.onderdelen
                if o.deel in delen and druk.regels(inhoud, o.code)
            ),
        ]
    )
    return [
        CondPageBreak(60 * mm),
        kop("Op welke wetten rust dit besluit?", TUSSENKOP),
        Spacer(1, 2),
        *opsomming([*_op_artikel(gronden), *AWB], vorm=BIJ),
    ]
