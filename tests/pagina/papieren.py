"""The papers as somebody reads them, and the panel where they are made."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from pypdf import PdfReader
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.documenten import Documentpaneel
from tests.pagina.toegankelijk import gesproken_toelichting
from tests.pagina.toetsen import tik


class Papier:
    """A PDF as a reader sees it; lines that were broken are joined again."""

    def __init__(self, inhoud: bytes) -> None:
        self.inhoud = inhoud
        self._lezer = PdfReader(BytesIO(inhoud))

    @property
    def bladzijden(self) -> list[str]:
        return [" ".join(blad.extract_text().split()) for blad in self._lezer.pages]

    @property
    def tekst(self) -> str:
        return " ".join(self.bladzijden)

    @property
    def letters(self) -> str:
        """The text without any space: a long word is broken over lines."""
        return "".join(self.tekst.split())

    @property
    def maten(self) -> list[tuple[int, int]]:
        """Width and height of every page, in whole points."""
        vakken = [blad.mediabox for blad in self._lezer.pages]
        return [(round(vak.width), round(vak.height)) for vak in vakken]

    @property
    def gegevens(self) -> dict[str, str]:
        """What the file says of itself."""
        return {naam: str(waarde) for naam, waarde in (self._lezer.metadata or {}).items()}


class Papierpaneel:
    """Page object over the panel; everything goes by keyboard."""

    def __init__(self, qtbot: QtBot, scherm: Documentpaneel) -> None:
        self.qtbot = qtbot
        self.scherm = scherm

    def druk(self, knop: QAbstractButton) -> None:
        """Goes to a button and presses Space."""
        knop.setFocus(Qt.FocusReason.TabFocusReason)
        self.qtbot.keyClick(knop, Qt.Key.Key_Space)

    def typ_map(self, tekst: str) -> Papierpaneel:
        """Types over the folder that stands there."""
        self.scherm.map.setFocus(Qt.FocusReason.TabFocusReason)
        self.scherm.map.selectAll()
        self.qtbot.keyClick(self.scherm.map, Qt.Key.Key_Delete)
        tik(self.qtbot, self.scherm.map, tekst)
        return self

    def maak(self, knop: QAbstractButton | None = None) -> Path:
        """Presses the button and waits for the paper; gives its file."""
        self.scherm.gemaakt = None
        self.druk(knop or self.scherm.maak)
        self.qtbot.waitUntil(lambda: self.scherm.gemaakt is not None)
        assert self.scherm.gemaakt is not None
        return self.scherm.gemaakt

    def probeer(self, knop: QAbstractButton | None = None) -> str:
        """Presses the button and waits for a refusal; gives the sentence."""
        self.druk(knop or self.scherm.maak)
        self.qtbot.waitUntil(lambda: bool(self.zin))
        return self.zin

    @property
    def zin(self) -> str:
        """The sentence right under the folder; it must be spoken with the field too."""
        fout, veld = self.scherm.fout, self.scherm.map
        if not fout.isVisible():
            return ""
        kaart = fout.parentWidget()
        assert isinstance(kaart, QWidget)
        onder_veld = veld.mapTo(kaart, QPoint(0, veld.height())).y()
        # The layout moves when the event loop comes to it.
        self.qtbot.waitUntil(lambda: 0 <= fout.y() - onder_veld < 24)
        assert gesproken_toelichting(veld) == fout.text(), "the sentence is not spoken"
        return fout.text()

    @property
    def inhoud(self) -> str:
        """What the panel says will be left out."""
        return self.scherm.inhoud.text()

    @property
    def klaar(self) -> str:
        return self.scherm.klaar.text()
