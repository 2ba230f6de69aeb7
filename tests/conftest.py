"""Fixtures that the whole suite shares: a store in a folder of its own, and a workplace over it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

from desktop.bronnen import tomls
from desktop.models.dossier import Dossier, Medewerker, nieuw_nummer, sorteernaam
from desktop.models.intake import OPENING, BredeIntake, nieuwe_intake
from desktop.models.vragen import Vragenlijst
from desktop.models.vragenlezer import vragenlijst_uit
from desktop.store import migratie
from desktop.store.store import Store
from tests.sjabloon import Sjabloon

SLEUTEL = bytes(range(32))


class Klok:
    """A clock that the test holds; every look at it is a millisecond later."""

    def __init__(self) -> None:
        self.nu = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.nu += timedelta(milliseconds=1)
        return self.nu


@pytest.fixture(scope="session")
def qapp(qapp: Any) -> Any:
    """The application as users see it: real fonts and style sheet, in every window test."""
    from desktop.views import stijl

    stijl.pas_toe(qapp)
    return qapp


@pytest.fixture(scope="session", autouse=True)
def sjabloon() -> Iterator[Sjabloon]:
    """New stores get their tables without going through all migrations each time."""
    sjabloon = Sjabloon(migratie._upgrade)
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(migratie, "_upgrade", sjabloon)
        yield sjabloon


@pytest.fixture(autouse=True)
def zelfde_toepassing() -> Iterator[None]:
    """No test leaves another look, direction or language behind for the next one of its worker."""
    vooraf = _uiterlijk()
    yield
    assert vooraf is None or _uiterlijk() == vooraf, "the test left the application changed"


def _uiterlijk() -> tuple[object, ...] | None:
    """What all windows of this process share; None as long as there is no application."""
    if (widgets := sys.modules.get("PySide6.QtWidgets")) is None:
        return None
    if not isinstance(app := widgets.QApplication.instance(), widgets.QApplication):
        return None
    from desktop import taal

    return app.styleSheet(), app.layoutDirection(), app.font(), taal.taal()


@pytest.fixture(scope="session")
def lijst() -> Vragenlijst:
    """The real question list."""
    return vragenlijst_uit(tomls("vragen"))


@pytest.fixture
def klok() -> Klok:
    return Klok()


@pytest.fixture
def store(tmp_path: Path, lijst: Vragenlijst, klok: Klok) -> Iterator[Store]:
    """An opened store with one klantmanager, who is the user."""
    store = Store(tmp_path, SLEUTEL, lijst, klok=klok)
    with store.work() as work:
        km = Medewerker(naam="Anneke de Boer", gemeente="0171", telefoon="0527 63 39 11")
        work.voeg_toe(km)
    store.word(km.id)
    yield store
    store.sluit()


@pytest.fixture
def maak_dossier(store: Store) -> Callable[..., str]:
    """Makes a dossier; returns its id."""

    def maak(voornamen: str = "Tesfay", achternaam: str = "Gebremedhin", **rest: object) -> str:
        gegevens: dict[str, object] = {
            "gemeente": "0171",
            "spreektaal": "ti",
            "leestaal": "ti",
            "datum_kennisgeving": date(2026, 11, 2),
            "klantmanager_id": store.gebruiker_id,
            **rest,
        }
        dossier = Dossier(
            nummer=nieuw_nummer("0171", store.vandaag()),
            voornamen=voornamen,
            achternaam=achternaam,
            sorteernaam=sorteernaam(voornamen, achternaam),
            **gegevens,
        )
        with store.work() as work:
            work.voeg_toe(dossier)
        return dossier.id

    return maak


def open_gesprek(store: Store, intake_id: str) -> None:
    """Says all points of the opening."""
    with store.work() as work:
        intake = work.get(BredeIntake, intake_id)
        for punt in OPENING:
            intake.bevestig_opening(punt, nu=work.nu)
        intake.begin_gesprek()


@pytest.fixture
def maak_intake(store: Store, maak_dossier: Callable[..., str]) -> Callable[..., str]:
    """Makes an intake, in the talk unless `geopend=False`; returns its id."""

    def maak(
        taal: str = "ar",
        dossier_id: str | None = None,
        *,
        geopend: bool = True,
        **dossier: object,
    ) -> str:
        dossier_id = dossier_id or maak_dossier(**dossier)
        with store.lees() as sessie:
            intake: BredeIntake = nieuwe_intake(
                sessie.get_one(Dossier, dossier_id), store.lijst, taal=taal
            )
        store.begin_intake(intake)
        if geopend:
            open_gesprek(store, intake.id)
        return intake.id

    return maak


@pytest.fixture
def werkplek(qapp: object, store: Store) -> Iterator[object]:
    """A workplace over the store, as the windows get it."""
    from desktop.views.werkplek import Werkplek

    plek = Werkplek(store)
    yield plek
    plek.deleteLater()
