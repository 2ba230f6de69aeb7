"""Breaking the glass: for oneself, for some days, seen by the owner, and no way to more."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from tests.sync.bouw import Laptop, nieuw
from tests.sync.centraal.hulp import ALLES, deel, klassen, redenen, vol_dossier
from tests.sync.conftest import Centrum


@pytest.fixture
def anneke(centrum: Centrum) -> Laptop:
    return centrum.laptop("anneke")


@pytest.fixture
def bram(centrum: Centrum) -> Laptop:
    return centrum.laptop("bram")


@pytest.fixture
def vandaag(centrum: Centrum) -> date:
    with centrum.beheer() as verbinding:
        rij = verbinding.execute("SELECT viergesprek.vandaag()").fetchone()
    assert rij is not None
    dag: date = rij[0]
    return dag


def nood(laptop: Laptop, dossier: str, tot: date, wie: str = "") -> list[Any]:
    return laptop.rijen(
        "noodtoegang", nieuw(),
        {"dossier_id": dossier, "medewerker_id": wie or laptop.medewerker,
         "tot": tot.isoformat(), "reden": "cliënt staat aan de balie"},
        dossier=dossier, klasse="toegang",
    )  # fmt: skip


def test_breaking_the_glass_opens_a_dossier_for_some_days_and_its_owner_sees_it(
    centrum: Centrum, anneke: Laptop, bram: Laptop, vandaag: date
) -> None:
    dossier = vol_dossier(anneke)
    rijen = nood(bram, dossier, vandaag + timedelta(days=3))
    assert bram.breng(rijen).geweigerd == ()
    assert klassen(bram, dossier) == ALLES | {"toegang"}
    assert {r[0] for r in rijen} <= anneke.haal_alles().keys()
    schrijf = bram.rij("notitie", nieuw(), "tekst", "x", dossier=dossier)
    assert redenen(bram.breng([schrijf])) == []


def test_broken_glass_is_no_way_to_keep_or_pass_on_a_dossier(
    centrum: Centrum, anneke: Laptop, bram: Laptop, vandaag: date
) -> None:
    dossier = vol_dossier(anneke)
    bram.breng(nood(bram, dossier, vandaag))
    antwoord = bram.breng([
        *deel(bram, dossier, bram.medewerker),
        bram.rij("dossier", dossier, "klantmanager_id", bram.medewerker, dossier=dossier,
                 klasse="identiteit"),
    ])  # fmt: skip
    assert redenen(antwoord) == ["geen-recht"] * 3


def test_broken_glass_ends_by_itself(
    centrum: Centrum, anneke: Laptop, bram: Laptop, vandaag: date
) -> None:
    dossier = vol_dossier(anneke)
    bram.breng(nood(bram, dossier, vandaag - timedelta(days=1)))
    assert klassen(bram, dossier) == set()
    bram.breng(nood(bram, dossier, vandaag + timedelta(days=5000)))
    with centrum.beheer() as verbinding:
        tot = verbinding.execute(
            "SELECT max(tot) FROM viergesprek.toegang WHERE grond = 'noodtoegang'"
        ).fetchone()
    assert tot == (vandaag + timedelta(days=31),)


def test_nobody_breaks_the_glass_for_somebody_else(
    centrum: Centrum, anneke: Laptop, bram: Laptop, vandaag: date
) -> None:
    dossier = vol_dossier(anneke)
    centrum.voeg_toe("frits", "klantmanager")
    frits = centrum.laptop("frits")
    rijen = nood(bram, dossier, vandaag, wie=frits.medewerker)
    assert "geen-recht" in redenen(bram.breng(rijen))
    eigen = nood(bram, dossier, vandaag)
    bram.breng(eigen)
    langer = frits.rij("noodtoegang", str(eigen[0][4]), "tot", "2099-01-01", dossier=dossier,
                       klasse="toegang")  # fmt: skip
    assert redenen(frits.breng([langer])) == ["geen-recht"]
    assert klassen(frits, dossier) == set()


def test_breaking_the_glass_says_nothing_about_a_dossier_that_is_not_there(
    bram: Laptop, vandaag: date
) -> None:
    assert bram.breng(nood(bram, nieuw(), vandaag)).geweigerd == ()


def test_a_trace_or_a_sharing_begins_no_dossier(bram: Laptop, vandaag: date) -> None:
    """Else whoever knows an id that is still on its way could be there first."""
    dossier = nieuw()
    assert bram.breng(nood(bram, dossier, vandaag - timedelta(days=1))).geweigerd == ()
    antwoord = bram.breng([
        bram.rij("raadpleging", nieuw(), "wat", "dossier", dossier=dossier, klasse="spoor"),
        *deel(bram, dossier, bram.medewerker),
    ])  # fmt: skip
    assert redenen(antwoord) == ["geen-recht"] * 3
    assert klassen(bram, dossier) == set()


def test_a_leidinggevende_sees_health_only_behind_broken_glass(
    centrum: Centrum, anneke: Laptop, vandaag: date
) -> None:
    een, twee = vol_dossier(anneke), vol_dossier(anneke)
    carla = centrum.laptop("carla")
    carla.breng(nood(carla, een, vandaag))
    assert klassen(carla, een) == ALLES | {"toegang"}
    assert klassen(carla, twee) == ALLES - {"gezondheid", "afgeschermd"}


@pytest.mark.parametrize("naam", ["dirk", "els", "vww", "coa"])
def test_other_roles_break_no_glass(
    centrum: Centrum, anneke: Laptop, vandaag: date, naam: str
) -> None:
    dossier = vol_dossier(anneke)
    laptop = centrum.laptop(naam)
    assert redenen(laptop.breng(nood(laptop, dossier, vandaag))) == ["geen-recht"] * 4
    assert klassen(laptop, dossier) == set()
