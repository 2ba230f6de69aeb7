"""A kept scan as something to look at. Knows no widget: it reads on a pool thread."""

from __future__ import annotations

import base64
import binascii

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

PDF = "application/pdf"
RUIMST = QSize(2400, 3400)
"""Pixels; an A4 is sharp at twice its size on the screen, and no photograph fills the memory."""


class Onleesbaar(Exception):
    """What was kept is no scan that can be shown."""


def rauw_uit(scan: str) -> bytes:
    """The file as it was kept, from base64. Raises Onleesbaar."""
    try:
        return base64.b64decode(scan, validate=True)
    except (binascii.Error, ValueError) as fout:
        raise Onleesbaar from fout


def beeld_uit(rauw: bytes) -> QImage:
    """The picture the right way up, never larger than `RUIMST`. Raises Onleesbaar."""
    bak = QBuffer()
    bak.setData(QByteArray(rauw))
    bak.open(QIODevice.OpenModeFlag.ReadOnly)
    lezer = QImageReader(bak)
    lezer.setDecideFormatFromContent(True)
    lezer.setAutoTransform(True)  # a photograph of a paper lies on its side
    maat = lezer.size()
    if maat.width() > RUIMST.width() or maat.height() > RUIMST.height():
        lezer.setScaledSize(maat.scaled(RUIMST, Qt.AspectRatioMode.KeepAspectRatio))
    beeld = lezer.read()
    if beeld.isNull():
        raise Onleesbaar
    return beeld


def scan_uit(scan: str, soort: str) -> QImage | None:
    """The picture of this scan; None for a pdf, which another program shows. Raises Onleesbaar."""
    rauw = rauw_uit(scan)
    if soort != PDF:
        return beeld_uit(rauw)
    if not rauw.startswith(b"%PDF"):
        raise Onleesbaar
    return None
