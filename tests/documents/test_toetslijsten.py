"""The papers around the leerbaarheidstoets: the list to remind, the day, the week on the wall."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from desktop.documents.toetslijsten import (
    Toetskandidaat,
    Toetszitting,
    maak_dagblad,
    maak_herinneringslijst,
)
from desktop.documents.weekblad import Weekblad, Weekzitting, maak_weekblad
from desktop.models.toetstijd import banen_van
from desktop.views import stijl
from tests.documents.naar import NAAR, NAMEN
from tests.pagina.papieren import Papier

DAG = date(2026, 12, 8)


# The papers at the table


def kandidaat(n: int, **rest: Any) -> Toetskandidaat:
    gewoon: dict[str, Any] = {
        "naam": f"Kandidaat Nummer{n}",
        "taal": "Tigrinya",
        "examennummer": f"LBT{n:04d}",
        "telefoon": f"06 0000{n:04d}",
    }
    return Toetskandidaat(**{**gewoon, **rest})


def zitting(*kandidaten: Toetskandidaat, **rest: Any) -> Toetszitting:
    gewoon: dict[str, Any] = {
        "datum": DAG,
        "begin": time(9, 30),
        "einde": time(11, 0),
        "plaats": "Gemeentehuis",
        "ruimte": "Kamer 2.14",
        "begeleider": "Joke Vos",
        "plekken": 6,
    }
    return Toetszitting(**{**gewoon, **rest}, kandidaten=kandidaten)


@pytest.fixture(params=[maak_herinneringslijst, maak_dagblad], ids=["reminders", "day"])
def lijst_van(qapp: QApplication, request: pytest.FixtureRequest) -> Callable[..., Papier]:
    stijl.laad_letters()
    return lambda *zittingen: Papier(request.param(zittingen, DAG, "Noordoostpolder"))


def test_only_the_people_of_that_day_in_order_of_time(lijst_van: Callable[..., Papier]) -> None:
    tekst = lijst_van(
        zitting(kandidaat(2), begin=time(13, 0), einde=time(14, 30)),
        zitting(kandidaat(1, bril=True, gehoor=True)),
        zitting(kandidaat(3), datum=date(2026, 12, 9)),
    ).tekst
    assert tekst.index("Nummer1") < tekst.index("Nummer2")
    assert "Nummer3" not in tekst
    assert "bril, gehoorapparaat" in tekst
    assert "Tigrinya" in tekst
    assert "dinsdag 8 december 2026" in tekst


def test_the_list_to_call_has_numbers_and_the_table_has_examennummers(qapp: QApplication) -> None:
    bellen = Papier(maak_herinneringslijst((zitting(kandidaat(7)),), DAG, "")).tekst
    tafel = Papier(maak_dagblad((zitting(kandidaat(7)),), DAG, "")).tekst
    assert "06 00000007" in bellen
    assert "LBT0007" not in bellen
    assert "LBT0007" in tafel
    assert "06 00000007" not in tafel
    assert "1 van 6 plekken" in tafel
    assert (
        "geen nummer"
        in Papier(maak_herinneringslijst((zitting(kandidaat(7, telefoon="")),), DAG, "")).tekst
    )


def test_many_people_go_over_pages_and_nobody_is_lost(lijst_van: Callable[..., Papier]) -> None:
    papier = lijst_van(zitting(*(kandidaat(n) for n in range(1000, 1100))))
    bladen = papier.bladzijden
    assert len(bladen) > 2
    alles = " ".join(bladen)
    assert [n for n in range(1000, 1100) if alles.count(f"Nummer{n}") != 1] == []
    for n, blad in enumerate(bladen, 1):
        assert f"Bladzijde {n} van {len(bladen)}" in blad
        assert "Naam" in blad, "every page says what its columns are"
    assert set(papier.maten) == {(595, 842)}


def test_an_empty_day_says_so(lijst_van: Callable[..., Papier]) -> None:
    assert "Op deze dag zijn er geen toetsen." in lijst_van().tekst
    assert "Nog niemand gepland." in lijst_van(zitting()).tekst


@pytest.mark.parametrize("naar", NAAR, ids=NAMEN)
def test_no_typed_text_breaks_a_list(lijst_van: Callable[..., Papier], naar: str) -> None:
    vreemd = Toetskandidaat(naar, naar, naar, naar, bril=True)
    papier = lijst_van(zitting(vreemd, kandidaat(8), plaats=naar, ruimte=naar, begeleider=naar))
    assert "Nummer8" in papier.tekst
    assert len(papier.bladzijden) == 1


# The week on the wall


def week(*zittingen: Weekzitting, **rest: Any) -> Papier:
    stijl.laad_letters()
    return Papier(maak_weekblad(Weekblad(date(2026, 12, 7), "Noordoostpolder", zittingen, **rest)))


def in_week(dag: date = DAG, begin: time = time(9, 30), **rest: Any) -> Weekzitting:
    einde = rest.pop("einde", begin.replace(hour=min(begin.hour + 1, 23), minute=55))
    gewoon = {"ruimte": "Kamer 2.14", "begeleider": "Joke Vos", "bezet": 4, "plekken": 6}
    return Weekzitting(dag, begin, einde, "Gemeentehuis", **{**gewoon, **rest})


def test_a_week_is_one_lying_page(qapp: QApplication) -> None:
    papier = week(in_week(tolk="Tigrinya"), gesloten=((date(2026, 12, 9), "Studiedag"),))
    assert papier.maten == [(842, 595)]
    for woord in ("week 50 van 2026", "dinsdag 8 december", "4 van 6 plekken", "Kamer 2.14"):
        assert woord in papier.tekst
    for woord in ("Joke Vos", "Tolk Tigrinya", "Studiedag", "09:30"):
        assert woord in papier.tekst
    assert "zaterdag" not in papier.tekst


def test_a_saturday_and_a_late_hour_make_the_page_wider(qapp: QApplication) -> None:
    papier = week(
        in_week(date(2026, 12, 12), time(7, 15)),
        in_week(date(2026, 12, 7), time(20, 0)),
        in_week(date(2026, 12, 14), ruimte="Volgende week"),
    )
    assert papier.maten == [(842, 595)]
    for woord in ("zaterdag 12 december", "07:00", "20:00"):
        assert woord in papier.tekst
    assert "Volgende week" not in papier.tekst


def test_sittings_at_the_same_time_stand_side_by_side() -> None:
    a = in_week(begin=time(9, 0), einde=time(11, 0), ruimte="A")
    b = in_week(begin=time(10, 0), einde=time(12, 0), ruimte="B")
    c = in_week(begin=time(11, 0), einde=time(13, 0), ruimte="C")
    d = in_week(begin=time(13, 0), einde=time(14, 0), ruimte="D")
    uit = {z.ruimte: (baan, banen) for z, baan, banen in banen_van([d, c, b, a])}
    assert uit == {"A": (0, 2), "B": (1, 2), "C": (0, 2), "D": (0, 1)}


@pytest.mark.parametrize("naar", NAAR, ids=NAMEN)
def test_no_typed_text_breaks_the_week(qapp: QApplication, naar: str) -> None:
    papier = week(
        in_week(ruimte=naar, begeleider=naar, tolk=naar),
        gesloten=((date(2026, 12, 10), naar),),
        van=naar,
    )
    assert papier.maten == [(842, 595)]
    assert "4 van 6 plekken" in papier.tekst
