"""The decision letter: its shape, what it says and never says, and texts that want to break it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from PIL import Image

from desktop.documents.beschikking import maak_beschikking
from desktop.documents.gegevens import Keus
from desktop.documents.plandruk import plaatje
from desktop.models.pipinhoud import Leerroute, Niveau, Oordeel, Pipinhoud, Wijzigreden
from tests.documents.naar import NAAR, NAMEN, STUREND
from tests.documents.plan import (
    BSN,
    CONCEPT,
    GEMEENTE,
    NAAM,
    NUMMER,
    PLAN,
    ZONDER_UITKERING,
    druk,
    gemeente_met,
    vol_met,
)
from tests.pagina.papieren import Papier
from tests.pdflezer import gelezen, gelezen_letters

pytestmark = pytest.mark.usefixtures("qapp")

GEZOND = Keus(gezondheid=True)


def brief(inhoud: Pipinhoud = PLAN, **anders: object) -> Papier:
    return Papier(maak_beschikking(inhoud, druk(**anders)))


# Its shape (domain.md 5.3)


def test_the_decision_is_the_first_thing_that_is_said() -> None:
    eerste = brief().bladzijden[0]
    assert (
        f"Beste {NAAM}, Wij hebben besloten dat u vanaf 13 januari 2027 inburgert via de B1-route, "
        "niveau B1." in eerste
    )
    assert eerste.index("Wij hebben besloten") < eerste.index("Waarom deze route?")


def test_the_head_says_from_whom_to_whom_and_about_what() -> None:
    eerste = brief().bladzijden[0]
    for stuk in (
        "Gemeente Noordoostpolder",
        "Harmen Visserplein 1",
        "8302 DC Emmeloord",
        "12 januari 2027",
        f"{NUMMER}-v1",
        BSN,
        "Karin de Boer",
        "Onderwerp: Besluit over uw plan inburgering en participatie (PIP)",
    ):
        assert stuk in eerste, stuk


def test_a_letter_without_a_bsn_does_not_speak_of_it() -> None:
    tekst = brief(bsn="").tekst
    assert BSN not in tekst
    assert "Uw burgerservicenummer" not in tekst


def test_it_is_read_in_the_order_of_a_letter() -> None:
    tekst = brief().tekst
    volgorde = (
        "Wij hebben besloten",
        "Waarom deze route?",
        "Belangrijke dagen",
        "Wat gebeurt er nu?",
        "Bent u het niet eens met dit besluit?",
        "Met vriendelijke groet,",
        "Deel 1: uw inburgering",
        "Deel 2: afspraken bij uw uitkering",
        "Op welke wetten rust dit besluit?",
    )
    plekken = [tekst.index(deel) for deel in volgorde]
    assert plekken == sorted(plekken)


def test_the_articles_stand_by_number_and_law_by_law() -> None:
    tekst = " ".join(brief().tekst.split())
    wetten = tekst[tekst.index("Op welke wetten rust dit besluit?") :]
    wi, pw = (
        [int(n) for n in re.findall(rf"Artikel (\d+)[^.]*? van de {wet}\.", wetten)]
        for wet in ("Wet inburgering 2021", "Participatiewet")
    )
    assert len(wi) > 3
    assert len(pw) > 1
    assert wi == sorted(wi)
    assert pw == sorted(pw)
    assert wetten.rindex("Wet inburgering 2021.") < wetten.index("Participatiewet.")


@pytest.mark.parametrize(
    ("route", "niveau", "zin"),
    [
        (Leerroute.B1, Niveau.B1, "via de B1-route, niveau B1."),
        (Leerroute.B1, Niveau.A2, "via de B1-route, niveau A2."),
        (Leerroute.ONDERWIJS, None, "via de onderwijsroute."),
        (Leerroute.Z, None, "via de zelfstandigheidsroute (Z-route)."),
    ],
)
def test_each_route_has_its_name_and_what_it_is(
    route: Leerroute, niveau: Niveau | None, zin: str
) -> None:
    tekst = brief(replace(PLAN, leerroute=route, niveau=niveau)).tekst
    assert zin in tekst
    assert "In deze route leert u Nederlands" in tekst


def test_all_three_routes_have_a_finding_and_a_reason() -> None:
    tekst = brief().tekst
    for oordeel in PLAN.oordelen:
        assert oordeel.reden in tekst
    assert tekst.count("Past niet bij u") == 2
    assert "De uitslag is: B1-route haalbaar." in tekst
    assert PLAN.motivering in tekst


def test_a_route_that_nobody_looked_at_is_not_passed_over() -> None:
    zonder = replace(PLAN, oordelen=PLAN.oordelen[:1])
    assert brief(zonder).tekst.count("Nog niet bekeken") == 2
    nader = replace(PLAN.oordelen[1], oordeel=Oordeel.NADER_ONDERZOEKEN)
    assert "Onderzoeken wij nog" in brief(replace(PLAN, oordelen=(nader,))).tekst


def test_a_deviation_from_the_test_is_explained_and_was_read_by_a_second() -> None:
    anders = replace(PLAN, afwijking="Lezen lukt nog niet.", tweede_lezer="J. Prins")
    tekst = brief(anders).tekst
    zin = "Wij kiezen een andere route dan de toets aangeeft."
    assert f"{zin} Lezen lukt nog niet." in tekst
    assert "Een collega las onze keuze na: J. Prins." in tekst
    assert zin not in brief().tekst


def test_the_last_day_is_the_day_before_duos_end() -> None:
    tekst = brief().tekst
    assert "U bent klaar uiterlijk op 12 januari 2030" in tekst
    assert "13 januari 2030" not in tekst
    assert "Deze dagen zijn voorlopig." in tekst
    vast = replace(PLAN, data=replace(PLAN.data, voorlopig=False))
    assert "voorlopig" not in brief(vast).tekst.replace("voorlopige voorziening", "")


def test_how_to_object() -> None:
    tekst = brief(bezwaar_weken=8).tekst
    assert "binnen 8 weken na de dag waarop wij deze brief hebben verstuurd" in tekst
    assert "uiterlijk op 23 februari 2027" in tekst
    assert "Commissie bezwaarschriften Postbus 155 8300 AD Emmeloord" in tekst
    for stuk in ("uw naam en adres;", "de datum", f"kenmerk van dit besluit: {NUMMER}-v1;"):
        assert stuk in tekst
    assert "waarom u het niet eens bent" in tekst
    assert "uw handtekening." in tekst
    assert "Uw plan geldt ook als u bezwaar maakt." in tekst
    assert "voorlopige voorziening" in tekst


def test_an_objection_goes_to_the_municipality_when_there_is_no_other_address() -> None:
    tekst = brief(gemeente=replace(GEMEENTE, bezwaaradres=" ")).tekst
    naar = "Gemeente Noordoostpolder Harmen Visserplein 1 8302 BW Emmeloord In uw brief staat:"
    assert naar in tekst


def test_who_signs_in_whose_name_and_by_which_mandate() -> None:
    tekst = brief().tekst
    namens = "namens het college van burgemeester en wethouders van de gemeente Noordoostpolder,"
    assert f"{namens} M. van den Berg Teamleider Inburgering" in tekst
    assert "Mandaat: Mandaatbesluit 2026, nummer 14.3" in tekst
    eigen = replace(GEMEENTE, slot="namens het college van Noordoostpolder")
    assert "namens het college van Noordoostpolder, M. van" in brief(gemeente=eigen).tekst


def test_a_later_version_says_why_and_that_the_term_stays() -> None:
    later = replace(
        PLAN, versie=3, wijzigreden=Wijzigreden.WERK, wijzigtoelichting="U kreeg een baan."
    )
    tekst = brief(later).tekst
    assert "Wij hebben besloten om uw plan te veranderen." in tekst
    assert "Uw werk is veranderd. U kreeg een baan." in tekst
    assert "Uw einddatum verandert niet" in tekst
    assert f"{NUMMER}-v3" in tekst


def test_a_draft_says_so_on_every_page_and_has_no_name_under_it() -> None:
    concept = brief(CONCEPT)
    assert all("Concept, nog niet vastgesteld" in blad for blad in concept.bladzijden)
    assert "M. van den Berg" not in concept.tekst
    assert "oncept" not in brief().tekst


# The annexes


def test_every_paragraph_names_the_law_it_rests_on() -> None:
    tekst = brief().tekst
    for onderdeel in druk().onderdelen:
        if druk().regels(PLAN, onderdeel.code):
            assert f"{onderdeel.kop} Grondslag: {onderdeel.grondslag}" in tekst
        else:
            assert f"{onderdeel.kop} Grondslag" not in tekst


def test_part_two_is_only_for_who_has_a_benefit() -> None:
    met, zonder = brief(), brief(ZONDER_UITKERING)
    assert "Dit deel rust op de Participatiewet." in met.tekst
    assert "Artikel 56a van de Participatiewet" in met.tekst
    assert "Participatiewet" not in zonder.tekst
    assert "uitkering" not in zonder.tekst
    assert "bijlage 2" not in zonder.tekst.lower()


def test_who_helps_when_and_how_it_shows() -> None:
    tekst = brief().tekst
    assert "Wie helpt: Taalcoach Anja · Wanneer: 1 juni 2027" in tekst
    assert "Zo zien wij het: U belt zelf de school." in tekst


# Health


def test_health_is_printed_only_when_that_is_chosen() -> None:
    gewoon, alles = brief().tekst, brief(keus=GEZOND).tekst
    assert "slaapt slecht" not in gewoon
    assert "Eén zin uit het plan staat niet in deze afdruk." in gewoon
    assert "U slaapt slecht en leert halve dagen." in alles
    assert "niet in deze afdruk" not in alles


@pytest.mark.parametrize("reden", ["visueel", "auditief"])
def test_why_the_test_was_skipped_is_health(reden: str) -> None:
    over = replace(PLAN, toets=replace(PLAN.toets, overgeslagen=reden))
    assert "U hoefde de leerbaarheidstoets niet te maken." in brief(over).tekst
    assert "goed genoeg" not in brief(over).tekst
    assert "goed genoeg" in brief(over, keus=GEZOND).tekst


def test_a_change_because_of_health_does_not_tell_what() -> None:
    anders = replace(
        PLAN, versie=2, wijzigreden=Wijzigreden.GEZONDHEID, wijzigtoelichting="Na een operatie."
    )
    assert "operatie" not in brief(anders).tekst
    assert "Uw situatie is veranderd. Na een operatie." in brief(anders, keus=GEZOND).tekst


def test_the_scores_of_the_test_are_not_in_the_letter() -> None:
    assert not re.search(r"31,00|28,00", brief().tekst)


# What people type


@pytest.mark.parametrize("tekst", NAAR, ids=NAMEN)
def test_no_text_breaks_the_letter(tekst: str) -> None:
    papier = brief(vol_met(tekst), gemeente=gemeente_met(tekst), bsn=tekst)
    woorden = gelezen(papier.inhoud)
    assert "Wij hebben besloten" in woorden
    assert "Met vriendelijke groet" in woorden
    assert not re.search(STUREND, woorden)


def test_markup_is_printed_as_it_was_typed() -> None:
    papier = brief(replace(PLAN, motivering='<b>vet</b> & <font size="99">groot</font> &lt;'))
    assert '<b>vet</b> & <font size="99">groot</font> &lt;' in papier.tekst


def test_not_a_letter_of_a_long_story_is_lost() -> None:
    assert brief(replace(PLAN, motivering="q" * 10_000)).letters.count("q") >= 10_000
    zinnen = " ".join(f"Zin{n}zz." for n in range(1_500))
    letters = brief(replace(PLAN, oordelen=(replace(PLAN.oordelen[0], reden=zinnen),))).letters
    assert [n for n in range(1_500) if f"Zin{n}zz." not in letters] == []


ARABISCH = "أحمد الحسن"


def test_a_name_in_arabic_is_shaped_and_can_be_found() -> None:
    papier = brief(replace(PLAN, wie=replace(PLAN.wie, naam=ARABISCH)))
    assert ARABISCH in gelezen(papier.inhoud)


def test_two_scripts_in_one_sentence_with_brackets() -> None:
    """What went wrong for others (peers.md B6): brackets, mixed scripts, order inside words."""
    zin = f"Wij praten met {ARABISCH} (uw broer) op 1 mei."
    papier = brief(replace(PLAN, motivering=zin))
    letters = gelezen_letters(papier.inhoud)
    assert "Wijpratenmet" in letters
    assert ARABISCH.split()[0] in letters
    assert ARABISCH.split()[1] in letters
    assert "(uwbroer)op1mei." in letters.replace(")uw", "(uw")
    assert "(هنا)" in gelezen(brief(replace(PLAN, motivering="مرحبا (هنا) يا أحمد")).inhoud)


def test_tigrinya_stands_in_its_own_letters() -> None:
    assert "ሰላም ፍልሞን" in brief(replace(PLAN, motivering="ሰላም ፍልሞን")).tekst


# The file


def test_the_file_does_not_say_of_whom_it_is() -> None:
    gegevens = brief().gegevens
    assert gegevens["/Title"] == f"Besluit over het PIP, {NUMMER}-v1"
    assert not any(NAAM in waarde or BSN in waarde for waarde in gegevens.values())


def test_pages_are_counted() -> None:
    bladen = brief().bladzijden
    assert len(bladen) >= 4
    for n, blad in enumerate(bladen, 1):
        assert re.search(rf"Bladzijde {n} van\s+{len(bladen)}", blad)


def test_a_logo_is_made_fit_for_an_archive() -> None:
    bak = BytesIO()
    Image.new("RGBA", (400, 100), (10, 20, 30, 128)).save(bak, "PNG")
    beeld = plaatje(bak.getvalue())
    assert beeld is not None
    inhoud, verhouding = beeld
    assert verhouding == 4
    with Image.open(inhoud) as plat:
        assert plat.mode == "RGB"
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="10"><path d="M0 0h9v9z"/></svg>'
    )
    tekening = plaatje(svg.encode())
    assert tekening is not None
    assert tekening[1] == pytest.approx(3)


@pytest.mark.parametrize("geen", [b"", b"geen plaatje", b"<svg", b"\x89PNG\r\n\x1a\n"])
def test_what_is_no_picture_is_left_out(geen: bytes) -> None:
    assert plaatje(geen) is None
    assert "Gemeente Noordoostpolder" in brief(gemeente=replace(GEMEENTE, logo=geen)).tekst


def test_dates_that_are_not_known_are_not_invented() -> None:
    tekst = brief(replace(PLAN, data=replace(PLAN.data, termijn_einde=None, map_streefdag=None)))
    assert "U bent klaar uiterlijk" not in tekst.tekst
    leeg = brief(Pipinhoud())
    assert "De route kiezen wij nog." in leeg.tekst
    assert str(date.today().year) not in leeg.tekst
