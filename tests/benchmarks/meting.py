"""What one line of the table holds, and how the table is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

KOPPEN = ("", "regel", "mediaan", "slechtst", "n", "kaal", "keer", "gevraagd", "oordeel")


@dataclass(frozen=True)
class Meting:
    """One measured line. `grens` is about the ratio when `over_kaal`, else about the median."""

    regel: str
    waarden: Sequence[float] = ()
    kaal: Sequence[float] = ()
    kaal_is: str = ""
    grens: float | None = None
    over_kaal: bool = False
    strikt: bool = True
    """Below the limit, not on it."""
    eenheid: str = "ms"
    bij: str = ""
    """Something to say under the table."""
    woord: str = ""
    """In the place of a verdict, when nothing could be measured."""

    @property
    def keer(self) -> float | None:
        """How many times the bare reference."""
        return median(self.waarden) / median(self.kaal) if self.waarden and self.kaal else None

    @property
    def gehaald(self) -> bool | None:
        """Whether it is what was asked; None when nothing was asked or measured."""
        uitkomst = self.keer if self.over_kaal else (median(self.waarden) if self.waarden else None)
        if uitkomst is None or self.grens is None:
            return None
        return uitkomst < self.grens if self.strikt else uitkomst <= self.grens

    @property
    def gevraagd(self) -> str:
        """The limit in words."""
        if self.grens is None:
            return ""
        teken = "<" if self.strikt else "≤"
        maat = "x" if self.over_kaal else f" {self.eenheid}"
        return f"{teken} {getal(self.grens, vast=False)}{maat}"

    def cellen(self, nummer: int) -> tuple[str, ...]:
        """The line as text, in the order of `KOPPEN`."""
        oordeel = {True: "gehaald", False: "niet gehaald", None: self.woord or "-"}[self.gehaald]
        eenheid = self.eenheid
        return (
            str(nummer),
            self.regel,
            f"{getal(median(self.waarden))} {eenheid}" if self.waarden else "-",
            f"{getal(max(self.waarden))} {eenheid}" if self.waarden else "-",
            str(len(self.waarden)) if self.waarden else "-",
            f"{getal(median(self.kaal))} {eenheid}" if self.kaal else "-",
            f"{getal(self.keer, vast=False)}x" if self.keer is not None else "-",
            self.gevraagd or "-",
            oordeel,
        )


def getal(waarde: float, *, vast: bool = True) -> str:
    """A number with three digits that matter, and a Dutch comma."""
    cijfers = 0 if waarde >= 100 else 1 if waarde >= 10 else 2
    tekst = f"{waarde:.{cijfers}f}"
    if not vast and "." in tekst:
        tekst = tekst.rstrip("0").rstrip(".")
    return tekst.replace(".", ",")


def tabel(metingen: Sequence[Meting]) -> str:
    """All lines under one another, then what each bare reference is."""
    rijen = [KOPPEN, *(m.cellen(n) for n, m in enumerate(metingen, 1))]
    breed = [max(len(rij[k]) for rij in rijen) for k in range(len(KOPPEN))]
    uit = []
    for n, rij in enumerate(rijen):
        links = (1, 8)  # words to the left, numbers to the right
        cellen = (
            cel.ljust(b) if k in links else cel.rjust(b)
            for k, (cel, b) in enumerate(zip(rij, breed, strict=True))
        )
        uit.append("  ".join(cellen).rstrip())
        if n == 0:
            uit.append("  ".join("-" * b for b in breed))
    uit += ["", "Kaal is, in dezelfde run gemeten:"]
    uit += [f"{n:>2}  {m.kaal_is}" for n, m in enumerate(metingen, 1) if m.kaal_is]
    if bij := [f"{n:>2}  {m.bij}" for n, m in enumerate(metingen, 1) if m.bij]:
        uit += ["", "Erbij:", *bij]
    return "\n".join(uit)
