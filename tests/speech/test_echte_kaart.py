"""Qt's own devices, over a PulseAudio of the test's own with two cards that make no noise.

Only where `pulseaudio` is installed: it is the one way to see QtMultimedia itself at work
without hardware.
"""

from __future__ import annotations

import array
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

from desktop.speech.espeak import Espeak
from desktop.speech.klank import Klank

pytestmark = pytest.mark.skipif(
    not all(shutil.which(p) for p in ("pulseaudio", "pactl", "parec")), reason="no pulseaudio"
)
WORTEL = Path(__file__).resolve().parents[2]
LANG = "Dit is een lange zin die nog wel even doorgaat, zodat er tijd genoeg is."


class Server:
    """A sound server in a folder, with the cards `een` and `twee`."""

    def __init__(self, map_: Path) -> None:
        self._stop: list[subprocess.Popen[str]] = []
        plek = map_ / "pulse"
        self.env = {
            **os.environ,
            "HOME": str(map_),
            "XDG_RUNTIME_DIR": str(map_),
            "PULSE_RUNTIME_PATH": str(map_),
            "QT_QPA_PLATFORM": "offscreen",
        }
        modules = [
            f"module-native-protocol-unix socket={plek} auth-anonymous=1",
            "module-null-sink sink_name=een",
            "module-null-sink sink_name=twee",
        ]
        opties = ["-n", "--daemonize=no", "--exit-idle-time=-1", *(f"--load={m}" for m in modules)]
        self._begin("pulseaudio", *opties)
        self.env["PULSE_SERVER"] = f"unix:{plek}"
        for _ in range(100):
            if plek.exists() and not subprocess.call(
                ["pactl", "info"], env=self.env, stdout=subprocess.DEVNULL
            ):
                return
            time.sleep(0.05)
        pytest.fail("pulseaudio does not start")

    def _begin(
        self, *opdracht: str, uit: IO[bytes] | int = subprocess.PIPE
    ) -> subprocess.Popen[str]:
        proces = subprocess.Popen(
            opdracht, cwd=WORTEL, env=self.env, stdout=uit, stderr=subprocess.DEVNULL, text=True
        )
        self._stop.append(proces)
        return proces

    def spreek(self, *argumenten: str) -> subprocess.Popen[str]:
        return self._begin(sys.executable, "-m", "tests.speech.kaartkind", *argumenten)

    def luister(self, kaart: str, bestand: Path) -> None:
        with bestand.open("wb") as uit:
            self._begin(
                "parec", f"--device={kaart}.monitor", "--rate=22050", "--channels=1",
                "--format=s16ne", "--raw", "--latency-msec=20", uit=uit,
            )  # fmt: skip
        # A card without a listener takes seconds ahead; from now on it does not.
        for _ in range(400):
            if bestand.stat().st_size:
                break
            time.sleep(0.05)
        else:
            pytest.fail(f"nothing comes from {kaart}")
        time.sleep(2.5)

    def laad(self, *module: str) -> None:
        subprocess.run(["pactl", "load-module", *module], env=self.env, check=True)

    def trek_uit(self, kaart: str) -> None:
        regels = subprocess.run(
            ["pactl", "list", "short", "modules"],
            env=self.env, check=True, capture_output=True, text=True,
        ).stdout  # fmt: skip
        nummer = next(r.split()[0] for r in regels.splitlines() if f"sink_name={kaart}" in r)
        subprocess.run(["pactl", "unload-module", nummer], env=self.env, check=True)

    def sluit(self) -> None:
        for proces in reversed(self._stop):
            proces.terminate()
            proces.wait(10)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    server = Server(tmp_path)
    yield server
    server.sluit()


def regels(proces: subprocess.Popen[str]) -> list[dict[str, object]]:
    assert proces.stdout is not None
    return [json.loads(r) for r in proces.stdout if r.startswith("{")]


def wacht_tot_het_spreekt(proces: subprocess.Popen[str]) -> None:
    """Reads on to the first word; a child that ended says none any more."""
    assert proces.stdout is not None
    for regel in proces.stdout:
        if "spreekt" in regel:
            return
    pytest.fail(f"the speaking process ended: {proces.wait(10)}")


def gehoord(bestand: Path) -> Klank:
    """What a card was given, without the silence around it."""
    rauw = bestand.read_bytes()
    return Klank(array.array("h", rauw[: len(rauw) // 2 * 2]).tobytes(), 22050).bijgesneden()


def test_all_that_is_said_comes_out_of_the_chosen_card(server: Server, tmp_path: Path) -> None:
    server.luister("een", tmp_path / "een")
    server.luister("twee", tmp_path / "twee")
    uit = regels(server.spreek("twee", "0", LANG, "Goed."))
    time.sleep(0.5)
    assert uit[0] == {"apparaten": ["een", "twee"]}
    assert [r.get("spreekt") for r in uit[1:]] == [LANG, "Goed.", ""]
    verwacht = sum(Espeak.spreek("nl", t).bijgesneden().duur_ms for t in (LANG, "Goed."))
    klank = gehoord(tmp_path / "twee")
    # Never less than was said, for the end is not cut off; and not the first one twice.
    assert verwacht - 400 < klank.duur_ms < 2 * verwacht
    assert klank.niveau > 0.02
    assert gehoord(tmp_path / "een").aantal == 0


def test_stop_silences_the_card(server: Server, tmp_path: Path) -> None:
    server.luister("een", tmp_path / "een")
    regels(server.spreek("een", "900", LANG))
    time.sleep(0.5)
    assert 0 < gehoord(tmp_path / "een").duur_ms < Espeak.spreek("nl", LANG).bijgesneden().duur_ms


def test_a_card_that_is_pulled_out_hands_over_to_the_other(server: Server, tmp_path: Path) -> None:
    server.luister("een", tmp_path / "een")
    proces = server.spreek("twee", "0", LANG, "Goed.")
    wacht_tot_het_spreekt(proces)
    time.sleep(0.4)
    server.trek_uit("twee")
    uit = regels(proces)
    time.sleep(0.5)
    # PulseAudio itself moves what sounds; Qt may see that at once, or at the next sentence.
    assert [r["spreekt"] for r in uit if "spreekt" in r] == ["Goed.", ""]
    (zin,) = [str(r["zin"]) for r in uit if "zin" in r]
    assert "een andere" in zin
    # However much of the long sentence was still to come: what came last is heard whole.
    assert (
        gehoord(tmp_path / "een").duur_ms > Espeak.spreek("nl", "Goed.").bijgesneden().duur_ms / 2
    )


def test_the_only_card_that_is_pulled_out_ends_in_silence(server: Server) -> None:
    server.trek_uit("een")
    proces = server.spreek("", "0", LANG, "Goed.")
    wacht_tot_het_spreekt(proces)
    time.sleep(0.4)
    server.trek_uit("twee")
    uit = regels(proces)
    assert proces.wait(10) == 0
    assert "Sluit hem aan" in str(uit[0]["zin"])
    assert [r.get("spreekt") for r in uit[1:]] == ["Goed.", ""]


def test_a_real_microphone_is_recorded(server: Server) -> None:
    server.laad("module-sine-source", "source_name=mic", "frequency=440")
    (opname,) = [r for r in regels(server.spreek("", "4500")) if "duur" in r]
    assert float(str(opname["niveau"])) > 0.1
    assert float(str(opname["duur"])) > 20
