"""The plan's headings, sentences and numbers as they come with the program: nothing is dangling."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from desktop import bronnen, catalogi
from desktop.models.pipfeiten import Pipfeiten
from desktop.models.pipinhoud import Leerroute, Pipinhoud
from desktop.models.piponderdelen import Eis
from desktop.models.pipzinnen import Zin
from desktop.models.vragen import Raster, Vraag, Vraagtype
from desktop.models.vragenlezer import vragenlijst_uit
from desktop.models.woordkeus import Vondstsoort, vind

KADER = catalogi.pipkader()
LIJST = vragenlijst_uit(bronnen.tomls("vragen"))
FEITEN = Pipfeiten(vandaag=date(2026, 6, 10))
ZINNEN = KADER.zinnen.bij_vraag
TEKSTEN = [
    *((z.code, t) for z in ZINNEN for t in (z.tekst, z.anders, z.hoe, *z.woord.values()) if t),
    *((z.code, t) for z in KADER.standaard for t in (z.tekst, z.anders, z.hoe) if t),
    *((f"score.{s}", t) for s, t in KADER.zinnen.scores.items()),
]


# Headings


def test_every_element_of_the_plan_has_a_heading() -> None:
    assert {o.code for o in KADER.onderdelen} >= {
        *("begeleiding", "pvt", "map", "sterk_punt", "aandachtspunt", "doel", "ontwikkelwens"),
        *("taal_en_werk", "werkstap", "maatschappelijke_begeleiding", "zelfredzaamheid"),
        *("ontzorgen", "financieel_plan", "verwachting", "vve", "aanbod", "voortgang"),
        *("niet_nakomen", "plicht_pw"),
    }
    assert [o.code for o in KADER.onderdelen if o.deel == 2] == ["ontzorgen", "plicht_pw"]
    assert len({o.code for o in KADER.onderdelen}) == len(KADER.onderdelen)


def test_each_heading_has_its_law_and_where_that_was_found() -> None:
    for o in KADER.onderdelen:
        wet = "de Participatiewet" if o.deel == 2 else "de Wet inburgering 2021"
        assert re.fullmatch(rf"Artikel [\da-z]+( en [\da-z]+)? van {wet}", o.grondslag), o
        assert o.bron.endswith(".")
        assert o.gecontroleerd_op <= date.today()
        assert o.kop
        assert re.search(r"[.?]$", o.uitleg), o


def test_part_2_stands_after_part_1() -> None:
    assert [o.deel for o in KADER.onderdelen] == sorted(o.deel for o in KADER.onderdelen)


@pytest.mark.parametrize(
    ("eis", "ja", "nee"),
    [
        (Eis.ALTIJD, (Pipinhoud(), FEITEN), None),
        (Eis.VRIJ, None, (Pipinhoud(uitkering=True), FEITEN)),
        (Eis.ASIEL, (Pipinhoud(), replace(FEITEN, asiel=True)), (Pipinhoud(), FEITEN)),
        (Eis.UITKERING, (Pipinhoud(uitkering=True), FEITEN), (Pipinhoud(), FEITEN)),
        (
            Eis.ONTZORGEN,
            (Pipinhoud(uitkering=True, ontzorgen=True), FEITEN),
            (Pipinhoud(ontzorgen=True), FEITEN),
        ),
        (
            Eis.JONGE_KINDEREN,
            (Pipinhoud(), replace(FEITEN, jonge_kinderen=True)),
            (Pipinhoud(), FEITEN),
        ),
        (
            Eis.MAP,
            (Pipinhoud(leerroute=Leerroute.Z), FEITEN),
            (Pipinhoud(leerroute=Leerroute.ONDERWIJS), FEITEN),
        ),
    ],
)
def test_when_a_heading_needs_a_sentence(
    eis: Eis,
    ja: tuple[Pipinhoud, Pipfeiten] | None,
    nee: tuple[Pipinhoud, Pipfeiten] | None,
) -> None:
    onderdeel = replace(KADER.onderdelen[0], eis=eis)
    if ja is not None:
        assert onderdeel.vereist(*ja)
    if nee is not None:
        assert not onderdeel.vereist(*nee)


def test_an_unknown_heading_comes_last_and_keeps_its_code() -> None:
    assert not KADER.heeft("later")
    assert KADER.kop("later") == "later"
    assert KADER.plaats("later") > KADER.plaats("plicht_pw")


# Numbers


@pytest.mark.parametrize("groep", sorted(bronnen.toml("beleid", "pip.toml")))
def test_each_number_has_its_source(groep: str) -> None:
    ruw = bronnen.toml("beleid", "pip.toml")[groep]
    assert ruw["bron"].endswith(".")
    assert isinstance(ruw["gecontroleerd_op"], date)


def test_the_numbers_of_the_law() -> None:
    b = KADER.beleid
    assert (b.pvt_uren, b.map_uren) == (12, 40)
    assert (b.z_cursusuren, b.z_participatieuren) == (800, 800)
    assert (b.afschalen_uren, b.fysiek_percentage) == (600, 50)
    assert (b.intensiteit_laagst, b.intensiteit_hoogst) == (1, 9999)


@pytest.mark.parametrize(
    ("tekst", "goed"),
    [
        ("De cliënt wil graag naar school.", True),
        ("Niet passend want te oud", True),
        ("n.v.t.", False),
        ("N.v.t", False),
        ("niet van toepassing", False),
        ("", False),
        ("Past niet goed.", False),
        ("1 2 3 4 5", False),
        ("a b c d e", False),
        ("ዝፈልጥ ኣይኮንኩን ክልተ ሰለስተ", True),
    ],
)
def test_what_is_a_reason(tekst: str, goed: bool) -> None:
    assert KADER.beleid.is_reden(tekst) is goed


# Sentences


def test_there_are_sentences_for_all_ten_domains() -> None:
    domeinen = Counter(LIJST.vragen[z.vraag].domein for z in ZINNEN)
    assert set(domeinen) == {d.code for d in LIJST.domeinen}
    assert min(domeinen.values()) >= 5
    assert len({z.tekst for z in ZINNEN}) >= 90


def test_each_sentence_is_known_by_its_own_code() -> None:
    codes = Counter((*(z.code for z in ZINNEN), *(z.code for z in KADER.standaard)))
    assert [code for code, aantal in codes.items() if aantal > 1] == []


@pytest.mark.parametrize("zin", ZINNEN, ids=lambda z: z.code)
def test_each_question_answer_heading_and_goal_exists(zin: Zin) -> None:
    vraag = LIJST.vragen[zin.vraag]
    assert not vraag.afgeschermd
    assert KADER.heeft(zin.onderdeel)
    assert zin.optie <= set(vraag.keuzecodes)
    if zin.deel:
        deel = vraag.deel(zin.deel)
        bekend = {"ja", "nee"} if deel.type is Vraagtype.YN else {o.code for o in deel.opties}
        assert zin.is_ <= bekend
        assert zin.is_
    for deel_code, waarde in zin.behalve.items():
        assert waarde in {o.code for o in vraag.deel(deel_code).opties}
    if zin.kolom:
        assert vraag.raster is not None
        kolom = next(k for k in vraag.raster.kolommen if k.code == zin.kolom)
        assert zin.is_
        assert zin.is_ <= {o.code for o in kolom.opties}
    assert set(zin.woord) <= _rijen_of_opties(vraag, zin)
    assert (zin.minimaal is None) or vraag.type is Vraagtype.NUM
    assert (zin.onderdeel == "doel") >= bool(zin.doelcode)


def _rijen_of_opties(vraag: Vraag, zin: Zin) -> set[str]:
    raster: Raster | None = vraag.raster
    if zin.kolom and raster is not None:
        return {rij.code for rij in raster.rijen}
    return set(vraag.keuzecodes)


@pytest.mark.parametrize("zin", ZINNEN, ids=lambda z: z.code)
def test_each_place_to_fill_can_be_filled(zin: Zin) -> None:
    vraag = LIJST.vragen[zin.vraag]
    kan = {d.code for d in vraag.delen if d.type in (Vraagtype.NUM, Vraagtype.DATE)}
    if zin.woord:
        kan.add("woord")
    if vraag.type is Vraagtype.NUM:
        kan.add("waarde")
    if vraag.type is Vraagtype.TEXT:
        kan.add("vrij")
    if vraag.raster is not None and any(k.type == "aan" for k in vraag.raster.kolommen):
        kan.add("aantal")
    assert set(re.findall(r"\{(\w+)\}", zin.tekst)) <= kan
    assert not re.findall(r"\{", zin.anders)
    assert bool(zin.woord) <= ("{woord}" in zin.tekst)


def test_every_ready_goal_can_be_proposed_by_some_answer() -> None:
    doelen = {code for code in catalogi.schermteksten() if code.startswith("doel.")}
    assert {z.doelcode for z in ZINNEN if z.doelcode} == doelen


def test_goals_begin_with_ik_or_are_one_of_the_ready_ones() -> None:
    for zin in ZINNEN:
        if zin.onderdeel == "doel":
            assert zin.doelcode or zin.tekst.startswith("Ik "), zin


def test_every_main_goal_is_one_of_the_six_and_every_score_has_words() -> None:
    assert set(KADER.zinnen.hoofddoel) <= set(LIJST.vragen["RE04"].keuzecodes)
    assert set(KADER.zinnen.scores) == {"1", "2", "3", "4", "5"}


@pytest.mark.parametrize(("code", "tekst"), TEKSTEN, ids=[f"{c}:{t[:20]}" for c, t in TEKSTEN])
def test_no_sentence_threatens_or_names_an_illness_or_a_belief(code: str, tekst: str) -> None:
    gevonden = [
        v
        for v in vind(re.sub(r"\{\w+\}", "iets", tekst), KADER.woorden)
        if v.soort in (Vondstsoort.GEVOELIG, Vondstsoort.DREIGEND, Vondstsoort.LANG)
    ]
    if code == "lukt-niet-gezin":  # the one sentence on a fine, and it comes last (domain.md 2.5)
        assert {v.soort for v in gevonden} <= {Vondstsoort.DREIGEND}
    else:
        assert not gevonden


@pytest.mark.parametrize("zin", KADER.standaard, ids=lambda z: z.code)
def test_each_standard_sentence_has_its_heading(zin: object) -> None:
    assert KADER.heeft(zin.onderdeel)  # type: ignore[attr-defined]
    assert re.search(r"[.?]$", zin.tekst)  # type: ignore[attr-defined]


def test_no_fine_is_named_for_an_asielstatushouder() -> None:
    for zin in KADER.standaard:
        if "boete" in zin.tekst:
            assert zin.asiel is False
