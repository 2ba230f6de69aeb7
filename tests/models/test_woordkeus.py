"""The wording help: what is pointed out, what is proposed, and what is left alone."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import catalogi
from desktop.bronnen import toml
from desktop.models.vragen import Vragenlijst
from desktop.models.woordkeus import Vondst, Vondstsoort, Woordenlijst, vind

BSN = "111222333"


@pytest.fixture(scope="module")
def lijst() -> Woordenlijst:
    return catalogi.woordenlijst_met_frequentie()


def op(tekst: str, lijst: Woordenlijst) -> dict[str, Vondst]:
    """What was found, by the words that stand there."""
    return {tekst[v.begin : v.einde]: v for v in vind(tekst, lijst)}


def over(tekst: str, lijst: Woordenlijst) -> str:
    """The text with every proposal taken over."""
    for vondst in reversed(vind(tekst, lijst)):
        if vondst.voorstel:
            tekst = tekst[: vondst.begin] + vondst.voorstel + tekst[vondst.einde :]
    return tekst


@pytest.mark.parametrize(
    ("hard", "zacht"),
    [
        ("Je moet naar school.", "Je gaat naar school."),
        ("Ik moet oefenen.", "Ik ga oefenen."),
        ("Moet ik oefenen?", "Ga ik oefenen?"),
        ("MOET", "GAAT"),
        ("Dan volgt een sanctie.", "Dan volgt een gevolg."),
        ("Hij weigert.", "Hij wil nog niet."),
        ("Conform het plan", "Zoals in het plan"),
        ("Ik leer middels een app.", "Ik leer met een app."),
        ("Wij zijn voornemens te helpen.", "Wij zijn van plan te helpen."),
        ("De klantmanager is gehouden te bellen.", "De klantmanager heeft afgesproken te bellen."),
        ("Wij bellen het desbetreffende bedrijf.", "Wij bellen dit bedrijf."),
        ("Wij overleggen met de school.", "Wij praten met de school."),
        ("De school gaat zorgdragen voor lessen.", "De school gaat zorgen voor lessen."),
        ("Dit is  met \n betrekking  tot werk.", "Dit is  over werk."),
    ],
)
def test_a_proposal_fits_on_the_spot_with_the_same_capital(
    lijst: Woordenlijst, hard: str, zacht: str
) -> None:
    assert over(hard, lijst) == zacht


@pytest.mark.parametrize("woord", ["moet", "verplicht", "sanctie", "boete", "weigeren", "straf"])
def test_a_word_that_threatens_is_pointed_out(lijst: Woordenlijst, woord: str) -> None:
    gevonden = op(f"Daar staat {woord} in.", lijst)[woord]
    assert gevonden.soort is Vondstsoort.DREIGEND
    assert woord in gevonden.zin


def test_where_one_word_will_not_do_there_is_advice_and_no_proposal(lijst: Woordenlijst) -> None:
    assert op("De boete komt.", lijst)["boete"].voorstel == ""
    raad = op("De belastbaarheid is goed.", lijst)["belastbaarheid"]
    assert raad.voorstel == ""
    assert "wat iemand aankan" in raad.zin


@pytest.mark.parametrize(
    ("zin", "woord"),
    [
        ("Ik kan echter niet fietsen.", "echter"),
        ("Zij wil daarentegen werken.", "daarentegen"),
        ("Dat is immers dichtbij.", "immers"),
        ("Hij is woonachtig in Urk.", "woonachtig"),
        ("Gelieve te bellen.", "Gelieve"),
        ("Zij gaat zich oriënteren op werk.", "oriënteren"),
        ("Hij wil de les voortzetten.", "voortzetten"),
        ("De school gaat de rust waarborgen.", "waarborgen"),
        ("Wij gaan het plan evalueren.", "evalueren"),
        ("Bel alvorens te komen.", "alvorens"),
        ("Dat zijn goede voornemens.", "voornemens"),
        ("De toets is gefaald.", "gefaald"),
        ("Hij is gezakt.", "gezakt"),
    ],
)
def test_a_word_that_turns_the_sentence_gets_advice_and_no_word_in_its_place(
    lijst: Woordenlijst, zin: str, woord: str
) -> None:
    """`Ik kan maar niet fietsen` says something else."""
    assert op(zin, lijst)[woord].voorstel == ""
    assert over(zin, lijst) == zin


def test_a_talk_that_was_held_is_no_force_and_a_cheaper_bus_no_threat(lijst: Woordenlijst) -> None:
    assert vind("Het gesprek is gehouden op maandag.", lijst) == ()
    assert vind("Ik vraag korting voor de bus.", lijst) == ()
    assert op("Er komt korting op je uitkering.", lijst).keys() == {"korting op je uitkering"}


def test_only_whole_words_are_meant(lijst: Woordenlijst) -> None:
    assert op("De moeder ontmoet de buurman in de straat.", lijst) == {}


def test_the_longest_expression_wins(lijst: Woordenlijst) -> None:
    assert set(op("Ik beschik niet, hij beschikt over een fiets.", lijst)) >= {"beschikt over"}
    assert "beschikt" not in op("Hij beschikt over een fiets.", lijst)


def test_an_expression_does_not_run_over_a_comma(lijst: Woordenlijst) -> None:
    assert "beschikt over" not in op("Als hij beschikt, over een week.", lijst)


@pytest.mark.parametrize(
    ("zin", "woord"),
    [
        ("Hij heeft PTSS.", "PTSS"),
        ("Zij is autistisch.", "autistisch"),
        ("Zij gaat naar de moskee.", "moskee"),
        ("Hij is christen.", "christen"),
        ("Hij is lid van een politieke partij.", "politieke partij"),
        ("Hij is homoseksueel.", "homoseksueel"),
        ("Hij zat in de gevangenis.", "gevangenis"),
        ("Er was huiselijk geweld.", "huiselijk geweld"),
        (f"Zijn nummer is {BSN}.", BSN),
        ("Zijn nummer is 1112.22.333.", "1112.22.333"),
        ("Zijn nummer is 111 222 333.", "111 222 333"),
    ],
)
def test_what_does_not_belong_in_a_plan_is_pointed_out(
    lijst: Woordenlijst, zin: str, woord: str
) -> None:
    gevonden = op(zin, lijst)[woord]
    assert gevonden.soort is Vondstsoort.GEVOELIG
    assert gevonden.voorstel == ""


@pytest.mark.parametrize(
    "zin",
    [
        "Bel 06 12345678 of 0527 633911.",
        "Het getal is 123456789.",
        "Het is 25-11-2026 en 25.11.2026.",
        "Rekening NL91ABNA0417164300.",
        "Kamer 111222333444.",
    ],
)
def test_another_number_is_no_bsn(lijst: Woordenlijst, zin: str) -> None:
    assert vind(zin, lijst) == ()


@pytest.mark.parametrize("aantal", [15, 16])
def test_a_sentence_is_long_above_the_words_of_the_policy(lijst: Woordenlijst, aantal: int) -> None:
    assert lijst.beleid.meeste_woorden == 15
    zin = " ".join(["Ik", *["ga"] * (aantal - 1)]) + "."
    tekst = f"Dag. {zin} Tot ziens."
    lang = [v for v in vind(tekst, lijst) if v.soort is Vondstsoort.LANG]
    assert [tekst[v.begin : v.einde] for v in lang] == ([zin] if aantal > 15 else [])
    assert all(str(aantal) in v.zin for v in lang)


@pytest.mark.parametrize("grens", [". ", "! ", "? ", ".\n", "\n", "… "])
def test_lines_and_full_stops_end_a_sentence(lijst: Woordenlijst, grens: str) -> None:
    helft = " ".join(["Ik", *["ga"] * 9])
    assert vind(f"{helft}{grens}{helft}.", lijst) == ()


def test_an_abbreviation_does_not_end_a_sentence(lijst: Woordenlijst) -> None:
    helft = " ".join(["Ik", *["ga"] * 9])
    tekst = f"{helft} o.a. {helft.lower()}."
    assert [v.soort for v in vind(tekst, lijst)] == [Vondstsoort.LANG]


@pytest.mark.parametrize("woord", ["genoegzaamheid", "perifere", "resumeren", "kwijtschelding"])
def test_a_rare_word_is_pointed_out_without_a_proposal(lijst: Woordenlijst, woord: str) -> None:
    gevonden = op(f"Daar staat {woord} in.", lijst)[woord]
    assert gevonden.soort is Vondstsoort.ZELDZAAM
    assert gevonden.voorstel == ""


@pytest.mark.parametrize(
    "woord",
    ["taalles", "leerdoel", "fietsband", "kindertekening", "huiswerktafel", "voetbalveldje", "zon",
     "broodmes", "buurtfeestje", "leesboekjes", "taalmaatje", "keukentafelgesprek", "b1-route",
     "mama's", "koffie"],
)  # fmt: skip
def test_a_common_word_and_a_compound_of_two_are_left_alone(
    lijst: Woordenlijst, woord: str
) -> None:
    assert vind(f"Daar staat {woord} in.", lijst) == ()


@pytest.mark.parametrize(
    "tekst",
    [
        "Ik woon bij Gebremedhin in Marknesse.",
        "أنا أتعلم الهولندية كل أسبوع",
        "ነዚ መደብ ርእየዮ",
        "Я вчуся",
        "",
        "   \n\n ",
        "😀😀",
    ],
)
def test_names_and_other_scripts_are_left_alone(lijst: Woordenlijst, tekst: str) -> None:
    assert vind(tekst, lijst) == ()


def test_without_frequencies_only_rare_words_are_not_found() -> None:
    kaal = catalogi.woordenlijst()
    assert not kaal.zipf
    assert op("Ik moet resumeren.", kaal).keys() == {"Ik moet"}


def test_the_thresholds_come_from_the_policy(lijst: Woordenlijst) -> None:
    kort = replace(lijst, beleid=replace(lijst.beleid, meeste_woorden=2, laagste_zipf=9.0))
    assert {v.soort for v in vind("Ik ga straks lopen.", kort)} == {
        Vondstsoort.LANG,
        Vondstsoort.ZELDZAAM,
    }
    assert vind("Ik ga straks lopen.", lijst) == ()


def test_our_own_texts_for_clients_hold_no_rare_word_and_hardly_a_long_sentence(
    lijst: Woordenlijst, echte_lijst: Vragenlijst
) -> None:
    soorten = [
        (v.soort, b.nederlands)
        for b in catalogi.bronteksten(echte_lijst)
        for v in vind(b.nederlands, lijst)
    ]
    assert [t for soort, t in soorten if soort is Vondstsoort.ZELDZAAM] == []
    assert sum(soort is Vondstsoort.LANG for soort, _t in soorten) < 10


@pytest.fixture(scope="module")
def echte_lijst() -> Vragenlijst:
    from desktop.bronnen import tomls
    from desktop.models.vragenlezer import vragenlijst_uit

    return vragenlijst_uit(tomls("vragen"))


@given(st.text(max_size=200))
def test_any_text_gets_places_inside_it_in_order(tekst: str) -> None:
    vondsten = vind(tekst, catalogi.woordenlijst_met_frequentie())
    assert all(0 <= v.begin < v.einde <= len(tekst) for v in vondsten)
    assert [v.begin for v in vondsten] == sorted(v.begin for v in vondsten)
    assert all(v.zin and "{" not in v.zin.replace(tekst[v.begin : v.einde], "") for v in vondsten)


def test_words_never_overlap_each_other(lijst: Woordenlijst) -> None:
    tekst = f"Hij is voornemens met betrekking tot {BSN} zorg te dragen voor een boete. " * 5
    woorden = [v for v in vind(tekst, lijst) if v.soort is not Vondstsoort.LANG]
    assert len(woorden) >= 20
    assert all(a.einde <= b.begin for a, b in itertools.pairwise(woorden))


def test_a_proposal_is_itself_simple(lijst: Woordenlijst) -> None:
    """What is proposed must not be pointed out in its turn."""
    slecht = {}
    for naam in ("eenvoudig", "dreigend"):
        for groep in toml("taal", f"{naam}.toml").values():
            for woord, voorstel in groep.items():
                raar = list(vind(voorstel.removeprefix("~"), lijst))
                if raar:
                    slecht[woord] = voorstel
    assert slecht == {}


def test_the_lists_are_as_large_as_promised_and_say_where_they_come_from() -> None:
    assert len(toml("taal", "eenvoudig.toml")["woorden"]) >= 250
    from desktop.bronnen import bron

    for pad in bron("taal").glob("*.toml"):
        kop = (
            pad.read_text(encoding="utf-8").split("\n\n")[0] + pad.read_text(encoding="utf-8")[:900]
        )
        assert re.search(r"Bron: eigen|Bron: de eigen", kop), pad.name
    beleid = toml("beleid", "schrijven.toml")
    assert all(groep["bron"] and groep["gecontroleerd_op"] for groep in beleid.values())
