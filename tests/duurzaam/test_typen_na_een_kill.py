"""SIGKILL while something is being typed.

What is guaranteed. In the talk each letter is a draft on disk before the event of its key
is over, so a kill takes at most the one letter in progress; after two seconds of rest, or
on leaving the field, the draft becomes the note or the answer itself. In the dossier form
the draft is written at most 0.3 s after the first letter that is not in it yet, however
fast the typing goes on: a kill takes at most what was typed since.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from desktop.models.antwoord import Antwoordstatus, Keuze, Wijze
from desktop.models.intake import BredeIntake
from desktop.store.store import Store
from desktop.views.intake.editors import Waardeeditor
from desktop.views.intake.rooster import Roostereditor
from desktop.views.werkruimte import Werkruimte
from tests.duurzaam.proces import Verloop, draai
from tests.duurzaam.schijf import eis_gaaf, eis_niets_kwijt, geopend, items

LANG = (
    "Zij vertelt rustig over haar reis. Haar broer woont in Almere en belt elke avond. "
    "Koken doet ze graag voor anderen; in Aleppo hielp ze in de bakkerij van haar oom."
)


def na(soort: str, n: int) -> Callable[[dict[str, object]], bool]:
    """Kill at this line of this gesture."""
    return lambda regel: (regel["soort"], regel.get("n")) == (soort, n)


@pytest.mark.parametrize(("soort", "n"), [("begin", 31), ("klaar", 97)])
def test_a_kill_amid_a_long_note_takes_at_most_the_letter_in_progress(
    soort: str,
    n: int,
    klaargezet: Callable[[str], tuple[Path, str]],
    start_opnieuw: Callable[[Path], Werkruimte],
) -> None:
    map_, _geen = klaargezet("SP02")
    verloop = draai(map_, "typ", LANG, dood=na(soort, n))
    with geopend(map_) as store:
        nu = items(store)
    eis_niets_kwijt(verloop, nu)
    tekst = nu["tekst:notitie:SP02"]
    letters = len(verloop.gedaan["tekst:notitie:SP02"])
    assert letters >= n - 1
    assert tekst in (LANG[:letters], LANG[: letters + 1])

    ruimte = start_opnieuw(map_)
    assert ruimte.intake is not None
    (kaart,) = ruimte.intake.gespreksblad.notities.vraag.kaarten
    assert kaart.veld.toPlainText() == tekst
    assert kaart.leg_vast()
    assert items(ruimte.werkplek.store)["rij:notitie:SP02"] == tekst
    eis_gaaf(ruimte.werkplek.store)


def test_a_note_that_was_left_in_peace_is_a_note_and_no_draft(
    klaargezet: Callable[[str], tuple[Path, str]],
) -> None:
    map_, _geen = klaargezet("SP02")
    verloop = draai(map_, "typ", LANG[:20], dood=na("klaar", 21))
    assert verloop.bezig is None
    with geopend(map_) as store:
        nu = items(store)
        eis_niets_kwijt(verloop, nu)
        assert nu["rij:notitie:SP02"] == LANG[:20]
        assert store.lokaal(f"notitieplek:{_intake_id(store)}:SP02") is None


def test_a_draft_that_outlived_its_answer_does_not_come_back_later(
    klaargezet: Callable[[str], tuple[Path, str]],
    start_opnieuw: Callable[[Path], Werkruimte],
) -> None:
    """The answer is one transaction and the end of its draft the next: a kill may fall between."""
    map_, _geen = klaargezet("OP01")
    with geopend(map_) as store:
        vraag, keuze = store.lijst.vragen["OP01"], Keuze(waarde="2")
        with store.work() as work:
            intake = work.get(BredeIntake, _intake_id(store))
            intake.beantwoord(vraag, keuze, door=work.door, wijze=Wijze.TOLK, nu=work.nu)
        store.onthoud(f"concept:{_intake_id(store)}:OP01:waarde", "2")

    ruimte = start_opnieuw(map_)
    assert ruimte.intake is not None
    gesprek, paneel = ruimte.intake.gesprek, ruimte.intake.gespreksblad.paneel
    weet_niet = paneel.niet.knoppen[Antwoordstatus.WEET_NIET]
    QTest.mouseClick(weet_niet, Qt.MouseButton.LeftButton)
    gesprek.ga_naar("SP01")
    gesprek.ga_naar("OP01")
    editor = paneel.editors[0]
    assert isinstance(editor, Waardeeditor)
    assert editor.veld.text() == ""
    assert ruimte.intake.gespreksblad.paneel.leg_vast()
    assert gesprek.antwoord is not None
    assert gesprek.antwoord.status is Antwoordstatus.WEET_NIET


def test_a_row_that_was_added_to_a_grid_comes_back_with_what_was_typed_in_it(
    klaargezet: Callable[[str], tuple[Path, str]],
    start_opnieuw: Callable[[Path], Werkruimte],
) -> None:
    map_, _geen = klaargezet("SP09")
    verloop = draai(map_, "rij", dood=na("klaar", 2))
    with geopend(map_) as store:
        nu = items(store)
    eis_niets_kwijt(verloop, nu)
    ruimte = start_opnieuw(map_)
    assert ruimte.intake is not None
    rooster = ruimte.intake.gespreksblad.paneel.editors[0]
    assert isinstance(rooster, Roostereditor)
    cel = rooster.cellen["1.taal"]
    assert isinstance(cel, QLineEdit)
    assert cel.text() == nu["tekst:cel:SP09:1.taal"] != ""
    assert rooster.leg_vast()
    eis_gaaf(ruimte.werkplek.store)


def test_an_added_row_comes_back_and_goes_with_the_question_when_it_stays_empty(
    klaargezet: Callable[[str], tuple[Path, str]],
    start_opnieuw: Callable[[Path], Werkruimte],
) -> None:
    map_, _geen = klaargezet("SP09")
    draai(map_, "rij", dood=na("klaar", 1))
    ruimte = start_opnieuw(map_)
    assert ruimte.intake is not None
    rooster = ruimte.intake.gespreksblad.paneel.editors[0]
    assert isinstance(rooster, Roostereditor)
    cel = rooster.cellen["1.taal"]
    assert isinstance(cel, QLineEdit)
    tekst = cel.text()
    ruimte.intake.gesprek.ga_naar("SP10")
    ruimte.intake.gesprek.ga_naar("SP09")
    rooster = ruimte.intake.gespreksblad.paneel.editors[0]
    assert isinstance(rooster, Roostereditor)
    # The kill came during the first letters: what was typed stays, an empty row does not.
    assert ("1.taal" in rooster.cellen) is bool(tekst)


def test_a_reason_for_leaving_a_domain_out_comes_back_half_typed(
    klaargezet: Callable[[str], tuple[Path, str]],
    start_opnieuw: Callable[[Path], Werkruimte],
) -> None:
    map_, _geen = klaargezet("FI01")
    verloop = draai(map_, "sla_over", dood=na("klaar", 2))
    with geopend(map_) as store:
        nu = items(store)
    eis_niets_kwijt(verloop, nu)
    tekst = nu["tekst:overslaan:FI"]
    assert tekst.startswith("Vorige maand ")

    ruimte = start_opnieuw(map_)
    assert ruimte.intake is not None
    overslaan = ruimte.intake.gespreksblad.paneel.overslaan
    assert overslaan.paneel.isVisible()
    assert overslaan.paneel.veld.toPlainText() == tekst
    QTest.mouseClick(overslaan.paneel.ja, Qt.MouseButton.LeftButton)
    assert ruimte.intake.gesprek.stand.overslagen == {"FI": tekst.strip()}
    nu = items(ruimte.werkplek.store)
    assert nu["vraag"] != "FI01"
    ruimte.intake.gesprek.ga_naar("FI01")
    assert not overslaan.paneel.isVisible()


@pytest.mark.parametrize(("soort", "n"), [("begin", 25), ("begin", 48), ("klaar", 55)])
def test_a_dossier_form_comes_back_as_far_as_it_was_filled_in(
    soort: str,
    n: int,
    klaargezet: Callable[[str], tuple[Path, str]],
    start_opnieuw: Callable[[Path], Werkruimte],
) -> None:
    map_, _dossier = klaargezet("dossier")
    verloop = draai(map_, "formulier", dood=na(soort, n))
    velden = _concept(map_)
    _eis_concept(verloop, velden)

    ruimte = start_opnieuw(map_)
    ruimte.show()
    QTest.mouseClick(ruimte.lijst.knop_nieuw, Qt.MouseButton.LeftButton)
    formulier = ruimte.formulier
    assert formulier.conceptregel.isVisible()
    assert {naam: formulier.blad.veld(naam).tekst for naam in velden} == velden
    eis_gaaf(ruimte.werkplek.store)


def _eis_concept(verloop: Verloop, velden: dict[str, str]) -> None:
    assert verloop.gedaan, "nothing was kept yet"
    eis_niets_kwijt(verloop, {f"tekst:{naam}": tekst for naam, tekst in velden.items()})


def _concept(map_: Path) -> dict[str, str]:
    with geopend(map_) as store:
        ruw = store.lokaal("concept:dossier:nieuw")
    return json.loads(ruw)["velden"] if ruw else {}


def _intake_id(store: Store) -> str:
    with store.lees() as sessie:
        return sessie.query(BredeIntake).one().id
