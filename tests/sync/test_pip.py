"""The plan travels to whoever may see it, merges by field, and what was set stays as it was."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from desktop.models.basis import nieuw_id
from desktop.models.dossier import DoelgroepPeriode, Indeling, Medewerker, Rol
from desktop.models.fouten import NogNietMogelijk
from desktop.models.gemeentegegevens import Gemeentegegevens, Mandaat
from desktop.models.pip import Pip, Pipstatus
from desktop.models.pipinhoud import Leerroute, Niveau, Pipinhoud, Regel, Wijzigreden
from desktop.models.veldwoorden import Naslag
from desktop.models.weging import Weging, Wegingstatus
from desktop.store import gemeentegegevens, pip, pipvaststellen, versies, weging
from desktop.store.conflictwoorden import Conflictbeeld, Conflictwoorden
from tests.store.planwerk import REDEN, ZR, compleet, toets, vul_weging
from tests.sync.laptop import Laptop
from tests.sync.test_rechten_veranderen import klassen, vol
from tests.sync.waarborgen import Inzicht, alles_klopt, tot_rust

Samen = Callable[..., list[Laptop]]


def klant(laptop: Laptop) -> str:
    """A client whose doelgroep is known."""
    dossier = vol(laptop)
    with laptop.store.work() as work:
        work.voeg_toe(
            DoelgroepPeriode(
                dossier_id=dossier,
                vanaf=laptop.store.vandaag() - timedelta(days=60),
                indeling=Indeling.ASIELSTATUSHOUDER,
            )
        )
        work.get(Medewerker, laptop.medewerker).telefoon = "0527 63 39 11"
    return dossier


def besloten(laptop: Laptop, dossier: str) -> str:
    toets(laptop.store, dossier)
    id_ = weging.begin(laptop.store, dossier)
    vul_weging(laptop.store, id_)
    weging.besluit(laptop.store, id_)
    return id_


def mandaat(*wie: Laptop, van: int = -9, tot: int | None = None) -> str:
    """Els, the beheerder, puts them on the list; the id of the last one."""
    een = wie[0]
    els = Laptop(een.centrum, "els", een.map.parent / f"els-{nieuw_id()}", een.lijst, klok=een.klok)
    els.ronde()
    rij = ""
    for ander in wie:
        rij = zet_op_de_lijst(els, ander, van=van, tot=tot)
    els.ronde()
    els.sluit()
    return rij


def zet_op_de_lijst(door: Laptop, wie: Laptop, *, van: int = -9, tot: int | None = None) -> str:
    """Somebody who keeps the list does so; days from today."""
    vandaag = wie.store.vandaag()
    return gemeentegegevens.geef_mandaat(
        door.store,
        "0171",
        wie.medewerker,
        functie="Teamleider",
        vanaf=vandaag + timedelta(days=van),
        tot=None if tot is None else vandaag + timedelta(days=tot),
        rollen=(Rol.LEIDINGGEVENDE,),
        gekoppeld=True,
    )


def inhoud(laptop: Laptop, pip_id: str) -> Pipinhoud:
    with laptop.store.lees() as sessie:
        return pip.inhoud_van(sessie, sessie.get_one(Pip, pip_id))


def beelden(laptop: Laptop) -> list[Conflictbeeld]:
    with laptop.store.lees() as sessie:
        woorden = Conflictwoorden(laptop.store, sessie, Naslag())
        return [woorden.beeld(c) for c in versies.conflicten(sessie)]


def aantal(laptop: Laptop, klasse: type[Any]) -> int:
    with laptop.store.lees() as sessie:
        return sessie.scalar(sa.select(sa.func.count()).select_from(klasse)) or 0


def test_anneke_writes_carla_reads_along_and_sets_and_nobody_else_sees_it(
    samen: Samen, inzicht: Inzicht
) -> None:
    anneke, bram, carla, dirk, vww, taal = samen("anneke", "bram", "carla", "dirk", "vww", "taal")
    dossier = klant(anneke)
    for partner in ("vww", "taal"):
        anneke.deel(dossier, partner)
    toets(anneke.store, dossier)
    id_ = weging.begin(anneke.store, dossier)
    vul_weging(anneke.store, id_, ZR)
    weging.zet_afwijking(anneke.store, id_, REDEN)
    mandaat(carla)
    gemeentegegevens.zet_gemeente(
        carla.store, "0171", "vier_ogen", True, rollen=(Rol.LEIDINGGEVENDE,), gekoppeld=True
    )
    mensen = [anneke, bram, carla, dirk, vww, taal]
    tot_rust(mensen)
    weging.teken_mee(carla.store, id_, REDEN)
    tot_rust(mensen)
    weging.besluit(anneke.store, id_)
    plan = compleet(anneke.store, dossier)
    pip.schrijf(anneke.store, plan, "intensiteit", "")
    pip.zet_deel2(anneke.store, plan, anneke.store.vandaag(), ontzorgen=True)
    for n, code in enumerate(("ontzorgen", "plicht_pw")):
        pip.voeg_regel_toe(
            anneke.store, plan, Regel(f"p{n}", code, "Wij spreken dit samen af.", deel=2)
        )
    tot_rust(mensen)
    assert "pip2" in klassen(carla)
    with pytest.raises(NogNietMogelijk, match="mandaatlijst"):
        pipvaststellen.stel_vast(anneke.store, plan, anneke.store.vandaag())
    pipvaststellen.stel_vast(carla.store, plan, carla.store.vandaag())
    tot_rust(mensen)
    assert all(laptop.weigeringen() == [] for laptop in mensen)
    zegt = inhoud(anneke, plan)
    assert zegt.leerroute is Leerroute.Z
    assert zegt.tweede_lezer == zegt.vastgesteld_door != zegt.auteur
    assert zegt == inhoud(carla, plan)
    assert [r.deel for r in zegt.regels].count(2) == 2
    for ander in (bram, dirk, vww, taal):
        assert not {"pip", "pip2"} & klassen(ander)
        assert (aantal(ander, Pip), aantal(ander, Weging)) == (0, 0)
    assert vww.heeft(dossier)
    # The mandate list belongs to everybody.
    assert aantal(dirk, Mandaat) == 1
    alles_klopt(mensen, inzicht)


def test_two_laptops_that_begin_the_plan_write_one_version(samen: Samen, inzicht: Inzicht) -> None:
    anneke, carla = samen("anneke", "carla")
    dossier = klant(anneke)
    besloten(anneke, dossier)
    tot_rust([anneke, carla])
    plan = pip.begin(anneke.store, dossier)
    assert pip.begin(carla.store, dossier) == plan
    pip.schrijf(anneke.store, plan, "hoofddoel", "Ik werk in de zorg.")
    pip.schrijf(carla.store, plan, "map_uren", "40")
    zelfde = Regel("voorstel", "doel", "Ik leer fietsen.")
    for laptop in (anneke, carla):
        pip.voeg_regel_toe(laptop.store, plan, zelfde)
    tot_rust([anneke, carla])
    for laptop in (anneke, carla):
        zegt = inhoud(laptop, plan)
        assert (zegt.hoofddoel, zegt.map_uren) == ("Ik werk in de zorg.", 40)
        assert [r.tekst for r in zegt.doelen] == ["Ik leer fietsen."]
        assert laptop.strijdpunten() == []
    alles_klopt([anneke, carla], inzicht)


def test_the_same_for_a_later_version(samen: Samen) -> None:
    anneke, carla = samen("anneke", "carla")
    dossier = klant(anneke)
    besloten(anneke, dossier)
    mandaat(carla, anneke)
    tot_rust([anneke, carla])
    pipvaststellen.stel_vast(anneke.store, compleet(anneke.store, dossier), anneke.store.vandaag())
    tot_rust([anneke, carla])
    twee = {
        pip.nieuwe_versie(laptop.store, dossier, reden, tekst)
        for laptop, reden, tekst in (
            (anneke, Wijzigreden.WERK, "Zij heeft een baan."),
            (carla, Wijzigreden.GEZIN, "Er is een kind geboren."),
        )
    }
    assert len(twee) == 1
    tot_rust([anneke, carla])
    (beeld,) = beelden(anneke)
    assert (beeld.onderwerp, beeld.titel) == ("PIP", "Leerroute en vaststelling van het PIP")
    assert {versie.regels[0].tekst for versie in beeld.versies} == {
        "Verandering in het werk",
        "Verandering in het gezin",
    }
    anneke.kies(Wijzigreden.WERK)
    tot_rust([anneke, carla])
    with carla.store.lees() as sessie:
        concept = pip.pipdossier(sessie, dossier).concept
        assert concept is not None
        assert concept.wijzigreden is Wijzigreden.WERK


def test_two_routes_at_once_are_asked_about_in_words(samen: Samen) -> None:
    anneke, carla = samen("anneke", "carla")
    dossier = klant(anneke)
    besloten(anneke, dossier)
    plan = pip.begin(anneke.store, dossier)
    tot_rust([anneke, carla])
    pip.zet_route(anneke.store, plan, Leerroute.ONDERWIJS, Niveau.B1)
    pip.zet_route(carla.store, plan, Leerroute.Z, None)
    tot_rust([anneke, carla])
    (beeld,) = beelden(carla)
    assert beeld.titel == "Leerroute en vaststelling van het PIP"
    zegt = [{r.kop: r.tekst for r in versie.regels} for versie in beeld.versies]
    assert {z["Leerroute"] for z in zegt} == {"Onderwijsroute", "Z-route"}
    assert beeld.gevolgen[0].zin.startswith("Of het plan geldt")


def test_who_wrote_on_a_plan_that_was_set_elsewhere_changes_nothing_of_what_it_says(
    samen: Samen,
) -> None:
    anneke, carla = samen("anneke", "carla")
    dossier = klant(anneke)
    besloten(anneke, dossier)
    mandaat(carla)
    plan = compleet(anneke.store, dossier)
    tot_rust([anneke, carla])
    pipvaststellen.stel_vast(carla.store, plan, carla.store.vandaag())
    zegt = inhoud(carla, plan)
    pip.schrijf(anneke.store, plan, "hoofddoel", "Iets heel anders.")
    pip.voeg_regel_toe(anneke.store, plan, Regel("laat", "doel", "Ik zing."))
    tot_rust([anneke, carla])
    assert inhoud(anneke, plan) == inhoud(carla, plan) == zegt
    with pytest.raises(NogNietMogelijk, match="vastgesteld"):
        pip.schrijf(anneke.store, plan, "hoofddoel", "Nog eens.")
    # It is not lost: the next version begins with it.
    twee = pip.nieuwe_versie(anneke.store, dossier, Wijzigreden.CORRECTIE, "Het doel klopte niet.")
    assert inhoud(anneke, twee).hoofddoel == "Iets heel anders."
    assert "Ik zing." in [r.tekst for r in inhoud(anneke, twee).doelen]


def test_set_here_and_another_route_there_is_a_conflict_about_both(samen: Samen) -> None:
    anneke, carla = samen("anneke", "carla")
    dossier = klant(anneke)
    besloten(anneke, dossier)
    mandaat(carla)
    plan = compleet(anneke.store, dossier)
    tot_rust([anneke, carla])
    pipvaststellen.stel_vast(carla.store, plan, carla.store.vandaag())
    pip.zet_route(anneke.store, plan, Leerroute.Z, None)
    tot_rust([anneke, carla])
    (beeld,) = beelden(anneke)
    zegt = {regel.tekst for versie in beeld.versies for regel in versie.regels}
    assert {"Vastgesteld", "Concept", "B1-route", "Z-route"} <= zegt
    anneke.kies(Pipstatus.VASTGESTELD)
    tot_rust([anneke, carla])
    for laptop in (anneke, carla):
        assert laptop.strijdpunten() == []
        with laptop.store.lees() as sessie:
            rij = sessie.get_one(Pip, plan)
            assert (rij.status, rij.leerroute) == (Pipstatus.VASTGESTELD, Leerroute.B1)
            assert pip.inhoud_van(sessie, rij).leerroute is Leerroute.B1


def test_nobody_writes_their_own_mandate(samen: Samen) -> None:
    anneke, carla = samen("anneke", "carla")
    with pytest.raises(NogNietMogelijk, match="leidinggevende of de beheerder"):
        gemeentegegevens.geef_mandaat(
            anneke.store,
            "0171",
            anneke.medewerker,
            functie="Teamleider",
            vanaf=anneke.store.vandaag(),
            rollen=(Rol.KLANTMANAGER,),
            gekoppeld=True,
        )
    # Past the screens the centre refuses it.
    with anneke.store.work() as work:
        work.voeg_toe(
            Mandaat.nieuw("0171", anneke.medewerker, functie="Baas", vanaf=anneke.store.vandaag()),
            Gemeentegegevens(id=Gemeentegegevens.id_van("0171"), gemeente="0171", vier_ogen=False),
        )
    zet_op_de_lijst(carla, anneke)
    tot_rust([anneke, carla])
    assert {w.reden for w in anneke.weigeringen()} == {"geen-recht"}
    with carla.store.lees() as sessie:
        assert [m.functie for m in gemeentegegevens.mandaten(sessie, "0171")] == ["Teamleider"]
        assert gemeentegegevens.gemeentegegevens(sessie, "0171") is None


def test_a_toetsbegeleider_gets_no_plan_with_a_candidate(samen: Samen) -> None:
    anneke, dirk = samen("anneke", "dirk")
    dossier = klant(anneke)
    besloten(anneke, dossier)
    pip.begin(anneke.store, dossier)
    anneke.deel(dossier, "dirk")
    tot_rust([anneke, dirk])
    assert not {"pip", "pip2"} & klassen(dirk)


def test_decided_here_and_another_route_there_is_a_conflict_too(samen: Samen) -> None:
    anneke, carla = samen("anneke", "carla")
    dossier = klant(anneke)
    toets(anneke.store, dossier)
    id_ = weging.begin(anneke.store, dossier)
    vul_weging(anneke.store, id_)
    tot_rust([anneke, carla])
    weging.besluit(anneke.store, id_)
    weging.kies(carla.store, id_, ZR)
    tot_rust([anneke, carla])
    (beeld,) = beelden(carla)
    assert (beeld.onderwerp, beeld.titel) == (
        "Weging van de leerroute",
        "Besluit over de leerroute",
    )
    carla.kies(Wegingstatus.BESLOTEN)
    tot_rust([anneke, carla])
    for laptop in (anneke, carla):
        assert laptop.strijdpunten() == []
        assert laptop.lees(Weging, id_, "gekozen") is Leerroute.B1
