"""A language that nobody speaks, and what a screen shows in it: untranslated or cut off."""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QTableView,
    QWidget,
)

from desktop.views.widgets.kortlabel import Kortlabel

LANGER = 0.4
_PLAATS = re.compile(r"(\{\w*(?::[^}]*)?\})")
_LETTERS = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "åƀçđéƒğĥïĵķļɱñöþʠŕšţüṽŵẋýžÅƁÇĐÉƑĞĤÏĴĶĻṀÑÖÞɊŔŠŢÜṼŴẊÝŽ",
)
_WOORD = re.compile(r"\w+")
_LATIJN = re.compile(r"[A-Za-z][A-Za-z'’]+")
_KENMERK = re.compile(r"\{[a-z_]+\}|\b(?:\w*\d\w*|[0-9a-f]{4})\b")
"""A place to fill in, a number, a code, or the first letters of a device's identity."""


def pseudo(tekst: str) -> str:
    """The text with an accent on every letter, 40 % longer, between brackets; places stay."""
    if not tekst:
        return tekst
    delen = _PLAATS.split(tekst)
    anders = "".join(d if _PLAATS.fullmatch(d) else d.translate(_LETTERS) for d in delen)
    zichtbaar = len(_PLAATS.sub("", tekst))
    vulling = ("öþţéļ " * 40)[: round(zichtbaar * LANGER)].strip()
    naad = " " if " " in tekst else "·"
    return f"⟦{anders}{naad}{vulling}⟧" if vulling else f"⟦{anders}⟧"


class Pseudotaal(gettext.NullTranslations):
    """Every text through `pseudo`."""

    def gettext(self, message: str) -> str:
        return pseudo(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return pseudo(msgid1 if n == 1 else msgid2)


class Bekend:
    """Texts that may stand anywhere; found by their first word, as there are tens of thousands."""

    def __init__(self, teksten: Iterable[str]) -> None:
        self._bij_woord: dict[str, list[tuple[int, str]]] = {}
        for tekst in sorted(set(teksten), key=len, reverse=True):
            if woord := _WOORD.search(tekst):
                self._bij_woord.setdefault(woord.group(), []).append((woord.start(), tekst))

    def zonder(self, tekst: str) -> str:
        """What is left of a text; of two that begin at one word the longest goes."""
        delen, tot = [], 0
        for woord in _WOORD.finditer(tekst):
            for ervoor, bekend in self._bij_woord.get(woord.group(), ()):
                begin = woord.start() - ervoor
                einde = begin + len(bekend)
                if begin >= tot and _los(tekst, begin, einde) and tekst.startswith(bekend, begin):
                    delen.append(tekst[tot:begin])
                    tot = einde
                    break
        return " ".join((*delen, tekst[tot:]))


def _los(tekst: str, begin: int, einde: int) -> bool:
    """No letter stands against it."""
    return not any(_WOORD.match(teken) for teken in (tekst[:begin][-1:], tekst[einde : einde + 1]))


class Kijker:
    """Looks over a screen. `inhoud` is what is no interface: names, questions, places."""

    def __init__(self, inhoud: Iterable[str]) -> None:
        self._bekend = Bekend(t for t in inhoud if _LATIJN.search(t))

    def onvertaald(self, scherm: QWidget) -> list[str]:
        """Texts, hints and spoken names in plain letters that are no content."""
        return [
            f"{_waar(w)} {wat}: {tekst!r}"
            for w in _zichtbaar(scherm)
            for wat, tekst in _teksten(w)
            if _LATIJN.search(tekst)  # the common case first: it is all pseudo
            and _LATIJN.search(_KENMERK.sub(" ", self._bekend.zonder(tekst)))
        ]

    def afgekapt(self, scherm: QWidget) -> list[str]:
        """Widgets that are too small for their text, or that stick out."""
        uit = []
        for w in _zichtbaar(scherm):
            if w.toolTip():  # what is shortened says all of it there
                continue
            reden = _te_klein(w) or _steekt_uit(w, scherm)
            if reden:
                tekst = next((t for _wat, t in _teksten(w)), "")
                uit.append(f"{_waar(w)} {reden}: {tekst!r}")
        return uit


def _zichtbaar(scherm: QWidget) -> Iterator[QWidget]:
    return (w for w in scherm.findChildren(QWidget) if w.isVisibleTo(scherm) and w.width() > 0)


def _waar(w: QWidget) -> str:
    """The widget and the nearest parents of our own."""
    namen = [type(w).__name__]
    ouder = w.parentWidget()
    while ouder is not None and len(namen) < 3:
        if type(ouder).__module__.startswith("desktop"):
            namen.append(type(ouder).__name__)
        ouder = ouder.parentWidget()
    return "<".join(namen)


def _teksten(w: QWidget) -> Iterator[tuple[str, str]]:
    if isinstance(w, (QLabel, QPushButton, QCheckBox, QRadioButton)):
        yield "text", w.text()
    elif isinstance(w, QComboBox):
        for n in range(min(w.count(), 30)):
            yield "item", w.itemText(n)
        yield "placeholder", w.placeholderText()
    elif isinstance(w, (QLineEdit, QPlainTextEdit)):
        yield "placeholder", w.placeholderText()
    elif isinstance(w, QHeaderView):
        model = w.model()
        for n in range(w.count() if w.isVisible() else 0):
            yield "header", str(model.headerData(n, w.orientation()) or "")
    elif isinstance(w, QAbstractItemView):
        yield from _cellen(w)
    yield "spoken", w.accessibleName()
    yield "described", w.accessibleDescription()
    yield "tooltip", w.toolTip()


def _cellen(w: QAbstractItemView) -> Iterator[tuple[str, str]]:
    model = w.model()
    if model is None or isinstance(w.window(), QComboBox):
        return
    rollen = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
    een = isinstance(model, QAbstractListModel)
    kolommen = 1 if een else model.columnCount(QModelIndex())
    for rij in range(min(model.rowCount(QModelIndex()), 12)):
        for kolom in range(kolommen):
            for rol in (*rollen, Qt.ItemDataRole.ToolTipRole):
                inhoud = model.index(rij, kolom).data(rol)
                if isinstance(inhoud, str):
                    yield "cell", inhoud


def _te_klein(w: QWidget) -> str:
    if isinstance(w, QLabel) and w.text() and w.pixmap().isNull():
        return _label_te_klein(w)
    if isinstance(w, (QPushButton, QCheckBox, QRadioButton)) and w.text():
        nodig, er_is = w.sizeHint().width(), w.width()
        return f"needs {nodig}, has {er_is}" if nodig > er_is + 1 else ""
    if isinstance(w, QTableView):
        return _cel_te_klein(w)
    if isinstance(w, QComboBox):
        tekst = w.currentText() or w.placeholderText()
        nodig, er_is = w.fontMetrics().horizontalAdvance(tekst) + 36, w.width()
        return f"needs {nodig}, has {er_is}" if nodig > er_is else ""
    if isinstance(w, QLineEdit) and w.placeholderText() and not w.text():
        nodig = w.fontMetrics().horizontalAdvance(w.placeholderText())
        er_is = w.width() - 16
        return f"placeholder needs {nodig}, has {er_is}" if nodig > er_is else ""
    if isinstance(w, QPlainTextEdit) and w.placeholderText() and not w.toPlainText():
        vak = w.viewport().rect().adjusted(4, 4, -4, 0)
        nodig = (
            w.fontMetrics()
            .boundingRect(vak, Qt.TextFlag.TextWordWrap.value, w.placeholderText())
            .height()
        )
        return (
            f"placeholder is {nodig} high, has {vak.height()}" if nodig > vak.height() + 4 else ""
        )
    return ""


def _cel_te_klein(w: QTableView) -> str:
    """A heading and a cell fit, unless a hint says all of it."""
    model, kop = w.model(), w.horizontalHeader()
    for kolom in range(model.columnCount(QModelIndex())):
        er_is = w.columnWidth(kolom)
        if w.isColumnHidden(kolom):
            continue
        titel = str(model.headerData(kolom, Qt.Orientation.Horizontal) or "")
        nodig = kop.fontMetrics().horizontalAdvance(titel) + 8
        if kop.isVisible() and nodig > er_is and not w.property("celhint"):
            return f"heading {titel!r} needs {nodig}, has {er_is}"
        for rij in range(min(model.rowCount(QModelIndex()), 12)):
            cel = model.index(rij, kolom)
            tekst = str(cel.data() or "")
            hint = w.property("celhint") or cel.data(Qt.ItemDataRole.ToolTipRole)
            if not hint and w.fontMetrics().horizontalAdvance(tekst) + 8 > er_is:
                return f"cell {tekst!r} has {er_is}"
    return ""


def _label_te_klein(w: QLabel) -> str:
    if not w.wordWrap() or isinstance(w, Kortlabel):
        nodig = QFontMetrics(w.font()).horizontalAdvance(w.text().split("\n")[0])
        return f"needs {nodig}, has {w.width()}" if nodig > w.width() + 1 else ""
    hoog = w.heightForWidth(w.width())
    if hoog > w.height() + 1:
        return f"is {hoog} high, has {w.height()}"
    langste = max((w.fontMetrics().horizontalAdvance(d) for d in w.text().split()), default=0)
    return f"a word is {langste} wide, has {w.width()}" if langste > w.width() + 1 else ""


def _steekt_uit(w: QWidget, scherm: QWidget) -> str:
    """Left or right out of the screen or of what scrolls; scrolling is up and down only."""
    if not any(tekst for _wat, tekst in _teksten(w)) or isinstance(w, (QHeaderView, QScrollArea)):
        return ""
    kader = w.parentWidget()
    while kader is not None and kader is not scherm:
        if isinstance(kader.parentWidget(), QScrollArea):
            break
        kader = kader.parentWidget()
    if kader is None:
        return ""
    links = w.mapTo(kader, w.rect().topLeft()).x()
    if links < -1 or links + w.width() > kader.width() + 1:
        return f"from {links} to {links + w.width()} in {kader.width()}"
    return ""
