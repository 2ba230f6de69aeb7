"""An erased client is gone from every laptop, and from whatever they still had to say about it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.store.bestanden import GEGEVENS
from tests.sync.laptop import Laptop
from tests.sync.waarborgen import Inzicht, alles_klopt, gewist_is_nergens, tot_rust

Samen = Callable[..., list[Laptop]]
MERK = "Qwortelzz"
GROND = "de termijn is om"


@pytest.fixture
def gedeeld(samen: Samen) -> tuple[Laptop, Laptop, Laptop, str]:
    """A client of Anneke's, shared with Bram; every word about it is MERK. Carla may erase."""
    anneke, bram, carla = samen("anneke", "bram", "carla")
    dossier = anneke.maak_dossier(voornamen=MERK, achternaam=MERK, adres=MERK, bsn="123456782")
    anneke.huisgenoot(dossier, MERK)
    intake = anneke.intake(dossier)
    anneke.noteer(intake, MERK, domein="FG")
    anneke.deel(dossier, "bram")
    tot_rust([anneke, bram, carla])
    return anneke, bram, carla, dossier


Geval = tuple[Laptop, Laptop, Laptop, str]


def test_it_is_gone_everywhere_and_the_numbers_stay(gedeeld: Geval, inzicht: Inzicht) -> None:
    anneke, bram, carla, dossier = gedeeld
    aantal = len(inzicht.journaal())
    carla.dienst.wis([dossier], GROND)
    allen = [anneke, bram, carla]
    tot_rust(allen)
    assert [laptop.dossiers() for laptop in allen] == [[], [], []]
    gewist_is_nergens([MERK, "123456782"], allen, inzicht)
    alles_klopt(allen, inzicht)
    assert len(inzicht.journaal()) == aantal


def test_a_laptop_that_was_offline_with_unsent_changes_to_it_brings_nothing_back(
    gedeeld: Geval, inzicht: Inzicht
) -> None:
    anneke, bram, carla, dossier = gedeeld
    bram.wijzig(dossier, telefoon=MERK)
    bram.huisgenoot(dossier, MERK)
    carla.dienst.wis([dossier], GROND)
    tot_rust([carla, anneke])
    bram.ronde()
    assert not bram.heeft(dossier)
    assert bram.weigeringen() == [], "there is nothing left to decide about"
    assert bram.stand.alles_bevestigd
    tot_rust([anneke, bram, carla])
    gewist_is_nergens([MERK], [anneke, bram, carla], inzicht)
    alles_klopt([anneke, bram, carla], inzicht)


def test_erased_between_greeting_and_bringing_it_is_refused_and_then_gone(
    gedeeld: Geval, inzicht: Inzicht
) -> None:
    anneke, bram, carla, dossier = gedeeld
    bram.wijzig(dossier, telefoon=MERK)
    bram.ronde_met(1, lambda: carla.dienst.wis([dossier], GROND))
    tot_rust([anneke, bram, carla])
    assert bram.weigeringen() == []
    gewist_is_nergens([MERK], [anneke, bram, carla], inzicht)
    alles_klopt([anneke, bram, carla], inzicht)


@pytest.mark.parametrize("na", range(1, 5))
def test_a_program_that_ends_while_it_erases_goes_on_erasing(
    gedeeld: Geval, inzicht: Inzicht, na: int
) -> None:
    anneke, bram, carla, dossier = gedeeld
    carla.dienst.wis([dossier], GROND)
    assert bram.ronde_gedood(na), "the round had no transaction of that number"
    tot_rust([anneke, bram, carla])
    gewist_is_nergens([MERK], [anneke, bram, carla], inzicht)
    alles_klopt([anneke, bram, carla], inzicht)


def test_no_row_of_another_dossier_is_touched_by_an_erasure(
    gedeeld: Geval, inzicht: Inzicht
) -> None:
    anneke, bram, carla, dossier = gedeeld
    ander = anneke.maak_dossier(voornamen="Blijft")
    anneke.huisgenoot(ander, "Sami")
    anneke.ronde()
    voor = {id_: rij for id_, rij in anneke.journaal().items() if rij[2] == ander}
    carla.dienst.wis([dossier], GROND)
    tot_rust([anneke, bram, carla])
    assert anneke.dossiers() == [ander]
    assert anneke.huishouden(ander) == ["Sami"]
    nu = anneke.journaal()
    assert voor
    assert {id_: nu.get(id_) for id_ in voor} == voor
    alles_klopt([anneke, bram, carla], inzicht)


def test_an_old_backup_a_stick_and_an_offer_bring_nothing_back(
    gedeeld: Geval, inzicht: Inzicht, tmp_path: Path
) -> None:
    anneke, bram, carla, dossier = gedeeld
    anneke.neem_terug(dossier, "bram")
    anneke.ronde()
    bram.wijzig(dossier, adres=f"{MERK} geweigerd")
    kopie = bram.bewaar(tmp_path / "kopie.db")
    bram.schrijf_stick(tmp_path / "stick")
    bram.ronde()  # refused, and so offered to Anneke
    carla.dienst.wis([dossier], GROND)
    tot_rust([anneke, carla])
    anneke.lees_stick(tmp_path / "stick")
    bram.zet_terug(kopie)
    tot_rust([anneke, bram, carla])
    assert anneke.dienst.aangeboden() == []
    gewist_is_nergens([MERK], [anneke, bram, carla], inzicht)
    alles_klopt([anneke, bram, carla], inzicht)


def test_the_file_itself_holds_no_trace_of_it(gedeeld: Geval) -> None:
    """Not in a freed page, not in the write-ahead log: read with the key, byte by byte."""
    import sqlcipher3

    from desktop.store.motor import verbind
    from tests.conftest import SLEUTEL

    anneke, bram, carla, dossier = gedeeld
    bram.wijzig(dossier, telefoon=MERK)
    carla.dienst.wis([dossier], GROND)
    tot_rust([bram, anneke, carla])
    bram.sluit()
    open_ = bram.map / "open.db"
    verbinding = verbind(bram.map / GEGEVENS, SLEUTEL)
    try:
        verbinding.execute(f"ATTACH DATABASE '{open_}' AS open KEY ''")
        verbinding.execute("SELECT sqlcipher_export('open')")
    except sqlcipher3.OperationalError as fout:  # pragma: no cover
        raise AssertionError(fout) from fout
    finally:
        verbinding.close()
    assert b"CREATE TABLE" in open_.read_bytes(), "it is plain text now"
    assert MERK.encode() not in open_.read_bytes()
    assert not (bram.map / f"{GEGEVENS}-wal").exists()
    bram.heropen()
