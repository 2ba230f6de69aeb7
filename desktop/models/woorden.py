"""The words for the fixed values of the intake, the same on the screen and on paper."""

from __future__ import annotations

from enum import StrEnum

from desktop.models.antwoord import Antwoordstatus, Notitiesoort, Wijze
from desktop.models.clientbeeld import Beeldsoort
from desktop.models.dossier import Alfabetisering, Relatie
from desktop.models.intake import Fase
from desktop.models.pipwoorden import woordparen
from desktop.models.prompts import Vertaalstatus
from desktop.models.spraak import Spraakbron
from desktop.models.tolk import Verstaan, Vervolg
from desktop.models.voortgang import Stand
from desktop.models.zitting import (
    Aanwezigheid,
    Bijgewoond,
    Partij,
    Plaats,
    Tolkwens,
    Tolkwijze,
)
from desktop.taal import _


def woord(waarde: StrEnum) -> str:
    """The word on the screen for a fixed value."""
    # Two kinds may share a value ("coa"), and a StrEnum equals its text.
    return _woorden()[type(waarde), waarde]


def _woorden() -> dict[tuple[type, StrEnum], str]:
    paren: tuple[tuple[StrEnum, str], ...] = (
        (Wijze.GEWEZEN, _("Aangewezen")),
        (Wijze.TOLK, _("Via de tolk")),
        (Wijze.NEDERLANDS, _("In het Nederlands")),
        (Wijze.INGEVULD, _("Zelf ingevuld")),
        (Wijze.COA, _("Van COA")),
        (Antwoordstatus.WEET_NIET, _("Weet ik niet")),
        (Antwoordstatus.ZEG_NIET, _("Wil ik niet zeggen")),
        (Antwoordstatus.LATER, _("Later")),
        (Antwoordstatus.OPEN, _("Teruggenomen")),
        (Antwoordstatus.BEANTWOORD, _("Beantwoord")),
        (Stand.OPEN, _("nog open")),
        (Stand.GEVRAAGD, _("gevraagd")),
        (Stand.LATER, _("later")),
        (Stand.OVERGESLAGEN, _("overgeslagen")),
        (Stand.NIET_NODIG, _("niet nodig")),
        (Vertaalstatus.CONCEPT, _("vertaling: concept")),
        (Vertaalstatus.NAGEKEKEN, _("vertaling: nagekeken")),
        (Vertaalstatus.BEEDIGD, _("vertaling: beëdigd")),
        (Vertaalstatus.ONTBREEKT, _("nog niet vertaald")),
        (Vertaalstatus.BRON, ""),
        (Beeldsoort.LEEG, _("niets")),
        (Beeldsoort.WACHT, _("wachtscherm")),
        (Beeldsoort.PAUZE, _("pauzescherm")),
        (Beeldsoort.TEKST, _("een zin met een beeld")),
        (Beeldsoort.VRAAG, _("de vraag")),
        (Beeldsoort.GETAL, _("de vraag")),
        (Beeldsoort.OEFENEN, _("de oefening")),
        (Beeldsoort.TAALCHECK, _("of de tolk te verstaan is")),
        (Beeldsoort.TEKENEN, _("het vlak om te tekenen")),
        (Verstaan.GOED, _("Goed")),
        (Verstaan.BEETJE, _("Een beetje")),
        (Verstaan.NIET, _("Niet")),
        (Vervolg.ANDERE_TAAL, _("Een andere taal")),
        (Vervolg.ANDER_DIALECT, _("Een ander dialect")),
        (Vervolg.ANDERE_TOLK, _("Een andere tolk")),
        (Vervolg.LANGZAAM, _("Langzaam praten")),
        (Spraakbron.MENS, _("een mens")),
        (Spraakbron.SYSTEEM, _("de stem van deze computer")),
        (Spraakbron.SYNTHETISCH, _("een computerstem")),
        (Spraakbron.NIEMAND, _("niemand")),
        (Partij.CLIENT, _("Cliënt")),
        (Partij.KLANTMANAGER, _("Klantmanager")),
        (Partij.COA, _("COA")),
        (Partij.VLUCHTELINGENWERK, _("VluchtelingenWerk")),
        (Partij.ANDERS, _("Iemand anders")),
        (Aanwezigheid.UITGENODIGD, _("Uitgenodigd")),
        (Aanwezigheid.AANWEZIG, _("Aanwezig")),
        (Aanwezigheid.AFWEZIG, _("Afwezig")),
        (Bijgewoond.ALLES, _("Het hele gesprek")),
        (Bijgewoond.VIERGESPREK, _("Het deel met z'n vieren")),
        (Bijgewoond.BESLOTEN, _("Het besloten deel")),
        (Plaats.GEMEENTEHUIS, _("Gemeentehuis")),
        (Plaats.AZC, _("Azc")),
        (Plaats.ELDERS, _("Ergens anders")),
        (Tolkwijze.TER_PLAATSE, _("Tolk aan tafel")),
        (Tolkwijze.TELEFONISCH, _("Tolk aan de telefoon")),
        (Tolkwijze.VIDEO, _("Tolk via video")),
        (Tolkwijze.INFORMEEL, _("Informele tolk")),
        (Tolkwijze.GEEN, _("Geen tolk")),
        (Tolkwens.GEEN_VOORKEUR, _("Geen voorkeur")),
        (Tolkwens.VROUW, _("Liefst een vrouw")),
        (Tolkwens.MAN, _("Liefst een man")),
        (Relatie.PARTNER, _("Partner")),
        (Relatie.KIND, _("Kind")),
        (Relatie.OUDER, _("Ouder")),
        (Relatie.BROER_ZUS, _("Broer of zus")),
        (Relatie.ANDERS, _("Iemand anders")),
        (Alfabetisering.ONBEKEND, _("Nog niet bekend")),
        (Alfabetisering.A, _("Leest en schrijft nog niet (A)")),
        (Alfabetisering.AA, _("Leest een ander schrift (AA)")),
        (Alfabetisering.NVT, _("Leest ons schrift (NVT)")),
        (Fase.GEPLAND, _("Gepland")),
        (Fase.OPENING, _("Begonnen")),
        (Fase.GESPREK, _("In gesprek")),
        (Fase.GESLOTEN, _("Afgerond")),
        (Notitiesoort.GEWOON, _("Gewone notitie")),
        (Notitiesoort.AFGESCHERMD, _("Afgeschermde notitie")),
        *woordparen(),
    )
    return {(type(waarde), waarde): tekst for waarde, tekst in paren}
