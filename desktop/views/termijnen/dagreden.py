"""Why a day is this day, as every screen says it: sentences, and what they were counted from."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.models.termijn import Status, Termijn
from desktop.models.termijnwoorden import dag_in_woorden, invoer_in_woorden, naam_van, uitleg
from desktop.taal import _
from desktop.views.termijnen.woorden import nagekeken_in_woorden, zekerheid_in_woorden


@dataclass(frozen=True)
class Dagreden:
    """Of one day: what it is called, why, and from which facts and source."""

    naam: str
    dag: str
    """The last day by law."""
    zinnen: tuple[str, ...]
    """The rule with its inputs first; then what moved the day, or may still move it."""
    rijen: tuple[tuple[str, str], ...]
    let_op: bool = False
    werkdag: str = ""
    """The day to work towards, where that is an earlier one."""

    @property
    def kort(self) -> str:
        """The sentences, for a hint and for a screen reader."""
        return "\n".join(self.zinnen)

    @property
    def tekst(self) -> str:
        """All of it, as a screen reader says it."""
        return "\n".join([*self.zinnen, *(f"{naam}: {waarde}" for naam, waarde in self.rijen)])


def reden_van(termijn: Termijn) -> Dagreden:
    """The reason of a date by rule."""
    return Dagreden(
        naam_van(termijn),
        dag_in_woorden(termijn.wettelijk),
        tuple(str(zin) for zin in uitleg(termijn)),
        tuple(_rijen(termijn)),
        termijn.let_op,
        dag_in_woorden(termijn.ruw) if termijn.verschoven else "",
    )


def _rijen(termijn: Termijn) -> list[tuple[str, str]]:
    rijen = invoer_in_woorden(termijn)
    if termijn.status is Status.WACHT_OP_DERDEN:
        rijen.append((_("Dag"), _("Nog niet bekend: wacht op derden")))
    elif termijn.verschoven:
        rijen.append((_("Naartoe werken"), dag_in_woorden(termijn.ruw)))
        rijen.append((_("Uiterste wettelijke dag"), dag_in_woorden(termijn.wettelijk)))
    else:
        rijen.append((_("Dag"), dag_in_woorden(termijn.wettelijk)))
    rijen += [
        (_("Zekerheid"), zekerheid_in_woorden(termijn)),
        (_("Bron"), _(termijn.bron)),
        (_("Nagekeken"), nagekeken_in_woorden(termijn.graad, termijn.gecontroleerd_op)),
        (_("Nummer van de regel"), termijn.regel_id),
    ]
    return rijen
