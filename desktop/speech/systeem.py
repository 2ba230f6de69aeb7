"""The voices of the operating system, through QTextToSpeech.

PySide6 does not offer `synthesize`, so the system plays these itself: on its own output device,
and `niveau` or `Klank` never see them.
"""

from __future__ import annotations

import logging
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QTimer, Signal

from desktop.models.catalogus import Taal
from desktop.models.spraak import Stem, vertrouwd

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtTextToSpeech import QTextToSpeech

log = logging.getLogger(__name__)
NOOIT = frozenset({"mock"})
"""Qt's own engine for tests: it makes no sound."""
EIGENLIJK_SYNTHETISCH = frozenset({"speechd", "flite"})
"""On Linux the system's voice mostly is eSpeak again; it is trusted no more than eSpeak."""
VOORKEUR = ("winrt", "darwin", "macos", "sapi", "speechd", "flite")
"""Engines by how good their voices are; one that is not named comes after these."""
_TEMPO = -0.15
"""From -1 to 1, 0 is usual: a bit slower, for who has to think about the answer."""
_BEGIN_MS = 3000
"""An engine that says nothing in so long does not work."""


class Systeemstemmen(QObject):
    """One engine of the system and the languages that it has a voice for.

    `klaar` comes after `zeg`; `mislukt` when it could not. Neither after `stop`.
    """

    klaar = Signal()
    mislukt = Signal()

    def __init__(self, motor: str | None = None, parent: QObject | None = None) -> None:
        """`motor` is for tests; without it the system's own is taken, never `mock`."""
        super().__init__(parent)
        self._motornaam = motor
        self._bezig = self._sprak = False
        self._wacht = QTimer(self)
        self._wacht.setSingleShot(True)
        self._wacht.setInterval(_BEGIN_MS)
        self._wacht.timeout.connect(self._begint_niet)

    @cached_property
    def _motor(self) -> QTextToSpeech | None:
        """Loaded when first asked for; None when there is none that works."""
        try:
            from PySide6.QtTextToSpeech import QTextToSpeech
        except ImportError as fout:
            log.warning("no system voices: %s", fout)
            return None
        namen = sorted(set(QTextToSpeech.availableEngines()) - NOOIT, key=_rang)
        for naam in [self._motornaam] if self._motornaam else namen:
            motor = QTextToSpeech(naam, self)
            if motor.state() != QTextToSpeech.State.Error:
                motor.setRate(_TEMPO)
                motor.stateChanged.connect(self._toestand)
                return motor
            motor.deleteLater()
        return None

    @cached_property
    def _locales(self) -> dict[tuple[QLocale.Language, QLocale.Country], QLocale]:
        if self._motor is None:
            return {}
        return {(loc.language(), loc.territory()): loc for loc in self._motor.availableLocales()}

    def stem(self, taal: Taal, beproefd: Collection[str] = ()) -> Stem | None:
        """The voice for this language; None when the system has none."""
        if self._motor is None or self._locale(taal) is None:
            return None
        naam = f"{self._motor.engine()}:{taal.tag}"
        goed = self._motor.engine() not in EIGENLIJK_SYNTHETISCH
        return Stem(naam, goed or vertrouwd(taal, naam, beproefd))

    def _locale(self, taal: Taal) -> QLocale | None:
        gevraagd = QLocale(taal.locale)
        if gevraagd.language() == QLocale.Language.C:  # Qt does not know it
            return None
        land = gevraagd.territory()
        if precies := self._locales.get((gevraagd.language(), land)):
            return precies
        if "_" in taal.locale:  # Dari is not Farsi: another country's voice is not it
            return None
        return next(
            (loc for (t, _), loc in self._locales.items() if t == gevraagd.language()), None
        )

    def zeg(self, taal: Taal, tekst: str) -> None:
        """Says it; returns at once."""
        self.stop()
        locale = self._locale(taal)
        self._bezig, self._sprak = True, False
        self._wacht.start()
        if self._motor is None or locale is None:
            self._wacht.start(0)
            return
        if self._motor.locale() != locale:
            self._motor.setLocale(locale)
        self._motor.say(tekst)

    def stop(self) -> None:
        """Silence, at once."""
        self._wacht.stop()
        if self._bezig and self._motor is not None:
            from PySide6.QtTextToSpeech import QTextToSpeech

            self._bezig = False
            self._motor.stop(QTextToSpeech.BoundaryHint.Immediate)

    def _toestand(self, toestand: QTextToSpeech.State) -> None:
        if not self._bezig:
            return
        if toestand.name == "Speaking":
            self._sprak = True
            self._wacht.stop()
        elif toestand.name == "Ready" and self._sprak:
            self._bezig = False
            self.klaar.emit()
        elif toestand.name == "Error":
            self._begint_niet()

    def _begint_niet(self) -> None:
        self._wacht.stop()
        self._bezig = False
        self.mislukt.emit()


def _rang(motor: str) -> tuple[int, str]:
    return (VOORKEUR.index(motor) if motor in VOORKEUR else len(VOORKEUR), motor)
