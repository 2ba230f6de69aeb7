"""The small form "this is not what it should say": which text, what is wrong, what is better."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.models.prompts import Tekst
from desktop.taal import _


class Meldformulier(QFrame):
    """Hidden until it is asked for. `gemeld` carries context, note and better text.

    It stays, with what was typed, until whoever hears that says with `bevestig` that it is kept.
    """

    gemeld = Signal(str, str, str)
    gesloten = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("soort", "vraagbalk")
        vak = QVBoxLayout(self)
        vak.setContentsMargins(16, 12, 16, 12)
        vak.setSpacing(8)
        self.welke = QComboBox(self)
        self.welke.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.welke.setMinimumContentsLength(12)
        self.notitie = QLineEdit(self)
        self.beter = QLineEdit(self)
        rooster = QGridLayout()
        rooster.setHorizontalSpacing(12)
        rooster.setVerticalSpacing(8)
        for n, (naam, veld) in enumerate(
            (
                (_("Welke tekst?"), self.welke),
                (_("Wat klopt er niet?"), self.notitie),
                (_("Hoe is het beter?"), self.beter),
            )
        ):
            kop = QLabel(naam, self)
            kop.setBuddy(veld)
            veld.setAccessibleName(naam)
            rooster.addWidget(kop, n, 0)
            rooster.addWidget(veld, n, 1)
        rooster.setColumnStretch(1, 1)
        vak.addLayout(rooster)
        self.fout = QLabel("", self)
        self.fout.setProperty("soort", "fout")
        self.fout.setWordWrap(True)
        self.fout.hide()
        self.uitleg = QLabel(_("Dit gaat naar de vertaler. Schrijf er geen namen in."), self)
        self.uitleg.setProperty("soort", "klein")
        self.uitleg.setWordWrap(True)
        self.stuur = QPushButton(_("Doorgeven"), self)
        self.stuur.setProperty("soort", "hoofd")
        self.niet = QPushButton(_("Niet doen"), self)
        self.stuur.clicked.connect(self._geef)
        self.niet.clicked.connect(self.sluit)
        rij = QHBoxLayout()
        rij.setSpacing(8)
        rij.addWidget(self.stuur)
        rij.addWidget(self.niet)
        rij.addWidget(self.uitleg, 1)
        vak.addWidget(self.fout)
        vak.addLayout(rij)
        self.hide()

    def vraag(self, teksten: Sequence[Tekst], *, rtl: bool) -> None:
        """Opens for these texts, with the keyboard in the note."""
        self.welke.clear()
        for tekst in teksten:
            self.welke.addItem(tekst.nederlands, tekst.context)
        self.notitie.clear()
        self.beter.clear()
        self.beter.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        )
        self.fout.hide()
        self.show()
        self.notitie.setFocus()

    def _geef(self) -> None:
        notitie, beter = self.notitie.text().strip(), self.beter.text().strip()
        if len(notitie) < 3 and len(beter) < 2:
            self.fout.setText(_("Schrijf op wat er niet klopt, of hoe het beter is."))
            self.fout.show()
            self.notitie.setFocus()
            return
        self.fout.hide()
        self.gemeld.emit(str(self.welke.currentData()), notitie, beter)

    def bevestig(self, weigering: str) -> bool:
        """What came of `gemeld`: away when it is kept, else the sentence with what was typed."""
        self.fout.setText(weigering)
        self.fout.setVisible(bool(weigering))
        self.setVisible(bool(weigering))
        return not weigering

    def sluit(self) -> None:
        """Away, and nothing is kept."""
        self.hide()
        self.gesloten.emit()

    def keyPressEvent(self, toets: QKeyEvent) -> None:
        """Enter gives, Escape closes."""
        if toets.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.niet.hasFocus():
            self._geef()
        elif toets.key() == Qt.Key.Key_Escape:
            self.sluit()
        else:
            super().keyPressEvent(toets)
