"""What every paper shares: the font, the inks, and what the screens hand in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files

INKT = "#1D1F24"
ZACHT = "#595E69"
LIJN = "#DEDBD3"
VLAK = "#F6F5F1"
ACCENT = "#1F5FA8"
AANDACHT = "#9A4A00"

GEWOON, VET = "Kurinto", "Kurinto-Vet"

BRONVERMELDING = (
    "Pictogrammen: OpenMoji, CC BY-SA 4.0, soms samengesteld. Letter: Kurinto Sans, OFL."
)


@dataclass(frozen=True)
class Huisstijl:
    """Tint and picture (PNG bytes) of each leefdomein, the same as on the screens."""

    tinten: Mapping[str, str]
    beelden: Mapping[str, bytes]


@cache
def meld_letters_aan() -> None:
    """Makes Kurinto Sans known to ReportLab; once in a process."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    map_ = files("weblate_fonts") / "static" / "weblate_fonts" / "kurinto" / "ttf"
    for naam, bestand in ((GEWOON, "KurintoSans-Rg.ttf"), (VET, "KurintoSans-Bd.ttf")):
        with as_file(map_ / bestand) as pad:
            pdfmetrics.registerFont(TTFont(naam, str(pad)))
    pdfmetrics.registerFontFamily(GEWOON, normal=GEWOON, bold=VET, italic=GEWOON, boldItalic=VET)
