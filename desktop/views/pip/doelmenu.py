"""Ready goals of our own wording, per leefdomein; each has a translation for the client's page."""

from __future__ import annotations

from functools import cache, partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QPushButton

from desktop import catalogi
from desktop.models.pipinhoud import Regel
from desktop.taal import _
from desktop.views.pip.plek import Planplek
from desktop.views.pip.woorden import DOEL

_BEGIN = f"{DOEL}."


@cache
def klare_doelen() -> dict[str, tuple[tuple[str, str], ...]]:
    """(code, Dutch text) by code of the leefdomein."""
    uit: dict[str, list[tuple[str, str]]] = {}
    for code, tekst in catalogi.schermteksten().items():
        if code.startswith(_BEGIN):
            domein = code.removeprefix(_BEGIN)[:2].upper()
            uit.setdefault(domein, []).append((code, tekst["tekst"]))
    return {domein: tuple(rij) for domein, rij in uit.items()}


def doelmenu(plek: Planplek, knop: QPushButton) -> QMenu:
    """A leefdomein, then a goal; what is in the plan already cannot be chosen again."""
    menu = QMenu(knop)
    menu.setAccessibleName(_("Kies een doel"))
    er = {r.doelcode for r in plek.beeld.inhoud.doelen}
    register, dpr = plek.werkplek.pictogrammen, knop.devicePixelRatioF()
    doelen = klare_doelen()
    for domein in plek.store.lijst.domeinen:
        rij = doelen.get(domein.code, ())
        if not rij:
            continue
        onder = menu.addMenu(
            QIcon(register.pixmap(domein.pictogram, 24, dpr)), domein.titel.replace("&", "&&")
        )
        onder.setAccessibleName(domein.titel)
        for code, tekst in rij:
            regel = Regel("", DOEL, tekst, domein=domein.code, doelcode=code)
            actie = onder.addAction(tekst.replace("&", "&&"), partial(plek.kies_doel, regel))
            actie.setEnabled(code not in er)
    return menu


def open_doelmenu(plek: Planplek, knop: QPushButton) -> QMenu:
    """Under its button; not `exec`, which would hold up whatever else is going on."""
    menu = doelmenu(plek, knop)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(knop.mapToGlobal(QPoint(0, knop.height())))
    return menu
