"""The client signs on the second screen: own language, a large sheet, two cards, no way to type."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop import catalogi
from desktop.models.clientbeeld import Beeldsoort, tekenbeeld
from desktop.models.handtekening import Handtekening
from desktop.models.prompts import Prompts
from desktop.views.client.venster import Clientvenster
from desktop.views.pip.clienttekening import Clienttekening
from desktop.views.widgets.pictogram import PictogramRegister
from tests.pagina.toegankelijk import gesproken_naam, zonder_naam
from tests.views.pip.test_tekenvlak import STREEP, Handen, staat

LINKS = Qt.MouseButton.LeftButton


def prompts(taal: str) -> Prompts:
    return Prompts(catalogi.talen()[taal], catalogi.catalogus(taal), catalogi.schermteksten())


class Tekenpagina:
    """The client's window while a plan is signed."""

    def __init__(self, qtbot: QtBot, register: PictogramRegister) -> None:
        self.qtbot = qtbot
        self.ruimte = QWidget()
        qtbot.addWidget(self.ruimte)
        self.tekening = Clienttekening(register, self.ruimte)
        self.getekend: list[Handtekening] = []
        self.gestopt: list[bool] = []
        self.tekening.getekend.connect(self.getekend.append)
        self.tekening.gestopt.connect(lambda: self.gestopt.append(True))

    def open(self, taal: str = "ar") -> None:
        self.tekening.open(prompts(taal))
        self.qtbot.waitUntil(self.venster.isVisible)

    @property
    def venster(self) -> Clientvenster:
        assert self.tekening.venster is not None
        return self.tekening.venster

    @property
    def handen(self) -> Handen:
        return Handen(self.qtbot, self.venster.tekenblad.vlak)

    def raak(self, knop: QWidget) -> None:
        self.qtbot.mouseClick(knop, LINKS)


@pytest.fixture
def pagina(qtbot: QtBot, register: PictogramRegister) -> Iterator[Tekenpagina]:
    pagina = Tekenpagina(qtbot, register)
    yield pagina
    pagina.tekening.sluit()


@pytest.mark.parametrize("taal", list(catalogi.talen()))
def test_the_sentence_and_both_cards_are_in_the_clients_language(
    pagina: Tekenpagina, taal: str
) -> None:
    pagina.open(taal)
    eigen = prompts(taal)
    blad = pagina.venster.tekenblad
    for code, gezegd in (
        ("plan.gezien", gesproken_naam(blad.vlak)),
        ("teken.opnieuw", gesproken_naam(blad.opnieuw)),
        ("antwoord.klaar", gesproken_naam(blad.klaar)),
    ):
        assert gezegd == eigen.scherm(code).tekst
        assert eigen.scherm(code).vertaald
    assert zonder_naam(pagina.venster) == []


def test_what_is_drawn_comes_back_when_the_client_says_ready(pagina: Tekenpagina) -> None:
    pagina.open()
    pagina.handen.vinger(*STREEP)
    assert pagina.getekend == []
    pagina.raak(pagina.venster.tekenblad.klaar)
    (kept,) = pagina.getekend
    assert len(kept.strepen) == 1
    assert not pagina.venster.tekenblad.vlak.handtekening.leeg  # nobody kept it yet
    pagina.tekening.bedank()
    # Thanked, and nothing of the signature is left on the screen.
    assert pagina.venster.beeld.soort is Beeldsoort.TEKST
    assert not pagina.venster.tekenblad.isVisible()
    assert pagina.venster.tekenblad.vlak.handtekening.leeg


def test_again_wipes_and_ready_waits_for_enough_ink(pagina: Tekenpagina) -> None:
    pagina.open()
    blad = pagina.venster.tekenblad
    assert not blad.klaar.isEnabled()
    assert not blad.opnieuw.isEnabled()
    pagina.handen.vinger((0.5, 0.5), (0.51, 0.5))
    assert blad.opnieuw.isEnabled()
    assert not blad.klaar.isEnabled()
    pagina.raak(blad.klaar)
    assert pagina.getekend == []
    pagina.raak(blad.opnieuw)
    pagina.handen.vinger(*STREEP)
    assert staat(blad.vlak, STREEP)
    assert blad.klaar.isEnabled()


def test_stop_closes_and_keeps_nothing(pagina: Tekenpagina) -> None:
    pagina.open()
    pagina.handen.vinger(*STREEP)
    pagina.raak(pagina.venster.knop_stop)
    assert pagina.gestopt == [True]
    assert pagina.getekend == []
    assert pagina.tekening.venster is None


def test_showing_the_same_screen_again_keeps_what_is_drawn(pagina: Tekenpagina) -> None:
    pagina.open("ti")
    pagina.handen.vinger(*STREEP)
    pagina.venster.toon(tekenbeeld(prompts("nl")), prompts("nl"))
    assert staat(pagina.venster.tekenblad.vlak, STREEP)


@pytest.mark.parametrize("maat", [(640, 400), (1024, 600), (1366, 768), (1920, 1080)])
@pytest.mark.parametrize("taal", ["nl", "ar"])
def test_sheet_and_cards_stand_apart_and_the_sheet_is_large(
    pagina: Tekenpagina, maat: tuple[int, int], taal: str
) -> None:
    pagina.open(taal)
    pagina.venster.resize(*maat)
    blad = pagina.venster.tekenblad
    delen = (blad.vlak.geometry(), blad.opnieuw.geometry(), blad.klaar.geometry())
    assert all(blad.rect().contains(deel) for deel in delen)
    assert not any(a.intersects(b) for n, a in enumerate(delen) for b in delen[n + 1 :])
    assert (blad.vlak.x() > blad.klaar.x()) is (taal == "ar")
    assert blad.vlak.papier.width() > maat[0] * 0.45


def test_there_is_nothing_to_type_in_and_no_menu(pagina: Tekenpagina) -> None:
    pagina.open()
    for soort in (QLineEdit, QPlainTextEdit, QMenu):
        assert pagina.venster.findChildren(soort) == []


def test_a_window_that_was_closed_opens_anew_with_a_clean_sheet(pagina: Tekenpagina) -> None:
    pagina.open()
    pagina.handen.vinger(*STREEP)
    pagina.tekening.sluit()
    pagina.tekening.sluit()
    pagina.open()
    assert pagina.venster.tekenblad.vlak.handtekening.leeg
