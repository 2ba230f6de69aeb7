"""Fields that keep themselves: each change is one unit of work, with its sentence beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.models.deeldatum import lees_datum
from desktop.models.fouten import Invoerfout
from desktop.models.woorden import woord
from desktop.taal import _
from desktop.views.dossiers.velden import Keuzelijst
from desktop.views.intake.bewaring import Tekstbewaarder, Zinveld
from desktop.views.intake.vraagkop import regel
from desktop.views.werkplek import Werkplek


class Zelfveld(QWidget):
    """Label, editor and sentence."""

    def __init__(self, titel: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.vak = QVBoxLayout(self)
        self.vak.setContentsMargins(0, 0, 0, 0)
        self.vak.setSpacing(4)
        self.titel = QLabel(titel, self)
        self.titel.setProperty("soort", "klein")
        self.titel.setVisible(bool(titel))
        self.vak.addWidget(self.titel)
        self.melding = regel("", "fout", self)
        self.melding.hide()

    def zet_editor(self, editor: QWidget, naam: str) -> None:
        """Puts the editor between label and sentence."""
        editor.setAccessibleName(naam)
        self.titel.setBuddy(editor)
        self.vak.addWidget(editor)
        self.vak.addWidget(self.melding)
        # In a row of fields the editors stay in line when one of them has a sentence.
        self.vak.addStretch()

    def toon_fout(self, zin: str) -> None:
        """The sentence beside the field; empty takes it away."""
        self.melding.setText(zin)
        self.melding.setVisible(bool(zin))


class Tekstveld(Zelfveld):
    """Free text; `leg_vast` gets it at rest."""

    def __init__(
        self,
        titel: str,
        werkplek: Werkplek,
        leg_vast: Callable[[str], object],
        parent: QWidget | None = None,
        *,
        regels: int = 1,
        naam: str = "",
        tip: str = "",
    ) -> None:
        super().__init__(titel, parent)
        self.veld: QLineEdit | Zinveld = QLineEdit(self) if regels == 1 else Zinveld(regels, self)
        if tip:
            self.veld.setPlaceholderText(tip)
            self.veld.setToolTip(tip if regels == 1 else "")  # it may be longer than the field
        self.zet_editor(self.veld, naam or titel)
        self.bewaarder = Tekstbewaarder(self.veld, werkplek, leg_vast)

    def laad(self, sleutel: str, tekst: str) -> None:
        """Shows the text, or the draft of it after a crash."""
        self.bewaarder.laad(f"concept:{sleutel}", tekst)


class Datumveld(Tekstveld):
    """A full date; `leg_vast` gets a date, or None when it is empty."""

    def __init__(
        self,
        titel: str,
        werkplek: Werkplek,
        leg_vast: Callable[[date | None], object],
        parent: QWidget | None = None,
        *,
        naam: str = "",
        verplicht: bool = False,
    ) -> None:
        self._zet_datum, self._verplicht = leg_vast, verplicht
        super().__init__(titel, werkplek, self._lees, parent, naam=naam, tip=_("31-05-2026"))

    def _lees(self, tekst: str) -> bool:
        try:
            datum = lees_datum(tekst, veld="datum")
            if datum is None and self._verplicht:
                raise Invoerfout("datum", "Vul de datum in, zoals 31-05-2026.")
        except Invoerfout as fout:
            self.toon_fout(_(fout.zin).format(**fout.waarden))
            return False
        self.toon_fout("")
        return self._zet_datum(datum) is not False

    def laad_datum(self, sleutel: str, datum: date | None) -> None:
        """Shows the date."""
        self.laad(sleutel, datum.strftime("%d-%m-%Y") if datum else "")


class Keuzeveld(Zelfveld):
    """One of a few fixed values."""

    gekozen = Signal(str)

    def __init__(
        self,
        titel: str,
        waarden: Iterable[StrEnum] | Iterable[tuple[str, str]],
        parent: QWidget | None = None,
        *,
        naam: str = "",
    ) -> None:
        super().__init__(titel, parent)
        keuzes = tuple((w.value, woord(w)) if isinstance(w, StrEnum) else w for w in waarden)
        self.lijst = Keuzelijst(keuzes, self)
        self.zet_editor(self.lijst, naam or titel)
        self.lijst.activated.connect(lambda _n: self.gekozen.emit(self.lijst.waarde()))

    def laad(self, waarde: str) -> None:
        """Shows a value."""
        self.lijst.blockSignals(True)
        self.lijst.zet(waarde)
        self.lijst.blockSignals(False)
