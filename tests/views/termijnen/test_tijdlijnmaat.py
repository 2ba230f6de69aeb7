"""Days to pixels, and flags that never cover one another."""

from __future__ import annotations

import itertools
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desktop.views.termijnen.tijdlijnmaat import LUCHT, Maat, Plek, Vlag, leg

RECHTS = 1000.0
VLAGGEN = st.lists(
    st.builds(
        Vlag,
        x=st.integers(20, 980).map(float),
        breed=st.integers(40, 220).map(float),
        rang=st.integers(0, 5),
    ),
    max_size=30,
)


def raakt(a: Plek, b: Plek) -> bool:
    """Two flags cover one another, or the pole of one runs through the other."""
    if a.boven is not b.boven:
        return False
    if a.rij == b.rij:
        return a.links < b.rechts + LUCHT and b.links < a.rechts + LUCHT
    ver, bij = (a, b) if a.rij > b.rij else (b, a)
    return bij.links <= ver.x <= bij.rechts


@given(VLAGGEN, st.integers(1, 5))
def test_no_flag_ever_covers_another_or_its_pole(vlaggen: list[Vlag], rijen: int) -> None:
    plekken = leg(vlaggen, RECHTS, rijen)
    assert len(plekken) == len(vlaggen)
    gelegd = [p for p in plekken if p is not None]
    for n, a in enumerate(gelegd):
        assert a.rij < rijen
        assert a.rechts <= RECHTS
        assert not any(raakt(a, b) for b in gelegd[:n])


@given(VLAGGEN)
def test_what_matters_most_always_has_a_flag(vlaggen: list[Vlag]) -> None:
    met = [*vlaggen, Vlag(500.0, 200.0, -1)]
    assert leg(met, RECHTS, 1)[-1] is not None


@given(st.lists(st.integers(0, 8), min_size=1, max_size=8, unique=True))
def test_few_flags_far_apart_all_hang_next_to_the_line(plaatsen: list[int]) -> None:
    plekken = leg([Vlag(100.0 * p + 10, 80.0, 1) for p in plaatsen], RECHTS, 4)
    assert all(p is not None and p.rij == 0 for p in plekken)


@given(st.dates(date(2025, 1, 1), date(2030, 1, 1)), st.floats(0.3, 40))
def test_ticks_lie_on_the_line_and_far_enough_apart(van: date, per_dag: float) -> None:
    maat = Maat(van, van + timedelta(days=1200), per_dag)
    tikken = sorted(maat.tikken())
    assert tikken
    assert all(maat.van <= t.dag < maat.tot for t in tikken)
    for a, b in itertools.pairwise(tikken):
        assert a.dag < b.dag
        if "week" not in (a.soort, b.soort):
            assert maat.x(b.dag) - maat.x(a.dag) >= 64 or a.dag.month == b.dag.month == 1
