"""The talk on three screens, in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

HIER = Path(__file__).parent


def test_the_interpreter_gets_the_screen_that_nobody_uses(tmp_path: Path) -> None:
    scherm = {"y": 0, "width": 1366, "height": 768, "logicalDpi": 96, "logicalBaseDpi": 96}
    schermen = [
        {**scherm, "name": naam, "x": n * 1366, "dpr": 1}
        for n, naam in enumerate(("klantmanager", "client", "tolk"))
    ]
    bestand = tmp_path / "schermen.json"
    bestand.write_text(json.dumps({"synchronousWindowSystemEvents": False, "screens": schermen}))
    opdracht = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    uit = subprocess.run(
        [*opdracht, f"--basetemp={tmp_path / 'kind'}", str(HIER / "drieschermen.py")],
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={bestand}"},
        cwd=HIER.parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert uit.returncode == 0, uit.stdout + uit.stderr
    assert "2 passed" in uit.stdout
