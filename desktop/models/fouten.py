"""Errors that the domain raises: each carries a Dutch sentence that says what to do."""

from __future__ import annotations

from typing import Any


class Domeinfout(Exception):
    """A rule of the domain was not met.

    `zin` is a Dutch sentence with named places; `waarden` fills them. The view
    translates `zin` and then fills it, so that no text is built from pieces.
    """

    def __init__(self, zin: str, **waarden: Any) -> None:
        super().__init__(zin)
        self.zin = zin
        self.waarden = waarden

    def __str__(self) -> str:
        return self.zin.format(**self.waarden)


class Invoerfout(Domeinfout):
    """What was typed in one field cannot be right; shown beside that field."""

    def __init__(self, veld: str, zin: str, **waarden: Any) -> None:
        super().__init__(zin, **waarden)
        self.veld = veld


class Invoerfouten(Domeinfout):
    """Several fields at once, so that the user mends them in one go."""

    def __init__(self, fouten: list[Invoerfout]) -> None:
        super().__init__("Kijk de velden met een melding nog eens na.")
        self.fouten = fouten


class NietAlleen(Domeinfout):
    """The question is only asked when the client is alone with klantmanager and interpreter."""

    def __init__(self, code: str) -> None:
        super().__init__(
            "Vraag {code} stel je alleen als de cliënt alleen is met jou en de tolk. "
            "Vraag dat eerst na.",
            code=code,
        )


class RedenNodig(Domeinfout):
    """A step that is allowed, but only with a reason."""


class NogNietMogelijk(Domeinfout):
    """A step that needs another step first."""
