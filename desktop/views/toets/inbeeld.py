"""Scrolls a page to what has to be seen now: giving the focus does not do that by itself."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

RUIMTE = 24
"""So much of the page shows around it."""


def in_beeld(wat: QWidget | None, *ook: QWidget) -> None:
    """Brings these in sight, the first one before all; after the page has found its size."""
    if wat is None:
        return
    vlak = wat.parentWidget()
    while vlak is not None and not isinstance(vlak, QScrollArea):
        vlak = vlak.parentWidget()
    if vlak is None:
        return
    schuif = vlak

    def schuif_mee() -> None:
        for een in (*ook, wat):
            schuif.ensureWidgetVisible(een, 0, RUIMTE)

    QTimer.singleShot(0, schuif, schuif_mee)
