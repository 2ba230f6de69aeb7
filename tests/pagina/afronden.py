"""Setting a plan, its versions, papers and signature, as their users work with them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.pip.papieren import Papierenblad
from desktop.views.pip.tekenen import Tekenblad
from desktop.views.pip.versies import Versiescherm
from desktop.views.termijnen.datumknop import Datumknop
from tests.pagina.toetskamer import druk, kies, typ


def leesbaar(scherm: QWidget) -> str:
    """What can be read on a sheet now."""
    QApplication.processEvents()
    delen = [*scherm.findChildren(QLabel), *scherm.findChildren(Datumknop)]
    return "\n".join(w.text() for w in delen if w.isVisibleTo(scherm))


def knop_met_naam(scherm: QWidget, naam: str) -> QPushButton:
    """The button that a screen reader calls so."""
    QApplication.processEvents()
    return next(
        k
        for k in scherm.findChildren(QPushButton)
        if k.accessibleName() == naam and k.isVisibleTo(scherm)
    )


def teken(qtbot: QtBot, scherm: Tekenblad) -> None:
    """A cross with the mouse, as a client who cannot write signs."""
    vlak = scherm.tekenkaart.vlak
    b, h = vlak.width(), vlak.height()
    for van, naar in (((0.2, 0.2), (0.5, 0.8)), ((0.5, 0.2), (0.2, 0.8))):
        punten = [
            QPoint(
                round(b * (van[0] + (naar[0] - van[0]) * n / 8)),
                round(h * (van[1] + (naar[1] - van[1]) * n / 8)),
            )
            for n in range(9)
        ]
        qtbot.mousePress(vlak, Qt.MouseButton.LeftButton, pos=punten[0])
        for punt in punten[1:]:
            qtbot.mouseMove(vlak, punt)
        qtbot.mouseRelease(vlak, Qt.MouseButton.LeftButton, pos=punten[-1])


def nieuwe_versie(qtbot: QtBot, scherm: Versiescherm, reden: str, waarom: str) -> None:
    """Fills in why, and makes it."""
    kies(qtbot, scherm.reden.invoer, reden)  # type: ignore[arg-type]
    typ(qtbot, scherm.toelichting, waarom)
    druk(qtbot, scherm.maak)


def maak_papieren(qtbot: QtBot, scherm: Papierenblad, map_: Path) -> list[Path]:
    """Keeps the chosen papers in a folder; where they are."""
    scherm.map.veld.setText(str(map_))
    druk(qtbot, scherm.maak)
    qtbot.waitUntil(lambda: scherm.maak.isEnabled(), timeout=30_000)
    return scherm.gemaakt
