"""Makes and updates the prompt catalogues (`resources/i18n/<tag>/LC_MESSAGES/vragen.po`).

`python packaging/catalogi.py` writes the template `vragen.pot` and brings every
catalogue up to date with the questions: a new text comes in empty, a changed
Dutch text makes its translation fuzzy, a text that is gone is dropped.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

from desktop import bronnen
from desktop.models.catalogus import talen_uit
from desktop.models.vragen import teksten
from desktop.models.vragenlezer import vragenlijst_uit

Bron = str | tuple[str, str]
"""A Dutch text, or its singular and plural."""


def bronteksten() -> list[tuple[str, Bron]]:
    """(msgctxt, Dutch) of every text that the client can meet."""
    uit: list[tuple[str, Bron]] = []
    for bestand in (bronnen.toml("vragen", "scherm.toml"), *bronnen.tomls("teksten")):
        for t in bestand.get("tekst", ()):
            uit.append((t["code"], (t["tekst"], t["meervoud"]) if "meervoud" in t else t["tekst"]))
        uit += [(w["code"], w["uitleg"]) for w in bestand.get("woord", ())]
    return [*uit, *teksten(vragenlijst_uit(bronnen.tomls("vragen")))]


def nieuwe_catalogus(locale: str | None) -> Catalog:
    """An empty catalogue with our header."""
    return Catalog(
        locale=locale,
        project="Viergesprek",
        version="1",
        copyright_holder="Viergesprek",
        charset="utf-8",
        fuzzy=False,
    )


def werk_bij(oud: Catalog | None, locale: str | None) -> Catalog:
    """The catalogue with today's Dutch texts and what of the old translations still fits."""
    nieuw = nieuwe_catalogus(locale)
    if oud is not None and oud.num_plurals:
        # The file's own rule: of Arabic Babel has the last two forms the other way round than
        # gettext's manual, Poedit and Weblate.
        nieuw._num_plurals, nieuw._plural_expr = oud.num_plurals, oud.plural_expr
    bekend = {b.context: b for b in oud or () if b.id}
    for context, nederlands in bronteksten():
        vorige = bekend.get(context)
        bericht = Message(nederlands, context=context, user_comments=["status: concept"])
        if vorige is not None and vorige.string and vorige.pluralizable == bericht.pluralizable:
            bericht.string = vorige.string
            bericht.user_comments = vorige.user_comments
            bericht.flags |= vorige.flags
            if vorige.id != nederlands:
                bericht.flags.add("fuzzy")
        nieuw._messages[nieuw._key_for(nederlands, context)] = bericht
    return nieuw


def vormen(bericht: Message) -> tuple[str, ...]:
    """The translation, or its plural forms."""
    return tuple(bericht.string) if bericht.pluralizable else (str(bericht.string),)


def main() -> int:
    """Writes the template and all catalogues; says how many texts each one misses."""
    wortel = bronnen.bron("i18n")
    with (wortel / "vragen.pot").open("wb") as bestand:
        write_po(bestand, werk_bij(None, None), omit_header=False, width=100)
    for taal in talen_uit(bronnen.toml("i18n", "talen.toml")):
        if taal.tag == "nl":
            continue
        pad = wortel / taal.tag / "LC_MESSAGES" / "vragen.po"
        pad.parent.mkdir(parents=True, exist_ok=True)
        oud = None
        if pad.exists():
            with pad.open("rb") as bestand:
                oud = read_po(bestand, locale=taal.locale)
        nieuw = werk_bij(oud, taal.locale)
        with pad.open("wb") as bestand:
            write_po(bestand, nieuw, width=100)
        leeg = sum(1 for b in nieuw if b.id and (not any(vormen(b)) or b.fuzzy))
        print(f"{taal.tag}: {leeg} van {len(nieuw)} teksten ontbreken")
    return 0


if __name__ == "__main__":
    sys.exit(main())
