"""The prompt catalogues: complete, up to date, in the right script, and honest about themselves."""

from __future__ import annotations

import importlib.util
import re
import string
import unicodedata
from collections import Counter
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from desktop import bronnen
from desktop import catalogi as catalogi_desktop
from desktop.models.catalogus import Taal
from desktop.models.prompts import Catalogus, Prompts, Vertaalstatus, Vertaling
from desktop.models.vragenlezer import vragenlijst_uit

WORTEL = Path(__file__).resolve().parents[2]


def _gereedschap() -> ModuleType:
    """packaging/catalogi.py; its folder shares its name with a library, hence by path."""
    spec = importlib.util.spec_from_file_location(
        "viergesprek_catalogi", WORTEL / "packaging" / "catalogi.py"
    )
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


catalogi = _gereedschap()
BRON = catalogi.bronteksten()
ENKEL: list[tuple[str, str]] = [(c, b if isinstance(b, str) else b[0]) for c, b in BRON]
TALEN = dict(catalogi_desktop.talen())
VERTAALD = [tag for tag in TALEN if tag != "nl"]
SCHRIFT = {
    "Arabisch": "ARABIC",
    "Ethiopisch": "ETHIOPIC",
    "Latijn": "LATIN",
    "Cyrillisch": "CYRILLIC",
}
ZWNJ = "\u200c"
MET_ZWNJ = {"fa", "prs", "ckb", "ps"}
"""Its spelling needs it: inside a word, so that letters do not join."""
VRAAGTEKENS = {"ARABIC": ("؟",), "ETHIOPIC": ("?", "፧")}
# Names that stand on letters, doors and screens as they are; a translation may keep them.
EIGENNAMEN = {"VluchtelingenWerk", "WhatsApp", "DigiD", "COA", "Mbo", "E-mail", "Tablet"}

per_taal = pytest.mark.parametrize("tag", VERTAALD)


def _pad(tag: str | None) -> Path:
    if tag is None:
        return bronnen.bron("i18n", "vragen.pot")
    return bronnen.bron("i18n", tag, "LC_MESSAGES", "vragen.po")


@cache
def _lees(tag: str | None) -> Catalog:
    with _pad(tag).open("rb") as bestand:
        return read_po(bestand)


def berichten(tag: str | None) -> dict[str, Message]:
    """Entries by msgctxt."""
    return {b.context or "": b for b in _lees(tag) if b.id}


def plaatsen(tekst: str) -> Counter[str]:
    """Named places of a text, as `str.format` sees them."""
    return Counter(naam for _, naam, _, _ in string.Formatter().parse(tekst) if naam is not None)


def letters(tekst: str) -> Counter[str]:
    """Letters by script, without the names of places."""
    kaal = re.sub(r"\{[^}]*\}", "", tekst)
    return Counter(
        unicodedata.name(teken).split()[0]
        for teken in kaal
        if unicodedata.category(teken)[0] == "L"
    )


def prompts_van(tag: str) -> Prompts:
    """The texts of one language as the client's screen gets them."""
    return Prompts(TALEN[tag], catalogi_desktop.catalogus(tag), catalogi_desktop.schermteksten())


def teksten_van(bericht: Message) -> tuple[str, ...]:
    return catalogi.vormen(bericht)


def bronnen_van(bericht: Message) -> tuple[str, ...]:
    return tuple(bericht.id) if bericht.pluralizable else (str(bericht.id),)


def alle_teksten(tag: str) -> list[tuple[str, str, str]]:
    """(msgctxt, Dutch, text) of every text, plural forms one by one."""
    return [
        (context, bronnen_van(bericht)[-1], tekst)
        for context, bericht in berichten(tag).items()
        for tekst in teksten_van(bericht)
    ]


# ---- the source ---------------------------------------------------------------------------


def test_the_languages_with_prompts_are_known_and_read_their_own_way() -> None:
    assert [tag for tag in VERTAALD if not _pad(tag).exists()] == []
    assert len(VERTAALD) == 15
    assert {tag for tag in VERTAALD if TALEN[tag].rechts_naar_links} == {
        "ar",
        "fa",
        "prs",
        "ckb",
        "ps",
    }
    assert len(TALEN) == len(bronnen.toml("i18n", "talen.toml")["taal"])


def test_every_source_text_has_its_own_context_and_no_loose_space() -> None:
    contexten = Counter(context for context, _ in BRON)
    assert [context for context, keer in contexten.items() if keer > 1] == []
    for context, nederlands in ENKEL:
        assert nederlands.strip() == nederlands != "", context
        assert "  " not in nederlands, context


def test_what_the_client_sees_of_a_question_is_a_source_text() -> None:
    # Independent of `teksten`: from the files themselves.
    contexten = dict(ENKEL)
    for bestand in bronnen.tomls("vragen"):
        for vraag in bestand.get("vraag", ()):
            if vraag["wie"] not in ("P", "PG"):
                continue
            assert contexten[vraag["code"]] == vraag["tekst"]
            for optie in vraag.get("optie", ()):
                assert contexten[f"{vraag['code']}.{optie['code']}"] == optie["tekst"]
            for deel in vraag.get("deel", ()):
                if deel.get("scherm"):
                    assert contexten[f"{vraag['code']}/{deel['code']}"] == deel["tekst"]


def test_the_template_is_the_source() -> None:
    assert [(b.context, b.id) for b in _lees(None) if b.id] == BRON
    assert not [b.context for b in _lees(None) if b.id and any(teksten_van(b))]


# ---- each catalogue -----------------------------------------------------------------------


@per_taal
def test_a_catalogue_has_exactly_the_texts_of_the_template(tag: str) -> None:
    eigen = {(b.context, b.id) for b in _lees(tag) if b.id}
    assert eigen == set(BRON), "run packaging/catalogi.py"
    # The reader folds doubles together, and drops what is marked obsolete.
    ruw = _pad(tag).read_text(encoding="utf-8")
    assert len(re.findall(r"^msgctxt ", ruw, re.MULTILINE)) == len(BRON)
    assert len(_lees(tag).obsolete) == 0


@per_taal
def test_bringing_a_catalogue_up_to_date_changes_nothing(tag: str) -> None:
    nieuw = catalogi.werk_bij(_lees(tag), TALEN[tag].locale)
    assert [(b.context, b.id, b.string, b.fuzzy) for b in nieuw if b.id] == [
        (b.context, b.id, b.string, b.fuzzy) for b in _lees(tag) if b.id
    ]


@per_taal
def test_every_text_is_translated_and_none_is_fuzzy(tag: str) -> None:
    eigen = berichten(tag)
    leeg = [c for c, _ in BRON if c not in eigen or not all(map(str.strip, teksten_van(eigen[c])))]
    assert leeg == []
    assert [c for c, b in eigen.items() if b.fuzzy] == []


@per_taal
def test_every_translation_says_itself_that_it_is_a_draft(tag: str) -> None:
    # Only a person makes it `nagekeken`; when one has, this test names what they looked at.
    for context, bericht in berichten(tag).items():
        assert [r for r in bericht.user_comments if r.startswith("status:")] == [
            "status: concept"
        ], context


@per_taal
def test_places_and_spaces_are_those_of_the_dutch(tag: str) -> None:
    for context, nederlands, tekst in alle_teksten(tag):
        assert plaatsen(tekst) == plaatsen(nederlands), context
        assert tekst == tekst.strip(), context
        assert "\n" not in tekst, context
        assert "  " not in tekst, context
        assert unicodedata.is_normalized("NFC", tekst), context


@per_taal
def test_no_translation_holds_a_character_that_cannot_be_seen(tag: str) -> None:
    # Direction belongs to the language, never to the text (talen.toml).
    for context, _, tekst in alle_teksten(tag):
        mag = {ZWNJ} if tag in MET_ZWNJ else set()
        vreemd = [
            c for c in tekst if unicodedata.category(c) in ("Cf", "Cc", "Co") and c not in mag
        ]
        assert vreemd == [], context


@per_taal
def test_brackets_and_quotes_close(tag: str) -> None:
    for context, _, tekst in alle_teksten(tag):
        for open_, dicht in ("()", "[]", "{}", "«»", "“”"):
            assert tekst.count(open_) == tekst.count(dicht), context


@per_taal
def test_a_question_stays_a_question(tag: str) -> None:
    tekens = VRAAGTEKENS.get(SCHRIFT[TALEN[tag].schrift], ("?",))
    for context, nederlands, tekst in alle_teksten(tag):
        assert nederlands.endswith("?") == tekst.endswith(tekens), context


@per_taal
def test_a_translation_is_in_the_script_of_its_language(tag: str) -> None:
    schrift = SCHRIFT[TALEN[tag].schrift]
    alles: Counter[str] = Counter()
    for context, nederlands, tekst in alle_teksten(tag):
        hier = letters(tekst)
        alles += hier
        if nederlands not in EIGENNAMEN:
            assert hier[schrift] > 0, context
    assert alles[schrift] > sum(alles.values()) * 0.9
    assert sum(alles.values()) > len(BRON) * 5


@per_taal
def test_a_translation_is_not_the_dutch_once_more(tag: str) -> None:
    hetzelfde = {bron for _, bron, tekst in alle_teksten(tag) if bron == tekst}
    zinnen = {tekst for tekst in hetzelfde if len(tekst.split()) > 1}
    assert zinnen == set()
    if SCHRIFT[TALEN[tag].schrift] != "LATIN":
        assert hetzelfde <= EIGENNAMEN
    else:
        # Words that the two languages share, on short tiles.
        assert len(hetzelfde) < len(BRON) * 0.05


@per_taal
def test_the_choices_of_one_question_are_different_words(tag: str) -> None:
    eigen = berichten(tag)
    lijst = vragenlijst_uit(bronnen.tomls("vragen"))
    groepen = [[o.context for o in v.opties] for v in lijst.vragen.values() if not v.oordeel]
    groepen += [
        [o.context for o in deel.opties]
        for v in lijst.vragen.values()
        for deel in v.delen
        if deel.scherm and not v.oordeel
    ]
    groepen += [
        ["antwoord.ja", "antwoord.nee", "antwoord.weet-niet", "antwoord.zeg-niet"],
        ["gezicht.goed", "gezicht.gaat", "gezicht.slecht"],
        ["getal.minder", "getal.meer"],
        [f"{domein.code}.titel" for domein in lijst.domeinen],
    ]
    for groep in groepen:
        woorden = [str(eigen[context].string).casefold() for context in groep]
        assert len(set(woorden)) == len(woorden), groep


@per_taal
def test_the_screen_gets_every_text_in_the_own_language(tag: str) -> None:
    prompts = prompts_van(tag)
    for context, nederlands in ENKEL:
        tekst = prompts.tekst(context, nederlands)
        assert tekst.status is Vertaalstatus.CONCEPT, context
        assert tekst.nederlands == nederlands
    assert "3" in prompts.scherm("kies.max", aantal=3).tekst
    assert "{" not in prompts.scherm("kies.max", aantal=3).tekst


# ---- what happens when it is not good -----------------------------------------------------


@pytest.mark.parametrize(
    "vertaling",
    [
        Vertaling("Oud Nederlands", "قديم", False, Vertaalstatus.CONCEPT),
        Vertaling("Ja", "", False, Vertaalstatus.CONCEPT),
        Vertaling("Ja", "نعم", True, Vertaalstatus.NAGEKEKEN),
        None,
    ],
    ids=["changed Dutch", "empty", "fuzzy", "absent"],
)
def test_a_translation_that_no_longer_fits_is_never_shown(vertaling: Vertaling | None) -> None:
    kaart = {"antwoord.ja": vertaling} if vertaling else {}
    tekst = Prompts(TALEN["ar"], Catalogus(kaart), {}).tekst("antwoord.ja", "Ja")
    assert (tekst.tekst, tekst.status, tekst.vertaald) == ("Ja", Vertaalstatus.ONTBREEKT, False)


def test_a_changed_dutch_text_makes_its_translation_fuzzy_and_a_gone_one_goes() -> None:
    oud = catalogi.nieuwe_catalogus("ar")
    context, nederlands = ENKEL[0]
    for plek, bron in ((context, "Anders dan nu"), ("XX99", "Bestaat niet meer")):
        bericht = Message(bron, "ترجمة", context=plek, user_comments=["status: nagekeken"])
        oud._messages[oud._key_for(bron, plek)] = bericht
    nieuw = {b.context: b for b in catalogi.werk_bij(oud, "ar") if b.id}
    assert nieuw[context].fuzzy
    assert (nieuw[context].id, nieuw[context].string) == (nederlands, "ترجمة")
    assert "XX99" not in nieuw
    assert nieuw[BRON[1][0]].string == ""


def test_dutch_needs_no_catalogue() -> None:
    nl: Taal = TALEN["nl"]
    assert (
        Prompts(nl, Catalogus({}), {}).tekst("WO01", "Waar woon je nu?").status
        is Vertaalstatus.BRON
    )
