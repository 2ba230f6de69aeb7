"""A paper that the client signed comes with the inzage as the file that it was."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop.documents.bestand import NietBewaard
from desktop.models.inzage import Inzage
from desktop.store.store import Store
from desktop.views.inzage import papieren as werk
from desktop.views.inzage.scherm import Inzagescherm
from desktop.views.werkplek import Werkplek
from tests.pagina.papieren import Papier
from tests.store.planwerk import MERK, SCAN, mandaat, volgeschreven
from tests.views.inzage.test_inzagescherm import maak

INHOUD = b"%PDF-1.4 " + MERK.encode() * 3


@pytest.fixture
def papieren(store: Store, tmp_path: Path) -> Path:
    map_ = tmp_path / "papieren"
    map_.mkdir()
    store.onthoud("documentenmap", str(map_))
    return map_


@pytest.fixture
def scherm(
    qtbot: QtBot, werkplek: Werkplek, papieren: Path, maak_dossier: Callable[..., str]
) -> Inzagescherm:
    mandaat(werkplek.store)
    dossier_id = maak_dossier()
    volgeschreven(werkplek.store, dossier_id)
    scherm = Inzagescherm(werkplek)
    qtbot.addWidget(scherm)
    scherm.open(dossier_id)
    scherm.show()
    return scherm


def test_it_is_named_on_paper_and_on_the_screen(
    qtbot: QtBot, scherm: Inzagescherm, papieren: Path
) -> None:
    maak(qtbot, scherm.inzage)
    gemaakt = scherm.inzage.gemaakt
    assert gemaakt is not None
    assert gemaakt.papier is not None
    assert gemaakt.bestand is not None
    (scan,) = gemaakt.scans
    assert scan.read_bytes() == INHOUD
    assert scan.name == f"{gemaakt.papier.stem}-handtekening-1.pdf"
    assert {p.name for p in papieren.iterdir()} == {
        scan.name,
        gemaakt.papier.name,
        gemaakt.bestand.name,
    }
    tekst = Papier(gemaakt.papier.read_bytes()).letters
    assert f"Staatinhetbestand{scan.name}" in tekst
    # Headings of the plan, not their codes: the screen gave them along.
    assert "Afsprakenbijdeuitkering" in tekst
    assert "plicht_pw" not in tekst
    assert scan.name in scherm.inzage.klaar.text()
    assert SCAN in json.dumps(json.loads(gemaakt.bestand.read_bytes()))


def opnieuw(qtbot: QtBot, scherm: Inzagescherm) -> werk.Gemaakt:
    scherm.inzage.gemaakt = None
    maak(qtbot, scherm.inzage)
    gemaakt: werk.Gemaakt | None = scherm.inzage.gemaakt
    assert gemaakt is not None
    return gemaakt


def test_a_second_time_nothing_is_written_over(
    qtbot: QtBot, scherm: Inzagescherm, papieren: Path
) -> None:
    eerste = opnieuw(qtbot, scherm)
    tweede = opnieuw(qtbot, scherm)
    assert tweede.papier is not None
    assert len(list(papieren.iterdir())) == 6
    tekst = Papier(tweede.papier.read_bytes()).letters
    assert f"Staatinhetbestand{tweede.scans[0].name}" in tekst
    assert tweede.scans != eerste.scans


def test_half_an_inzage_leaves_nothing_behind(
    qtbot: QtBot, scherm: Inzagescherm, papieren: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def bewaar(inhoud: bytes, map_: Path, naam: str) -> Path:
        if naam.endswith(".json"):
            raise NietBewaard("Bewaren lukt niet.")
        return echt(inhoud, map_, naam)

    echt = werk.bewaar
    monkeypatch.setattr(werk, "bewaar", bewaar)
    scherm.inzage.maak.click()
    qtbot.waitUntil(lambda: bool(scherm.inzage.fout.text()), timeout=20_000)
    assert list(papieren.iterdir()) == []


def test_it_is_not_in_the_part_about_safety(
    qtbot: QtBot, scherm: Inzagescherm, papieren: Path
) -> None:
    scherm.apart.besproken.setChecked(True)
    maak(qtbot, scherm.apart)
    assert list(papieren.iterdir()) == []


def test_a_scan_that_cannot_be_read_does_not_keep_the_client_from_the_inzage(
    qtbot: QtBot, scherm: Inzagescherm, monkeypatch: pytest.MonkeyPatch
) -> None:
    gewoon = werk.lees_inzage

    def met_kapotte_scan(*wat: Any, **anders: Any) -> Inzage:
        inzage = gewoon(*wat, **anders)
        gegevens = tuple(
            replace(g, velden={**g.velden, "scan": "kapot"}) if g.velden.get("scan") else g
            for g in inzage.gegevens
        )
        return replace(inzage, gegevens=gegevens)

    monkeypatch.setattr(werk, "lees_inzage", met_kapotte_scan)
    gemaakt = opnieuw(qtbot, scherm)
    assert gemaakt.papier is not None
    assert gemaakt.scans == ()
    assert gemaakt.bestand is not None
    assert "kapot" in gemaakt.bestand.read_text()


def test_a_lock_while_it_is_made_leaves_no_file_that_nobody_wrote_down(
    qtbot: QtBot, scherm: Inzagescherm, papieren: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    klaar, mag_verder = threading.Event(), threading.Event()
    gewoon = werk.maak_papieren

    def langzaam(*wat: Any, **anders: Any) -> werk.Gemaakt:
        gemaakt = gewoon(*wat, **anders)
        klaar.set()
        assert mag_verder.wait(30)
        return gemaakt

    monkeypatch.setattr(werk, "maak_papieren", langzaam)
    store = scherm.inzage._werkplek.store
    scherm.inzage.maak.click()
    assert klaar.wait(30)
    assert list(papieren.iterdir())
    sleutel = store.sleutel
    store.sluit()
    mag_verder.set()
    qtbot.waitUntil(lambda: "op slot" in scherm.inzage.fout.text())
    assert list(papieren.iterdir()) == []
    assert not scherm.inzage.klaar.isVisible()
    store.heropen(sleutel)
