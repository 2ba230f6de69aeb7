"""What DUO's published PIP.yml says of a plan: enough of YAML to read one schema, no library.

The file lies beside the project (`../shared/duo`); where it does not, the test is skipped.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

PIP_YML = Path(__file__).resolve().parents[3] / "shared" / "duo" / "PIP.yml"


def _blok(regels: list[str], naam: str, inspringing: int) -> list[str]:
    """The lines below a key."""
    begin = regels.index(" " * inspringing + f"{naam}:") + 1
    uit = []
    for regel in regels[begin:]:
        diepte = len(regel) - len(regel.lstrip())
        if regel.strip() and diepte <= inspringing and not regel.lstrip().startswith("- "):
            break
        uit.append(regel)
    return uit


def _lijst(regels: list[str], naam: str, inspringing: int) -> list[str]:
    uit = []
    for regel in _blok(regels, naam, inspringing):
        if not regel.lstrip().startswith("- "):
            break
        uit.append(regel.strip()[2:])
    return uit


class Duospec:
    """The schema `PIP` of DUO's API."""

    def __init__(self) -> None:
        if not PIP_YML.exists():
            pytest.skip("DUO's PIP.yml is not here")
        regels = PIP_YML.read_text(encoding="utf-8").splitlines()
        schemas = _blok(regels, "schemas", 2)
        self.codes = {
            naam: _lijst(_blok(schemas, naam, 4), "enum", 6)
            for naam in ("Leerroute", "NiveauPip", "Alfabetiseringsonderwijs")
        }
        pip = _blok(schemas, "PIP", 4)
        self.verplicht = _lijst(pip, "required", 6)
        self.velden: dict[str, dict[str, str]] = {}
        for regel in _blok(pip, "properties", 6):
            if gevonden := re.fullmatch(r" {8}(\w+):", regel):
                veld = self.velden.setdefault(gevonden[1], {})
            elif gevonden := re.fullmatch(r' {10}(\$?\w+): "?([^"]+)"?', regel):
                veld[gevonden[1]] = gevonden[2]

    def fouten(self, bericht: dict[str, Any]) -> list[str]:
        """Why DUO would refuse the message."""
        uit = [f"{naam} ontbreekt" for naam in self.verplicht if naam not in bericht]
        for naam, waarde in bericht.items():
            veld = self.velden.get(naam)
            if veld is None or not self._goed(veld, waarde):
                uit.append(f"{naam}: {waarde!r}")
        return uit

    def _goed(self, veld: dict[str, str], waarde: Any) -> bool:
        if verwijzing := veld.get("$ref"):
            return waarde in self.codes[verwijzing.rpartition("/")[2]]
        match veld["type"]:
            case "boolean":
                return isinstance(waarde, bool)
            case "integer":
                return type(waarde) is int and int(veld["minimum"]) <= waarde <= int(
                    veld["maximum"]
                )
            case "string":
                return veld.get("format") != "date" or bool(date.fromisoformat(waarde))
        raise AssertionError(veld)
