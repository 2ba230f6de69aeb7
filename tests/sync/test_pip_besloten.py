"""What was set, decided or signed holds, also when another laptop wrote at the same time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
import sqlalchemy as sa

from desktop.models.dossier import Rol
from desktop.models.fouten import Domeinfout, NogNietMogelijk
from desktop.models.onderzoek import Onderzoek, Onderzoeksoort
from desktop.models.pip import Pip, Pipstatus
from desktop.models.pipinhoud import Leerroute, Wijzigreden
from desktop.models.weging import Weging, Wegingstatus
from desktop.models.wijziging import Wijziging
from desktop.store import gemeentegegevens, pip, pipvaststellen, samen, weging
from desktop.store.conflict import Conflict, Versie
from tests.store.planwerk import REDEN, ZR, compleet, toets, vul_weging
from tests.sync.laptop import Laptop
from tests.sync.test_pip import besloten, inhoud, klant, mandaat
from tests.sync.waarborgen import tot_rust

Samen = Callable[..., list[Laptop]]
ANDERS = "Zij wil eerst met haar kinderen thuis zijn."


def vastgesteld(anneke: Laptop, carla: Laptop) -> tuple[str, str]:
    """Anneke wrote it, Carla set it, and Anneke does not know that yet."""
    dossier = klant(anneke)
    besloten(anneke, dossier)
    mandaat(carla)
    plan = compleet(anneke.store, dossier)
    tot_rust([anneke, carla])
    pipvaststellen.stel_vast(carla.store, plan, carla.store.vandaag())
    return dossier, plan


def samen_kies(laptop: Laptop, conflict: Conflict, versie: Versie) -> Conflict:
    return samen.kies(laptop.store, conflict, versie)


def stand(laptop: Laptop, plan: str) -> Pipstatus | None:
    with laptop.store.lees() as sessie:
        rij = sessie.get(Pip, plan)
        return rij.status if rij is not None else None


def test_taken_away_as_a_draft_while_it_was_set_it_stays(samen: Samen) -> None:
    anneke, carla = samen("anneke", "carla")
    dossier, plan = vastgesteld(anneke, carla)
    zegt = inhoud(carla, plan)
    pip.verwijder_concept(anneke.store, plan)
    tot_rust([anneke, carla])
    conflict = anneke.conflict()
    weg = next(v for v in conflict.versies if v.verwijderd)
    with pytest.raises(NogNietMogelijk, match="al over besloten"):
        samen_kies(anneke, conflict, weg)
    assert {stand(laptop, plan) for laptop in (anneke, carla)} == {Pipstatus.VASTGESTELD}
    # Also before anybody chose: the next version has all that holds.
    twee = pip.nieuwe_versie(carla.store, dossier, Wijzigreden.WERK, "Zij heeft een baan.")
    assert {r.tekst for r in inhoud(carla, twee).regels} == {r.tekst for r in zegt.regels}
    samen_kies(anneke, conflict, next(v for v in conflict.versies if not v.verwijderd))
    tot_rust([anneke, carla])
    assert anneke.strijdpunten() == []
    assert inhoud(anneke, plan) == zegt


def test_no_choice_makes_a_draft_of_a_set_plan(samen: Samen) -> None:
    anneke, carla = samen("anneke", "carla")
    _, plan = vastgesteld(anneke, carla)
    pip.zet_route(anneke.store, plan, Leerroute.Z, None)
    tot_rust([anneke, carla])
    with pytest.raises(NogNietMogelijk, match="al over besloten"):
        anneke.kies("Z")
    anneke.kies(Pipstatus.VASTGESTELD)
    assert stand(anneke, plan) is Pipstatus.VASTGESTELD


def test_no_choice_opens_a_decided_weighing(samen: Samen) -> None:
    anneke, carla = samen("anneke", "carla")
    dossier = klant(anneke)
    toets(anneke.store, dossier)
    id_ = weging.begin(anneke.store, dossier)
    vul_weging(anneke.store, id_)
    tot_rust([anneke, carla])
    weging.besluit(anneke.store, id_)
    weging.kies(carla.store, id_, ZR)
    tot_rust([anneke, carla])
    with pytest.raises(NogNietMogelijk, match="al over besloten"):
        carla.kies("Z")
    carla.kies(Wegingstatus.BESLOTEN)
    assert carla.lees(Weging, id_, "status") is Wegingstatus.BESLOTEN


def test_who_read_along_read_this_text_and_no_other(samen: Samen) -> None:
    anneke, carla = samen("anneke", "carla")
    dossier = klant(anneke)
    toets(anneke.store, dossier)
    id_ = weging.begin(anneke.store, dossier)
    vul_weging(anneke.store, id_, ZR)
    weging.zet_afwijking(anneke.store, id_, REDEN)
    tot_rust([anneke, carla])
    weging.teken_mee(carla.store, id_, REDEN)
    weging.zet_reden(anneke.store, id_, ZR, ANDERS)
    tot_rust([anneke, carla])
    with pytest.raises(Domeinfout, match="leest een collega mee"):
        weging.besluit(anneke.store, id_)
    weging.teken_mee(carla.store, id_, REDEN)
    tot_rust([anneke, carla])
    weging.besluit(anneke.store, id_)
    assert anneke.lees(Weging, id_, "status") is Wegingstatus.BESLOTEN


def test_nobody_signs_decides_or_sets_in_the_name_of_another(samen: Samen) -> None:
    anneke, carla = samen("anneke", "carla")
    dossier = klant(anneke)
    toets(anneke.store, dossier)
    id_ = weging.begin(anneke.store, dossier)
    vul_weging(anneke.store, id_, ZR)
    plan = pip.begin(anneke.store, dossier)
    with anneke.store.work() as work:
        work.get(Weging, id_).tweede_lezer_id = carla.medewerker
        work.get(Weging, id_).besloten_door = carla.medewerker
        work.get(Pip, plan).vastgesteld_door = carla.medewerker
    tot_rust([anneke, carla])
    assert {(w.entiteit, w.veld, w.reden) for w in anneke.weigeringen()} == {
        ("weging", "tweede_lezer_id", "geen-recht"),
        ("weging", "besloten_door", "geen-recht"),
        ("pip", "vastgesteld_door", "geen-recht"),
    }
    assert carla.lees(Weging, id_, "tweede_lezer_id") is None
    assert carla.lees(Weging, id_, "gekozen") is Leerroute.Z


def test_a_third_person_chooses_between_two_who_set_it(samen: Samen) -> None:
    anneke, carla, bram = samen("anneke", "carla", "bram")
    dossier = klant(anneke)
    besloten(anneke, dossier)
    mandaat(carla, anneke)
    anneke.deel(dossier, "bram")
    plan = compleet(anneke.store, dossier)
    alle = [anneke, carla, bram]
    tot_rust(alle)
    dag = anneke.store.vandaag()
    pipvaststellen.stel_vast(anneke.store, plan, dag)
    pipvaststellen.stel_vast(carla.store, plan, dag - timedelta(days=1))
    tot_rust(alle)
    conflict = bram.conflict()
    for wie in (anneke, carla, anneke):
        versie = next(
            v for v in conflict.versies if v.waarden.get("vastgesteld_door") == wie.medewerker
        )
        conflict = samen_kies(bram, conflict, versie)
        tot_rust(alle)
    assert bram.weigeringen() == []
    for laptop in alle:
        assert laptop.strijdpunten() == []
        assert laptop.lees(Pip, plan, "vastgesteld_door") == anneke.medewerker
        assert laptop.lees(Pip, plan, "dagtekening") == dag


def test_reasons_that_changed_after_the_decision_are_decided_on_again(samen: Samen) -> None:
    anneke, carla = samen("anneke", "carla")
    dossier = klant(anneke)
    toets(anneke.store, dossier)
    mandaat(anneke)
    id_ = weging.begin(anneke.store, dossier)
    vul_weging(anneke.store, id_)
    tot_rust([anneke, carla])
    weging.besluit(anneke.store, id_)
    weging.zet_motivering(carla.store, id_, ANDERS)
    tot_rust([anneke, carla])
    plan = compleet(anneke.store, dossier)
    vandaag = anneke.store.vandaag()
    with pytest.raises(pipvaststellen.Nietgereed) as fout:
        pipvaststellen.stel_vast(anneke.store, plan, vandaag)
    assert [str(b) for b in fout.value.bevindingen] == [
        "Na het besluit is de weging op een andere laptop nog veranderd. "
        "Weeg de leerroutes opnieuw, en besluit."
    ]
    weging.besluit(anneke.store, weging.begin(anneke.store, dossier))
    pipvaststellen.stel_vast(anneke.store, plan, vandaag)
    assert inhoud(anneke, plan).motivering == ANDERS


def test_who_wrote_the_plan_that_another_one_began_does_not_set_it(samen: Samen) -> None:
    anneke, carla = samen("anneke", "carla")
    dossier = klant(anneke)
    besloten(anneke, dossier)
    mandaat(anneke)
    gemeentegegevens.zet_gemeente(
        carla.store, "0171", "vier_ogen", True, rollen=(Rol.LEIDINGGEVENDE,), gekoppeld=True
    )
    tot_rust([anneke, carla])
    plan = pip.begin(carla.store, dossier)
    tot_rust([anneke, carla])
    assert compleet(anneke.store, dossier) == plan
    with pytest.raises(NogNietMogelijk, match="stelt een ander het vast"):
        pipvaststellen.stel_vast(anneke.store, plan, anneke.store.vandaag())


def test_what_a_doctor_is_asked_and_says_stays_with_who_may_read_health(samen: Samen) -> None:
    anneke, bram, carla = samen("anneke", "bram", "carla")
    alle = [anneke, bram, carla]
    dossier = klant(anneke)
    anneke.deel(dossier, "bram")
    id_ = weging.begin(anneke.store, dossier)
    dag = anneke.store.vandaag() + timedelta(days=9)
    medisch, proefles = (
        weging.plan_onderzoek(anneke.store, id_, ZR, soort, "Kan zij lang zitten?", dag)
        for soort in (Onderzoeksoort.MEDISCH_ADVIES, Onderzoeksoort.PROEFLES)
    )
    weging.rond_onderzoek_af(anneke.store, medisch, "Zij kan twee uur zitten.")
    tot_rust(alle)
    assert anneke.weigeringen() == []
    assert bram.lees(Onderzoek, medisch, "uitkomst") == "Zij kan twee uur zitten."
    assert carla.lees(Onderzoek, proefles, "wat") == "Kan zij lang zitten?"
    assert carla.lees(Onderzoek, medisch, "klaar_op") == anneke.store.vandaag()
    assert [carla.lees(Onderzoek, medisch, veld) for veld in ("wat", "uitkomst")] == ["", ""]
    with carla.store.lees() as sessie:
        tekst = " ".join(w or "" for w in sessie.scalars(sa.select(Wijziging.waarde)))
    assert "twee uur" not in tekst
