"""An erased client's plan is gone from the centre and from every laptop, signatures and all."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from psycopg import sql

from desktop.models.dossier import Medewerker
from desktop.models.pip import Pip
from desktop.models.pipdelen import Pipregel
from desktop.models.pipinhoud import Regel
from desktop.models.pipwoorden import PLANTABELLEN, WEGINGTABELLEN
from desktop.store import pip
from desktop.store.bestanden import GEGEVENS
from desktop.sync.centraal.leesbaar import SCHEMA, entiteiten
from tests.conftest import SLEUTEL
from tests.store.bladen import bladen
from tests.store.planwerk import MERK, SPOREN, compleet, volgeschreven
from tests.sync.laptop import Laptop
from tests.sync.test_pip import aantal, besloten, klant, mandaat
from tests.sync.waarborgen import Inzicht, alles_klopt, gewist_is_nergens, tot_rust

Samen = Callable[..., list[Laptop]]
GROND = "de termijn is om"
TABELLEN = {*WEGINGTABELLEN, *PLANTABELLEN, "termijnfeit"}
Geval = tuple[Laptop, Laptop, str]


@pytest.fixture
def gepland(samen: Samen) -> Geval:
    """Anneke's client with everything that a plan has; Carla has it too, and may erase."""
    anneke, carla = samen("anneke", "carla")
    mandaat(anneke)
    tot_rust([anneke, carla])
    dossier = anneke.maak_dossier()
    anneke.intake(dossier)
    with anneke.store.work() as work:
        work.get(Medewerker, anneke.medewerker).telefoon = "0527 63 39 11"
    volgeschreven(anneke.store, dossier)
    tot_rust([anneke, carla])
    assert (anneke.weigeringen(), carla.weigeringen()) == ([], [])
    return anneke, carla, dossier


def in_het_centrum(inzicht: Inzicht, dossier: str) -> set[str]:
    """The readable tables of the plan in which the centre has something of this dossier."""
    uit = set()
    for entiteit in entiteiten():
        if entiteit.naam not in TABELLEN:
            continue
        for deel in entiteit.tabellen:
            if any(k.naam == "dossier_id" for k in deel.kolommen):
                vraag = sql.SQL("SELECT count(*) FROM {} WHERE dossier_id = %s")
                tabel = sql.Identifier(SCHEMA, deel.naam)
                rij = inzicht.sql.execute(vraag.format(tabel), (dossier,)).fetchone()
                if rij and rij[0]:
                    uit.add(entiteit.naam)
    return uit


def test_the_centre_and_both_laptops_have_nothing_of_it_any_more(
    gepland: Geval, inzicht: Inzicht
) -> None:
    anneke, carla, dossier = gepland
    ander = klant(anneke)
    besloten(anneke, ander)
    compleet(anneke.store, ander)
    tot_rust([anneke, carla])
    regels = aantal(carla, Pipregel)
    assert in_het_centrum(inzicht, dossier) == TABELLEN
    naast = in_het_centrum(inzicht, ander)
    nummers = len(inzicht.journaal())
    for spoor in SPOREN:
        with pytest.raises(AssertionError):
            gewist_is_nergens([spoor], [], inzicht)
    carla.dienst.wis([dossier], GROND)
    tot_rust([carla, anneke])
    assert in_het_centrum(inzicht, dossier) == set()
    assert in_het_centrum(inzicht, ander) == naast
    gewist_is_nergens(SPOREN, [anneke, carla], inzicht)
    assert len(inzicht.journaal()) == nummers, "the numbers stay, for the chain"
    for laptop in (anneke, carla):
        with laptop.store.lees() as sessie:
            assert pip.pipdossier(sessie, dossier).versies == []
        inhoud = bladen(laptop.map / GEGEVENS, SLEUTEL)
        assert not any(spoor[:40].encode() in inhoud for spoor in SPOREN), laptop.naam
    assert 0 < aantal(anneke, Pipregel) == aantal(carla, Pipregel) < regels
    alles_klopt([anneke, carla], inzicht)


def test_who_wrote_in_the_plan_without_a_network_brings_nothing_back(
    gepland: Geval, inzicht: Inzicht
) -> None:
    anneke, carla, dossier = gepland
    with anneke.store.lees() as sessie:
        concept = pip.pipdossier(sessie, dossier).concept
        assert concept is not None
        pip_id = concept.id
    pip.schrijf(anneke.store, pip_id, "hoofddoel", f"{MERK} leert lassen.")
    pip.voeg_regel_toe(anneke.store, pip_id, Regel("n", "doel", f"{MERK} fietst."))
    carla.dienst.wis([dossier], GROND)
    tot_rust([carla])
    anneke.ronde()
    assert anneke.weigeringen() == [], "there is nothing left to decide about"
    tot_rust([anneke, carla])
    gewist_is_nergens([MERK], [anneke, carla], inzicht)
    alles_klopt([anneke, carla], inzicht)


def test_who_fetches_for_the_first_time_gets_a_tombstone_and_no_plan(
    gepland: Geval, inzicht: Inzicht, samen: Samen
) -> None:
    anneke, carla, dossier = gepland
    carla.dienst.wis([dossier], GROND)
    tot_rust([carla, anneke])
    (nieuw,) = samen("carla")
    tot_rust([nieuw])
    assert aantal(nieuw, Pip) == 0
    assert not any(spoor[:40].encode() in bladen(nieuw.map / GEGEVENS, SLEUTEL) for spoor in SPOREN)
    tot_rust([anneke, carla, nieuw])
    alles_klopt([anneke, carla, nieuw], inzicht)
