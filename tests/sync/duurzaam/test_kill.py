"""SIGKILL in the middle of a round; a new process goes on, and nothing ever happened."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from tests.duurzaam.proces import draai
from tests.duurzaam.schijf import eis_gaaf, geopend
from tests.sync.duurzaam import werkdag
from tests.sync.duurzaam.conftest import Tweeling
from tests.sync.duurzaam.kindronde import PER_KEER
from tests.sync.duurzaam.werkdag import STIL, ronde

Dagen = Callable[[str], Tweeling]
Moment = tuple[str, str, int]

WISSEN: list[Moment] = [
    ("antwoord", "groet", 1),
    ("voor", "DELETE FROM meegenomen WHERE json_extract", 1),
    ("vast", "INSERT INTO gewist", 1),
    ("na", "INSERT INTO gewist", 1),
]
BRENGEN: list[Moment] = [
    ("verstuurd", "breng", 1),
    ("verstuurd", "breng", 2),
    ("antwoord", "breng", 1),
    ("antwoord", "breng", 3),
    ("vast", "UPDATE apparaat SET bevestigd", 1),
    ("na", "UPDATE apparaat SET bevestigd", 1),
    ("na", "UPDATE apparaat SET bevestigd", 2),
    ("voor", "INSERT INTO geweigerd", 1),
    ("verstuurd", "breng_mee", 1),
    ("antwoord", "breng_mee", 1),
    ("vast", "DELETE FROM meegenomen WHERE apparaat", 1),
]
RUIMEN: list[Moment] = [
    ("voor", "DELETE FROM wijziging WHERE stroom", 1),
    ("voor", "DELETE FROM stroomplek", 2),
    ("vast", "DELETE FROM stroomplek", 1),
    ("na", "DELETE FROM stroomplek", 1),
]
HALEN: list[Moment] = [
    ("verstuurd", "haal", 1),
    ("antwoord", "haal", 2),
    ("voor", "INSERT INTO wijziging", 1),
    ("voor", "INSERT INTO conflict", 1),
    ("vast", "INSERT INTO wijziging", 2),
    ("na", "INSERT INTO wijziging", 1),
    ("na", "INSERT INTO wijziging", 2),
]
HERSTEMPELEN: list[Moment] = [
    ("antwoord", "groet", 1),
    ("voor", "UPDATE wijziging SET volgnummer = -volgnummer", 1),
    ("voor", "UPDATE wijziging SET apparaat", 1),
    ("vast", "UPDATE wijziging SET apparaat", 1),
    ("na", "UPDATE wijziging SET apparaat", 1),
    ("antwoord", "breng", 1),
]


def _dood_en_verder(dagen: Dagen, soort: str, moment: Moment) -> None:
    """Kills a round at this moment; then as many rounds as the twin needed, and all is as there."""
    tweeling = dagen(soort)
    wanneer, wat, keer = moment
    with tweeling.kopieen.kopie() as dag:
        verloop = draai(dag.map, "ronde", wanneer, wat, str(keer))
        assert verloop.bezig is not None, "the round never came there"
        for _ in range(tweeling.rondes):
            ronde(dag)
        nu, rustig = werkdag.beeld(dag), tweeling.rustig
        if soort != "gewoon":
            nu, rustig = (b.zonder_stempels(tweeling.bekend) for b in (nu, rustig))
        nu.eis_gelijk(rustig)
        assert ronde(dag) == STIL
        with geopend(dag.map) as store:
            eis_gaaf(store)


@pytest.mark.parametrize("moment", WISSEN + BRENGEN + RUIMEN + HALEN, ids=str)
def test_a_kill_leaves_no_trace(dagen: Dagen, moment: Moment) -> None:
    _dood_en_verder(dagen, "gewoon", moment)


@pytest.mark.parametrize("moment", HERSTEMPELEN, ids=str)
@pytest.mark.parametrize("soort", ["vooruit", "gekloond"])
def test_a_kill_while_rows_get_another_stamp(dagen: Dagen, soort: str, moment: Moment) -> None:
    """The clock was ahead, or the laptop is a copy: all unsent rows are stamped anew."""
    _dood_en_verder(dagen, soort, moment)


@pytest.mark.parametrize(
    "moment",
    [
        ("vast", "INSERT INTO medewerker", 1),
        *(("na", "INSERT OR REPLACE INTO lokaal", keer) for keer in (1, 2)),
        ("na", "UPDATE wijziging SET waarde", 1),
        *HERSTEMPELEN[1:],
    ],
    ids=str,
)
def test_a_kill_while_the_user_gets_the_identity_of_the_centre(
    dagen: Dagen, moment: Moment
) -> None:
    _dood_en_verder(dagen, "zelfstandig", moment)


def test_the_day_has_all_of_it(dagen: Dagen) -> None:
    """What the twin has to be like: two that are alike may lack the same thing."""
    tweeling = dagen("gewoon")
    laptop, centrum = tweeling.rustig.laptop, tweeling.rustig.centrum
    assert [r["reden"] for r in laptop["geweigerd"]] == ["geen-recht"]
    assert {r["reden"] for r in centrum["viergesprek.geweigerd"]} == {"geen-recht", "gewist"}
    assert len(centrum["viergesprek.aangeboden"]) == 1
    assert [r["entiteit"] for r in laptop["conflict"]] == ["dossier"]
    assert len(laptop["gewist"]) == len(centrum["viergesprek.gewist"]) == 1
    assert laptop["meegenomen"] == []
    (ik,) = laptop["apparaat"]
    assert ik["bevestigd"] == ik["volgnummer"] > 3 * PER_KEER
    namen = {r["voornamen"] for r in laptop["dossier"]}
    assert namen == {"Tesfay", "Yonas", "Amina"}, "erased and withdrawn ones are gone"
    assert [r["telefoon"] for r in laptop["dossier"] if r["voornamen"] == "Yonas"] == ["06 2"]
    assert {r["naam"] for r in laptop["huisgenoot"]} == {"Hiwot"}
    tekst = json.dumps([laptop, centrum])
    assert "Salma" not in tekst
    assert "Sami" not in tekst
