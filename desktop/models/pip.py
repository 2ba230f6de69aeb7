"""The PIP: versions that no longer change once set, their sentences, part 2, signatures.

What a version says stands in `Pipinhoud`; a set version keeps it as text (`inhoud`),
so that it reads the same for ever (domain.md 5.4).
"""

from __future__ import annotations

import enum
import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop.models.basis import LEEG, Base, Gejournaald, Stroomklasse, vaste_id
from desktop.models.fouten import NogNietMogelijk, RedenNodig
from desktop.models.pipdelen import (
    VAST,
    Pipafschaling,
    Pipdeel2,
    Piphandtekening,
    Pipregel,
    pip_was_vast,
)
from desktop.models.pipinhoud import DEEL_2, Leerroute, Niveau, Pipinhoud, Regel, Wijzigreden
from desktop.models.pipvelden import controleer_veld, controleer_week, lees_week
from desktop.models.vastgelegd import Vastgelegd

if TYPE_CHECKING:
    from desktop.models.gemeentegegevens import Mandaat
    from desktop.models.weging import Weging


class Pipstatus(enum.StrEnum):
    """A version is being written, or was set."""

    CONCEPT = "concept"
    VASTGESTELD = "vastgesteld"


class Pip(Vastgelegd, Gejournaald, Base):
    """One version. Two laptops that write version n write the same row."""

    __tablename__ = "pip"
    VAST_ZIN = VAST
    VAST_STATUS = Pipstatus.VASTGESTELD
    BEGINT_STIL = True

    dossier_id: Mapped[str] = mapped_column(ForeignKey("dossier.id"), index=True)
    versie: Mapped[int] = mapped_column(default=1)
    weging_id: Mapped[str | None]
    status: Mapped[Pipstatus] = mapped_column(default=Pipstatus.CONCEPT)
    auteur_id: Mapped[str | None]
    wijzigreden: Mapped[Wijzigreden | None]
    wijzigtoelichting: Mapped[str] = mapped_column(Text, default="")
    leerroute: Mapped[Leerroute | None]
    niveau: Mapped[Niveau | None]
    intensiteit: Mapped[int | None]
    alfabetisering: Mapped[str] = mapped_column(default="")
    mag_opleiding_afmaken: Mapped[bool] = mapped_column(default=False)
    lesuren_per_week: Mapped[int | None]
    participatie_uren_per_week: Mapped[int | None]
    pvt_uren: Mapped[int | None]
    map_uren: Mapped[int | None]
    hoofddoel: Mapped[str] = mapped_column(Text, default="")
    participatie_reden: Mapped[str] = mapped_column(Text, default="")
    week: Mapped[Mapping[str, Any]] = mapped_column(default=LEEG)
    dagtekening: Mapped[date | None]
    bekendmaking: Mapped[date | None]
    vastgesteld_door: Mapped[str | None]
    vastgesteld_op: Mapped[datetime | None]
    inhoud: Mapped[str] = mapped_column(Text, default="")
    """`Pipinhoud.als_json()` of a set version; of a draft empty."""

    SAMEN = (
        frozenset(
            {"status", "leerroute", "niveau", "dagtekening", "bekendmaking", "inhoud"}
            | {"vastgesteld_door", "vastgesteld_op"}
        ),
        frozenset({"wijzigreden", "wijzigtoelichting"}),
    )
    BIJZAAK = frozenset({"auteur_id", "vastgesteld_door", "vastgesteld_op"})
    SPREKEND = frozenset({"status", "inhoud", "leerroute", "niveau", "dagtekening"})

    regels: Mapped[list[Pipregel]] = relationship(
        back_populates="pip",
        order_by="(Pipregel.onderdeel, Pipregel.volgorde, Pipregel.id)",
        cascade="all, delete-orphan",
    )
    deel2: Mapped[Pipdeel2 | None] = relationship(
        back_populates="pip", cascade="all, delete-orphan"
    )
    afschaling: Mapped[Pipafschaling | None] = relationship(
        back_populates="pip", cascade="all, delete-orphan"
    )
    handtekeningen: Mapped[list[Piphandtekening]] = relationship(
        back_populates="pip",
        order_by="(Piphandtekening.op, Piphandtekening.id)",
        cascade="all, delete-orphan",
    )

    @property
    def stroomklasse(self) -> Stroomklasse:
        return Stroomklasse.PIP

    @classmethod
    def tegenstrijdig(cls, waarden: Mapping[str, Any]) -> bool:
        """Set on one laptop, while another one wrote another route that the text does not have."""
        status, tekst = (json.loads(waarden.get(v) or "null") for v in ("status", "inhoud"))
        if status != Pipstatus.VASTGESTELD or not tekst:
            return False
        try:
            inhoud = Pipinhoud.van_json(tekst)
        except ValueError:  # a merge goes on, whatever another program wrote
            return False
        zegt = (inhoud.leerroute, inhoud.niveau, inhoud.data.dagtekening)
        kolommen = [json.loads(waarden.get(v) or "null") for v in _VASTGELEGD]
        return kolommen != [None if w is None else str(w) for w in zegt]

    @property
    def is_vast(self) -> bool:
        return self.__dict__.get("status") is Pipstatus.VASTGESTELD

    def was_vast(self, verbinding: sa.Connection) -> bool:
        return pip_was_vast(verbinding, self._waarden("id"))

    @staticmethod
    def id_van(dossier_id: str, versie: int) -> str:
        """There is one version n of a dossier, whichever laptop makes it."""
        return vaste_id("pip", dossier_id, str(versie))

    @classmethod
    def nieuw(
        cls, dossier_id: str, weging: Weging | None, *, auteur_id: str | None, alfabetisering: str
    ) -> Pip:
        """Version 1, as a draft; the route is that of the weighing, once it was decided."""
        pip = cls(
            id=cls.id_van(dossier_id, 1),
            dossier_id=dossier_id,
            auteur_id=auteur_id,
            alfabetisering=alfabetisering,
        )
        if weging is not None:
            pip.neem_weging_over(weging)
        return pip

    def volgende(self, reden: Wijzigreden, toelichting: str, *, auteur_id: str | None) -> Pip:
        """The next version: a copy that can be changed. Raises NogNietMogelijk, RedenNodig."""
        if not self.is_vast:
            raise NogNietMogelijk("Er is al een concept. Werk daar verder in.")
        if not toelichting.strip():
            raise RedenNodig("Schrijf op waarom er een nieuwe versie komt.")
        if reden is Wijzigreden.AFSCHALEN:
            self.eis_lager()
        nieuw = Pip(
            id=self.id_van(self.dossier_id, self.versie + 1),
            dossier_id=self.dossier_id,
            versie=self.versie + 1,
            auteur_id=auteur_id,
            wijzigreden=reden,
            wijzigtoelichting=toelichting.strip(),
            **{veld: getattr(self, veld) for veld in _MEE},
        )
        nieuw.regels = [r.kopie(nieuw.id) for r in self.regels]
        if self.deel2 is not None:
            nieuw.deel2 = self.deel2.kopie(nieuw.id)
        self._vul_aan(nieuw)
        if reden is Wijzigreden.AFSCHALEN:
            nieuw.zet_route(Leerroute.B1, Niveau.A2)
            nieuw.afschaling = Pipafschaling.nieuw(nieuw.id, nieuw.dossier_id)
        return nieuw

    def eis_lager(self) -> None:
        """Raises NogNietMogelijk where nobody can go down from this version.

        That is from B1 to A2 in the B1-route; nothing else (domain.md 2.2).
        """
        if self.leerroute is not Leerroute.B1:
            raise NogNietMogelijk("Afschalen kan alleen in de B1-route.")
        if self.niveau is Niveau.A2:
            raise NogNietMogelijk("Het niveau is al A2. Kies een andere reden.")

    def _vul_aan(self, nieuw: Pip) -> None:
        """What holds is in the next version too, when another laptop took its rows away."""
        vast, er_al = self.vastgelegde_inhoud, {r.id for r in self.regels}
        if vast is None:
            return
        for plek, regel in enumerate(vast.regels):
            if regel.id not in er_al:
                rij = Pipregel.van(regel, nieuw.id, nieuw.dossier_id)
                rij.volgorde = plek
                nieuw.regels.append(rij)
        if vast.uitkering and nieuw.deel2 is None:
            nieuw.zet_deel2(vast.uitkering_vanaf, ontzorgen=vast.ontzorgen)

    # --- what it says

    def neem_weging_over(self, weging: Weging) -> None:
        """The route follows the decision. Raises NogNietMogelijk when it was set.

        Who goes down to A2 does not come back to B1 because the route was weighed once more.
        """
        self._zet("weging_id", weging.id)
        if weging.is_vast:
            lager = self.wijzigreden is Wijzigreden.AFSCHALEN and weging.gekozen is Leerroute.B1
            self.zet_route(weging.gekozen, Niveau.A2 if lager else weging.niveau)

    def zet_route(self, route: Leerroute | None, niveau: Niveau | None) -> None:
        """Route and level; what DUO would reject shows in `pipcontrole`."""
        self._zet("leerroute", route)
        self._zet("niveau", niveau)

    def zet(self, veld: str, waarde: Any) -> None:
        """One field, of those in `pipvelden.VELDEN`. Raises Invoerfout, NogNietMogelijk."""
        self._zet(veld, controleer_veld(veld, waarde))

    def zet_week(self, week: Mapping[str, Any]) -> None:
        """The whole week grid. Raises Invoerfout."""
        self._zet("week", controleer_week(week))

    def zet_cel(self, cel: str, bezigheid: Any | None) -> None:
        """One cell of it (`1-ochtend`); None empties it."""
        week = {k: w for k, w in self.week.items() if k != cel}
        if bezigheid is not None:
            week[cel] = bezigheid
        self.zet_week(week)

    def zet_wijziging(
        self, reden: Wijzigreden, toelichting: str, *, vorige: Pip | None = None
    ) -> None:
        """Why there is this version after `vorige`. Going down brings A2, and what it rests on.

        Raises RedenNodig without words, NogNietMogelijk where nobody can go down.
        """
        if not toelichting.strip():
            raise RedenNodig("Schrijf op waarom er een nieuwe versie komt.")
        self.eis_open()
        was, lager = self.wijzigreden, reden is Wijzigreden.AFSCHALEN
        if lager and vorige is not None:
            vorige.eis_lager()
        self._zet("wijzigreden", reden)
        self._zet("wijzigtoelichting", toelichting.strip())
        if lager:
            self._zet("niveau", Niveau.A2 if self.leerroute is Leerroute.B1 else self.niveau)
            if self.afschaling is None:
                self.afschaling = Pipafschaling.nieuw(self.id, self.dossier_id)
        elif vorige is not None and was is Wijzigreden.AFSCHALEN:
            zelfde = self.leerroute is vorige.leerroute
            self._zet("niveau", vorige.niveau if zelfde else self.niveau)

    def _zet(self, veld: str, waarde: Any) -> None:
        self.eis_open()
        if getattr(self, veld) != waarde:
            setattr(self, veld, waarde)

    # --- sentences

    def regel(self, regel_id: str) -> Pipregel:
        """One sentence. Raises LookupError when it is gone."""
        gevonden = next((r for r in self.regels if r.id == regel_id), None)
        if gevonden is None:
            raise LookupError("line is gone")
        return gevonden

    def voeg_regel_toe(self, regel: Regel, *, terug: bool = False) -> Pipregel:
        """A sentence at the end of its heading; one with an id (a proposal) only once.

        `terug`: it was taken out of this plan, and comes back.
        """
        self.eis_open()
        nieuw = Pipregel.van(regel, self.id, self.dossier_id, terug=terug)
        al = next((r for r in self.regels if r.id == nieuw.id), None)
        if al is not None:
            return al
        zelfde = [r.volgorde for r in self.regels if r.onderdeel == regel.onderdeel]
        nieuw.volgorde = max(zelfde, default=-1) + 1
        self.regels.append(nieuw)
        return nieuw

    def wijzig_regel(self, regel_id: str, veld: str, waarde: Any) -> None:
        """One field of a sentence. Raises Invoerfout, NogNietMogelijk."""
        self.eis_open()
        self.regel(regel_id).zet(veld, waarde)

    def verwijder_regel(self, regel_id: str) -> Regel:
        """Takes it out, and gives it, so that the user can take that back."""
        self.eis_open()
        weg = self.regel(regel_id)
        self.regels.remove(weg)
        return weg.regel

    def verplaats(self, regel_id: str, naar: int) -> None:
        """To this place (from 0) under its own heading."""
        self.eis_open()
        deze = self.regel(regel_id)
        rij = [r for r in self.regels if r.onderdeel == deze.onderdeel and r is not deze]
        rij.sort(key=lambda r: (r.volgorde, r.id))
        rij.insert(max(0, min(naar, len(rij))), deze)
        for plek, regel in enumerate(rij):
            if regel.volgorde != plek:
                regel.volgorde = plek

    # --- part 2

    def zet_deel2(self, vanaf: date | None, *, ontzorgen: bool) -> None:
        """There is a benefit, so there is a part 2."""
        self.eis_open()
        if self.deel2 is None:
            self.deel2 = Pipdeel2.nieuw(self.id, self.dossier_id)
        self.deel2.zet(vanaf, ontzorgen=ontzorgen)

    def geen_deel2(self) -> None:
        """No benefit: part 2 and its sentences go."""
        self.eis_open()
        self.deel2 = None
        for regel in [r for r in self.regels if r.deel == DEEL_2]:
            self.regels.remove(regel)

    # --- setting

    def eis_vaststellen(
        self,
        *,
        door: str | None,
        mandaat: Mandaat | None,
        vier_ogen: bool,
        schrijvers: Collection[str] = (),
    ) -> None:
        """Raises NogNietMogelijk when this person may not set it.

        `schrijvers` wrote in this version, besides the one who began it.
        """
        self.eis_open()
        if mandaat is None:
            raise NogNietMogelijk(
                "Je staat op die dag niet op de mandaatlijst. Vraag iemand met mandaat om dit plan "
                "vast te stellen."
            )
        if vier_ogen and door in {self.auteur_id, *schrijvers}:
            raise NogNietMogelijk(
                "Jij schreef mee aan dit plan. In deze gemeente stelt een ander het vast."
            )

    def leg_vast(
        self, inhoud: Pipinhoud, *, door: str | None, nu: datetime, bekendmaking: date
    ) -> None:
        """From now on it says this, and nothing of it changes. The store asked who may."""
        self.eis_open()
        if inhoud.data.dagtekening is None:
            raise NogNietMogelijk("Vul in op welke dag het plan wordt vastgesteld.")
        self.dagtekening, self.bekendmaking = inhoud.data.dagtekening, bekendmaking
        self.vastgesteld_door, self.vastgesteld_op = door, nu
        self.inhoud = inhoud.als_json()
        self.status = Pipstatus.VASTGESTELD

    @property
    def vastgelegde_inhoud(self) -> Pipinhoud | None:
        """What a set version says; None of a draft."""
        return Pipinhoud.van_json(self.inhoud) if self.is_vast and self.inhoud else None

    def live(self, basis: Pipinhoud) -> Pipinhoud:
        """What the rows say now; `basis` has what other rows of the dossier know."""
        deel2 = self.deel2
        return replace(
            basis,
            versie=self.versie,
            wijzigreden=self.wijzigreden,
            wijzigtoelichting=self.wijzigtoelichting,
            leerroute=self.leerroute,
            niveau=self.niveau,
            intensiteit=self.intensiteit,
            alfabetisering=self.alfabetisering,
            mag_opleiding_afmaken=self.mag_opleiding_afmaken,
            lesuren_per_week=self.lesuren_per_week,
            participatie_uren_per_week=self.participatie_uren_per_week,
            pvt_uren=self.pvt_uren,
            map_uren=self.map_uren,
            hoofddoel=self.hoofddoel,
            participatie_reden=self.participatie_reden,
            week=lees_week(self.week),
            regels=tuple(r.regel for r in op_volgorde(self.regels)),
            uitkering=deel2 is not None,
            uitkering_vanaf=deel2.uitkering_vanaf if deel2 is not None else None,
            ontzorgen=deel2 is not None and deel2.ontzorgen,
        )


VASTSTELVELDEN = (
    "status",
    "dagtekening",
    "bekendmaking",
    "vastgesteld_door",
    "vastgesteld_op",
    "inhoud",
)
"""Columns that setting it fills, and nothing else does."""

_VASTGELEGD = ("leerroute", "niveau", "dagtekening")
"""Columns that the text of a set version says too."""

_MEE = (
    "weging_id",
    "leerroute",
    "niveau",
    "intensiteit",
    "alfabetisering",
    "mag_opleiding_afmaken",
    "lesuren_per_week",
    "participatie_uren_per_week",
    "pvt_uren",
    "map_uren",
    "hoofddoel",
    "participatie_reden",
    "week",
)
"""What a later version takes over from the one before."""


def op_volgorde(regels: Iterable[Pipregel]) -> list[Pipregel]:
    """In their order under each heading."""
    return sorted(regels, key=lambda r: (r.onderdeel, r.volgorde, r.id))
