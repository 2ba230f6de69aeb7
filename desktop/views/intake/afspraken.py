"""The agreements: what happens next, who does it, on which day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.models.intakedelen import Afspraak
from desktop.taal import _
from desktop.views.intake.gesprek import Gesprek
from desktop.views.intake.velden import Datumveld, Tekstveld


@dataclass(frozen=True)
class Afspraakbeeld:
    """One agreement as it stands."""

    id: str
    wat: str
    wie: str
    datum: date | None


class Afsprakenlijst(QWidget):
    """A row for each agreement; every field keeps itself."""

    bezig = Signal()

    def __init__(self, gesprek: Gesprek, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gesprek = gesprek
        self._beeld: tuple[bool, tuple[str, ...]] | None = None
        self.rijen: list[tuple[Tekstveld, Tekstveld, Datumveld]] = []
        self._vak = QVBoxLayout(self)
        self._vak.setContentsMargins(0, 0, 0, 0)
        self._vak.setSpacing(8)
        self._houder = QWidget(self)
        self._vak.addWidget(self._houder)
        self.erbij = QPushButton(_("+ Afspraak"), self)
        self.erbij.clicked.connect(self.voeg_toe)
        self._vak.addWidget(self.erbij, 0, Qt.AlignmentFlag.AlignLeft)

    def laad(self, afspraken: tuple[Afspraakbeeld, ...], *, vast: bool) -> None:
        """Shows the agreements; `vast`: only to be read."""
        beeld = (vast, tuple(a.id for a in afspraken))
        if beeld != self._beeld:
            self._beeld = beeld
            self._bouw(afspraken, vast=vast)
            self.erbij.setVisible(not vast)
        for (wat, wie, datum), afspraak in zip(self.rijen, afspraken, strict=True):
            wat.laad(f"afspraak:{afspraak.id}:wat", afspraak.wat)
            wie.laad(f"afspraak:{afspraak.id}:wie", afspraak.wie)
            datum.laad_datum(f"afspraak:{afspraak.id}:datum", afspraak.datum)

    def _bouw(self, afspraken: tuple[Afspraakbeeld, ...], *, vast: bool) -> None:
        self._houder.hide()
        self._houder.deleteLater()
        self._houder = QWidget(self)
        self.rijen = []
        rooster = QGridLayout(self._houder)
        rooster.setContentsMargins(0, 0, 0, 0)
        rooster.setSpacing(8)
        if afspraken:
            for n, tekst in enumerate((_("Wat gaat er gebeuren?"), _("Wie?"), _("Wanneer?"))):
                kop = QLabel(tekst, self._houder)
                kop.setProperty("soort", "klein")
                rooster.addWidget(kop, 0, n)
        for r, afspraak in enumerate(afspraken, 1):
            self._rij(rooster, r, afspraak.id, vast=vast)
        for n, deel in enumerate((5, 3, 2)):
            rooster.setColumnStretch(n, deel)
        self._vak.insertWidget(0, self._houder)

    def _rij(self, rooster: QGridLayout, r: int, id_: str, *, vast: bool) -> None:
        werkplek = self._gesprek.werkplek

        def zet(veld: str) -> Callable[[object], bool]:
            return lambda waarde: self._gesprek.doe(
                lambda _intake, work: work.get(Afspraak, id_).zet(veld, waarde)
            )

        wat = Tekstveld("", werkplek, zet("wat"), self._houder, naam=_("Wat gaat er gebeuren?"))
        wie = Tekstveld("", werkplek, zet("wie"), self._houder, naam=_("Wie?"))
        datum = Datumveld("", werkplek, zet("datum"), self._houder, naam=_("Wanneer?"))
        weg = QPushButton(_("Weg"), self._houder)
        weg.setProperty("soort", "stil")
        weg.setAccessibleName(_("Afspraak {n} weghalen").format(n=r))
        weg.clicked.connect(
            lambda: self._gesprek.doe(lambda intake, _work: intake.laat_afspraak_vallen(id_))
        )
        for n, widget in enumerate((wat, wie, datum, weg)):
            rooster.addWidget(widget, r, n, Qt.AlignmentFlag.AlignTop)
        for veld in (wat, wie, datum):
            veld.veld.setReadOnly(vast)
        weg.setVisible(not vast)
        self.rijen.append((wat, wie, datum))

    def voeg_toe(self) -> None:
        """One more row, with the keyboard in it."""
        self.leg_vast()
        if self._gesprek.doe(lambda intake, _work: intake.spreek_af()):
            self.rijen[-1][0].veld.setFocus()
            self.bezig.emit()

    def leg_vast(self) -> None:
        """Keeps what is still being typed."""
        for rij in self.rijen:
            for veld in rij:
                veld.bewaarder.leg_nu_vast()
