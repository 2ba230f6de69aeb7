"""What the parts of the invitation are set with: two columns, pictures, words that fit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from desktop.documents.huisstijl import INKT
from desktop.documents.pdftekst import Gezet, Zetter
from desktop.documents.toetsbeelden import midden_in, passend
from desktop.documents.toetsbriefgegevens import Toetsbrief
from desktop.models.prompts import Tekst

BREED, HOOG = 595.0, 842.0
MARGE = 48.0
RUIM = BREED - 2 * MARGE
TUSSEN = 18.0
INSPRING, BEELD = 52.0, 38.0

Teken = Callable[[QPainter, QRectF, str], None]
"""Draws the pictogram with this name in a rectangle; the windows' register has it."""


@dataclass(frozen=True)
class Paar:
    """A text laid out in one or two columns: (x, text), the Dutch first."""

    delen: list[tuple[float, Gezet]]

    @property
    def hoog(self) -> float:
        return max((gezet.hoog for _x, gezet in self.delen), default=0.0)


class Briefzetter:
    """Dutch stands left and the own language right; every text keeps to its place."""

    def __init__(
        self, painter: QPainter, brief: Toetsbrief, teken: Teken, zetter: Zetter, maat: float
    ) -> None:
        self._p, self._brief, self._teken, self._zetter = painter, brief, teken, zetter
        self._maat = maat

    def _schrijf(
        self,
        vak: QRectF,
        tekst: str,
        maat: float,
        kleur: str = INKT,
        *,
        vet: bool = False,
        rtl: bool = False,
    ) -> float:
        """Writes a text from the top of a rectangle, smaller rather than over its edge."""
        if not tekst:
            return 0.0
        gezet = passend(self._zetter, tekst, vak, maat, vet=vet, rtl=rtl)
        self._zetter.teken(self._p, gezet, vak.x(), vak.y(), kleur)
        return gezet.hoog

    def _midden(
        self,
        vak: QRectF,
        tekst: str,
        maat: float,
        kleur: str = INKT,
        *,
        vet: bool = False,
        rtl: bool = False,
    ) -> None:
        if tekst:
            midden_in(self._p, self._zetter, vak, tekst, maat, kleur, vet=vet, rtl=rtl)

    def _beeld(self, y: float, hoog: float, naam: str) -> None:
        """A picture in the margin before a text, in the middle of its height."""
        self._teken(self._p, QRectF(MARGE, y + (hoog - BEELD) / 2, BEELD, BEELD), naam)

    def _rtl(self, tekst: Tekst) -> bool:
        return self._brief.rechts_naar_links and tekst.vertaald

    def _kolommen(self, inspring: float) -> tuple[tuple[float, float], tuple[float, float] | None]:
        """(x, width) of the Dutch column and of the other, if there is one."""
        links = MARGE + inspring
        if not self._brief.tweetalig:
            return (links, RUIM - inspring), None
        kolom = (RUIM - INSPRING - TUSSEN) / 2
        rechts = MARGE + INSPRING + kolom + TUSSEN  # the same for every text on the page
        return (links, rechts - TUSSEN - links), (rechts, kolom)

    def _paar(
        self,
        tekst: Tekst,
        maat: float,
        *,
        vet: bool = False,
        inspring: float = INSPRING,
        hoogstens: float = 76.0,
    ) -> Paar:
        """A text laid out in both columns. One that is not translated stays Dutch alone."""
        nl, eigen = self._kolommen(inspring)
        maat *= self._maat
        vak = QRectF(0, 0, nl[1], hoogstens)
        delen = [(nl[0], passend(self._zetter, tekst.nederlands, vak, maat, vet=vet))]
        if eigen is not None and tekst.vertaald:
            vak = QRectF(0, 0, eigen[1], hoogstens)
            rtl = self._rtl(tekst)
            delen.append(
                (eigen[0], passend(self._zetter, tekst.tekst, vak, maat, vet=vet, rtl=rtl))
            )
        return Paar(delen)

    def _zet_paar(self, paar: Paar, y: float, kleur: str = INKT) -> float:
        for x, gezet in paar.delen:
            self._zetter.teken(self._p, gezet, x, y, kleur)
        return y + paar.hoog

    def _even_groot(
        self, breed: float, hoog: float, maat: float, teksten: list[str], *, vet: bool = False
    ) -> float:
        """The size at which all of these fit their places: words beside each other are equal."""
        vak = QRectF(0, 0, breed, hoog)
        return min(passend(self._zetter, tekst, vak, maat, vet=vet).maat for tekst in teksten)
