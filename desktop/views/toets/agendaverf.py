"""Paints the calendar. It only reads what it is given, and measures its letters once a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen

from desktop.models.toetssessie import Sessiestatus
from desktop.models.toetstijd import van_tot
from desktop.store.toetsen import Sessieregel
from desktop.taal import _, meervoud
from desktop.views import stijl
from desktop.views.toets.agendabeeld import Agendabeeld, Indeling, dagwoord
from desktop.views.toets.agendamaat import GROEPKOP, KLOK, KOP, WEEKKOP, Blok, Maat

LINKS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
MIDDEN = Qt.AlignmentFlag.AlignCenter
RECHTS = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
BREED_GENOEG = 104.0


@dataclass
class Staat:
    """What the user has under hand: chosen, in the way, dragged."""

    dag: date
    sessie_id: str | None = None
    in_de_weg: frozenset[str] = frozenset()
    sleep: QRectF | None = None
    sleeptekst: str = ""
    doel: str | None = None
    talen: Mapping[str, str] = field(default_factory=dict)


class Verf:
    """One painting of one calendar."""

    def __init__(
        self, p: QPainter, beeld: Agendabeeld, maat: Maat, staat: Staat, indeling: Indeling
    ) -> None:
        self.p, self.beeld, self.maat, self.staat = p, beeld, maat, staat
        self.indeling = indeling
        self.k = stijl.kleuren()
        self.klein, self.kleinvet = stijl.letter(stijl.KLEIN), stijl.letter(stijl.KLEIN, vet=True)
        self.gewoon = stijl.letter(stijl.GEWOON, vet=True)
        self._maten: dict[int, QFontMetricsF] = {
            id(f): QFontMetricsF(f) for f in (self.klein, self.kleinvet, self.gewoon)
        }
        p.setRenderHint(QPainter.RenderHint.Antialiasing)

    def teken(self, rect: QRectF) -> None:
        """All of it."""
        self.p.fillRect(rect, QColor(self.k.blad))
        if self.maat.uren is None:
            self._maand()
        else:
            self._klok()
        for blok in self.maat.blokken:
            self._blok(blok)
        self._sleep()

    def tekst(
        self, rect: QRectF, tekst: str, font: QFont, kleur: str, hoe: Qt.AlignmentFlag = LINKS
    ) -> None:
        """One line, with dots where it does not fit."""
        maat = self._maten[id(font)]
        if maat.horizontalAdvance(tekst) > rect.width():
            tekst = maat.elidedText(tekst, Qt.TextElideMode.ElideRight, rect.width())
        self.p.setFont(font)
        self.p.setPen(QColor(kleur))
        self.p.drawText(rect, int(hoe), tekst)

    def _lijn(self, x: float, y: float, x2: float, y2: float, kleur: str) -> None:
        self.p.fillRect(QRectF(x, y, max(1.0, x2 - x), max(1.0, y2 - y)), QColor(kleur))

    def _klok(self) -> None:
        k, maat = self.k, self.maat
        van, tot = maat.uren or (0, 24)
        dagen: dict[date, QRectF] = {}
        for vak in maat.vakken:
            dagen[vak.dag] = dagen.get(vak.dag, vak.rect).united(vak.rect)
        for dag, rect in dagen.items():
            self._dagvlak(dag, rect)
        rechts = maat.vakken[-1].rect.right()
        for uur in range(van, tot):
            y = maat.y_van(f"{uur:02d}:00")
            self._lijn(KLOK, y, rechts, y, k.rand)
            self.tekst(
                QRectF(0, y, KLOK - 8, 16), f"{uur:02d}:00", self.klein, k.inkt_zacht, RECHTS
            )
        for vak in maat.vakken:
            if maat.groepen:
                self._lijn(vak.rect.left(), KOP, vak.rect.left(), vak.rect.bottom(), k.rand)
                kop = QRectF(vak.rect.left() + 4, KOP, vak.rect.width() - 8, GROEPKOP)
                self.tekst(kop, vak.naam, self.klein, k.inkt_zacht, MIDDEN)
        for dag, rect in dagen.items():
            self._lijn(rect.left(), 0, rect.left(), rect.bottom(), k.rand_sterk)
            self._dagkop(dag, QRectF(rect.left() + 1, 0, rect.width() - 1, KOP))

    def _dagvlak(self, dag: date, rect: QRectF) -> None:
        vrij = self.beeld.vrij.get(dag)
        if vrij is not None and vrij.heel:
            self.p.fillRect(rect, QColor(self.k.vlak))
            self.p.fillRect(rect, QBrush(QColor(self.k.rand), Qt.BrushStyle.BDiagPattern))
        elif dag.weekday() >= 5:
            self.p.fillRect(rect, QColor(self.k.vlak))

    def _dagkop(self, dag: date, kop: QRectF) -> None:
        k, vandaag = self.k, dag == self.beeld.vandaag
        vrij = self.beeld.vrij.get(dag)
        if dag == self.staat.dag:
            self.p.fillRect(kop, QColor(k.accent_vlak))
        if vandaag:
            self.p.fillRect(QRectF(kop.left(), kop.top(), kop.width(), 4), QColor(k.accent))
        boven = kop.adjusted(4, 3, -4, -17 if vandaag or vrij else 0)
        lang = dagwoord(dag, "EEEE d MMM") if kop.width() > 400 else dagwoord(dag, "EEE d MMM")
        self.tekst(boven, lang, self.gewoon, k.accent if vandaag else k.inkt, MIDDEN)
        onder = QRectF(kop.left() + 4, kop.bottom() - 18, kop.width() - 8, 16)
        if vrij is not None:
            self.tekst(onder, vrij.tekst, self.klein, k.aandacht, MIDDEN)
        elif vandaag:
            self.tekst(onder, _("vandaag"), self.klein, k.accent, MIDDEN)

    def _maand(self) -> None:
        k = self.k
        for n, vak in enumerate(self.maat.vakken):
            r = vak.rect
            if n < 7:
                self.tekst(
                    QRectF(r.left(), 0, r.width(), WEEKKOP),
                    dagwoord(vak.dag, "EEEE" if r.width() > 96 else "EEEEEE"),
                    self.klein, k.inkt_zacht, MIDDEN,
                )  # fmt: skip
            self._dagvlak(vak.dag, r)
            if vak.dag == self.staat.dag:
                self.p.fillRect(r, QColor(k.accent_vlak))
            self._lijn(r.left(), r.top(), r.right(), r.top(), k.rand)
            self._lijn(r.left(), r.top(), r.left(), r.bottom(), k.rand)
            self._maandkop(vak.dag, QRectF(r.left() + 6, r.top() + 2, r.width() - 12, 20))
        for _dag, aantal, rect in self.maat.meer:
            self.tekst(rect, meervoud("nog {aantal} toets", "nog {aantal} toetsen", aantal),
                       self.klein, k.accent)  # fmt: skip

    def _maandkop(self, dag: date, rect: QRectF) -> None:
        k, anders = self.k, not self._in_maand(dag)
        vandaag = dag == self.beeld.vandaag
        getal = dagwoord(dag, "d MMM") if dag.day == 1 else str(dag.day)
        breed = self._maten[id(self.kleinvet)].horizontalAdvance(getal) + 12
        merk = QRectF(rect.left() - 4, rect.top(), breed, rect.height())
        if vandaag:
            self.p.setPen(Qt.PenStyle.NoPen)
            self.p.setBrush(QColor(k.accent))
            self.p.drawRoundedRect(merk, 4, 4)
        kleur = k.accent_inkt if vandaag else k.inkt_zacht if anders else k.inkt
        self.tekst(merk, getal, self.kleinvet if not anders else self.klein, kleur, MIDDEN)
        rest = QRectF(merk.right() + 4, rect.top(), rect.right() - merk.right() - 4, rect.height())
        if (vrij := self.beeld.vrij.get(dag)) is not None:
            self.tekst(rest, vrij.tekst, self.klein, k.aandacht)
        elif vandaag:
            self.tekst(rest, _("vandaag"), self.klein, k.accent)

    def _in_maand(self, dag: date) -> bool:
        return dag.month == self.beeld.dagen[len(self.beeld.dagen) // 2].month

    def _blok(self, blok: Blok) -> None:
        k, regel, r = self.k, blok.regel, blok.rect
        voorbij = regel.status is not Sessiestatus.GEPLAND
        weg = regel.id in self.staat.in_de_weg
        let_op = bool(regel.knelpunten)
        gekozen = regel.id == self.staat.sessie_id
        doel = regel.id == self.staat.doel
        vlak = k.aandacht_vlak if weg or let_op else k.vlak if voorbij else k.accent_vlak
        rand = k.aandacht if weg or let_op else k.rand_sterk if voorbij else k.accent
        self.p.setBrush(QColor(k.blad if doel else vlak))
        dik = 3.0 if gekozen or weg or doel else 1.0
        self.p.setPen(QPen(QColor(k.inkt if gekozen and not weg else rand), dik))
        half = dik / 2
        self.p.drawRoundedRect(r.adjusted(half, half, -half, -half), 4, 4)
        if self.maat.uren is None:
            self._regelinhoud(regel, r.adjusted(6, 0, -6, 0))
        else:
            self._blokinhoud(regel, r.adjusted(7, 4, -5, -3))

    def _regelinhoud(self, regel: Sessieregel, r: QRectF) -> None:
        plekken = f"{regel.bezet}/{regel.plekken}"
        teken = "! " if regel.knelpunten else ""
        breed = self._maten[id(self.klein)].horizontalAdvance(plekken) + 4
        if r.width() > breed + 36:
            self.tekst(r, plekken, self.klein, self.k.inkt_zacht, RECHTS)
            r = r.adjusted(0, 0, -breed, 0)
        vast = self._maten[id(self.kleinvet)].horizontalAdvance(teken + regel.begin) + 6
        self.tekst(r, teken + regel.begin, self.kleinvet, self.k.inkt)
        if r.width() > vast + 44:  # else no more of the name than a letter
            self.tekst(r.adjusted(vast, 0, 0, 0), self._wie(regel)[0], self.klein, self.k.inkt)

    def _blokinhoud(self, regel: Sessieregel, r: QRectF) -> None:
        k = self.k
        breed = r.width() >= BREED_GENOEG
        tijd = van_tot(regel.begin, regel.einde) if r.width() >= 84 else regel.begin
        eerste, tweede = self._wie(regel)
        plekken = _("{bezet} van {plekken} plekken") if breed else "{bezet}/{plekken}"
        regels: list[tuple[str, QFont, str]] = [(tijd, self.kleinvet, k.inkt)]
        if regel.knelpunten:
            regels.append((_("! botst"), self.kleinvet, k.aandacht))
        if not self.maat.groepen:
            regels.append((eerste, self.klein, k.inkt))
        tekst = plekken.format(bezet=regel.bezet, plekken=regel.plekken)
        vol = regel.plekken > 0 and regel.bezet >= regel.plekken
        regels.append((f"{tekst} · {_('vol')}" if vol and breed else tekst, self.klein, k.inkt))
        if regel.tolk_taal:
            naam = self.staat.talen.get(regel.tolk_taal, regel.tolk_taal)
            tolk = _("tolk {taal}").format(taal=naam) if breed else naam
            regels.append((tolk, self.klein, k.inkt))
        regels.append((tweede, self.klein, k.inkt_zacht))
        y = r.top()
        for tekst, font, kleur in regels:
            if y + 14 > r.bottom() + 2:
                break
            self.tekst(QRectF(r.left(), y, r.width(), 16), tekst, font, kleur)
            y += 17

    def _wie(self, regel: Sessieregel) -> tuple[str, str]:
        ruimte = regel.ruimte.naam if regel.ruimte else "?"
        wie = regel.begeleider.naam if regel.begeleider else "?"
        return (ruimte, wie) if self.indeling is Indeling.RUIMTE else (wie, ruimte)

    def _sleep(self) -> None:
        if self.staat.sleep is None:
            return
        self.p.setBrush(QColor(self.k.blad))
        self.p.setPen(QPen(QColor(self.k.accent), 2, Qt.PenStyle.DashLine))
        self.p.drawRoundedRect(self.staat.sleep, 4, 4)
        binnen = self.staat.sleep.adjusted(8, 2, -6, -2)
        self.tekst(
            QRectF(binnen.left(), binnen.top(), binnen.width(), min(20.0, binnen.height())),
            self.staat.sleeptekst, self.kleinvet, self.k.accent,
        )  # fmt: skip


def chip(punt: QPointF, breed: float, binnen: QRectF) -> QRectF:
    """The small plate with a name that goes with the pointer, kept inside the calendar."""
    x = min(max(punt.x() + 12, binnen.left()), binnen.right() - breed)
    y = min(max(punt.y() + 8, binnen.top()), binnen.bottom() - 24)
    return QRectF(x, y, breed, 24)
