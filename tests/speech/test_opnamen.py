"""Recordings in the encrypted store."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import sqlalchemy as sa

from desktop.models.opname import Opname
from desktop.models.opnamewerk import Inspreekopdracht, Zin
from desktop.models.spraak import Opnameregel
from desktop.store.opnamebeheer import neem_zin_op, wis
from desktop.store.opnamen import Opnamen
from desktop.store.store import Store
from tests.speech.conftest import Luisteraar
from tests.speech.nep import toon, uiting

Bewaar = Callable[..., bytes]


@pytest.fixture
def opnamen(store: Store) -> Opnamen:
    return Opnamen(store)


@pytest.fixture
def bewaar(store: Store) -> Bewaar:
    """Keeps a recording of one prompt as the recording screen does; gives its sound."""

    def doe(
        context: str = "T.vraag", tekst: str = "Hoi", *, dialect: str = "", ogg: bytes = b""
    ) -> bytes:
        ogg = ogg or toon().als_ogg()
        opdracht = Inspreekopdracht("nl", dialect, "Rahel", store.vandaag())
        neem_zin_op(store, opdracht, Zin((context,), tekst, tekst, frozenset()), ogg, 400)
        return ogg

    return doe


def test_a_recording_comes_back_as_it_was(opnamen: Opnamen, bewaar: Bewaar, store: Store) -> None:
    ogg = bewaar()
    gevonden = opnamen.zoek("nl", "", "T.vraag")
    assert gevonden is not None
    assert (gevonden.tekst, gevonden.ogg) == ("Hoi", ogg)
    with store.lees() as sessie:
        rij = sessie.scalars(sa.select(Opname)).one()
    assert (rij.spreker, rij.duur_ms, rij.opgenomen_op) == ("Rahel", 400, store.vandaag())
    assert rij.toestemming_op == store.vandaag()


def test_a_later_recording_takes_its_place_and_is_seen_at_once(
    opnamen: Opnamen, bewaar: Bewaar
) -> None:
    bewaar()
    assert opnamen.regels("nl", "T.vraag") == [Opnameregel("", "Hoi")]
    nieuw = bewaar(tekst="Dag", ogg=toon(200).als_ogg())
    assert opnamen.regels("nl", "T.vraag") == [Opnameregel("", "Dag")]
    gevonden = opnamen.zoek("nl", "", "T.vraag")
    assert gevonden is not None
    assert gevonden.ogg == nieuw


def test_dialects_stand_beside_one_another(opnamen: Opnamen, bewaar: Bewaar) -> None:
    bewaar(dialect="Gronings")
    bewaar(dialect="Zeeuws")
    assert {r.dialect for r in opnamen.regels("nl", "T.vraag")} == {"Gronings", "Zeeuws"}
    assert opnamen.zoek("nl", "", "T.vraag") is None


def test_a_recording_can_be_taken_away_and_made_again(
    opnamen: Opnamen, bewaar: Bewaar, store: Store
) -> None:
    bewaar()
    with store.work() as work:
        assert wis(work, [Opname.id_van("nl", "", "T.vraag")]) == 1
    assert opnamen.regels("nl", "T.vraag") == ()
    bewaar(tekst="Weer")
    assert opnamen.regels("nl", "T.vraag") == [Opnameregel("", "Weer")]


def test_the_journal_makes_the_same_recording_again(
    opnamen: Opnamen, bewaar: Bewaar, store: Store
) -> None:
    ogg = bewaar()
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


def test_while_locked_there_is_nothing_and_no_failure(
    opnamen: Opnamen, bewaar: Bewaar, store: Store
) -> None:
    bewaar()
    sleutel = store.sleutel
    store.sluit()
    assert opnamen.regels("nl", "T.vraag") == ()
    assert opnamen.zoek("nl", "", "T.vraag") is None
    assert opnamen.beproefd("nl") == frozenset()
    store.heropen(sleutel)
    assert opnamen.zoek("nl", "", "T.vraag") is not None


def test_what_stands_in_the_store_is_heard(
    opnamen: Opnamen, bewaar: Bewaar, maak_luisteraar: Any
) -> None:
    luisteraar: Luisteraar = maak_luisteraar(kast=opnamen)
    vraag = uiting()
    bewaar(vraag.context, vraag.tekst, ogg=toon(700, 600).als_ogg())
    (klank,) = luisteraar.hoor_alles(vraag)
    assert klank.duur_ms == pytest.approx(700, abs=10)


def test_a_recording_that_is_damaged_is_told_and_another_voice_reads(
    opnamen: Opnamen, bewaar: Bewaar, store: Store, maak_luisteraar: Any
) -> None:
    luisteraar: Luisteraar = maak_luisteraar(kast=opnamen)
    vraag = uiting()
    bewaar(vraag.context, vraag.tekst)
    with store.work() as work:
        work.session.scalars(sa.select(Opname)).one().geluid = "geen base64"
    assert len(luisteraar.hoor_alles(vraag)) == 1
    assert luisteraar.zinnen == ["Deze opname is niet te lezen. Neem hem opnieuw op als dat kan."]
