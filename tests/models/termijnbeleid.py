"""The lengths of terms as they come with the program, for tests of the rules."""

from __future__ import annotations

from desktop.bronnen import toml
from desktop.models import bewaren
from desktop.models.termijnbeleid import beleid_uit

TERMIJNEN = beleid_uit(
    toml("beleid", "termijnen.toml"), bewaren.beleid_uit(toml("beleid", "bewaren.toml"))
)
