"""The client touches, the klantmanager sees it, agrees or corrects, and nothing gets lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt

from desktop.models.antwoord import Antwoord, Antwoordstatus, Wijze
from desktop.models.clientbeeld import Beeldsoort
from desktop.models.tijdzone import AMSTERDAM
from desktop.store.store import Store
from desktop.views.client import knop
from tests.conftest import Klok
from tests.pagina.gesprek import Tafel
from tests.views.intake.conftest import Opgeslagen

Antwoorden = Callable[[str], Antwoord | None]
KLOPT_HET = "De cliënt wees dit aan. Klopt het? Enter is akkoord."


def om(klok: Klok) -> str:
    """This moment as a reader in this time zone writes it."""
    return f"{klok.nu.astimezone(AMSTERDAM):%d-%m %H:%M}"


# A touch


def test_a_touch_is_stored_at_once_and_waits_for_the_klantmanager(
    tafel: Tafel, antwoord: Antwoorden, store: Store, klok: Klok
) -> None:
    tafel.client.raak("Vrienden")
    nu = antwoord("SP01")
    assert nu is not None
    assert (nu.status, nu.opties) == (Antwoordstatus.BEANTWOORD, ("vrienden",))
    assert (nu.bevestigd, nu.wijze, nu.door) == (False, Wijze.GEWEZEN, store.gebruiker_id)
    assert nu.op is not None
    assert store.nu() - nu.op < timedelta(seconds=5)
    assert tafel.client.gekozen == ["Vrienden"]
    assert tafel.gekozen == ["Vrienden"]
    assert tafel.melding == KLOPT_HET
    assert tafel.wijze == "Aangewezen"
    assert tafel.wie == f"Cliënt, {om(klok)}, nog niet akkoord"
    assert tafel.strip("SP01") == "wacht op jouw akkoord"
    assert tafel.rail("SP") == "1 van 12 · 1 akkoord?"


def test_enter_agrees_and_goes_on(tafel: Tafel, antwoord: Antwoorden, klok: Klok) -> None:
    tafel.client.raak("Vrienden")
    tafel.enter()
    nu = antwoord("SP01")
    assert nu is not None
    assert (nu.bevestigd, nu.wijze, nu.opties) == (True, Wijze.GEWEZEN, ("vrienden",))
    assert tafel.vraag == "SP02"
    assert tafel.rail("SP") == "1 van 12"
    tafel.ga_naar("SP01")
    assert tafel.melding == ""
    assert tafel.wie == f"Anneke de Boer, {om(klok)}"


def test_a_touch_survives_a_switched_off_laptop(
    tafel: Tafel, stroom_uit: Callable[[], Tafel]
) -> None:
    tafel.client.raak("Vrienden", "Buren")
    opnieuw = stroom_uit()
    assert opnieuw.client.gekozen == ["Vrienden", "Buren"]
    assert opnieuw.gekozen == ["Vrienden", "Buren"]
    assert opnieuw.melding == KLOPT_HET
    opnieuw.enter()
    assert opnieuw.rail("SP") == "1 van 12", "agreed with"


def test_touching_again_takes_a_picture_away(tafel: Tafel, antwoord: Antwoorden) -> None:
    tafel.client.raak("Vrienden", "Buren", "Vrienden")
    nu = antwoord("SP01")
    assert nu is not None
    assert nu.opties == ("buren",)
    tafel.client.raak("Buren")
    nu = antwoord("SP01")
    assert nu is not None
    assert (nu.status, nu.opties) == (Antwoordstatus.OPEN, ())
    assert (tafel.client.gekozen, tafel.gekozen) == ([], [])
    assert "Klaar" not in tafel.client.knoppen


def test_a_choice_can_clear_another(tafel: Tafel, antwoord: Antwoorden) -> None:
    tafel.client.raak("Familie", "Buren", "Niemand")
    assert tafel.client.gekozen == ["Niemand"]
    tafel.client.raak("Vrienden")
    nu = antwoord("SP01")
    assert nu is not None
    assert nu.opties == ("vrienden",)
    tafel.ga_naar("SP02")
    tafel.client.raak("Elke dag", "Elke week")
    nu = antwoord("SP02")
    assert nu is not None
    assert nu.opties == ("elke-week",), "of one answer the last counts"
    assert tafel.client.gekozen == ["Elke week"]


def test_a_trembling_hand_chooses_once(
    tafel: Tafel, antwoord: Antwoorden, monkeypatch: pytest.MonkeyPatch
) -> None:
    nu_s = 1000.0
    monkeypatch.setattr(knop, "DUBBEL_S", 0.3)
    monkeypatch.setattr(knop, "time", SimpleNamespace(monotonic=lambda: nu_s))
    tafel.client.raak("Familie")
    nu_s += 0.2
    tafel.client.raak("Familie", "Buren")
    nu = antwoord("SP01")
    assert nu is not None
    assert nu.opties == ("familie", "buren"), "the same again is no choice, another picture is"
    nu_s += 0.2
    tafel.client.raak("Familie")
    nu = antwoord("SP01")
    assert nu is not None
    assert nu.opties == ("buren",)


def test_the_client_cannot_choose_more_than_is_asked(tafel: Tafel, antwoord: Antwoorden) -> None:
    tafel.ga_naar("RE03")
    eerste = tafel.client.tegels[:4]
    tafel.client.raak(*eerste)
    nu = antwoord("RE03")
    assert nu is not None
    assert len(nu.opties) == 3
    assert tafel.client.gekozen == eerste[:3]
    assert tafel.fout == "Kies er hoogstens 3."
    assert tafel.client.uitleg == "Kies hoogstens 3 plaatjes."


def test_more_than_six_pictures_come_on_pages(tafel: Tafel, antwoord: Antwoorden) -> None:
    tafel.ga_naar("SP04")
    eerste = tafel.client.tegels
    assert len(eerste) == 6
    tafel.client.raak(eerste[0])
    tafel.client.blader()
    tweede = tafel.client.tegels
    assert tweede
    assert not set(eerste) & set(tweede)
    tafel.client.raak(tweede[0])
    assert tafel.client.gekozen == [tweede[0]]
    nu = antwoord("SP04")
    assert nu is not None
    assert len(nu.opties) == 2
    tafel.client.blader()
    assert tafel.client.tegels == eerste
    assert tafel.client.gekozen == [eerste[0]]


def test_a_number_is_set_with_more_and_less(tafel: Tafel, antwoord: Antwoorden) -> None:
    tafel.ga_naar("WK01")
    assert tafel.client.soort is Beeldsoort.GETAL
    tafel.client.meer(4)
    tafel.client.minder()
    assert tafel.client.getal == "3"
    nu = antwoord("WK01")
    assert nu is not None
    assert (nu.waarde, nu.bevestigd, nu.wijze) == ("3", False, Wijze.GEWEZEN)
    assert tafel.melding == KLOPT_HET


def test_a_part_of_a_question_follows_on_a_page_of_its_own(
    tafel: Tafel, antwoord: Antwoorden
) -> None:
    tafel.ga_naar("FI05")
    tafel.client.raak("Ja")
    tafel.client.klaar()
    assert (tafel.vraag, tafel.client.titel_nl) == (
        "FI05",
        "Waarvoor of aan wie moet je terugbetalen?",
    )
    assert "Klaar" not in tafel.client.knoppen
    tafel.client.raak("Familie", "Huur")
    nu = antwoord("FI05")
    assert nu is not None
    assert nu.opties == ("ja",)
    assert dict(nu.delen) == {"aan_wie.familie": True, "aan_wie.huur": True}
    tafel.client.klaar()
    assert tafel.vraag == "FI06"


def test_a_grid_is_a_page_for_each_row(tafel: Tafel, antwoord: Antwoorden) -> None:
    tafel.ga_naar("WK10")
    vraag = tafel.scherm.gesprek.vraag
    assert vraag.raster is not None
    dagen = [rij.tekst for rij in vraag.raster.rijen]
    for dag in dagen:
        assert tafel.client.uitleg == dag
        tafel.client.raak(tafel.client.tegels[0])
        tafel.client.klaar()
    nu = antwoord("WK10")
    assert nu is not None
    eerste = vraag.raster.kolommen[0].code
    assert dict(nu.delen) == {f"{rij.code}.{eerste}": True for rij in vraag.raster.rijen}
    assert tafel.vraag == "WK11"


# Not answering


def test_the_client_may_always_not_answer(tafel: Tafel, antwoord: Antwoorden) -> None:
    client = tafel.client
    tafel.client.raak("Vrienden")
    for gebaar, woord, status in (
        (client.weet_niet, "Dat weet ik niet", Antwoordstatus.WEET_NIET),
        (client.zeg_niet, "Dat wil ik niet zeggen", Antwoordstatus.ZEG_NIET),
    ):
        gebaar()
        nu = antwoord("SP01")
        assert nu is not None
        assert (nu.status, nu.opties, nu.bevestigd) == (status, (), False)
        assert nu.wijze is Wijze.GEWEZEN
        assert client.gekozen == [woord]
        assert tafel.paneel.niet.knoppen[status].isChecked()
        gebaar()
        nu = antwoord("SP01")
        assert nu is not None
        assert nu.status is Antwoordstatus.OPEN, "the same again takes it back"
        gebaar()
    client.klaar()
    assert tafel.vraag == "SP02"


def test_the_klantmanager_notes_that_there_is_no_answer(tafel: Tafel, antwoord: Antwoorden) -> None:
    for code, toets, status in (
        ("SP01", "W", Antwoordstatus.WEET_NIET),
        ("SP02", "Z", Antwoordstatus.ZEG_NIET),
    ):
        assert tafel.vraag == code
        tafel.letters(toets)
        nu = antwoord(code)
        assert nu is not None
        assert (nu.status, nu.bevestigd, nu.wijze) == (status, True, Wijze.TOLK)
        assert len(tafel.client.gekozen) == 1
        tafel.enter()
    assert (tafel.vraag, tafel.rail("SP")) == ("SP03", "2 van 12")


# Agreeing later, correcting


def test_ready_leads_the_client_on_and_the_answer_waits_in_a_bar(
    tafel: Tafel, antwoord: Antwoorden
) -> None:
    tafel.client.raak("Vrienden")
    tafel.client.klaar()
    assert tafel.vraag == "SP02"
    nu = antwoord("SP01")
    assert nu is not None
    assert not nu.bevestigd
    assert tafel.paneel.vorig.tekst.text() == (
        "Cliënt wees aan bij Wie ken je in Nederland?: Vrienden"
    )
    tafel.letters("A")
    nu = antwoord("SP01")
    assert nu is not None
    assert nu.bevestigd
    assert not tafel.paneel.vorig.isVisible()
    assert tafel.vraag == "SP02"


def test_going_away_does_not_agree(tafel: Tafel, antwoord: Antwoorden) -> None:
    tafel.client.raak("Vrienden")
    tafel.ga_naar("WO01")
    nu = antwoord("SP01")
    assert nu is not None
    assert not nu.bevestigd
    tafel.ga_naar("SP01")
    assert tafel.melding == KLOPT_HET


def test_what_the_klantmanager_corrects_wins_on_both_windows(
    tafel: Tafel, antwoord: Antwoorden
) -> None:
    tafel.client.raak("Vrienden")
    for woord in ("Vrienden", "Familie"):
        tafel.klik_op(woord, tafel.paneel)
    nu = antwoord("SP01")
    assert nu is not None
    assert (nu.opties, nu.bevestigd, nu.wijze) == (("familie",), True, Wijze.TOLK)
    assert tafel.client.gekozen == ["Familie"]
    assert tafel.melding == ""
    tafel.client.raak("Buren")
    nu = antwoord("SP01")
    assert nu is not None
    assert (nu.opties, nu.bevestigd) == (("familie", "buren"), False), "a new touch asks anew"


# How, who, when


def test_the_way_of_answering_is_chosen_once_and_holds_on(
    tafel: Tafel, antwoord: Antwoorden
) -> None:
    tafel.klik_op("Familie", tafel.paneel)
    assert tafel.wijze == "Via de tolk"
    tafel.klik_op("In het Nederlands")
    tafel.verder()
    tafel.letters("1")
    tafel.enter()
    tafel.client.raak("Soms")
    for code, wijze in (
        ("SP01", Wijze.NEDERLANDS),
        ("SP02", Wijze.NEDERLANDS),
        ("SP03", Wijze.GEWEZEN),
    ):
        nu = antwoord(code)
        assert nu is not None
        assert nu.wijze is wijze
    tafel.klik_op("Van COA")
    nu = antwoord("SP03")
    assert nu is not None
    assert (nu.wijze, nu.opties, nu.bevestigd) == (Wijze.COA, ("soms",), True)


def test_a_judgement_was_filled_in_by_the_klantmanager(
    tafel: Tafel, antwoord: Antwoorden, store: Store
) -> None:
    tafel.ga_naar("SP12")
    tafel.letters("4")
    nu = antwoord("SP12")
    assert nu is not None
    assert (nu.wijze, nu.bevestigd, nu.door) == (Wijze.INGEVULD, True, store.gebruiker_id)
    assert not tafel.is_er("Via de tolk")


def test_earlier_answers_can_be_read_with_who_and_when(tafel: Tafel, klok: Klok) -> None:
    tafel.ga_naar("SP02")
    tafel.client.raak("Elke dag")
    eerst = om(klok)
    klok.nu += timedelta(minutes=5)
    tafel.klik_op("Elke week", tafel.paneel)
    toen = om(klok)
    klok.nu += timedelta(minutes=5)
    tafel.letters("Z")
    assert tafel.eerder == [
        f"{om(klok)}  Wil ik niet zeggen  (Anneke de Boer)",
        f"{toen}  Elke week  (Anneke de Boer)",
        f"{eerst}  Elke dag  (Anneke de Boer)",
    ]
    assert len({eerst, toen, om(klok)}) == 3


# Taking back


def test_the_last_answer_stays_in_sight_and_one_touch_takes_it_back(
    tafel: Tafel, antwoord: Antwoorden
) -> None:
    assert tafel.client.laatste is None
    tafel.client.raak("Vrienden", "Buren")
    tafel.client.klaar()
    assert tafel.client.laatste == ("Wie ken je in Nederland?", ["Vrienden", "Buren"])
    tafel.client.raak("Elke week")
    tafel.client.neem_terug()
    assert tafel.vraag == "SP01"
    assert tafel.client.gekozen == []
    nu, ander = antwoord("SP01"), antwoord("SP02")
    assert nu is not None
    assert ander is not None
    assert (nu.status, nu.opties) == (Antwoordstatus.OPEN, ())
    assert ander.opties == ("elke-week",), "only the last answer is taken back"
    assert tafel.client.laatste is None
    assert tafel.eerder[0].endswith("Teruggenomen  (Anneke de Boer)")
    assert tafel.paneel.herkomst.lijst.text().endswith("Vrienden  (Anneke de Boer)")


def test_an_answer_that_was_agreed_with_can_be_taken_back_too(
    tafel: Tafel, antwoord: Antwoorden
) -> None:
    tafel.client.raak("Vrienden")
    tafel.enter()
    tafel.client.neem_terug()
    nu = antwoord("SP01")
    assert nu is not None
    assert nu.status is Antwoordstatus.OPEN
    assert (tafel.vraag, tafel.rail("SP")) == ("SP01", "0 van 12")


def test_not_knowing_stays_in_sight_too(tafel: Tafel) -> None:
    tafel.client.weet_niet()
    tafel.client.klaar()
    assert tafel.client.laatste == ("Wie ken je in Nederland?", ["Dat weet ik niet"])
    tafel.client.neem_terug()
    assert (tafel.vraag, tafel.client.gekozen) == ("SP01", [])


# Stop


def test_stop_pauses_and_the_klantmanager_hears_it(tafel: Tafel, opgeslagen: Opgeslagen) -> None:
    tafel.client.raak("Vrienden")
    tafel.client.stop()
    assert tafel.client.soort is Beeldsoort.PAUZE
    assert tafel.client.tegels == []
    assert "De cliënt wil stoppen." in tafel.teksten
    tafel.klik_op("Verder (P)")
    assert tafel.client.gekozen == ["Vrienden"]
    assert "De cliënt wil stoppen." not in tafel.teksten
    assert opgeslagen().antwoorden["SP01"].opties == ("vrienden",)


def test_enter_agrees_after_a_click_on_how_it_was_answered(tafel: Tafel) -> None:
    tafel.client.raak(tafel.client.tegels[0])
    begin = tafel.vraag
    tafel.klik_op("Via de tolk")
    tafel.druk(Qt.Key.Key_Return)
    assert tafel.vraag != begin
