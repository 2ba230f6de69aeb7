"""The words for terms and what they are about, the same on the screen and on paper."""

from __future__ import annotations

from desktop.models.bewaren import Anker, Graad, Onderdeel, Termijn
from desktop.taal import _


def onderdeelwoord(onderdeel: Onderdeel) -> str:
    """What may go, in words."""
    return {
        Onderdeel.DOSSIER: _("Het hele dossier"),
        Onderdeel.TOETSLOGISTIEK: _("Planning van de toets"),
        Onderdeel.WERKAANTEKENING: _("Werkaantekeningen"),
        Onderdeel.TOLKCONTACT: _("Gegevens van de tolk"),
    }[onderdeel]


def ankerwoord(anker: Anker) -> str:
    """Where a term begins, in words."""
    return {
        Anker.LAATSTE_HANDELING: _("de laatste keer dat iemand iets veranderde"),
        Anker.INTAKE_GESLOTEN: _("de dag dat het gesprek is afgesloten"),
        Anker.TOETSUITSLAG: _("de uitslag van de toets"),
        Anker.PIP_VASTGESTELD: _("de dag dat het PIP is vastgesteld"),
        Anker.ZITTING: _("de dag van het gesprek"),
    }[anker]


def termijnzin(termijn: Termijn) -> str:
    """How long from what, in words."""
    jaren = {
        Anker.LAATSTE_HANDELING: _("{jaren} jaar na de laatste keer dat iemand iets veranderde"),
        Anker.INTAKE_GESLOTEN: _("{jaren} jaar na de dag dat het gesprek is afgesloten"),
        Anker.TOETSUITSLAG: _("{jaren} jaar na de uitslag van de toets"),
        Anker.PIP_VASTGESTELD: _("{jaren} jaar na de dag dat het PIP is vastgesteld"),
        Anker.ZITTING: _("{jaren} jaar na de dag van het gesprek"),
    }
    weken = {
        Anker.LAATSTE_HANDELING: _("{weken} weken na de laatste keer dat iemand iets veranderde"),
        Anker.INTAKE_GESLOTEN: _("{weken} weken na de dag dat het gesprek is afgesloten"),
        Anker.TOETSUITSLAG: _("{weken} weken na de uitslag van de toets"),
        Anker.PIP_VASTGESTELD: _("{weken} weken na de dag dat het PIP is vastgesteld"),
        Anker.ZITTING: _("{weken} weken na de dag van het gesprek"),
    }
    zin = (jaren if termijn.jaren else weken)[termijn.anker]
    return zin.format(jaren=termijn.jaren, weken=termijn.weken)


def herkomstzin(termijn: Termijn) -> str:
    """Where a term comes from, how sure that is, and when somebody looked."""
    zin = {
        Graad.GEVONDEN: _("{bron} Gevonden in een openbare bron, nagekeken op {dag}."),
        Graad.EIGEN: _("{bron} Aangenomen op {dag}: laat een jurist dit nakijken."),
        Graad.ONTWERP: _("{bron} De gemeente beslist. Opgeschreven op {dag}."),
    }[termijn.graad]
    return zin.format(bron=_(termijn.bron), dag=f"{termijn.gecontroleerd_op:%d-%m-%Y}")
