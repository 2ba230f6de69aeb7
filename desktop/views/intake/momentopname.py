"""What the screens of the intake show, read in one go and kept as plain values.

Nothing of the database leaves the session: a view holds these, and asks for new
ones when the store announces a change.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from desktop.models.antwoord import Antwoord, Antwoordstatus, Wijze
from desktop.models.gespreksgang import aantal_kinderen, gang, te_bevestigen
from desktop.models.intake import BredeIntake, Fase
from desktop.models.taalkeuze import Taalkeuze
from desktop.models.tolk import Verstaan, Vervolg
from desktop.models.voortgang import Voortgang, voortgang
from desktop.models.vragen import Vragenlijst
from desktop.models.zitting import Tolkwijze


@dataclass(frozen=True)
class Antwoordbeeld:
    """One answer as it stands."""

    id: str
    status: Antwoordstatus
    opties: tuple[str, ...]
    waarde: str | None
    delen: Mapping[str, Any]
    reden: str | None
    wijze: Wijze | None
    bevestigd: bool
    door: str
    op: datetime | None

    @property
    def gegeven(self) -> bool:
        """True when there is something to read."""
        return self.status not in (Antwoordstatus.OPEN, Antwoordstatus.LATER)


@dataclass(frozen=True)
class Tolkstand:
    """The interpreter of the sitting that runs: understood or not, and the working time."""

    zitting: str = ""
    er_is_tolk: bool = False
    uitkomst: Verstaan | None = None
    vervolg: Vervolg | None = None
    verstaan: bool | None = None
    """What counts for the sitting; also filled in without a check."""
    gedaan: timedelta = timedelta(0)
    """Stretches that ended."""
    sinds: datetime | None = None
    """Begin of the stretch that runs."""

    def getolkt(self, nu: datetime) -> timedelta:
        """Working time until now, without the pauses."""
        loopt = max(timedelta(0), nu - self.sinds) if self.sinds else timedelta(0)
        return self.gedaan + loopt


@dataclass(frozen=True)
class Stand:
    """A whole intake at one moment."""

    dossier_id: str
    naam: str
    nummer: str
    oefening: bool
    taalkeuze: Taalkeuze
    fase: Fase
    opening: frozenset[str]
    gesloten_op: date | None
    alleen_vandaag: bool
    kinderen: int
    antwoorden: Mapping[str, Antwoordbeeld]
    overslagen: Mapping[str, str]
    voortgang: Voortgang
    gang: tuple[str, ...]
    te_bevestigen: tuple[str, ...]
    tolk: Tolkstand = Tolkstand()

    @property
    def taal(self) -> str:
        """Tag of what stands on the client's screen."""
        return self.taalkeuze.taal

    @property
    def gesloten(self) -> bool:
        """After the closing a change asks for a reason."""
        return self.fase is Fase.GESLOTEN


def stand_van(
    intake: BredeIntake, lijst: Vragenlijst, *, vandaag: date, collegas: Mapping[str, str]
) -> Stand:
    """Reads an intake into plain values; `collegas` are names by id."""
    dossier = intake.dossier
    stand = voortgang(intake, lijst)
    gang_ = gang(stand.standen, lijst)
    return Stand(
        dossier_id=intake.dossier_id,
        naam=dossier.naam,
        nummer=dossier.nummer,
        oefening=dossier.oefening,
        taalkeuze=intake.taalkeuze,
        fase=intake.fase,
        opening=frozenset(intake.opening),
        gesloten_op=intake.gesloten_op,
        alleen_vandaag=intake.alleen_op(vandaag),
        kinderen=aantal_kinderen(intake),
        antwoorden={c: _antwoord(a, collegas) for c, a in intake.antwoorden.items()},
        overslagen={o.domein: o.reden for o in intake.overslagen},
        voortgang=stand,
        gang=gang_,
        te_bevestigen=te_bevestigen(intake, gang_),
        tolk=_tolk(intake),
    )


def _tolk(intake: BredeIntake) -> Tolkstand:
    zitting = intake.lopende_zitting
    if zitting is None:
        return Tolkstand()
    check, loopt = zitting.laatste_taalcheck, zitting.lopende_tolktijd
    return Tolkstand(
        zitting.id,
        zitting.tolk_wijze is not Tolkwijze.GEEN,
        check.uitkomst if check else None,
        check.vervolg if check else None,
        zitting.tolk_verstaan,
        zitting.getolkt_afgerond,
        loopt.begin if loopt else None,
    )


def _antwoord(antwoord: Antwoord, collegas: Mapping[str, str]) -> Antwoordbeeld:
    return Antwoordbeeld(
        id=antwoord.id,
        status=antwoord.status,
        opties=antwoord.opties,
        waarde=antwoord.waarde,
        delen=antwoord.delen,
        reden=antwoord.reden,
        wijze=antwoord.wijze,
        bevestigd=antwoord.bevestigd,
        door=collegas.get(antwoord.door or "", ""),
        op=antwoord.op,
    )
