"""Two columns: what it is, softly, and what it says."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.views.widgets.indeling import in_lijn, regel


def feiten(
    rijen: Sequence[tuple[str, str | QWidget]], ouder: QWidget, *, links: int = 160
) -> QWidget:
    """The text of a user stands there as it is, never as markup; or a widget with a `TEKSTRAND`."""
    doos = QWidget(ouder)
    rooster = QGridLayout(doos)
    rooster.setContentsMargins(0, 0, 0, 0)
    rooster.setHorizontalSpacing(24)
    rooster.setVerticalSpacing(8)
    rooster.setColumnMinimumWidth(0, links)
    rooster.setColumnStretch(1, 1)
    for n, (naam, waarde) in enumerate(rijen):
        woord = regel(naam, "zacht", doos)
        woord.setWordWrap(False)
        rooster.addWidget(woord, n, 0, Qt.AlignmentFlag.AlignTop)
        if isinstance(waarde, QWidget):
            waarde.setParent(doos)
            rooster.addLayout(in_lijn(waarde), n, 1)
            continue
        rechts = regel(waarde, "waarde", doos)
        rechts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        rooster.addWidget(rechts, n, 1)
    return doos
