"""What is typed in a plan goes with its client, also what is no sentence of the plan yet."""

from __future__ import annotations

import sqlalchemy as sa
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop.models.wijziging import Lokaal
from desktop.store import bewaren
from desktop.store.store import Store
from desktop.views.pip.scherm import Pipscherm
from desktop.views.werkplek import Werkplek
from tests.pagina.pip import Pippagina
from tests.pagina.toetskamer import druk
from tests.views.pip.bouw import maak_plan

GROND = "De bewaartermijn van 5 jaar is voorbij."


def bewaard(store: Store) -> dict[str, str]:
    with store.lees() as sessie:
        return {rij.sleutel: rij.waarde for rij in sessie.scalars(sa.select(Lokaal))}


def test_a_half_typed_sentence_is_not_left_on_the_laptop(
    qtbot: QtBot, store: Store, werkplek: Werkplek
) -> None:
    dossier_id, pip_id = maak_plan(store, antwoorden=12)
    pagina = Pippagina(qtbot, Pipscherm(werkplek, dossier_id))
    druk(qtbot, pagina.kaart("doel").erbij)
    assert isinstance(pagina.focus, QPlainTextEdit)
    qtbot.keyClicks(pagina.focus, "Qwortelzz wil")
    qtbot.waitUntil(lambda: any("Qwortelzz" in w for w in bewaard(store).values()))
    with store.lees() as sessie:
        geschreven = sessie.scalars(
            sa.text("SELECT 1 FROM wijziging WHERE waarde LIKE '%Qwortelzz%'")
        ).all()
    assert geschreven == [], "it is no sentence of the plan yet"
    with qtbot.waitSignal(pagina.scherm.terug):
        bewaren.wis_hier(store, [dossier_id], [], GROND)
    over = bewaard(store)
    assert not any("Qwortelzz" in waarde for waarde in over.values())
    assert not any(pip_id in sleutel for sleutel in over)
