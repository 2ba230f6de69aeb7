"""The opening: seven points in the client's language, none left out, and practice."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from desktop.bronnen import po, toml
from desktop.models.clientbeeld import Beeldsoort
from desktop.models.intake import OPENING, Fase
from desktop.views.intake.plek import Blad
from tests.pagina.gesprek import Tafel
from tests.views.intake.conftest import Dek, Opgeslagen

NEDERLANDS = {tekst["code"]: tekst["tekst"] for tekst in toml("vragen", "scherm.toml")["tekst"]}


def zin_in(taal: str, code: str) -> str:
    """A sentence of the client's screen, straight from the catalogue."""
    if taal == "nl":
        return str(NEDERLANDS[code])
    _regel, regels = po("i18n", taal, "LC_MESSAGES", "vragen.po")
    return next(regel.tekst for regel in regels if regel.context == code)


def begin(dek: Dek, intake_id: str) -> Tafel:
    """Plans a sitting and begins it."""
    tafel = dek(intake_id)
    tafel.klik_op("Zitting plannen")
    tafel.klik_op("Begin het gesprek")
    assert tafel.blad is Blad.OPENING
    return tafel


@pytest.fixture
def opening(dek: Dek, maak_intake: Callable[..., str]) -> Tafel:
    """The opening at its first point."""
    return begin(dek, maak_intake(geopend=False))


def dicht(tafel: Tafel) -> list[Blad]:
    """The steps in the bar that cannot be pressed."""
    return [blad for blad, knop in tafel.scherm.stappen.items() if not knop.isEnabled()]


def open_punten(tafel: Tafel) -> list[str]:
    """The points that can be pressed."""
    return [punt for punt, knop in tafel.scherm.opening.punten.items() if knop.isEnabled()]


# Not to be skipped


def test_questions_and_closing_stay_shut_until_the_last_point(
    opening: Tafel, opgeslagen: Opgeslagen
) -> None:
    for n, punt in enumerate(OPENING):
        assert dicht(opening) == [Blad.GESPREK, Blad.AFSLUITEN]
        assert open_punten(opening) == list(OPENING[: n + 1]), "no point can be passed over"
        assert set(opgeslagen().opening) == set(OPENING[:n])
        assert opgeslagen().fase in (Fase.GEPLAND, Fase.OPENING)
        assert opening.scherm.opening.punten[punt].isChecked()
        opening.klik(opening.scherm.opening.ja)
    opening.klik_op("Oefenen overslaan")
    assert opgeslagen().fase is Fase.GESPREK
    assert (opening.blad, opening.vraag) == (Blad.GESPREK, "SP01")
    assert dicht(opening) == []


def test_no_key_and_no_touch_leads_past_the_opening(opening: Tafel, opgeslagen: Opgeslagen) -> None:
    opening.klik(opening.scherm.opening.ja)
    for toets in (Qt.Key.Key_Left, Qt.Key.Key_Right):
        opening.druk(toets, met=Qt.KeyboardModifier.AltModifier)
    opening.druk(Qt.Key.Key_F8, Qt.Key.Key_F2, Qt.Key.Key_Escape)
    opening.letters("1LWZAJN")
    for blad in (Blad.GESPREK, Blad.AFSLUITEN):
        opening.qtbot.mouseClick(opening.scherm.stappen[blad], Qt.MouseButton.LeftButton)
    check = ["Ja, goed", "Een beetje", "Nee, niet"]
    assert opening.client.knoppen == [*check, "Stop, even pauze"]
    assert opening.blad is Blad.OPENING
    assert not opening.gespreksblad.isVisible()
    assert opgeslagen().fase is Fase.OPENING
    assert not opgeslagen().antwoorden


def test_the_way_round_by_the_plan_comes_back_at_the_same_point(opening: Tafel) -> None:
    opening.klik(opening.scherm.opening.ja)
    opening.klik(opening.scherm.opening.ja)
    opening.naar(Blad.PLAN)
    assert dicht(opening) == [Blad.GESPREK, Blad.AFSLUITEN]
    opening.klik_op("Ga verder met het gesprek")
    assert opening.blad is Blad.OPENING
    assert opening.scherm.opening.punten["geheim"].isChecked()


def test_after_a_crash_the_opening_stands_at_the_same_point(opening: Tafel, dek: Dek) -> None:
    opening.klik(opening.scherm.opening.ja)
    opening.klik(opening.scherm.opening.ja)
    opnieuw = dek()
    assert opnieuw.blad is Blad.OPENING
    assert opnieuw.scherm.opening.punten["geheim"].isChecked()
    assert open_punten(opnieuw) == ["wie", "tolk", "geheim"]
    assert opnieuw.client.titel == zin_in("ar", "opening.geheim")


def test_enter_alone_leads_through_the_whole_opening(
    opening: Tafel, opgeslagen: Opgeslagen
) -> None:
    for punt in OPENING:
        assert punt not in opgeslagen().opening
        opening.enter()
        assert punt in opgeslagen().opening
    assert opening.client.soort is Beeldsoort.OEFENEN
    assert opening.hier is opening.scherm.opening.oefenen.verder, "and on through the practice"
    for _ in range(5):
        opening.enter()
    assert opening.vraag == "SP01"


# What the client sees


@pytest.mark.parametrize("taal", ["ar", "ti", "en", "nl"])
def test_each_point_stands_on_the_clients_window_in_the_own_language(
    dek: Dek, maak_intake: Callable[..., str], taal: str
) -> None:
    tafel = dek(maak_intake(taal, geopend=False))
    assert tafel.client.titel == zin_in(taal, "welkom.titel")
    assert tafel.client.uitleg == NEDERLANDS["welkom.tekst"]
    tafel.klik_op("Zitting plannen")
    tafel.klik_op("Begin het gesprek")
    gezien = []
    for punt in OPENING:
        tolk = punt == "tolk"
        context = "taal.vraag" if tolk else f"opening.{punt}"
        assert tafel.client.soort is (Beeldsoort.TAALCHECK if tolk else Beeldsoort.TEKST)
        assert tafel.client.titel == zin_in(taal, context)
        assert tafel.client.titel_nl == NEDERLANDS[context]
        assert tafel.scherm.opening.client.text() == tafel.client.titel
        assert bool(tafel.client.tegels) is tolk
        gezien.append(tafel.client.titel)
        tafel.klik(tafel.scherm.opening.ja)
    assert len(set(gezien)) == len(OPENING)
    if taal != "nl":
        assert not set(gezien) & set(NEDERLANDS.values())


def test_a_point_that_was_said_can_be_shown_again(opening: Tafel) -> None:
    for _ in range(3):
        opening.klik(opening.scherm.opening.ja)
    opening.klik(opening.scherm.opening.punten["wie"])
    assert opening.client.titel == zin_in("ar", "opening.wie")
    assert open_punten(opening) == ["wie", "tolk", "geheim", "opschrijven"]


def test_the_klantmanager_reads_who_sits_at_the_table(
    dek: Dek, maak_intake: Callable[..., str]
) -> None:
    tafel = dek(maak_intake(geopend=False))
    tafel.klik_op("Zitting plannen")
    tafel.kies("COA: gekomen", "Afwezig")
    tafel.vul("VluchtelingenWerk: naam", "Henk Post")
    tafel.klik_op("Begin het gesprek")
    assert tafel.scherm.opening.aanwezig.text() == (
        "Aan tafel: Cliënt (Tesfay Gebremedhin), Klantmanager (Anneke de Boer), "
        "VluchtelingenWerk (Henk Post)"
    )


# Does the client understand the interpreter?


def test_no_to_the_interpreter_gives_advice_and_does_not_go_on(
    opening: Tafel, opgeslagen: Opgeslagen
) -> None:
    opening.klik(opening.scherm.opening.ja)
    assert "Zoek eerst een tolk" not in opening.teksten
    assert opgeslagen().zittingen[0].tolk_verstaan is None
    opening.klik_op("Nee, de cliënt verstaat de tolk niet goed")
    assert "Zoek eerst een tolk of een taal die de cliënt wel goed verstaat." in opening.teksten
    assert opgeslagen().zittingen[0].tolk_verstaan is False
    assert "tolk" not in opgeslagen().opening
    assert open_punten(opening) == ["wie", "tolk"]
    opening.klik_op("Ja, de cliënt verstaat de tolk (Enter)")
    assert opgeslagen().zittingen[0].tolk_verstaan is True
    assert "tolk" in opgeslagen().opening
    assert "Zoek eerst een tolk" not in opening.teksten


# Practice


@pytest.fixture
def oefenen(opening: Tafel) -> Tafel:
    """The practice page at its first step."""
    for _ in OPENING:
        opening.klik(opening.scherm.opening.ja)
    assert opening.client.soort is Beeldsoort.OEFENEN
    return opening


def stand(tafel: Tafel) -> str:
    return tafel.scherm.opening.oefenen.stand.text()


def test_the_client_practises_touching_changing_not_knowing_and_stopping(
    oefenen: Tafel, opgeslagen: Opgeslagen
) -> None:
    client = oefenen.client
    assert client.titel == zin_in("ar", "oefenen.vraag")
    assert client.tegels == ["Thee", "Koffie", "Water", "Melk"]
    assert client.tegels_eigen == [
        zin_in("ar", f"oefenen.{wat}") for wat in ("thee", "koffie", "water", "melk")
    ]
    assert stand(oefenen) == "Wacht tot de cliënt het doet."
    client.raak("Koffie")
    assert (client.gekozen, stand(oefenen)) == (["Koffie"], "✓ Gelukt")

    oefenen.klik_op("Volgende stap (Enter)")
    assert client.gekozen == ["Koffie"], "changing your mind starts from what was chosen"
    client.raak("Koffie")
    assert stand(oefenen) == "Wacht tot de cliënt het doet.", "the same again is no change"
    client.raak("Water")
    assert (client.gekozen, stand(oefenen)) == (["Water"], "✓ Gelukt")

    oefenen.enter()
    assert client.titel == zin_in("ar", "oefenen.weet-niet")
    assert stand(oefenen) == "Wacht tot de cliënt het doet."
    client.weet_niet()
    assert (client.gekozen, stand(oefenen)) == (["Dat weet ik niet"], "✓ Gelukt")

    oefenen.enter()
    client.weet_niet()
    assert stand(oefenen) == "Wacht tot de cliënt het doet."
    client.stop()
    assert stand(oefenen) == "✓ Gelukt"
    assert client.soort is Beeldsoort.OEFENEN, "practising to stop does not stop the talk"

    oefenen.enter()
    assert stand(oefenen) == ""
    assert oefenen.blad is Blad.OPENING
    oefenen.klik_op("Naar de vragen (Enter)")
    assert (oefenen.blad, oefenen.vraag) == (Blad.GESPREK, "SP01")
    assert client.soort is Beeldsoort.VRAAG
    assert not opgeslagen().antwoorden, "practice leaves nothing behind"


def test_the_client_can_go_through_the_practice_alone(oefenen: Tafel) -> None:
    client = oefenen.client
    assert "Klaar" not in client.knoppen, "ready only when something was touched"
    client.raak("Melk")
    client.klaar()
    client.raak("Thee")
    client.klaar()
    client.weet_niet()
    client.klaar()
    client.stop()
    client.klaar()
    assert client.soort is not Beeldsoort.OEFENEN
    assert oefenen.is_er("Naar de vragen (Enter)")


def test_practice_begins_anew_as_often_as_one_likes(oefenen: Tafel) -> None:
    oefenen.client.raak("Melk")
    oefenen.enter()
    for _ in range(2):
        oefenen.klik_op("Opnieuw oefenen")
        assert oefenen.client.gekozen == []
        assert stand(oefenen) == "Wacht tot de cliënt het doet."
        oefenen.client.raak("Thee")
        assert stand(oefenen) == "✓ Gelukt"
        oefenen.enter()
        assert oefenen.client.titel == zin_in("ar", "oefenen.vraag")
        assert oefenen.client.uitleg == NEDERLANDS["oefenen.anders"]


def test_practice_comes_back_in_the_middle_of_the_talk_and_touches_no_answer(
    tafel: Tafel, opgeslagen: Opgeslagen
) -> None:
    tafel.ga_naar("SP04")
    tafel.client.raak("Koken")
    for _ in range(2):
        tafel.klik_op("Oefenen met de cliënt")
        assert tafel.client.tegels == ["Thee", "Koffie", "Water", "Melk"]
        tafel.client.raak("Water")
        tafel.enter()
        assert tafel.client.gekozen == ["Water"]
        tafel.klik_op("Oefenen overslaan")
        assert (tafel.vraag, tafel.client.gekozen) == ("SP04", ["Koken"])
    tafel.enter()
    assert tafel.vraag == "SP05", "Enter means the question again"
    assert {c: a.opties for c, a in opgeslagen().antwoorden.items()} == {"SP04": ("koken",)}
