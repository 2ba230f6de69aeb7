"""The doelgroep history in the form: from which day somebody belongs to which group."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.taal import _
from desktop.views.dossiers import keuzes
from desktop.views.dossiers.rijen import Rijen, Rijvorm
from desktop.views.dossiers.velden import Keuzelijst, Veld


def _velden(rij: QWidget) -> tuple[Veld, ...]:
    vanaf = QLineEdit()
    vanaf.setPlaceholderText(_("dag-maand-jaar"))
    indeling = Keuzelijst(keuzes.indelingen(), rij)
    indeling.setPlaceholderText(_("Kies…"))
    indeling.setCurrentIndex(-1)
    return (
        Veld("vanaf", _("Geldt vanaf"), vanaf, rij),
        Veld("indeling", _("Doelgroep"), indeling, rij),
        Veld(
            "gedetailleerd",
            _("Nauwkeuriger"),
            Keuzelijst(keuzes.gedetailleerde_doelgroepen(), rij),
            rij,
        ),
    )


def doelgroeprijen(parent: QWidget) -> Rijen:
    """Rows of date, indeling and gedetailleerdeDoelgroep, with DUO's values."""
    return Rijen(
        "doelgroepen",
        Rijvorm(
            maak=_velden,
            plekken=((0, 0, 1, 1), (0, 1, 1, 2), (1, 0, 1, 2), (1, 2, 1, 1)),
            rekken=(2, 3, 0),
            weg=_("Doelgroep {nummer} weghalen"),
        ),
        parent,
        leeg=_("Nog geen doelgroep. Je kunt die ook later invullen."),
        knop=_("Doelgroep toevoegen"),
    )
