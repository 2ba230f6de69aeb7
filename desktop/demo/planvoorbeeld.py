"""Made-up letter head and mandate of the demo: no municipality has this name or this sign."""

from __future__ import annotations

import base64
from datetime import timedelta

import sqlalchemy as sa

from desktop.models.dossier import Medewerker, Rol
from desktop.store import gemeentegegevens
from desktop.store.store import Store

LOGO = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 64">
<rect x="2" y="2" width="60" height="60" rx="14" fill="#1F5F5B"/>
<path d="M12 42 Q22 34 32 42 T52 42" fill="none" stroke="#FFFFFF" stroke-width="4"
 stroke-linecap="round"/>
<path d="M12 51 Q22 43 32 51 T52 51" fill="none" stroke="#FFFFFF" stroke-width="4"
 stroke-linecap="round"/>
<circle cx="32" cy="21" r="9" fill="#E9B949"/>
</svg>"""
"""A sun over water."""

BRIEFHOOFD = {
    "naam": "Gemeente Voorbeeldstad",
    "adres": "Postbus 1",
    "postcode_plaats": "8300 AA Voorbeeldstad",
    "bezwaaradres": "Gemeente Voorbeeldstad\nCommissie bezwaarschriften\nPostbus 1\n"
    "8300 AA Voorbeeldstad",
    "telefoon": "0527 00 00 00",
    "email": "inburgering@voorbeeld.example",
    "website": "www.voorbeeld.example",
}


def vul_plan(store: Store) -> None:
    """Letter head for every municipality of the demo, and who may set a plan."""
    with store.lees() as sessie:
        mensen = sessie.scalars(sa.select(Medewerker)).all()
        gemeenten = sorted({mens.gemeente for mens in mensen if mens.gemeente})
    logo = base64.b64encode(LOGO.encode()).decode("ascii")
    for gemeente in gemeenten:
        for veld, waarde in {**BRIEFHOOFD, "logo": logo}.items():
            gemeentegegevens.zet_gemeente(store, gemeente, veld, waarde)
    for mens in mensen:
        gemeentegegevens.geef_mandaat(
            store,
            mens.gemeente,
            mens.id,
            functie="teamleider" if mens.rol is Rol.LEIDINGGEVENDE else "klantmanager inburgering",
            kenmerk="Mandaatbesluit 2026, nummer 12",
            vanaf=store.vandaag() - timedelta(days=200),
        )
