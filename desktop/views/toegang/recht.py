"""What the user may do here, and the words for why somebody sees a dossier."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Protocol

from desktop import bronnen
from desktop.models.dossier import Rol
from desktop.models.formulier import datum_nederlands
from desktop.models.toegang import Grond, Toegangsbeleid, beleid_uit
from desktop.store.toegang import Toegangsregel
from desktop.taal import _

if TYPE_CHECKING:
    from desktop.sync.stand import Rechten
    from desktop.views.werkplek import Werkplek


class Nummerzoeker(Protocol):
    """What breaking the glass needs of the exchange with the centre."""

    def zoek_nummer(self, nummer: str, reden: str) -> tuple[str, str] | None:
        """(gemeente, dossier id); None when no dossier has this number."""


@cache
def beleid() -> Toegangsbeleid:
    """How long access lasts."""
    return beleid_uit(bronnen.toml("beleid", "toegang.toml"))


def recht_in(werkplek: Werkplek, gemeente: str) -> Rechten | None:
    """Who the user is in this gemeente; None while the laptop is not coupled."""
    return next((r for r in werkplek.rechten if r.gemeente == gemeente), None)


def eigen_recht(werkplek: Werkplek) -> Rechten | None:
    """Who the user is where they work; None while the laptop is not coupled."""
    ik = werkplek.store.gebruiker_id
    eigen = (r for r in werkplek.rechten if r.medewerker == ik)
    return next(eigen, next(iter(werkplek.rechten), None))


def rol_in_woorden(rol: Rol) -> str:
    """A role, or the organisation of a partner."""
    return {
        Rol.KLANTMANAGER: _("Klantmanager"),
        Rol.LEIDINGGEVENDE: _("Leidinggevende"),
        Rol.TOETSBEGELEIDER: _("Toetsbegeleider"),
        Rol.BEHEERDER: _("Beheerder"),
        Rol.VLUCHTELINGENWERK: _("VluchtelingenWerk"),
        Rol.COA: _("COA"),
        Rol.TAALAANBIEDER: _("Taalaanbieder"),
        Rol.WERKCORPORATIE: _("WerkCorporatie"),
        Rol.ONTZORGER: _("Ontzorger"),
    }[rol]


def wie_in_woorden(regel: Toegangsregel) -> str:
    """Whoever sees the dossier."""
    return regel.wie or _("Leidinggevenden")


def grond_in_woorden(regel: Toegangsregel) -> str:
    """Why somebody sees it."""
    if regel.grond is Grond.VERVANGING:
        return _("Vervangt {naam}").format(naam=regel.voor)
    if regel.grond is Grond.GEDEELD and regel.rol is not None:
        return _("Gedeeld ({rol})").format(rol=rol_in_woorden(regel.rol))
    return {
        Grond.KLANTMANAGER: _("Klantmanager van dit dossier"),
        Grond.MAKER: _("Maakte het dossier"),
        Grond.GEDEELD: _("Gedeeld"),
        Grond.TOETS: _("Neemt de leerbaarheidstoets af"),
        Grond.NOOD: _("Opende het met een reden"),
        Grond.LEIDINGGEVENDE: _("Alle dossiers, zonder gezondheid"),
    }[regel.grond]


def tot_in_woorden(tot: date | None) -> str:
    """The last day; empty when there is none."""
    return _("tot en met {datum}").format(datum=datum_nederlands(tot)) if tot else ""


def deel_in_woorden(rol: Rol) -> str:
    """What somebody with this role sees of a dossier that is shared with them."""
    return {
        Rol.KLANTMANAGER: _("Ziet en wijzigt het hele dossier, ook gezondheid."),
        Rol.LEIDINGGEVENDE: _("Ziet het dossier zonder gezondheid."),
        Rol.TOETSBEGELEIDER: _("Ziet naam, contact en de leerbaarheidstoets."),
        Rol.BEHEERDER: _("Ziet niets van het dossier."),
        Rol.VLUCHTELINGENWERK: _("Ziet naam, contact en wonen. Wijzigt niets."),
        Rol.COA: _("Ziet naam, contact en V-nummer. Wijzigt niets."),
        Rol.TAALAANBIEDER: _(
            "Ziet naam, contact, sociale participatie, regie en werk. Wijzigt niets."
        ),
        Rol.WERKCORPORATIE: _("Ziet naam, contact, werk en mobiliteit. Wijzigt niets."),
        Rol.ONTZORGER: _("Ziet naam, contact en financiën. Wijzigt niets."),
    }[rol]
