"""The talk on two screens, in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

HIER = Path(__file__).parent


def test_the_talk_works_on_two_screens(tmp_path: Path) -> None:
    scherm = {"y": 0, "width": 1366, "height": 768, "logicalDpi": 96, "logicalBaseDpi": 96}
    schermen = [
        {**scherm, "name": naam, "x": n * 1366, "dpr": 1}
        for n, naam in enumerate(("klantmanager", "client"))
    ]
    bestand = tmp_path / "schermen.json"
    bestand.write_text(json.dumps({"synchronousWindowSystemEvents": False, "screens": schermen}))
    opdracht = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    uit = subprocess.run(
        [*opdracht, f"--basetemp={tmp_path / 'kind'}", str(HIER / "tweeschermen.py")],
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={bestand}"},
        cwd=HIER.parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert uit.returncode == 0, uit.stdout + uit.stderr
    assert "4 passed" in uit.stdout
