"""Where one comes from: the list, the dossier, the talk, the status line; and back again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.models.dossier import Dossier
from desktop.models.spoor import Inzagesoort, Raadpleging
from desktop.store import samen
from desktop.views.dossiers.dossierblad import Dossierblad
from desktop.views.dossiers.lijst import Dossierscherm
from desktop.views.dossiers.lijstmodel import Kolom
from desktop.views.intake.dubbelregel import Dubbelregel
from desktop.views.werkplek import Werkplek
from desktop.views.werkruimte import Werkruimte
from tests.pagina.conflicten import Conflictpagina
from tests.pagina.toegankelijk import niet_te_bereiken, zonder_naam
from tests.store.laptops import Laptop, wissel


@pytest.fixture
def dossier(anneke: Laptop, piet: Laptop) -> str:
    """Two fields of it changed by two people."""
    id_ = anneke.dossier()
    wissel(anneke, piet)
    anneke.zet(Dossier, id_, adres="azc Luttelgeest", dialect="Tigre")
    piet.zet(Dossier, id_, adres="Zuiderkade 3", dialect="Tigrinya")
    wissel(anneke, piet)
    return id_


@pytest.fixture
def ruimte(qtbot: QtBot, plek: Werkplek, dossier: str) -> Iterator[Werkruimte]:
    """The room with all screens."""
    ruimte = Werkruimte(plek)
    qtbot.addWidget(ruimte)
    ruimte.resize(1366, 768)
    ruimte.show()
    ruimte.activateWindow()
    qtbot.waitUntil(ruimte.isActiveWindow)
    yield ruimte
    ruimte.sluit()


def los_op(laptop: Laptop) -> None:
    for conflict in laptop.conflicten():
        samen.kies(laptop.store, conflict, conflict.versies[0])


# The list


def test_the_list_marks_a_dossier_with_something_to_choose(
    qtbot: QtBot, plek: Werkplek, anneke: Laptop, dossier: str
) -> None:
    anneke.dossier("Amina", "Abebe")
    scherm = Dossierscherm(plek)
    qtbot.addWidget(scherm)
    scherm.show()
    rol = Qt.ItemDataRole

    def bij(rij: int, wat: int) -> object:
        return scherm.model.index(rij, Kolom.NAAM).data(wat)

    assert bij(0, rol.DisplayRole) == "Amina Abebe"
    assert bij(0, rol.DecorationRole) is None
    assert bij(0, rol.ToolTipRole) is None
    assert isinstance(bij(1, rol.DecorationRole), QPixmap)
    assert bij(1, rol.ToolTipRole) == "2 verschillen: kies wat klopt"
    assert str(bij(1, rol.AccessibleTextRole)).endswith(", 2 verschillen: kies wat klopt")
    los_op(anneke)
    assert bij(1, rol.DecorationRole) is None
    assert "verschil" not in str(bij(1, rol.AccessibleTextRole))


# The dossier


def test_the_sheet_says_how_many_and_leads_there(
    qtbot: QtBot, plek: Werkplek, anneke: Laptop, dossier: str
) -> None:
    blad = Dossierblad(plek)
    qtbot.addWidget(blad)
    blad.open(dossier)
    blad.show()
    blad.activateWindow()
    qtbot.waitUntil(blad.isActiveWindow)
    assert blad.verschil.isVisible()
    assert blad.verschil.zin.text() == ("2 velden zijn door twee mensen veranderd. Kies wat klopt.")
    assert zonder_naam(blad.verschil) == []
    assert niet_te_bereiken(qtbot, blad, blad.knop_volgende) == []
    with qtbot.waitSignal(blad.kies_verschil) as signaal:
        qtbot.mouseClick(blad.verschil.knop, Qt.MouseButton.LeftButton)
    assert signaal.args == [dossier]
    los_op(anneke)
    assert not blad.verschil.isVisible()


def test_another_dossier_says_nothing(
    qtbot: QtBot, plek: Werkplek, anneke: Laptop, dossier: str
) -> None:
    blad = Dossierblad(plek)
    qtbot.addWidget(blad)
    blad.open(anneke.dossier("Amina", "Abebe"))
    blad.show()
    assert not blad.verschil.isVisible()


# The room


def test_from_the_dossier_and_back(qtbot: QtBot, ruimte: Werkruimte, dossier: str) -> None:
    ruimte.toon_dossier(dossier)
    qtbot.mouseClick(ruimte.blad.verschil.knop, Qt.MouseButton.LeftButton)
    assert ruimte.conflicten is not None
    pagina = Conflictpagina(qtbot, ruimte.conflicten)
    assert pagina.lijst == ["Dialect of variant", "Adres"] or pagina.lijst == [
        "Adres",
        "Dialect of variant",
    ]
    qtbot.waitUntil(lambda: pagina.kaarten[0].hasFocus())
    pagina.toets(Qt.Key.Key_1)
    pagina.toets(Qt.Key.Key_1)
    assert pagina.leeg
    pagina.toets(Qt.Key.Key_Return)
    assert ruimte.blad.isVisible()
    assert not ruimte.blad.verschil.isVisible()


def test_from_the_status_line_all_and_back_to_the_list(qtbot: QtBot, ruimte: Werkruimte) -> None:
    ruimte.statusregel.conflicten.emit()
    assert ruimte.conflicten is not None
    pagina = Conflictpagina(qtbot, ruimte.conflicten)
    assert pagina.lijst[0] == "Tesfay Gebremedhin"
    qtbot.waitUntil(lambda: pagina.kaarten[0].hasFocus())
    pagina.toets(Qt.Key.Key_Escape)
    assert ruimte.lijst.isVisible()


def test_what_was_seen_is_in_the_trail(
    qtbot: QtBot, ruimte: Werkruimte, anneke: Laptop, dossier: str
) -> None:
    ruimte.toon_conflicten(None)
    ruimte.kijker.leg_vast()
    with anneke.store.lees() as sessie:
        gezien = {(r.dossier_id, r.wat) for r in sessie.query(Raadpleging)}
    assert (dossier, Inzagesoort.DOSSIER) in gezien


def test_the_name_is_never_in_the_title(ruimte: Werkruimte) -> None:
    ruimte.toon_conflicten(None)
    assert "Tesfay" not in ruimte.window().windowTitle()


# The talk


def test_the_talk_says_quietly_that_a_colleague_answered_too(
    qtbot: QtBot, ruimte: Werkruimte, anneke: Laptop, piet: Laptop, dossier: str
) -> None:
    intake = anneke.intake(dossier)
    wissel(anneke, piet)
    anneke.antwoord(intake, "SP03", "soms")
    ruimte.toon_intake(intake)
    assert ruimte.intake is not None
    gesprek = ruimte.intake.gesprek
    gesprek.ga_naar("SP03")
    regel = ruimte.intake.findChild(Dubbelregel)
    assert regel is not None
    assert not regel.isVisible()
    piet.antwoord(intake, "SP03", "elke-dag")
    wissel(anneke, piet)
    assert regel.isVisible(), "as soon as it comes in"
    assert regel.zin.text() == "Een collega vulde dit ook in. Kies later wat klopt."
    gesprek.ga_naar("SP01")
    assert not regel.isVisible()
    gesprek.ga_naar("SP03")
    qtbot.mouseClick(regel.knop, Qt.MouseButton.LeftButton)
    assert ruimte.conflicten is not None
    assert ruimte.intake is None, "the client's window is closed meanwhile"
    pagina = Conflictpagina(qtbot, ruimte.conflicten)
    pagina.open("Vraag SP03: Hoe vaak hoor of spreek je Nederlands?")
    pagina.kies_van("Anneke de Boer")
    qtbot.mouseClick(pagina.scherm.knop_terug, Qt.MouseButton.LeftButton)
    assert ruimte.intake is not None
    assert ruimte.intake.gesprek.plek.vraag == "SP03", "back where the talk was"
    regel = ruimte.intake.findChild(Dubbelregel)
    assert regel is not None
    assert not regel.isVisible()
    assert anneke.opties(intake, "SP03") == ("soms",)


def test_answering_anew_ends_it_in_the_talk(
    qtbot: QtBot, ruimte: Werkruimte, anneke: Laptop, piet: Laptop, dossier: str
) -> None:
    intake = anneke.intake(dossier)
    wissel(anneke, piet)
    anneke.antwoord(intake, "SP03", "soms")
    piet.antwoord(intake, "SP03", "elke-dag")
    wissel(anneke, piet)
    ruimte.toon_intake(intake)
    assert ruimte.intake is not None
    ruimte.intake.gesprek.ga_naar("SP03")
    regel = ruimte.intake.findChild(Dubbelregel)
    assert regel is not None
    assert regel.isVisible()
    ruimte.intake.gesprek.raak("bijna-nooit", client=False)
    assert not regel.isVisible()
    wissel(anneke, piet)
    assert piet.opties(intake, "SP03") == ("bijna-nooit",)
    assert [c.entiteit for c in piet.conflicten()] == ["dossier", "dossier"]


def test_nothing_of_it_is_on_the_clients_screen(
    ruimte: Werkruimte, anneke: Laptop, piet: Laptop, dossier: str
) -> None:
    intake = anneke.intake(dossier)
    wissel(anneke, piet)
    anneke.antwoord(intake, "SP03", "soms")
    piet.antwoord(intake, "SP03", "elke-dag")
    wissel(anneke, piet)
    ruimte.toon_intake(intake)
    assert ruimte.intake is not None
    ruimte.intake.gesprek.ga_naar("SP03")
    ruimte.ramen.toon_client()
    assert ruimte.ramen.client is not None
    gezegd = " ".join(w.text() for w in ruimte.ramen.client.findChildren(QLabel))
    assert "collega" not in gezegd
    assert "Piet" not in gezegd
