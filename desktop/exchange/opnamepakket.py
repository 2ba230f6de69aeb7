"""Recordings in one zip file, for another municipality or from a speaker at home.

`manifest.json` says of each sound what was read, by whom, and when consent was given. A file
is taken whole or not at all, and nothing of it is ever unpacked to the disk. No name of a
person is in a file name.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
import zlib
from collections.abc import Collection, Iterable
from datetime import date
from pathlib import Path
from typing import Any

from desktop.models.fouten import Domeinfout
from desktop.models.opnamewerk import Opnamestuk

SOORT = "viergesprek-opnamen"
VERSIE = 1
MANIFEST = "manifest.json"
HOOGSTENS_BYTES = 256 << 20
HOOGSTENS_MANIFEST = 8 << 20
HOOGSTENS_GELUID = 256 << 10
"""A recording of 15 seconds takes 45 kB."""
HOOGSTENS_STUKS = 20_000
HOOGSTENS_MS = 60_000
HOOGSTENS_TEKENS = 4_000
_NAAM = re.compile(r"opnamen/\d{1,6}\.ogg")
_DAG = re.compile(r"\d{4}-\d{2}-\d{2}")
_TIJD = (1980, 1, 1, 0, 0, 0)
"""The same recordings give the same file, on whichever day."""


class Pakketgeweigerd(Domeinfout):
    """The file is not taken; nothing changed."""


def maak_pakket(stukken: Iterable[Opnamestuk]) -> bytes:
    """The recordings as a zip file."""
    bak = io.BytesIO()
    regels = []
    with zipfile.ZipFile(bak, "w") as zip_:
        for nr, stuk in enumerate(stukken, 1):
            naam = f"opnamen/{nr:04d}.ogg"
            zip_.writestr(zipfile.ZipInfo(naam, _TIJD), stuk.ogg)
            regels.append(
                {
                    "bestand": naam,
                    "taal": stuk.taal,
                    "dialect": stuk.dialect,
                    "context": stuk.context,
                    "tekst": stuk.tekst,
                    "spreker": stuk.spreker,
                    "toestemming_op": stuk.toestemming_op.isoformat(),
                    "opgenomen_op": stuk.opgenomen_op.isoformat(),
                    "duur_ms": stuk.duur_ms,
                    "sha256": hashlib.sha256(stuk.ogg).hexdigest(),
                }
            )
        inhoud = {"soort": SOORT, "versie": VERSIE, "opnamen": regels}
        info = zipfile.ZipInfo(MANIFEST, _TIJD)
        info.compress_type = zipfile.ZIP_DEFLATED
        zip_.writestr(info, json.dumps(inhoud, ensure_ascii=False, indent=1))
    return bak.getvalue()


def lees_pakket(
    pad: Path, *, talen: Collection[str], contexten: Collection[str], vandaag: date
) -> list[Opnamestuk]:
    """All recordings of a file, each checked. Raises Pakketgeweigerd with a sentence."""
    try:
        if pad.stat().st_size > HOOGSTENS_BYTES:
            raise Pakketgeweigerd(_TE_GROOT)
        with zipfile.ZipFile(pad) as zip_:
            return _Lezer(zip_, talen, contexten, vandaag).lees()
    except zipfile.BadZipFile as fout:
        raise Pakketgeweigerd(
            "Dit is geen zip-bestand, of het is beschadigd. Vraag om een nieuw bestand."
        ) from fout
    except (zlib.error, EOFError, NotImplementedError, RuntimeError) as fout:
        raise Pakketgeweigerd(_STUK) from fout
    except OSError as fout:
        raise Pakketgeweigerd("Dit bestand is niet te lezen. Kies een ander bestand.") from fout


_TE_GROOT = "Dit bestand is te groot voor een pakket met opnamen. Er is niets veranderd."
_STUK = "Dit bestand is beschadigd. Vraag om een nieuw bestand. Er is niets veranderd."
_LIJST_STUK = (
    "De lijst in dit bestand (manifest.json) is niet te lezen. Vraag om een nieuw bestand."
)


class _Lezer:
    def __init__(
        self,
        zip_: zipfile.ZipFile,
        talen: Collection[str],
        contexten: Collection[str],
        vandaag: date,
    ) -> None:
        self._zip = zip_
        self._talen, self._contexten, self._vandaag = talen, contexten, vandaag

    def lees(self) -> list[Opnamestuk]:
        self._keur_namen()
        regels = self._manifest()
        uit: list[Opnamestuk] = []
        gezien: set[tuple[str, str, str]] = set()
        bestanden: set[str] = set()
        for nr, regel in enumerate(regels, 1):
            stuk, naam = self._stuk(nr, regel)
            sleutel = (stuk.taal, stuk.dialect, stuk.context)
            if sleutel in gezien or naam in bestanden:
                raise Pakketgeweigerd("Opname {nr} staat er twee keer in.", nr=nr)
            gezien.add(sleutel)
            bestanden.add(naam)
            uit.append(stuk)
        if len(bestanden) + 1 != len(self._zip.infolist()):
            raise Pakketgeweigerd(
                "In dit bestand zit iets dat niet in de lijst (manifest.json) staat."
            )
        return uit

    def _keur_namen(self) -> None:
        """Before anything is read: sizes as they say they are, and names that stay inside."""
        infos = self._zip.infolist()
        if len(infos) > HOOGSTENS_STUKS + 1 or sum(i.file_size for i in infos) > HOOGSTENS_BYTES:
            raise Pakketgeweigerd(_TE_GROOT)
        namen = [i.filename for i in infos]
        for info in infos:
            if info.filename != MANIFEST and not _NAAM.fullmatch(info.filename):
                raise Pakketgeweigerd(
                    "In dit bestand zit iets met een naam die niet mag. Dit is geen pakket met "
                    "opnamen van Viergesprek."
                )
            if info.flag_bits & 1:
                raise Pakketgeweigerd("Dit zip-bestand heeft een wachtwoord. Maak er een zonder.")
        if MANIFEST not in namen:
            raise Pakketgeweigerd(
                "In dit zip-bestand ontbreekt de lijst (manifest.json). Dit is geen pakket met "
                "opnamen van Viergesprek."
            )
        if len(set(namen)) != len(namen):
            raise Pakketgeweigerd(_STUK)

    def _manifest(self) -> list[Any]:
        try:
            inhoud = json.loads(self._inhoud(MANIFEST, HOOGSTENS_MANIFEST).decode("utf-8"))
        except (ValueError, RecursionError) as fout:
            raise Pakketgeweigerd(_LIJST_STUK) from fout
        if not isinstance(inhoud, dict) or inhoud.get("soort") != SOORT:
            raise Pakketgeweigerd(_LIJST_STUK)
        if inhoud.get("versie") != VERSIE:
            raise Pakketgeweigerd(
                "Dit bestand is gemaakt met een nieuwere Viergesprek. Werk eerst het programma bij."
            )
        regels = inhoud.get("opnamen")
        if not isinstance(regels, list):
            raise Pakketgeweigerd(_LIJST_STUK)
        if not regels:
            raise Pakketgeweigerd("In dit bestand zitten geen opnamen.")
        return regels

    def _inhoud(self, naam: str, hoogstens: int) -> bytes:
        """Reads no more than it may, whatever the file says of itself."""
        with self._zip.open(naam) as bestand:
            inhoud = bestand.read(hoogstens + 1)
        if len(inhoud) > hoogstens:
            raise Pakketgeweigerd(_TE_GROOT)
        return inhoud

    def _stuk(self, nr: int, regel: Any) -> tuple[Opnamestuk, str]:
        if not isinstance(regel, dict):
            raise Pakketgeweigerd(_LIJST_STUK)
        naam = _tekst(regel, "bestand")
        if not _NAAM.fullmatch(naam):
            raise Pakketgeweigerd(
                "Opname {nr} wijst naar een plek buiten dit bestand. Dat mag niet.", nr=nr
            )
        taal, context, spreker = (_tekst(regel, v) for v in ("taal", "context", "spreker"))
        if taal not in self._talen:
            raise Pakketgeweigerd("Opname {nr} is in een taal die Viergesprek niet kent.", nr=nr)
        if context not in self._contexten:
            raise Pakketgeweigerd(
                "Opname {nr} hoort bij een zin die Viergesprek niet kent ({code}).",
                nr=nr,
                code=context[:60],
            )
        toestemming, opgenomen = _dag(regel, "toestemming_op"), _dag(regel, "opgenomen_op")
        if toestemming is None or not spreker or toestemming > self._vandaag:
            raise Pakketgeweigerd(
                "Bij opname {nr} staat niet dat de spreker toestemming gaf. Zonder toestemming "
                "gaat er geen stem in het programma.",
                nr=nr,
            )
        duur, tekst = regel.get("duur_ms"), _tekst(regel, "tekst")
        if (
            opgenomen is None
            or opgenomen > self._vandaag
            or not tekst
            or type(duur) is not int
            or not 0 < duur <= HOOGSTENS_MS
        ):
            raise Pakketgeweigerd("Van opname {nr} kloppen de gegevens in de lijst niet.", nr=nr)
        ogg = self._geluid(nr, naam, _tekst(regel, "sha256"))
        dialect = _tekst(regel, "dialect")
        return (
            Opnamestuk(taal, dialect, context, tekst, spreker, toestemming, opgenomen, duur, ogg),
            naam,
        )

    def _geluid(self, nr: int, naam: str, sha256: str) -> bytes:
        try:
            ogg = self._inhoud(naam, HOOGSTENS_GELUID)
        except KeyError as fout:
            raise Pakketgeweigerd("Het geluid van opname {nr} ontbreekt.", nr=nr) from fout
        except zipfile.BadZipFile as fout:
            raise Pakketgeweigerd("Het geluid van opname {nr} is beschadigd.", nr=nr) from fout
        if hashlib.sha256(ogg).hexdigest() != sha256.casefold():
            raise Pakketgeweigerd("Het geluid van opname {nr} is beschadigd.", nr=nr)
        if not ogg.startswith(b"OggS") or b"OpusHead" not in ogg[:64]:
            raise Pakketgeweigerd("Opname {nr} is geen geluid dat Viergesprek kent.", nr=nr)
        return ogg


def _tekst(regel: dict[str, Any], veld: str) -> str:
    """A text of the manifest in one line; empty when it is none."""
    waarde = regel.get(veld)
    if not isinstance(waarde, str) or len(waarde) > HOOGSTENS_TEKENS:
        return ""
    return " ".join(waarde.split()) if veld == "spreker" else waarde.strip()


def _dag(regel: dict[str, Any], veld: str) -> date | None:
    waarde = regel.get(veld)
    if not isinstance(waarde, str) or not _DAG.fullmatch(waarde):
        return None
    try:
        return date.fromisoformat(waarde)
    except ValueError:
        return None
