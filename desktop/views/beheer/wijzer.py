"""Cards that only lead somewhere: a line of explanation and a button."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.taal import _
from desktop.views.widgets.indeling import Sectie, knop, regel


class Wijzer(Sectie):
    """A line of explanation and a button."""

    def __init__(self, titel: str, uitleg: str, tekst: str, parent: QWidget) -> None:
        super().__init__(titel, parent)
        self.blad.addWidget(regel(uitleg, "zacht", self))
        rij = QHBoxLayout()
        self.knop = knop(tekst, "gewoon", self)
        rij.addWidget(self.knop)
        rij.addStretch()
        self.blad.addLayout(rij)


class Vertaalwijzer(Wijzer):
    """The way to the translations: on the sheet of beheer, and in the settings."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            _("Vertalingen"),
            _("Wat er per taal ontbreekt, wat is nagekeken, en wat mensen erover opmerkten."),
            _("Bekijk de vertalingen"),
            parent,
        )


class Plaatjeswijzer(Wijzer):
    """The way to how well the pictograms work."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            _("Pictogrammen"),
            _("Wat cliënten in de plaatjes zien, geteld zonder hun naam."),
            _("Bekijk de pictogrammen"),
            parent,
        )


class Stemwijzer(Wijzer):
    """The way to voices and recordings."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            _("Stemmen en opnamen"),
            _("Mensen lezen de zinnen voor. Zo hoort een cliënt de eigen taal."),
            _("Bekijk de stemmen"),
            parent,
        )


class Gemeentewijzer(Wijzer):
    """The way to the letter head and the mandate list."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            _("Gemeente en brieven"),
            _(
                "Naam, adres en logo op de brieven, wie een plan mag vaststellen, en wanneer de "
                "cijfers naar CBS gaan."
            ),
            _("Bekijk de gemeente"),
            parent,
        )


class Bewaarwijzer(Wijzer):
    """The way to what may go: on the sheet of beheer, and in the settings."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            _("Bewaren en wissen"),
            _("Wat lang genoeg is bewaard, mag weg. Het programma laat zien wat; jij beslist."),
            _("Bekijk wat weg mag"),
            parent,
        )
