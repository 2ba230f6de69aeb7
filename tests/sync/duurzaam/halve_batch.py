"""A batch is there as a whole or not at all, on both sides, at any moment."""

from __future__ import annotations

from collections import defaultdict

from desktop.store.inkomend import APPARAAT, ID
from desktop.store.uitwisseling import plekken, stroom_van
from tests.sync import waarborgen
from tests.sync.laptop import Laptop


def eis_geen_halve_batch(laptop: Laptop, inzicht: waarborgen.Inzicht) -> None:
    """What came from others is exactly what the places say, and so is all that follows from it."""
    with laptop.store.lees() as sessie:
        hier = plekken(sessie.connection())
    ik, vreemd = laptop.ik.id, defaultdict(set)
    for rij in laptop.journaal().values():
        if rij[APPARAAT] != ik:
            vreemd[stroom_van(rij)].add(rij[ID])
    for stroom, plek in hier.items():
        daar = inzicht.alle(
            "SELECT id FROM viergesprek.wijziging WHERE gemeente = %s AND dossier = %s "
            "AND klasse = %s AND nr <= %s AND apparaat <> %s",
            *stroom, plek.nr, ik,
        )  # fmt: skip
        assert {id_ for (id_,) in daar} == vreemd.pop(stroom, set()), stroom
    assert not vreemd
    waarborgen.koppen_volgen_uit_het_journaal(laptop)
    waarborgen.tellers_zonder_gat(inzicht)
