"""Fills a store with any number of made-up dossiers, past the journal: a fill is no gesture."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from desktop.app import lees_lijst
from desktop.models.basis import tabel
from desktop.models.dossier import Dossier, Medewerker, nieuw_nummer, sorteernaam
from desktop.models.intake import BredeIntake
from desktop.store.bestanden import GEGEVENS as BESTAND
from desktop.store.motor import verbind
from desktop.store.store import Store
from tests.benchmarks.kind import SLEUTEL

DAG = date(2026, 11, 23)
VOORNAMEN = (
    "Mohammed", "Mohamed", "Muhammad", "Mohamad", "Ahmad", "Ahmed", "Fatima", "Amina", "Yonas",
    "Samira", "Mehmet", "Fatuma", "Berivan", "Ghulam", "Selam", "Omar", "Parisa", "Hassan",
    "Layla", "Dilan", "Kidane", "Nadia", "Zarmina", "Ibrahim", "Hiwot", "Tesfay", "Maryam",
    "Mustafa", "Mahmoud", "Mona", "Mariam", "Moez", "Yusuf", "Youssef", "Ali", "Hussein",
    "Khadija", "Abdullah", "Rahel", "Semhar",
)  # fmt: skip
ACHTERNAMEN = (
    "Haddad", "Tekle", "Khatib", "Yıldız", "Warsame", "Demir", "Rahimi", "Haile", "Darwish",
    "Moradi", "Abdullahi", "Nasser", "Mahmoud", "Gebreyesus", "Saleh", "Safi", "Osman",
    "Tesfaye", "Hassan", "Al-Hassan", "Hussein", "Mohammed", "Mohamud", "Ibrahim", "Ahmadi",
    "Karimi", "Hosseini", "Noori", "Berhe", "Araya", "Ghebremedhin", "Kaya", "Aydın", "Şahin",
    "Suleiman", "Barakat",
)  # fmt: skip
_BEGIN = (
    "ba", "de", "fa", "ga", "ha", "ja", "ka", "la", "ma", "mo", "na", "ra", "sa", "ta", "wa",
    "ya", "za", "she", "kha", "abd",
)  # fmt: skip
_MIDDEN = (
    "ri", "li", "mi", "ru", "la", "sa", "di", "na", "ha", "be",
)  # fmt: skip
_EIND = (
    "r", "n", "m", "d", "l", "b", "f", "t", "sh", "z",
)  # fmt: skip


def _mensen(aantal: int) -> Iterator[tuple[str, str]]:
    """A third with a name that many have, the others with one that few have."""
    lot = random.Random(4)

    def naam(bekend: Sequence[str]) -> str:
        if lot.random() < 0.35:
            return lot.choice(bekend)
        delen = (lot.choice(_BEGIN), lot.choice(_MIDDEN), lot.choice(_MIDDEN), lot.choice(_EIND))
        return "".join(delen).capitalize()

    for _ in range(aantal):
        yield naam(VOORNAMEN), naam(ACHTERNAMEN)


def _sleutels(rij: dict[str, Any]) -> set[str]:
    """The search keys that the journal would write."""
    naam = f"{rij['voornamen']} {rij['achternaam']}"
    return Dossier.zoeksleutels(SimpleNamespace(naam=naam, **rij))  # type: ignore[arg-type]


def _dossiers(aantal: int, klantmanager_id: str) -> Iterator[dict[str, Any]]:
    sorteer = cache(sorteernaam)
    for n, (voornamen, achternaam) in enumerate(_mensen(aantal)):
        gekend = DAG - timedelta(days=n % 400)
        yield {
            "id": f"{n:08x}-0000-4000-8000-{n * 7919 % 2**48:012x}",
            "nummer": nieuw_nummer("0171", DAG),
            "voornamen": voornamen,
            "achternaam": achternaam,
            "sorteernaam": sorteer(voornamen, achternaam),
            "geboortedatum": f"{1960 + n % 45}-{1 + n % 12:02d}-{1 + n % 28:02d}",
            "bsn": bsn(n) if n % 3 else None,
            "v_nummer": v_nummer(n),
            "nationaliteit": "SY",
            "gemeente": "0184" if n % 4 == 0 else "0171",
            "spreektaal": ("ar", "ti", "so", "tr", "fa")[n % 5],
            "alfabetisering": "AA",
            "datum_kennisgeving": gekend.isoformat(),
            "klantmanager_id": klantmanager_id,
            "telefoon": "06 00000000",
            "oefening": 0,
        }


def bsn(n: int) -> str:
    """The BSN of the n-th dossier (two of three have one)."""
    return f"{100_000_000 + n * 7_919 % 900_000_000:09d}"


def v_nummer(n: int) -> str:
    """The V-nummer of the n-th dossier."""
    return f"{2_000_000_000 + n * 73_939 % 900_000_000:010d}"


def _intakes(dossiers: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    leeg = dict.fromkeys(
        ("teach_back", "sterke_punten", "wens_een_jaar", "wens_drie_jaar", "sluitreden"), ""
    )
    for n, dossier in enumerate(dossiers):
        if n % 5 < 3:
            yield {
                "id": "i" + dossier["id"][1:],
                "dossier_id": dossier["id"],
                "vragenlijst": "1",
                "taal": "ar",
                "fase": ("gepland", "gesprek", "gesloten")[n % 5],
                "opening": "{}",
                **leeg,
            }


def vul(map_: Path, aantal: int) -> Path:
    """A new store with that many dossiers; returns its folder."""
    map_.mkdir(parents=True)
    store = Store(map_, SLEUTEL, lees_lijst())
    with store.work() as work:
        ik = Medewerker(naam="Anneke de Boer", gemeente="0171")
        work.voeg_toe(ik)
    store.word(ik.id)
    store.sluit()
    dossiers = list(_dossiers(aantal, ik.id))
    sleutels = sorted((s, rij["id"]) for rij in dossiers for s in _sleutels(rij))
    verbinding = verbind(map_ / BESTAND, SLEUTEL)
    verbinding.execute("PRAGMA synchronous=OFF")
    verbinding.execute("PRAGMA cache_size=-262144")
    verbinding.execute("BEGIN")
    for klasse, rijen in ((Dossier, dossiers), (BredeIntake, list(_intakes(dossiers)))):
        namen = list(rijen[0])
        verbinding.executemany(
            f"INSERT INTO {tabel(klasse).name} ({', '.join(namen)}) "
            f"VALUES ({', '.join('?' * len(namen))})",
            [tuple(rij.values()) for rij in rijen],
        )
    verbinding.executemany("INSERT INTO zoeksleutel (sleutel, dossier_id) VALUES (?, ?)", sleutels)
    verbinding.execute("COMMIT")
    verbinding.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    verbinding.close()
    return map_
