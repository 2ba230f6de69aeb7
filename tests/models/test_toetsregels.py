"""The leerbaarheidstoets: states, scores, the clock, days and times. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import catalogi
from desktop.bronnen import toml
from desktop.models.fouten import (
    Domeinfout,
    Invoerfout,
    Invoerfouten,
    NogNietMogelijk,
    RedenNodig,
)
from desktop.models.piptermijn import piptermijn
from desktop.models.toets import Aanpassingen, Kandidaat, lees_examennummer
from desktop.models.toetsbeleid import beleid_uit
from desktop.models.toetsdag import VINKJES
from desktop.models.toetsdelen import Incidentsoort, Observatiesoort
from desktop.models.toetsmiddelen import Openingstijd, Sluiting, Toetsbegeleider, Toetsruimte
from desktop.models.toetssessie import Sessiegegevens, Sessiestatus, Toetssessie
from desktop.models.toetsstatus import (
    OVERGANGEN,
    VOORBIJ,
    Aanwezig,
    Afbreekreden,
    Toetsstatus,
    mag_naar,
)
from desktop.models.toetstijd import feestdagen, lees_tijd, moment, vrije_dag
from desktop.models.toetsuitslag import (
    Herkomst,
    Overslagreden,
    Resultaat,
    Toetsoverslag,
    Toetsuitslag,
    Uitslaggegevens,
    geldende_uitslag,
    lees_score,
    leg_uitslag_vast,
)
from desktop.models.woordkeus import gevoelig
from tests.models.termijnbeleid import TERMIJNEN

BELEID = beleid_uit(toml("beleid", "toets.toml"), TERMIJNEN)
VANDAAG = date(2026, 11, 25)
NU = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)
DOSSIER = "5b2f0a9c-1111-4000-8000-000000000001"
S = Toetsstatus


def na(minuten: float) -> datetime:
    return NU + timedelta(minutes=minuten)


def kandidaat(**rest: object) -> Kandidaat:
    return Kandidaat.meld_aan(DOSSIER, Aanpassingen(**rest))  # type: ignore[arg-type]


def aan_de_toets() -> Kandidaat:
    k = kandidaat()
    k.plan("s", VANDAAG)
    k.nodig_uit(NU)
    k.meld_aanwezigheid(Aanwezig.AANWEZIG)
    k.vink("identiteit_gezien", True)
    k.begin(NU)
    return k


# States


def test_the_table_names_every_state_and_leads_to_no_other() -> None:
    assert set(OVERGANGEN) == set(Toetsstatus)
    assert all(naar <= set(Toetsstatus) for naar in OVERGANGEN.values())
    assert OVERGANGEN[S.UITSLAG] == frozenset()


def weer_aangemeld() -> Kandidaat:
    """A second attempt."""
    eerste = aan_de_toets()
    eerste.stop(na(60))
    return Kandidaat.meld_aan(DOSSIER, Aanpassingen(), eerder=[eerste], reden="was ziek")


GEBAREN = {
    "plan": lambda k, n: k.plan(f"s{n}", VANDAAG + timedelta(days=n)),
    "verzet": lambda k, n: k.verzet(VANDAAG + timedelta(days=n)),
    "haal_uit": lambda k, _n: k.haal_uit_sessie(),
    "nodig_uit": lambda k, n: k.nodig_uit(na(n)),
    "sla_over": lambda k, _n: k.sla_over(),
    "toch_niet": lambda k, _n: k.toch_niet_overslaan(),
    "id": lambda k, n: k.vink(VINKJES[n % 4], True),
    "begin": lambda k, n: k.begin(na(n)),
    "pauzeer": lambda k, n: k.pauzeer(na(n)),
    "verder": lambda k, n: k.ga_verder(na(n)),
    "stop": lambda k, n: k.stop(na(n)),
    "breek_af": lambda k, n: k.breek_af(list(Afbreekreden)[n % 3], na(n)),
    "hervat": lambda k, n: k.hervat(na(n)),
    "uitslag": lambda k, _n: k.uitslag_bekend(),
    **{f"aanwezig {hoe}": lambda k, _n, hoe=hoe: k.meld_aanwezigheid(hoe) for hoe in Aanwezig},
}


WEGEN: dict[Toetsstatus, tuple[Callable[[], Kandidaat], tuple[str, ...]]] = {
    S.AANGEMELD: (kandidaat, ()),
    S.GEPLAND: (kandidaat, ("plan",)),
    S.OPNIEUW: (weer_aangemeld, ("plan",)),
    S.UITGENODIGD: (kandidaat, ("plan", "nodig_uit")),
    S.AFGENOMEN: (aan_de_toets, ("stop",)),
    S.UITSLAG: (aan_de_toets, ("stop", "uitslag")),
    S.VERHINDERD_MET: (kandidaat, ("plan", f"aanwezig {Aanwezig.MET_AFMELDING}")),
    S.VERHINDERD_ZONDER: (kandidaat, ("plan", f"aanwezig {Aanwezig.ZONDER_AFMELDING}")),
    S.AFGEBROKEN: (aan_de_toets, ("breek_af",)),
    S.OVERGESLAGEN: (kandidaat, ("sla_over",)),
}


@pytest.mark.parametrize("status", Toetsstatus)
def test_the_gestures_reach_every_state(status: Toetsstatus) -> None:
    begin, gebaren = WEGEN[status]
    k = begin()
    assert not gebaren or k.status is not status
    for n, naam in enumerate(gebaren):
        GEBAREN[naam](k, n)
    assert k.status is status


@given(
    st.sampled_from([kandidaat, aan_de_toets, weer_aangemeld]),
    st.lists(st.tuples(st.sampled_from(sorted(GEBAREN)), st.integers(0, 300)), max_size=40),
)
def test_no_gesture_makes_a_step_that_the_table_does_not_allow(
    begin: Callable[[], Kandidaat], gebaren: list[tuple[str, int]]
) -> None:
    k = begin()
    for naam, n in gebaren:
        voor = k.status
        stand = {kolom: getattr(k, kolom) for kolom in ("sessie_id", "datum", "begonnen_op")}
        try:
            GEBAREN[naam](k, n)
        except NogNietMogelijk as fout:
            geweigerd = str(fout)
            assert geweigerd
            assert k.status is voor
            assert {kolom: getattr(k, kolom) for kolom in stand} == stand
        assert k.status is voor or mag_naar(voor, k.status), (voor, k.status)
        # What a state means.
        if k.status in (S.AANGEMELD, S.OVERGESLAGEN):
            assert k.sessie_id is None
        if k.status in (S.GEPLAND, S.UITGENODIGD, S.OPNIEUW):
            assert k.sessie_id is not None
        assert (k.status is S.AFGEBROKEN) == (k.afgebroken_reden is not None) or (
            k.status is S.UITSLAG
        )
        assert timedelta(0) <= k.gewerkt(na(400)) <= timedelta(minutes=400)
        assert sum(p.einde is None for p in k.pauzes) <= 1


def test_the_whole_way() -> None:
    k = aan_de_toets()
    assert (k.status, k.loopt) == (S.UITGENODIGD, True)
    k.stop(na(70))
    assert k.status is S.AFGENOMEN
    k.uitslag_bekend()
    assert k.status is S.UITSLAG


def test_a_second_sitting_only_with_a_reason() -> None:
    k = kandidaat()
    with pytest.raises(NogNietMogelijk):
        Kandidaat.meld_aan(DOSSIER, Aanpassingen(), eerder=[k], reden="nog een keer")
    k.plan("s", VANDAAG)
    k.meld_aanwezigheid(Aanwezig.ZONDER_AFMELDING)
    assert k.status is S.VERHINDERD_ZONDER
    with pytest.raises(NogNietMogelijk, match="opnieuw aan"):
        k.plan("t", VANDAAG)
    for leeg in ("", "  "):
        with pytest.raises(RedenNodig):
            Kandidaat.meld_aan(DOSSIER, Aanpassingen(), eerder=[k], reden=leeg)
    k.zet_examennummer("AB 12")
    tweede = Kandidaat.meld_aan(DOSSIER, Aanpassingen(), eerder=[k], reden=" was  ziek ")
    assert (tweede.volgnummer, tweede.reden_opnieuw) == (2, "was ziek")
    assert tweede.examennummer == "AB12"
    tweede.plan("t", VANDAAG)
    assert tweede.status is S.OPNIEUW
    assert tweede.id != k.id
    assert k.status in VOORBIJ


def test_two_laptops_that_register_somebody_make_the_same_row() -> None:
    assert kandidaat().id == kandidaat(bril=True).id


def test_absent_and_then_there_after_all() -> None:
    k = kandidaat()
    k.plan("s", VANDAAG)
    k.nodig_uit(NU)
    k.meld_aanwezigheid(Aanwezig.MET_AFMELDING)
    assert k.status is S.VERHINDERD_MET
    k.meld_aanwezigheid(Aanwezig.TE_LAAT)
    assert k.status is S.UITGENODIGD


def test_moved_to_another_time_means_inviting_again() -> None:
    k = kandidaat()
    k.plan("s", VANDAAG)
    k.nodig_uit(NU, 3)
    k.verzet(VANDAAG + timedelta(days=1))
    assert (k.status, k.uitgenodigd_volgnummer) == (S.GEPLAND, 3)


def test_no_start_without_a_seat_or_an_identity_that_was_seen() -> None:
    k = kandidaat()
    with pytest.raises(NogNietMogelijk, match="sessie"):
        k.begin(NU)
    k.plan("s", VANDAAG)
    with pytest.raises(NogNietMogelijk, match="identiteitsbewijs"):
        k.begin(NU)


# The clock


def test_the_clock_without_the_breaks() -> None:
    k = aan_de_toets()
    k.pauzeer(na(10))
    k.pauzeer(na(12))
    assert k.in_pauze
    assert k.gewerkt(na(14)) == timedelta(minutes=10)
    k.ga_verder(na(15))
    assert k.gewerkt(na(20)) == timedelta(minutes=15)
    k.pauzeer(na(30))
    k.stop(na(40))
    assert k.gewerkt(na(999)) == timedelta(minutes=25)
    assert not k.in_pauze


def test_a_stop_by_mistake_is_a_break() -> None:
    k = aan_de_toets()
    k.breek_af(Afbreekreden.TECHNISCH, na(20))
    assert (k.status, k.afgebroken_reden) == (S.AFGEBROKEN, Afbreekreden.TECHNISCH)
    k.hervat(na(30))
    assert (k.status, k.afgebroken_reden, k.loopt) == (S.UITGENODIGD, None, True)
    k.stop(na(60))
    assert k.gewerkt(na(999)) == timedelta(minutes=50)


@given(st.lists(st.tuples(st.sampled_from(["pauzeer", "ga_verder"]), st.integers(-30, 120))))
def test_a_clock_of_a_laptop_that_goes_back_counts_nothing_twice(
    stappen: list[tuple[str, int]],
) -> None:
    k = aan_de_toets()
    for naam, n in stappen:
        getattr(k, naam)(na(n))
    k.stop(na(200))
    assert timedelta(0) <= k.gewerkt(na(200)) <= timedelta(minutes=200)
    assert all(p.einde is not None and p.einde >= p.begin for p in k.pauzes)


@pytest.mark.parametrize("hoe", [Aanwezig.AANWEZIG, Aanwezig.TE_LAAT])
def test_who_is_here_and_never_began_is_closed_without_a_clock(hoe: Aanwezig) -> None:
    k = kandidaat()
    k.plan("s1", VANDAAG)
    with pytest.raises(NogNietMogelijk, match="als deze cliënt er is"):
        k.breek_af(Afbreekreden.ZIEK, na(0))
    k.meld_aanwezigheid(hoe)
    k.breek_af(Afbreekreden.ZIEK, na(0))
    assert (k.status, k.afgebroken_reden) == (S.AFGEBROKEN, Afbreekreden.ZIEK)
    assert (k.begonnen_op, k.geeindigd_op, k.gewerkt(na(90))) == (None, None, timedelta(0))
    with pytest.raises(NogNietMogelijk):
        k.begin(na(5))
    with pytest.raises(NogNietMogelijk):
        k.meld_aanwezigheid(Aanwezig.ZONDER_AFMELDING)
    k.hervat(na(10))
    assert (k.status, k.afgebroken_reden, k.pauzes) == (S.GEPLAND, None, [])
    k.vink("identiteit_gezien", True)
    k.begin(na(12))
    assert k.gewerkt(na(22)) == timedelta(minutes=10)


def test_who_is_absent_cannot_be_broken_off() -> None:
    k = kandidaat()
    k.plan("s1", VANDAAG)
    k.meld_aanwezigheid(Aanwezig.MET_AFMELDING)
    with pytest.raises(NogNietMogelijk):
        k.breek_af(Afbreekreden.STRESS, na(0))


def test_a_word_about_an_incident_and_one_that_was_wrong() -> None:
    k = aan_de_toets()
    goed = k.meld_incident(Incidentsoort.TECHNISCH, "", na(1))
    fout = k.meld_incident(Incidentsoort.ZIEK, "", na(2))
    goed.id, fout.id = "goed", "fout"  # the store gives these
    k.licht_toe("goed", "  geluid weg ")
    k.neem_incident_terug("fout")
    assert [(i.id, i.notitie) for i in k.incidenten] == [("goed", "geluid weg")]
    for gebaar in (lambda: k.licht_toe("fout", "x"), lambda: k.neem_incident_terug("fout")):
        with pytest.raises(NogNietMogelijk, match="teruggenomen"):
            gebaar()


def test_what_happened_is_kept_with_its_time_and_one_text_for_each_kind() -> None:
    k = aan_de_toets()
    k.meld_incident(Incidentsoort.TECHNISCH, " wifi weg ", na(5))
    assert [(i.soort, i.notitie, i.op) for i in k.incidenten] == [
        (Incidentsoort.TECHNISCH, "wifi weg", na(5))
    ]
    k.noteer(Observatiesoort.HANDEN, "muis gaat moeilijk")
    k.noteer(Observatiesoort.HANDEN, "muis gaat beter")
    assert [(o.soort, o.tekst) for o in k.observaties] == [
        (Observatiesoort.HANDEN, "muis gaat beter")
    ]


@pytest.mark.parametrize(
    ("tekst", "woord"),
    [
        ("Lijkt ADHD te hebben", "ADHD"),
        ("heeft dyslexie.", "dyslexie"),
        ("misschien PTSS?", "PTSS"),
        ("was snel moe, keek veel rond", ""),
        ("de address-balk stond open", ""),
        ("heeft kankerpatiënten gezien", "kankerpatiënten"),
        ("zijn BSN is 123456782", "BSN"),
        ("een laag iq denk ik", "iq"),
        ("is Verstandelijk\nBeperkt.", "Verstandelijk Beperkt"),
        ("‘Dyslectisch’", "Dyslectisch"),
        ("", ""),
    ],
)
def test_a_hint_where_a_diagnosis_seems_to_be_written(tekst: str, woord: str) -> None:
    zin = gevoelig(tekst, catalogi.woordenlijst())
    assert woord in zin
    assert bool(zin) == bool(woord)


# Numbers and results


@pytest.mark.parametrize(
    ("tekst", "kept"),
    [("ab 1234", "AB1234"), ("12-34", "1234"), ("", ""), ("A" * 12, "A" * 12)],
)
def test_an_examennummer_as_it_is_kept(tekst: str, kept: str) -> None:
    assert lees_examennummer(tekst) == kept


@pytest.mark.parametrize("tekst", ["A" * 13, "12/34", "é1"])
def test_no_examennummer(tekst: str) -> None:
    with pytest.raises(Invoerfout):
        lees_examennummer(tekst)


@pytest.mark.parametrize(
    ("tekst", "zegt"),
    [
        ("31.5", "komma en twee cijfers"),
        ("31", "komma en twee cijfers"),
        ("31,5", "komma en twee cijfers"),
        ("-1", "nooit minder dan 0"),
        ("-1,00", "nooit minder dan 0"),
        ("131,00", "40 opgaven"),
        ("40,01", "40 opgaven"),
        ("1310,00", "komma en twee cijfers"),
        ("veel", "als getal"),
        ("", "als getal"),
        ("3 1,00", "als getal"),
        ("٣١,٠٠", "als getal"),
    ],
)
def test_what_is_no_score_says_why(tekst: str, zegt: str) -> None:
    with pytest.raises(Invoerfout, match=zegt):
        lees_score("behaalde_score", tekst, BELEID)


@given(st.integers(0, 4000))
def test_every_score_that_duo_can_send_is_kept_as_it_came(honderdsten: int) -> None:
    tekst = f"{honderdsten // 100},{honderdsten % 100:02d}"
    assert lees_score("x", f" {tekst} ", BELEID) == tekst


GOED = Uitslaggegevens(Resultaat.HAALBAAR, "31,00", "28,00", date(2026, 11, 20))


def test_the_words_are_those_of_duo() -> None:
    """To the letter of `Leerbaarheidstoets.yml` (version 1.2.0)."""
    assert [r.value for r in Resultaat] == [
        "B1-route haalbaar",
        "B1-route niet haalbaar",
        "Onbekend",
    ]


def vast(
    gegevens: Uitslaggegevens = GOED, eerder: list[Toetsuitslag] | None = None, reden: str = "",
    minuten: int = 0,
) -> Toetsuitslag | None:  # fmt: skip
    return leg_uitslag_vast(
        DOSSIER,
        gegevens,
        eerder or [],
        beleid=BELEID,
        herkomst=Herkomst.HAND,
        reden=reden,
        door="x",
        nu=na(minuten),
        vandaag=VANDAAG,
    )


def test_all_that_is_wrong_in_a_result_at_once() -> None:
    fout = Uitslaggegevens(Resultaat.HAALBAAR, "31.5", "-1", VANDAAG + timedelta(days=1))
    with pytest.raises(Invoerfouten) as gevangen:
        vast(fout)
    assert [f.veld for f in gevangen.value.fouten] == [
        "behaalde_score",
        "benodigde_score",
        "datum_afname",
    ]


def test_a_correction_keeps_what_was_and_why() -> None:
    een = vast()
    assert een is not None
    assert vast(GOED, [een]) is None
    anders = replace(GOED, behaalde_score="27,00", resultaat=Resultaat.NIET_HAALBAAR)
    with pytest.raises(RedenNodig):
        vast(anders, [een])
    assert een.geldig
    twee = vast(anders, [een], "DUO herstelde de uitslag")
    assert twee is not None
    assert (een.geldig, een.behaalde_score) == (False, "31,00")
    assert (twee.geldig, twee.vervangt_id, twee.reden) == (True, een.id, "DUO herstelde de uitslag")
    assert geldende_uitslag([twee, een]) is twee


def test_two_results_from_two_laptops_one_counts_and_both_are_corrected_together() -> None:
    een, twee = vast(minuten=0), vast(replace(GOED, behaalde_score="30,00"), minuten=1)
    assert een is not None
    assert twee is not None
    assert geldende_uitslag([een, twee]) is twee
    drie = vast(GOED, [een, twee], "dubbel ingevuld", 2)
    assert drie is not None
    assert geldende_uitslag([een, twee, drie]) is drie
    assert [u.geldig for u in (een, twee)] == [False, False]


@pytest.mark.parametrize(
    ("resultaat", "score", "nodig", "dag", "zegt"),
    [
        (Resultaat.NIET_HAALBAAR, "28,00", "31,00", date(2023, 4, 11), "Vraag DUO"),
        (Resultaat.NIET_HAALBAAR, "30,00", "31,00", date(2022, 6, 1), "Vraag DUO"),
        (Resultaat.NIET_HAALBAAR, "27,00", "31,00", date(2023, 4, 11), None),
        (Resultaat.NIET_HAALBAAR, "31,00", "31,00", date(2023, 4, 11), "hoog genoeg"),
        (Resultaat.NIET_HAALBAAR, "28,00", "28,00", date(2023, 4, 12), "hoog genoeg"),
        (Resultaat.HAALBAAR, "28,00", "28,00", date(2023, 4, 12), None),
        (Resultaat.HAALBAAR, "27,00", "28,00", date(2024, 1, 1), "lager dan nodig"),
        (Resultaat.HAALBAAR, "30,00", "29,00", date(2024, 1, 1), "was 28 nodig"),
        (Resultaat.ONBEKEND, "0,00", "28,00", date(2024, 1, 1), None),
    ],
)
def test_what_is_worth_a_second_look(
    resultaat: Resultaat, score: str, nodig: str, dag: date, zegt: str | None
) -> None:
    zinnen = [str(m) for m in Uitslaggegevens(resultaat, score, nodig, dag).opvallend(BELEID)]
    assert ([zegt] if zegt else []) == [zegt for z in zinnen if zegt and zegt in z]
    assert bool(zinnen) == bool(zegt)


def test_a_result_of_coa_has_no_way_in() -> None:
    assert {h.value for h in Herkomst} == {"hand", "bestand"}


def test_skipped_says_why_and_who_decided() -> None:
    def over(reden: Overslagreden, **rest: object) -> Toetsoverslag:
        gegevens = {"door": "Carla", "op": VANDAAG, "vandaag": VANDAAG, **rest}
        return Toetsoverslag.nieuw(DOSSIER, reden, **gegevens)  # type: ignore[arg-type]

    assert over(Overslagreden.VISUEEL).door == "Carla"
    assert over(Overslagreden.AUDITIEF, toelichting="leest geen gebaren").toelichting
    with pytest.raises(RedenNodig, match="andere manier"):
        over(Overslagreden.AUDITIEF)
    for rest in ({"door": " "}, {"op": VANDAAG + timedelta(days=1)}):
        with pytest.raises(Invoerfout):
            over(Overslagreden.VISUEEL, **rest)


# Days and times


@pytest.mark.parametrize(
    ("kennisgeving", "brp", "uiterlijk", "wettelijk"),
    [
        (date(2026, 3, 2), date(2026, 4, 15), date(2026, 6, 24), date(2026, 6, 24)),
        (date(2026, 2, 20), date(2026, 1, 12), date(2026, 5, 1), date(2026, 5, 1)),
        (date(2026, 3, 16), date(2026, 3, 16), date(2026, 5, 25), date(2026, 5, 26)),
        (date(2026, 5, 16), date(2026, 5, 1), date(2026, 7, 25), date(2026, 7, 27)),
        (date(2026, 10, 17), date(2026, 10, 1), date(2026, 12, 26), date(2026, 12, 28)),
    ],
)
def test_the_worked_examples_of_when_the_pip_is_due(
    kennisgeving: date, brp: date, uiterlijk: date, wettelijk: date
) -> None:
    termijn = piptermijn(kennisgeving, brp, TERMIJNEN)
    assert termijn is not None
    assert (termijn.uiterlijk, termijn.termijn.wettelijk, termijn.voorlopig) == (
        uiterlijk,
        wettelijk,
        False,
    )
    assert termijn.dagen_over(uiterlijk + timedelta(days=2)) == -2


def test_a_term_that_misses_a_date_is_provisional_or_not_there() -> None:
    assert piptermijn(None, None, TERMIJNEN) is None
    half = piptermijn(date(2026, 3, 2), None, TERMIJNEN)
    assert half is not None
    assert (half.uiterlijk, half.voorlopig) == (date(2026, 5, 11), True)


def test_the_dutch_holidays_come_by_themselves() -> None:
    assert {f"{d:%m-%d}" for d, v in feestdagen(2026).items() if v.algemeen} == {
        "01-01", "04-03", "04-05", "04-06", "04-27", "05-14", "05-24", "05-25", "12-25", "12-26",
    }  # fmt: skip
    assert vrije_dag(date(2025, 4, 26)) is not None, "27 April was a Sunday"
    bevrijding = {jaar: vrije_dag(date(jaar, 5, 5)) for jaar in (2025, 2026)}
    assert [v is not None and v.algemeen for v in bevrijding.values()] == [True, False]


@pytest.mark.parametrize(
    ("tekst", "tijd"),
    [("9:30", "09:30"), ("9.30", "09:30"), ("0930", "09:30"), (" 14:05 ", "14:05")],
)
def test_a_time_as_people_type_it(tekst: str, tijd: str) -> None:
    assert lees_tijd("begin", tekst) == tijd


@pytest.mark.parametrize("tekst", ["", "9", "24:00", "12:60", "half tien", "12:5"])
def test_no_time(tekst: str) -> None:
    with pytest.raises(Invoerfout, match="uren en minuten"):
        lees_tijd("begin", tekst)


def test_the_nights_in_which_the_clock_changes() -> None:
    assert moment("begin", date(2026, 3, 29), "01:59") == datetime(2026, 3, 29, 0, 59, tzinfo=UTC)
    assert moment("begin", date(2026, 3, 29), "03:00") == datetime(2026, 3, 29, 1, 0, tzinfo=UTC)
    for tijd in ("02:00", "02:30", "02:59"):
        with pytest.raises(Invoerfout, match=r"bestaat .* niet"):
            moment("begin", date(2026, 3, 29), tijd)
        with pytest.raises(Invoerfout, match="twee keer"):
            moment("begin", date(2026, 10, 25), tijd)
    assert moment("begin", date(2026, 10, 25), "03:00") == datetime(2026, 10, 25, 2, tzinfo=UTC)


def gegevens(**rest: object) -> Sessiegegevens:
    basis = Sessiegegevens("r", "b", date(2026, 12, 1), "9.30", "11:00")
    return replace(basis, **rest)  # type: ignore[arg-type]


def test_a_sitting_has_a_uid_that_stays_and_a_sequence_that_rises() -> None:
    sessie = Toetssessie.nieuw(gegevens())
    uid = sessie.uid
    assert (sessie.begin, sessie.volgnummer) == ("09:30", 0)
    assert not sessie.wijzig(gegevens(tolk_taal="ti"))
    assert sessie.volgnummer == 0
    assert sessie.wijzig(gegevens(tolk_taal="ti", begin="10:00"))
    assert sessie.volgnummer == 1
    with pytest.raises(Invoerfout, match="niet doorgaat"):
        sessie.zeg_af(" ")
    sessie.zeg_af("storing")
    assert (sessie.volgnummer, sessie.status, sessie.uid) == (2, Sessiestatus.AFGEZEGD, uid)
    with pytest.raises(NogNietMogelijk):
        sessie.wijzig(gegevens())


@pytest.mark.parametrize(
    "fout", [{"einde": "09:00"}, {"einde": "09:30"}, {"begin": "x"}, {"einde": "25:00"}]
)
def test_no_sitting_at_all(fout: dict[str, str]) -> None:
    with pytest.raises(Invoerfout):
        Toetssessie.nieuw(gegevens(**fout))


def test_seats_taken_on_two_laptops_are_elements_of_their_own() -> None:
    sessie = Toetssessie.nieuw(gegevens())
    sessie.neem_plek("a")
    sessie.neem_plek("a")
    sessie.neem_plek("b")
    sessie.geef_plek_vrij("a")
    sessie.geef_plek_vrij("a")
    assert dict(sessie.bezet) == {"b": True}


@pytest.mark.parametrize(
    "maak",
    [
        lambda: Toetsruimte.nieuw(naam="Zaal", locatie_id="l", plekken=0),
        lambda: Toetsruimte.nieuw(naam=" ", locatie_id="l", plekken=2),
        lambda: Openingstijd.nieuw(locatie_id="l", weekdag=8),
        lambda: Openingstijd.nieuw(locatie_id="l", weekdag=1, van="17:00", tot="9:00"),
        lambda: Sluiting.nieuw(van=VANDAAG, tot=VANDAAG - timedelta(days=1)),
        lambda: Toetsbegeleider.nieuw(naam="A", certificaat_tot=VANDAAG),
    ],
)
def test_no_such_place_or_person(maak: object) -> None:
    with pytest.raises(Domeinfout):
        maak()  # type: ignore[operator]
