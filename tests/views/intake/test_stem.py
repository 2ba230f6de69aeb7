"""Sound on the client's screen: who speaks, what is marked, and a first touch that only speaks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from desktop.models.antwoord import Antwoord
from desktop.models.spraak import Spraakbron
from desktop.speech.spreker import Spreker
from desktop.speech.uitvoer import Stilte
from desktop.views.werkplek import Werkplek
from desktop.views.werkruimte import Werkruimte
from tests.pagina.gesprek import Tafel
from tests.speech.nep import Nepkast, toon

Antwoorden = Callable[[str], Antwoord | None]


class Luisteraar:
    """A speaker whose sounds a test takes by hand, so that nothing ends by itself."""

    def __init__(self, werkplek: Werkplek) -> None:
        self.baan = Stilte(versnelling=None, bewaar=40)
        self.kast = Nepkast()
        self.spreker = Spreker(werkplek.talen, self.kast, None, uitvoer=self.baan)
        self.gezegd: list[str] = []
        self.spreker.spreekt.connect(self.gezegd.append)

    def laat_uitspreken(self, qtbot: QtBot) -> None:
        """Until it is quiet."""
        while True:
            qtbot.waitUntil(lambda: self.baan.bezig or (bool(self.gezegd) and not self.gezegd[-1]))
            if not self.baan.bezig:
                return
            self.baan.neem(60_000)


@pytest.fixture
def oor(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Luisteraar]]:
    """Takes the place of the loudspeaker of every workplace that a test makes."""
    gemaakt: list[Luisteraar] = []

    def spreker(werkplek: Werkplek) -> Spreker:
        if not gemaakt:
            gemaakt.append(Luisteraar(werkplek))
        return gemaakt[0].spreker

    monkeypatch.setattr(Werkplek, "spreker", property(spreker))
    yield gemaakt
    for een in gemaakt:
        een.spreker.sluit()
        een.spreker.deleteLater()


def stel_in(tafel: Tafel, **velden: object) -> None:
    gesprek = tafel.ruimte.intake.gesprek
    assert gesprek.kies_taal(replace(gesprek.stand.taalkeuze, **velden))


def na_het_nieuwe_scherm(tafel: Tafel, qtbot: QtBot) -> None:
    """What is read by itself has begun: that comes after the screen was painted."""
    stem = tafel.ruimte.ramen.stem
    assert stem is not None
    qtbot.waitUntil(lambda: not stem._straks.isActive())


@pytest.fixture
def hoort(oor: list[Luisteraar], tafel: Tafel, qtbot: QtBot) -> tuple[Tafel, Luisteraar]:
    """A talk in Dutch, which eSpeak reads, with the buttons to listen there."""
    stel_in(tafel, taal="nl", spraaktaal="nl")
    qtbot.waitUntil(lambda: "vraag" in tafel.ruimte.ramen.client.geluid.hoorbaar)
    return tafel, oor[0]


def test_prompt_and_every_choice_have_a_button_to_listen(
    hoort: tuple[Tafel, Luisteraar],
) -> None:
    tafel, _ = hoort
    client = tafel.ruimte.ramen.client
    zichtbaar = [tegel for tegel in client.tegels if tegel.isVisible()]
    assert zichtbaar
    assert all(tegel.luister.isVisible() for tegel in zichtbaar)
    te_horen = tafel.client.te_horen
    assert te_horen[0] == tafel.client.titel_nl
    assert set(tafel.client.tegels) | {"Dat weet ik niet"} <= set(te_horen[1:])
    namen = [tegel.luister.accessibleName() for tegel in zichtbaar]
    assert namen == [f"Luister: {tegel.accessibleName()}" for tegel in zichtbaar]
    assert "Stop, even pauze" in tafel.client.knoppen
    assert "Stop, even pauze" not in te_horen, "stop is at once"


def test_the_prompt_is_read_with_all_its_choices_each_marked_in_turn(
    hoort: tuple[Tafel, Luisteraar], qtbot: QtBot
) -> None:
    tafel, oor = hoort
    client = tafel.ruimte.ramen.client
    gemerkt: list[str] = []
    oor.spreker.spreekt.connect(
        lambda _s: gemerkt.extend(t.accessibleName() for t in client.tegels if t.klinkt)
    )
    tafel.client.luister()
    oor.laat_uitspreken(qtbot)
    codes = [tegel.code for tegel in client.beeld.tegels]
    gezegd = list(dict.fromkeys(oor.gezegd))
    assert gezegd == ["vraag", *codes, "balk:weet-niet", "balk:zeg-niet", ""]
    assert gemerkt == [tegel.tekst.tekst for tegel in client.beeld.tegels]
    assert tafel.client.uitleg, "the prompt is two sounds: its line and the one under it"
    assert len(oor.baan.gehoord) == len(codes) + 4
    assert all(klank.niveau > 0.01 for klank in oor.baan.gehoord)
    assert all(klank.duur_ms > 200 for klank in oor.baan.gehoord)


def test_listening_to_a_choice_does_not_choose_it(
    hoort: tuple[Tafel, Luisteraar], antwoord: Antwoorden, qtbot: QtBot
) -> None:
    tafel, oor = hoort
    client = tafel.ruimte.ramen.client
    tafel.client.luister(tafel.client.tegels[1])
    qtbot.waitUntil(lambda: client.tegels[1].klinkt)
    assert antwoord("SP01") is None
    oor.laat_uitspreken(qtbot)
    assert not client.tegels[1].klinkt


def test_the_next_touch_silences_it(
    hoort: tuple[Tafel, Luisteraar], antwoord: Antwoorden, qtbot: QtBot
) -> None:
    tafel, oor = hoort
    tafel.client.luister()
    qtbot.waitUntil(lambda: oor.baan.bezig)
    tafel.client.raak("Vrienden")
    assert not oor.baan.bezig
    assert oor.gezegd[-1] == ""
    assert antwoord("SP01") is not None, "without the setting a touch chooses at once"


def test_a_first_touch_is_heard_and_only_the_second_chooses(
    hoort: tuple[Tafel, Luisteraar], antwoord: Antwoorden, qtbot: QtBot
) -> None:
    tafel, oor = hoort
    stel_in(tafel, eerst_horen=True)
    tafel.client.raak("Vrienden")
    qtbot.waitUntil(lambda: oor.baan.bezig)
    assert antwoord("SP01") is None
    client = tafel.ruimte.ramen.client
    assert client.geluid.gehoord == "vrienden"
    assert client.knop_deze.isVisible()
    tafel.client.raak("Vrienden")
    nu = antwoord("SP01")
    assert nu is not None
    assert nu.opties == ("vrienden",)
    assert not client.knop_deze.isVisible()


def test_yes_this_one_chooses_what_was_heard(
    hoort: tuple[Tafel, Luisteraar], antwoord: Antwoorden
) -> None:
    tafel, _ = hoort
    stel_in(tafel, eerst_horen=True)
    tafel.client.raak("Vrienden")
    tafel.client.deze()
    nu = antwoord("SP01")
    assert nu is not None
    assert nu.opties == ("vrienden",)


def test_another_touch_is_heard_instead(
    hoort: tuple[Tafel, Luisteraar], antwoord: Antwoorden
) -> None:
    tafel, _ = hoort
    stel_in(tafel, eerst_horen=True)
    tafel.client.raak("Vrienden")
    tafel.client.raak("Familie")
    assert tafel.ruimte.ramen.client.geluid.gehoord == "familie"
    assert antwoord("SP01") is None


def test_dont_know_is_heard_first_too_and_stop_is_not(
    hoort: tuple[Tafel, Luisteraar], antwoord: Antwoorden
) -> None:
    tafel, _ = hoort
    stel_in(tafel, eerst_horen=True)
    tafel.client.raak("Dat weet ik niet")
    assert antwoord("SP01") is None
    tafel.client.raak("Stop, even pauze")
    assert tafel.client.titel_nl == "Pauze"


def test_each_new_question_is_read_by_itself(hoort: tuple[Tafel, Luisteraar], qtbot: QtBot) -> None:
    tafel, oor = hoort
    stel_in(tafel, voorlezen=True)
    oor.gezegd.clear()
    tafel.ga_naar("SP02")
    qtbot.waitUntil(lambda: oor.baan.bezig)
    assert oor.gezegd[-1] == "vraag"
    tafel.client.stop()
    assert not oor.baan.bezig


def test_a_voice_that_nobody_tried_does_not_read_by_itself(
    hoort: tuple[Tafel, Luisteraar], qtbot: QtBot
) -> None:
    tafel, oor = hoort
    stel_in(tafel, taal="ti", spraaktaal="ti", voorlezen=True)
    oor.gezegd.clear()
    tafel.ga_naar("SP02")
    na_het_nieuwe_scherm(tafel, qtbot)
    assert not oor.spreker.bezig
    assert set(oor.gezegd) <= {""}
    tafel.client.luister()
    qtbot.waitUntil(lambda: oor.baan.bezig)  # by a touch it does


def test_a_person_comes_before_a_machine_and_the_klantmanager_knows_who_speaks(
    hoort: tuple[Tafel, Luisteraar], qtbot: QtBot
) -> None:
    tafel, oor = hoort
    stem = tafel.ruimte.ramen.stem
    regel = tafel.ruimte.intake.gespreksblad.paneel.kop.kaart.stem
    assert stem.bron is Spraakbron.SYNTHETISCH
    assert regel.zin.text() == "Stem: een computerstem, niet altijd goed te verstaan."
    vraag = tafel.ruimte.intake.gesprek.lijst.vragen["SP02"]
    oor.kast.zet("nl", "SP02", vraag.tekst, toon(600))
    tafel.ga_naar("SP02")
    qtbot.waitUntil(lambda: stem.bron is Spraakbron.MENS)
    assert regel.zin.text() == "Stem: een mens las deze vraag in."


def test_without_a_voice_there_is_no_button_and_the_klantmanager_is_told(
    hoort: tuple[Tafel, Luisteraar], qtbot: QtBot
) -> None:
    tafel, _ = hoort
    stel_in(tafel, taal="so", spraaktaal="so")
    qtbot.waitUntil(lambda: not tafel.ruimte.ramen.client.geluid.hoorbaar)
    assert tafel.client.te_horen == []
    regel = tafel.ruimte.intake.gespreksblad.paneel.kop.kaart.stem
    assert regel.zin.text() == "Geen stem: laat de tolk de vraag voorlezen."


def test_reading_and_hearing_may_be_two_languages(
    hoort: tuple[Tafel, Luisteraar], qtbot: QtBot
) -> None:
    tafel, _ = hoort
    stel_in(tafel, taal="ar", spraaktaal="kmr")
    stem, client = tafel.ruimte.ramen.stem, tafel.ruimte.ramen.client
    qtbot.waitUntil(lambda: bool(stem._uitingen) and stem._uitingen[0].taal == "kmr")
    prompts = tafel.ruimte.werkplek.prompts("kmr")
    vraag = tafel.ruimte.intake.gesprek.vraag
    assert stem._uitingen[0].uitspraak == prompts.uitspraak(vraag.context, vraag.tekst)
    assert (
        client.beeld.titel.tekst
        == tafel.ruimte.werkplek.prompts("ar").tekst(vraag.context, vraag.tekst).tekst
    )


@pytest.mark.parametrize("weg", [Werkruimte.vergrendel, Werkruimte.toon_lijst, Werkruimte.sluit])
def test_locking_and_closing_the_talk_silence_it(
    hoort: tuple[Tafel, Luisteraar], qtbot: QtBot, weg: Callable[[Werkruimte], None]
) -> None:
    tafel, oor = hoort
    tafel.client.luister()
    qtbot.waitUntil(lambda: oor.baan.bezig)
    weg(tafel.ruimte)
    assert not oor.baan.bezig
    assert not oor.spreker.bezig
    assert oor.gezegd[-1] == ""


def test_the_waiting_screen_is_silent(hoort: tuple[Tafel, Luisteraar], qtbot: QtBot) -> None:
    tafel, oor = hoort
    stel_in(tafel, voorlezen=True)
    oor.gezegd.clear()
    tafel.ga_naar("SP12")
    na_het_nieuwe_scherm(tafel, qtbot)
    assert tafel.client.titel_nl == "Even wachten"
    assert not oor.spreker.bezig
    assert set(oor.gezegd) <= {""}
