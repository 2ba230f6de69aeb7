"""`viergesprek controle` on a laptop by itself; with a centre: tests/sync/test_controle.py."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from desktop.cli import main
from desktop.models.dossier import Medewerker
from desktop.models.vragen import Vragenlijst
from desktop.store.bestanden import SLEUTEL
from desktop.store.sleutel import TEST_PARAMETERS, Sleutelbestand
from desktop.store.store import Store

ZIN = "vier paarden in de wei"


@pytest.fixture
def map_(lijst: Vragenlijst, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a store that was written in."""
    monkeypatch.setattr(Sleutelbestand.__init__, "__defaults__", (time.time, TEST_PARAMETERS))
    monkeypatch.setenv("VIERGESPREK_WACHTZIN", ZIN)
    store = Store(tmp_path, Sleutelbestand(tmp_path / SLEUTEL).maak(ZIN), lijst)
    with store.work() as work:
        work.voeg_toe(Medewerker(naam="Anneke de Boer", gemeente="0171"))
    store.sluit()
    return tmp_path


@pytest.mark.parametrize("opdracht", ["controle", "controleer"])
def test_a_whole_journal(map_: Path, opdracht: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([opdracht, "--map", str(map_)]) == 0
    assert capsys.readouterr().out == "Het journaal klopt.\n"


def test_a_journal_that_somebody_changed(
    map_: Path, lijst: Vragenlijst, capsys: pytest.CaptureFixture[str]
) -> None:
    store = Store(map_, Sleutelbestand(map_ / SLEUTEL).open(ZIN), lijst)
    with store.neem_op() as inkomst:
        inkomst.verbinding.exec_driver_sql(
            "UPDATE wijziging SET waarde = '\"Iemand\"' WHERE veld = 'naam'"
        )
    store.sluit()
    assert main(["controle", "--map", str(map_)]) == 1
    assert capsys.readouterr().out == "1 regel klopt niet.\n"
