"""Storing what a touch gives, without a window, beside one bare commit."""

from __future__ import annotations

import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import Any

from tests.benchmarks.kind import antwoord, draai
from tests.benchmarks.meting import Meting

KEREN = 150
WARM = 10


def meet(werkmap: Path) -> list[Meting]:
    """The gesture of the client's touch up to the disk, alternating with a bare commit."""
    uit = draai(werkmap, "opslag", werkmap / "opslag")
    return [
        Meting(
            "aanraking opslaan, zonder beeld",
            uit["opslaan"],
            uit["kaal"],
            kaal_is="één INSERT en COMMIT door sqlcipher3 zelf, WAL en synchronous=FULL, om en om",
            grens=3,
            over_kaal=True,
            strikt=False,
            bij="een trage of drukke schijf maakt het verschil klein: kijk ook naar de rekentijd",
        ),
        Meting("  waarvan rekentijd, zonder de schijf", uit["opslaan_cpu"], uit["kaal_cpu"]),
    ]


def gebaren(map_: Path) -> Iterator[Any]:
    """Every turn a function that stores one touch, as `Gesprek` does it."""
    from desktop.models.antwoord import Keuze
    from desktop.models.vragen import Vraagtype
    from desktop.views.intake.gesprek import Gesprek
    from desktop.views.werkplek import Werkplek
    from tests.benchmarks.proefgesprek import demostore

    store, intake_id = demostore(map_)
    gesprek = Gesprek(Werkplek(store), intake_id)
    gesprek.ververs = lambda: None  # type: ignore[method-assign]  # no window looks
    soorten = (Vraagtype.SINGLE, Vraagtype.YN, Vraagtype.FACE3)
    vragen = [
        vraag
        for vraag in map(gesprek.lijst.vragen.__getitem__, gesprek.stand.gang)
        if vraag.voor_client and not vraag.alleen and vraag.type in soorten
    ]
    beurten = cycle([(vraag, n) for n in (0, 1) for vraag in vragen])
    for vraag, n in beurten:
        keuze = Keuze((vraag.keuzecodes[n],))
        yield lambda vraag=vraag, keuze=keuze: gesprek.beantwoord(vraag, keuze, client=True)


def _kind(map_: Path) -> None:
    from PySide6.QtGui import QGuiApplication

    from tests.benchmarks.proefgesprek import KaleCommit

    app = QGuiApplication(sys.argv[:1])
    uit: dict[str, list[float]] = defaultdict(list)
    stroom = gebaren(map_)
    kaal = KaleCommit(map_)
    for n in range(WARM + KEREN):
        for naam, gebaar in (("opslaan", next(stroom)), ("kaal", kaal.doe)):
            klok, rekentijd = time.perf_counter(), time.process_time()
            gelukt = gebaar()
            ms = (time.perf_counter() - klok) * 1000
            cpu = (time.process_time() - rekentijd) * 1000
            if gelukt is False:
                raise RuntimeError("a touch was not stored")
            if n >= WARM:
                uit[naam].append(ms)
                uit[f"{naam}_cpu"].append(cpu)
    antwoord(uit)
    app.quit()


if __name__ == "__main__":
    _kind(Path(sys.argv[1]))
