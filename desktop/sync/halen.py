"""Fetching: stream by stream what is new, proved to be without a gap."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence, Set
from concurrent.futures import Future
from itertools import groupby

from desktop.store import uitwisseling
from desktop.store.inkomend import ID as RIJ_ID
from desktop.store.overname import neem_op_uit_centrale
from desktop.store.ruimen import Stroom
from desktop.store.uitwisseling import Plek
from desktop.sync.antwoorden import Binnen, Cursor, Groet
from desktop.sync.antwoorden import Plek as Naam
from desktop.sync.fouten import CentraleFout
from desktop.sync.gang import Gang
from desktop.sync.stand import Fase, Voortgang

log = logging.getLogger(__name__)

PER_KEER = 2_000


class Haler:
    """Fetches in one round; one batch is on its way while the one before is written down."""

    def __init__(self, gang: Gang) -> None:
        self._gang = gang
        self._store, self._centrale, self._telling = gang.store, gang.centrale, gang.telling

    def haal(self, welkom: Groet, zelf_verder: Set[Stroom]) -> None:
        """All that is new here, up to what the greeting told.

        `zelf_verder`: streams that went on by our own bringing after that greeting.
        """
        doel: dict[Stroom, Plek] = {s.plek: Plek(s.kop, s.merk) for s in welkom.stromen}
        open_ = self._open_stromen(doel, zelf_verder)
        totaal = sum(doel[s].nr - p.nr for s, p in open_.items())
        opnieuw: set[Stroom] = set()
        gevraagd, onderweg = self._vraag(open_, doel)
        while gevraagd:
            self._gang.tussendoor(Voortgang(Fase.HALEN, self._telling.gehaald, totaal))
            rijen = onderweg.result()
            nieuw = _bewijs(rijen, open_)
            if len(rijen) < PER_KEER:  # all that there is in these streams
                gevraagd = [s for s in gevraagd if s not in nieuw]
                for stroom in gevraagd:
                    del open_[stroom]
            for stroom, nu in nieuw.items():
                tot = doel[stroom]
                if nu.nr == tot.nr and nu.merk != tot.merk and stroom not in opnieuw:
                    opnieuw.add(stroom)
                    open_[stroom] = Plek()
                elif nu.nr >= tot.nr:
                    del open_[stroom]
                else:
                    open_[stroom] = nu
            gevraagd, onderweg = self._vraag(open_, doel)
            self._neem_op(rijen, nieuw)

    def _open_stromen(
        self, doel: Mapping[Stroom, Plek], zelf_verder: Set[Stroom]
    ) -> dict[Stroom, Plek]:
        """The streams with something new, in the order to fetch them, and from where."""
        with self._store.lees() as sessie:
            hier = uitwisseling.plekken(sessie.connection())
        open_: dict[Stroom, Plek] = {}
        for stroom in sorted(doel, key=_eerst):
            nu, tot = hier.get(stroom, Plek()), doel[stroom]
            # As long as the centre's or longer, with other rows: it was restored. Read it anew.
            if nu == tot or (stroom in zelf_verder and nu.nr >= tot.nr):
                continue
            open_[stroom] = nu if nu.nr < tot.nr else Plek()
        return open_

    def _vraag(
        self, open_: Mapping[Stroom, Plek], doel: Mapping[Stroom, Plek]
    ) -> tuple[list[Stroom], Future[list[Binnen]]]:
        """Asks for one batch, out of as many streams as will fill it."""
        gevraagd: list[Stroom] = []
        verwacht = 0
        for stroom, nu in open_.items():
            if verwacht >= PER_KEER:
                break
            gevraagd.append(stroom)
            verwacht += doel[stroom].nr - nu.nr
        if not gevraagd:
            return [], Future()
        cursors = [Cursor(Naam(*s), open_[s].nr) for s in gevraagd]
        return gevraagd, self._gang.stuur(self._centrale.haal, cursors, PER_KEER)

    def _neem_op(self, rijen: Sequence[Binnen], nieuw: Mapping[Stroom, Plek]) -> None:
        """One batch in one transaction, with its places."""
        if not rijen:
            return
        with self._store.neem_op(herhaalbaar=True) as inkomst:
            opgenomen = neem_op_uit_centrale(inkomst.verbinding, [rij for _s, _nr, rij in rijen])
            inkomst.raak(opgenomen.geraakt)
            uitwisseling.zet_plekken(inkomst.verbinding, nieuw)
        self._telling.gehaald += len(rijen)


def _bewijs(rijen: Sequence[Binnen], plek: Mapping[Stroom, Plek]) -> dict[Stroom, Plek]:
    """The places after these rows. Raises CentraleFout when a row is missing among them."""
    nieuw: dict[Stroom, Plek] = {}
    for stroom, groep in groupby(rijen, key=lambda binnen: binnen.plek):
        begin, deel = plek[stroom], list(groep)
        verwacht = range(begin.nr + 1, begin.nr + 1 + len(deel))
        if [nr for _s, nr, _rij in deel] != list(verwacht):
            log.error("gap in a stream after %d", begin.nr)
            raise CentraleFout
        merk = uitwisseling.merk_van((str(rij[RIJ_ID]) for _s, _nr, rij in deel), begin.merk)
        nieuw[stroom] = Plek(verwacht[-1], merk)
    return nieuw


def _eerst(stroom: Stroom) -> tuple[bool, str, bool, str]:
    """Colleagues first, then dossier by dossier with its name first: rows find their parents."""
    gemeente, dossier, klasse = stroom
    return (dossier != "", dossier, klasse not in ("identiteit", "gewoon"), f"{gemeente}{klasse}")
