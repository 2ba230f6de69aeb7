"""What users of other systems complained of, each as a test (../shared/peers.md, section B)."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from desktop.models.dossier import Relatie
from desktop.store import samen as besluit
from desktop.store.bestanden import GEGEVENS
from desktop.store.inkomend import Rij
from desktop.store.overname import neem_op_uit_centrale
from tests.sync import orakel
from tests.sync.laptop import Laptop
from tests.sync.waarborgen import (
    Inzicht,
    alles_klopt,
    koppen_volgen_uit_het_journaal,
    tot_rust,
)

Samen = Callable[..., list[Laptop]]
Maak = Callable[..., Laptop]


@pytest.fixture
def paar(samen: Samen) -> tuple[Laptop, Laptop, str]:
    """Anneke and Bram at one client, both without a network from here on."""
    anneke, bram = samen("anneke", "bram")
    dossier = anneke.maak_dossier(adres="Emmeloord")
    anneke.deel(dossier, "bram")
    tot_rust([anneke, bram])
    return anneke, bram, dossier


Paar = tuple[Laptop, Laptop, str]


def waarden(laptop: Laptop, dossier: str, veld: str) -> set[str | None]:
    """Every value that this field ever had, from the journal."""
    return {
        None if r[7] is None else str(r[7])
        for r in laptop.journaal().values()
        if r[4] == dossier and r[5] == veld
    }


def test_primero_508_same_field_offline_is_never_lost(paar: Paar, inzicht: Inzicht) -> None:
    """Both values stay, both see both, and the one that is not chosen is in the history."""
    anneke, bram, dossier = paar
    anneke.wijzig(dossier, adres="Urk")
    bram.wijzig(dossier, adres="Nagele")
    tot_rust([anneke, bram])
    for laptop in (anneke, bram):
        (conflict,) = laptop.conflicten()
        assert {v.waarden["adres"] for v in conflict.versies} == {"Urk", "Nagele"}
        assert {v.auteur for v in conflict.versies} == {"anneke", "bram"}
        assert laptop.stand.conflicten == 1
    bram.kies("Urk")  # without a network, too
    tot_rust([bram, anneke])
    assert anneke.veld(dossier, "adres") == bram.veld(dossier, "adres") == "Urk"
    assert anneke.stand.conflicten == bram.stand.conflicten == 0
    assert waarden(anneke, dossier, "adres") == {'"Emmeloord"', '"Urk"', '"Nagele"'}
    alles_klopt([anneke, bram], inzicht)


def test_primero_508_different_fields_merge_by_themselves(paar: Paar, inzicht: Inzicht) -> None:
    anneke, bram, dossier = paar
    anneke.wijzig(dossier, adres="Urk")
    bram.wijzig(dossier, telefoon="0527")
    tot_rust([anneke, bram])
    assert (bram.veld(dossier, "adres"), anneke.veld(dossier, "telefoon")) == ("Urk", "0527")
    assert anneke.stand.conflicten == bram.stand.conflicten == 0


def test_what_came_in_while_a_form_stood_open_is_not_overwritten(paar: Paar) -> None:
    """Saved over it, it is a conflict: whoever saved it had not seen it (sync.md, trap 1)."""
    anneke, bram, dossier = paar
    formulier = bram.store.koppen("dossier", dossier)
    anneke.wijzig(dossier, adres="Urk")
    tot_rust([anneke, bram])
    assert bram.veld(dossier, "adres") == "Urk"
    bram.wijzig(dossier, formulier, adres="Nagele")
    tot_rust([bram, anneke])
    (conflict,) = anneke.conflicten()
    assert {v.waarden["adres"] for v in conflict.versies} == {"Urk", "Nagele"}


def test_primero_r2_2406_the_same_row_twice_is_once(paar: Paar, inzicht: Inzicht) -> None:
    anneke, bram, dossier = paar
    anneke.wijzig(dossier, adres="Urk")
    for _ in range(3):
        assert anneke.ronde_geknipt(na=1)
    tot_rust([anneke, bram])
    rijen = list(inzicht.zichtbaar("bram").values())
    bram.lever(rijen + rijen)
    assert [r for r in inzicht.journaal().values() if r[7] == '"Urk"'].__len__() == 1
    alles_klopt([anneke, bram], inzicht)


def test_primero_r2_1537_members_of_the_household_do_not_disappear(
    paar: Paar, inzicht: Inzicht
) -> None:
    anneke, bram, dossier = paar
    anneke.huisgenoot(dossier, "Sami")
    bram.huisgenoot(dossier, "Rahel", Relatie.PARTNER)
    tot_rust([anneke, bram])
    assert anneke.huishouden(dossier) == bram.huishouden(dossier) == ["Rahel", "Sami"]
    assert anneke.stand.conflicten == 0
    alles_klopt([anneke, bram], inzicht)


def test_primero_logout_offline_throws_no_work_away(paar: Paar) -> None:
    """There is no logging out: locked, closed or switched off, the work is there."""
    anneke, bram, dossier = paar
    anneke.wijzig(dossier, adres="Urk")
    anneke.sluit()
    anneke.heropen()
    assert anneke.veld(dossier, "adres") == "Urk"
    assert anneke.stand.wachtend == 1
    tot_rust([anneke, bram])
    assert bram.veld(dossier, "adres") == "Urk"


def test_sormas_300_two_users_in_the_same_case_lose_nothing(paar: Paar, inzicht: Inzicht) -> None:
    """Round by round at the same time, over and over."""
    anneke, bram, dossier = paar
    for nr in range(5):
        anneke.wijzig(dossier, telefoon=f"a{nr}")
        bram.wijzig(dossier, nationaliteit=f"b{nr}")
        anneke.ronde_met(1, bram.ronde)
    tot_rust([anneke, bram])
    assert (bram.veld(dossier, "telefoon"), anneke.veld(dossier, "nationaliteit")) == ("a4", "b4")
    assert waarden(bram, dossier, "telefoon") == {f'"a{nr}"' for nr in range(5)}
    alles_klopt([anneke, bram], inzicht)


def test_sormas_403_changes_of_somebody_without_access_are_not_dropped(
    paar: Paar, inzicht: Inzicht
) -> None:
    """ "The case data is most likely lost": kept, shown to both, and taken over by the owner."""
    anneke, bram, dossier = paar
    bram.wijzig(dossier, adres="Urk")
    anneke.neem_terug(dossier, "bram")
    tot_rust([anneke, bram])
    assert [w.waarde for w in bram.weigeringen()] == ["Urk"]
    anneke.dienst.neem_aan(anneke.dienst.aangeboden(), overnemen=True)
    tot_rust([anneke, bram])
    assert anneke.veld(dossier, "adres") == "Urk"
    alles_klopt([anneke, bram], inzicht)


def test_sormas_1375_deleted_does_not_come_back(samen: Samen, inzicht: Inzicht) -> None:
    """ "It came back from tablets the next day." """
    anneke, bram, carla = samen("anneke", "bram", "carla")
    dossier = anneke.maak_dossier(adres="Emmeloord")
    huisgenoot = anneke.huisgenoot(dossier, "Sami")
    anneke.deel(dossier, "bram")
    tot_rust([anneke, bram, carla])
    anneke.haal_weg(huisgenoot)
    tot_rust([anneke, carla])
    bram.wijzig(dossier, telefoon="0527")  # the tablet, with the deleted row still on it
    tot_rust([bram, anneke])
    assert anneke.huishouden(dossier) == bram.huishouden(dossier) == []
    carla.dienst.wis([dossier], "de termijn is om")
    tot_rust([carla])
    bram.wijzig(dossier, telefoon="en nu weer")
    tot_rust([bram, anneke, carla])
    assert [laptop.dossiers() for laptop in (anneke, bram, carla)] == [[], [], []]
    alles_klopt([anneke, bram, carla], inzicht)


def test_sormas_1375_the_next_user_sees_none_of_the_former_users_cases(
    samen: Samen, inzicht: Inzicht
) -> None:
    """Nor gets them: what was shared with both stays whose it was."""
    anneke, bram = samen("anneke", "bram")
    anneke.maak_dossier(achternaam="Van Anneke")
    gedeeld = anneke.maak_dossier(achternaam="Van Anneke, gedeeld")
    anneke.deel(gedeeld, "bram")
    tot_rust([anneke, bram])
    wie = anneke.medewerker
    word(anneke, "bram")
    tot_rust([anneke, bram])
    assert anneke.dossiers() == [gedeeld]
    assert anneke.veld(gedeeld, "klantmanager_id") == wie
    assert anneke.weigeringen() == []
    alles_klopt([anneke, bram], inzicht)


def test_sormas_5269_a_changed_account_goes_on_syncing(samen: Samen, inzicht: Inzicht) -> None:
    """Unsent work of the former user does not become the next one's: it is kept and shown."""
    anneke, bram = samen("anneke", "bram")
    dossier = anneke.maak_dossier(achternaam="Van Anneke")
    wie = anneke.medewerker
    word(anneke, "bram")
    tot_rust([anneke, bram])
    assert anneke.medewerker == bram.medewerker
    nieuw = anneke.maak_dossier(achternaam="Van Bram")
    tot_rust([anneke, bram])
    assert bram.dossiers() == anneke.dossiers() == [nieuw]
    assert {(w.dossier, w.reden) for w in anneke.weigeringen()} == {(dossier, "auteur")}
    word(anneke, "anneke")
    anneke.ronde()
    besluit.bied_opnieuw(anneke.store, {w.id for w in anneke.weigeringen()})
    tot_rust([anneke, bram])
    assert anneke.veld(dossier, "klantmanager_id") == wie
    assert bram.dossiers() == [nieuw]
    alles_klopt([anneke, bram], inzicht)


def word(laptop: Laptop, naam: str) -> None:
    """From now on this laptop is somebody else's."""
    laptop.naam = naam
    laptop.dienst.koppel(laptop.centrum.verbinding(naam))


@pytest.mark.parametrize("call", [0, 1, 2])
@pytest.mark.parametrize("wanneer", ["voor", "na"])
def test_sormas_4963_success_is_only_said_when_the_centre_confirmed_each_row(
    paar: Paar, inzicht: Inzicht, call: int, wanneer: str
) -> None:
    anneke, bram, dossier = paar
    bram.wijzig(dossier, telefoon="0527")
    bram.ronde()
    anneke.wijzig(dossier, adres="Urk")
    assert anneke.ronde_geknipt(**{wanneer: call})
    daar = '"Urk"' in {r[7] for r in inzicht.journaal().values()}
    assert not anneke.stand.alles_bevestigd or daar
    if (wanneer, call) in (("voor", 0), ("na", 0), ("voor", 1), ("na", 1)):
        assert not anneke.stand.alles_bevestigd, "she cannot know"
    tot_rust([anneke, bram])
    alles_klopt([anneke, bram], inzicht)


def test_cht_1022_the_value_that_lost_is_on_a_screen(paar: Paar) -> None:
    """There a winner is picked and nothing shows the other one."""
    anneke, bram, dossier = paar
    anneke.wijzig(dossier, adres="Urk")
    bram.wijzig(dossier, adres="Nagele")
    tot_rust([anneke, bram])
    getoond = bram.veld(dossier, "adres")
    (conflict,) = bram.conflicten()
    ander = ({"Urk", "Nagele"} - {getoond}).pop()
    assert ander in {v.waarden["adres"] for v in conflict.versies}
    assert [p.dossiernaam for p in bram.strijdpunten()] == ["Tesfay Gebremedhin"]


def test_odk_669_order_of_arrival(paar: Paar, laptop: Maak, inzicht: Inzicht) -> None:
    """Any order, any grouping, some of it twice: heads and values are those of the definition."""
    anneke, bram, dossier = paar
    huisgenoot = anneke.huisgenoot(dossier, "Sami")
    tot_rust([anneke, bram])
    for nr in range(4):
        for een in (anneke, bram):
            een.wijzig(dossier, adres=f"{een.naam} {nr}")
        if nr == 1:
            bram.haal_weg(huisgenoot)
        if nr == 2:
            tot_rust([anneke, bram])
            anneke.kies("bram 2")
    tot_rust([anneke, bram])
    rijen: list[Rij] = sorted(inzicht.zichtbaar("bram").values())
    verwacht = orakel.kop_ids(orakel.koppen(rijen))
    toeval = random.Random(669)
    for nr in range(6):
        leeg = laptop("bram", ronde=False)
        door_elkaar = rijen + toeval.sample(rijen, 10)
        toeval.shuffle(door_elkaar)
        while door_elkaar:
            hoeveel = toeval.choice((1, 3, 20))
            brok, door_elkaar = door_elkaar[:hoeveel], door_elkaar[hoeveel:]
            with leeg.store.neem_op() as inkomst:
                if nr % 2:
                    inkomst.raak(neem_op_uit_centrale(inkomst.verbinding, brok).geraakt)
            if not nr % 2:
                leeg.lever(brok)
        koppen_volgen_uit_het_journaal(leeg)
        with leeg.store.lees() as sessie:
            echt = sessie.connection().exec_driver_sql("SELECT * FROM kop").all()
        assert {tuple(rij) for rij in echt} == verwacht
        assert leeg.veld(dossier, "adres") == bram.veld(dossier, "adres")


def test_dimagi_a_damaged_phone_loses_only_what_it_had_not_brought(
    paar: Paar, laptop: Maak, inzicht: Inzicht
) -> None:
    anneke, bram, dossier = paar
    anneke.wijzig(dossier, adres="Urk")
    anneke.ronde()
    anneke.sluit()
    (anneke.map / GEGEVENS).write_bytes(b"water")
    nieuw = laptop("anneke")
    tot_rust([nieuw, bram])
    assert nieuw.veld(dossier, "adres") == "Urk"
    alles_klopt([nieuw, bram], inzicht)
