"""Is a file PDF/A? Asked of checkers that others keep, fetched at test time and never committed.

veraPDF, where somebody has it on the path (or names it in `VERAPDF`): it is in none of the
registries that these tests may use. Else Apache PDFBox Preflight, which checks PDF/A-1b: Debian
packages it, `apt-get download` brings it into `.venv`, and it needs a Java. Without either the
tests that want a checker are skipped, with the reason.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

import filelock
import pytest

PAKKETTEN = (
    "libpdfbox2-java",
    "libfontbox2-java",
    "libcommons-logging-java",
    "libactivation-java",
    "libjaxb-api-java",
)
"""Of Debian 12; apt checks their signatures."""
JARS = (
    "preflight",
    "xmpbox",
    "pdfbox2",
    "fontbox2",
    "commons-logging",
    "javax.activation",
    "jaxb-api",
)
HOOFD = "org.apache.pdfbox.preflight.Validator_A1b"
_MAP = Path(__file__).parents[1] / ".venv"
_GEDULD_S = 90


class NietTeKrijgen(Exception):
    """There is no checker here; says why."""


def fouten(pdf: bytes) -> list[str]:
    """What is against PDF/A in this file; nothing when it is right. Skips without a checker."""
    opdracht = _opdracht()
    if isinstance(opdracht, str):
        pytest.skip(f"no PDF/A checker: {opdracht}")
    with tempfile.TemporaryDirectory() as map_:
        bestand = Path(map_, "stuk.pdf")
        bestand.write_bytes(pdf)
        klaar = subprocess.run(
            [*opdracht, str(bestand)],
            check=False,
            capture_output=True,
            text=True,
            timeout=_GEDULD_S,
            stdin=subprocess.DEVNULL,
        )
    regels = [r for r in klaar.stdout.splitlines() if re.match(r"\d+(\.\d+)+ :|FAIL|\s+-", r)]
    if klaar.returncode != 0 and not regels:
        regels = [klaar.stdout.strip() or klaar.stderr.strip() or f"stopped: {klaar.returncode}"]
    return regels


@cache
def _opdracht() -> tuple[str, ...] | str:
    """The command that checks a file, or why there is none; looked for once in a run."""
    vera = os.environ.get("VERAPDF") or shutil.which("verapdf")
    if vera:
        return (vera, "--format", "text", "--verbose")
    try:
        jars = _jars()
    except NietTeKrijgen as fout:
        return str(fout)
    java = shutil.which("java")
    if java is None:
        return "there is no java to run PDFBox Preflight"
    return (java, "-cp", os.pathsep.join(map(str, jars)), HOOFD)


def _jars() -> list[Path]:
    doel = _MAP / "preflight"
    jars = [doel / "usr/share/java" / f"{naam}.jar" for naam in JARS]
    if not _MAP.is_dir():
        raise NietTeKrijgen("there is no .venv to keep PDFBox Preflight in")
    try:
        with filelock.FileLock(_MAP / "preflight.lock", timeout=_GEDULD_S):
            if not all(jar.is_file() for jar in jars):
                _haal(doel)
    except filelock.Timeout as fout:
        raise NietTeKrijgen("another test run is still fetching PDFBox Preflight") from fout
    if not all(jar.is_file() for jar in jars):
        raise NietTeKrijgen("Debian's packages of PDFBox hold other files than they did")
    return jars


def _haal(doel: Path) -> None:
    if shutil.which("apt-get") is None or shutil.which("dpkg") is None:
        raise NietTeKrijgen("no veraPDF, and no Debian to fetch PDFBox Preflight from")
    with tempfile.TemporaryDirectory(dir=doel.parent, prefix="preflight-") as werk:
        haal = ["apt-get", "download", "-q", *PAKKETTEN]
        # A new machine has no list yet, or an old one.
        if not _lukt(haal, werk) and not (
            _lukt(["apt-get", "update", "-q"], werk) and _lukt(haal, werk)
        ):
            raise NietTeKrijgen("apt-get could not fetch PDFBox Preflight: no network?")
        uit = Path(werk, "uit")
        for pakket in Path(werk).glob("*.deb"):
            if not _lukt(["dpkg", "-x", str(pakket), str(uit)], werk):
                raise NietTeKrijgen(f"{pakket.name} could not be unpacked")
        shutil.rmtree(doel, ignore_errors=True)
        uit.replace(doel)


def _lukt(opdracht: list[str], werk: str) -> bool:
    try:
        klaar = subprocess.run(
            opdracht,
            cwd=werk,
            check=False,
            timeout=_GEDULD_S,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    except subprocess.TimeoutExpired:
        return False
    return klaar.returncode == 0
