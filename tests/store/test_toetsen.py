"""The leerbaarheidstoets in the store: lists, gestures, and that nothing is ever booked twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from desktop.bronnen import tomls
from desktop.models.antwoord import Keuze, Wijze
from desktop.models.dossier import Alfabetisering, Dossier, Medewerker, Rol
from desktop.models.fouten import Domeinfout, Invoerfout, NogNietMogelijk, RedenNodig
from desktop.models.intake import BredeIntake
from desktop.models.roosterregels import knelpunten
from desktop.models.toegang import Grond, Toegangsbeleid
from desktop.models.toets import Aanpassingen, Kandidaat
from desktop.models.toetsdelen import Incidentsoort
from desktop.models.toetsmiddelen import (
    Apparaatsoort,
    Openingstijd,
    Toetsapparaat,
    Toetsbegeleider,
    Toetslocatie,
    Toetsruimte,
)
from desktop.models.toetsrooster import Roosterfout, Soort
from desktop.models.toetssessie import Sessiegegevens, Sessiestatus, Toetssessie
from desktop.models.toetsstatus import Aanwezig, Afbreekreden, Toetsstatus
from desktop.models.toetsuitslag import Herkomst, Overslagreden, Resultaat, Uitslaggegevens
from desktop.models.vragen import Vragenlijst
from desktop.models.vragenlezer import vragenlijst_uit
from desktop.store import toetsen, toetsmiddelen, toetsplanning, toetsuitnodigen, toetsuitslagen
from desktop.store.store import Store
from desktop.store.toegang import wie_ziet
from desktop.store.toetsrooster import rooster, toetsklanten
from tests.conftest import SLEUTEL, Klok
from tests.store.tabellen import tabellen
from tests.toetsplek import neem_af, zet_begeleider, zet_gemeentehuis, zet_zaal

MAANDAG = date(2026, 11, 30)
BELEID = toetsmiddelen.beleid()
S = Toetsstatus
Maak = Callable[..., str]


class Bureau:
    """Everything that a sitting needs."""

    def __init__(self, store: Store, plekken: int = 2) -> None:
        self.store = store
        self.stad = zet_gemeentehuis(store)
        self.bieb = self.erbij(Toetslocatie, naam="Bibliotheek")
        self.zaal = zet_zaal(store, self.stad, plekken=plekken)
        self.kamer = zet_zaal(store, self.stad, "Kamer 3", 1)
        self.ans, self.ben = zet_begeleider(store, "Ans"), zet_begeleider(store, "Ben")
        self.laptop = self.erbij(Toetsapparaat, naam="Laptop 1", soort=Apparaatsoort.LAPTOP)

    def erbij(self, klasse: type[toetsmiddelen.M], **waarden: object) -> str:
        return toetsmiddelen.voeg_middel_toe(self.store, klasse, **waarden)

    def plan(self, dag: date = MAANDAG, begin: str = "09:30", **rest: object) -> Sessiegegevens:
        einde = f"{int(begin[:2]) + 1:02d}{begin[2:]}"
        basis = Sessiegegevens(self.zaal, self.ans, dag, begin, einde)
        return replace(basis, **rest)  # type: ignore[arg-type]

    def sessie(self, dag: date = MAANDAG, begin: str = "09:30", **rest: object) -> str:
        return toetsplanning.maak_sessie(self.store, self.plan(dag, begin, **rest))[0]

    def kandidaat(self, dossier_id: str, **rest: object) -> str:
        return toetsplanning.meld_aan(self.store, dossier_id, Aanpassingen(), **rest)  # type: ignore[arg-type]

    def lees(self, kandidaat_id: str) -> Kandidaat:
        with self.store.lees() as sessie:
            return sessie.get_one(Kandidaat, kandidaat_id)

    def bezet(self, sessie_id: str) -> set[str]:
        with self.store.lees() as sessie:
            return set(sessie.get_one(Toetssessie, sessie_id).bezet)

    def te_plannen(self) -> list[toetsen.Tetoetsen]:
        with self.store.lees() as sessie:
            return toetsen.te_plannen(sessie, BELEID, vandaag=self.store.vandaag())

    def dag(self, kandidaat_id: str, *gebaren: Callable[..., object]) -> None:
        for gebaar in gebaren:
            toetsuitslagen.op_de_dag(self.store, kandidaat_id, gebaar)

    def neem_af(self, kandidaat_id: str) -> None:
        neem_af(self.store, kandidaat_id)


@contextmanager
def geteld() -> Iterator[list[str]]:
    """The statements that go to the file meanwhile."""
    vragen: list[str] = []

    def luister(_v: object, _c: object, vraag: str, *_rest: object) -> None:
        vragen.append(vraag)

    sa.event.listen(sa.Engine, "before_cursor_execute", luister)
    try:
        yield vragen
    finally:
        sa.event.remove(sa.Engine, "before_cursor_execute", luister)


@pytest.fixture
def bureau(store: Store) -> Bureau:
    return Bureau(store)


GOED = Uitslaggegevens(Resultaat.HAALBAAR, "31,00", "28,00", date(2026, 11, 20))


def uitslag(bureau: Bureau, dossier: str, gegevens: Uitslaggegevens = GOED, reden: str = "") -> (
    str | None
):  # fmt: skip
    return toetsuitslagen.leg_vast(
        bureau.store, dossier, gegevens, herkomst=Herkomst.HAND, reden=reden
    )


# To plan


def test_who_is_due_first_stands_first_and_who_has_no_date_last(
    bureau: Bureau, maak_dossier: Maak
) -> None:
    zonder = maak_dossier("Zonder", datum_kennisgeving=None)
    laat = maak_dossier("Laat", datum_kennisgeving=date(2026, 11, 1), datum_brp=date(2026, 11, 20))
    vroeg = maak_dossier("Vroeg", datum_kennisgeving=date(2026, 9, 1), datum_brp=date(2026, 8, 1))
    maak_dossier("Oefen", oefening=True)
    regels = bureau.te_plannen()
    assert [r.dossier_id for r in regels] == [vroeg, laat, zonder]
    assert [r.dagen_over for r in regels] == [-13, 67, None]
    assert regels[0].klantmanager == "Anneke de Boer"


def test_who_has_a_result_an_exemption_or_a_sitting_is_not_to_be_planned(
    bureau: Bureau, maak_dossier: Maak
) -> None:
    open_, klaar, vrij, gepland = (maak_dossier(n) for n in ("A", "B", "C", "D"))
    uitslag(bureau, klaar)
    toetsuitslagen.sla_over(
        bureau.store, vrij, Overslagreden.VISUEEL, door="Carla", op=bureau.store.vandaag()
    )
    id_ = bureau.kandidaat(gepland)
    assert {r.dossier_id for r in bureau.te_plannen()} == {open_, gepland}
    toetsplanning.zet_in(bureau.store, id_, bureau.sessie())
    assert [r.dossier_id for r in bureau.te_plannen()] == [open_]
    toetsplanning.haal_uit(bureau.store, id_)
    assert {r.dossier_id for r in bureau.te_plannen()} == {open_, gepland}


def test_who_did_not_come_is_to_be_planned_again_with_a_reason(
    bureau: Bureau, maak_dossier: Maak
) -> None:
    dossier = maak_dossier()
    id_ = bureau.kandidaat(dossier, examennummer="12 34")
    toetsplanning.zet_in(bureau.store, id_, bureau.sessie())
    bureau.dag(id_, lambda k, _nu: k.meld_aanwezigheid(Aanwezig.ZONDER_AFMELDING))
    (regel,) = bureau.te_plannen()
    assert (regel.keer, regel.status) == (2, S.VERHINDERD_ZONDER)
    with pytest.raises(NogNietMogelijk):
        toetsplanning.zet_in(bureau.store, id_, bureau.sessie(begin="13:00"))
    with pytest.raises(RedenNodig):
        bureau.kandidaat(dossier)
    tweede = bureau.kandidaat(dossier, reden="was vergeten te komen")
    (regel,) = bureau.te_plannen()
    assert (regel.keer, regel.kandidaat_id, regel.examennummer) == (2, tweede, "1234")


def test_who_was_registered_or_excused_meanwhile_is_left_out(
    bureau: Bureau, maak_dossier: Maak
) -> None:
    al, vrij, nieuw = maak_dossier("Al"), maak_dossier("Vrij"), maak_dossier("Nieuw")
    bureau.kandidaat(al)
    toetsuitslagen.sla_over(
        bureau.store, vrij, Overslagreden.VISUEEL, door="Anneke", op=bureau.store.vandaag()
    )
    wie = dict.fromkeys((al, vrij, nieuw), Aanpassingen(bril=True))
    assert toetsplanning.meld_allen_aan(bureau.store, wie) == [nieuw]
    met_bril = {t.dossier_id: t.aanpassingen.bril for t in bureau.te_plannen()}
    assert met_bril == {al: False, nieuw: True}


def test_the_intake_already_says_what_somebody_needs(
    bureau: Bureau, maak_intake: Maak, maak_dossier: Maak
) -> None:
    dossier = maak_dossier(alfabetisering=Alfabetisering.A, leestaal=None)
    intake_id = maak_intake("ti", dossier)
    antwoorden = {
        "FG04": ("ja",),
        "FG05": ("handen", "horen"),
        "FG06": ("bril-nodig",),
        "RE08": ("smartphone",),
    }
    for code, opties in antwoorden.items():
        with bureau.store.work() as work:
            work.intake(intake_id, code).beantwoord(
                bureau.store.lijst.vragen[code],
                Keuze(opties),
                wijze=Wijze.GEWEZEN,
                door=None,
                nu=work.nu,
            )
    (regel,) = bureau.te_plannen()
    assert regel.kandidaat_id is None
    assert regel.aanpassingen == Aanpassingen(
        uitlegtaal="ti", audio=True, bril=True, gehoor=True, handen=True, muis=True
    )


# Sittings


def test_a_refusal_writes_nothing(bureau: Bureau) -> None:
    bureau.sessie()
    voor = tabellen(bureau.store)
    for fout in (
        bureau.plan(),
        bureau.plan(begin="10:00", ruimte_id=bureau.kamer),
        bureau.plan(dag=date(2026, 11, 20)),
        bureau.plan(dag=date(2026, 12, 25)),
        bureau.plan(begin="13:00", einde="12:00"),
    ):
        with pytest.raises(Roosterfout) as gevangen:
            toetsplanning.maak_sessie(bureau.store, fout)
        assert str(gevangen.value)
    assert tabellen(bureau.store) == voor


def test_elsewhere_needs_a_reason(bureau: Bureau) -> None:
    elders = bureau.erbij(Toetsruimte, naam="Hoek", locatie_id=bureau.bieb, plekken=2)
    with pytest.raises(Roosterfout, match="Bibliotheek"):
        bureau.sessie(ruimte_id=elders)
    assert bureau.sessie(ruimte_id=elders, plaats_reden="dichter bij het azc")


def test_dragging_keeps_the_length_and_asks_to_invite_again(
    bureau: Bureau, maak_dossier: Maak
) -> None:
    sessie = bureau.sessie(einde="11:00")
    id_ = bureau.kandidaat(maak_dossier())
    toetsplanning.zet_in(bureau.store, id_, sessie)
    toetsplanning.nodig_uit(bureau.store, [id_])
    toetsplanning.verzet_sessie(bureau.store, sessie, MAANDAG + timedelta(days=1), "13.15")
    with bureau.store.lees() as s:
        beeld = toetsen.sessie_met_kandidaten(s, sessie)
        assert toetsuitnodigen.komende(s, MAANDAG, MAANDAG, ("nl",)) == []
        dinsdag = MAANDAG + timedelta(days=1)
        (herinnering,) = toetsuitnodigen.komende(s, dinsdag, dinsdag, ("nl",))
    assert beeld is not None
    assert (beeld.sessie.begin, beeld.sessie.einde, beeld.sessie.volgnummer) == (
        "13:15",
        "14:45",
        1,
    )
    (regel,) = beeld.kandidaten
    assert (regel.kandidaat.status, regel.opnieuw_uitnodigen) == (S.GEPLAND, True)
    assert regel.kandidaat.datum == MAANDAG + timedelta(days=1)
    assert herinnering.naam == "Tesfay Gebremedhin"
    toetsplanning.nodig_uit(bureau.store, [id_])
    with bureau.store.lees() as s:
        beeld = toetsen.sessie_met_kandidaten(s, sessie)
    assert beeld is not None
    assert not beeld.kandidaten[0].opnieuw_uitnodigen


def test_whom_to_invite_is_read_at_once_however_many_sittings(
    bureau: Bureau, maak_dossier: Maak
) -> None:
    def plan(n: int) -> None:
        sessie = bureau.sessie(MAANDAG + timedelta(days=n))
        id_ = bureau.kandidaat(maak_dossier(f"Klant {n}"))
        toetsplanning.zet_in(bureau.store, id_, sessie)

    def lees() -> tuple[list[str], int]:
        with bureau.store.lees() as s, geteld() as vragen:
            wie = toetsuitnodigen.komende(s, MAANDAG, MAANDAG + timedelta(days=9), ("nl",))
        return [u.naam for u in wie], len(vragen)

    plan(0)
    _een, keren = lees()
    for n in range(1, 4):
        plan(n)
    namen, nu = lees()
    assert namen == [f"Klant {n} Gebremedhin" for n in range(4)]
    assert nu == keren


def test_two_seats_on_other_days_are_said_at_both(bureau: Bureau, maak_dossier: Maak) -> None:
    """As two laptops leave it that planned somebody without a network."""
    dinsdag, volgende_week = MAANDAG + timedelta(days=1), MAANDAG + timedelta(days=8)
    een, twee = bureau.sessie(dinsdag), bureau.sessie(volgende_week)
    id_ = bureau.kandidaat(maak_dossier())
    toetsplanning.zet_in(bureau.store, id_, een)
    with bureau.store.work() as work:
        work.get(Toetssessie, twee).neem_plek(id_)
    for dag, ander in ((dinsdag, "08-12-2026"), (volgende_week, "01-12-2026")):
        with bureau.store.lees() as s:
            (regel,) = toetsen.sessies(s, dag, dag)
        (knelpunt,) = regel.knelpunten
        assert ander in str(knelpunt)


def test_called_off_frees_the_people(bureau: Bureau, maak_dossier: Maak) -> None:
    sessie = bureau.sessie()
    id_ = bureau.kandidaat(maak_dossier())
    toetsplanning.zet_in(bureau.store, id_, sessie)
    with pytest.raises(Invoerfout):
        toetsplanning.zeg_af(bureau.store, sessie, " ")
    assert toetsplanning.zeg_af(bureau.store, sessie, "storing bij DUO") == [id_]
    assert (bureau.lees(id_).status, bureau.bezet(sessie)) == (S.AANGEMELD, set())
    with bureau.store.lees() as s:
        assert toetsen.sessies(s, MAANDAG, MAANDAG) == []
        assert s.get_one(Toetssessie, sessie).status is Sessiestatus.AFGEZEGD
    assert bureau.sessie(), "the room is free again"


def test_a_full_or_late_sitting_is_said(bureau: Bureau, maak_dossier: Maak) -> None:
    sessie = bureau.sessie()
    mensen = [bureau.kandidaat(maak_dossier(n)) for n in ("Amina", "Berhane", "Chris")]
    for id_ in mensen[:2]:
        assert toetsplanning.zet_in(bureau.store, id_, sessie) == ()
    with pytest.raises(Roosterfout, match="vol") as vol:
        toetsplanning.zet_in(bureau.store, mensen[2], sessie)
    assert vol.value.bezwaren[0].sessie_id == sessie
    assert "Amina" in str(vol.value)
    laat = bureau.kandidaat(maak_dossier("Laat", datum_kennisgeving=date(2026, 9, 1)))
    (zacht,) = toetsplanning.zet_in(bureau.store, laat, bureau.sessie(begin="13:00"))
    assert (zacht.soort, zacht.waarden["dagen"]) == (Soort.TERMIJN, 20)


def test_moving_from_one_sitting_to_another_frees_the_first(
    bureau: Bureau, maak_dossier: Maak
) -> None:
    een, twee = bureau.sessie(), bureau.sessie(begin="13:00")
    id_ = bureau.kandidaat(maak_dossier())
    for sessie in (een, twee, twee):
        toetsplanning.zet_in(bureau.store, id_, sessie)
    assert (bureau.bezet(een), bureau.bezet(twee)) == (set(), {id_})
    assert bureau.lees(id_).sessie_id == twee


def test_nobody_is_at_a_talk_and_at_the_test(bureau: Bureau, maak_intake: Maak) -> None:
    intake_id = maak_intake(geopend=False)
    with bureau.store.work() as work:
        intake = work.get(BredeIntake, intake_id)
        intake.plan_zitting(MAANDAG).tijd = "10:00"
        dossier = intake.dossier_id
    id_ = bureau.kandidaat(dossier)
    with pytest.raises(Roosterfout, match="om 10:00 een gesprek"):
        toetsplanning.zet_in(bureau.store, id_, bureau.sessie())
    assert toetsplanning.zet_in(bureau.store, id_, bureau.sessie(begin="13:00")) == ()


def test_what_a_sitting_needs_cannot_be_taken_away(bureau: Bureau) -> None:
    bureau.sessie(apparaten=frozenset({bureau.laptop}))
    for klasse, id_ in (
        (Toetsruimte, bureau.zaal),
        (Toetsbegeleider, bureau.ans),
        (Toetsapparaat, bureau.laptop),
        (Toetslocatie, bureau.stad),
    ):
        with pytest.raises(NogNietMogelijk):
            toetsmiddelen.verwijder_middel(bureau.store, klasse, id_)  # type: ignore[type-var]
    bureau.erbij(Openingstijd, locatie_id=bureau.bieb, weekdag=1)
    toetsmiddelen.verwijder_middel(bureau.store, Toetslocatie, bureau.bieb)
    with bureau.store.lees() as sessie:
        middelen = toetsmiddelen.middelen(sessie)
    assert (middelen.openingen, [p.naam for p in middelen.locaties]) == ([], ["Gemeentehuis"])


def test_a_proposal_is_accepted_whole_or_not_at_all(bureau: Bureau, maak_dossier: Maak) -> None:
    een, twee = bureau.sessie(), bureau.sessie(begin="13:00")
    mensen = [bureau.kandidaat(maak_dossier(n)) for n in "ABCDE"]
    with bureau.store.work() as work:
        work.get(Kandidaat, mensen[0]).tolk = True
    with bureau.store.lees() as sessie:
        voorstel = toetsplanning.voorstel(
            sessie, mensen, nu=bureau.store.nu(), van=MAANDAG, tot=MAANDAG
        )
    plaatsing = [(p.klant.kandidaat_id, p.sessie_id) for p in voorstel.plaatsingen]
    assert (len(plaatsing), len(voorstel.niet_geplaatst)) == (4, 1)
    voor = tabellen(bureau.store)
    with pytest.raises(Roosterfout):
        toetsplanning.verdeel(bureau.store, [*plaatsing, (mensen[4], een)])
    assert tabellen(bureau.store) == voor
    assert toetsplanning.verdeel(bureau.store, plaatsing, voorstel.tolken) == ()
    assert len(bureau.bezet(een)) == len(bureau.bezet(twee)) == 2
    with bureau.store.lees() as sessie:
        talen = {r.id: r.tolk_taal for r in toetsen.sessies(sessie, MAANDAG, MAANDAG)}
    assert sorted(talen.values(), key=str) == [None, "ti"]


# The day, the result


def test_the_day_after_a_killed_process(
    bureau: Bureau, maak_dossier: Maak, klok: Klok, lijst: Vragenlijst
) -> None:
    sessie = bureau.sessie()
    id_ = bureau.kandidaat(maak_dossier())
    toetsplanning.zet_in(bureau.store, id_, sessie)
    bureau.dag(
        id_,
        lambda k, _nu: k.meld_aanwezigheid(Aanwezig.AANWEZIG),
        lambda k, _nu: k.vink("identiteit_gezien", True),
        lambda k, nu: k.begin(nu),
    )
    klok.nu += timedelta(minutes=20)
    bureau.dag(id_, lambda k, nu: k.pauzeer(nu))
    bureau.store.sluit()
    klok.nu += timedelta(minutes=10)
    nieuw = Store(bureau.store.map, SLEUTEL, lijst, klok=klok)
    try:
        bureau.store = nieuw
        with nieuw.lees() as s:
            beeld = toetsen.sessie_met_kandidaten(s, sessie)
        assert beeld is not None
        k = beeld.kandidaten[0].kandidaat
        assert (k.in_pauze, round(k.gewerkt(nieuw.nu()) / timedelta(minutes=1))) == (True, 20)
        assert beeld.sessie.begonnen_op is not None
        with pytest.raises(NogNietMogelijk, match="bezig"):
            toetsuitslagen.sluit_sessie(nieuw, sessie)
        bureau.dag(id_, lambda k, nu: k.ga_verder(nu), lambda k, nu: k.stop(nu))
        toetsuitslagen.sluit_sessie(nieuw, sessie)
        with pytest.raises(NogNietMogelijk):
            toetsplanning.verzet_sessie(nieuw, sessie, MAANDAG, "15:00")
    finally:
        nieuw.sluit()


def test_the_sitting_is_not_over_before_it_is_known_who_was_there(
    bureau: Bureau, maak_dossier: Maak
) -> None:
    sessie = bureau.sessie()
    id_ = bureau.kandidaat(maak_dossier())
    toetsplanning.zet_in(bureau.store, id_, sessie)
    with pytest.raises(NogNietMogelijk, match="wie er was"):
        toetsuitslagen.sluit_sessie(bureau.store, sessie)
    bureau.dag(id_, lambda k, _nu: k.meld_aanwezigheid(Aanwezig.MET_AFMELDING))
    toetsuitslagen.sluit_sessie(bureau.store, sessie)


@pytest.mark.parametrize("af", [False, True])
def test_nobody_begins_or_comes_after_all_in_a_sitting_that_is_over(
    bureau: Bureau, maak_dossier: Maak, af: bool
) -> None:
    """The dossier of one was on another laptop when the sitting was closed, or called off."""
    sessie = bureau.sessie()
    weg, later = bureau.kandidaat(maak_dossier()), bureau.kandidaat(maak_dossier())
    for id_ in (weg, later):
        toetsplanning.zet_in(bureau.store, id_, sessie)
    bureau.dag(weg, lambda k, _nu: k.meld_aanwezigheid(Aanwezig.ZONDER_AFMELDING))
    bureau.dag(later, lambda k, _nu: k.vink("identiteit_gezien", True))
    with bureau.store.work() as work:
        work.get(Toetssessie, sessie).status = (
            Sessiestatus.AFGEZEGD if af else Sessiestatus.AFGELOPEN
        )
    voor = tabellen(bureau.store)
    with pytest.raises(NogNietMogelijk, match="afgezegd" if af else "voorbij"):
        bureau.dag(later, lambda k, nu: k.begin(nu))
    with pytest.raises(NogNietMogelijk):
        bureau.dag(weg, lambda k, _nu: k.meld_aanwezigheid(Aanwezig.AANWEZIG))
    assert tabellen(bureau.store) == voor
    bureau.dag(later, lambda k, _nu: k.meld_aanwezigheid(Aanwezig.ZONDER_AFMELDING))
    assert bureau.lees(later).status is S.VERHINDERD_ZONDER


def test_an_incident_is_taken_back_until_the_sitting_is_closed(
    bureau: Bureau, maak_dossier: Maak
) -> None:
    store = bureau.store
    kandidaat, sessie = bureau.kandidaat(maak_dossier()), bureau.sessie()
    toetsplanning.zet_in(store, kandidaat, sessie)
    for soort in (Incidentsoort.ZIEK, Incidentsoort.STRESS):
        toetsuitslagen.op_de_dag(store, kandidaat, partial(_meld, soort))

    def staan() -> dict[Incidentsoort, str]:
        with store.lees() as lees:
            return {i.soort: i.id for i in lees.get_one(Kandidaat, kandidaat).incidenten}

    toetsuitslagen.neem_incident_terug(store, kandidaat, staan()[Incidentsoort.ZIEK])
    assert list(staan()) == [Incidentsoort.STRESS]
    toetsuitslagen.op_de_dag(store, kandidaat, lambda k, _nu: k.meld_aanwezigheid(Aanwezig.TE_LAAT))
    toetsuitslagen.op_de_dag(store, kandidaat, lambda k, nu: k.breek_af(Afbreekreden.STRESS, nu))
    toetsuitslagen.sluit_sessie(store, sessie)  # closed without a clock
    with pytest.raises(NogNietMogelijk, match="gesloten"):
        toetsuitslagen.neem_incident_terug(store, kandidaat, staan()[Incidentsoort.STRESS])
    assert list(staan()) == [Incidentsoort.STRESS]
    voor = tabellen(store)
    store.herbouw()
    assert tabellen(store) == voor


def _meld(soort: Incidentsoort, k: Kandidaat, nu: datetime) -> None:
    k.meld_incident(soort, "", nu)


def test_the_result_stands_in_the_dossier_with_how_it_came(
    bureau: Bureau, maak_dossier: Maak
) -> None:
    dossier = maak_dossier()
    id_ = bureau.kandidaat(dossier)
    toetsplanning.zet_in(bureau.store, id_, bureau.sessie())
    with pytest.raises(NogNietMogelijk, match="staat nog gepland"):
        uitslag(bureau, dossier)
    bureau.neem_af(id_)
    assert uitslag(bureau, dossier)
    assert uitslag(bureau, dossier) is None, "the same again is nothing new"
    anders = replace(GOED, behaalde_score="27,00", resultaat=Resultaat.NIET_HAALBAAR)
    with pytest.raises(RedenNodig):
        uitslag(bureau, dossier, anders)
    assert uitslag(bureau, dossier, anders, "hersteld door DUO")
    with bureau.store.lees() as s:
        beeld = toetsen.toetsdossier(s, dossier, BELEID)
    assert [(u.behaalde_score, u.geldig, u.reden) for u in beeld.uitslagen] == [
        ("27,00", True, "hersteld door DUO"),
        ("31,00", False, ""),
    ]
    assert beeld.geldend is beeld.uitslagen[0]
    assert beeld.geldend.door == bureau.store.gebruiker_id
    # DUO's day and the day of the sitting are two.
    assert (beeld.geldend.datum_afname, beeld.kandidaten[0].datum) == (GOED.datum_afname, MAANDAG)
    assert [stap.status for stap in beeld.tijdlijn] == [
        S.AANGEMELD,
        S.GEPLAND,
        S.AFGENOMEN,
        S.UITSLAG,
    ]


def test_a_result_without_a_sitting_here(bureau: Bureau, maak_dossier: Maak) -> None:
    dossier, aangemeld = maak_dossier("A"), maak_dossier("B")
    bureau.kandidaat(aangemeld)
    for id_ in (dossier, aangemeld):
        assert uitslag(bureau, id_)
    assert bureau.te_plannen() == []


def test_skipped_frees_the_seat_and_can_be_taken_back(bureau: Bureau, maak_dossier: Maak) -> None:
    dossier = maak_dossier()
    sessie = bureau.sessie()
    id_ = bureau.kandidaat(dossier)
    toetsplanning.zet_in(bureau.store, id_, sessie)

    def sla_over() -> None:
        toetsuitslagen.sla_over(
            bureau.store, dossier, Overslagreden.VISUEEL, door="Carla", op=bureau.store.vandaag()
        )

    sla_over()
    assert (bureau.lees(id_).status, bureau.bezet(sessie)) == (S.OVERGESLAGEN, set())
    for gebaar in (sla_over, lambda: uitslag(bureau, dossier), lambda: bureau.kandidaat(dossier)):
        with pytest.raises(NogNietMogelijk):
            gebaar()
    with pytest.raises(Roosterfout, match="overgeslagen"):
        toetsplanning.zet_in(bureau.store, id_, sessie)
    toetsuitslagen.neem_overslag_terug(bureau.store, dossier)
    assert bureau.lees(id_).status is S.AANGEMELD
    toetsplanning.zet_in(bureau.store, id_, sessie)


def test_skipped_frees_every_seat_that_laptops_gave(bureau: Bureau, maak_dossier: Maak) -> None:
    dossier = maak_dossier()
    een, twee = bureau.sessie(), bureau.sessie(MAANDAG + timedelta(days=1))
    id_ = bureau.kandidaat(dossier)
    toetsplanning.zet_in(bureau.store, id_, een)
    with bureau.store.work() as work:
        work.get(Toetssessie, twee).neem_plek(id_)
    toetsuitslagen.sla_over(
        bureau.store, dossier, Overslagreden.VISUEEL, door="Carla", op=bureau.store.vandaag()
    )
    assert (bureau.bezet(een), bureau.bezet(twee)) == (set(), set())


@pytest.mark.parametrize("hoe", ["afgenomen", "afgebroken", "bezig", "afwezig"])
def test_what_has_been_or_goes_on_is_not_skipped(
    bureau: Bureau, maak_dossier: Maak, hoe: str
) -> None:
    dossier = maak_dossier()
    id_ = bureau.kandidaat(dossier)
    toetsplanning.zet_in(bureau.store, id_, bureau.sessie(bureau.store.vandaag(), "15:00"))
    bureau.dag(id_, lambda k, _nu: k.vink("identiteit_gezien", True))
    if hoe == "afwezig":
        bureau.dag(id_, lambda k, _nu: k.meld_aanwezigheid(Aanwezig.MET_AFMELDING))
    else:
        bureau.dag(id_, lambda k, nu: k.begin(nu))
    if hoe == "afgenomen":
        bureau.dag(id_, lambda k, nu: k.stop(nu))
    elif hoe == "afgebroken":
        bureau.dag(id_, lambda k, nu: k.breek_af(Afbreekreden.ZIEK, nu))
    with pytest.raises(NogNietMogelijk):
        toetsuitslagen.sla_over(
            bureau.store, dossier, Overslagreden.VISUEEL, door="Carla", op=bureau.store.vandaag()
        )
    with bureau.store.lees() as s:
        toets = toetsen.toetsdossier(s, dossier, BELEID)
    assert (toets.overslag, toets.kan_overslaan) == (None, False)
    assert toets.kan_opnieuw is (hoe != "bezig")


def test_however_many_have_to_be_planned_all_are_told(bureau: Bureau) -> None:
    with bureau.store.work() as work:
        for n in range(501):
            work.voeg_toe(
                Dossier(
                    nummer=str(n),
                    gemeente="0171",
                    achternaam=f"B{n}",
                    klantmanager_id=bureau.store.gebruiker_id,
                )
            )
    assert len(bureau.te_plannen()) == 501


def test_dragged_to_another_toetsbegeleider(bureau: Bureau) -> None:
    sessie = bureau.sessie()
    toetsplanning.verzet_sessie(bureau.store, sessie, MAANDAG, "13:00", begeleider_id=bureau.ben)
    with bureau.store.lees() as s:
        g = s.get_one(Toetssessie, sessie).gegevens
    assert (g.begeleider_id, g.begin, g.einde, g.ruimte_id) == (
        bureau.ben, "13:00", "14:00", bureau.zaal,
    )  # fmt: skip


def test_the_rules_ask_for_an_interpreter_of_the_spoken_language(
    bureau: Bureau, maak_dossier: Maak
) -> None:
    dossier = maak_dossier(spreektaal="kmr", leestaal="ar")
    wat = Aanpassingen(uitlegtaal="ar", tolk=True)
    id_ = toetsplanning.meld_aan(bureau.store, dossier, wat)
    with bureau.store.lees() as s:
        klant = toetsklanten(s, [id_], BELEID)[id_]
    assert klant.tolk_taal == wat.tolktaal("kmr") == "kmr"
    assert (wat.tolktaal(None), replace(wat, tolk=False).tolktaal("kmr")) == ("ar", None)


def test_who_sees_the_dossier_for_the_test_is_named(bureau: Bureau, maak_dossier: Maak) -> None:
    beleid = Toegangsbeleid(nood_dagen=7, deling_voorstel=60, maker_dagen=30, toets_dagen=30)
    with bureau.store.work() as work:
        dirk = Medewerker(naam="Dirk", gemeente="0171", rol=Rol.TOETSBEGELEIDER)
        work.voeg_toe(dirk)
    toetsmiddelen.wijzig_middel(bureau.store, Toetsbegeleider, bureau.ans, medewerker_id=dirk.id)
    dossier = maak_dossier()
    id_ = bureau.kandidaat(dossier, begeleider_id=bureau.ans)

    def wie(dag: date) -> list[tuple[str, date | None]]:
        with bureau.store.lees() as s:
            regels = wie_ziet(s, dossier, beleid, vandaag=dag)
        return [(r.wie, r.tot) for r in regels if r.grond is Grond.TOETS]

    assert wie(MAANDAG) == [("Dirk", None)]
    toetsplanning.zet_in(bureau.store, id_, bureau.sessie())
    tot = MAANDAG + timedelta(days=30)
    assert wie(tot) == [("Dirk", tot)]
    assert wie(tot + timedelta(days=1)) == []


def test_all_of_it_is_built_again_from_the_journal(bureau: Bureau, maak_dossier: Maak) -> None:
    dossier = maak_dossier()
    id_ = bureau.kandidaat(dossier)
    toetsplanning.zet_in(bureau.store, id_, bureau.sessie(apparaten=frozenset({bureau.laptop})))
    bureau.neem_af(id_)
    uitslag(bureau, dossier)
    voor = tabellen(bureau.store)
    bureau.store.herbouw()
    assert tabellen(bureau.store) == voor


# Never twice

LIJST = vragenlijst_uit(tomls("vragen"))


@contextmanager
def eigen_store() -> Iterator[Store]:
    with TemporaryDirectory() as map_:
        store = Store(Path(map_), SLEUTEL, LIJST, klok=Klok())
        try:
            with store.work() as work:
                km = Medewerker(naam="Anneke", gemeente="0171")
                work.voeg_toe(km)
            store.word(km.id)
            yield store
        finally:
            store.sluit()


TIJDEN = st.sampled_from(["09:00", "09:30", "10:00", "10:30"])
DAGEN = st.integers(0, 1).map(lambda n: MAANDAG + timedelta(days=n))
NUMMER = st.integers(0, 5)


class Planner(RuleBasedStateMachine):
    """Somebody who plans, moves, drags and calls off at random; refusals are part of it."""

    @initialize()
    def begin(self) -> None:
        self._open = eigen_store()
        self.store = self._open.__enter__()
        self.bureau = Bureau(self.store)
        self.ruimten = [self.bureau.zaal, self.bureau.kamer]
        self.begeleiders = [self.bureau.ans, self.bureau.ben]
        self.kandidaten = []
        with self.store.work() as work:
            dossiers = [
                Dossier(
                    nummer=f"n{n}", voornamen=f"K{n}", gemeente="0171",
                    klantmanager_id=self.store.gebruiker_id,
                )
                for n in range(6)
            ]  # fmt: skip
            work.voeg_toe(*dossiers)
        self.kandidaten = [self.bureau.kandidaat(d.id) for d in dossiers]
        self.sessies: list[str] = []

    def teardown(self) -> None:
        if hasattr(self, "_open"):
            self._open.__exit__(None, None, None)

    def _kies(self, nummer: int) -> str | None:
        return self.sessies[nummer % len(self.sessies)] if self.sessies else None

    def _plan(self, dag: date, tijd: str, n: int, apparaat: bool) -> Sessiegegevens:
        return self.bureau.plan(
            dag,
            tijd,
            ruimte_id=self.ruimten[n % 2],
            begeleider_id=self.begeleiders[n // 2 % 2],
            apparaten=frozenset({self.bureau.laptop}) if apparaat else frozenset(),
        )

    @rule(dag=DAGEN, tijd=TIJDEN, n=NUMMER, apparaat=st.booleans())
    def maak(self, dag: date, tijd: str, n: int, apparaat: bool) -> None:
        with suppress(Domeinfout):
            plan = self._plan(dag, tijd, n, apparaat)
            self.sessies.append(toetsplanning.maak_sessie(self.store, plan)[0])

    @rule(welke=NUMMER, dag=DAGEN, tijd=TIJDEN, n=NUMMER, apparaat=st.booleans())
    def wijzig(self, welke: int, dag: date, tijd: str, n: int, apparaat: bool) -> None:
        if sessie := self._kies(welke):
            with suppress(Domeinfout):
                toetsplanning.wijzig_sessie(self.store, sessie, self._plan(dag, tijd, n, apparaat))

    @rule(welke=NUMMER, dag=DAGEN, tijd=TIJDEN)
    def sleep(self, welke: int, dag: date, tijd: str) -> None:
        if sessie := self._kies(welke):
            with suppress(Domeinfout):
                toetsplanning.verzet_sessie(self.store, sessie, dag, tijd)

    @rule(welke=NUMMER, dag=DAGEN, tijd=TIJDEN, n=NUMMER)
    def sleep_naar_een_andere_kolom(self, welke: int, dag: date, tijd: str, n: int) -> None:
        kolom = (
            {"ruimte_id": self.ruimten[n % 2]}
            if n < 3
            else {"begeleider_id": self.begeleiders[n % 2]}
        )
        if sessie := self._kies(welke):
            with suppress(Domeinfout):
                toetsplanning.verzet_sessie(self.store, sessie, dag, tijd, **kolom)

    @rule(wie=NUMMER)
    def sla_over(self, wie: int) -> None:
        with self.store.lees() as sessie:
            dossier = sessie.get_one(Kandidaat, self.kandidaten[wie]).dossier_id
        with suppress(Domeinfout):
            toetsuitslagen.sla_over(
                self.store, dossier, Overslagreden.VISUEEL, door="Karin", op=MAANDAG
            )

    @rule(welke=NUMMER)
    def zeg_af(self, welke: int) -> None:
        if sessie := self._kies(welke):
            with suppress(Domeinfout):
                toetsplanning.zeg_af(self.store, sessie, "geen tolk")

    @rule(wie=NUMMER, welke=NUMMER)
    def zet_in(self, wie: int, welke: int) -> None:
        if sessie := self._kies(welke):
            with suppress(Domeinfout):
                toetsplanning.zet_in(self.store, self.kandidaten[wie], sessie)

    @rule(wie=NUMMER)
    def haal_uit(self, wie: int) -> None:
        with suppress(Domeinfout):
            toetsplanning.haal_uit(self.store, self.kandidaten[wie])

    @rule()
    def stel_voor(self) -> None:
        with self.store.lees() as sessie:
            plan = toetsplanning.voorstel(
                sessie, self.kandidaten, nu=self.store.nu(), van=MAANDAG,
                tot=MAANDAG + timedelta(days=1),
            )  # fmt: skip
        toetsplanning.verdeel(
            self.store,
            [(p.klant.kandidaat_id, p.sessie_id) for p in plan.plaatsingen],
            plan.tolken,
        )

    @invariant()
    def nothing_is_booked_twice(self) -> None:
        if not hasattr(self, "store"):
            return
        with self.store.lees() as sessie:
            assert knelpunten(rooster(sessie)) == {}
            staan = {
                s.id: s
                for s in sessie.scalars(sa.select(Toetssessie))
                if s.status is not Sessiestatus.AFGEZEGD
            }
            for kandidaat in sessie.scalars(sa.select(Kandidaat)):
                plekken = [s.id for s in staan.values() if kandidaat.id in s.bezet]
                assert plekken == ([kandidaat.sessie_id] if kandidaat.sessie_id else [])
                if kandidaat.sessie_id:
                    assert kandidaat.datum == staan[kandidaat.sessie_id].datum


TestPlanner = Planner.TestCase
TestPlanner.settings = settings(
    max_examples=15, stateful_step_count=25, deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)  # fmt: skip
