"""A laptop that was reported lost wipes itself; and one without contact locks (the lease)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from desktop.store.bestanden import GEGEVENS, KOPIEEN, SLEUTEL
from desktop.store.sleutel import TEST_PARAMETERS, Sleutelbestand
from desktop.sync import aanmelding
from desktop.sync.centraal import beheer
from desktop.sync.fouten import AanmeldingGeweigerd, GeenRecht
from tests.sync.conftest import Centrum
from tests.sync.laptop import Laptop
from tests.sync.waarborgen import Inzicht, alles_klopt, tot_rust

Samen = Callable[..., list[Laptop]]


@pytest.fixture
def fatma(centrum: Centrum) -> str:
    """A klantmanager of this test alone: roles and passwords are the whole server's."""
    centrum.voeg_toe("fatma", "klantmanager")
    return "fatma"


def heropen(centrum: Centrum, naam: str) -> None:
    """`viergesprek central reopen-user`: a new password."""
    with beheer.beheerverbinding(centrum.uri) as verbinding:
        nieuw = beheer.heropen(verbinding, centrum.mensen[naam][0])
    centrum.mensen[naam] = (nieuw.login, nieuw.wachtwoord, centrum.medewerker(naam))


def test_at_the_next_contact_nothing_is_left_of_it(samen: Samen, centrum: Centrum) -> None:
    anneke, els = samen("anneke", "els")
    Sleutelbestand(anneke.map / SLEUTEL, parameters=TEST_PARAMETERS).maak("drie woorden hier")
    anneke.maak_dossier(adres="Emmeloord")
    anneke.store.reservekopie()
    wie, map_ = anneke.ik.id, anneke.map
    regel = next(r for r in els.dienst.apparaten() if r.id == wie)
    assert (regel.naam, regel.verloren, regel.leeggemaakt) == ("anneke", False, False)
    els.dienst.meld_verloren(wie)
    with pytest.raises(GeenRecht):
        anneke.dienst.zoek_nummer("123456782", "de deur is meteen dicht")
    uitkomst = anneke.ronde()
    assert uitkomst.leeggemaakt
    over = {pad.name for pad in map_.rglob("*") if pad.is_file()}
    assert not {naam for naam in over if naam.startswith((GEGEVENS, SLEUTEL))}
    assert not (map_ / KOPIEEN).exists()
    regel = next(r for r in els.dienst.apparaten() if r.id == wie)
    assert (regel.verloren, regel.leeggemaakt) == (True, True)


def test_the_other_laptop_of_that_person_is_closed_and_loses_nothing(
    samen: Samen, centrum: Centrum, fatma: str, inzicht: Inzicht
) -> None:
    een, ander, els = samen(fatma, fatma, "els")
    dossier = een.maak_dossier(adres="Emmeloord")
    tot_rust([een, ander])
    els.dienst.meld_verloren(een.ik.id)
    ander.wijzig(dossier, adres="Urk")
    with pytest.raises(AanmeldingGeweigerd):
        ander.ronde()
    assert ander.veld(dossier, "adres") == "Urk"
    assert ander.stand.wachtend == 1
    heropen(centrum, fatma)
    ander.dienst.koppel(centrum.verbinding(fatma))
    tot_rust([ander])
    alles_klopt([ander], inzicht)


def test_a_lost_laptop_that_is_switched_on_again_later_still_wipes_itself(
    samen: Samen, centrum: Centrum, fatma: str
) -> None:
    """Also when the person has got a new password for another laptop meanwhile."""
    een, els = samen(fatma, "els")
    els.dienst.meld_verloren(een.ik.id)
    heropen(centrum, fatma)
    een.dienst.koppel(centrum.verbinding(fatma))
    assert een.ronde().leeggemaakt


def test_the_lease_counts_from_the_last_whole_round(samen: Samen) -> None:
    (anneke,) = samen("anneke")
    assert anneke.stand.lease is not None
    assert (anneke.stand.lease.dagen, anneke.stand.lease.dagen_over) == (14, 14)
    anneke.verloopt(days=14)
    assert not anneke.stand.lease.verlopen
    anneke.verloopt(days=1)
    assert anneke.stand.lease.verlopen


def test_a_round_begins_it_anew_and_a_cut_round_does_not(samen: Samen) -> None:
    (anneke,) = samen("anneke")
    dossier = anneke.maak_dossier()
    anneke.verloopt(days=15)
    assert anneke.stand.lease is not None
    assert anneke.stand.lease.verlopen
    assert anneke.ronde_geknipt(voor=1)
    assert anneke.stand.lease.verlopen
    anneke.ronde()
    assert not anneke.stand.lease.verlopen
    assert anneke.heeft(dossier), "locked is not lost"
    assert anneke.stand.alles_bevestigd


def test_a_clock_that_is_put_back_does_not_lengthen_it(samen: Samen) -> None:
    (anneke,) = samen("anneke")
    anneke.verloopt(days=15)
    assert anneke.stand.lease is not None
    assert anneke.stand.lease.verlopen
    anneke.verloopt(days=-15)
    anneke.heropen()
    assert anneke.stand.lease is not None
    assert anneke.stand.lease.verlopen


def test_a_laptop_that_works_by_itself_has_no_lease(samen: Samen) -> None:
    (anneke,) = samen("anneke")
    anneke.store.onthoud(aanmelding.CONTACT, None)
    assert anneke.stand.lease is None


def test_the_centre_says_how_long(samen: Samen, centrum: Centrum) -> None:
    (anneke,) = samen("anneke")
    with centrum.beheer() as verbinding:
        verbinding.execute(
            "UPDATE viergesprek.instelling SET waarde = '3' WHERE naam = 'lease_dagen'"
        )
    anneke.ronde()
    assert anneke.stand.lease is not None
    assert anneke.stand.lease.dagen == 3
    anneke.klok.verschil += timedelta(days=4)
    assert anneke.stand.lease.verlopen
