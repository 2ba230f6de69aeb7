"""Who may see a dossier beside its klantmanager, and who may change that."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from desktop.bronnen import toml
from desktop.models.basis import Stroomklasse
from desktop.models.dossier import Dossier, Rol
from desktop.models.fouten import Invoerfout, RedenNodig
from desktop.models.rechten import RECHTEN
from desktop.models.toegang import (
    Deling,
    Noodtoegang,
    Vervanging,
    beleid_uit,
    draag_over,
    lees_zoeknummer,
    mag_caseload_van,
    mag_glas_breken,
    mag_heel_spoor,
    mag_regelen,
)

VANDAAG = date(2026, 11, 25)
MORGEN = VANDAAG + timedelta(days=1)
GISTEREN = VANDAAG - timedelta(days=1)
REDEN = "De cliënt staat aan de balie en zijn klantmanager is ziek."


@dataclass(frozen=True)
class Recht:
    medewerker: str
    rol: Rol
    schrijven: frozenset[Stroomklasse]


def recht(rol: Rol, wie: str = "ik") -> Recht:
    return Recht(wie, rol, RECHTEN[rol].schrijven)


def test_the_policy_names_its_source_and_the_day_it_was_checked() -> None:
    ruw = toml("beleid", "toegang.toml")
    assert set(ruw) == {"noodtoegang", "deling", "maker", "toets"}
    for deel in ruw.values():
        assert deel["bron"].strip()
        assert isinstance(deel["gecontroleerd_op"], date)


def test_the_policy_gives_the_last_day() -> None:
    beleid = beleid_uit(
        {
            "noodtoegang": {"dagen": 7},
            "deling": {"voorstel_dagen": 60},
            "maker": {"dagen": 30},
            "toets": {"dagen": 30},
        }
    )
    assert beleid.nood_tot(VANDAAG) == date(2026, 12, 2)
    assert beleid.deling_tot(VANDAAG) == date(2027, 1, 24)
    assert beleid.maker_tot(VANDAAG) == date(2026, 12, 25)


def test_sharing_wants_a_reason_and_a_day_that_still_comes() -> None:
    with pytest.raises(RedenNodig):
        Deling.nieuw("d", "c", "  ", tot=MORGEN, vandaag=VANDAAG)
    with pytest.raises(Invoerfout) as fout:
        Deling.nieuw("d", "c", "Ze kijkt mee", tot=GISTEREN, vandaag=VANDAAG)
    assert fout.value.veld == "tot"
    deling = Deling.nieuw("d", "c", " Samen op huisbezoek ", tot=VANDAAG, vandaag=VANDAAG)
    assert (deling.reden, deling.tot) == ("Samen op huisbezoek", VANDAAG)
    assert deling.geldt_op(VANDAAG)
    assert not deling.geldt_op(MORGEN)


def test_two_laptops_that_share_with_the_same_colleague_make_one_sharing() -> None:
    een = Deling.nieuw("d", "c", "Samen", tot=MORGEN, vandaag=VANDAAG)
    ander = Deling.nieuw("d", "c", "Anders", tot=VANDAAG, vandaag=VANDAAG)
    assert een.id == ander.id == Deling.id_van("d", "c")
    assert een.id != Deling.id_van("d", "iemand anders")


def test_absence_holds_from_the_first_day_to_the_last_and_can_end_sooner() -> None:
    vervanging = Vervanging.nieuw("ik", "jij", vanaf=VANDAAG, tot=MORGEN, vandaag=VANDAAG)
    assert [vervanging.geldt_op(d) for d in (GISTEREN, VANDAAG, MORGEN)] == [False, True, True]
    vervanging.beeindig(VANDAAG)
    assert not any(vervanging.geldt_op(d) for d in (GISTEREN, VANDAAG, MORGEN))


def test_a_planned_absence_that_is_off_never_holds() -> None:
    later = VANDAAG + timedelta(days=30)
    vervanging = Vervanging.nieuw("ik", "jij", vanaf=later, tot=later, vandaag=VANDAAG)
    vervanging.beeindig(VANDAAG)
    assert not vervanging.geldt_op(later)


@pytest.mark.parametrize(
    ("vervanger", "vanaf", "tot", "veld"),
    [
        ("ik", VANDAAG, MORGEN, "vervanger_id"),
        ("jij", MORGEN, VANDAAG, "tot"),
        ("jij", GISTEREN, GISTEREN, "tot"),
    ],
)
def test_days_and_colleague_of_an_absence_must_be_possible(
    vervanger: str, vanaf: date, tot: date, veld: str
) -> None:
    with pytest.raises(Invoerfout) as fout:
        Vervanging.nieuw("ik", vervanger, vanaf=vanaf, tot=tot, vandaag=VANDAAG)
    assert fout.value.veld == veld


@pytest.mark.parametrize("reden", ["", "   ", "nodig", "   nodig     "])
def test_breaking_the_glass_wants_a_sentence(reden: str) -> None:
    with pytest.raises(RedenNodig):
        Noodtoegang.nieuw("d", "ik", reden, tot=MORGEN)


def test_breaking_the_glass_keeps_where_the_dossier_is() -> None:
    nood = Noodtoegang.nieuw("d", "ik", f"  {REDEN}\n", tot=VANDAAG, gemeente="0184")
    assert nood.reden == REDEN
    assert nood.journaal_gemeente == "0184"
    assert nood.geldt_op(VANDAAG)
    assert not nood.geldt_op(MORGEN)
    assert Noodtoegang.nieuw("d", "ik", REDEN, tot=VANDAAG).journaal_gemeente is None


@pytest.mark.parametrize(
    ("getypt", "bewaard"),
    [
        ("0171-26-K7M4Q2", "0171-26-K7M4Q2"),
        (" 0171 26 k7m4q2 ", "0171-26-K7M4Q2"),
        ("017126k7m4q2", "0171-26-K7M4Q2"),
        ("V 1234567890", "1234567890"),
        ("123.456.782", "123456782"),
    ],
)
def test_a_number_may_be_typed_in_any_way(getypt: str, bewaard: str) -> None:
    assert lees_zoeknummer(getypt) == bewaard


@pytest.mark.parametrize("getypt", ["", "Amina", "0171-26", "123456789", "0171-26-K7M4Q22"])
def test_half_a_number_is_asked_again(getypt: str) -> None:
    with pytest.raises(Invoerfout) as fout:
        lees_zoeknummer(getypt)
    assert fout.value.veld == "nummer"


def test_sharing_is_for_the_klantmanager_the_one_who_stands_in_and_the_leidinggevende() -> None:
    assert mag_regelen(recht(Rol.KLANTMANAGER), "ik", ())
    assert mag_regelen(recht(Rol.KLANTMANAGER), "jij", {"jij"})
    assert mag_regelen(recht(Rol.LEIDINGGEVENDE), "jij", ())
    assert not mag_regelen(recht(Rol.KLANTMANAGER), "jij", {"hij"})
    for rol in set(Rol) - {Rol.KLANTMANAGER, Rol.LEIDINGGEVENDE}:
        assert not mag_regelen(recht(rol), "ik", {"ik"}), rol


def test_what_the_centre_no_longer_allows_is_not_offered() -> None:
    kaal = Recht("ik", Rol.KLANTMANAGER, frozenset())
    assert not mag_regelen(kaal, "ik", ())
    assert not mag_glas_breken(kaal)
    assert not mag_caseload_van(kaal, "ik")


def test_only_klantmanager_and_leidinggevende_break_the_glass() -> None:
    assert {rol for rol in Rol if mag_glas_breken(recht(rol))} == {
        Rol.KLANTMANAGER,
        Rol.LEIDINGGEVENDE,
    }


def test_a_caseload_is_ones_own_but_for_the_leidinggevende() -> None:
    assert mag_caseload_van(recht(Rol.KLANTMANAGER), "ik")
    assert not mag_caseload_van(recht(Rol.KLANTMANAGER), "jij")
    assert mag_caseload_van(recht(Rol.LEIDINGGEVENDE), "jij")
    assert not mag_caseload_van(recht(Rol.TOETSBEGELEIDER), "ik")


def test_the_trail_of_the_gemeente_is_for_leidinggevende_and_beheerder() -> None:
    assert {rol for rol in Rol if mag_heel_spoor(recht(rol))} == {
        Rol.LEIDINGGEVENDE,
        Rol.BEHEERDER,
    }


def test_handing_over_to_whoever_has_it_already_is_a_slip() -> None:
    dossier = Dossier(nummer="n", gemeente="0171", klantmanager_id="ik")
    draag_over(dossier, "jij")
    assert dossier.klantmanager_id == "jij"
    with pytest.raises(Invoerfout):
        draag_over(dossier, "jij")
