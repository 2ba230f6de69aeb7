"""Why a date is this day: the sentence, what it was counted from, the rule and its source."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from desktop.taal import _
from desktop.views.termijnen.dagreden import Dagreden
from desktop.views.toets.feiten import feiten
from desktop.views.widgets.indeling import Sectie, regel, zet_soort

LINKS = 176


class Waaromblad(Sectie):
    """A card that explains one date; it takes the keyboard, so that it can be read at once."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("Waarom deze dag?"), parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.naam = regel("", "groot", self)
        self.zin = regel("", "gewoon", self)
        self.bij = regel("", "zacht", self)
        self.blad.addWidget(self.naam)
        self.blad.addWidget(self.zin)
        self.blad.addWidget(self.bij)
        self._feiten = QWidget(self)
        self.blad.addWidget(self._feiten)
        self.leeg = regel(_("Kies een datum op de tijdlijn of in de lijst."), "zacht", self)
        self.blad.addWidget(self.leeg)
        self.toon(None)

    def toon(self, reden: Dagreden | None) -> None:
        """Explains this date; None takes the explanation away."""
        for deel in (self.naam, self.zin, self._feiten):
            deel.setVisible(reden is not None)
        self.leeg.setVisible(reden is None)
        self.bij.setVisible(False)
        if reden is None:
            self.setAccessibleName(_("Waarom deze dag?"))
            self.setAccessibleDescription(self.leeg.text())
            return
        self.naam.setText(reden.naam)
        self.zin.setText(reden.zinnen[0])
        self.bij.setText("\n".join(reden.zinnen[1:]))
        self.bij.setVisible(len(reden.zinnen) > 1)
        zet_soort(self.bij, "melding" if reden.let_op else "zacht")
        oud, self._feiten = self._feiten, feiten(reden.rijen, self, links=LINKS)
        self.blad.replaceWidget(oud, self._feiten)
        oud.hide()
        oud.deleteLater()
        self._feiten.show()
        # All of it is heard when the card gets the keyboard: labels alone are not read out.
        self.setAccessibleName(
            _("Waarom deze dag? {naam}, {dag}").format(naam=reden.naam, dag=reden.dag)
        )
        self.setAccessibleDescription(reden.tekst)

    @property
    def tekst(self) -> str:
        """Everything that it says, as a screen reader says it."""
        return self.accessibleDescription()
