"""An answer in the intake: its value, how it was given, by whom and when."""

from __future__ import annotations

import enum
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop.models.basis import LEEG, RANG, Base, Gejournaald, Stroomklasse, vaste_id
from desktop.models.deeldatum import Deeldatum
from desktop.models.fouten import Invoerfout, RedenNodig
from desktop.models.vragen import Raster, Vraag, Vraagtype

if TYPE_CHECKING:
    from desktop.models.intake import BredeIntake


class Antwoordstatus(enum.StrEnum):
    """An answer, or one of the three ways not to give one. `open`: taken back."""

    OPEN = "open"
    BEANTWOORD = "beantwoord"
    WEET_NIET = "weet_niet"
    ZEG_NIET = "zeg_niet"
    LATER = "later"


class Wijze(enum.StrEnum):
    """How the answer came (domain.md 3.2)."""

    GEWEZEN = "gewezen"
    TOLK = "tolk"
    NEDERLANDS = "nederlands"
    INGEVULD = "ingevuld"
    COA = "coa"


@dataclass(frozen=True)
class Keuze:
    """What was answered: options in order, or a value, with parts and grid cells.

    `delen` holds parts (`"aan_wie.familie": 0`, `"uren": 12`) and grid cells
    (`"ma.ochtend": True`), one element each, so that they merge one by one.
    """

    opties: tuple[str, ...] = ()
    waarde: str | None = None
    delen: Mapping[str, Any] = field(default_factory=lambda: LEEG)


def controleer(vraag: Vraag, keuze: Keuze) -> None:
    """Raises Invoerfout when the choice does not fit the question."""
    vreemd = [code for code in keuze.opties if code not in vraag.keuzecodes]
    if vreemd:
        raise ValueError(f"{vraag.code} has no option {vreemd}")
    if vraag.type is not Vraagtype.MULTI and len(keuze.opties) > 1:
        raise Invoerfout(vraag.code, "Kies hier één antwoord.")
    if vraag.max is not None and len(keuze.opties) > vraag.max:
        raise Invoerfout(vraag.code, "Kies er hoogstens {aantal}.", aantal=vraag.max)
    if vraag.geen in keuze.opties and len(keuze.opties) > 1:
        raise Invoerfout(vraag.code, "Dit antwoord kan niet samen met een ander antwoord.")
    if keuze.waarde is None:
        return
    if vraag.type is Vraagtype.NUM:
        _controleer_getal(vraag, keuze.waarde)
    elif vraag.type is Vraagtype.DATE:
        try:
            Deeldatum.van_iso(keuze.waarde)
        except ValueError as fout:
            raise Invoerfout(
                vraag.code, "Schrijf dag, maand en jaar, zoals 31-05-2026. Alleen het jaar mag ook."
            ) from fout


def _controleer_getal(vraag: Vraag, waarde: str) -> None:
    if not waarde.isdecimal():
        raise Invoerfout(vraag.code, "Schrijf een heel getal, zoals 3.")
    getal = int(waarde)
    laagst, hoogst = vraag.minimaal or 0, vraag.maximaal if vraag.maximaal is not None else 999
    if not laagst <= getal <= hoogst:
        raise Invoerfout(
            vraag.code, "Schrijf een getal van {van} tot en met {tot}.", van=laagst, tot=hoogst
        )


def schakel(vraag: Vraag, gekozen: Sequence[str], optie: str) -> tuple[str, ...]:
    """The choice after touching `optie` once: on, off, or in the place of another.

    Touching the option that means "nothing" clears the others, and the other way
    round. Raises Invoerfout when there are already as many as allowed.
    """
    return schakel_in(
        gekozen,
        optie,
        meer=vraag.type is Vraagtype.MULTI,
        geen=vraag.geen,
        hoogstens=vraag.max,
        veld=vraag.code,
    )


def schakel_in(
    gekozen: Sequence[str],
    optie: str,
    *,
    meer: bool,
    geen: str | None,
    hoogstens: int | None,
    veld: str,
) -> tuple[str, ...]:
    """The rule of `schakel`, for the parts of a question too."""
    if optie in gekozen:
        return tuple(code for code in gekozen if code != optie)
    if not meer or optie == geen:
        return (optie,)
    over = tuple(code for code in gekozen if code != geen)
    if hoogstens is not None and len(over) >= hoogstens:
        raise Invoerfout(veld, "Kies er hoogstens {aantal}.", aantal=hoogstens)
    return (*over, optie)


def rasterrijen(
    raster: Raster,
    delen: Mapping[str, Any],
    *,
    kinderen: int = 0,
    erbij: Collection[int] = (),
) -> tuple[tuple[str, str], ...]:
    """The rows of a grid as (code, title): given, one a child, or as far as they are filled.

    `erbij` are codes of rows that were added and are still empty.
    """
    if raster.soort == "vast":
        return tuple((rij.code, rij.tekst) for rij in raster.rijen)
    titel = raster.rijtitel or "Rij"
    if raster.soort == "kinderen":
        return tuple((str(n), f"{titel} {n}") for n in range(1, max(kinderen, 1) + 1))
    koppen = {sleutel.split(".", 1)[0] for sleutel in delen if "." in sleutel}
    codes = sorted({int(kop) for kop in koppen if kop.isdigit()} | set(erbij))
    # The title counts what is seen; the code stays with its row when another one goes.
    return tuple((str(code), f"{titel} {n}") for n, code in enumerate(codes, 1))


def rangen(oud: Mapping[str, int], opties: Sequence[str]) -> dict[str, int]:
    """Ranks that keep this order and change as few of the old ones as they can.

    A rank that moves is a change of its element, and would meet somebody else's.
    """
    uit: dict[str, int] = {}
    laatste = -1
    for code in opties:
        laatste = max(oud.get(code, -1), laatste + 1)
        uit[code] = laatste
    return uit


class Antwoord(Gejournaald, Base):
    """The answer to one question of one intake; older answers stand in the journal."""

    __tablename__ = "antwoord"
    __table_args__ = (UniqueConstraint("intake_id", "vraag_code"),)

    dossier_id: Mapped[str] = mapped_column(ForeignKey("dossier.id"), index=True)
    intake_id: Mapped[str] = mapped_column(ForeignKey("brede_intake.id"), index=True)
    vraag_code: Mapped[str]
    klasse: Mapped[Stroomklasse] = mapped_column(default=Stroomklasse.GEWOON)
    status: Mapped[Antwoordstatus] = mapped_column(default=Antwoordstatus.OPEN)
    enkel: Mapped[str | None]
    keuzes: Mapped[Mapping[str, Any]] = mapped_column(default=LEEG, info={RANG: True})
    waarde: Mapped[str | None] = mapped_column(Text)
    delen: Mapped[Mapping[str, Any]] = mapped_column(default=LEEG)
    reden: Mapped[str | None] = mapped_column(Text)
    wijze: Mapped[Wijze | None]
    bevestigd: Mapped[bool] = mapped_column(default=False)
    door: Mapped[str | None]
    op: Mapped[datetime | None]
    wijzigreden: Mapped[str | None] = mapped_column(Text)

    SAMEN = (
        frozenset(
            {"status", "enkel", "keuzes", "waarde", "delen", "reden", "wijze", "bevestigd"}
            | {"door", "op", "wijzigreden"}
        ),
    )
    BIJZAAK = frozenset({"wijze", "bevestigd", "door", "op", "wijzigreden", "klasse"})
    SPREKEND = frozenset({"status", "enkel", "keuzes", "waarde"})

    intake: Mapped[BredeIntake] = relationship(back_populates="antwoorden")

    @staticmethod
    def id_van(intake_id: str, code: str) -> str:
        """Identity of the answer to one question, whichever laptop makes it."""
        return vaste_id("antwoord", intake_id, code)

    @classmethod
    def nieuw(cls, intake_id: str, dossier_id: str, vraag: Vraag) -> Antwoord:
        """The one answer of this intake to this question, whichever laptop makes it."""
        return cls(
            id=cls.id_van(intake_id, vraag.code),
            intake_id=intake_id,
            dossier_id=dossier_id,
            vraag_code=vraag.code,
            klasse=vraag.stroomklasse,
        )

    @classmethod
    def tegenstrijdig(cls, waarden: Mapping[str, Any]) -> bool:
        """ "I do not know" beside a choice, or a choice that excludes others beside others."""
        enkel = waarden.get("enkel") not in (None, "null")
        gekozen = enkel or bool(waarden["keuzes"]) or waarden.get("waarde") not in (None, "null")
        beantwoord = f'"{Antwoordstatus.BEANTWOORD}"'
        return (enkel and bool(waarden["keuzes"])) or (
            gekozen and waarden.get("status", beantwoord) != beantwoord
        )

    @property
    def stroomklasse(self) -> Stroomklasse:
        return self.klasse

    @property
    def opties(self) -> tuple[str, ...]:
        """Chosen options in their order."""
        if self.enkel is not None:
            return (self.enkel,)
        return tuple(sorted(self.keuzes, key=lambda code: (self.keuzes[code], code)))

    @property
    def gegeven(self) -> bool:
        """True when there is something to read: a value, or a way of not answering but `later`."""
        return self.status in (
            Antwoordstatus.BEANTWOORD,
            Antwoordstatus.WEET_NIET,
            Antwoordstatus.ZEG_NIET,
        )

    @property
    def keuze(self) -> Keuze:
        """The answer as a value."""
        return Keuze(self.opties, self.waarde, self.delen)

    def zet(self, keuze: Keuze, vraag: Vraag) -> None:
        """Takes over a choice; an empty one means that the answer was taken back.

        Options that may stand together merge one by one. An option that stands alone
        is one field, so that two people who choose differently are in conflict.
        """
        leeg = not keuze.opties and keuze.waarde is None and not keuze.delen
        alleen = vraag.type is not Vraagtype.MULTI or keuze.opties == (vraag.geen,)
        self.status = Antwoordstatus.OPEN if leeg else Antwoordstatus.BEANTWOORD
        self.enkel = next(iter(keuze.opties), None) if alleen else None
        self.keuzes = LEEG if alleen else rangen(self.keuzes, keuze.opties)
        self.waarde = keuze.waarde
        self.delen = dict(keuze.delen)

    def zet_status(self, status: Antwoordstatus) -> None:
        """One of the ways not to answer; what was chosen before no longer stands."""
        self.status = status
        self.enkel, self.keuzes, self.waarde, self.delen = None, LEEG, None, LEEG

    def geef_reden(self, tekst: str) -> None:
        """The sentence behind a score. Raises RedenNodig when it says nothing."""
        if len(tekst.strip()) < 3:
            raise RedenNodig("Schrijf in één zin waarom je deze score geeft.")
        self.reden = tekst.strip()


class Notitiesoort(enum.StrEnum):
    """Shielded notes travel in their own stream and are never printed unless chosen.

    A working note is the klantmanager's own scrap of paper: it is in no summary, and
    may go when the PIP is final (domain.md 7.3).
    """

    GEWOON = "gewoon"
    AFGESCHERMD = "afgeschermd"
    WERKAANTEKENING = "werkaantekening"


class Notitie(Gejournaald, Base):
    """A note of the klantmanager, with a question or with a whole domain."""

    __tablename__ = "notitie"

    dossier_id: Mapped[str] = mapped_column(ForeignKey("dossier.id"), index=True)
    intake_id: Mapped[str] = mapped_column(ForeignKey("brede_intake.id"), index=True)
    domein: Mapped[str]
    vraag_code: Mapped[str | None]
    soort: Mapped[Notitiesoort] = mapped_column(default=Notitiesoort.GEWOON)
    tekst: Mapped[str] = mapped_column(Text, default="")
    gezondheid: Mapped[bool] = mapped_column(default=False)
    door: Mapped[str | None]
    op: Mapped[datetime | None]

    SAMEN = (frozenset({"tekst", "soort", "door", "op"}),)
    BIJZAAK = frozenset({"door", "op"})
    TWEEVOUD = True

    intake: Mapped[BredeIntake] = relationship(back_populates="notities")

    @property
    def stroomklasse(self) -> Stroomklasse:
        if self.soort is Notitiesoort.AFGESCHERMD:
            return Stroomklasse.AFGESCHERMD
        return Stroomklasse.GEZONDHEID if self.gezondheid else Stroomklasse.GEWOON
