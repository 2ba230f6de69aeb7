"""The way through the questions: in order, or freely; later, left out, not needed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from desktop.models.antwoord import Antwoord, Antwoordstatus
from desktop.models.clientbeeld import Beeldsoort
from desktop.views.intake.plek import Blad
from tests.pagina.gesprek import Tafel
from tests.views.intake.conftest import Opgeslagen

Antwoorden = Callable[[str], Antwoord | None]
ALT = Qt.KeyboardModifier.AltModifier
VOLGORDE = ("SP", "WO", "FI", "OP", "MO", "AD", "RE", "FG", "MG", "WK")


def stap(tafel: Tafel, toets: Qt.Key = Qt.Key.Key_Right) -> None:
    tafel.druk(toets, met=ALT)


# In order


def test_the_order_is_first_all_four_then_without_third_parties_then_work(tafel: Tafel) -> None:
    langs = []
    while tafel.blad is Blad.GESPREK:
        langs.append(tafel.vraag)
        stap(tafel)
    assert tafel.blad is Blad.AFSLUITEN, "after the last question comes the closing"
    domeinen = [domein.code for domein in tafel.scherm.gesprek.lijst.domeinen]
    assert tuple(domeinen) == VOLGORDE
    alle = [v.code for d in tafel.scherm.gesprek.lijst.domeinen for v in d.vragen]
    alle.remove("RE11")
    alle.insert(alle.index("MG12") + 1, "RE11")
    assert langs == alle


def test_back_and_forth_with_the_keyboard(tafel: Tafel, opgeslagen: Opgeslagen) -> None:
    for _ in range(3):
        stap(tafel)
    assert tafel.vraag == "SP04"
    stap(tafel, Qt.Key.Key_Left)
    tafel.klik_op("Terug (Alt+←)")
    assert tafel.vraag == "SP02"
    for _ in range(3):
        stap(tafel, Qt.Key.Key_Left)
    assert tafel.vraag == "SP01", "before the first there is nothing"
    assert not opgeslagen().antwoorden


def test_going_on_without_an_answer_leaves_the_question_open(
    tafel: Tafel, opgeslagen: Opgeslagen
) -> None:
    tafel.enter()
    tafel.verder()
    assert tafel.vraag == "SP03"
    assert not opgeslagen().antwoorden
    assert tafel.rail("SP") == "0 van 12"


# Freely


def test_the_rail_leads_to_the_first_open_question_of_a_domain(tafel: Tafel) -> None:
    tafel.ga_naar("WO01")
    tafel.letters("3")
    tafel.enter()
    tafel.ga_naar("SP05")
    tafel.klik(tafel.gespreksblad.rail.knoppen["WO"])
    assert tafel.vraag == "WO02"
    assert tafel.gespreksblad.rail.knoppen["WO"].isChecked()
    assert not tafel.gespreksblad.rail.knoppen["SP"].isChecked()
    assert tafel.strip("WO01") == "gevraagd"


def test_the_strip_leads_to_any_question_and_back(tafel: Tafel, antwoord: Antwoorden) -> None:
    for code in ("SP08", "WK04", "AD05", "SP02"):
        tafel.ga_naar(code)
        assert tafel.scherm.gesprek.vraag.tekst in tafel.teksten
        tafel.letters("2")
        nu = antwoord(code)
        assert nu is not None
        assert nu.status is Antwoordstatus.BEANTWOORD
    tafel.ga_naar("WK04")
    assert len(tafel.gekozen) == 1


def test_rail_and_strip_can_be_walked_with_arrows(tafel: Tafel) -> None:
    tafel.richt(tafel.gespreksblad.rail.knoppen["SP"])
    tafel.druk(Qt.Key.Key_Down, Qt.Key.Key_Down)
    tafel.enter()
    assert tafel.vraag == "FI01"
    tafel.richt(tafel.paneel.strip.knoppen[0])
    tafel.druk(Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left)
    tafel.enter()
    assert tafel.vraag == "FI03"


# Later


def test_later_parks_the_question_and_the_rail_remembers(
    tafel: Tafel, antwoord: Antwoorden
) -> None:
    tafel.letters("L")
    nu = antwoord("SP01")
    assert nu is not None
    assert nu.status is Antwoordstatus.LATER
    assert tafel.vraag == "SP02"
    assert tafel.strip("SP01") == "later"
    assert tafel.rail("SP") == "0 van 12 · 1 later"
    tafel.klik_op("Later (L)")
    assert tafel.rail("SP") == "0 van 12 · 2 later"
    tafel.ga_naar("WO01")
    tafel.klik(tafel.gespreksblad.rail.knoppen["SP"])
    assert tafel.vraag == "SP01", "what was parked is still open"
    tafel.letters("1")
    assert tafel.rail("SP") == "1 van 12 · 1 later"


def test_later_does_not_wipe_out_an_answer(tafel: Tafel, antwoord: Antwoorden) -> None:
    tafel.client.raak("Vrienden")
    tafel.letters("L")
    nu = antwoord("SP01")
    assert nu is not None
    assert (nu.opties, nu.bevestigd) == (("vrienden",), False)
    assert tafel.vraag == "SP02"


# A domain left out


def test_a_domain_is_left_out_only_with_a_reason(tafel: Tafel, opgeslagen: Opgeslagen) -> None:
    tafel.ga_naar("MO01")
    tafel.klik_op("Leefdomein overslaan")
    paneel = tafel.paneel.overslaan.paneel
    tafel.letters("x")
    tafel.enter()
    assert paneel.melding.text() == "Schrijf één korte zin."
    assert paneel.melding.isVisible()
    assert not opgeslagen().overslagen
    tafel.klik_op("Niet doen")
    assert (tafel.vraag, paneel.isVisible()) == ("MO01", False)
    assert not opgeslagen().overslagen
    tafel.klik_op("Leefdomein overslaan")
    tafel.letters("Zie het verslag van COA.")
    tafel.enter()
    (overslag,) = opgeslagen().overslagen
    assert (overslag.domein, overslag.reden) == ("MO", "Zie het verslag van COA.")
    assert tafel.vraag == "AD01"
    assert tafel.rail("MO") == "overgeslagen"
    stap(tafel, Qt.Key.Key_Left)
    assert tafel.vraag == "OP12", "the way leads past it"


def test_a_domain_that_was_left_out_can_be_asked_after_all(
    tafel: Tafel, opgeslagen: Opgeslagen
) -> None:
    tafel.ga_naar("MO01")
    tafel.client.raak(tafel.client.tegels[0])
    tafel.klik_op("Leefdomein overslaan")
    tafel.letters("Is al besproken.")
    tafel.enter()
    tafel.ga_naar("MO01")
    assert "Dit leefdomein is overgeslagen: Is al besproken." in tafel.teksten
    assert tafel.client.soort is Beeldsoort.WACHT
    assert not tafel.is_er("Weet ik niet")
    tafel.klik_op("Toch vragen")
    assert not opgeslagen().overslagen
    assert tafel.rail("MO") == "1 van 12 · 1 akkoord?"
    assert len(tafel.client.gekozen) == 1, "what was answered before stands there still"


def test_for_opvoeden_the_usual_reason_stands_ready(tafel: Tafel, opgeslagen: Opgeslagen) -> None:
    tafel.ga_naar("OP01")
    tafel.klik_op("Leefdomein overslaan")
    tafel.enter()
    (overslag,) = opgeslagen().overslagen
    assert overslag.reden == "Er zijn geen kinderen en er is geen zwangerschap."


# Not needed


def test_an_answer_makes_later_questions_unneeded_and_says_why(tafel: Tafel) -> None:
    tafel.ga_naar("FG04")
    assert tafel.strip("FG05") == "nog open"
    tafel.client.raak("Nee")
    assert tafel.strip("FG05") == "niet nodig"
    tafel.enter()
    assert tafel.vraag == "FG06"
    tafel.ga_naar("FG05")
    poort = tafel.scherm.gesprek.lijst.vragen["FG04"].tekst
    assert tafel.melding == f"Niet nodig: bij ‘{poort}’ is het antwoord ‘Nee’."
    tafel.ga_naar("FG04")
    tafel.client.raak("Ja")
    tafel.enter()
    assert tafel.vraag == "FG05"
    assert tafel.melding == ""


def test_an_answer_that_is_not_needed_any_more_is_kept(tafel: Tafel, antwoord: Antwoorden) -> None:
    tafel.ga_naar("FG05")
    tafel.client.raak(tafel.client.tegels[0])
    tafel.enter()
    tafel.ga_naar("FG04")
    tafel.letters("2")
    assert tafel.strip("FG05") == "niet nodig"
    tafel.letters("1")
    assert tafel.strip("FG05") == "gevraagd"
    nu = antwoord("FG05")
    assert nu is not None
    assert len(nu.opties) == 1


def test_without_children_the_domain_of_children_is_done(tafel: Tafel) -> None:
    tafel.ga_naar("OP01")
    tafel.letters("0")
    tafel.enter()
    assert tafel.vraag == "OP07", "only the question for who expects a child is left"
    assert tafel.rail("OP") == "1 van 2"
