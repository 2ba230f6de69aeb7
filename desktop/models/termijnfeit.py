"""Dated facts that legal terms rest on, with where each came from (domain.md 2.1, 2.7)."""

from __future__ import annotations

import enum
from datetime import date

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.basis import Base, Gejournaald, Stroomklasse
from desktop.models.dossier import lees_tekst
from desktop.models.fouten import Invoerfout


class Feitsoort(enum.StrEnum):
    """What happened. `models/termijnen.py` says which term begins at which."""

    BEGIN_PLICHT = "begin_plicht"
    """DUO's begin of the inburgeringsplicht; not of the term (domain.md 2.1)."""
    SS139_START = "ss139_start"
    """DUO said that the ten weeks began on this day."""
    INFO_GEVRAAGD = "info_gevraagd"
    """Information asked from a third party, before the plan was due."""
    INFO_ONTVANGEN = "info_ontvangen"
    UITKERING = "uitkering"
    """First day of the benefit."""
    DUO_TERMIJN = "duo_termijn"
    """DUO confirmed the term: `dag` is its first day, `tot` the day after its last."""
    VERLENGING = "verlenging"
    """DUO extended it: `tot` is the new day after the last."""
    BEKENDMAKING = "bekendmaking"
    UREN = "uren"
    """Hours followed in the route up to this day; `waarde` is the number."""
    UREN_PARTICIPATIE = "uren_participatie"
    MAP_KLAAR = "map_klaar"
    PVT_KLAAR = "pvt_klaar"
    ROUTE_KLAAR = "route_klaar"


class Termijnfeit(Gejournaald, Base):
    """One fact. A wrong one is removed, and entered anew."""

    __tablename__ = "termijnfeit"

    dossier_id: Mapped[str] = mapped_column(ForeignKey("dossier.id"), index=True)
    soort: Mapped[Feitsoort]
    dag: Mapped[date]
    tot: Mapped[date | None]
    waarde: Mapped[str] = mapped_column(default="")
    bron: Mapped[str] = mapped_column(default="")
    """Who said so, or where it stands, in words."""
    notitie: Mapped[str] = mapped_column(Text, default="")
    op: Mapped[date]
    door: Mapped[str | None]

    SAMEN = (frozenset({"dag", "tot", "waarde"}),)
    BIJZAAK = frozenset({"op", "door"})
    TWEEVOUD = True

    @property
    def stroomklasse(self) -> Stroomklasse:
        return Stroomklasse.PIP

    @classmethod
    def nieuw(
        cls,
        dossier_id: str,
        soort: Feitsoort,
        dag: date,
        *,
        tot: date | None = None,
        waarde: str = "",
        bron: str = "",
        notitie: str = "",
        op: date,
        door: str | None,
    ) -> Termijnfeit:
        """Raises Invoerfout when the days cannot be right."""
        waarde = lees_tekst(waarde, veld="waarde")
        if soort is Feitsoort.DUO_TERMIJN and tot is None:
            raise Invoerfout("tot", "Vul in tot welke dag dit geldt.")
        if soort is Feitsoort.VERLENGING and tot is None and not waarde:
            raise Invoerfout("tot", "Vul in tot welke dag dit geldt.")
        if tot is not None and tot <= dag:
            raise Invoerfout("tot", "De laatste dag ligt voor de eerste. Kijk de dagen na.")
        if soort in MET_AANTAL and not waarde.isdecimal():
            raise Invoerfout("waarde", "Schrijf het aantal uren als getal.")
        return cls(
            dossier_id=dossier_id,
            soort=soort,
            dag=dag,
            tot=tot,
            waarde=waarde,
            bron=lees_tekst(bron, veld="bron"),
            notitie=notitie.strip(),
            op=op,
            door=door,
        )


MET_AANTAL = frozenset({Feitsoort.UREN, Feitsoort.UREN_PARTICIPATIE})
"""Their `waarde` is a number."""
