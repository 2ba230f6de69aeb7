"""In which language, script and voice one client gets the talk (domain.md 8.3, peers.md B5, 5)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Taalkeuze:
    """The client's settings for one talk. What is read and what is heard may be two languages."""

    taal: str
    """Tag of what stands on the screen."""
    spraaktaal: str
    """Tag of what is spoken."""
    dialect: str = ""
    schrift: str = ""
    """Another script than the usual one of the language; empty for that."""
    eigen_cijfers: bool = False
    toon_nederlands: bool = True
    voorlezen: bool = False
    """Each new question is read aloud by itself."""
    eerst_horen: bool = False
    """A first touch says an option, a second one chooses it."""
