"""The words of the status line."""

from __future__ import annotations

from desktop.sync.contact import Contact, Dag, Ernst
from desktop.sync.stand import Fase, Stand, Voortgang
from desktop.taal import _, meervoud
from desktop.views.sync.mislukking import Mislukking, Soort


def contactzin(contact: Contact) -> str:
    """When the last contact was."""
    if contact.moment is None:
        return _("Nog niet bijgewerkt")
    tijd = f"{contact.moment:%H:%M}"
    if contact.dag is Dag.VANDAAG:
        return _("Bijgewerkt om {tijd}").format(tijd=tijd)
    if contact.dag is Dag.GISTEREN:
        return _("Bijgewerkt gisteren om {tijd}").format(tijd=tijd)
    return _("Bijgewerkt {aantal} dagen geleden").format(aantal=contact.dagen)


def wachtzin(stand: Stand) -> str:
    """What still has to go; empty when nothing has."""
    if not stand.wachtend:
        return ""
    return meervoud("{aantal} wijziging wacht", "{aantal} wijzigingen wachten", stand.wachtend)


def meeneemzin(stand: Stand) -> str:
    """What came on a stick and still has to go; empty without any."""
    if not stand.meegenomen:
        return ""
    return meervoud(
        "{aantal} wijziging van een collega gaat mee",
        "{aantal} wijzigingen van een collega gaan mee",
        stand.meegenomen,
    )


def hoe_het_gaat(stand: Stand, contact: Contact, mislukking: Mislukking | None) -> str:
    """The one sentence that matters now; empty when nothing has to be said."""
    if mislukking is not None and mislukking.soort is not Soort.NETWERK:
        return _(mislukking.zin)
    if contact.ernst is Ernst.BIJNA_OM:
        return slotzin(contact)
    if mislukking is not None:
        return _("Geen verbinding. Je werk is veilig op deze laptop.")
    if contact.ernst is Ernst.LANG:
        return _("Werk bij zodra er een netwerk is. Je werk is veilig op deze laptop.")
    if stand.alles_bevestigd:
        return _("Alles is centraal bewaard.")
    return ""


def slotzin(contact: Contact) -> str:
    """That the lease is nearly over, and what to do."""
    if contact.over == 0:
        return _("Zoek vandaag een netwerk en werk bij. Daarna opent Viergesprek gewoon weer.")
    return meervoud(
        "Werk binnen {aantal} dag bij. Zo blijft Viergesprek op deze laptop open.",
        "Werk binnen {aantal} dagen bij. Zo blijft Viergesprek op deze laptop open.",
        contact.over,
    )


def voortgangszin(voortgang: Voortgang) -> str:
    """How far a round is."""
    if voortgang.fase is Fase.BRENGEN:
        tekst = _("Versturen: {gedaan} van {totaal}")
    elif voortgang.fase is Fase.HALEN:
        tekst = _("Ophalen: {gedaan} van {totaal}")
    else:
        return _("Verbinding zoeken…")
    return tekst.format(gedaan=getal(voortgang.gedaan), totaal=getal(voortgang.totaal))


def getal(aantal: int) -> str:
    """A whole number as one writes it in Dutch."""
    return f"{aantal:,}".replace(",", ".")
