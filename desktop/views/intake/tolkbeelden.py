"""Which view the interpreter gets at a place of the talk, made where the client's screen is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from desktop import catalogi
from desktop.models.antwoord import Antwoord, Antwoordstatus
from desktop.models.clientbeeld import maak_tegels
from desktop.models.deeldatum import Deeldatum
from desktop.models.gespreksgang import buur, eerst_alleen, schermen, tolk_hoorde
from desktop.models.prompts import Prompts, Tekst, Vertaalstatus
from desktop.models.schermvragen import Schermvraag, gekozen_op
from desktop.models.tijdzone import kalenderdag
from desktop.models.tolk import Verstaan, Vervolg
from desktop.models.tolkbeeld import (
    AFSLUITEN,
    OEFENEN,
    OPENING,
    Daarna,
    Tolkbeeld,
    Tolkoptie,
    Tolksoort,
    Tolkwoord,
    schermcode,
    woorden_voor,
)
from desktop.models.vragen import Vraag, Vraagtype
from desktop.views.intake.beelden import Kader, met_tolk
from desktop.views.intake.plek import Blad, Plek

_NIET_GEZEGD = {
    Antwoordstatus.WEET_NIET: "antwoord.weet-niet",
    Antwoordstatus.ZEG_NIET: "antwoord.zeg-niet",
    Antwoordstatus.LATER: "antwoord.later",
}


def tolkbeeld_op(plek: Plek, kader: Kader, gang: Sequence[str]) -> Tolkbeeld:
    """The interpreter's view; `gang` are the questions that count, in order."""
    beeld = _beeld(plek, kader, tuple(gang))
    return replace(beeld, oefening=kader.intake.dossier.oefening)


def _beeld(plek: Plek, kader: Kader, gang: tuple[str, ...]) -> Tolkbeeld:
    prompts = kader.prompts
    if plek.pauze:
        zinnen = (prompts.scherm("pauze.titel"), prompts.scherm("pauze.tekst"))
        return Tolkbeeld(Tolksoort.PAUZE, zinnen=zinnen)
    if kader.notitie:
        return _wacht(prompts)
    if plek.oefenstap:
        return _oefening(plek, kader, gang)
    if plek.blad is Blad.PLAN:
        return Tolkbeeld(
            Tolksoort.ZIN,
            code=schermcode("welkom.titel"),
            zinnen=(prompts.scherm("welkom.titel"), prompts.scherm("welkom.tekst")),
            daarna=_zin_daarna(OPENING[0], prompts),
            woorden=_woorden("", prompts),
        )
    if plek.blad is Blad.OPENING and plek.punt:
        return _opening(plek, kader)
    if plek.blad is Blad.AFSLUITEN and plek.plaatjes:
        return Tolkbeeld(Tolksoort.ZIN, zinnen=_plaatjes(plek, prompts))
    if plek.blad is Blad.AFSLUITEN and plek.punt:
        return _rij(f"afsluiting.{plek.punt}", AFSLUITEN, prompts)
    if plek.blad is Blad.GESPREK and not kader.intake.gesloten:
        return _vraag(plek, kader, gang)
    return _wacht(prompts)


def _plaatjes(plek: Plek, prompts: Prompts) -> tuple[Tekst, ...]:
    """Trying out pictograms. What a picture means is not said to the interpreter either."""
    if plek.plaatje == 0:
        return (prompts.scherm("plaatjes.titel"), prompts.scherm("plaatjes.uitleg"))
    klaar = plek.plaatje > len(plek.plaatjes)
    return (prompts.scherm("plaatjes.dank" if klaar else "plaatjes.vraag"),)


def _wacht(prompts: Prompts, daarna: Daarna | None = None) -> Tolkbeeld:
    """A judgement, a note, or nothing to say: calm, and without a word of what it is."""
    zinnen = (prompts.scherm("wacht.titel"), prompts.scherm("wacht.tekst"))
    return Tolkbeeld(Tolksoort.WACHT, zinnen=zinnen, daarna=daarna)


def _woorden(domein: str, prompts: Prompts) -> tuple[Tolkwoord, ...]:
    return woorden_voor(domein, catalogi.ambtswoorden(), prompts)


def _zin_daarna(context: str, prompts: Prompts) -> Daarna:
    return Daarna(schermcode(context), prompts.scherm(context))


def _rij(context: str, rij: tuple[str, ...], prompts: Prompts) -> Tolkbeeld:
    """One of a row of sentences, and the next one of that row."""
    verder = rij.index(context) + 1 if context in rij else len(rij)
    return Tolkbeeld(
        Tolksoort.ZIN,
        code=schermcode(context),
        zinnen=(prompts.scherm(context),),
        daarna=_zin_daarna(rij[verder], prompts) if verder < len(rij) else None,
        woorden=_woorden("", prompts),
    )


def _opening(plek: Plek, kader: Kader) -> Tolkbeeld:
    context = f"opening.{plek.punt}"
    if context == "opening.tolk" and met_tolk(kader.intake):
        return _taalcheck(plek, kader)
    beeld = _rij(context, OPENING, kader.prompts)
    if beeld.daarna is None:
        return replace(beeld, daarna=_zin_daarna(OEFENEN[0], kader.prompts))
    return beeld


def _taalcheck(plek: Plek, kader: Kader) -> Tolkbeeld:
    """The sentence to say, then what the client is asked about it."""
    prompts, zitting = kader.prompts, kader.intake.lopende_zitting
    check = zitting.laatste_taalcheck if zitting is not None and not plek.taal_opnieuw else None
    vraag, keuzes, gekozen = "taal.vraag", [v.value for v in Verstaan], ""
    if check is not None:
        gekozen = check.uitkomst.value
        if check.uitkomst is not Verstaan.GOED:
            vraag, keuzes = "taal.wat-dan", [v.value for v in Vervolg]
            gekozen = check.vervolg.value if check.vervolg else ""
    return Tolkbeeld(
        Tolksoort.ZIN,
        code=schermcode(vraag),
        zinnen=(prompts.scherm("taal.zin"), prompts.scherm(vraag)),
        opties=tuple(Tolkoptie(prompts.scherm(f"taal.{k}"), k == gekozen) for k in keuzes),
        daarna=_zin_daarna("opening.geheim", prompts),
        woorden=_woorden("", prompts),
    )


def _oefening(plek: Plek, kader: Kader, gang: tuple[str, ...]) -> Tolkbeeld:
    prompts, context = kader.prompts, f"oefenen.{plek.oefenstap}"
    beeld = _rij(context, OEFENEN, prompts)
    if plek.oefenstap in ("raak", "anders"):
        beeld = replace(beeld, zinnen=(prompts.scherm("oefenen.vraag"), *beeld.zinnen))
    if beeld.daarna is None:
        return replace(beeld, daarna=_vraag_daarna(kader, gang, plek.vraag, hier=True))
    return beeld


def _vraag_daarna(
    kader: Kader, gang: tuple[str, ...], code: str, *, hier: bool = False
) -> Daarna | None:
    """The next thing to say: a judgement is passed over, for nobody says it."""
    prompts, lijst = kader.prompts, kader.lijst
    volgende: str | None = code if hier else buur(gang, lijst, code, +1)
    while volgende is not None and lijst.vragen[volgende].oordeel:
        volgende = buur(gang, lijst, volgende, +1)
    if volgende is None:
        return _zin_daarna(AFSLUITEN[0], prompts)
    vraag = lijst.vragen[volgende]
    if vraag.alleen:
        # Somebody who still sits at the table may read along: only that it is asked alone.
        return Daarna(vraag.code, prompts.scherm("alleen.vraag"))
    return Daarna(vraag.code, prompts.tekst(vraag.context, vraag.tekst))


def _vraag(plek: Plek, kader: Kader, gang: tuple[str, ...]) -> Tolkbeeld:
    intake, prompts = kader.intake, kader.prompts
    vraag = kader.lijst.vragen[plek.vraag]
    daarna = _vraag_daarna(kader, gang, vraag.code)
    if eerst_alleen(intake, vraag, kader.vandaag):
        return Tolkbeeld(
            Tolksoort.ZIN,
            code=schermcode("alleen.vraag"),
            zinnen=(prompts.scherm("alleen.vraag"),),
            daarna=daarna,
        )
    if vraag.oordeel or any(o.domein == vraag.domein for o in intake.overslagen):
        return _wacht(prompts, daarna)
    domein = kader.lijst.domein(vraag.domein)
    antwoord = intake.antwoorden.get(vraag.code)
    if antwoord is not None and not tolk_hoorde(
        intake, vraag, antwoord, _dag_van(antwoord), kader.vandaag
    ):
        antwoord = None
    zinnen, opties = _te_zeggen(plek, vraag, antwoord, kader)
    return Tolkbeeld(
        Tolksoort.VRAAG,
        code=vraag.code,
        domein=domein.code,
        domeintitel=prompts.tekst(f"{domein.code}.titel", domein.titel_client),
        zinnen=zinnen,
        opties=opties,
        antwoord=_los_antwoord(vraag, antwoord, prompts),
        daarna=daarna,
        woorden=_woorden(domein.code, prompts),
    )


def _dag_van(antwoord: Antwoord) -> date | None:
    """The day on which it was given, here."""
    return None if antwoord.op is None else kalenderdag(antwoord.op)


def _te_zeggen(
    plek: Plek, vraag: Vraag, antwoord: Antwoord | None, kader: Kader
) -> tuple[tuple[Tekst, ...], tuple[Tolkoptie, ...]]:
    """The question and its options: of the page that the client has, else of the question."""
    prompts = kader.prompts
    paginas = schermen(kader.intake, vraag)
    if paginas:
        scherm = paginas[min(plek.scherm, len(paginas) - 1)]
        zinnen = tuple(prompts.tekst(context, nl) for context, nl in scherm.titel_context)
        return zinnen, _opties(scherm, antwoord, prompts)
    gekozen = antwoord.opties if antwoord is not None else ()
    opties = tuple(
        Tolkoptie(prompts.tekst(o.context, o.tekst), o.code in gekozen) for o in vraag.opties
    )
    if vraag.type is Vraagtype.YN:
        opties = tuple(
            Tolkoptie(prompts.scherm(f"antwoord.{code}"), code in gekozen) for code in ("ja", "nee")
        )
    return (prompts.tekst(vraag.context, vraag.tekst),), opties


def _opties(
    scherm: Schermvraag, antwoord: Antwoord | None, prompts: Prompts
) -> tuple[Tolkoptie, ...]:
    gekozen = gekozen_op(
        scherm, antwoord.opties if antwoord else (), antwoord.delen if antwoord else {}
    )
    return tuple(
        Tolkoptie(tegel.tekst, tegel.gekozen) for tegel in maak_tegels(scherm, gekozen, prompts)
    )


def _los_antwoord(vraag: Vraag, antwoord: Antwoord | None, prompts: Prompts) -> tuple[Tekst, ...]:
    """What is no option. What the klantmanager typed in words stays with the klantmanager."""
    if antwoord is None:
        return ()
    if antwoord.status in _NIET_GEZEGD:
        return (prompts.scherm(_NIET_GEZEGD[antwoord.status]),)
    if antwoord.waarde is None or antwoord.status is not Antwoordstatus.BEANTWOORD:
        return ()
    if vraag.type is Vraagtype.NUM:
        getal = prompts.getal(int(antwoord.waarde)) if antwoord.waarde.isdigit() else ""
        return (Tekst(getal or antwoord.waarde, antwoord.waarde, Vertaalstatus.BRON),)
    if vraag.type is Vraagtype.DATE:
        datum = Deeldatum.van_iso(antwoord.waarde).nederlands()
        return (Tekst(datum, datum, Vertaalstatus.BRON),)
    return ()
