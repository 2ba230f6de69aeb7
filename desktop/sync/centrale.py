"""The centre, as a laptop sees it: one method for each thing that it does, one transaction each.

Nothing is kept between two calls but the connection itself, and that may be another
one each time (PgBouncer in transaction mode). Every call may be repeated.
"""

from __future__ import annotations

import json
import random
import time
from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import Any, LiteralString, Self

import psycopg

from desktop.store.inkomend import Rij
from desktop.sync.antwoorden import (
    Aangeboden,
    Binnen,
    Cursor,
    Gebracht,
    Groet,
    Plek,
    Spoorregel,
    Toestel,
)
from desktop.sync.fouten import (
    CentraleFout,
    CertificaatOnjuist,
    GeenNetwerk,
)
from desktop.sync.regels import TUSSEN_RIJEN, als_regels
from desktop.sync.verbinding import Verbinding, vertaal

POGINGEN = 5
_BOTSING = ("40P01", "40001", "23505")
"""Deadlock, serialisation, and two pushes of one change at once: the next try finds it there."""


_BEEINDIGD = "57P01"


class Centrale:
    """One person's way in. Not for two threads at once; use it as a context manager, or `sluit`.

    Every method raises a CentraleFout of `fouten.py`, and nothing of psycopg's.
    """

    def __init__(self, verbinding: Verbinding) -> None:
        self._hoe = verbinding
        self._open: psycopg.Connection | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        soort: type[BaseException] | None,
        fout: BaseException | None,
        spoor: TracebackType | None,
    ) -> None:
        self.sluit()

    def sluit(self) -> None:
        """Ends the connection; the next call opens one again."""
        if self._open is not None:
            self._open.close()
            self._open = None

    def klopt_het(self) -> None:
        """Raises a CentraleFout when this is no centre, or when it does not know this login."""
        self._een("SELECT viergesprek.bekend('{}')")

    def groet(
        self,
        apparaat: str,
        *,
        schemaversie: int,
        geheim: bytes,
        medewerker: str | None = None,
        emmers: Sequence[int] = (),
        wissingen: Mapping[str, int] | None = None,
    ) -> Groet:
        """Says who is there and hears everything that a round needs to know.

        `emmers` are 256 numbers: for each first byte of the dossier's id the XOR of
        the marks of the streams here. `wissingen`: last tombstone by gemeente.
        """
        vraag = {
            "apparaat": apparaat,
            "medewerker": medewerker,
            "schemaversie": schemaversie,
            "geheim": geheim.hex(),
            "emmers": list(emmers),
            "wissingen": dict(wissingen or {}),
        }
        return Groet.uit(self._een("SELECT viergesprek.groet(%s::json)", json.dumps(vraag)))

    def breng(self, apparaat: str, rijen: Sequence[Rij]) -> Gebracht:
        """Pushes at most TEGELIJK rows of this laptop, in the order in which it wrote them."""
        return Gebracht.uit(
            self._een("SELECT viergesprek.breng(%s, %s)", apparaat, als_regels(rijen))
        )

    def breng_mee(self, apparaat: str, rijen: Sequence[Rij], zegels: Sequence[str]) -> Gebracht:
        """Pushes rows of a colleague's laptop that came on a stick, each with its seal."""
        return Gebracht.uit(
            self._een(
                "SELECT viergesprek.breng_mee(%s, %s, %s)",
                apparaat,
                als_regels(rijen),
                TUSSEN_RIJEN.join(zegels),
            )
        )

    def haal(self, cursors: Sequence[Cursor], hoeveel: int) -> list[Binnen]:
        """Rows behind these cursors, stream by stream in the order given, at most `hoeveel`.

        Nothing comes from a stream that is not there or not to be read.
        """
        if not cursors:
            return []
        rijen = self._alle(
            "SELECT * FROM viergesprek.haal(%s::text[], %s::text[], %s::text[], %s::bigint[], %s)",
            [c.plek.gemeente for c in cursors],
            [c.plek.dossier for c in cursors],
            [c.plek.klasse for c in cursors],
            [c.nr for c in cursors],
            hoeveel,
        )
        return [Binnen(Plek(r[0], r[5] or "", r[1]), r[2], r[3:]) for r in rijen]

    def bekend(self, ids: Sequence[str]) -> frozenset[str]:
        """Which of these changes the centre has from this person's devices; after a fork."""
        return frozenset(self._een("SELECT viergesprek.bekend(%s::text[])", list(ids)))

    def zoek_nummer(self, gemeente: str, nummer: str) -> str | None:
        """Id of the dossier with this number (its own, BSN or V-nummer). Is kept in the trail."""
        gevonden: str | None = self._een("SELECT viergesprek.zoek_nummer(%s, %s)", gemeente, nummer)
        return gevonden

    def wis(self, gemeente: str, dossier: str, grond: str) -> int:
        """Erases a dossier for good; the number of its tombstone. May be repeated."""
        return int(self._een("SELECT viergesprek.wis(%s, %s, %s)", gemeente, dossier, grond))

    def apparaten(self, gemeente: str) -> list[Toestel]:
        """The gemeente's laptops."""
        rijen = self._alle("SELECT * FROM viergesprek.apparaten(%s)", gemeente)
        return [Toestel(*rij) for rij in rijen]

    def meld_verloren(self, gemeente: str, apparaat: str) -> bool:
        """Closes a lost laptop and its person. False when it is not one of this gemeente."""
        return bool(self._een("SELECT viergesprek.meld_verloren(%s, %s)", gemeente, apparaat))

    def meld_leeg(self, apparaat: str) -> bool:
        """Says that this laptop wiped itself."""
        return bool(self._een("SELECT viergesprek.meld_leeg(%s)", apparaat))

    def spoor(
        self, gemeente: str, dossier: str | None = None, *, voor_klok: str | None = None,
        hoeveel: int = 200,
    ) -> list[Spoorregel]:  # fmt: skip
        """The trail, newest first. All lines of one clock come together, so perhaps a few more."""
        rijen = self._alle(
            "SELECT * FROM viergesprek.spoor(%s, %s, %s, %s)", gemeente, dossier, voor_klok, hoeveel
        )
        return [Spoorregel(*rij) for rij in rijen]

    def aangeboden(self, gemeente: str, hoeveel: int = 1000) -> list[Aangeboden]:
        """What others wrote without a right, in streams that this person may write."""
        rijen = self._alle("SELECT * FROM viergesprek.aanbod(%s, %s)", gemeente, hoeveel)
        return [Aangeboden(r[0], r[1], r[2], r[3:]) for r in rijen]

    def neem_aan(self, gemeente: str, ids: Sequence[str]) -> int:
        """Marks offers as looked at; how many that were."""
        return int(self._een("SELECT viergesprek.neem_aan(%s, %s::text[])", gemeente, list(ids)))

    def _een(self, vraag: LiteralString, *waarden: object) -> Any:
        return self._alle(vraag, *waarden)[0][0]

    def _alle(self, vraag: LiteralString, *waarden: object) -> list[tuple[Any, ...]]:
        """One statement, one transaction; again when another transaction stood in the way.

        Also once again on a new connection, when the server had ended this one since the
        last call: it restarted, or somebody's access changed.
        """
        for poging in range(1, POGINGEN + 1):
            was_open = self._open is not None and not self._open.closed
            verbinding = self._verbonden()
            try:
                return verbinding.execute(vraag, waarden).fetchall()
            except psycopg.Error as fout:
                if fout.sqlstate == _BEEINDIGD and was_open and poging == 1:
                    self.sluit()
                    continue
                if fout.sqlstate not in _BOTSING or poging == POGINGEN:
                    raise self._eigen(fout) from None
                time.sleep(random.uniform(0.01, 0.05) * 2**poging)
        raise AssertionError("the last try returns or raises")

    def _verbonden(self) -> psycopg.Connection:
        if self._open is None or self._open.closed:
            self._open = self._hoe.open()
        return self._open

    def _eigen(self, fout: psycopg.Error) -> CentraleFout:
        uit = vertaal(fout)
        if self._open is not None and self._open.broken:
            # Once it is open, no text is about a certificate: the line broke.
            self.sluit()
            if isinstance(uit, CertificaatOnjuist):
                return GeenNetwerk()
        return uit
