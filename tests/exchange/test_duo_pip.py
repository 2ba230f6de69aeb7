"""The message to DUO, held against DUO's own description of it."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desktop.exchange.duo_pip import pip_bericht
from desktop.models.fouten import Invoerfout
from desktop.models.pipduo import ALFABETISERING, MEESTE_UREN
from desktop.models.pipinhoud import Leerroute, Niveau, Pipinhoud
from tests.documents.plan import BSN, CONCEPT, PLAN, ZONDER_UITKERING

SCHEMA = Path(__file__).parents[3] / "shared" / "duo" / "PIP.yml"
PLANNEN = {
    "B1": PLAN,
    "A2": replace(PLAN, niveau=Niveau.A2),
    "gezin": ZONDER_UITKERING,
    "Z": replace(PLAN, leerroute=Leerroute.Z, niveau=Niveau.B1, alfabetisering="A"),
    "O": replace(PLAN, leerroute=Leerroute.ONDERWIJS, niveau=None, alfabetisering="NVT"),
    "leeg": replace(PLAN, niveau=None, alfabetisering="", intensiteit=None),
}


def _blok(naam: str) -> str:
    """One schema of PIP.yml, as text."""
    if not SCHEMA.is_file():
        pytest.skip("there is no ../shared/duo/PIP.yml beside this checkout")
    gevonden = re.search(rf"^    {naam}:\n((?:      .*\n|\s*\n)+)", SCHEMA.read_text("utf-8"), re.M)
    assert gevonden is not None
    return gevonden[1]


def _lijst(blok: str, naam: str) -> list[str]:
    gevonden = re.search(rf"^      {naam}:\n((?:      - .*\n)+)", blok, re.M)
    assert gevonden is not None
    return re.findall(r"- (\S+)", gevonden[1])


def fouten(bericht: dict[str, Any]) -> list[str]:
    """What DUO's description says against a message."""
    blok = _blok("PIP")
    velden = dict(re.findall(r"^        (\w+):\n((?:          .*\n)+)", blok, re.M))
    uit = [f"{naam} is missing" for naam in _lijst(blok, "required") if naam not in bericht]
    for naam, waarde in bericht.items():
        regels = velden.get(naam)
        if regels is None:
            uit.append(f"{naam} is not a field")
        elif verwijst := re.search(r'schemas/(\w+)"', regels):
            if waarde not in _lijst(_blok(verwijst[1]), "enum"):
                uit.append(f"{naam}: {waarde}")
        elif "type: boolean" in regels:
            uit += [] if isinstance(waarde, bool) else [f"{naam} is no boolean"]
        elif "type: integer" in regels:
            grenzen = [int(re.search(rf"{g}: (\d+)", regels)[1]) for g in ("minimum", "maximum")]  # type: ignore[index]
            goed = type(waarde) is int and grenzen[0] <= waarde <= grenzen[1]
            uit += [] if goed else [f"{naam}: {waarde}"]
        else:
            assert "format: date" in regels
            uit += [] if date.fromisoformat(waarde).isoformat() == waarde else [naam]
    return uit


@pytest.mark.parametrize("soort", PLANNEN)
def test_every_plan_is_as_duo_describes_it(soort: str) -> None:
    assert fouten(json.loads(json.dumps(pip_bericht(PLANNEN[soort])))) == []


@pytest.mark.parametrize(
    "fout",
    [
        {"leerroute": "B1"},
        {"niveau": "A1"},
        {"geschatteIntensiteitB1Route": 0},
        {"geschatteIntensiteitB1Route": "600"},
        {"indicatorMagOpleidingAfmaken": "Ja"},
        {"indicatorAlfabetiseringsonderwijs": ""},
        {"bsn": BSN},
    ],
)
def test_the_check_itself_sees_what_is_wrong(fout: dict[str, Any]) -> None:
    assert fouten({**pip_bericht(PLAN), **fout})
    assert fouten({"leerroute": "B"}) == ["dagtekeningPip is missing"]


def test_the_codes_and_limits_are_duos() -> None:
    assert list(ALFABETISERING) == _lijst(_blok("Alfabetiseringsonderwijs"), "enum")
    for woorden in ALFABETISERING.values():
        assert f"- {woorden}\n" in _blok("AlfabetiseringsonderwijsDescription")
    assert f"maximum: {MEESTE_UREN}" in _blok("PIP")


def test_all_of_it() -> None:
    assert pip_bericht(PLAN) == {
        "dagtekeningPip": "2027-01-12",
        "leerroute": "B",
        "niveau": "B1",
        "geschatteIntensiteitB1Route": 600,
        "indicatorMagOpleidingAfmaken": False,
        "indicatorAlfabetiseringsonderwijs": "AA",
    }


def test_what_duo_does_not_take_is_left_out() -> None:
    assert "geschatteIntensiteitB1Route" not in pip_bericht(PLANNEN["gezin"])
    assert not {"niveau", "geschatteIntensiteitB1Route"} & set(pip_bericht(PLANNEN["Z"]))
    assert not {"niveau", "geschatteIntensiteitB1Route"} & set(pip_bericht(PLANNEN["O"]))
    assert pip_bericht(PLANNEN["leeg"])["niveau"] == "B1", "what DUO would make of none"
    assert "indicatorAlfabetiseringsonderwijs" not in pip_bericht(PLANNEN["leeg"])


@pytest.mark.parametrize(
    ("plan", "veld"),
    [
        (CONCEPT, "data.dagtekening"),
        (replace(PLAN, leerroute=None), "leerroute"),
        (replace(PLAN, leerroute=Leerroute.ONDERWIJS, niveau=Niveau.A2), "niveau"),
        (replace(PLAN, intensiteit=0), "intensiteit"),
        (replace(PLAN, intensiteit=10_000), "intensiteit"),
        (replace(PLAN, alfabetisering="B"), "alfabetisering"),
    ],
)
def test_what_duo_would_refuse_is_refused_with_its_field(plan: Pipinhoud, veld: str) -> None:
    with pytest.raises(Invoerfout) as fout:
        pip_bericht(plan)
    assert fout.value.veld == veld
