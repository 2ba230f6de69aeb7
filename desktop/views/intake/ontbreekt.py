"""What is missing before the closing: open questions, the statutory minimum, agreements."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.models.antwoordtekst import antwoordzin
from desktop.models.voortgang import DEKKING_WOORDEN
from desktop.taal import _, meervoud
from desktop.views.intake.gesprek import Gesprek
from desktop.views.intake.vraagkop import regel


class Ontbreekt(QWidget):
    """Three short lists; a click goes there."""

    def __init__(self, gesprek: Gesprek, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gesprek = gesprek
        self._beeld: object = None
        self._vak = QVBoxLayout(self)
        self._vak.setContentsMargins(0, 0, 16, 0)
        self._vak.setSpacing(16)
        self.domeinknoppen: dict[str, QPushButton] = {}
        self.akkoordknoppen: dict[str, QPushButton] = {}

    def ververs(self) -> None:
        """Shows what is missing now."""
        stand = self._gesprek.stand
        beeld = (
            stand.voortgang.domeinen,
            stand.voortgang.dekking,
            [(code, stand.antwoorden[code]) for code in stand.te_bevestigen],
        )
        if beeld == self._beeld:
            return
        self._beeld = beeld
        while plek := self._vak.takeAt(0):
            if (oud := plek.widget()) is not None:
                oud.hide()
                oud.deleteLater()
        self.domeinknoppen, self.akkoordknoppen = {}, {}
        if stand.te_bevestigen:
            self._vak.addWidget(self._bevestigen())
        self._vak.addWidget(self._open())
        self._vak.addWidget(self._minimum())
        self._vak.addStretch()

    def _kaart(self, titel: str) -> tuple[QFrame, QVBoxLayout]:
        kaart = QFrame(self)
        kaart.setProperty("soort", "blad")
        vak = QVBoxLayout(kaart)
        vak.setContentsMargins(16, 12, 16, 12)
        vak.setSpacing(4)
        vak.addWidget(regel(titel, "kop", kaart))
        return kaart, vak

    def _bevestigen(self) -> QWidget:
        gesprek = self._gesprek
        kaart, vak = self._kaart(_("Wacht op jouw akkoord"))
        for code in gesprek.stand.te_bevestigen:
            vraag, antwoord = gesprek.lijst.vragen[code], gesprek.stand.antwoorden[code]
            zin = antwoordzin(vraag, antwoord.status, antwoord.opties, antwoord.waarde)
            rij = QHBoxLayout()
            rij.addWidget(regel(f"{vraag.tekst}\n{zin}", "", kaart), 1)
            kijk = QPushButton(_("Bekijk"), kaart)
            kijk.setProperty("soort", "stil")
            kijk.clicked.connect(lambda _aan=False, code=code: gesprek.ga_naar(code))
            akkoord = QPushButton(_("Akkoord"), kaart)
            akkoord.clicked.connect(lambda _aan=False, code=code: gesprek.bevestig(code))
            akkoord.setAccessibleName(_("Akkoord met {code}").format(code=code))
            self.akkoordknoppen[code] = akkoord
            rij.addWidget(kijk)
            rij.addWidget(akkoord)
            vak.addLayout(rij)
        return kaart

    def _open(self) -> QWidget:
        gesprek = self._gesprek
        kaart, vak = self._kaart(_("Nog te vragen"))
        for domein in gesprek.lijst.domeinen:
            stand = gesprek.stand.voortgang.domeinen[domein.code]
            if stand.klaar:
                continue
            delen = []
            if stand.open:
                delen.append(meervoud("{aantal} vraag", "{aantal} vragen", stand.open))
            if stand.later:
                delen.append(_("{aantal} voor later").format(aantal=stand.later))
            knop = QPushButton(f"{domein.titel}: {', '.join(delen)}", kaart)
            knop.setProperty("soort", "regel")
            knop.clicked.connect(lambda _aan=False, code=domein.code: gesprek.naar_domein(code))
            self.domeinknoppen[domein.code] = knop
            vak.addWidget(knop)
        if not self.domeinknoppen:
            vak.addWidget(regel(_("✓ Alle vragen zijn langs geweest."), "", kaart))
        return kaart

    def _minimum(self) -> QWidget:
        kaart, vak = self._kaart(_("Wettelijk minimum"))
        for code, gedekt in self._gesprek.stand.voortgang.dekking.items():
            teken, wat = ("✓", "") if gedekt else ("○", f" ({_('nog open')})")
            vak.addWidget(regel(f"{teken}  {_(DEKKING_WOORDEN[code])}{wat}", "", kaart))
        vak.addWidget(
            regel(_("De leerbaarheidstoets hoort er ook bij; die staat apart."), "klein", kaart)
        )
        return kaart
