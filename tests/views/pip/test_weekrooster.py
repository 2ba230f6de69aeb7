"""The week grid with mouse, keys and a screen reader."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from desktop.models.pipinhoud import Bezigheid
from desktop.models.weekwoorden import PICTOGRAM
from desktop.views.pip.weekcel import Weekcel
from desktop.views.pip.weekrooster import Weekrooster
from desktop.views.widgets.pictogram import PictogramRegister
from tests.pagina.toegankelijk import gesproken_naam, gesproken_toelichting, tabronde, zonder_naam

LINKS = Qt.MouseButton.LeftButton


class Roosterpagina:
    """The grid as a user meets it: a cell goes by its key."""

    def __init__(self, qtbot: QtBot, rooster: Weekrooster) -> None:
        self.qtbot, self.rooster = qtbot, rooster
        self.gebaren: list[tuple[str, Bezigheid | None]] = []
        rooster.gewijzigd.connect(lambda plek, wat: self.gebaren.append((plek, wat)))

    def cel(self, plek: str) -> Weekcel:
        return self.rooster.cellen[plek]

    def kies(self, plek: str, woord: str) -> None:
        """Opens the choice with a click, and clicks one."""
        self.qtbot.mouseClick(self.cel(plek), LINKS)
        self.klik_in_menu(woord)

    def klik_in_menu(self, woord: str) -> None:
        menu = self.menu()
        (actie,) = [a for a in menu.actions() if a.text().replace("&", "") == woord]
        self.qtbot.mouseClick(menu, LINKS, pos=menu.actionGeometry(actie).center())
        self.qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)

    def menu(self) -> QMenu:
        self.qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        return menu

    def druk(self, toets: Qt.Key | str) -> None:
        nu = QApplication.focusWidget()
        assert nu is not None
        if isinstance(toets, str):
            self.qtbot.keyClicks(nu, toets)
        else:
            self.qtbot.keyClick(nu, toets)

    def sleep(self, *plekken: str) -> None:
        """Presses on the first cell and drags over the others."""
        eerste = self.cel(plekken[0])

        def midden(plek: str) -> QPoint:
            cel = self.cel(plek)
            return eerste.mapFrom(self.rooster, cel.mapTo(self.rooster, cel.rect().center()))

        self.qtbot.mousePress(eerste, LINKS, pos=midden(plekken[0]))
        for plek in plekken[1:]:
            self.qtbot.mouseMove(eerste, midden(plek))
        self.qtbot.mouseRelease(eerste, LINKS, pos=midden(plekken[-1]))

    @property
    def hier(self) -> str:
        """The key of the cell that has the focus."""
        nu = QApplication.focusWidget()
        return next((plek for plek, cel in self.rooster.cellen.items() if cel is nu), "")


@pytest.fixture
def pagina(qtbot: QtBot, toon: Callable[..., None], register: PictogramRegister) -> Roosterpagina:
    rooster = Weekrooster(register)
    toon(rooster)
    return Roosterpagina(qtbot, rooster)


def test_a_click_and_a_choice_is_one_gesture(pagina: Roosterpagina) -> None:
    pagina.kies("2-middag", "Werk")
    assert pagina.gebaren == [("2-middag", Bezigheid.WERK)]
    assert pagina.rooster.week == {"2-middag": Bezigheid.WERK}


def test_what_is_chosen_already_is_no_gesture_and_is_ticked(pagina: Roosterpagina) -> None:
    pagina.rooster.zet({"1-avond": Bezigheid.ZORG})
    pagina.qtbot.mouseClick(pagina.cel("1-avond"), LINKS)
    menu = pagina.menu()
    assert [a.text().replace("&", "") for a in menu.actions() if a.isChecked()] == ["Zorg"]
    pagina.klik_in_menu("Zorg")
    assert pagina.gebaren == []
    assert pagina.rooster.week == {"1-avond": Bezigheid.ZORG}


def test_a_choice_empties(pagina: Roosterpagina) -> None:
    pagina.rooster.zet({"1-avond": Bezigheid.ZORG})
    pagina.kies("1-avond", "Leeg")
    assert pagina.gebaren == [("1-avond", None)]
    assert pagina.rooster.week == {}


def test_a_week_from_elsewhere_is_shown_and_told_to_nobody(pagina: Roosterpagina) -> None:
    week = {"1-ochtend": Bezigheid.TAALLES, "5-avond": Bezigheid.REIZEN}
    pagina.rooster.zet({**week, "6-ochtend": Bezigheid.WERK})
    assert pagina.rooster.week == week
    assert pagina.gebaren == []
    pagina.rooster.zet({})
    assert pagina.rooster.week == {}


def test_arrow_keys_walk_and_stop_at_the_edge(pagina: Roosterpagina) -> None:
    pagina.cel("1-ochtend").setFocus()
    for toets, plek in (
        (Qt.Key.Key_Up, "1-ochtend"),
        (Qt.Key.Key_Left, "1-ochtend"),
        (Qt.Key.Key_Right, "2-ochtend"),
        (Qt.Key.Key_Down, "2-middag"),
        (Qt.Key.Key_Down, "2-avond"),
        (Qt.Key.Key_Down, "2-avond"),
    ):
        pagina.druk(toets)
        assert pagina.hier == plek
    for _n in range(9):
        pagina.druk(Qt.Key.Key_Right)
    assert pagina.hier == "5-avond"
    assert pagina.gebaren == []


def test_letters_choose_and_delete_empties(pagina: Roosterpagina) -> None:
    pagina.cel("3-ochtend").setFocus()
    for letter in "twvszrT":
        pagina.druk(letter)
    pagina.druk(Qt.Key.Key_Delete)
    wat = [bezigheid for _plek, bezigheid in pagina.gebaren]
    assert wat == [*Bezigheid, Bezigheid.TAALLES, None]
    assert {plek for plek, _wat in pagina.gebaren} == {"3-ochtend"}


def test_another_letter_does_nothing(pagina: Roosterpagina) -> None:
    pagina.cel("3-ochtend").setFocus()
    pagina.druk("q1")
    assert pagina.gebaren == []


@pytest.mark.parametrize("toets", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_open_the_choice_and_a_letter_in_it_chooses(
    pagina: Roosterpagina, toets: Qt.Key
) -> None:
    pagina.cel("4-middag").setFocus()
    pagina.druk(toets)
    menu = pagina.menu()
    pagina.qtbot.keyClick(menu, Qt.Key.Key_S)
    assert pagina.gebaren == [("4-middag", Bezigheid.STAGE)]
    pagina.qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)
    pagina.qtbot.waitUntil(lambda: pagina.hier == "4-middag")


def test_dragging_puts_the_same_in_every_cell_that_is_passed(pagina: Roosterpagina) -> None:
    pagina.rooster.zet({"1-ochtend": Bezigheid.TAALLES, "2-ochtend": Bezigheid.TAALLES})
    pagina.sleep("1-ochtend", "2-ochtend", "3-ochtend", "3-ochtend", "3-middag")
    assert pagina.gebaren == [
        ("3-ochtend", Bezigheid.TAALLES),
        ("3-middag", Bezigheid.TAALLES),
    ]
    assert QApplication.activePopupWidget() is None


def test_dragging_from_an_empty_cell_or_out_of_the_grid_changes_nothing(
    pagina: Roosterpagina,
) -> None:
    pagina.rooster.zet({"2-ochtend": Bezigheid.WERK})
    pagina.sleep("1-ochtend", "2-ochtend")
    cel = pagina.cel("2-ochtend")
    pagina.qtbot.mousePress(cel, LINKS)
    pagina.qtbot.mouseMove(cel, QPoint(-5000, -5000))
    pagina.qtbot.mouseRelease(cel, LINKS, pos=QPoint(-5000, -5000))
    assert pagina.gebaren == []
    assert QApplication.activePopupWidget() is None


def test_a_day_is_copied_to_another_with_its_empty_parts(pagina: Roosterpagina) -> None:
    pagina.rooster.zet(
        {"1-ochtend": Bezigheid.TAALLES, "3-ochtend": Bezigheid.WERK, "3-avond": Bezigheid.ZORG}
    )
    pagina.qtbot.mouseClick(pagina.rooster.dagknoppen[1], LINKS)
    pagina.klik_in_menu("Zet ook op woensdag")
    assert pagina.gebaren == [("3-ochtend", Bezigheid.TAALLES), ("3-avond", None)]


def test_a_day_is_copied_to_all_days_and_emptied(pagina: Roosterpagina) -> None:
    pagina.rooster.zet({"2-middag": Bezigheid.STAGE})
    pagina.qtbot.mouseClick(pagina.rooster.dagknoppen[2], LINKS)
    pagina.klik_in_menu("Zet op alle dagen")
    assert {plek for plek, _wat in pagina.gebaren} == {f"{d}-middag" for d in (1, 3, 4, 5)}
    pagina.qtbot.mouseClick(pagina.rooster.dagknoppen[5], LINKS)
    pagina.klik_in_menu("Maak vrijdag leeg")
    assert pagina.gebaren[-1] == ("5-middag", None)
    assert len(pagina.rooster.week) == 4


def test_the_totals_stand_under_it(pagina: Roosterpagina) -> None:
    assert pagina.rooster.telling.text() == "Er staat nog niets in de week."
    pagina.cel("1-ochtend").setFocus()
    pagina.druk("t")
    assert pagina.rooster.telling.text() == "1 dagdeel taalles"
    pagina.druk(Qt.Key.Key_Down)
    pagina.druk("t")
    pagina.druk(Qt.Key.Key_Down)
    pagina.druk("w")
    assert pagina.rooster.telling.text() == "2 dagdelen taalles, 1 dagdeel werk"


def test_a_screen_reader_hears_day_part_and_what_is_done(pagina: Roosterpagina) -> None:
    pagina.rooster.zet({"2-middag": Bezigheid.VRIJWILLIGERSWERK})
    assert gesproken_naam(pagina.cel("2-middag")) == "Dinsdag middag: vrijwilligerswerk"
    assert gesproken_naam(pagina.cel("5-avond")) == "Vrijdag avond: leeg"
    assert "Delete" in gesproken_toelichting(pagina.cel("5-avond"))
    assert zonder_naam(pagina.rooster) == []


def test_tab_goes_in_once_at_the_cell_where_you_were(pagina: Roosterpagina) -> None:
    pagina.cel("1-ochtend").setFocus()
    pagina.druk(Qt.Key.Key_Right)
    pagina.druk(Qt.Key.Key_Down)
    rond: list[QWidget] = tabronde(pagina.qtbot, pagina.cel("2-middag"))
    assert [w for w in rond if isinstance(w, Weekcel)] == [pagina.cel("2-middag")]
    assert set(pagina.rooster.dagknoppen.values()) <= set(rond)


def test_a_set_version_can_be_walked_not_changed(pagina: Roosterpagina) -> None:
    pagina.rooster.zet({"1-ochtend": Bezigheid.TAALLES})
    pagina.rooster.alleen_lezen(True)
    pagina.cel("1-ochtend").setFocus()
    for toets in ("w", Qt.Key.Key_Delete, Qt.Key.Key_Return, Qt.Key.Key_Space):
        pagina.druk(toets)
    pagina.qtbot.mouseClick(pagina.cel("2-middag"), LINKS)
    pagina.sleep("1-ochtend", "2-ochtend")
    assert pagina.gebaren == []
    assert QApplication.activePopupWidget() is None
    pagina.cel("1-ochtend").setFocus()
    pagina.druk(Qt.Key.Key_Right)
    assert pagina.hier == "2-ochtend"
    assert not pagina.rooster.dagknoppen[1].isEnabled()


@pytest.mark.parametrize("breed", [620, 1300])
def test_a_cell_shows_the_picture_and_the_focus(pagina: Roosterpagina, breed: int) -> None:
    pagina.rooster.resize(breed, 400)
    cel = pagina.cel("1-ochtend")

    def beeld() -> QImage:
        return cel.grab().toImage()

    leeg = beeld()
    cel.toon(Bezigheid.TAALLES)
    les = beeld()
    cel.toon(Bezigheid.WERK)
    assert len({leeg.cacheKey(), les.cacheKey()}) == 2
    assert leeg != les != beeld()
    cel.toon(Bezigheid.TAALLES)
    cel.setFocus()
    assert beeld() != les


def test_every_kind_has_a_pictogram_of_its_own(register: PictogramRegister) -> None:
    assert set(PICTOGRAM) == set(Bezigheid)
    assert len(set(PICTOGRAM.values())) == len(Bezigheid)
    assert set(PICTOGRAM.values()) <= set(register.namen)
