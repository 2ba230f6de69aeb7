"""What is missing before it can be decided, from the start; each line goes to its field."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.models.wegingregels import Gemis
from desktop.models.wegingwoorden import zin as zin_van
from desktop.taal import _, meervoud
from desktop.views.pip.tekstknop import Tekstknop
from desktop.views.weging.plek import Wegingplek
from desktop.views.widgets.indeling import knop, regel

BREED = 264
LAAG = 184
"""Height of the list where it stands under the sheet."""
ONBEPERKT = 16_777_215


class Nogtedoen(QFrame):
    """Beside the sheet, or folded under it where that is narrow. `naar`: a `Gemis.veld`."""

    naar = Signal(str)

    def __init__(self, plek: Wegingplek, parent: QWidget) -> None:
        super().__init__(parent)
        self._plek = plek
        self._gemis: tuple[Gemis, ...] | None = None
        self._onder = self._open = False
        self.setProperty("soort", "blad")
        self.punten: list[tuple[Gemis, Tekstknop]] = []
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(16, 12, 8, 12)
        buiten.setSpacing(4)
        kop = QHBoxLayout()
        self.titel = regel(_("Nog te doen"), "kop", self)
        self.titel.setWordWrap(False)
        self.telling = regel("", "zacht", self)
        self.vouw = knop("", "stil", self)
        self.vouw.clicked.connect(lambda: self.zet_open(not self._open))
        kop.addWidget(self.titel)
        kop.addWidget(self.telling, 1)
        kop.addWidget(self.vouw)
        buiten.addLayout(kop)
        binnen = QWidget(self)
        self._vak = QVBoxLayout(binnen)
        self._vak.setContentsMargins(0, 0, 8, 0)
        self._vak.setSpacing(2)
        self.klaar = regel(_("✓ Alles is er. Je kunt besluiten."), "", binnen)
        self._vak.addWidget(self.klaar)
        self._vak.addStretch()
        self.rol = QScrollArea(self)
        self.rol.setWidgetResizable(True)
        self.rol.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rol.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rol.setWidget(binnen)
        buiten.addWidget(self.rol, 1)
        self.zet_onder(False)

    def zet_onder(self, onder: bool) -> None:
        """Under the sheet it is one line, that unfolds."""
        self._onder = onder
        self.vouw.setVisible(onder)
        self.telling.setVisible(onder)
        self.setMinimumWidth(0 if onder else BREED)
        self.setMaximumWidth(ONBEPERKT if onder else BREED)
        self.zet_open(self._open)

    def zet_open(self, open_: bool) -> None:
        """Unfolds it, or leaves the line."""
        self._open = open_
        self.rol.setVisible(open_ or not self._onder)
        self.vouw.setText(_("Verberg") if open_ else _("Toon"))
        self.vouw.setAccessibleName(
            _("Verberg wat nog te doen is") if open_ else _("Toon wat nog te doen is")
        )
        self.setMaximumHeight(LAAG if self._onder else ONBEPERKT)

    def ververs(self) -> None:
        """Shows what is missing now; the line under the keyboard keeps its place."""
        gemis = self._plek.beeld.gemis
        if gemis == self._gemis:
            return
        self._gemis = gemis
        hier = next((g.veld for g, k in self.punten if k.hasFocus()), None)
        oud, self.punten = [k for _g, k in self.punten], []
        for punt in oud:
            self._vak.removeWidget(punt)
        for n, stuk in enumerate(gemis):
            punt = oud.pop(0) if oud else self._nieuw()
            punt.zet(zin_van(stuk), teken="!", let_op=True)
            self._vak.insertWidget(n + 1, punt)
            punt.show()
            self.punten.append((stuk, punt))
        for over in oud:
            over.hide()
            over.deleteLater()
        self.klaar.setVisible(not gemis)
        aantal = len(gemis)
        self.telling.setText(
            meervoud("{aantal} punt", "{aantal} punten", aantal) if aantal else _("niets meer")
        )
        self.setAccessibleName(f"{_('Nog te doen')}: {self.telling.text()}")
        if hier is not None and self.punten:
            doel = next((k for g, k in self.punten if g.veld == hier), self.punten[0][1])
            doel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _nieuw(self) -> Tekstknop:
        punt = Tekstknop(self)
        punt.clicked.connect(lambda: self._kies(punt))
        return punt

    def _kies(self, knop_: Tekstknop) -> None:
        for stuk, punt in self.punten:
            if punt is knop_:
                self.naar.emit(stuk.veld)
                return
