"""What is typed about a fact: kept as DUO counts, or refused with what to do."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.models.fouten import Invoerfouten
from desktop.models.termijnbeleid import Duur
from desktop.models.termijnfeit import Feitsoort, Termijnfeit
from desktop.models.termijnfeiten import Duotermijn, Feiten, Informatie, Pipversie
from desktop.models.termijninvoer import SOORTEN, Bekend, lees_duur, lees_feit
from tests.models.termijnbeleid import TERMIJNEN as BELEID

VANDAAG = date(2026, 11, 25)
FEITEN = Feiten(
    kennisgeving=date(2026, 9, 20),
    brp=date(2026, 9, 24),
    informatie=(Informatie(date(2026, 10, 1)),),
)
MET_PIP = Feiten(versies=(Pipversie(1, date(2026, 6, 10)),))


def lees(soort: Feitsoort, feiten: Feiten = FEITEN, **velden: str) -> Termijnfeit:
    bekend = Bekend(feiten, BELEID, VANDAAG)
    return lees_feit("d1", soort, velden, bekend, door="ik")


def fouten(soort: Feitsoort, feiten: Feiten = FEITEN, **velden: str) -> dict[str, str]:
    with pytest.raises(Invoerfouten) as gevangen:
        lees(soort, feiten, **velden)
    return {fout.veld: str(fout) for fout in gevangen.value.fouten}


def test_a_last_day_is_kept_as_the_day_after_it() -> None:
    feit = lees(Feitsoort.DUO_TERMIJN, dag="11-6-2026", tot="10-6-2029")
    assert (feit.dag, feit.tot) == (date(2026, 6, 11), date(2029, 6, 11))
    een_dag = lees(Feitsoort.UITKERING, dag="15-4-2026", tot="15-4-2026")
    assert een_dag.tot == date(2026, 4, 16)
    assert lees(Feitsoort.UITKERING, dag="1-1-2027").tot is None


@pytest.mark.parametrize(
    ("soort", "velden", "veld", "woord"),
    [
        (Feitsoort.SS139_START, {}, "dag", "Schrijf de dag op"),
        (Feitsoort.SS139_START, {"dag": "31-2-2026"}, "dag", "geen datum"),
        (Feitsoort.SS139_START, {"dag": "2026"}, "dag", "hele datum"),
        (Feitsoort.SS139_START, {"dag": "26-11-2026"}, "dag", "moet nog komen"),
        (Feitsoort.INFO_GEVRAAGD, {"dag": "26-11-2026"}, "dag", "moet nog komen"),
        (Feitsoort.INFO_ONTVANGEN, {"dag": "30-9-2026"}, "dag", "gevraagd"),
        (Feitsoort.DUO_TERMIJN, {"dag": "11-6-2026"}, "tot", "laatste dag"),
        (Feitsoort.DUO_TERMIJN, {"dag": "11-6-2026", "tot": "10-6-2026"}, "tot", "voor de eerste"),
        (Feitsoort.UREN, {"dag": "1-11-2026", "waarde": "veel"}, "waarde", "heel getal"),
        (Feitsoort.UREN, {"dag": "1-11-2026", "waarde": "²"}, "waarde", "heel getal"),
        (Feitsoort.UREN, {"dag": "1-11-2026", "waarde": "10000"}, "waarde", "9999"),
        (Feitsoort.UREN_PARTICIPATIE, {"dag": "1-11-2026"}, "waarde", "heel getal"),
        (Feitsoort.VERLENGING, {"dag": "1-11-2026", "waarde": "6 maanden"}, "dag", "geen termijn"),
        (Feitsoort.BEKENDMAKING, {"dag": "1-11-2026", "waarde": "1"}, "waarde", "vastgesteld"),
    ],
)
def test_what_cannot_be_right_is_said_beside_its_field(
    soort: Feitsoort, velden: dict[str, str], veld: str, woord: str
) -> None:
    gezegd = fouten(soort, FEITEN, **velden)
    assert list(gezegd) == [veld]
    assert woord in gezegd[veld]


def test_all_fields_are_said_at_once() -> None:
    assert set(fouten(Feitsoort.VERLENGING, MET_PIP, dag="", tot="")) == {"dag", "tot"}


def test_extra_time_is_an_end_or_a_length_and_comes_after_the_end() -> None:
    feit = lees(Feitsoort.VERLENGING, MET_PIP, dag="1-11-2026", tot="10-12-2029")
    assert feit.tot == date(2029, 12, 11)
    assert lees(Feitsoort.VERLENGING, MET_PIP, dag="1-11-2026", waarde="16 weken").tot is None
    beide = fouten(
        Feitsoort.VERLENGING, MET_PIP, dag="1-11-2026", tot="10-12-2029", waarde="16 weken"
    )
    assert "Niet allebei" in beide["waarde"]
    eerder = fouten(Feitsoort.VERLENGING, MET_PIP, dag="1-11-2026", tot="10-6-2029")
    assert "10-06-2029" in eerder["tot"]
    vaag = fouten(Feitsoort.VERLENGING, MET_PIP, dag="1-11-2026", waarde="lang")
    assert "16 weken" in vaag["waarde"]


def test_extra_time_that_would_change_nothing_is_asked_for_as_a_day() -> None:
    """DUO's end is taken to hold what was decided before it; a silent nothing helps nobody."""
    duo = replace(
        MET_PIP, duo=Duotermijn(date(2026, 6, 11), date(2029, 12, 11), date(2026, 11, 20))
    )
    ouder = fouten(Feitsoort.VERLENGING, duo, dag="1-11-2026", waarde="6 maanden")
    assert "nieuwe laatste dag" in ouder["waarde"]
    met_dag = lees(Feitsoort.VERLENGING, duo, dag="1-11-2026", tot="10-6-2030")
    assert met_dag.tot == date(2030, 6, 11)
    later = lees(Feitsoort.VERLENGING, duo, dag="21-11-2026", waarde="6 maanden")
    assert later.waarde == "6 maanden"


def test_a_year_that_cannot_be_is_no_date() -> None:
    """Terms are counted from it, and no calendar goes past 9999."""
    for jaar in ("9999", "1899", "2200"):
        gezegd = fouten(Feitsoort.UITKERING, dag=f"1-1-{jaar}")
        assert gezegd == {"dag": "Dit is geen datum. Schrijf dag, maand en jaar, zoals 31-05-2026."}
    assert lees(Feitsoort.UITKERING, dag="31-12-2199").dag == date(2199, 12, 31)


def test_information_asked_after_the_plan_was_due_is_refused_with_that_day() -> None:
    oud = Feiten(kennisgeving=date(2026, 3, 2), brp=date(2026, 3, 2))
    assert "11-05-2026" in fouten(Feitsoort.INFO_GEVRAAGD, oud, dag="11-5-2026")["dag"]
    assert lees(Feitsoort.INFO_GEVRAAGD, oud, dag="10-5-2026").dag == date(2026, 5, 10)


def test_a_publication_is_of_a_version_that_is_set() -> None:
    assert lees(Feitsoort.BEKENDMAKING, MET_PIP, dag="12-6-2026").waarde == "1"
    assert "waarde" in fouten(Feitsoort.BEKENDMAKING, MET_PIP, dag="12-6-2026", waarde="2")
    assert lees(Feitsoort.BEKENDMAKING, MET_PIP, dag="10-6-2026").dag == date(2026, 6, 10)
    for waarde in ("", "1"):
        eerder = fouten(Feitsoort.BEKENDMAKING, MET_PIP, dag="9-6-2026", waarde=waarde)
        assert "10-06-2026" in eerder["dag"]


@pytest.mark.parametrize(
    ("tekst", "duur"),
    [
        ("6 maanden", Duur(maanden=6)),
        ("1 maand", Duur(maanden=1)),
        ("16 Weken", Duur(weken=16)),
        ("2jaar", Duur(jaren=2)),
        ("2 jaren", Duur(jaren=2)),
        ("1 week", Duur(weken=1)),
        ("10 dagen", Duur(dagen=10)),
        ("0 weken", None),
        ("weken", None),
        ("zes maanden", None),
        ("6 maanden extra", None),
        ("", None),
    ],
)
def test_a_length_of_time(tekst: str, duur: Duur | None) -> None:
    assert lees_duur(tekst) == duur


def test_every_kind_of_fact_can_be_chosen() -> None:
    assert set(SOORTEN) == set(Feitsoort)
