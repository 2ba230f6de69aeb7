"""Access follows from the journal: whose dossier, shared with whom, who stands in, broken glass."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest

from tests.sync.bouw import GEMEENTE, Laptop, nieuw
from tests.sync.centraal.hulp import ALLES, deel, klassen, redenen, vol_dossier
from tests.sync.conftest import ROLLEN, Centrum


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


PLAKKEN = {
    "bram": ALLES | {"toegang"},
    "dirk": {"identiteit"},
    "els": set(),
    "vww": {"identiteit", "wonen"},
    "coa": {"identiteit", "vnummer"},
    "taal": {"identiteit", "sociaal", "regie", "werk"},
    "werk": {"identiteit", "werk", "mobiliteit"},
    "zorg": {"identiteit", "geld"},
}
"""What each role gets of a dossier that is shared with it."""


def test_nobody_but_the_klantmanager_and_the_leidinggevende_has_a_dossier(
    centrum: Centrum, anneke: Laptop
) -> None:
    dossier = vol_dossier(anneke)
    assert klassen(anneke, dossier) == ALLES
    assert klassen(centrum.laptop("carla"), dossier) == ALLES - {"gezondheid", "afgeschermd"}
    for naam in ROLLEN.keys() - {"anneke", "carla"}:
        assert klassen(centrum.laptop(naam), dossier) == set(), naam


@pytest.mark.parametrize("naam", PLAKKEN)
def test_a_shared_dossier_gives_each_role_its_slice(
    centrum: Centrum, anneke: Laptop, naam: str
) -> None:
    dossier = vol_dossier(anneke)
    ander = vol_dossier(anneke)
    wie = centrum.laptop(naam)
    deling = deel(anneke, dossier, wie.medewerker)
    assert anneke.breng(deling).geweigerd == ()
    assert klassen(wie, dossier) == PLAKKEN[naam]
    assert klassen(wie, ander) == set()
    weg = anneke.rij("deling", str(deling[0][4]), "", dossier=dossier, klasse="toegang",
                     soort="delete", ouders=[str(r[0]) for r in deling])  # fmt: skip
    anneke.breng([weg])
    assert klassen(wie, dossier) == set()


def test_a_sharing_ends_after_its_last_day(
    centrum: Centrum, anneke: Laptop, bram: Laptop, vandaag: date
) -> None:
    for dagen, mag in ((0, True), (-1, False), (3, True)):
        dossier = vol_dossier(anneke)
        tot = (vandaag + timedelta(days=dagen)).isoformat()
        anneke.breng(deel(anneke, dossier, bram.medewerker, tot=tot))
        assert bool(klassen(bram, dossier)) is mag, dagen
    dossier = vol_dossier(anneke)
    anneke.breng(deel(anneke, dossier, bram.medewerker, tot=None))
    assert klassen(bram, dossier)


def test_handing_over_a_dossier_moves_it(centrum: Centrum, anneke: Laptop, bram: Laptop) -> None:
    dossier = vol_dossier(anneke)
    oud = next(r for r in anneke.haal_alles().values() if r[5] == "klantmanager_id")
    over = anneke.rij("dossier", dossier, "klantmanager_id", bram.medewerker, dossier=dossier,
                      klasse="identiteit", ouders=[str(oud[0])])  # fmt: skip
    anneke.breng([over])
    assert klassen(bram, dossier) == ALLES
    # Who made it keeps it for some days more, by `maker_dagen`.
    assert klassen(anneke, dossier) == ALLES
    with centrum.beheer() as verbinding:
        verbinding.execute("UPDATE viergesprek.toegang SET tot = tot - 31 WHERE grond = 'maker'")
    assert klassen(anneke, dossier) == set()
    later = anneke.rij("dossier", dossier, "adres", "x", dossier=dossier, klasse="identiteit")
    assert redenen(anneke.breng([later])) == ["geen-recht"]


def test_two_hand_overs_in_conflict_leave_it_with_both(
    centrum: Centrum, anneke: Laptop, bram: Laptop
) -> None:
    dossier = vol_dossier(anneke)
    carla = centrum.laptop("carla")
    carla.breng([
        carla.rij("dossier", dossier, "klantmanager_id", bram.medewerker, dossier=dossier,
                  klasse="identiteit")
    ])  # fmt: skip
    with centrum.beheer() as verbinding:
        verbinding.execute("DELETE FROM viergesprek.toegang WHERE grond = 'maker'")
    assert klassen(anneke, dossier) == klassen(bram, dossier) == ALLES


def test_a_partner_named_as_klantmanager_gets_nothing(centrum: Centrum, anneke: Laptop) -> None:
    dossier = vol_dossier(anneke, klantmanager=centrum.medewerker("vww"))
    assert klassen(centrum.laptop("vww"), dossier) == set()


@pytest.mark.parametrize(
    ("vanaf", "tot", "mag"), [(0, 0, True), (-3, 4, True), (1, 5, False), (-5, -1, False)]
)
def test_a_stand_in_has_the_caseload_from_the_first_day_to_the_last(
    centrum: Centrum, anneke: Laptop, bram: Laptop, vandaag: date, vanaf: int, tot: int, mag: bool
) -> None:
    dossier = vol_dossier(anneke)
    velden = {
        "afwezige_id": anneke.medewerker,
        "vervanger_id": bram.medewerker,
        "vanaf": (vandaag + timedelta(days=vanaf)).isoformat(),
        "tot": (vandaag + timedelta(days=tot)).isoformat(),
    }
    rijen = anneke.rijen("vervanging", nieuw(), velden, klasse="toegang")
    assert anneke.breng(rijen).geweigerd == ()
    assert klassen(bram, dossier) == (ALLES if mag else set())
    schrijf = bram.rij("notitie", nieuw(), "tekst", "x", dossier=dossier)
    assert redenen(bram.breng([schrijf])) == ([] if mag else ["geen-recht"])
    weg = anneke.rij("vervanging", str(rijen[0][4]), "", klasse="toegang", soort="delete",
                     ouders=[str(r[0]) for r in rijen])  # fmt: skip
    anneke.breng([weg])
    assert klassen(bram, dossier) == set()


def test_a_klantmanager_names_a_stand_in_only_for_herself(
    centrum: Centrum, anneke: Laptop, bram: Laptop, vandaag: date
) -> None:
    dossier = vol_dossier(anneke)
    dag = vandaag.isoformat()
    velden = {"vervanger_id": bram.medewerker, "vanaf": dag, "tot": dag,
              "afwezige_id": anneke.medewerker}  # fmt: skip
    kaping = bram.rijen("vervanging", nieuw(), velden, klasse="toegang")
    assert redenen(bram.breng(kaping)) == ["geen-recht"] * 4
    eigen = bram.rijen("vervanging", nieuw(), {**velden, "afwezige_id": bram.medewerker},
                       klasse="toegang")  # fmt: skip
    om = bram.rij("vervanging", str(eigen[0][4]), "afwezige_id", anneke.medewerker,
                  klasse="toegang")  # fmt: skip
    assert bram.breng(eigen).geweigerd == ()
    assert redenen(bram.breng([om])) == ["geen-recht"]
    assert klassen(bram, dossier) == set()
    van_anneke = anneke.rijen("vervanging", nieuw(), {**velden, "vervanger_id": nieuw()},
                              klasse="toegang")  # fmt: skip
    anneke.breng(van_anneke)
    naar_bram = bram.rij("vervanging", str(van_anneke[0][4]), "vervanger_id", bram.medewerker,
                         klasse="toegang")  # fmt: skip
    assert redenen(bram.breng([naar_bram])) == ["geen-recht"]
    carla = centrum.laptop("carla")
    carla.breng(carla.rijen("vervanging", nieuw(), velden, klasse="toegang"))
    assert klassen(bram, dossier) == ALLES


def test_a_stand_in_is_not_a_partner_and_passes_nothing_on(
    centrum: Centrum, anneke: Laptop, bram: Laptop, vandaag: date
) -> None:
    dossier = vol_dossier(anneke)
    dag = vandaag.isoformat()
    centrum.voeg_toe("frits", "klantmanager")
    frits, vww = centrum.laptop("frits"), centrum.laptop("vww")
    anneke.breng([
        *anneke.rijen("vervanging", nieuw(), {"afwezige_id": anneke.medewerker, "vanaf": dag,
                      "vervanger_id": bram.medewerker, "tot": dag}, klasse="toegang"),
        *anneke.rijen("vervanging", nieuw(), {"afwezige_id": anneke.medewerker, "vanaf": dag,
                      "vervanger_id": vww.medewerker, "tot": dag}, klasse="toegang"),
    ])  # fmt: skip
    bram.breng(
        bram.rijen("vervanging", nieuw(), {"afwezige_id": bram.medewerker, "vanaf": dag,
                   "vervanger_id": frits.medewerker, "tot": dag}, klasse="toegang")
    )  # fmt: skip
    assert klassen(bram, dossier) == ALLES
    assert klassen(frits, dossier) == klassen(vww, dossier) == set()


def test_who_reads_a_dossier_may_leave_a_trace_in_it(centrum: Centrum, anneke: Laptop) -> None:
    dossier, ander = vol_dossier(anneke), vol_dossier(anneke)
    vww = centrum.laptop("vww")
    anneke.breng(deel(anneke, dossier, vww.medewerker))
    antwoord = vww.breng([
        vww.rij("raadpleging", nieuw(), "wat", "dossier", dossier=dossier, klasse="spoor"),
        vww.rij("raadpleging", nieuw(), "wat", "dossier", dossier=ander, klasse="spoor"),
        vww.rij("raadpleging", nieuw(), "wat", "dossier", dossier=nieuw(), klasse="spoor"),
        vww.rij("antwoord", nieuw(), "waarde", "x", dossier=dossier, klasse="wonen"),
    ])  # fmt: skip
    assert redenen(antwoord) == ["geen-recht"] * 3


@pytest.mark.parametrize("naam", ["dirk", "els", "vww", "coa", "taal", "werk", "zorg"])
def test_only_klantmanager_and_leidinggevende_begin_a_dossier(centrum: Centrum, naam: str) -> None:
    laptop = centrum.laptop(naam)
    dossier = nieuw()
    rijen = [
        laptop.rij("dossier", dossier, "nummer", "1", dossier=dossier, klasse="identiteit"),
        laptop.rij("zitting", nieuw(), "plaats", "x", dossier=dossier, klasse="toets"),
        laptop.rij("raadpleging", nieuw(), "wat", "dossier", dossier=dossier, klasse="spoor"),
    ]
    antwoord = laptop.breng(rijen)
    assert "geen-recht" in redenen(antwoord)
    assert antwoord.stromen == ()


def test_colleagues_are_written_by_themselves_and_by_the_beheerder(
    centrum: Centrum, anneke: Laptop, bram: Laptop
) -> None:
    def naam(wie: Laptop, van: Laptop) -> Any:
        return wie.breng([wie.rij("medewerker", van.medewerker, "naam", "x", klasse="gemeente")])

    assert redenen(naam(anneke, anneke)) == []
    assert redenen(naam(anneke, bram)) == ["geen-recht"]
    els = centrum.laptop("els")
    assert redenen(naam(els, bram)) == []
    vww = centrum.laptop("vww")
    assert redenen(naam(vww, vww)) == [], "else nobody could share anything with a partner"
    assert redenen(naam(vww, bram)) == ["geen-recht"]
    lijst = vww.rij("vragenlijstversie", nieuw(), "versie", "1", klasse="gemeente")
    assert redenen(vww.breng([lijst])) == ["geen-recht"]


def test_a_row_stays_in_its_dossier(centrum: Centrum, anneke: Laptop, bram: Laptop) -> None:
    """Else knowing an id would be enough to change what it says, through one's own dossier."""
    nota = nieuw()
    dossier = vol_dossier(anneke)
    anneke.breng([anneke.rij("notitie", nota, "tekst", "echt", dossier=dossier)])
    eigen = vol_dossier(bram)
    antwoord = bram.breng([
        bram.rij("notitie", nota, "tekst", "vals", dossier=eigen),
        bram.rij("dossier", dossier, "klantmanager_id", bram.medewerker, dossier=eigen,
                 klasse="identiteit"),
    ])  # fmt: skip
    assert redenen(antwoord) == ["geen-recht", "geen-recht"]
    with centrum.beheer() as verbinding:
        assert verbinding.execute(
            "SELECT waarde FROM viergesprek.kop WHERE rij = %s", (nota,)
        ).fetchall() == [(json.dumps("echt"),)]


def test_a_row_in_a_class_that_one_may_not_write_is_not_changed_through_another(
    centrum: Centrum, anneke: Laptop
) -> None:
    """A class of tests, which a toetsbegeleider may write, is no way into a health matter."""
    dossier, rij = vol_dossier(anneke), nieuw()
    anneke.breng([
        anneke.rij("iets_nieuws", rij, "waarde", "echt", dossier=dossier, klasse="gezondheid"),
        anneke.rij("iets_nieuws", nieuw(), "waarde", "x", dossier=dossier, klasse="wonen"),
        *deel(anneke, dossier, centrum.medewerker("dirk")),
    ])  # fmt: skip
    dirk = centrum.laptop("dirk")
    mag = dirk.rij("iets_nieuws", nieuw(), "waarde", "eigen", dossier=dossier, klasse="toets")
    mag_niet = dirk.rij("iets_nieuws", rij, "waarde", "vals", dossier=dossier, klasse="toets")
    antwoord = dirk.rij("antwoord", nieuw(), "waarde", "x", dossier=dossier, klasse="toets")
    assert redenen(dirk.breng([mag, mag_niet, antwoord])) == ["geen-recht", "klasse"]


def test_what_was_offered_is_shown_to_whoever_may_write_it(
    centrum: Centrum, anneke: Laptop, bram: Laptop
) -> None:
    dossier = vol_dossier(anneke)
    rij = bram.rij("antwoord", nieuw(), "waarde", "x", dossier=dossier, klasse="gezondheid")
    bram.breng([rij])
    for naam in ROLLEN.keys() - {"anneke"}:
        wie = centrum.laptop(naam)
        assert wie.centrale.aangeboden(GEMEENTE) == [], naam
        assert wie.centrale.neem_aan(GEMEENTE, [str(rij[0])]) == 0, naam
    assert [a.rij for a in anneke.centrale.aangeboden(GEMEENTE)] == [rij]
