"""Words of the leerbaarheidstoets as its screens show them."""

from __future__ import annotations

from datetime import timedelta

from desktop.models.toets import Aanpassingen, Kandidaat
from desktop.models.toetsdelen import Incidentsoort, Observatiesoort
from desktop.models.toetsstatus import Aanwezig, Afbreekreden, Toetsstatus
from desktop.models.toetsuitslag import Herkomst, Overslagreden, Resultaat
from desktop.taal import _


def status_in_woorden(status: Toetsstatus) -> str:
    """Where one attempt stands."""
    return {
        Toetsstatus.AANGEMELD: _("Aangemeld"),
        Toetsstatus.GEPLAND: _("Gepland"),
        Toetsstatus.OPNIEUW: _("Opnieuw gepland"),
        Toetsstatus.UITGENODIGD: _("Uitgenodigd"),
        Toetsstatus.AFGENOMEN: _("Afgenomen"),
        Toetsstatus.UITSLAG: _("Uitslag bekend"),
        Toetsstatus.VERHINDERD_MET: _("Verhinderd, met afmelding"),
        Toetsstatus.VERHINDERD_ZONDER: _("Verhinderd, zonder afmelding"),
        Toetsstatus.AFGEBROKEN: _("Afgebroken"),
        Toetsstatus.OVERGESLAGEN: _("Overgeslagen"),
    }[status]


def aanwezig_in_woorden(hoe: Aanwezig) -> str:
    """Who is here."""
    return {
        Aanwezig.ONBEKEND: _("Nog niet bekend"),
        Aanwezig.AANWEZIG: _("Aanwezig"),
        Aanwezig.TE_LAAT: _("Te laat"),
        Aanwezig.MET_AFMELDING: _("Afwezig, afgemeld"),
        Aanwezig.ZONDER_AFMELDING: _("Afwezig, niet afgemeld"),
    }[hoe]


def vinkje_in_woorden(veld: str) -> str:
    """A tick of the day screen."""
    return {
        "identiteit_gezien": _("Identiteit gezien"),
        "uitleg_begrepen": _("Uitleg begrepen"),
        "muisoefening": _("Geoefend met de muis"),
        "koptelefoon": _("Koptelefoon op"),
    }[veld]


def incident_in_woorden(soort: Incidentsoort) -> str:
    """What went wrong."""
    return {
        Incidentsoort.TECHNISCH: _("Technisch"),
        Incidentsoort.ZIEK: _("Ziek"),
        Incidentsoort.STRESS: _("Stress"),
    }[soort]


def afbreekreden_in_woorden(reden: Afbreekreden) -> str:
    """Why a test was not finished."""
    return {
        Afbreekreden.TECHNISCH: _("Technisch"),
        Afbreekreden.ZIEK: _("Ziek"),
        Afbreekreden.STRESS: _("Stress"),
    }[reden]


def observatie_in_woorden(soort: Observatiesoort) -> tuple[str, str]:
    """What is worth weighing, and an example of how to write it."""
    return {
        Observatiesoort.CONCENTRATIE: (
            _("Concentratie"),
            _("Zoals: keek na 20 minuten vaak op."),
        ),
        Observatiesoort.VERMOEIDHEID: (_("Vermoeidheid"), _("Zoals: gaapte, sliep slecht.")),
        Observatiesoort.HANDEN: (
            _("Handen en muis"),
            _("Zoals: slepen met de muis kostte moeite."),
        ),
        Observatiesoort.BEGRIP: (
            _("Uitleg begrijpen"),
            _("Zoals: hoorde de uitleg drie keer."),
        ),
    }[soort]


def resultaat_in_woorden(resultaat: Resultaat) -> str:
    """DUO's own words; the same in Dutch, translated for another language."""
    return {
        Resultaat.HAALBAAR: _("B1-route haalbaar"),
        Resultaat.NIET_HAALBAAR: _("B1-route niet haalbaar"),
        Resultaat.ONBEKEND: _("Onbekend"),
    }[resultaat]


def herkomst_in_woorden(herkomst: Herkomst) -> str:
    """How a result came here."""
    return {
        Herkomst.HAND: _("Met de hand ingevuld"),
        Herkomst.BESTAND: _("Uit een bestand van DUO"),
    }[herkomst]


def overslagreden_in_woorden(reden: Overslagreden) -> str:
    """The legal reasons for leaving the test out."""
    return {
        Overslagreden.VISUEEL: _("Visuele beperking: kan het scherm niet zien"),
        Overslagreden.AUDITIEF: _("Auditieve beperking: kan de uitleg niet horen"),
    }[reden]


def hulp_in_woorden(aanpassingen: Aanpassingen) -> list[str]:
    """What somebody needs, without the language of the explanation."""
    a = aanpassingen
    paren = (
        (a.tolk, _("Tolk")),
        (a.bril, _("Bril")),
        (a.gehoor, _("Hoort slecht")),
        (a.handen, _("Handen")),
        (a.muis, _("Oefenen met de muis")),
    )
    return [woord for nodig, woord in paren if nodig]


def klok_in_woorden(duur: timedelta) -> str:
    """The running clock: `1:04:09`, or `04:09` in the first hour."""
    seconden = int(duur.total_seconds())
    uren, rest = divmod(seconden, 3600)
    minuten, tel = divmod(rest, 60)
    return f"{uren}:{minuten:02d}:{tel:02d}" if uren else f"{minuten:02d}:{tel:02d}"


def stand_in_woorden(k: Kandidaat) -> str:
    """One candidate at this moment, for the tile."""
    if k.in_pauze:
        return _("Pauze")
    if k.loopt:
        return _("Bezig")
    if k.status is Toetsstatus.AFGEBROKEN:
        return _("Afgebroken")
    if k.geeindigd_op is not None:
        return _("Klaar")
    if k.aanwezigheid is Aanwezig.ONBEKEND:
        return _("Nog niet gezien")
    return aanwezig_in_woorden(k.aanwezigheid)
