"""Sentences at the bottom of the window: what went well does not look like what went wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.views import stijl
from desktop.views.hoofdvenster import Hoofdvenster


@pytest.fixture
def venster(qtbot: QtBot, tmp_path: Path) -> Hoofdvenster:
    venster = Hoofdvenster(tmp_path / "sleutel", list)
    qtbot.addWidget(venster)
    venster.show()
    return venster


def _grond(venster: Hoofdvenster, zin: str) -> str:
    (melding,) = (w for w in venster.findChildren(QLabel) if w.text() == zin)
    assert melding.isVisible()
    return melding.grab().toImage().pixelColor(melding.width() // 2, 4).name()


def test_good_news_is_not_in_the_colour_of_attention(venster: Hoofdvenster) -> None:
    licht = stijl.LICHT
    venster.meld("De schijf is vol.")
    assert _grond(venster, "De schijf is vol.") == licht.aandacht_vlak.lower()
    venster.meld_gelukt("Het dossier is gedeeld.")
    assert _grond(venster, "Het dossier is gedeeld.") == licht.blad.lower()
    venster.meld("De schijf is vol.")
    assert _grond(venster, "De schijf is vol.") == licht.aandacht_vlak.lower()
