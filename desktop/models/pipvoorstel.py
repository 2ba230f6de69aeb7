"""The plan's first draft: sentences from the intake's own answers, each with its origin.

Nothing here chooses a route or weighs anybody. A shielded answer is never read
(domain.md 7.5); health answers give only what works or what is needed, and are marked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from desktop.models.afsluitvoorstel import voorstel as afsluitvoorstel
from desktop.models.antwoord import Antwoord, Antwoordstatus
from desktop.models.antwoordtekst import antwoordregels
from desktop.models.basis import vaste_id
from desktop.models.deeldatum import Deeldatum
from desktop.models.intake import BredeIntake
from desktop.models.pipinhoud import Afkomst, Pipinhoud, Regel
from desktop.models.pipkader import Pipkader
from desktop.models.pipzinnen import Zin
from desktop.models.voortgang import telt_mee
from desktop.models.vragen import BESLOTEN_DOMEINEN, Vraag, Vraagtype, Vragenlijst
from desktop.models.woordkeus import gevoelig
from desktop.taal import in_het_nederlands

STERK = "sterk_punt"
_PLEK = re.compile(r"\{(\w+)\}")


def voorstellen(
    intake: BredeIntake, lijst: Vragenlijst, kader: Pipkader, *, uitkering: bool = False
) -> tuple[Regel, ...]:
    """Proposals from answers, scores, strengths, wishes and agreements, in the plan's order.

    What two answers lead to stands there once. Part 2 only with a benefit. Of the strengths,
    somebody's own words come first, then what matters for work and language.
    """
    with in_het_nederlands():
        alle = [
            *_uit_antwoorden(intake, lijst, kader),
            *_uit_scores(intake, lijst, kader),
            *_uit_afsluiting(intake, lijst, kader),
        ]
    uit: dict[tuple[str, str], Regel] = {}
    for regel in alle:
        if regel.deel == 1 or uitkering:
            uit.setdefault((regel.onderdeel, regel.tekst), regel)
    return tuple(
        sorted(uit.values(), key=lambda r: (kader.plaats(r.onderdeel), _voorrang(r, kader)))
    )


def _voorrang(regel: Regel, kader: Pipkader) -> int:
    vooraan = kader.zinnen.sterk_vooraan
    if regel.onderdeel != STERK or regel.afkomst.soort == STERK:
        return -1
    return vooraan.index(regel.afkomst.code) if regel.afkomst.code in vooraan else len(vooraan)


def over_te_nemen(regels: Iterable[Regel], inhoud: Pipinhoud, kader: Pipkader) -> tuple[Regel, ...]:
    """What one press takes over: no health, and of strengths no more than a reader takes in.

    Nor that the municipality pays, for a plan that is without ontzorgen.
    """
    plek = kader.beleid.sterke_punten - len(inhoud.bij(STERK))
    uit: list[Regel] = []
    for regel in regels:
        if regel.gezondheid or (regel.onderdeel == STERK and plek <= 0):
            continue
        if not inhoud.ontzorgen and kader.onderdeel(regel.onderdeel).hoort_bij_ontzorgen:
            continue
        plek -= regel.onderdeel == STERK
        uit.append(regel)
    return tuple(uit)


def hoofddoelvoorstel(intake: BredeIntake, lijst: Vragenlijst, kader: Pipkader) -> str:
    """The main goal that goes with the wish for three years; empty when it is not clear yet."""
    gegeven = _gegeven(intake, lijst, "RE04")
    if gegeven is None:
        return ""
    return next((kader.zinnen.hoofddoel.get(o, "") for o in gegeven[1].opties), "")


def mag_voorstellen(tekst: str, kader: Pipkader) -> bool:
    """False for somebody's own text that seems to hold a BSN, an illness or a belief."""
    return not gevoelig(tekst, kader.woorden)


def _gegeven(intake: BredeIntake, lijst: Vragenlijst, code: str) -> tuple[Vraag, Antwoord] | None:
    """The question with its real answer, where both are there and it may be read."""
    vraag = lijst.vragen.get(code)
    if vraag is None or vraag.afgeschermd:
        return None
    antwoord = telt_mee(intake, vraag, lijst)
    if antwoord is None or antwoord.status is not Antwoordstatus.BEANTWOORD:
        return None
    return vraag, antwoord


# From answers


def _uit_antwoorden(intake: BredeIntake, lijst: Vragenlijst, kader: Pipkader) -> Iterator[Regel]:
    for zin in kader.zinnen.bij_vraag:
        gegeven = _gegeven(intake, lijst, zin.vraag)
        if gegeven is None or not _past(zin, gegeven[1]):
            continue
        vraag, antwoord = gegeven
        tekst = _vul(zin, vraag, antwoord, kader)
        if tekst:
            domein = zin.doelcode[5:7].upper() if zin.doelcode else vraag.domein
            yield Regel(
                id=vaste_id("pipvoorstel", intake.id, zin.code),
                onderdeel=zin.onderdeel,
                tekst=tekst,
                deel=kader.onderdeel(zin.onderdeel).deel,
                domein=domein,
                doelcode=zin.doelcode,
                wie=zin.wie,
                hoe=zin.hoe,
                gezondheid=vraag.gezondheid or domein in BESLOTEN_DOMEINEN,
                afkomst=_afkomst("antwoord", vraag, antwoord),
            )


def _afkomst(soort: str, vraag: Vraag, antwoord: Antwoord) -> Afkomst:
    """The choice in words, without what was typed beside it.

    The plan is read by more people than the answers are: of health it says only which
    question, and who may read that finds the answer in the intake (domain.md 7.6).
    """
    tekst = ""
    if not vraag.gezondheid:
        keuze = antwoord.opties or antwoord.waarde
        regels = antwoordregels(vraag, antwoord)
        tekst = regels[0] if keuze else "; ".join(regels)
    return Afkomst(soort, antwoord.id, vraag.code, tekst)


def _past(zin: Zin, antwoord: Antwoord) -> bool:
    if any(str(antwoord.delen.get(deel)) == waarde for deel, waarde in zin.behalve.items()):
        return False
    if zin.optie:
        return not zin.optie.isdisjoint(antwoord.opties)
    if zin.deel:
        return str(antwoord.delen.get(zin.deel)) in zin.is_
    if zin.kolom:
        return any(_cellen(zin, antwoord.delen))
    if zin.minimaal is not None:
        waarde = antwoord.waarde or ""
        return waarde.isdecimal() and int(waarde) >= zin.minimaal
    return True


def _cellen(zin: Zin, delen: Mapping[str, object]) -> Iterator[str]:
    """Rows whose cell in the column says what the sentence asks for."""
    for sleutel, waarde in delen.items():
        rij, punt, kolom = sleutel.rpartition(".")
        if punt and kolom == zin.kolom and str(waarde) in zin.is_:
            yield rij


def _vul(zin: Zin, vraag: Vraag, antwoord: Antwoord, kader: Pipkader) -> str:
    """The sentence with its places filled, or `anders`, or nothing."""
    waarden = _waarden(zin, vraag, antwoord, kader)
    for tekst in (zin.tekst, zin.anders):
        if all(waarden.get(plek) for plek in _PLEK.findall(tekst)):
            return tekst.format(**waarden)
    return ""


def _waarden(zin: Zin, vraag: Vraag, antwoord: Antwoord, kader: Pipkader) -> dict[str, str]:
    rijen = set(_cellen(zin, antwoord.delen)) if zin.kolom else set(antwoord.opties)
    uit = {"woord": _opsomming([w for code, w in zin.woord.items() if code in rijen])}
    if vraag.type is Vraagtype.NUM:
        uit["waarde"] = antwoord.waarde or ""
    if vraag.type is Vraagtype.TEXT and mag_voorstellen(antwoord.waarde or "", kader):
        uit["vrij"] = (antwoord.waarde or "").strip()
    if aan := sum(waarde is True for waarde in antwoord.delen.values()):
        uit["aantal"] = str(aan)
    for deel in vraag.delen:
        waarde = antwoord.delen.get(deel.code)
        if waarde is None:
            continue
        if deel.type is Vraagtype.NUM:
            uit[deel.code] = str(waarde)
        elif deel.type is Vraagtype.DATE:
            uit[deel.code] = _datum(str(waarde))
    return uit


def _datum(tekst: str) -> str:
    try:
        return Deeldatum.van_iso(tekst).nederlands()
    except ValueError:
        return ""


def _opsomming(woorden: list[str]) -> str:
    """`koken, bakken en naaien`."""
    if len(woorden) < 2:
        return "".join(woorden)
    return f"{', '.join(woorden[:-1])} en {woorden[-1]}"


# From scores and the closing


def _uit_scores(intake: BredeIntake, lijst: Vragenlijst, kader: Pipkader) -> Iterator[Regel]:
    for domein in lijst.domeinen:
        for vraag in domein.vragen:
            gegeven = _gegeven(intake, lijst, vraag.code)
            if gegeven is None or vraag.type is not Vraagtype.SCALE:
                continue
            antwoord = gegeven[1]
            for score in antwoord.opties:
                if zin := kader.zinnen.scores.get(score):
                    yield Regel(
                        id=vaste_id("pipvoorstel", intake.id, vraag.code),
                        onderdeel="zelfredzaamheid",
                        tekst=zin.format(domein=domein.titel),
                        domein=domein.code,
                        gezondheid=vraag.gezondheid,
                        afkomst=_afkomst("score", vraag, antwoord),
                    )


def _uit_afsluiting(intake: BredeIntake, lijst: Vragenlijst, kader: Pipkader) -> Iterator[Regel]:
    """What was written in the closing, as far as it says more than the answers do."""
    vanzelf = afsluitvoorstel(intake, lijst)
    for veld, onderdeel, soort, begin in (
        ("sterke_punten", STERK, STERK, ""),
        ("wens_een_jaar", "ontwikkelwens", "wens", "Over één jaar: "),
        ("wens_drie_jaar", "ontwikkelwens", "wens", "Over drie jaar: "),
    ):
        geschreven = getattr(intake, veld)
        if geschreven.strip() == getattr(vanzelf, veld):
            continue
        for n, regel in enumerate(filter(None, map(str.strip, geschreven.splitlines()))):
            if mag_voorstellen(regel, kader):
                yield Regel(
                    id=vaste_id("pipvoorstel", intake.id, veld, str(n)),
                    onderdeel=onderdeel,
                    tekst=f"{begin}{regel}",
                    afkomst=Afkomst(soort, intake.id, veld, regel),
                )
    for afspraak in intake.afspraken:
        wat = afspraak.wat.strip()
        if wat and mag_voorstellen(f"{wat} {afspraak.wie}", kader):
            yield Regel(
                id=vaste_id("pipvoorstel", intake.id, "afspraak", afspraak.id),
                onderdeel="afspraak",
                tekst=wat,
                wie=afspraak.wie.strip(),
                wanneer=afspraak.datum,
                afkomst=Afkomst("afspraak", afspraak.id, "", wat),
            )
