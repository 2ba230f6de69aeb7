"""The rules of the talk (domain.md 3.1, 3.2, 7.5, 7.6), over the real question list."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop import catalogi
from desktop.bronnen import bron, po, toml, tomls
from desktop.models import gespreksgang
from desktop.models.antwoord import (
    Antwoord,
    Antwoordstatus,
    Keuze,
    Notitie,
    Notitiesoort,
    Wijze,
    controleer,
    schakel,
)
from desktop.models.basis import Stroomklasse
from desktop.models.catalogus import talen_uit
from desktop.models.clientbeeld import (
    TEGELS_PER_PAGINA,
    Beeldsoort,
    Clientbeeld,
    beeld_van_vraag,
    wachtbeeld,
)
from desktop.models.dossier import Dossier, Huisgenoot, Medewerker, Relatie
from desktop.models.fouten import Invoerfout, NietAlleen, NogNietMogelijk, RedenNodig
from desktop.models.gespreksgang import (
    aantal_kinderen,
    buur,
    eerst_alleen,
    mag_terugzien,
    schermen,
    te_bevestigen,
    waarom_niet,
)
from desktop.models.intake import OPENING, BredeIntake, Fase, nieuwe_intake
from desktop.models.prompts import Catalogus, Prompts
from desktop.models.schermvragen import Schermvraag, schermvragen
from desktop.models.voortgang import DEKKING, Stand, relevant, stand, telt_mee, voortgang
from desktop.models.vragen import Gespreksdeel, Vraag, Vraagtype, Vragenlijst, Wie, teksten
from desktop.models.vragenlezer import vragenlijst_uit, vragenlijst_uit_json
from desktop.models.wijziging import Wijziging
from desktop.models.zitting import Partij
from desktop.store.store import Store
from tests.conftest import SLEUTEL

LIJST = vragenlijst_uit(tomls("vragen"))
VRAGEN = LIJST.vragen
CODES = tuple(VRAGEN)
ALLEEN = tuple(c for c, v in VRAGEN.items() if v.alleen)
NIET_OP_SCHERM = tuple(c for c, v in VRAGEN.items() if v.wie in (Wie.G, Wie.K))
OP_SCHERM = tuple(c for c, v in VRAGEN.items() if v.wie in (Wie.P, Wie.PG))
SCHALEN = tuple(c for c, v in VRAGEN.items() if v.type is Vraagtype.SCALE)
MEER = tuple(c for c, v in VRAGEN.items() if v.type is Vraagtype.MULTI)
POORTEN = tuple({w.vraag for v in VRAGEN.values() for w in v.voorwaarden if w.vraag})
DOMEINEN = tuple(domein.code for domein in LIJST.domeinen)

NU = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
MORGEN = NU + timedelta(days=1)
VANDAAG = NU.date()
LATER, WEET_NIET, ZEG_NIET = (
    Antwoordstatus.LATER,
    Antwoordstatus.WEET_NIET,
    Antwoordstatus.ZEG_NIET,
)

_NL = next(t for t in talen_uit(toml("i18n", "talen.toml")) if t.tag == "nl")
PROMPTS = Prompts(_NL, Catalogus({}), catalogi.schermteksten())


def nieuw(
    lijst: Vragenlijst = LIJST, *, alleen: bool = True, kinderen: int = 0, fase: Fase = Fase.GESPREK
) -> BredeIntake:
    """An intake that lives in memory only."""
    dossier = Dossier(voornamen="Tesfay", nummer="0171-26-AAAAAA", gemeente="0171")
    for n in range(kinderen):
        dossier.huisgenoten.append(Huisgenoot(relatie=Relatie.KIND, volgorde=n))
    intake = nieuwe_intake(dossier, lijst, taal="ar")
    intake.dossier = dossier
    intake.fase = fase
    if alleen:
        intake.meld_alleen(True, door="km", nu=NU)
    return intake


def zeg(
    intake: BredeIntake,
    code: str,
    *opties: str,
    waarde: str | None = None,
    delen: dict[str, Any] | None = None,
    nu: datetime = NU,
    reden: str | None = None,
    lijst: Vragenlijst = LIJST,
) -> Antwoord:
    """Answers a question."""
    return intake.beantwoord(
        lijst.vragen[code],
        Keuze(opties, waarde, delen or {}),
        door="km",
        wijze=Wijze.TOLK,
        nu=nu,
        reden=reden,
    )


def zeg_niet(
    intake: BredeIntake,
    code: str,
    status: Antwoordstatus,
    *,
    nu: datetime = NU,
    reden: str | None = None,
) -> Antwoord:
    """Does not answer a question, in one of the ways."""
    return intake.antwoord_niet(
        VRAGEN[code], status, door="km", wijze=Wijze.TOLK, nu=nu, reden=reden
    )


def een_antwoord(vraag: Vraag) -> Keuze:
    """Some answer that fits; it keeps every gate open where it can."""
    if vraag.keuzecodes:
        geweigerd = {
            code
            for v in VRAGEN.values()
            for w in v.voorwaarden
            if w.vraag == vraag.code
            for code in w.niet
        }
        return Keuze((next(c for c in vraag.keuzecodes if c not in geweigerd),))
    if vraag.type is Vraagtype.NUM:
        return Keuze(waarde="2")
    if vraag.type is Vraagtype.DATE:
        return Keuze(waarde="2026-05")
    if vraag.type is Vraagtype.GRID:
        return Keuze(delen={"1.x": "y"})
    return Keuze(waarde="Een zin.")


def vul_alles(intake: BredeIntake, *, behalve: Sequence[str] = ()) -> None:
    """Answers every question, scores with their reason."""
    for code, vraag in VRAGEN.items():
        if code in behalve:
            continue
        intake.beantwoord(vraag, een_antwoord(vraag), door="km", wijze=Wijze.TOLK, nu=NU)
        if vraag.reden_verplicht:
            intake.motiveer(vraag, "Dat zag ik in het gesprek.")


def met_voorwaarde(code: str, *voorwaarden: dict[str, Any]) -> Vragenlijst:
    """The real list, with other conditions on one question."""
    ruw = copy.deepcopy(dict(LIJST.bron))
    for vraag in ruw[code[:2]]["vraag"]:
        if vraag["code"] == code:
            vraag["voorwaarde"] = list(voorwaarden)
    return vragenlijst_uit(ruw.values())


# ---- random answers -----------------------------------------------------------------------


@st.composite
def antwoordstrategie(draw: st.DrawFn, vraag: Vraag) -> Keuze | Antwoordstatus:
    if draw(st.integers(0, 4)) == 0:
        return draw(st.sampled_from([WEET_NIET, ZEG_NIET, LATER, Antwoordstatus.OPEN]))
    delen = {d.code: "ja" for d in vraag.delen if draw(st.booleans())}
    if vraag.type is Vraagtype.NUM:
        getallen = st.integers(vraag.minimaal or 0, vraag.maximaal or 99).map(str)
        return Keuze((), draw(st.none() | getallen), delen)
    if vraag.type is Vraagtype.DATE:
        return Keuze((), draw(st.sampled_from([None, "2026", "2026-05", "2026-05-31"])), delen)
    if vraag.type is Vraagtype.GRID:
        return Keuze((), None, draw(st.sampled_from([{}, {"1.waar": "thuis"}, {"ma.avond": True}])))
    if vraag.type is Vraagtype.TEXT:
        return Keuze((), draw(st.sampled_from([None, "Rust.", "0"])), delen)
    hoogstens = (vraag.max or len(vraag.keuzecodes)) if vraag.type is Vraagtype.MULTI else 1
    opties = draw(st.lists(st.sampled_from(vraag.keuzecodes), unique=True, max_size=hoogstens))
    if vraag.geen in opties:
        opties = [vraag.geen]
    return Keuze(tuple(opties), None, delen)


@st.composite
def gesprekken(draw: st.DrawFn) -> dict[str, Keuze | Antwoordstatus]:
    """Answers to some questions, gates more often than others."""
    codes = draw(
        st.lists(st.sampled_from(POORTEN) | st.sampled_from(CODES), unique=True, max_size=15)
    )
    return {code: draw(antwoordstrategie(VRAGEN[code])) for code in codes}


def gang(intake: BredeIntake, lijst: Vragenlijst) -> tuple[str, ...]:
    return gespreksgang.gang(voortgang(intake, lijst).standen, lijst)


def voer_uit(intake: BredeIntake, code: str, wat: Keuze | Antwoordstatus) -> None:
    if isinstance(wat, Antwoordstatus):
        zeg_niet(intake, code, wat)
    else:
        zeg(intake, code, *wat.opties, waarde=wat.waarde, delen=dict(wat.delen))


def gevoerd(gesprek: dict[str, Keuze | Antwoordstatus], kinderen: int = 0) -> BredeIntake:
    intake = nieuw(kinderen=kinderen)
    for code, wat in gesprek.items():
        voer_uit(intake, code, wat)
    return intake


def hangt_af_van(code: str, poort: str) -> bool:
    poorten = {w.vraag for w in VRAGEN[code].voorwaarden if w.vraag}
    return poort in poorten or any(hangt_af_van(p, poort) for p in poorten)


# ---- the order of the talk ----------------------------------------------------------------


def test_the_talk_goes_from_four_parties_over_health_to_work() -> None:
    volgorde = [
        "RE11" if vraag.code == "RE11" else vraag.domein for vraag in LIJST.gespreksvolgorde
    ]
    assert [plek for plek, _ in groupby(volgorde)] == [
        "SP", "WO", "FI", "OP", "MO", "AD", "RE", "FG", "MG", "RE11", "WK",
    ]  # fmt: skip
    assert sorted(v.code for v in LIJST.gespreksvolgorde) == sorted(CODES)


def test_the_parts_of_the_talk_follow_one_another_and_never_mix() -> None:
    delen = [vraag.deel_van_gesprek for vraag in LIJST.gespreksvolgorde]
    assert [deel for deel, _ in groupby(delen)] == [
        Gespreksdeel.VIERGESPREK,
        Gespreksdeel.BESLOTEN,
        Gespreksdeel.WERK,
    ]


def test_nothing_shielded_alone_or_in_the_health_domains_is_asked_with_four_parties() -> None:
    for vraag in LIJST.vragen.values():
        besloten = vraag.alleen or vraag.afgeschermd or vraag.domein in ("FG", "MG")
        assert (vraag.deel_van_gesprek is Gespreksdeel.BESLOTEN) == besloten, vraag.code


def test_within_a_domain_the_order_is_that_of_the_list() -> None:
    for domein in LIJST.domeinen:
        gesprek = [v.code for v in LIJST.gespreksvolgorde if v.domein == domein.code]
        lijst = [v.code for v in domein.vragen]
        assert [c for c in gesprek if c != "RE11"] == [c for c in lijst if c != "RE11"]


def test_next_and_previous_walk_the_whole_talk_both_ways() -> None:
    intake = nieuw()
    zeg(intake, "OP01", waarde="0")
    zeg(intake, "FG09", "nee")
    intake.sla_domein_over("AD", "Vorige week besproken.")
    gang_ = gang(intake, LIJST)
    assert len(gang_) < len(CODES) - 11
    for code, volgende in pairwise(gang_):
        assert buur(gang_, LIJST, code, +1) == volgende
        assert buur(gang_, LIJST, volgende, -1) == code
    assert buur(gang_, LIJST, gang_[0], -1) is None
    assert buur(gang_, LIJST, gang_[-1], +1) is None
    # From a question that no longer counts one comes out beside it.
    assert "OP05" not in gang_
    assert buur(gang_, LIJST, "OP05", +1) == "MO01"
    assert buur(gang_, LIJST, "OP05", -1) == "OP01"


@pytest.mark.parametrize("laatste", CODES)
def test_an_earlier_answer_is_seen_again_only_by_who_was_there(laatste: str) -> None:
    vraag = VRAGEN[laatste]
    besloten = vraag.domein in ("FG", "MG")
    for nu in VRAGEN.values():
        mag = mag_terugzien(vraag, nu)
        if vraag.wie in (Wie.G, Wie.K) or vraag.alleen or vraag.afgeschermd:
            assert not mag
        elif besloten:
            assert mag == (nu.domein in ("FG", "MG") or nu.code == "RE11")
        else:
            assert mag


# ---- alone with klantmanager and interpreter ----------------------------------------------


@pytest.mark.parametrize("code", ALLEEN)
@pytest.mark.parametrize("wat", [Keuze(("ja",)), WEET_NIET, ZEG_NIET, Antwoordstatus.OPEN])
def test_a_hand_sign_question_is_refused_until_the_client_is_alone(
    code: str, wat: Keuze | Antwoordstatus
) -> None:
    intake = nieuw(alleen=False)
    for _ in range(2):
        assert eerst_alleen(intake, VRAGEN[code], VANDAAG)
        with pytest.raises(NietAlleen) as gevangen:
            voer_uit(intake, code, wat)
        assert code in str(gevangen.value)
        assert intake.antwoorden == {}
        # Asked, and the answer was no: it stays refused.
        intake.meld_alleen(False, door="km", nu=NU)
    intake.meld_alleen(True, door="km", nu=NU)
    assert not eerst_alleen(intake, VRAGEN[code], VANDAAG)
    voer_uit(intake, code, wat)
    assert code in intake.antwoorden
    # Somebody comes in.
    intake.meld_alleen(False, door="km", nu=NU)
    with pytest.raises(NietAlleen):
        voer_uit(intake, code, wat)
    assert len(intake.alleenmomenten) == 4


@pytest.mark.parametrize("code", ALLEEN)
def test_a_hand_sign_question_can_be_parked_with_others_in_the_room(code: str) -> None:
    intake = nieuw(alleen=False)
    assert zeg_niet(intake, code, LATER).status is LATER


@pytest.mark.parametrize("code", ALLEEN)
def test_alone_is_asked_anew_on_another_day(code: str) -> None:
    intake = nieuw()
    zeg(intake, code, "ja")
    assert eerst_alleen(intake, VRAGEN[code], MORGEN.date())
    with pytest.raises(NietAlleen):
        zeg(intake, code, "nee", nu=MORGEN)
    assert intake.antwoorden[code].opties == ("ja",)
    intake.meld_alleen(True, door="km", nu=MORGEN)
    assert zeg(intake, code, "nee", nu=MORGEN).opties == ("nee",)


def test_the_day_of_being_alone_is_a_dutch_day() -> None:
    intake = nieuw(alleen=False)
    avond = datetime(2026, 11, 23, 22, 30, tzinfo=UTC)  # half past eleven in Westerveld
    intake.meld_alleen(True, door="km", nu=avond)
    zeg(intake, "MG10", "ja", nu=avond + timedelta(minutes=29))
    with pytest.raises(NietAlleen):
        zeg(intake, "MG10", "nee", nu=avond + timedelta(minutes=30))
    assert intake.alleen_op(date(2026, 11, 23))
    assert not intake.alleen_op(date(2026, 11, 24))
    # Half past midnight there, still the day before in UTC: it holds for the day that follows.
    intake.meld_alleen(True, door="km", nu=avond + timedelta(hours=1))
    zeg(intake, "MG10", "nee", nu=avond + timedelta(hours=12))
    assert intake.alleen_op(date(2026, 11, 24))


@pytest.mark.parametrize("code", sorted(set(CODES) - set(ALLEEN)))
def test_the_other_questions_do_not_ask_for_it(code: str) -> None:
    intake = nieuw(alleen=False)
    assert not eerst_alleen(intake, VRAGEN[code], VANDAAG)
    intake.beantwoord(VRAGEN[code], een_antwoord(VRAGEN[code]), door="km", wijze=Wijze.TOLK, nu=NU)


def test_every_answer_to_alone_is_kept_and_the_last_one_counts(
    store: Store, maak_intake: Callable[..., str]
) -> None:
    intake_id = maak_intake()
    for alleen in (True, False, True, False):
        with store.work() as work:
            work.get(BredeIntake, intake_id).meld_alleen(alleen, door=work.door, nu=work.nu)
    with store.lees() as sessie:
        intake = sessie.get_one(BredeIntake, intake_id)
        assert [m.alleen for m in intake.alleenmomenten] == [True, False, True, False]
        assert {m.door for m in intake.alleenmomenten} == {store.gebruiker_id}
        assert not intake.alleen
    with store.work() as work, pytest.raises(NietAlleen):
        zeg(work.get(BredeIntake, intake_id), "RE11", "ja", nu=work.nu)


# ---- the client's screen ------------------------------------------------------------------

DWANG = Schermvraag("", (("x", "Geheim"),), (("ja", "antwoord.ja", "Ja", "ja"),), meer=False)
"""A page that somebody tries to show by mistake."""


def beeld(intake: BredeIntake, code: str, scherm: Schermvraag | None, pagina: int = 0) -> Any:
    return beeld_van_vraag(
        intake, VRAGEN[code], PROMPTS, domein_pictogram="huis", scherm=scherm, pagina=pagina
    )


def rustbeeld(code: str) -> Clientbeeld:
    """The waiting screen; of a question that is only spoken of it has the code, for the
    interpreter on the telephone, and of a judgement it has not even that."""
    return replace(wachtbeeld(PROMPTS), code="" if VRAGEN[code].oordeel else code)


@pytest.mark.parametrize("code", NIET_OP_SCHERM)
@pytest.mark.parametrize("scherm", [None, DWANG], ids=["no page", "forced page"])
def test_a_talk_question_or_a_judgement_never_shows_on_the_clients_screen(
    code: str, scherm: Schermvraag | None
) -> None:
    intake = nieuw()
    rust = rustbeeld(code)
    assert rust.soort is Beeldsoort.WACHT
    assert rust.tegels == ()
    assert beeld(intake, code, scherm) == rust
    zeg(intake, code, *een_antwoord(VRAGEN[code]).opties, waarde=een_antwoord(VRAGEN[code]).waarde)
    # With an answer it is still the same screen, letter for letter.
    assert beeld(intake, code, scherm) == rust
    assert schermen(intake, VRAGEN[code]) == ()


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_answer_and_no_page_brings_a_judgement_to_the_screen(data: st.DataObject) -> None:
    code = data.draw(st.sampled_from(NIET_OP_SCHERM))
    ander = data.draw(st.sampled_from([c for c in OP_SCHERM if schermvragen(VRAGEN[c], ())]))
    intake = gevoerd({code: data.draw(antwoordstrategie(VRAGEN[code]))})
    for scherm in (None, DWANG, *schermvragen(VRAGEN[ander], VRAGEN[ander].keuzecodes)):
        gezien = beeld(intake, code, scherm, data.draw(st.integers(0, 3)))
        assert gezien == rustbeeld(code)
    assert schermvragen(VRAGEN[code], VRAGEN[code].keuzecodes, kinderen=3) == ()


@pytest.mark.parametrize("code", OP_SCHERM)
def test_every_choice_of_a_client_question_can_be_reached_by_touch(code: str) -> None:
    vraag, intake = VRAGEN[code], nieuw()
    paginas = schermen(intake, vraag)
    if vraag.type is Vraagtype.NUM:
        assert beeld(intake, code, None).soort is Beeldsoort.GETAL
        return
    assert paginas
    for scherm in paginas:
        eerste = beeld(intake, code, scherm)
        assert eerste.soort is Beeldsoort.VRAAG
        tegels = [t for n in range(eerste.paginas) for t in beeld(intake, code, scherm, n).tegels]
        assert [t.code for t in tegels] == [t[0] for t in scherm.tegels]
        assert all(t.pictogram and t.tekst.tekst for t in tegels)
        for n in range(eerste.paginas):
            assert 1 <= len(beeld(intake, code, scherm, n).tegels) <= TEGELS_PER_PAGINA
    if vraag.raster is None:
        assert [t[0] for t in paginas[0].tegels] == list(vraag.keuzecodes)


def test_a_row_for_each_child_and_a_part_only_where_it_belongs() -> None:
    intake = nieuw(kinderen=2)
    assert aantal_kinderen(intake) == 2
    assert [s.voorvoegsel for s in schermen(intake, VRAGEN["OP02"])] == ["1.waar", "2.waar"]
    zeg(intake, "OP01", waarde="3")
    assert len(schermen(intake, VRAGEN["OP02"])) == 3
    assert len(schermen(intake, VRAGEN["FI05"])) == 1
    zeg(intake, "FI05", "ja")
    assert [s.voorvoegsel for s in schermen(intake, VRAGEN["FI05"])] == ["", "aan_wie"]


# ---- answers that a later answer makes meaningless ----------------------------------------

# gate, the answer that closes it, the one that opens it, and what hangs on it
WISSELS = [
    ("FG04", ("nee",), ("ja",), {"FG05"}),
    ("MG04", ("geen",), ("veel",), {"MG05"}),
    ("MO02", ("nee",), ("ik-leer-het",), {"MO03"}),
    ("WK02", ("geen",), ("basis",), {"WK03"}),
    ("WK04", ("geen",), ("zorg",), {"WK05"}),
    ("WO01", ("azc",), ("eigen-huis",), {"WO04", "WO05", "WO07", "WO09"}),
    ("WO01", ("familie",), ("tijdelijk",), {"WO05", "WO07"}),
]


@pytest.mark.parametrize(("poort", "dicht", "open_", "verwacht"), WISSELS)
def test_a_meaningless_answer_is_kept_but_does_not_count_until_the_gate_changes_back(
    poort: str, dicht: tuple[str, ...], open_: tuple[str, ...], verwacht: set[str]
) -> None:
    intake = nieuw()
    vul_alles(intake)
    assert set(gang(intake, LIJST)) == set(CODES)
    zeg(intake, poort, *open_)
    eerst = {code: antwoord.keuze for code, antwoord in intake.antwoorden.items()}

    zeg(intake, poort, *dicht)
    assert {code for code in CODES if not relevant(intake, VRAGEN[code], LIJST)} == verwacht
    assert set(gang(intake, LIJST)) == set(CODES) - verwacht
    for code in verwacht:
        assert intake.antwoorden[code].keuze == eerst[code]
        assert intake.antwoorden[code].status is Antwoordstatus.BEANTWOORD
        assert telt_mee(intake, VRAGEN[code], LIJST) is None
        assert stand(intake, VRAGEN[code], LIJST) is Stand.NIET_NODIG
        assert waarom_niet(intake, VRAGEN[code], LIJST) == VRAGEN[code].voorwaarden[0]

    zeg(intake, poort, *open_)
    assert gang(intake, LIJST) == tuple(v.code for v in LIJST.gespreksvolgorde)
    for code in verwacht:
        geteld = telt_mee(intake, VRAGEN[code], LIJST)
        assert geteld is not None
        assert geteld.keuze == eerst[code]
        assert waarom_niet(intake, VRAGEN[code], LIJST) is None
    assert voortgang(intake, LIJST).ontbreekt == ()


def test_no_children_closes_the_questions_about_children_wherever_they_stand() -> None:
    intake = nieuw()
    zeg(intake, "FG09", "nee")
    zeg(intake, "OP01", waarde="0")
    weg = {code for code in CODES if not relevant(intake, VRAGEN[code], LIJST)}
    assert weg == {f"OP{n:02d}" for n in range(2, 13)} | {"MO09"}
    zeg(intake, "OP01", waarde="1")
    assert set(gang(intake, LIJST)) == set(CODES)


def test_one_met_condition_out_of_several_is_enough() -> None:
    intake = nieuw()
    goed = {"MG01": "goed", "MG02": "goed", "MG03": "ja", "MG04": "geen"}
    for code, optie in goed.items():
        zeg(intake, code, optie)
    assert not relevant(intake, VRAGEN["MG08"], LIJST)
    for code, optie in goed.items():
        zeg(intake, code, next(o for o in VRAGEN[code].keuzecodes if o != optie))
        assert relevant(intake, VRAGEN["MG08"], LIJST)
        zeg(intake, code, optie)
    # No children, but a birth to come: the consultatiebureau counts.
    zeg(intake, "OP01", waarde="0")
    zeg(intake, "FG09", "ja")
    assert relevant(intake, VRAGEN["OP07"], LIJST)
    zeg(intake, "FG09", "nee")
    assert not relevant(intake, VRAGEN["OP07"], LIJST)


@pytest.mark.parametrize("status", [WEET_NIET, ZEG_NIET, LATER, Antwoordstatus.OPEN])
@pytest.mark.parametrize("poort", sorted(POORTEN))
def test_a_gate_without_an_answer_closes_nothing(poort: str, status: Antwoordstatus) -> None:
    intake = nieuw()
    zeg_niet(intake, poort, status)
    assert set(gang(intake, LIJST)) == set(CODES)


@pytest.mark.parametrize(
    ("poort", "delen", "hangt_eraan"),
    [
        ("OP01", {"1.leeftijd": 4, "1.waar": "bij-client"}, "OP02"),
        ("OP01", {"1.leeftijd": 4, "1.waar": "bij-client"}, "MO09"),
        ("WK04", {"wat": "Kok in Asmara, van 2011 tot 2019"}, "WK05"),
        ("FG09", {"van": "2027-01"}, "OP07"),
    ],
)
def test_a_part_of_a_gate_is_not_yet_the_answer_to_it(
    poort: str, delen: dict[str, Any], hangt_eraan: str
) -> None:
    # The ages of the children are written down before their number.
    intake = nieuw()
    if poort == "FG09":
        zeg(intake, "OP01", waarde="0")
    zeg(intake, poort, delen=delen)
    assert relevant(intake, VRAGEN[hangt_eraan], LIJST)
    assert hangt_eraan in gang(intake, LIJST)


def test_the_fact_of_children_comes_from_the_dossier() -> None:
    lijst = met_voorwaarde("OP03", {"feit": "kinderen"})
    assert not relevant(nieuw(lijst), lijst.vragen["OP03"], lijst)
    assert relevant(nieuw(lijst, kinderen=1), lijst.vragen["OP03"], lijst)
    anders = met_voorwaarde("OP03", {"feit": "schoenmaat"})
    with pytest.raises(ValueError, match="schoenmaat"):
        relevant(nieuw(anders), anders.vragen["OP03"], anders)


def test_a_gate_that_does_not_count_itself_opens_nothing() -> None:
    lijst = met_voorwaarde("WK05", {"vraag": "WK03", "keuze": ["ja-hier"]})
    intake = nieuw(lijst)
    zeg(intake, "WK02", "basis")
    zeg(intake, "WK03", "ja-hier")
    assert relevant(intake, lijst.vragen["WK05"], lijst)
    zeg(intake, "WK02", "geen")
    assert not relevant(intake, lijst.vragen["WK05"], lijst)


def test_a_circle_or_a_missing_gate_in_a_list_from_elsewhere_does_not_hang() -> None:
    lijst = met_voorwaarde("WK02", {"vraag": "WK03", "keuze": ["nee"]})
    assert isinstance(relevant(nieuw(lijst), lijst.vragen["WK02"], lijst), bool)
    weg = met_voorwaarde("WK05", {"vraag": "XX99", "keuze": ["ja"]})
    assert relevant(nieuw(weg), weg.vragen["WK05"], weg)


@settings(max_examples=60, deadline=None)
@given(gesprekken(), st.data())
def test_only_a_gate_changes_what_counts(
    gesprek: dict[str, Keuze | Antwoordstatus], data: st.DataObject
) -> None:
    intake = gevoerd(gesprek)
    voor = {code: relevant(intake, vraag, LIJST) for code, vraag in VRAGEN.items()}
    assert voor == {code: relevant(intake, vraag, LIJST) for code, vraag in VRAGEN.items()}
    # The order in which it was said makes no difference.
    omgekeerd = gevoerd(dict(reversed(gesprek.items())))
    assert voor == {code: relevant(omgekeerd, vraag, LIJST) for code, vraag in VRAGEN.items()}
    ander = data.draw(st.sampled_from(CODES))
    voer_uit(intake, ander, data.draw(antwoordstrategie(VRAGEN[ander])))
    for code, vraag in VRAGEN.items():
        if not hangt_af_van(code, ander):
            assert relevant(intake, vraag, LIJST) == voor[code], code


# ---- progress and coverage ----------------------------------------------------------------


@settings(max_examples=80, deadline=None)
@given(
    gesprekken(),
    st.sets(st.sampled_from(DOMEINEN), max_size=3),
    st.sets(st.sampled_from(SCHALEN), max_size=4),
)
def test_the_counts_always_add_up(
    gesprek: dict[str, Keuze | Antwoordstatus], over: set[str], met_reden: set[str]
) -> None:
    intake = gevoerd(gesprek)
    for domein in over:
        intake.sla_domein_over(domein, "Niet nodig.")
    for code in met_reden:
        intake.motiveer(VRAGEN[code], "Dat zag ik.")
    bewaard = {code: (a.status, a.keuze) for code, a in intake.antwoorden.items()}

    uit = voortgang(intake, LIJST)
    assert set(uit.standen) == set(CODES)
    assert sum(sum(d.aantallen.values()) for d in uit.domeinen.values()) == 123
    for domein in LIJST.domeinen:
        telling = uit.domeinen[domein.code]
        niet_nodig = telling.aantallen.get(Stand.NIET_NODIG, 0)
        assert telling.telt + telling.overgeslagen + niet_nodig == len(domein.vragen)
        assert telling.klaar == (not telling.open and not telling.later)
        if domein.code in over:
            assert telling.overgeslagen == len(domein.vragen)
            assert telling.overgeslagen_omdat == "Niet nodig."
        else:
            assert telling.overgeslagen == 0
    assert len(uit.ontbreekt) == sum(d.open + d.later for d in uit.domeinen.values())
    assert len(set(uit.ontbreekt)) == len(uit.ontbreekt)

    gang_ = gang(intake, LIJST)
    telt = [c for c in CODES if uit.standen[c] not in (Stand.OVERGESLAGEN, Stand.NIET_NODIG)]
    assert set(gang_) == set(telt)
    plaats = {vraag.code: n for n, vraag in enumerate(LIJST.gespreksvolgorde)}
    assert list(gang_) == sorted(gang_, key=plaats.__getitem__)
    for code, vraag in VRAGEN.items():
        geteld = telt_mee(intake, vraag, LIJST)
        if geteld is not None:
            assert code in gang_
            assert geteld is intake.antwoorden[code]
    # Looking changes nothing.
    assert bewaard.keys() <= intake.antwoorden.keys()
    assert all(
        (intake.antwoorden[c].status, intake.antwoorden[c].keuze) == b for c, b in bewaard.items()
    )


def test_progress_counts_open_asked_later_and_not_needed() -> None:
    intake = nieuw()
    assert voortgang(intake, LIJST).domeinen["FG"].open == 12
    zeg(intake, "FG01", "goed")
    zeg(intake, "FG04", "nee")
    zeg_niet(intake, "FG02", WEET_NIET)
    zeg_niet(intake, "FG03", ZEG_NIET)
    zeg_niet(intake, "FG06", LATER)
    fg = voortgang(intake, LIJST).domeinen["FG"]
    assert (fg.gevraagd, fg.later, fg.open, fg.telt) == (4, 1, 6, 11)
    assert fg.aantallen[Stand.NIET_NODIG] == 1
    assert not fg.klaar


def test_when_everything_was_asked_the_minimum_is_covered() -> None:
    intake = nieuw()
    leeg = voortgang(intake, LIJST)
    assert not leeg.minimum_gedekt
    assert leeg.dekking == dict.fromkeys(DEKKING, False)
    assert leeg.ontbreekt == CODES
    vul_alles(intake)
    vol = voortgang(intake, LIJST)
    assert vol.minimum_gedekt
    assert vol.ontbreekt == ()
    assert all(domein.klaar for domein in vol.domeinen.values())


@pytest.mark.parametrize("code", [c for c, v in VRAGEN.items() if v.dekking])
def test_one_open_question_uncovers_exactly_its_topics(code: str) -> None:
    for doe in (Antwoordstatus.OPEN, LATER):
        intake = nieuw()
        vul_alles(intake, behalve=[code])
        zeg_niet(intake, code, doe)
        dekking = voortgang(intake, LIJST).dekking
        assert {o for o, gedekt in dekking.items() if not gedekt} == set(VRAGEN[code].dekking)
    zeg_niet(intake, code, ZEG_NIET)
    if VRAGEN[code].reden_verplicht:
        intake.motiveer(VRAGEN[code], "Nog te vroeg.")
    # Asked is asked: the client may refuse (domain.md 3.2).
    assert voortgang(intake, LIJST).minimum_gedekt


def test_a_topic_that_is_not_needed_is_covered() -> None:
    intake = nieuw()
    vul_alles(intake, behalve=["OP02", "OP03"])
    assert not voortgang(intake, LIJST).dekking["vve"]
    zeg(intake, "OP01", waarde="0")
    assert voortgang(intake, LIJST).dekking["vve"]


# ---- leaving out a domain -----------------------------------------------------------------


def test_without_children_opvoeden_is_left_out_with_a_reason() -> None:
    intake = nieuw()
    vul_alles(intake, behalve=[c for c in CODES if c.startswith("OP")])
    reden = "Er zijn geen kinderen en er is geen zwangerschap."
    intake.sla_domein_over("OP", f"  {reden} ")
    uit = voortgang(intake, LIJST)
    assert uit.domeinen["OP"].overgeslagen == 12
    assert uit.domeinen["OP"].overgeslagen_omdat == reden
    assert not [c for c in uit.ontbreekt if c.startswith("OP")]
    assert uit.dekking["vve"]
    assert uit.dekking["zelfredzaamheid"]
    assert not [c for c in gang(intake, LIJST) if c.startswith("OP")]


@pytest.mark.parametrize("domein", DOMEINEN)
def test_a_domain_is_not_left_out_without_a_reason(domein: str) -> None:
    intake = nieuw()
    for leeg in ("", "   ", "\n\t"):
        with pytest.raises(RedenNodig):
            intake.sla_domein_over(domein, leeg)
    assert intake.overslagen == []
    assert set(gang(intake, LIJST)) == set(CODES)


@pytest.mark.parametrize("domein", DOMEINEN)
def test_answers_of_a_domain_that_is_left_out_are_kept_and_come_back(domein: str) -> None:
    intake = nieuw()
    vul_alles(intake)
    intake.sla_domein_over(domein, "Eerste reden.")
    intake.sla_domein_over(domein, "Betere reden.")
    assert [(o.domein, o.reden) for o in intake.overslagen] == [(domein, "Betere reden.")]
    for vraag in LIJST.domein(domein).vragen:
        assert stand(intake, vraag, LIJST) is Stand.OVERGESLAGEN
        assert telt_mee(intake, vraag, LIJST) is None
        assert intake.antwoorden[vraag.code].gegeven
    intake.vraag_domein_toch(domein)
    assert intake.overslagen == []
    assert set(gang(intake, LIJST)) == set(CODES)
    assert all(telt_mee(intake, v, LIJST) for v in LIJST.domein(domein).vragen)


# ---- opening and closing ------------------------------------------------------------------


@pytest.mark.parametrize("gemist", OPENING)
def test_no_point_of_the_opening_can_be_skipped(gemist: str) -> None:
    intake = nieuw(fase=Fase.GEPLAND)
    for punt in OPENING:
        if punt != gemist:
            intake.bevestig_opening(punt, nu=NU)
    assert intake.fase is Fase.OPENING
    with pytest.raises(NogNietMogelijk):
        intake.begin_gesprek()
    with pytest.raises(NogNietMogelijk):
        intake.sluit(LIJST, op=VANDAAG, reden="Geen tijd.")
    assert intake.fase is Fase.OPENING
    intake.bevestig_opening(gemist, nu=NU)
    # Saying it is not beginning it.
    assert intake.fase is Fase.OPENING
    intake.begin_gesprek()
    assert intake.fase is Fase.GESPREK
    assert set(intake.opening) == set(OPENING)


def test_an_unknown_point_is_no_point_of_the_opening() -> None:
    intake = nieuw(fase=Fase.GEPLAND)
    with pytest.raises(ValueError, match="koffie"):
        intake.bevestig_opening("koffie", nu=NU)
    assert intake.fase is Fase.GEPLAND


def test_the_opening_holds_what_the_fact_sheet_asks() -> None:
    # Who and why, interpreter check, secrecy, what is written down, refusing, breaks.
    assert {"wie", "tolk", "geheim", "opschrijven", "niet-zeggen", "pauze"} <= set(OPENING)
    schermteksten = {t["code"] for t in toml("vragen", "scherm.toml")["tekst"]}
    assert {f"opening.{punt}" for punt in OPENING} <= schermteksten


def test_a_skipped_domain_is_not_covered_by_the_law_and_closing_asks_why() -> None:
    intake = nieuw(kinderen=1)
    vul_alles(intake)
    intake.sla_domein_over("FG", "Wilde hier niet over praten.")
    assert not voortgang(intake, LIJST).dekking["gezondheid"]
    with pytest.raises(RedenNodig):
        intake.sluit(LIJST, op=VANDAAG, reden=None)
    intake.vraag_domein_toch("FG")
    intake.sla_domein_over("OP", "Geen tijd.")
    assert not voortgang(intake, LIJST).dekking["vve"], "there is a child"


@pytest.mark.parametrize("fase", [Fase.GEPLAND, Fase.OPENING])
def test_no_question_is_answered_before_the_opening(fase: Fase) -> None:
    intake = nieuw(fase=fase)
    with pytest.raises(NogNietMogelijk):
        zeg(intake, "SP03", VRAGEN["SP03"].keuzecodes[0])
    assert not intake.antwoorden


def test_nothing_else_changes_after_the_closing() -> None:
    intake = nieuw()
    afspraak = intake.spreek_af()
    intake.dossier.klantmanager = Medewerker(naam="Anneke de Boer", gemeente="0171")
    zitting = intake.plan_zitting(VANDAAG)
    intake.sluit(LIJST, op=VANDAAG, reden="Geen tijd.")
    gebaren = (
        lambda: intake.plan_zitting(VANDAAG),
        lambda: zitting.zet("tijd", "9.00 uur"),
        lambda: zitting.deelnemers[0].zet("naam", "Iemand anders"),
        lambda: zitting.nodig_uit(Partij.ANDERS),
        lambda: zitting.haal_weg(zitting.deelnemers[0].id),
        lambda: intake.noteer(
            "SP", "Later bedacht.", vraag=None, soort=Notitiesoort.GEWOON, door=None, nu=NU
        ),
        lambda: intake.sla_domein_over("SP", "Toch niet."),
        lambda: intake.vraag_domein_toch("SP"),
        intake.spreek_af,
        lambda: afspraak.zet("wat", "Iets anders."),
        lambda: intake.laat_afspraak_vallen(afspraak.id),
    )
    for gebaar in gebaren:
        with pytest.raises(NogNietMogelijk):
            gebaar()
    assert (intake.notities, intake.overslagen, intake.afspraken) == ([], [], [afspraak])


def test_a_note_with_a_shielded_question_is_shielded_whatever_was_ticked() -> None:
    notitie = nieuw().noteer(
        "RE", "Zij durft niet.", vraag=VRAGEN["RE11"], soort=Notitiesoort.GEWOON, door=None, nu=NU
    )
    assert notitie is not None
    assert notitie.soort is Notitiesoort.AFGESCHERMD


def test_nothing_goes_together_with_the_answer_that_means_none() -> None:
    with pytest.raises(Invoerfout):
        zeg(nieuw(), "SP01", "familie", "niemand")


def test_a_whole_talk_closes_without_a_reason_and_only_once() -> None:
    intake = nieuw()
    vul_alles(intake)
    intake.sluit(LIJST, op=VANDAAG, reden=None)
    assert (intake.fase, intake.gesloten_op, intake.sluitreden) == (Fase.GESLOTEN, VANDAAG, None)
    with pytest.raises(NogNietMogelijk):
        intake.sluit(LIJST, op=VANDAAG, reden="Nog eens.")
    intake.begin_gesprek()
    assert intake.gesloten


@pytest.mark.parametrize("reden", [None, "", "   "])
def test_closing_with_open_questions_needs_a_reason_and_names_what_is_missing(
    reden: str | None,
) -> None:
    intake = nieuw()
    mist = ("SP03", "FG07", "WK15")
    vul_alles(intake, behalve=mist)
    assert set(voortgang(intake, LIJST).ontbreekt) == set(mist)
    with pytest.raises(RedenNodig):
        intake.sluit(LIJST, op=VANDAAG, reden=reden)
    assert (intake.fase, intake.gesloten_op, intake.sluitreden) == (Fase.GESPREK, None, None)
    intake.sluit(LIJST, op=VANDAAG, reden=" De cliënt was moe. ")
    assert (intake.fase, intake.sluitreden) == (Fase.GESLOTEN, "De cliënt was moe.")


@pytest.mark.parametrize("code", ["SP01", "MG10", "WO02", "RE13"])
def test_one_open_question_is_enough_to_ask_for_a_reason(code: str) -> None:
    intake = nieuw()
    vul_alles(intake)
    zeg_niet(intake, code, LATER)
    assert voortgang(intake, LIJST).ontbreekt == (code,)
    with pytest.raises(RedenNodig):
        intake.sluit(LIJST, op=VANDAAG, reden=None)


GEBAREN: list[Callable[[BredeIntake, str | None], object]] = [
    lambda i, r: zeg(i, "WO01", "azc", reden=r),
    lambda i, r: zeg_niet(i, "WO01", ZEG_NIET, reden=r),
    lambda i, r: zeg_niet(i, "WO01", Antwoordstatus.OPEN, reden=r),
    lambda i, r: i.herzie_wijze(VRAGEN["WO01"], Wijze.COA, door="km", nu=NU, reden=r),
    lambda i, r: i.motiveer(VRAGEN["WO11"], "Andere reden.", reden=r),
]


@pytest.mark.parametrize("gebaar", GEBAREN)
def test_a_change_after_the_closing_needs_a_reason_and_keeps_it(
    gebaar: Callable[[BredeIntake, str | None], object],
) -> None:
    intake = nieuw()
    vul_alles(intake)
    intake.sluit(LIJST, op=VANDAAG, reden=None)

    def foto() -> list[object]:
        return [
            (c, a.status, a.keuze, a.reden, a.wijze, a.wijzigreden)
            for c, a in intake.antwoorden.items()
        ]

    eerst = foto()
    for leeg in (None, "", "  "):
        with pytest.raises(RedenNodig):
            gebaar(intake, leeg)
        assert foto() == eerst
    gebaar(intake, " Verkeerd verstaan. ")
    assert foto() != eerst
    assert [a.wijzigreden for a in intake.antwoorden.values() if a.wijzigreden] == [
        "Verkeerd verstaan."
    ]


def test_an_answer_that_was_never_there_needs_a_reason_too_after_the_closing() -> None:
    intake = nieuw()
    intake.sluit(LIJST, op=VANDAAG, reden="Geen tijd.")
    with pytest.raises(RedenNodig):
        zeg(intake, "WO01", "azc")
    assert "WO01" not in intake.antwoorden


def test_the_texts_of_the_closing_are_fixed_by_it() -> None:
    intake = nieuw()
    intake.schrijf_afsluiting("teach_back", " Ik ga naar school. ")
    intake.sluit(LIJST, op=VANDAAG, reden="Geen tijd.")
    with pytest.raises(NogNietMogelijk):
        intake.schrijf_afsluiting("teach_back", "Iets anders.")
    assert intake.teach_back == "Ik ga naar school."
    with pytest.raises(ValueError, match="fase"):
        nieuw().schrijf_afsluiting("fase", "gesloten")


def test_the_journal_keeps_the_old_answer_and_why_it_changed(
    store: Store, maak_intake: Callable[..., str]
) -> None:
    intake_id = maak_intake()
    with store.work() as work:
        intake = work.get(BredeIntake, intake_id)
        for punt in OPENING:
            intake.bevestig_opening(punt, nu=work.nu)
        intake.begin_gesprek()
        antwoord_id = zeg(intake, "WK01", waarde="6", nu=work.nu).id
        intake.sluit(LIJST, op=VANDAAG, reden="De tolk moest weg.")
    with store.work() as work:
        zeg(
            work.get(BredeIntake, intake_id),
            "WK01",
            waarde="9",
            nu=work.nu,
            reden="Telde verkeerd.",
        )
    with store.lees() as sessie:
        intake = sessie.get_one(BredeIntake, intake_id)
        assert intake.sluitreden == "De tolk moest weg."
        assert intake.antwoorden["WK01"].waarde == "9"
        assert intake.antwoorden["WK01"].wijzigreden == "Telde verkeerd."
        velden = sessie.execute(
            sa.select(Wijziging.veld, Wijziging.waarde)
            .where(Wijziging.entiteit == "antwoord", Wijziging.rij == antwoord_id)
            .order_by(Wijziging.volgnummer)
        ).all()
    assert [w for v, w in velden if v == "waarde"] == ['"6"', '"9"']
    assert [w for v, w in velden if v == "wijzigreden"][-1] == '"Telde verkeerd."'


# ---- ways not to answer -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "verwacht", "telt"),
    [
        (WEET_NIET, Stand.GEVRAAGD, True),
        (ZEG_NIET, Stand.GEVRAAGD, True),
        (LATER, Stand.LATER, False),
        (Antwoordstatus.OPEN, Stand.OPEN, False),
    ],
)
def test_not_knowing_and_not_saying_are_answers_and_later_is_not(
    status: Antwoordstatus, verwacht: Stand, telt: bool
) -> None:
    for code in ("SP01", "WK01", "WO02", "WK10", "FI05"):
        intake, vraag = nieuw(), VRAGEN[code]
        intake.beantwoord(vraag, een_antwoord(vraag), door="km", wijze=Wijze.GEWEZEN, nu=NU)
        antwoord = zeg_niet(intake, code, status)
        assert antwoord.keuze == Keuze(), "what was chosen before no longer stands"
        assert stand(intake, vraag, LIJST) is verwacht
        assert (telt_mee(intake, vraag, LIJST) is not None) is telt
        assert (code in voortgang(intake, LIJST).ontbreekt) is not telt
        # And the other way round: an answer takes the place of not answering.
        opnieuw = intake.beantwoord(
            vraag, een_antwoord(vraag), door="km", wijze=Wijze.NEDERLANDS, nu=NU
        )
        assert opnieuw is antwoord
        assert (opnieuw.status, opnieuw.wijze) == (Antwoordstatus.BEANTWOORD, Wijze.NEDERLANDS)


@pytest.mark.parametrize("code", OP_SCHERM)
def test_every_client_question_can_be_refused_unknown_or_parked(code: str) -> None:
    for status in (WEET_NIET, ZEG_NIET, LATER):
        intake = nieuw(alleen=False)
        assert zeg_niet(intake, code, status).status is status
        assert intake.antwoorden[code].wijze is Wijze.TOLK


def test_an_empty_choice_takes_the_answer_back() -> None:
    intake = nieuw()
    zeg(intake, "SP01", "familie")
    assert zeg(intake, "SP01").status is Antwoordstatus.OPEN
    assert stand(intake, VRAGEN["SP01"], LIJST) is Stand.OPEN


def test_what_the_client_touched_waits_for_the_klantmanager() -> None:
    intake = nieuw()
    for code in ("WK01", "SP01"):
        intake.beantwoord(
            VRAGEN[code],
            een_antwoord(VRAGEN[code]),
            door="km",
            wijze=Wijze.GEWEZEN,
            nu=NU,
            bevestigd=False,
        )
    assert te_bevestigen(intake, gang(intake, LIJST)) == ("SP01", "WK01")
    intake.bevestig(VRAGEN["SP01"], nu=NU)
    assert te_bevestigen(intake, gang(intake, LIJST)) == ("WK01",)
    zeg(intake, "WK01", waarde="3")
    assert te_bevestigen(intake, gang(intake, LIJST)) == ()


# ---- choices ------------------------------------------------------------------------------


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(MEER), st.data())
def test_touching_tiles_keeps_the_rules_of_a_multiple_choice(
    code: str, data: st.DataObject
) -> None:
    vraag = VRAGEN[code]
    gekozen: tuple[str, ...] = ()
    for optie in data.draw(st.lists(st.sampled_from(vraag.keuzecodes), max_size=12)):
        vol = vraag.max is not None and len([o for o in gekozen if o != vraag.geen]) >= vraag.max
        if optie not in gekozen and optie != vraag.geen and vol:
            with pytest.raises(Invoerfout) as gevangen:
                schakel(vraag, gekozen, optie)
            assert str(vraag.max) in str(gevangen.value)
            continue
        nieuw_ = schakel(vraag, gekozen, optie)
        assert (optie in nieuw_) == (optie not in gekozen)
        if optie == vraag.geen and optie in nieuw_:
            assert nieuw_ == (optie,)
        elif optie in nieuw_:
            # The last touched is the last in rank; the rest keeps its order.
            assert nieuw_ == (*[o for o in gekozen if o != vraag.geen], optie)
        else:
            assert nieuw_ == tuple(o for o in gekozen if o != optie)
        gekozen = nieuw_
        assert vraag.geen not in gekozen or gekozen == (vraag.geen,)
        controleer(vraag, Keuze(gekozen))


@pytest.mark.parametrize("code", [c for c in MEER if VRAGEN[c].geen])
def test_nothing_and_something_exclude_each_other(code: str) -> None:
    vraag = VRAGEN[code]
    assert vraag.geen is not None
    iets = tuple(c for c in vraag.keuzecodes if c != vraag.geen)[:2]
    assert schakel(vraag, iets, vraag.geen) == (vraag.geen,)
    assert schakel(vraag, (vraag.geen,), iets[0]) == (iets[0],)
    assert schakel(vraag, (vraag.geen,), vraag.geen) == ()


@pytest.mark.parametrize("code", ["SP02", "FI05", "FG01", "WO11"])
def test_of_a_single_choice_the_last_touch_counts(code: str) -> None:
    vraag = VRAGEN[code]
    een, twee = vraag.keuzecodes[:2]
    assert schakel(vraag, (een,), twee) == (twee,)
    assert schakel(vraag, (een,), een) == ()
    with pytest.raises(Invoerfout):
        controleer(vraag, Keuze((een, twee)))


def test_an_order_survives_the_store(store: Store, maak_intake: Callable[..., str]) -> None:
    intake_id = maak_intake()
    for volgorde in (("zorg", "bouw", "vis"), ("vis", "zorg"), ("bouw", "vis", "zorg")):
        with store.work() as work:
            zeg(work.intake(intake_id, "WK07"), "WK07", *volgorde, nu=work.nu)
        with store.lees() as sessie:
            intake = sessie.get_one(BredeIntake, intake_id)
            assert intake.antwoorden["WK07"].opties == volgorde
            rangen = {
                t.code: t.rang
                for n in range(3)
                for t in beeld(intake, "WK07", schermen(intake, VRAGEN["WK07"])[0], n).tegels
                if t.gekozen
            }
            assert rangen == {code: n for n, code in enumerate(volgorde, 1)}


def test_what_does_not_fit_the_question_is_refused_and_nothing_is_kept() -> None:
    intake = nieuw()
    vier = ("zorg", "bouw", "vis", "keuken")
    with pytest.raises(Invoerfout, match="hoogstens 3"):
        zeg(intake, "WK07", *vier)
    with pytest.raises(ValueError, match="astronaut"):
        zeg(intake, "WK07", "astronaut")
    for fout in ("31", "-1", "zes", "2,5", "", " ", "²", "½", "1e1"):
        with pytest.raises(Invoerfout):
            zeg(intake, "WK01", waarde=fout)
    for fout in ("gisteren", "2026-13", "31-05-2026", ""):
        with pytest.raises(Invoerfout):
            zeg(intake, "WO02", waarde=fout)
    assert intake.antwoorden == {}


@given(st.text(max_size=6) | st.text(alphabet="0127²٣७½-. ", max_size=3))
def test_a_number_is_a_number_or_a_sentence_never_a_crash(tekst: str) -> None:
    zin = ""
    try:
        controleer(VRAGEN["OP01"], Keuze(waarde=tekst))
    except Invoerfout as fout:
        zin = f"{fout.veld}: {fout}"
    assert (zin.startswith("OP01: ") and zin.endswith(".")) or 0 <= int(tekst) <= 20


# ---- scores -------------------------------------------------------------------------------


@pytest.mark.parametrize("code", SCHALEN)
def test_a_score_counts_only_with_its_sentence_of_reason(code: str) -> None:
    intake, vraag = nieuw(), VRAGEN[code]
    assert vraag.reden_verplicht
    assert vraag.keuzecodes == ("1", "2", "3", "4", "5", "nog-niet")
    for score in vraag.keuzecodes:
        zeg(intake, code, score)
        assert stand(intake, vraag, LIJST) is Stand.OPEN
    for leeg in ("", "  ", " ab "):
        with pytest.raises(RedenNodig):
            intake.motiveer(vraag, leeg)
        assert intake.antwoorden[code].reden is None
    intake.motiveer(vraag, " Regelt alles zelf. ")
    assert intake.antwoorden[code].reden == "Regelt alles zelf."
    assert stand(intake, vraag, LIJST) is Stand.GEVRAAGD
    assert (intake.antwoorden[code].door, intake.antwoorden[code].op) == ("km", NU)
    zeg(intake, code)
    assert stand(intake, vraag, LIJST) is Stand.OPEN


@pytest.mark.parametrize(
    ("code", "delen"),
    [("RE13", {"motivatie": "Wil graag leren."}), ("FI13", {"verwachting": "stoppen"})],
)
def test_a_reason_and_a_part_are_no_score(code: str, delen: dict[str, Any]) -> None:
    intake = nieuw()
    zeg(intake, code, delen=delen)
    intake.motiveer(VRAGEN[code], "Regelt alles zelf.")
    assert stand(intake, VRAGEN[code], LIJST) is Stand.OPEN
    zeg(intake, code, "5", delen=delen)
    assert stand(intake, VRAGEN[code], LIJST) is Stand.GEVRAAGD


# ---- streams ------------------------------------------------------------------------------


@pytest.mark.parametrize("code", CODES)
def test_an_answer_travels_in_the_most_guarded_stream_of_its_question(code: str) -> None:
    vraag = VRAGEN[code]
    if code in ("MG10", "RE11"):
        verwacht = Stroomklasse.AFGESCHERMD
    elif "GZ" in vraag.bijzonder or vraag.domein in ("FG", "MG"):
        verwacht = Stroomklasse.GEZONDHEID
    elif "KI" in vraag.bijzonder:
        verwacht = Stroomklasse.KINDEREN
    elif "FI" in vraag.bijzonder or vraag.domein == "FI":
        verwacht = Stroomklasse.GELD
    elif vraag.wie is Wie.K:
        verwacht = Stroomklasse.SCORE
    else:
        verwacht = {
            "SP": Stroomklasse.SOCIAAL,
            "WO": Stroomklasse.WONEN,
            "AD": Stroomklasse.DAGELIJKS,
            "MO": Stroomklasse.MOBILITEIT,
            "RE": Stroomklasse.REGIE,
            "OP": Stroomklasse.KINDEREN,
            "WK": Stroomklasse.WERK,
        }[vraag.domein]
    assert zeg_niet(nieuw(), code, LATER).stroomklasse is verwacht


def noteer(
    intake: BredeIntake,
    domein: str,
    code: str | None,
    soort: Notitiesoort,
    tekst: str = "Hoort graag muziek.",
    notitie_id: str | None = None,
) -> Notitie | None:
    vraag = VRAGEN[code] if code else None
    return intake.noteer(
        domein, tekst, vraag=vraag, soort=soort, door="km", nu=NU, notitie_id=notitie_id
    )


@pytest.mark.parametrize(
    ("domein", "code", "klasse"),
    [
        ("WO", "WO01", Stroomklasse.GEWOON),
        ("WO", None, Stroomklasse.GEWOON),
        ("FG", None, Stroomklasse.GEZONDHEID),
        ("MG", None, Stroomklasse.GEZONDHEID),
        ("MG", "MG01", Stroomklasse.GEZONDHEID),
        # Ordinary questions in a health block; what is written there is about health.
        ("FG", "FG02", Stroomklasse.GEZONDHEID),
        ("MG", "MG07", Stroomklasse.GEZONDHEID),
        ("MG", "MG09", Stroomklasse.GEZONDHEID),
        # Health questions in other blocks.
        ("AD", "AD04", Stroomklasse.GEZONDHEID),
        ("MO", "MO10", Stroomklasse.GEZONDHEID),
        ("OP", "OP08", Stroomklasse.GEZONDHEID),
    ],
)
def test_a_note_travels_by_what_it_is_about_and_a_shielded_one_always_apart(
    domein: str, code: str | None, klasse: Stroomklasse
) -> None:
    gewoon = noteer(nieuw(), domein, code, Notitiesoort.GEWOON)
    apart = noteer(nieuw(), domein, code, Notitiesoort.AFGESCHERMD)
    assert gewoon is not None
    assert apart is not None
    assert gewoon.stroomklasse is klasse
    assert apart.stroomklasse is Stroomklasse.AFGESCHERMD


def test_a_note_is_written_once_changed_in_place_and_taken_away_by_emptying_it() -> None:
    intake = nieuw()
    eerste = noteer(intake, "WO", "WO01", Notitiesoort.GEWOON, "Een.", "n1")
    assert noteer(intake, "WO", "WO01", Notitiesoort.GEWOON, "Twee.", "n1") is eerste
    assert [(n.id, n.tekst, n.soort) for n in intake.notities] == [
        ("n1", "Twee.", Notitiesoort.GEWOON)
    ]
    assert noteer(intake, "WO", None, Notitiesoort.GEWOON, "   ") is None
    assert len(intake.notities) == 1
    assert noteer(intake, "WO", "WO01", Notitiesoort.GEWOON, "  ", "n1") is None
    assert intake.notities == []


def test_a_note_that_becomes_shielded_is_another_row_and_the_old_one_goes() -> None:
    intake = nieuw()
    noteer(intake, "WO", "WO01", Notitiesoort.GEWOON, "Een.", "n1")
    apart = noteer(intake, "WO", "WO01", Notitiesoort.AFGESCHERMD, "Een.", "n1")
    assert apart is not None
    assert apart.id != "n1"
    assert [(n.tekst, n.soort) for n in intake.notities] == [("Een.", Notitiesoort.AFGESCHERMD)]
    assert {n.stroomklasse for n in intake.notities} == {Stroomklasse.AFGESCHERMD}


def test_shielded_words_are_journalled_in_the_shielded_stream_only(
    store: Store, maak_intake: Callable[..., str]
) -> None:
    intake_id = maak_intake()
    with store.work() as work:
        intake = work.get(BredeIntake, intake_id)
        intake.meld_alleen(True, door=work.door, nu=work.nu)
        zeg(intake, "MG10", "nee", nu=work.nu)
        noteer(intake, "MG", "MG10", Notitiesoort.AFGESCHERMD, "Stappen gevolgd.")
        noteer(intake, "WO", "WO01", Notitiesoort.GEWOON, "Kijkt uit naar de sleutel.")
    with store.lees() as sessie:
        rijen = sessie.execute(sa.select(Wijziging.stroom, Wijziging.waarde, Wijziging.entiteit))
        stromen: dict[str, set[str]] = {}
        for stroom, waarde, entiteit in rijen:
            for woord in ("Stappen gevolgd.", "Kijkt uit naar de sleutel."):
                if woord in (waarde or ""):
                    stromen.setdefault(woord, set()).add(stroom)
            if entiteit == "antwoord":
                stromen.setdefault("antwoord", set()).add(stroom)
    assert stromen == {
        "Stappen gevolgd.": {"0171:afgeschermd"},
        "Kijkt uit naar de sleutel.": {"0171:gewoon"},
        "antwoord": {"0171:afgeschermd"},
    }


# ---- the list that an intake began with ---------------------------------------------------


def nieuwe_lijst() -> Vragenlijst:
    """An update: one question gone, one reworded, one new, one condition changed."""
    ruw = copy.deepcopy(dict(LIJST.bron))
    wonen = [v for v in ruw["WO"]["vraag"] if v["code"] != "WO10"]
    for vraag in wonen:
        if vraag["code"] == "WO01":
            vraag["tekst"] = "Waar slaap je nu?"
        if vraag["code"] == "WO09":
            vraag["voorwaarde"] = [{"vraag": "WO01", "keuze": ["azc"]}]
    wonen.append({"code": "WO12", "tekst": "Heb je een kelder?", "type": "yn", "wie": "P"})
    ruw["WO"]["vraag"] = wonen
    return vragenlijst_uit(ruw.values())


def test_an_intake_keeps_the_question_list_that_it_began_with(
    store: Store, maak_intake: Callable[..., str], tmp_path: Path, klok: Callable[[], datetime]
) -> None:
    oud_id = maak_intake()
    with store.work() as work:
        zeg(work.get(BredeIntake, oud_id), "WO10", "soms", nu=work.nu)
        zeg(work.get(BredeIntake, oud_id), "WO01", "azc", nu=work.nu)
    store.sluit()

    nieuwe = nieuwe_lijst()
    assert nieuwe.versie != LIJST.versie
    later = Store(tmp_path, SLEUTEL, nieuwe, klok=klok)
    try:
        with later.lees() as sessie:
            intake = sessie.get_one(BredeIntake, oud_id)
            lijst = later.lijst_van(intake.vragenlijst)
            assert lijst == LIJST
            assert lijst.versie == LIJST.versie == intake.vragenlijst
            assert lijst.vragen["WO01"].tekst == "Waar woon je nu?"
            assert "WO12" not in lijst.vragen
            assert telt_mee(intake, lijst.vragen["WO10"], lijst) is not None
            assert "WO09" not in gang(intake, lijst)
            assert len(voortgang(intake, lijst).standen) == 123
            dossier = intake.dossier
            verse = nieuwe_intake(dossier, later.lijst, taal="ar")
        later.begin_intake(verse)
        with later.lees() as sessie:
            lijst = later.lijst_van(sessie.get_one(BredeIntake, verse.id).vragenlijst)
            assert lijst == nieuwe
            assert "WO10" not in lijst.vragen
            assert lijst.vragen["WO01"].tekst == "Waar slaap je nu?"
        with pytest.raises(LookupError):
            later.lijst_van("onbekend")
    finally:
        later.sluit()


def test_a_kept_list_is_read_back_as_it_was() -> None:
    for lijst in (LIJST, nieuwe_lijst()):
        assert vragenlijst_uit_json(lijst.als_json()) == lijst
        assert [v.code for v in vragenlijst_uit_json(lijst.als_json()).gespreksvolgorde] == [
            v.code for v in lijst.gespreksvolgorde
        ]


# ---- judgements stay out of the catalogues ------------------------------------------------


def test_no_judgement_is_in_any_catalogue() -> None:
    oordelen = {c for c, v in VRAGEN.items() if v.wie is Wie.K}
    assert len(oordelen) == 16
    zinnen = {VRAGEN[c].tekst for c in oordelen}
    zinnen |= {deel.tekst for c in oordelen for deel in VRAGEN[c].delen}
    talen = [
        ("i18n", pad.parent.parent.name, "LC_MESSAGES", "vragen.po")
        for pad in bron("i18n").glob("*/LC_MESSAGES/vragen.po")
    ]
    assert len(talen) >= 3
    boeken = [
        [(r.context, r.bron) for r in po(*pad)[1]] for pad in [*talen, ("i18n", "vragen.pot")]
    ]
    for regels in [list(teksten(LIJST)), *boeken]:
        assert len(regels) > 400
        assert {re.split(r"[./]", context)[0] for context, _ in regels} & oordelen == set()
        assert {tekst for _, tekst in regels} & zinnen == set()
