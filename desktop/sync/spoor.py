"""The centre's trail as lines of the trail: one for what somebody did to one thing in one go."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from desktop.models.spoor import (
    RAADPLEGING,
    Inzagesoort,
    Spoorregel,
    Spoorsoort,
    onderdelen_van,
    spoorsoort_van,
)
from desktop.store.klok import moment
from desktop.sync.antwoorden import Spoorregel as Veldregel

ZOEKACTIE = "zoekactie"
"""Somebody searched for a number; the centre keeps that itself."""


@dataclass(frozen=True)
class Bladzijde:
    """One page of the trail. `verder` is the clock to go on from; None at the end."""

    regels: tuple[Spoorregel, ...]
    verder: str | None


def voeg_samen(per_gemeente: Iterable[Sequence[Veldregel]], hoeveel: int) -> list[Veldregel]:
    """One page out of a page for each gemeente, newest first.

    Where a gemeente has more than its page, nothing older than that page is taken
    from the others: the next page begins there, and would pass over the rest.
    """
    paginas = [list(pagina) for pagina in per_gemeente]
    grens = max((p[-1].klok for p in paginas if len(p) >= hoeveel), default="")
    samen = [regel for pagina in paginas for regel in pagina if regel.klok >= grens]
    return sorted(samen, key=lambda regel: regel.klok, reverse=True)


def bladzijde(
    rijen: Sequence[Veldregel], hoeveel: int, namen: Mapping[str, str], eigen: str
) -> Bladzijde:
    """Puts the changed fields of one gesture together. `namen` are colleagues by id."""
    groepen: dict[tuple[str, str, str, str], list[Veldregel]] = {}
    for rij in rijen:
        sleutel = (rij.klok, rij.apparaat or "", rij.entiteit, rij.rij)
        groepen.setdefault(sleutel, []).append(rij)
    regels = tuple(_regel(sleutel, groep, namen, eigen) for sleutel, groep in groepen.items())
    return Bladzijde(regels, rijen[-1].klok if len(rijen) >= hoeveel else None)


def _regel(
    sleutel: tuple[str, str, str, str],
    groep: Sequence[Veldregel],
    namen: Mapping[str, str],
    eigen: str,
) -> Spoorregel:
    klok, apparaat, entiteit, _rij = sleutel
    toelichting = {r.veld: _tekst(r.toelichting) for r in groep if r.toelichting}
    if entiteit == ZOEKACTIE:
        soort = Spoorsoort.GEZIEN
    else:
        soort = spoorsoort_van(entiteit, {r.soort for r in groep}, 0)
    wat = toelichting.get("wat", "")
    return Spoorregel(
        sleutel=sleutel,
        moment=moment(klok),
        wie=namen.get(next((r.auteur for r in groep if r.auteur), ""), ""),
        apparaat=apparaat,
        eigen=apparaat == eigen,
        soort=soort,
        entiteit=entiteit,
        onderdelen=onderdelen_van(entiteit, [r.veld for r in groep]),
        inzage=Inzagesoort(wat)
        if entiteit == RAADPLEGING and wat in {lid.value for lid in Inzagesoort}
        else None,
        reden=toelichting.get("reden", ""),
        dossier=next((r.dossier for r in groep if r.dossier), ""),
    )


def _tekst(toelichting: str | None) -> str:
    """A reason or a kind as text; what is no JSON text says nothing."""
    try:
        waarde = json.loads(toelichting or "null")
    except ValueError:
        return ""
    return waarde if isinstance(waarde, str) else ""
