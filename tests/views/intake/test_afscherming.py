"""What the client's window never shows, and the question that is asked alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from desktop.bronnen import tomls
from desktop.models.antwoord import Antwoord, Antwoordstatus
from desktop.models.clientbeeld import Beeldsoort, wachtbeeld
from desktop.models.vragen import Vraagtype, Wie
from desktop.models.vragenlezer import vragenlijst_uit
from desktop.store.store import Store
from desktop.views.client.venster import Clientvenster
from desktop.views.intake.plek import Blad
from desktop.views.werkplek import Werkplek
from tests.conftest import Klok
from tests.pagina.clientscherm import Clientscherm
from tests.pagina.gesprek import Tafel
from tests.views.intake.conftest import Dek, Opgeslagen

VRAGEN = vragenlijst_uit(tomls("vragen")).vragen
VAN_K = tuple(c for c, v in VRAGEN.items() if v.wie is Wie.K)
VAN_G = tuple(c for c, v in VRAGEN.items() if v.wie is Wie.G)
ALLEEN = tuple(c for c, v in VRAGEN.items() if v.alleen)
Antwoorden = Callable[[str], Antwoord | None]


@pytest.fixture
def wachtscherm(qtbot: QtBot, tafel: Tafel, werkplek: Werkplek) -> Callable[..., bool]:
    """Whether the client's window is the waiting screen, dot by dot; a code may stand on it."""
    leeg = Clientvenster(werkplek.pictogrammen)
    leeg.mag_sluiten = True
    qtbot.addWidget(leeg)
    leeg.resize(tafel.client.venster.size())
    prompts = werkplek.prompts("ar")

    def is_het(code: str = "") -> bool:
        leeg.toon(replace(wachtbeeld(prompts), code=code), prompts)
        leeg.zet_geluid(tafel.client.venster.geluid)  # who would read it, does not hang on the talk
        voorbeeld: QImage = Clientscherm(qtbot, leeg).foto()
        return tafel.client.foto() == voorbeeld

    return is_het


def vul_in(tafel: Tafel) -> None:
    """The klantmanager fills in all that the open question has."""
    QApplication.processEvents()
    for editor in tafel.paneel.editors:
        for lijst in editor.findChildren(QComboBox):
            if lijst.isVisible() and lijst.count() > 1:
                tafel.kies(lijst.accessibleName(), lijst.itemText(1))
    if tafel.scherm.gesprek.vraag.keuzecodes:
        tafel.letters("2")
    if tafel.scherm.gesprek.vraag.type is Vraagtype.NUM:
        tafel.schrijf(tafel.veld("Aantal"), "2")
    if tafel.scherm.gesprek.vraag.type is Vraagtype.SCALE:
        tafel.schrijf(tafel.reden, "Ik zie angst en veel zorgen.")


# The klantmanager's judgement


def test_no_judgement_ever_reaches_the_clients_window(
    tafel: Tafel, wachtscherm: Callable[..., bool], antwoord: Antwoorden
) -> None:
    assert VRAGEN["SP01"].tekst in tafel.client.woorden, "what it says can be read here"
    assert not wachtscherm(), "a question is another picture"
    for code in VAN_K:
        tafel.ga_naar(code)
        assert tafel.client.soort is Beeldsoort.WACHT, code
        assert wachtscherm(), code
        vul_in(tafel)
        assert wachtscherm(), code
        assert tafel.client.knoppen == ["Stop, even pauze"]
        gezegd = " ".join(tafel.client.woorden)
        assert VRAGEN[code].tekst not in gezegd
        assert "angst" not in gezegd
        tafel.verder()
        assert antwoord(code) is not None, "something was filled in indeed"
        assert tafel.client.laatste is None, "nor as the last answer"
        assert VRAGEN[code].tekst not in " ".join(tafel.client.woorden)


def test_all_judgements_are_in_the_loop() -> None:
    assert len(VAN_K) == 16
    assert {code[:2] for code in VAN_K} == {
        *("SP", "WO", "FI", "OP", "MO", "AD", "RE", "FG", "MG", "WK")
    }


def test_what_is_only_talked_about_shows_the_waiting_screen(
    tafel: Tafel, wachtscherm: Callable[..., bool]
) -> None:
    assert len(VAN_G) > 10
    for code in VAN_G:
        tafel.ga_naar(code)
        if tafel.scherm.gesprek.eerst_alleen:
            tafel.letters("J")
        assert wachtscherm(code), code


def test_a_touch_that_comes_too_late_does_not_count(tafel: Tafel, opgeslagen: Opgeslagen) -> None:
    """The finger was under way while the klantmanager opened a judgement."""
    tafel.ga_naar("SP12")
    venster = tafel.client.venster
    for teken in (venster.weet_niet, venster.zeg_niet, venster.klaar, venster.verder):
        teken.emit()
    venster.geraakt.emit("4")
    venster.getal.emit(4)
    assert not opgeslagen().antwoorden
    assert tafel.vraag == "SP12"


# A note, a pause, another sheet


def test_while_a_note_is_written_the_client_waits(
    tafel: Tafel, wachtscherm: Callable[..., bool]
) -> None:
    tafel.client.raak("Vrienden")
    for veld in (tafel.bij_vraag.veld, tafel.bij_domein.veld):
        tafel.klik(veld)
        tafel.letters("Maakt zich zorgen over thuis.")
        assert tafel.client.soort is Beeldsoort.WACHT
        assert wachtscherm()
        assert "zorgen" not in " ".join(tafel.client.woorden)
        tafel.klik(tafel.paneel.editors[0].findChildren(type(tafel.knop("Familie")))[0])
        assert tafel.client.soort is Beeldsoort.VRAAG


def test_on_pause_the_client_sees_the_pause_whatever_is_done(tafel: Tafel) -> None:
    tafel.client.raak("Vrienden")
    tafel.letters("P")
    foto = tafel.client.foto()
    assert tafel.client.soort is Beeldsoort.PAUZE
    tafel.ga_naar("SP12")
    tafel.letters("4")
    assert tafel.client.foto() == foto
    tafel.klik(tafel.bij_vraag.veld)
    tafel.letters("Zorgen.")
    assert tafel.client.foto() == foto
    tafel.klik_op("Verder (P)")
    assert tafel.client.soort is Beeldsoort.WACHT
    tafel.ga_naar("SP01")
    assert tafel.client.gekozen == ["Vrienden"]


def test_names_stay_off_the_clients_window_and_out_of_every_title(
    dek: Dek, maak_intake: Callable[..., str]
) -> None:
    tafel = dek(maak_intake("nl", voornamen="Zahra", achternaam="Hosseini", geopend=False))
    gezien = []

    def kijk() -> None:
        for venster in QApplication.topLevelWidgets():
            assert "Zahra" not in venster.windowTitle()
            assert "Hosseini" not in venster.windowTitle()
            gezien.append(venster.windowTitle())
        zichtbaar = " ".join(tafel.client.woorden)
        assert "Zahra" not in zichtbaar
        assert "Hosseini" not in zichtbaar

    kijk()
    tafel.klik_op("Zitting plannen")
    tafel.vul("Cliënt: naam", "Zahra Hosseini")
    kijk()
    tafel.klik_op("Begin het gesprek")
    kijk()
    tafel.doe_opening()
    kijk()
    tafel.client.raak("Vrienden")
    for code in ("SP02", "RE11", "MG12"):
        tafel.ga_naar(code)
        kijk()
    tafel.naar(Blad.AFSLUITEN)
    kijk()
    assert "Zahra Hosseini" in tafel.scherm.naam.text(), "the klantmanager does read the name"
    assert "Viergesprek" in gezien


# Asked alone


def test_first_is_asked_whether_the_client_is_alone(
    tafel: Tafel, opgeslagen: Opgeslagen, store: Store
) -> None:
    assert set(ALLEEN) == {"FG09", "MG10", "RE11"}
    for code in ALLEEN:
        tafel.ga_naar(code)
        assert "Is de cliënt alleen met jou en de tolk?" in tafel.teksten
        assert tafel.client.titel_nl == "Ben je nu alleen met je klantmanager en de tolk?"
        assert not tafel.is_er("Weet ik niet"), "the question itself is not open"
        assert not tafel.is_er("Ja")
        tafel.letters("12WZ")
        tafel.enter()
        assert tafel.vraag == code, "Enter does not say that the client is alone"
        assert tafel.fout == "Kies eerst: is de cliënt alleen met jou en de tolk?"
    assert not opgeslagen().antwoorden
    assert not opgeslagen().alleenmomenten
    tafel.klik_op("Ja, alleen (J)")
    (moment,) = opgeslagen().alleenmomenten
    assert (moment.alleen, moment.door) == (True, store.gebruiker_id)
    assert tafel.is_er("Weet ik niet")
    assert VRAGEN[tafel.vraag].tekst in tafel.teksten
    assert tafel.client.soort is Beeldsoort.WACHT


def test_not_alone_does_not_open_the_question_and_parks_it(
    tafel: Tafel, opgeslagen: Opgeslagen, antwoord: Antwoorden
) -> None:
    tafel.ga_naar("RE11")
    tafel.letters("N")
    (moment,) = opgeslagen().alleenmomenten
    assert moment.alleen is False
    nu = antwoord("RE11")
    assert nu is not None
    assert nu.status is Antwoordstatus.LATER
    assert tafel.vraag != "RE11"
    tafel.ga_naar("RE11")
    assert tafel.is_er("Ja, alleen (J)")
    assert not tafel.is_er("Weet ik niet")


def test_alone_is_asked_once_a_day(tafel: Tafel, opgeslagen: Opgeslagen, klok: Klok) -> None:
    tafel.ga_naar("FG09")
    tafel.letters("J")
    tafel.ga_naar("MG10")
    assert not tafel.is_er("Ja, alleen (J)"), "said today"
    tafel.ga_naar("RE11")
    assert not tafel.is_er("Ja, alleen (J)")
    assert len(opgeslagen().alleenmomenten) == 1
    klok.nu += timedelta(days=1)
    tafel.ga_naar("MG10")
    assert tafel.is_er("Ja, alleen (J)"), "others may have come in since"
    tafel.letters("J")
    assert [m.alleen for m in opgeslagen().alleenmomenten] == [True, True]


def test_the_answer_given_alone_is_kept_and_never_shown_again(
    tafel: Tafel, antwoord: Antwoorden
) -> None:
    tafel.ga_naar("MG10")
    tafel.letters("J")
    tafel.letters("1")
    nu = antwoord("MG10")
    assert nu is not None
    assert nu.opties == ("ja",)
    tafel.enter()
    tafel.ga_naar("MG01")
    assert tafel.client.laatste is None
    assert VRAGEN["MG10"].tekst not in " ".join(tafel.client.woorden)


def test_what_was_said_without_coa_is_not_in_sight_when_they_are_back(tafel: Tafel) -> None:
    tafel.ga_naar("MG01")
    tafel.client.raak("Niet goed")
    tafel.client.klaar()
    assert tafel.client.laatste is not None, "in the closed part it may be seen"
    tafel.ga_naar("MG01")
    tafel.ga_naar("WK02")
    assert tafel.client.laatste is None
