"""What later parts bring syncs, merges, is audited, erased and read without a change in the sync.

`nieuwe_klasse.py` is tomorrow's program; this is today's, which never hears of its class.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import desktop
from tests.sync.conftest import Centrum
from tests.sync.laptop import Laptop
from tests.sync.waarborgen import Inzicht, alles_klopt, tot_rust

Samen = Callable[..., list[Laptop]]


def draai(dag: str, waar: Path) -> None:
    """One day with the new program, in its own process."""
    klaar = subprocess.run(
        [sys.executable, "-m", "tests.sync.nieuwe_klasse", dag, str(waar)],
        cwd=Path(desktop.__file__).parent.parent,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
    )
    assert klaar.returncode == 0, klaar.stderr[-3000:]


def test_a_class_that_a_later_part_brings(
    samen: Samen, centrum: Centrum, inzicht: Inzicht, tmp_path: Path
) -> None:
    anneke, bram, carla, partner = samen("anneke", "bram", "carla", "werk")
    dossier = anneke.maak_dossier(adres="Emmeloord")
    for naam in ("bram", "werk"):
        anneke.deel(dossier, naam)
    allen = [anneke, bram, carla, partner]
    tot_rust(allen)
    waar = tmp_path / "waar.json"
    waar.write_text(
        json.dumps(
            {
                "host": centrum.postgres.host,
                "poort": centrum.postgres.poort,
                "uri": centrum.uri,
                "socket": centrum.postgres.socket_uri(centrum.database),
                "database": centrum.database,
                "mensen": centrum.mensen,
                "mappen": {laptop.naam: str(laptop.map) for laptop in allen},
                "dossier": dossier,
            }
        )
    )
    anneke.sluit()
    draai("begin", waar)
    tot_rust([bram, carla])
    van_morgen = {r[5] for r in bram.journaal().values() if r[3] == "leerpad"}
    assert van_morgen >= {"titel", "uren", "begint", "vakken:taal", "vakken:kns"}
    bram.wijzig(dossier, telefoon="0527")
    tot_rust([bram, carla])
    alles_klopt([bram, carla], inzicht)
    for laptop in (bram, carla, partner):
        laptop.sluit()
    draai("later", waar)
