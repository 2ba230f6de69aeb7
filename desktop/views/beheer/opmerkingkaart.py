"""A remark from a talk, beside the text that it is about."""

from __future__ import annotations

from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.models.catalogus import Taal
from desktop.models.vertaalwerk import Promptopmerking
from desktop.taal import _
from desktop.views.intake.bewaring import Zinveld
from desktop.views.widgets.indeling import knop, regel

W = TypeVar("W", QLabel, Zinveld)


class Opmerkingkaart(QFrame):
    """What somebody said at the table. `overnemen`: the better words go into the field."""

    overnemen = Signal(str)
    afgehandeld = Signal(str)

    def __init__(self, opmerking: Promptopmerking, taal: Taal, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("soort", "vraagbalk")
        vak = QVBoxLayout(self)
        vak.setContentsMargins(8, 8, 8, 8)
        vak.setSpacing(8)
        wie = _("Opmerking van de tolk") if opmerking.door_tolk else _("Opmerking uit een gesprek")
        vak.addWidget(regel(wie, "veldnaam", self))
        self.notitie = regel(opmerking.notitie or _("Dit staat er niet goed."), "", self)
        vak.addWidget(self.notitie)
        for titel, tekst in ((_("Op het scherm"), opmerking.tekst), (_("Beter"), opmerking.beter)):
            if tekst:
                vak.addWidget(regel(titel, "klein", self))
                vak.addWidget(eigen(regel(tekst, "", self), taal))
        rij = QHBoxLayout()
        self.neem_over = knop(_("Neem over"), "gewoon", self)
        self.neem_over.setVisible(bool(opmerking.beter))
        self.neem_over.clicked.connect(partial(self.overnemen.emit, opmerking.beter))
        self.klaar = knop(_("Afgehandeld"), "gewoon", self)
        self.klaar.clicked.connect(partial(self.afgehandeld.emit, opmerking.id))
        rij.addWidget(self.neem_over)
        rij.addWidget(self.klaar)
        rij.addStretch()
        vak.addLayout(rij)


def eigen(widget: W, taal: Taal) -> W:
    """A widget with text of the client's language, in its direction."""
    if taal.rechts_naar_links:
        widget.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        if isinstance(widget, Zinveld):
            # Of its own a field takes the direction from what is typed first.
            optie = widget.document().defaultTextOption()
            optie.setTextDirection(Qt.LayoutDirection.RightToLeft)
            optie.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
            widget.document().setDefaultTextOption(optie)
    return widget
