"""What each field of a plan is called in a comparison, and how its value is said."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from desktop.models.formulier import datum_nederlands
from desktop.taal import N_


def _laatste_dag(einde: date | None) -> str:
    """The end is exclusive, as DUO counts; one reads the day before."""
    return datum_nederlands(einde - timedelta(days=1)) if einde else ""


@dataclass(frozen=True)
class Veldnaam:
    """The heading of one field."""

    kop: str
    deel: int = 1
    woord: Callable[[Any], str] | None = None
    """How its value is said, where that is not plain."""


BLOKKEN = frozenset({"wie", "contact", "toets", "data"})
"""Fields of `Pipinhoud` that are a block of fields of their own."""

VELDEN: Mapping[str, Veldnaam] = {
    "wijzigreden": Veldnaam(N_("Reden van de nieuwe versie")),
    "wijzigtoelichting": Veldnaam(N_("Uitleg bij de wijziging")),
    "wie.nummer": Veldnaam(N_("Dossiernummer")),
    "wie.naam": Veldnaam(N_("Naam")),
    "wie.geboren": Veldnaam(N_("Geboren")),
    "wie.adres": Veldnaam(N_("Adres")),
    "wie.gemeente": Veldnaam(N_("Gemeente")),
    "wie.taal": Veldnaam(N_("Taal van het blad voor de cliënt")),
    "wie.doelgroep": Veldnaam(N_("Doelgroep")),
    "contact.naam": Veldnaam(N_("Contactpersoon")),
    "contact.telefoon": Veldnaam(N_("Telefoon van de contactpersoon")),
    "contact.email": Veldnaam(N_("E-mail van de contactpersoon")),
    "toets.resultaat": Veldnaam(N_("Uitslag van de leerbaarheidstoets")),
    "toets.behaalde_score": Veldnaam(N_("Behaalde score")),
    "toets.benodigde_score": Veldnaam(N_("Benodigde score")),
    "toets.datum_afname": Veldnaam(N_("Datum van de toets")),
    "toets.overgeslagen": Veldnaam(N_("Reden om de toets over te slaan")),
    "data.dagtekening": Veldnaam(N_("Dag van het plan")),
    "data.bekendmaking": Veldnaam(N_("Verstuurd op")),
    "data.bezwaar_tot_en_met": Veldnaam(N_("Bezwaar tot en met")),
    "data.termijn_start": Veldnaam(N_("Begin van de termijn")),
    "data.termijn_einde": Veldnaam(N_("Laatste dag van de termijn"), woord=_laatste_dag),
    "data.voorlopig": Veldnaam(N_("Termijn nog voorlopig")),
    "data.wisselen_tot_en_met": Veldnaam(N_("Wisselen van route tot en met")),
    "data.map_streefdag": Veldnaam(N_("Streefdag voor de MAP")),
    "leerroute": Veldnaam(N_("Leerroute")),
    "niveau": Veldnaam(N_("Niveau")),
    "motivering": Veldnaam(N_("Waarom deze leerroute")),
    "afwijking": Veldnaam(N_("Waarom anders dan de toets")),
    "tweede_lezer": Veldnaam(N_("Tweede lezer")),
    "intensiteit": Veldnaam(N_("Geschatte uren in de B1-route")),
    "alfabetisering": Veldnaam(N_("Alfabetisering")),
    "mag_opleiding_afmaken": Veldnaam(N_("Mag eerst de opleiding afmaken")),
    "lesuren_per_week": Veldnaam(N_("Lesuren per week")),
    "participatie_uren_per_week": Veldnaam(N_("Uren meedoen per week")),
    "pvt_uren": Veldnaam(N_("Uren PVT")),
    "map_uren": Veldnaam(N_("Uren MAP")),
    "hoofddoel": Veldnaam(N_("Hoofddoel")),
    "participatie_reden": Veldnaam(N_("Waarom nu niet meedoen")),
    "uitkering": Veldnaam(N_("Uitkering"), 2),
    "uitkering_vanaf": Veldnaam(N_("Uitkering vanaf"), 2),
    "ontzorgen": Veldnaam(N_("Financieel ontzorgen"), 2),
    "ontzorgen_tot_en_met": Veldnaam(N_("Ontzorgen tot en met"), 2),
    "vastgesteld_door": Veldnaam(N_("Vastgesteld door")),
    "functie": Veldnaam(N_("Functie")),
    "mandaat": Veldnaam(N_("Mandaat")),
    "auteur": Veldnaam(N_("Geschreven door")),
}
"""By the name of the field in `Pipinhoud`, dotted below a block. Routes, the week and the
sentences are compared in their own way."""
