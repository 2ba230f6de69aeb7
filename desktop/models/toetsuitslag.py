"""The result of the leerbaarheidstoets in DUO's own terms, and being excused from it.

The names and codes are those of DUO's `Leerbaarheidstoets.yml`. What COA measures in the
azc is another test (domain.md 0.11): there is no way from it to these fields.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop.models.basis import Base, vaste_id
from desktop.models.dossier import Dossier
from desktop.models.fouten import Domeinfout, Invoerfout, Invoerfouten, RedenNodig
from desktop.models.toetsbeleid import Toetsbeleid
from desktop.models.toetsdelen import VanToets


class Resultaat(enum.StrEnum):
    """DUO's `LeerbaarheidstoetsResultaat`, to the letter."""

    HAALBAAR = "B1-route haalbaar"
    NIET_HAALBAAR = "B1-route niet haalbaar"
    ONBEKEND = "Onbekend"


class Herkomst(enum.StrEnum):
    """How a result came here. There is no third way."""

    HAND = "hand"
    BESTAND = "bestand"


class Overslagreden(enum.StrEnum):
    """The legal reasons (domain.md 0.12)."""

    VISUEEL = "visueel"
    AUDITIEF = "auditief"


_SCORE = re.compile(r"[0-9]{1,3},[0-9]{2}")
"""DUO: `^(\\d{1,3}\\,\\d{2})$`."""
_ONGEVEER = re.compile(r"[0-9]+([.,][0-9]*)?")


def lees_score(veld: str, tekst: str, beleid: Toetsbeleid) -> str:
    """A score as DUO sends it: `31,00`. Raises Invoerfout that says what is wrong."""
    schoon = tekst.strip()
    if schoon.startswith(("-", "\N{MINUS SIGN}")):
        raise Invoerfout(veld, "Een score is nooit minder dan 0. Kijk het getal na.")
    if not _SCORE.fullmatch(schoon):
        if _ONGEVEER.fullmatch(schoon):
            raise Invoerfout(
                veld,
                "Schrijf de score zoals DUO: met een komma en twee cijfers erachter, zoals 31,00.",
            )
        raise Invoerfout(veld, "Schrijf de score als getal, zoals 31,00.")
    if als_getal(schoon) > beleid.hoogste_score:
        raise Invoerfout(
            veld,
            "De toets heeft {hoogste} opgaven. Een score van {score} kan niet. Kijk het getal na.",
            hoogste=beleid.hoogste_score,
            score=schoon,
        )
    return schoon


def als_getal(score: str) -> Decimal:
    """To count with."""
    return Decimal(score.replace(",", "."))


@dataclass(frozen=True)
class Uitslaggegevens:
    """DUO's `Resultaat`, with its four fields, as typed or as read from a file."""

    resultaat: Resultaat
    behaalde_score: str
    benodigde_score: str
    datum_afname: date
    """The day on which DUO registered it: not that of the sitting."""

    def nagekeken(self, beleid: Toetsbeleid, vandaag: date) -> Uitslaggegevens:
        """As it is kept. Raises Invoerfouten with all that cannot be."""
        fouten: list[Invoerfout] = []
        scores = {}
        for veld in ("behaalde_score", "benodigde_score"):
            try:
                scores[veld] = lees_score(veld, getattr(self, veld), beleid)
            except Invoerfout as fout:
                fouten.append(fout)
        if self.datum_afname > vandaag:
            fouten.append(Invoerfout("datum_afname", "Deze dag moet nog komen. Kijk de dag na."))
        if fouten:
            raise Invoerfouten(fouten)
        return replace(
            self,
            behaalde_score=scores["behaalde_score"],
            benodigde_score=scores["benodigde_score"],
        )

    def opvallend(self, beleid: Toetsbeleid) -> list[Domeinfout]:
        """What is worth a second look, though it can be; of a checked result only."""
        uit: list[Domeinfout] = []
        behaald, benodigd = als_getal(self.behaalde_score), als_getal(self.benodigde_score)
        dag = self.datum_afname
        niet = self.resultaat is Resultaat.NIET_HAALBAAR
        if (oud := self.oude_twijfel(beleid)) is not None:
            uit.append(oud)
        elif niet and behaald >= benodigd:
            uit.append(
                Domeinfout(
                    "De score is hoog genoeg, maar de uitslag is ‘niet haalbaar’. Klopt dat?"
                )
            )
        if self.resultaat is Resultaat.HAALBAAR and behaald < benodigd:
            uit.append(
                Domeinfout("De score is lager dan nodig, maar de uitslag is ‘haalbaar’. Klopt dat?")
            )
        if benodigd != beleid.benodigd_op(dag):
            uit.append(
                Domeinfout(
                    "Op {dag} was {score} nodig. Hier staat {ingevuld}. Klopt dat?",
                    dag=f"{dag:%d-%m-%Y}",
                    score=beleid.benodigd_op(dag),
                    ingevuld=self.benodigde_score,
                )
            )
        return uit

    def oude_twijfel(self, beleid: Toetsbeleid) -> Domeinfout | None:
        """Of a result in the group whose old outcome is known to be wrong (domain.md 4.5)."""
        niet = self.resultaat is Resultaat.NIET_HAALBAAR
        if not niet or not beleid.oude_twijfelgroep(
            als_getal(self.behaalde_score), self.datum_afname
        ):
            return None
        return Domeinfout(
            "Let op: voor {dag} was {eerder} nodig. Van wie toen {laagst} tot en met "
            "{hoogst} haalde, klopt de uitslag ‘niet haalbaar’ misschien niet. "
            "Vraag DUO naar de goede uitslag.",
            dag=f"{beleid.benodigd_vanaf:%d-%m-%Y}",
            eerder=beleid.benodigd_eerder,
            laagst=beleid.twijfel_laagst,
            hoogst=beleid.twijfel_hoogst,
        )


class Toetsuitslag(VanToets, Base):
    """One result. A correction is another row; the one before stays, and is no longer valid."""

    __tablename__ = "toetsuitslag"

    kandidaat_id: Mapped[str | None]
    vervangt_id: Mapped[str | None]
    resultaat: Mapped[Resultaat]
    behaalde_score: Mapped[str]
    benodigde_score: Mapped[str]
    datum_afname: Mapped[date]
    herkomst: Mapped[Herkomst] = mapped_column(default=Herkomst.HAND)
    reden: Mapped[str] = mapped_column(Text, default="")
    geldig: Mapped[bool] = mapped_column(default=True)
    op: Mapped[datetime]
    door: Mapped[str | None]

    dossier: Mapped[Dossier] = relationship()

    SAMEN = (frozenset({"resultaat", "behaalde_score", "benodigde_score", "datum_afname"}),)
    BIJZAAK = frozenset({"op", "door", "herkomst"})

    @property
    def gegevens(self) -> Uitslaggegevens:
        """DUO's four fields."""
        return Uitslaggegevens(
            self.resultaat, self.behaalde_score, self.benodigde_score, self.datum_afname
        )


def leg_uitslag_vast(
    dossier_id: str,
    gegevens: Uitslaggegevens,
    eerder: Iterable[Toetsuitslag],
    *,
    beleid: Toetsbeleid,
    herkomst: Herkomst,
    kandidaat_id: str | None = None,
    reden: str = "",
    door: str | None,
    nu: datetime,
    vandaag: date,
) -> Toetsuitslag | None:
    """The new valid result, or None when just this stands there already.

    Raises Invoerfouten for what cannot be, RedenNodig for a correction without a reason.
    """
    schoon = gegevens.nagekeken(beleid, vandaag)
    geldig = [u for u in eerder if u.geldig]
    if len(geldig) == 1 and geldig[0].gegevens == schoon:
        return None
    reden = " ".join(reden.split())
    if geldig and not reden:
        raise RedenNodig("Er is al een uitslag. Schrijf op waarom die verandert.")
    vervangt = geldende_uitslag(geldig)
    for oud in geldig:
        oud.geldig = False
    return Toetsuitslag(
        dossier_id=dossier_id,
        kandidaat_id=kandidaat_id or (vervangt.kandidaat_id if vervangt else None),
        vervangt_id=vervangt.id if vervangt else None,
        resultaat=schoon.resultaat,
        behaalde_score=schoon.behaalde_score,
        benodigde_score=schoon.benodigde_score,
        datum_afname=schoon.datum_afname,
        herkomst=herkomst,
        reden=reden,
        op=nu,
        door=door,
    )


def geldende_uitslag(uitslagen: Iterable[Toetsuitslag]) -> Toetsuitslag | None:
    """The result that counts. Two at once, from two laptops: the one that was entered last."""
    geldig = [u for u in uitslagen if u.geldig]
    return max(geldig, key=lambda u: (u.op, u.id), default=None)


class Toetsoverslag(VanToets, Base):
    """Excused from the test: the legal reason, and who decided (domain.md 0.12)."""

    __tablename__ = "toetsoverslag"

    reden: Mapped[Overslagreden]
    toelichting: Mapped[str] = mapped_column(Text, default="")
    door: Mapped[str]
    """Name of who decided: that need not be who types it."""
    op: Mapped[date]

    dossier: Mapped[Dossier] = relationship()

    SAMEN = (frozenset({"reden", "toelichting", "door", "op"}),)

    @staticmethod
    def id_van(dossier_id: str) -> str:
        """There is one decision for a dossier."""
        return vaste_id("toetsoverslag", dossier_id)

    @classmethod
    def nieuw(
        cls,
        dossier_id: str,
        reden: Overslagreden,
        *,
        toelichting: str = "",
        door: str,
        op: date,
        vandaag: date,
    ) -> Toetsoverslag:
        """Raises Invoerfout or RedenNodig.

        Deafness alone is no reason: only when the explanation cannot be had in another way.
        """
        door, toelichting = " ".join(door.split()), " ".join(toelichting.split())
        if not door:
            raise Invoerfout("door", "Schrijf op wie dit besluit nam.")
        if op > vandaag:
            raise Invoerfout("op", "Deze dag moet nog komen. Kijk de dag na.")
        if reden is Overslagreden.AUDITIEF and not toelichting:
            raise RedenNodig(
                "Schrijf op waarom de uitleg niet op een andere manier kan, bijvoorbeeld "
                "in schrift of met een gebarentolk."
            )
        return cls(
            id=cls.id_van(dossier_id),
            dossier_id=dossier_id,
            reden=reden,
            toelichting=toelichting,
            door=door,
            op=op,
        )
