"""The windows of an open talk: the klantmanager's screen, the client's, the interpreter's."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from desktop.models.clientbeeld import Beeldsoort, Clientbeeld
from desktop.views.client.venster import Clientvenster
from desktop.views.intake.gesprek import Gesprek
from desktop.views.intake.scherm import Intakescherm
from desktop.views.intake.stem import Stem
from desktop.views.spoor.kijker import Kijker
from desktop.views.tolk.toegang import Tolktoegang
from desktop.views.werkplek import Werkplek


class Gespreksramen(QObject):
    """Opens them with a talk and closes them together; at the lock they show nothing of it."""

    terug = Signal()
    naar_papieren = Signal(str)
    """Of this intake."""
    naar_verschil = Signal(str)
    """In this dossier two people filled in something else."""

    def __init__(self, werkplek: Werkplek, kijker: Kijker, ouder: QWidget) -> None:
        super().__init__(ouder)
        self._werkplek, self._kijker, self._ouder = werkplek, kijker, ouder
        self.intake: Intakescherm | None = None
        self.client: Clientvenster | None = None
        self.tolk: Tolktoegang | None = None
        self.stem: Stem | None = None

    def open(self, intake_id: str) -> Intakescherm:
        """The talk, with the client's window on the second screen if there is one."""
        gesprek = Gesprek(self._werkplek, intake_id)
        self.intake = Intakescherm(gesprek, self._ouder)
        gesprek.setParent(self.intake)
        self.intake.terug.connect(self.terug)
        self.intake.naar_client.connect(self.toon_client)
        self.tolk = Tolktoegang(gesprek, self._ouder)
        self.intake.naar_tolk.connect(self.toon_tolk)
        self.intake.naar_papieren.connect(lambda: self.naar_papieren.emit(intake_id))
        self.client = Clientvenster(self._werkplek.pictogrammen)
        self.stem = Stem(gesprek, self.client, self._werkplek.spreker)
        self.intake.gespreksblad.paneel.kop.kaart.stem.volg(self.stem)
        gesprek.beeld_gewijzigd.connect(self._toon_beeld)
        gesprek.verschil_gevraagd.connect(lambda: self.naar_verschil.emit(gesprek.stand.dossier_id))
        self._kijker.volg(gesprek)
        self._toon_beeld(gesprek.beeld())
        if len(QGuiApplication.screens()) > 1:
            self.toon_client()
        return self.intake

    def toon_client(self) -> None:
        """The client's window, full screen on the second screen; else as a window beside ours."""
        if self.client is None:
            return
        venster = self._ouder.window()
        scherm = tweede_scherm(venster.screen())
        if scherm is None:
            self.client.resize(1024, 600)
            self.client.show()
            self.client.raise_()
            return
        self.client.setScreen(scherm)
        self.client.setGeometry(scherm.geometry())
        # The keyboard stays with the klantmanager; the client's window is for fingers.
        self.client.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.client.showFullScreen()
        self._ouder.activateWindow()

    def toon_tolk(self) -> None:
        """The interpreter's window, on a screen that nobody uses if there is one."""
        if self.tolk is not None:
            client = self.client
            self.tolk.open(client.screen() if client is not None and client.isVisible() else None)

    def leg_vast(self) -> None:
        """What is being typed in the talk is kept."""
        if self.intake is not None:
            self.intake.leg_vast()

    def blank(self) -> None:
        """At the lock: silence, and nothing of the talk on the other screens."""
        if self.stem is not None:
            self.stem.zwijg()
        if self.client is not None:
            self.client.toon(Clientbeeld(Beeldsoort.LEEG), self._werkplek.prompts("nl"))
        if self.tolk is not None:
            self.tolk.blank()

    def toon_weer(self) -> None:
        """After the lock: what was there."""
        if self.intake is not None:
            self._toon_beeld(self.intake.gesprek.beeld())
        if self.tolk is not None:
            self.tolk.toon_weer()

    def sluit(self) -> Intakescherm | None:
        """Closes them; the klantmanager's screen comes back, for who put it in its place."""
        intake, self.intake = self.intake, None
        if self.stem is not None:
            self.stem.los()
            self.stem = None
        if self.client is not None:
            self.client.mag_sluiten = True
            self.client.close()
            self.client.deleteLater()
            self.client = None
        if self.tolk is not None:
            self.tolk.sluit()
            self.tolk.deleteLater()
            self.tolk = None
        return intake

    def _toon_beeld(self, beeld: Clientbeeld) -> None:
        if self.client is not None and self.intake is not None:
            keuze = self.intake.gesprek.stand.taalkeuze
            self.client.toon(
                beeld, self._werkplek.prompts_voor(keuze), toon_nederlands=keuze.toon_nederlands
            )


def tweede_scherm(eerste: QScreen | None) -> QScreen | None:
    """The screen that is not the klantmanager's."""
    return next((s for s in QGuiApplication.screens() if s is not eerste), None)
