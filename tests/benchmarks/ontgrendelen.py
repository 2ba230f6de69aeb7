"""From the data key to a caseload of 1,000 dossiers, painted."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.benchmarks.kind import SLEUTEL, antwoord, draai
from tests.benchmarks.meting import Meting

KEREN = 5


def meet(werkmap: Path) -> list[Meting]:
    """Unlocks in a new process every time, after what is read ahead while somebody types."""
    from tests.benchmarks.vulling import vul

    map_ = vul(werkmap / "duizend", 1_000)
    tijden: dict[str, list[float]] = {"programma": [], "kaal": []}
    for ronde in range(KEREN + 1):
        for wie, lijst in tijden.items():
            ms = draai(werkmap, "ontgrendelen", wie, map_)
            if ronde:
                lijst.append(ms)
    return [
        Meting(
            "ontgrendelen tot 1.000 dossiers geverfd",
            tijden["programma"],
            tijden["kaal"],
            kaal_is="SQLCipher openen, 1.000 rijen lezen en in een QTableWidget tonen",
            grens=300,
        )
    ]


def _programma(map_: str) -> None:
    from desktop.app import Toepassing, maak_qt
    from tests.benchmarks.verf import wacht_op_achtergrond

    app = maak_qt(sys.argv[:1])
    toepassing = Toepassing(Path(map_))
    toepassing.toon()
    wacht_op_achtergrond()
    _meet(app, toepassing.venster, lambda: toepassing.venster.sleutel_gegeven.emit(SLEUTEL))


def _kaal(map_: str) -> None:
    import sqlcipher3
    from PySide6.QtWidgets import (
        QApplication,
        QLabel,
        QMainWindow,
        QTableWidget,
        QTableWidgetItem,
    )

    from tests.benchmarks.verf import wacht_op_achtergrond

    app = QApplication(sys.argv[:1])
    venster = QMainWindow()
    venster.setMinimumSize(960, 560)
    venster.setCentralWidget(QLabel("Viergesprek"))
    venster.show()
    wacht_op_achtergrond()

    def open_() -> None:
        verbinding = sqlcipher3.connect(str(Path(map_) / "viergesprek.db"))
        verbinding.execute(f"PRAGMA key = \"x'{SLEUTEL.hex()}'\"")
        rijen = verbinding.execute(
            "SELECT sorteernaam, geboortedatum, gemeente, spreektaal, v_nummer FROM dossier "
            "ORDER BY sorteernaam"
        ).fetchall()
        tabel = QTableWidget(len(rijen), 5)
        for n, rij in enumerate(rijen):
            for k, cel in enumerate(rij):
                tabel.setItem(n, k, QTableWidgetItem(str(cel)))
        venster.setCentralWidget(tabel)

    _meet(app, venster, open_)


def _meet(app: Any, venster: Any, open_: Callable[[], object]) -> None:
    from PySide6.QtCore import QTimer

    from tests.benchmarks.verf import Verfteller

    teller = Verfteller(venster)
    # In the loop of the program, as when a key is pressed.
    QTimer.singleShot(0, lambda: antwoord(teller.meet(open_)))
    app.exec()


WEGEN: dict[str, Callable[[str], None]] = {"programma": _programma, "kaal": _kaal}

if __name__ == "__main__":
    WEGEN[sys.argv[1]](sys.argv[2])
