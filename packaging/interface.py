"""Collects the texts of the interface, and makes and updates its catalogues.

`python packaging/interface.py` writes `resources/i18n/interface.pot` and brings
`resources/i18n/<tag>/LC_MESSAGES/interface.po` up to date for every language of `desktop/taal.py`:
a new text comes in empty, a text that is gone is dropped. The source language is Dutch.

What is collected from `desktop/`:
- `_("...")`, `meervoud("een", "meer", n)` and `N_("...")`, with Babel's own extractor;
- names of languages, scripts and dialects in `resources/i18n/talen.toml`, and the grounds of the
  retention periods and of the terms in `resources/beleid/` (`bewaren.toml`, `termijnen.toml`), and
  the headings of the weighing sheet (`resources/pip/weging.toml`);
- Dutch sentences that are translated where they are shown, `_(fout.zin)`: every text outside
  `views/` and inside, that begins with a capital, has a space and ends as a sentence does. So a
  rule of the domain (`Invoerfout("veld", "Zin.")`) needs no mark. English messages for programmers
  end without a full stop, and are not collected.

What stays Dutch, and is not collected: the command line, the demo's made-up people, documents on
paper, and the question list, which is content and has its own catalogues (packaging/catalogi.py).
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import IO, Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir, extract_python
from babel.messages.pofile import read_po, write_po

from desktop import bronnen
from desktop.taal import BRON, TALEN

WORTEL = Path(__file__).resolve().parent.parent
WOORDEN = {"_": None, "N_": None, "meervoud": (1, 2)}
DUTCH = (
    "cli.py",
    "vertaalopdracht.py",
    "voorbeeld.py",
    "demo/",
    "documents/",
    "exchange/vernietiging.py",
    "store/migraties/",
    "sync/opdracht.py",
    "sync/centraal/",
)
"""Parts that speak Dutch only."""
OP_HET_SCHERM = ("documents/bestand.py",)
"""The exceptions: their errors are shown in a window."""

Tekst = str | tuple[str, ...]
"""A text, or its singular and plural."""


def teksten() -> dict[Tekst, list[str]]:
    """Every text of the interface, with the files it stands in, in the order of the files."""
    uit: dict[Tekst, list[str]] = {}
    hoe: list[Any] = [("**.py", haal)]
    gevonden = extract_from_dir(str(WORTEL / "desktop"), hoe, keywords=WOORDEN, comment_tags=())
    for bestand, _regel, tekst, _uitleg, _context in sorted(gevonden, key=lambda g: (g[0], g[1])):
        if tekst:
            plekken = uit.setdefault(tekst, [])
            if bestand not in plekken:
                plekken.append(bestand)
    for taal in bronnen.toml("i18n", "talen.toml")["taal"]:
        for naam in (taal["naam"], taal["schrift"], *taal.get("dialecten", ())):
            uit.setdefault(naam, ["../resources/i18n/talen.toml"])
    for termijn in bronnen.toml("beleid", "bewaren.toml")["termijn"]:
        for zin in (termijn["bron"], termijn.get("anker_bron", "")):
            if zin:
                uit.setdefault(zin, ["../resources/beleid/bewaren.toml"])
    for term in bronnen.toml("beleid", "termijnen.toml").values():
        uit.setdefault(term["bron"], ["../resources/beleid/termijnen.toml"])
    for term in bronnen.toml("beleid", "verzoeken.toml").values():
        uit.setdefault(term["bron"], ["../resources/beleid/verzoeken.toml"])
    for factor in bronnen.toml("pip", "weging.toml")["factor"]:
        for zin in (factor["titel"], factor["over"]):
            uit.setdefault(zin, ["../resources/pip/weging.toml"])
    # The plural form goes before the same words as a single text: gettext knows one of them.
    enkel = {t[0] for t in uit if isinstance(t, tuple)}
    return {t: plekken for t, plekken in uit.items() if t not in enkel}


def haal(
    bestand: IO[bytes],
    keywords: Mapping[str, Any],
    comment_tags: Collection[str],
    options: Any,
) -> Iterator[tuple[Any, Any, Any, Any]]:
    """Babel's extractor for Python, and the sentences without a mark."""
    yield from extract_python(bestand, keywords, comment_tags, options)
    naam = Path(bestand.name).relative_to(WORTEL / "desktop").as_posix()
    if naam.startswith(DUTCH) and naam not in OP_HET_SCHERM:
        return
    bestand.seek(0)
    boom = ast.parse(bestand.read())
    overgeslagen = _uitleg(boom) | _gemerkt(boom)
    for knoop in ast.walk(boom):
        if not isinstance(knoop, ast.Constant) or id(knoop) in overgeslagen:
            continue
        if isinstance(knoop.value, str) and is_zin(knoop.value):
            yield knoop.lineno, None, knoop.value, []


def is_zin(tekst: str) -> bool:
    """A Dutch sentence, and not a query, a pattern or a name."""
    eind = tekst.endswith((".", "?", "!", "://")) and not tekst.endswith((" = ?", " ?"))
    return eind and tekst[:1].isupper() and " " in tekst and not tekst.split()[0].isupper()


def _uitleg(boom: ast.AST) -> set[int]:
    """Docstrings, of attributes too."""
    return {id(k.value) for k in ast.walk(boom) if isinstance(k, ast.Expr)}


def _gemerkt(boom: ast.AST) -> set[int]:
    """What stands directly in `_()` and its like: Babel found it."""
    uit: set[int] = set()
    for knoop in ast.walk(boom):
        roept = isinstance(knoop, ast.Call) and isinstance(knoop.func, ast.Name)
        if roept and knoop.func.id in WOORDEN:  # type: ignore[attr-defined]
            uit |= {id(a) for a in knoop.args}  # type: ignore[attr-defined]
        if isinstance(knoop, ast.JoinedStr):  # built from pieces: no text to translate
            uit |= {id(a) for a in knoop.values}
    return uit


def _nieuw(locale: str | None) -> Catalog:
    return Catalog(
        locale=locale,
        project="Viergesprek",
        version="1",
        copyright_holder="Viergesprek",
        charset="utf-8",
        fuzzy=False,
    )


def pad(tag: str) -> Path:
    """Where the catalogue of one language is."""
    return bronnen.bron("i18n", tag, "LC_MESSAGES", "interface.po")


def lees(tag: str) -> Catalog:
    """The catalogue as it is; an empty one when there is none."""
    if not pad(tag).exists():
        return _nieuw(tag)
    with pad(tag).open("rb") as bestand:
        return read_po(bestand, locale=tag)


def werk_bij(oud: Catalog | None, locale: str | None) -> Catalog:
    """The catalogue with today's texts and the translations that still belong to one."""
    nieuw = _nieuw(locale)
    bekend = {b.id: b for b in oud or () if b.id}
    for tekst, plekken in teksten().items():
        vorige = bekend.get(tekst)
        nieuw.add(
            tekst,
            string=vorige.string if vorige is not None else None,
            locations=[(_waar(plek), None) for plek in plekken],  # type: ignore[misc]
        )
    return nieuw


def _waar(plek: str) -> str:
    return plek.removeprefix("../") if plek.startswith("../") else f"desktop/{plek}"


def ontbreekt(catalogus: Catalog) -> list[Tekst]:
    """Texts without a translation, or without one of its forms."""
    uit: list[Tekst] = []
    for bericht in catalogus:
        vormen = bericht.string if isinstance(bericht.string, tuple) else (bericht.string,)
        if bericht.id and (bericht.fuzzy or not vormen or not all(vormen)):
            uit.append(bericht.id)  # type: ignore[arg-type]
    return uit


def _schrijf(waar: Path, catalogus: Catalog) -> None:
    waar.parent.mkdir(parents=True, exist_ok=True)
    with waar.open("wb") as bestand:
        write_po(bestand, catalogus, width=100, include_lineno=False)


def main() -> int:
    """Writes the template and all catalogues; says how many texts each one misses."""
    _schrijf(bronnen.bron("i18n", "interface.pot"), werk_bij(None, None))
    for tag in TALEN:
        if tag == BRON:
            continue
        nieuw = werk_bij(lees(tag), tag)
        _schrijf(pad(tag), nieuw)
        print(f"{tag}: {len(ontbreekt(nieuw))} van {len(nieuw)} teksten ontbreken")
    return 0


if __name__ == "__main__":
    sys.exit(main())
