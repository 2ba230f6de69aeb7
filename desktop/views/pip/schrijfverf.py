"""Underlines what the wording help found; each kind has its own line, not only its own colour."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from desktop.models.woordkeus import Vondst, Vondstsoort
from desktop.views import stijl

_LIJN = {
    Vondstsoort.GEVOELIG: QTextCharFormat.UnderlineStyle.WaveUnderline,
    Vondstsoort.DREIGEND: QTextCharFormat.UnderlineStyle.WaveUnderline,
    Vondstsoort.MOEILIJK: QTextCharFormat.UnderlineStyle.DashUnderline,
    Vondstsoort.ZELDZAAM: QTextCharFormat.UnderlineStyle.DashUnderline,
    Vondstsoort.LANG: QTextCharFormat.UnderlineStyle.DotLine,
}


def naar_qt(tekst: str, vondsten: Sequence[Vondst]) -> tuple[Vondst, ...]:
    """The same places as Qt counts them: a sign outside the first plane (emoji) takes two."""
    if tekst.isascii() or max(tekst, default="") <= "\uffff":
        return tuple(vondsten)
    plek = [0, *accumulate(2 if teken > "\uffff" else 1 for teken in tekst)]
    return tuple(replace(v, begin=plek[v.begin], einde=plek[v.einde]) for v in vondsten)


class Plekken:
    """What was found, kept in step while the text around it is typed.

    Listens to the document before the painter below does, so that it paints what is moved already.
    """

    def __init__(self, document: QTextDocument) -> None:
        self.vondsten: tuple[Vondst, ...] = ()
        self.stil = False
        """While lines are drawn: no text changes then, whatever Qt tells."""
        self._document = document
        document.contentsChange.connect(self.schuif)

    def schuif(self, plek: int, weg: int, erbij: int) -> None:
        """What stands behind the change moves; a word that was touched is no longer known."""
        if not self.vondsten or self.stil:
            return
        vast_voor = not weg and not self._letter(plek)
        vast_na = not weg and not self._letter(plek + erbij - 1)
        uit = []
        for v in self.vondsten:
            verder = replace(v, begin=v.begin + erbij - weg, einde=v.einde + erbij - weg)
            zin = v.soort is Vondstsoort.LANG
            if v.einde < plek or (v.einde == plek and (zin or vast_voor)):
                uit.append(v)
            elif v.begin > plek + weg or (v.begin == plek + weg and (zin or vast_na)):
                uit.append(verder)
            elif zin and v.begin <= plek and plek + weg <= v.einde:
                uit.append(replace(v, einde=v.einde + erbij - weg))
        self.vondsten = tuple(uit)

    def _letter(self, plek: int) -> bool:
        return str(self._document.characterAt(plek)).isalnum()


class Schrijfverf(QSyntaxHighlighter):
    """Draws the lines."""

    def __init__(self, document: QTextDocument) -> None:
        self.plekken = Plekken(document)
        super().__init__(document)

    def zet(self, vondsten: tuple[Vondst, ...]) -> None:
        """Other places; only lines in which something changed are painted anew."""
        oud, self.plekken.vondsten = set(self.plekken.vondsten), vondsten
        anders = oud ^ set(vondsten)
        blokken: dict[int, None] = {}
        for vondst in anders:
            blok = self.document().findBlock(vondst.begin)
            laatste = self.document().findBlock(max(vondst.begin, vondst.einde - 1)).blockNumber()
            while blok.isValid() and blok.blockNumber() <= laatste:
                blokken[blok.blockNumber()] = None
                blok = blok.next()
        self.plekken.stil = True
        for nummer in sorted(blokken):
            self.rehighlightBlock(self.document().findBlockByNumber(nummer))
        self.plekken.stil = False

    def highlightBlock(self, tekst: str) -> None:
        """Long sentences first, so that a word in one shows its own line."""
        begin = self.currentBlock().position()
        einde = begin + len(tekst.encode("utf-16-le")) // 2
        alle = self.plekken.vondsten
        tot = bisect_right(alle, einde, key=lambda v: v.begin)
        hier = [v for v in alle[:tot] if v.einde > begin]
        for vondst in sorted(hier, key=lambda v: v.soort is not Vondstsoort.LANG):
            van, naar = max(vondst.begin, begin), min(vondst.einde, einde)
            if naar > van:
                self.setFormat(van - begin, naar - van, _vorm(vondst.soort))


def _vorm(soort: Vondstsoort) -> QTextCharFormat:
    k = stijl.kleuren()
    vorm = QTextCharFormat()
    vorm.setUnderlineStyle(_LIJN[soort])
    let_op = soort in (Vondstsoort.GEVOELIG, Vondstsoort.DREIGEND)
    vorm.setUnderlineColor(
        QColor(k.aandacht if let_op else k.inkt_zacht if soort is Vondstsoort.LANG else k.accent)
    )
    return vorm
