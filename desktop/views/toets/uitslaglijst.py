"""The results of one dossier, to be read: the one that counts, and those before it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.models.formulier import datum_nederlands
from desktop.models.tijdzone import AMSTERDAM
from desktop.models.toetsuitslag import Toetsuitslag
from desktop.store.toetsen import Toetsdossier
from desktop.taal import _
from desktop.views.toets.dagwoorden import herkomst_in_woorden, resultaat_in_woorden
from desktop.views.toets.feiten import feiten
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import regel


def eerdere(toets: Toetsdossier, werkplek: Werkplek, ouder: QWidget) -> QWidget:
    """The result that counts, and those before it with the reason of each change."""
    if not toets.uitslagen:
        return regel(_("Er is nog geen uitslag."), "zacht", ouder)
    rijen = []
    for uitslag in toets.uitslagen:
        geldt = toets.geldend is not None and uitslag.id == toets.geldend.id
        rijen.append((_("Geldt nu") if geldt else _("Eerder"), _uitslagregel(uitslag, werkplek)))
    return feiten(rijen, ouder)


def _uitslagregel(u: Toetsuitslag, werkplek: Werkplek) -> str:
    naam = werkplek.collegas.get(u.door or "", "")
    delen = [
        _("{resultaat}, {score} van {nodig} nodig").format(
            resultaat=resultaat_in_woorden(u.resultaat),
            score=u.behaalde_score,
            nodig=u.benodigde_score,
        ),
        _("DUO: {dag}").format(dag=datum_nederlands(u.datum_afname)),
        _("{hoe}, {dag} {naam}")
        .format(
            hoe=herkomst_in_woorden(u.herkomst),
            dag=f"{u.op.astimezone(AMSTERDAM):%d-%m-%Y}",
            naam=naam,
        )
        .strip(),
    ]
    if u.reden:
        delen.append(_("Waarom anders: {reden}").format(reden=u.reden))
    return "\n".join(delen)
