"""The text of a PDF as pdfium gives it: in the order of reading, also from right to left."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtPdf import QPdfDocument


def gelezen(pdf: bytes) -> str:
    """All pages, lines joined by spaces."""
    bak = QBuffer()
    bak.setData(pdf)
    bak.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(bak)
    teksten = [document.getAllText(n).text() for n in range(document.pageCount())]
    document.close()
    return " ".join(" ".join(teksten).split())


def gelezen_letters(pdf: bytes) -> str:
    """The same without spaces."""
    return "".join(gelezen(pdf).split())
