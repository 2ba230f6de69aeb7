"""Fields of the sheets about colleagues, and sentences beside them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.models.deeldatum import lees_datum
from desktop.models.fouten import Domeinfout, Invoerfout, RedenNodig
from desktop.store.toegang import Collega
from desktop.taal import _
from desktop.views.dossiers.velden import Keuzelijst, Veld, tekstveld
from desktop.views.toegang.recht import rol_in_woorden
from desktop.views.werkplek import Werkplek

LANGSTE_REDEN = 300


def collegaveld(naam: str, label: str, ouder: QWidget) -> Veld:
    """A colleague to choose."""
    lijst = Keuzelijst((), ouder)
    lijst.setPlaceholderText(_("Kies…"))
    return Veld(naam, label, lijst, ouder, nodig=True)


def zet_collegas(veld: Veld, collegas: Sequence[Collega]) -> None:
    """Who can be chosen; the choice stays when it still can be."""
    assert isinstance(veld.invoer, Keuzelijst)
    veld.invoer.zet_keuzes(
        tuple(
            (
                wie.id,
                _("{naam} ({rol})").format(naam=wie.naam, rol=rol_in_woorden(wie.rol)),
            )
            for wie in collegas
        )
    )


def dagveld(naam: str, label: str, ouder: QWidget, *, hint: str = "") -> Veld:
    """A day, typed."""
    return tekstveld(
        naam, label, ouder, hint=hint, nodig=True, voorbeeld=_("dag-maand-jaar"), lengte=20
    )


def dag_van(veld: Veld) -> date:
    """The day that was typed. Raises Invoerfout, also for none."""
    dag = lees_datum(veld.tekst, veld=veld.naam)
    if dag is None:
        raise Invoerfout(veld.naam, "Schrijf de dag op, zoals 31-05-2026.")
    return dag


def keuze_van(veld: Veld) -> str:
    """The id of the colleague that was chosen. Raises Invoerfout for none."""
    if not veld.tekst:
        raise Invoerfout(veld.naam, "Kies een collega.")
    return veld.tekst


def probeer_met(
    werkplek: Werkplek,
    velden: Sequence[Veld],
    gebaar: Callable[[], Any],
    weiger: Callable[[Domeinfout], None] | None = None,
) -> bool:
    """Runs a gesture; a sentence about a field stands beside that field. True when it was done.

    A missing reason belongs to the field `reden`; what belongs to no field goes to `weiger`.
    """
    per_naam: Mapping[str, Veld] = {veld.naam: veld for veld in velden}
    for veld in velden:
        veld.toon_fout("")
    gelukt = False

    def poging() -> None:
        nonlocal gelukt
        try:
            gebaar()
        except (Invoerfout, RedenNodig) as fout:
            naam = fout.veld if isinstance(fout, Invoerfout) else "reden"
            if naam not in per_naam:
                raise
            per_naam[naam].toon_fout(_(fout.zin).format(**fout.waarden))
            per_naam[naam].invoer.setFocus()
            return
        gelukt = True

    werkplek.probeer(poging, weiger)
    return gelukt


def links(*knoppen: QWidget) -> QHBoxLayout:
    """Buttons in a row, at the left."""
    rij = QHBoxLayout()
    rij.setSpacing(8)
    for los in knoppen:
        rij.addWidget(los)
    rij.addStretch()
    return rij
