"""A file on a stick, for an azc without a network: what this laptop has not brought yet.

The file is encrypted (AES-256-GCM) under a passphrase that two colleagues agree
on (Argon2id), and holds the unconfirmed rows with a seal of their own laptop
each. Whoever reads it in sees at once what they may see, and carries the rest
to the centre, which checks the seals. Read twice is read once.

Layout: the line MAGIE, then JSON with salt, cost and nonce, a newline, and the
encrypted, compressed rows.
"""

from __future__ import annotations

import base64
import json
import secrets
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.models.basis import Stroomklasse
from desktop.store import uitwisseling
from desktop.store.fouten import ViergesprekFout, WachtzinTeKort
from desktop.store.heel import schrijf_heel
from desktop.store.inkomend import APPARAAT, HASH, SCHEMA, VELDEN, VOLGNUMMER, Rij, neem_op
from desktop.store.keten import klopt
from desktop.store.sleutel import STANDAARD, Argon2Parameters
from desktop.store.store import Store
from desktop.store.wachtzin import genormaliseerd, lang_genoeg
from desktop.sync import aanmelding
from desktop.sync.regels import zegel

MAGIE = b"viergesprek-transport-1\n"
UITGANG = ".vgtransport"
_ALLES = 1_000_000_000
_HOOGSTENS_BYTES = 256 * 1024 * 1024


class TransportOnleesbaar(ViergesprekFout):
    """The file is damaged, or it is not a transport file."""

    STANDAARD = (
        "Dit is geen transportbestand van Viergesprek, of het is beschadigd. Er is niets "
        "ingelezen. Vraag je collega om het bestand opnieuw te maken."
    )


class TransportWachtzinOnjuist(ViergesprekFout):
    """The passphrase does not fit the file."""

    STANDAARD = (
        "Deze wachtzin past niet bij het bestand. Vraag je collega welke wachtzin jullie hebben "
        "afgesproken en typ haar opnieuw."
    )


class NietsMeeTeNemen(ViergesprekFout):
    """Everything is confirmed by the centre already."""

    STANDAARD = "Alles van deze laptop is al in de centrale opslag. Een bestand is niet nodig."


@dataclass(frozen=True)
class Ingelezen:
    """What a file brought: rows that were new here, and rows to carry to the centre."""

    nieuw: int
    meegenomen: int


def schrijf_bestand(
    store: Store, pad: Path, wachtzin: str, *, parameters: Argon2Parameters = STANDAARD
) -> int:
    """Writes all unconfirmed changes to `pad`; returns how many. The file is whole or absent.

    Raises WachtzinTeKort, NietsMeeTeNemen, or what writing a file raises.
    """
    if not lang_genoeg(wachtzin):
        raise WachtzinTeKort
    with store.lees() as sessie:
        verbinding = sessie.connection()
        ik = uitwisseling.ik(verbinding)
        rijen = uitwisseling.te_brengen(verbinding, ik.bevestigd, _ALLES)
    if not rijen:
        raise NietsMeeTeNemen
    geheim = bytes.fromhex(ik.geheim)
    inhoud = json.dumps(
        {"velden": VELDEN, "rijen": [[*rij, zegel(geheim, rij)] for rij in rijen]},
        ensure_ascii=False,
    )
    zout, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    kop = {
        "zout": base64.b64encode(zout).decode(),
        "nonce": base64.b64encode(nonce).decode(),
        "tijd": parameters.time_cost,
        "geheugen": parameters.memory_cost,
        "draden": parameters.parallelism,
    }
    begin = MAGIE + json.dumps(kop, sort_keys=True).encode() + b"\n"
    sleutel = _leid_af(wachtzin, zout, parameters)
    schrijf_heel(pad, begin + _versleutel(sleutel, nonce, zlib.compress(inhoud.encode()), begin))
    return len(rijen)


def lees_bestand(store: Store, pad: Path, wachtzin: str) -> Ingelezen:
    """Takes in a colleague's file. Raises TransportOnleesbaar or TransportWachtzinOnjuist.

    Rows that this user may see are here at once; all of them wait to be brought.
    """
    rijen = [(tuple(rij[:-1]), str(rij[-1])) for rij in _lees(pad, wachtzin)]
    with store.lees() as sessie:
        eigen = uitwisseling.ik(sessie.connection()).id
    rijen = [(rij, merk) for rij, merk in rijen if rij[APPARAAT] != eigen]
    zichtbaar = _zichtbaar(store, [rij for rij, _zegel in rijen])
    with store.neem_op() as inkomst:
        opgenomen = neem_op(inkomst.verbinding, zichtbaar)
        inkomst.raak(opgenomen.geraakt)
        if zichtbaar:
            uitwisseling.zie(inkomst.verbinding, {uitwisseling.stroom_van(r) for r in zichtbaar})
        if rijen:
            inkomst.verbinding.exec_driver_sql(
                "INSERT OR REPLACE INTO meegenomen (apparaat, volgnummer, rij, zegel) "
                "VALUES (?, ?, ?, ?)",
                [
                    (rij[APPARAAT], rij[VOLGNUMMER], json.dumps(rij, ensure_ascii=False), merk)
                    for rij, merk in rijen
                ],
            )
        inkomst.raak({"uitwisseling": {"meegenomen"}})
    return Ingelezen(opgenomen.nieuw, len(rijen))


def _zichtbaar(store: Store, rijen: Sequence[Rij]) -> list[Rij]:
    """The rows that the user may see here: the class by role, the dossier by what is here."""
    lezen = {(r.gemeente, klasse) for r in aanmelding.rechten(store) for klasse in r.lezen}
    bekend = {klasse.value for klasse in Stroomklasse}
    with store.lees() as sessie:
        hier = {stroom[1] for stroom in uitwisseling.plekken(sessie.connection())}
    uit = []
    for rij in rijen:
        if not klopt(dict(zip(VELDEN, rij, strict=True))):
            continue
        gemeente, dossier, klasse = uitwisseling.stroom_van(rij)
        if klasse in bekend and (gemeente, Stroomklasse(klasse)) in lezen and dossier in hier:
            uit.append(rij)
    return uit


def _lees(pad: Path, wachtzin: str) -> list[list[Any]]:
    from cryptography.exceptions import InvalidTag

    try:
        if pad.stat().st_size > _HOOGSTENS_BYTES:
            raise TransportOnleesbaar
        ruw = pad.read_bytes()
        if not ruw.startswith(MAGIE):
            raise TransportOnleesbaar
        einde = ruw.index(b"\n", len(MAGIE)) + 1
        kop = json.loads(ruw[len(MAGIE) : einde])
        parameters = Argon2Parameters(
            time_cost=int(kop["tijd"]),
            memory_cost=int(kop["geheugen"]),
            parallelism=int(kop["draden"]),
        )
        if parameters.memory_cost > 4 * STANDAARD.memory_cost or parameters.time_cost > 100:
            raise TransportOnleesbaar
        sleutel = _leid_af(wachtzin, base64.b64decode(kop["zout"]), parameters)
        gepakt = _ontsleutel(sleutel, base64.b64decode(kop["nonce"]), ruw[einde:], ruw[:einde])
        rijen = json.loads(zlib.decompress(gepakt))["rijen"]
    except InvalidTag:
        raise TransportWachtzinOnjuist from None
    except (OSError, ValueError, KeyError, TypeError, zlib.error) as fout:
        raise TransportOnleesbaar from fout
    return [rij for rij in rijen if _heel(rij)]


def _heel(rij: object) -> bool:
    return (
        isinstance(rij, list)
        and len(rij) == len(VELDEN) + 1
        and isinstance(rij[VOLGNUMMER], int)
        and isinstance(rij[SCHEMA], int)
        and isinstance(rij[HASH], str)
    )


def _leid_af(wachtzin: str, zout: bytes, parameters: Argon2Parameters) -> bytes:
    from argon2.low_level import Type, hash_secret_raw

    return hash_secret_raw(
        genormaliseerd(wachtzin).encode("utf-8", "surrogatepass"),
        zout,
        time_cost=parameters.time_cost,
        memory_cost=parameters.memory_cost,
        parallelism=parameters.parallelism,
        hash_len=32,
        type=Type.ID,
    )


def _versleutel(sleutel: bytes, nonce: bytes, inhoud: bytes, erbij: bytes) -> bytes:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    return AESGCM(sleutel).encrypt(nonce, inhoud, erbij)


def _ontsleutel(sleutel: bytes, nonce: bytes, inhoud: bytes, erbij: bytes) -> bytes:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    return AESGCM(sleutel).decrypt(nonce, inhoud, erbij)
