"""One sentence of the plan: read as text, opened as fields. Its origin stays in sight."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.models.pipinhoud import Regel
from desktop.models.piponderdelen import Onderdeel
from desktop.models.woordkeus import Vondstsoort, vind
from desktop.taal import _, meervoud
from desktop.views.pip.plek import Planplek
from desktop.views.pip.regeleditor import Regeleditor
from desktop.views.pip.tekstknop import Tekstknop
from desktop.views.pip.woorden import MET_WIE, afkomst_in_woorden, bij_regel_in_woorden
from desktop.views.widgets.indeling import knop
from desktop.views.widgets.indeling import regel as label


class Regelrij(QWidget):
    """Enter or a click opens it, Escape closes it; Alt with an arrow moves it, Delete takes it out.

    `loop`: to the row above or below. `vervallen`: a new line that nobody typed in.
    """

    loop = Signal(int)
    vervallen = Signal()

    def __init__(
        self, plek: Planplek, onderdeel: Onderdeel, id_: str, parent: QWidget, *, sleutel: str = ""
    ) -> None:
        super().__init__(parent)
        self._plek, self._onderdeel = plek, onderdeel
        self.id, self._sleutel = id_, sleutel
        self.regel: Regel | None = None
        self._beeld: object = None
        self.editor: Regeleditor | None = None
        self._blad = QVBoxLayout(self)
        self._blad.setContentsMargins(0, 0, 0, 0)
        self._blad.setSpacing(0)
        self.lees = Tekstknop(self, omlijnd=True)
        self.lees.clicked.connect(self.open)
        self.lees.installEventFilter(self)
        self._blad.addWidget(self.lees)
        self.chip = knop("", "chip", self, kort=True)
        self.chip.setCheckable(True)
        self.chip.toggled.connect(self._toon_afkomst)
        rij = QHBoxLayout()
        rij.setContentsMargins(8, 4, 0, 0)
        rij.addWidget(self.chip)
        rij.addStretch()
        self._blad.addLayout(rij)
        self._afkomst: QLabel | None = None
        self.chip.hide()

    @property
    def nieuw(self) -> bool:
        """Not in the plan yet."""
        return self.regel is None

    def toon(self, regel: Regel, *, vast: bool) -> None:
        """Shows the sentence as it stands, and whether its words are worth a second look."""
        beeld = regel, vast, self._plek.bron.lijst is None
        if beeld == self._beeld:
            return
        self._beeld, self.regel = beeld, regel
        delen = (bij_regel_in_woorden(regel), "" if vast else self._woordkeus(regel.tekst))
        onder = "  ·  ".join(deel for deel in delen if deel)
        self.lees.zet(regel.tekst, onder)
        self.lees.zet_plat(vast)
        bron = afkomst_in_woorden(regel.afkomst)
        self.chip.setText(" ".join(bron.split()).replace("&", "&&"))
        self.chip.setToolTip(_("Klik om alles te lezen"))
        self.chip.setAccessibleName(bron)
        self.chip.setVisible(bool(bron))
        gezegd = (regel.tekst, onder, bron)
        self.lees.setAccessibleName(". ".join(deel for deel in gezegd if deel))
        self.lees.setAccessibleDescription("" if vast else _("Druk op Enter om te wijzigen."))
        if self.editor is not None:
            if vast:
                self.sluit()
            else:
                self.editor.laad(regel)

    def _woordkeus(self, tekst: str) -> str:
        """Only what threatens, or names an illness, a belief or a BSN: the rest shows when open."""
        lijst = self._plek.bron.lijst
        if lijst is None:
            return ""
        soorten = (Vondstsoort.DREIGEND, Vondstsoort.GEVOELIG)
        aantal = sum(vondst.soort in soorten for vondst in vind(tekst, lijst))
        if not aantal:
            return ""
        return meervoud(
            "{aantal} woord om na te kijken", "{aantal} woorden om na te kijken", aantal
        )

    def _toon_afkomst(self, open_: bool) -> None:
        """The whole answer, under its chip."""
        if self._afkomst is None and self.regel is not None:
            self._afkomst = label("", "zacht", self)
            self._afkomst.setContentsMargins(20, 4, 8, 4)
            self._afkomst.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            self._blad.addWidget(self._afkomst)
        if self._afkomst is not None and self.regel is not None:
            self._afkomst.setText(self._plek.afkomst_uitleg(self.regel.afkomst))
            self._afkomst.setVisible(open_)

    # Open and closed

    @property
    def is_open(self) -> bool:
        """True while its fields are shown."""
        return self.editor is not None

    def open(self, *, richt: bool = True) -> None:
        """Shows the fields."""
        if self._plek.vast or self.editor is not None:
            return
        self.editor = editor = Regeleditor(
            self._plek,
            self.id,
            _("Zin onder {kop}").format(kop=self._onderdeel.kop),
            self,
            met_wie=self._onderdeel.code in MET_WIE,
        )
        if self._sleutel:
            editor.bewaar_tekst = self._bewaar_nieuw
        editor.laad(self.regel)
        editor.klaar.connect(self.sluit_met_focus)
        editor.weg.connect(self.verwijder)
        editor.stap.connect(self.verplaats)
        self._blad.insertWidget(0, editor)
        self.lees.hide()
        self._plek.open.onthoud(self.id, self._onderdeel.code, self._sleutel)
        for veld in editor.findChildren(QWidget):
            veld.installEventFilter(self)
        QWidget.setTabOrder(self.lees, editor.tekst.veld)
        if richt:
            editor.richt()

    def _bewaar_nieuw(self, tekst: str) -> str:
        if self.regel is not None:
            return self._plek.wijzig_regel(self.id, "tekst", tekst)
        if not tekst.strip():
            return ""
        nieuw = Regel(
            id=self._sleutel,
            onderdeel=self._onderdeel.code,
            tekst=tekst,
            deel=self._onderdeel.deel,
        )
        return self._plek.voeg_toe(nieuw)

    def sluit(self) -> bool:
        """Keeps what was typed and shows the text; False when something was refused."""
        if self.editor is None:
            return True
        if self.nieuw and not self.editor.tekst.tekst.strip():
            if self.editor.half:
                self.editor.tekst.toon_fout(_("Schrijf een zin op, of haal deze regel weg."))
                return False
            self.editor.laat_vallen()
        elif not self.editor.leg_vast():
            return False
        self._leg_af()
        if self.nieuw:
            self.vervallen.emit()
        return True

    def sluit_met_focus(self) -> None:
        """Ready: the keyboard stays on this line."""
        if self.sluit() and not self.nieuw:
            self.lees.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leg_af(self) -> None:
        editor, self.editor = self.editor, None
        if editor is not None:
            self._plek.open.vergeet(self.id)
            self.lees.show()
            editor.hide()
            editor.deleteLater()

    # Gestures

    def verwijder(self) -> None:
        """Takes it out of the plan."""
        if self._plek.vast:
            return
        if self.editor is not None:
            self.editor.laat_vallen()
        self._leg_af()
        if self.regel is None:
            self.vervallen.emit()
        else:
            self._plek.verwijder(self.regel)

    def verplaats(self, stap: int) -> None:
        """One place up or down."""
        if self.regel is not None and not self._plek.vast:
            self._plek.verplaats(self.regel, stap)

    def eventFilter(self, doel: QObject, gebeurtenis: QEvent) -> bool:
        """The keys of a row, closed or open."""
        if gebeurtenis.type() == QEvent.Type.KeyPress and isinstance(gebeurtenis, QKeyEvent):
            toets = Qt.Key(gebeurtenis.key())
            stap = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(toets)
            alt = gebeurtenis.modifiers() == Qt.KeyboardModifier.AltModifier
            if stap is not None and alt:
                self.verplaats(stap)
                return True
            if doel is self.lees:
                return self._toets_dicht(toets, stap)
        return super().eventFilter(doel, gebeurtenis)

    def _toets_dicht(self, toets: Qt.Key, stap: int | None) -> bool:
        if stap is not None:
            self.loop.emit(stap)
        elif toets == Qt.Key.Key_Delete:
            self.verwijder()
        elif toets == Qt.Key.Key_F2:
            self.open()
        else:
            return False
        return True

    def tabketen(self) -> list[QWidget]:
        """What Tab passes here, in order."""
        uit: list[QWidget] = [self.lees]
        if self.editor is not None:
            e = self.editor
            uit += [e.tekst.veld, e.wie.veld, e.wanneer.veld, e.hoe.veld, e.gezondheid, e.meer]
            uit += [e.knop_klaar, e.omhoog, e.omlaag, e.knop_weg]
        return [*uit, self.chip]
