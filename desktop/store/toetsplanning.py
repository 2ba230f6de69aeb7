"""Planning the leerbaarheidstoets: each gesture one unit of work, checked inside it.

What comes back are the soft objections: the plan stands, and the screen says them.
A hard one raises Roosterfout, and nothing is written.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.models.fouten import NogNietMogelijk, RedenNodig
from desktop.models.roosterregels import bezwaren_kandidaat, bezwaren_sessie
from desktop.models.toets import Aanpassingen, Kandidaat
from desktop.models.toetsrooster import Bezwaar, Boeking, Rooster, eis_geen
from desktop.models.toetssessie import Sessiegegevens, Toetssessie
from desktop.models.toetsstatus import IN_SESSIE
from desktop.models.toetstijd import duur_minuten, lees_tijd, plus_minuten
from desktop.models.toetsuitslag import Toetsoverslag
from desktop.models.toetsvoorstel import Voorstel, stel_voor
from desktop.store.store import Store, Work
from desktop.store.toetskandidaten import op_id
from desktop.store.toetsmiddelen import beleid
from desktop.store.toetsplekken import geef_vrij, met_plek
from desktop.store.toetsrooster import rooster, toetsklanten

Waarschuwingen = tuple[Bezwaar, ...]


def meld_aan(
    store: Store,
    dossier_id: str,
    aanpassingen: Aanpassingen,
    *,
    reden: str = "",
    examennummer: str = "",
    begeleider_id: str | None = None,
) -> str:
    """Registers somebody; returns the candidate. `begeleider_id` is asked to plan it.

    Raises NogNietMogelijk, RedenNodig (a second time), Invoerfout.
    """
    with store.work() as work:
        kandidaat = _meld_aan(work, dossier_id, aanpassingen, reden, begeleider_id)
        if examennummer:
            kandidaat.zet_examennummer(examennummer)
        work.voeg_toe(kandidaat)
    return str(kandidaat.id)


def meld_allen_aan(store: Store, wie: Mapping[str, Aanpassingen]) -> list[str]:
    """Registers these dossiers for the first time, at once; returns those that could be.

    Who was registered or excused meanwhile is left out.
    """
    gelukt: list[str] = []
    with store.work() as work:
        for dossier_id, aanpassingen in wie.items():
            try:
                work.voeg_toe(_meld_aan(work, dossier_id, aanpassingen))
            except (NogNietMogelijk, RedenNodig):
                continue
            gelukt.append(dossier_id)
    return gelukt


def _meld_aan(
    work: Work,
    dossier_id: str,
    aanpassingen: Aanpassingen,
    reden: str = "",
    begeleider_id: str | None = None,
) -> Kandidaat:
    if work.session.get(Toetsoverslag, Toetsoverslag.id_van(dossier_id)) is not None:
        raise NogNietMogelijk("De toets is overgeslagen. Neem dat besluit eerst terug.")
    eerder = work.session.scalars(
        sa.select(Kandidaat).where(Kandidaat.dossier_id == dossier_id)
    ).all()
    return Kandidaat.meld_aan(
        dossier_id, aanpassingen, eerder=eerder, reden=reden, begeleider_id=begeleider_id
    )


def wijzig_aanmelding(
    store: Store,
    kandidaat_id: str,
    aanpassingen: Aanpassingen,
    *,
    examennummer: str,
    begeleider_id: str | None,
) -> None:
    """What is needed, DUO's number, and who is asked to plan it. Raises Invoerfout."""
    with store.work() as work:
        kandidaat = work.get(Kandidaat, kandidaat_id)
        kandidaat.zet_examennummer(examennummer)
        kandidaat.pas_aan(aanpassingen)
        if kandidaat.begeleider_id != begeleider_id:
            kandidaat.begeleider_id = begeleider_id


def zet_examennummer(store: Store, kandidaat_id: str, tekst: str) -> None:
    """DUO's number, by hand. Raises Invoerfout."""
    with store.work() as work:
        work.get(Kandidaat, kandidaat_id).zet_examennummer(tekst)


# --- sittings


def maak_sessie(store: Store, gegevens: Sessiegegevens) -> tuple[str, Waarschuwingen]:
    """Plans a sitting. Raises Roosterfout, Invoerfout."""
    with store.work() as work:
        zacht = _eis_sessie(work, gegevens)
        sessie = Toetssessie.nieuw(gegevens)
        work.voeg_toe(sessie)
    return sessie.id, zacht


def wijzig_sessie(store: Store, sessie_id: str, gegevens: Sessiegegevens) -> Waarschuwingen:
    """Another time, room, person or device. Raises Roosterfout, Invoerfout, NogNietMogelijk."""
    with store.work() as work:
        return _wijzig(work, sessie_id, gegevens)


def verzet_sessie(
    store: Store,
    sessie_id: str,
    datum: date,
    begin: str,
    *,
    ruimte_id: str | None = None,
    begeleider_id: str | None = None,
) -> Waarschuwingen:
    """To another time, room or toetsbegeleider, just as long. Raises as `wijzig_sessie`."""
    with store.work() as work:
        oud = work.get(Toetssessie, sessie_id).gegevens
        begin = lees_tijd("begin", begin)
        einde = plus_minuten(begin, duur_minuten(oud.begin, oud.einde))
        nieuw = replace(
            oud,
            datum=datum,
            begin=begin,
            einde=einde,
            ruimte_id=ruimte_id or oud.ruimte_id,
            begeleider_id=begeleider_id or oud.begeleider_id,
        )
        return _wijzig(work, sessie_id, nieuw)


def _wijzig(work: Work, sessie_id: str, gegevens: Sessiegegevens) -> Waarschuwingen:
    sessie = work.get(Toetssessie, sessie_id)
    sessie.eis_gepland()
    if sessie.begonnen_op is not None:
        raise NogNietMogelijk("Deze toets is al begonnen.")
    zacht = _eis_sessie(work, gegevens, sessie)
    if sessie.wijzig(gegevens):
        for kandidaat in _kandidaten(work.session, sessie_id):
            kandidaat.verzet(sessie.datum)
    return zacht


def _eis_sessie(
    work: Work, gegevens: Sessiegegevens, sessie: Toetssessie | None = None
) -> Waarschuwingen:
    alles = rooster(work.session, gegevens.datum, gegevens.datum)
    bezet = frozenset(sessie.bezet) if sessie else frozenset()
    zacht = list(
        eis_geen(
            bezwaren_sessie(
                alles,
                gegevens,
                beleid=beleid(),
                nu=work.nu,
                sessie_id=sessie.id if sessie else None,
                bezet=bezet,
            )
        )
    )
    if sessie is not None and bezet:
        hier = Boeking(sessie.id, gegevens.nagekeken(), bezet)
        overal = _rooster_van(work.session, gegevens.datum, bezet)
        for klant in toetsklanten(work.session, bezet, beleid()).values():
            zacht += eis_geen(bezwaren_kandidaat(overal, hier, klant, nu=work.nu))
    return tuple(zacht)


def zeg_af(store: Store, sessie_id: str, reden: str) -> list[str]:
    """Calls a sitting off; the candidates, who are returned, have to be planned again.

    Raises Invoerfout without a reason, NogNietMogelijk when somebody has begun.
    """
    with store.work() as work:
        sessie = work.get(Toetssessie, sessie_id)
        sessie.zeg_af(reden)
        vrij = []
        for kandidaat in _kandidaten(work.session, sessie_id):
            if kandidaat.status in IN_SESSIE:
                kandidaat.haal_uit_sessie()
                vrij.append(kandidaat.id)
        for kandidaat_id in tuple(sessie.bezet):
            sessie.geef_plek_vrij(kandidaat_id)
    return vrij


# --- candidates in sittings


def zet_in(store: Store, kandidaat_id: str, sessie_id: str) -> Waarschuwingen:
    """Into a sitting, or from one to another. Raises Roosterfout, NogNietMogelijk."""
    return verdeel(store, [(kandidaat_id, sessie_id)])


def verdeel(
    store: Store,
    plaatsing: Iterable[tuple[str, str]],
    tolken: Mapping[str, str] | None = None,
) -> Waarschuwingen:
    """Accepts a proposal, all of it or nothing: (candidate, sitting). Raises as `zet_in`.

    `tolken` are the languages that the interpreters of sittings are asked for.
    """
    paren = list(plaatsing)
    with store.work() as work:
        for sessie_id, taal in (tolken or {}).items():
            sessie = work.get(Toetssessie, sessie_id)
            sessie.eis_gepland()
            if sessie.tolk_taal is None:
                sessie.tolk_taal = taal
        work.session.flush()
        return _zet_in(work, paren) if paren else ()


def _zet_in(work: Work, paren: Sequence[tuple[str, str]]) -> Waarschuwingen:
    """Reads the sittings once, however many people; each is weighed with those before in place."""
    ids = [kandidaat_id for kandidaat_id, _sessie_id in paren]
    doelen = {sessie_id: work.get(Toetssessie, sessie_id) for _kandidaat_id, sessie_id in paren}
    for doel in doelen.values():
        doel.eis_gepland()
    kandidaten = op_id(work.session, Kandidaat, ids)
    klanten = toetsklanten(work.session, ids, beleid())
    eerder = {sessie.id: sessie for sessie in met_plek(work.session, ids)}
    alles = rooster(work.session, *_van_tot(doelen.values()), erbij=eerder)
    staan = {b.id: b for b in alles.boekingen}
    zacht: list[Bezwaar] = []
    for kandidaat_id, sessie_id in paren:
        kandidaat, doel = kandidaten[kandidaat_id], doelen[sessie_id]
        stond_er = kandidaat.sessie_id == sessie_id and kandidaat_id in doel.bezet
        for sessie in (eerder | doelen).values():
            if kandidaat_id in sessie.bezet and not (stond_er and sessie is doel):
                sessie.geef_plek_vrij(kandidaat_id)
                _zonder(staan, sessie.id, kandidaat_id)
        if stond_er:
            continue
        nu = replace(alles, boekingen=tuple(staan.values()))
        klant = klanten[kandidaat_id]
        zacht += eis_geen(bezwaren_kandidaat(nu, staan[sessie_id], klant, nu=work.nu))
        kandidaat.plan(sessie_id, doel.datum)
        doel.neem_plek(kandidaat_id)
        hier = staan[sessie_id]
        staan[sessie_id] = replace(
            hier,
            bezet=hier.bezet | {kandidaat_id},
            namen={**hier.namen, kandidaat_id: klant.naam},
        )
    return tuple(zacht)


def _van_tot(sessies: Iterable[Toetssessie]) -> tuple[date, date]:
    dagen = [sessie.datum for sessie in sessies]
    return min(dagen), max(dagen)


def _zonder(staan: dict[str, Boeking], sessie_id: str, kandidaat_id: str) -> None:
    if (boeking := staan.get(sessie_id)) is not None:
        staan[sessie_id] = replace(boeking, bezet=boeking.bezet - {kandidaat_id})


def _rooster_van(sessie: Session, dag: date, kandidaten: Iterable[str]) -> Rooster:
    """The day, and wherever else these have a seat: one that another laptop gave too."""
    return rooster(sessie, dag, dag, erbij={s.id for s in met_plek(sessie, kandidaten)})


def haal_uit(store: Store, kandidaat_id: str) -> None:
    """Out of the sitting, back to the list. Raises NogNietMogelijk."""
    with store.work() as work:
        kandidaat = work.get(Kandidaat, kandidaat_id)
        geef_vrij(work, kandidaat_id)
        kandidaat.haal_uit_sessie()


def nodig_uit(store: Store, kandidaten: Collection[str]) -> None:
    """The letters are handed over or sent. Raises NogNietMogelijk; all of them or none."""
    with store.work() as work:
        wie = op_id(work.session, Kandidaat, kandidaten).values()
        sessies = op_id(work.session, Toetssessie, [k.sessie_id for k in wie if k.sessie_id])
        for kandidaat in wie:
            sessie = sessies.get(kandidaat.sessie_id or "")
            kandidaat.nodig_uit(work.nu, sessie.volgnummer if sessie is not None else 0)


def voorstel(
    sessie: Session, kandidaten: Iterable[str], *, nu: datetime, van: date, tot: date
) -> Voorstel:
    """The first sittings that fit these candidates; writes nothing. Takes up to two seconds."""
    ids = list(kandidaten)
    regels = beleid()
    klanten = toetsklanten(sessie, ids, regels)
    return stel_voor(rooster(sessie, van, tot), [klanten[i] for i in ids if i in klanten], nu=nu)


def _kandidaten(sessie: Session, sessie_id: str) -> list[Kandidaat]:
    return list(sessie.scalars(sa.select(Kandidaat).where(Kandidaat.sessie_id == sessie_id)))
