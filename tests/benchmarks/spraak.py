"""From the touch to the first samples that the sound device takes.

No text is said twice, so nothing comes out of what was kept. The device is the null device: what a
real card adds is its own, and the same for whoever plays on it.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.benchmarks.kind import SLEUTEL, antwoord, draai
from tests.benchmarks.meting import Meting

KEREN = 32
KEUZES = 3
TALEN = {"nl": "computerstem, Nederlands", "ti": "computerstem, Tigrinya"}
OPNAME = "opname"


def meet(werkmap: Path) -> list[Meting]:
    """The question with its options is read; measured is when the question begins to sound."""
    werkmap = werkmap / "spraak"
    werkmap.mkdir(parents=True, exist_ok=True)
    stem = "dezelfde tekst door eSpeak NG alleen, zonder vensterdraad en apparaat"
    metingen = [
        _meting(naam, draai(werkmap, "spraak", tag, werkmap), stem) for tag, naam in TALEN.items()
    ]
    draai(werkmap, "spraak", OPNAME, werkmap)  # the first time fills the store
    uit = draai(werkmap, "spraak", OPNAME, werkmap)
    kaal = "dezelfde Ogg Opus door libsndfile alleen, zonder opslag, vensterdraad en apparaat"
    return [*metingen, _meting("opname van een mens", uit, kaal)]


def _meting(naam: str, uit: dict[str, Any], kaal: str) -> Meting:
    return Meting(
        f"eerste geluid na de aanraking ({naam})",
        uit["klinkt"],
        uit["kaal"],
        kaal,
        300,
        bij=f"de allereerste keer, met het laden van wat spreekt: {uit['eerste']:.0f} ms; "
        f"daarvoor eenmalig Qt's geluid: {uit['spreker']:.0f} ms; "
        f"de langste duurt {uit['langste_s']:.1f} s",
    )


def _zinnen(tag: str) -> list[tuple[str, str]]:
    from desktop import bronnen, catalogi
    from desktop.models.prompts import Prompts
    from desktop.models.vragen import teksten
    from desktop.models.vragenlezer import vragenlijst_uit

    prompts = Prompts(catalogi.talen()[tag], catalogi.catalogus(tag), catalogi.schermteksten())
    alle = teksten(vragenlijst_uit(bronnen.tomls("vragen")))
    uniek = {prompts.uitspraak(context, bron): context for context, bron in alle}
    zinnen = [(context, tekst) for tekst, context in uniek.items() if len(tekst) > 12]
    return zinnen[: (KEREN + 1) * (1 + KEUZES)]


def _kind(wat: str, map_: Path) -> None:
    from PySide6.QtCore import QCoreApplication, QTimer

    app = QCoreApplication(sys.argv[:1])
    QTimer.singleShot(0, lambda: antwoord(_opname(map_) if wat == OPNAME else _stem(wat)))
    app.exec()


def _stem(tag: str) -> dict[str, Any]:
    from desktop.catalogi import talen
    from desktop.speech.espeak import Espeak

    stem = talen()[tag].stem
    return _speel(tag, None, lambda _, tekst: Espeak.spreek(stem, tekst).duur_ms)


def _opname(map_: Path) -> dict[str, Any]:
    """Out of the encrypted store; the first process fills it, the next one plays."""
    from desktop import bronnen
    from desktop.models.vragenlezer import vragenlijst_uit
    from desktop.speech.klank import Klank
    from desktop.store.opnamen import Opnamen
    from desktop.store.store import Store

    store = Store(map_, SLEUTEL, vragenlijst_uit(bronnen.tomls("vragen")))
    opnamen = Opnamen(store)
    if opnamen.regels("nl", _zinnen("nl")[0][0]):
        oggs = {c: opnamen.zoek("nl", "", c) for c, _ in _zinnen("nl")}
        return _speel("nl", opnamen, lambda c, _: Klank.uit_ogg(oggs[c].ogg).duur_ms)  # type: ignore[union-attr]
    from desktop.models.opnamewerk import Inspreekopdracht, Zin
    from desktop.speech.espeak import Espeak
    from desktop.store.opnamebeheer import neem_zin_op

    opdracht = Inspreekopdracht("nl", "", "x", store.vandaag())
    for context, tekst in _zinnen("nl"):
        klank = Espeak.spreek("nl", tekst)
        zin = Zin((context,), tekst, tekst, frozenset())
        neem_zin_op(store, opdracht, zin, klank.als_ogg(), klank.duur_ms)
    return {}


def _speel(tag: str, kast: Any, kaal_af: Callable[[str, str], int]) -> dict[str, Any]:
    from PySide6.QtCore import QEventLoop

    from desktop.catalogi import talen
    from desktop.models.spraak import Uiting
    from desktop.speech.klank import Klank
    from desktop.speech.spreker import Spreker
    from desktop.speech.uitvoer import Stilte

    begin = time.perf_counter()
    warm = Spreker(talen())  # as the program makes it, with all devices that there are
    warm.bron(Uiting("vraag", "", "x", "x", tag))
    spreker_ms = (time.perf_counter() - begin) * 1000

    loop = QEventLoop()
    gespeeld: list[float] = []

    class Meetapparaat(Stilte):
        def speel(self, klank: Klank) -> None:
            super().speel(klank)
            self.neem(1)
            gespeeld.append(time.perf_counter())
            loop.quit()

    spreker = Spreker(talen(), kast, uitvoer=Meetapparaat())
    klinkt, kaal, langste = [], [], 0
    zinnen = _zinnen(tag)
    for n in range(0, len(zinnen), 1 + KEUZES):
        uitingen = [Uiting(c, c, t, t, tag) for c, t in zinnen[n : n + 1 + KEUZES]]
        gespeeld.clear()
        begin = time.perf_counter()
        spreker.lees(uitingen)
        loop.exec()
        klinkt.append((gespeeld[0] - begin) * 1000)
        spreker.stop()
        begin = time.perf_counter()
        langste = max(langste, kaal_af(*zinnen[n]))
        kaal.append((time.perf_counter() - begin) * 1000)
    spreker.sluit()
    warm.sluit()
    return {
        "eerste": klinkt[0],
        "klinkt": klinkt[1:],
        "kaal": kaal[1:],
        "spreker": spreker_ms,
        "langste_s": langste / 1000,
    }


if __name__ == "__main__":
    _kind(sys.argv[1], Path(sys.argv[2]))
