"""Where the lines of the trail come from: this laptop, or the centre."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from desktop.models.spoor import Spoorfilter, Spoorregel, Spoorsoort
from desktop.store.gesprek import collegas
from desktop.store.spoor import PER_KEER, spoor
from desktop.store.store import Store
from desktop.store.uitwisseling import ik

if TYPE_CHECKING:
    from desktop.sync.antwoorden import Spoorregel as Veldregel

Stuk = tuple[list[Spoorregel], bool]
"""A page of lines, and whether there is more."""


class Centraalspoor(Protocol):
    """What the trail needs of the exchange with the centre."""

    def spoor(self, dossier: str | None, voor: str | None, hoeveel: int) -> Sequence[Veldregel]:
        """Newest first; `voor` is a clock value."""


class Spoorbron(Protocol):
    """Gives the trail page by page; called off the GUI thread."""

    def haal(self, filter_: Spoorfilter, na: Spoorregel | None) -> Stuk:
        """The lines after this one."""


class Laptopbron:
    """The trail of one dossier, as far as it is on this laptop."""

    def __init__(self, store: Store, dossier_id: str) -> None:
        self._store, self._id = store, dossier_id

    def haal(self, filter_: Spoorfilter, na: Spoorregel | None) -> Stuk:
        """The lines after this one."""
        with self._store.lees() as sessie:
            regels = spoor(sessie, self._id, filter=filter_, na=na.sleutel if na else None)
        return regels, len(regels) == PER_KEER


class Centralebron:
    """The trail of the whole gemeente. Raises CentraleFout."""

    def __init__(self, store: Store, sync: Centraalspoor, *, per_keer: int = 200) -> None:
        self._store, self._sync, self._per_keer = store, sync, per_keer
        self._namen: Mapping[str, str] = {}
        self._eigen = ""

    def haal(self, filter_: Spoorfilter, na: Spoorregel | None) -> Stuk:
        """The lines after this one; asks on until there is one that passes the filter."""
        from desktop.sync.spoor import bladzijde

        if not self._eigen:
            with self._store.lees() as sessie:
                self._namen = collegas(sessie)
                self._eigen = ik(sessie.connection()).id
        voor = na.sleutel[0] if na else None
        while True:
            rijen = self._sync.spoor(None, voor, self._per_keer)
            blad = bladzijde(rijen, self._per_keer, self._namen, self._eigen)
            regels = [r for r in blad.regels if _past(r, filter_)]
            voor = blad.verder
            if regels or voor is None:
                return regels, voor is not None


def _past(regel: Spoorregel, filter_: Spoorfilter) -> bool:
    if filter_ is Spoorfilter.ALLES:
        return True
    return (regel.soort is Spoorsoort.GEZIEN) == (filter_ is Spoorfilter.INZIEN)
