"""The file for a translation office: it comes back whole, or it is refused with every line."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
import sqlalchemy as sa
from babel.messages.plurals import get_plural
from babel.messages.pofile import read_po
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop import bronnen as bronmodule
from desktop import catalogi
from desktop.bronnen import bron, tomls
from desktop.exchange.vertaalbestand import (
    Bestandgeweigerd,
    Fout,
    Inlezing,
    lees_vertaalbestand,
    vertaalbestand,
)
from desktop.models.prompts import Vertaalstatus, Vertaling
from desktop.models.vertaalwerk import (
    Brontekst,
    Nagekeken,
    Promptopmerking,
    Vertaalregel,
    vormen_van,
)
from desktop.models.vertaling import Promptvertaling
from desktop.models.vragenlezer import vragenlijst_uit
from desktop.models.wijziging import Wijziging
from desktop.store.store import Store
from desktop.store.vertalingen import huidige_catalogus, neem_op

TALEN = catalogi.talen()
BRON = catalogi.bronteksten(vragenlijst_uit(tomls("vragen")))
VERTAALD = [tag for tag in TALEN if tag != "nl"]
GAVE = {t: vertaalbestand(TALEN[t], BRON, catalogi.catalogus(t)) for t in ("ar", "ti", "so")}

met_gettext = pytest.mark.skipif(shutil.which("msgcat") is None, reason="gettext is not here")


def lees(inhoud: bytes, tag: str | None = None) -> Inlezing:
    return lees_vertaalbestand(inhoud, TALEN, BRON, TALEN[tag] if tag else None)


def fouten(inhoud: bytes, tag: str | None = None) -> tuple[Fout, ...]:
    """Why the file is refused."""
    with pytest.raises(Bestandgeweigerd) as geweigerd:
        lees(inhoud, tag)
    assert geweigerd.value.fouten, "a refusal says why"
    return geweigerd.value.fouten


def regel_van(inhoud: bytes, stuk: str) -> int:
    """The first line with this in it."""
    regels = inhoud.decode().split("\n")
    return next(nr for nr, tekst in enumerate(regels, 1) if stuk in tekst)


def vervang(oud: str, nieuw: str, tag: str = "ti") -> bytes:
    """The file with one thing changed."""
    tekst = GAVE[tag].decode()
    assert oud in tekst
    return tekst.replace(oud, nieuw, 1).encode()


# ---- out ----------------------------------------------------------------------------------


@pytest.mark.parametrize("tag", VERTAALD)
def test_what_goes_out_comes_back_the_same(tag: str) -> None:
    catalogus = catalogi.catalogus(tag)
    inlezing = lees(vertaalbestand(TALEN[tag], BRON, catalogus))
    assert inlezing.taal.tag == tag, "the header is enough to know the language"
    assert (inlezing.verouderd, inlezing.onzeker) == ((), 0)
    vol = {c: v for c, v in catalogus.vertalingen.items() if all(vormen_van(v)) and not v.onzeker}
    assert {r.context: r.vormen for r in inlezing.regels} == {
        c: vormen_van(v) for c, v in vol.items()
    }


def test_the_header_says_what_poedit_and_weblate_look_for() -> None:
    catalogus = read_po(BytesIO(GAVE["ar"]), abort_invalid=True)
    assert (catalogus.locale_identifier, catalogus.num_plurals) == ("ar", 6)
    assert {b.context for b in catalogus if b.id} == {b.context for b in BRON}
    tekst = GAVE["ar"].decode()
    for veld in ("Content-Type: text/plain; charset=utf-8", "MIME-Version: 1.0"):
        assert veld in tekst
    assert "#, fuzzy" not in tekst.split("msgid")[0], "a fuzzy header stops msgfmt"


@pytest.mark.parametrize("tag", VERTAALD)
def test_the_plural_forms_stand_in_the_order_of_the_package(tag: str) -> None:
    """Babel has the last two of Arabic the other way round than gettext, Poedit and Weblate."""
    eigen = read_po(BytesIO(bron("i18n", tag, "LC_MESSAGES", "vragen.po").read_bytes()))
    uit = read_po(BytesIO(vertaalbestand(TALEN[tag], BRON, catalogi.catalogus(tag))))
    assert (uit.num_plurals, uit.plural_expr) == (eigen.num_plurals, eigen.plural_expr)


def test_another_order_of_the_arabic_forms_is_refused() -> None:
    """In Babel's order "eleven" would be read as "a hundred"."""
    tekst = GAVE["ar"].decode()
    kop = tekst[tekst.index("plural=(") : tekst.index(";", tekst.index("plural=("))]
    anders = f"plural={get_plural('ar').plural_expr}"
    assert anders.count("?") == kop.count("?")
    (fout,) = fouten(tekst.replace(kop, anders).encode(), "ar")
    assert "n%100>=11 ? 4 : 5" in fout.zin


def test_status_pronunciation_fuzzy_and_remarks_go_along() -> None:
    eigen = {
        "WO01": Vertaling(
            "Waar woon je nu?", "ሕጂ?", False, Vertaalstatus.NAGEKEKEN, ("ሕጂ?",), "hedji\nkejji"
        ),
        "WO02": Vertaling("Oud Nederlands", "ኣረጊት", False, Vertaalstatus.CONCEPT),
    }
    opmerking = Promptopmerking("1", "WO01", "ሕጂ?", "Te\nkort", "ሕጂ ኣበይ?", True)
    inhoud = vertaalbestand(
        TALEN["ti"],
        BRON,
        catalogi.catalogus("ti").met(eigen),
        [opmerking],
        {"WO01": Nagekeken("Selam Tesfay", date(2026, 11, 20))},
    )
    per = {b.context: b for b in read_po(BytesIO(inhoud)) if b.id}
    assert per["WO01"].user_comments == [
        "status: nagekeken door Selam Tesfay op 2026-11-20",
        "uitspraak: hedji kejji",
        'melding: Te kort; op het scherm stond "ሕጂ?"; beter is "ሕጂ ኣበይ?"',
    ]
    assert per["WO02"].fuzzy, "its Dutch changed"
    terug = {r.context: r for r in lees(inhoud).regels}
    assert terug["WO01"].uitspraak == "hedji kejji"
    assert "WO02" not in terug


# ---- faults -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("oud", "nieuw", "plek", "zin"),
    [
        ('msgctxt "WO01"\n', "", 'msgid "Waar woon je nu?"', "ontbreekt de regel met msgctxt"),
        ('msgctxt "WO01"', 'msgctxt "WO99"', "Waar woon je nu?", "WO99 (msgctxt) kent Viergesprek"),
        ("Language: ti", "Language: am", "Language: am", "niet in het Tigrinya"),
        ("Language: ti", "Language: xx", "Language: xx", "(xx) kent Viergesprek niet"),
        ("charset=utf-8", "charset=iso-8859-1", "charset=iso", "andere tekenset"),
        ("nplurals=2", "nplurals=3", "nplurals=3", "Plural-Forms: nplurals=2"),
        ("plural=(n != 1)", "plural=(n > 1)", "plural=(n > 1)", "meervoudsregel"),
        ("plural=(n != 1)", "plural=(n !=)", "plural=(n !=)", "meervoudsregel"),
        ('msgctxt "WO01"', 'msgctxt WO01"', "msgctxt WO01", "geen regel van een vertaalbestand"),
        ('msgstr "እወ"', 'msgstr "እወ', 'msgstr "እወ', "geen regel van een vertaalbestand"),
        ('msgstr "እወ"', 'msgstr "እ"\nmsgstr "እወ"', 'msgstr "እወ"', "verkeerde plek"),
        ('msgstr "እወ"', "", 'msgid "Ja"', "ontbreekt de regel met msgstr"),
        ('msgstr "እወ"', 'msgstr "እ\u202eወ"', 'msgid "Ja"', "U+202E"),
        ('msgstr "እወ"', 'msgstr "እ\u200bወ"', 'msgid "Ja"', "U+200B"),
        ('msgstr "እወ"', 'msgstr "እ\ufffdወ"', 'msgid "Ja"', "stuk gegaan"),
        ('msgstr "እወ"', 'msgstr "እወ {naam}"', 'msgid "Ja"', "{naam} staat niet in het Nederlands"),
        ('msgstr "እወ"', 'msgstr "እወ {"', 'msgid "Ja"', "accolade"),
        ('msgctxt "antwoord.nee"', 'msgctxt "antwoord.ja"', None, "staat ook al op regel"),
    ],
)
def test_a_fault_is_named_with_its_line(oud: str, nieuw: str, plek: str | None, zin: str) -> None:
    inhoud = vervang(oud, nieuw)
    gevonden = fouten(inhoud, "ti")
    assert any(zin in f.zin for f in gevonden), gevonden
    if plek is not None:
        regels = {f.regel for f in gevonden if zin in f.zin}
        assert regels == {regel_van(inhoud, plek)}, gevonden
    assert all(str(f).startswith(f"regel {f.regel}: ") for f in gevonden)


def test_a_place_that_is_gone_or_could_do_harm_is_refused() -> None:
    tekst = GAVE["so"].decode()
    begin = tekst.index('msgctxt "kies.max"')
    blok = tekst[begin : tekst.index("\n\n", begin)]
    for nieuw in ("", "{aantal.__class__}", "{aantal:>99999}", "{0}"):
        stuk = blok[: blok.index("msgstr[0]")] + blok[blok.index("msgstr[0]") :].replace(
            "{aantal}", nieuw
        )
        inhoud = tekst.replace(blok, stuk).encode()
        gevonden = fouten(inhoud)
        assert any("{aantal} ontbreekt" in f.zin for f in gevonden), (nieuw, gevonden)
        assert {f.regel for f in gevonden} == {regel_van(inhoud, 'msgid "Kies hoogstens')}


def test_a_plural_form_too_few_or_too_many() -> None:
    tekst = GAVE["so"].decode()
    begin = tekst.index('msgctxt "kies.max"')
    blok = tekst[begin : tekst.index("\n\n", begin)]
    regels = blok.split("\n")
    for stuk in (regels[:-1], [*regels, regels[-1].replace("msgstr[1]", "msgstr[2]")]):
        inhoud = tekst.replace(blok, "\n".join(stuk)).encode()
        gevonden = fouten(inhoud)
        assert all("meervoudsvormen" in f.zin for f in gevonden), gevonden
        assert {f.regel for f in gevonden} == {regel_van(inhoud, 'msgid "Kies hoogstens')}


@pytest.mark.parametrize("codering", ["utf-16", "utf-16-le", "iso-8859-6", "cp1256"])
def test_another_encoding_is_refused_with_the_lines(codering: str) -> None:
    inhoud = GAVE["ar"].decode().encode(codering, errors="replace")
    gevonden = fouten(inhoud)
    assert all("UTF-8" in f.zin for f in gevonden)


def test_a_half_letter_is_found_on_its_line() -> None:
    inhoud = GAVE["ti"]
    plek = inhoud.index("እወ".encode())
    stuk = inhoud[: plek + 2] + inhoud[plek + 3 :]
    assert [f.regel for f in fouten(stuk)] == [inhoud[:plek].count(b"\n") + 1]


@met_gettext
def test_letters_that_were_written_as_numbers_are_refused(tmp_path: Path) -> None:
    po = tmp_path / "uit.po"
    po.write_bytes(GAVE["ar"])
    anders = subprocess.run(["msgcat", "--escape", po], capture_output=True, check=True).stdout
    gevonden = fouten(anders)
    assert len(gevonden) > len(lees(GAVE["ar"]).regels)
    assert all("Kijk naar de aanhalingstekens" in f.zin for f in gevonden)


def test_all_faults_come_at_once() -> None:
    inhoud = (
        GAVE["ti"]
        .decode()
        .replace('msgctxt "WO01"', 'msgctxt "WO99"')
        .replace('msgstr "እወ"', 'msgstr "እወ {x}"', 1)
        .replace('msgctxt "MO01"\n', "")
        .replace('msgctxt "FI01"', "msgctxt FI01")
        .encode()
    )
    gevonden = fouten(inhoud)
    assert len(gevonden) == 4
    assert all(een.regel < ander.regel for een, ander in pairwise(gevonden)), "in order"


def test_a_mark_of_utf8_at_the_beginning_and_windows_lines_are_fine() -> None:
    inhoud = b"\xef\xbb\xbf" + GAVE["ti"].replace(b"\n", b"\r\n")
    assert lees(inhoud).regels == lees(GAVE["ti"]).regels


def test_changed_dutch_is_reported_and_the_rest_is_taken() -> None:
    inhoud = vervang('msgid "Ja"', 'msgid "Jazeker"')
    inlezing = lees(inhoud)
    (oud,) = inlezing.verouderd
    assert str(oud) == (
        f"regel {regel_van(inhoud, 'Jazeker')}: antwoord.ja is overgeslagen: "
        "het Nederlands is intussen anders."
    )
    assert len(inlezing.regels) == len(lees(GAVE["ti"]).regels) - 1


def test_fuzzy_and_empty_are_left_aside() -> None:
    inhoud = vervang('msgctxt "antwoord.ja"', '#, fuzzy\nmsgctxt "antwoord.ja"')
    assert lees(inhoud).onzeker == 1
    assert lees(vervang('msgstr "እወ"', 'msgstr ""')).leeg == lees(GAVE["ti"]).leeg + 1


def test_a_file_of_the_neighbour_is_refused() -> None:
    prs = vertaalbestand(TALEN["prs"], BRON, catalogi.catalogus("prs"))
    assert lees(prs).taal.tag == "prs"
    assert any("Dari" in f.zin for f in fouten(prs, "fa"))


# ---- any fault leaves the store as it was -------------------------------------------------


def _alles(store: Store) -> tuple[object, ...]:
    with store.lees() as sessie:
        return (
            sessie.scalar(sa.select(sa.func.count()).select_from(Promptvertaling)),
            sessie.scalar(sa.select(sa.func.count()).select_from(Wijziging)),
        )


def probeer(store: Store, inhoud: bytes) -> int | None:
    """As the program does; None when the file is refused."""
    try:
        inlezing = lees(inhoud)
    except Bestandgeweigerd:
        return None
    with store.work() as work:
        return neem_op(work, inlezing.taal.tag, inlezing.regels, "bureau", date(2026, 11, 25))


_ZELFDE = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@_ZELFDE
@given(
    plek=st.integers(0, len(GAVE["ti"]) - 1),
    rommel=st.binary(min_size=1, max_size=6),
    weg=st.integers(0, 40),
)
def test_rubbish_never_crashes_and_refused_means_unchanged(
    store: Store, plek: int, rommel: bytes, weg: int
) -> None:
    voor = _alles(store)
    inhoud = GAVE["ti"][:plek] + rommel + GAVE["ti"][plek + weg :]
    if probeer(store, inhoud) is None:
        assert _alles(store) == voor


SOORTEN: list[Callable[[list[str], int], None]] = [
    lambda regels, n: regels.insert(n, 'msgctxt "vreemd.ding"'),
    lambda regels, n: regels.insert(n, "losse woorden"),
    lambda regels, n: regels.insert(n, 'msgstr "nog een"'),
    lambda regels, n: regels.insert(n, '"niet af'),
    lambda regels, n: regels.__setitem__(n, regels[n].replace("msgctxt", "msgctx")),
    lambda regels, n: regels.__setitem__(n, ""),
]


@_ZELFDE
@given(nr=st.integers(0, len(BRON) - 1), soort=st.sampled_from(SOORTEN))
def test_any_fault_in_any_entry_leaves_the_store_unchanged(
    store: Store, nr: int, soort: Callable[[list[str], int], None]
) -> None:
    regels = GAVE["ti"].decode().split("\n")
    contexten = [n for n, regel in enumerate(regels) if regel.startswith("msgctxt")]
    soort(regels, contexten[nr])
    voor = _alles(store)
    # Beside the fault every text is new: a file that was taken in part would be seen.
    inhoud = "\n".join(regels).replace('msgstr "እ', 'msgstr "ኣ').encode()
    assert probeer(store, inhoud) is None
    assert _alles(store) == voor


LETTERS = st.text("እወሕጂ\"\\\\%#|:~'`,.?«» ", min_size=1, max_size=60).filter(str.strip)
ENKEL = [b for b in BRON if not b.meervoud and "{" not in b.nederlands]


@_ZELFDE
@given(
    eigen=st.dictionaries(
        st.sampled_from(ENKEL),
        st.tuples(LETTERS, LETTERS.map(lambda tekst: " ".join(tekst.split()))),
        max_size=8,
    )
)
def test_whatever_was_written_comes_back_as_it_was(
    store: Store, eigen: dict[Brontekst, tuple[str, str]]
) -> None:
    regels = [
        Vertaalregel(b.context, b.nederlands, (tekst,), uitspraak)
        for b, (tekst, uitspraak) in eigen.items()
    ]
    with store.work() as work:
        neem_op(work, "ti", regels, "bureau", date(2026, 11, 25))
    voor = _alles(store)
    with store.lees() as sessie:
        inhoud = vertaalbestand(TALEN["ti"], BRON, huidige_catalogus(sessie, "ti"))
    assert probeer(store, inhoud) == 0
    assert _alles(store) == voor


def test_export_and_import_again_changes_nothing(store: Store, tmp_path: Path) -> None:
    for tag, inhoud in GAVE.items():
        assert probeer(store, inhoud) == 0, tag
    assert _alles(store)[0] == 0


def test_a_file_cannot_call_itself_checked(store: Store) -> None:
    inhoud = vervang('msgstr "እወ"', 'msgstr "እወ እወ"').replace(
        b"# status: concept", b"# status: beedigd"
    )
    assert probeer(store, inhoud) == 1
    with store.lees() as sessie:
        (rij,) = sessie.scalars(sa.select(Promptvertaling))
    assert rij.status is Vertaalstatus.CONCEPT


@pytest.mark.parametrize(
    ("woord", "status"),
    [
        ("status: nagekeken door Selam", Vertaalstatus.NAGEKEKEN),
        ("Status : Beëdigd", Vertaalstatus.BEEDIGD),
        ("status:", Vertaalstatus.CONCEPT),
        ("status: mooi", Vertaalstatus.CONCEPT),
    ],
)
def test_the_package_itself_says_who_looked_and_how_it_sounds(
    woord: str, status: Vertaalstatus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    map_ = tmp_path / "i18n" / "ti" / "LC_MESSAGES"
    map_.mkdir(parents=True)
    regels = f"# {woord}\n# uitspraak: hedji keji"
    tekst = (
        GAVE["ti"]
        .decode()
        .replace('# status: concept\nmsgctxt "WO01"', f'{regels}\nmsgctxt "WO01"')
    )
    assert regels in tekst
    (map_ / "vragen.po").write_text(tekst, encoding="utf-8")
    monkeypatch.setattr(bronmodule, "_WORTEL", tmp_path)
    vertaling = catalogi.catalogus.__wrapped__("ti").vertalingen["WO01"]
    assert (vertaling.status, vertaling.uitspraak) == (status, "hedji keji")


def test_the_texts_that_go_out_are_those_of_the_template() -> None:
    with bron("i18n", "vragen.pot").open("rb") as bestand:
        sjabloon = [(b.context, b.id) for b in read_po(bestand) if b.id]
    assert [
        (b.context, (b.nederlands, b.meervoud) if b.meervoud else b.nederlands) for b in BRON
    ] == sjabloon


# ---- with the tools of others -------------------------------------------------------------


@met_gettext
@pytest.mark.parametrize("tag", VERTAALD)
def test_gettext_itself_finds_nothing_wrong(tag: str, tmp_path: Path) -> None:
    po = tmp_path / "uit.po"
    po.write_bytes(vertaalbestand(TALEN[tag], BRON, catalogi.catalogus(tag)))
    gekeurd = subprocess.run(
        ["msgfmt", "--check", "-o", "/dev/null", str(po)], capture_output=True, text=True
    )
    assert gekeurd.returncode == 0, gekeurd.stderr


@met_gettext
@pytest.mark.parametrize("hoe", [["--width=40"], ["--no-wrap", "--sort-output"]])
def test_a_file_that_another_tool_wrote_anew_says_the_same(hoe: list[str], tmp_path: Path) -> None:
    po = tmp_path / "uit.po"
    po.write_bytes(GAVE["ar"])
    anders = subprocess.run(["msgcat", *hoe, str(po)], capture_output=True, check=True).stdout
    assert anders != GAVE["ar"]

    def kern(inhoud: bytes) -> dict[str, tuple[str, ...]]:
        return {r.context: r.vormen for r in lees(inhoud).regels}

    assert kern(anders) == kern(GAVE["ar"])
