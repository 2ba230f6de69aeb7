"""The papers and the text message of whoever is invited or reminded; made on a pool thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

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
from desktop.models.prompts import Prompts
from desktop.store.toetsuitnodigen import Afspraak, Uitnodiging


def afspraak_van(wie: Uitnodiging) -> Toetsafspraak:
    """When and where, as letter and message tell it."""
    a, plaats = wie.afspraak, wie.afspraak.plaats
    return Toetsafspraak(
        a.datum,
        a.begin,
        a.einde,
        plaats.naam,
        plaats.adres,
        plaats.zaal,
        stadhuis=plaats.stadhuis,
        tolk=wie.aanpassingen.tolk,
    )


def _zitting(a: Afspraak) -> Agendazitting:
    return Agendazitting(
        a.uid, a.volgnummer, a.datum, a.begin, a.einde, a.plaats.naam, a.plekken, a.plaats.zaal
    )


def _lijstregel(wie: Uitnodiging, talen: Mapping[str, str]) -> Toetskandidaat:
    wat = wie.aanpassingen
    return Toetskandidaat(
        naam=wie.naam,
        taal=talen.get(wat.uitlegtaal or "", ""),
        examennummer=wie.examennummer,
        telefoon=wie.telefoon,
        bril=wat.bril,
        gehoor=wat.gehoor,
        tolk=wat.tolk,
        muis=wat.muis,
        audio=wat.audio,
    )


def bericht(wie: Uitnodiging, prompts: Prompts, soort: Smssoort) -> Sms:
    """The text message for one person; whoever had another time is told so."""
    if soort is Smssoort.UITNODIGING and wie.opnieuw:
        soort = Smssoort.ANDERS
    return sms_uit(soort, afspraak_van(wie), prompts)


@dataclass(frozen=True)
class Gemaakt:
    """What was written."""

    brieven: tuple[Path, ...]
    agendas: tuple[Path, ...]


def maak_papieren(
    wie: Sequence[Uitnodiging],
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
        a = een.afspraak
        if a.uid not in agendas:
            zitting = _zitting(a)
            inhoud = agendabestand(
                zitting,
                Deelnemer(afzender.naam, afzender.email),
                [Deelnemer(a.collega.naam, a.collega.email)] if a.collega else [],
                nu=nu,
            )
            agendas[a.uid] = (agendanaam(zitting), inhoud)
    teken = PictogramRegister().teken
    brieven: list[tuple[str, bytes]] = []
    for een in wie:
        if gestopt():
            return Gemaakt((), ())
        brief = toetsbrief_uit(
            afspraak_van(een),
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


def maak_lijst(
    wie: Sequence[Uitnodiging], dag: date, gemeente: str, map_: Path, talen: Mapping[str, str]
) -> Path:
    """The list of whom to remind, on paper. Raises NietBewaard. `talen`: their Dutch names."""
    from desktop.documents.toetslijsten import maak_herinneringslijst

    inhoud = maak_herinneringslijst(zittingen_van(wie, talen), dag, gemeente)
    return bewaar(inhoud, map_, f"herinneren-toets-{dag:%Y-%m-%d}.pdf")


def zittingen_van(wie: Sequence[Uitnodiging], talen: Mapping[str, str]) -> tuple[Toetszitting, ...]:
    """The sittings with their people, as a list on paper takes them."""
    per: dict[Afspraak, list[Uitnodiging]] = {}
    for een in wie:
        per.setdefault(een.afspraak, []).append(een)
    return tuple(
        Toetszitting(
            datum=a.datum,
            begin=a.begin,
            einde=a.einde,
            plaats=a.plaats.naam,
            ruimte=a.plaats.zaal,
            begeleider=a.begeleider,
            plekken=a.plekken,
            kandidaten=tuple(_lijstregel(een, talen) for een in groep),
        )
        for a, groep in per.items()
    )


MORGEN = timedelta(days=1)
