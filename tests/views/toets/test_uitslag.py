"""The result: typed with a second look, read from DUO's file, corrected with a reason."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop.models.toetsstatus import Toetsstatus
from desktop.models.toetsuitslag import Herkomst, Overslagreden, Resultaat
from desktop.store.store import Store
from desktop.views.toets.overslag import Overslagscherm
from desktop.views.toets.uitslag import Uitslagscherm
from desktop.views.werkplek import Werkplek
from tests.pagina.toegankelijk import gesproken_toelichting, niet_te_bereiken, zonder_naam
from tests.pagina.toetsdag import Overslagpagina, Uitslagpagina
from tests.views.toets.tafel import Tafel, zet_tafel

BSN, ANDER_BSN = "999990019", "999990020"
GOED = ("B1-route haalbaar", "31,00", "28,00", "20-11-2026")


@pytest.fixture
def tafel(store: Store) -> Tafel:
    tafel = zet_tafel(store, 1, bsn=BSN)
    tafel.neem_af()
    return tafel


@pytest.fixture
def toon(qtbot: QtBot) -> Callable[[Any], None]:
    def doe(scherm: Any) -> None:
        qtbot.addWidget(scherm)
        scherm.resize(1366, 768)
        scherm.show()
        scherm.activateWindow()
        qtbot.waitUntil(scherm.isActiveWindow)

    return doe


@pytest.fixture
def uitslag(
    qtbot: QtBot, werkplek: Werkplek, tafel: Tafel, toon: Callable[[Any], None]
) -> Uitslagpagina:
    scherm = Uitslagscherm(werkplek, tafel.dossiers[0])
    toon(scherm)
    return Uitslagpagina(qtbot, scherm)


@pytest.fixture
def overslag(
    qtbot: QtBot, werkplek: Werkplek, store: Store, toon: Callable[[Any], None]
) -> tuple[Overslagpagina, Tafel]:
    tafel = zet_tafel(store, 1)
    scherm = Overslagscherm(werkplek, tafel.dossiers[0])
    toon(scherm)
    return Overslagpagina(qtbot, scherm), tafel


def bestand(map_: Path, inhoud: object) -> Path:
    pad = map_ / "duo.json"
    pad.write_text(inhoud if isinstance(inhoud, str) else json.dumps(inhoud), encoding="utf-8")
    return pad


def resultaat(**anders: str) -> dict[str, str]:
    return {
        "resultaat": "B1-route haalbaar",
        "behaaldeScore": "31,00",
        "benodigdeScore": "28,00",
        "datumAfname": "2026-11-20",
        **anders,
    }


def test_nothing_is_kept_before_the_second_look_is_answered(
    uitslag: Uitslagpagina, tafel: Tafel
) -> None:
    uitslag.vul(*GOED)
    uitslag.druk("Kijk na")
    assert tafel.toets().uitslagen == []
    assert uitslag.vraagt_na
    for tekst in ("B1-route haalbaar", "31,00", "20-11-2026", "23-11-2026"):
        assert tekst in uitslag.teksten, tekst  # the day of DUO, and that of the sitting
    assert uitslag.opvallend == ""
    uitslag.druk("Klopt, leg vast")
    toets = tafel.toets()
    assert toets.geldend is not None
    assert toets.geldend.resultaat is Resultaat.HAALBAAR
    assert (toets.geldend.behaalde_score, toets.geldend.benodigde_score) == ("31,00", "28,00")
    assert toets.geldend.datum_afname == date(2026, 11, 20)
    assert toets.geldend.herkomst is Herkomst.HAND
    assert toets.kandidaat is not None
    assert toets.kandidaat.status is Toetsstatus.UITSLAG
    assert toets.kandidaat.datum == date(2026, 11, 23)


@pytest.mark.parametrize(
    ("score", "woord"),
    [
        ("31.5", "met een komma en twee cijfers erachter"),
        ("31", "met een komma en twee cijfers erachter"),
        ("-1", "nooit minder dan 0"),
        ("131,00", "40 opgaven"),
        ("", "als getal"),
        ("drie", "als getal"),
    ],
)
def test_a_score_that_cannot_be_says_so_beside_the_field(
    uitslag: Uitslagpagina, tafel: Tafel, score: str, woord: str
) -> None:
    uitslag.vul("B1-route haalbaar", score, "28,00", "20-11-2026")
    uitslag.druk("Kijk na")
    assert list(uitslag.fouten) == ["behaalde_score"]
    assert woord in uitslag.fouten["behaalde_score"]
    assert woord in gesproken_toelichting(uitslag.scherm.behaald.invoer)
    assert not uitslag.vraagt_na
    assert tafel.toets().uitslagen == []


def test_all_that_is_wrong_is_said_at_once(uitslag: Uitslagpagina) -> None:
    uitslag.vul("", "31.5", "x", "24-11-2026")
    uitslag.druk("Kijk na")
    assert set(uitslag.fouten) == {
        "resultaat",
        "behaalde_score",
        "benodigde_score",
        "datum_afname",
    }


def test_the_second_look_tells_what_is_odd_and_it_can_be_changed(
    uitslag: Uitslagpagina, tafel: Tafel
) -> None:
    uitslag.vul("B1-route niet haalbaar", "31,00", "28,00", "20-11-2026")
    uitslag.druk("Kijk na")
    assert "hoog genoeg" in uitslag.opvallend
    uitslag.druk("Verander")
    assert not uitslag.vraagt_na
    uitslag.kies(uitslag.scherm.resultaat, "B1-route haalbaar")
    uitslag.druk("Kijk na")
    assert uitslag.opvallend == ""


def test_on_a_small_screen_the_second_look_comes_in_sight(
    qtbot: QtBot, uitslag: Uitslagpagina
) -> None:
    uitslag.scherm.resize(1024, 600)
    uitslag.vul(*GOED)
    assert uitslag.scherm.leg_vast.visibleRegion().isEmpty()
    uitslag.druk("Kijk na")
    qtbot.waitUntil(lambda: not uitslag.scherm.leg_vast.visibleRegion().isEmpty())


def test_typing_on_takes_the_second_look_away(uitslag: Uitslagpagina) -> None:
    uitslag.vul(*GOED)
    uitslag.druk("Kijk na")
    uitslag.typ(uitslag.scherm.behaald, "12,00")
    assert not uitslag.vraagt_na


@pytest.mark.parametrize(("score", "let_op"), [("28,00", True), ("30,00", True), ("27,00", False)])
def test_an_old_outcome_of_the_group_that_was_wrong_gets_a_notice(
    uitslag: Uitslagpagina, score: str, let_op: bool
) -> None:
    uitslag.vul("B1-route niet haalbaar", score, "31,00", "11-04-2023")
    uitslag.druk("Kijk na")
    assert ("Vraag DUO naar de goede uitslag" in uitslag.opvallend) is let_op


def test_a_correction_needs_a_reason_and_the_old_one_stays_to_be_read(
    uitslag: Uitslagpagina, tafel: Tafel
) -> None:
    uitslag.vul(*GOED)
    uitslag.druk("Kijk na")
    uitslag.druk("Klopt, leg vast")
    uitslag.vul("B1-route niet haalbaar", "27,00", "28,00", "21-11-2026")
    uitslag.druk("Kijk na")
    assert uitslag.fouten == {"reden": "Schrijf op waarom de uitslag verandert."}
    uitslag.typ(uitslag.scherm.reden, "DUO telde opnieuw")
    uitslag.druk("Kijk na")
    uitslag.druk("Klopt, leg vast")
    toets = tafel.toets()
    assert [(u.behaalde_score, u.geldig, u.reden) for u in toets.uitslagen] == [
        ("27,00", True, "DUO telde opnieuw"),
        ("31,00", False, ""),
    ]
    gelezen = "\n".join(uitslag.teksten)
    for woord in ("Geldt nu", "Eerder", "27,00", "31,00", "DUO telde opnieuw", "Anneke de Boer"):
        assert woord in gelezen


def test_a_file_of_duo_fills_the_form_and_is_looked_at_too(
    uitslag: Uitslagpagina, tafel: Tafel, tmp_path: Path
) -> None:
    inhoud = {"bsn": BSN, "resultaten": [resultaat(), resultaat(datumAfname="2026-11-21")]}
    uitslag.scherm.lees_bestand(bestand(tmp_path, inhoud))
    assert tafel.toets().uitslagen == []
    assert uitslag.opvallend == "In het bestand staan 2 uitslagen. Dit is de laatste."
    uitslag.druk("Klopt, leg vast")
    geldend = tafel.toets().geldend
    assert geldend is not None
    assert (geldend.herkomst, geldend.datum_afname) == (Herkomst.BESTAND, date(2026, 11, 21))


def test_what_was_changed_after_reading_was_typed_by_hand(
    uitslag: Uitslagpagina, tafel: Tafel, tmp_path: Path
) -> None:
    uitslag.scherm.lees_bestand(bestand(tmp_path, {"bsn": BSN, "resultaten": [resultaat()]}))
    uitslag.typ(uitslag.scherm.behaald, "30,00")
    uitslag.druk("Kijk na")
    uitslag.druk("Klopt, leg vast")
    geldend = tafel.toets().geldend
    assert geldend is not None
    assert geldend.herkomst is Herkomst.HAND


def test_a_file_that_does_not_say_whose_it_is_asks(uitslag: Uitslagpagina, tmp_path: Path) -> None:
    uitslag.scherm.lees_bestand(bestand(tmp_path, [resultaat()]))
    assert uitslag.vraagt_na
    assert "Kijk na of dit Tesfay Gebremedhin is." in uitslag.opvallend


@pytest.mark.parametrize(
    ("inhoud", "woord"),
    [
        ({"bsn": ANDER_BSN, "resultaten": [resultaat()]}, "van iemand anders"),
        ([resultaat(behaaldeScore="31.00")], "behaaldeScore"),
        ({"examennummer": "1234"}, "alleen een examennummer"),
        ("geen json", "geen JSON-bestand"),
    ],
)
def test_a_file_that_is_not_it_changes_nothing(
    uitslag: Uitslagpagina, tafel: Tafel, tmp_path: Path, inhoud: object, woord: str
) -> None:
    uitslag.scherm.lees_bestand(bestand(tmp_path, inhoud))
    assert woord in uitslag.scherm.melding.text()
    assert uitslag.scherm.melding.isVisible()
    assert ANDER_BSN not in uitslag.scherm.melding.text()
    assert not uitslag.vraagt_na
    assert tafel.toets().uitslagen == []


def test_a_file_that_is_gone_says_so(uitslag: Uitslagpagina, tmp_path: Path) -> None:
    uitslag.scherm.lees_bestand(tmp_path / "weg.json")
    assert "niet te lezen" in uitslag.scherm.melding.text()


def test_no_result_while_the_sitting_is_still_planned(
    qtbot: QtBot, werkplek: Werkplek, store: Store, toon: Callable[[Any], None]
) -> None:
    tafel = zet_tafel(store, 1)
    scherm = Uitslagscherm(werkplek, tafel.dossiers[0])
    toon(scherm)
    pagina = Uitslagpagina(qtbot, scherm)
    pagina.vul(*GOED)
    pagina.druk("Kijk na")
    pagina.druk("Klopt, leg vast")
    assert "De toets staat nog gepland." in scherm.melding.text()
    assert tafel.toets().uitslagen == []


def test_the_result_screen_is_for_keyboard_and_screen_reader(
    qtbot: QtBot, uitslag: Uitslagpagina
) -> None:
    assert zonder_naam(uitslag.scherm) == []
    assert niet_te_bereiken(qtbot, uitslag.scherm, uitslag.scherm.knop_terug) == []
    uitslag.vul(*GOED)
    uitslag.druk("Kijk na")
    assert niet_te_bereiken(qtbot, uitslag.scherm, uitslag.scherm.knop_terug) == []


def test_skipped_for_a_legal_reason_by_a_person_on_a_day(
    qtbot: QtBot, overslag: tuple[Overslagpagina, Tafel]
) -> None:
    pagina, tafel = overslag
    assert pagina.scherm.door.tekst == "Anneke de Boer"
    assert pagina.keuzes(pagina.scherm.grond) == [
        "Visuele beperking: kan het scherm niet zien",
        "Auditieve beperking: kan de uitleg niet horen",
    ]
    pagina.druk("Sla de toets over")
    assert pagina.scherm.grond.fout.text() == "Kies de wettelijke reden."
    pagina.kies(pagina.scherm.grond, "Visuele")
    pagina.typ(pagina.scherm.door, "Karin Visser")
    pagina.typ(pagina.scherm.op, "20-11-2026")
    with qtbot.waitSignal(pagina.scherm.besloten):
        pagina.druk("Sla de toets over")
    toets = tafel.toets()
    assert toets.overslag is not None
    assert (toets.overslag.reden, toets.overslag.door, toets.overslag.op) == (
        Overslagreden.VISUEEL,
        "Karin Visser",
        date(2026, 11, 20),
    )
    assert toets.kandidaat is not None
    assert toets.kandidaat.status is Toetsstatus.OVERGESLAGEN


def test_deafness_alone_is_no_reason(overslag: tuple[Overslagpagina, Tafel]) -> None:
    pagina, tafel = overslag
    pagina.kies(pagina.scherm.grond, "Auditieve")
    pagina.druk("Sla de toets over")
    assert "niet op een andere manier kan" in pagina.scherm.reden.fout.text()
    assert tafel.toets().overslag is None


def test_the_decision_is_read_and_taken_back(overslag: tuple[Overslagpagina, Tafel]) -> None:
    pagina, tafel = overslag
    pagina.kies(pagina.scherm.grond, "Visuele")
    pagina.druk("Sla de toets over")
    assert "Anneke de Boer" in pagina.teksten
    assert "Sla de toets over" not in pagina.knoppen
    pagina.druk("Toch de toets doen")
    assert tafel.toets().overslag is None
    assert "Sla de toets over" in pagina.knoppen
