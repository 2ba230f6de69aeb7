"""What papers say of the municipality, and who may decide in its name (the mandate list)."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.basis import Base, Gejournaald, Stroomklasse, vaste_id
from desktop.models.dossier import Rol, lees_tekst
from desktop.models.fouten import Invoerfout, NogNietMogelijk
from desktop.models.nummers import lees_email, lees_telefoon

LOGO_HOOGSTENS = 300_000
"""Bytes; a logo travels to every laptop."""
MANDATEERT = frozenset({Rol.LEIDINGGEVENDE, Rol.BEHEERDER})


class Gemeentegegevens(Gejournaald, Base):
    """Name, address and signatory as letters print them; one row for each municipality."""

    __tablename__ = "gemeentegegevens"
    BEGINT_STIL = True

    gemeente: Mapped[str]
    """Code."""
    naam: Mapped[str] = mapped_column(default="")
    adres: Mapped[str] = mapped_column(default="")
    postcode_plaats: Mapped[str] = mapped_column(default="")
    bezwaaradres: Mapped[str] = mapped_column(Text, default="")
    telefoon: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    website: Mapped[str] = mapped_column(default="")
    logo: Mapped[str] = mapped_column(Text, default="")
    """base64 of a PNG or an SVG."""
    ondertekenaar_slot: Mapped[str] = mapped_column(Text, default="")
    """What stands above the name: `namens het college van burgemeester en wethouders`."""
    vier_ogen: Mapped[bool] = mapped_column(default=False)
    """A plan is set by another person than its author."""
    bestemming: Mapped[str] = mapped_column(Text, default="")

    @property
    def stroomklasse(self) -> Stroomklasse:
        return Stroomklasse.GEMEENTE

    @property
    def journaal_gemeente(self) -> str:
        return self.gemeente

    @staticmethod
    def id_van(gemeente: str) -> str:
        """One row, whichever laptop makes it."""
        return vaste_id("gemeentegegevens", gemeente)

    def zet(self, veld: str, waarde: Any) -> None:
        """One field of the form. Raises Invoerfout."""
        schoon = _lees(veld, waarde)
        if getattr(self, veld) != schoon:
            setattr(self, veld, schoon)


_EEN_REGEL = ("naam", "adres", "postcode_plaats", "website")
_REGELS = ("bezwaaradres", "ondertekenaar_slot", "bestemming")
VELDEN = (*_EEN_REGEL, *_REGELS, "telefoon", "email", "logo", "vier_ogen")


def _lees(veld: str, waarde: Any) -> Any:
    if veld not in VELDEN:
        raise ValueError(f"no field {veld}")
    if veld == "vier_ogen":
        return bool(waarde)
    tekst = str(waarde)
    if veld == "telefoon":
        return lees_telefoon(tekst) or ""
    if veld == "email":
        return lees_email(tekst) or ""
    if veld == "logo":
        return controleer_logo(tekst)
    if veld in _REGELS:
        regels = [lees_tekst(r, veld=veld) for r in tekst.splitlines()]
        return "\n".join(regels).strip("\n")
    return lees_tekst(tekst, veld=veld)


_PNG = b"\x89PNG\r\n\x1a\n"
_VAN_BUITEN = re.compile(
    rb"""href\s*=\s*(["'])(?!\s*(?:\#|data:|\1))"""
    rb"""|url\((?!\s*(?:["']|&quot;|&apos;|&\#3[49];)?\s*(?:\#|data:|["']?\s*\)))"""
    rb"""|@import|<!entity""",
    re.IGNORECASE,
)
"""In an SVG: something that the reader would open beside the file."""


def controleer_logo(tekst: str) -> str:
    """base64 of a PNG or an SVG; empty is no logo. Raises Invoerfout."""
    if not tekst:
        return ""
    try:
        rauw = base64.b64decode(tekst, validate=True)
    except (binascii.Error, ValueError):
        rauw = b""
    if len(rauw) > LOGO_HOOGSTENS:
        raise Invoerfout(
            "logo", "Dit logo is te groot: hoogstens {kb} kB.", kb=LOGO_HOOGSTENS // 1000
        )
    if not rauw.startswith(_PNG) and b"<svg" not in rauw[:1000].lower():
        raise Invoerfout("logo", "Kies een logo als png of svg.")
    if not rauw.startswith(_PNG) and _VAN_BUITEN.search(rauw):
        raise Invoerfout(
            "logo",
            "Dit logo heeft een plaatje of een letter buiten het bestand zelf. "
            "Bewaar het als png en kies dat.",
        )
    return tekst


class Mandaat(Gejournaald, Base):
    """Somebody may set plans in the name of one college, from a day, perhaps until a day."""

    __tablename__ = "mandaat"

    gemeente: Mapped[str]
    """Code of the municipality that gave it."""
    medewerker_id: Mapped[str] = mapped_column(ForeignKey("medewerker.id"), index=True)
    functie: Mapped[str] = mapped_column(default="")
    kenmerk: Mapped[str] = mapped_column(default="")
    """Of the mandate decision."""
    vanaf: Mapped[date]
    tot: Mapped[date | None]
    """Last day."""

    SAMEN = (frozenset({"functie", "kenmerk", "vanaf", "tot"}),)

    @property
    def stroomklasse(self) -> Stroomklasse:
        return Stroomklasse.GEMEENTE

    @property
    def journaal_gemeente(self) -> str:
        return self.gemeente

    @classmethod
    def nieuw(
        cls,
        gemeente: str,
        medewerker_id: str,
        *,
        functie: str,
        kenmerk: str = "",
        vanaf: date,
        tot: date | None = None,
    ) -> Mandaat:
        """Raises Invoerfout."""
        mandaat = cls(gemeente=gemeente, medewerker_id=medewerker_id, vanaf=vanaf)
        mandaat.herzie(functie=functie, kenmerk=kenmerk, vanaf=vanaf, tot=tot)
        return mandaat

    def herzie(self, *, functie: str, kenmerk: str, vanaf: date, tot: date | None) -> None:
        """Raises Invoerfout. What did not change is left alone."""
        functie = lees_tekst(functie, veld="functie")
        kenmerk = lees_tekst(kenmerk, veld="kenmerk")
        if not functie:
            raise Invoerfout("functie", "Schrijf de functie op. Die staat onder de brief.")
        if tot is not None and tot < vanaf:
            raise Invoerfout("tot", "De laatste dag ligt voor de eerste. Kijk de dagen na.")
        nieuw: Mapping[str, Any] = {
            "functie": functie,
            "kenmerk": kenmerk,
            "vanaf": vanaf,
            "tot": tot,
        }
        for veld, waarde in nieuw.items():
            if getattr(self, veld) != waarde:
                setattr(self, veld, waarde)

    def geldt_op(self, dag: date) -> bool:
        """True on its first day, its last day, and between."""
        return self.vanaf <= dag and (self.tot is None or dag <= self.tot)


def mandaat_van(
    mandaten: Iterable[Mandaat], gemeente: str, medewerker_id: str | None, dag: date
) -> Mandaat | None:
    """What a municipality gave somebody and holds on a day; of several the latest begun."""
    geldig = [
        m
        for m in mandaten
        if (m.gemeente, m.medewerker_id) == (gemeente, medewerker_id) and m.geldt_op(dag)
    ]
    return max(geldig, key=lambda m: (m.vanaf, m.id), default=None)


def mag_mandateren(rollen: Collection[Rol], *, gekoppeld: bool) -> bool:
    """Who keeps letter head and mandates; on a laptop by itself that is its only user."""
    return not gekoppeld or not MANDATEERT.isdisjoint(rollen)


def eis_mandateren(rollen: Collection[Rol], *, gekoppeld: bool) -> None:
    """Raises NogNietMogelijk for who may not."""
    if not mag_mandateren(rollen, gekoppeld=gekoppeld):
        raise NogNietMogelijk(
            "Alleen een leidinggevende of de beheerder verandert de gegevens van de gemeente en "
            "de mandaten."
        )


def eis_een_ander(medewerker_id: str, door: str | None, *, gekoppeld: bool) -> None:
    """Raises Invoerfout for who gives a mandate to themselves, where there are others."""
    if gekoppeld and medewerker_id == door:
        raise Invoerfout(
            "wie",
            "Je zet jezelf niet op de lijst, en je verandert je eigen mandaat niet. Vraag het een "
            "andere leidinggevende of de beheerder.",
        )
