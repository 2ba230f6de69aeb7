"""How to reach the centre, and what an error on the way means."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass, field

import psycopg
from psycopg.conninfo import make_conninfo

from desktop.sync.fouten import (
    AanmeldingGeweigerd,
    CentraleBezig,
    CentraleFout,
    CentraleTeOud,
    CentraleVol,
    CertificaatOnjuist,
    GeenNetwerk,
    GeenRecht,
    OnveiligeVerbinding,
)

VEILIG = "verify-full"
_HALF = "\0"
"""Here libpq stops reading, and misses what has to be safe about the line."""


@dataclass(frozen=True)
class Verbinding:
    """Where the centre is and who asks. `wortel` is a file with root certificates, or "system".

    The password stands in no file and in no text: not in `repr`, not in a URI.
    """

    host: str
    login: str
    wachtwoord: str = field(repr=False)
    poort: int = 5432
    database: str = "viergesprek"
    sslmode: str = VEILIG
    wortel: str = "system"

    def parameters(self) -> dict[str, str | int]:
        """For psycopg. Raises OnveiligeVerbinding for anything but verify-full to another machine.

        No `options`: PgBouncer refuses what it does not know.
        """
        if self.sslmode != VEILIG and not is_hier(self.host):
            raise OnveiligeVerbinding
        uit: dict[str, str | int] = {
            "host": self.host,
            "port": self.poort,
            "dbname": self.database,
            "user": self.login,
            "password": self.wachtwoord,
            "sslmode": self.sslmode,
            "connect_timeout": 10,
            "keepalives": 1,
            "keepalives_idle": 20,
            "keepalives_interval": 5,
            "keepalives_count": 3,
            "tcp_user_timeout": 30_000,
            "application_name": "viergesprek",
            "client_encoding": "UTF8",
            "gssencmode": "disable",
            "target_session_attrs": "any",
            # An environment variable must not lead elsewhere, nor ask for something more.
            "hostaddr": "",
            "options": "",
        }
        if self.sslmode == VEILIG:
            uit["sslrootcert"] = self.wortel
        return uit

    def open(self) -> psycopg.Connection:
        """A new connection: autocommit, and nothing prepared, so that PgBouncer may be between.

        Raises a CentraleFout.
        """
        try:
            waar = make_conninfo("", **self.parameters())
        except UnicodeError:  # with the password in it: it does not even go along as the cause
            waar = _HALF
        if _HALF in waar:
            raise AanmeldingGeweigerd
        try:
            return psycopg.connect(waar, autocommit=True, prepare_threshold=None)
        except psycopg.Error as fout:
            raise vertaal(fout) from None


def is_hier(host: str) -> bool:
    """True for this machine itself: a socket's folder, or loopback."""
    if host.startswith(("/", "@")) or host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


_PER_STAAT: dict[str, type[CentraleFout]] = {
    "28000": AanmeldingGeweigerd,
    "28P01": AanmeldingGeweigerd,
    "42501": GeenRecht,
    "42883": CentraleTeOud,
    "42P01": CentraleTeOud,
    "3D000": CentraleTeOud,
    "3F000": CentraleTeOud,
    "53100": CentraleVol,
    "53300": CentraleBezig,
    "53200": CentraleBezig,
    "57P01": CentraleBezig,
    "57P02": CentraleBezig,
    "57P03": CentraleBezig,
    "57014": CentraleBezig,
    "55P03": CentraleBezig,
    "40001": CentraleBezig,
    "40P01": CentraleBezig,
    "25006": CentraleBezig,
}
_AANMELDEN = (
    "password authentication failed",
    "no password supplied",
    "is not permitted to log in",
)
_BEZIG = (
    "starting up", "shutting down", "too many", "connection slots", "not yet accepting",
    "recovery mode",
)  # fmt: skip


def vertaal(fout: psycopg.Error) -> CentraleFout:
    """The error of ours that says what this one of psycopg means.

    While a connection is being made libpq gives only English text, the server's
    own in the server's language; what is not recognised there counts as no network.
    """
    staat = fout.sqlstate or ""
    if staat in _PER_STAAT:
        return _PER_STAAT[staat](sqlstate=staat)
    if staat:
        return CentraleFout(sqlstate=staat)
    if not isinstance(fout, psycopg.OperationalError | psycopg.InterfaceError):
        return CentraleFout()
    tekst = str(fout)
    if any(deel in tekst for deel in _AANMELDEN):
        return AanmeldingGeweigerd()
    if "certificate" in tekst or "SSL" in tekst:
        # A connection that breaks inside TLS is a network that broke, not a false certificate.
        if any(deel in tekst for deel in ("SYSCALL", "closed unexpectedly", "timeout")):
            return GeenNetwerk()
        return CertificaatOnjuist()
    if "does not exist" in tekst and "database" in tekst:
        return CentraleTeOud()
    if any(deel in tekst for deel in _BEZIG):
        return CentraleBezig()
    return GeenNetwerk()
