"""Why a date is this day: the sentence, what it was counted from, the rule and its source."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from desktop.models.termijn import Status, Termijn
from desktop.models.termijnwoorden import dag_in_woorden, invoer_in_woorden, naam_van, uitleg
from desktop.taal import _
from desktop.views.termijnen.woorden import nagekeken_in_woorden, zekerheid_in_woorden
from desktop.views.toets.feiten import feiten
from desktop.views.widgets.indeling import Sectie, regel, zet_soort

LINKS = 176


class Waaromblad(Sectie):
    """A card that explains one date; it takes the keyboard, so that it can be read at once."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("Waarom deze dag?"), parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.termijn: Termijn | None = None
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

    def toon(self, termijn: Termijn | None) -> None:
        """Explains this date; None takes the explanation away."""
        self.termijn = termijn
        for deel in (self.naam, self.zin, self._feiten):
            deel.setVisible(termijn is not None)
        self.leeg.setVisible(termijn is None)
        self.bij.setVisible(False)
        if termijn is None:
            self.setAccessibleName(_("Waarom deze dag?"))
            self.setAccessibleDescription(self.leeg.text())
            return
        zinnen = [str(zin) for zin in uitleg(termijn)]
        self.naam.setText(naam_van(termijn))
        self.zin.setText(zinnen[0])
        self.bij.setText("\n".join(zinnen[1:]))
        self.bij.setVisible(len(zinnen) > 1)
        zet_soort(self.bij, "melding" if termijn.let_op else "zacht")
        rijen = _rijen(termijn)
        oud, self._feiten = self._feiten, feiten(rijen, self, links=LINKS)
        self.blad.replaceWidget(oud, self._feiten)
        oud.hide()
        oud.deleteLater()
        self._feiten.show()
        # All of it is heard when the card gets the keyboard: labels alone are not read out.
        self.setAccessibleName(
            _("Waarom deze dag? {naam}, {dag}").format(
                naam=naam_van(termijn), dag=dag_in_woorden(termijn.wettelijk)
            )
        )
        self.setAccessibleDescription(
            "\n".join([*zinnen, *(f"{naam}: {waarde}" for naam, waarde in rijen)])
        )

    @property
    def tekst(self) -> str:
        """Everything that it says, as a screen reader says it."""
        return self.accessibleDescription()


def _rijen(termijn: Termijn) -> list[tuple[str, str]]:
    rijen = invoer_in_woorden(termijn)
    if termijn.status is Status.WACHT_OP_DERDEN:
        rijen.append((_("Dag"), _("Nog niet bekend: wacht op derden")))
    elif termijn.verschoven:
        rijen.append((_("Naartoe werken"), dag_in_woorden(termijn.ruw)))
        rijen.append((_("Uiterste wettelijke dag"), dag_in_woorden(termijn.wettelijk)))
    else:
        rijen.append((_("Dag"), dag_in_woorden(termijn.wettelijk)))
    rijen += [
        (_("Zekerheid"), zekerheid_in_woorden(termijn)),
        (_("Bron"), _(termijn.bron)),
        (_("Nagekeken"), nagekeken_in_woorden(termijn)),
        (_("Nummer van de regel"), termijn.regel_id),
    ]
    return rijen
