"""`viergesprek sync`: one round for a scheduled task, and exit codes that mean something."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from desktop.cli import main
from desktop.store import sleutelbos
from desktop.store.bestanden import SLEUTEL
from desktop.store.fouten import WachtzinOnjuist
from desktop.store.sleutel import TEST_PARAMETERS, Sleutelbestand
from desktop.store.store import Store
from desktop.sync.fouten import AlBezig, CentraleFout, GeenNetwerk, NietGekoppeld
from desktop.sync.opdracht import FOUT, GEEN_NETWERK, GOED, ronde_zonder_venster
from desktop.sync.stand import Stand, Uitkomst

WACHTZIN = "vier paarden in de wei"
ALLES = Stand(gekoppeld=True, laatste_contact=datetime(2026, 11, 25, 9, tzinfo=UTC))


class Nep:
    """Looks like `Synchronisatie`."""

    def __init__(self, uitkomst: Uitkomst, stand: Stand, fout: Exception | None) -> None:
        self._uitkomst, self._stand, self._fout = uitkomst, stand, fout
        self.store: Store | None = None

    def __call__(self, store: Store) -> Any:
        self.store = store
        return self

    def ronde(self) -> Uitkomst:
        assert self.store is not None
        assert not self.store.op_slot
        if self._fout is not None:
            raise self._fout
        return self._uitkomst

    def stand(self) -> Stand:
        return self._stand


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    Sleutelbestand(tmp_path / SLEUTEL, parameters=TEST_PARAMETERS).maak(WACHTZIN)
    return tmp_path


@pytest.fixture(autouse=True)
def _wachtzin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VIERGESPREK_WACHTZIN", WACHTZIN)


@pytest.fixture
def ronde(map_: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Runs it with this outcome; exit code, what it said, and what it complained of."""

    def doe(
        uitkomst: Uitkomst = Uitkomst(),  # noqa: B008 a frozen value
        stand: Stand = ALLES,
        fout: Exception | None = None,
    ) -> tuple[int, str, str]:
        nep = Nep(uitkomst, stand, fout)
        code = ronde_zonder_venster(map_, nep)
        if nep.store is not None:
            assert nep.store.op_slot, "the store is closed again"
        gezegd = capsys.readouterr()
        return code, gezegd.out, gezegd.err

    return doe


def test_all_confirmed_is_zero(ronde: Callable[..., tuple[int, str, str]]) -> None:
    code, gezegd, geklaagd = ronde(Uitkomst(gebracht=3, gehaald=40))
    assert code == GOED == 0
    assert gezegd.splitlines() == [
        "Verstuurd: 3. Opgehaald: 40.",
        "Alles is centraal bewaard.",
    ]
    assert geklaagd == ""


def test_no_network_is_three(ronde: Callable[..., tuple[int, str, str]]) -> None:
    code, gezegd, geklaagd = ronde(fout=GeenNetwerk())
    assert code == GEEN_NETWERK == 3
    assert geklaagd.strip() == GeenNetwerk.STANDAARD
    assert gezegd == ""


@pytest.mark.parametrize("fout", [CentraleFout(), AlBezig(), NietGekoppeld()])
def test_another_error_is_one_with_its_sentence(
    ronde: Callable[..., tuple[int, str, str]], fout: CentraleFout
) -> None:
    code, _gezegd, geklaagd = ronde(fout=fout)
    assert code == FOUT == 1
    assert geklaagd.strip() == fout.zin


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"geweigerd": 2}, "Niet aangenomen: 2."),
        ({"wachtend": 5}, "Nog niet bevestigd: 5."),
    ],
)
def test_what_is_not_in_the_centre_is_no_success(
    ronde: Callable[..., tuple[int, str, str]], anders: dict[str, int], zin: str
) -> None:
    code, gezegd, geklaagd = ronde(stand=replace(ALLES, **anders))
    assert code == FOUT
    assert geklaagd.startswith(zin)
    assert "Alles is centraal bewaard." not in gezegd


def test_a_conflict_is_told_and_is_no_error(ronde: Callable[..., tuple[int, str, str]]) -> None:
    code, gezegd, _geklaagd = ronde(stand=replace(ALLES, conflicten=2))
    assert code == GOED
    assert "Verschillen om te bekijken: 2." in gezegd


def test_what_the_round_has_to_say_is_said(ronde: Callable[..., tuple[int, str, str]]) -> None:
    _code, gezegd, _geklaagd = ronde(Uitkomst(meldingen=("De klok loopt voor.",)))
    assert "De klok loopt voor." in gezegd.splitlines()


def test_a_lost_laptop_says_that_it_is_wiped(
    ronde: Callable[..., tuple[int, str, str]],
) -> None:
    code, _gezegd, geklaagd = ronde(Uitkomst(leeggemaakt=True))
    assert code == FOUT
    assert geklaagd.strip() == "Deze laptop is als verloren gemeld. De gegevens zijn gewist."


# The key


def test_a_wrong_passphrase_opens_nothing(
    ronde: Callable[..., tuple[int, str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VIERGESPREK_WACHTZIN", "vier koeien in de wei")
    code, _gezegd, geklaagd = ronde()
    assert code == FOUT
    assert geklaagd.strip() == WachtzinOnjuist.STANDAARD


@pytest.fixture
def zonder_wachtzin(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, str]]:
    """A scheduled task: no passphrase, nobody at the keyboard, and this key store."""
    inhoud: dict[str, str] = {}
    monkeypatch.delenv("VIERGESPREK_WACHTZIN")
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    monkeypatch.setattr(sleutelbos, "bewaar", inhoud.__setitem__)
    monkeypatch.setattr(sleutelbos, "haal", inhoud.get)
    return inhoud


def test_the_key_store_of_the_system_will_do(
    ronde: Callable[..., tuple[int, str, str]], map_: Path, zonder_wachtzin: dict[str, str]
) -> None:
    bestand = Sleutelbestand(map_ / SLEUTEL)
    bestand.onthoud_in_systeem(bestand.open(WACHTZIN))
    assert ronde()[0] == GOED


def test_without_any_key_it_says_how_and_waits_for_nobody(
    ronde: Callable[..., tuple[int, str, str]], zonder_wachtzin: dict[str, str]
) -> None:
    code, _gezegd, geklaagd = ronde()
    assert code == FOUT
    assert "VIERGESPREK_WACHTZIN" in geklaagd


def test_a_folder_without_data_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sync", "--map", str(tmp_path / "leeg")]) == FOUT
    assert "staan geen gegevens" in capsys.readouterr().err


def test_a_laptop_that_is_not_coupled_says_so(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["sync", "--map", str(map_)]) == FOUT
    assert capsys.readouterr().err.strip() == NietGekoppeld.STANDAARD


def test_it_needs_no_window(map_: Path) -> None:
    programma = (
        "import sys; from desktop.cli import main; "
        f"code = main(['sync', '--map', {str(map_)!r}]); "
        "print(code, [m for m in sys.modules if m.startswith('PySide6')])"
    )
    klaar = subprocess.run(
        [sys.executable, "-c", programma], capture_output=True, text=True, timeout=60, check=False
    )
    assert klaar.stdout.strip() == "1 []", klaar.stderr
