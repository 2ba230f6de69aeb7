"""SIGKILL while the routes are being weighed: at most the gesture in progress is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.models.pipinhoud import Leerroute
from desktop.store import weging
from desktop.store.store import Store
from desktop.views.werkruimte import Werkruimte
from tests.duurzaam.proces import Regel, draai
from tests.duurzaam.schijf import eis_gaaf, eis_niets_kwijt, geopend
from tests.duurzaam.wegingdraaiboek import DAG, MOTIEF, REDEN, WAT, op_schijf

NA_REDEN = 1 + len(REDEN)
NA_WAT = NA_REDEN + 1 + len(WAT)
NA_DAG = NA_WAT + len(DAG)
NA_MOTIEF = NA_DAG + 1 + len(MOTIEF)


@pytest.fixture
def map_met_dossier(
    store: Store, tmp_path: Path, maak_dossier: Callable[..., str]
) -> tuple[Path, str]:
    """A folder with an open weighing; the store is closed."""
    dossier_id = maak_dossier()
    weging.begin(store, dossier_id)
    store.sluit()
    return tmp_path, dossier_id


def bij(soort: str, n: int) -> Callable[[Regel], bool]:
    """Kill at this line of this gesture."""
    return lambda regel: (regel["soort"], regel.get("n")) == (soort, n)


@pytest.mark.parametrize(
    ("soort", "n"),
    [
        ("begin", 1),
        ("klaar", 1),
        ("begin", NA_REDEN - 3),
        ("klaar", NA_REDEN),
        ("begin", NA_REDEN + 1),
        ("begin", NA_WAT - 1),
        ("klaar", NA_DAG),
        ("begin", NA_DAG + 1),
        ("klaar", NA_DAG + 1),
        ("begin", NA_MOTIEF - 2),
        ("klaar", NA_MOTIEF),
    ],
)
def test_a_kill_takes_at_most_the_gesture_in_progress(
    map_met_dossier: tuple[Path, str], soort: str, n: int
) -> None:
    map_, dossier_id = map_met_dossier
    verloop = draai(map_, "weging", dossier_id, dood=bij(soort, n))
    with geopend(map_) as store:
        nu = op_schijf(store)
        assert nu.keys() == verloop.gedaan.keys()
        eis_niets_kwijt(verloop, nu)
        eis_gaaf(store)


def test_a_half_typed_reason_and_a_half_filled_form_come_back(
    map_met_dossier: tuple[Path, str], start_opnieuw: Callable[[Path], Werkruimte]
) -> None:
    map_, dossier_id = map_met_dossier
    draai(map_, "weging", dossier_id, str(NA_WAT))
    ruimte = start_opnieuw(map_)
    ruimte.weging.weeg(dossier_id)
    scherm = ruimte.weging.scherm
    assert scherm is not None
    assert scherm.routes[Leerroute.B1].reden.tekst == REDEN
    taken = scherm.routes[Leerroute.ONDERWIJS].taken
    assert not taken.formulier.isHidden()
    assert taken.wat.bewaarder.tekst == WAT
    assert scherm.leg_vast()
    assert scherm.plek.beeld.oordelen[0].reden == REDEN
