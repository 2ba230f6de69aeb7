"""The weighing of three routes, with reasons, and who decided (domain.md 0.9, 4.5)."""

from __future__ import annotations

import enum
import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop.models.basis import Base, Gejournaald, Stroomklasse, vaste_id
from desktop.models.dossier import Rol
from desktop.models.fouten import Domeinfout, Invoerfout, NogNietMogelijk
from desktop.models.onderzoek import Onderzoek, Onderzoeksoort
from desktop.models.pipinhoud import Leerroute, Niveau, Oordeel, Routeoordeel
from desktop.models.vastgelegd import Vastgelegd
from desktop.models.wegingregels import (
    ROUTES,
    Gemis,
    Routestand,
    Wegingfeiten,
    ontbreekt,
    tweede_lezer_nodig,
    wijkt_af,
)

VAST = "Over deze weging is al besloten. Begin een nieuwe weging."
LEZERS = frozenset({Rol.KLANTMANAGER, Rol.LEIDINGGEVENDE})


class Wegingstatus(enum.StrEnum):
    """Being weighed, or decided."""

    OPEN = "open"
    BESLOTEN = "besloten"


class Weging(Vastgelegd, Gejournaald, Base):
    """One weighing of all three routes. A later one (a route switch) is another row."""

    __tablename__ = "weging"
    VAST_ZIN = VAST
    VAST_STATUS = Wegingstatus.BESLOTEN
    BEGINT_STIL = True

    dossier_id: Mapped[str] = mapped_column(ForeignKey("dossier.id"), index=True)
    volgnummer: Mapped[int] = mapped_column(default=1)
    intake_id: Mapped[str | None]
    gekozen: Mapped[Leerroute | None]
    niveau: Mapped[Niveau | None]
    motivering: Mapped[str] = mapped_column(Text, default="")
    afwijking: Mapped[str] = mapped_column(Text, default="")
    tweede_lezer_id: Mapped[str | None]
    tweede_lezer_op: Mapped[datetime | None]
    tweede_lezer_woorden: Mapped[str] = mapped_column(Text, default="")
    tweede_lezer_afdruk: Mapped[str] = mapped_column(default="")
    """Of the text that was read (`afdruk`): another laptop may change it at the same time."""
    status: Mapped[Wegingstatus] = mapped_column(default=Wegingstatus.OPEN)
    besloten_voor: Mapped[str] = mapped_column(default="")
    """The route and level that were decided, as `B:A2`."""
    besloten_afdruk: Mapped[str] = mapped_column(default="")
    """Of the reasons with which it was decided (`afdruk`)."""
    besloten_door: Mapped[str | None]
    besloten_op: Mapped[datetime | None]

    SAMEN = (
        frozenset(
            {"gekozen", "niveau", "status", "besloten_voor", "besloten_afdruk"}
            | {"besloten_door", "besloten_op"}
        ),
        frozenset(
            {"tweede_lezer_id", "tweede_lezer_op", "tweede_lezer_woorden", "tweede_lezer_afdruk"}
        ),
    )
    BIJZAAK = frozenset({"besloten_door", "besloten_op", "besloten_afdruk", "tweede_lezer_afdruk"})
    SPREKEND = frozenset({"status", "gekozen", "niveau", "besloten_voor"})

    routes: Mapped[list[Routeweging]] = relationship(
        back_populates="weging", order_by="Routeweging.route", cascade="all, delete-orphan"
    )
    onderzoeken: Mapped[list[Onderzoek]] = relationship(
        back_populates="weging",
        order_by="(Onderzoek.uiterlijk, Onderzoek.id)",
        cascade="all, delete-orphan",
    )

    @property
    def stroomklasse(self) -> Stroomklasse:
        return Stroomklasse.PIP

    @classmethod
    def tegenstrijdig(cls, waarden: Mapping[str, Any]) -> bool:
        """Decided on one laptop, while another one chose another route."""
        status, voor, *keuze = (
            json.loads(waarden.get(v) or "null")
            for v in ("status", "besloten_voor", "gekozen", "niveau")
        )
        return bool(status == Wegingstatus.BESLOTEN and voor != _besluit(*keuze))

    @property
    def is_vast(self) -> bool:
        return self.__dict__.get("status") is Wegingstatus.BESLOTEN

    def was_vast(self, verbinding: sa.Connection) -> bool:
        return _was_besloten(verbinding, self._waarden("id"))

    @staticmethod
    def id_van(dossier_id: str, volgnummer: int) -> str:
        """Two laptops that begin the weighing make the same row."""
        return vaste_id("weging", dossier_id, str(volgnummer))

    @classmethod
    def nieuw(cls, dossier_id: str, intake_id: str | None, eerder: Iterable[Weging] = ()) -> Weging:
        """The first, or the next. Raises NogNietMogelijk while one is open."""
        oud = list(eerder)
        if any(not w.is_vast for w in oud):
            raise NogNietMogelijk("Er is al een weging open. Maak die eerst af.")
        volgnummer = max((w.volgnummer for w in oud), default=0) + 1
        weging = cls(
            id=cls.id_van(dossier_id, volgnummer),
            dossier_id=dossier_id,
            volgnummer=volgnummer,
            intake_id=intake_id,
        )
        weging.routes = [Routeweging.nieuw(weging.id, dossier_id, route) for route in ROUTES]
        if oud:
            weging._neem_over(max(oud, key=lambda w: w.volgnummer))
        return weging

    def _neem_over(self, vorige: Weging) -> None:
        """The next weighing begins as the one before; who read along does so anew."""
        for oordeel in vorige.oordelen:
            rij = self.oordeel_over(oordeel.route)
            rij.oordeel, rij.reden = oordeel.oordeel, oordeel.reden
        self.gekozen, self.niveau = vorige.gekozen, vorige.niveau
        self.motivering, self.afwijking = vorige.motivering, vorige.afwijking
        for taak in vorige.onderzoeken:
            self.onderzoeken.append(taak.kopie(self.id))

    # --- what was found

    def oordeel_over(self, route: Leerroute) -> Routeweging:
        """The row of one route; made when another program left it out."""
        gevonden = next((r for r in self.routes if r.route is route), None)
        if gevonden is None:
            gevonden = Routeweging.nieuw(self.id, self.dossier_id, route)
            self.routes.append(gevonden)
        return gevonden

    @property
    def oordelen(self) -> tuple[Routeoordeel, ...]:
        """As values, in the order of the sheet; those not judged are in it, empty."""
        per_route = {r.route: r for r in self.routes}
        return tuple(
            Routeoordeel(route, per_route[route].oordeel, per_route[route].reden)
            if route in per_route
            else Routeoordeel(route)
            for route in ROUTES
        )

    @property
    def afdruk(self) -> str:
        """Of all that is weighed and why: whoever signs or decides does so for this text."""
        tekst = json.dumps(
            [
                [self.gekozen, self.niveau, self.motivering, self.afwijking],
                *([o.route, o.oordeel, o.reden] for o in self.oordelen),
            ]
        )
        return hashlib.sha256(tekst.encode()).hexdigest()

    @property
    def is_meegelezen(self) -> bool:
        """A second reader signed, and for what stands here now."""
        return self.tweede_lezer_id is not None and self.tweede_lezer_afdruk == self.afdruk

    @property
    def is_zoals_besloten(self) -> bool:
        """Decided on, and nothing came from another laptop afterwards."""
        return self.is_vast and self.besloten_afdruk == self.afdruk

    def zet_oordeel(self, route: Leerroute, oordeel: Oordeel | None) -> None:
        """What is found of a route. Raises NogNietMogelijk once decided."""
        self._zet_op(self.oordeel_over(route), "oordeel", oordeel)

    def zet_reden(self, route: Leerroute, reden: str) -> None:
        """Why; as typed, also when it is not enough yet."""
        self._zet_op(self.oordeel_over(route), "reden", reden.strip())

    def kies(self, gekozen: Leerroute | None, niveau: Niveau | None = None) -> None:
        """The route that is meant; not yet the decision. B and O mean B1 where nothing is said."""
        if gekozen is Leerroute.ONDERWIJS or (gekozen is Leerroute.B1 and niveau is None):
            niveau = Niveau.B1
        if gekozen in (None, Leerroute.Z):
            niveau = None
        self._zet_op(self, "gekozen", gekozen)
        self._zet_op(self, "niveau", niveau)

    def zet_motivering(self, tekst: str) -> None:
        """Why this route."""
        self._zet_op(self, "motivering", tekst.strip())

    def zet_afwijking(self, tekst: str) -> None:
        """Why another route than the test points at."""
        self._zet_op(self, "afwijking", tekst.strip())

    def _zet_op(self, rij: Any, veld: str, waarde: Any) -> None:
        self.eis_open()
        if getattr(rij, veld) != waarde:
            setattr(rij, veld, waarde)
            self._handtekening_vervalt()

    def _handtekening_vervalt(self) -> None:
        """Who read along read another text."""
        if self.tweede_lezer_id is not None:
            self.tweede_lezer_id = self.tweede_lezer_op = None
            self.tweede_lezer_woorden = self.tweede_lezer_afdruk = ""

    # --- further looking

    def onderzoek(
        self, route: Leerroute, soort: Onderzoeksoort, wat: str, uiterlijk: date, *, vandaag: date
    ) -> Onderzoek:
        """A task with a day. Raises Invoerfout."""
        self.eis_open()
        if not wat.strip():
            raise Invoerfout("wat", "Schrijf op wat je wilt weten.")
        if uiterlijk < vandaag:
            raise Invoerfout("uiterlijk", "Deze dag is voorbij. Kies een dag die nog komt.")
        taak = Onderzoek(
            weging_id=self.id,
            dossier_id=self.dossier_id,
            route=route,
            soort=soort,
            wat=wat.strip(),
            uiterlijk=uiterlijk,
        )
        self.onderzoeken.append(taak)
        return taak

    # --- deciding

    def wijkt_af(self, feiten: Wegingfeiten) -> bool:
        """True when the chosen route is another one than the test points at."""
        return wijkt_af(self.gekozen, feiten.toets)

    def tweede_lezer_nodig(self, feiten: Wegingfeiten) -> bool:
        """True for the Z-route against a test that says B1."""
        return tweede_lezer_nodig(self.gekozen, feiten.toets)

    def ontbreekt(self, feiten: Wegingfeiten) -> list[Gemis]:
        """What is missing before it can be decided; shown from the start."""
        return ontbreekt(
            [self._stand(r) for r in self.routes],
            gekozen=self.gekozen,
            niveau=self.niveau,
            motivering=self.motivering,
            afwijking=self.afwijking,
            gelezen=self.is_meegelezen,
            feiten=feiten,
        )

    def _stand(self, rij: Routeweging) -> Routestand:
        taken = [o for o in self.onderzoeken if o.route is rij.route]
        nog = sum(o.klaar_op is None for o in taken)
        return Routestand(rij.route, rij.oordeel, rij.reden, nog, onderzocht=nog < len(taken))

    def teken_mee(
        self,
        lezer_id: str | None,
        rol: Rol | None,
        woorden: str,
        *,
        feiten: Wegingfeiten,
        nu: datetime,
    ) -> None:
        """The second reader signs, under their own name. Raises Domeinfout."""
        self.eis_open()
        if lezer_id is None:
            raise NogNietMogelijk("Kies eerst wie er op deze laptop werkt.")
        if rol is not None and rol not in LEZERS:
            raise NogNietMogelijk("Alleen een klantmanager of een leidinggevende leest mee.")
        if self.gekozen is None:
            raise NogNietMogelijk("Kies eerst de leerroute.")
        if not feiten.beleid.is_reden(woorden):
            raise Invoerfout(
                "tweede_lezer_woorden", "Schrijf in minstens één hele zin wat je ervan vindt."
            )
        self.tweede_lezer_id, self.tweede_lezer_op = lezer_id, nu
        self.tweede_lezer_woorden, self.tweede_lezer_afdruk = woorden.strip(), self.afdruk

    def besluit(self, feiten: Wegingfeiten, *, door: str | None, nu: datetime) -> None:
        """Decides for the route that is chosen. Raises Domeinfout while something is missing."""
        self.eis_open()
        if gemis := self.ontbreekt(feiten):
            raise Domeinfout(gemis[0].zin, **gemis[0].waarden)
        if self.tweede_lezer_nodig(feiten) and self.tweede_lezer_id == door:
            raise NogNietMogelijk("Wie meelas, besluit niet zelf. Laat je collega besluiten.")
        self.besloten_voor, self.besloten_afdruk = _besluit(self.gekozen, self.niveau), self.afdruk
        self.besloten_door, self.besloten_op = door, nu
        self.status = Wegingstatus.BESLOTEN


class Routeweging(Vastgelegd, Gejournaald, Base):
    """What was found of one route."""

    __tablename__ = "routeweging"
    VAST_ZIN = VAST
    BEGINT_STIL = True

    weging_id: Mapped[str] = mapped_column(ForeignKey("weging.id"), index=True)
    dossier_id: Mapped[str] = mapped_column(ForeignKey("dossier.id"), index=True)
    route: Mapped[Leerroute]
    oordeel: Mapped[Oordeel | None]
    reden: Mapped[str] = mapped_column(Text, default="")

    SAMEN = (frozenset({"oordeel", "reden"}),)

    weging: Mapped[Weging] = relationship(back_populates="routes")

    @property
    def stroomklasse(self) -> Stroomklasse:
        return Stroomklasse.PIP

    @property
    def is_vast(self) -> bool:
        return _van_besloten(self)

    def was_vast(self, verbinding: sa.Connection) -> bool:
        return _was_besloten(verbinding, self._waarden("weging_id"))

    @classmethod
    def nieuw(cls, weging_id: str, dossier_id: str, route: Leerroute) -> Routeweging:
        """The one row of a route in a weighing, whichever laptop makes it."""
        return cls(
            id=vaste_id("routeweging", weging_id, route.value),
            weging_id=weging_id,
            dossier_id=dossier_id,
            route=route,
        )


def _besluit(route: str | None, niveau: str | None) -> str:
    return ":".join(deel for deel in (route, niveau) if deel)


def _van_besloten(rij: Routeweging) -> bool:
    weging = rij.__dict__.get("weging")
    if weging is None and sa.inspect(rij).persistent:
        weging = rij.weging
    return weging is not None and weging.is_vast


def _was_besloten(verbinding: sa.Connection, ids: Iterable[str]) -> bool:
    vraag = "SELECT 1 FROM weging WHERE id = ? AND status = 'besloten'"
    return any(verbinding.exec_driver_sql(vraag, (id_,)).scalar() for id_ in ids)
