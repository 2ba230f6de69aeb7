"""A conflict: that it comes up, what everybody said, and that a choice ends it everywhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from desktop.models.antwoord import Antwoord, Antwoordstatus, Notitie, Notitiesoort, Wijze
from desktop.models.basis import Stroomklasse
from desktop.models.dossier import Dossier, Huisgenoot, Medewerker, Relatie, Rol
from desktop.models.fouten import NogNietMogelijk
from desktop.models.intake import BredeIntake
from desktop.models.intakedelen import Domeinoverslag
from desktop.models.wijziging import Wijziging
from desktop.models.zitting import Deelnemer, Partij, Zitting
from desktop.store import ruimen, samen, versies
from tests.store.conftest import Drie
from tests.store.laptops import Laptop, beeld, breng, rijen, van, wissel


def kies(laptop: Laptop, auteur: str) -> None:
    """Chooses what this colleague said, in the only conflict."""
    conflict = laptop.conflict()
    samen.kies(laptop.store, conflict, van(conflict, auteur))


def gedeeld_dossier(drie: Drie) -> str:
    anneke, *anderen = drie
    id_ = anneke.dossier()
    wissel(anneke, *anderen)
    return id_


def gedeelde_intake(drie: Drie) -> str:
    anneke, *anderen = drie
    id_ = anneke.intake(anneke.dossier())
    wissel(anneke, *anderen)
    return id_


# One field


def test_a_field_that_two_people_changed_keeps_both_values(drie: Drie) -> None:
    anneke, piet, _ = drie
    id_ = gedeeld_dossier(drie)
    anneke.zet(Dossier, id_, adres="azc Luttelgeest")
    piet.later(minutes=5)
    piet.zet(Dossier, id_, adres="Zuiderkade 3")
    wissel(*drie)
    for laptop in drie:
        conflict = laptop.conflict()
        assert (conflict.entiteit, conflict.rij, conflict.dossier) == ("dossier", id_, id_)
        assert conflict.dossiernaam == "Tesfay Gebremedhin"
        assert conflict.eenheid == {"adres"}
        assert not conflict.beide_kan
        assert [v.auteur for v in conflict.versies] == ["Piet Jansen", "Anneke de Boer"]
        assert van(conflict, "Anneke de Boer").waarden == {"adres": "azc Luttelgeest"}
        assert van(conflict, "Piet Jansen").waarden == {"adres": "Zuiderkade 3"}
        assert [v.getoond for v in conflict.versies] == [True, False]
        assert laptop.lees(Dossier, id_, "adres") == "Zuiderkade 3"
        newest, oldest = conflict.versies
        assert newest.moment - oldest.moment > timedelta(minutes=4)


def test_a_choice_ends_the_conflict_on_every_laptop(drie: Drie) -> None:
    anneke, piet, samira = drie
    id_ = gedeeld_dossier(drie)
    anneke.zet(Dossier, id_, adres="azc Luttelgeest")
    piet.later(minutes=5)
    piet.zet(Dossier, id_, adres="Zuiderkade 3")
    wissel(*drie)
    kies(samira, "Anneke de Boer")
    assert samira.aantal() == 0
    assert anneke.aantal() == 1, "nothing was exchanged yet"
    wissel(*drie)
    for laptop in drie:
        assert laptop.conflicten() == []
        assert laptop.lees(Dossier, id_, "adres") == "azc Luttelgeest"
    assert beeld(anneke.store) == beeld(piet.store) == beeld(samira.store)


def test_the_same_value_twice_is_no_conflict(drie: Drie) -> None:
    anneke, piet, _ = drie
    id_ = gedeeld_dossier(drie)
    for laptop in (anneke, piet):
        laptop.zet(Dossier, id_, adres="Zuiderkade 3")
    wissel(*drie)
    assert anneke.conflicten() == []
    # And going on from there is one value again.
    piet.zet(Dossier, id_, adres="Urk")
    wissel(*drie)
    assert anneke.conflicten() == []
    assert len(anneke.store.koppen("dossier", id_).koppen["adres"]) == 1


def test_fields_that_different_people_changed_merge(drie: Drie) -> None:
    anneke, piet, _ = drie
    id_ = gedeeld_dossier(drie)
    anneke.zet(Dossier, id_, adres="Zuiderkade 3")
    piet.zet(Dossier, id_, telefoon="0612345678")
    wissel(*drie)
    assert anneke.conflicten() == []
    assert anneke.lees(Dossier, id_, "telefoon") == "0612345678"


def test_two_fields_of_one_dossier_are_two_decisions(drie: Drie) -> None:
    anneke, piet, _ = drie
    id_ = gedeeld_dossier(drie)
    anneke.zet(Dossier, id_, adres="a", dialect="b")
    piet.zet(Dossier, id_, adres="c", dialect="d")
    wissel(*drie)
    assert {min(c.eenheid) for c in anneke.conflicten()} == {"adres", "dialect"}
    with anneke.store.lees() as sessie:
        assert versies.aantal(sessie) == versies.aantal(sessie, id_) == 2
        assert versies.aantal(sessie, "another") == 0
        assert versies.per_dossier(sessie) == {id_: 2}


def test_an_emptied_field_against_a_value(drie: Drie) -> None:
    anneke, piet, _ = drie
    id_ = gedeeld_dossier(drie)
    anneke.zet(Dossier, id_, adres="azc")
    wissel(*drie)
    anneke.zet(Dossier, id_, adres=None)
    piet.zet(Dossier, id_, adres="Urk")
    wissel(*drie)
    assert van(anneke.conflict(), "Anneke de Boer").waarden == {}
    kies(anneke, "Anneke de Boer")
    assert anneke.lees(Dossier, id_, "adres") is None


def test_three_versions_and_two_who_say_the_same(drie: Drie) -> None:
    anneke, piet, samira = drie
    id_ = gedeeld_dossier(drie)
    for laptop, adres in ((anneke, "Urk"), (piet, "Nagele"), (samira, "Ens")):
        laptop.zet(Dossier, id_, adres=adres)
    wissel(*drie)
    assert {v.waarden["adres"] for v in anneke.conflict().versies} == {"Urk", "Nagele", "Ens"}
    kies(piet, "Samira Haddad")
    wissel(*drie)
    assert anneke.lees(Dossier, id_, "adres") == "Ens"
    assert anneke.conflicten() == []
    for laptop, adres in ((anneke, "Urk"), (piet, "Nagele"), (samira, "Urk")):
        laptop.zet(Dossier, id_, adres=adres)
    wissel(*drie)
    conflict = anneke.conflict()
    assert len(conflict.versies) == 2
    (urk,) = [v for v in conflict.versies if v.waarden["adres"] == "Urk"]
    assert {urk.auteur, *urk.ook} == {"Anneke de Boer", "Samira Haddad"}


def test_two_windows_of_one_person_make_two_versions(drie: Drie) -> None:
    anneke, *_ = drie
    id_ = anneke.dossier()
    gezien = anneke.store.koppen("dossier", id_)
    anneke.zet(Dossier, id_, adres="Urk")
    with anneke.store.work(gezien) as work:
        work.get(Dossier, id_).adres = "Nagele"
    assert {v.waarden["adres"] for v in anneke.conflict().versies} == {"Urk", "Nagele"}


# A choice and what came in since


def test_what_came_after_the_screen_was_opened_is_a_new_conflict(drie: Drie) -> None:
    anneke, piet, samira = drie
    id_ = gedeeld_dossier(drie)
    anneke.zet(Dossier, id_, adres="Urk")
    piet.zet(Dossier, id_, adres="Nagele")
    wissel(*drie)
    op_het_scherm = anneke.conflict()
    piet.zet(Dossier, id_, adres="Ens")  # Piet saw both, and typed something else
    wissel(*drie)
    samen.kies(anneke.store, op_het_scherm, van(op_het_scherm, "Anneke de Boer"))
    wissel(*drie)
    assert {v.waarden["adres"] for v in samira.conflict().versies} == {"Urk", "Ens"}


def test_choosing_what_a_colleague_chose_already_writes_nothing(drie: Drie) -> None:
    anneke, piet, _ = drie
    id_ = gedeeld_dossier(drie)
    anneke.zet(Dossier, id_, adres="Urk")
    piet.zet(Dossier, id_, adres="Nagele")
    wissel(*drie)
    op_het_scherm = anneke.conflict()
    kies(piet, "Piet Jansen")
    wissel(*drie)
    aantal = len(rijen(anneke.store))
    samen.kies(anneke.store, op_het_scherm, van(op_het_scherm, "Piet Jansen"))
    assert len(rijen(anneke.store)) == aantal
    assert anneke.conflicten() == []


def test_two_people_who_choose_differently_are_in_conflict_again(drie: Drie) -> None:
    anneke, piet, _ = drie
    id_ = gedeeld_dossier(drie)
    anneke.zet(Dossier, id_, adres="Urk")
    piet.zet(Dossier, id_, adres="Nagele")
    wissel(*drie)
    kies(anneke, "Piet Jansen")
    kies(piet, "Anneke de Boer")
    wissel(*drie)
    assert {v.waarden["adres"] for v in anneke.conflict().versies} == {"Urk", "Nagele"}
    assert van(anneke.conflict(), "Piet Jansen").waarden == {"adres": "Urk"}


def test_another_version_can_be_chosen_after_all(drie: Drie) -> None:
    anneke, piet, _ = drie
    id_ = gedeeld_dossier(drie)
    anneke.zet(Dossier, id_, adres="Urk")
    piet.zet(Dossier, id_, adres="Nagele")
    wissel(*drie)
    conflict = anneke.conflict()
    daarna = samen.kies(anneke.store, conflict, van(conflict, "Anneke de Boer"))
    samen.kies(anneke.store, daarna, van(daarna, "Piet Jansen"))
    wissel(*drie)
    assert anneke.conflicten() == []
    assert piet.lees(Dossier, id_, "adres") == "Nagele"


def test_after_a_choice_what_came_in_between_is_not_taken_as_seen(drie: Drie) -> None:
    anneke, piet, _ = drie
    id_ = gedeeld_dossier(drie)
    anneke.zet(Dossier, id_, adres="Urk")
    piet.zet(Dossier, id_, adres="Nagele")
    wissel(*drie)
    conflict = anneke.conflict()
    piet.zet(Dossier, id_, adres="Ens")
    wissel(*drie)
    daarna = samen.kies(anneke.store, conflict, van(conflict, "Anneke de Boer"))
    samen.kies(anneke.store, daarna, van(daarna, "Piet Jansen"))
    assert {v.waarden["adres"] for v in anneke.conflict().versies} == {"Nagele", "Ens"}


def test_nothing_is_chosen_in_an_erased_dossier(drie: Drie) -> None:
    anneke, piet, _ = drie
    id_ = gedeeld_dossier(drie)
    anneke.zet(Dossier, id_, adres="Urk")
    piet.zet(Dossier, id_, adres="Nagele")
    wissel(*drie)
    conflict = anneke.conflict()
    with anneke.store.neem_op() as inkomst:
        ruimen.wis_dossier(inkomst.verbinding, "0171", id_, 1, "2026-11-23")
    assert anneke.aantal() == 0
    aantal = len(rijen(anneke.store))
    with pytest.raises(NogNietMogelijk):
        samen.kies(anneke.store, conflict, conflict.versies[0])
    assert len(rijen(anneke.store)) == aantal


def test_who_may_not_write_it_does_not_choose(drie: Drie) -> None:
    anneke, piet, _ = drie
    intake = gedeelde_intake(drie)
    anneke.antwoord(intake, "SP03", "soms")
    piet.antwoord(intake, "SP03", "elke-dag")
    wissel(*drie)
    conflict = anneke.conflict()
    assert conflict.klassen == {Stroomklasse.SOCIAAL}
    anneke.zet(Medewerker, anneke.store.gebruiker_id or "", rol=Rol.LEIDINGGEVENDE)
    with anneke.store.lees() as sessie:
        assert not samen.mag_kiezen(sessie, conflict, anneke.store.gebruiker_id)
        assert samen.mag_kiezen(sessie, conflict, piet.store.gebruiker_id)
        assert not samen.mag_kiezen(sessie, conflict, None)
    with pytest.raises(NogNietMogelijk):
        samen.kies(anneke.store, conflict, conflict.versies[0])
    assert anneke.aantal() == 1


def test_conflicts_that_come_and_go_are_announced(drie: Drie) -> None:
    anneke, piet, _ = drie
    id_ = gedeeld_dossier(drie)
    anneke.zet(Dossier, id_, adres="Urk")
    piet.zet(Dossier, id_, adres="Nagele")
    gehoord: list[dict[str, frozenset[str]]] = []
    anneke.store.gewijzigd.verbind(lambda wat: gehoord.append(dict(wat)))
    breng(anneke.store, rijen(piet.store))
    assert gehoord.pop()["conflict"] == {id_}
    kies(anneke, "Anneke de Boer")
    assert gehoord.pop()["conflict"] == {id_}
    # Also when it ends by typing something else.
    piet.zet(Dossier, id_, adres="Ens")
    breng(anneke.store, rijen(piet.store))
    assert gehoord.pop()["conflict"] == {id_}
    anneke.zet(Dossier, id_, adres="Tollebeek")
    assert gehoord.pop()["conflict"] == {id_}


# Answers


def test_single_choice_by_two_people(drie: Drie) -> None:
    anneke, piet, _ = drie
    intake = gedeelde_intake(drie)
    anneke.antwoord(intake, "SP03", "soms", wijze=Wijze.TOLK)
    piet.later(minutes=1)
    piet.antwoord(intake, "SP03", "elke-dag")
    wissel(*drie)
    conflict = anneke.conflict()
    assert conflict.gedeeld["vraag_code"] == "SP03"
    assert conflict.gedeeld["intake_id"] == intake
    haar = van(conflict, "Anneke de Boer").waarden
    assert (haar["enkel"], haar["wijze"], haar["bevestigd"]) == ("soms", "tolk", True)
    assert van(conflict, "Piet Jansen").waarden["wijze"] == "gewezen"
    assert not conflict.beide_kan
    with pytest.raises(NogNietMogelijk):
        samen.houd_beide(anneke.store, conflict)
    kies(anneke, "Anneke de Boer")
    wissel(*drie)
    for laptop in drie:
        assert laptop.opties(intake, "SP03") == ("soms",)
        assert laptop.conflicten() == []
        wijze = laptop.lees(Antwoord, Antwoord.id_van(intake, "SP03"), "wijze")
        assert wijze is Wijze.TOLK, "how it was answered comes with the answer"


def test_multi_answers_merge_by_element(drie: Drie) -> None:
    anneke, piet, _ = drie
    intake = gedeelde_intake(drie)
    anneke.antwoord(intake, "WO05", "bed", "lamp")
    wissel(*drie)
    anneke.antwoord(intake, "WO05", "bed", "lamp", "tafel")
    piet.antwoord(intake, "WO05", "lamp", "internet")
    wissel(*drie)
    assert anneke.conflicten() == []
    assert set(anneke.opties(intake, "WO05")) == {"lamp", "tafel", "internet"}


def test_not_knowing_against_a_choice(drie: Drie) -> None:
    anneke, piet, _ = drie
    intake = gedeelde_intake(drie)
    anneke.weet_niet(intake, "SP03")
    piet.antwoord(intake, "SP03", "soms")
    wissel(*drie)
    assert van(anneke.conflict(), "Anneke de Boer").waarden["status"] == "weet_niet"
    assert "enkel" not in van(anneke.conflict(), "Anneke de Boer").waarden
    kies(piet, "Anneke de Boer")
    wissel(*drie)
    assert anneke.status(intake, "SP03") is Antwoordstatus.WEET_NIET
    assert anneke.opties(intake, "SP03") == ()
    assert anneke.conflicten() == []


def test_a_contradiction_without_double_heads(drie: Drie) -> None:
    anneke, piet, samira = drie
    intake = gedeelde_intake(drie)
    samira.antwoord(intake, "WO05", "bed")
    wissel(*drie)
    anneke.weet_niet(intake, "WO05")
    piet.antwoord(intake, "WO05", "bed", "lamp")
    wissel(*drie)
    koppen = anneke.store.koppen("antwoord", Antwoord.id_van(intake, "WO05")).koppen
    assert all(len(k) == 1 for veld, k in koppen.items() if veld == "status" or ":" in veld)
    conflict = anneke.conflict()
    assert {v.auteur for v in conflict.versies} == {"Anneke de Boer", "Piet Jansen"}, (
        "what both of them changed is nobody's side"
    )
    haar, zijn = van(conflict, "Anneke de Boer").waarden, van(conflict, "Piet Jansen").waarden
    assert haar["status"] == "weet_niet"
    assert not any(veld.startswith("keuzes:") for veld in haar)
    assert {veld for veld in zijn if veld.startswith("keuzes:")} == {"keuzes:bed", "keuzes:lamp"}
    kies(samira, "Piet Jansen")
    wissel(*drie)
    assert set(anneke.opties(intake, "WO05")) == {"bed", "lamp"}
    assert anneke.status(intake, "WO05") is Antwoordstatus.BEANTWOORD
    assert anneke.conflicten() == []


def test_an_option_that_came_after_the_screen_was_opened_is_not_lost(drie: Drie) -> None:
    anneke, piet, samira = drie
    intake = gedeelde_intake(drie)
    samira.antwoord(intake, "WO05", "bed")
    wissel(*drie)
    anneke.weet_niet(intake, "WO05")
    piet.antwoord(intake, "WO05", "bed", "lamp")
    wissel(anneke, samira)
    breng(anneke.store, rijen(piet.store))
    op_het_scherm = anneke.conflict()
    piet.antwoord(intake, "WO05", "bed", "lamp", "tafel")
    breng(anneke.store, rijen(piet.store))
    anneke.later(hours=1)
    samen.kies(anneke.store, op_het_scherm, van(op_het_scherm, "Piet Jansen"))
    assert set(anneke.opties(intake, "WO05")) == {"bed", "lamp", "tafel"}


def test_nothing_beside_something_is_a_contradiction(drie: Drie) -> None:
    anneke, piet, _ = drie
    intake = gedeelde_intake(drie)
    anneke.antwoord(intake, "WO05", "niets")
    piet.antwoord(intake, "WO05", "bed")
    wissel(*drie)
    assert len(anneke.conflict().versies) == 2
    kies(anneke, "Anneke de Boer")
    wissel(*drie)
    assert piet.opties(intake, "WO05") == ("niets",)
    assert piet.conflicten() == []


def test_a_version_is_the_whole_answer_of_one_person(drie: Drie) -> None:
    """Parts that somebody filled in beside another choice are not mixed into it."""
    anneke, piet, _ = drie
    intake = gedeelde_intake(drie)
    anneke.antwoord(intake, "SP10", "goed")
    anneke.antwoord(intake, "SP10", "goed", delen={"waardoor": "De buren helpen."})
    piet.later(minutes=1)
    piet.antwoord(intake, "SP10", "slecht")
    wissel(*drie)
    conflict = anneke.conflict()
    assert van(conflict, "Anneke de Boer").waarden["delen:waardoor"] == "De buren helpen."
    assert "delen:waardoor" not in van(conflict, "Piet Jansen").waarden
    assert not any(v.getoond for v in conflict.versies), "what stands there is a mixture"
    assert (conflict.nu["enkel"], conflict.nu["delen:waardoor"]) == ("slecht", "De buren helpen.")
    kies(piet, "Piet Jansen")
    wissel(*drie)
    assert anneke.lees(Antwoord, conflict.rij, "delen") == {}
    assert anneke.opties(intake, "SP10") == ("slecht",)


def test_what_both_had_seen_is_in_both_versions(drie: Drie) -> None:
    anneke, piet, _ = drie
    intake = gedeelde_intake(drie)
    anneke.antwoord(intake, "SP10", "gaat")
    anneke.antwoord(intake, "SP10", "gaat", delen={"waardoor": "Het is stil."})
    wissel(*drie)
    anneke.antwoord(intake, "SP10", "goed", delen={"waardoor": "Het is stil."})
    piet.antwoord(intake, "SP10", "slecht", delen={"waardoor": "Het is stil."})
    wissel(*drie)
    for versie in anneke.conflict().versies:
        assert versie.waarden["delen:waardoor"] == "Het is stil."


def test_an_answer_given_anew_after_the_conflict_ends_it(drie: Drie) -> None:
    anneke, piet, _ = drie
    intake = gedeelde_intake(drie)
    anneke.antwoord(intake, "SP03", "soms")
    piet.antwoord(intake, "SP03", "elke-dag")
    wissel(*drie)
    anneke.antwoord(intake, "SP03", "bijna-nooit")
    wissel(*drie)
    assert piet.conflicten() == []
    assert piet.opties(intake, "SP03") == ("bijna-nooit",)


def test_who_confirmed_and_when_never_conflicts(drie: Drie) -> None:
    anneke, piet, _ = drie
    intake = gedeelde_intake(drie)
    anneke.antwoord(intake, "SP03", "soms", wijze=Wijze.TOLK)
    piet.antwoord(intake, "SP03", "soms", wijze=Wijze.NEDERLANDS)
    wissel(*drie)
    assert anneke.conflicten() == []


def test_a_choice_stays_in_the_stream_of_its_class(drie: Drie) -> None:
    anneke, piet, _ = drie
    intake = gedeelde_intake(drie)
    for laptop, keuze in ((anneke, "goed"), (piet, "slecht")):
        laptop.doe(
            intake,
            lambda i, lap=laptop: i.meld_alleen(True, door=None, nu=lap.store.nu()),
        )
        laptop.antwoord(intake, "FG01", keuze)
    wissel(*drie)
    kies(anneke, "Anneke de Boer")
    with anneke.store.lees() as sessie:
        stromen = set(
            sessie.scalars(
                sa.select(Wijziging.stroom).where(Wijziging.rij == Antwoord.id_van(intake, "FG01"))
            )
        )
    assert stromen == {"0171:gezondheid"}


# Notes and lists


def notities(laptop: Laptop) -> list[tuple[str, str]]:
    with laptop.store.lees() as sessie:
        return sorted((n.tekst, n.soort.value) for n in sessie.scalars(sa.select(Notitie)))


def twee_notities(drie: Drie) -> str:
    anneke, piet, _ = drie
    intake = gedeelde_intake(drie)
    notitie = anneke.noteer(intake, "Woont klein.")
    wissel(*drie)
    anneke.noteer(intake, "Woont klein, met zijn broer.", notitie_id=notitie)
    piet.later(minutes=1)
    piet.noteer(intake, "Woont klein. Zoekt iets anders.", notitie_id=notitie)
    wissel(*drie)
    return intake


def test_one_text_of_a_note_is_chosen(drie: Drie) -> None:
    anneke, piet, _ = drie
    twee_notities(drie)
    assert anneke.conflict().beide_kan
    kies(anneke, "Anneke de Boer")
    wissel(*drie)
    assert notities(piet) == [("Woont klein, met zijn broer.", "gewoon")]
    assert piet.conflicten() == []


def test_both_notes_stay(drie: Drie) -> None:
    anneke, piet, samira = drie
    twee_notities(drie)
    samen.houd_beide(samira.store, samira.conflict())
    wissel(*drie)
    beide = [
        ("Woont klein, met zijn broer.", "gewoon"),
        ("Woont klein. Zoekt iets anders.", "gewoon"),
    ]
    for laptop in drie:
        assert notities(laptop) == beide
        assert laptop.conflicten() == []
    with anneke.store.lees() as sessie:
        auteurs = {n.tekst: n.door for n in sessie.scalars(sa.select(Notitie))}
    assert auteurs["Woont klein, met zijn broer."] == anneke.store.gebruiker_id
    assert auteurs["Woont klein. Zoekt iets anders."] == piet.store.gebruiker_id


def test_two_people_who_both_keep_both_keep_them_once(drie: Drie) -> None:
    anneke, piet, _ = drie
    twee_notities(drie)
    for laptop in (anneke, piet):
        samen.houd_beide(laptop.store, laptop.conflict())
    wissel(*drie)
    assert len(notities(anneke)) == 2
    assert anneke.conflicten() == []


def test_a_note_that_one_shielded_and_another_changed(drie: Drie) -> None:
    anneke, piet, samira = drie
    intake = gedeelde_intake(drie)
    notitie = anneke.noteer(intake, "Is bang.")
    wissel(*drie)
    anneke.noteer(
        intake, "Is bang voor zijn oom.", soort=Notitiesoort.AFGESCHERMD, notitie_id=notitie
    )
    piet.later(minutes=1)
    piet.noteer(intake, "Is bang, zegt hij.", notitie_id=notitie)
    wissel(*drie)
    assert samira.conflict().hele_rij
    kies(samira, "Anneke de Boer")
    wissel(*drie)
    assert notities(piet) == [("Is bang voor zijn oom.", "afgeschermd")]
    assert piet.conflicten() == []


def test_both_texts_of_a_shielded_note_stay_shielded(drie: Drie) -> None:
    anneke, piet, samira = drie
    intake = gedeelde_intake(drie)
    afgeschermd = Notitiesoort.AFGESCHERMD
    notitie = anneke.noteer(intake, "Is bang.", soort=afgeschermd)
    wissel(*drie)
    anneke.noteer(intake, "Voor zijn oom.", soort=afgeschermd, notitie_id=notitie)
    piet.later(minutes=1)
    piet.noteer(intake, "Is bang, zegt hij.", soort=afgeschermd, notitie_id=notitie)
    wissel(*drie)
    assert samira.conflict().klassen == {Stroomklasse.AFGESCHERMD}
    samen.houd_beide(samira.store, samira.conflict())
    assert notities(samira) == [
        ("Is bang, zegt hij.", "afgeschermd"),
        ("Voor zijn oom.", "afgeschermd"),
    ]
    mijn = [rij for rij in rijen(samira.store) if rij[11] == eigen_id(samira)]
    assert len(mijn) > 5
    assert {rij[1] for rij in mijn} == {"0171:afgeschermd"}


def eigen_id(laptop: Laptop) -> str:
    with laptop.store.lees() as sessie:
        return str(sessie.scalar(sa.text("SELECT id FROM apparaat")))


def test_members_of_the_household_are_decided_as_a_whole_or_both_kept(drie: Drie) -> None:
    anneke, piet, _ = drie
    dossier = gedeeld_dossier(drie)
    kind = Huisgenoot(dossier_id=dossier, naam="Sami", relatie=Relatie.KIND, geboortejaar=2015)
    with anneke.store.work() as work:
        work.voeg_toe(kind)
    wissel(*drie)
    anneke.zet(Huisgenoot, kind.id, naam="Samir")
    piet.later(minutes=1)
    piet.zet(Huisgenoot, kind.id, naam="Sara", geboortejaar=2017)
    wissel(*drie)
    conflict = anneke.conflict()
    assert van(conflict, "Anneke de Boer").waarden["geboortejaar"] == 2015
    samen.houd_beide(anneke.store, conflict)
    wissel(*drie)
    with piet.store.lees() as sessie:
        gezin = {(h.naam, h.geboortejaar, h.relatie) for h in sessie.scalars(sa.select(Huisgenoot))}
    assert gezin == {("Samir", 2015, Relatie.KIND), ("Sara", 2017, Relatie.KIND)}
    with piet.store.lees() as sessie:
        stromen = set(
            sessie.scalars(sa.select(Wijziging.stroom).where(Wijziging.entiteit == "huisgenoot"))
        )
    assert stromen == {"0171:kinderen"}


# Deleted and changed


def deelnemer(drie: Drie) -> tuple[str, str]:
    """An intake with one sitting; returns sitting and the participant of COA."""
    anneke, *_ = drie
    intake = anneke.intake(anneke.dossier(), geopend=False)
    anneke.doe(intake, lambda i: i.plan_zitting(date(2026, 11, 30)))
    wissel(*drie)
    with anneke.store.lees() as sessie:
        zitting = sessie.scalars(sa.select(Zitting)).one()
        (coa,) = [d for d in zitting.deelnemers if d.partij is Partij.COA]
        return zitting.id, coa.id


def haal_weg(laptop: Laptop, klasse: type, id_: str) -> None:
    with laptop.store.work() as work:
        work.verwijder(work.get(klasse, id_))


@pytest.mark.parametrize("eerst", ["weg", "gewijzigd"])
@pytest.mark.parametrize("keuze", ["weg", "blijft"])
def test_deleted_against_changed(drie: Drie, eerst: str, keuze: str) -> None:
    anneke, piet, _ = drie
    _, coa = deelnemer(drie)

    def weg() -> None:
        haal_weg(anneke, Deelnemer, coa)

    def gewijzigd() -> None:
        piet.zet(Deelnemer, coa, naam="Karim")

    for stap in (weg, gewijzigd) if eerst == "weg" else (gewijzigd, weg):
        stap()
        for laptop in drie:
            laptop.later(minutes=1)
    wissel(*drie)
    conflict = anneke.conflict()
    assert conflict.hele_rij
    assert van(conflict, "Anneke de Boer").verwijderd
    assert van(conflict, "Piet Jansen").waarden["naam"] == "Karim"
    assert van(conflict, "Piet Jansen").waarden["partij"] == "coa"
    assert van(conflict, "Piet Jansen").getoond, "until somebody decides it stays"
    assert anneke.lees(Deelnemer, coa, "naam") == "Karim"
    kies(piet, "Anneke de Boer" if keuze == "weg" else "Piet Jansen")
    wissel(*drie)
    for laptop in drie:
        assert laptop.conflicten() == []
        assert laptop.is_er(Deelnemer, coa) is (keuze == "blijft")


def test_restored_deleted_again_and_changed_again(drie: Drie) -> None:
    anneke, piet, samira = drie
    _, coa = deelnemer(drie)
    haal_weg(anneke, Deelnemer, coa)
    piet.zet(Deelnemer, coa, naam="Karim")
    wissel(*drie)
    kies(samira, "Piet Jansen")
    wissel(*drie)
    haal_weg(piet, Deelnemer, coa)
    wissel(*drie)
    assert not anneke.is_er(Deelnemer, coa)
    assert anneke.conflicten() == [], "he had seen everything"
    for laptop in drie:
        assert beeld(laptop.store) == beeld(anneke.store)


def test_restored_by_one_and_deleted_again_by_another(drie: Drie) -> None:
    anneke, piet, samira = drie
    _, coa = deelnemer(drie)
    haal_weg(anneke, Deelnemer, coa)
    piet.zet(Deelnemer, coa, naam="Karim")
    wissel(*drie)
    kies(samira, "Piet Jansen")
    samira.later(hours=1)
    kies(anneke, "Anneke de Boer")
    wissel(*drie)
    conflict = piet.conflict()
    assert {(v.auteur, v.verwijderd) for v in conflict.versies} == {
        ("Samira Haddad", False),
        ("Anneke de Boer", True),
    }
    kies(piet, "Samira Haddad")
    wissel(*drie)
    assert anneke.lees(Deelnemer, coa, "naam") == "Karim"
    assert anneke.conflicten() == []


def test_both_deleted_is_no_conflict_also_when_one_had_changed_it(drie: Drie) -> None:
    anneke, piet, _ = drie
    _, coa = deelnemer(drie)
    haal_weg(anneke, Deelnemer, coa)
    piet.zet(Deelnemer, coa, naam="Karim")
    haal_weg(piet, Deelnemer, coa)
    wissel(*drie)
    assert anneke.conflicten() == []
    assert not anneke.is_er(Deelnemer, coa)


def test_deleted_by_two_and_changed_by_a_third(drie: Drie) -> None:
    anneke, piet, samira = drie
    _, coa = deelnemer(drie)
    haal_weg(anneke, Deelnemer, coa)
    haal_weg(piet, Deelnemer, coa)
    samira.zet(Deelnemer, coa, naam="Karim")
    wissel(*drie)
    conflict = anneke.conflict()
    (weg,) = [v for v in conflict.versies if v.verwijderd]
    assert {weg.auteur, *weg.ook} == {"Anneke de Boer", "Piet Jansen"}
    samen.kies(samira.store, conflict := samira.conflict(), van(conflict, "Piet Jansen"))
    wissel(*drie)
    assert not anneke.is_er(Deelnemer, coa)
    assert anneke.conflicten() == []


def test_who_changed_a_field_that_was_empty_keeps_the_rest_of_the_row(drie: Drie) -> None:
    anneke, piet, _ = drie
    dossier = gedeeld_dossier(drie)
    kind = Huisgenoot(dossier_id=dossier, naam="Sami", relatie=Relatie.KIND)
    with anneke.store.work() as work:
        work.voeg_toe(kind)
    wissel(*drie)
    haal_weg(anneke, Huisgenoot, kind.id)
    piet.zet(Huisgenoot, kind.id, geboortejaar=2015)
    wissel(*drie)
    zijn = van(piet.conflict(), "Piet Jansen").waarden
    assert (zijn["naam"], zijn["geboortejaar"], zijn["dossier_id"]) == ("Sami", 2015, dossier)
    kies(anneke, "Piet Jansen")
    wissel(*drie)
    assert piet.lees(Huisgenoot, kind.id, "naam") == "Sami"
    assert piet.lees(Huisgenoot, kind.id, "geboortejaar") == 2015


def test_a_change_after_the_screen_was_opened_survives_a_delete(drie: Drie) -> None:
    anneke, piet, _ = drie
    _, coa = deelnemer(drie)
    haal_weg(anneke, Deelnemer, coa)
    piet.zet(Deelnemer, coa, naam="Karim")
    wissel(*drie)
    op_het_scherm = anneke.conflict()
    piet.zet(Deelnemer, coa, organisatie="COA Luttelgeest")
    wissel(*drie)
    samen.kies(anneke.store, op_het_scherm, van(op_het_scherm, "Anneke de Boer"))
    wissel(*drie)
    assert piet.lees(Deelnemer, coa, "organisatie") == "COA Luttelgeest"
    assert {v.verwijderd for v in piet.conflict().versies} == {True, False}


def test_a_skip_that_one_made_and_took_back_while_another_made_it(drie: Drie) -> None:
    anneke, piet, _ = drie
    intake = gedeelde_intake(drie)
    anneke.doe(intake, lambda i: i.sla_domein_over("OP", "Geen kinderen"))
    anneke.doe(intake, lambda i: i.vraag_domein_toch("OP"))
    piet.doe(intake, lambda i: i.sla_domein_over("OP", "Kinderen wonen elders"))
    wissel(*drie)
    conflict = anneke.conflict()
    assert {(v.auteur, v.verwijderd) for v in conflict.versies} == {
        ("Anneke de Boer", True),
        ("Piet Jansen", False),
    }
    assert van(conflict, "Piet Jansen").waarden["reden"] == "Kinderen wonen elders"
    kies(anneke, "Piet Jansen")
    wissel(*drie)
    with piet.store.lees() as sessie:
        assert sessie.scalars(sa.select(Domeinoverslag.reden)).all() == ["Kinderen wonen elders"]
    assert piet.conflicten() == []


# What belongs to a deleted row


def zonder_zitting(drie: Drie) -> tuple[str, str, str]:
    """Anneke takes the sitting away, Piet adds somebody to it; (sitting, COA, Piet's)."""
    anneke, piet, _ = drie
    zitting, coa = deelnemer(drie)
    haal_weg(anneke, Zitting, zitting)
    with piet.store.work() as work:
        nieuw = work.get(Zitting, zitting).nodig_uit(Partij.ANDERS)
        nieuw.naam = "Mevrouw Bakker"
    wissel(*drie)
    return zitting, coa, nieuw.id


def test_added_to_a_deleted_sitting(drie: Drie) -> None:
    anneke, *_ = drie
    zitting, _, erbij = zonder_zitting(drie)
    for laptop in drie:
        assert not laptop.is_er(Zitting, zitting)
        assert not laptop.is_er(Deelnemer, erbij)
        conflict = laptop.conflict()
        assert (conflict.entiteit, conflict.rij) == ("zitting", zitting)
        assert van(conflict, "Anneke de Boer").verwijderd
        assert van(conflict, "Anneke de Boer").getoond
        assert van(conflict, "Piet Jansen").waarden["datum"] == "2026-11-30"
        (toevoeging,) = conflict.erbij
        assert toevoeging.entiteit == "deelnemer"
        assert toevoeging.auteur == "Piet Jansen"
        assert toevoeging.waarden["naam"] == "Mevrouw Bakker"
    assert anneke.conflict().dossier is not None


def test_the_sitting_stays_gone_and_so_does_what_was_added(drie: Drie) -> None:
    _, piet, samira = drie
    zitting, _, erbij = zonder_zitting(drie)
    kies(samira, "Anneke de Boer")
    assert samira.conflicten() == []
    wissel(*drie)
    for laptop in drie:
        assert laptop.conflicten() == []
        assert not laptop.is_er(Zitting, zitting)
        assert not laptop.is_er(Deelnemer, erbij)
        assert beeld(laptop.store) == beeld(piet.store)


def test_the_sitting_comes_back_with_everybody_who_sat_at_it(drie: Drie) -> None:
    _, _, samira = drie
    zitting, coa, erbij = zonder_zitting(drie)
    kies(samira, "Piet Jansen")
    wissel(*drie)
    for laptop in drie:
        assert laptop.conflicten() == []
        assert laptop.is_er(Zitting, zitting)
        assert laptop.is_er(Deelnemer, coa), "deleted with the sitting, back with it"
        assert laptop.is_er(Deelnemer, erbij)
        with laptop.store.lees() as sessie:
            assert sessie.scalar(sa.select(sa.func.count()).select_from(Deelnemer)) == 5


def test_a_participant_changed_at_a_deleted_sitting_is_one_decision(drie: Drie) -> None:
    anneke, piet, _ = drie
    zitting, coa = deelnemer(drie)
    haal_weg(anneke, Zitting, zitting)
    piet.zet(Deelnemer, coa, naam="Karim")
    wissel(*drie)
    conflict = piet.conflict()
    assert conflict.rij == zitting, "the participant is decided with the sitting"
    assert anneke.aantal() == 1
    kies(piet, "Piet Jansen")
    wissel(*drie)
    for laptop in drie:
        assert laptop.conflicten() == []
        assert laptop.lees(Deelnemer, coa, "naam") == "Karim"


def test_a_participant_changed_at_a_deleted_sitting_goes_with_it(drie: Drie) -> None:
    anneke, piet, _ = drie
    zitting, coa = deelnemer(drie)
    haal_weg(anneke, Zitting, zitting)
    piet.zet(Deelnemer, coa, naam="Karim")
    wissel(*drie)
    kies(piet, "Anneke de Boer")
    wissel(*drie)
    for laptop in drie:
        assert laptop.conflicten() == []
        assert not laptop.is_er(Deelnemer, coa)


@pytest.mark.parametrize("houden", [True, False])
def test_a_sitting_restored_by_one_and_deleted_again_is_one_decision(
    drie: Drie, houden: bool
) -> None:
    anneke, piet, samira = drie
    zitting, coa, erbij = zonder_zitting(drie)
    kies(samira, "Piet Jansen")
    kies(piet, "Anneke de Boer")
    wissel(*drie)
    conflict = anneke.conflict()
    assert conflict.rij == zitting, "everybody who sat at it is decided with it"
    (versie,) = [v for v in conflict.versies if v.verwijderd is not houden]
    samen.kies(anneke.store, conflict, versie)
    assert anneke.conflicten() == []
    wissel(*drie)
    for laptop in drie:
        assert laptop.conflicten() == []
        for klasse, id_ in ((Zitting, zitting), (Deelnemer, coa), (Deelnemer, erbij)):
            assert laptop.is_er(klasse, id_) is houden


def test_what_was_added_and_then_changed_survives_the_delete(drie: Drie) -> None:
    anneke, piet, _ = drie
    _, _, erbij = zonder_zitting(drie)
    op_het_scherm = anneke.conflict()
    kies(piet, "Piet Jansen")
    piet.zet(Deelnemer, erbij, naam="Mevrouw Bakker-Smit")
    wissel(*drie)
    samen.kies(anneke.store, op_het_scherm, van(op_het_scherm, "Anneke de Boer"))
    (bakker,) = [c for c in anneke.conflicten() if c.erbij]
    assert bakker.erbij[0].waarden["naam"] == "Mevrouw Bakker-Smit"


def test_after_bringing_a_sitting_back_it_can_go_after_all(drie: Drie) -> None:
    anneke, piet, _ = drie
    zitting, coa, _ = zonder_zitting(drie)
    conflict = piet.conflict()
    daarna = samen.kies(piet.store, conflict, van(conflict, "Piet Jansen"))
    daarna = samen.kies(piet.store, daarna, van(daarna, "Anneke de Boer"))
    assert not piet.is_er(Zitting, zitting)
    assert piet.conflicten() == []
    samen.kies(piet.store, daarna, van(daarna, "Piet Jansen"))
    wissel(*drie)
    assert anneke.is_er(Zitting, zitting)
    assert anneke.is_er(Deelnemer, coa)
    assert anneke.conflicten() == []


# Reading


def test_a_point_is_read_again_by_itself(drie: Drie) -> None:
    anneke, piet, _ = drie
    id_ = gedeeld_dossier(drie)
    anneke.zet(Dossier, id_, adres="Urk")
    piet.zet(Dossier, id_, adres="Nagele")
    wissel(*drie)
    with anneke.store.lees() as sessie:
        (punt,) = versies.strijdpunten(sessie)
        gelezen = versies.lees(sessie, punt)
    assert gelezen == anneke.conflict()
    kies(anneke, "Piet Jansen")
    with anneke.store.lees() as sessie:
        assert versies.lees(sessie, punt) is None
        assert versies.lees(sessie, replace(punt, rij="gone")) is None


def test_points_stand_in_the_order_of_names_and_of_questions(drie: Drie) -> None:
    anneke, piet, _ = drie
    zaad = anneke.intake(anneke.dossier("Zaid", "Zamani"))
    abel = anneke.dossier("Abel", "Abebe")
    wissel(*drie)
    for laptop, een, ander in ((anneke, "soms", "Urk"), (piet, "elke-dag", "Ens")):
        laptop.antwoord(zaad, "SP03", een)
        laptop.antwoord(zaad, "SP01", "familie" if laptop is anneke else "niemand")
        laptop.zet(Dossier, abel, adres=ander)
    wissel(*drie)
    with piet.store.lees() as sessie:
        punten = versies.strijdpunten(sessie)
    assert [(p.dossiernaam, p.gedeeld.get("vraag_code")) for p in punten] == [
        ("Abel Abebe", None),
        ("Zaid Zamani", "SP01"),
        ("Zaid Zamani", "SP03"),
    ]


def test_a_refused_change_is_no_side(drie: Drie) -> None:
    from desktop.store import weigeringen

    anneke, piet, _ = drie
    id_ = gedeeld_dossier(drie)
    anneke.zet(Dossier, id_, adres="Urk")
    piet.zet(Dossier, id_, adres="Nagele")
    mijn = anneke.store.koppen("dossier", id_).koppen["adres"]
    breng(anneke.store, rijen(piet.store))
    assert anneke.aantal() == 1
    with anneke.store.neem_op() as inkomst:
        inkomst.raak(
            weigeringen.noteer(
                inkomst.verbinding, [(kop, "geen-recht") for kop in mijn], anneke.store.nu()
            )
        )
    assert anneke.aantal() == 0
    assert anneke.lees(Dossier, id_, "adres") == "Nagele"


def test_a_colleague_whose_only_change_was_refused_leaves_no_ghost(drie: Drie) -> None:
    from desktop.store import weigeringen

    anneke, *_ = drie
    nieuw = anneke.nieuwe_collega("Karel")
    with anneke.store.lees() as sessie:
        ids = sessie.scalars(sa.select(Wijziging.id).where(Wijziging.rij == nieuw)).all()
    with anneke.store.neem_op() as inkomst:
        weigeringen.noteer(
            inkomst.verbinding, [(id_, "geen-recht") for id_ in ids], anneke.store.nu()
        )
    assert not anneke.is_er(Medewerker, nieuw)


def test_the_intake_is_in_the_shared_part_of_an_answer(drie: Drie) -> None:
    anneke, piet, _ = drie
    intake = gedeelde_intake(drie)
    anneke.zet(BredeIntake, intake, sterke_punten="Sterk")
    piet.zet(BredeIntake, intake, sterke_punten="Snel")
    wissel(*drie)
    assert anneke.conflict().gedeeld["vragenlijst"] == anneke.store.lijst.versie
