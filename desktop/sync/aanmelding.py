"""What the laptop keeps of a greeting: who its user is, what they may, and when contact was."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from math import ceil, floor
from typing import Any

from desktop.models.basis import Stroomklasse
from desktop.models.dossier import Medewerker, Rol
from desktop.models.wijziging import Soort
from desktop.store.herstempel import herstempel, noem_anders
from desktop.store.inkomend import DOSSIER, OUDERS, SOORT, STROOM, VELD, WAARDE, Rij, per_rij
from desktop.store.journaal import Gezien, Veldwijziging
from desktop.store.store import Store
from desktop.sync.antwoorden import Groet, Persoon
from desktop.sync.fouten import AanmeldingGeweigerd
from desktop.sync.stand import Lease, Rechten

RECHTEN = "sync.rechten"
CONTACT = "sync.contact"
LEASE = "sync.lease_dagen"
HOOGSTE_TIJD = "sync.hoogste_tijd"
EPOCH = "sync.epoch"
AANGEBODEN = "sync.aangeboden"


def neem_rechten(store: Store, welkom: Groet) -> None:
    """Keeps the rights of this greeting, and takes the identity that the centre knows.

    Raises AanmeldingGeweigerd when the centre knows no person behind this login.
    """
    if not welkom.personen:
        raise AanmeldingGeweigerd
    eigen = {p.medewerker for p in welkom.personen}
    if store.gebruiker_id not in eigen:
        _word(store, welkom.personen[0])
    _onthoud(store, RECHTEN, json.dumps([_als_json(p) for p in welkom.personen]))
    _onthoud(store, AANGEBODEN, str(welkom.aangeboden))


def _onthoud(store: Store, sleutel: str, waarde: str) -> None:
    """Most greetings say what the last one said: that need not wait for the disk."""
    if store.lokaal(sleutel) != waarde:
        store.onthoud(sleutel, waarde)


def _word(store: Store, persoon: Persoon) -> None:
    """From now on the user is the one that the centre knows; unsent work goes along.

    Not from one person of the centre to another, who has the laptop from now on: then
    it stays the first one's, and is refused, kept and shown (peers.md B4, 3 and 4).
    The user becomes that one last: cut off anywhere, the next round does it all again.
    """
    oud = store.gebruiker_id
    if oud in {recht.medewerker for recht in rechten(store)}:
        store.gebruiker_id = persoon.medewerker
        _zorg_voor(store, persoon)
    else:
        _zorg_voor(store, persoon)
        if oud is not None:
            _neem_werk_mee(store, oud, persoon)
    store.word(persoon.medewerker)


def _zorg_voor(store: Store, persoon: Persoon) -> None:
    with store.work() as work:
        if work.session.get(Medewerker, persoon.medewerker) is None:
            work.voeg_toe(
                Medewerker(
                    id=persoon.medewerker,
                    naam=persoon.naam,
                    gemeente=persoon.gemeente,
                    rol=Rol(persoon.rol),
                )
            )


def _neem_werk_mee(store: Store, oud: str, persoon: Persoon) -> None:
    with store.neem_op() as inkomst:
        # Who the user was here before stays here: to the centre it is nobody, and whoever
        # may write colleagues would get it as an offer. Only the number goes along.
        inkomst.verbinding.exec_driver_sql(
            "UPDATE wijziging SET stroom = ? WHERE entiteit = ? AND rij = ? "
            "AND apparaat = (SELECT id FROM apparaat) "
            "AND volgnummer > (SELECT bevestigd FROM apparaat)",
            (
                f"{persoon.gemeente}:{Stroomklasse.OEFENING}",
                Medewerker.__tablename__,
                oud,
            ),
        )
        noem_anders(inkomst.verbinding, oud, persoon.medewerker)
        herstempel(inkomst.verbinding, auteur=persoon.medewerker)


def rechten(store: Store) -> tuple[Rechten, ...]:
    """What the user may, as the centre said at the last contact; empty before the first."""
    return tuple(_uit_json(r) for r in json.loads(store.lokaal(RECHTEN) or "[]"))


def aangeboden(store: Store) -> int:
    """How many changes of others waited in the centre at the last contact."""
    return int(store.lokaal(AANGEBODEN) or 0)


def _als_json(p: Persoon) -> dict[str, object]:
    bekend = {klasse.value for klasse in Stroomklasse}
    return {
        "gemeente": p.gemeente,
        "medewerker": p.medewerker,
        "rol": p.rol,
        # A class that only a newer version knows is of no use here.
        "lezen": sorted(p.lezen & bekend),
        "schrijven": sorted(p.schrijven & bekend),
    }


def _uit_json(d: dict[str, Any]) -> Rechten:
    return Rechten(
        gemeente=str(d["gemeente"]),
        medewerker=str(d["medewerker"]),
        rol=Rol(d["rol"]),
        lezen=frozenset(Stroomklasse(k) for k in d["lezen"]),
        schrijven=frozenset(Stroomklasse(k) for k in d["schrijven"]),
    )


def contact(store: Store, welkom: Groet) -> None:
    """A whole round was made: the lease begins anew, by the centre's clock."""
    nu = datetime.fromtimestamp(welkom.nu_ms / 1000, UTC).isoformat()
    # The contact last: without its days the lease would be over.
    _onthoud(store, LEASE, str(welkom.lease_dagen))
    _onthoud(store, EPOCH, welkom.epoch)
    store.onthoud(HOOGSTE_TIJD, nu)
    store.onthoud(CONTACT, nu)


def laatste_contact(store: Store) -> datetime | None:
    """When the last whole round was; None before the first."""
    tekst = store.lokaal(CONTACT)
    return datetime.fromisoformat(tekst) if tekst else None


def lease(store: Store) -> Lease | None:
    """How long this laptop may go on; None when it has never been coupled.

    Counted by the highest time ever seen here, not by the wall clock alone: a
    clock that is put back does not lengthen it (sync.md trap 18).
    """
    sinds = laatste_contact(store)
    if sinds is None:
        return None
    dagen = int(store.lokaal(LEASE) or 0)
    over = (sinds + timedelta(days=dagen) - _hoogste_tijd(store, sinds)) / timedelta(days=1)
    # A day that has begun is still a day; once over, it is over.
    return Lease(dagen, ceil(over) if over > 0 else floor(over))


def _hoogste_tijd(store: Store, sinds: datetime) -> datetime:
    """The latest moment that this laptop has seen; kept, so that it survives a restart."""
    nu = store.nu() + store.klokverschil
    if nu < sinds - timedelta(days=1):
        nu = store.nu()  # the clock was set since, and the difference no longer holds
    eerder = datetime.fromisoformat(store.lokaal(HOOGSTE_TIJD) or sinds.isoformat())
    if nu - eerder > timedelta(minutes=1):
        store.onthoud(HOOGSTE_TIJD, nu.isoformat())
    return max(nu, eerder)


def neem_over(store: Store, rijen: Sequence[Rij]) -> None:
    """Takes over changes that the centre refused from somebody else, as changes of this user.

    They keep the parents that their author saw: what changed since shows as a conflict.
    """
    for (entiteit, rij), groep in per_rij(rijen).items():
        velden: dict[str, Veldwijziging] = {}
        ouders: dict[str, tuple[str, ...]] = {}
        for r in groep:
            gemeente, klasse = str(r[STROOM]).split(":", 1)
            veld = str(r[VELD])
            velden[veld] = Veldwijziging(
                entiteit=entiteit,
                rij=rij,
                dossier=None if r[DOSSIER] is None else str(r[DOSSIER]),
                gemeente=gemeente,
                klasse=klasse,
                veld=veld,
                soort=Soort(str(r[SOORT])),
                waarde=None if r[WAARDE] is None else str(r[WAARDE]),
            )
            ouders.setdefault(veld, tuple(json.loads(str(r[OUDERS]))))
        with store.velden(Gezien(entiteit, rij, ouders)) as werk:
            werk.velden += velden.values()
