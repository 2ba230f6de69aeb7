"""What the key file says, and how that stands in JSON.

    formaat, id   version of this layout; random name of the file
    wachtzin      the data key under AES-256-GCM with the Argon2id key, and its parameters
    systeem       the same data key under a random key that lies in the system's key store
    controle      digest of the four above, tells damage from a wrong passphrase
    pogingen      how many wrong passphrases in a row, and when the last

It holds nothing that opens the database by itself.
"""

from __future__ import annotations

import base64
import hashlib
import json
import math
from dataclasses import dataclass, replace
from typing import Any

from desktop.store.fouten import BestandTeNieuw, SleutelbestandBeschadigd

FORMAAT = 1
SLEUTEL_BYTES = 32
ZOUT_BYTES = 16
NONCE_BYTES = 12
ID_BYTES = 16
_GEPAKT_BYTES = SLEUTEL_BYTES + 16  # with the tag of GCM


@dataclass(frozen=True, slots=True)
class Argon2Parameters:
    """Cost of Argon2id: passes, memory in KiB, lanes, version of the algorithm."""

    time_cost: int
    memory_cost: int
    parallelism: int
    version: int = 19

    def minstens(self, ander: Argon2Parameters) -> Argon2Parameters:
        """These, raised where the other asks for more; the same object when nothing is raised."""
        if self.time_cost >= ander.time_cost and self.memory_cost >= ander.memory_cost:
            return self
        return replace(
            ander,
            time_cost=max(self.time_cost, ander.time_cost),
            memory_cost=max(self.memory_cost, ander.memory_cost),
        )

    def redelijk(self) -> bool:
        """Within what a laptop can do: a damaged number must not eat all memory."""
        return (
            1 <= self.time_cost <= 100
            and 1 <= self.parallelism <= 64
            and 8 * self.parallelism <= self.memory_cost <= 2 * 1024 * 1024
            and self.version == 19
        )


@dataclass(frozen=True, slots=True, repr=False)
class Pakket:
    """The data key, wrapped."""

    nonce: bytes
    gepakt: bytes


@dataclass(frozen=True, slots=True)
class Pogingen:
    """Wrong passphrases in a row, and when the last one was (seconds since 1970)."""

    mislukt: int = 0
    laatste: float = 0.0


@dataclass(frozen=True, slots=True, repr=False)
class Inhoud:
    """What the file says."""

    id: str
    parameters: Argon2Parameters
    zout: bytes
    wachtzin: Pakket
    systeem: Pakket | None = None
    pogingen: Pogingen = Pogingen()


def naar_json(inhoud: Inhoud) -> bytes:
    p = inhoud.parameters
    kern: dict[str, Any] = {
        "formaat": FORMAAT,
        "id": inhoud.id,
        "wachtzin": {
            "kdf": "argon2id",
            "time_cost": p.time_cost,
            "memory_cost": p.memory_cost,
            "parallelism": p.parallelism,
            "version": p.version,
            "zout": b64(inhoud.zout),
            **_pakket_naar_json(inhoud.wachtzin),
        },
        "systeem": _pakket_naar_json(inhoud.systeem) if inhoud.systeem else None,
    }
    pogingen = {"mislukt": inhoud.pogingen.mislukt, "laatste": inhoud.pogingen.laatste}
    return json.dumps(
        {**kern, "controle": _controle(kern), "pogingen": pogingen}, indent=1
    ).encode()


def uit_json(ruw: bytes) -> Inhoud:
    """Raises SleutelbestandBeschadigd unless the file is whole; BestandTeNieuw for a later one."""
    try:
        alles = json.loads(ruw)
        formaat = _getal(alles["formaat"])
        if formaat > FORMAAT:
            raise BestandTeNieuw
        kern = {naam: alles[naam] for naam in ("formaat", "id", "wachtzin", "systeem")}
        if formaat != FORMAAT or alles["controle"] != _controle(kern):
            raise SleutelbestandBeschadigd
        deel, systeem = kern["wachtzin"], kern["systeem"]
        parameters = Argon2Parameters(
            *(_getal(deel[n]) for n in ("time_cost", "memory_cost", "parallelism", "version"))
        )
        if deel["kdf"] != "argon2id" or not parameters.redelijk():
            raise SleutelbestandBeschadigd
        return Inhoud(
            id=_bestandsid(kern["id"]),
            parameters=parameters,
            zout=_bytes(deel["zout"], ZOUT_BYTES),
            wachtzin=_pakket_uit_json(deel),
            systeem=None if systeem is None else _pakket_uit_json(systeem),
            pogingen=_pogingen_uit_json(alles.get("pogingen")),
        )
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise SleutelbestandBeschadigd from None


def _pogingen_uit_json(deel: Any) -> Pogingen:
    """The count is a courtesy to whoever guesses: a damaged one harms nobody, so it is nought."""
    try:
        mislukt, laatste = _getal(deel["mislukt"]), float(deel["laatste"])
    except (ValueError, TypeError, KeyError, OverflowError):
        return Pogingen()
    return Pogingen(mislukt, laatste) if mislukt >= 0 and math.isfinite(laatste) else Pogingen()


def _pakket_naar_json(pakket: Pakket) -> dict[str, str]:
    return {"nonce": b64(pakket.nonce), "sleutel": b64(pakket.gepakt)}


def _pakket_uit_json(deel: Any) -> Pakket:
    return Pakket(_bytes(deel["nonce"], NONCE_BYTES), _bytes(deel["sleutel"], _GEPAKT_BYTES))


def _controle(kern: dict[str, Any]) -> str:
    """Digest against damage. It proves nothing about who wrote the file: GCM does that."""
    return hashlib.sha256(json.dumps(kern, sort_keys=True).encode()).hexdigest()


def _getal(waarde: Any) -> int:
    if type(waarde) is not int:
        raise TypeError
    return waarde


def _bestandsid(waarde: Any) -> str:
    if len(ruw := bytes.fromhex(waarde)) != ID_BYTES:
        raise ValueError
    return ruw.hex()


def _bytes(waarde: Any, aantal: int) -> bytes:
    ruw = base64.b64decode(waarde, validate=True)
    if len(ruw) != aantal:
        raise ValueError
    return ruw


def b64(ruw: bytes) -> str:
    return base64.b64encode(ruw).decode("ascii")
