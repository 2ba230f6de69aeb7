"""Folders as a working day leaves them, and the program started anew over one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.app import Toepassing
from desktop.store.store import Store
from desktop.views.intake.plek import Blad, Plek
from desktop.views.werkruimte import Werkruimte
from tests.duurzaam.proces import SLEUTEL


@pytest.fixture
def klaargezet(
    store: Store, tmp_path: Path, maak_dossier: Callable[..., str], maak_intake: Callable[..., str]
) -> Callable[[str], tuple[Path, str]]:
    """A folder in which the talk stands open at this place; the store is closed.

    `dossier` is before there is a talk. Gives the folder, and the dossier to begin with
    or nothing.
    """

    def zet(plaats: str) -> tuple[Path, str]:
        dossier_id = maak_dossier()
        if plaats != "dossier":
            intake_id = maak_intake(dossier_id=dossier_id)
            plek = Plek(blad=Blad.GESPREK, vraag=plaats)
            if plaats == "afsluiten":
                plek = Plek(blad=Blad.AFSLUITEN, vraag="SP01", punt="sterk")
            store.onthoud(f"plek:{intake_id}", plek.als_json())
            store.onthoud("open_intake", intake_id)
        store.sluit()
        return tmp_path, dossier_id if plaats == "dossier" else ""

    return zet


@pytest.fixture
def start_opnieuw(qapp: QApplication) -> Iterator[Callable[[Path], Werkruimte]]:
    """The next start of the program, unlocked; gives what is behind the lock screen."""
    lopend: list[Toepassing] = []

    def start(map_: Path) -> Werkruimte:
        toepassing = Toepassing(map_)
        lopend.append(toepassing)
        toepassing.venster.resize(1366, 768)
        toepassing.venster.show()
        toepassing.venster.sleutel_gegeven.emit(SLEUTEL)
        assert toepassing.werkruimte is not None
        return toepassing.werkruimte

    yield start
    for toepassing in lopend:
        toepassing.venster.close()
        toepassing.venster.deleteLater()
        toepassing.deleteLater()
    qapp.processEvents()
