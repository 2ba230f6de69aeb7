"""What the client's page of the plan is set with: blocks that know their height before they are
painted, and two languages of which the client's own begins where the client begins to read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath

from desktop.documents.briefzetter import BREED, Teken
from desktop.documents.huisstijl import INKT, ZACHT
from desktop.documents.mijnplanwaarden import Mijnplan
from desktop.documents.pdftekst import Gezet, Zetter
from desktop.documents.toetsbeelden import passend, vlak
from desktop.models.prompts import Tekst

MARGE = 34.0
RUIM = BREED - 2 * MARGE
INSPRING, TUSSEN = 46.0, 16.0
EIGEN_DEEL = 0.54
"""Part of the width for the own language, which is set larger."""
KLEINST = 5.0
LANGSTE_WOORD = 40
"""Letters; what is longer is no word, and may be broken anywhere."""
MERK = "NL"
"""Stands in a small frame beside words that are in Dutch alone; explained at the foot."""

Schilder = Callable[[float], None]


@dataclass(frozen=True)
class Blok:
    """A part of the page: its height, and who paints it from a certain y."""

    hoog: float
    teken: Schilder


@dataclass
class Stapel:
    """Words under each other in a column: (text laid out, colour)."""

    breed: float
    regels: list[tuple[Gezet, str]] = field(default_factory=list)

    @property
    def hoog(self) -> float:
        return sum(gezet.hoog for gezet, _kleur in self.regels)


class Planzetter:
    """Sets texts in the order and the direction of the client."""

    def __init__(
        self, painter: QPainter, plan: Mijnplan, teken: Teken, zetter: Zetter, maat: float
    ) -> None:
        self._p, self._plan, self._teken, self._zetter = painter, plan, teken, zetter
        self._maat = maat
        self.gekort = False
        """A text did not fit, however small."""

    # Where

    def _vak(self, x: float, y: float, breed: float, hoog: float) -> QRectF:
        """A rectangle `x` from the margin at which the client begins to read."""
        links = RUIM - x - breed if self._plan.rechts_naar_links else x
        return QRectF(MARGE + links, y, breed, hoog)

    def _kolommen(self, inspring: float) -> tuple[tuple[float, float], tuple[float, float] | None]:
        """(x, width) of the own column, and of the Dutch one if there is one."""
        if not self._plan.tweetalig:
            return (inspring, RUIM - inspring), None
        eigen = (RUIM - INSPRING - TUSSEN) * EIGEN_DEEL
        nl = INSPRING + eigen + TUSSEN
        return (inspring, nl - TUSSEN - inspring), (nl, RUIM - nl)

    # Words

    def _rtl(self, tekst: Tekst) -> bool:
        return self._plan.rechts_naar_links and tekst.vertaald

    def _pas(
        self,
        tekst: str,
        breed: float,
        hoog: float,
        maat: float,
        *,
        vet: bool = False,
        rtl: bool = False,
        midden: bool = False,
    ) -> Gezet:
        vak = QRectF(0, 0, breed, hoog)
        maat *= self._maat
        woord = self._langste_woord(tekst, vet)
        if woord * maat > breed:  # rather smaller than broken in the middle of a word
            maat = breed / woord
        gezet = passend(
            self._zetter,
            tekst,
            vak,
            max(maat, KLEINST),
            kleinst=KLEINST,
            vet=vet,
            rtl=rtl,
            midden=midden,
        )
        self.gekort = self.gekort or gezet.tekst != tekst
        return gezet

    def _langste_woord(self, tekst: str, vet: bool) -> float:
        """The width of the longest word at a size of one point; of what is no word, nothing."""
        woorden = [deel for deel in tekst.split(" ") if len(deel) <= LANGSTE_WOORD]
        return max((_breedte(woord, vet) for woord in woorden), default=0.0)

    def _even_groot(
        self, teksten: Iterable[str], breed: float, hoog: float, maat: float, *, vet: bool = False
    ) -> float:
        """The size, before scaling, at which all of these fit."""
        maten = [self._pas(tekst, breed, hoog, maat, vet=vet).maat for tekst in teksten]
        return min(maten, default=maat * self._maat) / self._maat

    def _zet(self, gezet: Gezet, vak: QRectF, kleur: str = INKT, *, midden: bool = False) -> None:
        """Paints a text at the side of a rectangle where the client begins to read."""
        over = 0.0
        links = gezet.opmaak.textOption().textDirection() == Qt.LayoutDirection.LeftToRight
        if self._plan.rechts_naar_links and links and not midden:
            over = vak.width() - gezet.breed  # Dutch words on an Arabic page stand at the right too
        self._zetter.teken(self._p, gezet, vak.x() + over, vak.y(), kleur)

    # Two languages

    def _paar(
        self,
        tekst: Tekst,
        maat: float,
        *,
        vet: bool = False,
        inspring: float = INSPRING,
        klein: float = 0.86,
        kleur: str = INKT,
        hoogstens: float = 90.0,
    ) -> Blok:
        """A text in both columns. One that is not translated stands in Dutch alone."""
        (x, breed), nl = self._kolommen(inspring)
        eigen = self._pas(tekst.tekst, breed, hoogstens, maat, vet=vet, rtl=self._rtl(tekst))
        ander = None
        if nl is not None and tekst.vertaald:
            ander = self._pas(tekst.nederlands, nl[1], hoogstens, maat * klein)
        hoog = max(eigen.hoog, ander.hoog if ander is not None else 0.0)

        def teken(y: float) -> None:
            self._zet(eigen, self._vak(x, y, breed, eigen.hoog), kleur)
            if ander is not None and nl is not None:
                # The Dutch stands on the first line of the other, however much smaller it is.
                zak = (eigen.opmaak.lineAt(0).height() * eigen.schaal - _eerste(ander)) * 0.6
                plek = self._vak(nl[0], y + max(min(zak, hoog - ander.hoog), 0), nl[1], ander.hoog)
                self._zetter.teken(self._p, ander, plek.x(), plek.y(), ZACHT)

        return Blok(hoog, teken)

    def _stapel(
        self,
        teksten: Sequence[tuple[Tekst, float, bool]],
        breed: float,
        *,
        eigen_hoog: float = 48.0,
        nl_hoog: float = 30.0,
        klein: float = 7.5,
        midden: bool = False,
    ) -> Stapel:
        """The own words and under each the Dutch, in one narrow column."""
        stapel = Stapel(breed)
        for tekst, maat, vet in teksten:
            eigen = self._pas(
                tekst.tekst, breed, eigen_hoog, maat, vet=vet, rtl=self._rtl(tekst), midden=midden
            )
            stapel.regels.append((eigen, INKT))
            if self._plan.tweetalig and tekst.vertaald and tekst.tekst != tekst.nederlands:
                nl = self._pas(tekst.nederlands, breed, nl_hoog, klein, midden=midden)
                stapel.regels.append((nl, ZACHT))
        return stapel

    def _zet_stapel(self, stapel: Stapel, vak: QRectF, *, midden: bool = False) -> float:
        y = vak.y()
        for gezet, kleur in stapel.regels:
            self._zet(gezet, QRectF(vak.x(), y, stapel.breed, gezet.hoog), kleur, midden=midden)
            y += gezet.hoog
        return y

    # Shapes

    def _merk(self, vak: QRectF) -> None:
        """NL in a frame."""
        vlak(self._p, vak, "#FFFFFF", ZACHT, rond=3)
        gezet = self._zetter.zet(MERK, vak.width(), 6.5, vet=True, midden=True)
        self._zetter.teken(
            self._p, gezet, vak.x(), vak.y() + (vak.height() - gezet.hoog) / 2, ZACHT
        )

    def _foto(self, vak: QRectF, foto: bytes, anders: str) -> None:
        """The photograph that was given, round; without one, or when it is broken, a picture."""
        beeld = QImage.fromData(foto) if foto else QImage()
        if beeld.isNull():
            self._teken(self._p, vak, anders)
            return
        zijde = min(beeld.width(), beeld.height())
        bron = QRectF((beeld.width() - zijde) / 2, (beeld.height() - zijde) / 2, zijde, zijde)
        rond = QPainterPath()
        rond.addEllipse(vak)
        self._p.save()
        self._p.setClipPath(rond)
        self._p.drawImage(vak, beeld.convertToFormat(QImage.Format.Format_RGB32), bron)
        self._p.restore()


@lru_cache(4096)
def _breedte(woord: str, vet: bool) -> float:
    return Zetter().zet(woord, 10_000, 100, vet=vet).breed / 99.5  # and a hair for rounding


def _eerste(gezet: Gezet) -> float:
    return gezet.opmaak.lineAt(0).height() * gezet.schaal if gezet.opmaak.lineCount() else 0.0
