"""Child processes: every window is measured in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

WORTEL = Path(__file__).resolve().parents[2]
SLEUTEL = bytes(range(32))
_MERK = "@meting "


class Kindfout(RuntimeError):
    """A child process ended without an answer."""


def omgeving(map_: Path) -> dict[str, str]:
    """The environment of a child: offscreen it has the two screens of the table."""
    env = dict(os.environ)
    if env.setdefault("QT_QPA_PLATFORM", "offscreen") == "offscreen":
        pad = map_ / "schermen.json"
        if not pad.exists():
            schermen = [
                {"name": n, "x": x, "y": 0, "width": 1920, "height": 1080}
                for n, x in (("klantmanager", 0), ("client", 1920))
            ]
            pad.write_text(json.dumps({"screens": schermen}), encoding="ascii")
        env["QT_QPA_PLATFORM"] = f"offscreen:configfile={pad}"
    return env


def draai(werkmap: Path, module: str, *argumenten: str | Path) -> Any:
    """Runs `tests.benchmarks.<module>` and returns what it answered."""
    opdracht = [sys.executable, "-m", f"tests.benchmarks.{module}", *map(str, argumenten)]
    gedaan = subprocess.run(
        opdracht,
        cwd=WORTEL,
        env=omgeving(werkmap),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=150,
    )
    for regel in reversed(gedaan.stdout.splitlines()):
        if regel.startswith(_MERK):
            return json.loads(regel.removeprefix(_MERK))
    einde = " | ".join(gedaan.stderr.strip().splitlines()[-3:]) or f"code {gedaan.returncode}"
    raise Kindfout(f"{module}: {einde}")


def antwoord(uitkomst: Any) -> None:
    """What the child has to say; the process ends here, without tidying up."""
    sys.stdout.write(_MERK + json.dumps(uitkomst) + "\n")
    sys.stdout.flush()
    os._exit(0)
