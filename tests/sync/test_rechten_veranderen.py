"""Rights that widen bring everything, also what is old; rights that narrow take everything away."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
import sqlalchemy as sa

from desktop.models.antwoord import Antwoord, Notitiesoort
from desktop.models.toegang import Noodtoegang
from desktop.store import nood, pip
from desktop.store import samen as besluit
from tests.sync.conftest import Centrum
from tests.sync.laptop import Laptop
from tests.sync.waarborgen import Inzicht, alles_klopt, tot_rust

Samen = Callable[..., list[Laptop]]


def vol(laptop: Laptop) -> str:
    """A client with something in many classes of data."""
    dossier = laptop.maak_dossier(adres="Emmeloord", nationaliteit="ER", bsn="123456782")
    laptop.huisgenoot(dossier, "Sami")
    intake = laptop.intake(dossier)
    laptop.antwoord(intake, "SP01", "familie", "buren")
    laptop.antwoord(intake, "WO05", "bed")
    laptop.antwoord(intake, "FI01", "uitkering")
    laptop.noteer(intake, "moe", domein="FG")
    laptop.noteer(intake, "in vertrouwen", soort=Notitiesoort.AFGESCHERMD)
    return dossier


def klassen(laptop: Laptop) -> set[str]:
    """Classes of data of which something can be read on this laptop."""
    geweigerd = laptop.geweigerd()
    return {
        str(r[1]).split(":")[1]
        for r in laptop.journaal().values()
        if r[2] is not None and r[14] is not None and r[0] not in geweigerd
    }


def vragen(laptop: Laptop) -> set[str]:
    with laptop.store.lees() as sessie:
        return set(sessie.scalars(sa.select(Antwoord.vraag_code)))


def springt(centrum: Centrum, dagen: int) -> None:
    """The centre's calendar goes on by some days."""
    with centrum.beheer() as verbinding:
        verbinding.execute(
            "CREATE OR REPLACE FUNCTION viergesprek.vandaag() RETURNS date LANGUAGE sql STABLE "
            "SET search_path = pg_catalog, viergesprek, pg_temp "
            f"RETURN (now() AT TIME ZONE 'Europe/Amsterdam')::date + {dagen}"
        )


def test_a_shared_client_comes_whole_however_old_and_leaves_whole(
    samen: Samen, inzicht: Inzicht
) -> None:
    anneke, bram = samen("anneke", "bram")
    dossier = vol(anneke)
    tot_rust([anneke, bram])
    assert bram.dossiers() == []
    bram.maak_dossier(achternaam="Van Bram")  # its cursors are far beyond Anneke's old rows
    tot_rust([bram, anneke])
    anneke.deel(dossier, "bram")
    tot_rust([anneke, bram])
    assert bram.veld(dossier, "bsn") == "123456782"
    assert bram.huishouden(dossier) == ["Sami"]
    assert klassen(bram) == klassen(anneke) >= {"afgeschermd", "gezondheid", "kinderen", "geld"}
    anneke.neem_terug(dossier, "bram")
    tot_rust([anneke, bram])
    assert not bram.heeft(dossier)
    alles_klopt([anneke, bram], inzicht)
    anneke.deel(dossier, "bram")
    tot_rust([anneke, bram])
    assert bram.huishouden(dossier) == ["Sami"], "given again: all of it again"
    alles_klopt([anneke, bram], inzicht)


@pytest.mark.parametrize(
    ("wie", "leest", "code"),
    [("vww", "wonen", {"WO05"}), ("zorg", "geld", {"FI01"}), ("taal", "sociaal", {"SP01"})],
)
def test_a_partner_gets_its_slice_and_no_more(
    samen: Samen, inzicht: Inzicht, wie: str, leest: str, code: set[str]
) -> None:
    anneke, partner = samen("anneke", wie)
    dossier = vol(anneke)
    tot_rust([anneke, partner])
    assert partner.dossiers() == []
    anneke.deel(dossier, wie)
    tot_rust([anneke, partner])
    assert klassen(partner) == {"identiteit", leest}
    assert partner.veld(dossier, "adres") == "Emmeloord"
    assert partner.veld(dossier, "achternaam") == "Gebremedhin"
    assert (partner.veld(dossier, "bsn"), partner.veld(dossier, "nationaliteit")) == (None, None)
    alles_klopt([anneke, partner], inzicht)


def test_a_leidinggevende_reads_all_but_what_is_shielded_until_the_glass_is_broken(
    samen: Samen, inzicht: Inzicht
) -> None:
    anneke, carla = samen("anneke", "carla")
    dossier = vol(anneke)
    tot_rust([anneke, carla])
    geheim = {"afgeschermd", "gezondheid"}
    assert klassen(carla) == klassen(anneke) - geheim
    carla.breek_glas(dossier)
    tot_rust([carla, anneke])
    assert klassen(carla) >= geheim
    with anneke.store.lees() as sessie:
        (regel,) = nood.ongelezen_nood(sessie, anneke.medewerker)
    assert (regel.wie, regel.dossier) == ("carla", dossier)
    alles_klopt([anneke, carla], inzicht)


def test_breaking_the_glass_brings_a_client_in_the_same_round(
    samen: Samen, inzicht: Inzicht, centrum: Centrum
) -> None:
    anneke, bram = samen("anneke", "bram")
    dossier = vol(anneke)
    tot_rust([anneke, bram])
    gevonden = bram.dienst.zoek_nummer("123456782", "Cliënt staat aan de balie")
    assert gevonden == ("0171", dossier)
    bram.breek_glas(dossier)
    bram.ronde()
    assert bram.veld(dossier, "adres") == "Emmeloord"
    springt(centrum, 15)
    tot_rust([bram, anneke])
    assert not bram.heeft(dossier), "the access ended by itself"
    assert anneke.is_er(Noodtoegang, _nood(anneke))
    alles_klopt([anneke, bram], inzicht)


def _nood(laptop: Laptop) -> str:
    with laptop.store.lees() as sessie:
        return sessie.scalars(sa.select(Noodtoegang.id)).one()


def test_during_an_absence_the_stand_in_has_the_caseload_and_not_a_day_longer(
    samen: Samen, inzicht: Inzicht, centrum: Centrum
) -> None:
    anneke, bram = samen("anneke", "bram")
    dossier = vol(anneke)
    anneke.vervang("anneke", "bram", dagen=7)
    tot_rust([anneke, bram])
    bram.wijzig(dossier, telefoon="0527")
    tot_rust([bram, anneke])
    assert anneke.veld(dossier, "telefoon") == "0527"
    springt(centrum, 8)
    tot_rust([bram, anneke])
    assert not bram.heeft(dossier)
    alles_klopt([anneke, bram], inzicht)


def test_a_share_with_a_last_day_ends_by_itself(
    samen: Samen, inzicht: Inzicht, centrum: Centrum
) -> None:
    anneke, vww = samen("anneke", "vww")
    dossier = vol(anneke)
    anneke.deel(dossier, "vww", tot=anneke.store.vandaag() + timedelta(days=2))
    tot_rust([anneke, vww])
    assert vww.heeft(dossier)
    springt(centrum, 3)
    tot_rust([anneke, vww])
    assert not vww.heeft(dossier)
    alles_klopt([anneke, vww], inzicht)


def test_a_caseload_that_is_handed_over_is_the_other_ones(
    samen: Samen, inzicht: Inzicht, centrum: Centrum
) -> None:
    anneke, bram, carla = samen("anneke", "bram", "carla")
    dossier = vol(anneke)
    tot_rust([anneke, carla])
    carla.draag_over(dossier, "bram")
    tot_rust([carla, bram, anneke])
    bram.wijzig(dossier, telefoon="0527")
    tot_rust([bram, anneke])
    assert anneke.veld(dossier, "telefoon") == "0527", "who made it sees it for some weeks"
    springt(centrum, 31)
    tot_rust([anneke, bram, carla])
    assert not anneke.heeft(dossier)
    assert bram.huishouden(dossier) == ["Sami"]
    alles_klopt([anneke, bram, carla], inzicht)


def test_work_of_somebody_whose_right_ends_during_the_round_is_not_shown_for_ever(
    samen: Samen, inzicht: Inzicht
) -> None:
    """It was written while the round ran: it left with the rest, and the right came back."""
    anneke, bram = samen("anneke", "bram")
    dossier = anneke.maak_dossier(adres="Emmeloord")
    anneke.deel(dossier, "bram")
    tot_rust([anneke, bram])
    anneke.neem_terug(dossier, "bram")
    anneke.ronde()
    gewerkt: list[int] = []

    def wijzig() -> None:
        bram.wijzig(dossier, adres="Urk")
        gewerkt.append(bram.stand.wachtend)

    def werk(voortgang: object) -> None:
        if not gewerkt and bram.lijn.tussen is None and bram.heeft(dossier):
            bram.lijn.tussen = (bram.lijn.gebeld, wijzig)

    bram.ronde(meld=werk)
    assert gewerkt == [1], "it was written in the middle of the round"
    assert not bram.heeft(dossier)
    anneke.deel(dossier, "bram")
    anneke.ronde()
    tot_rust([bram, anneke])
    assert bram.veld(dossier, "adres") == anneke.veld(dossier, "adres") == "Emmeloord"
    alles_klopt([anneke, bram], inzicht)
    (weigering,) = bram.weigeringen()
    assert (weigering.reden, weigering.waarde) == ("geen-recht", "Urk"), "and it is not lost"
    besluit.bied_opnieuw(bram.store, {weigering.id})
    tot_rust([bram, anneke])
    assert bram.veld(dossier, "adres") == anneke.veld(dossier, "adres") == "Urk"
    assert bram.weigeringen() == []
    alles_klopt([anneke, bram], inzicht)


def test_what_was_being_typed_in_a_plan_leaves_with_it_and_the_rest_stays(
    samen: Samen, centrum: Centrum
) -> None:
    """Who becomes a toetsbegeleider keeps the name of a shared client, and no more of the plan."""
    anneke, bram = samen("anneke", "bram")
    dossier = vol(anneke)
    anneke.deel(dossier, "bram")
    tot_rust([anneke, bram])
    plan = pip.begin(bram.store, dossier)
    tot_rust([anneke, bram])
    bram.store.onthoud(f"concept:{plan}:hoofddoel", "Zij slaapt slecht")
    bram.store.onthoud(f"concept:dossier:{dossier}", "Emmeloord")
    with centrum.beheer() as verbinding:
        verbinding.execute(
            "UPDATE viergesprek.persoon SET rol = 'toetsbegeleider' WHERE medewerker = %s",
            (bram.medewerker,),
        )
    tot_rust([bram, anneke])
    assert bram.heeft(dossier)
    assert "pip" not in klassen(bram)
    assert bram.store.lokaal(f"concept:{plan}:hoofddoel") is None
    assert bram.store.lokaal(f"concept:dossier:{dossier}") == "Emmeloord"
