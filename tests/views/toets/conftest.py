"""A gemeente to plan in, and the room of the test over it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from desktop.models.dossier import Medewerker
from desktop.store.store import Store
from desktop.views.werkplek import Werkplek
from tests.pagina.toetskamer import Toetspagina
from tests.views.toets.stad import Stad, bouw


@pytest.fixture
def stad(store: Store, maak_dossier: Callable[..., str]) -> Stad:
    return bouw(store, maak_dossier)


@pytest.fixture
def met_email(store: Store) -> None:
    """The user has an address, which a calendar file needs."""
    with store.work() as work:
        work.get(Medewerker, store.gebruiker_id or "").email = "anneke@noordoostpolder.nl"


@pytest.fixture
def pagina(qtbot: QtBot, werkplek: Werkplek, stad: Stad) -> Toetspagina:
    """The room, with an empty list."""
    assert stad.locatie
    return Toetspagina(qtbot, werkplek)
