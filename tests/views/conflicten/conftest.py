"""The conflict screen over Anneke's store; Piet has a laptop of his own."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop.views.conflicten.scherm import Conflictscherm
from desktop.views.werkplek import Werkplek
from tests.pagina.conflicten import Conflictpagina
from tests.store.conftest import Drie, drie  # noqa: F401  a fixture
from tests.store.laptops import Laptop

Tonen = Callable[..., Conflictpagina]


@pytest.fixture
def anneke(drie: Drie) -> Laptop:  # noqa: F811
    return drie[0]


@pytest.fixture
def piet(drie: Drie) -> Laptop:  # noqa: F811
    """An hour later than Anneke: what he says is what is shown."""
    drie[1].later(hours=1)
    return drie[1]


@pytest.fixture
def plek(qapp: object, anneke: Laptop) -> Iterator[Werkplek]:
    """Anneke's workplace."""
    plek = Werkplek(anneke.store)
    yield plek
    plek.deleteLater()


@pytest.fixture
def toon(qtbot: QtBot, plek: Werkplek) -> Tonen:
    """Shows the screen as the active window."""

    def doe(dossier_id: str | None = None, *, breed: int = 1366, hoog: int = 768) -> Conflictpagina:
        scherm = Conflictscherm(plek, dossier_id)
        qtbot.addWidget(scherm)
        scherm.resize(breed, hoog)
        scherm.show()
        scherm.activateWindow()
        qtbot.waitUntil(scherm.isActiveWindow)
        scherm.setFocus()
        return Conflictpagina(qtbot, scherm)

    return doe
