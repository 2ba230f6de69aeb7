"""People against sittings: what each seat costs, and the cheapest way to seat them all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from desktop.models.toetsrooster import Boeking, Toetsklant

Talen = list[str | None]
"""The interpreter's language of each sitting."""
Plekken = list[int | None]
"""The place of each person; None for who has none."""


@dataclass(frozen=True)
class Vak:
    """A sitting with free seats."""

    boeking: Boeking
    vrij: int
    taal: str | None


_NIET = 1e9
"""More than any plan costs: nobody is left out for the sake of a day."""
_TE_LAAT = 1e4
_NOOIT = 1e13


class Tafel:
    """All people against all sittings: what each seat costs, worked out once."""

    def __init__(self, klanten: Sequence[Toetsklant], vakken: Sequence[Vak]) -> None:
        import numpy as np

        self.klanten, self.vakken = klanten, vakken
        self.open = [vak.taal is None for vak in vakken]
        aantal = len(klanten)
        dagen = [vak.boeking.gegevens.datum for vak in vakken]
        self._vrij = np.array(
            [[not k.gesprek_onder(v.boeking.gegevens) for v in vakken] for k in klanten]
        )
        code: dict[str | None, int] = {None: 0}
        for naam in (*(k.tolk_taal for k in klanten), *(v.taal for v in vakken)):
            code.setdefault(naam, len(code))
        self._code = code
        self._taal = np.array([code[k.tolk_taal] for k in klanten])
        dringend = 1 + (aantal - np.arange(aantal)) / aantal
        wanneer = np.array([(dag - dagen[0]).days for dag in dagen]) + np.arange(len(dagen)) * 1e-3
        over = np.array(
            [
                [max(0, (dag - k.pip_uiterlijk).days) if k.pip_uiterlijk else 0 for dag in dagen]
                for k in klanten
            ]
        )
        self._prijs = np.outer(dringend, wanneer) + over + np.where(over > 0, _TE_LAAT, 0.0)
        self._stoelen = [v for v, vak in enumerate(vakken) for _ in range(min(vak.vrij, aantal))]
        # One column more for each person: no seat. Who is due first is left out last.
        self._geen = np.full((aantal, aantal), _NOOIT)
        np.fill_diagonal(self._geen, _NIET + aantal - np.arange(aantal))

    def plaats(self, talen: Talen) -> Plekken:
        """The place of each; None for who has none."""
        import numpy as np
        from scipy.optimize import linear_sum_assignment

        codes = np.array([self._code[taal] for taal in talen])
        zonder = self._taal[:, None] == 0
        past = self._vrij & (zonder | (self._taal[:, None] == codes[None, :]))
        # Leave the seats beside an interpreter to who needs one.
        prijs = self._prijs + np.where(zonder & (codes[None, :] != 0), 0.5, 0.0)
        prijs = np.where(past, prijs, _NOOIT)
        rijen, kolommen = linear_sum_assignment(np.hstack([prijs[:, self._stoelen], self._geen]))
        self._kosten = prijs
        uit: Plekken = [None] * len(self.klanten)
        for i, k in zip(rijen, kolommen, strict=True):
            if k < len(self._stoelen):
                uit[i] = self._stoelen[k]
        return uit

    def bij_elkaar(self, plek: Plekken) -> Plekken:
        """Swaps people of one day, so that who hears the same explanation sits together."""
        klanten, kosten = self.klanten, self._kosten
        talen: list[Counter[str]] = [Counter() for _ in self.vakken]
        per_dag: dict[Any, list[int]] = {}
        for i, v in enumerate(plek):
            if v is not None:
                talen[v][klanten[i].uitlegtaal or ""] += 1
                per_dag.setdefault(self.vakken[v].boeking.gegevens.datum, []).append(i)
        for a, b in ((a, b) for dag in per_dag.values() for a in dag for b in dag):
            va, vb = plek[a], plek[b]
            ta, tb = klanten[a].uitlegtaal or "", klanten[b].uitlegtaal or ""
            if va is None or vb is None or va == vb or ta == tb:
                continue
            if kosten[a, vb] + kosten[b, va] > kosten[a, va] + kosten[b, vb] + 0.1:
                continue
            winst = talen[vb][ta] + talen[va][tb] - (talen[va][ta] - 1) - (talen[vb][tb] - 1)
            if winst > 0:
                plek[a], plek[b] = vb, va
                for v, min_, plus in ((va, ta, tb), (vb, tb, ta)):
                    talen[v][min_] -= 1
                    talen[v][plus] += 1
        return plek
