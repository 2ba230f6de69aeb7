"""What a client meets: words and their direction, a touch, keys, and what is never there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.models.catalogus import Taal
from desktop.models.clientbeeld import (
    Beeldsoort,
    Clientbeeld,
    LaatsteAntwoord,
    Tegel,
    pauzebeeld,
    wachtbeeld,
)
from desktop.models.prompts import Catalogus, Prompts, Tekst, Vertaalstatus, Vertaling
from desktop.views import stijl
from desktop.views.client import knop as knopmodule
from desktop.views.client import kop as kopmodule
from desktop.views.client.knop import DUBBEL_S, KLEUR, Plaatjeknop
from desktop.views.client.strook import Terugstrook
from desktop.views.client.venster import Clientvenster
from tests.pagina.toegankelijk import gesproken_naam, gesproken_toelichting, tabronde, zonder_naam
from tests.views.client.conftest import Handklok
from tests.views.client.schermen import TALEN, Scherm, zichtbare_knoppen

Allemaal = dict[str, Prompts]
Toon = Callable[..., Scherm]


def raak(qtbot: QtBot, wat: QWidget) -> None:
    qtbot.mouseClick(wat, Qt.MouseButton.LeftButton)


def beeld_van(wat: QWidget) -> QImage:
    return wat.grab().toImage()


@pytest.fixture
def geschreven(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, bool]]:
    """Every text that is painted, with True when it runs from right to left."""
    teksten: list[tuple[str, bool]] = []

    def schrijf(painter: object, vak: object, tekst: str, pixels: int, **rest: object) -> None:
        teksten.append((tekst, bool(rest.get("rtl"))))

    monkeypatch.setattr(kopmodule, "schrijf", schrijf)
    monkeypatch.setattr(knopmodule, "schrijf", schrijf)
    return teksten


# Words


@pytest.mark.parametrize("taal", ["en", "ar", "ti"])
def test_dutch_stands_small_under_the_words_of_another_language(
    venster: Clientvenster, toon: Toon, geschreven: list[tuple[str, bool]], taal: str
) -> None:
    scherm = toon("SP01", taal)
    venster.grab()
    teksten = [tekst for tekst, _ in geschreven]
    for tegel in scherm.beeld.tegels:
        assert tegel.tekst.tekst != tegel.tekst.nederlands
        assert tegel.tekst.tekst in teksten
        assert tegel.tekst.nederlands in teksten
    for tekst, rtl in geschreven:
        eigen = any(teken >= "؀" and teken <= "ۿ" for teken in tekst)
        assert rtl is (taal == "ar" and eigen), tekst


def test_in_dutch_every_word_stands_there_once(
    venster: Clientvenster, toon: Toon, geschreven: list[tuple[str, bool]]
) -> None:
    toon("SP01", "nl")
    venster.grab()
    teksten = [tekst for tekst, _ in geschreven]
    assert len(teksten) == len(set(teksten))
    assert not any(rtl for _, rtl in geschreven)


def test_dutch_can_be_left_out_of_the_question(
    venster: Clientvenster,
    prompts: Allemaal,
    schermen: dict[str, tuple[Scherm, ...]],
    geschreven: list[tuple[str, bool]],
) -> None:
    beeld = schermen["ar"][0].beeld
    venster.toon(beeld, prompts["ar"], toon_nederlands=False)
    venster.grab()
    teksten = [tekst for tekst, _ in geschreven]
    assert beeld.titel is not None
    assert beeld.titel.tekst in teksten
    assert beeld.titel.nederlands not in teksten
    assert not {tegel.tekst.nederlands for tegel in beeld.tegels} & set(teksten)


@pytest.mark.parametrize(
    "vertaling",
    [
        None,
        Vertaling("Ja", "", False, Vertaalstatus.CONCEPT),
        Vertaling("Ja", "نعم", True, Vertaalstatus.CONCEPT),
        Vertaling("Jawel", "نعم", False, Vertaalstatus.NAGEKEKEN),
    ],
    ids=["not there", "empty", "fuzzy", "of an older Dutch text"],
)
def test_a_missing_translation_is_dutch_from_left_to_right(
    venster: Clientvenster,
    talen: dict[str, Taal],
    schermteksten: Mapping[str, Mapping[str, Any]],
    geschreven: list[tuple[str, bool]],
    vertaling: Vertaling | None,
) -> None:
    bekend = {"vraag": Vertaling("Heb je een huisarts?", "هل لديك طبيب؟", False, "nagekeken")}
    if vertaling is not None:
        bekend["antwoord.ja"] = vertaling
    p = Prompts(talen["ar"], Catalogus(bekend), schermteksten)
    ja = p.scherm("antwoord.ja")
    assert (ja.tekst, ja.vertaald) == ("Ja", False)
    beeld = Clientbeeld(
        Beeldsoort.VRAAG,
        titel=p.tekst("vraag", "Heb je een huisarts?"),
        tegels=(Tegel("ja", ja, "ja"), Tegel("nee", p.scherm("antwoord.nee"), "nee")),
    )
    venster.toon(beeld, p)
    venster.grab()
    assert ("Ja", False) in geschreven
    assert geschreven.count(("Ja", False)) == 1, "not a second time, small"
    assert ("هل لديك طبيب؟", True) in geschreven
    assert venster.tegels[0].x() > venster.tegels[1].x(), "the screen stays mirrored"


def test_text_of_a_question_is_never_taken_for_markup(
    venster: Clientvenster, prompts: Allemaal, geschreven: list[tuple[str, bool]]
) -> None:
    ruw = "<b>Niet</b> & <img src='x'>"
    tekst = Tekst(ruw, ruw, Vertaalstatus.BRON)
    venster.toon(
        Clientbeeld(Beeldsoort.VRAAG, titel=tekst, tegels=(Tegel("a", tekst, "ja"),)), prompts["nl"]
    )
    venster.grab()
    assert [t for t, _ in geschreven].count(ruw) == 2
    assert gesproken_naam(venster.tegels[0]) == ruw


def test_a_pictogram_that_is_not_known_leaves_the_word(
    venster: Clientvenster, prompts: Allemaal
) -> None:
    tekst = Tekst("Iets", "Iets", Vertaalstatus.BRON)
    tegels = (Tegel("a", tekst, "dit-beeld-is-er-niet"),)
    venster.toon(Clientbeeld(Beeldsoort.VRAAG, titel=tekst, tegels=tegels), prompts["nl"])
    assert not beeld_van(venster.tegels[0]).isNull()


# Touch


def test_a_touch_tells_which_picture_it_was(
    qtbot: QtBot, venster: Clientvenster, toon: Toon, klok_van_de_hand: Handklok
) -> None:
    for taal in TALEN:
        scherm = toon("SP01", taal)
        klok_van_de_hand.wacht()
        for knop, tegel in zip(venster.tegels, scherm.beeld.tegels, strict=False):
            with qtbot.waitSignal(venster.geraakt) as geraakt:
                raak(qtbot, knop)
            assert geraakt.args == [tegel.code]


def test_on_the_second_page_the_codes_are_those_of_that_page(
    qtbot: QtBot, venster: Clientvenster, toon: Toon, klok_van_de_hand: Handklok
) -> None:
    eerste, tweede = toon("RE03  1"), toon("RE03  2")
    with qtbot.waitSignal(venster.geraakt) as geraakt:
        raak(qtbot, venster.tegels[0])
    assert geraakt.args == [tweede.beeld.tegels[0].code]
    assert geraakt.args != [eerste.beeld.tegels[0].code]


def test_the_button_for_more_pictures_goes_round(
    qtbot: QtBot, venster: Clientvenster, toon: Toon, klok_van_de_hand: Handklok
) -> None:
    paginas = toon("RE03  1").beeld.paginas
    assert paginas == 2
    for pagina in range(paginas):
        toon(f"RE03  {pagina + 1}")
        klok_van_de_hand.wacht()
        with qtbot.waitSignal(venster.pagina) as gebladerd:
            raak(qtbot, venster.knop_pagina)
        assert gebladerd.args == [(pagina + 1) % paginas]


def test_the_buttons_of_the_bar_tell_what_they_are(
    qtbot: QtBot, venster: Clientvenster, prompts: Allemaal, toon: Toon, klok_van_de_hand: Handklok
) -> None:
    scherm = toon("SP01")
    assert scherm.beeld.titel is not None
    laatste = LaatsteAntwoord("SP01", scherm.beeld.titel, scherm.beeld.tegels[:1])
    venster.toon(replace(scherm.beeld, beantwoord=True, laatste=laatste), prompts["nl"])
    for knop, signaal in (
        (venster.knop_weet_niet, venster.weet_niet),
        (venster.knop_zeg_niet, venster.zeg_niet),
        (venster.knop_stop, venster.stop),
        (venster.knop_klaar, venster.klaar),
        (venster.strook.knop, venster.terugnemen),
    ):
        with qtbot.waitSignal(signaal), qtbot.assertNotEmitted(venster.geraakt):
            raak(qtbot, knop)


def test_ready_can_be_touched_only_when_there_is_an_answer(
    qtbot: QtBot, venster: Clientvenster, prompts: Allemaal, toon: Toon
) -> None:
    scherm = toon("SP01")
    with qtbot.assertNotEmitted(venster.klaar):
        raak(qtbot, venster.knop_klaar)
    venster.toon(replace(scherm.beeld, beantwoord=True), prompts["nl"])
    with qtbot.waitSignal(venster.klaar):
        raak(qtbot, venster.knop_klaar)


def test_a_trembling_hand_touches_once(
    qtbot: QtBot, venster: Clientvenster, toon: Toon, klok_van_de_hand: Handklok
) -> None:
    toon("SP01")
    geraakt: list[str] = []
    venster.geraakt.connect(geraakt.append)
    raak(qtbot, venster.tegels[0])
    klok_van_de_hand.wacht(DUBBEL_S * 0.9)
    raak(qtbot, venster.tegels[0])
    assert len(geraakt) == 1
    klok_van_de_hand.wacht(DUBBEL_S * 1.1)
    raak(qtbot, venster.tegels[0])
    assert len(geraakt) == 2
    klok_van_de_hand.wacht()
    qtbot.mouseClick(venster.tegels[1], Qt.MouseButton.LeftButton)
    qtbot.mouseDClick(venster.tegels[1], Qt.MouseButton.LeftButton)
    assert len(geraakt) == 3


def test_another_picture_can_be_touched_at_once(
    qtbot: QtBot, venster: Clientvenster, toon: Toon, klok_van_de_hand: Handklok
) -> None:
    toon("SP01")
    geraakt: list[str] = []
    venster.geraakt.connect(geraakt.append)
    raak(qtbot, venster.tegels[0])
    raak(qtbot, venster.tegels[1])
    assert len(geraakt) == 2


def test_a_touch_does_not_choose_by_itself(
    qtbot: QtBot, venster: Clientvenster, prompts: Allemaal, toon: Toon
) -> None:
    scherm = toon("SP01")
    raak(qtbot, venster.tegels[0])
    assert not venster.tegels[0].isChecked(), "the answer decides"
    zonder = beeld_van(venster.tegels[0])
    gekozen = replace(scherm.beeld.tegels[0], gekozen=True)
    venster.toon(replace(scherm.beeld, tegels=(gekozen, *scherm.beeld.tegels[1:])), prompts["nl"])
    assert venster.tegels[0].isChecked()
    assert grijs(beeld_van(venster.tegels[0])) != grijs(zonder), "not by colour alone"
    assert not venster.tegels[1].isChecked()


def grijs(beeld: QImage) -> QImage:
    return beeld.convertToFormat(QImage.Format.Format_Grayscale8)


# Keys


def test_a_touch_leaves_no_dashed_frame_and_tab_draws_one(
    qtbot: QtBot, venster: Clientvenster, toon: Toon, klok_van_de_hand: Handklok
) -> None:
    toon("SP01")
    eerste, tweede = venster.tegels[:2]
    venster.knop_stop.setFocus()
    kaal = beeld_van(eerste), beeld_van(tweede)
    raak(qtbot, eerste)
    assert eerste.hasFocus()
    assert beeld_van(eerste) == kaal[0]
    qtbot.keyClick(eerste, Qt.Key.Key_Tab)
    assert tweede.hasFocus()
    assert beeld_van(tweede) != kaal[1]
    assert beeld_van(eerste) == kaal[0]
    raak(qtbot, tweede)
    assert beeld_van(tweede) == kaal[1]


def test_after_the_screen_was_locked_the_first_tab_draws_the_frame_too(
    qtbot: QtBot, venster: Clientvenster, prompts: Allemaal, toon: Toon, klok_van_de_hand: Handklok
) -> None:
    toon("SP01")
    kaal = [beeld_van(tegel) for tegel in venster.tegels[:5]]
    raak(qtbot, venster.tegels[0])
    venster.toon(Clientbeeld(Beeldsoort.LEEG), prompts["nl"])
    toon("SP01")
    qtbot.keyClick(QApplication.focusWidget() or venster, Qt.Key.Key_Tab)
    met_focus = QApplication.focusWidget()
    assert isinstance(met_focus, Plaatjeknop)
    nummer = venster.tegels.index(met_focus)
    assert beeld_van(met_focus) != kaal[nummer]


def test_tab_comes_past_everything_and_space_touches_it(
    qtbot: QtBot, venster: Clientvenster, prompts: Allemaal, toon: Toon, klok_van_de_hand: Handklok
) -> None:
    scherm = toon("RE03  1")
    assert scherm.beeld.titel is not None
    laatste = LaatsteAntwoord("SP01", scherm.beeld.titel, scherm.beeld.tegels[:1])
    venster.toon(replace(scherm.beeld, beantwoord=True, laatste=laatste), prompts["nl"])
    rond = tabronde(qtbot, venster.tegels[0])
    assert set(rond) == set(zichtbare_knoppen(venster))
    assert rond[:6] == venster.tegels
    assert set(tabronde(qtbot, venster.tegels[0], terug=True)) == set(rond)
    for n, tegel in enumerate(scherm.beeld.tegels):
        venster.tegels[n].setFocus(Qt.FocusReason.TabFocusReason)
        with qtbot.waitSignal(venster.geraakt) as geraakt:
            qtbot.keyClick(venster.tegels[n], Qt.Key.Key_Space)
        assert geraakt.args == [tegel.code]
    with qtbot.waitSignal(venster.stop):
        qtbot.keyClick(venster.knop_stop, Qt.Key.Key_Space)


@pytest.mark.parametrize("taal", TALEN)
def test_a_screen_reader_says_the_word_and_then_the_dutch(
    venster: Clientvenster, toon: Toon, taal: str
) -> None:
    scherm = toon("SP01", taal)
    assert zonder_naam(venster) == []
    for knop, tegel in zip(venster.tegels, scherm.beeld.tegels, strict=False):
        assert gesproken_naam(knop) == tegel.tekst.tekst
        assert gesproken_toelichting(knop) == tegel.tekst.nederlands
    assert scherm.beeld.titel is not None
    assert gesproken_naam(venster._kop) == scherm.beeld.titel.tekst


# Locked, and closing


def test_a_locked_screen_shows_nothing_at_all(
    qtbot: QtBot, venster: Clientvenster, prompts: Allemaal, schermen: dict[str, tuple[Scherm, ...]]
) -> None:
    for scherm in schermen["ar"][:: len(schermen["ar"]) // 6]:
        venster.toon(replace(scherm.beeld, oefenbeeld=True), prompts["ar"])
        venster.toon(Clientbeeld(Beeldsoort.LEEG), prompts["nl"])
        assert not [kind for kind in venster.findChildren(QWidget) if kind.isVisible()]
        effen = QImage(venster.grab().toImage())
        vlak = effen.copy()
        vlak.fill(QColor(KLEUR.vlak))
        assert effen == vlak
    venster.resize(1024, 600)
    venster.hide()
    venster.show()
    assert not [kind for kind in venster.findChildren(QWidget) if kind.isVisible()]


def test_a_new_window_shows_nothing_before_it_is_told_to(venster: Clientvenster) -> None:
    assert venster.beeld.soort is Beeldsoort.LEEG
    assert not zichtbare_knoppen(venster)


def test_keys_do_nothing_on_a_locked_screen(
    qtbot: QtBot, venster: Clientvenster, prompts: Allemaal, toon: Toon
) -> None:
    toon("SP01")
    venster.tegels[0].setFocus()
    venster.toon(Clientbeeld(Beeldsoort.LEEG), prompts["nl"])
    assert venster.focusWidget() is None
    gehoord: list[object] = []
    for signaal in (venster.geraakt, venster.pagina, venster.getal):
        signaal.connect(gehoord.append)
    for signaal in (venster.stop, venster.klaar, venster.weet_niet, venster.zeg_niet):
        signaal.connect(lambda: gehoord.append("bar"))
    for toets in (
        Qt.Key.Key_Space,
        Qt.Key.Key_Tab,
        Qt.Key.Key_Space,
        Qt.Key.Key_Return,
        Qt.Key.Key_Escape,
    ):
        qtbot.keyClick(QApplication.focusWidget() or venster, toets)
    qtbot.mouseClick(venster, Qt.MouseButton.LeftButton, pos=QPoint(200, 400))
    assert gehoord == []


def test_a_client_cannot_close_the_window(venster: Clientvenster) -> None:
    assert venster.close() is False
    assert venster.isVisible()
    venster.mag_sluiten = True
    assert venster.close() is True
    assert not venster.isVisible()


def test_the_title_of_the_window_names_the_program_and_nobody(
    venster: Clientvenster, toon: Toon
) -> None:
    toon("SP01", "ar")
    assert venster.windowTitle() == "Viergesprek"
    assert venster.windowIconText() in ("", "Viergesprek")


def test_there_is_nothing_to_type_in_to_scroll_or_to_open(
    venster: Clientvenster, toon: Toon
) -> None:
    for naam in ("SP01", "WK01", "RE03"):
        toon(naam)
        soorten = (
            QLineEdit,
            QTextEdit,
            QComboBox,
            QAbstractSpinBox,
            QAbstractScrollArea,
            QMenu,
        )
        for soort in soorten:
            assert venster.findChildren(soort) == []
        assert not venster.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


# Kinds of screens


def test_while_waiting_there_is_only_stop(venster: Clientvenster, prompts: Allemaal) -> None:
    for beeld in (wachtbeeld(prompts["nl"]), pauzebeeld(prompts["nl"])):
        venster.toon(beeld, prompts["nl"])
        assert zichtbare_knoppen(venster) == [venster.knop_stop]


def test_nothing_of_the_last_question_stays_behind(
    venster: Clientvenster, prompts: Allemaal, toon: Toon
) -> None:
    toon("RE03  1")
    assert sum(t.isVisible() for t in venster.tegels) == 6
    scherm = toon("FI02")
    assert sum(t.isVisible() for t in venster.tegels) == len(scherm.beeld.tegels) == 2
    assert not venster.knop_pagina.isVisible()
    toon("WK01")
    assert not any(t.isVisible() for t in venster.tegels)
    assert venster.getalblad.isVisible()
    venster.toon(wachtbeeld(prompts["nl"]), prompts["nl"])
    assert not venster.getalblad.isVisible()


def test_a_rehearsal_is_marked_along_the_edge(
    venster: Clientvenster, prompts: Allemaal, toon: Toon
) -> None:
    scherm = toon("SP01")
    merk = QColor(KLEUR.aandacht)

    def rand() -> set[str]:
        beeld = beeld_van(venster)
        return {beeld.pixelColor(x, 4).name() for x in range(0, beeld.width(), 3)}

    assert merk.name() not in rand()
    for beeld in (scherm.beeld, wachtbeeld(prompts["nl"])):
        venster.toon(replace(beeld, oefenbeeld=True), prompts["nl"])
        assert merk.name() in rand()


def test_the_answer_before_this_one_can_be_taken_back_only_when_there_is_one(
    qtbot: QtBot, venster: Clientvenster, toon: Toon
) -> None:
    toon("SP01")
    assert isinstance(venster.strook, Terugstrook)
    assert not venster.strook.knop.isVisible()


# Numbers


@pytest.fixture
def getal(
    venster: Clientvenster, prompts: Allemaal, toon: Toon
) -> Callable[[int | None], Clientbeeld]:
    """Shows the number page with this number, from 0 to 3."""

    def doe(waarde: int | None) -> Clientbeeld:
        beeld = replace(toon("WK01").beeld, getal=waarde, laagst=0, hoogst=3)
        assert beeld.soort is Beeldsoort.GETAL
        venster.toon(beeld, prompts["nl"])
        return beeld

    return doe


@pytest.mark.parametrize(
    ("was", "minder", "meer"), [(None, 0, 1), (0, None, 1), (1, 0, 2), (2, 1, 3), (3, 2, None)]
)
def test_less_and_more_stay_within_the_limits(
    qtbot: QtBot,
    venster: Clientvenster,
    getal: Callable[[int | None], Clientbeeld],
    was: int | None,
    minder: int | None,
    meer: int | None,
) -> None:
    gehoord: list[int] = []
    venster.getal.connect(gehoord.append)
    blad = venster.getalblad
    for knop, nieuw in ((blad.minder, minder), (blad.meer, meer)):
        getal(was)
        gehoord.clear()
        assert knop.isEnabled() is (nieuw is not None)
        raak(qtbot, knop)
        assert gehoord == ([] if nieuw is None else [nieuw])


def test_the_number_is_spoken_and_its_buttons_have_names(
    venster: Clientvenster, getal: Callable[[int | None], Clientbeeld]
) -> None:
    getal(2)
    assert gesproken_naam(venster.getalblad) == "2"
    assert gesproken_naam(venster.getalblad.minder) == "Minder"
    assert gesproken_naam(venster.getalblad.meer) == "Meer"
    getal(None)
    assert gesproken_naam(venster.getalblad) == ""


def test_numbers_up_to_twenty_have_dots_and_larger_ones_only_digits(
    venster: Clientvenster, getal: Callable[[int | None], Clientbeeld], prompts: Allemaal
) -> None:
    beeld = getal(2)
    stippen = QColor(KLEUR.accent).name()

    def kleuren(getal_: int) -> set[str]:
        venster.toon(replace(beeld, getal=getal_, hoogst=99), prompts["nl"])
        plaatje = beeld_van(venster.getalblad)
        onder = range(int(plaatje.height() * 0.69), plaatje.height(), 4)
        vlak = range(int(plaatje.width() * 0.3), int(plaatje.width() * 0.7), 4)
        return {plaatje.pixelColor(x, y).name() for x in vlak for y in onder}

    assert stippen in kleuren(1)
    assert stippen in kleuren(20)
    assert stippen not in kleuren(21)
    assert stippen not in kleuren(0)


def test_more_stands_at_the_left_in_a_language_from_right_to_left(
    venster: Clientvenster, toon: Toon
) -> None:
    toon("WK01", "nl")
    assert venster.getalblad.minder.x() < venster.getalblad.meer.x()
    toon("WK01", "ar")
    assert venster.getalblad.minder.x() > venster.getalblad.meer.x()


# Colours


def helderheid(kleur: str) -> float:
    c = QColor(kleur)
    delen = (c.redF(), c.greenF(), c.blueF())
    r, g, b = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in delen)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(een: str, ander: str) -> float:
    donker, licht = sorted((helderheid(een), helderheid(ander)))
    return (licht + 0.05) / (donker + 0.05)


@pytest.mark.parametrize("thema", ["LICHT", "DONKER", "CONTRAST"])
def test_ink_can_be_read_on_every_surface_of_a_theme(thema: str) -> None:
    k: stijl.Kleuren = getattr(stijl, thema)
    paren = {
        (inkt, vlak)
        for inkt in ("inkt", "inkt_zacht", "accent", "aandacht", "goed")
        for vlak in ("vlak", "blad", "accent_vlak", "aandacht_vlak")
    }
    paren |= {("accent_inkt", "accent"), ("blad", "aandacht"), ("blad", "inkt")}
    te_zwak = {
        paar: round(contrast(getattr(k, paar[0]), getattr(k, paar[1])), 2)
        for paar in paren
        if contrast(getattr(k, paar[0]), getattr(k, paar[1])) < 4.5
    }
    assert te_zwak == {}


def test_the_words_in_the_bar_can_be_read_on_it(venster: Clientvenster, toon: Toon) -> None:
    toon("SP01", "ar")
    balk = beeld_van(venster).pixelColor(2, venster.height() - 2).name()
    assert contrast(KLEUR.inkt, balk) >= 4.5
    assert contrast(KLEUR.inkt_zacht, balk) >= 4.5


def test_the_tints_of_the_domains_can_be_read_on_paper() -> None:
    assert min(contrast(tint, "#FFFFFF") for tint in stijl.TINTEN.values()) >= 4.5


@pytest.mark.parametrize("thema", ["DONKER", "CONTRAST"])
def test_the_client_screen_is_light_in_every_theme(
    venster: Clientvenster, toon: Toon, monkeypatch: pytest.MonkeyPatch, thema: str
) -> None:
    toon("SP01")
    licht = beeld_van(venster)
    monkeypatch.setattr(stijl, "kleuren", lambda: getattr(stijl, thema))
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    vorig = app.styleSheet()
    app.setStyleSheet(stijl.stijlblad(stijl.kleuren()))
    try:
        donker = beeld_van(venster)
    finally:
        app.setStyleSheet(vorig)
    assert donker == licht
