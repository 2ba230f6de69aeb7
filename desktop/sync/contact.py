"""How long ago the last contact was, and whether somebody should be told. Pure."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from desktop.sync.stand import Stand


class Dag(enum.StrEnum):
    """The day of the last contact, as somebody would say it."""

    NOOIT = "nooit"
    VANDAAG = "vandaag"
    GISTEREN = "gisteren"
    EERDER = "eerder"


class Ernst(enum.StrEnum):
    """How much attention the last contact asks."""

    RUSTIG = "rustig"
    LANG = "lang"
    """A calm reminder: longer ago than usual."""
    BIJNA_OM = "bijna om"
    """Soon this laptop opens only after contact."""


@dataclass(frozen=True)
class Waarschuwbeleid:
    """Days (`resources/beleid/uitwisseling.toml`)."""

    zonder_contact: int
    voor_slot: int


@dataclass(frozen=True)
class Contact:
    """The last contact. `moment` is in the given zone; `dagen` counts calendar days.

    `over` is how many days are left before this laptop asks for contact first.
    """

    dag: Dag
    moment: datetime | None
    dagen: int
    ernst: Ernst
    over: int


def waarschuwbeleid_uit(bestand: Mapping[str, Any]) -> Waarschuwbeleid:
    """From the policy file."""
    deel = bestand["waarschuwing"]
    return Waarschuwbeleid(int(deel["zonder_contact_dagen"]), int(deel["voor_slot_dagen"]))


def contact(stand: Stand, nu: datetime, beleid: Waarschuwbeleid) -> Contact:
    """The last contact as seen at `nu`, whose zone decides what a day is."""
    over = max(stand.lease.dagen_over, 0) if stand.lease is not None else 0
    if stand.laatste_contact is None:
        return Contact(Dag.NOOIT, None, 0, Ernst.RUSTIG, over)
    moment = stand.laatste_contact.astimezone(nu.tzinfo)
    # A clock that was put back makes no contact of tomorrow.
    dagen = max((nu.date() - moment.date()).days, 0)
    dag = {0: Dag.VANDAAG, 1: Dag.GISTEREN}.get(dagen, Dag.EERDER)
    if stand.lease is not None and stand.lease.dagen_over < beleid.voor_slot:
        return Contact(dag, moment, dagen, Ernst.BIJNA_OM, over)
    lang = nu - moment > timedelta(days=beleid.zonder_contact)
    return Contact(dag, moment, dagen, Ernst.LANG if lang else Ernst.RUSTIG, over)
