"""The question list and its pictograms: what domain.md 3.2, 3.3 and 7.5 ask of the data."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QBitmap, QImage, QPainter, QRegion
from PySide6.QtSvg import QSvgRenderer

from desktop.bronnen import bron, toml, tomls
from desktop.models.voortgang import DEKKING
from desktop.models.vragen import Deel, Optie, Raster, Vraag, Vraagtype, Vragenlijst, Wie
from desktop.models.vragenlezer import vragenlijst_uit, vragenlijst_uit_json
from desktop.views.widgets.pictogram import Laag, PictogramRegister

# domain.md 3.3, in order: type / who, `!` for the hand sign, `+` for each special class. Where
# the sheet says "checklist" or "single per kind" the answer is a grid; FI12 is ticked, so multi.
FEITENBLAD = {
    "SP": "multi/P single/P single/P multi/P multi/P yn/PG multi/PG multi/P grid/G+ET face3/P"
    " single/P scale/K",
    "FG": "face3/P+GZ yn/P single/P yn/P+GZ multi/P+GZ multi/P+GZ single/P+GZ yn/G+GZ yn/G!+GZ"
    " multi/P+GZ num/K+GZ scale/K+GZ",
    "MG": "face3/P+GZ single/P+GZ single/P+GZ single/P+GZ multi/P+GZ multi/P multi/P single/P+GZ"
    " yn/G+KI yn/G!+FI+GZ single/K+GZ scale/K+GZ",
    "WO": "single/P date/G grid/G+KI face3/P multi/P single/P grid/G+FI single/P single/P single/P"
    " scale/K",
    "AD": "single/P single/P single/P single/P+GZ single/P single/P single/P single/P multi/P"
    " yn/G+GZ+KI scale/K+GZ",
    "MO": "multi/P single/P yn/P single/P yn/P single/PG single/P single/P yn/P+KI multi/P+GZ"
    " yn/K+GZ scale/K",
    "RE": "single/P single/P multi/P single/P multi/P single/P single/P multi/P yn/P multi/P"
    " yn/G!+FI text/G scale/K",
    "OP": "num/G+KI grid/P+KI single/P+KI multi/P+KI single/G+FI face3/P+KI yn/P+KI face3/P+GZ+KI"
    " multi/P+KI yn/G+KI yn/K+KI scale/K+KI",
    "FI": "multi/P+FI yn/P+FI single/P+FI face3/P+FI yn/P+FI single/P grid/G+FI yn/P+FI yn/G+FI"
    " single/P+FI multi/P multi/K+FI scale/K+FI",
    "WK": "num/P single/P single/PG multi/P num/P single/P multi/P multi/P single/P grid/P yn/G"
    " multi/PG yn/P grid/K scale/K",
}
AANTALLEN = {
    "SP": 12,
    "FG": 12,
    "MG": 12,
    "WO": 11,
    "AD": 11,
    "MO": 12,
    "RE": 13,
    "OP": 12,
    "FI": 13,
    "WK": 15,
}
# domain.md 3.1, the coverage map.
DEKKINGSKAART = {
    "zelfredzaamheid": set(AANTALLEN),
    "taalniveau": {"SP", "RE", "WK"},
    "onderwijs_werk": {"WK"},
    "gezondheid": {"FG", "MG"},
    "gezin_netwerk": {"SP", "WO", "OP"},
    "vve": {"OP"},
    "werk_meedoen": {"WK", "SP", "MO"},
}
FEITEN = {"kinderen"}
SLAK = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
ZELF_GETEKEND = (Vraagtype.YN, Vraagtype.FACE3, Vraagtype.SCALE)
"""Types that bring their own choices."""

# domain.md 3.2: gestures that offend, and flags, which split people.
GEBAREN = {
    "1F44D", "1F44E", "1F44C", "1F446", "1F447", "1F448", "1F449", "261D", "1FAF5", "270C",
    "270B", "1F590", "1F44B", "1F91A", "1F596", "1F91E", "1F91F", "1F918", "1F919", "1F595",
    "1F646", "1F44A", "270A",
}  # fmt: skip
VLAGGEN = {f"{c:X}" for c in range(0x1F1E6, 0x1F200)} | {"1F3F3", "1F3F4", "1F38C"}
# domain.md 3.2: no alcohol, no pork.
ALCOHOL_EN_VARKEN = {
    "1F377", "1F378", "1F379", "1F37A", "1F37B", "1F37E", "1F942", "1F943", "1F376",
    "1F416", "1F417", "1F437", "1F43D", "1F953",
}  # fmt: skip
VERBODEN_WOORDEN = (
    "duim", "thumb", "vinger", "finger", "handpalm", "palm", "vuist", "victory", "vlag",
    "flag", "ok-hand", "okay", "crossed", "gekruist",
)  # fmt: skip
MAAT = 64

LIJST = vragenlijst_uit(tomls("vragen"))
CODES = tuple(LIJST.vragen)
SCHERMTEKSTEN = toml("vragen", "scherm.toml")["tekst"]
NAMEN = tuple(toml("icons", "pictogrammen.toml"))

per_vraag = pytest.mark.parametrize("code", CODES)
per_pictogram = pytest.mark.parametrize("naam", NAMEN)


@pytest.fixture(scope="module")
def register() -> PictogramRegister:
    return PictogramRegister()


def optielijsten(vraag: Vraag) -> Iterator[tuple[str, tuple[Optie, ...]]]:
    """Every list of options of a question: its own, of its parts, of its columns."""
    yield vraag.code, vraag.opties
    for deel in vraag.delen:
        yield deel.context, deel.opties
    for kolom in vraag.raster.kolommen if vraag.raster else ():
        yield kolom.context, kolom.opties


def tegelgroepen(vraag: Vraag) -> Iterator[tuple[str, list[str | None]]]:
    """Pictograms that can stand side by side on the client's screen."""
    if not vraag.voor_client:
        return
    if vraag.opties:
        yield vraag.code, [optie.pictogram for optie in vraag.opties]
    for deel in vraag.delen:
        if deel.scherm and deel.opties:
            yield deel.context, [optie.pictogram for optie in deel.opties]
    if vraag.raster and vraag.raster.scherm:
        for kolom in vraag.raster.kolommen:
            if kolom.type == "keuze":
                yield kolom.context, [optie.pictogram for optie in kolom.opties]
        aan = [kolom.pictogram for kolom in vraag.raster.kolommen if kolom.type == "aan"]
        if aan:
            yield f"{vraag.code}/kolommen", aan
        if vraag.raster.soort == "vast":
            yield f"{vraag.code}/rijen", [rij.pictogram for rij in vraag.raster.rijen]


GROEPEN = [groep for vraag in LIJST.vragen.values() for groep in tegelgroepen(vraag)]


def genoemde_pictogrammen() -> set[str]:
    """Every name that the questions and the texts of the screen use."""
    namen = {domein.pictogram for domein in LIJST.domeinen}
    namen |= {tekst["pictogram"] for tekst in SCHERMTEKSTEN if "pictogram" in tekst}
    namen |= {naam for _, groep in GROEPEN for naam in groep if naam}
    return namen | {"anders", "ja", "nee", "goed", "gaat", "slecht", "later", "pauze"}


def tekening(lagen: Iterable[Laag]) -> tuple[tuple[bytes, float, float, float], ...]:
    """The composition itself: what is drawn where, whatever it is called."""
    return tuple((laag.pad.read_bytes(), laag.x, laag.y, laag.maat) for laag in lagen)


def beeld(register: PictogramRegister, naam: str, gespiegeld: bool = False) -> QImage:
    register.lagen(naam)  # an unknown name is told here, before anything paints
    return (
        register.pixmap(naam, MAAT, 1.0, gespiegeld)
        .toImage()
        .convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    )


def punten(plaat: QImage) -> bytes:
    return bytes(plaat.constBits())


def codepunten(naam: str) -> set[str]:
    """Code points of every glyph in the composition of one pictogram."""
    ruw = toml("icons", "pictogrammen.toml")[naam]
    gliefen = [laag["glief"] for laag in ruw.get("lagen", (ruw,)) if "glief" in laag]
    return {punt.upper() for glief in gliefen for punt in glief.split("-")}


# ---- the list -----------------------------------------------------------------------------


def test_there_are_123_questions_in_ten_domains() -> None:
    assert {d.code: len(d.vragen) for d in LIJST.domeinen} == AANTALLEN
    assert len(LIJST.vragen) == sum(AANTALLEN.values()) == 123


def test_the_codes_are_those_of_the_fact_sheet_in_its_order() -> None:
    for domein in LIJST.domeinen:
        verwacht = [f"{domein.code}{n:02d}" for n in range(1, AANTALLEN[domein.code] + 1)]
        assert [vraag.code for vraag in domein.vragen] == verwacht


def test_every_code_occurs_once_in_the_files() -> None:
    # Read from the files: the mapping of the list would swallow a double one.
    codes = [v["code"] for bestand in tomls("vragen") for v in bestand.get("vraag", ())]
    assert len(codes) == 123
    assert [code for code, keer in Counter(codes).items() if keer > 1] == []
    domeinen = [b["domein"]["code"] for b in tomls("vragen") if "domein" in b]
    assert sorted(domeinen) == sorted(AANTALLEN)


@pytest.mark.parametrize("domein", FEITENBLAD)
def test_type_who_and_special_class_are_those_of_the_fact_sheet(domein: str) -> None:
    gelezen = [
        f"{v.type}/{v.wie}{'!' if v.alleen else ''}" + "".join(f"+{b}" for b in sorted(v.bijzonder))
        for v in LIJST.domein(domein).vragen
    ]
    assert gelezen == FEITENBLAD[domein].split()


def test_the_totals_are_those_that_the_fact_sheet_derives() -> None:
    vragen = LIJST.vragen.values()
    assert Counter(v.wie for v in vragen) == {Wie.P: 85, Wie.PG: 5, Wie.G: 17, Wie.K: 16}
    assert sum(v.type is Vraagtype.SCALE for v in vragen) == 10
    assert sum("GZ" in v.bijzonder for v in vragen) == 25
    assert sum(v.gezondheid for v in vragen) == 30, "the whole blocks FG and MG (domain.md 7.5)"
    assert sum("FI" in v.bijzonder and not v.gezondheid for v in vragen) == 14
    assert sum("KI" in v.bijzonder for v in vragen) == 15
    assert sum("ET" in v.bijzonder for v in vragen) == 1
    # Religion and criminal data are never asked for (domain.md 7.5).
    assert not [v.code for v in vragen if v.bijzonder & {"RE", "JU"}]


@per_vraag
def test_a_question_has_a_text_a_purpose_and_known_topics(code: str) -> None:
    vraag = LIJST.vragen[code]
    for tekst in (vraag.tekst, vraag.doel):
        assert tekst.strip()
        assert tekst == tekst.strip()
    assert vraag.wie is Wie.K or vraag.raster or vraag.tekst.endswith(("?", "."))
    assert set(vraag.dekking) <= set(DEKKING)
    assert len(set(vraag.dekking)) == len(vraag.dekking)
    assert vraag.hulp == vraag.hulp.strip()


def test_every_domain_has_its_titles_and_ends_with_the_score() -> None:
    for domein in LIJST.domeinen:
        assert all((domein.titel, domein.titel_client, domein.kern, domein.pictogram))
        assert domein.vragen[-1].type is Vraagtype.SCALE
        assert [v.type for v in domein.vragen].count(Vraagtype.SCALE) == 1
        assert domein.vragen[-1].wie is Wie.K


def test_every_statutory_topic_is_borne_by_the_domains_of_the_coverage_map() -> None:
    assert set(DEKKING) == set(DEKKINGSKAART)
    for onderwerp, domeinen in DEKKINGSKAART.items():
        gelezen = {v.domein for v in LIJST.vragen.values() if onderwerp in v.dekking}
        assert gelezen >= domeinen, onderwerp
    scores = {v.code for v in LIJST.vragen.values() if v.type is Vraagtype.SCALE}
    zelfredzaam = {v.code for v in LIJST.vragen.values() if "zelfredzaamheid" in v.dekking}
    assert zelfredzaam == scores


def test_the_hand_sign_questions_are_alone_and_two_of_them_are_shielded() -> None:
    alleen = {v.code: v for v in LIJST.vragen.values() if v.alleen}
    assert set(alleen) == {"FG09", "MG10", "RE11"}
    # Spoken of, never pointed at: somebody else may see the screen.
    assert {v.wie for v in alleen.values()} == {Wie.G}
    assert {v.code for v in LIJST.vragen.values() if v.afgeschermd} == {"MG10", "RE11"}


def test_no_text_names_the_matrix_of_somebody_else() -> None:
    # domain.md 3.2: no ZRM texts and no ZRM name in the product.
    for bestand in sorted(bron("vragen").glob("*.toml")):
        tekst = bestand.read_text(encoding="utf-8").lower()
        assert "zrm" not in tekst
        assert "zelfredzaamheid-matrix" not in tekst


# ---- choices ------------------------------------------------------------------------------


@per_vraag
def test_the_options_of_a_question_are_well_formed(code: str) -> None:
    vraag = LIJST.vragen[code]
    if vraag.type in (Vraagtype.SINGLE, Vraagtype.MULTI):
        assert len(vraag.opties) >= 2
    else:
        assert vraag.opties == ()
    for plek, opties in optielijsten(vraag):
        codes = [optie.code for optie in opties]
        assert len(set(codes)) == len(codes), plek
        assert len({optie.tekst for optie in opties}) == len(codes), plek
        for optie in opties:
            assert SLAK.fullmatch(optie.code), optie.context
            assert optie.tekst.strip() == optie.tekst != "", optie.context
            # domain.md 3.2: these three always stand beside the tiles, so never among them.
            assert optie.code not in {"weet-niet", "zeg-niet", "later", "wil-niet"}, optie.context


@per_vraag
def test_maximum_order_and_the_nothing_option_fit_the_type(code: str) -> None:
    vraag = LIJST.vragen[code]
    meer = vraag.type is Vraagtype.MULTI
    if vraag.geen is not None:
        assert meer
        assert vraag.optie(vraag.geen) is not None
    if vraag.max is not None:
        assert meer
        assert 1 < vraag.max < len(vraag.opties)
    if vraag.geordend:
        assert vraag.max is not None
    if meer:
        niets = [o.code for o in vraag.opties if o.code in {"niets", "niemand", "geen", "nu-niet"}]
        assert niets in ([], [vraag.geen]), "an option that means nothing must be `geen`"
    if vraag.type is Vraagtype.NUM:
        assert vraag.minimaal is not None
        assert vraag.maximaal is not None
        assert 0 <= vraag.minimaal < vraag.maximaal
        assert vraag.eenheid
    else:
        assert vraag.minimaal is None
        assert vraag.maximaal is None


def test_the_two_questions_with_a_maximum_are_those_of_the_fact_sheet() -> None:
    begrensd = {v.code: (v.max, v.geordend) for v in LIJST.vragen.values() if v.max is not None}
    assert begrensd == {"RE03": (3, False), "WK07": (3, True)}


def _deel_goed(vraag: Vraag, deel: Deel) -> None:
    assert SLAK.fullmatch(deel.code), deel.context
    assert deel.tekst.strip() == deel.tekst != ""
    assert set(deel.als) <= set(vraag.keuzecodes), deel.context
    if deel.type in (Vraagtype.SINGLE, Vraagtype.MULTI):
        assert len(deel.opties) >= 2, deel.context
    else:
        assert deel.opties == (), deel.context
    assert deel.type in {
        Vraagtype.SINGLE,
        Vraagtype.MULTI,
        Vraagtype.YN,
        Vraagtype.NUM,
        Vraagtype.DATE,
        Vraagtype.TEXT,
    }
    if deel.scherm:
        assert vraag.voor_client, deel.context
        assert deel.type in (Vraagtype.SINGLE, Vraagtype.MULTI, Vraagtype.YN), deel.context
    if deel.geen is not None:
        assert deel.type is Vraagtype.MULTI
        assert deel.geen in {optie.code for optie in deel.opties}


@per_vraag
def test_the_parts_of_a_question_are_well_formed(code: str) -> None:
    vraag = LIJST.vragen[code]
    for deel in vraag.delen:
        _deel_goed(vraag, deel)
    sleutels = [deel.code for deel in vraag.delen]
    sleutels += [rij.code for rij in vraag.raster.rijen] if vraag.raster else []
    # Parts and grid cells share one map of elements.
    assert len(set(sleutels)) == len(sleutels)


def test_the_questions_with_a_grid_are_known() -> None:
    assert {v.code for v in LIJST.vragen.values() if v.raster} == {
        "SP09", "WO03", "WO07", "OP01", "OP02", "FI07", "WK10", "WK14",
    }  # fmt: skip
    for vraag in LIJST.vragen.values():
        assert vraag.type is not Vraagtype.GRID or vraag.raster is not None


RASTERS = {v.code: v.raster for v in LIJST.vragen.values() if v.raster}


@pytest.mark.parametrize("code", RASTERS)
def test_a_grid_is_well_formed(code: str) -> None:
    vraag, raster = LIJST.vragen[code], RASTERS[code]
    assert isinstance(raster, Raster)
    assert raster.soort in {"vast", "rijen", "kinderen"}
    assert bool(raster.rijen) == (raster.soort == "vast")
    assert raster.rijtitel.strip()
    assert raster.kolommen
    for delen in (raster.rijen, raster.kolommen):
        codes = [deel.code for deel in delen]
        assert len(set(codes)) == len(codes)
        assert all(SLAK.fullmatch(code) for code in codes)
        assert all(deel.tekst.strip() == deel.tekst != "" for deel in delen)
    if raster.soort != "vast":
        assert not [rij for rij in raster.rijen if rij.code.isdigit()]
    for kolom in raster.kolommen:
        assert kolom.type in {"keuze", "aan", "getal", "tekst", "maand"}, kolom.context
        assert (len(kolom.opties) >= 2) == (kolom.type == "keuze"), kolom.context
        assert kolom.type == "keuze" or kolom.opties == ()
    assert raster.scherm == vraag.voor_client
    if raster.scherm:
        # What the client cannot point at has no place in a grid on the screen.
        assert {kolom.type for kolom in raster.kolommen} <= {"keuze", "aan"}


# ---- conditions ---------------------------------------------------------------------------

MET_VOORWAARDE = [v.code for v in LIJST.vragen.values() if v.voorwaarden]


@pytest.mark.parametrize("code", MET_VOORWAARDE)
def test_a_condition_names_an_existing_question_and_option_or_a_known_fact(code: str) -> None:
    for voorwaarde in LIJST.vragen[code].voorwaarden:
        if voorwaarde.feit is not None:
            assert voorwaarde.feit in FEITEN
            assert voorwaarde.vraag is None
            continue
        poort = LIJST.vragen[voorwaarde.vraag or ""]
        soorten = [bool(voorwaarde.keuze), bool(voorwaarde.niet), voorwaarde.minimaal is not None]
        assert sum(soorten) == 1, "a condition asks one thing"
        assert set(voorwaarde.keuze) | set(voorwaarde.niet) <= set(poort.keuzecodes)
        # A condition that no answer can break, or none can meet, is a mistake.
        assert set(voorwaarde.keuze) != set(poort.keuzecodes) or not voorwaarde.keuze
        assert set(voorwaarde.niet) != set(poort.keuzecodes) or not voorwaarde.niet
        if voorwaarde.minimaal is not None:
            assert poort.type is Vraagtype.NUM
            assert (poort.minimaal or 0) < voorwaarde.minimaal <= (poort.maximaal or 0)


def test_conditions_make_no_circle() -> None:
    poorten = {v.code: [w.vraag for w in v.voorwaarden if w.vraag] for v in LIJST.vragen.values()}

    def diep(code: str, pad: tuple[str, ...]) -> int:
        assert code not in pad, " -> ".join((*pad, code))
        return 1 + max((diep(poort, (*pad, code)) for poort in poorten[code]), default=0)

    assert max(diep(code, ()) for code in poorten) >= 2


def test_the_gates_that_the_fact_sheet_names_are_there() -> None:
    def poorten(code: str) -> set[str | None]:
        return {v.vraag for v in LIJST.vragen[code].voorwaarden}

    assert poorten("FG05") == {"FG04"}
    assert poorten("MG05") == {"MG04"}
    # A pregnancy is enough for the consultatiebureau; for the rest of the domain, children are.
    assert poorten("OP07") == {"OP01", "FG09"}
    for n in (2, 3, 4, 5, 6, 8, 9, 10, 11, 12):
        assert poorten(f"OP{n:02d}") == {"OP01"}
    assert not [v.code for v in LIJST.vragen.values() if v.alleen and v.voorwaarden]


# ---- pictograms ---------------------------------------------------------------------------


@pytest.mark.parametrize(("plek", "groep"), GROEPEN, ids=[plek for plek, _ in GROEPEN])
def test_everything_that_can_be_pointed_at_has_a_picture(
    plek: str, groep: list[str | None]
) -> None:
    assert all(groep), plek
    assert set(groep) <= set(NAMEN), plek


def test_every_question_that_is_pointed_at_has_something_to_point_at() -> None:
    met_tegels = {re.split(r"[/.]", plek)[0] for plek, _ in GROEPEN}
    for vraag in LIJST.vragen.values():
        if vraag.voor_client and vraag.type not in (*ZELF_GETEKEND, Vraagtype.NUM):
            assert vraag.code in met_tegels
        if not vraag.voor_client:
            assert vraag.code not in met_tegels


@pytest.mark.parametrize(("plek", "groep"), GROEPEN, ids=[plek for plek, _ in GROEPEN])
def test_no_two_choices_of_one_question_are_the_same_drawing(
    qapp: object, register: PictogramRegister, plek: str, groep: list[str]
) -> None:
    for soort in (
        {naam: tekening(register.lagen(naam)) for naam in groep},
        {naam: punten(beeld(register, naam)) for naam in groep},
        {naam: punten(beeld(register, naam, gespiegeld=True)) for naam in groep},
    ):
        dubbel = [
            (een, twee)
            for een in groep
            for twee in groep
            if een < twee and soort[een] == soort[twee]
        ]
        assert dubbel == [], plek
    assert len(set(groep)) == len(groep), plek


def test_no_choice_looks_like_one_of_the_buttons_that_always_stand_there(
    qapp: object, register: PictogramRegister
) -> None:
    vast = {naam: punten(beeld(register, naam)) for naam in ("weet-niet", "zeg-niet", "stop")}
    for plek, groep in GROEPEN:
        for naam in groep:
            assert naam is not None
            assert punten(beeld(register, naam)) not in vast.values(), (plek, naam)


def test_fixed_answers_and_domains_are_told_apart(
    qapp: object, register: PictogramRegister
) -> None:
    for namen in (
        ["ja", "nee"],
        ["goed", "gaat", "slecht"],
        ["weet-niet", "zeg-niet", "later", "stop", "klaar", "terug", "verder"],
        ["minder", "meer"],
        [domein.pictogram for domein in LIJST.domeinen],
    ):
        assert len({punten(beeld(register, naam)) for naam in namen}) == len(namen)


def test_a_mirrored_screen_still_tells_back_from_on(
    qapp: object, register: PictogramRegister
) -> None:
    terug, verder = (punten(beeld(register, naam, True)) for naam in ("terug", "verder"))
    assert terug != verder


def test_every_name_that_the_questions_use_is_in_the_register() -> None:
    assert genoemde_pictogrammen() - set(NAMEN) == set()


@per_pictogram
def test_a_pictogram_renders_and_stays_within_its_square(
    qapp: object, register: PictogramRegister, naam: str
) -> None:
    lagen = register.lagen(naam)
    assert lagen
    assert all(QSvgRenderer(str(laag.pad)).isValid() for laag in lagen)
    rand = MAAT // 4
    vel = QImage(MAAT + 2 * rand, MAAT + 2 * rand, QImage.Format.Format_ARGB32_Premultiplied)
    vel.fill(0)
    painter = QPainter(vel)
    register.teken(painter, QRectF(rand, rand, MAAT, MAAT), naam)
    painter.end()
    inkt = QRegion(QBitmap.fromImage(vel.createAlphaMask()))
    # A picture of one corner, or of nothing, is no picture.
    gevuld = sum(vlak.width() * vlak.height() for vlak in inkt)
    assert gevuld > MAAT * MAAT * 0.03, f"{gevuld} of {MAAT * MAAT} points are drawn"
    # Over the edge it is cut off on a tile; one point of line width is forgiven.
    vierkant = QRect(rand - 1, rand - 1, MAAT + 2, MAAT + 2)
    assert vierkant.contains(inkt.boundingRect()), inkt.boundingRect()
    assert register.omschrijving(naam).strip()


@per_pictogram
def test_a_pictogram_holds_no_offensive_gesture_flag_alcohol_or_pork(naam: str) -> None:
    assert codepunten(naam) & (GEBAREN | VLAGGEN | ALCOHOL_EN_VARKEN) == set()


def test_no_name_and_no_drawing_of_our_own_is_such_a_gesture() -> None:
    eigen = [pad.stem for pad in bron("icons", "eigen").glob("*.svg")]
    assert eigen
    for naam in (*eigen, *NAMEN):
        assert not [woord for woord in VERBODEN_WOORDEN if woord in naam.lower()], naam
        # An own file may not carry the glyph under its number either.
        assert naam.upper() not in GEBAREN | VLAGGEN


def test_our_own_drawings_are_drawings_and_nothing_else() -> None:
    for pad in bron("icons", "eigen").glob("*.svg"):
        svg = pad.read_text(encoding="utf-8").lower()
        for vreemd in ("<image", "<script", "href=", "<foreignobject", "data:"):
            assert vreemd not in svg, f"{pad.name} holds {vreemd}"


def test_the_list_of_the_session_is_the_list_of_the_files(lijst: Vragenlijst) -> None:
    assert lijst.versie == LIJST.versie
    assert vragenlijst_uit_json(lijst.als_json()) == lijst
    assert vragenlijst_uit_json(lijst.als_json()).versie == lijst.versie


def test_a_wrong_question_is_refused_by_name() -> None:
    bestanden = tomls("vragen")
    bestanden[0]["vraag"][0]["type"] = "raadsel"
    code = bestanden[0]["vraag"][0]["code"]
    with pytest.raises(ValueError, match=code):
        vragenlijst_uit(bestanden)
