"""Numbers, partial dates, names, and the form as a whole."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.deeldatum import Deeldatum, lees_datum, lees_deeldatum
from desktop.models.dossier import controleer_formulier
from desktop.models.fouten import Invoerfout, Invoerfouten
from desktop.models.namen import geraamte, woorden
from desktop.models.nummers import elfproef, lees_bsn, lees_v_nummer

VANDAAG = date(2026, 11, 23)
GOED = {"voornamen": "Amina", "gemeente": "0171", "klantmanager_id": "k"}


def test_bsn_keeps_its_leading_zero() -> None:
    assert lees_bsn("12345672") == "012345672"
    assert lees_bsn("111 222 333") == "111222333"


@pytest.mark.parametrize("fout", ["123456789", "000000000", "1234", "12345678a"])
def test_a_wrong_bsn_is_refused_with_a_sentence(fout: str) -> None:
    with pytest.raises(Invoerfout) as gevangen:
        lees_bsn(fout)
    assert gevangen.value.veld == "bsn"
    assert str(gevangen.value).endswith(".")


@given(st.integers(0, 999_999_999), st.integers(0, 8), st.integers(1, 9))
def test_one_changed_digit_never_passes_the_elfproef(getal: int, plek: int, verschil: int) -> None:
    bsn = f"{getal:09d}"
    ander = bsn[:plek] + str((int(bsn[plek]) + verschil) % 10) + bsn[plek + 1 :]
    assert not (elfproef(bsn) and elfproef(ander))


def test_v_nummer() -> None:
    assert lees_v_nummer("V 1234 567 890") == "1234567890"
    with pytest.raises(Invoerfout):
        lees_v_nummer("12345")


@pytest.mark.parametrize(
    ("getypt", "iso"),
    [
        ("1990", "1990"),
        ("5-1990", "1990-05"),
        ("mei 1990", "1990-05"),
        ("31-5-1990", "1990-05-31"),
        ("31 mei 1990", "1990-05-31"),
        ("1990-05-31", "1990-05-31"),
        (" 1/1/2001 ", "2001-01-01"),
    ],
)
def test_partial_dates_as_people_type_them(getypt: str, iso: str) -> None:
    assert str(lees_deeldatum(getypt, veld="geboortedatum")) == iso


@pytest.mark.parametrize("fout", ["31-2-1990", "13-1990", "gisteren", "90", "1-1-1890"])
def test_impossible_dates_are_refused(fout: str) -> None:
    with pytest.raises(Invoerfout):
        lees_deeldatum(fout, veld="geboortedatum")


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(1, 3))
def test_a_partial_date_reads_back_from_both_its_forms(dag: date, delen: int) -> None:
    deel = Deeldatum(dag.year, dag.month if delen > 1 else None, dag.day if delen > 2 else None)
    assert Deeldatum.van_iso(str(deel)) == deel
    assert lees_deeldatum(deel.nederlands(), veld="x") == deel


@pytest.mark.parametrize(
    "varianten",
    [
        ("Mohammed", "Muhammad", "Mohamed", "Mohamad", "Mouhamed"),
        ("Tesfay", "Tesfai"),
        ("Yousef", "Youssef", "Yusuf", "Yusef"),
        ("Hussein", "Husayn", "Hossein"),
        ("Gebremedhin", "Ghebremedhin"),
    ],
)
def test_transliterations_share_a_skeleton(varianten: tuple[str, ...]) -> None:
    assert len({geraamte(woorden(naam)[0]) for naam in varianten}) == 1


def test_other_scripts_and_diacritics_become_latin_words() -> None:
    assert woorden("Yıldız") == ["yildiz"]
    assert woorden("Çelik-Öztürk") == ["celik", "ozturk"]
    assert woorden("محمد")


def test_all_wrong_fields_are_told_at_once() -> None:
    with pytest.raises(Invoerfouten) as gevangen:
        controleer_formulier({"bsn": "1", "geboortedatum": "x", "email": "y"}, vandaag=VANDAAG)
    velden = {fout.veld for fout in gevangen.value.fouten}
    assert {"bsn", "geboortedatum", "email", "gemeente", "klantmanager_id"} <= velden


def test_a_single_name_is_enough_and_no_name_is_not() -> None:
    assert controleer_formulier(GOED, vandaag=VANDAAG).waarden["voornamen"] == "Amina"
    with pytest.raises(Invoerfouten) as gevangen:
        controleer_formulier({**GOED, "voornamen": "  "}, vandaag=VANDAAG)
    assert [fout.veld for fout in gevangen.value.fouten] == ["voornamen"]


def test_a_birth_date_in_the_future_is_refused() -> None:
    with pytest.raises(Invoerfouten):
        controleer_formulier({**GOED, "geboortedatum": "2027"}, vandaag=VANDAAG)


@pytest.mark.parametrize("tekst", ["31-02-2026", "32-1-2026", "morgen", "29-2-2026"])
def test_a_full_day_that_is_none_asks_for_a_full_day(tekst: str) -> None:
    with pytest.raises(Invoerfout, match="geen datum") as fout:
        lees_datum(tekst, veld="datum")
    assert "Alleen het jaar" not in str(fout.value)
