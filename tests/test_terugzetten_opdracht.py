"""`viergesprek terugzetten KOPIE`: what it says, and what it does."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from desktop.cli import main
from desktop.models.vragen import Vragenlijst
from desktop.store.bestanden import OPZIJ, SLEUTEL
from desktop.store.sleutel import TEST_PARAMETERS, Sleutelbestand
from desktop.store.store import Store
from desktop.sync.opdracht import ronde_zonder_venster
from desktop.sync.stand import Stand, Uitkomst

ZIN = "vier paarden in de wei"


@pytest.fixture
def map_(store: Store, lijst: Vragenlijst, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a key file of its own, a dossier, a copy, and a later dossier."""
    store.sluit()
    monkeypatch.setattr(Sleutelbestand.__init__, "__defaults__", (time.time, TEST_PARAMETERS))
    map_ = tmp_path / "laptop"
    sleutel = Sleutelbestand(map_ / SLEUTEL).maak(ZIN)
    eigen = Store(map_, sleutel, lijst)
    eigen.reservekopie()
    eigen.onthoud("later", "ja")
    eigen.sluit()
    return map_


def later(map_: Path, lijst: Vragenlijst) -> str | None:
    store = Store(map_, Sleutelbestand(map_ / SLEUTEL).open(ZIN), lijst)
    try:
        return store.lokaal("later")
    finally:
        store.sluit()


def test_a_copy_is_put_back_under_the_same_key_file(
    map_: Path,
    lijst: Vragenlijst,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (kopie,) = (map_ / "reservekopieen").iterdir()
    sleutel = (map_ / SLEUTEL).read_bytes()
    monkeypatch.setenv("VIERGESPREK_WACHTZIN", ZIN)
    assert main(["terugzetten", str(kopie), "--map", str(map_)]) == 0
    (opzij,) = (map_ / OPZIJ).iterdir()
    assert str(opzij) in capsys.readouterr().out
    assert later(map_, lijst) is None
    assert (map_ / SLEUTEL).read_bytes() == sleutel


@pytest.mark.parametrize(
    ("wachtzin", "wat", "zin"),
    [
        ("een heel andere zin", "kopie", "wachtzin past niet"),
        (ZIN, "weg.db", "geen kopie van Viergesprek"),
        (ZIN, SLEUTEL, "gaat niet open"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_changes(
    map_: Path,
    lijst: Vragenlijst,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    wachtzin: str,
    wat: str,
    zin: str,
) -> None:
    kopie = next((map_ / "reservekopieen").iterdir()) if wat == "kopie" else map_ / wat
    monkeypatch.setenv("VIERGESPREK_WACHTZIN", wachtzin)
    assert main(["terugzetten", str(kopie), "--map", str(map_)]) == 1
    assert zin in capsys.readouterr().err
    assert not (map_ / OPZIJ).exists()
    monkeypatch.setattr(Sleutelbestand, "_eis_geduld", lambda *_: None)
    assert later(map_, lijst) == "ja"


class _Rustig:
    """A centre with nothing new."""

    def ronde(self) -> Uitkomst:
        return Uitkomst()

    def stand(self) -> Stand:
        return Stand(gekoppeld=True)


def test_the_first_sync_of_the_day_makes_the_copy_of_the_day(
    map_: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VIERGESPREK_WACHTZIN", ZIN)

    def van_vandaag() -> list[Path]:
        return list((map_ / "reservekopieen").glob("viergesprek-dag-*.db"))

    assert van_vandaag() == []
    for _keer in range(2):
        ronde_zonder_venster(map_, lambda _store: _Rustig())  # type: ignore[arg-type, return-value]
        assert len(van_vandaag()) == 1
