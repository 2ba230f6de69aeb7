"""Access to a dossier beside its klantmanager's: sharing, absence, breaking the glass.

The central store reads these rows to decide whose laptop gets which streams
(domain.md 7.6; sync.md, Rights).
"""

from __future__ import annotations

import enum
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Protocol

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.basis import Base, Gejournaald, Stroomklasse, vaste_id
from desktop.models.dossier import Dossier, Rol
from desktop.models.fouten import Invoerfout, RedenNodig
from desktop.models.nummers import elfproef
from desktop.models.rechten import PARTNERS


class Grond(enum.StrEnum):
    """Why somebody may see a dossier."""

    KLANTMANAGER = "klantmanager"
    MAKER = "maker"
    """Whoever made it sees it for a while, also when somebody else became its klantmanager."""
    VERVANGING = "vervanging"
    GEDEELD = "gedeeld"
    TOETS = "toets"
    """Leads the sitting of the leerbaarheidstoets, or is asked to plan it."""
    NOOD = "nood"
    LEIDINGGEVENDE = "leidinggevende"


@dataclass(frozen=True)
class Toegangsbeleid:
    """How long access lasts that is not a klantmanager's own; in days."""

    nood_dagen: int
    deling_voorstel: int
    maker_dagen: int
    toets_dagen: int

    def nood_tot(self, vandaag: date) -> date:
        """Last day of access after breaking the glass today."""
        return vandaag + timedelta(days=self.nood_dagen)

    def deling_tot(self, vandaag: date) -> date:
        """Last day that the form for sharing begins with."""
        return vandaag + timedelta(days=self.deling_voorstel)

    def maker_tot(self, gemaakt: date) -> date:
        """Last day on which the maker of a dossier sees it for that reason alone."""
        return gemaakt + timedelta(days=self.maker_dagen)

    def toets_tot(self, sessie: date) -> date:
        """Last day on which the toetsbegeleider of a sitting sees its candidates."""
        return sessie + timedelta(days=self.toets_dagen)


def beleid_uit(ruw: Mapping[str, Any]) -> Toegangsbeleid:
    """Reads `resources/beleid/toegang.toml`."""
    return Toegangsbeleid(
        nood_dagen=ruw["noodtoegang"]["dagen"],
        deling_voorstel=ruw["deling"]["voorstel_dagen"],
        maker_dagen=ruw["maker"]["dagen"],
        toets_dagen=ruw["toets"]["dagen"],
    )


class Deling(Gejournaald, Base):
    """A dossier shared with a colleague or a partner; taken back by removing it."""

    __tablename__ = "deling"

    dossier_id: Mapped[str] = mapped_column(ForeignKey("dossier.id"), index=True)
    medewerker_id: Mapped[str] = mapped_column(ForeignKey("medewerker.id"), index=True)
    tot: Mapped[date | None]
    reden: Mapped[str] = mapped_column(Text, default="")

    @property
    def stroomklasse(self) -> Stroomklasse:
        return Stroomklasse.TOEGANG

    @classmethod
    def nieuw(
        cls, dossier_id: str, medewerker_id: str, reden: str, *, tot: date | None, vandaag: date
    ) -> Deling:
        """Shares a dossier. Raises RedenNodig without a reason, Invoerfout for a day gone by."""
        deling = cls(
            id=cls.id_van(dossier_id, medewerker_id),
            dossier_id=dossier_id,
            medewerker_id=medewerker_id,
        )
        deling.herzie(reden, tot=tot, vandaag=vandaag)
        return deling

    @staticmethod
    def id_van(dossier_id: str, medewerker_id: str) -> str:
        """The identity of the one sharing of a dossier with somebody."""
        return vaste_id("deling", dossier_id, medewerker_id)

    def herzie(self, reden: str, *, tot: date | None, vandaag: date) -> None:
        """Shares for longer or shorter. Raises as `nieuw` does."""
        if not reden.strip():
            raise RedenNodig("Schrijf op waarom je dit dossier deelt.")
        if tot is not None and tot < vandaag:
            raise Invoerfout("tot", _VOORBIJ)
        self.tot, self.reden = tot, reden.strip()

    def geldt_op(self, dag: date) -> bool:
        """True until its last day, and for ever without one."""
        return self.tot is None or dag <= self.tot


class Vervanging(Gejournaald, Base):
    """During an absence a colleague sees and does what the absent klantmanager would."""

    __tablename__ = "vervanging"

    afwezige_id: Mapped[str] = mapped_column(ForeignKey("medewerker.id"), index=True)
    vervanger_id: Mapped[str] = mapped_column(ForeignKey("medewerker.id"), index=True)
    vanaf: Mapped[date]
    tot: Mapped[date]

    @property
    def stroomklasse(self) -> Stroomklasse:
        return Stroomklasse.TOEGANG

    @classmethod
    def nieuw(
        cls, afwezige_id: str, vervanger_id: str, *, vanaf: date, tot: date, vandaag: date
    ) -> Vervanging:
        """Plans an absence. Raises Invoerfout when the days cannot be right."""
        if afwezige_id == vervanger_id:
            raise Invoerfout("vervanger_id", "Kies iemand anders dan degene die afwezig is.")
        if tot < vanaf:
            raise Invoerfout("tot", "De laatste dag ligt voor de eerste. Kijk de dagen na.")
        if tot < vandaag:
            raise Invoerfout("tot", _VOORBIJ)
        return cls(afwezige_id=afwezige_id, vervanger_id=vervanger_id, vanaf=vanaf, tot=tot)

    def geldt_op(self, dag: date) -> bool:
        """True on the first day, the last day, and between."""
        return self.vanaf <= dag <= self.tot

    def beeindig(self, vandaag: date) -> None:
        """Back sooner, or the plan is off: from today on it no longer holds."""
        self.tot = vandaag - timedelta(days=1)


class Noodtoegang(Gejournaald, Base):
    """The glass was broken: a dossier outside one's caseload, with a reason, for some days."""

    __tablename__ = "noodtoegang"

    dossier_id: Mapped[str] = mapped_column(index=True)
    """No foreign key: it is written before the dossier itself may come."""
    medewerker_id: Mapped[str] = mapped_column(ForeignKey("medewerker.id"), index=True)
    tot: Mapped[date]
    reden: Mapped[str] = mapped_column(Text)

    def __init__(self, *, gemeente: str | None = None, **waarden: Any) -> None:
        super().__init__(**waarden)
        self._gemeente = gemeente

    @property
    def stroomklasse(self) -> Stroomklasse:
        return Stroomklasse.TOEGANG

    @property
    def journaal_gemeente(self) -> str | None:
        # Nothing else of the dossier may be here yet to say where it is kept.
        return getattr(self, "_gemeente", None)

    @classmethod
    def nieuw(
        cls,
        dossier_id: str,
        medewerker_id: str,
        reden: str,
        *,
        tot: date,
        gemeente: str | None = None,
    ) -> Noodtoegang:
        """Raises RedenNodig when the reason says nothing."""
        return cls(
            dossier_id=dossier_id,
            medewerker_id=medewerker_id,
            tot=tot,
            reden=controleer_noodreden(reden),
            gemeente=gemeente,
        )

    def geldt_op(self, dag: date) -> bool:
        """True until its last day."""
        return dag <= self.tot


def controleer_noodreden(reden: str) -> str:
    """The reason as it is kept. Raises RedenNodig when it says nothing."""
    schoon = " ".join(reden.split())
    if len(schoon) < KORTSTE_NOODREDEN:
        raise RedenNodig(
            "Schrijf in een hele zin waarom je dit dossier nodig hebt. "
            "De klantmanager van het dossier leest dit."
        )
    return schoon


def lees_zoeknummer(tekst: str) -> str:
    """The number of somebody else's dossier as it is kept, from what was typed.

    A dossier number with or without its dashes, a V-nummer, or a BSN. Raises Invoerfout.
    """
    kaal = "".join(teken for teken in tekst.upper() if teken.isalnum())
    if len(kaal) == 12 and kaal[:6].isdigit():
        return f"{kaal[:4]}-{kaal[4:6]}-{kaal[6:]}"
    cijfers = kaal.removeprefix("V")
    if len(cijfers) == 10 and cijfers.isdigit():
        return cijfers
    if len(cijfers) == 9 and cijfers.isdigit() and elfproef(cijfers):
        return cijfers
    raise Invoerfout(
        "nummer", "Typ het hele nummer. Een dossiernummer ziet er zo uit: 0171-26-K7M4Q2."
    )


class Mijnrecht(Protocol):
    """Who the user is in one gemeente, and what the centre lets them write."""

    @property
    def medewerker(self) -> str: ...

    @property
    def rol(self) -> Rol: ...

    @property
    def schrijven(self) -> frozenset[Stroomklasse]: ...


def mag_regelen(recht: Mijnrecht, klantmanager: str, vervangt: Collection[str]) -> bool:
    """May share a dossier, take that back, and hand it over.

    Its klantmanager may, whoever stands in for that one (`vervangt`: who the user
    stands in for today), and a leidinggevende.
    """
    if Stroomklasse.TOEGANG not in recht.schrijven:
        return False
    if recht.rol is Rol.LEIDINGGEVENDE:
        return True
    return recht.rol is Rol.KLANTMANAGER and klantmanager in {recht.medewerker, *vervangt}


def mag_glas_breken(recht: Mijnrecht) -> bool:
    """May open a dossier outside their own caseload, with a reason."""
    return recht.rol in GLASBREKERS and Stroomklasse.TOEGANG in recht.schrijven


def mag_afgeschermd_openen(recht: Mijnrecht) -> bool:
    """Sees every dossier, but health and what is shielded only with a reason."""
    return recht.rol is Rol.LEIDINGGEVENDE and mag_glas_breken(recht)


def mag_caseload_van(recht: Mijnrecht, medewerker: str) -> bool:
    """May plan this colleague's absence and hand over this colleague's dossiers."""
    if Stroomklasse.TOEGANG not in recht.schrijven:
        return False
    return recht.rol is Rol.LEIDINGGEVENDE or (
        recht.rol is Rol.KLANTMANAGER and recht.medewerker == medewerker
    )


def mag_heel_spoor(recht: Mijnrecht) -> bool:
    """May read the trail of the whole gemeente."""
    return recht.rol in (Rol.LEIDINGGEVENDE, Rol.BEHEERDER)


def draag_over(dossier: Dossier, naar: str) -> None:
    """From now on somebody else is the fixed contact. Raises Invoerfout when that is so already."""
    if dossier.klantmanager_id == naar:
        raise Invoerfout("naar", "Deze collega is al de klantmanager. Kies iemand anders.")
    dossier.klantmanager_id = naar


KORTSTE_NOODREDEN = 10
"""Letters; less is no sentence."""
GLASBREKERS = (Rol.KLANTMANAGER, Rol.LEIDINGGEVENDE)
DEELBAAR_MET = (Rol.KLANTMANAGER, Rol.TOETSBEGELEIDER, *PARTNERS)
"""A leidinggevende sees every dossier already, a beheerder none."""
OVERDRAAGBAAR_AAN = (Rol.KLANTMANAGER, Rol.LEIDINGGEVENDE)
_VOORBIJ = "Deze dag is voorbij. Kies een dag die nog komt."
