"""All dates of 10,000 dossiers, D1 to D20, from facts that were read."""

from __future__ import annotations

import sys
import time
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from tests.benchmarks.kind import antwoord, draai
from tests.benchmarks.meting import Meting

DOSSIERS, RONDEN = 10_000, 5
VANDAAG = date(2026, 11, 25)


def meet(werkmap: Path) -> list[Meting]:
    """In a process of its own, so that nothing is warm."""
    uit = draai(werkmap, "termijnen", werkmap / "termijnen")
    return [
        Meting(
            "termijnen van 10.000 dossiers berekenen",
            uit["rekenen"],
            uit["kaal"],
            kaal_is="evenveel datums, elk een optelling van dagen",
            grens=1_000,
            bij=f"{uit['aantal']} datums; eerste keer {uit['eerste']:.0f} ms, met de feestdagen",
        )
    ]


def _feiten() -> list[Any]:
    import random

    from desktop.models.deeldatum import Deeldatum
    from desktop.models.dossier import Indeling
    from desktop.models.pipinhoud import Leerroute
    from desktop.models.termijnfeiten import Feiten, Informatie, Pipversie, Uren

    dobbel = random.Random(6)
    uit = []
    for n in range(DOSSIERS):
        begin = date(2023, 1, 1) + timedelta(days=dobbel.randrange(1400))
        pip = begin + timedelta(days=dobbel.randrange(20, 80))
        uit.append(
            Feiten(
                kennisgeving=begin,
                brp=begin + timedelta(days=dobbel.randrange(-30, 30)),
                informatie=(Informatie(begin + timedelta(days=40)),) if n % 10 == 0 else (),
                versies=tuple(
                    Pipversie(v + 1, dag, dag)
                    for v in range(dobbel.choice((0, 1, 1, 1, 2, 3)))
                    for dag in (pip + timedelta(days=200 * v),)
                ),
                uitkering=begin if n % 3 else None,
                indeling=dobbel.choice(list(Indeling)),
                leerroute=dobbel.choice(list(Leerroute)),
                geboren=Deeldatum(1960 + n % 48, 1 + n % 12, 1 + n % 28),
                lesuren=Uren(pip, n % 500, 12),
                participatie=Uren(pip, n % 300, 10),
                bewaren_vanaf=VANDAAG,
            )
        )
    return uit


def _reken() -> dict[str, Any]:
    from desktop.models.termijnen import bereken
    from desktop.store.termijnen import beleid

    feiten, regels = _feiten(), beleid()
    tijden, aantal = [], 0
    for _ronde in range(RONDEN + 1):
        begin = time.perf_counter()
        aantal = sum(len(bereken(f, regels, VANDAAG)) for f in feiten)
        tijden.append((time.perf_counter() - begin) * 1000)
    kaal, dag, stap = [], VANDAAG, timedelta(days=70)
    for _ronde in range(RONDEN):
        begin = time.perf_counter()
        for _n in range(aantal):
            dag + stap
        kaal.append((time.perf_counter() - begin) * 1000)
    return {"eerste": tijden[0], "rekenen": tijden[1:], "kaal": kaal, "aantal": aantal}


if __name__ == "__main__":
    Path(sys.argv[1]).mkdir(parents=True, exist_ok=True)
    antwoord(_reken())
