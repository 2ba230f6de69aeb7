"""The leerbaarheidstoets: a proposal for 200 people over 60 sittings, a month of 200 sittings."""

from __future__ import annotations

import sys
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from tests.benchmarks.kind import SLEUTEL, antwoord, draai
from tests.benchmarks.meting import Meting

KLANTEN, SESSIES, MAAND = 200, 60, 200
RONDEN = 5
BEGIN = date(2026, 12, 1)
NU = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
TALEN = ("ti", "ar", "prs", "so", "uk", "tr", "en", "fa")


def meet(werkmap: Path) -> list[Meting]:
    """Both, in a process of their own: the first proposal loads the solver."""
    uit = draai(werkmap, "toets", werkmap / "toets")
    return [
        Meting(
            "toets: voorstel voor 200 kandidaten, 60 sessies",
            uit["voorstel"],
            uit["kaal_voorstel"],
            kaal_is="alleen de stoelverdeling zonder talen (linear_sum_assignment)",
            grens=2_000,
            bij=f"eerste keer {uit['eerste']:.0f} ms, {uit['geplaatst']} geplaatst",
        ),
        Meting(
            "  maand met 200 sessies lezen",
            uit["maand"],
            uit["kaal_maand"],
            kaal_is="dezelfde rijen, één SELECT zonder regels",
            grens=200,
        ),
    ]


def _geval() -> tuple[Any, list[Any]]:
    import random

    from desktop.models.toetsrooster import Begeleider, Boeking, Rooster, Ruimte, Toetsklant
    from desktop.models.toetssessie import Sessiegegevens

    dobbel = random.Random(7)
    ruimten = {f"r{n}": Ruimte(f"r{n}", f"Zaal {n}", 4, "stad", "Stad", True) for n in range(4)}
    ben = Begeleider("ben", "Ben", BEGIN, None, BEGIN, None)
    boekingen = tuple(
        Boeking(
            f"s{n:02d}",
            Sessiegegevens(
                f"r{n % 4}", "ben", BEGIN + timedelta(days=n // 4), "09:30", "11:00",
                tolk_taal=dobbel.choice(TALEN) if dobbel.random() < 0.2 else None,
            ),
        )
        for n in range(SESSIES)
    )  # fmt: skip
    klanten = [
        Toetsklant(
            f"k{n}", f"Klant {n}",
            pip_uiterlijk=BEGIN + timedelta(days=dobbel.randrange(-5, 40)),
            tolk_taal=dobbel.choice(TALEN) if dobbel.random() < 0.5 else None,
            uitlegtaal=dobbel.choice(TALEN),
            gesprekken=((BEGIN + timedelta(days=dobbel.randrange(15)), "10:00"),),
        )
        for n in range(KLANTEN)
    ]  # fmt: skip
    return Rooster(ruimten, {"ben": ben}, boekingen=boekingen), klanten


def _voorstel() -> dict[str, Any]:
    from desktop.models.toetsvoorstel import stel_voor

    rooster, klanten = _geval()
    tijden = []
    for _ in range(RONDEN + 1):
        begin = time.perf_counter()
        plan = stel_voor(rooster, klanten, nu=NU)
        tijden.append((time.perf_counter() - begin) * 1000)
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    stoelen = sum(rooster.plekken(b.gegevens) for b in rooster.boekingen)
    kaal = []
    for _ in range(RONDEN):
        begin = time.perf_counter()
        linear_sum_assignment(np.add.outer(np.arange(KLANTEN), np.arange(stoelen)))
        kaal.append((time.perf_counter() - begin) * 1000)
    return {
        "eerste": tijden[0],
        "voorstel": tijden[1:],
        "kaal_voorstel": kaal,
        "geplaatst": len(plan.plaatsingen),
    }


def _maand(map_: Path) -> dict[str, Any]:
    import sqlalchemy as sa

    from desktop.bronnen import tomls
    from desktop.models.dossier import Dossier, Medewerker
    from desktop.models.toets import Aanpassingen, Kandidaat
    from desktop.models.toetsmiddelen import Toetsbegeleider, Toetslocatie, Toetsruimte
    from desktop.models.toetssessie import Sessiegegevens, Toetssessie
    from desktop.models.vragenlezer import vragenlijst_uit
    from desktop.store import toetsen
    from desktop.store.store import Store

    map_.mkdir(parents=True, exist_ok=True)
    store = Store(map_, SLEUTEL, vragenlijst_uit(tomls("vragen")))
    with store.work() as work:
        km = Medewerker(naam="Anneke", gemeente="0171")
        stad = Toetslocatie(naam="Gemeentehuis", stadhuis=True)
        work.voeg_toe(km, stad)
        ruimten = [Toetsruimte(naam=f"Zaal {n}", locatie_id=stad.id, plekken=6) for n in range(4)]
        wie = [Toetsbegeleider(naam=f"Ans {n}", certificaat_op=BEGIN) for n in range(4)]
        work.voeg_toe(*ruimten, *wie)
        for n in range(MAAND):
            dag = BEGIN + timedelta(days=n // 8)
            begin = f"{9 + n // 4 % 2 * 4:02d}:00"
            sessie = Toetssessie.nieuw(
                Sessiegegevens(ruimten[n % 4].id, wie[n % 4].id, dag, begin, begin[:2] + ":59")
            )
            work.voeg_toe(sessie)
            for k in range(4):
                dossier = Dossier(
                    nummer=f"{n}-{k}", voornamen=f"Klant {n} {k}", gemeente="0171",
                    klantmanager_id=km.id,
                )  # fmt: skip
                kandidaat = Kandidaat.meld_aan(dossier.id, Aanpassingen())
                kandidaat.plan(sessie.id, dag)
                sessie.neem_plek(kandidaat.id)
                work.voeg_toe(dossier, kandidaat)
    store.word(km.id)
    tot = BEGIN + timedelta(days=31)
    uit: dict[str, Any] = {"maand": [], "kaal_maand": []}
    for _ in range(RONDEN * 2):
        begin_ = time.perf_counter()
        with store.lees() as lezer:
            regels = toetsen.sessies(lezer, BEGIN, tot)
        uit["maand"].append((time.perf_counter() - begin_) * 1000)
        assert len(regels) == MAAND
        begin_ = time.perf_counter()
        with store.lees() as lezer:
            vraag = sa.select(Toetssessie).where(Toetssessie.datum.between(BEGIN, tot))
            assert len(lezer.scalars(vraag).all()) == MAAND
        uit["kaal_maand"].append((time.perf_counter() - begin_) * 1000)
    store.sluit()
    return uit


if __name__ == "__main__":
    antwoord({**_voorstel(), **_maand(Path(sys.argv[1]))})
