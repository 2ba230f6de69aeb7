"""What is known outside the plan itself, and what the rules find when they hold both together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Verklaring:
    """A statement of its own that a rule asks for, with what shows it (domain.md 2.2)."""

    tekst: str = ""
    bewijs: str = ""
    """The paper that shows it: an advice of the school, a list of hours."""
    door: str = ""
    op: date | None = None

    @property
    def compleet(self) -> bool:
        """Says something, and says how that is known."""
        return bool(
            self.tekst.strip() and self.bewijs.strip() and self.door.strip() and self.op is not None
        )


@dataclass(frozen=True)
class Pipfeiten:
    """Facts from the dossier, DUO and the earlier versions. None: not known."""

    vandaag: date
    begin_plicht: date | None = None
    """DUO's begin of the inburgeringsplicht."""
    vestiging: date | None = None
    """Day on which the client settled in the municipality."""
    vorige_dagtekening: date | None = None
    """Of the plan before this one, also one of another municipality."""
    eerste_pip: bool = True
    """The person's first plan anywhere."""
    asiel: bool | None = None
    uitkering: bool = False
    """A Participatiewet benefit, by the dossier."""
    ontzorgen_hoort: bool = False
    """On the day of the plan an asielstatushouder is still in the months of ontzorgen (2.6)."""
    jonge_kinderen: bool = False
    """A child of the age for VVE."""
    termijn_start: date | None = None
    """Of the term as the first plan fixed it; None while there is no plan yet."""
    wisselen_tot_en_met: date | None = None
    """Last day of a route switch (D6)."""
    pip_uiterlijk: date | None = None
    """Last legal day of the plan (D1, D2)."""
    gesprekken: tuple[date, ...] = ()
    """Proposed days of the progress talks (D18)."""
    uren_gevolgd: int | None = None
    uren_fysiek: int | None = None
    inzet: Verklaring | None = None
    """The client did enough; for afschalen."""
    onhaalbaar: Verklaring | None = None
    """B1 cannot be reached within the term; for afschalen."""


@dataclass(frozen=True)
class Bevinding:
    """What one rule found in one field.

    `zin` is Dutch with named places, `waarden` fills them; the view translates first.
    """

    regel: str
    """Name of the rule, as it is shown: `DUO (b)`, `Termijn`."""
    veld: str
    """Field of `Pipinhoud`, dotted below it: `niveau`, `data.dagtekening`, `oordelen.B`."""
    zin: str
    waarden: Mapping[str, Any] = field(default_factory=dict)
    blokkeert: bool = True

    def __str__(self) -> str:
        return self.zin.format(**self.waarden)


def hint(regel: str, veld: str, zin: str, **waarden: Any) -> Bevinding:
    """A finding that does not block."""
    return Bevinding(regel, veld, zin, waarden, blokkeert=False)
