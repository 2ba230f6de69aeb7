"""One conflict: the versions side by side, and below them what depends on the choice."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.store.conflictgevolgen import Gevolg
from desktop.store.conflictwoorden import Conflictbeeld
from desktop.taal import _
from desktop.views.conflicten.versiekaart import Versiekaart
from desktop.views.widgets.indeling import knop, regel

KAARTBREEDTE = 216
"""Narrower than this, and cards stand below one another."""


class Keuzeblad(QWidget):
    """Shows one conflict; a choice is only announced. `gekozen`: the place of a version."""

    gekozen = Signal(int)
    beide = Signal()
    in_beeld = Signal(QWidget)
    """The keyboard is on this card now: it has to be in sight."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.kaarten: list[Versiekaart] = []
        self._kolommen = 0
        blad = QVBoxLayout(self)
        blad.setContentsMargins(32, 8, 32, 32)
        blad.setSpacing(16)
        koppen = QVBoxLayout()
        koppen.setSpacing(4)
        self.onderwerp = regel("", "klein", self)
        self.titel = regel("", "kop", self)
        self.uitleg = regel("", "zacht", self)
        for label in (self.onderwerp, self.titel, self.uitleg):
            koppen.addWidget(label)
        blad.addLayout(koppen)
        self.recht = regel(
            _("Kiezen wat klopt doet de klantmanager van dit dossier."), "melding", self
        )
        blad.addWidget(self.recht)
        self._rooster = QGridLayout()
        self._rooster.setSpacing(16)
        blad.addLayout(self._rooster)
        self.nu = regel("", "zacht", self)
        blad.addWidget(self.nu)
        rij = QHBoxLayout()
        rij.setSpacing(12)
        self.knop_beide = knop(_("Houd beide"), "gewoon", self)
        self.knop_beide.clicked.connect(self.beide)
        self.zin_beide = regel(_("Dan staan ze onder elkaar."), "zacht", self)
        rij.addWidget(self.knop_beide)
        rij.addWidget(self.zin_beide, 1)
        blad.addLayout(rij)
        self.gevolgen = _Gevolgen(self)
        blad.addWidget(self.gevolgen)
        blad.addStretch(1)

    def toon(self, beeld: Conflictbeeld, *, naam: str, eerder: int | None = None) -> None:
        """Shows this, of the client `naam`; `eerder`: the version chosen a moment ago."""
        self.onderwerp.setText("  ·  ".join(deel for deel in (naam, beeld.onderwerp) if deel))
        self.titel.setText(beeld.titel)
        self.uitleg.setText(beeld.uitleg)
        self.recht.setVisible(not beeld.mag_kiezen)
        self.nu.setText(_mengsel(beeld))
        self.nu.setVisible(bool(beeld.nu) and eerder is None)
        self._zet_kaarten(beeld, eerder)
        samen = beeld.beide_kan and eerder is None
        self.knop_beide.setVisible(samen)
        self.knop_beide.setEnabled(beeld.mag_kiezen)
        if len(beeld.versies) > 2:
            self.knop_beide.setText(_("Houd ze allemaal"))
        else:
            self.knop_beide.setText(_("Houd beide"))
        self.knop_beide.setAccessibleName(self.knop_beide.text())
        self.zin_beide.setVisible(samen)
        self.gevolgen.toon(beeld.gevolgen)

    def _zet_kaarten(self, beeld: Conflictbeeld, eerder: int | None) -> None:
        for oud in self.kaarten:
            self._rooster.removeWidget(oud)
            oud.hide()
            oud.deleteLater()
        self.kaarten = []
        voor: QWidget | None = None
        for n, versie in enumerate(beeld.versies):
            kaart = Versiekaart(
                n + 1,
                versie,
                gekozen=n == eerder,
                heropend=eerder is not None,
                smal=len(beeld.versies) > 2,
                parent=self,
            )
            kaart.setEnabled(beeld.mag_kiezen)
            kaart.clicked.connect(lambda _aan=False, n=n: self.gekozen.emit(n))
            kaart.installEventFilter(self)
            if voor is not None:
                QWidget.setTabOrder(voor, kaart)
            voor = kaart
            self.kaarten.append(kaart)
            kaart.show()  # at once, so that it can have the keyboard
        if voor is not None:
            QWidget.setTabOrder(voor, self.knop_beide)
        self._kolommen = 0
        self._schik()

    def richt(self) -> None:
        """Puts the keyboard on the first version."""
        doel = self.kaarten[0] if self.kaarten and self.kaarten[0].isEnabled() else self
        doel.setFocus(Qt.FocusReason.OtherFocusReason)

    def kies_nummer(self, nummer: int) -> bool:
        """A number key: the version with that number."""
        if not 1 <= nummer <= len(self.kaarten) or not self.kaarten[nummer - 1].isEnabled():
            return False
        self.gekozen.emit(nummer - 1)
        return True

    def resizeEvent(self, gebeurtenis: QResizeEvent) -> None:
        super().resizeEvent(gebeurtenis)
        self._schik()

    def _schik(self) -> None:
        """As many cards beside one another as fit; equally wide."""
        past = max(1, (self.width() - 48) // KAARTBREEDTE)
        kolommen = min(len(self.kaarten) or 1, past)
        if kolommen == self._kolommen:
            return
        for kolom in range(self._rooster.columnCount()):
            self._rooster.setColumnStretch(kolom, 0)
        self._kolommen = kolommen
        for n, kaart in enumerate(self.kaarten):
            self._rooster.addWidget(kaart, n // kolommen, n % kolommen)
        for kolom in range(kolommen):
            self._rooster.setColumnStretch(kolom, 1)

    def eventFilter(self, wie: QObject, gebeurtenis: QEvent) -> bool:
        """Arrows walk over the cards; Enter chooses."""
        if gebeurtenis.type() == QEvent.Type.FocusIn and isinstance(wie, Versiekaart):
            self.in_beeld.emit(wie)
        if not isinstance(gebeurtenis, QKeyEvent) or gebeurtenis.type() != QEvent.Type.KeyPress:
            return super().eventFilter(wie, gebeurtenis)
        if wie not in self.kaarten:
            return super().eventFilter(wie, gebeurtenis)
        toets = Qt.Key(gebeurtenis.key())
        if toets in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            wie.click()
            return True
        stappen = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self._kolommen,
            Qt.Key.Key_Down: self._kolommen,
        }
        if toets not in stappen:
            return super().eventFilter(wie, gebeurtenis)
        naar = self.kaarten.index(wie) + stappen[toets]
        if 0 <= naar < len(self.kaarten):
            self.kaarten[naar].setFocus(Qt.FocusReason.OtherFocusReason)
        return True


def _mengsel(beeld: Conflictbeeld) -> str:
    zegt = ", ".join(
        _("{kop}: {tekst}").format(kop=r.kop, tekst=r.tekst) if r.kop else r.tekst for r in beeld.nu
    )
    return _("Nu staat er van ieder een deel: {inhoud}").format(inhoud=zegt)


class _Gevolgen(QFrame):
    """What depends on it; not there when nothing does."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._blad = QVBoxLayout(self)
        self._blad.setContentsMargins(0, 8, 0, 0)
        self._blad.setSpacing(8)
        self._blad.addWidget(regel(_("Wat hangt hiervan af"), "veldnaam", self))
        self._inhoud: QWidget | None = None

    def toon(self, gevolgen: tuple[Gevolg, ...]) -> None:
        """Shows these."""
        if self._inhoud is not None:
            self._inhoud.hide()
            self._inhoud.deleteLater()
        self._inhoud = QWidget(self)
        vak = QVBoxLayout(self._inhoud)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.setSpacing(8)
        for gevolg in gevolgen:
            vak.addWidget(regel(gevolg.zin, "waarde", self._inhoud))
            for punt in gevolg.punten:
                rij = QHBoxLayout()
                rij.setContentsMargins(8, 0, 0, 0)
                rij.setSpacing(8)
                stip = regel("•", "zacht", self._inhoud)
                stip.setWordWrap(False)
                rij.addWidget(stip, 0, Qt.AlignmentFlag.AlignTop)
                rij.addWidget(regel(punt, "zacht", self._inhoud), 1)
                vak.addLayout(rij)
        self._blad.addWidget(self._inhoud)
        self.setVisible(bool(gevolgen))

    @property
    def zinnen(self) -> list[str]:
        """What stands there."""
        from PySide6.QtWidgets import QLabel

        assert self._inhoud is not None
        return [w.text() for w in self._inhoud.findChildren(QLabel) if w.text() != "•"]
