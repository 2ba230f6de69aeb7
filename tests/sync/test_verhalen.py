"""What users of other programs complained about, and what happens here (peers.md B1-B4)."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from desktop.models.dossier import Dossier
from desktop.models.wijziging import Soort
from desktop.store import samen
from desktop.store.bestanden import GEGEVENS
from desktop.store.journaal import Veldwijziging
from desktop.store.klok import milliseconden
from desktop.sync.fouten import LaptopTeOud
from desktop.sync.stand import Fase, Voortgang
from tests.sync.conftest import Centrum

if TYPE_CHECKING:
    from tests.sync.laptop import Laptop

Geef = Callable[..., "Laptop"]
WORTEL = Path(__file__).parents[2]


@pytest.fixture
def gedeeld(laptop: Geef) -> tuple[Laptop, Laptop, str]:
    """A dossier of Anneke's that Bram has on his laptop too."""
    anneke, bram = laptop("anneke"), laptop("bram")
    dossier = anneke.maak_dossier()
    bram.ronde()
    anneke.ronde()
    anneke.deel(dossier, "bram")
    anneke.ronde()
    bram.ronde()
    assert bram.heeft(dossier)
    return anneke, bram, dossier


def test_primero_508_the_same_field_offline_is_never_lost(
    gedeeld: tuple[Laptop, Laptop, str],
) -> None:
    anneke, bram, dossier = gedeeld
    anneke.wijzig(dossier, adres="Nagele")
    bram.wijzig(dossier, adres="Ens", telefoon="0612345678")
    for laptop in (anneke, bram, anneke):
        laptop.ronde()
    assert (anneke.stand.conflicten, bram.stand.conflicten) == (1, 1)
    assert anneke.veld(dossier, "telefoon") == "0612345678", "another field merges"
    bram.kies("Nagele")
    bram.ronde()
    anneke.ronde()
    assert (anneke.stand.conflicten, bram.stand.conflicten) == (0, 0)
    assert {anneke.veld(dossier, "adres"), bram.veld(dossier, "adres")} == {"Nagele"}
    waarden = {rij[7] for rij in anneke.journaal().values()}
    assert {'"Ens"', '"Nagele"'} <= waarden


def test_primero_1537_household_members_of_two_laptops_are_all_there(
    gedeeld: tuple[Laptop, Laptop, str],
) -> None:
    anneke, bram, dossier = gedeeld
    anneke.huisgenoot(dossier, "Sami")
    bram.huisgenoot(dossier, "Lina")
    for laptop in (anneke, bram, anneke):
        laptop.ronde()
    assert sorted(anneke.huishouden(dossier)) == sorted(bram.huishouden(dossier))
    assert sorted(anneke.huishouden(dossier)) == ["Lina", "Sami"]


def test_sormas_403_a_change_without_access_any_more_is_kept_shown_and_handed_over(
    gedeeld: tuple[Laptop, Laptop, str],
) -> None:
    anneke, bram, dossier = gedeeld
    bram.wijzig(dossier, adres="Urk")
    anneke.neem_terug(dossier, "bram")
    anneke.ronde()
    uitkomst = bram.ronde()
    assert uitkomst.geweigerd == 1
    assert not bram.heeft(dossier), "what may not be seen any more has left the laptop"
    (weigering,) = bram.weigeringen()
    assert (weigering.waarde, weigering.reden) == ("Urk", "geen-recht")
    assert not bram.stand.alles_bevestigd
    anneke.ronde()
    assert anneke.stand.aangeboden == 1
    aanbod = anneke.dienst.aangeboden()
    anneke.dienst.neem_aan(aanbod, overnemen=True)
    anneke.ronde()
    assert anneke.veld(dossier, "adres") == "Urk"
    assert anneke.dienst.aangeboden() == []


def test_what_was_refused_can_be_offered_again_when_the_right_is_back(
    gedeeld: tuple[Laptop, Laptop, str],
) -> None:
    anneke, bram, dossier = gedeeld
    bram.wijzig(dossier, adres="Urk")
    anneke.neem_terug(dossier, "bram")
    anneke.ronde()
    bram.ronde()
    anneke.deel(dossier, "bram")
    anneke.ronde()
    bram.ronde()
    samen.bied_opnieuw(bram.store, [w.id for w in bram.weigeringen()])
    assert bram.ronde().geweigerd == 0
    anneke.ronde()
    assert anneke.veld(dossier, "adres") == "Urk"
    assert bram.weigeringen() == []


def test_sormas_1375_what_was_erased_does_not_come_back_from_a_laptop_that_was_away(
    gedeeld: tuple[Laptop, Laptop, str], laptop: Geef
) -> None:
    anneke, bram, dossier = gedeeld
    bram.wijzig(dossier, adres="Zqgeheim")
    carla = laptop("carla")
    carla.dienst.wis([dossier], "De bewaartermijn is voorbij")
    for wie in (carla, anneke, bram, anneke, carla):
        wie.ronde()
        assert not wie.heeft(dossier)
    assert "Zqgeheim" not in json.dumps([list(r) for r in bram.journaal().values()])
    assert bram.stand.wachtend == 0
    assert bram.weigeringen() == []


@pytest.mark.parametrize("jaren", [4, -4])
def test_a_clock_that_is_years_wrong_neither_wins_nor_loses_by_it(
    gedeeld: tuple[Laptop, Laptop, str], jaren: int
) -> None:
    anneke, bram, dossier = gedeeld
    bram.verloopt(days=365 * jaren)
    bram.wijzig(dossier, adres="Ens")
    uitkomst = bram.ronde()
    assert bool(uitkomst.meldingen) == (jaren > 0), "who is ahead is told"
    assert uitkomst.geweigerd == 0
    anneke.ronde()
    assert anneke.veld(dossier, "adres") == "Ens"
    hoogste = max(milliseconden(str(rij[9])) for rij in anneke.journaal().values())
    nu = anneke.store.nu() + timedelta(minutes=6)
    assert hoogste < nu.timestamp() * 1000
    anneke.wijzig(dossier, adres="Urk")
    anneke.ronde()
    bram.ronde()
    assert bram.veld(dossier, "adres") == "Urk", "what came after is what holds"
    assert bram.stand.conflicten == 0


def test_two_laptops_with_one_device_id_both_keep_all_their_work(laptop: Geef) -> None:
    eerste = laptop("anneke")
    dossier = eerste.maak_dossier()
    eerste.ronde()
    kloon = laptop("anneke")
    eerste.sluit()
    kloon.sluit()
    shutil.copyfile(eerste.map / GEGEVENS, kloon.map / GEGEVENS)
    eerste._open()
    kloon._open()
    assert eerste.ik.id == kloon.ik.id
    eerste.wijzig(dossier, adres="Urk")
    kloon.wijzig(dossier, telefoon="0612345678")
    eerste.ronde()
    uitkomst = kloon.ronde()
    eerste.ronde()
    assert eerste.ik.id != kloon.ik.id
    assert uitkomst.meldingen, "its user is told"
    for wie in (eerste, kloon):
        assert (wie.veld(dossier, "adres"), wie.veld(dossier, "telefoon")) == ("Urk", "0612345678")
        assert (wie.stand.wachtend, wie.weigeringen()) == (0, [])


def test_a_laptop_that_was_away_for_a_year_asks_for_contact_and_then_has_everything(
    gedeeld: tuple[Laptop, Laptop, str],
) -> None:
    anneke, bram, dossier = gedeeld
    bram.wijzig(dossier, telefoon="0612345678")
    anneke.wijzig(dossier, adres="Urk")
    anneke.ronde()
    bram.verloopt(days=365)
    lease = bram.stand.lease
    assert lease is not None
    assert lease.verlopen
    bram.ronde()
    anneke.ronde()
    assert bram.veld(dossier, "adres") == "Urk"
    assert anneke.veld(dossier, "telefoon") == "0612345678"
    nu = bram.stand.lease
    assert nu is not None
    assert not nu.verlopen


def test_a_newer_programs_field_is_kept_and_passed_on_by_an_older_one(
    gedeeld: tuple[Laptop, Laptop, str], laptop: Geef
) -> None:
    anneke, bram, dossier = gedeeld
    with anneke.store.velden() as werk:
        for entiteit, rij in (("dossier", dossier), ("iets_nieuws", f"{dossier[:-1]}0")):
            werk.velden.append(
                Veldwijziging(
                    entiteit=entiteit,
                    rij=rij,
                    dossier=dossier,
                    gemeente="0171",
                    klasse="gewoon",
                    veld="van_morgen",
                    soort=Soort.ZET,
                    waarde='"later"',
                )
            )
    assert anneke.ronde().geweigerd == 0
    bram.ronde()
    nieuw = {str(r[3]) for r in bram.journaal().values() if r[5] == "van_morgen"}
    assert nieuw == {"dossier", "iets_nieuws"}
    assert bram.heeft(dossier)
    bram.store.herbouw()
    assert bram.heeft(dossier)
    assert bram.store.controleer_keten() == []


def test_a_program_that_is_too_old_reads_on_and_keeps_its_work(
    gedeeld: tuple[Laptop, Laptop, str], centrum: Centrum
) -> None:
    anneke, bram, dossier = gedeeld
    with centrum.beheer() as verbinding:
        verbinding.execute(
            "UPDATE viergesprek.instelling SET waarde = '99' WHERE naam = 'minimum_schema'"
        )
    bram.wijzig(dossier, adres="Urk")
    with pytest.raises(LaptopTeOud) as fout:
        bram.ronde()
    assert "Installeer de nieuwe versie" in fout.value.zin
    assert bram.stand.wachtend == 1
    with centrum.beheer() as verbinding:
        verbinding.execute(
            "UPDATE viergesprek.instelling SET waarde = '2' WHERE naam = 'minimum_schema'"
        )
    bram.ronde()
    anneke.ronde()
    assert anneke.veld(dossier, "adres") == "Urk"


def test_a_stick_carries_work_out_of_an_azc_and_twice_is_once(
    gedeeld: tuple[Laptop, Laptop, str], tmp_path: Path
) -> None:
    anneke, bram, dossier = gedeeld
    bram.wijzig(dossier, adres="Urk")
    stick = tmp_path / "stick.vgtransport"
    assert bram.schrijf_stick(stick) == 1
    assert b"Urk" not in stick.read_bytes()
    for _keer in range(2):
        anneke.lees_stick(stick)
        assert anneke.veld(dossier, "adres") == "Urk"
    assert not anneke.stand.alles_bevestigd
    anneke.ronde()
    assert anneke.meegenomen() == set()
    assert bram.ronde().geweigerd == 0
    assert bram.stand.alles_bevestigd
    ids = [i for i, rij in anneke.journaal().items() if rij[7] == '"Urk"']
    assert len(ids) == 1


def test_a_first_pull_tells_how_far_it_is_can_be_stopped_and_goes_on(
    laptop: Geef, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop.sync import ronde

    monkeypatch.setattr(ronde, "PER_KEER_HALEN", 20)
    anneke = laptop("anneke")
    dossiers = [anneke.maak_dossier(voornamen=f"Nr {n}") for n in range(12)]
    anneke.ronde()
    tweede, stop = laptop("anneke", ronde=False), Event()
    gezien: list[Voortgang] = []

    def kijk(voortgang: Voortgang) -> None:
        gezien.append(voortgang)
        if voortgang.fase is Fase.HALEN and voortgang.gedaan >= 40:
            stop.set()

    uitkomst = tweede.ronde(kijk, stop)
    assert uitkomst.gestopt
    assert 0 < len(tweede.dossiers()) < len(dossiers)
    halen = [v for v in gezien if v.fase is Fase.HALEN]
    assert [v.gedaan for v in halen] == sorted({v.gedaan for v in halen})
    assert {v.totaal for v in halen} == {halen[0].totaal}
    rest = tweede.ronde()
    assert rest.gehaald < halen[0].totaal, "what had come did not come again"
    assert sorted(tweede.dossiers()) == sorted(dossiers)


def test_a_partner_gets_the_slice_and_nothing_else(laptop: Geef) -> None:
    anneke, vww = laptop("anneke"), laptop("vww")
    dossier = anneke.maak_dossier(bsn="123456782", nationaliteit="SY")
    ander = anneke.maak_dossier(voornamen="Yonas")
    vww.ronde()
    anneke.ronde()
    anneke.deel(dossier, "vww")
    anneke.ronde()
    vww.ronde()
    assert vww.heeft(dossier)
    assert not vww.heeft(ander)
    assert vww.veld(dossier, "achternaam") == "Gebremedhin"
    assert (vww.veld(dossier, "bsn"), vww.veld(dossier, "nationaliteit")) == (None, None)
    klassen = {str(rij[1]).split(":")[1] for rij in vww.journaal().values() if rij[2]}
    assert klassen <= {"identiteit", "wonen", "spoor"}


def test_no_row_of_another_dossier_is_touched_by_an_erasure(
    gedeeld: tuple[Laptop, Laptop, str], laptop: Geef
) -> None:
    anneke, _bram, dossier = gedeeld
    ander = anneke.maak_dossier(voornamen="Blijft")
    anneke.ronde()
    carla = laptop("carla")
    carla.dienst.wis([dossier], "De bewaartermijn is voorbij")
    anneke.ronde()
    with anneke.store.lees() as sessie:
        assert sessie.scalars(sa.select(Dossier.id)).all() == [ander]
