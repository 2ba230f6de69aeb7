"""The sheet for the interpreter is made beside the window, and says nothing of the client."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.models.intake import BredeIntake
from desktop.store.store import Store
from desktop.views import documenten as module
from desktop.views import stijl
from desktop.views.documenten import Documentpaneel
from desktop.views.werkplek import Werkplek
from tests.pagina.papieren import Papier, Papierpaneel


@pytest.fixture
def paneel(
    qtbot: QtBot, werkplek: Werkplek, maak_intake: Callable[..., str], store: Store, tmp_path: Path
) -> Papierpaneel:
    stijl.laad_letters()
    id_ = maak_intake("ti", voornamen="Salma", achternaam="Nouri")
    with store.work() as work:
        work.get(BredeIntake, id_).sla_domein_over("OP", "Geen kinderen.")
    scherm = Documentpaneel(werkplek, id_)
    qtbot.addWidget(scherm)
    scherm.resize(1024, 600)
    scherm.show()
    scherm.activateWindow()
    qtbot.waitUntil(scherm.isActiveWindow)
    return Papierpaneel(qtbot, scherm).typ_map(str(tmp_path))


def test_it_is_made_in_the_chosen_folder_and_names_nobody(paneel: Papierpaneel) -> None:
    gezien: list[object] = []
    paneel.scherm.gezien.connect(gezien.append)
    pad = paneel.maak(paneel.scherm.maak_tolkblad)
    assert pad.name == "blad-tolk-ti.pdf"
    tekst = Papier(pad.read_bytes()).tekst
    assert "WO05" in tekst
    assert "OP01" not in tekst
    for woord in ("Salma", "Nouri", paneel.scherm.nummer, "Anneke"):
        assert woord not in tekst
        assert woord not in pad.name
    assert gezien == [], "nothing about the client was looked at"


def test_the_window_is_not_kept_waiting(
    paneel: Papierpaneel, monkeypatch: pytest.MonkeyPatch
) -> None:
    echt, draden = module.maak_telefoonblad, []

    def maak(blad: object) -> bytes:
        draden.append(threading.get_ident())
        return echt(blad)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "maak_telefoonblad", maak)
    paneel.maak(paneel.scherm.maak_tolkblad)
    assert draden
    assert threading.get_ident() not in draden


def test_a_second_sheet_keeps_the_first(paneel: Papierpaneel) -> None:
    eerste = paneel.maak(paneel.scherm.maak_tolkblad)
    tweede = paneel.maak(paneel.scherm.maak_tolkblad)
    assert eerste.exists()
    assert tweede.name == "blad-tolk-ti-2.pdf"


def test_the_buttons_have_room(paneel: Papierpaneel) -> None:
    scherm = paneel.scherm
    for knop in (scherm.maak, scherm.maak_blad, scherm.maak_tolkblad):
        assert knop.width() >= knop.minimumSizeHint().width()
        assert knop.mapTo(scherm, knop.rect().topRight()).x() < 1024
