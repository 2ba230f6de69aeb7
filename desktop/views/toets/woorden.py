"""Words of the leerbaarheidstoets as the screens say them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QDate, QLocale

from desktop.models.catalogus import Taal
from desktop.models.fouten import Domeinfout
from desktop.models.toets import Aanpassingen
from desktop.models.toetsmiddelen import Apparaatsoort
from desktop.models.toetsrooster import Bezwaar, Roosterfout
from desktop.models.toetsstatus import Toetsstatus
from desktop.models.toetsvoorstel import Waarom
from desktop.store.toetsen import Sessieregel
from desktop.taal import _, meervoud, taal

TUSSEN = " · "


def dag_in_woorden(dag: date) -> str:
    """`di 1 december 2026`, in the language of the interface."""
    return QLocale(taal()).toString(QDate(dag.year, dag.month, dag.day), "ddd d MMMM yyyy")


def wanneer(regel: Sessieregel) -> str:
    """`di 1 december 2026, 09:30 – 11:00`."""
    return _("{dag}, {van} – {tot}").format(
        dag=dag_in_woorden(regel.datum), van=regel.begin, tot=regel.einde
    )


def waar(regel: Sessieregel) -> str:
    """The room and its building."""
    if regel.ruimte is None:
        return _("Ruimte onbekend")
    return _("{ruimte}, {locatie}").format(ruimte=regel.ruimte.naam, locatie=regel.ruimte.locatie)


def nodig_in_woorden(wat: Aanpassingen) -> str:
    """What is needed at the test, in small words."""
    woorden = (
        (wat.bril, _("bril")),
        (wat.gehoor, _("gehoor")),
        (wat.handen, _("handen")),
        (wat.muis, _("muis oefenen")),
        (wat.audio, _("luisteren")),
    )
    return TUSSEN.join(woord for geldt, woord in woorden if geldt)


def taal_in_woorden(wat: Aanpassingen, spreektaal: str | None, talen: Mapping[str, Taal]) -> str:
    """The language of the explanation; with an interpreter, of whom."""
    if wat.tolk:
        return _("Tolk {taal}").format(taal=naam_van(wat.tolktaal(spreektaal), talen))
    return naam_van(wat.uitlegtaal, talen)


def naam_van(tag: str | None, talen: Mapping[str, Taal]) -> str:
    """A language by its name."""
    if not tag:
        return ""
    return talen[tag].naam if tag in talen else tag


def dagen_in_woorden(dagen: int | None) -> str:
    """How long there still is."""
    if dagen is None:
        return ""
    if dagen < 0:
        return meervoud("{aantal} dag te laat", "{aantal} dagen te laat", -dagen)
    if dagen == 0:
        return _("vandaag")
    return meervoud("nog {aantal} dag", "nog {aantal} dagen", dagen)


def over_in_woorden(dagen: int | None) -> str:
    """How long there still is, under a heading that says so: `49 dagen`, `13 te laat`."""
    if dagen is None:
        return ""
    if dagen < 0:
        return _("{aantal} te laat").format(aantal=-dagen)
    return meervoud("{aantal} dag", "{aantal} dagen", dagen) if dagen else _("vandaag")


def voorlopig_in_woorden() -> str:
    """Why the day that the PIP is due may still move."""
    return _("Deze dag is voorlopig: vul in het dossier beide datums in, van DUO en van de BRP.")


def stand_in_woorden(status: Toetsstatus | None, keer: int) -> str:
    """Where somebody stands in the list of who is to be planned."""
    if status is None:
        return _("Aanmelden")
    if status is Toetsstatus.AANGEMELD:
        return _("Aangemeld") if keer == 1 else _("Aangemeld, {keer}e keer").format(keer=keer)
    return {
        Toetsstatus.VERHINDERD_MET: _("Was afgemeld"),
        Toetsstatus.VERHINDERD_ZONDER: _("Kwam niet"),
        Toetsstatus.AFGEBROKEN: _("Afgebroken"),
    }.get(status, _("Toets afgezegd"))


def waarom_in_woorden(waarom: Waarom) -> str:
    """Why somebody has no place in a proposal, and what to do."""
    return {
        Waarom.VRIJGESTELD: _("De toets is overgeslagen."),
        Waarom.HEEFT_UITSLAG: _("Heeft al een uitslag."),
        Waarom.HEEFT_PLEK: _("Heeft al een plek."),
        Waarom.GEEN_SESSIE: _("Er is nog geen toets gepland. Maak er een in de agenda."),
        Waarom.VOL: _("Alle toetsen zijn vol. Maak er nog een in de agenda."),
        Waarom.TOLK: _("Geen toets waar een tolk in deze taal bij kan. Maak er een in de agenda."),
        Waarom.GESPREK: _("Heeft dan een gesprek. Kies een andere dag."),
    }[waarom]


def soort_in_woorden(soort: Apparaatsoort) -> str:
    """A kind of device."""
    return {
        Apparaatsoort.LAPTOP: _("Laptop"),
        Apparaatsoort.TABLET: _("Tablet"),
        Apparaatsoort.KOPTELEFOON: _("Koptelefoon"),
    }[soort]


def bezwaar_in_woorden(bezwaar: Bezwaar) -> str:
    """One objection as a sentence."""
    return _(bezwaar.zin).format(**bezwaar.waarden)


def fout_in_woorden(fout: Domeinfout) -> str:
    """A refusal; of a plan each reason on a line of its own."""
    if isinstance(fout, Roosterfout):
        return "\n".join(dict.fromkeys(bezwaar_in_woorden(b) for b in fout.bezwaren))
    return _(fout.zin).format(**fout.waarden)
