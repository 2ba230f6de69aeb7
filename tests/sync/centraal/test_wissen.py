"""Erasing: gone from every table, and nothing comes back."""

from __future__ import annotations

import threading
from typing import Any

import psycopg
import pytest

from desktop.sync.antwoorden import Cursor, Plek, Wissing
from desktop.sync.fouten import GeenRecht
from desktop.sync.regels import als_regels
from tests.sync.bouw import GEMEENTE, Laptop, nieuw
from tests.sync.conftest import ROLLEN, Centrum

GEHEIM = "Onmiskenbaar Geheim 4711"


@pytest.fixture
def anneke(centrum: Centrum) -> Laptop:
    return centrum.laptop("anneke")


def vul(laptop: Laptop, centrum: Centrum) -> str:
    """A dossier that left traces in every table; its id."""
    rijen = laptop.dossier(bsn="123456782", achternaam=GEHEIM)
    dossier = str(rijen[0][4])
    rijen += [
        laptop.rij("antwoord", nieuw(), "keuzes:geheim4711", 1, dossier=dossier, soort="add"),
        laptop.rij("notitie", nieuw(), "tekst", GEHEIM, dossier=dossier, klasse="gezondheid"),
        laptop.rij("notitie", nieuw(), "tekst", GEHEIM, dossier=dossier, ouders=[nieuw()]),
        *laptop.rijen("deling", nieuw(), {"medewerker_id": nieuw(), "reden": GEHEIM},
                      dossier=dossier, klasse="toegang"),
    ]  # fmt: skip
    assert laptop.breng(rijen).geweigerd == ()
    bram = centrum.laptop("bram")
    bram.breng([bram.rij("notitie", nieuw(), "tekst", GEHEIM, dossier=dossier)])
    return dossier


def vindplaatsen(centrum: Centrum, *teksten: str) -> list[tuple[str, str]]:
    """Tables and rows in which one of these texts stands, anywhere in the database."""
    uit: list[tuple[str, str]] = []
    with centrum.beheer() as verbinding:
        tabellen = verbinding.execute(
            "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables "
            "WHERE schemaname LIKE 'viergesprek%'"
        ).fetchall()
        for (tabel,) in tabellen:
            for (rij,) in verbinding.execute(f"SELECT t::text FROM {tabel} t"):
                if any(tekst in rij for tekst in teksten):
                    uit.append((tabel, rij))
    return uit


def test_an_erased_dossier_is_in_no_table_any_more(centrum: Centrum, anneke: Laptop) -> None:
    dossier, blijft = vul(anneke, centrum), vul(anneke, centrum)
    voor = anneke.haal_alles()
    assert len(vindplaatsen(centrum, GEHEIM)) > 8
    assert centrum.laptop("carla").centrale.wis(GEMEENTE, dossier, "bewaartermijn voorbij") == 1
    resten = [rij for _t, rij in vindplaatsen(centrum, GEHEIM, "geheim4711", "123456782")]
    assert resten
    assert all(blijft in rij for rij in resten)
    assert {t for t, _r in vindplaatsen(centrum, dossier)} == {
        "viergesprek.stroom", "viergesprek.wijziging", "viergesprek.gewist",
        # By what they were changed: the id of an entity is no content.
    }  # fmt: skip
    na = centrum.laptop("carla").haal_alles()
    for id_, rij in voor.items():
        if rij[2] == dossier and id_ in na:
            leeg = na[id_]
            assert (leeg[5], leeg[7], leeg[14]) == ("", None, None)
            assert leeg[:5] + leeg[8:14] + leeg[15:] == rij[:5] + rij[8:14] + rij[15:]
    assert anneke.haal_alles().keys() == {i for i, r in voor.items() if r[2] == blijft}


def test_the_numbers_stay_without_a_gap(centrum: Centrum, anneke: Laptop) -> None:
    dossier = vul(anneke, centrum)
    carla = centrum.laptop("carla")
    plek = Plek(GEMEENTE, dossier, "identiteit")
    voor = carla.centrale.haal([Cursor(plek, 0)], 100)
    carla.centrale.wis(GEMEENTE, dossier, "x")
    na = carla.centrale.haal([Cursor(plek, 0)], 100)
    assert [(b.nr, b.rij[0]) for b in na] == [(b.nr, b.rij[0]) for b in voor]


def test_everybody_in_the_gemeente_hears_of_it_and_counts_on(
    centrum: Centrum, anneke: Laptop
) -> None:
    een, twee = vul(anneke, centrum), vul(anneke, centrum)
    els = centrum.laptop("els")
    assert els.centrale.wis(GEMEENTE, een, "x") == 1
    assert els.centrale.wis(GEMEENTE, twee, "x") == 2
    assert els.centrale.wis(GEMEENTE, een, "x") == 1
    vww = centrum.laptop("vww")
    assert vww.groet().wissingen == (Wissing(GEMEENTE, 1, een), Wissing(GEMEENTE, 2, twee))
    assert vww.groet(wissingen={GEMEENTE: 1}).wissingen == (Wissing(GEMEENTE, 2, twee),)


def test_later_changes_are_refused_and_leave_nothing(centrum: Centrum, anneke: Laptop) -> None:
    dossier = vul(anneke, centrum)
    centrum.laptop("els").centrale.wis(GEMEENTE, dossier, "x")
    antwoord = anneke.breng([
        anneke.rij("notitie", nieuw(), "tekst", GEHEIM, dossier=dossier),
        *anneke.dossier(),
        *anneke.dossier(dossier, achternaam=GEHEIM),
    ])  # fmt: skip
    assert [g.reden for g in antwoord.geweigerd] == ["gewist"] * 5
    assert vindplaatsen(centrum, GEHEIM) == []
    assert antwoord.hoogste == anneke.groet().volgnummer


def test_a_resent_batch_of_an_erased_dossier_is_known(centrum: Centrum, anneke: Laptop) -> None:
    rijen = anneke.dossier(achternaam=GEHEIM)
    anneke.breng(rijen)
    centrum.laptop("els").centrale.wis(GEMEENTE, str(rijen[0][4]), "x")
    assert anneke.breng(rijen).hoogste == 4
    assert vindplaatsen(centrum, GEHEIM) == []


@pytest.mark.parametrize("naam", sorted(ROLLEN.keys() - {"carla", "els"}))
def test_only_leidinggevende_and_beheerder_erase(
    centrum: Centrum, anneke: Laptop, naam: str
) -> None:
    dossier = str(anneke.dossier()[0][4])
    with pytest.raises(GeenRecht):
        centrum.laptop(naam).centrale.wis(GEMEENTE, dossier, "x")
    with pytest.raises(GeenRecht):
        centrum.laptop("carla").centrale.wis("0344", dossier, "x")


def test_a_push_in_flight_and_an_erasure_wait_for_one_another(
    centrum: Centrum, anneke: Laptop
) -> None:
    """Also for a class in which the dossier had nothing yet (sync.md trap 12)."""
    begin = anneke.dossier()
    anneke.breng(begin)
    dossier = str(begin[0][4])
    klaar = threading.Event()
    fouten: list[Any] = []

    def wis() -> None:
        try:
            centrum.laptop("els").centrale.wis(GEMEENTE, dossier, "x")
        except Exception as fout:
            fouten.append(fout)
        klaar.set()

    rij = anneke.rij("notitie", nieuw(), "tekst", GEHEIM, dossier=dossier, klasse="geld")
    with centrum.psql("anneke") as verbinding, verbinding.transaction():
        verbinding.execute("SELECT viergesprek.breng(%s, %s)", (anneke.id, als_regels([rij])))
        draad = threading.Thread(target=wis)
        draad.start()
        assert not klaar.wait(0.3)
    draad.join()
    assert fouten == []
    assert vindplaatsen(centrum, GEHEIM) == []


def test_an_old_snapshot_does_not_get_past_an_erasure(centrum: Centrum, anneke: Laptop) -> None:
    rijen = anneke.dossier()
    anneke.breng(rijen)
    with centrum.psql("anneke") as verbinding:
        verbinding.execute("BEGIN ISOLATION LEVEL REPEATABLE READ")
        with pytest.raises(psycopg.Error) as fout:
            verbinding.execute("SELECT viergesprek.breng(%s, '')", (anneke.id,))
    assert fout.value.sqlstate == "25001"
