"""The plan of an intake: when, where, with whom, with which interpreter."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit

from desktop.models.intake import Fase
from desktop.models.zitting import (
    Aanwezigheid,
    Bijgewoond,
    Partij,
    Plaats,
    Tolkwens,
    Tolkwijze,
    Zitting,
)
from desktop.views.intake.plek import Blad
from tests.pagina.gesprek import Tafel
from tests.views.intake.conftest import Dek, Opgeslagen

WBTV_OF_REDEN = "Vul het Wbtv-nummer van de tolk in, of schrijf op waarom het er niet is."


@pytest.fixture
def plan(dek: Dek, maak_dossier: Callable[..., str]) -> Tafel:
    """The plan as the dossier opens it, with one sitting."""
    tafel = dek()
    tafel.ruimte.toon_dossier(maak_dossier())
    tafel.klik(tafel.ruimte.blad.knop_volgende)
    assert tafel.blad is Blad.PLAN
    assert not tafel.scherm.plan.begin.isEnabled(), "without a sitting there is no talk"
    tafel.klik_op("Zitting plannen")
    return tafel


@pytest.fixture
def zitting(opgeslagen: Opgeslagen) -> Callable[[], Zitting]:
    """The last planned sitting as stored."""
    return lambda: opgeslagen().zittingen[-1]


def staat(tafel: Tafel, naam: str) -> str:
    veld = tafel.veld(naam)
    assert isinstance(veld, QLineEdit | QComboBox)
    return veld.text() if isinstance(veld, QLineEdit) else veld.currentText()


def partijen(zitting: Zitting) -> dict[Partij, tuple[Aanwezigheid, Bijgewoond]]:
    return {d.partij: (d.aanwezigheid, d.bijgewoond) for d in zitting.deelnemers}


def test_a_new_sitting_is_today_with_the_four_parties_invited(
    plan: Tafel, zitting: Callable[[], Zitting], opgeslagen: Opgeslagen
) -> None:
    uit, alles, vier = Aanwezigheid.UITGENODIGD, Bijgewoond.ALLES, Bijgewoond.VIERGESPREK
    assert zitting().datum == date(2026, 11, 23)
    assert partijen(zitting()) == {
        Partij.CLIENT: (uit, alles),
        Partij.KLANTMANAGER: (uit, alles),
        Partij.COA: (uit, vier),
        Partij.VLUCHTELINGENWERK: (uit, vier),
    }
    for wie in ("Cliënt", "Klantmanager", "COA", "VluchtelingenWerk"):
        assert staat(plan, f"{wie}: gekomen") == "Uitgenodigd"
    assert staat(plan, "COA: deel") == "Het deel met z'n vieren"
    assert opgeslagen().fase is Fase.GEPLAND


def test_day_hour_and_place_keep_themselves(plan: Tafel, zitting: Callable[[], Zitting]) -> None:
    plan.vul("Datum", "7-12-2026")
    plan.vul("Tijd", "13.30 uur")
    plan.kies("Plaats", "Ergens anders")
    assert plan.zin_bij("Adres of kamer") == "Schrijf op waar het gesprek is."
    plan.vul("Adres of kamer", "Buurthuis De Bolder")
    assert plan.zin_bij("Adres of kamer") == ""
    nu = zitting()
    assert (nu.datum, nu.tijd) == (date(2026, 12, 7), "13.30 uur")
    assert (nu.plaats, nu.plaats_toelichting) == (Plaats.ELDERS, "Buurthuis De Bolder")
    assert plan.is_er("Zitting 1: 07-12-2026")


def test_a_wrong_date_gives_a_sentence_beside_it_and_keeps_what_was_typed(
    plan: Tafel, zitting: Callable[[], Zitting]
) -> None:
    for getypt, zin in (
        ("31-02-2026", "Dit is geen datum."),
        ("morgen", "Dit is geen datum."),
        ("12-2026", "Schrijf de hele datum"),
        ("", "Vul de datum in"),
    ):
        plan.vul("Datum", getypt)
        assert plan.zin_bij("Datum").startswith(zin)
        assert staat(plan, "Datum") == getypt
        assert zitting().datum == date(2026, 11, 23)
        plan.vul("Tijd", f"{len(getypt)} uur")
        assert staat(plan, "Datum") == getypt, "another field leaves it alone"
        assert plan.zin_bij("Datum").startswith(zin)
    plan.vul("Datum", "1-12-2026")
    assert plan.zin_bij("Datum") == ""
    assert zitting().datum == date(2026, 12, 1)


def test_a_wrong_date_stands_there_still_after_a_switched_off_laptop(
    plan: Tafel, stroom_uit: Callable[[], Tafel]
) -> None:
    plan.schrijf(plan.veld("Datum"), "32-12-2026")
    opnieuw = stroom_uit()
    assert staat(opnieuw, "Datum") == "32-12-2026"
    assert opnieuw.is_er("Zitting 1: 23-11-2026"), "the sitting itself has its old day"


def test_who_came_and_for_which_part_is_stored(plan: Tafel, zitting: Callable[[], Zitting]) -> None:
    plan.kies("Cliënt: gekomen", "Aanwezig")
    plan.kies("Klantmanager: gekomen", "Aanwezig")
    plan.kies("COA: gekomen", "Afwezig")
    plan.kies("VluchtelingenWerk: deel", "Het hele gesprek")
    plan.kies("COA: deel", "Het besloten deel")
    plan.vul("VluchtelingenWerk: naam", "Henk Post")
    plan.vul("COA: organisatie", "COA Dronten")
    er, weg, uit = Aanwezigheid.AANWEZIG, Aanwezigheid.AFWEZIG, Aanwezigheid.UITGENODIGD
    assert partijen(zitting()) == {
        Partij.CLIENT: (er, Bijgewoond.ALLES),
        Partij.KLANTMANAGER: (er, Bijgewoond.ALLES),
        Partij.COA: (weg, Bijgewoond.BESLOTEN),
        Partij.VLUCHTELINGENWERK: (uit, Bijgewoond.ALLES),
    }
    namen = {d.partij: (d.naam, d.organisatie) for d in zitting().deelnemers}
    assert namen[Partij.VLUCHTELINGENWERK] == ("Henk Post", "")
    assert namen[Partij.COA] == ("", "COA Dronten")


def test_somebody_can_come_along_and_somebody_can_be_left_out(
    plan: Tafel, zitting: Callable[[], Zitting]
) -> None:
    plan.klik_op("+ Iemand erbij")
    plan.vul("Iemand anders: naam", "Zus van de cliënt")
    plan.klik_op("COA weghalen")
    assert [d.partij for d in zitting().deelnemers] == [
        Partij.CLIENT,
        Partij.KLANTMANAGER,
        Partij.VLUCHTELINGENWERK,
        Partij.ANDERS,
    ]
    assert zitting().deelnemers[-1].naam == "Zus van de cliënt"
    assert not plan.is_er("COA: naam")


def test_a_row_is_spoken_with_the_party_that_was_chosen_in_it(plan: Tafel) -> None:
    plan.klik_op("+ Iemand erbij")
    plan.klik_op("COA weghalen")
    plan.kies("Iemand anders: wie", "COA")
    assert staat(plan, "COA: wie") == "COA"
    assert not plan.is_er("Iemand anders: naam")


def test_an_interpreter_has_a_wbtv_number_or_there_is_a_reason(
    plan: Tafel, zitting: Callable[[], Zitting]
) -> None:
    assert plan.zin_bij("Wbtv-nummer") == WBTV_OF_REDEN
    plan.vul("Wbtv-nummer", "12345")
    assert plan.zin_bij("Wbtv-nummer") == ""
    assert zitting().tolk_wbtv == "12345"
    plan.vul("Wbtv-nummer", "")
    plan.vul("Waarom geen nummer of geen tolk?", "Deze tolk staat nog niet in het register.")
    assert plan.zin_bij("Wbtv-nummer") == ""
    assert zitting().tolk_reden_geen == "Deze tolk staat nog niet in het register."
    assert zitting().tolk_wbtv == ""
    plan.vul("Waarom geen nummer of geen tolk?", "")
    assert plan.zin_bij("Wbtv-nummer") == WBTV_OF_REDEN
    plan.kies("Hoe", "Geen tolk")
    assert plan.zin_bij("Wbtv-nummer") == ""
    assert plan.zin_bij("Waarom geen nummer of geen tolk?") == (
        "Schrijf op waarom er geen tolk bij is."
    )
    plan.vul("Waarom geen nummer of geen tolk?", "De cliënt spreekt Engels met ons.")
    assert plan.zin_bij("Waarom geen nummer of geen tolk?") == ""
    assert zitting().tolk_wijze is Tolkwijze.GEEN


def test_how_in_which_language_and_with_which_wish_the_interpreter_comes(
    plan: Tafel, zitting: Callable[[], Zitting]
) -> None:
    assert staat(plan, "Taal") == "Tigrinya", "the language of the client stands ready"
    plan.kies("Hoe", "Tolk aan de telefoon")
    plan.kies("Wens", "Liefst een vrouw")
    plan.vul("Bureau", "Tolkenbureau Voorbeeld")
    nu = zitting()
    assert (nu.tolk_wijze, nu.tolk_wens) == (Tolkwijze.TELEFONISCH, Tolkwens.VROUW)
    assert (nu.tolk_taal, nu.tolk_bureau) == ("ti", "Tolkenbureau Voorbeeld")


def test_an_intake_can_take_more_than_one_sitting(plan: Tafel, opgeslagen: Opgeslagen) -> None:
    plan.vul("Tijd", "10.00 uur")
    plan.kies("COA: gekomen", "Aanwezig")
    plan.klik_op("+ Zitting erbij")
    assert staat(plan, "Tijd") == ""
    assert staat(plan, "COA: gekomen") == "Uitgenodigd"
    plan.vul("Datum", "30-11-2026")
    plan.vul("Tijd", "14.00 uur")
    plan.kies("COA: gekomen", "Afwezig")
    plan.klik_op("Zitting 1: 23-11-2026")
    assert (staat(plan, "Tijd"), staat(plan, "COA: gekomen")) == ("10.00 uur", "Aanwezig")
    plan.klik_op("Zitting 2: 30-11-2026")
    assert (staat(plan, "Tijd"), staat(plan, "COA: gekomen")) == ("14.00 uur", "Afwezig")
    eerste, tweede = opgeslagen().zittingen
    assert (eerste.datum, eerste.tijd) == (date(2026, 11, 23), "10.00 uur")
    assert (tweede.datum, tweede.tijd) == (date(2026, 11, 30), "14.00 uur")
    assert partijen(eerste)[Partij.COA][0] is Aanwezigheid.AANWEZIG
    assert partijen(tweede)[Partij.COA][0] is Aanwezigheid.AFWEZIG


def test_what_is_typed_when_another_sitting_opens_goes_to_the_right_one(
    plan: Tafel, opgeslagen: Opgeslagen
) -> None:
    plan.klik_op("+ Zitting erbij")
    plan.vul("Datum", "30-11-2026")
    plan.schrijf(plan.veld("Tijd"), "15.00 uur")
    plan.klik_op("Zitting 1: 23-11-2026")
    assert [z.tijd for z in opgeslagen().zittingen] == ["", "15.00 uur"]


def test_a_second_sitting_goes_on_where_the_first_one_stopped(
    dek: Dek, maak_intake: Callable[..., str], opgeslagen: Opgeslagen
) -> None:
    tafel = dek(maak_intake())
    tafel.ga_naar("WO01")
    tafel.naar(Blad.PLAN)
    tafel.klik_op("Zitting plannen")
    tafel.klik_op("Ga verder met het gesprek")
    assert (tafel.blad, tafel.vraag) == (Blad.GESPREK, "WO01")
    assert opgeslagen().zittingen[0].begonnen_op is not None
