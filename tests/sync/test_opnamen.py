"""Recordings of a voice reach every laptop of the gemeente, and go when consent is withdrawn."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import numpy as np

from desktop.models.opnamewerk import Inspreekopdracht, Zin
from desktop.models.spraak import Opnamegeluid
from desktop.speech.klank import Klank
from desktop.speech.opnemen import HOOGSTENS_S
from desktop.store.opnamebeheer import ingetrokken_op, neem_zin_op, trek_in
from desktop.store.opnamen import Opnamen
from tests.sync.laptop import Laptop
from tests.sync.waarborgen import tot_rust

RAHEL = Inspreekopdracht("ti", "Eritrees", "Rahel Tesfay", date(2026, 11, 25))
ZIN = Zin(("plaatsen.nee", "WO01"), "Nee", "ኣይፋል", frozenset())


def langste() -> bytes:
    """The longest recording there can be, of noise: nothing is harder to press."""
    toeval = np.random.default_rng(4)
    ruis = toeval.normal(0, 6000, HOOGSTENS_S * 48_000).astype(np.int16)
    return Klank(ruis.tobytes(), 48_000).als_ogg()


def test_the_longest_recording_travels_and_so_does_withdrawing(
    samen: Callable[..., list[Laptop]],
) -> None:
    els, anneke = samen("els", "anneke")
    ogg = langste()
    assert len(ogg) > 40_000
    neem_zin_op(els.store, RAHEL, ZIN, ogg, HOOGSTENS_S * 1000)
    tot_rust([els, anneke])
    daar = Opnamen(anneke.store)
    for context in ZIN.contexten:
        assert daar.zoek("ti", "Eritrees", context) == Opnamegeluid("ኣይፋል", ogg)
    with anneke.store.work() as work:
        assert trek_in(work, "Rahel Tesfay") == 2
    tot_rust([els, anneke])
    assert Opnamen(els.store).zoek("ti", "Eritrees", "WO01") is None
    with els.store.lees() as sessie:
        assert ingetrokken_op(sessie, "Rahel Tesfay") == anneke.store.vandaag()


def test_a_whole_language_in_one_go_travels(samen: Callable[..., list[Laptop]]) -> None:
    """Some 3,000 rows, of which one in ten is a sound: more than one batch each way."""
    els, anneke = samen("els", "anneke")
    toeval = np.random.default_rng(5)
    geluiden = {f"WO01.o{n}": toeval.bytes(20_000) for n in range(300)}
    for context, ogg in geluiden.items():
        neem_zin_op(els.store, RAHEL, Zin((context,), "x", context, frozenset()), ogg, 3000)
    tot_rust([els, anneke])
    daar = Opnamen(anneke.store)
    for context, ogg in geluiden.items():
        assert daar.zoek("ti", "Eritrees", context) == Opnamegeluid(context, ogg)
