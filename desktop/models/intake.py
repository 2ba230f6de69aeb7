"""The brede intake (Wi2021 art. 14; domain.md 3): the talk itself, from plan to closing."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, attribute_keyed_dict, mapped_column, relationship

from desktop.models.antwoord import (
    Antwoord,
    Antwoordstatus,
    Keuze,
    Notitie,
    Notitiesoort,
    Wijze,
    controleer,
)
from desktop.models.basis import LEEG, RANG, Base, Gejournaald
from desktop.models.dossier import Dossier
from desktop.models.fouten import Invoerfout, NietAlleen, NogNietMogelijk, RedenNodig
from desktop.models.intakedelen import Afspraak, Alleenmoment, Domeinoverslag
from desktop.models.taalkeuze import Taalkeuze
from desktop.models.vragen import BESLOTEN_DOMEINEN, Vraag, Vragenlijst
from desktop.models.zitting import Partij, Zitting, nieuwe_zitting

_NEDERLAND = ZoneInfo("Europe/Amsterdam")

OPENING = ("wie", "tolk", "geheim", "opschrijven", "niet-zeggen", "pauze", "begrepen")
"""Points of the opening, none of which can be skipped (domain.md 3.2, 1)."""

AFSLUITTEKSTEN = ("sterke_punten", "wens_een_jaar", "wens_drie_jaar", "teach_back")


class Fase(enum.StrEnum):
    """Where the intake stands."""

    GEPLAND = "gepland"
    OPENING = "opening"
    GESPREK = "gesprek"
    GESLOTEN = "gesloten"


class BredeIntake(Gejournaald, Base):
    """One talk over the ten leefdomeinen, in one or more sittings."""

    __tablename__ = "brede_intake"

    dossier_id: Mapped[str] = mapped_column(ForeignKey("dossier.id"), index=True)
    vragenlijst: Mapped[str]
    taal: Mapped[str] = mapped_column(default="nl")
    spraaktaal: Mapped[str] = mapped_column(default="")
    dialect: Mapped[str] = mapped_column(default="")
    schrift: Mapped[str] = mapped_column(default="")
    eigen_cijfers: Mapped[bool] = mapped_column(default=False)
    toon_nederlands: Mapped[bool] = mapped_column(default=True)
    voorlezen: Mapped[bool] = mapped_column(default=False)
    eerst_horen: Mapped[bool] = mapped_column(default=False)
    fase: Mapped[Fase] = mapped_column(default=Fase.GEPLAND)
    opening: Mapped[Mapping[str, Any]] = mapped_column(default=LEEG, info={RANG: True})
    teach_back: Mapped[str] = mapped_column(Text, default="")
    sterke_punten: Mapped[str] = mapped_column(Text, default="")
    wens_een_jaar: Mapped[str] = mapped_column(Text, default="")
    wens_drie_jaar: Mapped[str] = mapped_column(Text, default="")
    gesloten_op: Mapped[date | None]
    sluitreden: Mapped[str | None] = mapped_column(Text)

    SAMEN = (frozenset({"fase", "gesloten_op", "sluitreden"}),)

    dossier: Mapped[Dossier] = relationship()
    zittingen: Mapped[list[Zitting]] = relationship(
        back_populates="intake", order_by="Zitting.datum", cascade="all, delete-orphan"
    )
    antwoorden: Mapped[dict[str, Antwoord]] = relationship(
        back_populates="intake",
        collection_class=attribute_keyed_dict("vraag_code"),
        cascade="all, delete-orphan",
    )
    notities: Mapped[list[Notitie]] = relationship(
        back_populates="intake", order_by="Notitie.op", cascade="all, delete-orphan"
    )
    overslagen: Mapped[list[Domeinoverslag]] = relationship(
        back_populates="intake", cascade="all, delete-orphan"
    )
    alleenmomenten: Mapped[list[Alleenmoment]] = relationship(
        back_populates="intake", order_by="Alleenmoment.op", cascade="all, delete-orphan"
    )
    afspraken: Mapped[list[Afspraak]] = relationship(
        back_populates="intake", order_by="Afspraak.volgorde", cascade="all, delete-orphan"
    )

    @property
    def taalkeuze(self) -> Taalkeuze:
        """In which language, script and voice the client gets the talk."""
        return Taalkeuze(
            taal=self.taal,
            spraaktaal=self.spraaktaal or self.taal,
            dialect=self.dialect,
            schrift=self.schrift,
            eigen_cijfers=self.eigen_cijfers,
            toon_nederlands=self.toon_nederlands,
            voorlezen=self.voorlezen,
            eerst_horen=self.eerst_horen,
        )

    def kies_taal(self, keuze: Taalkeuze) -> None:
        """Changes the client's settings; may be done at any moment, also after the closing."""
        waarden = asdict(keuze)
        if keuze.spraaktaal == keuze.taal:
            waarden["spraaktaal"] = ""
        for veld, waarde in waarden.items():
            if getattr(self, veld) != waarde:
                setattr(self, veld, waarde)

    @property
    def gesloten(self) -> bool:
        """True after the closing; a change then asks for a reason."""
        return self.fase is Fase.GESLOTEN

    @property
    def alleen(self) -> bool:
        """True when the last time it was asked, the client was alone with klantmanager and tolk."""
        return bool(self.alleenmomenten) and self.alleenmomenten[-1].alleen

    def alleen_op(self, dag: date) -> bool:
        """True when the client was alone the last time it was asked, and that was on this day.

        In a later sitting others may have come in, so it has to be asked anew.
        """
        if not self.alleen:
            return False
        return self.alleenmomenten[-1].op.astimezone(_NEDERLAND).date() == dag

    @property
    def lopende_zitting(self) -> Zitting | None:
        """The sitting that was begun last, else the last one planned."""
        begonnen = [z for z in self.zittingen if z.begonnen_op is not None]
        if begonnen:
            return max(begonnen, key=lambda z: str(z.begonnen_op))
        return self.zittingen[-1] if self.zittingen else None

    def schrijf_afsluiting(self, veld: str, tekst: str) -> None:
        """One text of the closing: strengths, wishes, or what the client told back."""
        if veld not in AFSLUITTEKSTEN:
            raise ValueError(veld)
        self.eis_open()
        if getattr(self, veld) != tekst.strip():
            setattr(self, veld, tekst.strip())

    def eis_open(self) -> None:
        """Raises NogNietMogelijk after the closing."""
        if self.gesloten:
            raise NogNietMogelijk("Dit gesprek is afgesloten. Dit staat vast.")

    def spreek_af(self) -> Afspraak:
        """A new, empty agreement at the end of the list."""
        self.eis_open()
        afspraak = Afspraak(
            dossier_id=self.dossier_id,
            volgorde=max((a.volgorde for a in self.afspraken), default=-1) + 1,
        )
        self.afspraken.append(afspraak)
        return afspraak

    def laat_afspraak_vallen(self, afspraak_id: str) -> None:
        """Takes an agreement off the list."""
        self.eis_open()
        for afspraak in [a for a in self.afspraken if a.id == afspraak_id]:
            self.afspraken.remove(afspraak)

    def plan_zitting(self, datum: date) -> Zitting:
        """A new sitting with the four parties invited (domain.md 3.1)."""
        self.eis_open()
        namen = {
            Partij.CLIENT: self.dossier.naam,
            Partij.KLANTMANAGER: self.dossier.klantmanager.naam,
        }
        zitting = nieuwe_zitting(self.dossier_id, datum, taal=self.taal, namen=namen)
        self.zittingen.append(zitting)
        return zitting

    def bevestig_opening(self, punt: str, *, nu: datetime) -> None:
        """One point of the opening was said and understood; after the last the talk begins."""
        if punt not in OPENING:
            raise ValueError(punt)
        self.opening = {**self.opening, punt: nu.isoformat()}
        if self.fase is Fase.GEPLAND:
            self.fase = Fase.OPENING

    def begin_gesprek(self) -> None:
        """From opening to questions. Raises NogNietMogelijk while a point is open."""
        if self.gesloten:
            return
        if any(punt not in self.opening for punt in OPENING):
            raise NogNietMogelijk(
                "Loop eerst alle punten van de opening langs. Daarna begint het gesprek."
            )
        self.fase = Fase.GESPREK

    def meld_alleen(self, alleen: bool, *, door: str | None, nu: datetime) -> None:
        """Keeps the answer to "is the client alone with you and the interpreter?"."""
        self.alleenmomenten.append(
            Alleenmoment(dossier_id=self.dossier_id, alleen=alleen, door=door, op=nu)
        )

    def beantwoord(
        self,
        vraag: Vraag,
        keuze: Keuze,
        *,
        door: str | None,
        wijze: Wijze,
        nu: datetime,
        bevestigd: bool = True,
        reden: str | None = None,
    ) -> Antwoord:
        """Keeps an answer. Raises NietAlleen, Invoerfout, or RedenNodig after the closing."""
        controleer(vraag, keuze)
        self._vraag_alleen(vraag, nu)
        antwoord = self._open(vraag, reden)
        antwoord.zet(keuze, vraag)
        return self._teken(antwoord, door, wijze, nu, bevestigd)

    def antwoord_niet(
        self,
        vraag: Vraag,
        status: Antwoordstatus,
        *,
        door: str | None,
        wijze: Wijze,
        nu: datetime,
        bevestigd: bool = True,
        reden: str | None = None,
    ) -> Antwoord:
        """*Weet ik niet*, *wil ik niet zeggen* or *later*; OPEN takes an answer back."""
        if status is not Antwoordstatus.LATER:
            self._vraag_alleen(vraag, nu)
        antwoord = self._open(vraag, reden)
        antwoord.zet_status(status)
        return self._teken(antwoord, door, wijze, nu, bevestigd)

    def bevestig(self, vraag: Vraag, *, nu: datetime) -> None:
        """The klantmanager saw what the client touched and agrees."""
        antwoord = self.antwoorden.get(vraag.code)
        if antwoord is not None and not antwoord.bevestigd:
            antwoord.bevestigd = True

    def herzie_wijze(
        self,
        vraag: Vraag,
        wijze: Wijze,
        *,
        door: str | None,
        nu: datetime,
        reden: str | None = None,
    ) -> None:
        """Corrects how the answer was given; the answer itself stays, and is agreed with."""
        self._teken(self._open(vraag, reden), door, wijze, nu, True)

    def motiveer(self, vraag: Vraag, tekst: str, *, reden: str | None = None) -> None:
        """The sentence of reason behind a score. Raises RedenNodig when it says nothing."""
        self._open(vraag, reden).geef_reden(tekst)

    def noteer(
        self,
        domein: str,
        tekst: str,
        *,
        vraag: Vraag | None,
        soort: Notitiesoort,
        door: str | None,
        nu: datetime,
        notitie_id: str | None = None,
    ) -> Notitie | None:
        """Writes or changes a note; an empty text takes it away. Returns the note, if any.

        A note with a shielded question is always shielded. A note that becomes shielded,
        or is so no longer, is another row from then on: a row has one stream, and who
        may not read the new one must not keep the old text on screen.
        """
        self.eis_open()
        if vraag is not None and vraag.afgeschermd:
            soort = Notitiesoort.AFGESCHERMD
        bestaand = next((n for n in self.notities if n.id == notitie_id), None)
        if not tekst.strip():
            if bestaand is not None:
                self.notities.remove(bestaand)
            return None
        geheim = Notitiesoort.AFGESCHERMD
        if bestaand is not None and (bestaand.soort is geheim) is not (soort is geheim):
            self.notities.remove(bestaand)
            bestaand, notitie_id = None, None
        if bestaand is None:
            bestaand = Notitie(
                dossier_id=self.dossier_id,
                domein=domein,
                vraag_code=vraag.code if vraag else None,
                gezondheid=domein in BESLOTEN_DOMEINEN or (vraag is not None and vraag.gezondheid),
            )
            if notitie_id:
                bestaand.id = notitie_id
            self.notities.append(bestaand)
        bestaand.tekst, bestaand.soort = tekst, soort
        bestaand.door, bestaand.op = door, nu
        return bestaand

    def sla_domein_over(self, domein: str, reden: str) -> None:
        """Leaves a whole domain out. Raises RedenNodig without a reason."""
        self.eis_open()
        if not reden.strip():
            raise RedenNodig("Schrijf op waarom dit leefdomein niet nodig is.")
        for overslag in self.overslagen:
            if overslag.domein == domein:
                overslag.reden = reden.strip()
                return
        self.overslagen.append(
            Domeinoverslag.nieuw(self.id, self.dossier_id, domein, reden.strip())
        )

    def vraag_domein_toch(self, domein: str) -> None:
        """Takes a skip back."""
        self.eis_open()
        for overslag in [o for o in self.overslagen if o.domein == domein]:
            self.overslagen.remove(overslag)

    def sluit(self, lijst: Vragenlijst, *, op: date, reden: str | None) -> None:
        """Closes the intake.

        Raises NogNietMogelijk before the opening is done, RedenNodig when something
        that has to be asked is still open and no reason says why.
        """
        from desktop.models.voortgang import voortgang

        if self.fase is not Fase.GESPREK:
            raise NogNietMogelijk("Dit gesprek is nog niet begonnen of al afgesloten.")
        stand = voortgang(self, lijst)
        if (stand.ontbreekt or not stand.minimum_gedekt) and not (reden or "").strip():
            raise RedenNodig(
                "Er staan nog vragen open. Schrijf op waarom je het gesprek toch afsluit."
            )
        self.fase, self.gesloten_op = Fase.GESLOTEN, op
        self.sluitreden = (reden or "").strip() or None

    def _vraag_alleen(self, vraag: Vraag, nu: datetime) -> None:
        dag = nu.astimezone(_NEDERLAND).date()
        if vraag.alleen and not self.gesloten and not self.alleen_op(dag):
            raise NietAlleen(vraag.code)

    def _open(self, vraag: Vraag, reden: str | None) -> Antwoord:
        if self.fase in (Fase.GEPLAND, Fase.OPENING):
            raise NogNietMogelijk("Loop eerst de opening langs. Daarna komen de vragen.")
        if self.gesloten and not (reden or "").strip():
            raise RedenNodig("Het gesprek is afgesloten. Schrijf op waarom je dit nog verandert.")
        antwoord = self.antwoorden.get(vraag.code)
        if antwoord is None:
            antwoord = Antwoord.nieuw(self.id, self.dossier_id, vraag)
            self.antwoorden[vraag.code] = antwoord
        if self.gesloten:
            antwoord.wijzigreden = (reden or "").strip()
        return antwoord

    @staticmethod
    def _teken(
        antwoord: Antwoord, door: str | None, wijze: Wijze, nu: datetime, bevestigd: bool
    ) -> Antwoord:
        antwoord.door, antwoord.wijze, antwoord.op = door, wijze, nu
        antwoord.bevestigd = bevestigd
        return antwoord


def nieuwe_intake(
    dossier: Dossier, lijst: Vragenlijst, *, taal: str, spraaktaal: str = ""
) -> BredeIntake:
    """An intake that keeps the version of the list it begins with.

    `taal` is read, `spraaktaal` heard; empty when they are one.
    """
    return BredeIntake(
        dossier_id=dossier.id,
        vragenlijst=lijst.versie,
        taal=taal,
        spraaktaal="" if spraaktaal == taal else spraaktaal,
        dialect=dossier.dialect or "",
    )


def controleer_afspraak(wat: str) -> str:
    """One agreement. Raises Invoerfout when it says nothing."""
    if not wat.strip():
        raise Invoerfout("wat", "Schrijf op wat er gaat gebeuren.")
    return wat.strip()
