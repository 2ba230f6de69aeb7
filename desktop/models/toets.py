"""One attempt of one person at the leerbaarheidstoets: from registration to the day itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop.models.basis import Base, vaste_id
from desktop.models.dossier import Dossier
from desktop.models.fouten import Invoerfout, NogNietMogelijk, RedenNodig
from desktop.models.toetsdag import Toetsdag
from desktop.models.toetsdelen import Toetsincident, Toetsobservatie, Toetspauze, VanToets
from desktop.models.toetsstatus import (
    IN_SESSIE,
    VOORBIJ,
    Aanwezig,
    Afbreekreden,
    Toetsstatus,
    mag_naar,
)

EXAMENNUMMER_LENGTE = 12
"""DUO's `Examennummer` (Leerbaarheidstoets.yml): text, maxLength 12."""


@dataclass(frozen=True)
class Aanpassingen:
    """What somebody needs at the test; all that a toetsbegeleider sees of the intake."""

    uitlegtaal: str | None = None
    audio: bool = False
    tolk: bool = False
    bril: bool = False
    gehoor: bool = False
    handen: bool = False
    muis: bool = False
    """Needs time to practise with the mouse."""
    hulpmiddel_notitie: str = ""

    def tolktaal(self, spreektaal: str | None) -> str | None:
        """What the interpreter speaks: the client's own language, which may not be written."""
        return (spreektaal or self.uitlegtaal) if self.tolk else None


class Kandidaat(Toetsdag, VanToets, Base):
    """One attempt. `volgnummer` 1 is the first; a later one has a reason."""

    __tablename__ = "kandidaat"

    volgnummer: Mapped[int] = mapped_column(default=1)
    reden_opnieuw: Mapped[str] = mapped_column(Text, default="")
    sessie_id: Mapped[str | None] = mapped_column(index=True)
    """No foreign key: the sitting travels in another stream, and may come later."""
    datum: Mapped[date | None]
    """Day of the sitting: until when its toetsbegeleider sees the dossier counts from it."""
    begeleider_id: Mapped[str | None]
    """Toetsbegeleider who is asked to plan it, and sees it for that before there is a sitting."""
    examennummer: Mapped[str] = mapped_column(default="")
    uitlegtaal: Mapped[str | None]
    audio: Mapped[bool] = mapped_column(default=False)
    tolk: Mapped[bool] = mapped_column(default=False)
    bril: Mapped[bool] = mapped_column(default=False)
    gehoor: Mapped[bool] = mapped_column(default=False)
    handen: Mapped[bool] = mapped_column(default=False)
    muis: Mapped[bool] = mapped_column(default=False)
    hulpmiddel_notitie: Mapped[str] = mapped_column(Text, default="")
    status: Mapped[Toetsstatus] = mapped_column(default=Toetsstatus.AANGEMELD)
    uitgenodigd_op: Mapped[datetime | None]
    uitgenodigd_volgnummer: Mapped[int | None]
    """SEQUENCE of the sitting as the invitation told it; lower than it is now: tell again."""
    aanwezigheid: Mapped[Aanwezig] = mapped_column(default=Aanwezig.ONBEKEND)
    identiteit_gezien: Mapped[bool] = mapped_column(default=False)
    uitleg_begrepen: Mapped[bool] = mapped_column(default=False)
    muisoefening: Mapped[bool] = mapped_column(default=False)
    koptelefoon: Mapped[bool] = mapped_column(default=False)
    begonnen_op: Mapped[datetime | None]
    geeindigd_op: Mapped[datetime | None]
    afgebroken_reden: Mapped[Afbreekreden | None]

    SAMEN = (
        frozenset({"sessie_id", "datum", "status", "aanwezigheid", "afgebroken_reden"}),
        frozenset({"uitlegtaal", "audio"}),
    )
    BIJZAAK = frozenset({"uitgenodigd_op", "uitgenodigd_volgnummer", "begonnen_op", "geeindigd_op"})

    dossier: Mapped[Dossier] = relationship()
    pauzes: Mapped[list[Toetspauze]] = relationship(
        back_populates="kandidaat", order_by="Toetspauze.begin", cascade="all, delete-orphan"
    )
    incidenten: Mapped[list[Toetsincident]] = relationship(
        back_populates="kandidaat", order_by="Toetsincident.op", cascade="all, delete-orphan"
    )
    observaties: Mapped[list[Toetsobservatie]] = relationship(
        back_populates="kandidaat", order_by="Toetsobservatie.soort", cascade="all, delete-orphan"
    )

    @staticmethod
    def id_van(dossier_id: str, volgnummer: int) -> str:
        """Two laptops that register somebody make the same row."""
        return vaste_id("kandidaat", dossier_id, str(volgnummer))

    @classmethod
    def meld_aan(
        cls,
        dossier_id: str,
        aanpassingen: Aanpassingen,
        *,
        eerder: Iterable[Kandidaat] = (),
        reden: str = "",
        begeleider_id: str | None = None,
    ) -> Kandidaat:
        """Registers somebody, for the first time or again.

        Raises NogNietMogelijk while an earlier attempt is not over, RedenNodig for a
        second one without a reason (domain.md 4.4, Retake).
        """
        laatste = max(eerder, key=lambda k: k.volgnummer, default=None)
        reden = " ".join(reden.split())
        if laatste is not None:
            if laatste.status not in VOORBIJ:
                raise NogNietMogelijk("Deze cliënt is al aangemeld voor de toets.")
            if not reden:
                raise RedenNodig("Schrijf op waarom de toets nog een keer nodig is.")
        volgnummer = 1 if laatste is None else laatste.volgnummer + 1
        kandidaat = cls(
            id=cls.id_van(dossier_id, volgnummer),
            dossier_id=dossier_id,
            volgnummer=volgnummer,
            reden_opnieuw=reden if laatste is not None else "",
            examennummer=laatste.examennummer if laatste is not None else "",
            begeleider_id=begeleider_id,
        )
        kandidaat.pas_aan(aanpassingen)
        return kandidaat

    def pas_aan(self, aanpassingen: Aanpassingen) -> None:
        """What is needed at the test; what did not change is left alone."""
        for veld in Aanpassingen.__dataclass_fields__:
            waarde = getattr(aanpassingen, veld)
            if getattr(self, veld) != waarde:
                setattr(self, veld, waarde)

    @property
    def aanpassingen(self) -> Aanpassingen:
        """As a form shows it."""
        return Aanpassingen(**{v: getattr(self, v) for v in Aanpassingen.__dataclass_fields__})

    def zet_examennummer(self, tekst: str) -> None:
        """DUO's number, by hand. Raises Invoerfout."""
        nummer = lees_examennummer(tekst)
        if self.examennummer != nummer:
            self.examennummer = nummer

    # --- planning

    def plan(self, sessie_id: str, datum: date) -> None:
        """Into a sitting, or from one to another. Raises NogNietMogelijk."""
        self._eis_niet_begonnen()
        if self.status in VOORBIJ:
            raise NogNietMogelijk("Meld deze cliënt eerst opnieuw aan, met een reden.")
        gepland = Toetsstatus.OPNIEUW if self.volgnummer > 1 else Toetsstatus.GEPLAND
        if self.status is not gepland:
            self._naar(gepland)
        self.sessie_id, self.datum = sessie_id, datum
        if self.aanwezigheid is not Aanwezig.ONBEKEND:
            self.aanwezigheid = Aanwezig.ONBEKEND

    def verzet(self, datum: date) -> None:
        """The sitting is at another time: invite again."""
        if self.status is Toetsstatus.UITGENODIGD:
            self._naar(Toetsstatus.OPNIEUW if self.volgnummer > 1 else Toetsstatus.GEPLAND)
        if self.sessie_id is not None and self.datum != datum:
            self.datum = datum

    def haal_uit_sessie(self) -> None:
        """Back to the list of who is to be planned. Raises NogNietMogelijk."""
        self._eis_niet_begonnen()
        self._naar(Toetsstatus.AANGEMELD)
        self.sessie_id = self.datum = None
        if self.aanwezigheid is not Aanwezig.ONBEKEND:
            self.aanwezigheid = Aanwezig.ONBEKEND

    def nodig_uit(self, nu: datetime, volgnummer: int = 0) -> None:
        """The invitation was handed over or sent; again changes only when, and for what."""
        if self.status not in IN_SESSIE:
            raise NogNietMogelijk("Zet deze cliënt eerst in een sessie.")
        if self.status is not Toetsstatus.UITGENODIGD:
            self._naar(Toetsstatus.UITGENODIGD)
        self.uitgenodigd_op, self.uitgenodigd_volgnummer = nu, volgnummer

    @property
    def kan_overslaan(self) -> bool:
        """False once it began, or was over."""
        return self.begonnen_op is None and mag_naar(self.status, Toetsstatus.OVERGESLAGEN)

    def sla_over(self) -> None:
        """Need not take it, for a legal reason (`Toetsoverslag`). Raises NogNietMogelijk."""
        if self.status in VOORBIJ:
            raise NogNietMogelijk(
                "Deze toets is al geweest. Meld deze cliënt eerst opnieuw aan. Daarna kun je de "
                "toets overslaan."
            )
        self._eis_niet_begonnen()
        self._naar(Toetsstatus.OVERGESLAGEN)
        self.sessie_id = self.datum = self.begeleider_id = None

    def toch_niet_overslaan(self) -> None:
        """The decision was taken back. Raises NogNietMogelijk."""
        if self.status is not Toetsstatus.OVERGESLAGEN:
            raise NogNietMogelijk("De toets is niet overgeslagen.")
        self._naar(Toetsstatus.AANGEMELD)

    def uitslag_bekend(self) -> None:
        """DUO has registered a result. Raises NogNietMogelijk."""
        if self.status is not Toetsstatus.UITSLAG:
            self._naar(Toetsstatus.UITSLAG)
        if self.sessie_id is None:
            self.begeleider_id = None

    # --- rules

    def _naar(self, status: Toetsstatus) -> None:
        if not mag_naar(self.status, status):
            raise NogNietMogelijk(
                "Dit kan nu niet: de toets staat op ‘{van}’ en kan niet naar ‘{naar}’.",
                van=self.status.value,
                naar=status.value,
            )
        self.status = status

    def _eis_niet_begonnen(self) -> None:
        if self.begonnen_op is not None:
            raise NogNietMogelijk("De toets is al begonnen. Stop de toets, of breek hem af.")


_NUMMER = re.compile(r"[A-Z0-9]*")


def lees_examennummer(tekst: str) -> str:
    """As it is kept; empty is no number yet. Raises Invoerfout."""
    nummer = "".join(tekst.split()).replace("-", "").upper()
    if len(nummer) > EXAMENNUMMER_LENGTE:
        raise Invoerfout(
            "examennummer",
            "Een examennummer heeft hoogstens {aantal} tekens.",
            aantal=EXAMENNUMMER_LENGTE,
        )
    if not _NUMMER.fullmatch(nummer):
        raise Invoerfout("examennummer", "Een examennummer heeft alleen letters en cijfers.")
    return nummer
