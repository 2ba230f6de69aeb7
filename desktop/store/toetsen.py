"""Reading around the leerbaarheidstoets: who has to be planned, sittings, one dossier."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.models.dossier import Dossier, Medewerker
from desktop.models.piptermijn import Piptermijn
from desktop.models.roosterregels import knelpunten
from desktop.models.toets import Aanpassingen, Kandidaat
from desktop.models.toetsbeleid import Toetsbeleid
from desktop.models.toetsrooster import Begeleider, Bezwaar, Ruimte
from desktop.models.toetssessie import Sessiestatus, Toetssessie
from desktop.models.toetsstatus import IN_SESSIE, VERHINDERD, VOORBIJ, Toetsstatus
from desktop.models.toetsuitslag import Toetsoverslag, Toetsuitslag
from desktop.store.termijnen import piptermijnen
from desktop.store.toetsdossier import Tijdlijnstap as Tijdlijnstap
from desktop.store.toetsdossier import Toetsdossier as Toetsdossier
from desktop.store.toetsdossier import toetsdossier as toetsdossier
from desktop.store.toetskandidaten import Kandidaatregel as Kandidaatregel
from desktop.store.toetskandidaten import kandidaatregels as kandidaatregels
from desktop.store.toetsplekken import dubbel
from desktop.store.toetsrooster import inrichting, rooster
from desktop.store.toetsvoorkeur import uit_intake


@dataclass(frozen=True)
class Tetoetsen:
    """Somebody to plan. Without `kandidaat_id`: not registered, `aanpassingen` are a proposal."""

    dossier_id: str
    naam: str
    nummer: str
    klantmanager: str
    spreektaal: str | None
    termijn: Piptermijn | None
    dagen_over: int | None
    """Until the PIP is due; less than nothing when that is past."""
    kandidaat_id: str | None
    status: Toetsstatus | None
    keer: int
    """Which attempt this will be; above 1 it needs a reason."""
    examennummer: str
    aanpassingen: Aanpassingen
    begeleider_id: str | None

    @property
    def te_plaatsen(self) -> bool:
        """Registered, and free to be put in; a second time is registered first."""
        return self.kandidaat_id is not None and self.status not in VOORBIJ

    @property
    def kiesbaar(self) -> bool:
        """Can be done with others at once; after a test that did not happen a reason is asked."""
        return self.status in (None, Toetsstatus.AANGEMELD)


TE_PLANNEN = VERHINDERD | {Toetsstatus.AANGEMELD, Toetsstatus.AFGEBROKEN}
"""After these a sitting is still to come."""


def te_plannen(
    sessie: Session,
    beleid: Toetsbeleid,
    *,
    vandaag: date,
    oefening: bool = False,
) -> list[Tetoetsen]:
    """Who has no result, exemption or planned sitting; whose PIP is due first, first."""
    laatste = (
        sa.select(Kandidaat.dossier_id, sa.func.max(Kandidaat.volgnummer).label("keer"))
        .group_by(Kandidaat.dossier_id)
        .subquery()
    )
    uitslag = sa.exists().where(Toetsuitslag.dossier_id == Dossier.id, Toetsuitslag.geldig)
    anker = sa.func.max(
        sa.func.coalesce(Dossier.datum_kennisgeving, ""), sa.func.coalesce(Dossier.datum_brp, "")
    )
    rijen = sessie.execute(
        sa.select(Dossier, Medewerker.naam, Kandidaat)
        .outerjoin(Medewerker, Medewerker.id == Dossier.klantmanager_id)
        .outerjoin(laatste, laatste.c.dossier_id == Dossier.id)
        .outerjoin(
            Kandidaat,
            sa.and_(Kandidaat.dossier_id == Dossier.id, Kandidaat.volgnummer == laatste.c.keer),
        )
        .where(
            Dossier.oefening.is_(oefening),
            ~sa.exists().where(Toetsoverslag.dossier_id == Dossier.id),
            sa.or_(
                sa.and_(Kandidaat.id.is_(None), ~uitslag),
                # A second sitting was asked for, also after a result.
                Kandidaat.status == Toetsstatus.AANGEMELD,
                sa.and_(Kandidaat.status.in_(TE_PLANNEN), ~uitslag),
                # Called off on a laptop that did not have this dossier.
                sa.and_(
                    Kandidaat.status.in_(IN_SESSIE),
                    sa.exists().where(
                        Toetssessie.id == Kandidaat.sessie_id,
                        Toetssessie.status == Sessiestatus.AFGEZEGD,
                    ),
                ),
            ),
        )
        .order_by(anker == "", anker, Dossier.sorteernaam, Dossier.id)
    ).all()
    voorstel = uit_intake(sessie, [d for d, _km, k in rijen if k is None])
    uit = []
    termijnen = piptermijnen(sessie, [d for d, _km, _k in rijen], beleid.termijnen)
    for dossier, klantmanager, kandidaat in rijen:
        termijn = termijnen[dossier.id]
        opnieuw = kandidaat is not None and kandidaat.status in VOORBIJ
        uit.append(
            Tetoetsen(
                dossier_id=dossier.id,
                naam=dossier.naam,
                nummer=dossier.nummer,
                klantmanager=klantmanager or "",
                spreektaal=dossier.spreektaal,
                termijn=termijn,
                dagen_over=termijn.dagen_over(vandaag) if termijn else None,
                kandidaat_id=kandidaat.id if kandidaat is not None else None,
                status=kandidaat.status if kandidaat is not None else None,
                keer=1 if kandidaat is None else kandidaat.volgnummer + opnieuw,
                examennummer=kandidaat.examennummer if kandidaat is not None else "",
                aanpassingen=(
                    kandidaat.aanpassingen if kandidaat is not None else voorstel[dossier.id]
                ),
                begeleider_id=kandidaat.begeleider_id if kandidaat is not None else None,
            )
        )
    # The query knows kennisgeving and BRP; DUO's own start or awaited information come later.
    return sorted(uit, key=lambda t: t.termijn.uiterlijk if t.termijn else date.max)


@dataclass(frozen=True)
class Sessieregel:
    """A sitting in the calendar. `knelpunten`: what clashes, after two laptops came together."""

    id: str
    datum: date
    begin: str
    einde: str
    status: Sessiestatus
    ruimte: Ruimte | None
    begeleider: Begeleider | None
    plekken: int
    bezet: int
    namen: tuple[str, ...]
    """Of those whose dossier is on this laptop."""
    tolk_taal: str | None
    knelpunten: tuple[Bezwaar, ...]
    afzegreden: str


def sessies(
    sessie: Session,
    van: date,
    tot: date,
    *,
    ruimte_id: str | None = None,
    begeleider_id: str | None = None,
    afgezegd: bool = False,
) -> list[Sessieregel]:
    """The sittings of a period, by day and time; or those that were called off, and no other."""
    # Somebody's other seat may be in another week.
    alles = rooster(sessie, van, tot, erbij=dubbel(sessie))
    fout = knelpunten(alles)
    boekingen = {b.id: b for b in alles.boekingen}
    weg = Toetssessie.status == Sessiestatus.AFGEZEGD
    vraag = sa.select(Toetssessie).where(
        Toetssessie.datum.between(van, tot), weg if afgezegd else ~weg
    )
    if ruimte_id is not None:
        vraag = vraag.where(Toetssessie.ruimte_id == ruimte_id)
    if begeleider_id is not None:
        vraag = vraag.where(Toetssessie.begeleider_id == begeleider_id)
    uit = []
    for s in sessie.scalars(vraag.order_by(Toetssessie.datum, Toetssessie.begin, Toetssessie.id)):
        geboekt = boekingen.get(s.id)
        uit.append(
            Sessieregel(
                id=s.id,
                datum=s.datum,
                begin=s.begin,
                einde=s.einde,
                status=s.status,
                ruimte=alles.ruimten.get(s.ruimte_id),
                begeleider=alles.begeleiders.get(s.begeleider_id),
                plekken=alles.plekken(s.gegevens),
                bezet=len(s.bezet),
                namen=tuple(sorted(geboekt.namen.values())) if geboekt else (),
                tolk_taal=s.tolk_taal,
                knelpunten=tuple(fout.get(s.id, ())),
                afzegreden=s.afzegreden,
            )
        )
    return uit


@dataclass(frozen=True)
class Sessiebeeld:
    """A sitting with its candidates; `elders` seats are of people not on this laptop."""

    sessie: Toetssessie
    ruimte: Ruimte | None
    begeleider: Begeleider | None
    plekken: int
    kandidaten: tuple[Kandidaatregel, ...]
    elders: int


def sessie_met_kandidaten(sessie: Session, sessie_id: str) -> Sessiebeeld | None:
    """One sitting; None when it is gone. Candidates by name; breaks and notes are loaded."""
    s = sessie.get(Toetssessie, sessie_id)
    if s is None:
        return None
    alles = inrichting(sessie)
    regels = kandidaatregels(sessie, Kandidaat.sessie_id == sessie_id)
    hier = {regel.kandidaat.id for regel in regels}
    return Sessiebeeld(
        sessie=s,
        ruimte=alles.ruimten.get(s.ruimte_id),
        begeleider=alles.begeleiders.get(s.begeleider_id),
        plekken=alles.plekken(s.gegevens),
        kandidaten=tuple(regels),
        elders=len(set(s.bezet) - hier),
    )
