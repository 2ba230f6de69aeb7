"""A conflict in words: every field has a name, every value is said as a person would."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from desktop.models.dossier import Dossier, Huisgenoot, Relatie
from desktop.models.samenvoegen import journaalklasse
from desktop.models.veldwoorden import STIL, Naslag, _veldnamen, veldnaam, waardewoord, wanneer
from desktop.models.zitting import Deelnemer, Partij, Plaats, Zitting
from desktop.store import versies
from desktop.store.conflict import HELE_RIJ, Strijdpunt
from desktop.store.conflictwoorden import Conflictbeeld, Conflictwoorden
from desktop.store.projectie import gejournaalde_klassen, kolommen
from tests.store.conftest import Drie
from tests.store.laptops import Laptop, wissel

ONVERANDERLIJK = {"vragenlijstversie", "raadpleging"}
"""Written once, and never changed by anybody."""

NASLAG = Naslag(talen={"ti": "Tigrinya"}, gemeenten={"0171": "Noordoostpolder"})


def beeld(laptop: Laptop) -> Conflictbeeld:
    with laptop.store.lees() as sessie:
        (conflict,) = versies.conflicten(sessie)
        return Conflictwoorden(laptop.store, sessie, NASLAG).beeld(conflict)


def zegt(laptop: Laptop) -> list[list[str]]:
    return [[regel.tekst for regel in versie.regels] for versie in beeld(laptop).versies]


@pytest.mark.parametrize("entiteit", sorted(gejournaalde_klassen().keys() - ONVERANDERLIJK))
def test_every_field_that_can_differ_has_a_name(entiteit: str) -> None:
    namen = _veldnamen()
    klasse = gejournaalde_klassen()[entiteit]
    for kolom, _kolom in kolommen(klasse):
        if kolom in STIL or kolom in journaalklasse(klasse).BIJZAAK or entiteit == "antwoord":
            continue
        assert kolom in namen or f"{entiteit}.{kolom}" in namen, f"{entiteit}.{kolom}"


@pytest.mark.parametrize("entiteit", sorted(gejournaalde_klassen().keys() - ONVERANDERLIJK))
def test_every_thing_has_a_title(drie: Drie, entiteit: str) -> None:
    anneke, *_ = drie
    punt = Strijdpunt(entiteit, "x", None, "", HELE_RIJ, HELE_RIJ, {"vraag_code": "SP03"})
    with anneke.store.lees() as sessie:
        woorden = Conflictwoorden(anneke.store, sessie, NASLAG)
        assert woorden.titel(punt) not in ("", "Een gegeven")
        assert woorden.onderwerp(punt)


def test_a_thing_of_a_later_version_has_some_title(drie: Drie) -> None:
    assert veldnaam("leerroute", "begin_datum") == "Begin datum"
    assert waardewoord("leerroute", "begin_datum", "2027", NASLAG) == "2027"


@pytest.mark.parametrize(
    ("entiteit", "kolom", "waarde", "woord"),
    [
        ("dossier", "datum_brp", "2026-03-01", "01-03-2026"),
        ("dossier", "geboortedatum", "1990-05", "mei 1990"),
        ("dossier", "spreektaal", "ti", "Tigrinya"),
        ("dossier", "spreektaal", "Tigre", "Tigre"),
        ("dossier", "gemeente", "0171", "Noordoostpolder"),
        ("dossier", "nationaliteit", "SD", "Soedan"),
        ("dossier", "alfabetisering", "AA", "Leest een ander schrift (AA)"),
        ("dossier", "klantmanager_id", "gone", "Onbekend"),
        ("dossier", "adres", None, ""),
        ("huisgenoot", "relatie", "broer of zus", "Broer of zus"),
        ("huisgenoot", "geboortejaar", 2015, "2015"),
        ("zitting", "tolk_verstaan", False, "Nee"),
        ("zitting", "plaats", "a-new-place", "a-new-place"),
        ("brede_intake", "fase", "gesloten", "Afgerond"),
    ],
)
def test_a_value_in_words(entiteit: str, kolom: str, waarde: object, woord: str) -> None:
    assert waardewoord(entiteit, kolom, waarde, NASLAG) == woord


def test_a_moment_in_the_netherlands() -> None:
    moment = datetime(2026, 11, 23, 9, 5, tzinfo=UTC)
    assert wanneer(moment) == "maandag 23 november, 10:05"
    assert wanneer(moment, date(2026, 12, 1)) == "maandag 23 november, 10:05"
    assert wanneer(moment, date(2027, 1, 2)) == "maandag 23 november 2026, 10:05"
    assert wanneer(datetime(2026, 7, 1, 22, 30, tzinfo=UTC)) == "donderdag 2 juli, 00:30"


def test_who_becomes_klantmanager_is_a_name(drie: Drie) -> None:
    anneke, piet, samira = drie
    id_ = anneke.dossier()
    wissel(*drie)
    anneke.zet(Dossier, id_, klantmanager_id=samira.store.gebruiker_id)
    piet.later(minutes=1)
    piet.zet(Dossier, id_, klantmanager_id=piet.store.gebruiker_id)
    wissel(*drie)
    assert zegt(anneke) == [["Piet Jansen"], ["Samira Haddad"]]
    assert beeld(anneke).titel == "Klantmanager"
    assert beeld(anneke).gevolgen[0].zin.startswith("Wie het dossier ziet")


def test_an_emptied_field_says_so(drie: Drie) -> None:
    anneke, piet, _ = drie
    id_ = anneke.dossier()
    anneke.zet(Dossier, id_, adres="azc")
    wissel(*drie)
    anneke.zet(Dossier, id_, adres=None)
    piet.later(minutes=1)
    piet.zet(Dossier, id_, adres="Urk")
    wissel(*drie)
    assert zegt(anneke) == [["Urk"], ["Niet ingevuld"]]


def test_not_knowing_and_an_answer(drie: Drie) -> None:
    anneke, piet, _ = drie
    intake = anneke.intake(anneke.dossier())
    wissel(*drie)
    anneke.weet_niet(intake, "SP03")
    piet.later(minutes=1)
    piet.antwoord(intake, "SP03", "soms")
    wissel(*drie)
    assert zegt(anneke) == [["Soms"], ["Weet ik niet"]]
    assert [versie.hoe for versie in beeld(anneke).versies] == ["Aangewezen", "Via de tolk"]


def test_a_score_shows_its_reason(drie: Drie) -> None:
    anneke, piet, _ = drie
    intake = anneke.intake(anneke.dossier())
    code = next(v.code for v in anneke.store.lijst.domein("WO").vragen if v.type.value == "scale")
    wissel(*drie)
    for laptop, score in ((anneke, "2"), (piet, "4")):
        laptop.later(minutes=1)
        laptop.antwoord(intake, code, score)
        vraag = laptop.store.lijst.vragen[code]
        laptop.doe(intake, lambda i, v=vraag, s=score: i.motiveer(v, f"Omdat {s}."))
    wissel(*drie)
    assert {tuple(versie) for versie in zegt(anneke)} == {
        ("Lukt niet", "Omdat 2."),
        ("Lukt met soms hulp", "Omdat 4."),
    }
    assert [g.zin for g in beeld(anneke).gevolgen] == [
        "Deze score staat in de samenvatting en in de figuur daarbij."
    ]


def test_a_score_that_stands_is_named_with_another_answer(drie: Drie) -> None:
    anneke, piet, _ = drie
    intake = anneke.intake(anneke.dossier())
    code = next(v.code for v in anneke.store.lijst.domein("SP").vragen if v.type.value == "scale")
    anneke.antwoord(intake, code, "4")
    wissel(*drie)
    anneke.antwoord(intake, "SP03", "soms")
    piet.antwoord(intake, "SP03", "elke-dag")
    wissel(*drie)
    assert [g.zin for g in beeld(piet).gevolgen] == [
        "De score van Sociale participatie: ‘Lukt met soms hulp’. Kijk of die nog past."
    ]


def test_day_and_time_of_a_talk_are_one_decision(drie: Drie) -> None:
    anneke, piet, _ = drie
    intake = anneke.intake(anneke.dossier(), geopend=False)
    zitting: Zitting = anneke.doe(intake, lambda i: i.plan_zitting(date(2026, 11, 30)))
    wissel(*drie)
    anneke.zet(Zitting, zitting.id, tijd="09:30", plaats=Plaats.AZC)
    piet.later(minutes=1)
    piet.zet(Zitting, zitting.id, datum=date(2026, 12, 1), tijd="14:00")
    wissel(*drie)
    assert beeld(anneke).titel == "Dag en tijd van het gesprek"
    assert zegt(anneke) == [["01-12-2026", "14:00"], ["30-11-2026", "09:30"]]
    assert anneke.lees(Zitting, zitting.id, "plaats") is Plaats.AZC


def test_what_was_added_to_a_deleted_talk_is_named(drie: Drie) -> None:
    anneke, piet, _ = drie
    intake = anneke.intake(anneke.dossier(), geopend=False)
    zitting: Zitting = anneke.doe(intake, lambda i: i.plan_zitting(date(2026, 11, 30)))
    wissel(*drie)
    with anneke.store.work() as work:
        work.verwijder(work.get(Zitting, zitting.id))
    piet.later(minutes=1)
    with piet.store.work() as work:
        nieuw: Deelnemer = work.get(Zitting, zitting.id).nodig_uit(Partij.ANDERS)
        nieuw.naam = "Mevrouw Bakker"
    wissel(*drie)
    gevolg = beeld(anneke).gevolgen[0]
    assert gevolg.zin == "Als je het houdt, komt ook terug:"
    (punt,) = gevolg.punten
    assert punt.startswith("Deelnemer aan het gesprek (Iemand anders, Mevrouw Bakker), van Piet")
    assert zegt(anneke)[0][0] == "Houden"
    assert zegt(anneke)[1] == ["Weghalen"]


def test_lines_that_differ_are_marked(drie: Drie) -> None:
    anneke, piet, _ = drie
    dossier = anneke.dossier()
    kind = Huisgenoot(dossier_id=dossier, naam="Sami", relatie=Relatie.KIND, geboortejaar=2015)
    with anneke.store.work() as work:
        work.voeg_toe(kind)
    wissel(*drie)
    anneke.zet(Huisgenoot, kind.id, naam="Samir")
    piet.zet(Huisgenoot, kind.id, naam="Sara")
    wissel(*drie)
    for versie in beeld(anneke).versies:
        assert [(regel.kop, regel.anders) for regel in versie.regels] == [
            ("Naam", True),
            ("Relatie", False),
            ("Geboortejaar", False),
        ]


def test_two_who_said_the_same_stand_on_one_card(drie: Drie) -> None:
    anneke, piet, samira = drie
    id_ = anneke.dossier()
    wissel(*drie)
    for laptop, adres in ((anneke, "Urk"), (piet, "Ens"), (samira, "Urk")):
        laptop.later(minutes=1)
        laptop.zet(Dossier, id_, adres=adres)
    wissel(*drie)
    wie = {versie.regels[0].tekst: set(versie.wie) for versie in beeld(anneke).versies}
    assert wie == {"Urk": {"Anneke de Boer", "Samira Haddad"}, "Ens": {"Piet Jansen"}}


def test_a_list_of_questions_that_never_came_is_no_reason_to_fail(drie: Drie) -> None:
    anneke, piet, _ = drie
    intake = anneke.intake(anneke.dossier())
    wissel(*drie)
    anneke.antwoord(intake, "SP03", "soms")
    piet.antwoord(intake, "SP03", "elke-dag")
    wissel(*drie)
    with piet.store._motor.begin() as verbinding:
        verbinding.exec_driver_sql("UPDATE brede_intake SET vragenlijst = 'another'")
    assert beeld(piet).titel == "Vraag SP03: Hoe vaak hoor of spreek je Nederlands?"
