"""Every kind of answer that the klantmanager gives, with the mouse and without."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from desktop.models.antwoord import Antwoord, Antwoordstatus, Wijze
from tests.pagina.gesprek import Tafel

Antwoorden = Callable[[str], Antwoord | None]
SCHRIJF_WAAROM = "Schrijf in één zin waarom je deze score geeft."


@pytest.fixture
def staat(antwoord: Antwoorden) -> Callable[[str], Antwoord]:
    """The stored answer, which must be there."""

    def lees(code: str) -> Antwoord:
        nu = antwoord(code)
        assert nu is not None
        return nu

    return lees


Staat = Callable[[str], Antwoord]


# A score


def test_a_score_needs_a_sentence_of_reason(tafel: Tafel, staat: Staat) -> None:
    tafel.ga_naar("SP12")
    tafel.letters("4")
    assert staat("SP12").opties == ("4",)
    assert tafel.gekozen == ["Lukt met soms hulp"]
    tafel.enter()
    assert tafel.vraag == "SP12"
    assert tafel.fout == SCHRIJF_WAAROM
    assert tafel.hier is tafel.reden, "the cursor stands where the sentence goes"
    assert tafel.strip("SP12") == "nog open", "without a reason it is not asked"
    tafel.letters("ja")
    tafel.enter()
    assert (tafel.vraag, tafel.fout) == ("SP12", SCHRIJF_WAAROM)
    assert tafel.reden.toPlainText() == "ja", "what was typed is kept"
    tafel.letters(", zij kent de weg.")
    tafel.enter()
    assert tafel.vraag == "WO01"
    assert staat("SP12").reden == "ja, zij kent de weg."
    tafel.ga_naar("SP12")
    assert tafel.strip("SP12") == "gevraagd"


def test_each_step_of_the_scale_has_its_key(tafel: Tafel, staat: Staat) -> None:
    tafel.ga_naar("AD11")
    for toets, code in (("1", "1"), ("2", "2"), ("3", "3"), ("5", "5"), ("0", "nog-niet")):
        tafel.letters(toets)
        assert staat("AD11").opties == (code,)
        tafel.verder()
        assert (tafel.vraag, tafel.fout) == ("AD11", SCHRIJF_WAAROM), "the button asks it too"
        tafel.paneel.richt()


# Number, date, text


def test_a_wrong_number_gives_a_sentence_and_stays(
    tafel: Tafel, antwoord: Antwoorden, staat: Staat
) -> None:
    tafel.ga_naar("OP01")
    veld = tafel.veld("Aantal")
    assert isinstance(veld, QLineEdit)
    for getypt, zin in (
        ("twee", "Schrijf een heel getal, zoals 3."),
        ("-1", "Schrijf een heel getal, zoals 3."),
        ("21", "Schrijf een getal van 0 tot en met 20."),
    ):
        tafel.schrijf(veld, getypt)
        tafel.enter()
        assert (tafel.vraag, tafel.fout) == ("OP01", zin)
        assert veld.text() == getypt
        assert antwoord("OP01") is None
    tafel.schrijf(veld, "2")
    tafel.enter()
    assert tafel.vraag == "OP02"
    assert (staat("OP01").waarde, staat("OP01").bevestigd) == ("2", True)


def test_plus_and_minus_count_from_nothing(tafel: Tafel, staat: Staat) -> None:
    tafel.ga_naar("OP01")
    for _ in range(3):
        tafel.klik_op("Eén meer")
    assert staat("OP01").waarde == "2"
    for _ in range(4):
        tafel.klik_op("Eén minder")
    assert staat("OP01").waarde == "0"


def test_of_a_date_only_a_part_may_be_known(tafel: Tafel, staat: Staat) -> None:
    tafel.ga_naar("WO02")
    veld = tafel.veld("Datum")
    assert isinstance(veld, QLineEdit)
    for getypt, bewaard, leesbaar in (
        ("31-5-2026", "2026-05-31", "31-05-2026"),
        ("5-2026", "2026-05", "mei 2026"),
        ("2026", "2026", "2026"),
    ):
        tafel.vul("Datum", getypt)
        assert staat("WO02").waarde == bewaard
        assert veld.text() == leesbaar


def test_a_wrong_date_gives_a_sentence_and_stays(tafel: Tafel, antwoord: Antwoorden) -> None:
    tafel.ga_naar("WO02")
    tafel.schrijf(tafel.veld("Datum"), "31-02-2026")
    tafel.enter()
    assert tafel.vraag == "WO02"
    assert tafel.fout.startswith("Dit is geen datum.")
    veld = tafel.veld("Datum")
    assert isinstance(veld, QLineEdit)
    assert veld.text() == "31-02-2026"
    assert antwoord("WO02") is None


def test_own_words_are_kept(tafel: Tafel, staat: Staat) -> None:
    tafel.ga_naar("RE12")
    tafel.schrijf(tafel.veld("Antwoord"), "Ik wil graag weer naaien, het liefst samen.")
    tafel.enter()
    assert staat("RE12").waarde == "Ik wil graag weer naaien, het liefst samen."


def test_what_is_being_typed_survives_a_switched_off_laptop(
    tafel: Tafel, stroom_uit: Callable[[], Tafel], antwoord: Antwoorden
) -> None:
    tafel.ga_naar("RE12")
    tafel.schrijf(tafel.veld("Antwoord"), "Half een zin en dan")
    assert antwoord("RE12") is None, "still being typed"
    opnieuw = stroom_uit()
    assert opnieuw.vraag == "RE12"
    veld = opnieuw.veld("Antwoord")
    assert isinstance(veld, QPlainTextEdit)
    assert veld.toPlainText() == "Half een zin en dan"


# More answers, grids, parts


def test_more_than_the_most_gives_a_sentence_and_keeps_the_three(
    tafel: Tafel, staat: Staat
) -> None:
    tafel.ga_naar("RE03")
    tafel.letters("3142")
    assert len(staat("RE03").opties) == 3
    assert tafel.fout == "Kies er hoogstens 3."
    codes = [o.code for o in tafel.scherm.gesprek.vraag.opties]
    assert staat("RE03").opties == (codes[2], codes[0], codes[3])
    tafel.letters("3")
    assert tafel.fout == ""
    tafel.letters("2")
    assert staat("RE03").opties == (codes[0], codes[3], codes[1])


def test_a_grid_with_rows_of_ones_own(tafel: Tafel, staat: Staat) -> None:
    tafel.ga_naar("SP09")
    raster = tafel.scherm.gesprek.vraag.raster
    assert raster is not None
    eerste = raster.kolommen[0]
    tafel.klik_op(f"+ {raster.rijtitel} erbij")
    assert isinstance(tafel.hier, QLineEdit)
    assert tafel.hier.accessibleName() == f"{raster.rijtitel} 1: {eerste.tekst}"
    tafel.letters("Arabisch")
    tafel.klik_op(f"+ {raster.rijtitel} erbij")
    tafel.letters("Koerdisch")
    tafel.druk(Qt.Key.Key_Tab)
    delen = staat("SP09").delen
    assert dict(delen) == {f"1.{eerste.code}": "Arabisch", f"2.{eerste.code}": "Koerdisch"}
    tafel.klik_op(f"{raster.rijtitel} 1 weghalen")
    assert list(staat("SP09").delen.values()) == ["Koerdisch"]
    assert tafel.is_er(f"{raster.rijtitel} 1: {eerste.tekst}")


def test_a_fixed_grid_keeps_each_cell(tafel: Tafel, staat: Staat) -> None:
    tafel.ga_naar("WK14")
    (rooster,) = tafel.paneel.editors
    cellen: dict[str, QWidget] = rooster.cellen  # type: ignore[attr-defined]
    assert len(cellen) == 6
    verwacht: dict[str, object] = {}
    for sleutel, cel in cellen.items():
        if isinstance(cel, QComboBox):
            tafel.kies(cel.accessibleName(), cel.itemText(1))
            verwacht[sleutel] = cel.itemData(1)
        elif isinstance(cel, QCheckBox):
            tafel.klik(cel)
            verwacht[sleutel] = True
        else:
            tafel.vul(cel.accessibleName(), "6")
            verwacht[sleutel] = staat("WK14").delen[sleutel]
            assert str(verwacht[sleutel]) == "6"
    assert dict(staat("WK14").delen) == verwacht


def test_a_wrong_cell_gives_a_sentence_and_stays(tafel: Tafel, staat: Staat) -> None:
    tafel.ga_naar("WO03")
    raster = tafel.scherm.gesprek.vraag.raster
    assert raster is not None
    tafel.klik_op(f"+ {raster.rijtitel} erbij")
    leeftijd = tafel.veld(f"{raster.rijtitel} 1: Leeftijd")
    tafel.schrijf(leeftijd, "jong")
    tafel.enter()
    assert (tafel.vraag, tafel.fout) == ("WO03", "Schrijf een heel getal, zoals 3.")
    tafel.schrijf(leeftijd, "9")
    tafel.enter()
    assert tafel.vraag == "WO04"
    assert dict(staat("WO03").delen) == {"1.leeftijd": 9}


def test_a_part_shows_with_its_answer_and_is_kept(tafel: Tafel, staat: Staat) -> None:
    tafel.ga_naar("AD10")
    assert not tafel.is_er("Hoeveel uur per week?")
    tafel.letters("1")
    tafel.vul("Hoeveel uur per week?", "12")
    assert dict(staat("AD10").delen) == {"uren": 12}
    tafel.klik_op("Nee")
    assert not tafel.is_er("Hoeveel uur per week?")


# Without a mouse


def test_a_question_for_pointing_by_keys_alone(tafel: Tafel, staat: Staat) -> None:
    tafel.letters("2")
    tafel.druk(Qt.Key.Key_Right, Qt.Key.Key_Space)
    assert isinstance(tafel.hier, QAbstractButton)
    assert staat("SP01").opties == ("vrienden", "buren")
    tafel.enter()
    assert tafel.vraag == "SP02"
    assert (staat("SP01").bevestigd, staat("SP01").wijze) == (True, Wijze.TOLK)


def test_a_question_to_talk_about_by_keys_alone(tafel: Tafel, staat: Staat) -> None:
    tafel.richt(tafel.gespreksblad.rail.knoppen["SP"])
    tafel.druk(Qt.Key.Key_Down)
    tafel.enter()
    tafel.druk(Qt.Key.Key_Right, met=Qt.KeyboardModifier.AltModifier)
    assert tafel.vraag == "WO02"
    tafel.letters("mei 2026")
    tafel.enter()
    assert tafel.vraag == "WO03"
    assert (staat("WO02").waarde, staat("WO02").wijze) == ("2026-05", Wijze.TOLK)


def test_a_judgement_by_keys_alone(tafel: Tafel, staat: Staat) -> None:
    for _ in range(11):
        tafel.druk(Qt.Key.Key_Right, met=Qt.KeyboardModifier.AltModifier)
    assert tafel.vraag == "SP12"
    tafel.letters("3")
    tafel.druk(Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert staat("SP12").opties == ("4",)
    for _ in range(20):
        if tafel.hier is tafel.reden:
            break
        tafel.druk(Qt.Key.Key_Tab)
    tafel.letters("Zij vraagt hulp als het nodig is.")
    tafel.enter()
    assert tafel.vraag == "WO01"
    assert staat("SP12").reden == "Zij vraagt hulp als het nodig is."
    assert staat("SP12").status is Antwoordstatus.BEANTWOORD


def test_the_keyboard_stays_with_the_klantmanager_when_the_client_touches(
    tafel: Tafel, staat: Staat
) -> None:
    for n in range(3):
        tafel.client.raak(tafel.client.tegels[n])
        tafel.enter()
    assert tafel.vraag == "SP04"
    assert [staat(c).bevestigd for c in ("SP01", "SP02", "SP03")] == [True] * 3
