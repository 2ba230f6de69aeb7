"""One year after the result the planning of a test may go; the result and its course stay."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
import sqlalchemy as sa

from desktop.models.bewaren import Deel, Onderdeel, Verlopen
from desktop.models.toets import Aanpassingen, Kandidaat
from desktop.models.toetssessie import Sessiegegevens, Toetssessie
from desktop.models.toetsstatus import Aanwezig, Toetsstatus
from desktop.models.toetsuitslag import Herkomst, Resultaat, Uitslaggegevens
from desktop.store import bewaren, toetsmiddelen, toetsplanning, toetsuitslagen
from desktop.store.store import Store
from desktop.store.toetsen import toetsdossier
from tests.conftest import Klok
from tests.store.tabellen import tabellen
from tests.toetsplek import zet_begeleider, zet_gemeentehuis, zet_zaal

GROND = "De termijn van 1 jaar na de uitslag is voorbij."
TOETS = date(2026, 11, 30)
UITSLAG = date(2026, 12, 2)


class Jaar:
    """Two people at one sitting, and the years after it."""

    def __init__(self, store: Store, klok: Klok, maak_dossier: Callable[..., str]) -> None:
        self.store, self.klok = store, klok
        zaal = zet_zaal(store, zet_gemeentehuis(store))
        wie = zet_begeleider(store, "Dirk Postma")
        plan = Sessiegegevens(zaal, wie, TOETS, "09:30", "11:00")
        self.sessie, _ = toetsplanning.maak_sessie(store, plan)
        self.dossiers = [
            maak_dossier("Amina", "Haddad", datum_kennisgeving=date(2026, 11, 2)),
            maak_dossier("Yonas", "Tekle", datum_kennisgeving=date(2026, 11, 2)),
        ]
        self.kandidaten = []
        for id_ in self.dossiers:
            kandidaat = toetsplanning.meld_aan(store, id_, Aanpassingen(bril=True))
            toetsplanning.zet_in(store, kandidaat, self.sessie)
            self.kandidaten.append(kandidaat)
        toetsplanning.nodig_uit(store, self.kandidaten)
        self._op(TOETS)
        for kandidaat in self.kandidaten:
            for gebaar in (
                lambda k, _nu: k.vink("identiteit_gezien", True),
                lambda k, nu: k.begin(nu),
                lambda k, nu: k.pauzeer(nu),
                lambda k, nu: k.stop(nu),
            ):
                toetsuitslagen.op_de_dag(store, kandidaat, gebaar)
        toetsuitslagen.sluit_sessie(store, self.sessie)
        self._op(UITSLAG)

    def _op(self, dag: date) -> None:
        self.klok.nu = datetime(dag.year, dag.month, dag.day, 10, 0, tzinfo=UTC)

    def uitslag(self, wie: int) -> None:
        gegevens = Uitslaggegevens(Resultaat.HAALBAAR, "33,00", "31,00", UITSLAG)
        toetsuitslagen.leg_vast(self.store, self.dossiers[wie], gegevens, herkomst=Herkomst.HAND)

    def weg(self, na: int) -> list[Verlopen]:
        """What may go so many days after a year."""
        self._op(UITSLAG.replace(year=2027) + timedelta(days=na))
        return [
            v for v in bewaren.wat_weg_mag(self.store) if v.onderdeel is Onderdeel.TOETSLOGISTIEK
        ]

    @property
    def plekken(self) -> set[str] | None:
        """Identities in the sitting; None when it is gone."""
        with self.store.lees() as sessie:
            gevonden = sessie.get(Toetssessie, self.sessie)
            return None if gevonden is None else set(gevonden.bezet)

    def kandidaat(self, wie: int) -> Kandidaat:
        with self.store.lees() as sessie:
            return toetsdossier(sessie, self.dossiers[wie], toetsmiddelen.beleid()).kandidaten[0]


@pytest.fixture
def jaar(store: Store, klok: Klok, maak_dossier: Callable[..., str]) -> Jaar:
    return Jaar(store, klok, maak_dossier)


def test_a_year_after_the_result_and_not_a_day_sooner(jaar: Jaar) -> None:
    jaar.uitslag(0)
    jaar.uitslag(1)
    assert jaar.weg(-1) == []
    namen = {v.naam for v in jaar.weg(0)}
    assert namen == {"Amina Haddad", "Yonas Tekle"}
    assert all("uitslag van de toets is van 02-12-2026" in v.waarom for v in jaar.weg(0))


def test_without_a_result_the_planning_stays(jaar: Jaar) -> None:
    assert jaar.weg(400) == []


def test_while_another_sitting_is_asked_for_it_stays(jaar: Jaar) -> None:
    jaar.uitslag(0)
    toetsplanning.meld_aan(jaar.store, jaar.dossiers[0], Aanpassingen(), reden="Was ziek")
    assert jaar.weg(0) == []


def test_one_goes_and_the_seat_of_the_other_stays(jaar: Jaar) -> None:
    jaar.uitslag(0)
    (regel,) = jaar.weg(0)
    bewaren.wis_hier(jaar.store, [], regel.delen, GROND)
    k = jaar.kandidaat(0)
    assert (k.sessie_id, k.datum, k.uitgenodigd_op, k.pauzes) == (None, None, None, [])
    # What it says in the dossier stays.
    assert (k.status, k.bril, k.aanwezigheid) == (Toetsstatus.UITSLAG, True, Aanwezig.AANWEZIG)
    assert jaar.plekken == {jaar.kandidaten[1]}
    assert jaar.weg(0) == []
    jaar.uitslag(1)
    (regel,) = jaar.weg(0)
    assert regel.naam == "Yonas Tekle"


def test_the_sitting_goes_with_the_last_one(jaar: Jaar) -> None:
    jaar.uitslag(0)
    (regel,) = jaar.weg(0)
    bewaren.wis_hier(jaar.store, [], regel.delen, GROND)
    jaar.uitslag(1)
    (regel,) = jaar.weg(0)
    bewaren.wis_hier(jaar.store, [], regel.delen, GROND)
    assert jaar.plekken is None
    assert jaar.weg(0) == []
    with jaar.store.lees() as sessie:
        waar = sa.text(
            "SELECT count(*) FROM wijziging WHERE entiteit = 'toetssessie' AND veld <> ''"
        )
        assert sessie.execute(waar).scalar() == 0
        weg = {d.rij: d.velden for d in bewaren.gewiste_delen(sessie.connection())}
        toets = toetsdossier(sessie, jaar.dossiers[0], toetsmiddelen.beleid())
    assert weg[jaar.sessie] == ()
    assert [stap.status for stap in toets.tijdlijn][-1] is Toetsstatus.UITSLAG
    assert toets.geldend is not None
    nu = tabellen(jaar.store)
    jaar.store.herbouw()
    assert tabellen(jaar.store) == nu


def test_seats_that_went_one_after_the_other_are_both_remembered(jaar: Jaar) -> None:
    for wie in (0, 1):
        deel = Deel("toetssessie", jaar.sessie, (f"bezet:{jaar.kandidaten[wie]}",))
        bewaren.wis_hier(jaar.store, [], [deel], GROND)
    with jaar.store.lees() as sessie:
        (deel,) = bewaren.gewiste_delen(sessie.connection())
    assert set(deel.velden) == {f"bezet:{id_}" for id_ in jaar.kandidaten}
    assert jaar.plekken == set()
