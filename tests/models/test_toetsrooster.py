"""Nothing is booked twice, and a proposal places as many as can be. Pure."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, milp

from desktop.bronnen import toml
from desktop.models.roosterregels import bezwaren_kandidaat, bezwaren_sessie, knelpunten
from desktop.models.toetsbeleid import beleid_uit
from desktop.models.toetsmiddelen import Apparaatsoort, Dicht
from desktop.models.toetsrooster import (
    Apparaat,
    Begeleider,
    Bezwaar,
    Boeking,
    Opening,
    Rooster,
    Roosterfout,
    Ruimte,
    Soort,
    Toetsklant,
    eis_geen,
)
from desktop.models.toetssessie import Sessiegegevens
from desktop.models.toetsvoorstel import Voorstel, Waarom, stel_voor
from tests.models.termijnbeleid import TERMIJNEN

BELEID = beleid_uit(toml("beleid", "toets.toml"), TERMIJNEN)
NU = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
DINSDAG = date(2026, 12, 1)
ANS = Begeleider("ans", "Ans", date(2025, 1, 1), date(2027, 1, 1), date(2025, 2, 1), None)
BEN = Begeleider("ben", "Ben", date(2025, 1, 1), None, date(2025, 2, 1), None)
ZAAL = Ruimte("zaal", "Zaal 1", 2, "stad", "Gemeentehuis", stadhuis=True)
KAMER = Ruimte("kamer", "Kamer 3", 2, "bieb", "Bibliotheek")
LAPTOP = Apparaat("l1", "Laptop 1", Apparaatsoort.LAPTOP)
KAPOT = Apparaat("l2", "Laptop 2", Apparaatsoort.LAPTOP, kapot=True)
PLAN = Sessiegegevens("zaal", "ans", DINSDAG, "09:30", "11:00")


def rooster(*boekingen: Boeking, **rest: object) -> Rooster:
    return Rooster(
        ruimten={r.id: r for r in (ZAAL, KAMER)},
        begeleiders={b.id: b for b in (ANS, BEN)},
        apparaten={a.id: a for a in (LAPTOP, KAPOT)},
        boekingen=boekingen,
        **rest,  # type: ignore[arg-type]
    )


def weeg(plan: Sessiegegevens, bij: Rooster | None = None, **rest: object) -> list[Bezwaar]:
    return bezwaren_sessie(bij or rooster(), plan, beleid=BELEID, nu=NU, **rest)  # type: ignore[arg-type]


def test_a_good_plan_has_nothing_against_it() -> None:
    assert weeg(PLAN) == []


@pytest.mark.parametrize(
    ("wat", "soort", "zegt"),
    [
        ({"datum": date(2026, 11, 24)}, Soort.VERLEDEN, "voorbij"),
        ({"datum": date(2026, 11, 25), "begin": "09:59"}, Soort.VERLEDEN, "voorbij"),
        ({"einde": "09:00"}, Soort.INVOER, "eindtijd"),
        ({"datum": date(2027, 3, 28), "begin": "02:30"}, Soort.INVOER, "bestaat 02:30 niet"),
        ({"datum": date(2027, 10, 31), "begin": "02:30"}, Soort.INVOER, "twee keer"),
        ({"ruimte_id": "weg"}, Soort.RUIMTE, "Kies een ruimte"),
        ({"begeleider_id": ""}, Soort.BEGELEIDER, "Kies een toetsbegeleider"),
        ({"ruimte_id": "kamer"}, Soort.PLAATS, "waarom deze in Bibliotheek is"),
        ({"apparaten": frozenset({"l2"})}, Soort.APPARAAT, "Laptop 2 is kapot"),
        ({"datum": date(2026, 12, 25)}, Soort.FEESTDAG, "Eerste kerstdag"),
        ({"datum": date(2027, 1, 5)}, Soort.CERTIFICAAT, "tot en met 01-01-2027"),
    ],
)
def test_what_cannot_be_says_why(wat: dict[str, object], soort: Soort, zegt: str) -> None:
    hard = [b for b in weeg(replace(PLAN, **wat)) if b.hard]  # type: ignore[arg-type]
    assert [b.soort for b in hard] == [soort]
    assert zegt in str(hard[0])


def test_no_seats_and_too_many_people() -> None:
    leeg = replace(rooster(), ruimten={"zaal": replace(ZAAL, plekken=0)})
    assert [b.soort for b in weeg(PLAN, leeg)] == [Soort.PLEKKEN]
    (vol,) = weeg(PLAN, bezet=["a", "b", "c"])
    assert str(vol) == "Er zijn 3 kandidaten en 2 plekken in Zaal 1."
    (scherm,) = weeg(replace(PLAN, apparaten=frozenset({"l1"})), bezet=["a", "b"])
    assert "1 plekken" in str(scherm)


def test_a_booking_in_the_way_is_named() -> None:
    ander = Boeking("x", replace(PLAN, begin="10:30", einde="12:00", apparaten=frozenset({"l1"})))
    bezwaren = weeg(replace(PLAN, apparaten=frozenset({"l1"})), rooster(ander))
    assert [(b.soort, b.sessie_id) for b in bezwaren] == [
        (Soort.RUIMTE, "x"),
        (Soort.BEGELEIDER, "x"),
        (Soort.APPARAAT, "x"),
    ]
    assert [str(b) for b in bezwaren] == [
        "De ruimte Zaal 1, Gemeentehuis is al bezet op 01-12-2026 van 10:30 tot 12:00: "
        "toets met Ans.",
        "Ans heeft al een toets op 01-12-2026 van 10:30 tot 12:00 in Zaal 1, Gemeentehuis.",
        "Laptop 1 is al in gebruik op 01-12-2026 van 10:30 tot 12:00 in Zaal 1, Gemeentehuis.",
    ]
    with pytest.raises(Roosterfout) as fout:
        eis_geen(bezwaren)
    assert str(fout.value) == str(bezwaren[0])
    assert len(fout.value.bezwaren) == 3


def test_one_that_begins_when_another_ends_is_no_clash_and_moving_does_not_clash_with_itself() -> (
    None
):
    voor = Boeking("x", replace(PLAN, begin="08:00", einde="09:30"))
    assert weeg(PLAN, rooster(voor)) == []
    assert weeg(PLAN, rooster(Boeking("ik", PLAN)), sessie_id="ik") == []


def test_hours_and_days_closed() -> None:
    open_ = (Opening("stad", 2, "09:00", "12:00"), Opening("stad", 2, "13:00", "17:00"))
    bij = rooster(openingen=open_)
    assert weeg(PLAN, bij) == []
    (lunch,) = weeg(replace(PLAN, begin="11:30", einde="13:30"), bij)
    assert "Open op deze dag: 09:00-12:00 en 13:00-17:00" in str(lunch)
    (dicht,) = weeg(replace(PLAN, datum=date(2026, 12, 2)), bij)
    assert "op deze dag van de week dicht" in str(dicht)
    for plek, dagen in ((None, 1), ("stad", 1), ("bieb", 0)):
        sluiting = Dicht(plek, DINSDAG, DINSDAG, "verbouwing")
        bezwaren = weeg(PLAN, rooster(sluitingen=(sluiting,)))
        assert len(bezwaren) == dagen
        assert all("verbouwing" in str(b) for b in bezwaren)


@pytest.mark.parametrize(
    ("tot", "hard"),
    [
        (DINSDAG - timedelta(days=1), True),
        (DINSDAG, False),
        (DINSDAG + timedelta(days=7), False),
        (DINSDAG + timedelta(days=8), None),
    ],
)
@pytest.mark.parametrize("veld", ["certificaat_tot", "toestemming_tot"])
def test_a_certificate_that_ends(veld: str, tot: date, hard: bool | None) -> None:
    wie = replace(ANS, **{"certificaat_tot": None, veld: tot})
    bezwaren = weeg(PLAN, replace(rooster(), begeleiders={"ans": wie}))
    assert [b.hard for b in bezwaren] == ([] if hard is None else [hard])


def test_a_certificate_or_permission_that_is_not_there_yet() -> None:
    for wie in (
        replace(ANS, certificaat_op=None),
        replace(ANS, toestemming_op=None),
        replace(ANS, certificaat_op=DINSDAG + timedelta(days=1)),
    ):
        (b,) = weeg(PLAN, replace(rooster(), begeleiders={"ans": wie}))
        assert b.hard


def test_liberation_day_is_only_said_in_the_years_between() -> None:
    (b,) = weeg(replace(PLAN, begeleider_id="ben", datum=date(2027, 5, 5)))
    assert (b.soort, b.hard) == (Soort.FEESTDAG, False)


# Candidates

BOEKING = Boeking("x", PLAN, frozenset({"b"}), {"b": "Berhane"})
KLANT = Toetsklant("a", "Amina", pip_uiterlijk=date(2026, 12, 10))


def weeg_klant(klant: Toetsklant, boeking: Boeking = BOEKING, *rest: Boeking) -> list[Bezwaar]:
    return bezwaren_kandidaat(rooster(boeking, *rest), boeking, klant, nu=NU)


def test_a_seat_in_time_is_fine_and_one_day_late_is_said() -> None:
    assert weeg_klant(KLANT) == []
    (een,) = weeg_klant(replace(KLANT, pip_uiterlijk=date(2026, 11, 30)))
    (meer,) = weeg_klant(replace(KLANT, pip_uiterlijk=date(2026, 11, 20)))
    assert (een.hard, meer.hard) == (False, False)
    assert str(een).endswith("Deze toets is 1 dag later.")
    assert str(meer).endswith("Deze toets is 11 dagen later.")
    assert weeg_klant(replace(KLANT, pip_uiterlijk=None)) == []


@pytest.mark.parametrize(
    ("wat", "zegt"),
    [
        ({"vrijgesteld": True}, "overgeslagen"),
        ({"heeft_uitslag": True}, "heeft al een uitslag"),
        ({"gesprekken": ((DINSDAG, "10:00"),)}, "om 10:00 een gesprek"),
    ],
)
def test_who_cannot_come(wat: dict[str, object], zegt: str) -> None:
    (b,) = weeg_klant(replace(KLANT, **wat))  # type: ignore[arg-type]
    assert b.hard
    assert zegt in str(b)


def test_a_talk_at_another_time_is_no_matter() -> None:
    assert weeg_klant(replace(KLANT, gesprekken=((DINSDAG, "11:00"), (NU.date(), "10:00")))) == []


def test_full_or_elsewhere_names_the_booking() -> None:
    (vol,) = weeg_klant(KLANT, replace(BOEKING, bezet=frozenset({"b", "c"})))
    assert (vol.soort, vol.sessie_id) == (Soort.PLEKKEN, "x")
    assert "Berhane" in str(vol)
    elders = Boeking("y", replace(PLAN, datum=date(2026, 12, 8)), frozenset({"a"}))
    (al,) = weeg_klant(KLANT, BOEKING, elders)
    assert (al.soort, al.sessie_id) == (Soort.KANDIDAAT, "y")
    assert "08-12-2026 van 09:30 tot 11:00" in str(al)


def test_an_interpreter_in_another_language_is_said() -> None:
    (b,) = weeg_klant(replace(KLANT, tolk_taal="ti"))
    assert (b.soort, b.hard) == (Soort.TOLK, False)


def test_what_two_laptops_planned_and_cannot_stand_together() -> None:
    een = Boeking("x", PLAN, frozenset({"a", "b", "c"}))
    twee = Boeking("y", replace(PLAN, ruimte_id="kamer"), frozenset({"a"}))
    fout = knelpunten(rooster(een, twee))
    assert [b.soort for b in fout["x"]] == [Soort.BEGELEIDER, Soort.PLEKKEN, Soort.KANDIDAAT]
    assert [b.soort for b in fout["y"]] == [Soort.BEGELEIDER, Soort.KANDIDAAT]
    assert knelpunten(rooster(BOEKING)) == {}


# Proposals

TALEN = (None, "ti", "ar", "prs")


OCHTEND = tuple((DINSDAG + timedelta(days=n), "09:10") for n in range(7))
"""A talk each morning of that week."""


@st.composite
def gevallen(draw: st.DrawFn) -> tuple[Rooster, list[Toetsklant]]:
    """A few sittings and people, so few that every way can be tried."""
    boekingen = []
    ruimten = {}
    for n in range(draw(st.integers(1, 4))):
        ruimten[f"r{n}"] = Ruimte(
            f"r{n}", f"Zaal {n}", draw(st.integers(1, 3)), "stad", "Stad", True
        )
        dag = DINSDAG + timedelta(days=draw(st.integers(0, 6)))
        plan = Sessiegegevens(
            f"r{n}", "ben", dag, f"{9 + n:02d}:00", f"{9 + n:02d}:50",
            tolk_taal=draw(st.sampled_from(TALEN)),
        )  # fmt: skip
        boekingen.append(Boeking(f"s{n}", plan))
    klanten = [
        Toetsklant(
            f"k{n}", f"Klant {n}",
            pip_uiterlijk=draw(
                st.none() | st.dates(date(2026, 11, 25), date(2026, 12, 12))
            ),
            tolk_taal=draw(st.sampled_from(TALEN)),
            gesprekken=draw(
                st.sampled_from([(), OCHTEND])
            ),
        )
        for n in range(draw(st.integers(0, 8)))
    ]  # fmt: skip
    return replace(rooster(*boekingen), ruimten=ruimten), klanten


def meeste(bij: Rooster, klanten: Sequence[Toetsklant]) -> int:
    """The greatest number, by trying every language and matching by augmenting paths."""
    beste = 0
    keuzes = [[b.gegevens.tolk_taal] if b.gegevens.tolk_taal else TALEN for b in bij.boekingen]
    for talen in itertools.product(*keuzes):
        stoelen = [
            (b, taal)
            for b, taal in zip(bij.boekingen, talen, strict=True)
            for _ in range(bij.plekken(b.gegevens))
        ]
        van: dict[int, int] = {}

        def kan(i: int, gezien: set[int], stoelen: object = stoelen, van: object = van) -> bool:
            klant = klanten[i]
            for n, (b, taal) in enumerate(stoelen):  # type: ignore[arg-type]
                past = klant.tolk_taal in (None, taal) and not klant.gesprek_onder(b.gegevens)
                if past and n not in gezien:
                    gezien.add(n)
                    if n not in van or kan(van[n], gezien, stoelen, van):  # type: ignore[operator,index]
                        van[n] = i  # type: ignore[index]
                        return True
            return False

        beste = max(beste, sum(kan(i, set()) for i in range(len(klanten))))
    return beste


def controleer(bij: Rooster, klanten: Sequence[Toetsklant], plan: Voorstel) -> None:
    """It can be carried out as it stands."""
    wie = [p.klant.kandidaat_id for p in plan.plaatsingen]
    wie += [k.kandidaat_id for k, _ in plan.niet_geplaatst]
    assert sorted(wie) == sorted(k.kandidaat_id for k in klanten)
    for boeking in bij.boekingen:
        hier = [p.klant for p in plan.plaatsingen if p.sessie_id == boeking.id]
        assert len(hier) + len(boeking.bezet) <= bij.plekken(boeking.gegevens)
        taal = boeking.gegevens.tolk_taal or plan.tolken.get(boeking.id)
        assert {k.tolk_taal for k in hier} <= {None, taal}
        assert not any(k.gesprek_onder(boeking.gegevens) for k in hier)


@given(gevallen())
@settings(max_examples=150, deadline=None)
def test_a_proposal_places_as_many_as_any_way_could(
    geval: tuple[Rooster, list[Toetsklant]],
) -> None:
    bij, klanten = geval
    plan = stel_voor(bij, klanten, nu=NU)
    controleer(bij, klanten, plan)
    assert len(plan.plaatsingen) == meeste(bij, klanten)


def groot(zaad: int, klanten: int = 200, sessies: int = 60) -> tuple[Rooster, list[Toetsklant]]:
    """As the issue asks: 200 people over 60 sittings, and too few seats."""
    dobbel = np.random.default_rng(zaad)
    talen = ["ti", "ar", "prs", "so", "uk", "tr", "en", "fa"]
    ruimten = {f"r{n}": Ruimte(f"r{n}", f"Zaal {n}", 4, "stad", "Stad", True) for n in range(4)}
    boekingen = tuple(
        Boeking(
            f"s{n:02d}",
            Sessiegegevens(
                f"r{n % 4}", "ben", DINSDAG + timedelta(days=n // 4), "09:30", "11:00",
                tolk_taal=str(dobbel.choice(talen)) if dobbel.random() < 0.2 else None,
            ),
            frozenset(f"bezet{n}-{i}" for i in range(int(dobbel.integers(0, 3)))),
        )
        for n in range(sessies)
    )  # fmt: skip
    mensen = [
        Toetsklant(
            f"k{n:03d}", f"Klant {n:03d}",
            pip_uiterlijk=DINSDAG + timedelta(days=int(dobbel.integers(-5, 40))),
            tolk_taal=str(dobbel.choice(talen)) if dobbel.random() < 0.5 else None,
            uitlegtaal=str(dobbel.choice(talen)),
        )
        for n in range(klanten)
    ]  # fmt: skip
    return replace(rooster(*boekingen), ruimten=ruimten), mensen


def grens(bij: Rooster, klanten: Sequence[Toetsklant]) -> int:
    """The greatest number by another model: one variable for each person and sitting."""
    talen = sorted({k.tolk_taal for k in klanten if k.tolk_taal})
    n, m, t = len(klanten), len(bij.boekingen), len(talen)
    breed = n * m + m * t
    rijen, hoogst = [], []
    for i in range(n):
        rij = np.zeros(breed)
        rij[i * m : (i + 1) * m] = 1
        rijen.append(rij)
        hoogst.append(1.0)
    vast = np.ones(breed)
    for v, b in enumerate(bij.boekingen):
        vrij = bij.plekken(b.gegevens) - len(b.bezet)
        rij = np.zeros(breed)
        rij[v : n * m : m] = 1
        rijen.append(rij)
        hoogst.append(float(vrij))
        rij = np.zeros(breed)
        rij[n * m + v * t : n * m + (v + 1) * t] = 1
        rijen.append(rij)
        hoogst.append(1.0)
        for j, taal in enumerate(talen):
            if b.gegevens.tolk_taal not in (None, taal):
                vast[n * m + v * t + j] = 0
            rij = np.zeros(breed)
            for i, klant in enumerate(klanten):
                if klant.tolk_taal == taal:
                    rij[i * m + v] = 1
            rij[n * m + v * t + j] = -vrij
            rijen.append(rij)
            hoogst.append(0.0)
    uit = milp(
        -np.r_[np.ones(n * m), np.zeros(m * t)],
        integrality=np.ones(breed),
        bounds=Bounds(0, vast),
        constraints=LinearConstraint(np.array(rijen), -np.inf, np.array(hoogst)),
        options={"time_limit": 60.0},
    )
    assert uit.status == 0
    return round(-uit.fun)


@pytest.mark.parametrize("zaad", [1, 2, 3])
def test_two_hundred_people_over_sixty_sittings(zaad: int) -> None:
    bij, klanten = groot(zaad)
    plan = stel_voor(bij, klanten, nu=NU)
    controleer(bij, klanten, plan)
    assert len(plan.plaatsingen) == grens(bij, klanten)


@pytest.mark.parametrize("zaad", [4, 5])
def test_talks_in_the_way_cost_nobody_a_seat_where_there_is_another_way(zaad: int) -> None:
    bij, klanten = groot(zaad)
    dobbel = np.random.default_rng(zaad)
    bezig = [
        replace(
            klant,
            gesprekken=tuple(
                (DINSDAG + timedelta(days=int(n)), "10:00") for n in dobbel.integers(0, 15, 2)
            ),
        )
        for klant in klanten
    ]
    plan = stel_voor(bij, bezig, nu=NU)
    controleer(bij, bezig, plan)
    # As many as without talks: more is not possible.
    assert len(plan.plaatsingen) == grens(bij, klanten)


def test_who_is_due_first_comes_first_and_the_same_language_together() -> None:
    dagen = [Boeking(f"s{n}", replace(PLAN, datum=DINSDAG + timedelta(days=n))) for n in range(3)]
    klanten = [
        Toetsklant(f"k{n}", f"K{n}", pip_uiterlijk=DINSDAG + timedelta(days=30 - n), tolk_taal=taal)
        for n, taal in enumerate(["ti", "ar", "ti", "ar", None, None])
    ]
    plan = stel_voor(rooster(*dagen), klanten, nu=NU)
    waar = {p.klant.kandidaat_id: p.sessie_id for p in plan.plaatsingen}
    assert waar["k0"] == waar["k2"]
    assert waar["k1"] == waar["k3"]
    assert waar["k5"] == waar["k4"] == "s0"
    assert len(plan.tolken) == 2


def test_who_could_not_be_placed_and_why() -> None:
    boeking = Boeking("s", replace(PLAN, tolk_taal="ti"), frozenset({"al"}))
    klanten = [
        replace(KLANT, kandidaat_id="vrij", vrijgesteld=True),
        replace(KLANT, kandidaat_id="klaar", heeft_uitslag=True),
        replace(KLANT, kandidaat_id="al"),
        replace(KLANT, kandidaat_id="taal", tolk_taal="so"),
        replace(KLANT, kandidaat_id="gesprek", gesprekken=((DINSDAG, "10:00"),)),
        replace(KLANT, kandidaat_id="eerst", pip_uiterlijk=date(2026, 12, 2)),
        replace(KLANT, kandidaat_id="vol", pip_uiterlijk=date(2026, 12, 3)),
    ]
    plan = stel_voor(rooster(boeking), klanten, nu=NU)
    assert [p.klant.kandidaat_id for p in plan.plaatsingen] == ["eerst"]
    assert {k.kandidaat_id: waarom for k, waarom in plan.niet_geplaatst} == {
        "vrij": Waarom.VRIJGESTELD,
        "klaar": Waarom.HEEFT_UITSLAG,
        "al": Waarom.HEEFT_PLEK,
        "taal": Waarom.TOLK,
        "gesprek": Waarom.GESPREK,
        "vol": Waarom.VOL,
    }
    voorbij = Boeking("s", replace(PLAN, datum=date(2026, 11, 24)))
    for bij, waarom in ((rooster(), Waarom.GEEN_SESSIE), (rooster(voorbij), Waarom.GEEN_SESSIE)):
        assert stel_voor(bij, [KLANT], nu=NU).niet_geplaatst == ((KLANT, waarom),)
    vol = Boeking("s", PLAN, frozenset({"x", "y"}))
    assert stel_voor(rooster(vol), [KLANT], nu=NU).niet_geplaatst == ((KLANT, Waarom.VOL),)


def test_a_late_seat_is_offered_with_a_warning() -> None:
    laat = replace(KLANT, pip_uiterlijk=date(2026, 11, 29))
    (p,) = stel_voor(rooster(BOEKING), [laat], nu=NU).plaatsingen
    assert [b.soort for b in p.waarschuwingen] == [Soort.TERMIJN]
