"""Where the data files are, and how they are read. Knows nothing of what they mean."""

from __future__ import annotations

from collections.abc import Iterable
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
    uitspraak: str
    vormen: tuple[str, ...]


def opmerking(regels: Iterable[str], sleutel: str) -> str | None:
    """What stands after `sleutel:` in a translator's comment; None when it is not there.

    The first word of `status` says who looked at it; `uitspraak` is for a synthetic voice.
    """
    for regel in regels:
        naam, dubbelepunt, rest = regel.partition(":")
        if dubbelepunt and naam.strip().casefold() == sleutel:
            return rest.strip()
    return None


def po(*delen: str) -> tuple[str, list[Poregel]]:
    """A gettext catalogue: its rule for plurals as a C expression, and its entries."""
    from babel.messages.pofile import read_po

    with bron(*delen).open("rb") as bestand:
        catalogus = read_po(bestand)
    uit = []
    for bericht in catalogus:
        if not bericht.id:
            continue
        status = (opmerking(bericht.user_comments, "status") or "").split()
        meer = not isinstance(bericht.id, str)
        vormen = tuple(bericht.string or ()) if meer else ()
        uit.append(
            Poregel(
                bericht.context or "",
                bericht.id[0] if meer else str(bericht.id),
                (vormen[0] if vormen else "") if meer else str(bericht.string),
                bericht.fuzzy,
                status[0] if status else "",
                opmerking(bericht.user_comments, "uitspraak") or "",
                vormen,
            )
        )
    return catalogus.plural_expr, uit
