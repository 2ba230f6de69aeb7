"""A dossier with a set plan, and the screen of its dates."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from desktop.models.pip import Pip, Pipstatus
from desktop.models.pipinhoud import Leerroute, Niveau
from desktop.store.store import Store
from desktop.views.termijnen.scherm import Termijnenscherm
from desktop.views.werkplek import Werkplek
from tests.pagina.termijnen import Termijnenpagina

Maak = Callable[..., str]
Open = Callable[..., Termijnenpagina]


@pytest.fixture
def vroeg(maak_dossier: Maak) -> str:
    """No plan yet; it is due on 3 December 2026."""
    return maak_dossier(datum_kennisgeving=date(2026, 9, 20), datum_brp=date(2026, 9, 24))


def _stel_vast(store: Store, id_: str, dag: date) -> str:
    with store.work() as work:
        work.voeg_toe(
            Pip(
                id=Pip.id_van(id_, 1),
                dossier_id=id_,
                versie=1,
                leerroute=Leerroute.B1,
                niveau=Niveau.B1,
                dagtekening=dag,
                bekendmaking=dag,
                status=Pipstatus.VASTGESTELD,
            )
        )
    return id_


@pytest.fixture
def loopt(store: Store, maak_dossier: Maak) -> str:
    """The first worked example: the term runs from 11 June 2026."""
    id_ = maak_dossier(datum_kennisgeving=date(2026, 3, 2), datum_brp=date(2026, 4, 15))
    return _stel_vast(store, id_, date(2026, 6, 10))


@pytest.fixture
def op_tijd(store: Store, maak_dossier: Maak) -> str:
    """The plan was set last week, and was due in January only."""
    id_ = maak_dossier(datum_kennisgeving=date(2026, 11, 2), datum_brp=date(2026, 11, 4))
    return _stel_vast(store, id_, date(2026, 11, 20))


@pytest.fixture
def open_scherm(qtbot: QtBot, werkplek: Werkplek) -> Open:
    def maak(
        dossier_id: str, sleutel: tuple[str, int] | None = None, breed: int = 1366, hoog: int = 768
    ) -> Termijnenpagina:
        scherm = Termijnenscherm(werkplek, dossier_id, sleutel)
        qtbot.addWidget(scherm)
        scherm.resize(breed, hoog)
        scherm.show()
        scherm.activateWindow()
        qtbot.waitUntil(scherm.isActiveWindow)
        scherm.setFocus()
        return Termijnenpagina(qtbot, scherm)

    return maak
