"""What the client's page of the plan says and what is heard of it, and nothing of health."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication

from desktop import catalogi
from desktop.documents import mijnplan as module
from desktop.documents.bestand import bestandsnaam
from desktop.documents.mijnplan import maak_mijnplan
from desktop.documents.mijnplangegevens import INVULLEN, mijnplan_uit
from desktop.documents.mijnplanluisteren import te_horen
from desktop.documents.mijnplanwaarden import Mijnplan, Planafspraak
from desktop.models.geluidsbeeld import uiting_van
from desktop.models.pipinhoud import (
    Bezigheid,
    Data,
    Leerroute,
    Niveau,
    Pipinhoud,
    Regel,
)
from desktop.models.prompts import Catalogus, Prompts
from desktop.models.taalkeuze import Taalkeuze
from desktop.views import stijl
from desktop.views.widgets.pictogram import PictogramRegister
from tests.documents.mijnplanproef import (
    EIGEN_DOEL,
    INHOUD,
    RTL,
    TALEN,
    VANDAAG,
    Plekken,
    letters,
    mijn_plan,
    plekken_van,
    prompts_van,
    teksten,
    zonder,
)
from tests.pagina.papieren import Papier


@pytest.fixture
def teken(qapp: QApplication) -> Callable[[QPainter, QRectF, str], None]:
    stijl.laad_letters()
    return PictogramRegister().teken


@pytest.fixture
def maak(teken: Callable[[QPainter, QRectF, str], None]) -> Callable[[Mijnplan], Papier]:
    return lambda plan: Papier(maak_mijnplan(plan, teken))


@pytest.fixture
def gezet(teken: object, monkeypatch: pytest.MonkeyPatch) -> Callable[[Mijnplan], Plekken]:
    return lambda plan: plekken_van(plan, monkeypatch)


# What it says


@pytest.mark.parametrize("tag", TALEN)
def test_it_is_one_a4_in_both_languages(maak: Callable[[Mijnplan], Papier], tag: str) -> None:
    plan = mijn_plan(tag)
    papier = maak(plan)
    assert papier.maten == [(595, 842)]
    gelezen = letters(papier.tekst)
    assert plan.route is not None
    for tekst in (plan.titel, plan.uitleg, plan.route.tekst, plan.geld.tekst, plan.niet_eens):
        assert tekst.vertaald
        assert letters(tekst.nederlands) in gelezen
        if tag not in RTL:  # those are read back by another test
            assert letters(tekst.tekst) in gelezen
    for woord in ("Anneke de Boer", "0527 63 39 11", "Yusuf Ahmed", "13 januari 2027", EIGEN_DOEL):
        assert letters(woord) in gelezen
    assert plan.concept is None or letters(plan.concept.nederlands) in gelezen
    assert (plan.concept is None) is (tag == "nl")


def test_the_words_of_a_person_are_dutch_alone_and_marked(
    gezet: Callable[[Mijnplan], Plekken],
) -> None:
    plan = mijn_plan("so")
    assert [d.tekst.vertaald for d in plan.doelen] == [True, True, False]
    assert plan.alleen_nederlands is not None
    gezien = [tekst for tekst, _vak in gezet(plan).teksten]
    # The goal, the work, two dates, and the mark that explains the others.
    assert gezien.count("NL") == 5
    assert gezien.count(EIGEN_DOEL) == 1
    assert "NL" not in [tekst for tekst, _vak in gezet(mijn_plan("nl")).teksten]
    klaar = zonder("doel", Regel("1", "doel", "", doelcode="doel.mo1"))
    alleen_klaar = replace(klaar, regels=tuple(r for r in klaar.regels if r.onderdeel == "doel"))
    assert mijn_plan("so", alleen_klaar).alleen_nederlands is None


def test_a_ready_goal_that_was_rewritten_is_no_longer_that_goal() -> None:
    anders = Regel("1", "doel", "Ik leer fietsen in de stad.", doelcode="doel.mo1")
    onbekend = Regel("2", "doel", "Ik zing.", doelcode="doel.bestaat-niet")
    een, twee = mijn_plan("ar", zonder("doel", anders, onbekend)).doelen
    assert (een.tekst.tekst, een.tekst.vertaald) == ("Ik leer fietsen in de stad.", False)
    assert twee.tekst.tekst == "Ik zing."


@pytest.mark.parametrize(
    ("route", "niveau", "zin"),
    [
        (Leerroute.B1, Niveau.B1, "tot niveau B1"),
        (Leerroute.B1, Niveau.A2, "tot niveau A2"),
        (Leerroute.B1, None, "tot niveau B1"),
        (Leerroute.ONDERWIJS, Niveau.B1, "Onderwijsroute"),
        (Leerroute.Z, None, "Z-route"),
    ],
)
def test_the_route_has_its_own_sentence(route: Leerroute, niveau: Niveau | None, zin: str) -> None:
    plan = mijn_plan("fr", replace(INHOUD, leerroute=route, niveau=niveau))
    assert plan.route is not None
    assert zin in plan.route.tekst.nederlands


def test_the_week_stands_in_its_days_and_parts() -> None:
    ochtend, middag, avond = mijn_plan("en").week
    assert [c and c.tekst.nederlands for c in ochtend.cellen] == [*["Nederlandse les"] * 4, "Werk"]
    assert [c is None for c in middag.cellen] == [False, True, False, False, False]
    assert avond.cellen == (None,) * 5
    assert mijn_plan("en").dagen[0].tekst == "Monday"
    assert [d.nederlands for d in mijn_plan("ti").dagen] == [
        "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag",
    ]  # fmt: skip


def test_taking_part_is_only_there_when_there_is_some() -> None:
    alleen_les = replace(zonder("taal_en_werk"), week={"1-ochtend": Bezigheid.TAALLES})
    assert mijn_plan("nl", alleen_les).meedoen == ()
    woorden = [deel.tekst.nederlands for deel in mijn_plan("nl").meedoen]
    assert woorden == [
        "Werk",
        "Vrijwilligerswerk",
        "Werk leren (stage)",
        "Helpt bij de kringloopwinkel.",
    ]
    reden = replace(alleen_les, participatie_reden="Kan nu niet werken door rugpijn.")
    assert "rugpijn" not in " ".join(teksten(mijn_plan("nl", reden)))


def test_money_says_who_pays_and_until_when() -> None:
    plan = mijn_plan("en")
    assert plan.geld.tekst.nederlands.startswith("De gemeente betaalt")
    assert plan.geld_tot is not None
    assert "31 May 2027" in plan.geld_tot.tekst.replace("\u00a0", " ")
    assert "31 mei 2027" in plan.geld_tot.nederlands.replace("\u00a0", " ")
    zelf = mijn_plan("en", replace(INHOUD, uitkering=False, ontzorgen=False))
    assert zelf.geld.tekst.nederlands.startswith("Ik betaal zelf")
    assert zelf.geld_tot is None


def test_helpers_are_named_once_the_contact_first_and_never_the_client() -> None:
    regels = [
        Regel(str(n), "afspraak", "x", wie=wie)
        for n, wie in enumerate(
            ("anneke de boer", "Cliënt", "Tesfay Gebremedhin", " klantmanager ", "Taalpunt", "")
        )
    ]
    helpers = mijn_plan("nl", zonder("afspraak", *regels)).helpers
    assert [h.naam for h in helpers] == ["Anneke de Boer", "Yusuf Ahmed", "Taalpunt"]
    assert [h.telefoon for h in helpers] == ["0527 63 39 11", "06 12 34 56 78", ""]


def test_three_next_days_in_order_and_none_that_is_past() -> None:
    dagen = [VANDAAG + timedelta(days=n) for n in (-1, 0, 30, 5, 400)]
    afspraken = [Planafspraak(dag, f"dag {dag.isoformat()}") for dag in dagen]
    plan = mijnplan_uit(
        replace(INHOUD, regels=()), prompts_van("nl"), vandaag=VANDAAG, afspraken=afspraken
    )
    wat = [dag.wat.tekst for dag in plan.data if dag.wat is not None]
    assert wat == ["dag 2026-12-01", "dag 2026-12-06", "dag 2026-12-31"]


@pytest.mark.parametrize("tag", TALEN)
def test_a_progress_talk_of_the_program_is_in_the_language_of_the_client(tag: str) -> None:
    standaard = [z.tekst for z in catalogi.pipkader().standaard if z.onderdeel == "voortgang"]
    regels = [Regel("1", "voortgang", standaard[0], wanneer=date(2027, 1, 5))]
    regels += [Regel("2", "voortgang", "Gesprek over de cursus.", wanneer=date(2027, 2, 2))]
    regels += [Regel("3", "afspraak", standaard[0], wanneer=date(2027, 3, 2))]
    wat = [dag.wat for dag in mijn_plan(tag, replace(INHOUD, regels=tuple(regels))).data]
    assert [tekst is not None and tekst.vertaald for tekst in wat] == [True, False, False]
    assert wat[0] is not None
    assert "klantmanager" in wat[0].nederlands
    assert (wat[0].tekst == wat[0].nederlands) is (tag == "nl")


def test_days_have_the_digits_and_the_calendar_of_the_client() -> None:
    ar = mijn_plan("ar", cijfers=catalogi.talen()["ar"].cijfers)
    eerste = ar.data[0].datum
    assert (eerste.weekdag, eerste.dag) == ("الثلاثاء", "٨")
    assert eerste.eigen == "٢٨ جمادى الآخرة ١٤٤٨"
    assert ar.data[0].nederlands == "dinsdag 8 december 2026"
    assert "١٣" in ar.niet_eens.tekst
    assert "13" in ar.niet_eens.nederlands
    assert mijn_plan("ti").data[0].datum.eigen == "29 ሕዳር 2019"


def test_the_end_is_the_day_of_the_letter_and_not_yet_sure() -> None:
    plan = mijn_plan("nl")
    assert plan.klaar is not None
    assert plan.klaar.nederlands == "zaterdag 1 december 2029"  # as the letter says
    assert "vóór deze dag" in plan.klaar_kop.tekst
    assert plan.voorlopig is not None
    zeker = mijn_plan("nl", replace(INHOUD, data=replace(INHOUD.data, voorlopig=False)))
    assert zeker.voorlopig is None
    niets = mijn_plan("nl", replace(INHOUD, data=Data()))
    assert (niets.klaar, niets.voorlopig) == (None, None)


def test_without_a_day_of_sending_the_day_of_bezwaar_is_written_by_hand() -> None:
    plan = mijn_plan("fa", replace(INHOUD, data=Data()))
    assert INVULLEN in plan.niet_eens.tekst
    assert INVULLEN in plan.niet_eens.nederlands


@pytest.mark.parametrize("tag", TALEN)
def test_health_is_not_on_it_unless_that_was_chosen(tag: str) -> None:
    ziek = (
        Regel("g1", "doel", "Doel over de rug", gezondheid=True),
        Regel("g2", "doel", "", doelcode="doel.fg1"),
        Regel("g3", "doel", "Doel over slapen", domein="MG"),
        Regel("g4", "taal_en_werk", "Werk ondanks de rug", gezondheid=True),
        Regel(
            "g5", "afspraak", "Naar de dokter", wie="Dr. Bakker", wanneer=VANDAAG, gezondheid=True
        ),
    )
    inhoud = replace(INHOUD, regels=ziek)
    prompts = prompts_van(tag)
    alles = " ".join(teksten(mijnplan_uit(inhoud, prompts, vandaag=VANDAAG)))
    met = mijnplan_uit(inhoud, prompts, vandaag=VANDAAG, met_gezondheid=True)
    for woord in ("rug", "slapen", "huisarts", "dokter", "Bakker"):
        assert woord not in alles
        assert woord in " ".join(teksten(met))
    assert not mijnplan_uit(inhoud, prompts, vandaag=VANDAAG).ingekort


def test_the_client_is_not_named_on_it_nor_in_the_file(maak: Callable[[Mijnplan], Papier]) -> None:
    papier = maak(mijn_plan("ti"))
    assert "Gebremedhin" not in papier.tekst + "".join(papier.gegevens.values())
    assert bestandsnaam("mijn-plan", "0171-26-ABC123") == "mijn-plan-0171-26-ABC123.pdf"


def test_without_a_translation_the_dutch_stands_there_once(
    maak: Callable[[Mijnplan], Papier],
) -> None:
    leeg = Prompts(catalogi.talen()["ar"], Catalogus({}), catalogi.schermteksten())
    papier = maak(mijnplan_uit(INHOUD, leeg, vandaag=VANDAAG))
    assert papier.maten == [(595, 842)]
    assert papier.tekst.count("Mijn leerroute") == 1
    assert papier.tekst.count("De brief in het Nederlands is de officiële tekst.") == 1


# What is heard


@pytest.mark.parametrize("tag", TALEN)
def test_it_is_heard_in_the_order_of_reading(tag: str) -> None:
    plan = mijn_plan(tag)
    gehoord = te_horen(plan)
    volgorde_ = list(dict.fromkeys(deel.sleutel.partition("-")[0] for deel in gehoord))
    assert volgorde_ == [
        "titel", "route", "week", "doelen", "doel", "meedoen", "geld", "hulp", "data", "klaar",
        "niet", "wet",
    ]  # fmt: skip
    zinnen = [deel.tekst.tekst for deel in gehoord]
    assert (EIGEN_DOEL in zinnen) is (tag == "nl"), "no voice reads Dutch as its own language"
    assert "Anneke de Boer" in zinnen
    assert plan.wet.tekst in zinnen
    dinsdag = [deel.tekst.tekst for deel in gehoord if deel.sleutel == "week-2"]
    assert dinsdag == [
        plan.dagen[1].tekst,
        plan.week[0].dagdeel.tekst.tekst,
        plan.week[0].cellen[1].tekst.tekst if plan.week[0].cellen[1] else "",
    ]


@pytest.mark.parametrize("tag", TALEN)
def test_everything_that_is_heard_can_be_said_in_the_own_language(tag: str) -> None:
    prompts, keuze = prompts_van(tag), Taalkeuze(tag, tag)
    for deel in te_horen(mijn_plan(tag)):
        uiting = uiting_van(deel.sleutel, deel.tekst, prompts, keuze)
        assert uiting is not None, deel
        assert uiting.uitspraak
        if tag != "nl":
            assert uiting.uitspraak not in ("maandag", "dinsdag 8 december 2026")
            assert uiting.uitspraak != deel.tekst.nederlands or deel.tekst.tekst == uiting.uitspraak


def test_every_picture_that_it_names_is_there() -> None:
    namen = set(PictogramRegister().namen)
    for code, tekst in catalogi.schermteksten().items():
        if code.startswith(("plan.", "doel.")) and "pictogram" in tekst:
            assert tekst["pictogram"] in namen, code
    assert {code for code in catalogi.schermteksten() if code.startswith("doel.")} == {
        code
        for code, tekst in catalogi.schermteksten().items()
        if code.startswith("doel.") and "pictogram" in tekst
    }


def test_the_page_of_a_plan_that_is_hardly_begun(maak: Callable[[Mijnplan], Papier]) -> None:
    for tag in ("nl", "ar"):
        plan = mijnplan_uit(Pipinhoud(), prompts_van(tag), vandaag=VANDAAG)
        assert (plan.route, plan.doelen, plan.helpers, plan.data) == (None, (), (), ())
        assert maak(plan).maten == [(595, 842)]
    assert module.KLEINSTE_DEEL < 1
