"""Both windows of the talk, over a store of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop.models.antwoord import Antwoord, Notitie
from desktop.models.intake import BredeIntake
from desktop.store.store import Store
from desktop.views.client import knop
from desktop.views.werkplek import Werkplek
from desktop.views.werkruimte import Werkruimte
from tests.pagina.gesprek import Tafel

Dek = Callable[..., Tafel]
Opgeslagen = Callable[[], BredeIntake]


@pytest.fixture(autouse=True)
def _vlugge_vinger(monkeypatch: pytest.MonkeyPatch) -> None:
    """Touches of a test follow one another at once; the bounce guard has a test of its own."""
    monkeypatch.setattr(knop, "DUBBEL_S", 0.0)


@pytest.fixture
def dek(qtbot: QtBot, store: Store) -> Iterator[Dek]:
    """Lays the table: opens the room over the store, with both windows of an intake.

    Without an id the room opens what was open before.
    """
    gedekt: list[tuple[Werkplek, Werkruimte]] = []

    def doe(intake_id: str | None = None, *, breed: int = 1366, hoog: int = 768) -> Tafel:
        werkplek = Werkplek(store)
        ruimte = Werkruimte(werkplek)
        gedekt.append((werkplek, ruimte))
        qtbot.addWidget(ruimte)
        ruimte.resize(breed, hoog)
        if intake_id is not None:
            ruimte.toon_intake(intake_id)
        ruimte.show()
        ruimte.toon_client()
        ruimte.activateWindow()
        qtbot.waitUntil(ruimte.isActiveWindow)
        if ruimte.intake is not None:
            ruimte.intake.richt()
        return Tafel(qtbot, ruimte)

    yield doe
    for werkplek, ruimte in gedekt:
        ruimte.sluit()
        werkplek.los()


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
