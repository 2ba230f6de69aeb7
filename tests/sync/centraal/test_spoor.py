"""The trail: who did what kind of thing, and never what it said."""

from __future__ import annotations

import pytest

from tests.sync.bouw import GEMEENTE, Laptop, nieuw
from tests.sync.conftest import Centrum


@pytest.fixture
def anneke(centrum: Centrum) -> Laptop:
    return centrum.laptop("anneke")


def test_an_element_of_a_map_is_an_answer_and_stays_out(centrum: Centrum, anneke: Laptop) -> None:
    dossier = nieuw()
    rij = anneke.rij("antwoord", nieuw(), "keuzes:schulden", 1, dossier=dossier, soort="add")
    anneke.breng([rij])
    (regel,) = centrum.laptop("carla").centrale.spoor(GEMEENTE, dossier)
    assert (regel.entiteit, regel.rij, regel.veld, regel.soort) == (
        "antwoord", rij[4], "keuzes", "add",
    )  # fmt: skip
    assert (regel.auteur, regel.apparaat, regel.dossier) == (anneke.medewerker, anneke.id, dossier)
    assert regel.toelichting is None


def test_a_look_tells_what_and_why(centrum: Centrum, anneke: Laptop) -> None:
    begin = anneke.dossier()
    dossier = str(begin[0][4])
    rijen = anneke.rijen("raadpleging", nieuw(), {"wat": "gezondheid", "reden": "bezwaar"},
                         dossier=dossier, klasse="spoor")  # fmt: skip
    anneke.breng([*begin, *rijen])
    regels = centrum.laptop("els").centrale.spoor(GEMEENTE, dossier)
    assert {r.toelichting for r in regels if r.toelichting} == {'"gezondheid"', '"bezwaar"'}


def test_a_reason_in_another_class_stays_out(centrum: Centrum, anneke: Laptop) -> None:
    """Only a trace is for the trail; a note that calls itself one is not."""
    begin = anneke.dossier()
    vals = anneke.rij("raadpleging_", nieuw(), "wat", "geheim", dossier=str(begin[0][4]))
    anneke.breng([*begin, vals])
    assert "geheim" not in str(centrum.laptop("els").centrale.spoor(GEMEENTE))


@pytest.mark.parametrize("alleen_dossier", [True, False])
def test_pages_lose_nothing_between_changes_of_one_moment(
    centrum: Centrum, anneke: Laptop, alleen_dossier: bool
) -> None:
    """All changes of one gesture have the same clock."""
    dossier = nieuw()
    rijen = []
    for gebaar in range(5):
        klok = 1000 + gebaar
        rijen += [
            anneke.rij("notitie", nieuw(), "tekst", n, dossier=dossier, klok=klok) for n in range(4)
        ]
    anneke.breng(rijen)
    carla = centrum.laptop("carla").centrale
    gezien: list[str] = []
    voor = None
    while True:
        bladzijde = carla.spoor(
            GEMEENTE, dossier if alleen_dossier else None, voor_klok=voor, hoeveel=3
        )
        if not bladzijde:
            break
        assert len(bladzijde) == 4
        assert len({r.klok for r in bladzijde}) == 1
        gezien += [r.rij for r in bladzijde]
        voor = bladzijde[-1].klok
    # And always in the same order, however large the page.
    assert gezien == [str(r[4]) for r in reversed(rijen)]
    alles = carla.spoor(GEMEENTE, dossier if alleen_dossier else None, hoeveel=100)
    assert gezien == [r.rij for r in alles]


def test_a_search_is_in_the_trail_of_the_dossier_that_was_found(
    centrum: Centrum, anneke: Laptop
) -> None:
    rijen = anneke.dossier(bsn="123456782")
    anneke.breng(rijen)
    bram = centrum.laptop("bram")
    assert bram.centrale.zoek_nummer(GEMEENTE, "123456782") == rijen[0][4]
    regels = centrum.laptop("carla").centrale.spoor(GEMEENTE, str(rijen[0][4]))
    (zoek,) = [r for r in regels if r.soort == "zoek"]
    assert (zoek.auteur, zoek.apparaat, zoek.toelichting) == (bram.medewerker, None, None)
    assert zoek == regels[0]


def test_a_trail_stays_when_the_dossier_is_erased(centrum: Centrum, anneke: Laptop) -> None:
    rijen = anneke.dossier(achternaam="Geheim")
    anneke.breng(rijen)
    carla = centrum.laptop("carla").centrale
    carla.wis(GEMEENTE, str(rijen[0][4]), "bewaartermijn")
    regels = carla.spoor(GEMEENTE, str(rijen[0][4]))
    assert len(regels) == 4
    assert {r.veld for r in regels} == {""}
