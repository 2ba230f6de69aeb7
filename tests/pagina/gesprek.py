"""The table: the klantmanager's window and the client's, over one intake."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.models.intake import OPENING
from desktop.views.intake.editors import Schaaleditor
from desktop.views.intake.gespreksblad import Gespreksblad
from desktop.views.intake.notities import Notitiekaart
from desktop.views.intake.plek import Blad
from desktop.views.intake.scherm import Intakescherm
from desktop.views.intake.vraagpaneel import Vraagpaneel
from desktop.views.werkruimte import Werkruimte
from tests.pagina.clientscherm import Clientscherm
from tests.pagina.toegankelijk import bedienbaar, gesproken_naam
from tests.pagina.toetsen import tik

NIETS = Qt.KeyboardModifier.NoModifier


class Tafel:
    """Page object over both windows. What a user works with goes by the name it is spoken with."""

    def __init__(self, qtbot: QtBot, ruimte: Werkruimte) -> None:
        self.qtbot = qtbot
        self.ruimte = ruimte

    @property
    def scherm(self) -> Intakescherm:
        """The intake in the klantmanager's window."""
        assert self.ruimte.intake is not None
        return self.ruimte.intake

    @property
    def client(self) -> Clientscherm:
        """The client's window."""
        assert self.ruimte.ramen.client is not None
        return Clientscherm(self.qtbot, self.ruimte.ramen.client)

    # Hands

    def klik(self, widget: QWidget) -> None:
        """Scrolls to it and clicks in its middle."""
        QApplication.processEvents()  # what was built anew shows when it is laid out
        assert widget.isVisible(), f"not shown: {gesproken_naam(widget)}"
        assert widget.isEnabled(), f"cannot be used now: {gesproken_naam(widget)}"
        ouder = widget.parentWidget()
        while ouder is not None:
            if isinstance(ouder, QScrollArea):
                ouder.ensureWidgetVisible(widget)
            ouder = ouder.parentWidget()
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)

    def klik_op(self, naam: str, waarin: QWidget | None = None) -> None:
        """Clicks the button with this name."""
        self.klik(self.knop(naam, waarin))

    @property
    def hier(self) -> QWidget:
        """Where the keyboard is."""
        QApplication.processEvents()
        wie = QApplication.focusWidget()
        assert wie is not None, "the keyboard is nowhere"
        assert self.ruimte.isAncestorOf(wie) or wie is self.ruimte, "the keyboard is elsewhere"
        return wie

    def druk(self, *toetsen: Qt.Key, met: Qt.KeyboardModifier = NIETS) -> None:
        """Keys, where the keyboard is."""
        for toets in toetsen:
            self.qtbot.keyClick(self.hier, toets, met)

    def richt(self, widget: QWidget) -> None:
        """Puts the keyboard there, as the Tab key would."""
        QApplication.processEvents()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        assert self.hier is widget

    def enter(self) -> None:
        self.druk(Qt.Key.Key_Return)

    def letters(self, tekst: str) -> None:
        """Letters and digits, where the keyboard is."""
        for teken in tekst:
            tik(self.qtbot, self.hier, teken)

    def schrijf(self, veld: QWidget, tekst: str) -> None:
        """Goes to a field and types over what stands there."""
        assert isinstance(veld, QLineEdit | QPlainTextEdit)
        QApplication.processEvents()
        assert veld.isVisible()
        veld.setFocus(Qt.FocusReason.TabFocusReason)
        veld.selectAll()
        self.qtbot.keyClick(veld, Qt.Key.Key_Delete)
        tik(self.qtbot, veld, tekst)

    def vul(self, naam: str, tekst: str) -> None:
        """Types in the field with this name and leaves it with Tab."""
        veld = self.veld(naam)
        self.schrijf(veld, tekst)
        self.qtbot.keyClick(veld, Qt.Key.Key_Tab)

    def kies(self, naam: str, woord: str) -> None:
        """Walks through a list with the arrow keys until this word stands there."""
        lijst = self.veld(naam)
        assert isinstance(lijst, QComboBox)
        lijst.setFocus(Qt.FocusReason.TabFocusReason)
        stappen = lijst.findText(woord) - lijst.currentIndex()
        assert lijst.findText(woord) >= 0, f"{woord} is not in the list"
        toets = Qt.Key.Key_Down if stappen > 0 else Qt.Key.Key_Up
        for _ in range(abs(stappen)):
            self.qtbot.keyClick(lijst, toets)
        assert lijst.currentText() == woord

    # Eyes

    def _met_naam(self, naam: str, waarin: QWidget | None) -> list[QWidget]:
        QApplication.processEvents()
        return [
            w
            for w in bedienbaar(waarin or self.scherm)
            if naam_van(w) == naam or (isinstance(w, QAbstractButton) and w.text() == naam)
        ]

    def veld(self, naam: str, waarin: QWidget | None = None) -> QWidget:
        """What can be worked with under this name."""
        gevonden = self._met_naam(naam, waarin)
        assert len(gevonden) == 1, f"{len(gevonden)} times {naam}"
        return gevonden[0]

    def knop(self, naam: str, waarin: QWidget | None = None) -> QAbstractButton:
        """The button with this name or these words."""
        knop = self.veld(naam, waarin)
        assert isinstance(knop, QAbstractButton)
        return knop

    def is_er(self, naam: str) -> bool:
        """True when something with this name is shown."""
        return bool(self._met_naam(naam, None))

    @property
    def teksten(self) -> str:
        """Everything that can be read in the klantmanager's window."""
        return "\n".join(
            w.text() for w in self.ruimte.findChildren(QLabel) if w.isVisible() and w.text()
        )

    @property
    def blad(self) -> Blad:
        """The sheet that is shown."""
        bladen = {
            Blad.PLAN: self.scherm.plan,
            Blad.OPENING: self.scherm.opening,
            Blad.GESPREK: self.scherm.gespreksblad,
            Blad.AFSLUITEN: self.scherm.afsluiting,
        }
        (zichtbaar,) = [soort for soort, widget in bladen.items() if widget.isVisible()]
        return zichtbaar

    def naar(self, blad: Blad) -> None:
        """By the four steps in the bar."""
        self.klik(self.scherm.stappen[blad])

    def zin_bij(self, naam: str) -> str:
        """The sentence right under a field."""
        veld = self.veld(naam)
        melding = veld.parentWidget().melding  # type: ignore[union-attr]
        if not melding.isVisible():
            return ""
        onder = veld.mapTo(veld.parentWidget(), QPoint(0, veld.height())).y()
        assert 0 <= melding.y() - onder < 24, "the sentence is not beside its field"
        return str(melding.text())

    # Opening

    def doe_opening(self) -> None:
        """All points said, the practice left out."""
        for _ in OPENING:
            self.klik(self.scherm.opening.ja)
        self.klik_op("Oefenen overslaan")

    # The talk

    @property
    def gespreksblad(self) -> Gespreksblad:
        """The sheet of the talk."""
        return self.scherm.gespreksblad

    @property
    def paneel(self) -> Vraagpaneel:
        """The open question."""
        return self.gespreksblad.paneel

    @property
    def vraag(self) -> str:
        """Code of the question that is shown."""
        (hier,) = [knop.code for knop in self.paneel.strip.knoppen if knop.isChecked()]
        assert hier in self.paneel.kop.plaats.text()
        return hier

    def ga_naar(self, code: str) -> None:
        """By the rail to the domain, by the strip to the question."""
        if not any(knop.code == code for knop in self.paneel.strip.knoppen):
            self.klik(self.gespreksblad.rail.knoppen[code[:2]])
        (knop,) = [knop for knop in self.paneel.strip.knoppen if knop.code == code]
        if not knop.isChecked():
            self.klik(knop)
        assert self.vraag == code

    def strip(self, code: str) -> str:
        """What the strip says of a question."""
        (knop,) = [knop for knop in self.paneel.strip.knoppen if knop.code == code]
        return knop.accessibleName().removeprefix(f"{code}: ")

    def rail(self, domein: str) -> str:
        """What the rail says of a domain."""
        return self.gespreksblad.rail.knoppen[domein].zin()

    def verder(self) -> None:
        self.klik(self.gespreksblad.verder)

    @property
    def gekozen(self) -> list[str]:
        """Words that the question panel shows as chosen."""
        QApplication.processEvents()
        return [
            knop.text()
            for editor in self.paneel.editors
            for knop in editor.findChildren(QAbstractButton)
            if knop.isVisible() and knop.isCheckable() and knop.isChecked()
        ]

    @property
    def fout(self) -> str:
        """The sentence under the answer."""
        return self.paneel.fout.text() if self.paneel.fout.isVisible() else ""

    @property
    def melding(self) -> str:
        """The remark above the answer."""
        return self.paneel.melding.text() if self.paneel.melding.isVisible() else ""

    @property
    def wijze(self) -> str:
        """How the answer was given."""
        (aan,) = [k.text() for k in self.paneel.herkomst.wijzen.values() if k.isChecked()]
        return aan

    @property
    def wie(self) -> str:
        """Who gave the answer, and when."""
        return self.paneel.herkomst.wie.text()

    @property
    def eerder(self) -> list[str]:
        """The earlier answers, newest first."""
        self.klik(self.paneel.herkomst.eerder)
        assert self.paneel.herkomst.lijst.isVisible()
        return self.paneel.herkomst.lijst.text().split("\n")

    @property
    def reden(self) -> QPlainTextEdit:
        """The sentence behind a score."""
        editor = self.paneel.editors[0]
        assert isinstance(editor, Schaaleditor)
        return editor.reden

    # Notes

    @property
    def bij_vraag(self) -> Notitiekaart:
        """The last note of this question."""
        return self.gespreksblad.notities.vraag.kaarten[-1]

    @property
    def bij_domein(self) -> Notitiekaart:
        """The last note of this domain."""
        return self.gespreksblad.notities.domein.kaarten[-1]


def naam_van(w: QWidget) -> str:
    """The spoken name. Of a list Qt on Linux speaks the chosen word, its name comes with it."""
    return w.accessibleName() if isinstance(w, QComboBox) else gesproken_naam(w)


def buiten_beeld(vlak: QScrollArea) -> list[str]:
    """What sticks out of a scroll area to the left or the right, where nobody can scroll."""
    port = vlak.viewport()
    uit = []
    for w in port.findChildren(QWidget):
        if not w.isVisible():
            continue
        plek = QRect(w.mapTo(port, QPoint(0, 0)), w.size())
        if plek.left() < 0 or plek.right() > port.width():
            uit.append(f"{type(w).__name__} {_tekst(w)!r} {plek.left()}..{plek.right()}")
    return uit


def over_de_rand(venster: QWidget) -> list[str]:
    """What runs over the left or the right edge of the window."""
    uit = []
    for w in venster.findChildren(QWidget):
        x = w.mapTo(venster, QPoint(0, 0)).x()
        if w.isVisible() and (x < 0 or x + w.width() > venster.width()):
            uit.append(f"{type(w).__name__} {_tekst(w)!r} {x}..{x + w.width()}")
    return uit


def naamloos(scherm: QWidget) -> list[str]:
    """What can be worked with and has no name of its own."""
    return [
        f"{type(w).__name__} in {type(w.parentWidget()).__name__}"
        for w in bedienbaar(scherm)
        if not naam_van(w).strip()
    ]


def _tekst(w: QWidget) -> str:
    return w.text() if isinstance(w, QLabel | QAbstractButton) else gesproken_naam(w)
