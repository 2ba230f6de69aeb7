"""The month of the test's calendar with 200 sittings: read and painted, in a process of its own."""

from __future__ import annotations

import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from tests.benchmarks.kind import SLEUTEL, antwoord, draai
from tests.benchmarks.meting import Meting

AANTAL, KEREN = 200, 12


def meet(werkmap: Path) -> list[Meting]:
    """From a choice to all of it painted."""
    tijden = draai(werkmap, "toetsagenda", werkmap / "toetsagenda")
    kaal = "hetzelfde venster dat alleen opnieuw geverfd wordt"
    return [Meting("maand met 200 toetsen tonen", tijden["maand"], tijden["verf"], kaal, 200)]


def _vul(store: Any) -> date:
    from desktop.models.toetsmiddelen import Toetsbegeleider, Toetslocatie, Toetsruimte
    from desktop.models.toetssessie import Sessiegegevens, Toetssessie
    from desktop.store.toetsmiddelen import voeg_middel_toe

    plek = voeg_middel_toe(store, Toetslocatie, naam="Gemeentehuis", stadhuis=True)
    zalen = [
        voeg_middel_toe(store, Toetsruimte, naam=f"Zaal {n}", plekken=6, locatie_id=plek)
        for n in range(4)
    ]
    mensen = [
        voeg_middel_toe(
            store, Toetsbegeleider, naam=f"Begeleider {n}",
            certificaat_op=date(2020, 1, 1), duo_toestemming_op=date(2020, 1, 1),
        )
        for n in range(4)
    ]  # fmt: skip
    eerste = (store.vandaag().replace(day=28) + timedelta(days=4)).replace(day=1)
    with store.work() as work:
        for n in range(AANTAL):
            uur, k = 8 + 2 * (n // 4 % 3), n % 4
            dag = eerste + timedelta(days=n // 12)
            work.voeg_toe(
                Toetssessie.nieuw(
                    Sessiegegevens(zalen[k], mensen[k], dag, f"{uur:02d}:30", f"{uur + 1:02d}:59")
                )
            )
    return eerste


def _kind(map_: Path) -> None:
    import time

    from desktop.app import lees_lijst, maak_qt
    from desktop.store.store import Store
    from desktop.views.toets.agenda import Agendascherm
    from desktop.views.werkplek import Werkplek
    from tests.benchmarks.verf import verwerk

    maak_qt(sys.argv[:1])
    map_.mkdir(parents=True, exist_ok=True)
    store = Store(map_, SLEUTEL, lees_lijst())
    dag = _vul(store)
    scherm = Agendascherm(Werkplek(store))
    scherm.resize(1366, 768)
    scherm.show()
    scherm.kies_weergave("maand")
    scherm.kies(dag, None)
    if len(scherm.beeld.regels) != AANTAL:
        raise RuntimeError("not all sittings are in sight")
    tijden: dict[str, list[float]] = {"maand": [], "verf": []}
    for _keer in range(KEREN):
        for naam, doe in (("maand", lambda: scherm.kies_weergave("maand")), ("verf", None)):
            verwerk(0.05)
            begin = time.perf_counter()
            if doe is not None:
                doe()
            scherm.repaint()
            scherm.vlak.repaint()
            tijden[naam].append((time.perf_counter() - begin) * 1000)
    antwoord(tijden)


if __name__ == "__main__":
    _kind(Path(sys.argv[1]))
