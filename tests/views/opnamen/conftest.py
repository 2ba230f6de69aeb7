"""A workplace with test microphones, and a device that the test listens to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop import catalogi
from desktop.models.opnamewerk import Inspreekopdracht, Zin, kies_deel, zinnen
from desktop.speech.spreker import Spreker
from desktop.speech.uitvoer import Stilte
from desktop.store.opnamebeheer import neem_zin_op
from desktop.store.store import Store
from desktop.views.opnamen.inspreken import Inspreekscherm
from desktop.views.opnamen.scherm import Opnamescherm
from desktop.views.werkplek import Werkplek
from tests.pagina.opnamen import Inspreekpagina, Microfoons, Opnamenpagina
from tests.speech.nep import stilte, toon

RAHEL = Inspreekopdracht("ti", "", "Rahel Tesfay", date(2026, 11, 20), "Wonen")


@pytest.fixture
def microfoons(qapp: object) -> Microfoons:
    return Microfoons(stilte(200), toon(600, 500), stilte(200))


@pytest.fixture
def plek(werkplek: Werkplek, store: Store, microfoons: Microfoons) -> Any:
    spreker = Spreker(
        werkplek.talen,
        werkplek.opnamen,
        store,
        apparaten=microfoons,
        uitvoer=Stilte(versnelling=200.0, bewaar=50),
        parent=werkplek,
    )
    werkplek.__dict__["spreker"] = spreker
    yield werkplek
    werkplek.los()


@pytest.fixture
def zinnen_van(plek: Werkplek) -> Callable[..., list[Zin]]:
    """What there is to read in a language."""

    def geef(taal: str = "ti", deel: str = "Wonen") -> list[Zin]:
        bronnen = catalogi.bronteksten(plek.store.lijst)
        return kies_deel(zinnen(bronnen, plek.prompts(taal)), deel)

    return geef


@pytest.fixture
def neem_op(store: Store) -> Callable[..., None]:
    """Keeps a recording, without a screen."""

    def doe(*wat: Zin, wie: Inspreekopdracht = RAHEL, hertz: float = 500) -> None:
        klank = toon(400, hertz)
        for zin in wat:
            neem_zin_op(store, wie, zin, klank.als_ogg(), klank.duur_ms)

    return doe


def _toon(qtbot: QtBot, scherm: Any) -> None:
    qtbot.addWidget(scherm)
    scherm.resize(1366, 768)
    scherm.show()
    scherm.activateWindow()
    qtbot.waitUntil(scherm.isActiveWindow)


@pytest.fixture
def maak_inspreken(
    qtbot: QtBot, plek: Werkplek, microfoons: Microfoons
) -> Callable[..., Inspreekpagina]:
    def maak(opdracht: Inspreekopdracht = RAHEL) -> Inspreekpagina:
        scherm = Inspreekscherm(plek, opdracht)
        _toon(qtbot, scherm)
        scherm.setFocus()
        return Inspreekpagina(qtbot, scherm, microfoons)

    return maak


@pytest.fixture
def inspreken(maak_inspreken: Callable[..., Inspreekpagina]) -> Inspreekpagina:
    return maak_inspreken()


@pytest.fixture
def overzicht(qtbot: QtBot, plek: Werkplek) -> Opnamenpagina:
    scherm = Opnamescherm(plek)
    _toon(qtbot, scherm)
    return Opnamenpagina(qtbot, scherm).kies_taal("ti")
