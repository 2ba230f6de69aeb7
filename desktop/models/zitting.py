"""A sitting of an intake: when, where, who is invited and present, and the interpreter."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop.models.basis import Base, Gejournaald
from desktop.models.fouten import Invoerfout
from desktop.models.tolk import Taalcheck, Tolktijd, Verstaan, Vervolg

if TYPE_CHECKING:
    from desktop.models.intake import BredeIntake


class Plaats(enum.StrEnum):
    """Where the talk is held."""

    GEMEENTEHUIS = "gemeentehuis"
    AZC = "azc"
    ELDERS = "elders"


class Tolkwijze(enum.StrEnum):
    """How the interpreter takes part (domain.md 1.3)."""

    TER_PLAATSE = "ter plaatse"
    TELEFONISCH = "telefonisch"
    VIDEO = "video"
    INFORMEEL = "informeel"
    GEEN = "geen"


class Tolkwens(enum.StrEnum):
    """The client's wish for the interpreter's gender."""

    GEEN_VOORKEUR = "geen voorkeur"
    VROUW = "vrouw"
    MAN = "man"


class Partij(enum.StrEnum):
    """Who sits at the table."""

    CLIENT = "client"
    KLANTMANAGER = "klantmanager"
    COA = "coa"
    VLUCHTELINGENWERK = "vluchtelingenwerk"
    ANDERS = "anders"


class Aanwezigheid(enum.StrEnum):
    """Invited, present or absent."""

    UITGENODIGD = "uitgenodigd"
    AANWEZIG = "aanwezig"
    AFWEZIG = "afwezig"


class Bijgewoond(enum.StrEnum):
    """Which part somebody attended: all, or only the part with all four parties."""

    ALLES = "alles"
    VIERGESPREK = "viergesprek"
    BESLOTEN = "besloten"


class Deelnemer(Gejournaald, Base):
    """One party at one sitting."""

    __tablename__ = "deelnemer"

    dossier_id: Mapped[str] = mapped_column(ForeignKey("dossier.id"), index=True)
    zitting_id: Mapped[str] = mapped_column(ForeignKey("zitting.id"), index=True)
    partij: Mapped[Partij]
    naam: Mapped[str] = mapped_column(default="")
    organisatie: Mapped[str] = mapped_column(default="")
    aanwezigheid: Mapped[Aanwezigheid] = mapped_column(default=Aanwezigheid.UITGENODIGD)
    bijgewoond: Mapped[Bijgewoond] = mapped_column(default=Bijgewoond.ALLES)
    volgorde: Mapped[int] = mapped_column(default=0)

    SAMEN = (frozenset({"partij", "naam", "organisatie"}),)
    BIJZAAK = frozenset({"volgorde"})
    TWEEVOUD = True

    zitting: Mapped[Zitting] = relationship(back_populates="deelnemers")

    def zet(self, veld: str, waarde: Any) -> None:
        """Changes one field; what did not change is left alone."""
        if getattr(self, veld) != waarde:
            self.zitting.intake.eis_open()
            setattr(self, veld, waarde)


class Zitting(Gejournaald, Base):
    """One meeting; an intake often takes two."""

    __tablename__ = "zitting"

    dossier_id: Mapped[str] = mapped_column(ForeignKey("dossier.id"), index=True)
    intake_id: Mapped[str] = mapped_column(ForeignKey("brede_intake.id"), index=True)
    datum: Mapped[date]
    tijd: Mapped[str] = mapped_column(default="")
    plaats: Mapped[Plaats] = mapped_column(default=Plaats.GEMEENTEHUIS)
    plaats_toelichting: Mapped[str] = mapped_column(default="")
    tolk_wijze: Mapped[Tolkwijze] = mapped_column(default=Tolkwijze.TER_PLAATSE)
    tolk_bureau: Mapped[str] = mapped_column(default="")
    tolk_wbtv: Mapped[str] = mapped_column(default="")
    tolk_reden_geen: Mapped[str] = mapped_column(default="")
    tolk_taal: Mapped[str | None]
    tolk_wens: Mapped[Tolkwens] = mapped_column(default=Tolkwens.GEEN_VOORKEUR)
    tolk_verstaan: Mapped[bool | None]
    begonnen_op: Mapped[datetime | None]
    geeindigd_op: Mapped[datetime | None]

    SAMEN = (
        frozenset({"datum", "tijd"}),
        frozenset({"plaats", "plaats_toelichting"}),
        frozenset({"tolk_wijze", "tolk_bureau", "tolk_wbtv", "tolk_reden_geen"}),
    )
    BIJZAAK = frozenset({"begonnen_op", "geeindigd_op"})

    intake: Mapped[BredeIntake] = relationship(back_populates="zittingen")
    deelnemers: Mapped[list[Deelnemer]] = relationship(
        back_populates="zitting", order_by="Deelnemer.volgorde", cascade="all, delete-orphan"
    )

    taalchecks: Mapped[list[Taalcheck]] = relationship(
        back_populates="zitting", order_by="Taalcheck.op", cascade="all, delete-orphan"
    )
    tolktijden: Mapped[list[Tolktijd]] = relationship(
        back_populates="zitting", order_by="Tolktijd.begin", cascade="all, delete-orphan"
    )

    def zet(self, veld: str, waarde: Any) -> None:
        """Changes one field of the plan; what did not change is left alone."""
        if getattr(self, veld) != waarde:
            self.intake.eis_open()
            setattr(self, veld, waarde)

    @property
    def aan_tafel(self) -> list[Deelnemer]:
        """Everybody who is not marked absent."""
        return [d for d in self.deelnemers if d.aanwezigheid is not Aanwezigheid.AFWEZIG]

    def check_taal(
        self,
        uitkomst: Verstaan,
        *,
        taal: str,
        dialect: str = "",
        vervolg: Vervolg | None = None,
        door: str | None,
        nu: datetime,
    ) -> Taalcheck:
        """Keeps what the client said about the interpreter; `tolk_verstaan` follows the last."""
        check = Taalcheck(
            dossier_id=self.dossier_id,
            taal=taal,
            dialect=dialect,
            uitkomst=uitkomst,
            vervolg=vervolg,
            door=door,
            op=nu,
        )
        self.taalchecks.append(check)
        verstaan = uitkomst is not Verstaan.NIET
        if self.tolk_verstaan is not verstaan:
            self.tolk_verstaan = verstaan
        return check

    @property
    def laatste_taalcheck(self) -> Taalcheck | None:
        """The language check that counts."""
        return self.taalchecks[-1] if self.taalchecks else None

    def wat_helpt(self, vervolg: Vervolg) -> None:
        """What the client pointed at after a check that did not go well."""
        check = self.laatste_taalcheck
        if check is not None and check.vervolg is not vervolg:
            check.vervolg = vervolg

    @property
    def lopende_tolktijd(self) -> Tolktijd | None:
        """The stretch that runs now."""
        return next((t for t in self.tolktijden if t.einde is None), None)

    def tolk_begint(self, nu: datetime) -> None:
        """The interpreter begins, or goes on after a pause; a second time changes nothing."""
        if self.lopende_tolktijd is None:
            self.tolktijden.append(Tolktijd(dossier_id=self.dossier_id, begin=nu))

    def tolk_stopt(self, nu: datetime) -> None:
        """The interpreter pauses or leaves; what was open on two laptops ends on both."""
        for tijd in self.tolktijden:
            if tijd.einde is None:
                tijd.einde = max(nu, tijd.begin)

    def getolkt(self, nu: datetime) -> timedelta:
        """Working time of the interpreter in this sitting, without the pauses."""
        return sum((t.duur(nu) for t in self.tolktijden), timedelta(0))

    @property
    def getolkt_afgerond(self) -> timedelta:
        """Working time of the stretches that ended; on paper nothing counts on."""
        klaar = (t.duur(t.einde) for t in self.tolktijden if t.einde is not None)
        return sum(klaar, timedelta(0))

    def begin(self, nu: datetime) -> None:
        """The talk of this sitting starts; a second time changes nothing."""
        if self.begonnen_op is None:
            self.begonnen_op = nu

    def nodig_uit(self, partij: Partij) -> Deelnemer:
        """One more at the table."""
        self.intake.eis_open()
        deelnemer = Deelnemer(
            dossier_id=self.dossier_id,
            partij=partij,
            volgorde=max((d.volgorde for d in self.deelnemers), default=-1) + 1,
        )
        self.deelnemers.append(deelnemer)
        return deelnemer

    def haal_weg(self, deelnemer_id: str) -> None:
        """Takes a party off the list."""
        self.intake.eis_open()
        for deelnemer in [d for d in self.deelnemers if d.id == deelnemer_id]:
            self.deelnemers.remove(deelnemer)

    def controleer(self) -> list[Invoerfout]:
        """What is still wrong in the plan; empty when it is complete."""
        fouten = []
        if self.plaats is Plaats.ELDERS and not self.plaats_toelichting.strip():
            fouten.append(Invoerfout("plaats_toelichting", "Schrijf op waar het gesprek is."))
        if self.tolk_wijze is Tolkwijze.GEEN:
            if not self.tolk_reden_geen.strip():
                fouten.append(
                    Invoerfout("tolk_reden_geen", "Schrijf op waarom er geen tolk bij is.")
                )
        elif not self.tolk_wbtv.strip() and not self.tolk_reden_geen.strip():
            fouten.append(
                Invoerfout(
                    "tolk_wbtv",
                    "Vul het Wbtv-nummer van de tolk in, of schrijf op waarom het er niet is.",
                )
            )
        return fouten

    def partij_aanwezig(self, partij: Partij) -> bool:
        """True when somebody of this party is present."""
        return any(
            d.partij is partij and d.aanwezigheid is Aanwezigheid.AANWEZIG for d in self.deelnemers
        )


AAN_TAFEL = (Partij.CLIENT, Partij.KLANTMANAGER, Partij.COA, Partij.VLUCHTELINGENWERK)
"""The four parties of the talk; the interpreter is not a party."""


def nieuwe_zitting(
    dossier_id: str, datum: date, *, taal: str, namen: Mapping[Partij, str] | None = None
) -> Zitting:
    """A sitting to plan, with the four parties invited; `namen` are those that are known.

    COA and VluchtelingenWerk are asked for the part with all four (domain.md 7.6).
    """
    zitting = Zitting(dossier_id=dossier_id, datum=datum, tolk_taal=taal)
    derden = (Partij.COA, Partij.VLUCHTELINGENWERK)
    for volgorde, partij in enumerate(AAN_TAFEL):
        zitting.deelnemers.append(
            Deelnemer(
                dossier_id=dossier_id,
                partij=partij,
                naam=(namen or {}).get(partij, ""),
                volgorde=volgorde,
                bijgewoond=Bijgewoond.VIERGESPREK if partij in derden else Bijgewoond.ALLES,
            )
        )
    return zitting
