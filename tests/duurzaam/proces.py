"""A Viergesprek in a process of its own, that can be killed at any moment."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

WORTEL = Path(__file__).absolute().parents[2]
SLEUTEL = bytes(range(32))

Regel = dict[str, Any]


@dataclass(frozen=True)
class Verloop:
    """All that the process said before it was killed."""

    regels: tuple[Regel, ...]

    def __post_init__(self) -> None:
        fouten = [regel["fout"] for regel in self.regels if regel["soort"] == "fout"]
        assert not fouten, f"the hands got stuck: {fouten}"

    @property
    def gedaan(self) -> dict[str, Any]:
        """What has to be on disk after the last gesture that was done."""
        return next(r["staat"] for r in reversed(self.regels) if r["soort"] in ("start", "klaar"))

    @property
    def bezig(self) -> Regel | None:
        """The gesture in progress, if there was one."""
        laatste = self.regels[-1]
        return laatste if laatste["soort"] == "begin" else None

    @property
    def straks(self) -> dict[str, Any]:
        """What would have been on disk after the gesture in progress."""
        return self.bezig["staat"] if self.bezig else self.gedaan

    @property
    def wat(self) -> str:
        """For the message of a failing test."""
        gebaren = [r for r in self.regels if r["soort"] == "begin"]
        return f"after {len(gebaren)} gestures, in progress: {self.bezig and self.bezig['wat']}"


def nooit(_regel: Regel) -> bool:
    """Killed only when it stands still."""
    return False


def draai(
    map_: Path, opdracht: str, *argumenten: str, dood: Callable[[Regel], bool] = nooit
) -> Verloop:
    """Starts the child and reads along; kills it at the first line for which `dood` is true.

    The child does not wait for us, so the kill comes in the middle of what follows that
    line. What it could say before its death is read to the end. A child that has nothing
    left to do waits, and is killed then.
    """
    stderr = map_.parent / f"{map_.name}.stderr"
    with (
        stderr.open("wb") as klachten,
        subprocess.Popen(
            [sys.executable, "-m", "tests.duurzaam.kind", opdracht, str(map_), *argumenten],
            cwd=WORTEL,
            env=_omgeving(map_.parent),
            stdout=subprocess.PIPE,
            stderr=klachten,
        ) as kind,
    ):
        assert kind.stdout is not None
        regels: list[Regel] = []
        for ruw in kind.stdout:
            if not ruw.endswith(b"\n"):
                break  # the kill came while this was said
            regel = json.loads(ruw)
            regels.append(regel)
            if regel["soort"] in ("fout", "eind") or dood(regel):
                kind.kill()
        code = kind.wait()
    klacht = stderr.read_text(encoding="utf-8", errors="replace")[-2000:]
    assert regels, f"the child said nothing (code {code}): {klacht}"
    verloop = Verloop(tuple(r for r in regels if r["soort"] != "eind"))
    # SIGKILL and nothing else: a child that ended by itself proves nothing.
    assert code == (-9 if os.name == "posix" else 1), f"code {code}: {klacht}"
    return verloop


def _omgeving(map_: Path) -> dict[str, str]:
    """Offscreen, with the two screens of the table."""
    pad = map_ / "schermen.json"
    schermen = [
        {"name": naam, "x": x, "y": 0, "width": 1366, "height": 768}
        for naam, x in (("klantmanager", 0), ("client", 1366))
    ]
    pad.write_text(json.dumps({"screens": schermen}), encoding="ascii")
    return {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={pad}"}
