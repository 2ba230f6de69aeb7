"""The same laptop and colleagues as for the screens about access."""

from __future__ import annotations

from tests.views.toegang.conftest import centrale, draad, koppel, mensen, toon, werkruimte

__all__ = ["centrale", "draad", "koppel", "mensen", "toon", "werkruimte"]
