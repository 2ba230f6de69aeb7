"""Where a running intake stands on the screen; kept on disk after every step."""

from __future__ import annotations

import enum
import json
from dataclasses import asdict, dataclass

from desktop.models.antwoord import Wijze


class Blad(enum.StrEnum):
    """The four sheets of an intake."""

    PLAN = "plan"
    OPENING = "opening"
    GESPREK = "gesprek"
    AFSLUITEN = "afsluiten"


@dataclass(frozen=True)
class Plek:
    """The place: sheet, question, page for the client, pause, practice.

    `punt` is the point of the opening or the step of the closing; `laatste` the
    question that the client answered before this one; `wijze` how the next answer
    of the klantmanager is taken to be given.
    """

    blad: Blad = Blad.PLAN
    vraag: str = ""
    scherm: int = 0
    pagina: int = 0
    punt: str = ""
    pauze: bool = False
    client_stopt: bool = False
    oefenstap: str = ""
    oefenkeuze: str = ""
    oefenbegin: str = ""
    laatste: str = ""
    wijze: Wijze = Wijze.TOLK
    plaatjes: tuple[str, ...] = ()
    """Pictograms that the client is trying out after the closing."""
    plaatje: int = 0
    """0: what it is about; then one after another; past the last: thanks."""
    taal_opnieuw: bool = False
    """The client is asked anew whether the interpreter can be understood."""
    tolk_wacht: bool = False
    """The interpreter's time stands still because the talk does, and goes on with it."""

    def als_json(self) -> str:
        """As it is kept on this laptop."""
        return json.dumps(asdict(self))

    @classmethod
    def van_json(cls, tekst: str) -> Plek:
        """Reads what `als_json` wrote; an older shape gives what is still understood."""
        ruw = json.loads(tekst)
        bekend = {naam: ruw[naam] for naam in cls.__dataclass_fields__ if naam in ruw}
        bekend["plaatjes"] = tuple(bekend.get("plaatjes", ()))
        bekend["blad"] = Blad(bekend.get("blad", Blad.PLAN))
        bekend["wijze"] = Wijze(bekend.get("wijze", Wijze.TOLK))
        return cls(**bekend)
