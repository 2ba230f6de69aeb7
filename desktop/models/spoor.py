"""The trail: who changed or viewed what, when, and with which reason (domain.md 7.2).

Changes are in the journal already; beside it stands one row for each time that
somebody looked. A line of the trail never holds content.
"""

from __future__ import annotations

import enum
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.basis import Base, Gejournaald, Stroomklasse
from desktop.models.vragen import Vraag


class Inzagesoort(enum.StrEnum):
    """What was looked at. Never what it said."""

    DOSSIER = "dossier"
    GEZONDHEID = "gezondheid"
    AFGESCHERMD = "afgeschermd"
    BSN = "bsn"
    SAMENVATTING = "samenvatting"
    INZAGE = "inzage"
    SPOOR = "spoor"


def inzage_bij(vraag: Vraag) -> tuple[Inzagesoort, ...]:
    """What is looked at, beside the dossier, when this question is open."""
    uit = []
    if vraag.gezondheid:
        uit.append(Inzagesoort.GEZONDHEID)
    if vraag.afgeschermd:
        uit.append(Inzagesoort.AFGESCHERMD)
    return tuple(uit)


class Raadpleging(Gejournaald, Base):
    """Somebody looked. Who, when and on which laptop stand in its journal rows."""

    __tablename__ = "raadpleging"

    dossier_id: Mapped[str] = mapped_column(index=True)
    """No foreign key: whoever reads the trail need not have the dossier."""
    wat: Mapped[Inzagesoort]
    reden: Mapped[str] = mapped_column(Text, default="")

    @property
    def stroomklasse(self) -> Stroomklasse:
        return Stroomklasse.SPOOR


class Spoorsoort(enum.StrEnum):
    """What somebody did."""

    GEWIJZIGD = "gewijzigd"
    GEZIEN = "gezien"
    VERWIJDERD = "verwijderd"
    GEKOZEN = "gekozen"
    """Chose between two values that stood side by side."""


class Spoorfilter(enum.StrEnum):
    """Which part of the trail is read."""

    ALLES = "alles"
    WIJZIGINGEN = "wijzigingen"
    INZIEN = "inzien"


class Onderdeel(enum.StrEnum):
    """A group of fields: all that a line of the trail says of what changed."""

    NAAM = "naam"
    BSN = "bsn"
    VNUMMER = "vnummer"
    NATIONALITEIT = "nationaliteit"
    TAAL = "taal"
    CONTACT = "contact"
    KLANTMANAGER = "klantmanager"
    GEMEENTE = "gemeente"
    NUMMER = "nummer"
    DATUMS = "datums"
    GANG = "gang"
    SLOTWOORDEN = "slotwoorden"
    PLANNING = "planning"
    TOLK = "tolk"


@dataclass(frozen=True)
class Spoorregel:
    """One line of the trail: what one person did to one thing, in one go.

    `entiteit` is a table name, also one that only a newer version knows. `klasse`
    is the class of data; `inzage` is filled in for a view. `sleutel` orders the
    lines: the next page begins after the last one's.
    """

    sleutel: tuple[str, str, str, str]
    moment: datetime
    wie: str
    apparaat: str
    eigen: bool
    """True for this laptop."""
    soort: Spoorsoort
    entiteit: str
    onderdelen: tuple[Onderdeel, ...] = ()
    klasse: Stroomklasse | None = None
    inzage: Inzagesoort | None = None
    reden: str = ""
    dossier: str = ""


RAADPLEGING = Raadpleging.__tablename__

_ONDERDELEN: Mapping[str, Mapping[Onderdeel, Collection[str]]] = {
    "dossier": {
        Onderdeel.NUMMER: ("nummer", "oefening"),
        Onderdeel.NAAM: ("voornamen", "achternaam", "geboortedatum"),
        Onderdeel.BSN: ("bsn",),
        Onderdeel.VNUMMER: ("v_nummer",),
        Onderdeel.NATIONALITEIT: ("nationaliteit",),
        Onderdeel.TAAL: ("spreektaal", "dialect", "leestaal", "alfabetisering"),
        Onderdeel.CONTACT: ("telefoon", "email", "adres"),
        Onderdeel.KLANTMANAGER: ("klantmanager_id",),
        Onderdeel.GEMEENTE: ("gemeente",),
        Onderdeel.DATUMS: (
            "datum_koppeling",
            "datum_kennisgeving",
            "datum_brp",
            "datum_huisvesting",
        ),
    },
    "brede_intake": {
        Onderdeel.PLANNING: ("dossier_id", "vragenlijst"),
        Onderdeel.TAAL: (
            "taal",
            "spraaktaal",
            "dialect",
            "schrift",
            "eigen_cijfers",
            "toon_nederlands",
            "voorlezen",
            "eerst_horen",
        ),
        Onderdeel.GANG: ("fase", "opening", "gesloten_op", "sluitreden"),
        Onderdeel.SLOTWOORDEN: (
            "teach_back",
            "sterke_punten",
            "wens_een_jaar",
            "wens_drie_jaar",
        ),
    },
    "zitting": {
        Onderdeel.PLANNING: (
            "dossier_id",
            "intake_id",
            "datum",
            "tijd",
            "plaats",
            "plaats_toelichting",
        ),
        Onderdeel.TOLK: (
            "tolk_wijze",
            "tolk_bureau",
            "tolk_wbtv",
            "tolk_reden_geen",
            "tolk_taal",
            "tolk_wens",
            "tolk_verstaan",
        ),
        Onderdeel.GANG: ("begonnen_op", "geeindigd_op"),
    },
}
"""Only of what has many fields; of the rest its own name says enough."""

MET_KLASSE = frozenset({"antwoord", "notitie"})
"""What is kept per leefdomein: the line says which class of data it was."""


def onderdelen_van(entiteit: str, velden: Collection[str]) -> tuple[Onderdeel, ...]:
    """The groups that these columns belong to, in the order of the list above."""
    return tuple(
        groep
        for groep, namen in _ONDERDELEN.get(entiteit, {}).items()
        if not set(namen).isdisjoint(velden)
    )


def klasse_van(entiteit: str, stroom: str) -> Stroomklasse | None:
    """The class of data that a line mentions; None where the entity says enough."""
    naam = stroom.rsplit(":", 1)[-1]
    if entiteit not in MET_KLASSE or naam not in {lid.value for lid in Stroomklasse}:
        return None
    klasse = Stroomklasse(naam)
    return None if klasse in (Stroomklasse.GEWOON, Stroomklasse.OEFENING) else klasse


def spoorsoort_van(entiteit: str, soorten: Collection[str], ouders: int) -> Spoorsoort:
    """What was done, from the kinds of the changes and the most parents that one of them names.

    A change that replaces several values at once is a choice between them.
    """
    if entiteit == RAADPLEGING:
        return Spoorsoort.GEZIEN
    if "delete" in soorten:
        return Spoorsoort.VERWIJDERD
    return Spoorsoort.GEKOZEN if ouders > 1 else Spoorsoort.GEWIJZIGD
