"""SIGKILL at the table, as when the battery is flat: no touch is lost and the clocks are right."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.app import lees_lijst
from desktop.models.toets import Kandidaat
from desktop.models.toetsdelen import Observatiesoort
from desktop.store import toetsplanning
from desktop.store.store import Store
from desktop.views.toets.dagscherm import Dagscherm
from desktop.views.werkplek import Werkplek
from tests.duurzaam.proces import SLEUTEL, Regel, draai
from tests.duurzaam.schijf import eis_gaaf, eis_niets_kwijt, geopend
from tests.duurzaam.toetsdraaiboek import GEBAREN, TEKST, kandidaten, op_schijf
from tests.views.toets.tafel import zet_tafel

START, PAUZE = 3, 8
LAATSTE = len(GEBAREN)


@pytest.fixture
def tafel(store: Store, tmp_path: Path) -> tuple[Path, str]:
    """A folder with a sitting of three; the store is closed."""
    tafel = zet_tafel(store, 3)
    for n, id_ in enumerate(tafel.kandidaten):
        toetsplanning.zet_examennummer(store, id_, f"1000{n}")
    store.sluit()
    return tmp_path, tafel.sessie


def bij(soort: str, n: int) -> Callable[[Regel], bool]:
    """Kill at this line of this touch."""
    return lambda regel: (regel["soort"], regel.get("n")) == (soort, n)


@contextmanager
def scherm_om(
    qtbot: QtBot, map_: Path, sessie_id: str, nu: Callable[[], datetime]
) -> Iterator[Dagscherm]:
    """The day screen of the next start, at a moment of the test's choosing."""
    store = Store(map_, SLEUTEL, lees_lijst(), klok=nu)
    werkplek = Werkplek(store)
    scherm = Dagscherm(werkplek, sessie_id)
    scherm.show()
    yield scherm
    scherm.close()
    werkplek.los()
    scherm.deleteLater()
    werkplek.deleteLater()
    store.sluit()


@pytest.mark.parametrize(
    ("soort", "n"),
    [
        ("klaar", 1),
        ("begin", START),
        ("klaar", START),
        ("begin", PAUZE),
        ("klaar", PAUZE),
        ("klaar", 10),
        ("begin", 13),
        ("klaar", 13),
        ("begin", 14),
        ("klaar", 16),
        ("klaar", LAATSTE + 4),
        ("begin", LAATSTE + len(TEKST)),
    ],
)
def test_a_kill_takes_at_most_the_touch_in_progress(
    tafel: tuple[Path, str], soort: str, n: int
) -> None:
    map_, sessie_id = tafel
    verloop = draai(map_, "toetsdag", sessie_id, dood=bij(soort, n))
    with geopend(map_) as store:
        nu = op_schijf(store)
        assert nu.keys() == verloop.gedaan.keys()
        # a text may stand between its two ends; all else is before or after the touch
        eis_niets_kwijt(verloop, nu)
        eis_gaaf(store)


def test_the_clock_counts_on_from_the_touch_while_the_laptop_was_dead(
    qtbot: QtBot, tafel: tuple[Path, str]
) -> None:
    map_, sessie_id = tafel
    verloop = draai(map_, "toetsdag", sessie_id, str(START))
    voor, na = (datetime.fromisoformat(r["op"]) for r in verloop.regels if r.get("n") == START)
    with geopend(map_) as store, store.lees() as sessie:
        id_ = kandidaten(store)[0]
        begonnen = sessie.get_one(Kandidaat, id_).begonnen_op
    assert begonnen is not None
    assert voor <= begonnen <= na
    with scherm_om(qtbot, map_, sessie_id, lambda: begonnen + timedelta(minutes=40)) as scherm:
        assert scherm.gekozen is not None
        assert scherm.tegels[id_].klok.text() == "40:00"
        assert scherm.panelen[id_].klok.klok.text() == "40:00"
        assert scherm.panelen[id_].klok.pauze.isEnabled()


def test_a_break_stays_a_break_while_the_laptop_was_dead(
    qtbot: QtBot, tafel: tuple[Path, str]
) -> None:
    map_, sessie_id = tafel
    draai(map_, "toetsdag", sessie_id, str(PAUZE))
    with geopend(map_) as store, store.lees() as sessie:
        id_ = kandidaten(store)[0]
        k = sessie.get_one(Kandidaat, id_)
        (pauze,) = k.pauzes
        begonnen, begin = k.begonnen_op, pauze.begin
    assert begonnen is not None
    gewerkt = begin - begonnen
    nu = begin + timedelta(minutes=30)
    with scherm_om(qtbot, map_, sessie_id, lambda: nu) as scherm:
        scherm.kies(id_)
        assert scherm.tegels[id_].stand.text() == "Pauze"
        assert scherm.tegels[id_].klok.text() == f"00:{int(gewerkt.total_seconds()):02d}"
        scherm.panelen[id_].klok.verder.click()
        nu += timedelta(minutes=5)
        scherm._seconde()
        assert scherm.tegels[id_].stand.text() == "Bezig"
        assert scherm.tegels[id_].klok.text() == f"05:{int(gewerkt.total_seconds()):02d}"


def test_a_half_typed_observation_stands_in_its_field_again(
    qtbot: QtBot, tafel: tuple[Path, str]
) -> None:
    map_, sessie_id = tafel
    verloop = draai(map_, "toetsdag", sessie_id, str(LAATSTE + 6))
    with scherm_om(qtbot, map_, sessie_id, lambda: datetime.now(UTC)) as scherm:
        paneel = scherm.panelen[scherm.gekozen or ""]
        assert paneel.gezien.isVisible()  # the leaf that stood open
        tekst = paneel.gezien.velden[Observatiesoort.CONCENTRATIE].toPlainText()
    assert tekst == verloop.gedaan["0:tekst"] == TEKST[:6]
