"""Where the data files are, and how they are read. Knows nothing of what they mean."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

_WORTEL = Path(__file__).resolve().parent.parent / "resources"


def bron(*delen: str) -> Path:
    """A path under `resources/`."""
    return _WORTEL.joinpath(*delen)


def toml(*delen: str) -> dict[str, Any]:
    """One TOML file under `resources/`."""
    import tomllib  # not at the top: the lock screen needs paths only

    return tomllib.loads(bron(*delen).read_text(encoding="utf-8"))


def tomls(*delen: str) -> list[dict[str, Any]]:
    """All TOML files of a folder under `resources/`, by name."""
    import tomllib

    return [
        tomllib.loads(pad.read_text(encoding="utf-8"))
        for pad in sorted(bron(*delen).glob("*.toml"))
    ]


class Poregel(NamedTuple):
    """One entry of a catalogue. `vormen` are the plural forms, empty for a single text."""

    context: str
    bron: str
    tekst: str
    onzeker: bool
    status: str
    vormen: tuple[str, ...]


def po(*delen: str) -> tuple[str, list[Poregel]]:
    """A gettext catalogue: its rule for plurals as a C expression, and its entries.

    The status is the word after `status:` in a translator comment.
    """
    from babel.messages.pofile import read_po

    with bron(*delen).open("rb") as bestand:
        catalogus = read_po(bestand)
    uit = []
    for bericht in catalogus:
        if not bericht.id:
            continue
        status = next(
            (
                r.split(":", 1)[1].split()[0]
                for r in bericht.user_comments
                if r.startswith("status:")
            ),
            "concept",
        )
        meer = not isinstance(bericht.id, str)
        vormen = tuple(bericht.string or ()) if meer else ()
        uit.append(
            Poregel(
                bericht.context or "",
                bericht.id[0] if meer else str(bericht.id),
                (vormen[0] if vormen else "") if meer else str(bericht.string),
                bericht.fuzzy,
                status,
                vormen,
            )
        )
    return catalogus.plural_expr, uit
