"""What goes on with the interpreter: understood or not, working time, and flagged translations."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.models.prompts import Tekst
from desktop.models.tolk import Verstaan, Vervolg, vergeten
from desktop.models.tolkbeeld import Tolkbeeld
from desktop.models.vertaling import Promptmelding
from desktop.models.zitting import Zitting
from desktop.store.store import Work
from desktop.taal import _

if TYPE_CHECKING:
    from desktop.views.intake.gesprek import Gesprek

TIK_MS = 20_000


class Tolkkant(QObject):
    """The interpreter's part of a running talk. A pause of the talk is a pause of the time."""

    tik = Signal()
    """The time may be read anew: it began, stopped, or went on."""

    def __init__(self, gesprek: Gesprek) -> None:
        super().__init__(gesprek)
        self._gesprek = gesprek
        self._pauze = gesprek.plek.pauze
        self._tikker = QTimer(self)
        self._tikker.setInterval(TIK_MS)
        self._tikker.timeout.connect(self._tik)
        self._klok = ""
        self._ruim_op()
        self._volg_stand()
        self._getoond: dict[str, Tekst] = {}
        self._volg_beeld(gesprek.tolkbeeld())
        gesprek.tolkbeeld_gewijzigd.connect(self._volg_beeld)
        gesprek.plek_gewijzigd.connect(self._volg_pauze)
        gesprek.stand_gewijzigd.connect(self._volg_stand)

    # Understood?

    def check(self, uitkomst: Verstaan) -> bool:
        """The client pointed, or the klantmanager filled in, how the interpreter is understood."""
        keuze = self._gesprek.stand.taalkeuze

        def zet(zitting: Zitting, work: Work) -> None:
            zitting.check_taal(
                uitkomst,
                taal=zitting.tolk_taal or keuze.spraaktaal,
                dialect=keuze.dialect,
                door=work.door,
                nu=work.nu,
            )

        if not self._doe(zet):
            return False
        self._gesprek.zet_plek(taal_opnieuw=False)
        return True

    def wat_helpt(self, vervolg: Vervolg) -> bool:
        """What the client pointed at when it was not understood well."""
        return self._doe(lambda zitting, _work: zitting.wat_helpt(vervolg))

    def wijs_aan(self, code: str) -> bool:
        """A tile of the language check; the same one again changes nothing."""
        stand = self._gesprek.stand.tolk
        if code in tuple(Vervolg):
            return stand.vervolg == code or self.wat_helpt(Vervolg(code))
        if stand.uitkomst == code and not self._gesprek.plek.taal_opnieuw:
            return True
        return self.check(Verstaan(code))

    def vraag_opnieuw(self) -> None:
        """The client is asked again; what was answered before stays on record."""
        self._gesprek.zet_plek(taal_opnieuw=True)

    # Working time

    @property
    def loopt(self) -> bool:
        """The interpreter's time runs."""
        return self._gesprek.stand.tolk.sinds is not None

    @property
    def getolkt(self) -> timedelta:
        """Working time in this sitting until now."""
        return self._gesprek.stand.tolk.getolkt(self._nu())

    def begin(self) -> bool:
        """The interpreter begins, or goes on."""
        self._gesprek.zet_plek(tolk_wacht=False)
        return self._doe(lambda zitting, work: zitting.tolk_begint(work.nu))

    def stop(self) -> bool:
        """The interpreter pauses or leaves. True too when nothing ran."""
        self._gesprek.zet_plek(tolk_wacht=False)
        if not self.loopt:
            return True
        return self._doe(lambda zitting, work: zitting.tolk_stopt(work.nu))

    def _volg_pauze(self) -> None:
        pauze = self._gesprek.plek.pauze
        if pauze is self._pauze:
            return
        self._pauze = pauze
        if pauze and self.loopt:
            self.stop()
            self._gesprek.zet_plek(tolk_wacht=True)
        elif not pauze and self._gesprek.plek.tolk_wacht:
            self.begin()

    # Flagged translations

    def meld(self, context: str, notitie: str, beter: str, *, door_tolk: bool) -> str:
        """ "This is not what it should say", for the translator. Only of what was shown.

        Gives the sentence why it was not kept; empty when it was.
        """
        gesprek = self._gesprek
        tekst = self._getoond.get(context)
        if tekst is None:
            return _("Bewaren lukt nu niet.")
        taal = gesprek.stand.taal

        def bewaar() -> None:
            with gesprek.store.work() as work:
                work.voeg_toe(
                    Promptmelding(
                        taal=taal,
                        context=context,
                        tekst=tekst.tekst,
                        notitie=notitie.strip(),
                        beter=beter.strip(),
                        door_tolk=door_tolk,
                        op=work.nu,
                    )
                )

        return gesprek.werkplek.weigering(bewaar)

    def _volg_beeld(self, beeld: Tolkbeeld) -> None:
        # The form may still be open when the talk has gone on.
        self._getoond |= {context: beeld.tekst_van(context) for context in beeld.contexten}

    # The clock

    def _doe(self, gebaar: Callable[[Zitting, Work], object]) -> bool:
        zitting = self._gesprek.stand.tolk.zitting
        if not zitting:
            return False
        return self._gesprek.doe(lambda _intake, work: gebaar(work.get(Zitting, zitting), work))

    def _nu(self) -> datetime:
        store = self._gesprek.store
        return store.nu() + store.klokverschil

    @property
    def _sleutel(self) -> str:
        return f"tolkklok:{self._gesprek.stand.tolk.zitting}"

    def _volg_stand(self) -> None:
        if self.loopt is not self._tikker.isActive():
            if self.loopt:
                self._tikker.start()
                self._onthoud()
            else:
                self._tikker.stop()
                self._vergeet(self._klok)
        self.tik.emit()

    def _tik(self) -> None:
        if not self._gesprek.store.op_slot:
            self._onthoud()
            self.tik.emit()

    def _onthoud(self) -> None:
        """So that a laptop that went dark or was left does not count on for the whole night."""
        self._klok = self._sleutel
        werkplek, nu = self._gesprek.werkplek, self._nu().isoformat()
        werkplek.probeer(lambda: werkplek.store.onthoud(self._klok, nu))

    def _vergeet(self, klok: str) -> None:
        """The clock stands still: nothing is left to be forgotten."""
        werkplek = self._gesprek.werkplek
        if klok:
            werkplek.probeer(lambda: werkplek.store.onthoud(klok, None))

    def _ruim_op(self) -> None:
        gezien = self._gesprek.store.lokaal(self._sleutel)
        if gezien is None:
            return
        laatst = datetime.fromisoformat(gezien)
        if self.loopt and not vergeten(laatst, self._nu()):
            return
        if not self.loopt or self._doe(lambda zitting, _work: zitting.tolk_stopt(laatst)):
            self._vergeet(self._sleutel)
