"""Rows that belong to one version of the PIP: sentences, part 2, and how the client signed."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop.models.basis import Base, Gejournaald, Stroomklasse, nieuw_id, vaste_id
from desktop.models.pipinhoud import DEEL_2, Afkomst, Regel
from desktop.models.pipvelden import controleer_afschaalveld, controleer_regelveld
from desktop.models.vastgelegd import Vastgelegd

if TYPE_CHECKING:
    from desktop.models.pip import Pip

VAST = "Dit plan is vastgesteld. Maak een nieuwe versie."


def pip_was_vast(verbinding: sa.Connection, ids: Iterable[str]) -> bool:
    """Whether one of these versions is set in the file as it is now."""
    vraag = "SELECT 1 FROM pip WHERE id = ? AND status = 'vastgesteld'"
    return any(verbinding.exec_driver_sql(vraag, (id_,)).scalar() for id_ in ids)


class _VanPip(Vastgelegd):
    """What belongs to one version: it may change for as long as that version may."""

    VAST_ZIN = VAST

    @property
    def is_vast(self) -> bool:
        pip = self.__dict__.get("pip")
        staat: Any = sa.inspect(self)
        if pip is None and staat.persistent:
            pip = getattr(self, "pip")  # noqa: B009  (each row has its own relationship)
        return pip is not None and pip.is_vast

    def was_vast(self, verbinding: sa.Connection) -> bool:
        return pip_was_vast(verbinding, self._waarden("pip_id"))


class Pipregel(_VanPip, Gejournaald, Base):
    """One sentence of the plan (`Regel`), under one heading."""

    __tablename__ = "pipregel"
    BEGINT_STIL = True

    pip_id: Mapped[str] = mapped_column(ForeignKey("pip.id"), index=True)
    dossier_id: Mapped[str] = mapped_column(ForeignKey("dossier.id"), index=True)
    onderdeel: Mapped[str]
    tekst: Mapped[str] = mapped_column(Text, default="")
    participatiewet: Mapped[bool] = mapped_column(default=False)
    """In part 2. It says in which stream the sentence travels, so it never changes."""
    domein: Mapped[str] = mapped_column(default="")
    doelcode: Mapped[str] = mapped_column(default="")
    wie: Mapped[str] = mapped_column(default="")
    wanneer: Mapped[date | None]
    hoe: Mapped[str] = mapped_column(Text, default="")
    gezondheid: Mapped[bool] = mapped_column(default=False)
    afkomst_soort: Mapped[str] = mapped_column(default="")
    afkomst_id: Mapped[str] = mapped_column(default="")
    afkomst_code: Mapped[str] = mapped_column(default="")
    afkomst_tekst: Mapped[str] = mapped_column(Text, default="")
    volgorde: Mapped[int] = mapped_column(default=0)

    SAMEN = (frozenset({"tekst", "wie", "wanneer", "hoe", "doelcode"}),)
    BIJZAAK = frozenset({"volgorde"})
    TWEEVOUD = True

    pip: Mapped[Pip] = relationship(back_populates="regels")

    @property
    def stroomklasse(self) -> Stroomklasse:
        return Stroomklasse.PIP2 if self.participatiewet else Stroomklasse.PIP

    @classmethod
    def van(cls, regel: Regel, pip_id: str, dossier_id: str, *, terug: bool = False) -> Pipregel:
        """A row of a value. Two laptops that take over the same proposal make the same row.

        `terug`: it was a row of this plan before, and comes back as that one.
        """
        return cls(
            id=regel.id if terug else vaste_id("pipregel", pip_id, regel.id or nieuw_id()),
            pip_id=pip_id,
            dossier_id=dossier_id,
            onderdeel=regel.onderdeel,
            tekst=regel.tekst.strip(),
            participatiewet=regel.deel == DEEL_2,
            domein=regel.domein,
            doelcode=regel.doelcode,
            wie=regel.wie,
            wanneer=regel.wanneer,
            hoe=regel.hoe,
            gezondheid=regel.gezondheid,
            afkomst_soort=regel.afkomst.soort,
            afkomst_id=regel.afkomst.id,
            afkomst_code=regel.afkomst.code,
            afkomst_tekst=regel.afkomst.tekst,
        )

    def kopie(self, pip_id: str) -> Pipregel:
        """The same sentence in a later version."""
        nieuw = Pipregel.van(self.regel, pip_id, self.dossier_id)
        nieuw.volgorde = self.volgorde
        return nieuw

    def zet(self, veld: str, waarde: Any) -> None:
        """One field. Raises Invoerfout; what did not change is left alone."""
        schoon = controleer_regelveld(veld, waarde)
        if getattr(self, veld) != schoon:
            setattr(self, veld, schoon)

    @property
    def deel(self) -> int:
        """1 or 2."""
        return DEEL_2 if self.participatiewet else 1

    @property
    def regel(self) -> Regel:
        """As a value."""
        return Regel(
            id=self.id,
            onderdeel=self.onderdeel,
            tekst=self.tekst,
            deel=self.deel,
            domein=self.domein,
            doelcode=self.doelcode,
            wie=self.wie,
            wanneer=self.wanneer,
            hoe=self.hoe,
            gezondheid=self.gezondheid,
            afkomst=Afkomst(
                self.afkomst_soort, self.afkomst_id, self.afkomst_code, self.afkomst_tekst
            ),
        )


class Pipdeel2(_VanPip, Gejournaald, Base):
    """There is a part 2: a benefit under the Participatiewet, from a day on (domain.md 5.1)."""

    __tablename__ = "pipdeel2"
    BEGINT_STIL = True

    pip_id: Mapped[str] = mapped_column(ForeignKey("pip.id"), index=True)
    dossier_id: Mapped[str] = mapped_column(ForeignKey("dossier.id"), index=True)
    uitkering_vanaf: Mapped[date | None]
    ontzorgen: Mapped[bool] = mapped_column(default=False)
    """Financieel ontzorgen: part 2 says until when (domain.md 2.6)."""

    SAMEN = (frozenset({"uitkering_vanaf", "ontzorgen"}),)

    pip: Mapped[Pip] = relationship(back_populates="deel2")

    @property
    def stroomklasse(self) -> Stroomklasse:
        return Stroomklasse.PIP2

    @classmethod
    def nieuw(cls, pip_id: str, dossier_id: str) -> Pipdeel2:
        """The one part 2 of a version, whichever laptop makes it."""
        return cls(id=vaste_id("pipdeel2", pip_id), pip_id=pip_id, dossier_id=dossier_id)

    def kopie(self, pip_id: str) -> Pipdeel2:
        """The same in a later version."""
        nieuw = Pipdeel2.nieuw(pip_id, self.dossier_id)
        nieuw.zet(self.uitkering_vanaf, ontzorgen=self.ontzorgen)
        return nieuw

    def zet(self, vanaf: date | None, *, ontzorgen: bool) -> None:
        """What did not change is left alone."""
        if self.uitkering_vanaf != vanaf:
            self.uitkering_vanaf = vanaf
        if self.ontzorgen != ontzorgen:
            self.ontzorgen = ontzorgen


class Pipafschaling(_VanPip, Gejournaald, Base):
    """What a lower level rests on: hours, effort, and that B1 cannot be reached (2.2)."""

    __tablename__ = "pipafschaling"
    BEGINT_STIL = True

    pip_id: Mapped[str] = mapped_column(ForeignKey("pip.id"), index=True)
    dossier_id: Mapped[str] = mapped_column(ForeignKey("dossier.id"), index=True)
    uren_gevolgd: Mapped[int | None]
    """At a school with the keurmerk."""
    uren_fysiek: Mapped[int | None]
    inzet_tekst: Mapped[str] = mapped_column(Text, default="")
    inzet_bewijs: Mapped[str] = mapped_column(Text, default="")
    """Which paper shows it."""
    inzet_door: Mapped[str] = mapped_column(default="")
    inzet_op: Mapped[date | None]
    onhaalbaar_tekst: Mapped[str] = mapped_column(Text, default="")
    onhaalbaar_bewijs: Mapped[str] = mapped_column(Text, default="")
    onhaalbaar_door: Mapped[str] = mapped_column(default="")
    onhaalbaar_op: Mapped[date | None]

    SAMEN = (
        frozenset({"uren_gevolgd", "uren_fysiek"}),
        frozenset({"inzet_tekst", "inzet_bewijs", "inzet_door", "inzet_op"}),
        frozenset({"onhaalbaar_tekst", "onhaalbaar_bewijs", "onhaalbaar_door", "onhaalbaar_op"}),
    )

    pip: Mapped[Pip] = relationship(back_populates="afschaling")

    @property
    def stroomklasse(self) -> Stroomklasse:
        return Stroomklasse.PIP

    @classmethod
    def nieuw(cls, pip_id: str, dossier_id: str) -> Pipafschaling:
        """The one of a version, whichever laptop makes it."""
        return cls(id=vaste_id("pipafschaling", pip_id), pip_id=pip_id, dossier_id=dossier_id)

    def zet(self, veld: str, waarde: Any) -> None:
        """One field. Raises Invoerfout; what did not change is left alone."""
        schoon = controleer_afschaalveld(veld, waarde)
        if getattr(self, veld) != schoon:
            setattr(self, veld, schoon)


class Handtekenwijze(enum.StrEnum):
    """How the client signed; none of them stops the PIP (domain.md 5.3)."""

    SCHERM = "scherm"
    PAPIER = "papier"
    GEZIEN = "gezien"
    """Saw the plan, does not sign."""
    GEEN = "geen"


class Verklaring(enum.StrEnum):
    """What the client says with it."""

    BESPROKEN = "besproken"
    """Talked about, and understood."""
    AKKOORD = "akkoord"


class Piphandtekening(Vastgelegd, Gejournaald, Base):
    """One moment at which the client signed, or did not. It never changes; another may follow."""

    __tablename__ = "piphandtekening"
    VAST_ZIN = "Een handtekening verandert niet. Leg een nieuwe vast."

    pip_id: Mapped[str] = mapped_column(ForeignKey("pip.id"), index=True)
    dossier_id: Mapped[str] = mapped_column(ForeignKey("dossier.id"), index=True)
    wijze: Mapped[Handtekenwijze]
    verklaring: Mapped[Verklaring | None]
    strepen: Mapped[str] = mapped_column(Text, default="")
    """JSON of `models/handtekening.py`: strokes, without times or pressure."""
    scan: Mapped[str] = mapped_column(Text, default="")
    """base64."""
    scan_naam_soort: Mapped[str] = mapped_column(default="")
    """`application/pdf` and the like; never the name of the file, which may name the person."""
    tolk: Mapped[str] = mapped_column(default="")
    reden: Mapped[str] = mapped_column(Text, default="")
    afdruk: Mapped[str] = mapped_column(default="")
    """Of the text that was signed (`Pipinhoud`, without its dates and who set it)."""
    op: Mapped[datetime]
    door: Mapped[str | None]

    BIJZAAK = frozenset({"op", "door"})

    pip: Mapped[Pip] = relationship(back_populates="handtekeningen")

    @property
    def stroomklasse(self) -> Stroomklasse:
        return Stroomklasse.PIP

    @property
    def is_vast(self) -> bool:
        return sa.inspect(self).persistent

    def was_vast(self, verbinding: sa.Connection) -> bool:
        # Taking it away stays possible: a scan of another person's paper must be able to go.
        return False
