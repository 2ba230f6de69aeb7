"""What the rules of the plan read: its headings, its sentences and its numbers, as one value."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from desktop.models.pipbeleid import Pipbeleid
from desktop.models.piponderdelen import Onderdeel
from desktop.models.pipzinnen import Standaardzin, Zinnen
from desktop.models.woordkeus import Woordenlijst


@dataclass(frozen=True)
class Pipkader:
    """`desktop.catalogi.pipkader()` makes it from `resources/`."""

    onderdelen: tuple[Onderdeel, ...]
    zinnen: Zinnen
    standaard: tuple[Standaardzin, ...]
    beleid: Pipbeleid
    woorden: Woordenlijst
    """Says which of somebody's own texts is better not proposed."""

    @cached_property
    def _per_code(self) -> dict[str, Onderdeel]:
        return {onderdeel.code: onderdeel for onderdeel in self.onderdelen}

    def onderdeel(self, code: str) -> Onderdeel:
        """The heading with this code. Raises KeyError."""
        return self._per_code[code]

    def heeft(self, code: str) -> bool:
        """False for a heading that a newer program wrote and this one does not know."""
        return code in self._per_code

    def plaats(self, code: str) -> int:
        """Where a heading stands in the plan; one that is not known comes last."""
        return self._per_code[code].volgorde if code in self._per_code else len(self._per_code)

    def kop(self, code: str) -> str:
        """The heading in words; its code where it is not known."""
        return self._per_code[code].kop if code in self._per_code else code
