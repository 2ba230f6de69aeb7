"""Asking why a date is that day, wherever one stands."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from desktop.views import stijl
from desktop.views.termijnen.datumknop import Datumknop
from desktop.views.termijnen.waaromvenster import Waaromvenster


def datums(scherm: QWidget) -> list[Datumknop]:
    """Every date on the screen now that says why."""
    knoppen = scherm.findChildren(Datumknop)
    return [k for k in knoppen if k.isVisibleTo(scherm) and k.reden is not None]


def open_() -> Waaromvenster | None:
    """The explanation that is open now."""
    nu = QApplication.activePopupWidget()
    return nu if isinstance(nu, Waaromvenster) else None


def gehoord(qtbot: QtBot, bij: QWidget, toets: Qt.Key = Qt.Key.Key_Return) -> str:
    """Asks with the keyboard, hears the answer, and closes it; the keyboard is back where it was.

    Empty when nothing opened.
    """
    bij.setFocus(Qt.FocusReason.TabFocusReason)
    hier = QApplication.focusWidget()
    qtbot.keyClick(bij, toets)
    venster = open_()
    if venster is None:
        return ""
    assert QApplication.focusWidget() is venster.blad, "the answer has the keyboard"
    tekst = venster.blad.tekst
    qtbot.keyClick(venster.blad, Qt.Key.Key_Escape)
    assert open_() is None
    assert QApplication.focusWidget() is hier
    return tekst


def gelezen(qtbot: QtBot, knop: Datumknop) -> str:
    """Asks with the mouse, and closes it."""
    qtbot.mouseClick(knop, Qt.MouseButton.LeftButton)
    venster = open_()
    assert venster is not None
    tekst = venster.blad.tekst
    venster.close()
    return tekst


def menu(bij: QWidget, plek: QPoint) -> QMenu | None:
    """The context menu at a place, by mouse."""
    reden = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(bij, QContextMenuEvent(reden, plek, bij.mapToGlobal(plek)))
    nu = QApplication.activePopupWidget()
    return nu if isinstance(nu, QMenu) else None


def stippels_van(knop: Datumknop) -> list[int]:
    """Columns where it is dotted under."""
    knop.clearFocus()
    beeld, wil = knop.grab().toImage(), QColor(stijl.kleuren().accent).rgb()
    hoog = range(beeld.height())
    return [x for x in range(beeld.width()) if any(beeld.pixel(x, y) == wil for y in hoog)]
