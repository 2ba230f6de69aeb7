"""Rows that came on a stick: proven by the device's own seal, with the rights of its owner."""

from __future__ import annotations

import secrets

import pytest

from desktop.sync.regels import zegel
from tests.sync.bouw import GEMEENTE, Laptop, nieuw
from tests.sync.conftest import Centrum


@pytest.fixture
def anneke(centrum: Centrum) -> Laptop:
    return centrum.laptop("anneke")


@pytest.fixture
def bram(centrum: Centrum) -> Laptop:
    return centrum.laptop("bram")


def test_a_colleague_brings_along_what_the_laptop_sealed(anneke: Laptop, bram: Laptop) -> None:
    rijen = anneke.dossier(adres="Ureterp é, 'x' \\ \"y\"", bsn="1")
    zegels = [zegel(anneke.geheim, rij) for rij in rijen]
    antwoord = bram.centrale.breng_mee(anneke.id, rijen, zegels)
    assert (antwoord.fout, antwoord.hoogste, antwoord.geweigerd) == ("", 6, ())
    assert set(anneke.haal_alles().values()) == set(rijen)
    assert bram.haal_alles() == {}
    assert anneke.breng(rijen).hoogste == 6
    assert anneke.breng(anneke.dossier()).hoogste == 10


def test_one_wrong_seal_refuses_the_whole(anneke: Laptop, bram: Laptop) -> None:
    rijen = anneke.dossier()
    goed = [zegel(anneke.geheim, rij) for rij in rijen]
    vals = list(rijen)
    vals[2] = (*rijen[2][:7], '"iemand anders"', *rijen[2][8:])
    antwoord = bram.centrale.breng_mee(anneke.id, vals, goed)
    assert (antwoord.fout, antwoord.verwacht) == ("zegel", 3)
    vreemd = [*goed[:3], zegel(secrets.token_bytes(32), rijen[3])]
    assert bram.centrale.breng_mee(anneke.id, rijen, vreemd).verwacht == 4
    assert bram.centrale.breng_mee(anneke.id, rijen, goed[:3]).fout == "zegel"
    assert anneke.haal_alles() == {}
    assert anneke.groet().volgnummer == 0


def test_the_rights_are_the_authors_not_the_carriers(
    centrum: Centrum, anneke: Laptop, bram: Laptop
) -> None:
    begin = bram.dossier()
    bram.breng(begin)
    dossier = str(begin[0][4])
    rij = anneke.rij("notitie", nieuw(), "tekst", "x", dossier=dossier)
    antwoord = bram.centrale.breng_mee(anneke.id, [rij], [zegel(anneke.geheim, rij)])
    assert [g.reden for g in antwoord.geweigerd] == ["geen-recht"]
    eigen = anneke.dossier()
    vww = centrum.laptop("vww")
    antwoord = vww.centrale.breng_mee(
        anneke.id, eigen, [zegel(anneke.geheim, rij) for rij in eigen]
    )
    assert (antwoord.geweigerd, len(anneke.haal_alles())) == ((), 4)


def test_a_device_that_never_greeted_cannot_be_proven(centrum: Centrum, bram: Laptop) -> None:
    onbekend = centrum.laptop("anneke", groet=False)
    rijen = onbekend.dossier()
    zegels = [zegel(onbekend.geheim, rij) for rij in rijen]
    assert bram.centrale.breng_mee(onbekend.id, rijen, zegels).fout == "apparaat"


def test_nothing_is_brought_along_of_a_lost_laptop(
    centrum: Centrum, anneke: Laptop, bram: Laptop
) -> None:
    centrum.laptop("els").centrale.meld_verloren(GEMEENTE, anneke.id)
    rijen = anneke.dossier()
    zegels = [zegel(anneke.geheim, rij) for rij in rijen]
    assert bram.centrale.breng_mee(anneke.id, rijen, zegels).fout == "verloren"


def test_a_closed_person_brings_nothing_along(
    centrum: Centrum, anneke: Laptop, bram: Laptop
) -> None:
    centrum.laptop("els").centrale.meld_verloren(GEMEENTE, bram.id)
    rijen = anneke.dossier()
    zegels = [zegel(anneke.geheim, rij) for rij in rijen]
    assert bram.centrale.breng_mee(anneke.id, rijen, zegels).fout == "dicht"


def test_a_device_of_another_gemeente_looks_unknown(centrum: Centrum, bram: Laptop) -> None:
    centrum.voeg_toe("urk", "klantmanager", "0184")
    urk = Laptop(centrum.verbinding("urk"), centrum.medewerker("urk"), gemeente="0184")
    urk.groet()
    rijen = urk.dossier()
    zegels = [zegel(urk.geheim, rij) for rij in rijen]
    assert bram.centrale.breng_mee(urk.id, rijen, zegels).fout == "apparaat"
