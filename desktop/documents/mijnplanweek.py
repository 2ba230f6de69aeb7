"""The week on the client's page of the plan: five days of three parts, a picture with its word."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from desktop.documents.huisstijl import INKT, LIJN, VLAK, ZACHT
from desktop.documents.mijnplanwaarden import Planbeeld, Weekrij
from desktop.documents.mijnplanzetter import RUIM, Blok, Planzetter
from desktop.documents.toetsbeelden import vlak
from desktop.models.prompts import Tekst

LABEL = 72.0
"""Width of the words before a row."""
BEELD, KLEIN_BEELD, LEEG = 25.0, 18.0, 22.0
GAT = 3.0
WIT, RAND = "#FFFFFF", "#A9A69D"


@dataclass(frozen=True)
class _Maten:
    """What is equal in the whole week: size and height of the own words, and of the Dutch."""

    eigen: float
    eigen_hoog: float
    nl: float
    nl_hoog: float


class Weekzetter(Planzetter):
    """Sets the week."""

    def _kop(self, kop: Tekst) -> Blok:
        """The word over a part, in both columns."""
        return self._paar(kop, 12.5, vet=True, inspring=0, klein=0.8)

    def _week(self) -> Blok:
        plan = self._plan
        breed = (RUIM + 8 - LABEL + GAT) / 5
        kop, dagen = self._kop(plan.week_kop), self._dagen(breed)
        cellen = [c for rij in plan.week for c in rij.cellen if c is not None]
        maten = self._maten([c.tekst for c in cellen], breed - GAT - 6)
        rijen = [self._rij_van(rij, breed, maten) for rij in plan.week]

        def teken(y: float) -> None:
            kop.teken(y)
            y += kop.hoog + 1
            dagen.teken(y)
            y += dagen.hoog + 1
            for rij in rijen:
                rij.teken(y)
                y += rij.hoog + GAT

        return Blok(kop.hoog + dagen.hoog + 2 + sum(rij.hoog + GAT for rij in rijen), teken)

    def _dagen(self, breed: float) -> Blok:
        """The names of the days over the columns."""
        plan = self._plan
        maat = self._even_groot([d.tekst for d in plan.dagen], breed - 6, 15, 9.5, vet=True)
        paren = []
        for dag in plan.dagen:
            gezet = [
                (
                    self._pas(
                        dag.tekst, breed - 6, 15, maat, vet=True, rtl=self._rtl(dag), midden=True
                    ),
                    INKT,
                )
            ]
            if plan.tweetalig:
                gezet.append((self._pas(dag.nederlands, breed - 6, 11, 7, midden=True), ZACHT))
            paren.append(gezet)

        def teken(y: float) -> None:
            for n, gezet in enumerate(paren):
                onder = y
                for g, kleur in gezet:
                    vak = self._vak(LABEL + n * breed + 3, onder, breed - 6, g.hoog)
                    self._zet(g, vak, kleur, midden=True)
                    onder += g.hoog

        return Blok(max(sum(g.hoog for g, _k in gezet) for gezet in paren), teken)

    def _maten(self, woorden: list[Tekst], breed: float) -> _Maten:
        if not woorden:
            return _Maten(8.5, 0, 6.5, 0)
        maat = self._even_groot([w.tekst for w in woorden], breed, 26, 8.8, vet=True)
        eigen = max(
            self._pas(w.tekst, breed, 26, maat, vet=True, rtl=self._rtl(w)).hoog for w in woorden
        )
        if not self._plan.tweetalig:
            return _Maten(maat, eigen, 6.5, 0)
        nl = self._even_groot([w.nederlands for w in woorden], breed, 11, 6.8)
        return _Maten(
            maat, eigen, nl, max(self._pas(w.nederlands, breed, 11, nl).hoog for w in woorden)
        )

    def _rij_van(self, rij: Weekrij, breed: float, maten: _Maten) -> Blok:
        vol = any(cel is not None for cel in rij.cellen)
        hoog = BEELD + maten.eigen_hoog + maten.nl_hoog + 6 if vol else LEEG
        label = self._label(rij.dagdeel, hoog)
        cellen = [self._cel(cel, breed - GAT, hoog, maten) for cel in rij.cellen]

        def teken(y: float) -> None:
            label(y)
            for n, cel in enumerate(cellen):
                cel(self._vak(LABEL + n * breed, y, breed - GAT, hoog))

        return Blok(hoog, teken)

    def _label(self, deel: Planbeeld, hoog: float) -> Callable[[float], None]:
        ruim = LABEL - KLEIN_BEELD - 8
        woorden = self._stapel(
            [(deel.tekst, 8.5, True)], ruim, eigen_hoog=min(hoog, 36) - 8, nl_hoog=9, klein=6.8
        )

        def teken(y: float) -> None:
            beeld = self._vak(0, y + (hoog - KLEIN_BEELD) / 2, KLEIN_BEELD, KLEIN_BEELD)
            self._teken(self._p, beeld, deel.pictogram)
            vak = self._vak(KLEIN_BEELD + 5, y + (hoog - woorden.hoog) / 2, ruim, woorden.hoog)
            self._zet_stapel(woorden, vak)

        return teken

    def _cel(
        self, cel: Planbeeld | None, breed: float, hoog: float, maten: _Maten
    ) -> Callable[[QRectF], None]:
        if cel is None:
            return lambda vak: vlak(self._p, vak, VLAK, LIJN, rond=5)
        tekst, ruim = cel.tekst, breed - 6
        eigen = self._pas(
            tekst.tekst, ruim, 26, maten.eigen, vet=True, rtl=self._rtl(tekst), midden=True
        )
        tweede = self._plan.tweetalig and tekst.vertaald
        nl = self._pas(tekst.nederlands, ruim, 11, maten.nl, midden=True) if tweede else None

        def teken(vak: QRectF) -> None:
            vlak(self._p, vak, WIT, RAND, rond=5)
            rest = hoog - BEELD - eigen.hoog - (nl.hoog if nl is not None else 0.0)
            beeld = QRectF(vak.center().x() - BEELD / 2, vak.y() + rest / 2, BEELD, BEELD)
            self._teken(self._p, beeld, cel.pictogram)
            y = beeld.bottom()
            self._zet(eigen, QRectF(vak.x() + 3, y, ruim, eigen.hoog), midden=True)
            if nl is not None:
                onder = QRectF(vak.x() + 3, y + eigen.hoog, ruim, nl.hoog)
                self._zet(nl, onder, ZACHT, midden=True)

        return teken
