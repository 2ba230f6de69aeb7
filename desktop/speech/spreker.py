"""What speaks: one thing after another, while the window goes on; silent at the next touch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.models.catalogus import Taal
from desktop.models.spraak import Opnamekast, Spraakbron, Stem, Uiting, wie_spreekt
from desktop.speech.apparaten import Apparaten, Geheugen, vind_apparaten
from desktop.speech.bereider import Bereider, Gereed
from desktop.speech.klank import Klank
from desktop.speech.systeem import Systeemstemmen
from desktop.speech.uitgang import Uitgang
from desktop.speech.uitvoer import Uitvoer


@dataclass
class _Plaats:
    """One thing to say and how far it is."""

    uiting: Uiting
    nummer: int = 0
    gereed: Gereed | None = None


class Spreker(QObject):
    """Says things aloud with the best voice that there is. Never stops a talk: what it cannot
    say becomes a sentence in `melding`. All of it on the GUI thread; signals carry values.
    """

    spreekt = Signal(str)
    """Key of what sounds now; empty when it is quiet again."""
    melding = Signal(str)
    """A Dutch sentence for the klantmanager."""

    def __init__(
        self,
        talen: Mapping[str, Taal],
        kast: Opnamekast | None = None,
        geheugen: Geheugen | None = None,
        *,
        apparaten: Apparaten | None = None,
        uitvoer: Uitvoer | None = None,
        systeem: Systeemstemmen | None = None,
        parent: QObject | None = None,
    ) -> None:
        """`uitvoer` takes the place of all devices: for tests."""
        super().__init__(parent)
        self.apparaten = apparaten or (Apparaten(self) if uitvoer else vind_apparaten(self))
        self.uitgang = Uitgang(self.apparaten, geheugen, parent=self)
        self._uitvoer = uitvoer or self.uitgang
        self._uitvoer.klaar.connect(self._volgende)
        self._uitvoer.melding.connect(self.melding)
        self._systeem = systeem or Systeemstemmen(parent=self)
        self._systeem.klaar.connect(self._volgende)
        self._systeem.mislukt.connect(self._systeem_mislukt)
        self._talen = talen
        self._bereider = Bereider(talen, kast, self._systeem, self)
        self._bereider.gereed.connect(self._is_gereed)
        self._rij: list[_Plaats] = []
        self._plek = 0
        self._vanzelf, self._stem = False, ""
        self._klinkt = ""
        self._gezegd: set[str] = set()

    @property
    def hoorbaar(self) -> bool:
        """False when there is no device to hear anything on."""
        return self._uitvoer.hoorbaar

    @property
    def bezig(self) -> bool:
        """True from `lees` until all was said or it was stopped."""
        return bool(self._rij)

    def bron(self, uiting: Uiting, *, vanzelf: bool = False) -> Spraakbron:
        """Who would say it; `vanzelf`: automatic reading uses only trusted voices."""
        return wie_spreekt(uiting, self._bereider.aanbod(uiting), vanzelf=vanzelf)

    def lees(self, uitingen: Sequence[Uiting], *, vanzelf: bool = False, stem: str = "") -> None:
        """Stops what sounds, says these one after another; returns at once.

        `vanzelf`: nobody touched for it. What only an untried voice could say is then
        passed over in silence; the klantmanager sees that beside the question.
        `stem`: name of the one voice that may say it, also where another goes before it.
        """
        self._zwijg()
        self._rij = [_Plaats(uiting) for uiting in uitingen]
        self._plek, self._vanzelf, self._stem = -1, vanzelf, stem
        if not vanzelf:
            self._gezegd.clear()
        if vanzelf:
            self._rij = [p for p in self._rij if self._zegt_iemand(p.uiting)]
        if self._rij:
            self._ga_verder()
        else:
            self._toon("")

    def _zegt_iemand(self, uiting: Uiting) -> bool:
        return self.bron(uiting, vanzelf=True) is not Spraakbron.NIEMAND

    def laat_horen(self, klank: Klank, sleutel: str = "opname") -> None:
        """Plays a sound that is there already, such as what was just recorded."""
        self._zwijg()
        uiting = Uiting(sleutel, "", "", "", "")
        self._rij = [_Plaats(uiting, gereed=Gereed(Spraakbron.MENS, klank))]
        self._plek = 0
        self._klink()

    def stemmen(self, tag: str) -> list[Stem]:
        """The system's and the synthetic voice of a language: what a speaker of it can try.

        An `Uiting` without `context` is said by one of these and never by a recording.
        """
        aanbod = self._bereider.aanbod(Uiting("", "", "", "", tag))
        return [stem for stem in (aanbod.systeem, aanbod.synthetisch) if stem]

    def verwarm(self) -> None:
        """Loads what speaks, on a thread: call it when a talk begins, before the first touch."""
        self._bereider.verwarm()

    def stop(self) -> None:
        """Silence, at once."""
        self._zwijg()
        self._toon("")

    def sluit(self) -> None:
        """Silence, and no thread is left at work: before the store closes."""
        self.stop()
        self._bereider.wacht()

    def _zwijg(self) -> None:
        self._rij = []
        self._bereider.staak()
        self._uitvoer.stop()
        self._systeem.stop()

    def _toon(self, sleutel: str) -> None:
        if sleutel != self._klinkt:
            self._klinkt = sleutel
            self.spreekt.emit(sleutel)

    def _nu(self) -> _Plaats | None:
        return self._rij[self._plek] if 0 <= self._plek < len(self._rij) else None

    def _volgende(self) -> None:
        if self._rij:
            self._ga_verder()

    def _ga_verder(self) -> None:
        self._plek += 1
        if self._nu() is None:
            self._rij = []
            self._toon("")
            return
        self._bereid(self._plek)
        self._klink()

    def _bereid(self, plek: int) -> None:
        if plek < len(self._rij) and not self._rij[plek].nummer:
            plaats = self._rij[plek]
            plaats.nummer = self._bereider.begin(
                plaats.uiting, vanzelf=self._vanzelf, stem=self._stem
            )

    def _is_gereed(self, nummer: int, gereed: Gereed) -> None:
        for plek, plaats in enumerate(self._rij):
            if plaats.nummer == nummer:
                plaats.gereed = gereed
                if plek == self._plek:
                    self._klink()
                return

    def _klink(self) -> None:
        """Plays the place that it is at, when its sound is there; the next is made meanwhile."""
        plaats = self._nu()
        if plaats is None or plaats.gereed is None:
            return
        gereed, rij = plaats.gereed, self._rij
        if gereed.zin:
            self._zeg_eens(gereed)
        if self._rij is not rij:  # who read the sentence touched something else
            return
        if gereed.bron is Spraakbron.NIEMAND:
            # Not at once: a long row of what nobody can say must not nest.
            QTimer.singleShot(0, self, lambda: self._volgende() if self._rij is rij else None)
            return
        self._toon(plaats.uiting.sleutel)
        if self._rij is not rij:
            return
        if gereed.klank is not None:
            self._uitvoer.speel(gereed.klank)
        else:
            self._systeem.zeg(self._talen[plaats.uiting.taal], plaats.uiting.uitspraak)
        if self._rij is rij:
            self._bereid(self._plek + 1)

    def _zeg_eens(self, gereed: Gereed) -> None:
        """The same sentence once for each touch; automatic reading does not repeat it."""
        if gereed.zin not in self._gezegd:
            self._gezegd.add(gereed.zin)
            self.melding.emit(gereed.zin)

    def _systeem_mislukt(self) -> None:
        """The system's voice says nothing: the next source takes over, now and after this."""
        self._bereider.is_stuk(Spraakbron.SYSTEEM)
        plaats = self._nu()
        if plaats is not None:
            plaats.nummer, plaats.gereed = 0, None
            self._bereid(self._plek)
