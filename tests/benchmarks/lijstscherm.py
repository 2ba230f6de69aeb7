"""The list of dossiers on the screen, over any store."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from tests.benchmarks.kind import SLEUTEL


def open_lijst(map_: Path) -> tuple[Any, Any, Any]:
    """The application, its window and the workroom, shown and painted."""
    from desktop.app import lees_lijst, maak_qt
    from desktop.store.store import Store
    from desktop.views.hoofdvenster import Hoofdvenster
    from desktop.views.werkplek import Werkplek
    from desktop.views.werkruimte import Werkruimte
    from tests.benchmarks.verf import verwerk

    app = maak_qt(sys.argv[:1])
    app.setCursorFlashTime(0)
    werkplek = Werkplek(Store(map_, SLEUTEL, lees_lijst()))
    werkruimte = Werkruimte(werkplek)
    venster = Hoofdvenster(map_ / "sleutel", lambda: werkplek.gemeenten)
    venster.toon_werkruimte(werkruimte)
    venster.resize(1366, 768)
    venster.show()
    verwerk(0.3)
    return app, venster, werkruimte
