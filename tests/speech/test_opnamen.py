"""Recordings in the encrypted store."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import sqlalchemy as sa

from desktop.models.opname import Opname
from desktop.models.spraak import Opnameregel
from desktop.store.opnamen import Opnamen
from desktop.store.store import Store
from tests.speech.conftest import Luisteraar
from tests.speech.nep import toon, uiting


@pytest.fixture
def opnamen(store: Store) -> Opnamen:
    return Opnamen(store)


def bewaar(opnamen: Opnamen, context: str = "T.vraag", tekst: str = "Hoi", **rest: Any) -> bytes:
    ogg: bytes = rest.pop("ogg", None) or toon().als_ogg()
    dialect = rest.pop("dialect", "")
    opnamen.bewaar(
        "nl", dialect, context, tekst=tekst, ogg=ogg, duur_ms=400, spreker="Rahel", **rest
    )
    return ogg


def test_a_recording_comes_back_as_it_was(opnamen: Opnamen, store: Store) -> None:
    ogg = bewaar(opnamen)
    gevonden = opnamen.zoek("nl", "", "T.vraag")
    assert gevonden is not None
    assert (gevonden.tekst, gevonden.ogg) == ("Hoi", ogg)
    with store.lees() as sessie:
        rij = sessie.scalars(sa.select(Opname)).one()
    assert (rij.spreker, rij.duur_ms, rij.opgenomen_op) == ("Rahel", 400, store.vandaag())
    assert rij.toestemming_op == store.vandaag()


def test_a_later_recording_takes_its_place_and_is_seen_at_once(opnamen: Opnamen) -> None:
    bewaar(opnamen)
    assert opnamen.regels("nl", "T.vraag") == [Opnameregel("", "Hoi")]
    nieuw = bewaar(opnamen, tekst="Dag", ogg=toon(200).als_ogg(), opgenomen_op=date(2026, 1, 2))
    assert opnamen.regels("nl", "T.vraag") == [Opnameregel("", "Dag")]
    gevonden = opnamen.zoek("nl", "", "T.vraag")
    assert gevonden is not None
    assert gevonden.ogg == nieuw


def test_dialects_stand_beside_one_another(opnamen: Opnamen) -> None:
    bewaar(opnamen, dialect="Gronings")
    bewaar(opnamen, dialect="Zeeuws")
    assert {r.dialect for r in opnamen.regels("nl", "T.vraag")} == {"Gronings", "Zeeuws"}
    assert opnamen.zoek("nl", "", "T.vraag") is None


def test_what_is_missing_is_what_nobody_read_or_what_changed_since(opnamen: Opnamen) -> None:
    bewaar(opnamen, "A", "een")
    bewaar(opnamen, "B", "twee")
    bewaar(opnamen, "C", "drie", dialect="Gronings")
    teksten = {"D": "vier", "A": "een", "B": "TWEE", "C": "drie"}
    assert opnamen.ontbrekend("nl", "", teksten) == ["D", "B", "C"]
    assert opnamen.ontbrekend("nl", "Gronings", teksten) == ["D", "A", "B"]


def test_a_recording_can_be_taken_away_and_made_again(opnamen: Opnamen) -> None:
    bewaar(opnamen)
    assert opnamen.wis("nl", "", "T.vraag")
    assert opnamen.regels("nl", "T.vraag") == ()
    assert not opnamen.wis("nl", "", "T.vraag")
    bewaar(opnamen, tekst="Weer")
    assert opnamen.regels("nl", "T.vraag") == [Opnameregel("", "Weer")]


def test_the_journal_makes_the_same_recording_again(opnamen: Opnamen, store: Store) -> None:
    ogg = bewaar(opnamen)
    store.herbouw()
    gevonden = opnamen.zoek("nl", "", "T.vraag")
    assert gevonden is not None
    assert gevonden.ogg == ogg


def test_a_voice_counts_as_tried_only_when_it_was_good(opnamen: Opnamen) -> None:
    assert opnamen.beproefd("ti") == frozenset()
    opnamen.zet_stemproef("ti", "espeak:ti", goed=True, spreker="Rahel")
    opnamen.zet_stemproef("am", "espeak:am", goed=False)
    assert opnamen.beproefd("ti") == {"espeak:ti"}
    assert opnamen.beproefd("am") == frozenset()
    opnamen.zet_stemproef("ti", "espeak:ti", goed=False)
    assert opnamen.beproefd("ti") == frozenset()


def test_while_locked_there_is_nothing_and_no_failure(opnamen: Opnamen, store: Store) -> None:
    bewaar(opnamen)
    sleutel = store.sleutel
    store.sluit()
    assert opnamen.regels("nl", "T.vraag") == ()
    assert opnamen.zoek("nl", "", "T.vraag") is None
    assert opnamen.beproefd("nl") == frozenset()
    store.heropen(sleutel)
    assert opnamen.zoek("nl", "", "T.vraag") is not None


def test_what_stands_in_the_store_is_heard(opnamen: Opnamen, maak_luisteraar: Any) -> None:
    luisteraar: Luisteraar = maak_luisteraar(kast=opnamen)
    vraag = uiting()
    bewaar(opnamen, vraag.context, vraag.tekst, ogg=toon(700, 600).als_ogg())
    (klank,) = luisteraar.hoor_alles(vraag)
    assert klank.duur_ms == pytest.approx(700, abs=10)
