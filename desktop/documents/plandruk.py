"""What the papers of a plan need besides the plan itself, as plain values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from typing import Protocol

from PIL import Image, UnidentifiedImageError
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from desktop.documents.gegevens import Keus
from desktop.models.deeldatum import voluit
from desktop.models.handtekening import Handtekening
from desktop.models.pipinhoud import Bezigheid, Leerroute, Pipinhoud, Regel
from desktop.models.schoontekst import schoon

ROUTES: Mapping[Leerroute, str] = {
    Leerroute.B1: "B1-route",
    Leerroute.ONDERWIJS: "onderwijsroute",
    Leerroute.Z: "zelfstandigheidsroute (Z-route)",
}
TINT: Mapping[Bezigheid, str] = {
    Bezigheid.TAALLES: "#E3ECF7",
    Bezigheid.WERK: "#E6F1E4",
    Bezigheid.VRIJWILLIGERSWERK: "#EFF4DF",
    Bezigheid.STAGE: "#E0F0EF",
    Bezigheid.ZORG: "#F7EBDD",
    Bezigheid.REIZEN: "#EFEDE8",
}
"""Ground of a cell in the week; the word says the same for who sees no colours."""


_BREEDST, _HOOGST = 1200, 600
"""Of a logo in points: sharp at 6 cm, and not heavy."""
_NUMMER = 40
"""Letters; the number of a dossier is never longer."""


@dataclass(frozen=True)
class Gemeente:
    """The letterhead; lines of an address are separated by line ends."""

    naam: str
    adres: str = ""
    postcode_plaats: str = ""
    bezwaaradres: str = ""
    """Where an objection goes; the address of the municipality when empty."""
    telefoon: str = ""
    email: str = ""
    website: str = ""
    logo: bytes = b""
    """PNG, JPEG or SVG. What is no picture is left out."""
    slot: str = "namens het college van burgemeester en wethouders"

    @property
    def namens(self) -> str:
        """In whose name is signed, with the municipality in it once."""
        slot = self.slot.strip() or Gemeente.slot
        return slot if self.naam in slot else f"{slot} van de gemeente {self.naam}"

    @property
    def bezwaar_naar(self) -> tuple[str, ...]:
        """The lines of the address for an objection."""
        eigen = tuple(r for r in self.bezwaaradres.splitlines() if r.strip())
        if eigen:
            return eigen
        delen = (f"Gemeente {self.naam}", *self.adres.splitlines(), self.postcode_plaats)
        return tuple(deel for deel in delen if deel.strip())


class Onderdeelkop(Protocol):
    """A heading of the plan (`models/piponderdelen.Onderdeel`)."""

    @property
    def code(self) -> str: ...
    @property
    def kop(self) -> str: ...
    @property
    def deel(self) -> int: ...
    @property
    def grondslag(self) -> str: ...


@dataclass(frozen=True)
class Plandruk:
    """Who sends it, under which headings, and what is printed of it."""

    gemeente: Gemeente
    onderdelen: Sequence[Onderdeelkop]
    bezwaar_weken: int
    """From `resources/beleid/termijnen.toml`."""
    bsn: str = ""
    keus: Keus = field(default_factory=Keus)

    def regels(self, inhoud: Pipinhoud, onderdeel: str) -> tuple[Regel, ...]:
        """The sentences under a heading that may be printed and say something."""
        return tuple(
            r
            for r in inhoud.bij(onderdeel)
            if r.tekst.strip() and (self.keus.gezondheid or not r.gezondheid)
        )

    def weggelaten(self, inhoud: Pipinhoud) -> int:
        """How many sentences are not printed."""
        if self.keus.gezondheid:
            return 0
        gedrukt = {1, 2} if inhoud.uitkering else {1}
        return sum(r.gezondheid and r.deel in gedrukt for r in inhoud.regels)


@dataclass(frozen=True)
class Getekend:
    """How the client signed, or did not; it never stops the plan (domain.md 5.3)."""

    wijze: str
    """`scherm`, `papier`, `gezien` or `geen`."""
    op: date | None = None
    verklaring: str = ""
    """`besproken` or `akkoord`."""
    tolk: str = ""
    handtekening: Handtekening | None = None


@dataclass(frozen=True)
class Versieregel:
    """One line of the history."""

    versie: int
    dagtekening: date | None
    reden: str = ""
    door: str = ""


def is_concept(inhoud: Pipinhoud) -> bool:
    """Nobody with a mandate has set it."""
    return not inhoud.vastgesteld_door.strip() or inhoud.data.dagtekening is None


def versienaam(inhoud: Pipinhoud) -> str:
    """The reference: the number of the dossier and which version; never a name."""
    return f"{schoon(inhoud.wie.nummer, _NUMMER) or 'zonder nummer'}-v{inhoud.versie}"


def dag(dag_: date | None, leeg: str = "nog niet bekend") -> str:
    """`3 maart 2027`."""
    if dag_ is None:
        return leeg
    return voluit(dag_)


def route(inhoud: Pipinhoud) -> str:
    """The route in words, with its level where it has one."""
    if inhoud.leerroute is None:
        return "route nog niet gekozen"
    naam = ROUTES[inhoud.leerroute]
    if inhoud.leerroute is Leerroute.B1 and inhoud.niveau is not None:
        return f"{naam}, niveau {inhoud.niveau.value}"
    return naam


def plaatje(beeld: bytes) -> tuple[BytesIO, float] | None:
    """A logo that an archive takes (no transparency), and its width over its height.

    None for what is not a picture: a letter goes out without a logo rather than not.
    """
    if not beeld:
        return None
    try:
        los = _van_svg(beeld) if beeld.lstrip()[:1] == b"<" else _van_punten(beeld)
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        return None
    wit = Image.new("RGB", los.size, "white")
    wit.paste(los, mask=los.getchannel("A"))
    uit = BytesIO()
    wit.save(uit, "PNG")
    uit.seek(0)
    return uit, los.width / los.height


def _van_punten(beeld: bytes) -> Image.Image:
    with Image.open(BytesIO(beeld)) as open_:
        open_.thumbnail((_BREEDST, _HOOGST))
        return open_.convert("RGBA")


def _van_svg(beeld: bytes) -> Image.Image:
    """The drawing in points. Raises ValueError when it is none."""
    svg = QSvgRenderer(beeld)
    maat = svg.defaultSize().scaled(_BREEDST, _HOOGST, Qt.AspectRatioMode.KeepAspectRatio)
    if not svg.isValid() or maat.isEmpty():
        raise ValueError("not an SVG")
    vel = QImage(maat, QImage.Format.Format_RGBA8888)
    vel.fill(Qt.GlobalColor.white)
    painter = QPainter(vel)
    svg.render(painter)
    painter.end()
    punten = bytes(vel.constBits())
    return Image.frombytes(
        "RGBA", (maat.width(), maat.height()), punten, "raw", "RGBA", vel.bytesPerLine(), 1
    )
