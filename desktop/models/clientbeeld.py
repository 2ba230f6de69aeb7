"""What the client's screen shows, and nothing else.

The client's window gets only these values: no store, no dossier, no notes. So
nothing private can cross to it (design.md, "Never").
"""

from __future__ import annotations

import enum
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop.models.antwoord import Antwoordstatus
from desktop.models.intake import BredeIntake
from desktop.models.prompts import Prompts, Tekst, Vertaalstatus
from desktop.models.vragen import Kolom, Optie, Vraag, Vraagtype

TEGELS_PER_PAGINA = 6
HOOGSTE_GETAL = 99

_GEZICHT_PICTOGRAM = {"goed": "goed", "gaat": "gaat", "slecht": "slecht"}
_JA_NEE_PICTOGRAM = {"ja": "ja", "nee": "nee"}


class Beeldsoort(enum.StrEnum):
    """What kind of screen it is."""

    LEEG = "leeg"
    """Locked: nothing at all."""
    WACHT = "wacht"
    PAUZE = "pauze"
    TEKST = "tekst"
    """One sentence with a pictogram: welcome, a point of the opening, the closing."""
    VRAAG = "vraag"
    GETAL = "getal"
    OEFENEN = "oefenen"


@dataclass(frozen=True)
class Tegel:
    """One large pictogram to touch. `rang` is 1, 2, 3 where the order counts."""

    code: str
    tekst: Tekst
    pictogram: str
    gekozen: bool = False
    rang: int | None = None


@dataclass(frozen=True)
class LaatsteAntwoord:
    """The answer before this one, large in sight; one touch takes it back."""

    vraag_code: str
    vraag: Tekst
    tegels: tuple[Tegel, ...]


@dataclass(frozen=True)
class Clientbeeld:
    """One screen of the client."""

    soort: Beeldsoort
    titel: Tekst | None = None
    uitleg: Tekst | None = None
    pictogram: str | None = None
    domein_pictogram: str | None = None
    tegels: tuple[Tegel, ...] = ()
    pagina: int = 0
    paginas: int = 1
    meer: bool = False
    hoogstens: int | None = None
    getal: int | None = None
    laagst: int = 0
    hoogst: int = HOOGSTE_GETAL
    weet_niet: bool = False
    zeg_niet: bool = False
    mag_niet_antwoorden: bool = True
    """Whether *I don't know* and *I don't want to say* are offered."""
    beantwoord: bool = False
    laatste: LaatsteAntwoord | None = None
    oefenbeeld: bool = False
    """A rehearsal with a made-up client: marked on the screen."""


@dataclass(frozen=True)
class Schermvraag:
    """One page that the client can answer: a question, a part of it, or a row of its grid.

    `voorvoegsel` says where the answer is kept: empty for the question itself,
    `aan_wie` for a part, `ma` for a row of a grid.
    """

    voorvoegsel: str
    titel_context: tuple[tuple[str, str], ...]
    tegels: tuple[tuple[str, str, str, str], ...]
    """(code, msgctxt, Dutch, pictogram)."""
    meer: bool
    hoogstens: int | None = None
    geen: str | None = None
    pictogram: str | None = None
    """Of the row of a grid: who cannot read sees which day it is about."""
    nummer: tuple[int, int] | None = None
    """Which child of how many, where there is a row for each."""


def _uit_opties(opties: Sequence[Optie]) -> tuple[tuple[str, str, str, str], ...]:
    return tuple((o.code, o.context, o.tekst, o.pictogram or "anders") for o in opties)


def _ja_nee() -> tuple[tuple[str, str, str, str], ...]:
    return (("ja", "antwoord.ja", "Ja", "ja"), ("nee", "antwoord.nee", "Nee", "nee"))


def _tegels_van(vraag: Vraag) -> tuple[tuple[str, str, str, str], ...]:
    if vraag.type is Vraagtype.YN:
        return _ja_nee()
    if vraag.type is Vraagtype.FACE3:
        woorden = {"goed": "Goed", "gaat": "Het gaat", "slecht": "Niet goed"}
        return tuple((c, f"gezicht.{c}", w, _GEZICHT_PICTOGRAM[c]) for c, w in woorden.items())
    return _uit_opties(vraag.opties)


@dataclass(frozen=True)
class _Rij:
    code: str
    titel: tuple[tuple[str, str], ...]
    pictogram: str | None = None
    nummer: tuple[int, int] | None = None


def _rasterrijen(vraag: Vraag, kinderen: int) -> list[_Rij]:
    raster = vraag.raster
    assert raster is not None
    hoofd = (vraag.context, vraag.tekst)
    if raster.soort == "kinderen":
        aantal = max(kinderen, 1)
        return [
            _Rij(str(n), (hoofd,), "kind", (n, aantal) if aantal > 1 else None)
            for n in range(1, aantal + 1)
        ]
    return [_Rij(r.code, (hoofd, (r.context, r.tekst)), r.pictogram) for r in raster.rijen]


def schermvragen(
    vraag: Vraag, gekozen: Sequence[str], *, kinderen: int = 0
) -> tuple[Schermvraag, ...]:
    """The pages on which the client answers this question; empty when it is only spoken of."""
    if not vraag.voor_client:
        return ()
    hoofd = (vraag.context, vraag.tekst)
    paginas: list[Schermvraag] = []
    if vraag.raster is not None and vraag.raster.scherm:
        for rij in _rasterrijen(vraag, kinderen):
            paginas += [
                Schermvraag(
                    f"{rij.code}.{kolom.code}",
                    rij.titel,
                    _uit_opties(kolom.opties),
                    meer=False,
                    pictogram=rij.pictogram,
                    nummer=rij.nummer,
                )
                for kolom in vraag.raster.kolommen
                if kolom.type == "keuze"
            ]
            aan = [k for k in vraag.raster.kolommen if k.type == "aan"]
            if aan:
                paginas.append(
                    Schermvraag(
                        rij.code,
                        rij.titel,
                        _kolomtegels(aan),
                        meer=True,
                        pictogram=rij.pictogram,
                        nummer=rij.nummer,
                    )
                )
        return tuple(paginas)
    tegels = _tegels_van(vraag)
    if tegels:
        paginas.append(
            Schermvraag(
                "",
                (hoofd,),
                tegels,
                meer=vraag.type is Vraagtype.MULTI,
                hoogstens=vraag.max,
                geen=vraag.geen,
            )
        )
    for deel in vraag.delen:
        if not deel.scherm or (deel.als and not set(deel.als) & set(gekozen)):
            continue
        opties = _ja_nee() if deel.type is Vraagtype.YN else _uit_opties(deel.opties)
        paginas.append(
            Schermvraag(
                deel.code,
                ((deel.context, deel.tekst),),
                opties,
                meer=deel.type is Vraagtype.MULTI,
                hoogstens=deel.max,
                geen=deel.geen,
            )
        )
    return tuple(paginas)


def _kolomtegels(kolommen: Sequence[Kolom]) -> tuple[tuple[str, str, str, str], ...]:
    return tuple((k.code, k.context, k.tekst, k.pictogram or "anders") for k in kolommen)


def gekozen_op(
    scherm: Schermvraag, opties: Sequence[str], delen: Mapping[str, object]
) -> tuple[str, ...]:
    """What is chosen on this page, in order."""
    if not scherm.voorvoegsel:
        return tuple(opties)
    if not scherm.meer:
        waarde = delen.get(scherm.voorvoegsel)
        return (str(waarde),) if waarde is not None else ()
    kop = f"{scherm.voorvoegsel}."
    rangen = {sleutel[len(kop) :]: w for sleutel, w in delen.items() if sleutel.startswith(kop)}
    volgorde = {tegel[0]: n for n, tegel in enumerate(scherm.tegels)}
    return tuple(sorted(rangen, key=lambda code: volgorde.get(code, 99)))


def zet_op(
    scherm: Schermvraag, gekozen: Sequence[str], delen: Mapping[str, object]
) -> dict[str, object]:
    """The parts after choosing `gekozen` on this page (not the main page)."""
    kop = f"{scherm.voorvoegsel}."
    over = {
        sleutel: waarde
        for sleutel, waarde in delen.items()
        if sleutel != scherm.voorvoegsel and not (scherm.meer and sleutel.startswith(kop))
    }
    if scherm.meer:
        return {**over, **{f"{kop}{code}": True for code in gekozen}}
    return {**over, **({scherm.voorvoegsel: gekozen[0]} if gekozen else {})}


def maak_tegels(
    scherm: Schermvraag, gekozen: Sequence[str], prompts: Prompts, *, geordend: bool = False
) -> tuple[Tegel, ...]:
    """All tiles of a page, translated."""
    rang = {code: n for n, code in enumerate(gekozen, 1)}
    return tuple(
        Tegel(
            code=code,
            tekst=prompts.tekst(context, nederlands),
            pictogram=pictogram,
            gekozen=code in rang,
            rang=rang.get(code) if geordend else None,
        )
        for code, context, nederlands, pictogram in scherm.tegels
    )


def beeld_van_vraag(
    intake: BredeIntake,
    vraag: Vraag,
    prompts: Prompts,
    *,
    domein_pictogram: str,
    scherm: Schermvraag | None,
    pagina: int = 0,
    laatste: LaatsteAntwoord | None = None,
    oefening: bool = False,
) -> Clientbeeld:
    """The client's screen for one page of a question.

    K and G questions give the waiting screen, whatever is asked for.
    """
    antwoord = intake.antwoorden.get(vraag.code)
    status = antwoord.status if antwoord else Antwoordstatus.OPEN
    basis = {
        "domein_pictogram": domein_pictogram,
        "weet_niet": status is Antwoordstatus.WEET_NIET,
        "zeg_niet": status is Antwoordstatus.ZEG_NIET,
        "beantwoord": status not in (Antwoordstatus.OPEN, Antwoordstatus.LATER),
        "laatste": laatste,
        "oefenbeeld": oefening,
    }
    if vraag.voor_client and vraag.type is Vraagtype.NUM:
        getal = int(antwoord.waarde) if antwoord and antwoord.waarde else None
        return Clientbeeld(
            Beeldsoort.GETAL,
            titel=prompts.tekst(vraag.context, vraag.tekst),
            getal=getal,
            laagst=vraag.minimaal or 0,
            hoogst=vraag.maximaal if vraag.maximaal is not None else HOOGSTE_GETAL,
            **basis,  # type: ignore[arg-type]
        )
    if scherm is None or not vraag.voor_client:
        return wachtbeeld(prompts, oefening=oefening)
    gekozen = gekozen_op(
        scherm, antwoord.opties if antwoord else (), antwoord.delen if antwoord else {}
    )
    tegels = maak_tegels(scherm, gekozen, prompts, geordend=vraag.geordend)
    paginas = max(1, -(-len(tegels) // TEGELS_PER_PAGINA))
    van = min(pagina, paginas - 1) * TEGELS_PER_PAGINA
    titels = [prompts.tekst(context, nl) for context, nl in scherm.titel_context]
    return Clientbeeld(
        Beeldsoort.VRAAG,
        titel=titels[0],
        uitleg=titels[1] if len(titels) > 1 else _uitleg(scherm, prompts),
        pictogram=scherm.pictogram,
        tegels=tegels[van : van + TEGELS_PER_PAGINA],
        pagina=min(pagina, paginas - 1),
        paginas=paginas,
        meer=scherm.meer,
        hoogstens=scherm.hoogstens,
        **basis,  # type: ignore[arg-type]
    )


def _uitleg(scherm: Schermvraag, prompts: Prompts) -> Tekst | None:
    if scherm.nummer is not None:
        nummer = f"{scherm.nummer[0]} / {scherm.nummer[1]}"
        return Tekst(nummer, nummer, Vertaalstatus.BRON)
    if not scherm.meer:
        return None
    if scherm.hoogstens is not None:
        return prompts.scherm("kies.max", aantal=scherm.hoogstens)
    return prompts.scherm("kies.meer")


def wachtbeeld(prompts: Prompts, *, oefening: bool = False) -> Clientbeeld:
    """The calm waiting screen: the klantmanager is on a judgement or a note."""
    return Clientbeeld(
        Beeldsoort.WACHT,
        titel=prompts.scherm("wacht.titel"),
        uitleg=prompts.scherm("wacht.tekst"),
        pictogram="later",
        mag_niet_antwoorden=False,
        oefenbeeld=oefening,
    )


def pauzebeeld(prompts: Prompts, *, oefening: bool = False) -> Clientbeeld:
    """The screen when somebody asked for a break."""
    return Clientbeeld(
        Beeldsoort.PAUZE,
        titel=prompts.scherm("pauze.titel"),
        uitleg=prompts.scherm("pauze.tekst"),
        pictogram="pauze",
        mag_niet_antwoorden=False,
        oefenbeeld=oefening,
    )


def tekstbeeld(
    prompts: Prompts, code: str, *, pictogram: str | None = None, oefening: bool = False
) -> Clientbeeld:
    """One sentence of the opening or the closing, large, with its pictogram."""
    return Clientbeeld(
        Beeldsoort.TEKST,
        titel=prompts.scherm(code),
        pictogram=pictogram or prompts.pictogram(code),
        mag_niet_antwoorden=False,
        oefenbeeld=oefening,
    )
