"""Numbers of law and policy around the leerbaarheidstoets (`resources/beleid/toets.toml`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from desktop.models.termijnbeleid import Termijnbeleid


@dataclass(frozen=True)
class Toetsbeleid:
    """What the rules count with; each value has its source in the file."""

    duur_minuten: int
    """How long a sitting is proposed to take."""
    vooruit_dagen: int
    """How far ahead the calendar is searched for a place, and for whom to invite."""
    certificaat_waarschuwing: int
    """Days; a certificate that ends so soon after the sitting is mentioned."""
    hoogste_score: Decimal
    benodigd: Decimal
    benodigd_vanaf: date
    benodigd_eerder: Decimal
    twijfel_laagst: Decimal
    twijfel_hoogst: Decimal
    termijnen: Termijnbeleid
    """When the PIP is due: the test comes before it (domain.md 2.7, D1)."""

    @property
    def vooruit(self) -> timedelta:
        """How far ahead to look."""
        return timedelta(days=self.vooruit_dagen)

    def benodigd_op(self, dag: date) -> Decimal:
        """The score that was needed on this day."""
        return self.benodigd if dag >= self.benodigd_vanaf else self.benodigd_eerder

    def oude_twijfelgroep(self, score: Decimal, dag: date) -> bool:
        """True for the group whose old outcome is known to be wrong (domain.md 4.5)."""
        return dag < self.benodigd_vanaf and self.twijfel_laagst <= score <= self.twijfel_hoogst


def beleid_uit(ruw: Mapping[str, Any], termijnen: Termijnbeleid) -> Toetsbeleid:
    """Reads `resources/beleid/toets.toml`."""
    score = ruw["score"]
    return Toetsbeleid(
        duur_minuten=ruw["duur"]["minuten"],
        vooruit_dagen=ruw["vooruit"]["dagen"],
        certificaat_waarschuwing=ruw["certificaat"]["waarschuwing_dagen"],
        hoogste_score=Decimal(score["hoogste"]),
        benodigd=Decimal(score["benodigd"]),
        benodigd_vanaf=score["benodigd_vanaf"],
        benodigd_eerder=Decimal(score["benodigd_eerder"]),
        twijfel_laagst=Decimal(score["twijfel_laagst"]),
        twijfel_hoogst=Decimal(score["twijfel_hoogst"]),
        termijnen=termijnen,
    )
