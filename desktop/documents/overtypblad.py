"""One page to type a plan over in DUO's Portaal Inburgering: its fields, its order, its codes.

Big, one field a row, each with a box to tick. What the portal does not take for this plan is not
there to be filled in; at the foot stands why.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer

from desktop.documents.huisstijl import GEWOON, INKT, LIJN, VET, ZACHT
from desktop.documents.papier import stijl
from desktop.documents.pippapier import (
    BIJ,
    BREED,
    OPVALLEND,
    TEKST,
    TITEL,
    Blad,
    alinea,
    kop,
    opsomming,
    raster,
    zet,
)
from desktop.documents.plandruk import ROUTES, is_concept, versienaam
from desktop.models.pipduo import ALFABETISERING, intensiteit_van, niveau_van, vraagt_uren
from desktop.models.pipinhoud import Pipinhoud
from desktop.models.schoontekst import schoon
from desktop.taal import in_het_nederlands

VELD = stijl("overtyp-veld", GEWOON, 10, 14, textColor=HexColor(ZACHT))
WAARDE = stijl("overtyp-waarde", VET, 18, 24, textColor=HexColor(INKT))
LEEG = "nog niet ingevuld"


@dataclass(frozen=True)
class Overtypveld:
    """One field of the portal."""

    naam: str
    waarde: str
    """What to type or to choose; empty while the plan does not say it."""
    uitleg: str = ""


@in_het_nederlands()
def maak_overtypblad(inhoud: Pipinhoud, *, bsn: str) -> bytes:
    """The page as a PDF/A. Raises Invoerfout for a plan that DUO would refuse."""
    velden = list(overtypvelden(inhoud, bsn))
    verhaal: list[Flowable] = [
        alinea("Overtypblad DUO", TITEL),
        alinea(
            f"Plan (PIP) {versienaam(inhoud)}. Typ deze velden over in Portaal Inburgering, van "
            "boven naar beneden. Zet een vinkje bij elk veld dat klaar is."
        ),
        Spacer(1, 6),
        *_tabel(velden),
        *_niet(inhoud),
        kop("Daarna"),
        *opsomming(
            [
                "Vergelijk het scherm van DUO met dit blad.",
                "Vernietig dit blad: er staat een burgerservicenummer op.",
            ]
        ),
    ]
    if is_concept(inhoud):
        zin = "Dit plan is nog niet vastgesteld. Vul het nog niet in bij DUO."
        verhaal.insert(1, alinea(zin, OPVALLEND))
    elif not all(veld.waarde for veld in velden):
        verhaal.insert(1, alinea("Er missen gegevens. Maak eerst het plan compleet.", OPVALLEND))
    return zet(
        verhaal,
        Blad(
            titel=f"Overtypblad DUO, {versienaam(inhoud)}",
            voet=f"Overtypblad {versienaam(inhoud)}, vertrouwelijk",
            concept=is_concept(inhoud),
        ),
    )


def overtypvelden(inhoud: Pipinhoud, bsn: str) -> Iterator[Overtypveld]:
    """The fields for this plan, in the order of the portal (PIP.yml)."""
    yield Overtypveld("Burgerservicenummer (BSN)", _in_groepen(bsn))
    dagtekening = inhoud.data.dagtekening
    yield Overtypveld(
        "Dagtekening PIP",
        f"{dagtekening:%d-%m-%Y}" if dagtekening is not None else "",
        "De dag waarop het plan is vastgesteld.",
    )
    route = inhoud.leerroute
    yield Overtypveld(
        "Leerroute",
        route.value if route is not None else "",
        f"{ROUTES[route][0].upper()}{ROUTES[route][1:]}" if route is not None else "",
    )
    if (niveau := niveau_van(inhoud)) is not None:
        yield Overtypveld("Niveau", niveau.value)
    if vraagt_uren(inhoud):
        uren = intensiteit_van(inhoud)
        yield Overtypveld(
            "Geschatte intensiteit B1-route",
            f"{uren}" if uren is not None else "",
            "Uren in totaal, voor taal en KNM samen.",
        )
    yield Overtypveld(
        "Mag opleiding afmaken",
        "Ja" if inhoud.mag_opleiding_afmaken else "Nee",
        "Een opleiding die geen vrijstelling geeft, en die al loopt.",
    )
    code = inhoud.alfabetisering
    yield Overtypveld("Alfabetiseringsonderwijs", schoon(code, 20), ALFABETISERING.get(code, ""))


def _in_groepen(bsn: str) -> str:
    """`123 456 782`: three times three is read without losing the place."""
    cijfers = "".join(schoon(bsn, 20).split())
    return " ".join(cijfers[n : n + 3] for n in range(0, len(cijfers), 3))


class _Vakje(Flowable):
    """A square to tick."""

    def __init__(self) -> None:
        super().__init__()
        self.width = self.height = 7 * mm

    def wrap(self, _breed: float, _hoog: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        self.canv.setStrokeColor(HexColor(INKT))
        self.canv.setLineWidth(1.1)
        self.canv.roundRect(0, 0, self.width, self.height, 1.5, stroke=1, fill=0)


def _tabel(velden: list[Overtypveld]) -> list[Flowable]:
    rijen: list[list[Flowable]] = [
        [
            _Vakje(),
            alinea(f"{n}. {veld.naam}", VELD),
            _waarde(veld),
        ]
        for n, veld in enumerate(velden, 1)
    ]
    return [
        raster(
            rijen,
            [13 * mm, 58 * mm, BREED - 71 * mm],
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("LINEABOVE", (0, 0), (-1, -1), 0.6, HexColor(LIJN)),
            ("LINEBELOW", (0, -1), (-1, -1), 0.6, HexColor(LIJN)),
            ("TOPPADDING", (0, 0), (-1, -1), 7),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 7),
        )
    ]


def _waarde(veld: Overtypveld) -> Flowable:
    delen = [alinea(veld.waarde or LEEG, WAARDE if veld.waarde else OPVALLEND)]
    if veld.uitleg:
        delen.append(alinea(veld.uitleg, BIJ))
    return raster(
        [[deel] for deel in delen],
        [BREED - 73 * mm],
        ("TOPPADDING", (0, 0), (-1, -1), 0),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
    )


def _niet(inhoud: Pipinhoud) -> list[Flowable]:
    """Fields of the portal that stay empty, and why."""
    zinnen = []
    if inhoud.leerroute is not None and niveau_van(inhoud) is None:
        zinnen.append("Niveau: laat dit leeg bij deze route.")
    if inhoud.leerroute is not None and not vraagt_uren(inhoud):
        zinnen.append(
            "Geschatte intensiteit B1-route: laat dit leeg. DUO vraagt dit alleen bij de B1-route "
            "van een asielstatushouder."
        )
    if not zinnen:
        return []
    return [Spacer(1, 8), *(alinea(zin, TEKST) for zin in zinnen)]
