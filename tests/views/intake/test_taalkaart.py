"""Language, script and voice for one client, chosen on the plan sheet."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.views.intake.plek import Blad
from desktop.views.intake.taalkaart import Taalkaart
from tests.pagina.gesprek import Tafel
from tests.pagina.toegankelijk import zonder_naam
from tests.speech.nep import toon
from tests.views.intake.conftest import Opgeslagen
from tests.views.intake.test_stem import Luisteraar, oor

__all__ = ["oor"]

Kies = Callable[[str], None]


@pytest.fixture
def kaart(oor: list[Luisteraar], tafel: Tafel, qtbot: QtBot) -> Taalkaart:
    tafel.ruimte.intake._naar(Blad.PLAN)
    kaart = tafel.ruimte.intake.plan.taalkaart
    qtbot.waitUntil(lambda: bool(kaart.wie.text()))
    return kaart


def kies(veld: object, waarde: str) -> None:
    """A choice in a list, as the mouse makes it."""
    lijst = veld.lijst  # type: ignore[attr-defined]
    lijst.setCurrentIndex(lijst.findData(waarde))
    lijst.activated.emit(lijst.currentIndex())


def test_all_languages_can_be_read_and_heard(kaart: Taalkaart) -> None:
    for veld in (kaart.taal, kaart.spraaktaal):
        namen = [veld.lijst.itemText(n) for n in range(veld.lijst.count())]
        assert len(namen) == 16
        assert {"Dari", "Farsi", "Kurmanji", "Sorani"} <= set(namen)


def test_another_language_stands_on_the_clients_screen_at_once(
    kaart: Taalkaart, tafel: Tafel, opgeslagen: Opgeslagen
) -> None:
    kies(kaart.taal, "ti")
    assert opgeslagen().taalkeuze.taal == "ti"
    assert opgeslagen().taalkeuze.spraaktaal == "ti", "what is heard goes along"
    prompts = tafel.ruimte.werkplek.prompts("ti")
    assert tafel.client.titel == prompts.scherm("welkom.titel").tekst


def test_reading_and_hearing_stay_apart_once_they_were_chosen_apart(
    kaart: Taalkaart, opgeslagen: Opgeslagen
) -> None:
    kies(kaart.spraaktaal, "kmr")
    kies(kaart.taal, "tr")
    keuze = opgeslagen().taalkeuze
    assert (keuze.taal, keuze.spraaktaal) == ("tr", "kmr")


def test_kurmanji_can_be_read_in_arabic_script(kaart: Taalkaart, tafel: Tafel) -> None:
    assert not kaart.schrift.isVisible(), "Arabic has one script"
    kies(kaart.taal, "kmr")
    assert kaart.schrift.isVisible()
    latijn = tafel.client.titel
    kies(kaart.schrift, "Arabisch")
    assert tafel.client.titel != latijn
    client = tafel.ruimte.ramen.client
    tafel.ruimte.intake._naar(Blad.GESPREK)
    assert client.knop_weet_niet.x() > client.knop_klaar.x(), "from right to left"


def test_own_digits_only_where_the_language_has_them(kaart: Taalkaart, tafel: Tafel) -> None:
    assert kaart.cijfers.isVisible()
    kies(kaart.cijfers, "eigen")
    keuze = tafel.ruimte.intake.gesprek.stand.taalkeuze
    assert tafel.ruimte.werkplek.prompts_voor(keuze).getal(12) == "١٢"
    kies(kaart.taal, "so")
    assert not kaart.cijfers.isVisible()
    assert not tafel.ruimte.intake.gesprek.stand.taalkeuze.eigen_cijfers


def test_dutch_under_the_prompt_can_be_put_off(
    kaart: Taalkaart, tafel: Tafel, qtbot: QtBot, opgeslagen: Opgeslagen
) -> None:
    tafel.ruimte.intake._naar(Blad.GESPREK)
    assert tafel.ruimte.ramen.client.tegels[0]._nl_zichtbaar
    tafel.ruimte.intake._naar(Blad.PLAN)
    qtbot.mouseClick(
        kaart.nederlands, Qt.MouseButton.LeftButton, pos=kaart.nederlands.rect().center()
    )
    assert not opgeslagen().taalkeuze.toon_nederlands
    tafel.ruimte.intake._naar(Blad.GESPREK)
    assert not tafel.ruimte.ramen.client.tegels[0]._nl_zichtbaar


def test_before_the_talk_the_klantmanager_sees_who_reads(
    kaart: Taalkaart, oor: list[Luisteraar], tafel: Tafel, qtbot: QtBot
) -> None:
    kies(kaart.taal, "so")
    qtbot.waitUntil(lambda: "niemand: 90" in kaart.wie.text())
    assert "laat de tolk die voorlezen" in kaart.wie.text()
    assert "concept" in kaart.wie.text()
    kies(kaart.taal, "ti")
    qtbot.waitUntil(lambda: "een computerstem" in kaart.wie.text())
    assert "niemand:" not in kaart.wie.text()
    vraag = tafel.ruimte.intake.gesprek.lijst.vragen["SP01"]
    tekst = tafel.ruimte.werkplek.prompts("ti").tekst("SP01", vraag.tekst).tekst
    oor[0].kast.zet("ti", "SP01", tekst, toon(500))
    kaart._tel()
    assert "een mens: 1" in kaart.wie.text()


def test_per_question_in_a_list(kaart: Taalkaart, qtbot: QtBot) -> None:
    assert not kaart.lijst.isVisible()
    qtbot.mouseClick(kaart.per_vraag, Qt.MouseButton.LeftButton)
    assert kaart.lijst.isVisible()
    model = kaart.lijst.model()
    rijen = {
        model.index(n, 0).data(): (model.index(n, 2).data(), model.index(n, 3).data())
        for n in range(model.rowCount())
    }
    assert rijen["SP01"] == ("een computerstem", "vertaling: concept")
    assert len(rijen) > 80


def test_a_sentence_to_try_the_voice(kaart: Taalkaart, oor: list[Luisteraar], qtbot: QtBot) -> None:
    qtbot.mouseClick(kaart.proef, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: oor[0].baan.bezig)
    kies(kaart.taal, "so")
    qtbot.mouseClick(kaart.proef, Qt.MouseButton.LeftButton)
    assert not oor[0].baan.bezig
    assert kaart.melding.text() == "Voor deze taal is er geen stem. Laat de tolk voorlezen."


def test_everything_has_a_name(kaart: Taalkaart) -> None:
    assert zonder_naam(kaart) == []


def test_a_new_talk_takes_what_the_client_reads_and_speaks(
    kaart: Taalkaart, tafel: Tafel, opgeslagen: Opgeslagen
) -> None:
    """The choices stay with the talk: opened again, it has the same languages (enketo #1018)."""
    kies(kaart.spraaktaal, "kmr")
    intake_id = tafel.ruimte.intake.gesprek.intake_id
    tafel.ruimte.toon_intake(intake_id)
    keuze = tafel.ruimte.intake.gesprek.stand.taalkeuze
    assert (keuze.taal, keuze.spraaktaal) == ("ar", "kmr")
