"""Sound on the client's screen: reads aloud, and lets a first touch be heard before it counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.models.clientbeeld import Beeldsoort, Clientbeeld
from desktop.models.geluidsbeeld import VRAAG, WEET_NIET, ZEG_NIET, Geluidsbeeld, uitingen
from desktop.models.spraak import Spraakbron, Uiting
from desktop.speech.spreker import Spreker
from desktop.views.client.venster import Clientvenster
from desktop.views.intake.gesprek import Gesprek

_STIL = frozenset({Beeldsoort.LEEG, Beeldsoort.WACHT, Beeldsoort.PAUZE})
"""Screens that are never read by themselves."""


class Stem(QObject):
    """Stands between the client's window and the talk, with the same signals as the window.

    Every touch silences what sounds. `bron_gewijzigd`: who would say the open screen.
    """

    geraakt = Signal(str)
    weet_niet = Signal()
    zeg_niet = Signal()
    stop = Signal()
    klaar = Signal()
    terugnemen = Signal()
    pagina = Signal(int)
    getal = Signal(int)
    verder = Signal()
    bron_gewijzigd = Signal()
    melding = Signal(str)
    """A Dutch sentence for the klantmanager."""

    def __init__(self, gesprek: Gesprek, venster: Clientvenster, spreker: Spreker) -> None:
        super().__init__(gesprek)
        self._gesprek, self._venster, self._spreker = gesprek, venster, spreker
        self._op_scherm: tuple[object, ...] = ()
        self._uitingen: list[Uiting] = []
        self.bron = Spraakbron.NIEMAND
        """Who says the prompt that the client sees."""
        self._straks = QTimer(self)
        self._straks.setSingleShot(True)
        self._straks.setInterval(0)
        self._straks.timeout.connect(self._nieuw_beeld)
        venster.geraakt.connect(lambda code: self._kies(code, lambda: self.geraakt.emit(code)))
        venster.weet_niet.connect(lambda: self._kies(WEET_NIET, self.weet_niet.emit))
        venster.zeg_niet.connect(lambda: self._kies(ZEG_NIET, self.zeg_niet.emit))
        venster.deze.connect(self._kies_gehoorde)
        venster.luister.connect(self._lees)
        for van, naar in (
            (venster.stop, self.stop),
            (venster.klaar, self.klaar),
            (venster.terugnemen, self.terugnemen),
            (venster.pagina, self.pagina),
            (venster.getal, self.getal),
            (venster.verder, self.verder),
        ):
            van.connect(self._zwijg)
            van.connect(naar)
        spreker.spreekt.connect(self._klinkt)
        spreker.melding.connect(self.melding)
        gesprek.beeld_gewijzigd.connect(self._volg)
        gesprek.stand_gewijzigd.connect(self._straks.start)
        gesprek.client.verbind(self)
        self._straks.start()

    @property
    def iets_te_zeggen(self) -> bool:
        """False on a screen with nothing to say."""
        return bool(self._uitingen) and self._gesprek.beeld().soort not in _STIL

    def zwijg(self) -> None:
        """Silence: the program locks."""
        self._straks.stop()
        self._zwijg()

    def los(self) -> None:
        """Silence, and nothing reaches the client's window any more: it closes."""
        self.zwijg()
        self._spreker.spreekt.disconnect(self._klinkt)
        self._gesprek.beeld_gewijzigd.disconnect(self._volg)
        self._gesprek.stand_gewijzigd.disconnect(self._straks.start)

    # --- touches

    @property
    def _gehoord(self) -> str:
        """What was said, so that a next touch chooses it; the window shows it."""
        return self._venster.geluid.gehoord

    def _kies(self, sleutel: str, kies: Callable[[], object]) -> None:
        """Says a choice first where the client wants that; a second touch makes it."""
        self._zwijg(houd_gehoord=True)
        uiting = next((u for u in self._uitingen if u.sleutel == sleutel), None)
        eerst = self._gesprek.stand.taalkeuze.eerst_horen and uiting is not None
        if eerst and sleutel != self._gehoord and sleutel in self._venster.geluid.hoorbaar:
            self._zet_gehoord(sleutel)
            self._lees(sleutel)
            return
        self._zet_gehoord("")
        kies()

    def _kies_gehoorde(self) -> None:
        sleutel = self._gehoord
        self._zwijg()
        match sleutel:
            case "":
                return
            case balk if balk == WEET_NIET:
                self.weet_niet.emit()
            case balk if balk == ZEG_NIET:
                self.zeg_niet.emit()
            case code:
                self.geraakt.emit(code)

    def _lees(self, sleutel: str) -> None:
        """One choice; or the prompt and then every choice, each marked while it is said."""
        alles = sleutel == VRAAG
        self._spreker.lees([u for u in self._uitingen if alles or u.sleutel == sleutel])

    def _zwijg(self, *_waarden: object, houd_gehoord: bool = False) -> None:
        self._spreker.stop()
        if not houd_gehoord:
            self._zet_gehoord("")

    # --- what is on the screen

    def _volg(self, beeld: object) -> None:
        if isinstance(beeld, Clientbeeld) and _kern(beeld) != self._op_scherm[:5]:
            self._zwijg()
        self._straks.start()

    def _nieuw_beeld(self) -> None:
        """After the screen has been painted: nobody waits for what can be heard."""
        beeld, keuze = self._gesprek.beeld(), self._gesprek.stand.taalkeuze
        werkplek = self._gesprek.werkplek
        self._uitingen = uitingen(
            beeld, werkplek.prompts_voor(keuze), werkplek.prompts(keuze.spraaktaal), keuze
        )
        bronnen = {u: self._spreker.bron(u) for u in self._uitingen}
        hoorbaar = {u.sleutel for u, bron in bronnen.items() if bron is not Spraakbron.NIEMAND}
        self._toon(replace(self._venster.geluid, hoorbaar=frozenset(hoorbaar)))
        bron = next((b for u, b in bronnen.items() if u.sleutel == VRAAG), Spraakbron.NIEMAND)
        if bron is not self.bron:
            self.bron = bron
            self.bron_gewijzigd.emit()
        kern = (*_kern(beeld), keuze.spraaktaal, keuze.voorlezen)
        if kern != self._op_scherm:
            self._op_scherm = kern
            self.bron_gewijzigd.emit()
            if keuze.voorlezen and beeld.soort not in _STIL:
                self._spreker.lees(self._uitingen, vanzelf=True)

    def _klinkt(self, sleutel: str) -> None:
        self._toon(replace(self._venster.geluid, klinkt=sleutel))

    def _zet_gehoord(self, sleutel: str) -> None:
        self._toon(replace(self._venster.geluid, gehoord=sleutel))

    def _toon(self, geluid: Geluidsbeeld) -> None:
        self._venster.zet_geluid(geluid)


def _kern(beeld: Clientbeeld) -> tuple[object, ...]:
    """What makes it another screen to read: not what was chosen on it."""
    titel = beeld.titel.context if beeld.titel else ""
    uitleg = beeld.uitleg.tekst if beeld.uitleg else ""
    return beeld.soort, titel, uitleg, beeld.pagina, tuple(t.code for t in beeld.tegels)
