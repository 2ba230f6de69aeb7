"""The plan on the screen: drafted from the talk, written, checked, and kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QComboBox, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from desktop.models.basis import Stroomklasse
from desktop.models.dossier import Rol
from desktop.models.pip import Pip
from desktop.models.pipinhoud import Afkomst, Bezigheid, Dagdeel, Pipinhoud, Regel, Wijzigreden
from desktop.models.rechten import RECHTEN
from desktop.models.spoor import Inzagesoort
from desktop.store import pip as pipstore
from desktop.store import pipvaststellen
from desktop.store.fouten import SchijfVol
from desktop.store.store import Store
from desktop.sync.stand import Rechten
from desktop.views import stijl
from desktop.views.pip.scherm import Pipscherm
from desktop.views.pip.tekstknop import Tekstknop
from desktop.views.werkplek import Werkplek
from tests.pagina.pip import Pippagina
from tests.pagina.toegankelijk import niet_te_bereiken, zonder_naam
from tests.pagina.toetskamer import druk, toon
from tests.store.planwerk import besloten, compleet, mandaat
from tests.views.pip.bouw import maak_plan

ZIN = "Wij praten elke maand samen."
ANDERS = "Wij bellen elke week met elkaar."


@pytest.fixture
def antwoorden() -> int:
    """How much of the talk was held; all of it where the proposals matter."""
    return 12


HEEL_GESPREK = pytest.mark.parametrize("antwoorden", [999])


@pytest.fixture
def plan(store: Store, antwoorden: int) -> tuple[str, str]:
    """A dossier with a talk, a test and a decided weighing, and an empty draft."""
    return maak_plan(store, antwoorden=antwoorden)


@pytest.fixture
def pagina(qtbot: QtBot, werkplek: Werkplek, plan: tuple[str, str]) -> Pippagina:
    return Pippagina(qtbot, Pipscherm(werkplek, plan[0]))


@pytest.fixture
def drie(store: Store, plan: tuple[str, str], pagina: Pippagina) -> Pippagina:
    """Three sentences under the goals."""
    regels = [Regel("", "doel", tekst) for tekst in ("Een.", "Twee.", "Drie.")]
    pipstore.voeg_regels_toe(store, plan[1], regels)
    pagina.wacht()
    return pagina


def op_schijf(store: Store, pip_id: str) -> Pipinhoud:
    with store.lees() as sessie:
        return pipstore.inhoud_van(sessie, sessie.get_one(Pip, pip_id))


def regel(store: Store, pip_id: str, tekst: str) -> Regel:
    (gevonden,) = (r for r in op_schijf(store, pip_id).regels if r.tekst == tekst)
    return gevonden


# Drafted from the talk


@HEEL_GESPREK
def test_the_talk_proposes_sentences_that_say_from_which_answer_they_come(
    pagina: Pippagina,
) -> None:
    voorstellen = pagina.voorstellen("sterk_punt")
    assert "Ik lees en schrijf goed in mijn eigen taal." in voorstellen
    pagina.neem_over("sterk_punt", "Ik lees en schrijf")
    assert pagina.zinnen("sterk_punt") == ["Ik lees en schrijf goed in mijn eigen taal."]
    assert pagina.herkomst("sterk_punt", "Ik lees en schrijf goed in mijn eigen taal.") == (
        "Uit antwoord RE06: Goed"
    )
    assert "Ik lees en schrijf goed in mijn eigen taal." not in pagina.voorstellen("sterk_punt")


@HEEL_GESPREK
def test_the_chip_of_its_origin_opens_the_question_and_the_answer(pagina: Pippagina) -> None:
    zin = "Ik lees en schrijf goed in mijn eigen taal."
    pagina.neem_over("sterk_punt", zin)
    chip = pagina.rij("sterk_punt", zin).chip
    druk(pagina.qtbot, chip)
    vraag = pagina.scherm.plek.store.lijst.vragen["RE06"].tekst
    assert f"{vraag}\nGoed" in pagina.woorden


@HEEL_GESPREK
def test_the_origin_stays_when_the_words_change(
    pagina: Pippagina, store: Store, plan: tuple[str, str]
) -> None:
    zin = "Ik lees en schrijf goed in mijn eigen taal."
    pagina.neem_over("sterk_punt", zin)
    pagina.typ_over("sterk_punt", zin, "Ik lees graag boeken.")
    assert pagina.zinnen("sterk_punt") == ["Ik lees graag boeken."]
    assert pagina.herkomst("sterk_punt", "Ik lees graag boeken.") == "Uit antwoord RE06: Goed"
    assert regel(store, plan[1], "Ik lees graag boeken.").afkomst.code == "RE06"
    assert zin not in pagina.voorstellen("sterk_punt")  # it is in the plan, in other words


@HEEL_GESPREK
def test_all_of_a_heading_at_once_and_taken_back_at_once(
    pagina: Pippagina, store: Store, plan: tuple[str, str]
) -> None:
    voor = pagina.voorstellen("ontwikkelwens")
    assert len(voor) > 1
    pagina.neem_alle("ontwikkelwens")
    assert pagina.zinnen("ontwikkelwens") == voor
    pagina.zet_terug()
    assert pagina.zinnen("ontwikkelwens") == []
    assert not op_schijf(store, plan[1]).regels
    assert pagina.voorstellen("ontwikkelwens") == voor


@HEEL_GESPREK
def test_of_many_strengths_one_press_takes_the_first_and_the_others_stay(
    pagina: Pippagina,
) -> None:
    voor = pagina.voorstellen("sterk_punt")
    assert len(voor) > 8
    vak = pagina.kaart("sterk_punt").voorstellen
    assert vak is not None
    assert vak.alle.text() == "Neem de eerste 8 over"
    pagina.neem_alle("sterk_punt")
    assert len(pagina.zinnen("sterk_punt")) == 8
    assert pagina.voorstellen("sterk_punt")
    assert set(pagina.voorstellen("sterk_punt")).isdisjoint(pagina.zinnen("sterk_punt"))
    assert not vak.alle.isVisible()


@HEEL_GESPREK
def test_health_never_comes_along_and_stands_apart(
    pagina: Pippagina, store: Store, plan: tuple[str, str]
) -> None:
    gezond = [r for rij in pagina.scherm.plek.voorstellen.values() for r in rij if r.gezondheid]
    assert gezond, "the talk has no health proposals: the test proves nothing"
    druk(pagina.qtbot, pagina.scherm.neem_alles)
    pagina.wacht()
    over = op_schijf(store, plan[1]).regels
    assert over
    assert not any(r.gezondheid for r in over)

    kop = gezond[0].onderdeel
    pagina.toon_voorstellen(kop)
    vak = pagina.kaart(kop).voorstellen
    assert vak is not None
    assert vak.apart.isVisible()
    assert not vak.alle.isVisible()  # only health is left: one by one
    pagina.neem_over(kop, gezond[0].tekst)
    assert pagina.rij(kop, gezond[0].tekst).lees.onder.startswith("Gezondheid")


@HEEL_GESPREK
def test_the_main_goal_is_proposed_from_the_wish(
    pagina: Pippagina, store: Store, plan: tuple[str, str]
) -> None:
    kaart = pagina.hoofddoel
    voorstel = pagina.scherm.plek.hoofddoelvoorstel
    assert voorstel
    druk(pagina.qtbot, kaart.voorstel)
    pagina.wacht()
    assert kaart.veld.tekst == voorstel
    assert op_schijf(store, plan[1]).hoofddoel == voorstel
    assert not kaart.voorstel.isVisible()


def test_ready_goals_per_domain_and_none_twice(
    pagina: Pippagina, store: Store, plan: tuple[str, str]
) -> None:
    menu = pagina.doelmenu()
    domeinen = [a.text() for a in menu.actions()]
    assert domeinen == [d.titel for d in store.lijst.domeinen]
    onder = menu.actions()[0].menu()
    assert isinstance(onder, QMenu)
    keuze = next(a for a in onder.actions() if a.text() == "Ik leer mijn buren kennen.")
    keuze.trigger()
    pagina.wacht()
    assert pagina.zinnen("doel") == ["Ik leer mijn buren kennen."]
    assert regel(store, plan[1], "Ik leer mijn buren kennen.").doelcode == "doel.sp1"
    menu = pagina.doelmenu()
    onder = menu.actions()[0].menu()
    assert isinstance(onder, QMenu)
    keuze = next(a for a in onder.actions() if a.text() == "Ik leer mijn buren kennen.")
    assert not keuze.isEnabled()


# Writing


def test_a_typed_sentence_is_in_the_plan_without_a_save_button(
    pagina: Pippagina, store: Store, plan: tuple[str, str]
) -> None:
    pagina.voeg_toe("afspraak", ZIN)
    assert pagina.zinnen("afspraak") == [ZIN]
    assert regel(store, plan[1], ZIN).onderdeel == "afspraak"
    assert pagina.herkomst("afspraak", ZIN) == ""
    assert pagina.focus is pagina.rij("afspraak", ZIN).lees


def test_a_new_line_in_which_nothing_was_typed_leaves_nothing_behind(
    pagina: Pippagina, store: Store, plan: tuple[str, str]
) -> None:
    pagina.voeg_toe("afspraak", "")
    assert pagina.kaart("afspraak").nieuw is None
    assert not op_schijf(store, plan[1]).regels
    assert pagina.focus is pagina.kaart("afspraak").erbij


def test_what_is_typed_is_kept_at_rest_while_the_line_stays_open(
    pagina: Pippagina, store: Store, plan: tuple[str, str], qtbot: QtBot
) -> None:
    druk(qtbot, pagina.kaart("afspraak").erbij)
    veld = pagina.focus
    qtbot.keyClicks(veld, ZIN)
    qtbot.waitUntil(lambda: [r.tekst for r in op_schijf(store, plan[1]).regels] == [ZIN])
    assert pagina.focus is veld  # the hands were not moved
    qtbot.keyClicks(veld, " Op dinsdag.")
    pagina.escape()
    assert pagina.zinnen("afspraak") == [f"{ZIN} Op dinsdag."]
    assert len(op_schijf(store, plan[1]).regels) == 1


def test_who_when_and_how_belong_to_a_goal(
    drie: Pippagina, store: Store, plan: tuple[str, str]
) -> None:
    drie.open("doel", "Twee.")
    editor = drie.rij("doel", "Twee.").editor
    assert editor is not None
    drie.vul(editor.wie.veld, "Taalmaatje")
    drie.vul(editor.wanneer.veld, "31-5-2027")
    drie.vul(editor.hoe.veld, "Ik ken twee buren.")
    twee = regel(store, plan[1], "Twee.")
    assert (twee.wie, twee.wanneer, twee.hoe) == (
        "Taalmaatje",
        date(2027, 5, 31),
        "Ik ken twee buren.",
    )
    rij = drie.rij("doel", "Twee.")
    rij.sluit_met_focus()
    assert rij.lees.onder == "Wie helpt: Taalmaatje  ·  31-05-2027  ·  Ik ken twee buren."


def test_who_and_when_of_a_new_goal_wait_for_its_sentence(
    pagina: Pippagina, store: Store, plan: tuple[str, str], qtbot: QtBot
) -> None:
    druk(qtbot, pagina.kaart("doel").erbij)
    rij = pagina.kaart("doel").nieuw
    assert rij is not None
    assert rij.editor is not None
    pagina.vul(rij.editor.wie.veld, "Buurvrouw")
    assert not op_schijf(store, plan[1]).regels
    assert not rij.sluit()  # half a line: it says so, and nothing is lost
    assert rij.editor.tekst.fout.text() == "Schrijf een zin op, of haal deze regel weg."
    rij.editor.richt()
    qtbot.keyClicks(pagina.focus, "Ik leer fietsen.")
    qtbot.keyClick(pagina.focus, Qt.Key.Key_Tab)
    assert pagina.focus is rij.editor.wie.veld
    pagina.escape()
    doel = regel(store, plan[1], "Ik leer fietsen.")
    assert doel.wie == "Buurvrouw"
    assert not rij.is_open


def test_a_day_that_cannot_be_stays_in_its_field_with_a_sentence(
    drie: Pippagina, store: Store, plan: tuple[str, str]
) -> None:
    drie.open("doel", "Twee.")
    editor = drie.rij("doel", "Twee.").editor
    assert editor is not None
    drie.vul(editor.wanneer.veld, "31-2-2027")
    assert editor.wanneer.melding.isVisible()
    assert regel(store, plan[1], "Twee.").wanneer is None
    assert not drie.rij("doel", "Twee.").sluit()
    assert editor.wanneer.bewaarder.tekst == "31-2-2027"


def test_an_emptied_sentence_is_not_lost_by_accident(
    drie: Pippagina, store: Store, plan: tuple[str, str]
) -> None:
    drie.typ_over("doel", "Twee.", "")
    editor = drie.rij("doel", "Twee.").editor
    assert editor is not None  # it stays open, with a sentence that says what to do
    assert editor.tekst.fout.text() == "Schrijf een zin op, of haal deze regel weg."
    assert regel(store, plan[1], "Twee.").tekst == "Twee."


def test_removed_and_put_back_where_it_stood(
    drie: Pippagina, store: Store, plan: tuple[str, str]
) -> None:
    voor = regel(store, plan[1], "Twee.")
    drie.toets("doel", "Twee.", Qt.Key.Key_Delete)
    assert drie.zinnen("doel") == ["Een.", "Drie."]
    drie.zet_terug()
    assert drie.zinnen("doel") == ["Een.", "Twee.", "Drie."]
    assert replace(regel(store, plan[1], "Twee."), id="") == replace(voor, id="")
    assert not drie.scherm.zet_terug.isVisible()


@HEEL_GESPREK
def test_what_was_taken_over_cannot_be_taken_back_after_the_next_gesture(pagina: Pippagina) -> None:
    pagina.neem_alle("ontwikkelwens")
    assert pagina.scherm.zet_terug.isVisible()
    eerste = pagina.zinnen("ontwikkelwens")[0]
    pagina.typ_over("ontwikkelwens", eerste, "Ik wil kok worden.")
    assert not pagina.scherm.zet_terug.isVisible()
    assert pagina.scherm.voet.stand.text() == "Alles wat je typt is meteen bewaard."


def test_a_removed_sentence_cannot_be_put_back_after_the_next_gesture(drie: Pippagina) -> None:
    drie.toets("doel", "Twee.", Qt.Key.Key_Delete)
    drie.toets("doel", "Drie.", Qt.Key.Key_Up, alt=True)
    assert drie.zinnen("doel") == ["Drie.", "Een."]
    assert not drie.scherm.zet_terug.isVisible()


def test_what_was_still_being_typed_is_kept_and_leaves_the_way_back(
    drie: Pippagina, store: Store, plan: tuple[str, str]
) -> None:
    drie.open("doel", "Een.")
    drie.typ("Eerst dit.")
    drie.scherm.plek.verwijder(regel(store, plan[1], "Twee."))
    assert regel(store, plan[1], "Eerst dit.")
    drie.zet_terug()
    assert [r.tekst for r in op_schijf(store, plan[1]).bij("doel")] == [
        "Eerst dit.",
        "Twee.",
        "Drie.",
    ]


def test_lines_move_with_the_keyboard_and_stay_under_it(
    drie: Pippagina, store: Store, plan: tuple[str, str]
) -> None:
    drie.toets("doel", "Drie.", Qt.Key.Key_Up, alt=True)
    assert drie.zinnen("doel") == ["Een.", "Drie.", "Twee."]
    assert drie.focus is drie.rij("doel", "Drie.").lees
    drie.toets("doel", "Drie.", Qt.Key.Key_Up, alt=True)
    drie.toets("doel", "Drie.", Qt.Key.Key_Up, alt=True)  # it is on top already
    assert drie.zinnen("doel") == ["Drie.", "Een.", "Twee."]
    assert [r.tekst for r in op_schijf(store, plan[1]).doelen] == ["Drie.", "Een.", "Twee."]
    drie.toets("doel", "Drie.", Qt.Key.Key_Down)
    assert drie.focus is drie.rij("doel", "Een.").lees


def test_an_open_line_moves_too_and_keeps_what_is_being_typed(drie: Pippagina) -> None:
    drie.open("doel", "Een.")
    veld = drie.focus
    drie.qtbot.keyClicks(veld, " En meer")
    drie.qtbot.keyClick(veld, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert drie.focus is veld
    drie.qtbot.keyClicks(veld, ".")
    drie.escape()
    assert drie.zinnen("doel") == ["Twee.", "Een. En meer.", "Drie."]


def test_a_colleagues_change_shows_and_does_not_take_the_hands_away(
    drie: Pippagina, store: Store, plan: tuple[str, str]
) -> None:
    drie.open("doel", "Een.")
    veld = drie.focus
    drie.qtbot.keyClicks(veld, " Bezig")
    twee = regel(store, plan[1], "Twee.")
    pipstore.wijzig_regel(store, plan[1], twee.id, "tekst", ANDERS)
    assert drie.zinnen("doel")[1] == ANDERS
    assert drie.focus is veld
    pipstore.verwijder_regel(store, plan[1], twee.id)
    assert ANDERS not in drie.zinnen("doel")
    drie.escape()
    assert drie.zinnen("doel")[0] == "Een. Bezig"


def test_threatening_words_show_on_a_closed_line_too(
    drie: Pippagina, store: Store, plan: tuple[str, str]
) -> None:
    drie.qtbot.waitUntil(lambda: drie.scherm.plek.bron.lijst is not None)
    een = regel(store, plan[1], "Een.")
    pipstore.wijzig_regel(store, plan[1], een.id, "tekst", "U moet komen, anders volgt een boete.")
    rij = drie.rij("doel", "U moet komen, anders volgt een boete.")
    assert rij.lees.onder.endswith("woorden om na te kijken")
    drie.typ_over("doel", rij.lees.tekst, "Wij helpen u om te komen.")
    assert rij.lees.onder == ""


def test_the_users_own_text_is_never_markup(
    drie: Pippagina, store: Store, plan: tuple[str, str]
) -> None:
    zin = "<b>Vet</b> & <img src=x>"
    pipstore.voeg_regel_toe(
        store, plan[1], Regel("", "doel", zin, afkomst=Afkomst("wens", "x", "", zin))
    )
    rij = drie.rij("doel", zin)
    assert rij.chip.text() == "Uit de wensen: <b>Vet</b> && <img src=x>"  # one & on the screen
    assert "<" not in rij.chip.toolTip()
    druk(drie.qtbot, rij.chip)
    assert zin in drie.woorden


def test_the_screen_goes_when_a_colleague_took_the_draft_away(
    drie: Pippagina, store: Store, plan: tuple[str, str]
) -> None:
    terug: list[bool] = []
    drie.scherm.terug.connect(lambda: terug.append(True))
    pipstore.verwijder_concept(store, plan[1])
    assert terug == [True]


# Route, week, part 2


def test_the_route_comes_from_the_weighing_with_a_way_to_it(pagina: Pippagina) -> None:
    kaart = pagina.route
    assert kaart.route.text() == "B1-route, tot niveau B1"
    assert kaart.waarom.text() == "Zij leert snel en wil binnen twee jaar werken."
    gevraagd: list[bool] = []
    pagina.scherm.open_weging.connect(lambda: gevraagd.append(True))
    druk(pagina.qtbot, kaart.knop_weging)
    assert gevraagd == [True]


def test_hours_are_kept_and_a_number_that_cannot_be_has_its_sentence(
    pagina: Pippagina, store: Store, plan: tuple[str, str]
) -> None:
    velden = pagina.route.getallen
    assert "Vul de uren PVT in: minstens 12." in pagina.nodig
    pagina.vul(velden["pvt_uren"].veld, "11")
    assert "Het PVT is minstens 12 uur." in pagina.nodig
    pagina.vul(velden["pvt_uren"].veld, "12")
    assert op_schijf(store, plan[1]).pvt_uren == 12
    assert not [zin for zin in pagina.nodig if "12" in zin]
    pagina.vul(velden["map_uren"].veld, "veel")
    assert velden["map_uren"].melding.text() == "Schrijf een heel getal."
    assert op_schijf(store, plan[1]).map_uren is None
    pagina.vul(velden["map_uren"].veld, "40")
    assert not velden["map_uren"].melding.isVisible()


def test_the_week_takes_the_reason_away(
    pagina: Pippagina, store: Store, plan: tuple[str, str]
) -> None:
    kaart = pagina.week
    assert kaart.reden.isVisible()
    pagina.kies_cel(1, Dagdeel.OCHTEND, Bezigheid.TAALLES)
    assert kaart.reden.isVisible()  # lessons alone are not the other half
    pagina.kies_cel(2, Dagdeel.MIDDAG, Bezigheid.VRIJWILLIGERSWERK)
    assert not kaart.reden.isVisible()
    assert op_schijf(store, plan[1]).week == {
        "1-ochtend": Bezigheid.TAALLES,
        "2-middag": Bezigheid.VRIJWILLIGERSWERK,
    }
    pagina.kies_cel(2, Dagdeel.MIDDAG, None)
    assert kaart.reden.isVisible()
    pagina.vul(kaart.reden.veld, "Zij zorgt dit jaar nog voor haar jongste kind.")
    assert not any("meedoet naast" in zin for zin in pagina.nodig)
    assert kaart.reden.isVisible()  # what was written stays in sight


def test_part_2_comes_with_a_benefit_and_goes_with_undo(
    pagina: Pippagina, store: Store, plan: tuple[str, str]
) -> None:
    assert "plicht_pw" not in pagina.scherm.plan.kaarten
    pagina.vink(pagina.deel2.uitkering)
    assert pagina.focus is pagina.deel2.vanaf.veld
    pagina.vul(pagina.deel2.vanaf.veld, "1-12-2026")
    pagina.vink(pagina.deel2.ontzorgen)
    pagina.voeg_toe("plicht_pw", "U zoekt werk met hulp van de gemeente.")
    inhoud = op_schijf(store, plan[1])
    assert (inhoud.uitkering_vanaf, inhoud.ontzorgen) == (date(2026, 12, 1), True)
    assert "Afspraken bij de uitkering" in pagina.stand

    pagina.vink(pagina.deel2.uitkering)
    assert not op_schijf(store, plan[1]).uitkering
    assert "Afspraken bij de uitkering" not in pagina.stand
    pagina.zet_terug()
    inhoud = op_schijf(store, plan[1])
    assert (inhoud.uitkering_vanaf, inhoud.ontzorgen) == (date(2026, 12, 1), True)
    assert pagina.zinnen("plicht_pw") == ["U zoekt werk met hulp van de gemeente."]


@pytest.mark.parametrize("wat", ["cel", "alfabetisering", "afmaken", "uitkering", "gezondheid"])
def test_a_choice_that_could_not_be_kept_is_said_and_not_shown_as_chosen(
    drie: Pippagina, werkplek: Werkplek, monkeypatch: pytest.MonkeyPatch, wat: str
) -> None:
    def vol(*_wat: object, **_anders: object) -> None:
        raise SchijfVol

    drie.open("doel", "Een.")
    editor = drie.rij("doel", "Een.").editor
    assert editor is not None
    gezegd: list[str] = []
    werkplek.melding.connect(gezegd.append)
    for gebaar in ("schrijf", "zet_cel", "zet_deel2", "wijzig_regel"):
        monkeypatch.setattr(pipstore, gebaar, vol)
    lijst = drie.route.alfabetisering.lijst
    eerst = lijst.waarde()
    {
        "cel": lambda: drie.kies_cel(2, Dagdeel.MIDDAG, Bezigheid.WERK),
        "alfabetisering": lambda: lijst.activated.emit(_kies_anders(lijst)),
        "afmaken": lambda: drie.vink(drie.route.afmaken),
        "uitkering": lambda: drie.vink(drie.deel2.uitkering),
        "gezondheid": lambda: drie.vink(editor.gezondheid),
    }[wat]()
    assert any("schijf is vol" in zin for zin in gezegd)
    assert drie.week.rooster.week == {}
    assert lijst.waarde() == eerst
    for vak in (drie.route.afmaken, drie.deel2.uitkering, editor.gezondheid):
        assert not vak.isChecked()


def _kies_anders(lijst: QComboBox) -> int:
    ander = (lijst.currentIndex() + 1) % lijst.count()
    lijst.setCurrentIndex(ander)
    return ander


# What is missing


def test_setting_the_plan_is_the_next_thing_once_it_is_complete(
    qtbot: QtBot, werkplek: Werkplek, store: Store, maak_dossier: Callable[..., str]
) -> None:
    dossier_id = maak_dossier()
    besloten(store, dossier_id)
    compleet(store, dossier_id)
    pagina = Pippagina(qtbot, Pipscherm(werkplek, dossier_id))
    assert pagina.nodig == []
    assert pagina.scherm.knop_vaststellen.property("soort") == "hoofd"


def test_what_is_missing_is_a_list_from_the_start_that_goes_to_its_field(
    pagina: Pippagina,
) -> None:
    assert "Schrijf het hoofddoel op." in pagina.nodig
    assert pagina.scherm.knop_vaststellen.property("soort") == "gewoon"
    assert pagina.stand["Hoofddoel"] == "! nog 1"
    assert "Vul in hoeveel uur les er per week is." in pagina.tips
    pagina.naar_punt("Schrijf het hoofddoel op.")
    assert pagina.focus is pagina.hoofddoel.veld.veld
    pagina.qtbot.keyClicks(pagina.focus, "Ik werk in een keuken.")
    pagina.scherm.knop_versies.setFocus()
    assert "Schrijf het hoofddoel op." not in pagina.nodig
    assert pagina.stand["Hoofddoel"] == "✓ compleet"


def test_each_point_that_blocks_leads_into_the_plan(pagina: Pippagina) -> None:
    assert len(pagina.nodig) > 8
    for zin in pagina.nodig:
        pagina.scherm.knop_terug.setFocus()
        pagina.naar_punt(zin)
        assert pagina.scherm.plan.isAncestorOf(pagina.focus), zin


@HEEL_GESPREK
def test_an_empty_heading_leads_to_its_proposals(pagina: Pippagina) -> None:
    pagina.naar_punt("Onder ‘Doelen’ staat nog niets.")
    vak = pagina.kaart("doel").voorstellen
    assert vak is not None
    assert pagina.focus in vak.knoppen.values()


def test_no_heading_in_the_index_is_cut_off(pagina: Pippagina) -> None:
    letters = QFontMetricsF(stijl.letter(stijl.GEWOON))
    for knop in pagina.scherm.inhoud.knoppen.values():
        kop = knop.kop
        nog = QFontMetricsF(stijl.letter(stijl.KLEIN)).horizontalAdvance(kop.stand) + 8
        ruimte = knop.width() - 46 - (nog if kop.mist else 0)
        assert letters.horizontalAdvance(kop.kort or kop.titel) <= ruimte, kop.titel
        assert knop.accessibleName() == f"{kop.titel}: {kop.stand}"  # heard in full
    assert "Onder ‘PVT’ staat nog niets." in pagina.nodig


def test_no_line_is_pressed_together_while_the_plan_is_still_being_laid_out(
    qtbot: QtBot,
    werkplek: Werkplek,
    store: Store,
    plan: tuple[str, str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    zinnen = [Regel("", "sterk_punt", f"Zin {n}. " * 12) for n in range(20)]
    pipstore.voeg_regels_toe(store, plan[1], zinnen)
    scherm = Pipscherm(werkplek, plan[0])
    te_laag: dict[int, list[int]] = {}
    verf = Tekstknop.paintEvent

    def kijk(knop: Tekstknop, gebeurtenis: QPaintEvent) -> None:
        if scherm.plan.isAncestorOf(knop):
            tekort = knop.heightForWidth(knop.width()) - knop.height()
            te_laag.setdefault(len(scherm.plan.kaarten), []).append(tekort)
        verf(knop, gebeurtenis)

    monkeypatch.setattr(Tekstknop, "paintEvent", kijk)
    toon(qtbot, scherm, 1024, 600)
    balk = scherm.plan.rol.verticalScrollBar()

    def klaar() -> bool:
        kaart = scherm.plan.kaarten.get("sterk_punt")
        balk.setValue(kaart.y() if kaart is not None else 0)
        return len(scherm.plan.kaarten) == len(scherm.plan.koppen())

    qtbot.waitUntil(klaar)
    assert len(te_laag) > 1  # it was painted while cards were still coming
    assert max(max(rij) for rij in te_laag.values()) <= 0


def test_the_index_marks_headings_in_words_and_signs(pagina: Pippagina) -> None:
    assert pagina.stand["Doelen"] == "! nog 1"
    assert pagina.stand["Wensen"] == "○ leeg, dat mag"
    pagina.voeg_toe("ontwikkelwens", "Ik wil koken voor anderen.")
    assert pagina.stand["Wensen"] == "✓ compleet"
    knop = pagina.scherm.inhoud.knoppen["doel"]
    assert knop.accessibleName() == "Doelen: nog 1"


def test_the_index_goes_there(pagina: Pippagina) -> None:
    knop = pagina.scherm.inhoud.knoppen["afspraak"]
    knop.setFocus()
    pagina.qtbot.keyClick(knop, Qt.Key.Key_Return)
    assert pagina.scherm.inhoud.plek == "afspraak"
    assert pagina.kaart("afspraak").isAncestorOf(pagina.focus)
    assert pagina.kaart("afspraak").visibleRegion().isEmpty() is False


def test_narrow_the_list_stands_under_the_plan_and_unfolds(
    qtbot: QtBot, werkplek: Werkplek, plan: tuple[str, str]
) -> None:
    pagina = Pippagina(qtbot, Pipscherm(werkplek, plan[0]), 1024, 600)
    nog = pagina.scherm.nog
    assert nog.y() > pagina.scherm.plan.y()
    assert not nog.rol.isVisible()
    assert nog.telling.text().endswith("tips")
    druk(qtbot, nog.vouw)
    assert nog.rol.isVisible()
    pagina.naar_punt("Schrijf het hoofddoel op.")
    assert pagina.focus is pagina.hoofddoel.veld.veld


# Versions, and who may only read


def test_a_set_version_is_read_only_and_says_so(
    qtbot: QtBot, werkplek: Werkplek, store: Store, maak_dossier: Callable[..., str]
) -> None:
    dossier_id = maak_dossier()
    besloten(store, dossier_id)
    mandaat(store)
    pip_id = compleet(store, dossier_id)
    pipvaststellen.stel_vast(store, pip_id, store.vandaag())
    pagina = Pippagina(qtbot, Pipscherm(werkplek, dossier_id))
    assert "Vastgesteld op 23-11-2026." in pagina.woorden
    kop = "doel"
    (zin,) = pagina.zinnen(kop)
    rij = pagina.rij(kop, zin)
    rij.lees.setFocus()
    for toets in (Qt.Key.Key_Return, Qt.Key.Key_Delete, Qt.Key.Key_F2):
        qtbot.keyClick(rij.lees, toets)
    assert not rij.is_open
    assert pagina.zinnen(kop) == [zin]
    assert pagina.hoofddoel.veld.veld.isReadOnly()
    assert not pagina.kaart(kop).erbij.isVisible()
    assert not pagina.scherm.knop_vaststellen.isVisible()
    gevraagd: list[bool] = []
    pagina.scherm.nieuwe_versie.connect(lambda: gevraagd.append(True))
    druk(qtbot, pagina.scherm.knop_nieuwe_versie)
    assert gevraagd == [True]


def test_a_later_version_says_why_and_what_a_lower_level_rests_on(
    qtbot: QtBot, werkplek: Werkplek, store: Store, maak_dossier: Callable[..., str]
) -> None:
    dossier_id = maak_dossier()
    besloten(store, dossier_id)
    mandaat(store)
    pipvaststellen.stel_vast(store, compleet(store, dossier_id), store.vandaag())
    pip_id = pipstore.nieuwe_versie(
        store, dossier_id, Wijzigreden.AFSCHALEN, "B1 lukt niet binnen de termijn."
    )
    pagina = Pippagina(qtbot, Pipscherm(werkplek, dossier_id))
    kaart = pagina.versie
    assert kaart.toelichting.tekst == "B1 lukt niet binnen de termijn."
    assert kaart.afschalen.isVisible()
    pagina.vul(kaart.velden["uren_gevolgd"].veld, "640")
    pagina.vul(kaart.velden["inzet_tekst"].veld, "Zij was bij bijna alle lessen.")
    pagina.vul(kaart.velden["inzet_op"].veld, "20-11-2026")
    with store.lees() as sessie:
        rij = sessie.get_one(Pip, pip_id).afschaling
        assert rij is not None
        assert (rij.uren_gevolgd, rij.inzet_tekst, rij.inzet_op) == (
            640,
            "Zij was bij bijna alle lessen.",
            date(2026, 11, 20),
        )
    pagina.vul(kaart.toelichting.veld, "")
    assert kaart.toelichting.fout.text() == "Schrijf op waarom er een nieuwe versie komt."


def test_who_may_only_read_sees_the_plan_and_no_gesture(
    qtbot: QtBot,
    werkplek: Werkplek,
    store: Store,
    plan: tuple[str, str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pipstore.voeg_regel_toe(store, plan[1], Regel("", "doel", ZIN))
    alleen_lezen(monkeypatch, werkplek, store)
    pagina = Pippagina(qtbot, Pipscherm(werkplek, plan[0]))
    assert pagina.zinnen("doel") == [ZIN]
    assert "Je kunt dit plan lezen. Je kunt het niet wijzigen." in pagina.woorden
    for knop in pagina.scherm.findChildren(QPushButton):
        if knop.isVisible():
            assert knop.text() in {"Terug", "Bekijk de weging", "Versies", "Papieren"} or (
                knop.property("soort") == "regel" and not knop.isEnabled()
            ), knop.text()


def alleen_lezen(monkeypatch: pytest.MonkeyPatch, werkplek: Werkplek, store: Store) -> None:
    """A role that reads plans and writes none; today every role that reads them writes."""
    recht = RECHTEN[Rol.KLANTMANAGER]
    niets = recht.schrijven - {Stroomklasse.PIP, Stroomklasse.PIP2}
    assert store.gebruiker_id is not None
    monkeypatch.setattr(
        werkplek,
        "rechten",
        (Rechten("0171", store.gebruiker_id, Rol.KLANTMANAGER, recht.lezen, niets),),
    )


# Keyboard and screen reader


def test_everything_has_a_name_and_is_reached_with_tab(qtbot: QtBot, drie: Pippagina) -> None:
    drie.open("doel", "Twee.")
    drie.toon_voorstellen("ontwikkelwens")
    assert zonder_naam(drie.scherm) == []
    # The week is one place for Tab, in which the arrows walk (test_weekrooster.py).
    week = {cel.accessibleName() for cel in drie.week.rooster.cellen.values()}
    weg = niet_te_bereiken(qtbot, drie.scherm, drie.scherm.knop_terug)
    assert [naam for naam in weg if naam not in week] == []


def test_tab_follows_the_order_of_the_lines_also_after_a_move(
    qtbot: QtBot, drie: Pippagina
) -> None:
    drie.toets("doel", "Drie.", Qt.Key.Key_Up, alt=True)
    drie.rij("doel", "Een.").lees.setFocus()
    gezien = []
    for _n in range(3):
        gezien.append(drie.focus)
        qtbot.keyClick(drie.focus, Qt.Key.Key_Tab)
    assert gezien == [drie.rij("doel", z).lees for z in ("Een.", "Drie.", "Twee.")]


def test_escape_closes_the_line_first_and_then_goes_back(drie: Pippagina) -> None:
    terug: list[bool] = []
    drie.scherm.terug.connect(lambda: terug.append(True))
    drie.open("doel", "Twee.")
    drie.escape()
    assert terug == []
    drie.escape()
    assert terug == [True]


def test_the_foot_asks_for_the_other_screens_with_what_was_typed_kept(
    pagina: Pippagina, store: Store, plan: tuple[str, str]
) -> None:
    gevraagd: list[str] = []
    scherm = pagina.scherm
    scherm.vaststellen.connect(lambda id_: gevraagd.append(f"vaststellen {id_}"))
    scherm.papieren.connect(lambda id_: gevraagd.append(f"papieren {id_}"))
    scherm.versies.connect(lambda: gevraagd.append("versies"))
    druk(pagina.qtbot, pagina.kaart("afspraak").erbij)
    pagina.qtbot.keyClicks(pagina.focus, ZIN)
    scherm.knop_vaststellen.click()
    assert regel(store, plan[1], ZIN)
    scherm.knop_papieren.click()
    scherm.knop_versies.click()
    assert gevraagd == [f"vaststellen {plan[1]}", f"papieren {plan[1]}", "versies"]


# The trail (domain.md 7.2)


@HEEL_GESPREK
def test_looking_at_health_is_seen_and_only_then(
    pagina: Pippagina, store: Store, plan: tuple[str, str]
) -> None:
    gezien: list[Inzagesoort] = []
    pagina.scherm.gezien.connect(gezien.extend)
    voorstellen = pagina.scherm.plek.voorstellen
    met = next(kop for kop, rij in voorstellen.items() if any(r.gezondheid for r in rij))
    zonder = next(kop for kop, rij in voorstellen.items() if not any(r.gezondheid for r in rij))
    pagina.toon_voorstellen(zonder)
    assert Inzagesoort.GEZONDHEID not in gezien
    pagina.toon_voorstellen(met)
    assert Inzagesoort.GEZONDHEID in gezien
