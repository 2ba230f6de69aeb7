"""Voices and recordings as a beheerder and a speaker work with them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.models.opnamewerk import Inspreekopdracht, Opnamestand
from desktop.speech.apparaten import Apparaat, Apparaten, Invoer
from desktop.speech.klank import Klank
from desktop.speech.opnemen import Proefinvoer
from desktop.speech.uitvoer import Stilte
from desktop.views.dossiers.velden import Veld
from desktop.views.opnamen.inspreken import Inspreekscherm
from desktop.views.opnamen.scherm import Opnamescherm
from desktop.views.werkplek import Werkplek
from tests.pagina.toetsen import tik


class Microfoons(Apparaten):
    """Microphones that give these sounds, each time anew; `raakt_los`: then gone."""

    compleet = True

    def __init__(self, *klanken: Klank) -> None:
        super().__init__()
        self.klanken: Sequence[Klank] = klanken
        self.codes = ["mic"]
        self.raakt_los = False
        self.laatste: Proefinvoer | None = None
        self.geopend: list[str] = []

    def invoer(self) -> list[Apparaat]:
        return [Apparaat(c, c.title()) for c in self.codes]

    def open_invoer(self, code: str) -> Invoer:
        if code not in self.codes:
            raise LookupError(code)
        self.geopend.append(code)
        self.laatste = Proefinvoer(self.klanken, raakt_los=self.raakt_los)
        return self.laatste

    def sluit_aan(self, *codes: str) -> None:
        self.codes = list(codes)
        self.veranderd.emit()


def zichtbaar(label: QLabel) -> str:
    """What a label says, when it is there."""
    return label.text() if label.isVisible() else ""


class Inspreekpagina:
    """Page object over the screen of who reads aloud; all by keyboard."""

    def __init__(self, qtbot: QtBot, scherm: Inspreekscherm, microfoons: Microfoons) -> None:
        self.qtbot, self.scherm, self.microfoons = qtbot, scherm, microfoons

    def toets(self, toets: Qt.Key) -> None:
        """A key, wherever the focus is."""
        self.qtbot.keyClick(QApplication.focusWidget() or self.scherm, toets)

    def spatie(self) -> None:
        self.toets(Qt.Key.Key_Space)

    def enter(self) -> None:
        self.toets(Qt.Key.Key_Return)

    def begin(self) -> None:
        """Space, and the speaker reads all that there is to read."""
        self.spatie()
        assert self.scherm.opnemer.bezig, self.melding
        self.qtbot.waitUntil(self._alles_gelezen)

    def _alles_gelezen(self) -> bool:
        assert self.microfoons.laatste is not None
        return not self.scherm.opnemer.bezig or self.microfoons.laatste.leeg

    def lees_voor(self) -> None:
        """Records one sentence and waits until it is kept."""
        self.begin()
        self.spatie()
        self.wacht_bewaard()

    def wacht_bewaard(self) -> None:
        self.qtbot.waitUntil(lambda: self.stand.startswith("Bewaard"), timeout=10_000)

    def kies(self, nederlands: str) -> None:
        """Another sentence, in the list."""
        model = self.scherm.lijst.zinnen
        rij = next(n for n in range(model.rowCount()) if _zin(model, n).nederlands == nederlands)
        vlak = self.scherm.lijst.viewport()
        plek = model.index(rij)
        self.scherm.lijst.scrollTo(plek)
        self.qtbot.mouseClick(
            vlak, Qt.MouseButton.LeftButton, pos=self.scherm.lijst.visualRect(plek).center()
        )

    @property
    def tekst(self) -> str:
        """The large prompt."""
        return self.scherm.kaart.tekst.text()

    @property
    def nederlands(self) -> str:
        return self.scherm.kaart.nederlands.text()

    @property
    def teller(self) -> str:
        return self.scherm.teller.text()

    @property
    def stand(self) -> str:
        """The line under the prompt."""
        return self.scherm.kaart.uitleg.text()

    @property
    def melding(self) -> str:
        return zichtbaar(self.scherm.kaart.melding)

    @property
    def knop(self) -> str:
        """What Space does now."""
        return self.scherm.kaart.neem_op.text()

    def tekens(self) -> dict[str, Opnamestand]:
        """The marks in the list, by Dutch text."""
        model = self.scherm.lijst.zinnen
        rijen = [_zin(model, n) for n in range(model.rowCount())]
        return {z.nederlands: model.stand(z) for z in rijen}


def _zin(model: Any, rij: int) -> Any:
    return model.zin(rij)


class Opnamenpagina:
    """Page object over the overview."""

    def __init__(self, qtbot: QtBot, scherm: Opnamescherm) -> None:
        self.qtbot, self.scherm = qtbot, scherm
        self.opdrachten: list[Inspreekopdracht] = []
        scherm.inspreken.connect(self.opdrachten.append)

    def druk(self, knop: QWidget) -> None:
        """Goes to a button and presses Space."""
        assert knop.isVisible()
        knop.setFocus(Qt.FocusReason.TabFocusReason)
        self.qtbot.keyClick(knop, Qt.Key.Key_Space)

    def kies(self, veld: Veld, waarde: str) -> None:
        """Chooses in a list, by its stored value."""
        keuze: Any = veld.invoer
        plek = keuze.findData(waarde)
        assert plek >= 0, waarde
        keuze.setCurrentIndex(plek)
        keuze.activated.emit(plek)

    def kies_taal(self, tag: str) -> Opnamenpagina:
        self.kies(self.scherm.keuze.taal, tag)
        return self

    def typ_spreker(self, naam: str) -> Opnamenpagina:
        veld: Any = self.scherm.keuze.spreker.invoer
        veld.setFocus()
        veld.selectAll()
        self.qtbot.keyClick(veld, Qt.Key.Key_Delete)
        tik(self.qtbot, veld, naam)
        return self

    def vink_toestemming(self) -> Opnamenpagina:
        self.druk(self.scherm.keuze.toestemming)
        return self

    def begin(self) -> None:
        self.druk(self.scherm.keuze.start)

    @property
    def stand(self) -> str:
        return self.scherm.keuze.stand.text()

    def rijen(self) -> list[tuple[str, str, str]]:
        """(text, speaker, mark) of the list."""
        model = self.scherm.opnamen.model
        return [
            (model.index(n, 0).data(), model.index(n, 1).data(), model.index(n, 3).data())
            for n in range(model.rowCount())
        ]

    def kies_opname(self, tekst: str) -> None:
        teksten = [rij[0] for rij in self.rijen()]
        self.scherm.opnamen.tabel.selectRow(teksten.index(tekst))


Maker = Callable[..., Inspreekpagina]


def geluid_uit(werkplek: Werkplek) -> Stilte:
    """The device that the test listens to."""
    uitvoer = werkplek.spreker._uitvoer
    assert isinstance(uitvoer, Stilte)
    return uitvoer
