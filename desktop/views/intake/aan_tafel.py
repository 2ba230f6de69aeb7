"""Who sits at the table in one sitting, whether they came, and for which part."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.models.woorden import woord
from desktop.models.zitting import Aanwezigheid, Bijgewoond, Deelnemer, Partij, Zitting
from desktop.taal import _
from desktop.views.intake.gesprek import Gesprek
from desktop.views.intake.velden import Keuzeveld, Tekstveld


@dataclass(frozen=True)
class Deelnemerbeeld:
    """One party as it stands."""

    id: str
    partij: Partij
    naam: str
    organisatie: str
    aanwezigheid: Aanwezigheid
    bijgewoond: Bijgewoond


def deelnemer_van(deelnemer: Deelnemer) -> Deelnemerbeeld:
    """Reads a row into plain values."""
    return Deelnemerbeeld(
        deelnemer.id,
        deelnemer.partij,
        deelnemer.naam,
        deelnemer.organisatie,
        deelnemer.aanwezigheid,
        deelnemer.bijgewoond,
    )


class AanTafel(QWidget):
    """A row for each party; every field keeps itself."""

    def __init__(self, gesprek: Gesprek, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gesprek = gesprek
        self._zitting = ""
        self._ids: tuple[str, ...] = ()
        self._laders: list[Callable[[Deelnemerbeeld], None]] = []
        self._teksten: list[Tekstveld] = []
        vak = QVBoxLayout(self)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.setSpacing(8)
        self._houder = QWidget(self)
        self._vak = vak
        vak.addWidget(self._houder)
        self.erbij = QPushButton(_("+ Iemand erbij"), self)
        self.erbij.clicked.connect(self._voeg_toe)
        vak.addWidget(self.erbij, 0, Qt.AlignmentFlag.AlignLeft)

    def laad(self, zitting_id: str, deelnemers: tuple[Deelnemerbeeld, ...]) -> None:
        """Shows the parties of a sitting."""
        ids = tuple(d.id for d in deelnemers)
        if (zitting_id, ids) != (self._zitting, self._ids):
            self._zitting, self._ids = zitting_id, ids
            self._bouw(deelnemers)
        for lader, deelnemer in zip(self._laders, deelnemers, strict=True):
            lader(deelnemer)

    def _bouw(self, deelnemers: tuple[Deelnemerbeeld, ...]) -> None:
        self._houder.hide()
        self._houder.deleteLater()
        self._houder = QWidget(self)
        self._laders, self._teksten = [], []
        rooster = QGridLayout(self._houder)
        rooster.setContentsMargins(0, 0, 0, 0)
        rooster.setHorizontalSpacing(8)
        rooster.setVerticalSpacing(8)
        koppen = (_("Wie"), _("Naam"), _("Organisatie"), _("Gekomen?"), _("Bij welk deel?"))
        for n, tekst in enumerate(koppen):
            kop = QLabel(tekst, self._houder)
            kop.setProperty("soort", "klein")
            rooster.addWidget(kop, 0, n)
        for r, deelnemer in enumerate(deelnemers, 1):
            self._rij(rooster, r, deelnemer)
        for n, deel in enumerate((3, 4, 4, 3, 4)):
            rooster.setColumnStretch(n, deel)
        self._vak.insertWidget(0, self._houder)

    def _rij(self, rooster: QGridLayout, r: int, deelnemer: Deelnemerbeeld) -> None:
        id_, werkplek = deelnemer.id, self._gesprek.werkplek
        namen: list[tuple[QWidget, str]] = []

        def zet(veld: str) -> Callable[[object], bool]:
            return lambda waarde: self._zet(id_, veld, waarde)

        def keuze(naam: str, soort: type[StrEnum], veld: str) -> Keuzeveld:
            uit = Keuzeveld("", soort, self._houder)
            namen.append((uit.lijst, naam))
            uit.gekozen.connect(lambda waarde: self._zet(id_, veld, soort(waarde)))
            return uit

        def tekst(naam: str, veld: str) -> Tekstveld:
            uit = Tekstveld("", werkplek, zet(veld), self._houder)
            namen.append((uit.veld, naam))
            self._teksten.append(uit)
            return uit

        partij = keuze(_("wie"), Partij, "partij")
        naam = tekst(_("naam"), "naam")
        organisatie = tekst(_("organisatie"), "organisatie")
        gekomen = keuze(_("gekomen"), Aanwezigheid, "aanwezigheid")
        deel = keuze(_("deel"), Bijgewoond, "bijgewoond")
        weg = QPushButton(_("Weg"), self._houder)
        weg.setProperty("soort", "stil")
        weg.clicked.connect(lambda: self._haal_weg(id_))
        for n, widget in enumerate((partij, naam, organisatie, gekomen, deel, weg)):
            rooster.addWidget(widget, r, n)

        def lader(d: Deelnemerbeeld) -> None:
            wie = woord(d.partij)
            for editor, naam_ in namen:
                editor.setAccessibleName(f"{wie}: {naam_}")
            weg.setAccessibleName(_("{wie} weghalen").format(wie=wie))
            partij.laad(d.partij)
            naam.laad(f"deelnemer:{d.id}:naam", d.naam)
            organisatie.laad(f"deelnemer:{d.id}:organisatie", d.organisatie)
            gekomen.laad(d.aanwezigheid)
            deel.laad(d.bijgewoond)

        self._laders.append(lader)

    def _zet(self, deelnemer_id: str, veld: str, waarde: object) -> bool:
        return self._gesprek.doe(
            lambda _intake, work: work.get(Deelnemer, deelnemer_id).zet(veld, waarde)
        )

    def _voeg_toe(self) -> None:
        self.leg_vast()
        zitting = self._zitting
        self._gesprek.doe(lambda _intake, work: work.get(Zitting, zitting).nodig_uit(Partij.ANDERS))

    def _haal_weg(self, deelnemer_id: str) -> None:
        zitting = self._zitting
        self._gesprek.doe(lambda _intake, work: work.get(Zitting, zitting).haal_weg(deelnemer_id))

    def leg_vast(self) -> bool:
        """Keeps what is still being typed."""
        gelukt = [veld.bewaarder.leg_nu_vast() for veld in self._teksten]
        return all(gelukt)
