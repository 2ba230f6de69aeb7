"""What is still to be done before the plan can be set; each line goes to its field."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.models.pipfeiten import Bevinding
from desktop.taal import _, meervoud
from desktop.views.pip.plek import Planplek
from desktop.views.pip.tekstknop import Tekstknop
from desktop.views.pip.woorden import bevinding_in_woorden, regel_in_woorden
from desktop.views.widgets.indeling import knop, regel

BREED = 288
LAAG = 208
"""Height of the list where it stands under the plan."""


class Nogtedoen(QFrame):
    """Blocking points and hints apart. Beside the plan, or folded under it where that is narrow."""

    naar = Signal(str)
    """The field of a finding."""

    def __init__(self, plek: Planplek, parent: QWidget) -> None:
        super().__init__(parent)
        self._plek = plek
        self._bevindingen: tuple[Bevinding, ...] | None = None
        self._onder = False
        self.setProperty("soort", "blad")
        self.punten: list[tuple[Bevinding, Tekstknop]] = []
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(16, 8, 8, 8)
        buiten.setSpacing(4)
        kop = QHBoxLayout()
        self.titel = regel(_("Nog te doen"), "kop", self)
        self.titel.setWordWrap(False)
        self.telling = regel("", "zacht", self)
        self.vouw = knop(_("Toon"), "stil", self)
        self.vouw.setCheckable(True)
        self.vouw.toggled.connect(self._vouw)
        kop.addWidget(self.titel)
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
        """Under the plan it is one line, that unfolds."""
        self._onder = onder
        self.vouw.setVisible(onder)
        self.telling.setVisible(onder)
        self.titel.setMinimumWidth(0)
        self.setMinimumWidth(0 if onder else BREED)
        self.setMaximumWidth(16_777_215 if onder else BREED)
        self._vouw(self.vouw.isChecked())

    def _vouw(self, open_: bool) -> None:
        self.rol.setVisible(open_ or not self._onder)
        self.vouw.setText(_("Verberg") if open_ else _("Toon"))
        self.vouw.setAccessibleName(
            _("Verberg wat nog te doen is") if open_ else _("Toon wat nog te doen is")
        )
        self.setMaximumHeight(LAAG if self._onder else 16_777_215)

    def ververs(self) -> None:
        """Shows what the rules find now; the line under the keyboard keeps its place."""
        bevindingen = self._plek.beeld.bevindingen
        if bevindingen == self._bevindingen:
            return
        hier = next((b for b, k in self.punten if k.hasFocus()), None)
        self._bevindingen = bevindingen
        oud, self.punten = [k for _b, k in self.punten], []
        while self._vak.count():
            deel = self._vak.takeAt(0)
            if deel is not None and (w := deel.widget()) is not None and w not in oud:
                w.hide()
                w.deleteLater()
        moet = [b for b in bevindingen if b.blokkeert]
        tips = [b for b in bevindingen if not b.blokkeert]
        self._tel(len(moet), len(tips))
        if not moet:
            self._vak.addWidget(
                regel(_("✓ Alles wat nodig is staat erin. Je kunt het vaststellen."), "", self)
            )
        for titel, lijst in (
            (_("Nodig voor het vaststellen"), moet),
            (_("Goed om te weten"), tips),
        ):
            if lijst:
                self._vak.addWidget(regel(titel, "klein", self))
            for bevinding in lijst:
                self._punt(bevinding, oud)
        self._vak.addStretch()
        for over in oud:
            over.hide()
            over.deleteLater()
        if hier is not None:
            self._houd_focus(hier)

    def _tel(self, moet: int, tips: int) -> None:
        delen = [meervoud("{aantal} punt", "{aantal} punten", moet)] if moet else []
        if tips:
            delen.append(meervoud("{aantal} tip", "{aantal} tips", tips))
        self.telling.setText(", ".join(delen) or _("niets meer"))
        self.setAccessibleName(f"{_('Nog te doen')}: {self.telling.text()}")

    def _punt(self, bevinding: Bevinding, oud: list[Tekstknop]) -> None:
        punt = oud.pop(0) if oud else self._nieuw()
        punt.zet(
            bevinding_in_woorden(bevinding),
            regel_in_woorden(bevinding),
            teken="!" if bevinding.blokkeert else "i",
            let_op=bevinding.blokkeert,
        )
        soort = _("Nodig") if bevinding.blokkeert else _("Tip")
        punt.setAccessibleName(f"{soort}: {punt.tekst} ({_(bevinding.regel)})")
        self._vak.addWidget(punt)
        self.punten.append((bevinding, punt))

    def _nieuw(self) -> Tekstknop:
        punt = Tekstknop(self)
        punt.clicked.connect(lambda: self._kies(punt))
        return punt

    def _kies(self, knop_: Tekstknop) -> None:
        for bevinding, punt in self.punten:
            if punt is knop_:
                self.naar.emit(bevinding.veld)
                if self._onder:
                    self.vouw.setChecked(False)  # the plan needs the room
                return

    def _houd_focus(self, hier: Bevinding) -> None:
        doel = next((k for b, k in self.punten if b == hier), None)
        if doel is None and self.punten:
            doel = self.punten[0][1]
        if doel is not None:
            doel.setFocus(Qt.FocusReason.OtherFocusReason)
