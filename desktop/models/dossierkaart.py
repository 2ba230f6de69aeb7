"""One dossier at a glance, as values: what its sheet shows and what the next step is."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop.models.antwoord import Antwoordstatus
from desktop.models.deeldatum import Deeldatum
from desktop.models.dossier import Alfabetisering, Dossier, Indeling
from desktop.models.intake import BredeIntake, Fase


class Volgende(enum.StrEnum):
    """The one thing to do next for this client."""

    PLAN = "plan"
    BEGIN = "begin"
    VERDER = "verder"
    SAMENVATTING = "samenvatting"


@dataclass(frozen=True)
class Intakeregel:
    """One intake: where it stands, and the sitting that matters now."""

    id: str
    fase: Fase
    taal: str
    datum: date | None
    tijd: str
    gesloten_op: date | None
    aantal_antwoorden: int


@dataclass(frozen=True)
class Huisgenootregel:
    """A member of the household."""

    naam: str
    relatie: str
    geboortejaar: int | None


@dataclass(frozen=True)
class Dossierkaart:
    """What the sheet of a dossier shows. No BSN: the client may be looking over a shoulder."""

    id: str
    nummer: str
    naam: str
    oefening: bool
    geboren: Deeldatum | None
    leeftijd: tuple[int, int] | None
    """Lowest and highest age that fit; alike when the date is complete."""
    nationaliteit: str | None
    v_nummer: str | None
    gemeente: str
    spreektaal: str | None
    dialect: str | None
    leestaal: str | None
    alfabetisering: Alfabetisering
    klantmanager: str
    klantmanager_telefoon: str | None
    klantmanager_email: str | None
    telefoon: str | None
    email: str | None
    adres: str | None
    indeling: Indeling | None
    gedetailleerd: str | None
    doelgroep_vanaf: date | None
    datum_koppeling: date | None
    datum_kennisgeving: date | None
    datum_brp: date | None
    datum_huisvesting: date | None
    huisgenoten: tuple[Huisgenootregel, ...]
    intakes: tuple[Intakeregel, ...]

    @property
    def actueel(self) -> Intakeregel | None:
        """The intake that the next step is about: an open one, else the last closed."""
        open_ = [i for i in self.intakes if i.fase is not Fase.GESLOTEN]
        return next(iter(open_ or self.intakes), None)

    @property
    def volgende(self) -> Volgende:
        """The next step."""
        if self.actueel is None:
            return Volgende.PLAN
        if self.actueel.fase is Fase.GESLOTEN:
            return Volgende.SAMENVATTING
        return Volgende.BEGIN if self.actueel.fase is Fase.GEPLAND else Volgende.VERDER


def leeftijd(geboren: Deeldatum, vandaag: date) -> tuple[int, int]:
    """Lowest and highest age on this day of somebody born on a perhaps partial date."""

    def op(maand: int, dag: int) -> int:
        return vandaag.year - geboren.jaar - ((vandaag.month, vandaag.day) < (maand, dag))

    oudst = op(geboren.maand or 1, geboren.dag or 1)
    jongst = op(geboren.maand or 12, geboren.dag or 31)
    return max(0, jongst), max(0, oudst)


def dossierkaart(
    dossier: Dossier, intakes: Sequence[BredeIntake], *, vandaag: date
) -> Dossierkaart:
    """Reads a dossier and its intakes into values; open intakes first."""
    groep = dossier.doelgroep_op(vandaag)
    geboren = dossier.geboorte
    km = dossier.klantmanager
    volgorde = sorted(intakes, key=lambda i: (i.gesloten, -(i.gesloten_op or vandaag).toordinal()))
    return Dossierkaart(
        id=dossier.id,
        nummer=dossier.nummer,
        naam=dossier.naam,
        oefening=dossier.oefening,
        geboren=geboren,
        leeftijd=leeftijd(geboren, vandaag) if geboren else None,
        nationaliteit=dossier.nationaliteit,
        v_nummer=dossier.v_nummer,
        gemeente=dossier.gemeente,
        spreektaal=dossier.spreektaal,
        dialect=dossier.dialect,
        leestaal=dossier.leestaal,
        alfabetisering=dossier.alfabetisering,
        klantmanager=km.naam,
        klantmanager_telefoon=km.telefoon,
        klantmanager_email=km.email,
        telefoon=dossier.telefoon,
        email=dossier.email,
        adres=dossier.adres,
        indeling=groep.indeling if groep else None,
        gedetailleerd=groep.gedetailleerd.value if groep and groep.gedetailleerd else None,
        doelgroep_vanaf=groep.vanaf if groep else None,
        datum_koppeling=dossier.datum_koppeling,
        datum_kennisgeving=dossier.datum_kennisgeving,
        datum_brp=dossier.datum_brp,
        datum_huisvesting=dossier.datum_huisvesting,
        huisgenoten=tuple(
            Huisgenootregel(h.naam, h.relatie.value, h.geboortejaar) for h in dossier.huisgenoten
        ),
        intakes=tuple(_intakeregel(intake, vandaag) for intake in volgorde),
    )


def _intakeregel(intake: BredeIntake, vandaag: date) -> Intakeregel:
    """The first sitting from today on, else the last one that was held."""
    komend = [z for z in intake.zittingen if z.datum >= vandaag]
    zitting = next(iter(komend), None) or next(reversed(intake.zittingen), None)
    return Intakeregel(
        id=intake.id,
        fase=intake.fase,
        taal=intake.taal,
        datum=zitting.datum if zitting else None,
        tijd=zitting.tijd if zitting else "",
        gesloten_op=intake.gesloten_op,
        aantal_antwoorden=sum(
            a.status not in (Antwoordstatus.OPEN, Antwoordstatus.LATER)
            for a in intake.antwoorden.values()
        ),
    )
