"""The draft of the plan: every sentence says from which answer it comes. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from desktop import taal
from desktop.bronnen import tomls
from desktop.models.antwoord import Antwoord, Antwoordstatus, Keuze
from desktop.models.basis import Stroomklasse
from desktop.models.dossier import Dossier, Huisgenoot, Relatie
from desktop.models.intake import BredeIntake
from desktop.models.intakedelen import Afspraak, Domeinoverslag
from desktop.models.pipinhoud import Data, Leerroute, Niveau, Pipinhoud, Regel
from desktop.models.pipstandaard import standaardzinnen
from desktop.models.pipvoorstel import (
    hoofddoelvoorstel,
    mag_voorstellen,
    over_te_nemen,
    voorstellen,
)
from desktop.models.vragen import Vraagtype
from desktop.models.vragenlezer import vragenlijst_uit
from tests.models.pipgevallen import FEITEN, KADER, PLAN

LIJST = vragenlijst_uit(tomls("vragen"))
INTAKE = "5b2f0a9c-1111-4000-8000-000000000002"


@pytest.fixture(autouse=True)
def _weer_dutch() -> Iterator[None]:
    yield
    taal.kies(taal.BRON)


def intake(**antwoorden: Any) -> BredeIntake:
    """An intake with these answers: an option, several, or a `Keuze`."""
    uit = BredeIntake(
        id=INTAKE,
        dossier_id="d",
        vragenlijst=LIJST.versie,
        dossier=Dossier(id="d", voornamen="Tesfay"),
        sterke_punten="",
        wens_een_jaar="",
        wens_drie_jaar="",
    )
    uit.dossier.huisgenoten.append(Huisgenoot(relatie=Relatie.KIND))
    for code, keuze in antwoorden.items():
        antwoord = Antwoord.nieuw(INTAKE, "d", LIJST.vragen[code])
        antwoord.id = Antwoord.id_van(INTAKE, code)
        if isinstance(keuze, Antwoordstatus):
            antwoord.zet_status(keuze)
        else:
            if not isinstance(keuze, Keuze):
                keuze = Keuze((keuze,) if isinstance(keuze, str) else tuple(keuze))
            antwoord.zet(keuze, LIJST.vragen[code])
        uit.antwoorden[code] = antwoord
    return uit


def uit(gesprek: BredeIntake, **rest: Any) -> tuple[Regel, ...]:
    return voorstellen(gesprek, LIJST, KADER, **rest)


def teksten(gesprek: BredeIntake, onderdeel: str, **rest: Any) -> list[str]:
    return [r.tekst for r in uit(gesprek, **rest) if r.onderdeel == onderdeel]


def test_nothing_was_said_so_nothing_is_proposed() -> None:
    assert uit(intake()) == ()


def test_a_goal_says_from_which_answer_it_comes() -> None:
    gesprek = intake(MO02="nee")
    (doel,) = uit(gesprek)
    assert (doel.onderdeel, doel.tekst, doel.doelcode) == ("doel", "Ik leer fietsen.", "doel.mo1")
    assert (doel.domein, doel.gezondheid, doel.deel) == ("MO", False, 1)
    assert doel.hoe
    herkomst = doel.afkomst
    assert (herkomst.soort, herkomst.code) == ("antwoord", "MO02")
    assert herkomst.id == gesprek.antwoorden["MO02"].id
    assert herkomst.tekst == "Nee"


def test_another_answer_gives_another_sentence() -> None:
    assert teksten(intake(MO02="ja"), "doel") == []
    assert teksten(intake(MO02="ja"), "sterk_punt") == ["Ik kan fietsen."]


@pytest.mark.parametrize("status", [s for s in Antwoordstatus if s != "beantwoord"])
def test_who_did_not_answer_gets_no_sentence(status: Antwoordstatus) -> None:
    assert uit(intake(MO02=status, WK04=status, SP12=status)) == ()


def test_what_no_longer_counts_gives_none() -> None:
    gesprek = intake(FG04="nee", FG05=("tillen",))
    assert uit(gesprek) == ()
    gesprek = intake(MO02="nee")
    gesprek.overslagen.append(Domeinoverslag.nieuw(INTAKE, "d", "MO", "Later."))
    assert uit(gesprek) == ()


def test_several_answers_make_one_sentence() -> None:
    assert teksten(intake(SP07=("koken",)), "sterk_punt") == ["Dit kan ik anderen leren: koken."]
    assert teksten(intake(SP07=("naaien", "koken", "taal")), "sterk_punt") == [
        "Dit kan ik anderen leren: koken, naaien en mijn taal."
    ]


def test_what_two_answers_lead_to_stands_there_once_with_the_wish_as_its_origin() -> None:
    gesprek = intake(MO04="nee", MO10=("weet-niet-hoe",), RE03=("zelf-reizen",))
    doelen = [r for r in uit(gesprek) if r.doelcode == "doel.mo2"]
    assert [r.afkomst.code for r in doelen] == ["RE03"]


def test_the_order_is_that_of_the_plan() -> None:
    gesprek = intake(MO02="nee", SP07=("koken",), WK11="ja", RE03=("werken",), SP12="4")
    plaatsen = [KADER.plaats(r.onderdeel) for r in uit(gesprek)]
    assert plaatsen == sorted(plaatsen)
    assert len(set(plaatsen)) > 3


def test_the_same_proposal_has_the_same_id_and_another_has_not() -> None:
    een, ander = uit(intake(MO02="nee")), uit(intake(MO02="nee", MO05="nee"))
    assert een[0].id in {r.id for r in ander}
    assert len({r.id for r in ander}) == 2


# Parts, tables, numbers


def test_a_part_of_an_answer() -> None:
    beoordeeld = Keuze(("ja-hier",), delen={"idw": "klaar"})
    assert teksten(intake(WK03=beoordeeld), "doel") == []
    assert teksten(intake(WK03=beoordeeld), "sterk_punt") == [
        "Mijn diploma is in Nederland beoordeeld."
    ]
    gevraagd = Keuze(("ja-hier",), delen={"idw": "gevraagd"})
    assert teksten(intake(WK03=gevraagd), "doel") == [
        "Ik laat mijn diploma in Nederland beoordelen."
    ]
    assert teksten(intake(WK03="ja-hier"), "doel") == [
        "Ik laat mijn diploma in Nederland beoordelen."
    ]


def test_a_table_names_its_rows() -> None:
    tabel = Keuze(
        delen={
            "zorgtoeslag.stand": "nee",
            "huurtoeslag.stand": "loopt",
            "kinderbijslag.stand": "ja",
        }
    )
    assert teksten(intake(FI07=tabel), "maatschappelijke_begeleiding") == [
        "VluchtelingenWerk helpt u met het aanvragen van zorgtoeslag en huurtoeslag."
    ]
    assert teksten(intake(FI07=tabel), "doel") == [
        "Ik vraag de toeslagen aan waar ik recht op heb."
    ]
    alles = Keuze(delen={"zorgtoeslag.stand": "ja"})
    assert uit(intake(FI07=alles)) == ()


def test_free_parts_of_the_week_are_counted() -> None:
    week = Keuze(delen={"ma.ochtend": True, "di.ochtend": True, "wo.avond": False})
    assert teksten(intake(WK10=week), "aandachtspunt") == [
        "Ik kan op 2 dagdelen per week naar les of werk."
    ]


def test_a_number_and_a_place_that_is_not_known() -> None:
    assert teksten(intake(WK04=("bouw",), WK05=Keuze(waarde="7")), "sterk_punt") == [
        "Ik heb ervaring met werk in de bouw.",
        "Ik heb 7 jaar gewerkt.",
    ]
    assert teksten(intake(WK05=Keuze(waarde="0")), "sterk_punt") == []
    assert teksten(intake(WK11=Keuze(("ja",), delen={"uren": 8})), "taal_en_werk") == [
        "Ik heb werk of vrijwilligerswerk voor 8 uur per week. Dat gaat door naast de lessen."
    ]
    assert teksten(intake(WK11="ja"), "taal_en_werk") == [
        "Ik heb werk of vrijwilligerswerk. Dat gaat door naast de lessen."
    ]


# Health and what is shielded


def test_health_gives_what_is_needed_and_is_marked() -> None:
    (rustig,) = uit(intake(MG03="nee"))
    assert (rustig.tekst, rustig.gezondheid) == (
        "Korte lessen met een pauze ertussen helpen mij.",
        True,
    )
    (tillen,) = uit(intake(FG04="ja", FG05=("tillen", "anders")))
    assert (tillen.tekst, tillen.gezondheid) == (
        "Bij lessen en werk houden wij rekening met zwaar tillen.",
        True,
    )


def test_the_plan_keeps_no_health_answer_and_nothing_that_was_typed_beside_a_choice() -> None:
    """More people read the plan than the answers (domain.md 7.6)."""
    gesprek = intake(
        FG08=Keuze(("ja",), delen={"planning": "Geheim"}),
        MG03="nee",
        MG12="2",
        WK04=Keuze(("bouw",), delen={"wat": "Geheim"}),
        FI05=Keuze(("ja",), delen={"aan_wie.boete": 0}),
        SP10=Keuze(("slecht",), delen={"waardoor": "Geheim"}),
    )
    per_vraag = {r.afkomst.code: r.afkomst for r in uit(gesprek)}
    assert {c: a.tekst for c, a in per_vraag.items()} == {
        **dict.fromkeys(("FG08", "MG03", "MG12"), ""),
        "WK04": "In de bouw",
        "FI05": "Ja",
        "SP10": "Niet goed",
    }
    assert all(a.id for a in per_vraag.values()), "who may read the answer finds it"
    assert "Geheim" not in repr(uit(gesprek))


def test_a_table_is_its_own_answer() -> None:
    (doel, _hulp) = uit(intake(FI07=Keuze(delen={"zorgtoeslag.stand": "nee"})))
    assert doel.afkomst.tekst == "Zorgtoeslag: nee"


def test_every_sentence_from_a_health_question_is_marked() -> None:
    for code, vraag in LIJST.vragen.items():
        if not vraag.gezondheid or vraag.afgeschermd:
            continue
        for optie in vraag.keuzecodes:
            gesprek = intake(**{code: optie}, **({"FG04": "ja"} if code == "FG05" else {}))
            assert all(r.gezondheid for r in uit(gesprek)), (code, optie)


def test_a_day_of_health_is_a_period_and_no_reason() -> None:
    keuze = Keuze(("ja",), delen={"van": "2027-01-05", "tot": "2027-04-30"})
    assert teksten(intake(FG09=keuze), "aandachtspunt") == [
        "Van 05-01-2027 tot 30-04-2027 gaan lessen en werk anders. Wij plannen daaromheen."
    ]
    assert teksten(intake(FG09="ja"), "aandachtspunt") == [
        "Er komt een tijd waarin lessen en werk anders gaan. Wij plannen daaromheen."
    ]


def test_a_shielded_answer_is_never_read() -> None:
    afgeschermd = [c for c, v in LIJST.vragen.items() if v.afgeschermd]
    assert set(afgeschermd) >= {"MG10", "RE11"}
    for code in afgeschermd:
        assert LIJST.vragen[code].stroomklasse is Stroomklasse.AFGESCHERMD
        for optie in LIJST.vragen[code].keuzecodes:
            assert uit(intake(**{code: optie})) == ()


# Scores and the closing


@pytest.mark.parametrize(
    ("score", "zin"),
    [
        ("5", "Wonen: dit lukt zelf."),
        ("3", "Wonen: dit lukt met hulp. Wij werken eraan dat het vaker zelf lukt."),
    ],
)
def test_a_score_is_a_kind_sentence(score: str, zin: str) -> None:
    (regel,) = uit(intake(WO11=score))
    assert (regel.onderdeel, regel.tekst, regel.domein) == ("zelfredzaamheid", zin, "WO")
    assert (regel.afkomst.soort, regel.afkomst.code) == ("score", "WO11")
    assert not regel.gezondheid


def test_a_score_not_given_yet_is_none_and_one_of_health_is_marked() -> None:
    assert uit(intake(WO11="nog-niet")) == ()
    assert [r.gezondheid for r in uit(intake(MG12="2", FG12="4", AD11="3"))] == [True] * 3


def test_the_reason_of_a_score_is_not_taken_along() -> None:
    gesprek = intake(WO11="3")
    gesprek.antwoorden["WO11"].reden = "Slaapt slecht door het huis."
    assert "Slaapt" not in repr(uit(gesprek))


def test_every_scale_gives_a_sentence() -> None:
    schalen = [c for c, v in LIJST.vragen.items() if v.type is Vraagtype.SCALE]
    regels = [r for r in uit(intake(**dict.fromkeys(schalen, "4"))) if r.afkomst.soort == "score"]
    assert len(regels) == len(schalen) == 10


def test_own_words_of_the_closing() -> None:
    gesprek = intake()
    gesprek.sterke_punten = "Kan goed met kinderen.\n\nIs handig."
    gesprek.wens_een_jaar = "Met de juf praten."
    regels = uit(gesprek)
    assert [(r.onderdeel, r.tekst) for r in regels] == [
        ("sterk_punt", "Kan goed met kinderen."),
        ("sterk_punt", "Is handig."),
        ("ontwikkelwens", "Over één jaar: Met de juf praten."),
    ]
    assert [r.afkomst.soort for r in regels] == ["sterk_punt", "sterk_punt", "wens"]
    assert len({r.id for r in regels}) == 3


def test_what_the_closing_took_from_the_answers_does_not_come_twice() -> None:
    gesprek = intake(SP07=("koken",))
    gesprek.sterke_punten = "Koken."
    assert teksten(gesprek, "sterk_punt") == ["Dit kan ik anderen leren: koken."]


def test_own_strengths_come_first_then_those_for_work_and_language() -> None:
    gesprek = intake(MO02="ja", WK04=("bouw",), SP07=("koken",), RE06="goed", AD02="zelf")
    gesprek.sterke_punten = "Helpt graag."
    assert teksten(gesprek, "sterk_punt") == [
        "Helpt graag.",
        "Ik heb ervaring met werk in de bouw.",
        "Dit kan ik anderen leren: koken.",
        "Ik lees en schrijf goed in mijn eigen taal.",
        "Ik doe zelf boodschappen.",
        "Ik kan fietsen.",
    ]


def test_what_comes_first_is_a_strength() -> None:
    sterk = {z.vraag for z in KADER.zinnen.bij_vraag if z.onderdeel == "sterk_punt"}
    assert set(KADER.zinnen.sterk_vooraan) <= sterk


@pytest.mark.parametrize(("al", "mee"), [(0, 8), (3, 5), (8, 0), (9, 0)])
def test_one_press_takes_some_strengths_all_else_and_no_health(al: int, mee: int) -> None:
    def zin(onderdeel: str, n: int, *, gezond: bool = False) -> Regel:
        return Regel(f"{onderdeel}{n}", onderdeel, f"Zin {n}.", gezondheid=gezond)

    sterk = [zin("sterk_punt", n) for n in range(12)]
    doelen = [zin("doel", n) for n in range(12)]
    gezond = [zin("sterk_punt", 20, gezond=True), zin("doel", 20, gezond=True)]
    inhoud = replace(PLAN, regels=tuple(zin("sterk_punt", 100 + n) for n in range(al)))
    assert KADER.beleid.sterke_punten == 8
    uit = over_te_nemen([*gezond, *sterk, *doelen], inhoud, KADER)
    assert uit == (*sterk[:mee], *doelen)


def test_one_press_says_nothing_of_ontzorgen_in_a_plan_without_it() -> None:
    regels = [Regel("f", "financieel_plan", "Ik leer sparen."), Regel("o", "ontzorgen", "Huur.", 2)]
    assert not PLAN.ontzorgen
    assert over_te_nemen(regels, PLAN, KADER) == (regels[0],)
    assert over_te_nemen(regels, replace(PLAN, ontzorgen=True), KADER) == tuple(regels)


def test_agreements_come_with_who_and_when() -> None:
    gesprek = intake()
    gesprek.afspraken += [
        Afspraak(id="a1", wat=" Fiets kopen ", wie="Buur", datum=date(2027, 1, 5), volgorde=0),
        Afspraak(id="a2", wat="", wie="", volgorde=1),
    ]
    (regel,) = uit(gesprek)
    assert (regel.onderdeel, regel.tekst) == ("afspraak", "Fiets kopen")
    assert (regel.wie, regel.wanneer) == ("Buur", date(2027, 1, 5))
    assert (regel.afkomst.soort, regel.afkomst.id) == ("afspraak", "a1")


@pytest.mark.parametrize(
    ("tekst", "mag"),
    [
        ("Bel 0527 63 39 11", True),
        ("Naar de huisarts gaan", True),
        ("Afspraak om 10.30 uur", True),
        ("BSN 123456782 doorgeven", False),
        ("BSN 123 456 782 doorgeven", False),
        ("PTSS laten behandelen", False),
        ("Contact met de moskee", False),
    ],
)
def test_own_words_with_a_bsn_an_illness_or_a_belief_are_not_proposed(
    tekst: str, mag: bool
) -> None:
    assert mag_voorstellen(tekst, KADER) is mag
    gesprek = intake(RE12=Keuze(waarde=tekst))
    gesprek.sterke_punten = tekst
    gesprek.wens_drie_jaar = tekst
    gesprek.afspraken.append(Afspraak(id="a1", wat=tekst, wie=""))
    assert len(uit(gesprek)) == (4 if mag else 0)


# Part 2, main goal, language


def test_part_2_is_proposed_with_a_benefit_only() -> None:
    gesprek = intake(FI12=("huur", "stroom"))
    assert uit(gesprek) == ()
    (regel,) = uit(gesprek, uitkering=True)
    assert (regel.onderdeel, regel.deel) == ("ontzorgen", 2)
    assert regel.tekst == "De gemeente betaalt dit uit uw uitkering: huur en stroom."


def test_the_main_goal_follows_the_wish_for_three_years() -> None:
    assert hoofddoelvoorstel(intake(RE04="eigen-zaak"), LIJST, KADER) == "Ondernemen"
    assert hoofddoelvoorstel(intake(RE04="nog-open"), LIJST, KADER) == ""
    assert hoofddoelvoorstel(intake(), LIJST, KADER) == ""


def test_the_plan_is_dutch_whatever_the_interface_speaks() -> None:
    gesprek = intake(
        FG01="goed", WO11="4", MO02="nee", FG09=Keuze(("ja",), delen={"van": "2027-01"})
    )
    dutch = uit(gesprek)
    taal.kies("en")
    assert uit(gesprek) == dutch
    assert {r.afkomst.tekst for r in dutch} >= {"Nee", "Lukt met soms hulp"}


def test_an_intake_of_an_older_list_gives_what_it_can() -> None:
    oud = replace(LIJST, domeinen=tuple(d for d in LIJST.domeinen if d.code != "MO"))
    gesprek = intake(MO02="nee", SP07=("koken",))
    assert [r.afkomst.code for r in voorstellen(gesprek, oud, KADER)] == ["SP07"]


# Standard sentences


def standaard(inhoud: Pipinhoud = PLAN, **feiten: Any) -> list[Regel]:
    return list(standaardzinnen(inhoud, replace(FEITEN, **feiten), KADER))


def codes(regels: list[Regel]) -> set[str]:
    return {r.afkomst.code for r in regels}


def test_every_heading_that_is_needed_and_is_no_choice_gets_a_sentence() -> None:
    plan = replace(PLAN, ontzorgen=True, ontzorgen_tot_en_met=date(2026, 10, 14), regels=())
    feiten = replace(FEITEN, jonge_kinderen=True)
    heeft = {r.onderdeel for r in standaardzinnen(plan, feiten, KADER)}
    nodig = {o.code for o in KADER.onderdelen if o.vereist(plan, feiten)}
    assert nodig - heeft == {"sterk_punt", "doel"}, "these only the client can give"


def test_hours_and_days_come_from_the_plan_and_the_policy() -> None:
    plan = replace(PLAN, pvt_uren=16, data=replace(PLAN.data, map_streefdag=date(2027, 12, 10)))
    tekst = " ".join(r.tekst for r in standaard(plan))
    assert "Dat duurt 16 uur." in tekst
    assert "U oefent 40 uur in de praktijk." in tekst
    assert "klaar is op 10 december 2027" in tekst
    assert "op zijn laatst op 10 juni 2029 klaar" in tekst, "the end is exclusive"
    assert "Anneke de Boer, 0527 63 39 11" in tekst


def test_what_is_not_known_is_not_made_up() -> None:
    tekst = " ".join(r.tekst for r in standaard(Pipinhoud(leerroute=Leerroute.B1)))
    assert "{" not in tekst
    assert "U krijgt een brief van DUO met de datum." in tekst
    assert "niveau B1" in tekst
    assert "uur les per week" not in tekst


def test_each_route_has_its_own() -> None:
    b = codes(standaard())
    o = codes(standaard(replace(PLAN, leerroute=Leerroute.ONDERWIJS)))
    z = codes(standaard(replace(PLAN, leerroute=Leerroute.Z)))
    assert {"verwachting-b", "map-uren", "aanbod-b"} <= b
    assert {"verwachting-o", "aanbod-o", "begeleiding-onderwijs"} <= o
    assert "map-uren" not in o
    assert {"verwachting-z", "map-uren", "begeleiding-z"} <= z
    assert not {"verwachting-b", "verwachting-o"} & z


def test_taking_part_in_the_z_route_is_counted_for_asylum_only() -> None:
    z = replace(PLAN, leerroute=Leerroute.Z)
    assert "verwachting-z-asiel" in codes(standaard(z))
    assert "verwachting-z-asiel" not in codes(standaard(z, asiel=False))
    assert "verwachting-z-asiel" not in codes(standaard(z, asiel=None))


def test_a_family_migrant_without_benefit_has_no_part_2_and_no_offer() -> None:
    gezin = standaard(replace(PLAN, uitkering=False), asiel=False)
    assert {r.deel for r in gezin} == {1}
    assert not {r.onderdeel for r in gezin} & {"aanbod", "maatschappelijke_begeleiding"}
    assert "lukt-niet-gezin" in codes(gezin)


def test_an_asielstatushouder_reads_of_no_fine() -> None:
    assert "boete" not in " ".join(r.tekst for r in standaard())
    assert "boete" not in " ".join(r.tekst for r in standaard(asiel=None))


def test_the_level_is_that_of_the_plan() -> None:
    tekst = " ".join(r.tekst for r in standaard(replace(PLAN, niveau=Niveau.A2)))
    assert "op niveau A2" in tekst


GESPREKKEN = tuple(
    date(jaar, maand, 11)
    for jaar, maand in (
        *((2026, 9), (2026, 12), (2027, 6), (2027, 10)),
        *((2028, 6), (2028, 11), (2029, 4)),
    )
)


def test_each_talk_has_its_day_and_two_of_them_look_back() -> None:
    gesprekken = [r for r in standaard(gesprekken=GESPREKKEN) if r.onderdeel == "voortgang"]
    assert [r.wanneer for r in gesprekken] == list(GESPREKKEN)
    assert len({r.id for r in gesprekken}) == len(GESPREKKEN)
    bijzonder = {r.afkomst.code: r.wanneer for r in gesprekken if "gesprek" not in r.afkomst.code}
    assert bijzonder == {
        "voortgang-midden": date(2027, 10, 11),
        "voortgang-einde": date(2029, 4, 11),
    }, "halfway is nearest to the middle of the term"


def test_one_talk_only_and_none_at_all() -> None:
    een = [r for r in standaard(gesprekken=GESPREKKEN[:1]) if r.onderdeel == "voortgang"]
    assert [r.afkomst.code for r in een] == ["voortgang-einde"]
    assert "voortgang-samen" in codes(standaard())


def test_a_later_version_proposes_only_talks_that_still_have_to_come() -> None:
    """Halfway stays halfway: it does not move on to the talks that are left."""

    def dagen(vandaag: date) -> dict[str, list[date | None]]:
        uit: dict[str, list[date | None]] = {}
        for r in standaard(gesprekken=GESPREKKEN, vandaag=vandaag):
            if r.onderdeel == "voortgang":
                uit.setdefault(r.afkomst.code, []).append(r.wanneer)
        return uit

    assert dagen(date(2027, 6, 11)) == {
        "voortgang-gesprek": [date(2027, 6, 11), date(2028, 6, 11), date(2028, 11, 11)],
        "voortgang-midden": [date(2027, 10, 11)],
        "voortgang-einde": [date(2029, 4, 11)],
    }
    assert dagen(date(2028, 6, 12)) == {
        "voortgang-gesprek": [date(2028, 11, 11)],
        "voortgang-einde": [date(2029, 4, 11)],
    }
    assert dagen(date(2029, 4, 11)) == {"voortgang-einde": [date(2029, 4, 11)]}
    assert dagen(date(2029, 4, 12)) == {"voortgang-samen": [None]}


def test_while_the_term_is_not_known_halfway_is_halfway_the_talks() -> None:
    """A draft has no dates of its own yet."""
    zonder = standaard(replace(PLAN, data=Data()), gesprekken=GESPREKKEN)
    midden = [r.wanneer for r in zonder if r.afkomst.code == "voortgang-midden"]
    assert midden == [date(2027, 10, 11)]


def test_what_the_municipality_pays_is_proposed_with_ontzorgen_only() -> None:
    met = replace(PLAN, ontzorgen=True)
    assert "ontzorgen-wat" not in codes(standaard())
    assert "ontzorgen-wat" in codes(standaard(met))
    assert "ontzorgen-wat" not in codes(standaard(replace(met, uitkering=False)))


def test_a_standard_sentence_says_that_it_is_one() -> None:
    regels = standaard(gesprekken=GESPREKKEN)
    assert {r.afkomst.soort for r in regels} == {"standaard"}
    assert len({r.id for r in regels}) == len(regels)
