"""A whole intake read aloud, one prompt after another: nothing grows and nothing breaks."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from desktop.catalogi import catalogus, schermteksten, talen
from desktop.models.prompts import Prompts
from desktop.models.spraak import Uiting
from desktop.models.vragen import Vragenlijst, teksten
from tests.speech.conftest import Luisteraar
from tests.speech.nep import uiting

Maak = Callable[..., Luisteraar]


def alles_van(tag: str, lijst: Vragenlijst) -> list[list[Uiting]]:
    """What is said at each question: its prompt and its options, each its own key."""
    prompts = Prompts(talen()[tag], catalogus(tag), schermteksten())
    rondes: dict[str, dict[str, Uiting]] = {}
    for context, bron in teksten(lijst):
        vraag = context.split(".")[0]
        rondes.setdefault(vraag, {})[context] = uiting(
            context,
            prompts.tekst(context, bron).tekst,
            tag,
            context=context,
            uitspraak=prompts.uitspraak(context, bron),
        )
    # Of a text that is just being translated again there is nothing to say.
    gezegd = ([u for u in ronde.values() if u.uitspraak] for ronde in rondes.values())
    return [ronde for ronde in gezegd if ronde]


@pytest.mark.parametrize("tag", ["ti", "nl"])
def test_all_of_an_intake_is_said_without_a_leak(
    maak_luisteraar: Maak, lijst: Vragenlijst, tag: str
) -> None:
    luisteraar = maak_luisteraar(versnelling=100_000.0)
    rondes = alles_van(tag, lijst)
    aantal = sum(map(len, rondes))
    assert aantal > 400
    draden = 0
    for keer in range(3):
        gehoord = 0
        for ronde in rondes:
            uit = luisteraar.hoor_alles(*ronde)
            assert all(klank.niveau > 0.01 for klank in uit)
            gehoord += len(uit)
            luisteraar.stilte.gehoord.clear()
            assert luisteraar.sleutels == [*(u.sleutel for u in ronde), ""]
            luisteraar.sleutels.clear()
        assert gehoord == aantal
        if keer == 0:
            draden = threading.active_count()
    bewaard = luisteraar.spreker._bereider.bewaard
    assert bewaard.grootte <= 24 << 20
    assert threading.active_count() <= draden
    assert luisteraar.zinnen == []


def test_stopping_all_the_time_leaves_nothing_behind(
    maak_luisteraar: Maak, lijst: Vragenlijst
) -> None:
    luisteraar = maak_luisteraar(versnelling=1000.0)
    for ronde in alles_van("ti", lijst)[:60]:
        luisteraar.spreker.lees(ronde)
        luisteraar.qtbot.wait(3)
        luisteraar.spreker.stop()
        luisteraar.stilte.gehoord.clear()
    luisteraar.sleutels.clear()
    assert len(luisteraar.hoor_alles(uiting())) == 1
    assert luisteraar.sleutels == ["vraag", ""]
    assert luisteraar.spreker._bereider._gewenst == set()
