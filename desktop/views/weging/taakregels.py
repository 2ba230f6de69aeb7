"""What is still being looked at for the weighing, on the dossier sheet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.models.formulier import datum_nederlands
from desktop.models.woorden import woord
from desktop.store.wegingbeeld import Taak
from desktop.taal import _
from desktop.views.widgets.indeling import regel


class Taakregels(QWidget):
    """A line for each task; one whose day is past stands in the warm colour."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._vak = QVBoxLayout(self)
        self._vak.setContentsMargins(0, 0, 0, 0)
        self._vak.setSpacing(4)
        self.regels: list[QLabel] = []

    def toon(self, taken: Sequence[Taak]) -> None:
        """Shows these, the first day first."""
        for oud in self.regels:
            self._vak.removeWidget(oud)
            oud.hide()
            oud.deleteLater()
        self.regels = [self._regel(taak) for taak in taken]
        for lijn in self.regels:
            self._vak.addWidget(lijn)
        self.setVisible(bool(taken))

    def _regel(self, taak: Taak) -> QLabel:
        # What a doctor is asked is not on the laptop of who may not read it.
        if taak.te_laat:
            met_wat = _("{soort}: {wat}  ·  moest klaar zijn op {dag}")
            zonder = _("{soort}  ·  moest klaar zijn op {dag}")
        else:
            met_wat = _("{soort}: {wat}  ·  uiterlijk {dag}")
            zonder = _("{soort}  ·  uiterlijk {dag}")
        zin = met_wat if taak.wat else zonder
        dag = datum_nederlands(taak.uiterlijk)
        tekst = zin.format(soort=woord(taak.soort), wat=taak.wat, dag=dag)
        return regel(tekst, "klein-let-op" if taak.te_laat else "klein", self)
