"""The one line with which a beheerder tells a laptop where the centre is.

`viergesprek://login@host:port/database?gemeente=0171`, as `viergesprek central
add-user` prints it. The password goes another way, on purpose: whoever finds
the line in a mailbox can do nothing with it.
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import parse_qs, quote, unquote, urlencode, urlsplit

from desktop.store.fouten import ViergesprekFout

SCHEMA = "viergesprek"
POORT = 5432
DATABASE = "viergesprek"
VEILIG = "verify-full"

_REGEL = re.compile(r"viergesprek://[^\s<>\"'“”‘’«»]+", re.IGNORECASE)
_ONZICHTBAAR = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
_NAAM = re.compile(r"[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_])?")
_DEEL = r"[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?"
_HOST = re.compile(rf"{_DEEL}(\.{_DEEL})*")
_GEMEENTE = re.compile(r"[0-9]{4}")
_SSLMODES = frozenset({VEILIG, "require", "prefer", "disable"})


class KoppelregelOnleesbaar(ViergesprekFout):
    """What was pasted is not a line of `central add-user`."""

    STANDAARD = "Dit is geen koppelregel. Plak de hele regel van je beheerder; hij begint met viergesprek://"


class KoppelregelMetWachtwoord(KoppelregelOnleesbaar):
    """The password stands in the line, where it does not belong."""

    STANDAARD = (
        "In deze regel staat een wachtwoord. Dat hoort daar niet. Vraag je beheerder om een "
        "nieuw wachtwoord en om een regel zonder."
    )


class ServerOnversleuteld(KoppelregelOnleesbaar):
    """The line asks for a connection that anybody on the way could read."""

    STANDAARD = (
        "Deze regel vraagt om een verbinding zonder beveiliging. Dat kan alleen op deze computer "
        "zelf. Vraag je beheerder om een nieuwe regel."
    )


@dataclass(frozen=True)
class Koppelregel:
    """Where the centre is and who this is there. Without the password."""

    login: str
    host: str
    poort: int = POORT
    database: str = DATABASE
    gemeente: str = ""
    sslmode: str = VEILIG

    def als_tekst(self) -> str:
        """The line itself."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        extra = {}
        if self.gemeente:
            extra["gemeente"] = self.gemeente
        if self.sslmode != VEILIG:
            extra["sslmode"] = self.sslmode
        vraag = f"?{urlencode(extra)}" if extra else ""
        return (
            f"{SCHEMA}://{quote(self.login, safe='')}@{host}:{self.poort}"
            f"/{quote(self.database, safe='')}{vraag}"
        )


def lees_koppelregel(tekst: str) -> Koppelregel:
    """Finds the line in what was pasted (a whole mail will do) and takes it apart.

    Raises KoppelregelOnleesbaar, or one of its kinds.
    """
    gevonden = _REGEL.search(_ONZICHTBAAR.sub("", tekst))
    if gevonden is None:
        raise KoppelregelOnleesbaar
    try:
        delen = urlsplit(gevonden.group().rstrip(".,;)"))
        host, poort = delen.hostname or "", delen.port
        vraag = parse_qs(delen.query, strict_parsing=bool(delen.query))
    except ValueError:
        raise KoppelregelOnleesbaar from None
    if delen.password is not None:
        raise KoppelregelMetWachtwoord
    regel = Koppelregel(
        login=unquote(delen.username or ""),
        host=host,
        poort=POORT if poort is None else poort,
        database=unquote(delen.path.strip("/")) or DATABASE,
        gemeente=vraag.get("gemeente", [""])[0],
        sslmode=vraag.get("sslmode", [VEILIG])[0],
    )
    if not _kan(regel):
        raise KoppelregelOnleesbaar
    if regel.sslmode != VEILIG and not is_deze_computer(regel.host):
        raise ServerOnversleuteld
    return regel


def is_deze_computer(host: str) -> bool:
    """True for a server on this very machine: tests and the demo."""
    if host.casefold() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _kan(regel: Koppelregel) -> bool:
    return bool(
        _NAAM.fullmatch(regel.login)
        and (_is_adres(regel.host) or _HOST.fullmatch(regel.host))
        and 0 < regel.poort < 65536
        and _NAAM.fullmatch(regel.database)
        and (not regel.gemeente or _GEMEENTE.fullmatch(regel.gemeente))
        and regel.sslmode in _SSLMODES
    )


def _is_adres(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
