"""The wording help in a field: typed, walked, taken over and undone as a user does it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QInputMethodEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.models.woordkeus import Vondstsoort
from desktop.views.pip.schrijfveld import Schrijfveld
from desktop.views.pip.vondstlijst import Vondstregel
from desktop.views.pip.woordbron import Woordbron
from tests.pagina.toegankelijk import gesproken_naam, gesproken_toelichting, zonder_naam

LINKS = Qt.MouseButton.LeftButton
NIETS = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ZIN = "Ik moet leren middels een app."


class Veldpagina:
    """The field with its list, and what it told."""

    def __init__(self, qtbot: QtBot, veld: Schrijfveld, elders: QLineEdit) -> None:
        self.qtbot, self.veld, self.elders = qtbot, veld, elders
        self.scherm = veld.window()
        self.getypt: list[str] = []
        self.klaar: list[str] = []
        veld.getypt.connect(self.getypt.append)
        veld.klaar.connect(self.klaar.append)

    def typ(self, tekst: str) -> None:
        self.veld.veld.setFocus()
        self.qtbot.keyClicks(self.veld.veld, tekst)

    def druk(self, toets: Qt.Key, erbij: Qt.KeyboardModifier = NIETS) -> None:
        nu = QApplication.focusWidget()
        assert nu is not None
        self.qtbot.keyClick(nu, toets, erbij)

    def plak(self, tekst: str) -> None:
        """Text that no keyboard has, as it comes from the clipboard."""
        self.veld.veld.setFocus()
        self.veld.veld.insertPlainText(tekst)

    def wacht_op(self, aantal: int) -> None:
        self.qtbot.waitUntil(lambda: len(self.veld.vondsten) == aantal)

    @property
    def regels(self) -> list[Vondstregel]:
        return [lijn for lijn in self.veld.lijst.regels if lijn.isVisible()]

    @property
    def zinnen(self) -> list[str]:
        return [lijn.zin.text() for lijn in self.regels]

    @property
    def gekozen(self) -> str:
        return self.veld.veld.textCursor().selectedText()

    @property
    def plek(self) -> int:
        return self.veld.veld.textCursor().position()

    def zet_plek(self, plek: int) -> None:
        wijzer = self.veld.veld.textCursor()
        wijzer.setPosition(plek)
        self.veld.veld.setTextCursor(wijzer)

    def onderstreept(self) -> dict[str, QTextCharFormat.UnderlineStyle]:
        """What has a line under it, by its text, as it is laid out."""
        uit = {}
        blok = self.veld.veld.document().begin()
        while blok.isValid():
            ruw = blok.text().encode("utf-16-le")
            for stuk in blok.layout().formats():
                tekst = ruw[stuk.start * 2 : (stuk.start + stuk.length) * 2].decode("utf-16-le")
                uit[tekst] = stuk.format.underlineStyle()
            blok = blok.next()
        return uit

    def menu(self) -> QMenu:
        self.qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        return menu

    def klik_in_menu(self, begin: str) -> None:
        menu = self.menu()
        (actie,) = [a for a in menu.actions() if a.text().replace("&", "").startswith(begin)]
        self.qtbot.mouseClick(menu, LINKS, pos=menu.actionGeometry(actie).center())
        self.qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)


@pytest.fixture
def pagina(qtbot: QtBot, toon: Callable[..., None], bron: Woordbron) -> Veldpagina:
    scherm = QWidget()
    blad = QVBoxLayout(scherm)
    veld = Schrijfveld("Hoofddoel", bron, scherm, hint="Schrijf in de ik-vorm.")
    elders = QLineEdit(scherm)
    elders.setAccessibleName("Elders")
    blad.addWidget(veld)
    blad.addWidget(elders)
    blad.addStretch()
    toon(scherm)
    return Veldpagina(qtbot, veld, elders)


def test_typing_is_told_at_each_key_and_kept_at_rest(pagina: Veldpagina) -> None:
    pagina.typ("Ik leer.")
    assert pagina.getypt == ["Ik leer."[:n] for n in range(1, 9)]
    assert pagina.klaar == []
    assert pagina.veld.vuil
    pagina.qtbot.waitUntil(lambda: bool(pagina.klaar))
    assert pagina.klaar == ["Ik leer."]
    assert not pagina.veld.vuil


def test_leaving_the_field_keeps_at_once_and_only_once(pagina: Veldpagina) -> None:
    pagina.typ("Ik leer.")
    pagina.druk(Qt.Key.Key_Tab)
    assert pagina.klaar == ["Ik leer."]
    assert not pagina.veld.veld.hasFocus()
    pagina.veld.leg_vast()
    assert pagina.klaar == ["Ik leer."]


def test_looking_without_typing_keeps_nothing(pagina: Veldpagina) -> None:
    pagina.veld.zet(ZIN)
    pagina.veld.veld.setFocus()
    pagina.elders.setFocus()
    pagina.veld.leg_vast()
    assert pagina.klaar == []
    assert pagina.getypt == []


def test_after_a_rest_the_places_are_underlined_and_listed(pagina: Veldpagina) -> None:
    pagina.typ(ZIN)
    pagina.wacht_op(2)
    assert pagina.onderstreept() == {
        "Ik moet": QTextCharFormat.UnderlineStyle.WaveUnderline,
        "middels": QTextCharFormat.UnderlineStyle.DashUnderline,
    }
    assert len(pagina.zinnen) == 2
    assert "Ik ga" in pagina.zinnen[0]
    assert "met" in pagina.zinnen[1]
    assert pagina.veld.tekst == ZIN


def test_a_calm_text_has_no_list(pagina: Veldpagina) -> None:
    pagina.veld.zet("Ik leer elke dag Nederlands.")
    assert not pagina.veld.lijst.isVisible()
    assert pagina.onderstreept() == {}


def test_each_kind_has_its_own_line_and_a_word_in_a_long_sentence_keeps_its_own(
    pagina: Veldpagina,
) -> None:
    lang = "Ik ga elke dag " + "heel " * 12 + "middels de bus."
    pagina.veld.zet(f"{lang} Hij is christen.")
    assert {v.soort for v in pagina.veld.vondsten} == {
        Vondstsoort.LANG,
        Vondstsoort.MOEILIJK,
        Vondstsoort.GEVOELIG,
    }
    lijnen = pagina.onderstreept()
    assert lijnen["middels"] == QTextCharFormat.UnderlineStyle.DashUnderline
    assert lijnen["christen"] == QTextCharFormat.UnderlineStyle.WaveUnderline
    assert QTextCharFormat.UnderlineStyle.DotLine in lijnen.values()


def test_taking_over_leaves_the_caret_at_its_word_and_is_undone_in_one_step(
    pagina: Veldpagina,
) -> None:
    pagina.typ(ZIN)
    pagina.wacht_op(2)
    pagina.zet_plek(ZIN.index("app"))
    pagina.qtbot.mouseClick(pagina.regels[0].neem_over, LINKS)
    nieuw = "Ik ga leren middels een app."
    assert pagina.veld.tekst == nieuw
    assert pagina.plek == nieuw.index("app")
    assert pagina.getypt[-1] == nieuw
    pagina.veld.veld.setFocus()
    pagina.druk(Qt.Key.Key_Z, CTRL)
    assert pagina.veld.tekst == ZIN
    pagina.druk(Qt.Key.Key_Z, CTRL | SHIFT)
    assert pagina.veld.tekst == nieuw


def test_all_proposals_one_after_another_by_keyboard(pagina: Veldpagina) -> None:
    pagina.typ(ZIN)
    pagina.wacht_op(2)
    for over in (1, 0):
        pagina.regels[0].neem_over.setFocus()
        pagina.druk(Qt.Key.Key_Space)
        assert len(pagina.veld.vondsten) == over
        assert pagina.veld.veld.hasFocus()
    assert pagina.veld.tekst == "Ik ga leren met een app."
    assert not pagina.veld.lijst.isVisible()


def test_a_second_fast_click_does_not_take_over_the_line_that_moved_up(
    pagina: Veldpagina,
) -> None:
    pagina.typ(ZIN)
    pagina.wacht_op(2)
    knop = pagina.regels[0].neem_over
    pagina.qtbot.mouseClick(knop, LINKS)
    pagina.qtbot.mouseDClick(knop, LINKS)
    assert pagina.veld.tekst == "Ik ga leren middels een app."


def test_a_proposal_for_a_text_that_moved_on_does_nothing(pagina: Veldpagina) -> None:
    pagina.typ(ZIN)
    pagina.wacht_op(2)
    oud = pagina.veld.vondsten[0]
    pagina.zet_plek(0)
    pagina.typ("Dag. ")
    pagina.veld.neem_over(oud)
    assert pagina.veld.tekst == "Dag. " + ZIN


def test_places_move_with_the_text_before_it_is_looked_over_again(pagina: Veldpagina) -> None:
    pagina.typ(f"Dag. {ZIN}")
    pagina.wacht_op(2)
    pagina.zet_plek(0)
    pagina.typ("Hallo. ")
    assert set(pagina.onderstreept()) == {"Ik moet", "middels"}
    pagina.zet_plek(pagina.veld.tekst.index("middels") + 3)
    pagina.typ("x")
    assert set(pagina.onderstreept()) == {"Ik moet"}


def test_f7_walks_round_and_shift_f7_back(pagina: Veldpagina) -> None:
    pagina.veld.zet(ZIN)
    pagina.veld.veld.setFocus()
    pagina.zet_plek(0)
    rond = []
    for _n in range(3):
        pagina.druk(Qt.Key.Key_F7)
        rond.append(pagina.gekozen)
    pagina.druk(Qt.Key.Key_F7, SHIFT)
    rond.append(pagina.gekozen)
    assert rond == ["Ik moet", "middels", "Ik moet", "middels"]
    assert [lijn.zin.font().bold() for lijn in pagina.regels] == [False, True]


def test_f7_from_the_middle_goes_on_from_there(pagina: Veldpagina) -> None:
    pagina.veld.zet(ZIN)
    pagina.veld.veld.setFocus()
    pagina.zet_plek(ZIN.index("leren"))
    pagina.druk(Qt.Key.Key_F7)
    assert pagina.gekozen == "middels"
    pagina.zet_plek(ZIN.index("leren"))
    pagina.druk(Qt.Key.Key_F7, SHIFT)
    assert pagina.gekozen == "Ik moet"


def test_ctrl_full_stop_opens_the_proposals_at_the_caret(pagina: Veldpagina) -> None:
    pagina.veld.zet(ZIN)
    pagina.veld.veld.setFocus()
    pagina.zet_plek(ZIN.index("middels") + 2)
    pagina.druk(Qt.Key.Key_Period, CTRL)
    pagina.klik_in_menu("Neem over: met")
    assert pagina.veld.tekst == "Ik moet leren met een app."


def test_the_menu_of_the_field_has_the_proposal_on_top_and_the_usual_below(
    pagina: Veldpagina,
) -> None:
    pagina.veld.zet(ZIN)
    pagina.veld.veld.setFocus()
    wijzer = QTextCursor(pagina.veld.veld.document())
    wijzer.setPosition(ZIN.index("middels") + 3)
    plek = pagina.veld.veld.cursorRect(wijzer).center()
    viewport = pagina.veld.veld.viewport()
    QApplication.sendEvent(
        viewport,
        QContextMenuEvent(QContextMenuEvent.Reason.Mouse, plek, viewport.mapToGlobal(plek)),
    )
    acties = pagina.menu().actions()
    assert "middels" in acties[0].text()
    assert not acties[0].isEnabled()
    assert len(acties) > 5
    pagina.klik_in_menu("Neem over: met")
    assert pagina.veld.tekst == "Ik moet leren met een app."


def test_a_menu_that_is_open_is_no_leaving(pagina: Veldpagina) -> None:
    pagina.typ(ZIN)
    pagina.wacht_op(2)
    pagina.klaar.clear()
    pagina.typ(" ")
    pagina.druk(Qt.Key.Key_Period, CTRL)
    menu = pagina.menu()
    assert pagina.klaar == []
    menu.close()


def test_a_screen_reader_hears_how_many_and_what_is_there(pagina: Veldpagina) -> None:
    vlak = pagina.veld.veld
    assert gesproken_naam(vlak) == "Hoofddoel"
    assert gesproken_toelichting(vlak) == "Schrijf in de ik-vorm."
    pagina.veld.zet(ZIN)
    assert gesproken_toelichting(vlak).startswith("2 plekken")
    vlak.setFocus()
    pagina.druk(Qt.Key.Key_F7)
    assert pagina.zinnen[0] in gesproken_toelichting(vlak)
    assert gesproken_naam(pagina.regels[1].neem_over) == "Neem over: met, in plaats van middels"
    assert zonder_naam(pagina.veld) == []


def test_a_few_lines_at_a_time_with_the_weightiest_among_them(pagina: Veldpagina) -> None:
    pagina.veld.zet("Conform. Middels. Indien. Reeds. Tevens. Hij heeft PTSS.")
    assert len(pagina.veld.vondsten) == 6
    assert len(pagina.regels) == 4
    assert any("PTSS" in zin for zin in pagina.zinnen)
    pagina.qtbot.mouseClick(pagina.veld.lijst.alles, LINKS)
    assert len(pagina.regels) == 6
    pagina.qtbot.mouseClick(pagina.veld.lijst.alles, LINKS)
    assert len(pagina.regels) == 4


def test_the_place_at_the_caret_is_always_in_sight(pagina: Veldpagina) -> None:
    pagina.veld.zet("Conform. Middels. Indien. Reeds. Tevens. Hij heeft PTSS.")
    pagina.veld.veld.setFocus()
    for n in range(6):
        pagina.druk(Qt.Key.Key_F7)
        assert any(lijn.zin.font().bold() for lijn in pagina.regels), n
        assert len(pagina.regels) == 4


def test_a_text_from_elsewhere_never_overwrites_what_is_typed(pagina: Veldpagina) -> None:
    pagina.veld.zet("Oud.")
    pagina.typ("Nieuw. ")
    pagina.veld.zet("Van een ander.")
    assert pagina.veld.tekst == "Nieuw. Oud."
    pagina.veld.leg_vast()
    pagina.veld.zet("Van een ander.")
    assert pagina.veld.tekst == "Van een ander."
    assert pagina.klaar == ["Nieuw. Oud."]


def test_a_text_from_elsewhere_leaves_the_caret_at_its_word(pagina: Veldpagina) -> None:
    pagina.veld.zet("Ik leer fietsen in mei.")
    pagina.veld.veld.setFocus()
    pagina.zet_plek("Ik leer fietsen in mei.".index("mei"))
    nieuw = "Ik leer 😀 zwemmen en fietsen in mei."
    pagina.veld.zet(nieuw)
    assert pagina.veld.tekst == nieuw
    wijzer = pagina.veld.veld.textCursor()
    wijzer.movePosition(QTextCursor.MoveOperation.EndOfWord, QTextCursor.MoveMode.KeepAnchor)
    assert wijzer.selectedText() == "mei"
    assert pagina.getypt == []


def test_a_refusal_stands_beside_the_field_and_keeps_the_text(pagina: Veldpagina) -> None:
    pagina.typ("Ik leer.")
    pagina.veld.leg_vast()
    pagina.veld.toon_fout("Dit plan is vastgesteld.")
    assert pagina.veld.fout.isVisible()
    assert gesproken_toelichting(pagina.veld.veld).startswith("Dit plan is vastgesteld.")
    pagina.veld.zet("Wat er stond.")
    assert pagina.veld.tekst == "Ik leer."
    pagina.typ("!")
    assert not pagina.veld.fout.isVisible()


def test_a_set_version_shows_no_help_and_takes_no_keys(pagina: Veldpagina) -> None:
    pagina.veld.zet(ZIN)
    pagina.veld.alleen_lezen(True)
    pagina.typ("x")
    assert pagina.veld.tekst == ZIN
    assert not pagina.veld.lijst.isVisible()
    assert pagina.onderstreept() == {}
    pagina.veld.alleen_lezen(False)
    assert len(pagina.regels) == 2


def test_a_word_that_is_being_put_together_is_left_in_peace(pagina: Veldpagina) -> None:
    pagina.typ(ZIN)
    pagina.wacht_op(2)
    QApplication.sendEvent(pagina.veld.veld, QInputMethodEvent("にほ", []))
    voor = pagina.veld.vondsten
    pagina.veld.kijk_na()
    assert pagina.veld.vondsten == voor
    assert pagina.veld.veld.textCursor().block().layout().preeditAreaText() == "にほ"
    klaar = QInputMethodEvent("", [])
    klaar.setCommitString("日本")
    QApplication.sendEvent(pagina.veld.veld, klaar)
    assert pagina.veld.tekst == ZIN + "日本"


@pytest.mark.parametrize(
    "voor", ["أتعلم الهولندية. ", "😀👩‍👧 ", "ነዚ መደብ። ", "a\u202eb ", "\u0000 ", "regel\nregel\n"]
)
def test_places_are_right_behind_any_text(pagina: Veldpagina, voor: str) -> None:
    pagina.plak(voor + ZIN)
    pagina.wacht_op(2)
    assert set(pagina.onderstreept()) == {"Ik moet", "middels"}
    pagina.veld.neem_over(pagina.veld.vondsten[1])
    assert pagina.veld.tekst.endswith("Ik moet leren met een app.")


def test_ten_thousand_signs_are_looked_over_once_and_not_at_each_key(
    pagina: Veldpagina, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop.views.pip import schrijfveld as module

    keer: list[int] = []
    echt = module.vind

    def tel(tekst: str, lijst: object) -> object:
        keer.append(len(tekst))
        return echt(tekst, lijst)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "vind", tel)
    lang = ("Ik leer elke week met mijn buurvrouw. " * 300)[:10_000]
    pagina.veld.zet(lang)
    assert keer == [10_000]
    pagina.typ("Ik moet ")
    assert keer == [10_000]
    pagina.wacht_op(1)
    assert keer == [10_000, 10_008]
    assert pagina.veld.veld.height() < 400


def test_until_the_lists_are_there_nothing_waits(
    qtbot: QtBot, toon: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop.views.pip import woordbron

    monkeypatch.setattr(woordbron.Achtergrondtaak, "start", lambda _zelf: None)
    bron = Woordbron()
    veld = Schrijfveld("Doel", bron)
    toon(veld)
    veld.veld.setFocus()
    qtbot.keyClicks(veld.veld, ZIN)
    veld.kijk_na()
    assert veld.tekst == ZIN
    assert veld.vondsten == ()
    monkeypatch.undo()
    echt = Woordbron()
    qtbot.waitUntil(lambda: echt.lijst is not None)
    bron.lijst = echt.lijst
    bron.gereed.emit()
    assert len(veld.vondsten) == 2


def test_the_field_grows_with_its_text(pagina: Veldpagina) -> None:
    laag = pagina.veld.veld.height()
    pagina.plak("regel\n" * 6)
    assert pagina.veld.veld.height() > laag
