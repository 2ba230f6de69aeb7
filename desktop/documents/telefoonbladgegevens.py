"""What goes on the sheet for the interpreter on the telephone: questions only, nobody's answers."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from desktop.models.catalogus import Ambtswoord
from desktop.models.intake import BredeIntake
from desktop.models.prompts import Prompts, Tekst
from desktop.models.schermvragen import schermvragen
from desktop.models.tolkbeeld import (
    AFSLUITEN,
    DOMEINBESTAND,
    OEFENEN,
    OPENING,
    Tolkwoord,
    schermcode,
)
from desktop.models.vragen import VOLGORDE, Vraag, Vraagtype, Vragenlijst


@dataclass(frozen=True)
class Bladregel:
    """One line: a code (empty under a question), and the text in both languages."""

    code: str
    tekst: Tekst
    optie: bool = False
    """Something to answer with, under its question."""


@dataclass(frozen=True)
class Bladdeel:
    """A part of the sheet under one heading. Lines of one question stand together."""

    titel: Tekst
    vragen: tuple[tuple[Bladregel, ...], ...]
    domein: str = ""


@dataclass(frozen=True)
class Telefoonblad:
    """The whole sheet."""

    taal: str
    """Dutch name of the language."""
    eigen_naam: str
    rechts_naar_links: bool
    tweetalig: bool
    delen: tuple[Bladdeel, ...]
    woorden: tuple[Tolkwoord, ...]


def geplande_domeinen(intake: BredeIntake) -> tuple[str, ...]:
    """The domains that will be spoken of."""
    weg = {overslag.domein for overslag in intake.overslagen}
    return tuple(code for code in VOLGORDE if code not in weg)


def telefoonblad_uit(
    lijst: Vragenlijst,
    domeinen: Collection[str],
    prompts: Prompts,
    ambtswoorden: Iterable[Ambtswoord],
) -> Telefoonblad:
    """Builds the sheet from the question list alone: there is no intake that it could tell of."""
    bestanden = {DOMEINBESTAND[code] for code in domeinen if code in DOMEINBESTAND}
    per_code = {domein.code: domein for domein in lijst.domeinen}
    volgorde = [code for code in VOLGORDE if code in domeinen and code in per_code]
    delen = [_zinnen("welkom.titel", _OPENING, prompts)]
    for code in volgorde:
        domein = per_code[code]
        delen.append(
            Bladdeel(
                prompts.tekst(f"{code}.titel", domein.titel_client),
                tuple(_vraag(v, prompts) for v in domein.vragen if not v.oordeel),
                code,
            )
        )
    delen.append(_zinnen("afsluiting.titel", AFSLUITEN, prompts))
    return Telefoonblad(
        taal=prompts.taal.naam,
        eigen_naam=prompts.taal.eigen_naam,
        rechts_naar_links=prompts.taal.rechts_naar_links,
        tweetalig=prompts.taal.tag != "nl",
        delen=tuple(delen),
        woorden=tuple(
            Tolkwoord(w.woord, prompts.tekst(w.code, w.uitleg))
            for w in ambtswoorden
            if not w.domeinen or bestanden & set(w.domeinen)
        ),
    )


_TAAL = ("taal.zin", "taal.vraag", "taal.wat-dan")
_KEUZES = {
    "taal.vraag": ("taal.goed", "taal.beetje", "taal.niet"),
    "taal.wat-dan": (
        "taal.andere-taal",
        "taal.ander-dialect",
        "taal.andere-tolk",
        "taal.langzaam",
    ),
    "oefenen.raak": (
        "oefenen.vraag",
        "oefenen.thee",
        "oefenen.koffie",
        "oefenen.water",
        "oefenen.melk",
    ),
}
_OPENING = (
    "welkom.tekst",
    OPENING[0],
    *_TAAL,
    *OPENING[2:],
    *OEFENEN,
    "oefenen.goed",
    "alleen.vraag",
    "antwoord.weet-niet",
    "antwoord.zeg-niet",
    "antwoord.stop",
    "pauze.tekst",
    "wacht.titel",
)


def _zinnen(titel: str, contexten: Iterable[str], prompts: Prompts) -> Bladdeel:
    return Bladdeel(
        prompts.scherm(titel),
        tuple(
            (
                Bladregel(schermcode(context), prompts.scherm(context)),
                *(
                    Bladregel("", prompts.scherm(keuze), optie=True)
                    for keuze in _KEUZES.get(context, ())
                ),
            )
            for context in contexten
        ),
    )


def _vraag(vraag: Vraag, prompts: Prompts) -> tuple[Bladregel, ...]:
    """The question, and under it everything that the client can point at or be asked further."""
    regels = [Bladregel(vraag.code, prompts.tekst(vraag.context, vraag.tekst))]
    paginas = schermvragen(vraag, vraag.keuzecodes, kinderen=1)
    gezien: set[tuple[str, bool]] = {(vraag.context, False)}

    def erbij(context: str, nederlands: str, *, optie: bool) -> None:
        if (context, optie) not in gezien:
            gezien.add((context, optie))
            regels.append(Bladregel("", prompts.tekst(context, nederlands), optie=optie))

    for pagina in paginas:
        nieuw = any((context, False) not in gezien for context, _nl in pagina.titel_context)
        if nieuw and pagina.voorvoegsel and "." not in pagina.voorvoegsel and not vraag.raster:
            # Another question of its own: its options are said again.
            gezien -= {sleutel for sleutel in gezien if sleutel[1]}
        for context, nederlands in pagina.titel_context:
            erbij(context, nederlands, optie=False)
        for _code, context, nederlands, _beeld in pagina.tegels:
            erbij(context, nederlands, optie=True)
    if not paginas:
        if vraag.type is Vraagtype.YN:
            for code in ("ja", "nee"):
                regels.append(Bladregel("", prompts.scherm(f"antwoord.{code}"), optie=True))
        for keuze in vraag.opties:
            erbij(keuze.context, keuze.tekst, optie=True)
    return tuple(regels)
