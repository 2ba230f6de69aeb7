"""From what was heard to what is kept, off the GUI thread."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import partial

from desktop.models.opnamewerk import Inspreekopdracht, Zin
from desktop.speech.fouten import Spraakfout
from desktop.speech.klank import Klank
from desktop.store.fouten import ViergesprekFout
from desktop.store.opnamebeheer import neem_zin_op
from desktop.store.store import Store
from desktop.taal import _

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Bewaard:
    """One reading on its way to the store, and what came of it."""

    zin: Zin
    duur_ms: int
    niveau: float
    fout: str = ""


def leg_vast(store: Store, opdracht: Inspreekopdracht, zin: Zin, klank: Klank) -> Bewaard:
    """Presses it and keeps it; on a pool thread, so that it is kept even when the screen goes."""
    uit = partial(Bewaard, zin, klank.duur_ms, klank.niveau)
    try:
        neem_zin_op(store, opdracht, zin, klank.als_ogg(), klank.duur_ms)
    except Spraakfout:
        return uit(kan_niet())
    except ViergesprekFout as fout:
        return uit(_(fout.zin))
    except Exception as fout:  # whatever it was, this sentence has to be read again
        log.warning("a recording was not kept: %s", type(fout).__name__)
        return uit(_("Bewaren lukte niet. Neem deze zin opnieuw op."))
    return uit()


def kan_niet() -> str:
    """A library for sound is missing."""
    return _(
        "Opnemen kan op deze computer niet: een onderdeel voor geluid ontbreekt. "
        "Vraag je beheerder om hulp."
    )
