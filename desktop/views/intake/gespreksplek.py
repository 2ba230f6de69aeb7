"""Where the running intake stands, what it shows, and how it moves.

The place is kept on disk after every step, so that a killed process opens at the
same question.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal
from sqlalchemy.orm import Session

from desktop.models.antwoord import Antwoord
from desktop.models.clientbeeld import Clientbeeld
from desktop.models.gespreksgang import buur
from desktop.models.intake import OPENING, BredeIntake, Fase
from desktop.models.tolkbeeld import Tolkbeeld
from desktop.models.vragen import Leefdomein, Vraag
from desktop.store.journaal import Gezien
from desktop.store.koppen import koppen_van
from desktop.store.versies import in_conflict
from desktop.views.intake.beelden import OEFENSTAPPEN, Kader, beeld_op
from desktop.views.intake.momentopname import Antwoordbeeld, Stand, stand_van
from desktop.views.intake.plek import Blad, Plek
from desktop.views.intake.tolkbeelden import tolkbeeld_op
from desktop.views.werkplek import Werkplek

_VAN_BELANG = frozenset(
    {
        "antwoord",
        "conflict",
        "brede_intake",
        "domeinoverslag",
        "alleenmoment",
        "dossier",
        "huisgenoot",
        "zitting",
        "deelnemer",
        "taalcheck",
        "tolktijd",
    }
)


class Gespreksplek(QObject):
    """The place of one running intake, and the intake as read at that place."""

    vertrek = Signal()
    """Just before another question or sheet opens: keep what is still being typed."""
    plek_gewijzigd = Signal()
    beeld_gewijzigd = Signal(object)
    tolkbeeld_gewijzigd = Signal(object)
    antwoord_gewijzigd = Signal(str)
    stand_gewijzigd = Signal()
    verschil_gevraagd = Signal()
    """The open question was answered twice; the user wants to choose now."""

    def __init__(self, werkplek: Werkplek, intake_id: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.werkplek = werkplek
        self.store = werkplek.store
        self.intake_id = intake_id
        with self.store.lees() as sessie:
            self.lijst = self.store.lijst_van(sessie.get_one(BredeIntake, intake_id).vragenlijst)
        self._sleutel = f"plek:{intake_id}"
        self._bezig = False
        self._notitie = False
        self.plek = self._herstel()
        self._beeld: Clientbeeld | None = None
        self._tolkbeeld: Tolkbeeld | None = None
        self.stand: Stand
        self.gezien: Gezien | None = None
        self.verschil = False
        self._lees()
        werkplek.gewijzigd.connect(self._op_wijziging)

    def _herstel(self) -> Plek:
        bewaard = self.store.lokaal(self._sleutel)
        if bewaard is not None:
            plek = Plek.van_json(bewaard)
            if plek.vraag in self.lijst.vragen:
                return plek
        with self.store.lees() as sessie:
            fase = sessie.get_one(BredeIntake, self.intake_id).fase
        blad = {
            Fase.GEPLAND: Blad.PLAN,
            Fase.OPENING: Blad.OPENING,
            Fase.GESPREK: Blad.GESPREK,
            Fase.GESLOTEN: Blad.AFSLUITEN,
        }[fase]
        return Plek(blad=blad, vraag=self.lijst.gespreksvolgorde[0].code)

    # What is shown

    @property
    def vraag(self) -> Vraag:
        """The question that is open."""
        return self.lijst.vragen[self.plek.vraag]

    @property
    def domein(self) -> Leefdomein:
        """The domain of the open question."""
        return self.lijst.domein(self.vraag.domein)

    @property
    def antwoord(self) -> Antwoordbeeld | None:
        """What was answered to the open question."""
        return self.stand.antwoorden.get(self.plek.vraag)

    @property
    def eerst_alleen(self) -> bool:
        """First has to be asked whether the client is alone."""
        return self.vraag.alleen and not self.stand.gesloten and not self.stand.alleen_vandaag

    def beeld(self) -> Clientbeeld:
        """The client's screen now."""
        assert self._beeld is not None
        return self._beeld

    def tolkbeeld(self) -> Tolkbeeld:
        """The interpreter's view now."""
        assert self._tolkbeeld is not None
        return self._tolkbeeld

    def _lees(self) -> None:
        vandaag = self.store.vandaag()
        with self.store.lees() as sessie:
            intake = sessie.get_one(BredeIntake, self.intake_id)
            self.stand = stand_van(
                intake, self.lijst, vandaag=vandaag, collegas=self.werkplek.collegas
            )
            prompts = self.werkplek.prompts_voor(intake.taalkeuze)
            kader = Kader(intake, self.lijst, prompts, vandaag, self._notitie)
            beeld = beeld_op(self.plek, kader)
            tolkbeeld = tolkbeeld_op(self.plek, kader, self.stand.gang)
            self.gezien = self._bevries(sessie)
            self.verschil = in_conflict(sessie, self.gezien.entiteit, self.gezien.rij)
        if beeld != self._beeld:
            self._beeld = beeld
            self.beeld_gewijzigd.emit(beeld)
        if tolkbeeld != self._tolkbeeld:
            self._tolkbeeld = tolkbeeld
            self.tolkbeeld_gewijzigd.emit(tolkbeeld)

    def _bevries(self, sessie: Session) -> Gezien:
        """What the next gesture replaces: the answer as it is on screen, and nothing that
        a colleague brings in between (sync.md trap 1)."""
        antwoord = self.antwoord
        id_ = antwoord.id if antwoord else Antwoord.id_van(self.intake_id, self.plek.vraag)
        koppen = koppen_van(sessie.connection(), [(Antwoord.__tablename__, id_)])
        return Gezien(Antwoord.__tablename__, id_, koppen[Antwoord.__tablename__, id_])

    def _op_wijziging(self, gewijzigd: object) -> None:
        if self._bezig or not isinstance(gewijzigd, dict) or not _VAN_BELANG & set(gewijzigd):
            return
        self.ververs()

    def ververs(self) -> None:
        """Reads the intake anew and tells both windows."""
        self._lees()
        self.stand_gewijzigd.emit()
        self.antwoord_gewijzigd.emit(self.plek.vraag)

    # The place

    def zet_plek(self, **waarden: Any) -> None:
        """Goes to another place; on disk before anybody sees it."""
        naar = replace(self.plek, **waarden)
        if (naar.vraag, naar.blad) != (self.plek.vraag, self.plek.blad):
            self.vertrek.emit()
        nieuw = replace(self.plek, **waarden)
        if nieuw == self.plek:
            return
        vorige, self.plek = self.plek, nieuw
        self.store.onthoud(self._sleutel, nieuw.als_json())
        if nieuw.vraag != vorige.vraag:
            self._verlaat_vraag()
        self._lees()
        self.plek_gewijzigd.emit()

    def _verlaat_vraag(self) -> None:
        """What belongs to one question only ends here."""

    def ga_naar(self, code: str) -> None:
        """Jumps to a question; the talk may go in any order."""
        laatste = self.plek.laatste
        if code != self.plek.vraag and self.antwoord is not None and self.antwoord.gegeven:
            laatste = self.plek.vraag if self.vraag.voor_client else laatste
        self._notitie = False
        self.zet_plek(
            blad=Blad.GESPREK, vraag=code, scherm=0, pagina=0, oefenstap="", laatste=laatste
        )

    def naar_blad(self, blad: Blad) -> None:
        """Opens one of the four sheets."""
        punt = ""
        if blad is Blad.OPENING:
            punt = next((p for p in OPENING if p not in self.stand.opening), OPENING[-1])
        elif blad is Blad.AFSLUITEN:
            punt = "dank" if self.stand.gesloten else "sterk"
        self._notitie = False
        self.zet_plek(blad=blad, punt=punt, oefenstap="")

    def naar_domein(self, code: str) -> None:
        """To the first open question of a domain, else to its first one."""
        vragen = [v.code for v in self.lijst.gespreksvolgorde if v.domein == code]
        open_ = [c for c in vragen if c in self.stand.voortgang.ontbreekt]
        telt = [c for c in vragen if c in self.stand.gang]
        self.ga_naar((open_ or telt or vragen)[0])

    def vorige(self) -> bool:
        """To the question before this one."""
        return self.stap(-1)

    def stap(self, richting: int) -> bool:
        """One question on or back, without agreeing; after the last one comes the closing."""
        code = buur(self.stand.gang, self.lijst, self.plek.vraag, richting)
        if code is not None:
            self.ga_naar(code)
        elif richting > 0:
            self.naar_blad(Blad.AFSLUITEN)
        return code is not None

    def pauzeer(self, aan: bool) -> None:
        """Shows or ends the pause screen."""
        self.zet_plek(pauze=aan, client_stopt=False)

    def schrijft_notitie(self, aan: bool) -> None:
        """While a note is written the client sees the waiting screen."""
        if aan != self._notitie:
            self._notitie = aan
            self._lees()
            self.plek_gewijzigd.emit()

    @property
    def notitie_open(self) -> bool:
        """The waiting screen stands because of a note."""
        return self._notitie

    def oefen(self, stap: str | None) -> None:
        """Shows a step of the practice page, or ends it."""
        if stap is not None and stap not in OEFENSTAPPEN:
            raise ValueError(stap)
        # Changing your mind starts from what was chosen in the step before.
        keuze = self.plek.oefenkeuze if stap == "anders" else ""
        self.zet_plek(oefenstap=stap or "", oefenkeuze=keuze, oefenbegin=keuze)
