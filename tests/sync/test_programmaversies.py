"""Older and newer programs around one centre, in both directions."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
import sqlalchemy as sa

from desktop.models.basis import nieuw_id
from desktop.models.wijziging import Soort
from desktop.store import samen as besluit
from desktop.store.journaal import Veldwijziging
from desktop.store.store import Store
from desktop.sync.centraal import beheer
from desktop.sync.fouten import LaptopTeOud
from tests.sync.conftest import Centrum
from tests.sync.laptop import Laptop
from tests.sync.waarborgen import Inzicht, alles_klopt, tot_rust

Samen = Callable[..., list[Laptop]]


def schrijf(
    laptop: Laptop, dossier: str, entiteit: str, rij: str, klasse: str = "gewoon", **velden: Any
) -> None:
    """What a newer program would write: a table or a field that this one does not know."""
    with laptop.store.velden() as werk:
        werk.velden += [
            Veldwijziging(
                entiteit, rij, dossier, "0171", klasse, veld, Soort.ZET, json.dumps(waarde)
            )
            for veld, waarde in velden.items()
        ]


def in_journaal(laptop: Laptop, entiteit: str) -> set[tuple[str, str]]:
    """(field, JSON) of everything about this table."""
    return {(str(r[5]), str(r[7])) for r in laptop.journaal().values() if r[3] == entiteit}


@pytest.fixture
def paar(samen: Samen) -> tuple[Laptop, Laptop, str]:
    """Anneke, Bram, and a client that they share."""
    anneke, bram = samen("anneke", "bram")
    dossier = anneke.maak_dossier(adres="Emmeloord")
    anneke.deel(dossier, "bram")
    tot_rust([anneke, bram])
    return anneke, bram, dossier


Paar = tuple[Laptop, Laptop, str]


def test_an_unknown_table_is_kept_and_passed_on_and_shown_by_nobody(
    paar: Paar, inzicht: Inzicht
) -> None:
    anneke, bram, dossier = paar
    schrijf(anneke, dossier, "leerpad", nieuw_id(), titel="Z-route", uren=12)
    tot_rust([anneke, bram])
    assert in_journaal(bram, "leerpad") == {("titel", '"Z-route"'), ("uren", "12")}
    assert not sa.inspect(bram.store._motor).has_table("leerpad")
    assert anneke.stand.alles_bevestigd
    alles_klopt([anneke, bram], inzicht)


def test_an_unknown_field_of_a_known_table_stands_beside_the_ones_that_are_known(
    paar: Paar, inzicht: Inzicht
) -> None:
    anneke, bram, dossier = paar
    schrijf(anneke, dossier, "dossier", dossier, "identiteit", roepnaam="Tes")
    bram.wijzig(dossier, adres="Urk")
    tot_rust([anneke, bram])
    assert ("roepnaam", '"Tes"') in in_journaal(bram, "dossier")
    assert anneke.veld(dossier, "adres") == "Urk"
    assert bram.stand.conflicten == 0
    bram.store.herbouw()
    assert bram.veld(dossier, "adres") == "Urk"
    assert bram.store.controleer_keten() == []
    alles_klopt([anneke, bram], inzicht)


def test_two_newer_programs_in_conflict_leave_both_values_on_the_older_one(
    paar: Paar, inzicht: Inzicht
) -> None:
    """It cannot decide about them; it must not lose them either, nor fail on them."""
    anneke, bram, dossier = paar
    rij = nieuw_id()
    for laptop, uren in ((anneke, 12), (bram, 20)):
        schrijf(laptop, dossier, "leerpad", rij, uren=uren)
    tot_rust([anneke, bram])
    assert in_journaal(bram, "leerpad") == {("uren", "12"), ("uren", "20")}
    assert bram.stand.conflicten == 0
    alles_klopt([anneke, bram], inzicht)


def test_a_word_that_only_a_newer_program_knows_takes_nothing_else_along(
    paar: Paar, inzicht: Inzicht
) -> None:
    """A new choice in a known field: the row waits for the upgrade, the journal has it."""
    anneke, bram, dossier = paar
    huisgenoot = anneke.huisgenoot(dossier, "Sami")
    tot_rust([anneke, bram])
    schrijf(anneke, dossier, "huisgenoot", huisgenoot, "kinderen", relatie="pleegkind")
    tot_rust([anneke, bram])
    assert bram.huishouden(dossier) == []
    assert bram.heeft(dossier)
    assert ("relatie", '"pleegkind"') in in_journaal(bram, "huisgenoot")


def test_a_class_of_data_that_the_centre_does_not_know_yet_stays_here_until_it_does(
    paar: Paar, inzicht: Inzicht, centrum: Centrum
) -> None:
    """A newer program against an older centre: refused row by row, kept, offered again."""
    anneke, bram, dossier = paar
    rij = nieuw_id()
    schrijf(anneke, dossier, "filmpje", rij, "geluid", duur=31)
    anneke.wijzig(dossier, adres="Urk")
    tot_rust([anneke, bram])
    assert bram.veld(dossier, "adres") == "Urk", "the rest goes on"
    assert [(w.reden, w.veld) for w in anneke.weigeringen()] == [("klasse", "duur")]
    with centrum.beheer() as verbinding:
        verbinding.execute(
            "INSERT INTO viergesprek.recht SELECT rol, 'geluid', true, true "
            "FROM viergesprek.recht WHERE rol = 'klantmanager' AND klasse = 'gewoon'"
        )
    besluit.bied_opnieuw(anneke.store, {w.id for w in anneke.weigeringen()})
    tot_rust([anneke, bram])
    assert in_journaal(bram, "filmpje") == {("duur", "31")}
    alles_klopt([anneke, bram], inzicht)


def test_a_program_that_is_too_old_reads_keeps_its_work_and_says_so(
    paar: Paar, inzicht: Inzicht, centrum: Centrum, monkeypatch: pytest.MonkeyPatch
) -> None:
    anneke, bram, dossier = paar
    bram.wijzig(dossier, telefoon="van de oude versie")
    with beheer.beheerverbinding(centrum.uri) as verbinding:
        beheer.werk_bij(verbinding, minimum=3)
    nieuw = 3
    monkeypatch.setattr(
        Store, "schemaversie", property(lambda s: nieuw if s is anneke.store else 2)
    )
    anneke.wijzig(dossier, adres="van de nieuwe versie")
    anneke.ronde()
    contact = bram.stand.laatste_contact
    with pytest.raises(LaptopTeOud) as fout:
        bram.ronde()
    assert "te oud" in fout.value.zin
    assert "Installeer de nieuwe versie" in fout.value.zin
    assert bram.veld(dossier, "adres") == "van de nieuwe versie", "it reads on"
    assert bram.veld(dossier, "telefoon") == "van de oude versie", "and keeps its work"
    assert bram.stand.wachtend == 1
    assert bram.stand.laatste_contact == contact, "this was no whole round"
    monkeypatch.setattr(Store, "schemaversie", property(lambda _s: nieuw))
    bram.heropen()
    tot_rust([bram, anneke])
    assert anneke.veld(dossier, "telefoon") == "van de oude versie", "also what the old one wrote"
    alles_klopt([anneke, bram], inzicht)


def test_a_right_that_ends_while_the_program_is_too_old_loses_none_of_its_work(
    paar: Paar, inzicht: Inzicht, centrum: Centrum, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its work is still here when the right comes back, and it counts then."""
    anneke, bram, dossier = paar
    bram.wijzig(dossier, adres="van de oude versie")
    with centrum.beheer() as verbinding:
        verbinding.execute(
            "UPDATE viergesprek.instelling SET waarde = '3' WHERE naam = 'minimum_schema'"
        )
    monkeypatch.setattr(Store, "schemaversie", property(lambda s: 3 if s is anneke.store else 2))
    anneke.neem_terug(dossier, "bram")
    anneke.ronde()
    with pytest.raises(LaptopTeOud):
        bram.ronde()
    assert not bram.heeft(dossier)
    assert bram.stand.wachtend == 1
    anneke.deel(dossier, "bram")
    anneke.ronde()
    with pytest.raises(LaptopTeOud):
        bram.ronde()
    assert bram.veld(dossier, "adres") == "van de oude versie"
    monkeypatch.setattr(Store, "schemaversie", property(lambda _s: 3))
    tot_rust([bram, anneke])
    assert anneke.veld(dossier, "adres") == "van de oude versie"
    assert anneke.stand.conflicten == bram.stand.conflicten == 0
    alles_klopt([anneke, bram], inzicht)
