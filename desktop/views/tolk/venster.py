"""The window for the interpreter: what is on the table now, in both languages, in big type."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.models.prompts import Prompts, Vertaalstatus
from desktop.models.tolkbeeld import LEEG, Tolkbeeld, Tolksoort
from desktop.models.woorden import woord
from desktop.taal import _
from desktop.views.stijl import TINTEN
from desktop.views.tolk.melding import Meldformulier
from desktop.views.tolk.rijen import Rij, Rijenblad, rij_van

BREED = 1360
"""From this width on the glossary stands beside the question; below it comes in its place."""

SMAL = 800
"""Below this the head has less room."""

SCHUIFBALK = 16


class Tolkvenster(QWidget):
    """Shows what a `Tolkbeeld` holds. Like the client's window it gets only values."""

    gemeld = Signal(str, str, str)
    """msgctxt, what is wrong, what is better."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle("Viergesprek")
        self.setMinimumSize(560, 360)
        self.setProperty("soort", "vlak")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.beeld = LEEG
        self._rtl = self._een = False
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(24, 12, 24, 12)
        buiten.setSpacing(8)
        self._kop = self._bovenkant()
        self.formulier = Meldformulier(self)
        self.formulier.gemeld.connect(self.gemeld)
        self.formulier.gesloten.connect(self._terug_van_formulier)
        self.blad = Rijenblad(self)
        self.rol = _rol(self.blad, self, _("De vraag in twee talen"))
        self.woorden = Rijenblad(self, grootst=30, kleinst=24)
        self.woordenrol = _rol(self.woorden, self, _("Woordenlijst"))
        self.hierna = Rijenblad(self, grootst=28)
        self._streep = QFrame(self)
        self._streep.setFrameShape(QFrame.Shape.HLine)
        for rol in (self.rol, self.woordenrol):
            rol.installEventFilter(self)
        midden = QHBoxLayout()
        midden.setSpacing(24)
        midden.addWidget(self.rol, 5)
        midden.addWidget(self.woordenrol, 3)
        buiten.addWidget(self._kop)
        buiten.addWidget(self.formulier)
        buiten.addLayout(midden, 1)
        buiten.addWidget(self._streep)
        buiten.addWidget(self.hierna)
        self._lijst.toggled.connect(self._schik)
        QShortcut(QKeySequence("F4"), self, self._lijst.toggle)
        self._toon_delen(False)

    def _bovenkant(self) -> QWidget:
        kop = QWidget(self)
        rij = QHBoxLayout(kop)
        rij.setContentsMargins(0, 0, 0, 0)
        rij.setSpacing(16)
        self.code = QLabel("", kop)
        self.code.setProperty("soort", "vitrine")
        self.code.setStyleSheet("font-size: 48px;")
        self.domein = QLabel("", kop)
        self.domein.setProperty("soort", "groot")
        self.domein.setTextFormat(Qt.TextFormat.PlainText)
        self.domein.setWordWrap(True)
        self.oefening = QLabel(_("Oefening"), kop)
        self.oefening.setProperty("soort", "oefening")
        self.status = QLabel("", kop)
        self.status.setProperty("soort", "klein")
        self.status.setTextFormat(Qt.TextFormat.PlainText)
        self._lijst = QPushButton(_("Woordenlijst (F4)"), kop)
        self._lijst.setCheckable(True)
        self._lijst.setAccessibleName(_("Woordenlijst"))
        self.klopt_niet = QPushButton(_("Dit klopt niet"), kop)
        self.klopt_niet.setAccessibleDescription(_("Een verkeerde vertaling doorgeven"))
        self.klopt_niet.clicked.connect(self._meld)
        for deel, ruimte in (
            (self.code, 0),
            (self.domein, 1),
            (self.oefening, 0),
            (self.status, 0),
            (self._lijst, 0),
            (self.klopt_niet, 0),
        ):
            rij.addWidget(deel, ruimte)
        return kop

    @property
    def lijstknop(self) -> QPushButton:
        """Shows the glossary in the place of the question, on a narrow window."""
        return self._lijst

    def toon(self, beeld: Tolkbeeld, prompts: Prompts) -> None:
        """Shows a view, in the direction of these prompts."""
        self.beeld = beeld
        self._rtl = prompts.taal.rechts_naar_links
        self._een = prompts.taal.tag == "nl"
        if beeld.soort is Tolksoort.LEEG:
            self._toon_delen(False)
            for blad in (self.blad, self.woorden, self.hierna):
                blad.toon((), rtl=False, een=True)
            for label in (self.code, self.domein, self.status):
                label.setText("")
            self.formulier.sluit()
            return
        self._toon_kop(beeld, prompts)
        soort = "zin"
        rijen = [rij_van(soort, zin) for zin in beeld.zinnen]
        rijen += [rij_van("optie", o.tekst, gekozen=o.gekozen) for o in beeld.opties]
        rijen += [
            rij_van("antwoord", tekst, gekozen=True, kop=_("Antwoord:")) for tekst in beeld.antwoord
        ]
        self.blad.toon(rijen, rtl=self._rtl, een=self._een)
        self.woorden.toon(
            [rij_van("woord", w.uitleg, kop=f"{w.woord}:") for w in beeld.woorden],
            rtl=self._rtl,
            een=self._een,
        )
        self.hierna.toon(self._hierna(beeld), rtl=self._rtl, een=self._een)
        self._toon_delen(True)
        self.rol.verticalScrollBar().setValue(0)
        self._schik()

    def _toon_kop(self, beeld: Tolkbeeld, prompts: Prompts) -> None:
        self.code.setText(beeld.code)
        self._schik_kop()
        titel = beeld.domeintitel
        delen = [] if titel is None else list(dict.fromkeys((titel.nederlands, titel.tekst)))
        self.domein.setText("  ·  ".join(delen))
        status = beeld.zinnen[0].status if beeld.zinnen else Vertaalstatus.BRON
        delen = [_(prompts.taal.naam), woord(status)]
        self.status.setText("\n".join(deel for deel in delen if deel))
        self.klopt_niet.setEnabled(not self._een and bool(beeld.contexten))

    def _schik_kop(self) -> None:
        """The code large, in the tint of its domain; on a narrow window so that all has room."""
        smal = self.width() < SMAL
        tint = TINTEN.get(self.beeld.domein)
        rand = f"border-bottom: 6px solid {tint};" if tint else ""
        vorm = f"font-size: {32 if smal else 48}px; {rand}"
        if vorm != self.code.styleSheet():
            self.code.setStyleSheet(vorm)
        rij = self._kop.layout()
        if rij is not None:
            rij.setSpacing(8 if smal else 16)

    def _hierna(self, beeld: Tolkbeeld) -> list[Rij]:
        if beeld.daarna is None:
            return []
        kop = _("Hierna {code}:").format(code=beeld.daarna.code)
        return [rij_van("daarna", beeld.daarna.tekst, kop=kop)]

    def _toon_delen(self, aan: bool) -> None:
        for deel in (self._kop, self.rol, self.hierna, self._streep):
            deel.setVisible(aan)
        self.oefening.setVisible(aan and self.beeld.oefening)
        self.woordenrol.setVisible(False)

    def _schik(self) -> None:
        """Letters as large as the window allows; the glossary beside it, or in its place."""
        if self.beeld.soort is Tolksoort.LEEG:
            return
        self._schik_kop()
        breed = self.width() >= BREED
        heeft = bool(self.beeld.woorden)
        self._lijst.setVisible(heeft and not breed)
        wissel = heeft and not breed and self._lijst.isChecked()
        self.woordenrol.setVisible(heeft and (breed or wissel))
        self.rol.setVisible(not wissel)
        vrij = self.width() - 48 - SCHUIFBALK
        self.hierna.setFixedHeight(self.hierna.pas_in(vrij, max(40, self.height() // 8)))
        self._pas_in()

    def _pas_in(self) -> None:
        """The bar to scroll with has its room at all times, so that its coming moves nothing."""
        for blad, rol in ((self.blad, self.rol), (self.woorden, self.woordenrol)):
            if rol.isVisibleTo(self):
                hoog = blad.pas_in(max(100, rol.width() - SCHUIFBALK), rol.height() - 4)
                blad.setMinimumHeight(hoog)

    def eventFilter(self, wie: QObject, gebeurtenis: QEvent) -> bool:
        """The layout gives a scroll area its size after the window has its own."""
        if gebeurtenis.type() == QEvent.Type.Resize and wie in (self.rol, self.woordenrol):
            self._pas_in()
        return super().eventFilter(wie, gebeurtenis)

    def resizeEvent(self, gebeurtenis: QResizeEvent) -> None:
        super().resizeEvent(gebeurtenis)
        self._schik()

    def _meld(self) -> None:
        contexten = self.beeld.contexten
        if not contexten:
            return
        self.formulier.vraag([self.beeld.tekst_van(c) for c in contexten], rtl=self._rtl)
        self._schik()

    def bevestig_melding(self, weigering: str) -> None:
        """Kept: says so, and the keyboard goes back to the button. Else the form stays."""
        if self.formulier.bevestig(weigering):
            self.status.setText(_("Doorgegeven aan de vertaler."))
            self._terug_van_formulier()
        else:
            self._schik()

    def _terug_van_formulier(self) -> None:
        self.klopt_niet.setFocus()
        self._schik()

    def keyPressEvent(self, toets: QKeyEvent) -> None:
        """Arrows and Page keys scroll what does not fit."""
        rol = self.woordenrol if not self.rol.isVisibleTo(self) else self.rol
        balk = rol.verticalScrollBar()
        stap = {
            Qt.Key.Key_Down: balk.singleStep() * 3,
            Qt.Key.Key_Up: -balk.singleStep() * 3,
            Qt.Key.Key_PageDown: balk.pageStep(),
            Qt.Key.Key_PageUp: -balk.pageStep(),
        }.get(Qt.Key(toets.key()))
        if stap is None:
            super().keyPressEvent(toets)
        else:
            balk.setValue(balk.value() + stap)


def _rol(blad: QWidget, parent: QWidget, naam: str) -> QScrollArea:
    rol = QScrollArea(parent)
    rol.setWidgetResizable(True)
    rol.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    rol.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    rol.setAccessibleName(naam)
    rol.setWidget(blad)
    return rol
