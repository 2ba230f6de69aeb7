"""Who sits where: exact, by SciPy, which is the well-kept home of both solvers it uses.

Which language the interpreter of a sitting speaks is a choice for all who sit there, so
that is an integer programme (HiGHS, `milp`). Sittings with as many free seats are alike, so it
only counts how many of each a language gets: small, and solved at once. With the languages fixed,
who sits where is an assignment (`linear_sum_assignment`), exact as well. Talks of the intake
can make people differ so much that this does not reach its own bound: then the whole
programme, person by person, may find better, as far as the time goes.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from desktop.models.toetsrooster import Toetsklant
from desktop.models.toetstafel import Plekken, Tafel, Talen, Vak


def verdeel(
    klanten: Sequence[Toetsklant], vakken: Sequence[Vak], seconden: float
) -> tuple[Talen, Plekken]:
    """The interpreter's language of each sitting, and the place of each person.

    `klanten` come with who is due first first; `vakken` by day.
    """
    tafel = Tafel(klanten, vakken)
    talen, hoogst = _talen(klanten, vakken)
    plekken = tafel.plaats(talen)
    if _aantal(plekken) < hoogst:
        talen, plekken = _herstel(tafel, talen, plekken, hoogst, time.monotonic() + seconden)
    klein = len(klanten) * len(vakken) <= _KLEIN
    if _aantal(plekken) < hoogst and klein and (anders := _precies(klanten, vakken, seconden)):
        beter = tafel.plaats(anders)
        if _aantal(beter) > _aantal(plekken):
            talen, plekken = anders, beter
    return talen, tafel.bij_elkaar(tafel.plaats(talen))


def _herstel(
    tafel: Tafel, talen: Talen, plekken: Plekken, hoogst: int, tot: float
) -> tuple[Talen, Plekken]:
    """Talks are in the way: tries the languages in other sittings, as far as the time goes."""
    verder = True
    while verder and _aantal(plekken) < hoogst:
        verder = False
        for proef in _ruilingen(tafel, talen, plekken):
            if time.monotonic() > tot:
                return talen, plekken
            nieuw = tafel.plaats(proef)
            if _aantal(nieuw) > _aantal(plekken):
                talen, plekken, verder = proef, nieuw, True
                break
    return talen, plekken


def _ruilingen(tafel: Tafel, talen: Talen, plekken: Plekken) -> Iterator[Talen]:
    """Other languages, the likely ones first."""
    gebruik = Counter(plek for plek in plekken if plek is not None)
    open_ = [v for v, kan in enumerate(tafel.open) if kan]
    leeg = [v for v in open_ if gebruik[v] < tafel.vakken[v].vrij]
    buiten = Counter(tafel.klanten[i].tolk_taal for i, plek in enumerate(plekken) if plek is None)
    # A sitting with a free seat: another language there, or one for the other.
    for v in leeg:
        for taal in buiten:
            if taal is not None and taal != talen[v]:
                yield [*talen[:v], taal, *talen[v + 1 :]]
    for v in sorted(leeg, key=lambda v: gebruik[v]):
        for w in sorted(open_, key=lambda w: tafel.vakken[w].vrij != tafel.vakken[v].vrij):
            if talen[v] != talen[w]:
                proef = list(talen)
                proef[v], proef[w] = talen[w], talen[v]
                yield proef
    for v in open_:
        for w in open_:
            if v < w and talen[v] != talen[w] and {talen[v], talen[w]} & set(buiten):
                proef = list(talen)
                proef[v], proef[w] = talen[w], talen[v]
                yield proef


def _aantal(plekken: Plekken) -> int:
    return sum(plek is not None for plek in plekken)


_KLEIN = 2_000
"""People times sittings; of more, the whole programme finds nothing in the time there is."""
_RANG = 100.0
"""One place in the order of who is due weighs more than all interpreters together."""


def _talen(klanten: Sequence[Toetsklant], vakken: Sequence[Vak]) -> tuple[Talen, int]:
    """Languages for the most people, as if everybody could always come; and how many that is."""
    import numpy as np
    from scipy.optimize import Bounds, LinearConstraint, linear_sum_assignment, milp

    wie = Counter(k.tolk_taal for k in klanten)
    vast = [vak.taal for vak in vakken]
    namen = sorted(taal for taal in wie if taal is not None)
    open_: dict[int, list[int]] = {}
    for v, vak in enumerate(vakken):
        if vak.taal is None:
            open_.setdefault(vak.vrij, []).append(v)
    maten = sorted(open_)
    totaal = sum(vak.vrij for vak in vakken)
    if not namen or not maten:
        eigen = sum(min(wie[t], sum(v.vrij for v in vakken if v.taal == t)) for t in namen)
        return vast, eigen + min(wie[None], totaal - eigen)
    # First how many sittings of each size a language gets, then each person: placed or not.
    t, m = len(namen), len(maten)
    x = t * m
    breed = x + len(klanten)
    boven = np.r_[np.tile([float(len(open_[maat])) for maat in maten], t), np.ones(len(klanten))]
    rijen, hoogst = [], []

    def beperk(tot: float, *delen: tuple[Any, Any]) -> None:
        rij = np.zeros(breed)
        for plaatsen, factoren in delen:
            rij[plaatsen] = factoren
        rijen.append(rij)
        hoogst.append(float(tot))

    for i, taal in enumerate(namen):
        eigen = sum(vak.vrij for vak in vakken if vak.taal == taal)
        deze = [x + n for n, klant in enumerate(klanten) if klant.tolk_taal == taal]
        beperk(eigen, (deze, 1.0), (slice(i * m, (i + 1) * m), -np.array(maten)))
    for j, maat in enumerate(maten):
        beperk(len(open_[maat]), (slice(j, x, m), 1.0))
    beperk(totaal, (slice(x, breed), 1.0))
    mensen = np.r_[np.zeros(x), np.ones(len(klanten))]

    def los(kosten: Any, minstens: float, seconden: float) -> Any:
        return milp(
            kosten,
            # With the sittings counted, people are whole by themselves.
            integrality=1 - mensen,
            bounds=Bounds(0, boven),
            constraints=[
                LinearConstraint(np.array(rijen), -np.inf, np.array(hoogst)),
                LinearConstraint(mensen, minstens, np.inf),
            ],
            options={"time_limit": seconden},
        ).x

    meest = los(-mensen, 0, 10.0)
    aantal = round(mensen @ meest)
    # As many people, who is due first first; then few interpreters, in small sittings.
    eerst = -_RANG * (len(klanten) - np.arange(len(klanten)))
    weinig = np.r_[np.tile(1 + np.array(maten) / 1000, t), eerst]
    zuinig = los(weinig, aantal - 0.5, 0.4)
    gekozen = np.round((meest if zuinig is None else zuinig)[:x]).astype(int).reshape(t, m)
    dringend = _dringend(klanten)
    for j, maat in enumerate(maten):
        slots: Talen = [taal for i, taal in enumerate(namen) for _ in range(gekozen[i, j])]
        slots += [None] * (len(open_[maat]) - len(slots))
        gewicht = np.array([dringend.get(taal, 0.0) for taal in slots])
        for slot, plaats in zip(
            *linear_sum_assignment(np.outer(gewicht, open_[maat])), strict=True
        ):
            vast[open_[maat][plaats]] = slots[slot]
    return vast, aantal


def _dringend(klanten: Sequence[Toetsklant]) -> dict[str | None, float]:
    """How soon the people of each language are due, from 1 to 2."""
    som: Counter[str | None] = Counter()
    wie = Counter(k.tolk_taal for k in klanten)
    for i, klant in enumerate(klanten):
        som[klant.tolk_taal] += 2 - i / len(klanten)  # type: ignore[assignment]  # counts in parts
    return {taal: som[taal] / aantal for taal, aantal in wie.items()}


def _precies(klanten: Sequence[Toetsklant], vakken: Sequence[Vak], seconden: float) -> Talen | None:
    """Languages for the most people, each with their own talks; None when there is no choice."""
    talen = sorted({k.tolk_taal for k in klanten if k.tolk_taal})
    vast = [vak.taal for vak in vakken]
    if not talen or all(vast):
        return None
    import numpy as np
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import coo_array

    # People who want the same language and can come to the same sittings are one group.
    groepen = Counter(_groep(k, vakken) for k in klanten)
    namen = list(groepen)
    n, m, t = len(namen), len(vakken), len(talen)
    rij: list[int] = []
    kolom: list[int] = []
    getal: list[float] = []
    hoogst: list[float] = []

    def beperk(delen: Sequence[tuple[int, float]], tot: float) -> None:
        for plaats, factor in delen:
            rij.append(len(hoogst))
            kolom.append(plaats)
            getal.append(factor)
        hoogst.append(tot)

    def z(groep: int, vak: int) -> int:
        return groep * m + vak

    def y(taal: int, vak: int) -> int:
        return n * m + taal * m + vak

    boven = np.ones(n * m + t * m)
    for g, (taal, past) in enumerate(namen):
        beperk([(z(g, v), 1.0) for v in range(m)], groepen[namen[g]])
        for v, vak in enumerate(vakken):
            boven[z(g, v)] = min(vak.vrij, groepen[namen[g]]) if past[v] else 0
            if taal is None:
                continue
            if vak.taal is not None:
                boven[z(g, v)] *= vak.taal == taal
            else:
                # Only with this language; as many as fit.
                beperk([(z(g, v), 1.0), (y(talen.index(taal), v), -boven[z(g, v)])], 0.0)
    for v, vak in enumerate(vakken):
        beperk([(z(g, v), 1.0) for g in range(n)], vak.vrij)
        if vak.taal is None:
            beperk([(y(i, v), 1.0) for i in range(t)], 1.0)
            for i, taal in enumerate(talen):
                met = [(z(g, v), 1.0) for g in range(n) if namen[g][0] == taal]
                beperk([*met, (y(i, v), -float(vak.vrij))], 0.0)
        else:
            for i in range(t):
                boven[y(i, v)] = 0
    breed = n * m + t * m
    regels = coo_array((getal, (rij, kolom)), shape=(len(hoogst), breed)).tocsr()
    mensen = np.r_[np.ones(n * m), np.zeros(t * m)]

    # Within less than one person of the best is the best.
    meest = milp(
        -mensen,
        # With the languages fixed the rest is a transport problem: whole by itself.
        integrality=1 - mensen,
        bounds=Bounds(0, boven),
        constraints=LinearConstraint(regels, -np.inf, np.array(hoogst)),
        options={"time_limit": seconden, "mip_rel_gap": 0.5 / len(klanten)},
    ).x
    if meest is None:
        return None
    for v, vak in enumerate(vakken):
        if vak.taal is None:
            vast[v] = next((talen[i] for i in range(t) if meest[y(i, v)] > 0.5), None)
    return vast


def _groep(klant: Toetsklant, vakken: Sequence[Vak]) -> tuple[str | None, tuple[bool, ...]]:
    return klant.tolk_taal, tuple(not klant.gesprek_onder(v.boeking.gegevens) for v in vakken)
