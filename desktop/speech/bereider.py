"""Makes the sound of what has to be said, off the GUI thread, and keeps what was just made."""

from __future__ import annotations

import logging
import threading
from collections import OrderedDict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import count

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from desktop.models.catalogus import Taal
from desktop.models.spraak import (
    Aanbod,
    Opnamekast,
    Opnameregel,
    Spraakbron,
    Stem,
    Uiting,
    passende_opname,
    vertrouwd,
    volgorde,
    zonder_merken,
)
from desktop.speech import espeak
from desktop.speech.fouten import Gestaakt, OnderdeelOntbreekt, Spraakfout, geen_stem
from desktop.speech.klank import Klank, laad_soundfile
from desktop.speech.systeem import Systeemstemmen

log = logging.getLogger(__name__)
HOOGSTENS = 24 << 20
"""Bytes of sound that are kept: some ten minutes of speech."""

Maker = Callable[[Callable[[], bool]], Klank]
"""Makes a sound; asks now and then whether it is still wanted."""


@dataclass(frozen=True)
class Gereed:
    """What came of one preparation. Without `klank` and with SYSTEEM the system says it itself."""

    bron: Spraakbron
    klank: Klank | None = None
    zin: str = ""
    """What the klantmanager has to know about a way that failed."""


class Geheugenkast:
    """The sounds that were just made, the oldest out first. Any thread may ask it."""

    def __init__(self, hoogstens: int = HOOGSTENS) -> None:
        self._hoogstens, self._grootte = hoogstens, 0
        self._rij: OrderedDict[tuple[str, ...], Klank] = OrderedDict()
        self._slot = threading.Lock()

    def __len__(self) -> int:
        return len(self._rij)

    @property
    def grootte(self) -> int:
        """Bytes in it."""
        return self._grootte

    def haal(self, sleutel: tuple[str, ...]) -> Klank | None:
        """What was kept under this key."""
        with self._slot:
            klank = self._rij.get(sleutel)
            if klank is not None:
                self._rij.move_to_end(sleutel)
            return klank

    def bewaar(self, sleutel: tuple[str, ...], klank: Klank) -> None:
        """Keeps it, and lets go of what was not asked for longest."""
        with self._slot:
            oud = self._rij.pop(sleutel, None)
            self._grootte += len(klank.pcm) - (len(oud.pcm) if oud else 0)
            self._rij[sleutel] = klank
            while self._grootte > self._hoogstens and len(self._rij) > 1:
                _, weg = self._rij.popitem(last=False)
                self._grootte -= len(weg.pcm)

    def leeg(self) -> None:
        """Forgets all."""
        with self._slot:
            self._rij.clear()
            self._grootte = 0


class Bereider(QObject):
    """Finds who says an `Uiting` and makes its sound. `gereed` carries the number and a `Gereed`.

    What was cancelled with `staak` is never told, though its thread may still be at work.
    """

    gereed = Signal(int, object)
    _van_draad = Signal(int, object)

    def __init__(
        self,
        talen: Mapping[str, Taal],
        kast: Opnamekast | None,
        systeem: Systeemstemmen,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._talen, self._kast, self._systeem = talen, kast, systeem
        self._nummers = count(1)
        self._gewenst: set[int] = set()
        self._stuk: set[Spraakbron] = set()
        self.bewaard = Geheugenkast()
        self._pool = QThreadPool(self)
        # eSpeak takes one sentence at a time; the second thread is for a recording meanwhile.
        self._pool.setMaxThreadCount(2)
        self._van_draad.connect(self._meld)

    def verwarm(self) -> None:
        """Loads the libraries on a thread, so that the first touch does not wait for them."""
        self._pool.start(_laad)

    def aanbod(self, uiting: Uiting) -> Aanbod:
        """What there is on this laptop for this prompt, as far as it did not fail before."""
        taal = self._talen.get(uiting.taal)
        if taal is None:
            return Aanbod()
        beproefd = self._kast.beproefd(taal.tag) if self._kast else ()
        systeem = None if Spraakbron.SYSTEEM in self._stuk else self._systeem.stem(taal, beproefd)
        return Aanbod(self._regels(uiting), systeem, self._synthetisch(taal, beproefd))

    def _regels(self, uiting: Uiting) -> tuple[Opnameregel, ...]:
        if self._kast is None or not uiting.context or Spraakbron.MENS in self._stuk:
            return ()
        if find_spec("soundfile") is None:
            return ()
        return tuple(self._kast.regels(uiting.taal, uiting.context))

    def _synthetisch(self, taal: Taal, beproefd: Collection[str]) -> Stem | None:
        if not taal.stem or Spraakbron.SYNTHETISCH in self._stuk or not espeak.aanwezig():
            return None
        naam = f"espeak:{taal.stem}"
        return Stem(naam, vertrouwd(taal, naam, beproefd))

    def begin(self, uiting: Uiting, *, vanzelf: bool, stem: str = "") -> int:
        """Starts to make it and gives its number; `stem`: only with this voice."""
        nummer = next(self._nummers)
        self._gewenst.add(nummer)
        aanbod = self.aanbod(uiting)
        bronnen = volgorde(uiting, aanbod.met_stem(stem) if stem else aanbod, vanzelf=vanzelf)
        self._pool.start(_Werk(self, nummer, [(b, self._maker(b, uiting)) for b in bronnen]))
        return nummer

    def _maker(self, bron: Spraakbron, uiting: Uiting) -> Maker | None:
        """None for the system, which plays its own sound."""
        if bron is Spraakbron.MENS:
            return self._opname(uiting)
        if bron is Spraakbron.SYNTHETISCH:
            return self._stem(uiting)
        return None

    def _opname(self, uiting: Uiting) -> Maker:
        regel = passende_opname(uiting, self._regels(uiting))
        kast = self._kast

        def maak(_gestaakt: Callable[[], bool]) -> Klank:
            if kast is None or regel is None:
                raise Spraakfout
            gevonden = kast.zoek(uiting.taal, regel.dialect, uiting.context)
            if gevonden is None:  # taken away meanwhile
                raise Spraakfout
            return Klank.uit_ogg(gevonden.ogg)

        return maak

    def _stem(self, uiting: Uiting) -> Maker:
        stem, tekst = self._talen[uiting.taal].stem, zonder_merken(uiting.uitspraak)

        def maak(gestaakt: Callable[[], bool]) -> Klank:
            klank = self.bewaard.haal((stem, tekst))
            if klank is None:
                klank = espeak.Espeak.spreek(stem, tekst, gestaakt)
                self.bewaard.bewaar((stem, tekst), klank)
            return klank

        return maak

    def staak(self) -> None:
        """Nothing that was begun is wanted any more."""
        self._gewenst.clear()

    def gewenst(self, nummer: int) -> bool:
        """Whether somebody still waits for this number; asked from the threads too."""
        return nummer in self._gewenst

    def wacht(self) -> None:
        """Waits until no thread is at work: before the program or the store closes."""
        self.staak()
        self._pool.clear()
        self._pool.waitForDone()

    def is_stuk(self, bron: Spraakbron) -> None:
        """This way does not work on this laptop: it is not tried again while the program runs.

        Any thread may say so.
        """
        self._stuk.add(bron)

    def _meld(self, nummer: int, gereed: Gereed) -> None:
        if nummer in self._gewenst:
            self._gewenst.discard(nummer)
            self.gereed.emit(nummer, gereed)


def _laad() -> None:
    for laad in (espeak.Espeak.laad, laad_soundfile):
        try:
            laad()
        except Spraakfout:
            log.warning("a library for speech does not load")  # told at the first touch


class _Werk(QRunnable):
    """Tries one way after the other, on a pool thread."""

    def __init__(
        self, bereider: Bereider, nummer: int, makers: list[tuple[Spraakbron, Maker | None]]
    ) -> None:
        super().__init__()
        self._bereider, self._nummer, self._makers = bereider, nummer, makers

    def run(self) -> None:
        try:
            self._bereider._van_draad.emit(self._nummer, self._maak())
        except Gestaakt:
            pass
        except RuntimeError:  # Qt's word for a Bereider that is gone
            log.info("nobody waits for this sound any more")

    def _maak(self) -> Gereed:
        zin = ""
        for bron, maker in self._makers:
            if maker is None:
                return Gereed(bron, zin=zin)
            try:
                return Gereed(bron, maker(self._gestaakt), zin)
            except Spraakfout as fout:
                zin = zin or fout.zin
                if isinstance(fout, OnderdeelOntbreekt):
                    self._bereider.is_stuk(bron)
            except Gestaakt:
                raise
            except Exception as fout:  # a store that was locked meanwhile, a strange file
                log.warning("a way to speak failed: %s", type(fout).__name__)
        return Gereed(Spraakbron.NIEMAND, zin=zin or geen_stem())

    def _gestaakt(self) -> bool:
        return not self._bereider.gewenst(self._nummer)
