"""What the centre does not take stays with who wrote it, and finds its way (SORMAS 403)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desktop.store import samen as besluit
from desktop.sync import achtergebleven
from tests.sync.laptop import Laptop
from tests.sync.waarborgen import Inzicht, alles_klopt, tot_rust

Samen = Callable[..., list[Laptop]]


@pytest.fixture
def geweigerd(samen: Samen) -> tuple[Laptop, Laptop, str]:
    """Anneke, Bram, and a client that she took back while he wrote without a network."""
    anneke, bram = samen("anneke", "bram")
    dossier = anneke.maak_dossier(adres="Emmeloord")
    anneke.deel(dossier, "bram")
    tot_rust([anneke, bram])
    anneke.neem_terug(dossier, "bram")
    anneke.ronde()
    bram.wijzig(dossier, adres="Urk", telefoon="0527")
    bram.huisgenoot(dossier, "Sami")
    bram.ronde()
    return anneke, bram, dossier


Geval = tuple[Laptop, Laptop, str]


def test_a_refused_change_is_kept_and_shown_with_its_reason(
    geweigerd: Geval, inzicht: Inzicht
) -> None:
    anneke, bram, dossier = geweigerd
    assert not bram.heeft(dossier)
    getoond = {(w.veld, w.waarde, w.reden) for w in bram.weigeringen()}
    assert {("adres", "Urk", "geen-recht"), ("naam", "Sami", "geen-recht")} <= getoond
    assert bram.stand.geweigerd == len(getoond) == 6
    assert not bram.stand.alles_bevestigd, "not everything is in the centre"
    assert bram.stand.wachtend == 0
    assert anneke.veld(dossier, "adres") == "Emmeloord"
    tot_rust([bram, anneke])
    bram.heropen()
    assert len(bram.weigeringen()) == 6, "also after more rounds and a restart"
    alles_klopt([anneke, bram], inzicht)


def test_an_answer_that_was_lost_still_tells_of_the_refusal(samen: Samen, inzicht: Inzicht) -> None:
    anneke, bram = samen("anneke", "bram")
    dossier = anneke.maak_dossier(adres="Emmeloord")
    anneke.deel(dossier, "bram")
    tot_rust([anneke, bram])
    anneke.neem_terug(dossier, "bram")
    anneke.ronde()
    bram.wijzig(dossier, adres="Urk")
    assert bram.ronde_geknipt(na=1)
    assert bram.weigeringen() == []
    bram.ronde()
    assert [w.waarde for w in bram.weigeringen()] == ["Urk"]
    alles_klopt([anneke, bram], inzicht)


def test_a_refusal_is_known_again_by_a_laptop_that_was_put_back(
    geweigerd: Geval, inzicht: Inzicht
) -> None:
    """The backup is from before the round in which it was refused."""
    anneke, bram, dossier = geweigerd
    anneke.deel(dossier, "bram")
    tot_rust([anneke, bram])
    bram.wijzig(dossier, nationaliteit="ER")
    kopie = bram.bewaar(bram.map / "kopie.db")
    anneke.neem_terug(dossier, "bram")
    tot_rust([anneke, bram])
    bram.zet_terug(kopie)
    tot_rust([bram, anneke])
    assert "ER" in [w.waarde for w in bram.weigeringen()]
    alles_klopt([anneke, bram], inzicht)


def test_offered_again_when_there_is_a_right_again_it_counts(
    geweigerd: Geval, inzicht: Inzicht
) -> None:
    anneke, bram, dossier = geweigerd
    anneke.deel(dossier, "bram")
    tot_rust([anneke, bram])
    assert bram.veld(dossier, "adres") == "Emmeloord"
    besluit.bied_opnieuw(bram.store, {w.id for w in bram.weigeringen()})
    tot_rust([bram, anneke])
    assert bram.weigeringen() == []
    assert anneke.veld(dossier, "adres") == "Urk"
    assert anneke.huishouden(dossier) == ["Sami"]
    assert anneke.stand.conflicten == 0
    alles_klopt([anneke, bram], inzicht)


def test_offered_again_after_somebody_else_went_on_it_is_a_conflict(
    geweigerd: Geval, inzicht: Inzicht
) -> None:
    anneke, bram, dossier = geweigerd
    anneke.wijzig(dossier, adres="Nagele")
    anneke.deel(dossier, "bram")
    tot_rust([anneke, bram])
    besluit.bied_opnieuw(bram.store, {w.id for w in bram.weigeringen()})
    tot_rust([bram, anneke])
    (conflict,) = anneke.conflicten()
    assert {v.waarden["adres"] for v in conflict.versies} == {"Nagele", "Urk"}
    alles_klopt([anneke, bram], inzicht)


def test_the_owner_sees_it_and_takes_it_over(geweigerd: Geval, inzicht: Inzicht) -> None:
    anneke, bram, dossier = geweigerd
    anneke.ronde()
    assert anneke.stand.aangeboden == 6
    aanbod = anneke.dienst.aangeboden()
    with anneke.store.lees() as sessie:
        gebaren = achtergebleven.van_anderen(sessie, aanbod)
    assert {g.entiteit for g in gebaren} == {"dossier", "huisgenoot"}
    assert {g.door for g in gebaren} == {bram.medewerker}
    anneke.dienst.neem_aan(aanbod, overnemen=True)
    tot_rust([anneke, bram])
    assert anneke.veld(dossier, "adres") == "Urk"
    assert anneke.huishouden(dossier) == ["Sami"]
    assert anneke.stand.aangeboden == 0
    alles_klopt([anneke, bram], inzicht)


def test_the_owner_can_leave_it_out_and_nobody_is_asked_again(
    geweigerd: Geval, inzicht: Inzicht
) -> None:
    anneke, bram, dossier = geweigerd
    anneke.ronde()
    anneke.dienst.neem_aan(anneke.dienst.aangeboden(), overnemen=False)
    besluit.laat_rusten(bram.store, {w.id for w in bram.weigeringen()})
    tot_rust([anneke, bram])
    assert anneke.dienst.aangeboden() == []
    assert anneke.veld(dossier, "adres") == "Emmeloord"
    assert bram.stand.alles_bevestigd
    alles_klopt([anneke, bram], inzicht)


def test_a_refused_change_is_in_no_ones_sight_but_the_writers_and_the_owners(
    samen: Samen, geweigerd: Geval
) -> None:
    anneke, _bram, _dossier = geweigerd
    vww, dirk = samen("vww", "dirk")
    assert len(anneke.dienst.aangeboden()) == 6
    assert vww.dienst.aangeboden() == dirk.dienst.aangeboden() == []


def test_a_laptop_with_another_identity_keeps_what_was_refused_before(
    geweigerd: Geval, inzicht: Inzicht
) -> None:
    """Put back from a copy it is another device; its list of refusals is its user's."""
    anneke, bram, dossier = geweigerd
    kopie = bram.bewaar(bram.map / "kopie.db")
    bram.maak_dossier(achternaam="Later")
    bram.ronde()
    bram.zet_terug(kopie)
    bram.ronde()
    anneke.deel(dossier, "bram")
    tot_rust([anneke, bram])
    anneke.neem_terug(dossier, "bram")
    tot_rust([anneke, bram])
    assert {w.waarde for w in bram.weigeringen()} >= {"Urk", "0527", "Sami"}
    alles_klopt([anneke, bram], inzicht)


def test_a_partner_who_writes_is_refused_and_told(samen: Samen, inzicht: Inzicht) -> None:
    anneke, vww = samen("anneke", "vww")
    dossier = anneke.maak_dossier(adres="Emmeloord")
    anneke.deel(dossier, "vww")
    tot_rust([anneke, vww])
    vww.wijzig(dossier, adres="Urk")
    tot_rust([vww, anneke])
    assert [w.waarde for w in vww.weigeringen()] == ["Urk"]
    assert vww.veld(dossier, "adres") == anneke.veld(dossier, "adres") == "Emmeloord"
    assert [a.rij[7] for a in anneke.dienst.aangeboden()] == ['"Urk"']
    alles_klopt([anneke, vww], inzicht)
