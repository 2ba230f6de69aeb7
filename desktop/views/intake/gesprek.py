"""The running intake: one place, followed by the klantmanager's window and the client's.

A gesture becomes one call on `BredeIntake` in one unit of work; then the intake is
read anew and both windows hear it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.models.antwoord import Antwoordstatus, Keuze, Wijze, schakel
from desktop.models.deeldatum import lees_deeldatum
from desktop.models.fouten import Domeinfout, Invoerfout, RedenNodig
from desktop.models.intake import OPENING, BredeIntake
from desktop.models.taalkeuze import Taalkeuze
from desktop.models.vragen import Vraag, Vraagtype
from desktop.store.store import Work
from desktop.taal import _
from desktop.views.intake.clientkant import Clientkant
from desktop.views.intake.gespreksplek import Gespreksplek
from desktop.views.intake.tolkkant import Tolkkant
from desktop.views.werkplek import Werkplek

Gebaar = Callable[[BredeIntake, Work], Any]


class Gesprek(Gespreksplek):
    """One running intake and every gesture in it. Never holds a row of the database.

    `fout` carries a field ("" for the question itself, "reden", a part) and a
    sentence; `reden_gevraagd` asks why something changes after the closing.
    """

    fout = Signal(str, str)
    reden_gevraagd = Signal()

    def __init__(self, werkplek: Werkplek, intake_id: str, parent: QObject | None = None) -> None:
        super().__init__(werkplek, intake_id, parent)
        self._wijzigreden: str | None = None
        self._wacht_op_reden: Callable[[], Any] | None = None
        self.client = Clientkant(self)
        self.tolk = Tolkkant(self)

    def _verlaat_vraag(self) -> None:
        self._wijzigreden = self._wacht_op_reden = None

    def volgende(self) -> bool:
        """Agrees with what stands here and goes on. False when something is asked first."""
        antwoord = self.antwoord
        if antwoord is not None and antwoord.gegeven:
            if self.vraag.reden_verplicht and antwoord.opties and not antwoord.reden:
                self.fout.emit("reden", _("Schrijf in één zin waarom je deze score geeft."))
                return False
            if not antwoord.bevestigd and not self.bevestig(ververs=False):
                return False
        return self.stap(+1)

    def doe(self, gebaar: Gebaar, *, ververs: bool = True, vraag: Vraag | None = None) -> bool:
        """One gesture in one unit of work, then everything is read anew.

        `ververs=False` when a step to another place follows, which reads too; `vraag`
        when the gesture touches the answer to this question only.
        A sentence of the domain goes to `fout`, trouble with the disk to the status line.
        """
        gelukt = False

        def poging() -> None:
            nonlocal gelukt
            try:
                open_ = vraag is not None and vraag.code == self.plek.vraag
                with self.store.work(self.gezien if open_ else None) as work:
                    gebaar(self._intake(work, vraag), work)
                gelukt = True
                self.gezien = None  # until it is read anew, its own gesture is what was seen
            except RedenNodig as fout:
                if not self.stand.gesloten or self._wijzigreden:
                    self.meld("reden", fout)
                    return
                self._wacht_op_reden = lambda: self.doe(gebaar, vraag=vraag)
                self.reden_gevraagd.emit()
            except Invoerfout as fout:
                self.meld("" if fout.veld == self.plek.vraag else fout.veld, fout)
            except Domeinfout as fout:
                self.meld("", fout)

        self._bezig = True
        try:
            self.werkplek.probeer(poging)
        finally:
            self._bezig = False
        if gelukt and ververs:
            self.ververs()
        return gelukt

    def _intake(self, work: Work, vraag: Vraag | None) -> BredeIntake:
        if vraag is None:
            return work.get(BredeIntake, self.intake_id)
        return work.intake(self.intake_id, vraag.code)

    def meld(self, veld: str, fout: Domeinfout) -> None:
        """Shows the sentence of a rule beside its field."""
        self.fout.emit(veld, _(fout.zin).format(**fout.waarden))

    def geef_wijzigreden(self, tekst: str) -> bool:
        """Why this question changes after the closing; the waiting gesture follows."""
        if len(tekst.strip()) < 3:
            return False
        self._wijzigreden = tekst.strip()
        wacht, self._wacht_op_reden = self._wacht_op_reden, None
        return bool(wacht()) if wacht else True

    def beantwoord(self, vraag: Vraag, keuze: Keuze, *, client: bool = False) -> bool:
        """Keeps an answer: of the client unconfirmed, of the klantmanager confirmed."""
        return self.doe(
            lambda intake, work: intake.beantwoord(
                vraag,
                keuze,
                door=work.door,
                wijze=Wijze.GEWEZEN if client else self.wijze_van(vraag),
                nu=work.nu,
                bevestigd=not client,
                reden=self._wijzigreden,
            ),
            vraag=vraag,
        )

    def wijze_van(self, vraag: Vraag) -> Wijze:
        """How an answer of the klantmanager is taken to be given."""
        return Wijze.INGEVULD if vraag.oordeel else self.plek.wijze

    def raak(self, code: str, *, client: bool = True) -> bool:
        """A tile of the client, or an option of the klantmanager."""
        if client:
            return self.client.raak(code)
        vraag, nu = self.vraag, self.keuze()
        try:
            opties = schakel(vraag, nu.opties, code)
        except Invoerfout as fout:
            self.meld("", fout)
            return False
        return self.beantwoord(vraag, Keuze(opties, nu.waarde, nu.delen))

    def keuze(self) -> Keuze:
        """What stands at the open question, as a value."""
        antwoord = self.antwoord
        if antwoord is None:
            return Keuze()
        return Keuze(antwoord.opties, antwoord.waarde, antwoord.delen)

    def niet(self, status: Antwoordstatus, *, client: bool = False, ververs: bool = True) -> bool:
        """*Weet ik niet*, *wil ik niet zeggen*, *later*; the same again takes it back."""
        vraag, nu = self.vraag, self.antwoord
        if nu is not None and nu.status is status and status is not Antwoordstatus.LATER:
            status = Antwoordstatus.OPEN
        return self.doe(
            lambda intake, work: intake.antwoord_niet(
                vraag,
                status,
                door=work.door,
                wijze=Wijze.GEWEZEN if client else self.wijze_van(vraag),
                nu=work.nu,
                bevestigd=not client,
                reden=self._wijzigreden,
            ),
            ververs=ververs,
            vraag=vraag,
        )

    def later(self) -> bool:
        """Parks the question, unless it has an answer, and goes on."""
        if self.antwoord is not None and self.antwoord.gegeven:
            return self.stap(+1)
        return self.niet(Antwoordstatus.LATER, ververs=False) and self.stap(+1)

    def bevestig(self, code: str | None = None, *, ververs: bool = True) -> bool:
        """The klantmanager agrees with what the client pointed at."""
        vraag = self.lijst.vragen[code or self.plek.vraag]
        return self.doe(
            lambda intake, work: intake.bevestig(vraag, nu=work.nu), ververs=ververs, vraag=vraag
        )

    def zet_getal(self, getal: int, *, client: bool = False) -> bool:
        """A number, typed or set with the large plus and minus."""
        if client:
            return self.client.zet_getal(getal)
        return self.zet_waarde(str(getal))

    def zet_waarde(self, tekst: str) -> bool:
        """A typed number, date or text."""
        vraag, nu = self.vraag, self.keuze()
        waarde: str | None = tekst.strip() or None
        if vraag.type is Vraagtype.DATE:
            try:
                datum = lees_deeldatum(tekst, veld=vraag.code)
            except Invoerfout as fout:
                self.meld("", fout)
                return False
            waarde = str(datum) if datum else None
        if waarde == nu.waarde:
            return True
        return self.beantwoord(vraag, Keuze(nu.opties, waarde, nu.delen))

    def zet_deel(self, sleutel: str, waarde: Any) -> bool:
        """A part or a grid cell; None takes it away."""
        return self.zet_delen({sleutel: waarde})

    def zet_delen(self, nieuw: dict[str, Any]) -> bool:
        """Several parts at once; None takes one away."""
        nu = self.keuze()
        delen = {k: v for k, v in {**nu.delen, **nieuw}.items() if v is not None}
        if delen == dict(nu.delen):
            return True
        return self.beantwoord(self.vraag, Keuze(nu.opties, nu.waarde, delen))

    def zet_wijze(self, wijze: Wijze) -> None:
        """How the answer was given; holds for the next answers too."""
        vraag, antwoord = self.vraag, self.antwoord
        if not vraag.oordeel and wijze is not Wijze.GEWEZEN:
            self.zet_plek(wijze=wijze)
        if antwoord is None or not antwoord.gegeven or antwoord.wijze is wijze:
            return
        self.doe(
            lambda intake, work: intake.herzie_wijze(
                vraag, wijze, nu=work.nu, door=work.door, reden=self._wijzigreden
            ),
            vraag=vraag,
        )

    def motiveer(self, tekst: str, *, code: str | None = None) -> bool:
        """The sentence of reason behind a score."""
        vraag = self.lijst.vragen[code or self.plek.vraag]
        return self.doe(
            lambda intake, work: intake.motiveer(vraag, tekst, reden=self._wijzigreden),
            vraag=vraag,
        )

    def neem_terug(self) -> bool:
        """The client takes back the last answer."""
        return self.client.neem_terug()

    def meld_alleen(self, alleen: bool) -> bool:
        """The answer to "is the client alone with you and the interpreter?"."""
        return self.doe(lambda intake, work: intake.meld_alleen(alleen, door=work.door, nu=work.nu))

    def kies_taal(self, keuze: Taalkeuze) -> bool:
        """Language, script and voice for the client."""
        return self.doe(lambda intake, work: intake.kies_taal(keuze))

    def sla_domein_over(self, domein: str, reden: str) -> bool:
        """Leaves a whole domain out."""
        return self.doe(lambda intake, work: intake.sla_domein_over(domein, reden))

    def vraag_domein_toch(self, domein: str) -> bool:
        """Takes a skip back."""
        return self.doe(lambda intake, work: intake.vraag_domein_toch(domein))

    def bevestig_opening(self, punt: str) -> bool:
        """One point of the opening was said; the next one opens."""
        if not self.doe(lambda intake, work: intake.bevestig_opening(punt, nu=work.nu)):
            return False
        open_ = [p for p in OPENING if p not in self.stand.opening]
        self.zet_plek(punt=open_[0] if open_ else OPENING[-1])
        return True

    def begin_gesprek(self) -> bool:
        """From the opening to the first question."""
        if not self.doe(lambda intake, work: intake.begin_gesprek()):
            return False
        self.ga_naar(self.plek.vraag)
        return True

    def sluit(self, reden: str | None) -> bool:
        """Closes the intake, with a reason when something is missing."""
        lijst, vandaag = self.lijst, self.store.vandaag()
        if not self.doe(lambda intake, work: intake.sluit(lijst, op=vandaag, reden=reden)):
            return False
        self.tolk.stop()
        self.zet_plek(punt="dank")
        return True
