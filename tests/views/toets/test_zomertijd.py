"""The nights of 29 March and 25 October 2026: sittings, calendar files and the running clock."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import vobject
from pytestqt.qtbot import QtBot

from desktop.models.fouten import Domeinfout
from desktop.models.toetsdelen import Incidentsoort
from desktop.models.toetssessie import Toetssessie
from desktop.store import toetsplanning
from desktop.store.store import Store
from desktop.views.toets.agenda import Agendascherm
from desktop.views.toets.agendapapier import maak_agenda
from desktop.views.toets.dagscherm import Dagscherm
from desktop.views.werkplek import Werkplek
from tests.conftest import Klok
from tests.pagina.toetsagenda import Agendapagina
from tests.pagina.toetsdag import Dagpagina
from tests.views.toets.agendavulling import Stad, bouw
from tests.views.toets.tafel import zet_tafel

LENTE, HERFST = date(2026, 3, 29), date(2026, 10, 25)
BESTAAT_NIET, TWEE_KEER = "bestaat {} niet", "komt {} twee keer voor"


@pytest.fixture
def dorp(store: Store, klok: Klok, maak_dossier: Callable[..., str]) -> Stad:
    """Early in the year, so that both nights are still to come."""
    klok.nu = datetime(2026, 3, 20, 9, 0, tzinfo=UTC)
    return bouw(store, maak_dossier)


def ics(store: Store, sessie_id: str, map_: Path) -> tuple[datetime, datetime]:
    """Begin and end as another program reads them."""
    pad = maak_agenda(store, sessie_id, map_)
    item = vobject.readOne(pad.read_text(encoding="utf-8")).vevent
    return item.dtstart.value.astimezone(UTC), item.dtend.value.astimezone(UTC)


def sessie(store: Store, id_: str) -> Toetssessie:
    with store.lees() as lees:
        return lees.get_one(Toetssessie, id_)


@pytest.mark.parametrize(
    ("voor", "nacht", "uur_voor", "uur_na"),
    [(date(2026, 3, 27), LENTE, 8, 7), (date(2026, 10, 23), HERFST, 7, 8)],
)
def test_a_sitting_dragged_over_the_night_keeps_its_time_on_the_wall(
    dorp: Stad, met_email: None, tmp_path: Path,
    voor: date, nacht: date, uur_voor: int, uur_na: int,
) -> None:  # fmt: skip
    store = dorp.store
    id_ = dorp.toets(voor, "09:30")
    begin, einde = ics(store, id_, tmp_path)
    assert (begin.hour, begin.minute, einde - begin) == (uur_voor, 30, timedelta(minutes=90))
    toetsplanning.verzet_sessie(store, id_, nacht, "09:30")
    assert (sessie(store, id_).begin, sessie(store, id_).einde) == ("09:30", "11:00")
    begin, einde = ics(store, id_, tmp_path)
    assert (begin.date(), begin.hour, einde - begin) == (nacht, uur_na, timedelta(minutes=90))


@pytest.mark.parametrize(("nacht", "zegt"), [(LENTE, BESTAAT_NIET), (HERFST, TWEE_KEER)])
@pytest.mark.parametrize("tijd", ["02:00", "02:30"])
def test_a_time_that_nobody_can_know_is_refused_in_every_gesture(
    qtbot: QtBot, werkplek: Werkplek, dorp: Stad, nacht: date, zegt: str, tijd: str
) -> None:
    scherm = Agendascherm(werkplek)
    qtbot.addWidget(scherm)
    scherm.resize(1366, 768)
    scherm.show()
    pagina, zin = Agendapagina(qtbot, scherm), zegt.format(tijd)
    scherm.plannen.nieuw(nacht, "")
    form = scherm.formulier
    pagina.vul(form, begin=tijd, einde="05:00", begeleider_id=dorp.els)
    pagina.klik(form.bewaar)
    assert zin in form.velden["begin"].fout.text()
    pagina.vul(form, begin="01:00", einde=tijd)
    pagina.klik(form.bewaar)
    assert zin in form.velden["einde"].fout.text()
    id_ = dorp.toets(nacht - timedelta(days=2))
    with pytest.raises(Domeinfout, match=zin):
        toetsplanning.verzet_sessie(dorp.store, id_, nacht, tijd)
    assert sessie(dorp.store, id_).datum == nacht - timedelta(days=2)


def test_two_sittings_around_the_night_do_not_clash(dorp: Stad) -> None:
    for nacht in (LENTE, HERFST):
        dorp.toets(nacht, "00:30", minuten=60)
        dorp.toets(nacht, "03:00")
    with pytest.raises(Domeinfout, match="al bezet"):
        dorp.toets(HERFST, "03:30")


@pytest.mark.parametrize(
    ("begin", "tijden"),
    [
        # An hour is lost: 01:30 and then 03:30. An hour comes twice: 02:30 and 02:30 again.
        (datetime(2026, 3, 29, 0, 30, tzinfo=UTC), ["01:30", "03:30"]),
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), ["02:30", "02:30"]),
    ],
)
def test_the_running_clock_counts_what_went_by_and_not_the_wall(
    qtbot: QtBot, werkplek: Werkplek, store: Store, klok: Klok,
    begin: datetime, tijden: list[str],
) -> None:  # fmt: skip
    klok.nu = begin
    tafel = zet_tafel(store, 1, datum_kennisgeving=begin.date() - timedelta(days=7))
    klok.nu = begin

    def dag() -> Dagpagina:
        scherm = Dagscherm(werkplek, tafel.sessie)
        qtbot.addWidget(scherm)
        scherm.resize(1366, 768)
        scherm.show()
        return Dagpagina(qtbot, scherm)

    pagina = dag()
    pagina.open(tafel.kandidaten[0])
    pagina.tik_op("Identiteit gezien", "Start", "Onderweg", "Meld nu: technisch")
    klok.nu = begin + timedelta(minutes=20)
    pagina.tik_op("Pauze")
    klok.nu = begin + timedelta(minutes=45)  # the hour jumps in this break
    pagina.tik_op("Ga verder")
    klok.nu = begin + timedelta(minutes=60, seconds=1)
    pagina.tik_op("Meld nu: stress")
    pagina.scherm._seconde()
    assert pagina.tegels["Tesfay Gebremedhin"] == ("Bezig", "35:00")
    assert [t for t in pagina.teksten if t.endswith(("  Technisch", "  Stress"))] == [
        f"{tijden[0]}  Technisch",
        f"{tijden[1]}  Stress",
    ]
    pagina.scherm.close()
    klok.nu = begin + timedelta(minutes=90, seconds=1)  # a flat battery meanwhile
    weer = dag()
    assert weer.tegels["Tesfay Gebremedhin"] == ("Bezig", "1:05:00")
    weer.open(tafel.kandidaten[0])
    weer.tik_op("Stop")
    k = tafel.kandidaat()
    assert k.gewerkt(klok.nu) // timedelta(minutes=1) == 65
    assert [i.soort for i in k.incidenten] == [Incidentsoort.TECHNISCH, Incidentsoort.STRESS]


def test_a_sitting_in_the_past_is_refused_on_the_very_day(
    store: Store, dorp: Stad, klok: Klok
) -> None:
    """What is past is a moment: on 29 March 04:00 on the wall is 02:00 UTC."""
    klok.nu = datetime(2026, 3, 29, 2, 5, tzinfo=UTC)
    with pytest.raises(Domeinfout, match="voorbij"):
        dorp.toets(LENTE, "04:00")
    assert dorp.toets(LENTE, "04:15")
