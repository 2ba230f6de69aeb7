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

from desktop import bronnen, catalogi
from desktop.models.vragenlezer import vragenlijst_uit


def bronteksten() -> list[tuple[str, str | tuple[str, str]]]:
    """(msgctxt, Dutch, or singular and plural) of every text that the client can meet."""
    lijst = vragenlijst_uit(bronnen.tomls("vragen"))
    return [
        (b.context, (b.nederlands, b.meervoud) if b.meervoud else b.nederlands)
        for b in catalogi.bronteksten(lijst)
    ]


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
        nieuw._num_plurals = oud.num_plurals  # type: ignore[assignment]
        nieuw._plural_expr = oud.plural_expr  # type: ignore[assignment]
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
    return tuple(bericht.string or ()) if bericht.pluralizable else (str(bericht.string),)


def main() -> int:
    """Writes the template and all catalogues; says how many texts each one misses."""
    wortel = bronnen.bron("i18n")
    with (wortel / "vragen.pot").open("wb") as bestand:
        write_po(bestand, werk_bij(None, None), omit_header=False, width=100)
    for taal in catalogi.talen().values():
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
