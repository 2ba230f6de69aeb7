"""Why this day: one gesture from the date, by mouse, by keyboard and by ear."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.models.termijn import Regel
from desktop.models.termijnen import bereken
from desktop.models.termijnfeiten import Feiten
from desktop.store.termijnen import beleid
from desktop.views.termijnen.dagreden import Dagreden, reden_van
from desktop.views.termijnen.datumknop import Datumknop
from tests.pagina.toegankelijk import gesproken_naam, gesproken_toelichting
from tests.pagina.toetskamer import toon
from tests.pagina.waarom import gehoord, gelezen, open_, stippels_van


def reden(kennisgeving: date, brp: date | None = None) -> Dagreden:
    feiten = Feiten(kennisgeving=kennisgeving, brp=brp)
    return next(
        reden_van(t) for t in bereken(feiten, beleid(), date(2026, 3, 1)) if t.regel is Regel.D1
    )


PINKSTER = date(2026, 3, 16)
"""Ten weeks later is Whit Monday (domain.md 2.7, worked example 3)."""


class Venster(QWidget):
    """A screen with a date on it, behind which another can come."""

    def __init__(self) -> None:
        super().__init__()
        self.stapel = QStackedWidget(self)
        blad = QVBoxLayout(self)
        blad.addWidget(self.stapel)
        eerste = QWidget(self)
        self.vak = QHBoxLayout(eerste)
        self.knop = Datumknop(eerste)
        self.vak.addWidget(self.knop)
        self.stapel.addWidget(eerste)
        self.stapel.addWidget(QWidget(self))


@pytest.fixture
def venster(qtbot: QtBot, qapp: object) -> Iterator[Venster]:
    scherm = Venster()
    scherm.knop.zet("PIP klaar op 25-05-2026", reden(PINKSTER, PINKSTER))
    toon(qtbot, scherm, 600, 300)
    yield scherm
    if (nog := open_()) is not None:
        nog.close()


def test_the_reason_has_the_rule_with_its_inputs_and_what_moved_the_day(
    qtbot: QtBot, venster: Venster
) -> None:
    tekst = gehoord(qtbot, venster.knop)
    assert "10 weken na de laatste van twee dagen" in tekst
    assert "16-03-2026" in tekst
    assert "Naartoe werken: 25-05-2026" in tekst
    assert "Uiterste wettelijke dag: 26-05-2026" in tekst
    assert "Bron: " in tekst


@pytest.mark.parametrize("toets", [Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_F1])
def test_each_of_these_keys_asks(qtbot: QtBot, venster: Venster, toets: Qt.Key) -> None:
    assert "16-03-2026" in gehoord(qtbot, venster.knop, toets)


def test_a_click_asks_and_a_click_elsewhere_closes(qtbot: QtBot, venster: Venster) -> None:
    assert gelezen(qtbot, venster.knop) == reden(PINKSTER, PINKSTER).tekst
    qtbot.mouseClick(venster.knop, Qt.MouseButton.LeftButton)
    blad = open_()
    assert blad is not None
    qtbot.mouseClick(blad, Qt.MouseButton.LeftButton, pos=QPoint(-20, -20))
    assert open_() is None


def test_a_screen_reader_hears_the_sentence_without_opening_it(venster: Venster) -> None:
    assert gesproken_naam(venster.knop) == "PIP klaar op 25-05-2026"
    assert "10 weken" in gesproken_toelichting(venster.knop)
    assert "10 weken" in venster.knop.toolTip()


def test_without_a_reason_it_is_text_that_the_keyboard_passes_by(
    qtbot: QtBot, venster: Venster
) -> None:
    venster.knop.zet("PIP: nog niet bekend", None)
    assert not venster.knop.isEnabled()
    assert gesproken_toelichting(venster.knop) == ""
    qtbot.mouseClick(venster.knop, Qt.MouseButton.LeftButton)
    assert open_() is None


def test_behind_the_lock_no_explanation_stays(qtbot: QtBot, venster: Venster) -> None:
    """The lock is another page of the same window."""
    qtbot.mouseClick(venster.knop, Qt.MouseButton.LeftButton)
    assert open_() is not None
    venster.stapel.setCurrentIndex(1)
    assert open_() is None


def test_it_stays_on_the_screen_in_every_corner(qtbot: QtBot, venster: Venster) -> None:
    ruimte = venster.screen().availableGeometry()
    for richting in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        venster.setLayoutDirection(richting)
        for hoek in (ruimte.topLeft(), ruimte.bottomRight() - QPoint(600, 300)):
            venster.move(hoek)
            QApplication.processEvents()
            qtbot.mouseClick(venster.knop, Qt.MouseButton.LeftButton)
            blad = open_()
            assert blad is not None
            assert ruimte.contains(blad.geometry()), (richting, hoek, blad.geometry())
            assert blad.layoutDirection() is richting
            blad.close()


def test_with_room_for_it_all_of_it_is_seen_without_scrolling(
    qtbot: QtBot, venster: Venster
) -> None:
    venster.resize(600, 80)
    venster.move(venster.screen().availableGeometry().topLeft())
    qtbot.mouseClick(venster.knop, Qt.MouseButton.LeftButton)
    blad = open_()
    assert blad is not None
    (rol,) = blad.findChildren(QScrollArea)
    QApplication.processEvents()
    assert rol.verticalScrollBar().maximum() == 0
    assert blad.height() < 600, "no higher than what it says"


def test_only_the_date_is_dotted_under_also_the_day_to_work_towards(venster: Venster) -> None:
    """Of a day that was moved the sentence names the day to work towards."""
    stippels = stippels_van(venster.knop)
    voor = venster.knop.fontMetrics().horizontalAdvance("PIP klaar op ")
    assert stippels
    assert stippels[0] >= voor, "not under the words before it"
    venster.knop.zet("PIP klaar op 25-05-2026", None)
    assert stippels_van(venster.knop) == []


def test_a_long_sentence_wraps_and_can_be_read_whole(qtbot: QtBot, venster: Venster) -> None:
    zin = "Nodig voor het PIP, dat klaar moet zijn op 25-05-2026. " * 3
    venster.knop.zet(zin, reden(PINKSTER, PINKSTER))
    venster.resize(300, 400)
    QApplication.processEvents()
    assert venster.knop.width() < 300
    assert venster.knop.height() >= venster.knop.heightForWidth(venster.knop.width())
    assert venster.knop.heightForWidth(280) > 3 * venster.knop.fontMetrics().height()


def test_an_ampersand_in_a_name_is_text_and_no_key(venster: Venster) -> None:
    venster.knop.zet("Het PIP van Jan &Piet is klaar op 25-05-2026", reden(PINKSTER, PINKSTER))
    assert venster.knop.text() == "Het PIP van Jan &Piet is klaar op 25-05-2026"
    assert venster.knop.shortcut().isEmpty()
