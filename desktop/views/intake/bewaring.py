"""Typed text that cannot be lost: a draft at every keystroke, the real thing at rest."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from desktop.views.werkplek import Werkplek

RUST_MS = 2000
"""After this much rest the draft becomes the real thing."""


class Zinveld(QPlainTextEdit):
    """A field for a sentence or two: grows with its text, Enter means ready, Tab goes on."""

    klaar = Signal()

    def __init__(self, regels: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._regels = regels
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.textChanged.connect(self._groei)
        self._groei()

    def keyPressEvent(self, toets: QKeyEvent) -> None:
        """Enter is ready; Shift+Enter is a new line."""
        enter = toets.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not toets.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.klaar.emit()
            return
        super().keyPressEvent(toets)

    def showEvent(self, gebeurtenis: QEvent) -> None:
        """The height depends on the font, which is known only now."""
        super().showEvent(gebeurtenis)  # type: ignore[arg-type]
        self._groei()

    def _groei(self) -> None:
        nodig = min(max(self.document().size().toSize().height(), self._regels), 8)
        self.setFixedHeight(nodig * self.fontMetrics().lineSpacing() + 28)


class Tekstbewaarder(QObject):
    """Keeps the text of one field.

    `leg_vast` gets the text and returns False when it was refused; the draft then
    stays. `laad` never overwrites what is being typed.
    """

    gewijzigd = Signal(str)

    def __init__(
        self,
        veld: QLineEdit | QPlainTextEdit,
        werkplek: Werkplek,
        leg_vast: Callable[[str], object],
    ) -> None:
        super().__init__(veld)
        self._veld, self._werkplek, self._leg_vast = veld, werkplek, leg_vast
        self._sleutel = ""
        self._vuil = False
        self._rust = QTimer(self, singleShot=True, interval=RUST_MS)
        self._rust.timeout.connect(self.leg_nu_vast)
        veld.textChanged.connect(self._getypt)
        veld.installEventFilter(self)

    @property
    def tekst(self) -> str:
        """What stands in the field."""
        if isinstance(self._veld, QPlainTextEdit):
            return self._veld.toPlainText()
        return self._veld.text()

    @property
    def vuil(self) -> bool:
        """Something is typed that is only a draft yet."""
        return self._vuil

    def laad(self, sleutel: str, tekst: str) -> None:
        """Shows the text that is kept under `sleutel`, or the draft of it after a crash."""
        if sleutel == self._sleutel:
            if not self._vuil:
                self._toon(tekst)
            return
        self.leg_nu_vast()
        self._sleutel, self._vuil = sleutel, False
        concept = self._werkplek.store.lokaal(sleutel)
        self._toon(tekst if concept is None else concept)
        if concept is None:
            return
        if concept == tekst:
            # Killed after the keeping, before the draft was dropped: else it would come back
            # once the text has changed.
            self.vergeet()
            return
        self._vuil = True
        self._rust.start()

    def _toon(self, tekst: str) -> None:
        if tekst == self.tekst:
            return
        self._veld.blockSignals(True)
        if isinstance(self._veld, QPlainTextEdit):
            self._veld.setPlainText(tekst)
        else:
            self._veld.setText(tekst)
        self._veld.blockSignals(False)
        if isinstance(self._veld, Zinveld):
            self._veld._groei()

    def _getypt(self) -> None:
        if not self._sleutel:
            return
        self._vuil = True
        tekst, sleutel = self.tekst, self._sleutel
        self._werkplek.probeer(lambda: self._werkplek.store.onthoud(sleutel, tekst))
        self._rust.start()
        self.gewijzigd.emit(tekst)

    def leg_nu_vast(self) -> bool:
        """Makes the draft the real thing. False when it was refused."""
        self._rust.stop()
        if not self._vuil:
            return True
        self._vuil = False
        sleutel = self._sleutel
        if self._leg_vast(self.tekst) is False:
            self._vuil = True
            return False
        if not self._vuil:
            self._werkplek.probeer(lambda: self._werkplek.store.onthoud(sleutel, None))
        return True

    def vergeet(self) -> None:
        """The draft was used; it need not be kept."""
        self._rust.stop()
        self._vuil = False
        self._werkplek.probeer(lambda: self._werkplek.store.onthoud(self._sleutel, None))

    def eventFilter(self, veld: QObject, gebeurtenis: QEvent) -> bool:
        """Leaving the field is resting."""
        if gebeurtenis.type() == QEvent.Type.FocusOut:
            self.leg_nu_vast()
        return super().eventFilter(veld, gebeurtenis)
