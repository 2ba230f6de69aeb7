"""The summary as a PDF, beside as many plain pages by ReportLab alone."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from tests.benchmarks.kind import antwoord, draai
from tests.benchmarks.meting import Meting

KEREN = 7
ALINEAS = 40
REGEL = "samenvatting als PDF (afgesloten intake)"


def meet_pdf(werkmap: Path) -> list[Meting]:
    """The closed intake of the demo; says so when there is no summary to make yet."""
    uit = draai(werkmap, "pdf", werkmap / "pdf")
    if not uit:
        return [Meting(REGEL, woord="nog niet meetbaar")]
    return [
        Meting(
            REGEL,
            uit["pdf"],
            uit["kaal"],
            kaal_is=f"evenveel bladzijden met {ALINEAS} alinea's Helvetica, door ReportLab alleen",
            bij=f"{uit['bladzijden']} bladzijden, {uit['kb']:.0f} kB; de eerste keer, met het "
            f"laden van ReportLab en de letters: {uit['eerste']:.0f} ms",
        )
    ]


def _maker(map_: Path) -> Callable[[], bytes]:
    """From the button to the bytes: reads the intake, draws the pictograms, makes the paper."""
    import sqlalchemy as sa
    from PySide6.QtCore import QBuffer, QIODevice

    from desktop.models.intake import BredeIntake
    from desktop.views.stijl import TINTEN
    from desktop.views.werkplek import Werkplek
    from tests.benchmarks.proefgesprek import demostore

    store, _ = demostore(map_)
    register = Werkplek(store).pictogrammen

    def png(naam: str) -> bytes:
        bak = QBuffer()
        bak.open(QIODevice.OpenModeFlag.WriteOnly)
        register.pixmap(naam, 128).toImage().save(bak, "PNG")  # type: ignore[call-overload]
        return bytes(bak.data().data())

    def maak() -> bytes:
        from desktop.documents.gegevens import Keus, samenvatting_uit
        from desktop.documents.huisstijl import Huisstijl
        from desktop.documents.samenvatting import maak_samenvatting

        plek = {"gemeente": "Noordoostpolder", "taal": "Arabisch", "vandaag": store.vandaag()}
        gesloten = sa.select(BredeIntake).where(BredeIntake.gesloten_op.is_not(None))
        with store.lees() as sessie:
            intake = sessie.scalars(gesloten).one()
            gegevens = samenvatting_uit(intake, store.lijst, Keus(), **plek)
        beelden = {d.code: png(d.pictogram) for d in store.lijst.domeinen}
        return maak_samenvatting(gegevens, Huisstijl(TINTEN, beelden))

    return maak


def _kaal(bladzijden: int) -> None:
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate

    stijl = getSampleStyleSheet()["Normal"]
    verhaal: list[Flowable] = []
    for _ in range(bladzijden):
        verhaal += [Paragraph(f"Regel {n} van het gesprek", stijl) for n in range(ALINEAS)]
        verhaal.append(PageBreak())
    SimpleDocTemplate(BytesIO(), pagesize=A4).build(verhaal)


def _duur(functie: Callable[[], object]) -> float:
    begin = time.perf_counter()
    functie()
    return (time.perf_counter() - begin) * 1000


def _kind(map_: Path) -> None:
    from PySide6.QtGui import QGuiApplication

    app = QGuiApplication(sys.argv[:1])
    maak = _maker(map_)
    try:
        eerste = _duur(maak)
    except ImportError:
        antwoord(None)
    inhoud = maak()
    bladzijden = len(re.findall(rb"/Type /Page\b", inhoud))
    _kaal(bladzijden)
    tijden = [(_duur(maak), _duur(lambda: _kaal(bladzijden))) for _ in range(KEREN)]
    antwoord(
        {
            "eerste": eerste,
            "bladzijden": bladzijden,
            "kb": len(inhoud) / 1000,
            "pdf": [pdf for pdf, _ in tijden],
            "kaal": [kaal for _, kaal in tijden],
        }
    )
    app.quit()


if __name__ == "__main__":
    _kind(Path(sys.argv[1]))
