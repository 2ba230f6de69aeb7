"""What the client's screen shows, and nothing else.

The client's window gets only these values: no store, no dossier, no notes. So
nothing private can cross to it (design.md, "Never").
"""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.models.antwoord import Antwoordstatus
from desktop.models.intake import BredeIntake
from desktop.models.prompts import Prompts, Tekst, Vertaalstatus
from desktop.models.schermvragen import Schermvraag, gekozen_op
from desktop.models.tolkbeeld import schermcode
from desktop.models.vragen import Vraag, Vraagtype

TEGELS_PER_PAGINA = 6
HOOGSTE_GETAL = 99


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
    TAALCHECK = "taalcheck"
    """Did you understand the interpreter, and what would help: touched, never skipped."""
    TEKENEN = "tekenen"
    """A sheet to sign on, under the sentence that is signed for."""


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
    domein: str | None = None
    """Code of the leefdomein that the question is from."""
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
    code: str = ""
    """Small in a corner: "WO05" is enough for an interpreter on the telephone to find the place."""


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
        "code": vraag.code,
        "domein": vraag.domein,
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
        # The interpreter puts a spoken question; a judgement has no place that anybody looks for.
        code = "" if vraag.oordeel else vraag.code
        return replace(wachtbeeld(prompts, oefening=oefening), code=code)
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
        van, totaal = scherm.nummer
        nummer = f"{prompts.getal(van)} / {prompts.getal(totaal)}"
        return Tekst(nummer, f"{van} / {totaal}", Vertaalstatus.BRON)
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
        code=schermcode(code),
    )


def tekenbeeld(prompts: Prompts) -> Clientbeeld:
    """The sheet to sign the plan on: seen and discussed, not agreed (domain.md 5)."""
    return Clientbeeld(
        Beeldsoort.TEKENEN,
        titel=prompts.scherm("plan.gezien"),
        pictogram="schrijven",
        mag_niet_antwoorden=False,
    )
