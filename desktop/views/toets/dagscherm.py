"""The day of a sitting, at the table: six candidates, worked with a finger, without a network."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.models.formulier import datum_nederlands
from desktop.models.toetssessie import Sessiestatus
from desktop.store import toetsuitslagen
from desktop.store.aankondiging import Gewijzigd
from desktop.store.toetsen import Sessiebeeld, sessie_met_kandidaten
from desktop.taal import _, meervoud
from desktop.views.toets.kandidaatpaneel import Kandidaatpaneel
from desktop.views.toets.kandidaattegel import Kandidaattegel
from desktop.views.toets.raak import raakknop, raakstijl
from desktop.views.toets.woorden import fout_in_woorden
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import regel

ONDERWERPEN = frozenset(
    {"toetssessie", "kandidaat", "toetspauze", "toetsincident", "toetsobservatie", "dossier"}
    | {"toetsruimte", "toetsbegeleider"}
)
SECONDE = 1000
SMAL, LAAG = 900, 480
PANEEL = 640
"""Height of the pane when it stands under the list."""


class _Stapel(QStackedWidget):
    """The panes scroll by themselves: their full height must not make the screen scroll too."""

    def hasHeightForWidth(self) -> bool:
        return False


class Dagscherm(QWidget):
    """The sitting as it goes. `terug`: Escape, or back; nothing stops by that."""

    terug = Signal()

    def __init__(self, werkplek: Werkplek, sessie_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("soort", "vlak")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._werkplek, self._id = werkplek, sessie_id
        self._beeld: Sessiebeeld | None = None
        self._blad = 0
        self._bewaard = werkplek.store.lokaal(self._plek)
        self.tegels: dict[str, Kandidaattegel] = {}
        self.panelen: dict[str, Kandidaatpaneel] = {}
        self._tik = QTimer(self, interval=SECONDE)
        self._tik.timeout.connect(self._seconde)
        self.setStyleSheet(raakstijl(self))
        self._bouw()
        self._lees()
        self._open_waar_het_was()
        werkplek.gewijzigd.connect(self._na_wijziging)

    def _bouw(self) -> None:
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(32, 16, 32, 16)
        buiten.setSpacing(12)
        kop = QHBoxLayout()
        kop.setSpacing(16)
        self.knop_terug = raakknop(_("Terug"), self)
        self.knop_terug.clicked.connect(self.terug)
        namen = QVBoxLayout()
        namen.setSpacing(0)
        self.titel = regel("", "titel", self)
        self.onder = regel("", "zacht", self)
        namen.addWidget(self.titel)
        namen.addWidget(self.onder)
        self.sluit = raakknop(_("Sluit deze toets"), self)
        self.sluit.clicked.connect(self._sluit)
        kop.addWidget(self.knop_terug)
        kop.addLayout(namen, 1)
        kop.addWidget(self.sluit)
        buiten.addLayout(kop)
        self.zin = regel("", "melding", self)
        self.zin.hide()
        buiten.addWidget(self.zin)
        self._rol = QScrollArea(self)
        self._rol.setWidgetResizable(True)
        self._rol.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rol.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        doos = QWidget(self._rol)
        self._midden = midden = QBoxLayout(QBoxLayout.Direction.LeftToRight, doos)
        midden.setContentsMargins(0, 0, 0, 0)
        midden.setSpacing(16)
        self._lijst = self._links()
        midden.addWidget(self._lijst, 2)
        self._stapel = _Stapel(self)
        self.leeg = regel(
            _("Er staat nog niemand in deze toets. Zet in de agenda iemand erin."), "zacht", self
        )
        self.leeg.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._stapel.addWidget(self.leeg)
        midden.addWidget(self._stapel, 5)
        self._rol.setWidget(doos)
        buiten.addWidget(self._rol, 1)
        QShortcut(
            QKeySequence(Qt.Key.Key_Escape),
            self,
            self.terug.emit,
            context=Qt.ShortcutContext.WidgetWithChildrenShortcut,
        )

    def _links(self) -> QScrollArea:
        vlak = QScrollArea(self)
        vlak.setWidgetResizable(True)
        vlak.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        vlak.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        vlak.setMinimumWidth(264)
        doos = QWidget(vlak)
        self._rij = QVBoxLayout(doos)
        self._rij.setContentsMargins(0, 0, 4, 0)
        self._rij.setSpacing(8)
        self.elders = regel("", "zacht", doos)
        self._rij.addWidget(self.elders)
        self._rij.addStretch()
        vlak.setWidget(doos)
        return vlak

    # Reading

    def _lees(self) -> None:
        with self._werkplek.store.lees() as sessie:
            beeld = sessie_met_kandidaten(sessie, self._id)
        if beeld is None:
            self._beeld = None
            self.terug.emit()
            return
        self._beeld = beeld
        self._toon_kop(beeld)
        nu = self._werkplek.store.nu()
        open_ = beeld.sessie.status is Sessiestatus.GEPLAND
        hier = {wie.kandidaat.id: wie for wie in beeld.kandidaten}
        for weg in self.tegels.keys() - hier.keys():
            self._haal_weg(weg)
        for n, (id_, wie) in enumerate(hier.items()):
            if id_ not in self.tegels:
                self._maak(id_, n)
            self.tegels[id_].toon(wie, nu)
            self.panelen[id_].toon(wie, nu, open_=open_)
        if hier and self.gekozen is None:
            self.kies(next(iter(hier)))
        elif not hier:
            self._stapel.setCurrentWidget(self.leeg)
        self._verdeel()
        self._klok_aan()

    def _toon_kop(self, beeld: Sessiebeeld) -> None:
        s, ruimte = beeld.sessie, beeld.ruimte
        self.titel.setText(
            _("Toets op {dag}, {begin} tot {einde}").format(
                dag=datum_nederlands(s.datum), begin=s.begin, einde=s.einde
            )
        )
        gekomen = sum(1 for wie in beeld.kandidaten if wie.kandidaat.begonnen_op is not None)
        delen = [
            f"{ruimte.locatie}, {ruimte.naam}" if ruimte else "",
            beeld.begeleider.naam if beeld.begeleider else "",
            meervoud("{aantal} begonnen", "{aantal} begonnen", gekomen),
        ]
        voorbij = s.status is not Sessiestatus.GEPLAND
        if voorbij:
            delen.append(
                _("Afgezegd") if s.status is Sessiestatus.AFGEZEGD else _("Deze toets is gesloten")
            )
        self.onder.setText("  ·  ".join(deel for deel in delen if deel))
        self.sluit.setVisible(not voorbij)
        self.elders.setText(
            meervoud(
                "{aantal} plek is van iemand die niet op deze laptop staat.",
                "{aantal} plekken zijn van mensen die niet op deze laptop staan.",
                beeld.elders,
            )
        )
        self.elders.setVisible(bool(beeld.elders))

    def _maak(self, id_: str, plek: int) -> None:
        tegel = Kandidaattegel(self)
        tegel.clicked.connect(lambda: self.kies(id_))
        self._rij.insertWidget(plek, tegel)
        paneel = Kandidaatpaneel(self._werkplek, id_, self)
        paneel.blad_gekozen.connect(self._kies_blad)
        self._stapel.addWidget(paneel)
        self.tegels[id_], self.panelen[id_] = tegel, paneel

    def _haal_weg(self, id_: str) -> None:
        tegel, paneel = self.tegels.pop(id_), self.panelen.pop(id_)
        self._stapel.removeWidget(paneel)
        for deel in (tegel, paneel):
            deel.hide()
            deel.deleteLater()

    # Room

    @property
    def smal(self) -> bool:
        """True when there is no room for the list beside the pane: then it stands above."""
        return self.width() < SMAL or self.height() < LAAG

    def resizeEvent(self, gebeurtenis: QResizeEvent) -> None:
        super().resizeEvent(gebeurtenis)
        self._verdeel()

    def _verdeel(self) -> None:
        richting = QBoxLayout.Direction
        self._midden.setDirection(richting.TopToBottom if self.smal else richting.LeftToRight)
        inhoud = self._lijst.widget()
        hoog = inhoud.sizeHint().height() if self.smal and inhoud is not None else 0
        self._lijst.setMinimumHeight(hoog)
        self._stapel.setMinimumHeight(PANEEL if self.smal else 0)
        self.onder.setVisible(not self.smal)

    # Choosing

    @property
    def gekozen(self) -> str | None:
        """The candidate in the pane."""
        nu = self._stapel.currentWidget()
        return next((id_ for id_, paneel in self.panelen.items() if paneel is nu), None)

    def kies(self, id_: str) -> None:
        """Opens the pane of this candidate, at the leaf that stood open."""
        paneel = self.panelen[id_]
        paneel.toon_blad(self._blad)
        for ander, tegel in self.tegels.items():
            tegel.setChecked(ander == id_)
        self._stapel.setCurrentWidget(paneel)
        if self.smal and self.isVisible():
            self._rol.verticalScrollBar().setValue(self._stapel.y())
        self._onthoud()

    def _kies_blad(self, n: int) -> None:
        self._blad = n
        self._onthoud()

    @property
    def _plek(self) -> str:
        return f"toetsdag:{self._id}"

    def _onthoud(self) -> None:
        """Where the finger was, for after a flat battery."""
        waar = f"{self.gekozen or ''} {self._blad}"
        store = self._werkplek.store
        if store.lokaal(self._plek) != waar:
            self._werkplek.probeer(lambda: store.onthoud(self._plek, waar))

    def _open_waar_het_was(self) -> None:
        id_, _spatie, blad = (self._bewaard or "").partition(" ")
        if id_ in self.panelen:
            self._blad = int(blad) if blad.isdecimal() else 0
            self.kies(id_)

    # The clock

    def _klok_aan(self) -> None:
        loopt = self._beeld is not None and any(
            wie.kandidaat.loopt for wie in self._beeld.kandidaten
        )
        if loopt and self.isVisible():
            self._tik.start()
        else:
            self._tik.stop()

    def _seconde(self) -> None:
        nu = self._werkplek.store.nu()
        for id_, tegel in self.tegels.items():
            tegel.tik(nu)
            self.panelen[id_].tik(nu)

    # Closing

    def _sluit(self) -> None:
        for paneel in self.panelen.values():
            paneel.leg_vast()
        self._zeg("")
        self._werkplek.probeer(
            lambda: toetsuitslagen.sluit_sessie(self._werkplek.store, self._id),
            lambda fout: self._zeg(fout_in_woorden(fout)),
        )

    def _zeg(self, zin: str) -> None:
        self.zin.setText(zin)
        self.zin.setVisible(bool(zin))

    # Qt

    def _na_wijziging(self, gewijzigd: Gewijzigd) -> None:
        if not ONDERWERPEN.isdisjoint(gewijzigd):
            self.zin.hide()
            self._lees()

    def focusInEvent(self, gebeurtenis: QFocusEvent) -> None:
        gekozen = self.gekozen
        doel = self.tegels[gekozen] if gekozen else self.knop_terug
        doel.setFocus(gebeurtenis.reason())

    def showEvent(self, gebeurtenis: QShowEvent) -> None:
        super().showEvent(gebeurtenis)
        self._seconde()
        self._klok_aan()

    def hideEvent(self, gebeurtenis: QHideEvent) -> None:
        self._tik.stop()
        super().hideEvent(gebeurtenis)
