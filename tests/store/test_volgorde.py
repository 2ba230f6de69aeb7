"""Order, grouping and repetition of what comes in never matter (sync.md, Invariants)."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.models.antwoord import Notitie
from desktop.models.basis import Base
from desktop.models.dossier import Dossier, Huisgenoot, Relatie
from desktop.models.intake import BredeIntake
from desktop.models.samenvoegen import getoond, is_weg
from desktop.models.vragen import Vragenlijst
from desktop.models.zitting import Deelnemer, Partij, Zitting
from desktop.store import samen, versies
from desktop.store.koppen import lees_koppen
from desktop.store.store import Store
from desktop.store.verleden import Inhoud, in_eenheid
from tests.conftest import Klok
from tests.store.laptops import Laptop, Rij, beeld, breng, rijen, wissel

_BLIJFT = {"apparaat", "alembic_version", "lokaal"}


def maak_leeg(store: Store) -> None:
    """Nothing in it but the device."""
    with store._motor.begin() as verbinding:
        verbinding.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        for tabel in reversed(Base.metadata.sorted_tables):
            if tabel.name not in _BLIJFT:
                verbinding.exec_driver_sql(f"DELETE FROM {tabel.name}")


class Wereld:
    """Three laptops that begin with the same dossier, and one that only takes in."""

    def __init__(
        self, laptops: tuple[Laptop, Laptop, Laptop], leeg: Store, dossier: str, intake: str
    ) -> None:
        self.laptops = laptops
        self.leeg = leeg
        self.begin = rijen(laptops[0].store)
        self.dossier = dossier
        self.intake = intake

    def opnieuw(self) -> None:
        """Everybody back to the beginning."""
        for laptop in self.laptops:
            maak_leeg(laptop.store)
            breng(laptop.store, self.begin)

    def vers(self) -> Store:
        maak_leeg(self.leeg)
        return self.leeg


@pytest.fixture(scope="module")
def wereld(tmp_path_factory: pytest.TempPathFactory, lijst: Vragenlijst) -> Iterator[Wereld]:
    map_: Path = tmp_path_factory.mktemp("volgorde")
    laptops = tuple(Laptop(map_ / naam, lijst, naam, Klok()) for naam in ("A", "B", "C"))
    a, b, c = laptops
    a.begin()
    ids = [a.nieuwe_collega("B"), a.nieuwe_collega("C")]
    dossier = a.dossier()
    intake = a.intake(dossier)
    a.doe(intake, lambda i: i.plan_zitting(date(2026, 11, 30)))
    a.antwoord(intake, "WO05", "bed")
    a.noteer(intake, "Woont klein.")
    with a.store.work() as work:
        work.voeg_toe(Huisgenoot(dossier_id=dossier, naam="Sami", relatie=Relatie.KIND))
    wissel(a, b, c)
    for laptop, id_ in zip((b, c), ids, strict=True):
        laptop.store.word(id_)
    leeg = Laptop(map_ / "leeg", lijst, "leeg", Klok())
    yield Wereld((a, b, c), leeg.store, dossier, intake)
    for laptop in (*laptops, leeg):
        laptop.store.sluit()


def eerste(laptop: Laptop, klasse: type[Base]) -> str | None:
    """Some row of a table, if there is one."""
    with laptop.store.lees() as sessie:
        return sessie.scalar(sa.select(klasse.id).order_by(klasse.id).limit(1))  # type: ignore[attr-defined]


Gebaar = Callable[[Wereld, Laptop, int], None]


def adres(w: Wereld, laptop: Laptop, n: int) -> None:
    laptop.zet(Dossier, w.dossier, adres=f"straat {n}")


def keuze(w: Wereld, laptop: Laptop, n: int) -> None:
    laptop.antwoord(w.intake, "SP03", ("elke-dag", "soms", "bijna-nooit")[n % 3])


def keuzes(w: Wereld, laptop: Laptop, n: int) -> None:
    codes = ("bed", "lamp", "tafel")
    gekozen = [code for k, code in enumerate(codes) if n >> k & 1]
    laptop.antwoord(w.intake, "WO05", *(gekozen or ["niets"]))


def weet_niet(w: Wereld, laptop: Laptop, n: int) -> None:
    laptop.weet_niet(w.intake, "WO05" if n % 2 else "SP03")


def notitie(w: Wereld, laptop: Laptop, n: int) -> None:
    laptop.noteer(w.intake, f"tekst {n}", notitie_id=eerste(laptop, Notitie))


def verander(klasse: type[Base]) -> Gebaar:
    def doe(_w: Wereld, laptop: Laptop, n: int) -> None:
        if id_ := eerste(laptop, klasse):
            laptop.zet(klasse, id_, naam=f"naam {n}")

    return doe


def haal_weg(klasse: type[Base]) -> Gebaar:
    def doe(_w: Wereld, laptop: Laptop, _n: int) -> None:
        if id_ := eerste(laptop, klasse):
            with laptop.store.work() as work:
                work.verwijder(work.get(klasse, id_))

    return doe


def nodig_uit(_w: Wereld, laptop: Laptop, _n: int) -> None:
    if id_ := eerste(laptop, Zitting):
        with laptop.store.work() as work:
            work.get(Zitting, id_).nodig_uit(Partij.ANDERS)


def sla_over(w: Wereld, laptop: Laptop, n: int) -> None:
    def doe(intake: BredeIntake) -> None:
        if intake.overslagen:
            intake.vraag_domein_toch("OP")
        else:
            intake.sla_domein_over("OP", f"reden {n}")

    laptop.doe(w.intake, doe)


def beslis(_w: Wereld, laptop: Laptop, n: int) -> None:
    if conflicten := laptop.conflicten():
        conflict = conflicten[n % len(conflicten)]
        samen.kies(laptop.store, conflict, conflict.versies[n % len(conflict.versies)])


def houd_beide(_w: Wereld, laptop: Laptop, _n: int) -> None:
    for conflict in laptop.conflicten():
        if conflict.beide_kan:
            samen.houd_beide(laptop.store, conflict)
            return


def haal(w: Wereld, laptop: Laptop, n: int) -> None:
    """A part of what another one has; some of it comes later, or never."""
    alle = [rij for ander in w.laptops if ander is not laptop for rij in rijen(ander.store)]
    toeval = random.Random(n)
    breng(laptop.store, [rij for rij in alle if n == 0 or toeval.random() < 0.7])


GEBAREN: tuple[Gebaar, ...] = (
    adres,
    keuze,
    keuzes,
    weet_niet,
    notitie,
    sla_over,
    verander(Huisgenoot),
    verander(Deelnemer),
    haal_weg(Notitie),
    haal_weg(Huisgenoot),
    haal_weg(Deelnemer),
    haal_weg(Zitting),
    nodig_uit,
    beslis,
    houd_beide,
    haal,
    haal,
)

Stap = tuple[int, int, int]
STAPPEN: st.SearchStrategy[list[Stap]] = st.lists(
    st.tuples(st.integers(0, len(GEBAREN) - 1), st.integers(0, 2), st.integers(0, 7)),
    min_size=3,
    max_size=14,
)


def speel(wereld: Wereld, stappen: list[Stap]) -> None:
    wereld.opnieuw()
    for gebaar, wie, n in stappen:
        GEBAREN[gebaar](wereld, wereld.laptops[wie], n)


def groepen(alles: list[Rij], toeval: random.Random) -> Iterator[list[Rij]]:
    """The rows in any order, in batches of any size, some of them twice."""
    los = [*alles, *toeval.sample(alles, k=len(alles) // 5)]
    toeval.shuffle(los)
    while los:
        n = toeval.choice((1, 2, 7, 40, len(los)))
        yield los[:n]
        los = los[n:]


@given(STAPPEN, st.integers(0, 1 << 30))
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_order_and_grouping_gives_the_same(
    wereld: Wereld, stappen: list[Stap], zaad: int
) -> None:
    speel(wereld, stappen)
    wissel(*wereld.laptops)
    eerste_beeld, *andere = (beeld(laptop.store) for laptop in wereld.laptops)
    alles = rijen(wereld.laptops[0].store)
    vers = wereld.vers()
    for groep in groepen(alles, random.Random(zaad)):
        breng(vers, groep)
    assert beeld(vers) == eerste_beeld
    assert andere == [eerste_beeld, eerste_beeld]
    vers.herbouw()
    assert beeld(vers) == eerste_beeld


@given(STAPPEN)
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_conflict_can_be_decided_and_then_it_is_over(
    wereld: Wereld, stappen: list[Stap]
) -> None:
    """Whatever happened: each conflict has two sides, and choosing ends it on all laptops."""
    speel(wereld, stappen)
    wissel(*wereld.laptops)
    a, *_ = wereld.laptops
    waarden = {rij[0]: rij[7] for rij in rijen(a.store)}
    n = 0
    while conflicten := a.conflicten():
        for conflict in conflicten:
            assert len(conflict.versies) > 1
            assert conflict.dossier == wereld.dossier
            assert sum(versie.getoond for versie in conflict.versies) <= 1
        samen.kies(a.store, conflicten[0], conflicten[0].versies[n % len(conflicten[0].versies)])
        assert conflicten[0].sleutel not in {c.sleutel for c in a.conflicten()}
        n += 1
        assert n < 40, "deciding goes on for ever"
    with a.store.lees() as sessie:
        assert versies.aantal(sessie) == 0
    wissel(*wereld.laptops)
    beelden = [beeld(laptop.store) for laptop in wereld.laptops]
    assert beelden[0] == beelden[1] == beelden[2]
    assert beelden[0]["beslissingen"] == []
    assert beelden[0]["conflict"] == set()
    na = {rij[0]: rij[7] for rij in rijen(a.store)}
    assert waarden.items() <= na.items(), "no value that anybody entered was lost"


@given(STAPPEN, st.integers(0, 3))
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_what_stands_after_a_choice_is_that_version(
    wereld: Wereld, stappen: list[Stap], n: int
) -> None:
    speel(wereld, stappen)
    wissel(*wereld.laptops)
    a, *_ = wereld.laptops
    for conflict in a.conflicten()[:1]:
        versie = conflict.versies[n % len(conflict.versies)]
        samen.kies(a.store, conflict, versie)
        with a.store.lees() as sessie:
            velden = lees_koppen(sessie.connection(), conflict.entiteit, [conflict.rij])
        koppen = velden[conflict.rij]
        assert is_weg(koppen) is versie.verwijderd
        if not versie.verwijderd:
            nu = {veld: getoond(k).inhoud for veld, k in koppen.items()}
            staat = {v: wat for v, wat in nu.items() if in_eenheid(v, conflict.eenheid)}
            assert gevuld(staat) == gevuld(versie.inhoud)


def gevuld(inhoud: Mapping[str, Inhoud]) -> dict[str, Inhoud]:
    """What says something; a field that is empty may be absent too."""
    return {v: wat for v, wat in inhoud.items() if wat[1] not in (None, "null")}
