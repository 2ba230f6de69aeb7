"""SIGKILL while a plan is being written: at most the gesture in progress is lost.

Each letter is a draft on disk before the event of its key is over, and a line that stood
open stands open again with its draft. A line in the making has its identity from the first
moment, so that a kill between the keeping and the end of its draft makes no second one.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.models.pipinhoud import Afkomst, Regel
from desktop.store import pip as pipstore
from desktop.store.store import Store
from desktop.views.pip.kaarten import Hoofddoelkaart
from desktop.views.pip.scherm import Pipscherm
from desktop.views.werkruimte import Werkruimte
from tests.duurzaam.plandraaiboek import DOEL, EERSTE, ERBIJ, TWEEDE, WIE, ZIN, op_schijf
from tests.duurzaam.proces import Regel as Gezegd
from tests.duurzaam.proces import draai
from tests.duurzaam.schijf import eis_gaaf, eis_niets_kwijt, geopend
from tests.store.planwerk import besloten

NA_DOEL = len(DOEL)
NA_ZIN = NA_DOEL + 1 + len(ZIN)
NA_ERBIJ = NA_ZIN + 1 + len(ERBIJ)
NA_WIE = NA_ERBIJ + len(WIE)


@pytest.fixture
def plan(store: Store, tmp_path: Path, maak_dossier: Callable[..., str]) -> tuple[Path, str]:
    """A folder with a draft of two agreements; the store is closed."""
    dossier_id = maak_dossier()
    besloten(store, dossier_id)
    pip_id = pipstore.begin(store, dossier_id)
    pipstore.voeg_regels_toe(
        store,
        pip_id,
        [
            Regel("", "afspraak", EERSTE, afkomst=Afkomst("afspraak", "eerste", "oud", EERSTE)),
            Regel("", "afspraak", TWEEDE, afkomst=Afkomst("afspraak", "tweede", "oud", TWEEDE)),
        ],
    )
    store.sluit()
    return tmp_path, dossier_id


def bij(soort: str, n: int) -> Callable[[Gezegd], bool]:
    """Kill at this line of this gesture."""
    return lambda regel: (regel["soort"], regel.get("n")) == (soort, n)


@pytest.mark.parametrize(
    ("soort", "n"),
    [
        ("begin", 3),
        ("klaar", NA_DOEL),
        ("klaar", NA_DOEL + 1),
        ("begin", NA_ZIN - 4),
        ("begin", NA_ZIN + 1),
        ("klaar", NA_ZIN + 1),
        ("begin", NA_ERBIJ - 1),
        ("begin", NA_ERBIJ + 1),
        ("klaar", NA_WIE),
        ("begin", NA_WIE + 1),
        ("klaar", NA_WIE + 1),
        ("begin", NA_WIE + 2),
        ("begin", NA_WIE + 3),
        ("klaar", NA_WIE + 4),
    ],
)
def test_a_kill_takes_at_most_the_gesture_in_progress(
    plan: tuple[Path, str], soort: str, n: int
) -> None:
    map_, dossier_id = plan
    verloop = draai(map_, "plan", dossier_id, dood=bij(soort, n))
    with geopend(map_) as store:
        nu = op_schijf(store)
        assert nu.keys() == verloop.gedaan.keys()
        eis_niets_kwijt(verloop, nu)
        eis_gaaf(store)


def open_plan(ruimte: Werkruimte, dossier_id: str) -> Pipscherm:
    ruimte.plannen.plan(dossier_id)
    scherm = ruimte.plannen.scherm
    assert scherm is not None
    scherm.plan.bouw_alles()
    return scherm


def test_a_half_typed_new_sentence_stands_open_again_and_becomes_one_line(
    plan: tuple[Path, str], start_opnieuw: Callable[[Path], Werkruimte]
) -> None:
    map_, dossier_id = plan
    verloop = draai(map_, "plan", dossier_id, dood=bij("klaar", NA_ZIN - 3))
    getypt = verloop.gedaan["tekst:zin"]
    assert getypt
    scherm = open_plan(start_opnieuw(map_), dossier_id)
    kaart = scherm.plan.onderdeel("afspraak")
    rij = next(r for r in kaart.open_rijen)
    assert rij.editor is not None
    tekst = rij.editor.tekst.tekst
    assert ZIN.startswith(tekst)
    assert len(tekst) >= len(getypt)
    assert rij.sluit()
    zinnen = [r.tekst for r in scherm.plek.beeld.inhoud.bij("afspraak")]
    assert zinnen == [EERSTE, TWEEDE, tekst]
    assert scherm.plek.open.alle() == {}


def test_a_half_changed_line_and_a_half_typed_field_come_back(
    plan: tuple[Path, str], start_opnieuw: Callable[[Path], Werkruimte]
) -> None:
    map_, dossier_id = plan
    draai(map_, "plan", dossier_id, str(NA_WIE))
    scherm = open_plan(start_opnieuw(map_), dossier_id)
    kaart = scherm.plan.onderdeel("afspraak")
    rij = next(r for r in kaart.open_rijen if r.regel and r.regel.afkomst.id == "eerste")
    assert rij.editor is not None
    assert rij.editor.tekst.tekst == EERSTE + ERBIJ
    assert rij.editor.wie.bewaarder.tekst == WIE
    doel = scherm.plan.kaarten["hoofddoel"]
    assert isinstance(doel, Hoofddoelkaart)
    assert doel.veld.tekst == DOEL
    scherm.leg_vast()
    (eerste,) = (r for r in scherm.plek.beeld.inhoud.regels if r.afkomst.id == "eerste")
    assert (eerste.tekst, eerste.wie) == (EERSTE + ERBIJ, WIE)
