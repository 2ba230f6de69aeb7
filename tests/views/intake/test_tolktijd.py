"""The interpreter's working time: start, pause, end, for the costs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from desktop.documents.gegevens import Keus, samenvatting_uit
from desktop.documents.huisstijl import Huisstijl
from desktop.documents.samenvatting import maak_samenvatting
from desktop.models.intake import BredeIntake
from desktop.models.zitting import Tolkwijze
from desktop.store.fouten import SchijfVol
from desktop.store.store import Store
from desktop.views.intake.plek import Blad
from tests.conftest import Klok
from tests.pagina.gesprek import Tafel
from tests.pagina.papieren import Papier
from tests.views.intake.conftest import Dek, Opgeslagen

START, PAUZE, EINDE = "Tolktijd: start", "Tolktijd: pauze", "Tolktijd: einde"


@pytest.fixture
def intake_id(maak_intake: Callable[..., str], store: Store) -> str:
    """A talk with a sitting that has begun, and an interpreter at the table."""
    id_ = maak_intake("ti")
    with store.work() as work:
        work.get(BredeIntake, id_).plan_zitting(date(2026, 11, 23)).begin(work.nu)
    return id_


@pytest.fixture
def tafel(dek: Dek, intake_id: str) -> Tafel:
    return dek(intake_id)


@pytest.fixture
def minuten(store: Store, klok: Klok, intake_id: str) -> Callable[[], int]:
    """Whole minutes that are kept for the sitting, as they count now."""

    def tel() -> int:
        with store.lees() as sessie:
            (zitting,) = sessie.get_one(BredeIntake, intake_id).zittingen
            return int(zitting.getolkt(klok.nu).total_seconds()) // 60

    return tel


def wacht(klok: Klok, tafel: Tafel, minuten: int) -> None:
    """So long passes, and the clock in the bar ticks."""
    klok.nu += timedelta(minutes=minuten)
    tafel.scherm.gesprek.tolk._tik()


def klok_van(tafel: Tafel) -> str:
    """What stands on the clock."""
    return tafel.scherm.tolkklok.wissel.text()


def test_start_pause_and_end(
    tafel: Tafel, klok: Klok, minuten: Callable[[], int], opgeslagen: Opgeslagen
) -> None:
    assert klok_van(tafel).endswith("Tolk 0:00")
    assert not tafel.is_er(EINDE), "there is nothing to end"
    tafel.klik_op(START)
    wacht(klok, tafel, 42)
    assert klok_van(tafel).endswith("0:42")
    tafel.klik_op(PAUZE)
    wacht(klok, tafel, 30)
    assert (klok_van(tafel)[-4:], minuten()) == ("0:42", 42)
    tafel.klik_op(START)
    wacht(klok, tafel, 20)
    tafel.klik_op(EINDE)
    wacht(klok, tafel, 60)
    assert (klok_van(tafel)[-4:], minuten()) == ("1:02", 62)
    assert not tafel.is_er(EINDE)


def test_a_pause_of_the_talk_pauses_the_time_and_goes_on_with_it(
    tafel: Tafel, klok: Klok, minuten: Callable[[], int]
) -> None:
    tafel.klik_op(START)
    wacht(klok, tafel, 10)
    tafel.klik_op("Pauze scherm")
    assert not tafel.scherm.tolkklok.wissel.isEnabled()
    wacht(klok, tafel, 15)
    assert minuten() == 10
    tafel.klik_op("Einde pauze")
    wacht(klok, tafel, 5)
    assert minuten() == 15
    tafel.client.stop()
    wacht(klok, tafel, 25)
    assert minuten() == 15, "the client's stop is a pause too"
    tafel.klik_op("Verder (P)")
    wacht(klok, tafel, 1)
    assert minuten() == 16


def test_a_pause_of_the_talk_starts_nothing_that_did_not_run(
    tafel: Tafel, klok: Klok, minuten: Callable[[], int]
) -> None:
    tafel.klik_op("Pauze scherm")
    tafel.klik_op("Einde pauze")
    wacht(klok, tafel, 5)
    assert minuten() == 0
    assert tafel.is_er(START)


def test_who_leaves_in_the_pause_does_not_come_back_by_itself(
    tafel: Tafel, klok: Klok, minuten: Callable[[], int]
) -> None:
    tafel.klik_op(START)
    wacht(klok, tafel, 10)
    tafel.klik_op("Pauze scherm")
    tafel.klik_op(EINDE)
    tafel.klik_op("Einde pauze")
    wacht(klok, tafel, 30)
    assert minuten() == 10
    assert tafel.is_er(START)


def test_a_switched_off_laptop_in_the_pause_waits_on(
    tafel: Tafel, klok: Klok, stroom_uit: Callable[[], Tafel]
) -> None:
    tafel.klik_op(START)
    wacht(klok, tafel, 10)
    tafel.klik_op("Pauze scherm")
    opnieuw = stroom_uit()
    klok.nu += timedelta(minutes=30)
    opnieuw.klik_op("Einde pauze")
    wacht(klok, opnieuw, 5)
    assert klok_van(opnieuw).endswith("0:15")


def test_a_clock_that_was_forgotten_ends_where_it_was_last_seen(
    tafel: Tafel, klok: Klok, stroom_uit: Callable[[], Tafel]
) -> None:
    tafel.klik_op(START)
    wacht(klok, tafel, 50)
    klok.nu += timedelta(hours=14)
    opnieuw = stroom_uit()
    assert klok_van(opnieuw).endswith("0:50")
    assert opnieuw.is_er(START)


def test_a_short_darkness_does_not_stop_the_clock(
    tafel: Tafel, klok: Klok, stroom_uit: Callable[[], Tafel]
) -> None:
    tafel.klik_op(START)
    wacht(klok, tafel, 50)
    klok.nu += timedelta(minutes=4)
    opnieuw = stroom_uit()
    assert klok_van(opnieuw).endswith("0:54")
    assert opnieuw.is_er(PAUZE)


def test_a_clock_that_stands_still_leaves_nothing_behind(
    tafel: Tafel, klok: Klok, store: Store, stroom_uit: Callable[[], Tafel]
) -> None:
    """Else a clock that is started later would end at a moment long before."""
    tafel.klik_op(START)
    sleutel = tafel.scherm.gesprek.tolk._sleutel
    assert store.lokaal(sleutel) is not None
    tafel.klik_op(EINDE)
    assert store.lokaal(sleutel) is None
    tafel.klik_op(START)
    klok.nu += timedelta(hours=14)
    opnieuw = stroom_uit()
    assert opnieuw.scherm.gesprek.store.lokaal(sleutel) is None, "the one that was forgotten too"


def test_a_disk_that_is_full_is_told_and_the_clock_goes_on(
    tafel: Tafel,
    klok: Klok,
    store: Store,
    minuten: Callable[[], int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tafel.klik_op(START)
    gezegd: list[str] = []
    tafel.ruimte.werkplek.melding.connect(gezegd.append)

    def vol(*_alles: object) -> None:
        raise SchijfVol

    with monkeypatch.context() as even:
        even.setattr(store, "onthoud", vol)
        wacht(klok, tafel, 5)
    assert gezegd[0].startswith("De schijf is vol.")
    assert klok_van(tafel).endswith("0:05")
    wacht(klok, tafel, 5)
    assert (minuten(), len(gezegd)) == (10, 1)


def test_closing_the_talk_ends_it(tafel: Tafel, klok: Klok, minuten: Callable[[], int]) -> None:
    tafel.klik_op(START)
    wacht(klok, tafel, 90)
    assert tafel.scherm.gesprek.sluit("De tolk moest weg.")
    klok.nu += timedelta(hours=3)
    assert minuten() == 90
    assert not tafel.is_er(START)


def test_without_an_interpreter_there_is_no_clock(
    dek: Dek, intake_id: str, store: Store, maak_intake: Callable[..., str]
) -> None:
    with store.work() as work:
        (zitting,) = work.get(BredeIntake, intake_id).zittingen
        zitting.zet("tolk_wijze", Tolkwijze.GEEN)
    assert not dek(intake_id).is_er(START)
    assert not dek(maak_intake("ti")).is_er(START), "nor without a sitting"


def test_plan_sheet_and_summary_say_how_long(
    tafel: Tafel, klok: Klok, store: Store, intake_id: str
) -> None:
    def op_papier() -> str:
        with store.lees() as sessie:
            gegevens = samenvatting_uit(
                sessie.get_one(BredeIntake, intake_id),
                store.lijst,
                Keus(),
                gemeente="Noordoostpolder",
                taal="Tigrinya",
                vandaag=store.vandaag(),
            )
        return Papier(maak_samenvatting(gegevens, Huisstijl({}, {}))).tekst

    assert "Tolktijd" not in op_papier()
    tafel.naar(Blad.PLAN)
    assert "Tolktijd" not in tafel.teksten
    tafel.klik_op(START)
    wacht(klok, tafel, 65)
    assert "en loopt nog" in tafel.teksten
    assert "Tolktijd: 0:00 uur, en loopt nog" in op_papier()
    tafel.klik_op(PAUZE)
    assert "Tolktijd: 1:05 uur" in tafel.teksten
    assert "Tolktijd: 1:05 uur" in op_papier()


@pytest.mark.parametrize("breed", [1024, 1366])
def test_the_bar_has_room_for_it(dek: Dek, intake_id: str, breed: int) -> None:
    tafel = dek(intake_id, breed=breed, hoog=600)
    tafel.klik_op(START)
    scherm = tafel.scherm
    assert tafel.ruimte.width() == breed, "the window was pushed wider"
    for knop in (scherm.pauze, scherm.client, scherm.tolkscherm, scherm.tolkklok.wissel):
        assert knop.width() >= knop.minimumSizeHint().width()
        assert knop.mapTo(scherm, knop.rect().topRight()).x() <= breed


def test_the_plan_sheet_leads_to_the_sheet_for_the_interpreter(tafel: Tafel) -> None:
    tafel.naar(Blad.PLAN)
    tafel.klik_op("Blad voor de tolk")
    papieren = tafel.ruimte.documenten
    assert papieren is not None
    assert papieren.isVisible()
    assert papieren.maak_tolkblad.isEnabled()
