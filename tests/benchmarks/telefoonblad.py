"""The telephone sheet of all domains in Tigrinya, beside the same texts painted by Qt alone."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.kind import antwoord, draai
from tests.benchmarks.meting import Meting

KEREN = 7
TAAL = "ti"
GRENS_MS = 3000
REGEL = "blad voor de telefoontolk (Tigrinya, alle leefdomeinen)"


def meet(werkmap: Path) -> list[Meting]:
    """From the question list to the bytes, as often as is needed for a median."""
    uit = draai(werkmap, "telefoonblad")
    return [
        Meting(
            REGEL,
            uit["blad"],
            uit["kaal"],
            kaal_is="dezelfde teksten onder elkaar met QPainter.drawText in een QPdfWriter",
            grens=GRENS_MS,
            bij=f"{uit['vragen']} vragen op {uit['bladzijden']} bladzijden, {uit['kb']:.0f} kB; "
            f"de eerste keer, met het laden van letters en catalogus: {uit['eerste']:.0f} ms",
        )
    ]


def _duur(functie: Callable[[], object]) -> float:
    begin = time.perf_counter()
    functie()
    return (time.perf_counter() - begin) * 1000


def _kind() -> None:
    from PySide6.QtCore import QBuffer, QIODevice, QRectF
    from PySide6.QtGui import QGuiApplication, QPainter, QPdfWriter
    from PySide6.QtWidgets import QApplication

    from desktop import catalogi
    from desktop.app import lees_lijst
    from desktop.documents.telefoonblad import maak_telefoonblad
    from desktop.documents.telefoonbladgegevens import telefoonblad_uit
    from desktop.models.prompts import Prompts
    from desktop.models.vragen import VOLGORDE
    from desktop.views import stijl

    app = QApplication(sys.argv[:1])
    lijst = lees_lijst()

    def blad() -> bytes:
        stijl.laad_letters()
        taal = catalogi.talen()[TAAL]
        prompts = Prompts(taal, catalogi.catalogus(TAAL), catalogi.schermteksten())
        return maak_telefoonblad(
            telefoonblad_uit(lijst, VOLGORDE, prompts, catalogi.ambtswoorden())
        )

    def kaal() -> None:
        taal = catalogi.talen()[TAAL]
        prompts = Prompts(taal, catalogi.catalogus(TAAL), catalogi.schermteksten())
        gegevens = telefoonblad_uit(lijst, VOLGORDE, prompts, catalogi.ambtswoorden())
        bak = QBuffer()
        bak.open(QIODevice.OpenModeFlag.WriteOnly)
        schrijver = QPdfWriter(bak)
        schrijver.setResolution(300)
        painter = QPainter(schrijver)
        painter.setFont(QGuiApplication.font())
        regels = [r for deel in gegevens.delen for vraag in deel.vragen for r in vraag]
        for n, regel in enumerate(regels):
            if n and n % 40 == 0:
                schrijver.newPage()
            y = 80.0 * (n % 40)
            painter.drawText(QRectF(0, y, 1100, 80), regel.tekst.nederlands)
            painter.drawText(QRectF(1150, y, 1100, 80), regel.tekst.tekst)
        painter.end()

    eerste = _duur(blad)
    inhoud = blad()
    kaal()
    tijden = [(_duur(blad), _duur(kaal)) for _ in range(KEREN)]
    antwoord(
        {
            "eerste": eerste,
            "vragen": sum(not v.oordeel for v in lijst.vragen.values()),
            "bladzijden": inhoud.count(b"/Type /Page\n"),
            "kb": len(inhoud) / 1000,
            "blad": [b for b, _ in tijden],
            "kaal": [k for _, k in tijden],
        }
    )
    app.quit()


if __name__ == "__main__":
    _kind()
