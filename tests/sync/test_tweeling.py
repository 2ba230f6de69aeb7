"""A laptop that is not the only one of its kind: put back from a backup, or copied."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from desktop.store import terugzetten
from desktop.store.bestanden import GEGEVENS
from desktop.store.inkomend import APPARAAT
from tests.conftest import SLEUTEL
from tests.sync.laptop import Laptop
from tests.sync.waarborgen import Inzicht, alles_klopt, tot_rust

Samen = Callable[..., list[Laptop]]
KOPIE = "kopie, of er is een reservekopie teruggezet"


def kopieer(van: Laptop, naar: Laptop) -> None:
    """The disk of one laptop in another one."""
    naar.zet_terug(van.bewaar(van.map / "schijf.db"))


def test_restored_from_yesterdays_backup_nothing_is_lost_and_nothing_comes_twice(
    samen: Samen, inzicht: Inzicht, tmp_path: Path
) -> None:
    anneke, bram = samen("anneke", "bram")
    oud = anneke.maak_dossier(adres="Emmeloord")
    anneke.deel(oud, "bram")
    tot_rust([anneke, bram])
    anneke.wijzig(oud, telefoon="nog niet weg")  # in the backup, not yet in the centre
    gisteren = anneke.bewaar(tmp_path / "gisteren.db")
    anneke.wijzig(oud, adres="Urk")
    nieuw = anneke.maak_dossier(achternaam="Van vandaag")
    tot_rust([anneke, bram])
    voor = anneke.ik.id
    anneke.zet_terug(gisteren)
    assert not anneke.heeft(nieuw)
    anneke.wijzig(oud, nationaliteit="ER")  # goes on at yesterday's numbers
    uitkomst = anneke.ronde()
    assert any(KOPIE in zin for zin in uitkomst.meldingen)
    assert anneke.ik.id != voor
    tot_rust([anneke, bram])
    alles_klopt([anneke, bram], inzicht)
    assert anneke.heeft(nieuw)
    assert [bram.veld(oud, v) for v in ("adres", "telefoon", "nationaliteit")] == [
        "Urk", "nog niet weg", "ER",
    ]  # fmt: skip
    assert anneke.stand.conflicten == 0
    assert anneke.ronde().meldingen == ()


def test_a_backup_put_back_by_the_program_itself_goes_on_under_another_identity(
    samen: Samen, inzicht: Inzicht
) -> None:
    anneke, _bram = samen("anneke", "bram")
    dossier = anneke.maak_dossier(adres="Emmeloord")
    kopie = anneke.store.reservekopie()
    anneke.wijzig(dossier, adres="Urk")
    anneke.ronde()
    voor = anneke.ik.id
    anneke.sluit()
    terugzetten.zet_terug(anneke.map, kopie, SLEUTEL, anneke.lijst, anneke.klok())
    anneke.heropen()
    assert anneke.ik.id != voor
    assert anneke.veld(dossier, "adres") == "Emmeloord"
    tot_rust([anneke])
    alles_klopt([anneke], inzicht)
    assert anneke.veld(dossier, "adres") == "Urk"


def test_two_laptops_with_one_identity_each_keep_what_they_wrote(
    samen: Samen, inzicht: Inzicht
) -> None:
    een, ander = samen("anneke", "anneke")
    dossier = een.maak_dossier(adres="Emmeloord")
    een.wijzig(dossier, telefoon="op beide, niet gebracht")
    kopieer(een, ander)
    assert een.ik.id == ander.ik.id
    een.wijzig(dossier, adres="Urk")
    ander.wijzig(dossier, adres="Nagele")
    een.ronde()
    uitkomst = ander.ronde()
    assert any(KOPIE in zin for zin in uitkomst.meldingen), "its user is told"
    assert een.ik.id != ander.ik.id
    tot_rust([een, ander])
    alles_klopt([een, ander], inzicht)
    (conflict,) = een.conflicten()
    assert {v.waarden["adres"] for v in conflict.versies} == {"Urk", "Nagele"}
    assert een.veld(dossier, "telefoon") == "op beide, niet gebracht"


def test_two_laptops_with_one_identity_that_changed_different_fields_have_both(
    samen: Samen, inzicht: Inzicht
) -> None:
    een, ander = samen("anneke", "anneke")
    dossier = een.maak_dossier(adres="Emmeloord")
    een.ronde()
    kopieer(een, ander)
    een.wijzig(dossier, adres="Urk")
    ander.wijzig(dossier, telefoon="0612345678")
    een.ronde()
    uitkomst = ander.ronde()
    assert any(KOPIE in zin for zin in uitkomst.meldingen), "its user is told"
    een.ronde()
    assert een.ik.id != ander.ik.id
    for wie in (een, ander):
        assert (wie.veld(dossier, "adres"), wie.veld(dossier, "telefoon")) == ("Urk", "0612345678")
        assert (wie.stand.conflicten, wie.weigeringen()) == (0, [])
    tot_rust([een, ander])
    alles_klopt([een, ander], inzicht)


def test_the_same_change_under_two_identities_is_one_change(
    samen: Samen, inzicht: Inzicht, tmp_path: Path
) -> None:
    """Two copies stamp it anew and both send it: what one has, all have, to the last field."""
    een, ander = samen("anneke", "anneke")
    dossier = een.maak_dossier(adres="Emmeloord")
    een.ronde()
    een.wijzig(dossier, telefoon="gedeeld")
    oud = een.bewaar(tmp_path / "oud.db")
    kopieer(een, ander)
    een.ronde()
    een.wijzig(dossier, adres="Urk")
    een.ronde()
    ander.wijzig(dossier, nationaliteit="ER")
    ander.ronde()  # another identity, and brings what it thinks is new
    een.zet_terug(oud)
    een.verloopt(days=400)
    een.wijzig(dossier, v_nummer="2712345678")
    tot_rust([een, ander])
    alles_klopt([een, ander], inzicht)
    assert len([r for r in inzicht.journaal().values() if r[7] == '"gedeeld"']) == 1


def test_a_twin_that_came_in_between_greeting_and_fetching_is_noticed(
    samen: Samen, inzicht: Inzicht
) -> None:
    """Its rows carry our own numbers: to write the next one there would clash for ever."""
    een, ander, bram = samen("anneke", "anneke", "bram")
    dossier = een.maak_dossier(adres="Emmeloord")
    een.deel(dossier, "bram")
    tot_rust([een, bram])
    kopieer(een, ander)
    bram.wijzig(dossier, adres="van Bram")
    bram.ronde()
    ander.wijzig(dossier, telefoon="van de tweeling")
    oud = een.ik.id
    een.ronde_met(1, ander.ronde)  # greeted already; now it fetches
    assert een.veld(dossier, "telefoon") == "van de tweeling"
    assert een.ik.id != oud
    een.wijzig(dossier, nationaliteit="ER")
    tot_rust([een, ander, bram])
    alles_klopt([een, ander, bram], inzicht)
    assert ander.veld(dossier, "nationaliteit") == "ER"


def test_a_colleague_who_starts_from_my_disk_writes_under_an_own_identity(
    samen: Samen, inzicht: Inzicht
) -> None:
    """A laptop set up by copying a colleague's: another person, another device, other rights."""
    anneke, bram = samen("anneke", "bram")
    dossier = anneke.maak_dossier(adres="Emmeloord")
    anneke.ronde()
    anneke.sluit()
    bram.sluit()
    shutil.copyfile(anneke.map / GEGEVENS, bram.map / GEGEVENS)
    anneke.heropen()
    bram.heropen()
    bram.dienst.koppel(bram.centrum.verbinding("bram"))
    tot_rust([anneke, bram])
    assert bram.ik.id != anneke.ik.id
    assert bram.medewerker == bram.centrum.medewerker("bram")
    assert not bram.heeft(dossier)
    alles_klopt([anneke, bram], inzicht)
    assert all(r[APPARAAT] != bram.ik.id for r in anneke.journaal().values() if r[2] == dossier)
