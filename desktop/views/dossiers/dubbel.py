"""The question that comes before a second dossier of one person: is this the same person?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.deeldatum import Deeldatum
from desktop.store.dossiers import Dossierregel
from desktop.taal import _
from desktop.views.widgets.indeling import knop, regel


class Dubbelpaneel(QFrame):
    """Shows dossiers that are probably of the same person; hidden until there are some."""

    ga_naar = Signal(str)
    iemand_anders = Signal()

    def __init__(self, gemeenten: Mapping[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("soort", "aandachtblad")
        self._gemeenten = gemeenten
        self.regels: list[Dossierregel] = []
        blad = QVBoxLayout(self)
        blad.setContentsMargins(24, 16, 24, 16)
        blad.setSpacing(8)
        kop = QHBoxLayout()
        self.kop = regel(_("Is dit dezelfde persoon?"), "kop", self)
        self.kop.setAccessibleName(self.kop.text())
        self.knop_anders = knop("", "gewoon", self)
        self.knop_anders.clicked.connect(self.iemand_anders)
        kop.addWidget(self.kop, 1)
        kop.addWidget(self.knop_anders)
        blad.addLayout(kop)
        self._lijst = QWidget(self)
        QGridLayout(self._lijst)
        blad.addWidget(self._lijst)
        self._blad = blad
        self.knoppen: list[QWidget] = []
        self.hide()

    def toon(self, regels: Sequence[Dossierregel], anders: str) -> None:
        """Shows the lines; `anders` is the text of the button that says it is somebody else."""
        self.regels = list(regels)
        self.knop_anders.setText(anders)
        self.knop_anders.setAccessibleName(anders)
        oud, self._lijst = self._lijst, QWidget(self)
        self._blad.replaceWidget(oud, self._lijst)
        oud.hide()
        oud.deleteLater()
        rooster = QGridLayout(self._lijst)
        rooster.setContentsMargins(0, 0, 0, 0)
        rooster.setHorizontalSpacing(24)
        rooster.setVerticalSpacing(8)
        rooster.setColumnStretch(1, 1)
        self.knoppen = []
        for n, wie in enumerate(self.regels):
            naam = regel(wie.naam, "groot", self._lijst)
            naam.setWordWrap(False)
            rooster.addWidget(naam, n, 0)
            rooster.addWidget(regel(self._bijschrift(wie), "zacht", self._lijst), n, 1)
            ga = knop(_("Ga naar dit dossier"), "gewoon", self._lijst)
            ga.setAccessibleName(_("Ga naar het dossier van {naam}").format(naam=wie.naam))
            ga.clicked.connect(partial(self.ga_naar.emit, wie.id))
            rooster.addWidget(ga, n, 2, Qt.AlignmentFlag.AlignRight)
            self.knoppen.append(ga)
        self.show()

    def _bijschrift(self, wie: Dossierregel) -> str:
        delen = [
            _("geboren {datum}").format(datum=Deeldatum.van_iso(wie.geboortedatum).nederlands())
            if wie.geboortedatum
            else "",
            _("V-nummer {nummer}").format(nummer=wie.v_nummer) if wie.v_nummer else "",
            self._gemeenten.get(wie.gemeente, wie.gemeente),
            _("klantmanager {naam}").format(naam=wie.klantmanager),
            wie.nummer,
        ]
        return "  ·  ".join(deel for deel in delen if deel)
