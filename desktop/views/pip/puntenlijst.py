"""What is still to be done on a sheet: points that each go to their field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.taal import _
from desktop.views.pip.tekstknop import Tekstknop
from desktop.views.widgets.indeling import knop, regel

ONBEPERKT = 16_777_215
"""Qt's own word for no limit."""


@dataclass(frozen=True)
class Punt:
    """One line. `wat` is what was found, `gesproken` what a screen reader says of it."""

    wat: Any
    veld: str
    tekst: str
    onder: str = ""
    gesproken: str = ""
    let_op: bool = True


class Puntenlijst(QFrame):
    """Beside the sheet, or folded under it where that is narrow. `naar`: the field of a point."""

    naar = Signal(str)

    def __init__(self, parent: QWidget, *, breed: int, laag: int, vouwt_in: bool) -> None:
        """`laag`: its height under the sheet; `vouwt_in`: going to a field folds it there."""
        super().__init__(parent)
        self._breed, self._laag, self._vouwt_in = breed, laag, vouwt_in
        self._onder = False
        self._groepen: Sequence[tuple[str, Sequence[Punt]]] | None = None
        self.setProperty("soort", "blad")
        self.punten: list[tuple[Any, Tekstknop]] = []
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(16, 8, 8, 8)
        buiten.setSpacing(4)
        kop = QHBoxLayout()
        titel = regel(_("Nog te doen"), "kop", self)
        titel.setWordWrap(False)
        titel.setMinimumWidth(0)
        self.telling = regel("", "zacht", self)
        self.vouw = knop(_("Toon"), "stil", self)
        self.vouw.setCheckable(True)
        self.vouw.toggled.connect(self._vouw)
        kop.addWidget(titel)
        kop.addWidget(self.telling, 1)
        kop.addWidget(self.vouw)
        buiten.addLayout(kop)
        binnen = QWidget(self)
        self._vak = QVBoxLayout(binnen)
        self._vak.setContentsMargins(0, 0, 8, 0)
        self._vak.setSpacing(2)
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
        self.setMinimumWidth(0 if onder else self._breed)
        self.setMaximumWidth(ONBEPERKT if onder else self._breed)
        self._vouw(self.vouw.isChecked())

    def zet_open(self, open_: bool) -> None:
        """Unfolds it, or leaves the line."""
        self.vouw.setChecked(open_)

    def _vouw(self, open_: bool) -> None:
        self.rol.setVisible(open_ or not self._onder)
        self.vouw.setText(_("Verberg") if open_ else _("Toon"))
        self.vouw.setAccessibleName(
            _("Verberg wat nog te doen is") if open_ else _("Toon wat nog te doen is")
        )
        self.setMaximumHeight(self._laag if self._onder else ONBEPERKT)

    def toon(
        self, groepen: Sequence[tuple[str, Sequence[Punt]]], *, klaar: str, telling: str
    ) -> None:
        """Groups with their heading; `klaar` above them, where it says something.

        The line under the keyboard keeps its place.
        """
        if groepen == self._groepen:
            return
        self._groepen = groepen
        hier = next((wat for wat, k in self.punten if k.hasFocus()), None)
        oud, self.punten = [k for _w, k in self.punten], []
        while self._vak.count():
            deel = self._vak.takeAt(0)
            if deel is not None and (w := deel.widget()) is not None and w not in oud:
                w.hide()
                w.deleteLater()
        self.telling.setText(telling or _("niets meer"))
        self.setAccessibleName(f"{_('Nog te doen')}: {self.telling.text()}")
        if klaar:
            self._vak.addWidget(regel(klaar, "", self))
        for titel, punten in groepen:
            if titel and punten:
                self._vak.addWidget(regel(titel, "klein", self))
            for punt in punten:
                self._zet(punt, oud.pop(0) if oud else self._nieuw())
        self._vak.addStretch()
        for over in oud:
            over.hide()
            over.deleteLater()
        if hier is not None and self.punten:
            doel = next((k for wat, k in self.punten if wat == hier), self.punten[0][1])
            doel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _zet(self, punt: Punt, los: Tekstknop) -> None:
        los.zet(punt.tekst, punt.onder, teken="!" if punt.let_op else "i", let_op=punt.let_op)
        if punt.gesproken:
            los.setAccessibleName(punt.gesproken)
        self._vak.addWidget(los)
        self.punten.append((punt.wat, los))

    def _nieuw(self) -> Tekstknop:
        los = Tekstknop(self)
        los.clicked.connect(lambda: self._kies(los))
        return los

    def _kies(self, gekozen: Tekstknop) -> None:
        plek = next(n for n, (_wat, los) in enumerate(self.punten) if los is gekozen)
        punten = [punt for _titel, groep in self._groepen or () for punt in groep]
        self.naar.emit(punten[plek].veld)
        if self._onder and self._vouwt_in:
            self.vouw.setChecked(False)  # the sheet needs the room
