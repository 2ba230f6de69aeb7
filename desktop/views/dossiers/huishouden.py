"""The household in the form: who lives with the client; a first name and a year are enough."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.taal import _
from desktop.views.dossiers import keuzes
from desktop.views.dossiers.rijen import Rijen, Rijvorm
from desktop.views.dossiers.velden import Keuzelijst, Veld


def _velden(rij: QWidget) -> tuple[Veld, ...]:
    jaar = QLineEdit()
    jaar.setMaxLength(10)
    naam = QLineEdit()
    naam.setMaxLength(200)
    relatie = Keuzelijst(keuzes.relaties(), rij)
    relatie.setPlaceholderText(_("Kies…"))
    relatie.setCurrentIndex(-1)
    return (
        Veld("naam", _("Naam"), naam, rij),
        Veld("relatie", _("Relatie"), relatie, rij),
        Veld("geboortejaar", _("Geboortejaar"), jaar, rij),
    )


def huishoudrijen(parent: QWidget) -> Rijen:
    """Rows of name, relation and birth year."""
    return Rijen(
        "huisgenoten",
        Rijvorm(
            maak=_velden,
            plekken=tuple((0, kolom, 1, 1) for kolom in range(4)),
            rekken=(4, 4, 3, 0),
            weg=_("Huisgenoot {nummer} weghalen"),
            labels_eenmaal=True,
        ),
        parent,
        leeg=_("Woont de cliënt met anderen? Een voornaam en een geboortejaar zijn genoeg."),
        knop=_("Huisgenoot toevoegen"),
    )
