"""The key file: the random data key of the database, wrapped by the passphrase.

Changing the passphrase wraps the same data key again; the database stays as it is.
Argon2, AES and keyring are imported where they are used: the lock screen is on
screen before anybody has typed.
"""

from __future__ import annotations

import base64
import secrets
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from desktop.store import sleutelbos
from desktop.store.fouten import (
    OnbekendeFout,
    SleutelbestandBestaatAl,
    SleutelbestandOntbreekt,
    SleutelbosNietBeschikbaar,
    ViergesprekFout,
    WachtzinOnjuist,
    WachtzinTeKort,
    WachtzinTeVroeg,
)
from desktop.store.heel import als_zin, schrijf_heel
from desktop.store.sleutelinhoud import (
    FORMAAT,
    ID_BYTES,
    NONCE_BYTES,
    SLEUTEL_BYTES,
    ZOUT_BYTES,
    Argon2Parameters,
    Inhoud,
    Pakket,
    Pogingen,
    b64,
    naar_json,
    uit_json,
)
from desktop.store.wachtzin import (
    MINIMALE_LENGTE,
    Sterkte,
    genormaliseerd,
    lang_genoeg,
    sterkte,
    wachttijd,
)

__all__ = [
    "MINIMALE_LENGTE",
    "STANDAARD",
    "TEST_PARAMETERS",
    "Argon2Parameters",
    "Sleutelbestand",
    "Sterkte",
    "sterkte",
]

# Measured on 2 cores: 0.35-0.45 s. 128 MiB also fits a shared terminal server.
STANDAARD = Argon2Parameters(time_cost=7, memory_cost=128 * 1024, parallelism=2)
TEST_PARAMETERS = Argon2Parameters(time_cost=1, memory_cost=64, parallelism=1)


class Sleutelbestand:
    """The key file beside the database. Holds no key and no passphrase itself.

    `klok` gives seconds since 1970. Every method may raise SleutelbestandBeschadigd,
    SleutelbestandOntbreekt or BestandTeNieuw; those that write may raise SchijfVol,
    MapAlleenLezen or BestandBezet, and then the file is as it was.
    """

    # Wrong tries that could not be written (read-only folder), by file id: the lock
    # screen makes a new object for every try.
    _onbewaard: ClassVar[dict[str, Pogingen]] = {}

    def __init__(
        self,
        pad: Path,
        klok: Callable[[], float] = time.time,
        parameters: Argon2Parameters = STANDAARD,
    ) -> None:
        self._pad = pad
        self._vorige = pad.with_name(pad.name + ".vorige")
        self._klok = klok
        self._parameters = parameters

    def bestaat(self) -> bool:
        return self._pad.exists()

    def maak(self, wachtzin: str) -> bytes:
        """Makes the file with a new data key of 32 bytes, and gives that key.

        Raises WachtzinTeKort; SleutelbestandBestaatAl; SleutelbestandOntbreekt when only
        the copy is there, for then the data belongs to that one.
        """
        _eis_lengte(wachtzin)
        if self.bestaat():
            raise SleutelbestandBestaatAl
        if self._vorige.exists():
            raise SleutelbestandOntbreekt
        datasleutel = secrets.token_bytes(SLEUTEL_BYTES)
        inhoud = _verpak(datasleutel, wachtzin, secrets.token_hex(ID_BYTES), self._parameters)
        if self.bestaat():  # another window was first while Argon2 ran
            raise SleutelbestandBestaatAl
        self._maak_map()
        self._schrijf(inhoud)
        with suppress(ViergesprekFout):
            self._schrijf_vorige(inhoud)
        return datasleutel

    def open(self, wachtzin: str) -> bytes:
        """The data key. Raises WachtzinOnjuist, or WachtzinTeVroeg within the delay."""
        return self._ontsluit(wachtzin)[1]

    def wijzig(self, oude: str, nieuwe: str) -> None:
        """Wraps the same data key under another passphrase; the database stays as it is.

        Raises WachtzinTeKort, and what `open` raises for the old one.
        """
        _eis_lengte(nieuwe)
        inhoud, datasleutel = self._ontsluit(oude)
        self._herverpak(inhoud, datasleutel, nieuwe)

    def verhoog_parameters_zo_nodig(self, wachtzin: str) -> bool:
        """Re-wraps with today's cost when the file has less; says whether it did.

        Meant for after a good `open`. A folder that cannot be written now is
        no reason to trouble anybody: the next time will do.
        """
        inhoud = self._lees()
        if inhoud.parameters.minstens(self._parameters) is inhoud.parameters:
            return False
        inhoud, datasleutel = self._ontsluit(wachtzin)
        try:
            self._herverpak(inhoud, datasleutel, wachtzin)
        except ViergesprekFout:
            return False
        return True

    def systeem_beschikbaar(self) -> bool:
        """Whether the system has a key store that we trust."""
        return sleutelbos.beschikbaar()

    def onthouden_in_systeem(self) -> bool:
        """Whether the file has a wrap for the system's key store."""
        return self._lees().systeem is not None

    def onthoud_in_systeem(self, datasleutel: bytes) -> None:
        """Wraps the data key (from `open`) a second time, under a key in the system's key store.

        Raises SleutelbosNietBeschikbaar.
        """
        if len(datasleutel) != SLEUTEL_BYTES:
            raise ValueError("a data key has 32 bytes")
        inhoud = self._lees()
        sleutel = secrets.token_bytes(SLEUTEL_BYTES)
        pakket = _versleutel(sleutel, datasleutel, inhoud.id, "systeem")
        sleutelbos.bewaar(inhoud.id, b64(sleutel))
        self._schrijf(replace(self._lees(), systeem=pakket))

    def vergeet_in_systeem(self) -> None:
        """Takes the second wrap away, on both sides.

        The file goes first: without it, what the key store holds opens nothing.
        """
        inhoud = self._lees()
        if inhoud.systeem is not None:
            self._schrijf(replace(inhoud, systeem=None))
        with suppress(SleutelbosNietBeschikbaar):
            sleutelbos.verwijder(inhoud.id)

    def open_met_systeem(self) -> bytes | None:
        """The data key by way of the system's key store; None when that does not give it."""
        inhoud = self._lees()
        if inhoud.systeem is None:
            return None
        try:
            waarde = sleutelbos.haal(inhoud.id)
            sleutel = base64.b64decode(waarde or "", validate=True)
        except (SleutelbosNietBeschikbaar, ValueError):
            return None
        if len(sleutel) != SLEUTEL_BYTES:
            return None
        return _ontsleutel(sleutel, inhoud.systeem, inhoud.id, "systeem")

    def _ontsluit(self, wachtzin: str) -> tuple[Inhoud, bytes]:
        inhoud = self._lees()
        self._eis_geduld(inhoud)
        sleutel = _leid_af(wachtzin, inhoud.zout, inhoud.parameters)
        datasleutel = _ontsleutel(sleutel, inhoud.wachtzin, inhoud.id, "wachtzin")
        mislukt = self._pogingen(inhoud).mislukt
        if datasleutel is None:
            mislukt += 1
            self._noteer(Pogingen(mislukt, self._klok()))
            raise WachtzinOnjuist(wacht_seconden=wachttijd(mislukt))
        if mislukt:
            self._noteer(Pogingen())
        return inhoud, datasleutel

    def _eis_geduld(self, inhoud: Inhoud) -> None:
        """Raises WachtzinTeVroeg within the delay. Runs no Argon2."""
        pogingen, nu = self._pogingen(inhoud), self._klok()
        wacht = wachttijd(pogingen.mislukt)
        if not wacht:
            return
        verstreken = nu - pogingen.laatste
        if verstreken < 0:
            # The clock was put back. Count from here, or the wait would last until the
            # clock is there again; it is the full wait, and never more.
            self._noteer(replace(pogingen, laatste=nu))
            verstreken = 0.0
        if verstreken < wacht:
            raise WachtzinTeVroeg(wacht_seconden=wacht - verstreken)

    def _pogingen(self, inhoud: Inhoud) -> Pogingen:
        return self._onbewaard.get(inhoud.id, inhoud.pogingen)

    def _noteer(self, pogingen: Pogingen) -> None:
        """Keeps the count in the file; in memory when the file cannot be written.

        Reads the file again: while Argon2 ran another window may have changed the passphrase.
        """
        inhoud = self._lees()
        try:
            self._schrijf(replace(inhoud, pogingen=pogingen))
        except ViergesprekFout:
            self._onbewaard[inhoud.id] = pogingen
        else:
            self._onbewaard.pop(inhoud.id, None)

    def _herverpak(self, inhoud: Inhoud, datasleutel: bytes, wachtzin: str) -> None:
        parameters = inhoud.parameters.minstens(self._parameters)
        nieuw = _verpak(datasleutel, wachtzin, inhoud.id, parameters)
        self._schrijf_vorige(inhoud)
        self._schrijf(replace(nieuw, systeem=self._lees().systeem))  # may be newer by now

    def _maak_map(self) -> None:
        try:
            self._pad.parent.mkdir(parents=True, exist_ok=True)
        except OSError as fout:
            raise als_zin(fout) from None

    def _schrijf(self, inhoud: Inhoud) -> None:
        schrijf_heel(self._pad, naar_json(inhoud))

    def _schrijf_vorige(self, inhoud: Inhoud) -> None:
        """The copy opens with the passphrase alone: what the system is told to forget stays so."""
        kopie = replace(inhoud, systeem=None, pogingen=Pogingen())
        schrijf_heel(self._vorige, naar_json(kopie))

    def _lees(self) -> Inhoud:
        try:
            ruw = self._pad.read_bytes()
        except FileNotFoundError:
            raise SleutelbestandOntbreekt from None
        except PermissionError:
            raise OnbekendeFout(
                "Viergesprek mag het sleutelbestand niet lezen. Vraag je beheerder om leesrechten "
                "op de map met gegevens en start daarna opnieuw."
            ) from None
        except OSError as fout:
            raise als_zin(fout) from None
        return uit_json(ruw)


def _eis_lengte(wachtzin: str) -> None:
    if not lang_genoeg(wachtzin):
        raise WachtzinTeKort


def _verpak(datasleutel: bytes, wachtzin: str, id_: str, parameters: Argon2Parameters) -> Inhoud:
    zout = secrets.token_bytes(ZOUT_BYTES)
    sleutel = _leid_af(wachtzin, zout, parameters)
    pakket = _versleutel(sleutel, datasleutel, id_, "wachtzin")
    return Inhoud(id=id_, parameters=parameters, zout=zout, wachtzin=pakket)


def _leid_af(wachtzin: str, zout: bytes, parameters: Argon2Parameters) -> bytes:
    from argon2.exceptions import HashingError
    from argon2.low_level import Type, hash_secret_raw

    try:
        return hash_secret_raw(
            genormaliseerd(wachtzin).encode("utf-8", "surrogatepass"),
            zout,
            time_cost=parameters.time_cost,
            memory_cost=parameters.memory_cost,
            parallelism=parameters.parallelism,
            hash_len=SLEUTEL_BYTES,
            type=Type.ID,
            version=parameters.version,
        )
    except (HashingError, MemoryError):
        raise OnbekendeFout(
            "Er is te weinig werkgeheugen vrij om te openen. Sluit andere programma's en "
            "probeer het opnieuw."
        ) from None


def _versleutel(sleutel: bytes, datasleutel: bytes, id_: str, doel: str) -> Pakket:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = secrets.token_bytes(NONCE_BYTES)
    return Pakket(nonce, AESGCM(sleutel).encrypt(nonce, datasleutel, _gebonden(id_, doel)))


def _ontsleutel(sleutel: bytes, pakket: Pakket, id_: str, doel: str) -> bytes | None:
    """The data key; None when the wrapping key is another one."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(sleutel).decrypt(pakket.nonce, pakket.gepakt, _gebonden(id_, doel))
    except InvalidTag:
        return None


def _gebonden(id_: str, doel: str) -> bytes:
    """Associated data: a wrap of another file, version or purpose does not open."""
    return f"viergesprek.sleutel|{FORMAAT}|{id_}|{doel}".encode()
