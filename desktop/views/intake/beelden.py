"""Which screen the client sees at a place of the talk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from desktop.models.clientbeeld import (
    Beeldsoort,
    Clientbeeld,
    LaatsteAntwoord,
    Tegel,
    beeld_van_vraag,
    maak_tegels,
    pauzebeeld,
    tekstbeeld,
    wachtbeeld,
)
from desktop.models.gespreksgang import eerst_alleen, mag_terugzien, schermen
from desktop.models.intake import BredeIntake
from desktop.models.prompts import Prompts, Tekst, Vertaalstatus
from desktop.models.schermvragen import Schermvraag, gekozen_op
from desktop.models.tolk import Verstaan, Vervolg
from desktop.models.tolkbeeld import schermcode
from desktop.models.vragen import Vraag, Vraagtype, Vragenlijst
from desktop.models.zitting import Tolkwijze
from desktop.views.intake.plek import Blad, Plek

OEFENSTAPPEN = ("raak", "anders", "weet-niet", "stop")
"""What the client tries before the first question: touch, change, don't know, stop."""

_OEFENTEGELS = ("thee", "koffie", "water", "melk")


@dataclass(frozen=True)
class Kader:
    """What the screen is made from, besides the place."""

    intake: BredeIntake
    lijst: Vragenlijst
    prompts: Prompts
    vandaag: date
    notitie: bool = False
    """The klantmanager is writing a note."""


def beeld_op(plek: Plek, kader: Kader) -> Clientbeeld:
    """The client's screen at this place."""
    oefening = kader.intake.dossier.oefening
    if plek.pauze:
        return pauzebeeld(kader.prompts, oefening=oefening)
    if kader.notitie:
        return wachtbeeld(kader.prompts, oefening=oefening)
    if plek.oefenstap:
        return oefenbeeld(plek, kader.prompts, oefening=oefening)
    if plek.blad is Blad.OPENING and plek.punt == "tolk" and met_tolk(kader.intake):
        return taalbeeld(plek, kader)
    if plek.blad is Blad.OPENING and plek.punt:
        return tekstbeeld(kader.prompts, f"opening.{plek.punt}", oefening=oefening)
    if plek.blad is Blad.AFSLUITEN and plek.plaatjes:
        return plaatjesbeeld(plek, kader.prompts, oefening=oefening)
    if plek.blad is Blad.AFSLUITEN and plek.punt:
        return tekstbeeld(kader.prompts, f"afsluiting.{plek.punt}", oefening=oefening)
    if plek.blad is Blad.PLAN:
        welkom = tekstbeeld(kader.prompts, "welkom.titel", oefening=oefening)
        return replace(welkom, uitleg=kader.prompts.scherm("welkom.tekst"))
    if plek.blad is Blad.GESPREK and not kader.intake.gesloten:
        return _vraagbeeld(plek, kader)
    return wachtbeeld(kader.prompts, oefening=oefening)


def _vraagbeeld(plek: Plek, kader: Kader) -> Clientbeeld:
    intake, lijst, prompts = kader.intake, kader.lijst, kader.prompts
    oefening = intake.dossier.oefening
    vraag = lijst.vragen[plek.vraag]
    if eerst_alleen(intake, vraag, kader.vandaag):
        return tekstbeeld(prompts, "alleen.vraag", oefening=oefening)
    if any(overslag.domein == vraag.domein for overslag in intake.overslagen):
        return wachtbeeld(prompts, oefening=oefening)
    paginas = schermen(intake, vraag)
    scherm = paginas[min(plek.scherm, len(paginas) - 1)] if paginas else None
    beeld = beeld_van_vraag(
        intake,
        vraag,
        prompts,
        domein_pictogram=lijst.domein(vraag.domein).pictogram,
        scherm=scherm,
        pagina=plek.pagina,
        laatste=_laatste(plek, vraag, kader),
        oefening=oefening,
    )
    if beeld.soort is Beeldsoort.VRAAG and scherm is not None and scherm.voorvoegsel:
        # A part is answered when something on its own page is chosen.
        op_pagina = any(tegel.gekozen for tegel in beeld.tegels)
        beeld = replace(beeld, beantwoord=op_pagina or beeld.weet_niet or beeld.zeg_niet)
    return beeld


def _laatste(plek: Plek, nu: Vraag, kader: Kader) -> LaatsteAntwoord | None:
    vraag = kader.lijst.vragen.get(plek.laatste)
    if vraag is None or vraag.code == nu.code or not mag_terugzien(vraag, nu):
        return None
    antwoord = kader.intake.antwoorden.get(vraag.code)
    if antwoord is None or not antwoord.gegeven:
        return None
    return LaatsteAntwoord(
        vraag.code,
        kader.prompts.tekst(vraag.context, vraag.tekst),
        _gekozen_tegels(vraag, kader),
    )


def _gekozen_tegels(vraag: Vraag, kader: Kader) -> tuple[Tegel, ...]:
    antwoord = kader.intake.antwoorden[vraag.code]
    tegels: list[Tegel] = []
    paginas: tuple[Schermvraag, ...] = schermen(kader.intake, vraag)
    for scherm in paginas:
        gekozen = gekozen_op(scherm, antwoord.opties, antwoord.delen)
        alle = maak_tegels(
            scherm,
            gekozen,
            kader.prompts,
            geordend=vraag.geordend and not scherm.voorvoegsel,
        )
        tegels += [tegel for tegel in alle if tegel.gekozen]
    if not tegels:
        for code, aan in (("weet-niet", "weet_niet"), ("zeg-niet", "zeg_niet")):
            if antwoord.status.value == aan:
                tegels.append(
                    Tegel(code, kader.prompts.scherm(f"antwoord.{code}"), code, gekozen=True)
                )
    if not tegels and vraag.type is Vraagtype.NUM and antwoord.waarde is not None:
        getal = Tekst(antwoord.waarde, antwoord.waarde, Vertaalstatus.BRON)
        beeld = kader.lijst.domein(vraag.domein).pictogram
        tegels.append(Tegel("getal", getal, beeld, gekozen=True))
    return tuple(tegels)


_VERSTAAN = tuple((v, f"taal.{v}") for v in Verstaan)
_VERVOLG = tuple((v, f"taal.{v}") for v in Vervolg)


def met_tolk(intake: BredeIntake) -> bool:
    """An interpreter takes part in this sitting."""
    zitting = intake.lopende_zitting
    return zitting is not None and zitting.tolk_wijze is not Tolkwijze.GEEN


def taalbeeld(plek: Plek, kader: Kader) -> Clientbeeld:
    """Did you understand the interpreter? When not well: what would help?"""
    prompts, zitting = kader.prompts, kader.intake.lopende_zitting
    check = zitting.laatste_taalcheck if zitting is not None and not plek.taal_opnieuw else None

    def tegels(waarden: Sequence[tuple[str, str]], gekozen: str | None) -> tuple[Tegel, ...]:
        return tuple(
            Tegel(
                waarde,
                prompts.scherm(context),
                prompts.pictogram(context) or "anders",
                gekozen=waarde == gekozen,
            )
            for waarde, context in waarden
        )

    eerste = tegels(_VERSTAAN, check.uitkomst if check else None)
    vraag, laatste = "taal.vraag", None
    if check is not None and check.uitkomst is not Verstaan.GOED:
        gekozen = tuple(tegel for tegel in eerste if tegel.gekozen)
        laatste = LaatsteAntwoord(vraag, prompts.scherm(vraag), gekozen)
        vraag, eerste = "taal.wat-dan", tegels(_VERVOLG, check.vervolg)
    return Clientbeeld(
        Beeldsoort.TAALCHECK,
        titel=prompts.scherm(vraag),
        pictogram="tolk",
        tegels=eerste,
        mag_niet_antwoorden=False,
        laatste=laatste,
        oefenbeeld=kader.intake.dossier.oefening,
        code=schermcode(vraag),
    )


def plaatjesbeeld(plek: Plek, prompts: Prompts, *, oefening: bool) -> Clientbeeld:
    """Trying out pictograms: one large picture without the word for it, before and after a line."""
    if plek.plaatje == 0:
        beeld = tekstbeeld(prompts, "plaatjes.titel", oefening=oefening)
        return replace(beeld, uitleg=prompts.scherm("plaatjes.uitleg"))
    if plek.plaatje > len(plek.plaatjes):
        return tekstbeeld(prompts, "plaatjes.dank", oefening=oefening)
    naam = plek.plaatjes[plek.plaatje - 1]
    return tekstbeeld(prompts, "plaatjes.vraag", pictogram=naam, oefening=oefening)


def oefenbeeld(plek: Plek, prompts: Prompts, *, oefening: bool) -> Clientbeeld:
    """One step of the practice page; when it went well the screen says so."""
    stap, keuze = plek.oefenstap, plek.oefenkeuze
    gelukt = bool(keuze) and keuze != plek.oefenbegin
    opdracht = f"oefenen.{stap}"
    uitleg = prompts.scherm("oefenen.goed" if gelukt else opdracht)
    titel = prompts.scherm(opdracht)
    tegels: tuple[Tegel, ...] = ()
    if stap in ("raak", "anders"):
        titel = prompts.scherm("oefenen.vraag")
        tegels = tuple(
            Tegel(
                code,
                prompts.scherm(f"oefenen.{code}"),
                prompts.pictogram(f"oefenen.{code}") or code,
                gekozen=code == keuze,
            )
            for code in _OEFENTEGELS
        )
    return Clientbeeld(
        Beeldsoort.OEFENEN,
        titel=titel,
        uitleg=uitleg if tegels or gelukt else None,
        pictogram=prompts.pictogram(opdracht),
        tegels=tegels,
        weet_niet=keuze == "weet-niet",
        zeg_niet=keuze == "zeg-niet",
        beantwoord=gelukt,
        oefenbeeld=oefening,
        code=schermcode(opdracht),
    )
