"""Whom to invite or remind, as plain values, and the papers made of them on a pool thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import cached_property
from pathlib import Path

from sqlalchemy.orm import Session

from desktop.documents.bestand import bestandsnaam, bewaar
from desktop.documents.toetsbriefgegevens import (
    Afzender,
    Geadresseerde,
    Sms,
    Smssoort,
    Toetsafspraak,
    sms_uit,
    toetsbrief_uit,
)
from desktop.documents.toetslijsten import Toetskandidaat, Toetszitting
from desktop.exchange.agenda import Agendazitting, Deelnemer
from desktop.models.dossier import Dossier, Medewerker
from desktop.models.prompts import Prompts
from desktop.models.toetsrooster import Begeleider, Ruimte
from desktop.models.toetssessie import Toetssessie
from desktop.store.toetsen import (
    Kandidaatregel,
    herinneringen,
    sessie_met_kandidaten,
    sessies,
)
from desktop.store.toetsmiddelen import middelen


@dataclass(frozen=True)
class Genodigde:
    """One person with a place, and what the papers need. `nodig`: still to invite, or anew."""

    kandidaat_id: str
    naam: str
    nummer: str
    telefoon: str
    adres: str
    gemeente: str
    taal: str
    """Tag of the language that the letter is in."""
    nodig: bool
    opnieuw: bool
    afspraak: Toetsafspraak
    zitting: Agendazitting
    begeleider: str
    deelnemer: Deelnemer | None
    lijstregel: Toetskandidaat


@dataclass
class Lezer:
    """Reads them within one session. `talen`: tags that there are texts in, with Dutch names."""

    sessie: Session
    talen: Mapping[str, str]

    @cached_property
    def _adressen(self) -> dict[str, str]:
        return {plek.id: plek.adres for plek in middelen(self.sessie).locaties}

    def komende(self, van: date, tot: date) -> list[Genodigde]:
        """Everybody with a place in this period, by day and time."""
        uit = []
        for regel in sessies(self.sessie, van, tot):
            if not regel.bezet:
                continue
            beeld = sessie_met_kandidaten(self.sessie, regel.id)
            if beeld is not None:
                uit += [
                    self._genodigde(
                        wie, beeld.sessie, beeld.ruimte, beeld.plekken, beeld.begeleider
                    )
                    for wie in beeld.kandidaten
                ]
        return uit

    def op_dag(self, dag: date) -> list[Genodigde]:
        """Whom to remind of this day."""
        over = {h.kandidaat.kandidaat.id for h in herinneringen(self.sessie, dag)}
        return [g for g in self.komende(dag, dag) if g.kandidaat_id in over]

    def _genodigde(
        self,
        wie: Kandidaatregel,
        sessie: Toetssessie,
        ruimte: Ruimte | None,
        plekken: int,
        begeleider: Begeleider | None,
    ) -> Genodigde:
        dossier = self.sessie.get_one(Dossier, wie.dossier_id)
        kandidaat = wie.kandidaat
        taal = next(
            (
                tag
                for tag in (dossier.leestaal, kandidaat.uitlegtaal, dossier.spreektaal)
                if tag and tag in self.talen
            ),
            "nl",
        )
        begin, einde = time.fromisoformat(sessie.begin), time.fromisoformat(sessie.einde)
        plaats = ruimte.locatie if ruimte else ""
        zaal = ruimte.naam if ruimte else ""
        return Genodigde(
            kandidaat_id=kandidaat.id,
            naam=wie.naam,
            nummer=wie.nummer,
            telefoon=wie.telefoon or "",
            adres=dossier.adres or "",
            gemeente=dossier.gemeente,
            taal=taal,
            nodig=kandidaat.uitgenodigd_op is None or wie.opnieuw_uitnodigen,
            opnieuw=wie.opnieuw_uitnodigen,
            afspraak=Toetsafspraak(
                sessie.datum,
                begin,
                einde,
                plaats,
                self._adressen.get(ruimte.locatie_id, "") if ruimte else "",
                zaal,
                stadhuis=ruimte.stadhuis if ruimte else True,
                tolk=kandidaat.tolk,
            ),
            zitting=Agendazitting(
                sessie.uid, sessie.volgnummer, sessie.datum, begin, einde, plaats, plekken, zaal
            ),
            begeleider=begeleider.naam if begeleider else "",
            deelnemer=self._deelnemer(begeleider),
            lijstregel=Toetskandidaat(
                naam=wie.naam,
                taal=self.talen.get(kandidaat.uitlegtaal or "", ""),
                examennummer=kandidaat.examennummer,
                telefoon=wie.telefoon or "",
                bril=kandidaat.bril,
                gehoor=kandidaat.gehoor,
                tolk=kandidaat.tolk,
                muis=kandidaat.muis,
                audio=kandidaat.audio,
            ),
        )

    def _deelnemer(self, begeleider: Begeleider | None) -> Deelnemer | None:
        if begeleider is None or not begeleider.medewerker_id:
            return None
        collega = self.sessie.get(Medewerker, begeleider.medewerker_id)
        if collega is None or not collega.email:
            return None
        return Deelnemer(collega.naam, collega.email)


def bericht(wie: Genodigde, prompts: Prompts, *, morgen: bool) -> Sms:
    """The text message for one person."""
    soort = Smssoort.ANDERS if wie.opnieuw else Smssoort.UITNODIGING
    return sms_uit(Smssoort.MORGEN if morgen else soort, wie.afspraak, prompts)


@dataclass(frozen=True)
class Gemaakt:
    """What was written."""

    brieven: tuple[Path, ...]
    agendas: tuple[Path, ...]


def maak_papieren(
    wie: Sequence[Genodigde],
    prompts: Mapping[str, Prompts],
    afzender: Afzender,
    gemeenten: Mapping[str, str],
    map_: Path,
    *,
    nu: datetime,
    vandaag: date,
    gestopt: Callable[[], bool],
) -> Gemaakt:
    """A letter for each and a calendar file for each sitting; all are made before one is kept.

    Raises Invoerfout (field `email`), NietBewaard.
    """
    # Here, on the pool thread: these take a moment, and pictures are drawn by one thread only.
    from desktop.documents.toetsbrief import maak_toetsbrief
    from desktop.exchange.agenda import agendabestand, agendanaam
    from desktop.views.widgets.pictogram import PictogramRegister

    agendas: dict[str, tuple[str, bytes]] = {}
    for een in wie:
        if een.zitting.uid not in agendas:
            inhoud = agendabestand(
                een.zitting,
                Deelnemer(afzender.naam, afzender.email),
                [een.deelnemer] if een.deelnemer else [],
                nu=nu,
            )
            agendas[een.zitting.uid] = (agendanaam(een.zitting), inhoud)
    teken = PictogramRegister().teken
    brieven: list[tuple[str, bytes]] = []
    for een in wie:
        if gestopt():
            return Gemaakt((), ())
        brief = toetsbrief_uit(
            een.afspraak,
            Geadresseerde(een.naam, een.adres),
            replace(afzender, gemeente=gemeenten.get(een.gemeente, "")),
            prompts[een.taal],
            vandaag=vandaag,
        )
        brieven.append(
            (bestandsnaam("uitnodiging-toets", een.nummer), maak_toetsbrief(brief, teken))
        )
    return Gemaakt(
        tuple(bewaar(inhoud, map_, naam) for naam, inhoud in brieven),
        tuple(bewaar(inhoud, map_, naam) for naam, inhoud in agendas.values()),
    )


def maak_lijst(wie: Sequence[Genodigde], dag: date, gemeente: str, map_: Path) -> Path:
    """The list of whom to remind, on paper. Raises NietBewaard."""
    from desktop.documents.toetslijsten import maak_herinneringslijst

    per: dict[str, list[Genodigde]] = {}
    for een in wie:
        per.setdefault(een.zitting.uid, []).append(een)
    zittingen = tuple(
        Toetszitting(
            datum=groep[0].afspraak.datum,
            begin=groep[0].afspraak.begin,
            einde=groep[0].afspraak.einde,
            plaats=groep[0].afspraak.plaats,
            ruimte=groep[0].afspraak.ruimte,
            begeleider=groep[0].begeleider,
            plekken=groep[0].zitting.plekken,
            kandidaten=tuple(een.lijstregel for een in groep),
        )
        for groep in per.values()
    )
    inhoud = maak_herinneringslijst(zittingen, dag, gemeente)
    return bewaar(inhoud, map_, f"herinneren-toets-{dag:%Y-%m-%d}.pdf")


MORGEN = timedelta(days=1)
