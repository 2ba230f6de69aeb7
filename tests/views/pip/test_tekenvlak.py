"""The surface to sign on, with a mouse, a finger, a pen, and a palm on the glass."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.models.handtekening import VERHOUDING, Handtekening
from desktop.views.pip.tekenkaart import Tekenkaart
from desktop.views.pip.tekenvlak import Tekenvlak
from tests.pagina.toegankelijk import gesproken_naam, gesproken_toelichting

LINKS = Qt.MouseButton.LeftButton
NIETS = Qt.KeyboardModifier.NoModifier
Plek = tuple[float, float]
STREEP: tuple[Plek, ...] = ((0.2, 0.2), (0.4, 0.7), (0.6, 0.3), (0.8, 0.8))


class Handen:
    """Real events at places that are shares of the white sheet."""

    def __init__(self, qtbot: QtBot, vlak: Tekenvlak) -> None:
        self.qtbot, self.vlak = qtbot, vlak
        self.scherm = QTest.createTouchDevice()
        self.pen = QPointingDevice(
            "pen",
            1,
            QInputDevice.DeviceType.Stylus,
            QPointingDevice.PointerType.Pen,
            QInputDevice.Capability.Position | QInputDevice.Capability.Pressure,
            1,
            3,
        )

    def plek(self, deel: Plek) -> QPoint:
        vak = self.vlak.papier
        return QPointF(vak.x() + deel[0] * vak.width(), vak.y() + deel[1] * vak.height()).toPoint()

    def muis(self, *delen: Plek, knop: Qt.MouseButton = LINKS) -> None:
        self.qtbot.mousePress(self.vlak, knop, pos=self.plek(delen[0]))
        for deel in delen[1:]:
            # QTest moves with no button down; a hand holds it.
            self._beweeg(deel, knop)
        self.qtbot.mouseRelease(self.vlak, knop, pos=self.plek(delen[-1]))

    def _beweeg(self, deel: Plek, knop: Qt.MouseButton) -> None:
        from PySide6.QtGui import QMouseEvent

        plek = QPointF(self.plek(deel))
        QApplication.sendEvent(
            self.vlak,
            QMouseEvent(
                QEvent.Type.MouseMove,
                plek,
                self.vlak.mapToGlobal(plek),
                Qt.MouseButton.NoButton,
                knop,
                NIETS,
            ),
        )

    def begin_vinger(self, nummer: int, deel: Plek) -> None:
        QTest.touchEvent(self.vlak, self.scherm).press(nummer, self.plek(deel), self.vlak).commit()

    def vinger(self, *delen: Plek) -> None:
        self.begin_vinger(0, delen[0])
        for deel in delen[1:]:
            QTest.touchEvent(self.vlak, self.scherm).move(0, self.plek(deel), self.vlak).commit()
        QTest.touchEvent(self.vlak, self.scherm).release(
            0, self.plek(delen[-1]), self.vlak
        ).commit()

    def met_pen(self, soort: QEvent.Type, deel: Plek) -> None:
        plek = QPointF(self.plek(deel))
        neer = soort != QEvent.Type.TabletRelease
        QApplication.sendEvent(
            self.vlak,
            QTabletEvent(
                soort, self.pen, plek, self.vlak.mapToGlobal(plek), 0.6 if neer else 0.0,
                0.0, 0.0, 0.0, 0.0, 0.0, NIETS, LINKS, LINKS if neer else Qt.MouseButton.NoButton,
            ),
        )  # fmt: skip

    def pen_streep(self, *delen: Plek) -> None:
        self.met_pen(QEvent.Type.TabletPress, delen[0])
        for deel in delen[1:]:
            self.met_pen(QEvent.Type.TabletMove, deel)
        self.met_pen(QEvent.Type.TabletRelease, delen[-1])


@pytest.fixture
def vlak(toon: Callable[..., None]) -> Tekenvlak:
    vlak = Tekenvlak()
    toon(vlak, 760, 340)
    return vlak


@pytest.fixture
def handen(qtbot: QtBot, vlak: Tekenvlak) -> Handen:
    return Handen(qtbot, vlak)


def staat(vlak: Tekenvlak, *strepen: tuple[Plek, ...]) -> bool:
    """These strokes and no others stand there, within a pixel or two."""
    er = vlak.handtekening.strepen
    return len(er) == len(strepen) and all(
        len(a) == len(b) and all(p == pytest.approx(q, abs=0.01) for p, q in zip(a, b, strict=True))
        for a, b in zip(er, strepen, strict=True)
    )


@pytest.mark.parametrize("hand", ["muis", "vinger", "pen_streep"])
def test_a_stroke_of_each_kind_of_hand_is_kept(
    qtbot: QtBot, vlak: Tekenvlak, handen: Handen, hand: str
) -> None:
    with qtbot.waitSignal(vlak.gewijzigd):
        getattr(handen, hand)(*STREEP)
    assert staat(vlak, STREEP)


@pytest.mark.parametrize("hand", ["muis", "vinger", "pen_streep"])
def test_a_stroke_tells_once_and_a_second_one_is_added(
    vlak: Tekenvlak, handen: Handen, hand: str
) -> None:
    keer: list[int] = []
    vlak.gewijzigd.connect(lambda: keer.append(1))
    getattr(handen, hand)(*STREEP)
    getattr(handen, hand)((0.5, 0.1), (0.5, 0.9))
    assert len(keer) == 2
    assert staat(vlak, STREEP, ((0.5, 0.1), (0.5, 0.9)))


def test_of_two_fingers_only_the_first_draws(vlak: Tekenvlak, handen: Handen) -> None:
    handen.begin_vinger(0, STREEP[0])
    for n, deel in enumerate(STREEP[1:]):
        reeks = QTest.touchEvent(vlak, handen.scherm).move(0, handen.plek(deel), vlak)
        ander = handen.plek((0.9, 0.2 + n / 10))
        (reeks.press if n == 0 else reeks.move)(1, ander, vlak)
        reeks.commit()
    reeks = QTest.touchEvent(vlak, handen.scherm).release(1, handen.plek((0.9, 0.4)), vlak)
    reeks.stationary(0)
    reeks.commit()
    assert vlak.handtekening.strepen
    QTest.touchEvent(vlak, handen.scherm).release(0, handen.plek(STREEP[-1]), vlak).commit()
    assert staat(vlak, STREEP)


def test_a_palm_beside_the_pen_draws_nothing(vlak: Tekenvlak, handen: Handen) -> None:
    handen.met_pen(QEvent.Type.TabletPress, STREEP[0])
    handen.begin_vinger(0, (0.9, 0.9))
    for deel in STREEP[1:]:
        handen.met_pen(QEvent.Type.TabletMove, deel)
        palm = handen.plek((0.92, 0.92))
        QTest.touchEvent(vlak, handen.scherm).move(0, palm, vlak).commit()
    handen.met_pen(QEvent.Type.TabletRelease, STREEP[-1])
    QTest.touchEvent(vlak, handen.scherm).release(0, handen.plek((0.92, 0.92)), vlak).commit()
    assert staat(vlak, STREEP)


def test_a_palm_that_was_down_before_the_pen_leaves_no_ink(vlak: Tekenvlak, handen: Handen) -> None:
    handen.begin_vinger(0, (0.9, 0.9))
    QTest.touchEvent(vlak, handen.scherm).move(0, handen.plek((0.8, 0.9)), vlak).commit()
    handen.pen_streep(*STREEP)
    QTest.touchEvent(vlak, handen.scherm).release(0, handen.plek((0.8, 0.9)), vlak).commit()
    assert staat(vlak, STREEP)


def test_other_buttons_and_places_beside_the_sheet_draw_nothing(
    vlak: Tekenvlak, handen: Handen
) -> None:
    handen.muis(*STREEP, knop=Qt.MouseButton.RightButton)
    vlak.resize(760, 760)
    handen.muis((0.5, -0.4), (0.5, 0.5))
    assert vlak.handtekening.leeg


def test_a_stroke_that_runs_off_the_sheet_stays_within_it(vlak: Tekenvlak, handen: Handen) -> None:
    handen.muis((0.5, 0.5), (1.4, 0.5), (0.9, 1.8))
    assert staat(vlak, ((0.5, 0.5), (1.0, 0.5), (0.9, 1.0)))


def test_a_resize_keeps_every_stroke_and_its_shape(vlak: Tekenvlak, handen: Handen) -> None:
    handen.muis(*STREEP)
    voor = vlak.handtekening
    vlak.resize(500, 900)
    assert vlak.handtekening == voor
    assert vlak.papier.width() / vlak.papier.height() == pytest.approx(VERHOUDING)
    handen.muis((0.5, 0.1), (0.5, 0.9))
    vlak.resize(1200, 300)
    assert staat(vlak, STREEP, ((0.5, 0.1), (0.5, 0.9)))
    assert vlak.papier.width() / vlak.papier.height() == pytest.approx(VERHOUDING)


def test_ink_is_to_be_seen_where_the_pen_went(vlak: Tekenvlak, handen: Handen) -> None:
    plek = handen.plek((0.5, 0.4))
    assert vlak.grab().toImage().pixelColor(plek).lightness() > 240
    handen.muis((0.5, 0.1), (0.5, 0.4), (0.5, 0.9))
    schaal = vlak.grab().devicePixelRatio()
    assert vlak.grab().toImage().pixelColor(plek * schaal).lightness() < 60


def test_a_dot_is_to_be_seen_too(vlak: Tekenvlak, handen: Handen) -> None:
    vlak.zet(Handtekening.van_strepen([[(0.5, 0.4)]]))
    assert vlak.grab().toImage().pixelColor(handen.plek((0.5, 0.4))).lightness() < 60


def test_wiping_and_taking_back(qtbot: QtBot, vlak: Tekenvlak, handen: Handen) -> None:
    handen.muis(*STREEP)
    handen.muis((0.5, 0.1), (0.5, 0.9))
    vlak.setFocus()
    with qtbot.waitSignal(vlak.gewijzigd):
        qtbot.keyClick(vlak, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert staat(vlak, STREEP)
    with qtbot.waitSignal(vlak.gewijzigd):
        vlak.wis()
    assert vlak.handtekening.leeg
    with qtbot.assertNotEmitted(vlak.gewijzigd):
        vlak.wis()


def test_a_kept_signature_is_shown_and_drawn_no_further_when_it_is_set(
    qtbot: QtBot, vlak: Tekenvlak, handen: Handen
) -> None:
    kept = Handtekening.van_strepen([STREEP])
    with qtbot.assertNotEmitted(vlak.gewijzigd):
        vlak.zet(kept)
        vlak.alleen_lezen(True)
        for hand in (handen.muis, handen.vinger, handen.pen_streep):
            hand((0.1, 0.1), (0.9, 0.9))
        vlak.setFocus()
        qtbot.keyClick(vlak, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert vlak.handtekening == kept


def test_a_screen_reader_hears_whether_it_is_signed_and_what_else_can_be_done(
    vlak: Tekenvlak, handen: Handen
) -> None:
    assert gesproken_naam(vlak) == "Handtekening van de cliënt"
    assert "tekent niet" in gesproken_toelichting(vlak)
    handen.muis(*STREEP)
    assert gesproken_toelichting(vlak) == "Er staat een handtekening."


def test_the_card_says_when_it_is_too_small_and_begins_again(
    qtbot: QtBot, toon: Callable[..., None]
) -> None:
    kaart = Tekenkaart()
    toon(kaart, 700, 380)
    handen = Handen(qtbot, kaart.vlak)
    assert not kaart.opnieuw.isEnabled()
    handen.muis((0.5, 0.5), (0.51, 0.5))
    assert "te klein" in kaart.uitleg.text()
    handen.muis(*STREEP)
    assert "te klein" not in kaart.uitleg.text()
    with qtbot.waitSignal(kaart.gewijzigd):
        qtbot.mouseClick(kaart.opnieuw, LINKS)
    assert kaart.handtekening.leeg
    assert not kaart.opnieuw.isEnabled()
