"""Finding a dossier: search as you type, arrow down, Enter; and what an empty list says."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.models.dossier import Dossier
from desktop.store.store import Store
from desktop.views.dossiers.lijst import Dossierscherm
from desktop.views.werkplek import Werkplek
from tests.pagina.dossierlijst import Dossierlijst
from tests.pagina.toegankelijk import (
    bedienbaar,
    gesproken_naam,
    niet_te_bereiken,
    tabronde,
    zonder_naam,
)

MakeList = Callable[[], Dossierlijst]


@pytest.fixture
def mensen(maak_dossier: Callable[..., str]) -> dict[str, str]:
    return {
        "mohammed": maak_dossier("Mohammed", "Al-Hassan", bsn="111222333", geboortedatum="1990-05"),
        "tesfay": maak_dossier("Tesfay", "Gebremedhin", v_nummer="1234567890"),
        "ayse": maak_dossier("Ayşe", "Yıldız", bsn="012345672"),
        "suharto": maak_dossier("Suharto", ""),
        "oefen": maak_dossier("Oefen", "Cliënt", oefening=True),
    }


def test_all_dossiers_stand_in_the_list_by_family_name(
    mensen: dict[str, str], dossierlijst: MakeList
) -> None:
    lijst = dossierlijst()
    assert lijst.namen == ["Mohammed Al-Hassan", "Tesfay Gebremedhin", "Suharto", "Ayşe Yıldız"]
    assert lijst.telling == "4 dossiers"


def test_a_line_shows_what_tells_people_apart_and_never_the_bsn(
    mensen: dict[str, str], dossierlijst: MakeList
) -> None:
    lijst = dossierlijst()
    assert lijst.regels[0] == (
        "Mohammed Al-Hassan | mei 1990 | Noordoostpolder | Tigrinya | Anneke de Boer"
        " | Nog te plannen"
    )
    alles = "\n".join((*lijst.regels, *lijst.voorgelezen))
    assert "111222333" not in alles
    assert "012345672" not in alles


def test_a_screen_reader_hears_the_whole_line(
    mensen: dict[str, str], dossierlijst: MakeList
) -> None:
    gesproken = dossierlijst().voorgelezen[0]
    assert gesproken.startswith("Mohammed Al-Hassan, mei 1990, Noordoostpolder")


@pytest.mark.parametrize(
    ("getypt", "namen"),
    [
        ("yildiz", ["Ayşe Yıldız"]),
        ("ayse", ["Ayşe Yıldız"]),
        ("Yıldız", ["Ayşe Yıldız"]),
        ("mohammed", ["Mohammed Al-Hassan"]),
        ("Muhammad", ["Mohammed Al-Hassan"]),
        ("mohamed", ["Mohammed Al-Hassan"]),
        ("hassan mohamed", ["Mohammed Al-Hassan"]),
        ("mohamed hassan", ["Mohammed Al-Hassan"]),
        ("gebr", ["Tesfay Gebremedhin"]),
        ("suh", ["Suharto"]),
        ("111222333", ["Mohammed Al-Hassan"]),
        ("012345672", ["Ayşe Yıldız"]),
        ("1234567890", ["Tesfay Gebremedhin"]),
        ("zebra", []),
        ("oefen", []),
    ],
)
def test_typing_finds_the_dossier(
    mensen: dict[str, str], dossierlijst: MakeList, getypt: str, namen: list[str]
) -> None:
    assert dossierlijst().typ(getypt).namen == namen


def test_a_dossier_number_finds_its_dossier(
    store: Store, mensen: dict[str, str], dossierlijst: MakeList
) -> None:
    with store.lees() as sessie:
        nummer = sessie.get_one(Dossier, mensen["tesfay"]).nummer
    assert dossierlijst().typ(nummer).namen == ["Tesfay Gebremedhin"]


def test_the_list_follows_every_letter(
    maak_dossier: Callable[..., str], dossierlijst: MakeList
) -> None:
    for naam in ("Tamrat", "Tekle", "Tesfay"):
        maak_dossier(naam, "")
    lijst = dossierlijst()
    gezien = [sorted(lijst.typ(letter).namen) for letter in "tes"]
    assert gezien == [["Tamrat", "Tekle", "Tesfay"], ["Tekle", "Tesfay"], ["Tesfay"]]
    lijst.druk(Qt.Key.Key_Escape)
    assert lijst.getypt == ""
    assert len(lijst.namen) == 3


def test_arrow_down_and_enter_open_a_dossier(
    qtbot: QtBot, mensen: dict[str, str], dossierlijst: MakeList
) -> None:
    lijst = dossierlijst()
    lijst.scherm.setFocus()
    assert lijst.focus_in_zoekveld
    lijst.druk(Qt.Key.Key_Down)
    assert lijst.focus_in_lijst
    assert lijst.gekozen == "Mohammed Al-Hassan"
    lijst.druk(Qt.Key.Key_Down)
    assert lijst.gekozen == "Tesfay Gebremedhin"
    with qtbot.waitSignal(lijst.scherm.open_dossier) as signaal:
        lijst.druk(Qt.Key.Key_Return)
    assert signaal.args == [mensen["tesfay"]]


def test_arrow_up_from_the_first_line_goes_back_to_searching(
    mensen: dict[str, str], dossierlijst: MakeList
) -> None:
    lijst = dossierlijst().typ("m")
    lijst.druk(Qt.Key.Key_Down)
    assert lijst.focus_in_lijst
    lijst.druk(Qt.Key.Key_Up)
    assert lijst.focus_in_zoekveld


def test_typing_on_in_the_list_goes_on_searching(
    mensen: dict[str, str], dossierlijst: MakeList
) -> None:
    lijst = dossierlijst().typ("te")
    lijst.druk(Qt.Key.Key_Down)
    lijst.druk(Qt.Key.Key_S)
    assert lijst.focus_in_zoekveld
    assert lijst.getypt == "tes"


def test_enter_in_the_search_field_opens_the_best_match(
    qtbot: QtBot, mensen: dict[str, str], dossierlijst: MakeList
) -> None:
    lijst = dossierlijst().typ("yildiz")
    assert lijst.gekozen == "Ayşe Yıldız"
    assert "Enter opent" in lijst.onderregel
    with qtbot.waitSignal(lijst.scherm.open_dossier) as signaal:
        lijst.druk(Qt.Key.Key_Return)
    assert signaal.args == [mensen["ayse"]]


def test_enter_without_a_search_opens_nobody(
    qtbot: QtBot, mensen: dict[str, str], dossierlijst: MakeList
) -> None:
    lijst = dossierlijst()
    lijst.scherm.setFocus()
    with qtbot.assertNotEmitted(lijst.scherm.open_dossier):
        lijst.druk(Qt.Key.Key_Return)


def test_a_click_opens_the_dossier(
    qtbot: QtBot, mensen: dict[str, str], dossierlijst: MakeList
) -> None:
    lijst = dossierlijst()
    with qtbot.waitSignal(lijst.scherm.open_dossier) as signaal:
        lijst.klik_op_regel(3)
    assert signaal.args == [mensen["ayse"]]


def test_an_empty_list_says_what_to_do_and_offers_it(qtbot: QtBot, dossierlijst: MakeList) -> None:
    lijst = dossierlijst()
    assert lijst.leegstaat == (
        "Hier komen je dossiers",
        "Begin met het dossier van je eerste cliënt. Een naam is genoeg.",
        "Nieuw dossier",
    )
    with qtbot.waitSignal(lijst.scherm.nieuw_dossier) as signaal:
        lijst.klik(lijst.scherm.leeg.knop)
    assert signaal.args == [""]


def test_a_search_in_vain_offers_a_new_dossier_with_what_was_typed(
    qtbot: QtBot, mensen: dict[str, str], dossierlijst: MakeList
) -> None:
    lijst = dossierlijst().typ("Rahel & Co")
    kop, tekst, knop = lijst.leegstaat
    assert "Rahel & Co" in kop
    assert "V-nummer" in tekst
    assert knop == "Nieuw dossier voor ‘Rahel && Co’"
    lijst.druk(Qt.Key.Key_Return)
    assert lijst.scherm.leeg.knop.hasFocus(), "Enter goes to the button first"
    with qtbot.waitSignal(lijst.scherm.nieuw_dossier) as signaal:
        lijst.druk(Qt.Key.Key_Return)
    assert signaal.args == ["Rahel & Co"]


def test_too_many_matches_are_told(
    store: Store, maak_dossier: Callable[..., str], dossierlijst: MakeList
) -> None:
    for n in range(52):
        maak_dossier("Ali", f"Naam{n}")
    lijst = dossierlijst().typ("ali")
    assert len(lijst.namen) == 50
    assert lijst.onderregel == "Dit zijn de eerste 50. Typ meer letters om verder te zoeken."


def test_the_list_follows_a_change_and_keeps_the_chosen_line(
    store: Store,
    mensen: dict[str, str],
    maak_dossier: Callable[..., str],
    dossierlijst: MakeList,
) -> None:
    lijst = dossierlijst()
    lijst.scherm.setFocus()
    lijst.druk(Qt.Key.Key_Down)
    lijst.druk(Qt.Key.Key_Down)
    maak_dossier("Amina", "Abdi")
    with store.work() as work:
        work.get(Dossier, mensen["suharto"]).voornamen = "Soekarno"
    assert lijst.namen[0] == "Amina Abdi"
    assert "Soekarno" in lijst.namen
    assert lijst.gekozen == "Tesfay Gebremedhin"


@pytest.mark.parametrize("gezocht", ["", "m", "zebra"])
def test_everything_in_the_list_has_a_name_and_tab_reaches_it(
    qtbot: QtBot, mensen: dict[str, str], dossierlijst: MakeList, gezocht: str
) -> None:
    lijst = dossierlijst().typ(gezocht)
    assert len(bedienbaar(lijst.scherm)) >= 4
    assert zonder_naam(lijst.scherm) == []
    assert niet_te_bereiken(qtbot, lijst.scherm, lijst.scherm.zoekveld) == []


def test_tab_goes_back_the_way_it_came(
    qtbot: QtBot, mensen: dict[str, str], dossierlijst: MakeList
) -> None:
    lijst = dossierlijst()
    heen = tabronde(qtbot, lijst.scherm.zoekveld)
    terug = tabronde(qtbot, lijst.scherm.zoekveld, terug=True)
    assert terug == [heen[0], *reversed(heen[1:])]
    assert {gesproken_naam(w) for w in heen} == {
        "Zoeken in dossiers",
        "Dossiers",
        "Toetsen",
        "Oefenen",
        "Instellingen",
        "Nieuw dossier",
    }


def test_the_rehearsal_list_holds_only_made_up_clients(
    qtbot: QtBot,
    werkplek: Werkplek,
    mensen: dict[str, str],
    toon: Callable[[Dossierscherm], None],
) -> None:
    scherm = Dossierscherm(werkplek, oefening=True)
    toon(scherm)
    lijst = Dossierlijst(qtbot, scherm)
    assert lijst.namen == ["Oefen Cliënt"]
    assert zonder_naam(scherm) == []
    assert niet_te_bereiken(qtbot, scherm, scherm.zoekveld) == []
