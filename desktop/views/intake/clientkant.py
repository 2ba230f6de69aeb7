"""What the client may do: every touch on the second screen, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from desktop.models.antwoord import Antwoordstatus, Keuze, Wijze, schakel_in
from desktop.models.clientbeeld import Beeldsoort
from desktop.models.fouten import Invoerfout
from desktop.models.schermvragen import Schermvraag, gekozen_op, schermvragen, zet_op
from desktop.views.intake.beelden import OEFENSTAPPEN

if TYPE_CHECKING:
    from desktop.views.intake.gesprek import Gesprek


class Clientkant(QObject):
    """The client's touches; an answer stays unconfirmed until the klantmanager agrees.

    A touch counts only for what the client's screen shows at that moment.
    """

    def __init__(self, gesprek: Gesprek) -> None:
        super().__init__(gesprek)
        self._gesprek = gesprek

    def verbind(self, venster: Any) -> None:
        """Listens to a client's window."""
        venster.geraakt.connect(self.raak)
        venster.weet_niet.connect(self.weet_niet)
        venster.zeg_niet.connect(self.zeg_niet)
        venster.stop.connect(self.stop)
        venster.klaar.connect(self.klaar)
        venster.terugnemen.connect(self.neem_terug)
        venster.pagina.connect(self.blader)
        venster.getal.connect(self.zet_getal)
        venster.verder.connect(self.verder)

    def _soort(self) -> Beeldsoort:
        return self._gesprek.beeld().soort

    def scherm(self) -> Schermvraag | None:
        """The page that the client answers now."""
        paginas = self.schermen()
        return paginas[min(self._gesprek.plek.scherm, len(paginas) - 1)] if paginas else None

    def schermen(self) -> tuple[Schermvraag, ...]:
        """All pages of the open question, as the answer stands now."""
        gesprek = self._gesprek
        return schermvragen(gesprek.vraag, gesprek.keuze().opties, kinderen=gesprek.stand.kinderen)

    def raak(self, code: str) -> bool:
        """A tile was touched."""
        gesprek = self._gesprek
        if self._soort() is Beeldsoort.OEFENEN:
            if code in {tegel.code for tegel in gesprek.beeld().tegels}:
                gesprek.zet_plek(oefenkeuze=code)
            return True
        if self._soort() is Beeldsoort.TAALCHECK:
            tegels = {tegel.code for tegel in gesprek.beeld().tegels}
            return code in tegels and gesprek.tolk.wijs_aan(code)
        scherm = self.scherm()
        if self._soort() is not Beeldsoort.VRAAG or scherm is None:
            return False
        if code not in {tegel[0] for tegel in scherm.tegels}:
            return False
        vraag, nu = gesprek.vraag, gesprek.keuze()
        try:
            gekozen = schakel_in(
                gekozen_op(scherm, nu.opties, nu.delen),
                code,
                meer=scherm.meer,
                geen=scherm.geen,
                hoogstens=scherm.hoogstens,
                veld=vraag.code,
            )
        except Invoerfout as fout:
            gesprek.meld("", fout)
            return False
        if scherm.voorvoegsel:
            keuze = Keuze(nu.opties, nu.waarde, zet_op(scherm, gekozen, nu.delen))
        else:
            keuze = Keuze(gekozen, nu.waarde, nu.delen)
        return gesprek.beantwoord(vraag, keuze, client=True)

    def zet_getal(self, getal: int) -> bool:
        """A number was set with the large plus and minus."""
        gesprek = self._gesprek
        if self._soort() is not Beeldsoort.GETAL:
            return False
        nu = gesprek.keuze()
        return gesprek.beantwoord(
            gesprek.vraag, Keuze(nu.opties, str(getal), nu.delen), client=True
        )

    def weet_niet(self) -> bool:
        """*I don't know*."""
        return self._niet("weet-niet", Antwoordstatus.WEET_NIET)

    def zeg_niet(self) -> bool:
        """*I don't want to say*."""
        return self._niet("zeg-niet", Antwoordstatus.ZEG_NIET)

    def _niet(self, oefenkeuze: str, status: Antwoordstatus) -> bool:
        if self._soort() is Beeldsoort.OEFENEN:
            if self._gesprek.plek.oefenstap == "weet-niet":
                self._gesprek.zet_plek(oefenkeuze=oefenkeuze)
            return True
        if self._soort() not in (Beeldsoort.VRAAG, Beeldsoort.GETAL):
            return False
        return self._gesprek.niet(status, client=True)

    def stop(self) -> None:
        """The client wants to stop: pause, and the klantmanager hears it."""
        if self._soort() is Beeldsoort.OEFENEN:
            if self._gesprek.plek.oefenstap == "stop":
                self._gesprek.zet_plek(oefenkeuze="stop")
            return
        self._gesprek.zet_plek(pauze=True, client_stopt=True)

    def blader(self, pagina: int) -> None:
        """Another page of tiles of the same question."""
        self._gesprek.zet_plek(pagina=max(0, min(pagina, self._gesprek.beeld().paginas - 1)))

    def klaar(self) -> None:
        """Ready with this page: the next part, else the next question, unconfirmed."""
        gesprek = self._gesprek
        if self._soort() is Beeldsoort.OEFENEN:
            self._volgende_oefening()
            return
        beeld = gesprek.beeld()
        if beeld.soort not in (Beeldsoort.VRAAG, Beeldsoort.GETAL) or not beeld.beantwoord:
            return
        overgeslagen = beeld.weet_niet or beeld.zeg_niet
        if not overgeslagen and gesprek.plek.scherm + 1 < len(self.schermen()):
            gesprek.zet_plek(scherm=gesprek.plek.scherm + 1, pagina=0)
        else:
            gesprek.stap(+1)

    def _volgende_oefening(self) -> None:
        plek = self._gesprek.plek
        if not self._gesprek.beeld().beantwoord:
            return
        verder = OEFENSTAPPEN.index(plek.oefenstap) + 1
        self._gesprek.oefen(OEFENSTAPPEN[verder] if verder < len(OEFENSTAPPEN) else None)

    def verder(self) -> None:
        """On a screen with one sentence the klantmanager leads; only practice goes on by touch."""
        if self._soort() is Beeldsoort.OEFENEN:
            self._volgende_oefening()

    def neem_terug(self) -> bool:
        """Takes the last answer back and opens its question; the journal keeps what it was."""
        gesprek = self._gesprek
        laatste = gesprek.beeld().laatste
        if laatste is None:
            return False
        if self._soort() is Beeldsoort.TAALCHECK:
            gesprek.tolk.vraag_opnieuw()
            return True
        vraag = gesprek.lijst.vragen[laatste.vraag_code]
        gelukt = gesprek.doe(
            lambda intake, work: intake.antwoord_niet(
                vraag,
                Antwoordstatus.OPEN,
                door=work.door,
                wijze=Wijze.GEWEZEN,
                nu=work.nu,
                bevestigd=False,
            ),
            vraag=vraag,
        )
        if gelukt:
            gesprek.zet_plek(vraag=vraag.code, scherm=0, pagina=0, laatste="")
        return gelukt


__all__ = ["Clientkant"]
