"""A process that starts, paints its window and says when; it imports as little as it can."""

import os
import sys
import time


def geverfd() -> None:
    """The first window stands there."""
    nu = time.monotonic()
    sys.stdout.write(f"@meting {nu}\n")
    sys.stdout.flush()
    os._exit(0)


def programma(map_: str) -> None:
    """Viergesprek as a user starts it, up to the lock screen."""
    from desktop import app, cli
    from tests.benchmarks.verf import EersteVerf

    toon = app.Toepassing.toon

    def toon_gemeten(zelf: app.Toepassing) -> None:
        EersteVerf(zelf.venster, geverfd)
        toon(zelf)

    app.Toepassing.toon = toon_gemeten  # type: ignore[method-assign]
    cli.main(["run", "--map", map_])


def kaal(_map: str) -> None:
    """A bare window of Qt."""
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    from tests.benchmarks.verf import EersteVerf

    app = QApplication(sys.argv[:1])
    venster = QMainWindow()
    venster.setMinimumSize(960, 560)
    venster.setCentralWidget(QLabel("Viergesprek"))
    EersteVerf(venster, geverfd)
    venster.show()
    app.exec()


if __name__ == "__main__":
    {"programma": programma, "kaal": kaal}[sys.argv[1]](sys.argv[2])
