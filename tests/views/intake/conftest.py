"""Both windows of the talk, over a store of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.models.antwoord import Antwoord, Notitie
from desktop.models.dossier import Medewerker
from desktop.models.intake import BredeIntake
from desktop.models.vragen import Vragenlijst
from desktop.store.store import Store
from desktop.views.client import knop
from desktop.views.werkplek import Werkplek
from desktop.views.werkruimte import Werkruimte
from desktop.views.widgets.pictogram import PictogramRegister
from tests.conftest import SLEUTEL, Klok
from tests.pagina.gesprek import Tafel

Dek = Callable[..., Tafel]
Opgeslagen = Callable[[], BredeIntake]


@pytest.fixture(scope="session")
def verse_map(tmp_path_factory: pytest.TempPathFactory, lijst: Vragenlijst) -> Path:
    """A folder with a new store and its klantmanager, to be copied: making one takes a while."""
    map_ = tmp_path_factory.mktemp("vers")
    store = Store(map_, SLEUTEL, lijst, klok=Klok())
    with store.work() as work:
        km = Medewerker(naam="Anneke de Boer", gemeente="0171", telefoon="0527 63 39 11")
        work.voeg_toe(km)
    store.word(km.id)
    store.sluit()
    return map_


@pytest.fixture
def store(tmp_path: Path, verse_map: Path, lijst: Vragenlijst, klok: Klok) -> Iterator[Store]:
    """An opened store with one klantmanager, who is the user."""
    copytree(verse_map, tmp_path, dirs_exist_ok=True)
    store = Store(tmp_path, SLEUTEL, lijst, klok=klok)
    yield store
    store.sluit()


@pytest.fixture(autouse=True)
def _vlugge_vinger(monkeypatch: pytest.MonkeyPatch) -> None:
    """Touches of a test follow one another at once; the bounce guard has a test of its own."""
    monkeypatch.setattr(knop, "DUBBEL_S", 0.0)


@pytest.fixture(scope="session")
def plaatjes(qapp: QApplication) -> PictogramRegister:
    """The pictograms, drawn once for all tests."""
    return PictogramRegister()


@pytest.fixture(autouse=True)
def _lees_eens(monkeypatch: pytest.MonkeyPatch, plaatjes: PictogramRegister) -> None:
    """The data files do not change between tests: each is read once."""
    monkeypatch.setattr(Werkplek, "pictogrammen", plaatjes)


@pytest.fixture
def dek(qtbot: QtBot, store: Store) -> Iterator[Dek]:
    """Lays the table: opens the room over the store, with both windows of an intake.

    Without an id the room opens what was open before.
    """
    gedekt: list[tuple[Werkplek, Werkruimte]] = []

    def doe(
        intake_id: str | None = None,
        *,
        breed: int = 1366,
        hoog: int = 768,
        waarover: Store = store,
    ) -> Tafel:
        werkplek = Werkplek(waarover)
        ruimte = Werkruimte(werkplek)
        gedekt.append((werkplek, ruimte))
        ruimte.resize(breed, hoog)
        if intake_id is not None:
            ruimte.toon_intake(intake_id)
        ruimte.show()
        ruimte.ramen.toon_client()
        ruimte.activateWindow()
        QApplication.processEvents()
        qtbot.waitUntil(ruimte.isActiveWindow)
        if ruimte.intake is not None:
            ruimte.intake.richt()
        return Tafel(qtbot, ruimte)

    yield doe
    for werkplek, ruimte in gedekt:
        ruimte.sluit()
        werkplek.los()
        ruimte.close()
        ruimte.deleteLater()
        werkplek.deleteLater()
    # No event loop runs between tests: without this every window would live on to the last one.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def stroom_uit(
    dek: Dek, store: Store, tmp_path_factory: pytest.TempPathFactory, lijst: Vragenlijst, klok: Klok
) -> Iterator[Callable[[], Tafel]]:
    """Switches the laptop off and on: opens what is on disk at this moment.

    The windows that were open get no chance to keep anything: they never hear of it.
    """
    kopieen: list[Store] = []

    def doe() -> Tafel:
        map_ = tmp_path_factory.mktemp("herstart")
        copytree(store.map, map_, dirs_exist_ok=True)
        kopieen.append(Store(map_, SLEUTEL, lijst, klok=klok))
        return dek(waarover=kopieen[-1])

    yield doe
    for kopie in kopieen:
        kopie.sluit()


@pytest.fixture
def tafel(dek: Dek, maak_intake: Callable[..., str]) -> Tafel:
    """A talk with a client who speaks Arabic, at the first question."""
    return dek(maak_intake())


@pytest.fixture
def opgeslagen(store: Store) -> Opgeslagen:
    """The one intake as it is stored, with all that belongs to it."""

    def lees() -> BredeIntake:
        with store.lees() as sessie:
            intake = sessie.query(BredeIntake).one()
            for zitting in intake.zittingen:
                assert zitting.deelnemers is not None
            for deel in (
                intake.antwoorden,
                intake.notities,
                intake.overslagen,
                intake.alleenmomenten,
                intake.afspraken,
            ):
                assert deel is not None
            return intake

    return lees


@pytest.fixture
def antwoord(opgeslagen: Opgeslagen) -> Callable[[str], Antwoord | None]:
    """The stored answer to a question; None as long as there is no row."""
    return lambda code: opgeslagen().antwoorden.get(code)


@pytest.fixture
def notities(opgeslagen: Opgeslagen) -> Callable[[], list[Notitie]]:
    """The stored notes."""
    return lambda: list(opgeslagen().notities)
