"""A field for sentences of the plan, with calm help at the wording. It never holds anything up."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QLabel, QMenu, QVBoxLayout, QWidget

from desktop.models.woordkeus import Vondst, Vondstsoort, vind
from desktop.taal import _
from desktop.views.pip.schrijfverf import Schrijfverf, naar_qt
from desktop.views.pip.schrijfvlak import Schrijfvlak
from desktop.views.pip.vondstlijst import Vondstlijst, telzin
from desktop.views.pip.woordbron import Woordbron
from desktop.views.widgets.indeling import regel

RUST_MS, BEWAAR_MS, GETOOND = 600, 1500, 4
"""Until the policy is read."""


class Schrijfveld(QWidget):
    """Underlines what is worth a second look, and lists it below with proposals.

    `getypt` at each keystroke (keep the draft), `klaar` when the hands rest or leave (keep the
    text). F7 walks the places, Shift+F7 back, Ctrl+. opens the proposals of this place.
    """

    getypt = Signal(str)
    klaar = Signal(str)

    def __init__(
        self,
        label: str,
        bron: Woordbron,
        parent: QWidget | None = None,
        *,
        regels: int = 3,
        hint: str = "",
        zichtbaar_label: bool = True,
    ) -> None:
        super().__init__(parent)
        self._bron, self._hint, self._laatst = bron, hint, ""
        self._vuil = self._stil = False
        blad = QVBoxLayout(self)
        blad.setContentsMargins(0, 0, 0, 0)
        blad.setSpacing(4)
        self.label = QLabel(label, self)
        self.label.setProperty("soort", "veldnaam")
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.label.setVisible(zichtbaar_label)
        self.veld = Schrijfvlak(regels, self)
        self.veld.setAccessibleName(label)
        self.label.setBuddy(self.veld)
        self.hint = regel(hint, "klein", self)
        self.hint.setVisible(bool(hint))
        self.fout = regel("", "fout", self)
        self.fout.hide()
        self.lijst = Vondstlijst(GETOOND, self)
        for widget in (self.label, self.veld, self.hint, self.fout, self.lijst):
            blad.addWidget(widget)
        self._verf = Schrijfverf(self.veld.document())
        self._rust = QTimer(self, singleShot=True, interval=RUST_MS)
        self._rust.timeout.connect(self.kijk_na)
        self._bewaar = QTimer(self, singleShot=True, interval=BEWAAR_MS)
        self._bewaar.timeout.connect(self.leg_vast)
        self.veld.textChanged.connect(self._na_wijziging)
        self.veld.cursorPositionChanged.connect(self._toon_lijst)
        self.veld.selectionChanged.connect(self._toon_lijst)
        self.veld.menu_gevraagd.connect(self._contextmenu)
        self.veld.installEventFilter(self)
        self.lijst.overgenomen.connect(self.neem_over)
        for toets, doe in (
            ("F7", lambda: self.ga_naar(+1)),
            ("Shift+F7", lambda: self.ga_naar(-1)),
            ("Ctrl+.", self.open_voorstellen),
        ):
            kort = QShortcut(QKeySequence(toets), self, doe)
            kort.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        bron.gereed.connect(self._neem_lijst)
        self._neem_lijst()

    # What stands in it

    @property
    def tekst(self) -> str:
        """What stands in the field."""
        return self.veld.toPlainText()

    @property
    def vuil(self) -> bool:
        """Something is typed that nobody was told to keep, or that was refused."""
        return self._vuil

    @property
    def vondsten(self) -> tuple[Vondst, ...]:
        """What was found, in places as Qt counts them."""
        return self._verf.plekken.vondsten

    def zet(self, tekst: str) -> None:
        """Shows a text that is kept; what is being typed now stays, and so does the caret."""
        if self._vuil or tekst == self.tekst:
            return
        self._stil = True
        if self.veld.hasFocus() and self.tekst:
            self._vervang(tekst)
        else:
            self.veld.setPlainText(tekst)
        self._stil = False
        self.toon_fout("")
        self.kijk_na()

    def _vervang(self, nieuw: str) -> None:
        """Only what differs is put in, so that the caret stays with its word."""
        oud = self.tekst
        voor = 0
        while voor < min(len(oud), len(nieuw)) and oud[voor] == nieuw[voor]:
            voor += 1
        na = 0
        while na < min(len(oud), len(nieuw)) - voor and oud[-1 - na] == nieuw[-1 - na]:
            na += 1
        wijzer = QTextCursor(self.veld.document())
        wijzer.setPosition(_lengte(oud[:voor]))
        wijzer.setPosition(_lengte(oud[: len(oud) - na]), QTextCursor.MoveMode.KeepAnchor)
        wijzer.insertText(nieuw[voor : len(nieuw) - na])

    def alleen_lezen(self, vast: bool) -> None:
        """A set version can be read and copied, not changed; there is nothing to propose."""
        self.leg_vast()
        self.veld.setReadOnly(vast)
        self.kijk_na()

    def toon_fout(self, zin: str) -> None:
        """The sentence beside the field when it was refused; the text is then still to be kept."""
        self.fout.setText(zin)
        self.fout.setVisible(bool(zin))
        self.veld.setProperty("fout", "true" if zin else "false")
        self.veld.style().unpolish(self.veld)
        self.veld.style().polish(self.veld)
        self._vuil = self._vuil or bool(zin)
        self._zeg()

    def leg_vast(self) -> None:
        """Tells `klaar` now, if something was typed."""
        self._bewaar.stop()
        if self._vuil:
            self._vuil = False
            self.klaar.emit(self.tekst)

    def _na_wijziging(self) -> None:
        # Qt also tells of underlines as if they were text.
        tekst = self.tekst
        if tekst == self._laatst:
            return
        self._laatst = tekst
        if self._stil:
            return
        self._vuil = True
        if self.fout.text():
            self.toon_fout("")
        self._rust.start()
        self._bewaar.start()
        self._toon_lijst()
        self.getypt.emit(tekst)

    def eventFilter(self, doel: QObject, gebeurtenis: QEvent) -> bool:
        """Leaving the field is resting; its own menu is no leaving."""
        if (
            isinstance(gebeurtenis, QFocusEvent)
            and gebeurtenis.lostFocus()
            and gebeurtenis.reason() != Qt.FocusReason.PopupFocusReason
        ):
            self.leg_vast()
        return super().eventFilter(doel, gebeurtenis)

    # The help

    def _neem_lijst(self) -> None:
        if self._bron.lijst is None:
            return
        beleid = self._bron.lijst.beleid
        self._rust.setInterval(beleid.rust_ms)
        self._bewaar.setInterval(beleid.bewaar_ms)
        self.lijst.meeste = beleid.meeste_getoond
        self.kijk_na()

    def kijk_na(self) -> None:
        """Looks the text over; not while a word is being put together by an input method."""
        self._rust.stop()
        lijst = self._bron.lijst
        if lijst is None or self.veld.isReadOnly():
            self._verf.zet(())
        elif self.veld.textCursor().block().layout().preeditAreaText():
            self._rust.start()
            return
        else:
            tekst = self.tekst
            self._verf.zet(naar_qt(tekst, vind(tekst, lijst)))
        self._toon_lijst()

    @property
    def hier(self) -> Vondst | None:
        """The place at the caret; a word goes before the long sentence it stands in."""
        plek = self.veld.textCursor().selectionStart()
        op = [v for v in self.vondsten if v.begin <= plek < v.einde]
        einde = self.veld.textCursor().selectionEnd()
        for vondst in op:
            if (vondst.begin, vondst.einde) == (plek, einde):
                return vondst
        return min(op, key=lambda v: v.einde - v.begin) if op else None

    def _woord(self, vondst: Vondst) -> str:
        wijzer = QTextCursor(self.veld.document())
        wijzer.setPosition(vondst.begin)
        wijzer.setPosition(vondst.einde, QTextCursor.MoveMode.KeepAnchor)
        return wijzer.selectedText().replace("\u2029", " ")

    def _toon_lijst(self) -> None:
        vondsten = self.vondsten
        hier = self.hier if self.veld.hasFocus() else None
        self.lijst.toon(vondsten, [self._woord(v) for v in vondsten], hier)
        self._zeg()

    def _zeg(self) -> None:
        telling = telzin(len(self.vondsten)) if self.vondsten else ""
        hier = self.hier if self.veld.textCursor().hasSelection() else None
        zin = hier.zin if hier is not None else ""
        delen = (self.fout.text(), zin, telling, self._hint)
        self.veld.setAccessibleDescription(" ".join(deel for deel in delen if deel))

    def ga_naar(self, stap: int) -> None:
        """Selects the next place, round at the end; a screen reader says what it is."""
        vondsten = self.vondsten
        if not vondsten:
            return
        wijzer = self.veld.textCursor()
        # A bare caret stands before whatever begins there; a long sentence before its words.
        einde = wijzer.selectionEnd() if wijzer.hasSelection() else _lengte(self.tekst) + 1
        nu = (wijzer.selectionStart(), -einde)
        sleutels = [(v.begin, -v.einde) for v in vondsten]
        if stap > 0:
            plek = next((n for n, s in enumerate(sleutels) if s > nu), 0)
        else:
            plek = next((n for n in reversed(range(len(sleutels))) if sleutels[n] < nu), -1)
        self._kies(vondsten[plek])

    def _kies(self, vondst: Vondst) -> None:
        wijzer = self.veld.textCursor()
        wijzer.setPosition(vondst.einde)
        wijzer.setPosition(vondst.begin, QTextCursor.MoveMode.KeepAnchor)
        self.veld.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.veld.setTextCursor(wijzer)
        self.veld.ensureCursorVisible()

    def neem_over(self, vondst: Vondst) -> None:
        """Puts the proposal there; one undo takes it back, and the caret stays at its word."""
        if vondst not in self.vondsten or not vondst.voorstel or self.veld.isReadOnly():
            return  # the text moved on meanwhile
        wijzer = QTextCursor(self.veld.document())
        wijzer.beginEditBlock()
        wijzer.setPosition(vondst.begin)
        wijzer.setPosition(vondst.einde, QTextCursor.MoveMode.KeepAnchor)
        wijzer.insertText(vondst.voorstel)
        wijzer.endEditBlock()
        in_lijst = any(lijn.neem_over.hasFocus() for lijn in self.lijst.regels)
        if in_lijst:
            # Kept first: the line under the hands becomes another one, or goes.
            self.veld.setFocus(Qt.FocusReason.OtherFocusReason)
        self.kijk_na()

    def voorstellen(self, vondst: Vondst, menu: QMenu) -> None:
        """Puts the sentence of a place, and what can be done, on top of a menu."""
        oud = menu.actions()
        zin = menu.addAction(vondst.zin.replace("&", "&&"))
        zin.setEnabled(False)
        if vondst.voorstel:
            over = menu.addAction(_("&Neem over: {woord}").format(woord=vondst.voorstel))
            over.triggered.connect(lambda _aan=False: self.neem_over(vondst))
        if oud:
            menu.addSeparator()
            for actie in oud:  # behind what is about this place
                menu.removeAction(actie)
                menu.addAction(actie)

    def open_voorstellen(self) -> QMenu | None:
        """The proposals of the place at the caret, else of the next one."""
        if not self.vondsten:
            return None
        if self.hier is None:
            self.ga_naar(+1)
        hier = self.hier
        if hier is None:
            return None
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.voorstellen(hier, menu)
        menu.popup(self.veld.viewport().mapToGlobal(self.veld.cursorRect().bottomLeft()))
        return menu

    def _contextmenu(self, plek: QPoint) -> None:
        menu = self.veld.createStandardContextMenu(plek)
        menu.setParent(self, Qt.WindowType.Popup)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        positie = self.veld.cursorForPosition(plek).position()
        op = [v for v in self.vondsten if v.begin <= positie <= v.einde]
        op = [v for v in op if v.soort is not Vondstsoort.LANG] or op
        if op:
            self.voorstellen(op[0], menu)
        menu.popup(self.veld.viewport().mapToGlobal(plek))


def _lengte(tekst: str) -> int:
    """As Qt counts."""
    return len(tekst.encode("utf-16-le")) // 2
