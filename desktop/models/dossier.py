"""The dossier of one inburgeringsplichtige, with doelgroep history, household and contact."""

from __future__ import annotations

import enum
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop.models.basis import LOKAAL, Base, Gejournaald, Stroomklasse
from desktop.models.deeldatum import Deeldatum, lees_datum, lees_deeldatum
from desktop.models.fouten import Invoerfout, Invoerfouten
from desktop.models.namen import geraamte, woorden
from desktop.models.nummers import lees_bsn, lees_email, lees_telefoon, lees_v_nummer
from desktop.taal import N_


class Alfabetisering(enum.StrEnum):
    """DUO's codes (PIP.yml Alfabetiseringsonderwijs), and what is not yet known."""

    A = "A"
    AA = "AA"
    NVT = "NVT"
    ONBEKEND = "onbekend"


class Indeling(enum.StrEnum):
    """DUO's `Doelgroepindeling` (Inburgeringsplicht.yml)."""

    ASIELSTATUSHOUDER = N_("Asielstatushouder")
    GEZINSMIGRANT = N_("Gezinsmigrant en overige migrant")


class GedetailleerdeDoelgroep(enum.StrEnum):
    """DUO's `GedetailleerdeDoelgroep` (Inburgeringsplicht.yml)."""

    ASIELSTATUSHOUDER = N_("Asielstatushouder")
    GEESTELIJK_BEDIENAAR = N_("Geestelijk bedienaar")
    GEZINSHERENIGER = N_("Gezinshereniger")
    GEZINSHERENIGER_ASIEL = N_("Gezinshereniger met Asielstatushouder")
    GEZINSVORMER = N_("Gezinsvormer")
    GEZINSVORMER_ASIEL = N_("Gezinsvormer met Asielstatushouder")
    OVERIG = N_("Overig")


class Rol(enum.StrEnum):
    """What somebody may do: `models/rechten.py`. The last five are partners, who only read."""

    KLANTMANAGER = "klantmanager"
    LEIDINGGEVENDE = "leidinggevende"
    TOETSBEGELEIDER = "toetsbegeleider"
    BEHEERDER = "beheerder"
    VLUCHTELINGENWERK = "vluchtelingenwerk"
    COA = "coa"
    TAALAANBIEDER = "taalaanbieder"
    WERKCORPORATIE = "werkcorporatie"
    ONTZORGER = "ontzorger"


class Medewerker(Gejournaald, Base):
    """A colleague: the fixed contact of dossiers, or another user of the application."""

    __tablename__ = "medewerker"

    naam: Mapped[str]
    rol: Mapped[Rol] = mapped_column(default=Rol.KLANTMANAGER)
    gemeente: Mapped[str]
    telefoon: Mapped[str | None]
    email: Mapped[str | None]

    @property
    def journaal_gemeente(self) -> str:
        return self.gemeente


class Dossier(Gejournaald, Base):
    """One person. A single name is enough; either BSN or V-nummer, or neither yet."""

    __tablename__ = "dossier"
    __table_args__ = (Index("ix_dossier_lijst", "oefening", "sorteernaam", "id"),)

    nummer: Mapped[str] = mapped_column(index=True)
    voornamen: Mapped[str] = mapped_column(default="")
    achternaam: Mapped[str] = mapped_column(default="")
    sorteernaam: Mapped[str] = mapped_column(default="", info={LOKAAL: True})
    geboortedatum: Mapped[str | None]
    bsn: Mapped[str | None] = mapped_column(index=True)
    v_nummer: Mapped[str | None] = mapped_column(index=True)
    nationaliteit: Mapped[str | None]
    gemeente: Mapped[str]
    spreektaal: Mapped[str | None]
    dialect: Mapped[str | None]
    leestaal: Mapped[str | None]
    alfabetisering: Mapped[Alfabetisering] = mapped_column(default=Alfabetisering.ONBEKEND)
    datum_koppeling: Mapped[date | None]
    datum_kennisgeving: Mapped[date | None]
    datum_brp: Mapped[date | None]
    datum_huisvesting: Mapped[date | None]
    klantmanager_id: Mapped[str] = mapped_column(ForeignKey("medewerker.id"), index=True)
    telefoon: Mapped[str | None]
    email: Mapped[str | None]
    adres: Mapped[str | None]
    oefening: Mapped[bool] = mapped_column(default=False)

    klantmanager: Mapped[Medewerker] = relationship()
    doelgroepen: Mapped[list[DoelgroepPeriode]] = relationship(
        back_populates="dossier", order_by="DoelgroepPeriode.vanaf", cascade="all, delete-orphan"
    )
    huisgenoten: Mapped[list[Huisgenoot]] = relationship(
        back_populates="dossier", order_by="Huisgenoot.volgorde", cascade="all, delete-orphan"
    )

    @property
    def journaal_dossier(self) -> str:
        return self.id

    @classmethod
    def klassen_per_veld(cls) -> Mapping[str, Stroomklasse]:
        return _KLASSEN

    @classmethod
    def afgeleid(cls, waarden: dict[str, Any]) -> dict[str, Any]:
        return {
            "sorteernaam": sorteernaam(
                waarden.get("voornamen") or "", waarden.get("achternaam") or ""
            )
        }

    @property
    def naam(self) -> str:
        """The name as one writes it."""
        return " ".join(deel for deel in (self.voornamen, self.achternaam) if deel)

    @property
    def geboorte(self) -> Deeldatum | None:
        """Date of birth, perhaps only the year."""
        return Deeldatum.van_iso(self.geboortedatum) if self.geboortedatum else None

    @property
    def heeft_kinderen(self) -> bool:
        """True when the household names a child; the gate of the domain opvoeden."""
        return any(h.relatie is Relatie.KIND for h in self.huisgenoten)

    def doelgroep_op(self, dag: date) -> DoelgroepPeriode | None:
        """The doelgroep that holds on this day."""
        geldig = [d for d in self.doelgroepen if d.vanaf <= dag]
        return max(geldig, key=lambda d: d.vanaf, default=None)

    def wijzig(self, gegevens: Dossiergegevens) -> None:
        """Takes over a checked form. Fields that did not change are left alone."""
        for naam, waarde in gegevens.waarden.items():
            if getattr(self, naam) != waarde:
                setattr(self, naam, waarde)
        nieuw = sorteernaam(self.voornamen, self.achternaam)
        if self.sorteernaam != nieuw:
            self.sorteernaam = nieuw

    def zoeksleutels(self) -> set[str]:
        """Keys for search: plain words, transliteration skeletons, numbers."""
        sleutels: set[str] = set()
        for woord in woorden(self.naam):
            sleutels.add(f"n:{woord}")
            if kern := geraamte(woord):
                sleutels.add(f"k:{kern}")
        for nummer in (self.bsn, self.v_nummer):
            if nummer:
                sleutels.add(f"n:{nummer}")
        sleutels |= {f"n:{deel}" for deel in woorden(self.nummer)}
        sleutels.add(f"n:{''.join(woorden(self.nummer))}")
        return sleutels


_KLASSEN: Mapping[str, Stroomklasse] = {
    **dict.fromkeys(
        (
            "",
            "nummer",
            "voornamen",
            "achternaam",
            "geboortedatum",
            "gemeente",
            "spreektaal",
            "dialect",
            "klantmanager_id",
            "telefoon",
            "email",
            "adres",
            "oefening",
        ),
        Stroomklasse.IDENTITEIT,
    ),
    **dict.fromkeys(
        (
            "nationaliteit",
            "leestaal",
            "alfabetisering",
            "datum_koppeling",
            "datum_kennisgeving",
            "datum_brp",
            "datum_huisvesting",
        ),
        Stroomklasse.GEWOON,
    ),
    "bsn": Stroomklasse.BSN,
    "v_nummer": Stroomklasse.VNUMMER,
}
"""Name and contact apart from numbers and origin: partners get only the first (domain.md 7.6)."""


class DoelgroepPeriode(Gejournaald, Base):
    """From a day on, somebody belongs to a group (DUO events SS124 and SS125 change it)."""

    __tablename__ = "doelgroep_periode"

    dossier_id: Mapped[str] = mapped_column(ForeignKey("dossier.id"), index=True)
    vanaf: Mapped[date]
    indeling: Mapped[Indeling]
    gedetailleerd: Mapped[GedetailleerdeDoelgroep | None]

    SAMEN = (frozenset({"vanaf", "indeling", "gedetailleerd"}),)

    dossier: Mapped[Dossier] = relationship(back_populates="doelgroepen")


class Relatie(enum.StrEnum):
    """What somebody in the household is to the client."""

    PARTNER = "partner"
    KIND = "kind"
    OUDER = "ouder"
    BROER_ZUS = "broer of zus"
    ANDERS = "anders"


class Huisgenoot(Gejournaald, Base):
    """A member of the household; first name and birth year are enough (domain.md 7.5)."""

    __tablename__ = "huisgenoot"

    dossier_id: Mapped[str] = mapped_column(ForeignKey("dossier.id"), index=True)
    naam: Mapped[str] = mapped_column(default="")
    relatie: Mapped[Relatie] = mapped_column(default=Relatie.ANDERS)
    geboortejaar: Mapped[int | None]
    volgorde: Mapped[int] = mapped_column(default=0)

    SAMEN = (frozenset({"naam", "relatie", "geboortejaar"}),)
    BIJZAAK = frozenset({"volgorde"})
    TWEEVOUD = True

    dossier: Mapped[Dossier] = relationship(back_populates="huisgenoten")

    @property
    def stroomklasse(self) -> Stroomklasse:
        return Stroomklasse.KINDEREN


def sorteernaam(voornamen: str, achternaam: str) -> str:
    """What lists sort by: family name first, without diacritics."""
    return " ".join(woorden(f"{achternaam} {voornamen}"))


_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"


def nieuw_nummer(gemeente: str, dag: date) -> str:
    """A dossier number that two laptops without a network will not both make: `0171-26-K7M4Q2`."""
    staart = "".join(secrets.choice(_LETTERS) for _ in range(6))
    return f"{gemeente}-{dag.year % 100:02d}-{staart}"


@dataclass(frozen=True)
class Dossiergegevens:
    """A checked form: column name to value."""

    waarden: Mapping[str, Any] = field(default_factory=dict)


TEKSTVELDEN = ("voornamen", "achternaam")
KEUZEVELDEN = ("nationaliteit", "spreektaal", "dialect", "leestaal", "adres")
DATUMVELDEN = ("datum_koppeling", "datum_kennisgeving", "datum_brp", "datum_huisvesting")


def controleer_formulier(ruw: Mapping[str, str], *, vandaag: date) -> Dossiergegevens:
    """Checks what was typed in the dossier form, field name to text.

    Raises Invoerfouten with one sentence for each field that cannot be right.
    """
    fouten: list[Invoerfout] = []
    uit: dict[str, Any] = {}

    def probeer(veld: str, lees: Any) -> None:
        try:
            uit[veld] = lees()
        except Invoerfout as fout:
            fouten.append(fout)

    for veld in TEKSTVELDEN:
        probeer(veld, lambda veld=veld: lees_tekst(ruw.get(veld, ""), veld=veld))
    if not fouten and not uit["voornamen"] and not uit["achternaam"]:
        fouten.append(Invoerfout("voornamen", "Schrijf een naam op. Eén naam is genoeg."))
    for veld in KEUZEVELDEN:
        probeer(veld, lambda veld=veld: lees_tekst(ruw.get(veld, ""), veld=veld) or None)
    probeer("bsn", lambda: lees_bsn(ruw.get("bsn", "")))
    probeer("v_nummer", lambda: lees_v_nummer(ruw.get("v_nummer", "")))
    probeer("telefoon", lambda: lees_telefoon(ruw.get("telefoon", "")))
    probeer("email", lambda: lees_email(ruw.get("email", "")))

    def geboren() -> str | None:
        datum = lees_deeldatum(ruw.get("geboortedatum", ""), veld="geboortedatum", niet_na=vandaag)
        return str(datum) if datum else None

    probeer("geboortedatum", geboren)
    for veld in DATUMVELDEN:
        probeer(veld, lambda veld=veld: lees_datum(ruw.get(veld, ""), veld=veld))
    uit["alfabetisering"] = Alfabetisering(ruw.get("alfabetisering") or "onbekend")
    for veld, zin in (
        ("gemeente", "Kies de gemeente."),
        ("klantmanager_id", "Kies de klantmanager. Elk dossier heeft één vaste contactpersoon."),
    ):
        if ruw.get(veld):
            uit[veld] = ruw[veld]
        else:
            fouten.append(Invoerfout(veld, zin))
    if fouten:
        raise Invoerfouten(fouten)
    return Dossiergegevens(uit)


def lees_tekst(tekst: str, *, veld: str) -> str:
    """One line, normalised; refuses what the central store cannot keep (sync.md trap 11)."""
    import unicodedata

    schoon = " ".join(unicodedata.normalize("NFC", tekst).split())
    if "\0" in schoon or any(0xD800 <= ord(c) <= 0xDFFF for c in schoon):
        raise Invoerfout(veld, "Hier staat een teken dat niet bewaard kan worden. Typ het opnieuw.")
    return schoon
