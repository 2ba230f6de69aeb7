"""The table with a third window: the interpreter's."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.pagina.gesprek import Tafel
from tests.pagina.tolkscherm import Tolkscherm
from tests.views.intake.conftest import (  # noqa: F401
    Dek,
    _lees_eens,
    _vlugge_vinger,
    antwoord,
    dek,
    opgeslagen,
    plaatjes,
    store,
    tafel,
    verse_map,
)


def tolk_van(qtbot: QtBot, tafel: Tafel) -> Tolkscherm:  # noqa: F811
    """Opens the interpreter's window by its button."""
    tafel.klik_op("Scherm tolk")
    assert tafel.ruimte.ramen.tolk is not None
    venster = tafel.ruimte.ramen.tolk.venster
    assert venster is not None
    QApplication.processEvents()
    tafel.ruimte.activateWindow()
    qtbot.waitUntil(tafel.ruimte.isActiveWindow)
    return Tolkscherm(qtbot, venster)


@pytest.fixture
def tolk(qtbot: QtBot, tafel: Tafel) -> Tolkscherm:  # noqa: F811
    """The interpreter's window of a talk in Arabic."""
    return tolk_van(qtbot, tafel)


@pytest.fixture
def met_tolk(
    qtbot: QtBot,
    dek: Dek,  # noqa: F811
    maak_intake: Callable[..., str],
) -> Callable[[str], tuple[Tafel, Tolkscherm]]:
    """A talk in a language, with the interpreter's window open."""

    def doe(taal: str) -> tuple[Tafel, Tolkscherm]:
        gedekt = dek(maak_intake(taal))
        return gedekt, tolk_van(qtbot, gedekt)

    return doe
