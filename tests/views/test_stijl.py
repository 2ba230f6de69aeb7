"""What the one style sheet promises about every button and box."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.views import stijl
from tests.pagina.toetskamer import toon


@pytest.fixture
def vlak(qtbot: QtBot) -> QWidget:
    vlak = QWidget()
    toon(qtbot, vlak, 400, 200)
    return vlak


@pytest.fixture
def in_thema(qapp: QApplication) -> Iterator[object]:
    vorig = qapp.styleSheet()
    yield lambda kleuren: qapp.setStyleSheet(stijl.stijlblad(kleuren))
    qapp.setStyleSheet(vorig)


def zet_neer(deel: QWidget) -> None:
    deel.adjustSize()
    deel.show()
    QApplication.processEvents()


def beeld(deel: QWidget) -> QImage:
    """With what it stands on."""
    QApplication.processEvents()
    return deel.parentWidget().grab(deel.geometry()).toImage()


def inkt(beeld: QImage) -> int:
    """Pixels that are as dark as letters."""
    punten = ((x, y) for x in range(beeld.width()) for y in range(beeld.height()))
    return sum(beeld.pixelColor(x, y).lightness() < 60 for x, y in punten)


@pytest.mark.parametrize("soort", [QCheckBox, QRadioButton])
def test_the_ring_of_the_keyboard_cuts_no_letter(vlak: QWidget, soort: type[QWidget]) -> None:
    deel = soort("De cliënt heeft een uitkering", vlak)  # type: ignore[call-arg]
    zet_neer(deel)
    deel.clearFocus()
    zonder, hoog = beeld(deel), deel.sizeHint().height()
    deel.setFocus(Qt.FocusReason.TabFocusReason)
    met = beeld(deel)
    assert met != zonder, "there is a ring"
    assert inkt(met) == inkt(zonder)
    assert deel.sizeHint().height() == hoog, "nothing under it moves"


@pytest.mark.parametrize("soort", ["gewoon", "hoofd"])
@pytest.mark.parametrize("thema", ["LICHT", "DONKER", "CONTRAST"])
def test_what_cannot_be_pressed_looks_so_in_every_theme(
    vlak: QWidget, in_thema: object, thema: str, soort: str
) -> None:
    in_thema(getattr(stijl, thema))  # type: ignore[operator]
    knop = QPushButton("Zoek plekken", vlak)
    knop.setProperty("soort", soort)
    zet_neer(knop)
    knop.clearFocus()

    def rand() -> list[QColor]:
        """The colours of its upper edge, away from the corners, and of its surface."""
        nu = beeld(knop)
        return [nu.pixelColor(x, 0) for x in range(12, nu.width() - 12)] + [nu.pixelColor(12, 8)]

    kan = rand()
    knop.setEnabled(False)
    assert rand() != kan
