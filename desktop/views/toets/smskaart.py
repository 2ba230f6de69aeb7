"""The text message of one person, to copy: in Dutch, and in the language of the client."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.documents.toetsbriefgegevens import Sms
from desktop.taal import _
from desktop.views.toegang.velden import links
from desktop.views.widgets.indeling import Sectie, knop, regel


class Smskaart(Sectie):
    """Shows a message; nothing is sent."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("SMS"), parent)
        self.blad.setSpacing(8)
        self.wie = regel("", "zacht", self)
        self.nederlands = self._vak(_("SMS in het Nederlands"))
        self.kopieer_nederlands = knop(_("Kopieer Nederlands"), "gewoon", self)
        self.eigen = self._vak(_("SMS in de taal van de cliënt"))
        self.kopieer_eigen = knop("", "gewoon", self)
        self.concept = regel(_("Deze vertaling is nog niet nagekeken."), "klein", self)
        self.kopieer_nederlands.clicked.connect(lambda: self._kopieer(self.nederlands))
        self.kopieer_eigen.clicked.connect(lambda: self._kopieer(self.eigen))
        self.gekopieerd = regel("", "zacht", self)
        for widget in (self.wie, self.nederlands, self.eigen, self.concept):
            self.blad.addWidget(widget)
        self.blad.addLayout(links(self.kopieer_nederlands, self.kopieer_eigen))
        self.blad.addWidget(self.gekopieerd)

    def _vak(self, naam: str) -> QPlainTextEdit:
        vak = QPlainTextEdit(self)
        vak.setReadOnly(True)
        vak.setAccessibleName(naam)
        vak.setTabChangesFocus(True)
        vak.setFixedHeight(96)
        return vak

    def toon(self, sms: Sms | None, naam: str, telefoon: str, taal: str) -> None:
        """The message for this person; None for nobody."""
        self.setVisible(sms is not None)
        if sms is None:
            return
        self.wie.setText(
            _("{naam}, {telefoon}").format(naam=naam, telefoon=telefoon or _("geen nummer"))
        )
        self.nederlands.setPlainText(sms.nederlands)
        self.eigen.setPlainText(sms.eigen)
        self.eigen.setVisible(bool(sms.eigen))
        self.kopieer_eigen.setText(_("Kopieer {taal}").format(taal=taal))
        self.kopieer_eigen.setAccessibleName(self.kopieer_eigen.text())
        self.kopieer_eigen.setVisible(bool(sms.eigen))
        self.concept.setVisible(bool(sms.eigen) and sms.concept)
        self.gekopieerd.hide()

    def _kopieer(self, vak: QPlainTextEdit) -> None:
        QGuiApplication.clipboard().setText(vak.toPlainText())
        self.gekopieerd.setText(_("Gekopieerd. Plak de tekst in je SMS-programma."))
        self.gekopieerd.show()
