"""A lost laptop, and what a beheerder sees of laptops."""

from __future__ import annotations

import psycopg
import pytest

from desktop.sync.antwoorden import Cursor
from desktop.sync.fouten import GeenRecht
from tests.sync.bouw import GEMEENTE, Laptop, nieuw
from tests.sync.conftest import ROLLEN, Centrum


@pytest.fixture
def anneke(centrum: Centrum) -> Laptop:
    laptop = centrum.laptop("anneke")
    laptop.breng(laptop.dossier())
    return laptop


def test_a_lost_laptop_hears_only_that(centrum: Centrum, anneke: Laptop) -> None:
    plek = anneke.groet().stromen[0].plek
    assert centrum.laptop("els").centrale.meld_verloren(GEMEENTE, anneke.id) is True
    groet = anneke.groet()
    assert (groet.verloren, groet.stromen, groet.personen) == (True, (), ())
    assert anneke.breng(anneke.dossier()).fout == "verloren"
    assert anneke.centrale.haal([Cursor(plek, 0)], 10) == []
    assert anneke.centrale.aangeboden(GEMEENTE) == []
    with pytest.raises(GeenRecht):
        anneke.centrale.zoek_nummer(GEMEENTE, "1")
    with centrum.psql("anneke") as verbinding:
        for tabel in ("dossier", "medewerker", "antwoord"):
            assert verbinding.execute(
                f"SELECT count(*) FROM viergesprek_rapport.{tabel}"  # type: ignore[arg-type]
            ).fetchone() == (0,)


def test_the_same_person_is_closed_on_every_laptop(centrum: Centrum, anneke: Laptop) -> None:
    """Whoever has the laptop may have the login too."""
    tweede = centrum.laptop("anneke")
    centrum.laptop("els").centrale.meld_verloren(GEMEENTE, anneke.id)
    assert tweede.groet().fout == "dicht"
    assert tweede.breng(tweede.dossier()).fout == "dicht"
    assert centrum.laptop("anneke", groet=False).groet().fout == "dicht"


def test_open_sessions_of_a_lost_laptop_end(centrum: Centrum, anneke: Laptop) -> None:
    els = centrum.laptop("els").centrale
    with centrum.psql("anneke") as verbinding:
        verbinding.execute("BEGIN")
        els.meld_verloren(GEMEENTE, anneke.id)
        with pytest.raises(psycopg.Error) as fout:
            verbinding.execute("SELECT 1")
    assert fout.value.sqlstate == "57P01"


def test_a_wiped_laptop_says_so(centrum: Centrum, anneke: Laptop) -> None:
    els = centrum.laptop("els").centrale
    els.meld_verloren(GEMEENTE, anneke.id)
    assert centrum.laptop("bram").centrale.meld_leeg(anneke.id) is False
    assert anneke.centrale.meld_leeg(anneke.id) is True
    (regel,) = [a for a in els.apparaten(GEMEENTE) if a.id == anneke.id]
    assert (regel.verloren, regel.naam, regel.rol) == (True, "anneke", "klantmanager")
    assert regel.leeg_op is not None
    assert regel.verloren_op is not None
    assert regel.volgnummer == 4


def test_an_unknown_laptop_cannot_be_lost(centrum: Centrum) -> None:
    assert centrum.laptop("els").centrale.meld_verloren(GEMEENTE, nieuw()) is False


@pytest.mark.parametrize("naam", sorted(ROLLEN))
def test_who_may_look_after_laptops(centrum: Centrum, anneke: Laptop, naam: str) -> None:
    centrale = centrum.laptop(naam).centrale
    if naam in ("els", "carla"):
        assert anneke.id in {a.id for a in centrale.apparaten(GEMEENTE)}
    else:
        with pytest.raises(GeenRecht):
            centrale.apparaten(GEMEENTE)
    if naam == "els":
        return
    with pytest.raises(GeenRecht):
        centrale.meld_verloren(GEMEENTE, anneke.id)


def test_a_beheerder_reaches_no_further_than_the_own_gemeente(
    centrum: Centrum, anneke: Laptop
) -> None:
    centrum.voeg_toe("urk", "beheerder", "0184")
    urk = centrum.laptop("urk").centrale
    assert urk.apparaten("0184") != []
    with pytest.raises(GeenRecht):
        urk.apparaten(GEMEENTE)
    with pytest.raises(GeenRecht):
        urk.meld_verloren(GEMEENTE, anneke.id)
    assert urk.meld_verloren("0184", anneke.id) is False
    assert anneke.groet().verloren is False
