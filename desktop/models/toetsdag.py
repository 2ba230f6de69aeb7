"""The day of the test for one candidate: who is here, the clock, the breaks, what was seen."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from desktop.models.basis import vaste_id
from desktop.models.fouten import NogNietMogelijk
from desktop.models.toetsdelen import (
    Incidentsoort,
    Observatiesoort,
    Toetsincident,
    Toetsobservatie,
    Toetspauze,
)
from desktop.models.toetsstatus import (
    ER_IS,
    IN_SESSIE,
    VERHINDERD,
    Aanwezig,
    Afbreekreden,
    Toetsstatus,
)

VINKJES = ("identiteit_gezien", "uitleg_begrepen", "muisoefening", "koptelefoon")
_BIJ_AANWEZIGHEID = {
    Aanwezig.MET_AFMELDING: Toetsstatus.VERHINDERD_MET,
    Aanwezig.ZONDER_AFMELDING: Toetsstatus.VERHINDERD_ZONDER,
}


class Toetsdag:
    """What a `Kandidaat` does on the day. Time is what is kept, so a kill changes nothing."""

    if TYPE_CHECKING:
        id: Any
        dossier_id: Any
        volgnummer: Any
        sessie_id: Any
        status: Any
        uitgenodigd_op: Any
        aanwezigheid: Any
        identiteit_gezien: Any
        begonnen_op: Any
        geeindigd_op: Any
        afgebroken_reden: Any
        pauzes: Any
        incidenten: Any
        observaties: Any

        def _naar(self, status: Toetsstatus) -> None: ...

        def _eis_niet_begonnen(self) -> None: ...

    def meld_aanwezigheid(self, hoe: Aanwezig) -> None:
        """Who is here. Absent frees nothing: the seat was kept. Raises NogNietMogelijk."""
        if hoe is self.aanwezigheid:
            return
        if naar := _BIJ_AANWEZIGHEID.get(hoe):
            self._eis_niet_begonnen()
            self._naar(naar)
        elif self.status in VERHINDERD:
            self._terug_in_sessie()
        elif self.status not in IN_SESSIE and not (hoe in ER_IS and self.was_er):
            raise NogNietMogelijk("Zet deze cliënt eerst in een sessie.")
        self.aanwezigheid = hoe

    def vink(self, veld: str, aan: bool) -> None:
        """A tick of the day screen: identity, explanation, mouse, headphones."""
        if veld not in VINKJES:
            raise ValueError(veld)
        if getattr(self, veld) != aan:
            setattr(self, veld, aan)

    @property
    def loopt(self) -> bool:
        """At the test now, or in a break of it."""
        return self.begonnen_op is not None and self.geeindigd_op is None

    @property
    def in_pauze(self) -> bool:
        """The clock stands still."""
        return self.loopt and any(p.einde is None for p in self.pauzes)

    def begin(self, nu: datetime) -> None:
        """Starts the clock; a second time changes nothing. Raises NogNietMogelijk."""
        if self.loopt:
            return
        if self.status not in IN_SESSIE or self.sessie_id is None:
            raise NogNietMogelijk("Zet deze cliënt eerst in een sessie.")
        if not self.identiteit_gezien:
            raise NogNietMogelijk("Kijk eerst naar het identiteitsbewijs en zet het vinkje.")
        if self.aanwezigheid not in ER_IS:
            self.aanwezigheid = Aanwezig.AANWEZIG
        self.begonnen_op, self.geeindigd_op = nu, None

    def pauzeer(self, nu: datetime) -> None:
        """A break begins; a second time changes nothing. Raises NogNietMogelijk."""
        self._eis_loopt()
        if not self.in_pauze:
            self.pauzes.append(Toetspauze(dossier_id=self.dossier_id, begin=nu))

    def ga_verder(self, nu: datetime) -> None:
        """The break is over; what was open on two laptops ends on both."""
        for pauze in self.pauzes:
            if pauze.einde is None:
                pauze.einde = max(nu, pauze.begin)

    def stop(self, nu: datetime) -> None:
        """Done. Raises NogNietMogelijk when it was not begun."""
        self._eis_loopt()
        self._sluit_klok(nu)
        self._naar(Toetsstatus.AFGENOMEN)

    @property
    def kan_afbreken(self) -> bool:
        """At the test, done with it, or here without having begun: ill, or the laptop failed."""
        if self.begonnen_op is not None:
            return self.loopt or self.status in (Toetsstatus.AFGENOMEN, Toetsstatus.AFGEBROKEN)
        er_is = self.aanwezigheid in ER_IS
        return er_is and (self.status in IN_SESSIE or self.status is Toetsstatus.AFGEBROKEN)

    def breek_af(self, reden: Afbreekreden, nu: datetime) -> None:
        """Not finished, and why; a toetsbegeleider closes it with DUO. Raises NogNietMogelijk.

        Who is here and never began can be closed too; that starts no clock.
        """
        if not self.kan_afbreken:
            raise NogNietMogelijk(
                "Afbreken kan als deze cliënt er is en er nog geen uitslag is. Vul dat eerst in."
            )
        if self.loopt:
            self._sluit_klok(nu)
        if self.status is not Toetsstatus.AFGEBROKEN:
            self._naar(Toetsstatus.AFGEBROKEN)
        self.afgebroken_reden = reden

    @property
    def kan_hervatten(self) -> bool:
        """Stopped or broken off, and without a result."""
        if self.status is Toetsstatus.AFGEBROKEN:
            return True
        return self.status is Toetsstatus.AFGENOMEN and self.geeindigd_op is not None

    def hervat(self, nu: datetime) -> None:
        """Stopped by mistake, or the fault was mended: the time between was a break."""
        if self.status is Toetsstatus.AFGEBROKEN and self.begonnen_op is None:
            self._terug_in_sessie()
            self.afgebroken_reden = None
            return
        if self.begonnen_op is None or self.geeindigd_op is None:
            raise NogNietMogelijk("De toets is nog niet gestopt.")
        self._terug_in_sessie()
        self.pauzes.append(
            Toetspauze(
                dossier_id=self.dossier_id,
                begin=self.geeindigd_op,
                einde=max(nu, self.geeindigd_op),
            )
        )
        self.geeindigd_op, self.afgebroken_reden = None, None

    def gewerkt(self, nu: datetime) -> timedelta:
        """Time at the test without the breaks; from what is kept, so right after a kill."""
        if self.begonnen_op is None:
            return timedelta(0)
        begonnen: datetime = self.begonnen_op
        tot: datetime = self.geeindigd_op or nu
        pauze: timedelta = sum((p.duur(tot) for p in self.pauzes), timedelta(0))
        return max(timedelta(0), tot - begonnen - pauze)

    def meld_incident(self, soort: Incidentsoort, notitie: str, nu: datetime) -> Toetsincident:
        """Something went wrong, now."""
        incident = Toetsincident(
            dossier_id=self.dossier_id, op=nu, soort=soort, notitie=notitie.strip()
        )
        self.incidenten.append(incident)
        return incident

    def licht_toe(self, incident_id: str, tekst: str) -> None:
        """A word about an incident, later. Raises NogNietMogelijk when it was taken back."""
        incident, tekst = self._incident(incident_id), tekst.strip()
        if incident.notitie != tekst:
            incident.notitie = tekst

    def neem_incident_terug(self, incident_id: str) -> None:
        """Touched by mistake; the journal keeps that it stood there. Raises NogNietMogelijk."""
        self.incidenten.remove(self._incident(incident_id))

    def _incident(self, incident_id: str) -> Toetsincident:
        for incident in self.incidenten:
            if incident.id == incident_id:
                gevonden: Toetsincident = incident
                return gevonden
        raise NogNietMogelijk("Dit incident is al teruggenomen.")

    def noteer(self, soort: Observatiesoort, tekst: str) -> None:
        """What was seen, one text for each kind; an empty one takes it away."""
        tekst = tekst.strip()
        bestaand = next((o for o in self.observaties if o.soort is soort), None)
        if bestaand is None:
            if tekst:
                self.observaties.append(
                    Toetsobservatie(
                        id=vaste_id("toetsobservatie", self.id, soort),
                        dossier_id=self.dossier_id,
                        soort=soort,
                        tekst=tekst,
                    )
                )
        elif bestaand.tekst != tekst:
            bestaand.tekst = tekst

    @property
    def was_er(self) -> bool:
        """Began, or was here when it was broken off: no more absent."""
        return self.begonnen_op is not None or self.status is Toetsstatus.AFGEBROKEN

    def _terug_in_sessie(self) -> None:
        """Where it was before today: invited, or only planned."""
        if self.uitgenodigd_op is not None:
            self._naar(Toetsstatus.UITGENODIGD)
        else:
            self._naar(Toetsstatus.OPNIEUW if self.volgnummer > 1 else Toetsstatus.GEPLAND)

    def _sluit_klok(self, nu: datetime) -> None:
        assert self.begonnen_op is not None
        self.ga_verder(nu)
        self.geeindigd_op = max(nu, self.begonnen_op)

    def _eis_loopt(self) -> None:
        if not self.loopt:
            raise NogNietMogelijk("De toets loopt niet. Start eerst de klok.")
