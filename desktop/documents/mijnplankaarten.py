"""The cards on the client's page of the plan: goals, taking part, money, helpers and days."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from desktop.documents.huisstijl import INKT, LIJN, VLAK, ZACHT
from desktop.documents.mijnplanwaarden import Helper, Planbeeld, Plandag
from desktop.documents.mijnplanweek import Weekzetter
from desktop.documents.mijnplanzetter import RUIM, Blok, Stapel
from desktop.documents.pdftekst import Gezet
from desktop.documents.toetsbeelden import teken_kalenderblad, vlak
from desktop.models.prompts import Tekst

KALM, KALM_RAND = "#EAF1F9", "#B8CEE6"
BINNEN, KIER, NAAST = 8.0, 9.0, 7.0
MERK_BREED, MERK_HOOG = 18.0, 11.0

Schilder = Callable[[QRectF], None]


@dataclass(frozen=True)
class Kaart:
    """What is in a card: its height, and who paints it in a rectangle."""

    hoog: float
    teken: Schilder
    kalm: bool = False
    """On the ground of what matters most."""


class Kaartzetter(Weekzetter):
    """Sets the cards."""

    def _rij(self, breedtes: Sequence[float], kaarten: Sequence[Kaart]) -> Blok:
        """Cards beside each other, equally high; the first where the client begins to read."""
        hoog = max(kaart.hoog for kaart in kaarten) + 2 * BINNEN - 2

        def teken(y: float) -> None:
            x = -BINNEN
            for breed, kaart in zip(breedtes, kaarten, strict=True):
                vak = self._vak(x, y, breed, hoog)
                vlak(self._p, vak, *((KALM, KALM_RAND) if kaart.kalm else (VLAK, LIJN)))
                kaart.teken(vak.adjusted(BINNEN, BINNEN - 1, -BINNEN, -BINNEN + 1))
                x += breed + KIER

        return Blok(hoog, teken)

    def _breedtes(self, *delen: float) -> list[float]:
        ruim = RUIM + 2 * BINNEN - KIER * (len(delen) - 1)
        return [ruim * deel / sum(delen) for deel in delen]

    def _onder(self, kop: Blok, rij: Blok) -> Blok:
        def teken(y: float) -> None:
            kop.teken(y)
            rij.teken(y + kop.hoog + 3)

        return Blok(kop.hoog + 3 + rij.hoog, teken)

    def _naast(self, vak: QRectF, beeld: float) -> tuple[QRectF, float]:
        """The place of a picture in a card, and where the words beside it begin."""
        if self._plan.rechts_naar_links:
            return QRectF(vak.right() - beeld, vak.y(), beeld, beeld), vak.x()
        return QRectF(vak.x(), vak.y(), beeld, beeld), vak.x() + beeld + NAAST

    def _is_merk(self, tekst: Tekst) -> bool:
        """Dutch alone on a page in two languages."""
        return self._plan.tweetalig and not tekst.vertaald

    def _met_beeld(
        self, deel: Planbeeld, breed: float, beeld: float, maat: float, hoogstens: float
    ) -> Kaart:
        """A picture with words beside it, and the mark under it where they are Dutch alone."""
        merk = self._is_merk(deel.tekst)
        zin = (deel.tekst, 9.0 if merk else maat, not merk and bool(deel.pictogram))
        woorden = self._stapel([zin], breed - beeld - NAAST, eigen_hoog=hoogstens)
        kop = beeld if deel.pictogram else 0.0
        hoog = max(kop + (MERK_HOOG + 3 if merk else 0), woorden.hoog)

        def teken(vak: QRectF) -> None:
            plek, x = self._naast(vak, beeld)
            if deel.pictogram:
                self._teken(self._p, plek, deel.pictogram)
            if merk:
                boven = vak.y() + (kop + 2 if kop else 1)
                self._merk(QRectF(plek.center().x() - MERK_BREED / 2, boven, MERK_BREED, MERK_HOOG))
            y = vak.y() + max((kop - woorden.hoog) / 2, 0)
            self._zet_stapel(woorden, QRectF(x, y, woorden.breed, woorden.hoog))

        return Kaart(hoog, teken)

    def _doelen(self) -> Blok:
        doelen = self._plan.doelen
        breedtes = self._breedtes(*(1.0 for _ in doelen))
        kaarten = [
            self._met_beeld(doel, breed - 2 * BINNEN, 33, 9.5, 58)
            for doel, breed in zip(doelen, breedtes, strict=True)
        ]
        return self._onder(self._kop(self._plan.doelen_kop), self._rij(breedtes, kaarten))

    def _kaarten(self) -> Blok:
        """Taking part, money, and who helps."""
        delen = (1.0, 1.15, 1.45) if self._plan.meedoen else (1.15, 1.45)
        breedtes = self._breedtes(*delen)
        kaarten = [self._meedoen(breedtes[0] - 2 * BINNEN)] if self._plan.meedoen else []
        kaarten.append(self._geld(breedtes[-2] - 2 * BINNEN))
        kaarten.append(self._hulp(breedtes[-1] - 2 * BINNEN))
        return self._rij(breedtes, kaarten)

    def _meedoen(self, breed: float) -> Kaart:
        delen = [self._met_beeld(deel, breed, 27, 10.5, 58) for deel in self._plan.meedoen]
        return _gestapeld(delen, 4)

    def _geld(self, breed: float) -> Kaart:
        plan = self._plan
        kop = self._met_beeld(Planbeeld(plan.geld.pictogram, plan.geld_kop), breed, 32, 10.5, 30)
        zinnen = [self._zinnen(plan.geld.tekst, breed, vet=False)]
        if plan.geld_tot is not None:
            zinnen.append(self._zinnen(plan.geld_tot, breed, vet=True))
        return _gestapeld([kop, *zinnen], 4)

    def _zinnen(self, tekst: Tekst, breed: float, *, vet: bool) -> Kaart:
        woorden = self._stapel([(tekst, 9.0, vet)], breed, eigen_hoog=60)
        return self._kaart_van(woorden)

    def _kaart_van(self, woorden: Stapel) -> Kaart:
        def teken(vak: QRectF) -> None:
            self._zet_stapel(woorden, vak)

        return Kaart(woorden.hoog, teken)

    # Helpers

    def _hulp(self, breed: float) -> Kaart:
        """The fixed contact first, with the number to call large; the others under it."""
        plan = self._plan
        kop = self._stapel([(plan.hulp_kop, 10.5, True)], breed, eigen_hoog=30)
        delen = [self._kaart_van(kop)]
        for n, helper in enumerate(plan.helpers):
            delen.append(self._helper(helper, breed, eerste=n == 0))
            if n == 0 and helper.telefoon:
                delen.append(self._bellen(helper.telefoon, breed))
        return _gestapeld(delen, 3)

    def _helper(self, helper: Helper, breed: float, *, eerste: bool) -> Kaart:
        beeld, ruim = 24.0, breed - 24.0 - NAAST
        regels = [(helper.naam, 10.5 if eerste else 9.0, True, INKT)]
        if helper.rol:
            regels.append((helper.rol, 7.5, False, ZACHT))
        if helper.telefoon and not eerste:
            regels.append((helper.telefoon, 9.5, True, INKT))
        gezet = [(self._pas(t, ruim, 24, maat, vet=vet), k) for t, maat, vet, k in regels]
        anders = "klantmanager" if eerste else "vriend"

        def teken(vak: QRectF) -> None:
            plek, x = self._naast(vak, beeld)
            self._foto(plek.translated(0, (vak.height() - beeld) / 2), helper.foto, anders)
            y = vak.y() + (vak.height() - _hoogte(gezet)) / 2
            for g, kleur in gezet:
                self._zet(g, QRectF(x, y, ruim, g.hoog), kleur)
                y += g.hoog

        return Kaart(max(_hoogte(gezet), beeld), teken)

    def _bellen(self, telefoon: str, breed: float) -> Kaart:
        beeld, ruim = 24.0, breed - 24.0 - NAAST
        nummer = self._pas(telefoon, ruim, 24, 13, vet=True)
        zin = self._stapel([(self._plan.contact, 8.5, False)], ruim)
        hoog = max(nummer.hoog + zin.hoog, beeld)

        def teken(vak: QRectF) -> None:
            plek, x = self._naast(vak, beeld)
            self._teken(self._p, plek.translated(0, (hoog - beeld) / 2), "bellen")
            self._zet(nummer, QRectF(x, vak.y(), ruim, nummer.hoog))
            self._zet_stapel(zin, QRectF(x, vak.y() + nummer.hoog, ruim, zin.hoog))

        return Kaart(hoog + 2, teken)

    # Days

    def _data(self) -> Blok:
        """The next days, and the day before which all is done, which looks different."""
        plan = self._plan
        breedtes = self._breedtes(*(1.0 for _ in plan.data), *((2.1,) if plan.klaar else ()))
        kaarten = [
            self._dag(dag, breed - 2 * BINNEN)
            for dag, breed in zip(plan.data, breedtes, strict=False)
        ]
        if plan.klaar is not None:
            kaarten.append(self._klaar(plan.klaar, breedtes[-1] - 2 * BINNEN))
        rij = self._rij(breedtes, kaarten)
        return self._onder(self._kop(plan.data_kop), rij) if plan.data else rij

    def _bij_blad(self, dag: Plandag, breed: float, hoog: float) -> list[tuple[Gezet, str]]:
        """The day in the own calendar and in Dutch, under the leaf."""
        rtl = self._plan.rechts_naar_links
        regels = [(f"({dag.datum.eigen})", rtl)] if dag.datum.eigen else []
        regels += [(dag.nederlands, False)] if self._plan.tweetalig else []
        return [(self._pas(t, breed, hoog, 7.5, rtl=r, midden=True), ZACHT) for t, r in regels]

    def _dag(self, dag: Plandag, breed: float) -> Kaart:
        blad = 54.0
        onder = self._bij_blad(dag, breed, 14)
        merk = dag.wat is not None and self._is_merk(dag.wat)
        wat = self._stapel([(dag.wat, 8.5, False)] if dag.wat else [], breed, midden=True)

        def teken(vak: QRectF) -> None:
            plek = QRectF(vak.center().x() - blad / 2, vak.y() + 4, blad, blad)
            self._blaadje(plek, dag)
            if merk:  # in the corner where reading ends
                x = vak.x() - 4 if self._plan.rechts_naar_links else vak.right() - 12
                self._merk(QRectF(x, vak.y() - 2, 16, MERK_HOOG))
            y = self._zet_midden(onder, vak.x(), plek.bottom() + 3, breed)
            self._zet_stapel(wat, QRectF(vak.x(), y, breed, wat.hoog), midden=True)

        hoog = blad + 7 + _hoogte(onder) + wat.hoog
        return Kaart(hoog, teken)

    def _klaar(self, dag: Plandag, breed: float) -> Kaart:
        plan, blad = self._plan, 66.0
        ruim = breed - blad - 9
        zinnen = [(plan.klaar_kop, 10.5, True)]
        if plan.voorlopig is not None:
            zinnen.append((plan.voorlopig, 8.0, False))
        woorden = self._stapel(zinnen, ruim, klein=7.2, eigen_hoog=62)
        onder = self._bij_blad(dag, blad + 4, 20)

        def teken(vak: QRectF) -> None:
            plek, _x = self._naast(vak, blad)
            self._blaadje(plek.adjusted(0, 4, 0, 0), dag)
            self._zet_midden(onder, plek.x() - 2, plek.bottom() + 3, blad + 4)
            x = vak.x() if plan.rechts_naar_links else vak.right() - ruim
            self._zet_stapel(woorden, QRectF(x, vak.y(), ruim, woorden.hoog))

        return Kaart(max(blad + 3 + _hoogte(onder), woorden.hoog), teken, kalm=True)

    def _blaadje(self, vak: QRectF, dag: Plandag) -> None:
        teken_kalenderblad(self._p, self._zetter, vak, dag.datum, rtl=self._plan.rechts_naar_links)

    def _zet_midden(
        self, regels: Sequence[tuple[Gezet, str]], x: float, y: float, breed: float
    ) -> float:
        for gezet, kleur in regels:
            self._zet(gezet, QRectF(x, y, breed, gezet.hoog), kleur, midden=True)
            y += gezet.hoog
        return y


def _hoogte(regels: Sequence[tuple[Gezet, str]]) -> float:
    return sum(gezet.hoog for gezet, _kleur in regels)


def _gestapeld(delen: Sequence[Kaart], lucht: float) -> Kaart:
    """Parts of one card under each other."""

    def teken(vak: QRectF) -> None:
        y = vak.y()
        for deel in delen:
            deel.teken(QRectF(vak.x(), y, vak.width(), deel.hoog))
            y += deel.hoog + lucht

    return Kaart(sum(deel.hoog + lucht for deel in delen) - lucht, teken)
