"""One date that follows from a rule: what it was counted from, and how sure it is."""

from __future__ import annotations

import enum
from datetime import date, timedelta
from typing import NamedTuple

from desktop.models.bewaren import Graad
from desktop.models.termijnbeleid import Term
from desktop.taal import N_

DAG = timedelta(days=1)


class Regel(enum.StrEnum):
    """The rules of domain.md 2.7; a letter where one rule gives two dates."""

    D1 = "D1"
    D2 = "D2"
    D3A = "D3a"
    D3B = "D3b"
    D4 = "D4"
    D5 = "D5"
    D6 = "D6"
    D7A = "D7a"
    D7B = "D7b"
    D8A = "D8a"
    D8B = "D8b"
    D9 = "D9"
    D10 = "D10"
    D11A = "D11a"
    D11B = "D11b"
    D12A = "D12a"
    D12B = "D12b"
    D13A = "D13a"
    D13B = "D13b"
    D14 = "D14"
    D15 = "D15"
    D16 = "D16"
    D17A = "D17a"
    D17B = "D17b"
    D18 = "D18"
    D19 = "D19"
    D20 = "D20"


class Soort(enum.Enum):
    """What somebody has to do with the day; only the first two can be late."""

    PLICHT = enum.auto()
    """To be done by then."""
    STREEF = enum.auto()
    """The same, by our own policy."""
    TOT = enum.auto()
    """Possible until then."""
    VANAF = enum.auto()
    """Possible from then on."""
    VERWACHT = enum.auto()
    """Something is to be expected around it."""
    AANWIJZING = enum.auto()
    """Says something about the person; nothing happens on it."""


class Status(enum.StrEnum):
    """Where it stands, whatever day it is today."""

    OPEN = "open"
    KLAAR = "klaar"
    WACHT_OP_DERDEN = "wacht op derden"


class Onzeker(enum.StrEnum):
    """Why a date is only provisional."""

    DUO = "duo"
    """DUO has not confirmed the term yet."""
    ANKER = "anker"
    """One of the two dates at which the ten weeks begin is not known."""
    BEKENDMAKING = "bekendmaking"
    """Nobody wrote down when the decision was sent."""
    GEBOORTE = "geboorte"
    """Of the day of birth only a part is known."""
    TEMPO = "tempo"
    """Counted on as if the hours a week stay the same."""


class Stand(enum.StrEnum):
    """Where it stands today."""

    LAAT = "laat"
    NABIJ = "nabij"
    WACHT = "wacht"
    KOMEND = "komend"
    KAN = "kan"
    """Possible since its day, and still."""
    VOORBIJ = "voorbij"
    KLAAR = "klaar"


class Invoer(NamedTuple):
    """One fact that was used: a name from `Feitnaam`, its day, and a number where it has one."""

    naam: str
    dag: date | None
    waarde: str = ""


class Feitnaam(enum.StrEnum):
    """How facts are named to the user."""

    KENNISGEVING = N_("Kennisgeving van DUO")
    BRP = N_("Inschrijving in de BRP")
    SS139 = N_("Begin van de tien weken volgens DUO")
    GEVRAAGD = N_("Informatie gevraagd")
    ONTVANGEN = N_("Informatie ontvangen")
    ZONDER_WACHTEN = N_("Laatste dag zonder wachten")
    INTAKE = N_("Brede intake")
    DAGTEKENING = N_("Dagtekening van het eerste PIP")
    DAGTEKENING_VERSIE = N_("Dagtekening van deze versie")
    BEKENDMAKING = N_("Bekendmaking van deze versie")
    START = N_("Begin van de inburgeringstermijn")
    LAATSTE_DAG = N_("Laatste dag van de inburgeringstermijn")
    DUO_START = N_("Begin van de termijn volgens DUO")
    DUO_LAATSTE_DAG = N_("Laatste dag van de termijn volgens DUO")
    VERLENGD = N_("Besluit van DUO over extra tijd")
    MAP_KLAAR = N_("Eindgesprek MAP")
    PVT_KLAAR = N_("PVT ondertekend")
    ROUTE_KLAAR = N_("Leerroute afgerond")
    EXAMENDAG = N_("Laatste examendag")
    UITKERING = N_("Eerste dag van de uitkering")
    ONTZORGEN = N_("Laatste dag van het ontzorgen")
    KWARTAAL = N_("Laatste dag van het kwartaal")
    GEBOREN = N_("Geboortedatum")
    UREN = N_("Gevolgde uren")
    WEEKUREN = N_("Uren per week")
    HANDELING = N_("Laatste handeling in het dossier")
    GESLOTEN = N_("Gesprek afgesloten")


class Termijn(NamedTuple):
    """A date by rule. `ruw` is the day to work towards, `wettelijk` the last day by law.

    A named tuple and no dataclass: a caseload has hundreds of thousands of them.
    """

    regel: Regel
    soort: Soort
    term: Term
    inputs: tuple[Invoer, ...]
    ruw: date
    wettelijk: date
    start: date | None = None
    einde: date | None = None
    """Exclusive, with `start`: where the rule gives a period and not one day."""
    onzeker: Onzeker | None = None
    door_duo: bool = False
    status: Status = Status.OPEN
    let_op: bool = False
    """The date itself asks for attention, such as an AOW age before the end of the term."""
    stil: bool = False
    """Stays off the timeline: far away, and nobody has to do anything."""
    nummer: int = 0
    """Version of the PIP (D4), or month of the term (D18)."""

    @property
    def regel_id(self) -> str:
        """`D1` to `D20`; a letter where one rule gives two dates."""
        return self.regel.value

    @property
    def sleutel(self) -> tuple[str, int]:
        """Names it within one dossier."""
        return (self.regel.value, self.nummer)

    @property
    def bron(self) -> str:
        """Where the length was found."""
        return self.term.bron

    @property
    def graad(self) -> Graad:
        """How sure that is."""
        return self.term.graad

    @property
    def gecontroleerd_op(self) -> date:
        """When somebody looked it up."""
        return self.term.gecontroleerd_op

    @property
    def voorlopig(self) -> bool:
        """True while something may still move it."""
        return self.onzeker is not None

    @property
    def verschoven(self) -> bool:
        """True when the Algemene termijnenwet moved it."""
        return self.wettelijk != self.ruw

    def stand(self, vandaag: date, nabij: int) -> Stand:
        """Where it stands today; `nabij` is in days. Who waits for others is not late."""
        if self.status is Status.KLAAR:
            return Stand.KLAAR
        if self.status is Status.WACHT_OP_DERDEN:
            return Stand.WACHT
        if self.soort is Soort.VANAF and self.wettelijk <= vandaag:
            return Stand.KAN if self.einde is None or vandaag < self.einde else Stand.VOORBIJ
        if self.wettelijk < vandaag:
            return Stand.LAAT if self.soort in KAN_LAAT else Stand.VOORBIJ
        if self.soort in KAN_NABIJ and (self.ruw - vandaag).days <= nabij:
            return Stand.NABIJ
        return Stand.KOMEND


KAN_LAAT = frozenset({Soort.PLICHT, Soort.STREEF})
KAN_NABIJ = KAN_LAAT | {Soort.TOT}
