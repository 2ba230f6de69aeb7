"""A clock that is wrong by years: nobody wins by it, nothing is lost by it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from desktop.store.inkomend import APPARAAT, KLOK, VELD
from desktop.store.klok import milliseconden
from tests.sync.laptop import Laptop
from tests.sync.waarborgen import Inzicht, alles_klopt, tot_rust

Maak = Callable[..., Laptop]
Samen = Callable[..., list[Laptop]]
STRAKS = timedelta(minutes=6)


def uiterlijk() -> int:
    """No clock value of anybody may be later than this."""
    return int((datetime.now(UTC) + STRAKS).timestamp() * 1000)


@pytest.mark.parametrize("jaren", [3, -3])
def test_years_ahead_or_behind_the_work_arrives_and_is_in_time(
    samen: Samen, inzicht: Inzicht, jaren: int
) -> None:
    anneke, bram = samen("anneke", "bram")
    anneke.verloopt(days=365 * jaren)
    dossier = anneke.maak_dossier(adres="Emmeloord")
    anneke.deel(dossier, "bram")
    uitkomst = anneke.ronde()
    bram.ronde()
    assert bram.veld(dossier, "adres") == "Emmeloord"
    assert any("loopt voor" in zin for zin in uitkomst.meldingen) is (jaren > 0)
    for rij in bram.journaal().values():
        assert milliseconden(str(rij[KLOK])) <= uiterlijk()
    bram.wijzig(dossier, adres="Urk")
    tot_rust([bram, anneke])
    assert anneke.veld(dossier, "adres") == "Urk", "what came after is what holds"
    assert anneke.stand.conflicten == bram.stand.conflicten == 0
    alles_klopt([anneke, bram], inzicht)


def test_a_laptop_that_was_ahead_does_not_win_every_conflict_afterwards(samen: Samen) -> None:
    anneke, bram = samen("anneke", "bram")
    dossier = anneke.maak_dossier(adres="Emmeloord")
    anneke.deel(dossier, "bram")
    tot_rust([anneke, bram])
    anneke.verloopt(days=800)
    anneke.ronde()
    anneke.wijzig(dossier, adres="vroeger")
    bram.klok.nu = datetime.now(UTC) + timedelta(seconds=30)
    bram.wijzig(dossier, adres="later")
    tot_rust([anneke, bram])
    assert anneke.veld(dossier, "adres") == bram.veld(dossier, "adres") == "later"
    assert anneke.stand.conflicten == bram.stand.conflicten == 1


def test_a_laptop_that_is_behind_still_sorts_after_what_it_has_seen(samen: Samen) -> None:
    anneke, bram = samen("anneke", "bram")
    dossier = anneke.maak_dossier(adres="Emmeloord")
    anneke.deel(dossier, "bram")
    tot_rust([anneke, bram])
    bram.verloopt(days=-4000)
    bram.wijzig(dossier, adres="Urk")
    bram.wijzig(dossier, adres="Nagele")
    tot_rust([anneke, bram])
    klokken = [
        str(r[KLOK])
        for r in sorted(anneke.journaal().values(), key=lambda r: int(r[12] or 0))
        if r[VELD] == "adres" and r[APPARAAT] in (bram.ik.id, anneke.ik.id)
    ]
    assert anneke.veld(dossier, "adres") == "Nagele"
    assert len(klokken) == len(set(klokken)) == 3
    assert anneke.stand.conflicten == 0


def test_a_batch_on_its_way_when_the_clock_jumps_ahead_is_put_right(laptop: Maak) -> None:
    """The centre refuses it by the row; the laptop stamps it anew and brings it in that round."""
    anneke = laptop("anneke")
    dossier = anneke.maak_dossier(adres="Emmeloord")
    anneke.ronde()

    def spring() -> None:
        anneke.verloopt(days=500)
        anneke.wijzig(dossier, adres="Urk")

    anneke.wijzig(dossier, telefoon="0527")
    anneke.ronde_met(1, spring)
    tot_rust([anneke])
    assert anneke.veld(dossier, "adres") == "Urk"
    assert max(milliseconden(str(r[KLOK])) for r in anneke.journaal().values()) <= uiterlijk()


def test_a_stick_from_a_laptop_that_is_ahead_gives_both_the_same_in_the_end(
    samen: Samen, inzicht: Inzicht
) -> None:
    """The stick was written before the clock was put right: two forms of one change."""
    anneke, bram = samen("anneke", "bram")
    dossier = anneke.maak_dossier(adres="Emmeloord")
    anneke.deel(dossier, "bram")
    tot_rust([anneke, bram])
    anneke.verloopt(days=700)
    anneke.wijzig(dossier, adres="van de stick")
    anneke.schrijf_stick(anneke.map / "stick")
    bram.lees_stick(anneke.map / "stick")
    assert bram.veld(dossier, "adres") == "van de stick"
    bram.ronde()
    assert bram.stand.meegenomen > 0, "the centre does not take tomorrow's work"
    bram.wijzig(dossier, adres="van Bram")
    tot_rust([anneke, bram])
    alles_klopt([anneke, bram], inzicht)
    assert anneke.veld(dossier, "adres") == bram.veld(dossier, "adres")
