"""The dossier screens, each in a window of its own, and the room that joins them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.models.dossier import Dossier
from desktop.store.store import Store
from desktop.views.dossiers.dossierblad import Dossierblad
from desktop.views.dossiers.formulier import Dossierformulier
from desktop.views.dossiers.lijst import Dossierscherm
from desktop.views.werkplek import Werkplek
from desktop.views.werkruimte import Werkruimte
from tests.pagina.dossierblad import Dossierbladpagina
from tests.pagina.dossierformulier import Formulierpagina
from tests.pagina.dossierlijst import Dossierlijst


@pytest.fixture
def toon(qtbot: QtBot) -> Callable[[QWidget], None]:
    """Shows a screen as the active window."""

    def doe(scherm: QWidget) -> None:
        qtbot.addWidget(scherm)
        scherm.resize(1366, 768)
        scherm.show()
        scherm.activateWindow()
        qtbot.waitUntil(scherm.isActiveWindow)

    return doe


@pytest.fixture
def dossierlijst(
    qtbot: QtBot, werkplek: Werkplek, toon: Callable[[QWidget], None]
) -> Callable[[], Dossierlijst]:
    """Shows the caseload; called by the test when there is something in it."""

    def maak() -> Dossierlijst:
        scherm = Dossierscherm(werkplek)
        toon(scherm)
        return Dossierlijst(qtbot, scherm)

    return maak


@pytest.fixture
def formulier(
    qtbot: QtBot, werkplek: Werkplek, toon: Callable[[QWidget], None]
) -> Callable[..., Formulierpagina]:
    """Opens the form, for a new dossier when no id is given."""

    def maak(dossier_id: str | None = None, beginnaam: str = "") -> Formulierpagina:
        scherm = Dossierformulier(werkplek)
        toon(scherm)
        scherm.open(dossier_id, beginnaam)
        return Formulierpagina(qtbot, scherm)

    return maak


@pytest.fixture
def blad(
    qtbot: QtBot, werkplek: Werkplek, toon: Callable[[QWidget], None]
) -> Callable[[str], Dossierbladpagina]:
    """Shows the sheet of a dossier."""

    def maak(dossier_id: str) -> Dossierbladpagina:
        scherm = Dossierblad(werkplek)
        scherm.open(dossier_id)
        toon(scherm)
        return Dossierbladpagina(qtbot, scherm)

    return maak


@pytest.fixture
def werkruimte(werkplek: Werkplek, toon: Callable[[QWidget], None]) -> Iterator[Werkruimte]:
    """The room with all screens."""
    ruimte = Werkruimte(werkplek)
    toon(ruimte)
    yield ruimte
    ruimte.sluit()


@pytest.fixture
def opgeslagen(store: Store) -> Callable[..., Dossier]:
    """The one dossier in the store (or the one with this id), with its rows loaded."""

    def lees(dossier_id: str | None = None) -> Dossier:
        with store.lees() as sessie:
            if dossier_id is not None:
                dossier = sessie.get_one(Dossier, dossier_id)
            else:
                (dossier,) = sessie.query(Dossier).all()
            assert dossier.klantmanager is not None
            assert dossier.doelgroepen is not None
            assert dossier.huisgenoten is not None
            return dossier

    return lees
