"""Nothing gets lost: a window that closes, a laptop that locks, a dossier in between."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import Toepassing
from desktop.models.clientbeeld import Beeldsoort
from desktop.models.intake import BredeIntake
from desktop.views.intake.plek import Blad
from tests.conftest import open_gesprek
from tests.pagina.dossierformulier import Formulierpagina
from tests.pagina.gesprek import Tafel
from tests.pagina.slot import WACHTZIN, Slotpagina, sleutelbestand
from tests.views.intake.conftest import Dek, Opgeslagen

ACHTERNAAM = "Habtemariam"


# A window that closes


def test_the_room_opens_anew_with_the_same_intake_at_the_same_question(
    dek: Dek, maak_intake: Callable[..., str]
) -> None:
    eerder = maak_intake()
    tafel = dek(maak_intake("en", voornamen="Selam", achternaam="Haile"))
    tafel.ga_naar("FI05")
    tafel.client.raak("Ja")
    tafel.client.klaar()
    tafel.client.raak("Familie")
    tafel.ruimte.sluit()
    tafel.ruimte.close()
    opnieuw = dek()
    assert opnieuw.scherm.gesprek.intake_id != eerder
    assert opnieuw.scherm.naam.text() == "Selam Haile"
    assert (opnieuw.blad, opnieuw.vraag) == (Blad.GESPREK, "FI05")
    assert opnieuw.client.titel_nl == "Waarvoor of aan wie moet je terugbetalen?"
    assert opnieuw.client.gekozen == ["Familie"]


def test_a_pause_is_still_a_pause_after_a_restart(tafel: Tafel, dek: Dek) -> None:
    tafel.client.stop()
    opnieuw = dek()
    assert opnieuw.client.soort is Beeldsoort.PAUZE
    assert "De cliënt wil stoppen." in opnieuw.teksten


def test_the_last_answer_can_be_taken_back_after_a_restart(
    tafel: Tafel, dek: Dek, opgeslagen: Opgeslagen
) -> None:
    tafel.client.raak("Vrienden")
    tafel.client.klaar()
    opnieuw = dek()
    opnieuw.client.neem_terug()
    assert opnieuw.vraag == "SP01"
    assert opgeslagen().antwoorden["SP01"].opties == ()


def test_by_the_dossier_one_comes_back_at_the_same_question(tafel: Tafel) -> None:
    tafel.ga_naar("AD05")
    venster = tafel.client.venster
    tafel.klik_op("← Dossier")
    assert not venster.isVisible(), "without a talk the client sees nothing"
    tafel.klik(tafel.ruimte.blad.knop_volgende)
    assert (tafel.blad, tafel.vraag) == (Blad.GESPREK, "AD05")
    assert tafel.client.venster is not venster


def test_after_leaving_the_talk_a_restart_does_not_open_it(tafel: Tafel, dek: Dek) -> None:
    tafel.klik_op("← Dossier")
    opnieuw = dek()
    assert opnieuw.ruimte.intake is None
    assert opnieuw.ruimte.ramen.client is None


def test_the_client_cannot_close_the_second_window(tafel: Tafel) -> None:
    venster = tafel.client.venster
    venster.close()
    assert venster.isVisible()
    tafel.ruimte.sluit()
    assert not venster.isVisible(), "the program itself does"


# The lock


@pytest.fixture
def programma(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[], Toepassing]]:
    """Starts the program over one folder and gives the passphrase."""
    map_ = tmp_path / "gegevens"
    map_.mkdir()
    sleutelbestand(map_).maak(WACHTZIN)
    gestart: list[Toepassing] = []

    def start() -> Toepassing:
        toepassing = Toepassing(map_)
        gestart.append(toepassing)
        qtbot.addWidget(toepassing.venster)
        toepassing.toon()
        toepassing.venster.resize(1366, 768)
        toepassing.venster.activateWindow()
        qtbot.waitUntil(toepassing.venster.isActiveWindow)
        open_slot(qtbot, toepassing)
        return toepassing

    yield start
    for toepassing in gestart:
        toepassing.venster.close()


def open_slot(qtbot: QtBot, toepassing: Toepassing) -> None:
    Slotpagina(qtbot, toepassing.venster.slot_).wachtzin(WACHTZIN).enter()
    qtbot.waitUntil(lambda: not toepassing.venster.op_slot)
    QApplication.processEvents()


def begin_gesprek(qtbot: QtBot, toepassing: Toepassing) -> Tafel:
    """Makes a dossier in the windows, and opens its talk."""
    ruimte, store = toepassing.werkruimte, toepassing.store
    assert ruimte is not None
    assert store is not None
    tafel = Tafel(qtbot, ruimte)
    tafel.klik(ruimte.lijst.knop_nieuw)
    formulier = Formulierpagina(qtbot, ruimte.formulier)
    formulier.typ("voornamen", "Selam").typ("achternaam", ACHTERNAAM).bewaar()
    tafel.klik(ruimte.blad.knop_volgende)
    open_gesprek(store, tafel.scherm.gesprek.intake_id)
    ruimte.ramen.toon_client()
    toepassing.venster.activateWindow()
    qtbot.waitUntil(toepassing.venster.isActiveWindow)
    tafel.naar(Blad.GESPREK)
    return tafel


def test_the_lock_blanks_both_windows_and_unlocking_shows_the_same_place(
    qtbot: QtBot, programma: Callable[[], Toepassing]
) -> None:
    toepassing = programma()
    tafel = begin_gesprek(qtbot, toepassing)
    tafel.ga_naar("SP03")
    tafel.client.raak(tafel.client.tegels[0])
    gekozen = tafel.client.gekozen
    tafel.schrijf(tafel.bij_vraag.veld, "Half een zin")
    tafel.paneel.richt()

    toepassing.venster.vergrendel()
    assert toepassing.venster.op_slot
    assert not tafel.ruimte.isVisible()
    assert tafel.client.soort is Beeldsoort.LEEG
    assert tafel.client.woorden == []
    assert tafel.client.knoppen == []
    foto = tafel.client.foto()
    punten = {
        foto.pixel(x, y) for x in range(0, foto.width(), 7) for y in range(0, foto.height(), 7)
    }
    assert len(punten) == 1, "one even surface"
    assert toepassing.store is not None
    assert toepassing.store.op_slot

    open_slot(qtbot, toepassing)
    assert (tafel.blad, tafel.vraag) == (Blad.GESPREK, "SP03")
    assert tafel.client.soort is Beeldsoort.VRAAG
    assert tafel.client.gekozen == gekozen
    assert tafel.bij_vraag.veld.toPlainText() == "Half een zin"
    tafel.enter()
    assert tafel.vraag == "SP04", "the keyboard is where it was"


def test_a_lock_in_the_middle_of_typing_loses_nothing(
    qtbot: QtBot, programma: Callable[[], Toepassing]
) -> None:
    toepassing = programma()
    tafel = begin_gesprek(qtbot, toepassing)
    tafel.ga_naar("RE12")
    veld = tafel.veld("Antwoord")
    tafel.schrijf(veld, "Ik wil weer naaien.")
    toepassing.venster.vergrendel()
    open_slot(qtbot, toepassing)
    assert tafel.vraag == "RE12"
    assert tafel.veld("Antwoord").toPlainText() == "Ik wil weer naaien."  # type: ignore[attr-defined]
    assert toepassing.store is not None
    with toepassing.store.lees() as sessie:
        assert sessie.query(BredeIntake).one().antwoorden["RE12"].waarde == "Ik wil weer naaien."


def test_closed_and_started_again_the_program_opens_the_same_question(
    qtbot: QtBot, programma: Callable[[], Toepassing]
) -> None:
    toepassing = programma()
    tafel = begin_gesprek(qtbot, toepassing)
    tafel.ga_naar("AD05")
    toepassing.venster.close()
    tweede = programma()
    assert tweede.werkruimte is not None
    opnieuw = Tafel(qtbot, tweede.werkruimte)
    assert (opnieuw.blad, opnieuw.vraag) == (Blad.GESPREK, "AD05")
    for venster in QApplication.topLevelWidgets():
        assert ACHTERNAAM not in venster.windowTitle()
        assert "Selam" not in venster.windowTitle()
    assert tweede.venster.windowTitle() == "Viergesprek"
    assert opnieuw.client.venster.windowTitle() == "Viergesprek"
