"""The whole way of one client, in one window: plan, invite, sitting, result, dossier."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import vobject
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.models.toetsstatus import Toetsstatus
from desktop.store.store import Store
from desktop.store.toetsen import toetsdossier
from desktop.store.toetsmiddelen import beleid
from desktop.views.toets.agenda import Agendascherm
from desktop.views.toets.dagscherm import Dagscherm
from desktop.views.toets.teplannen import Teplannenscherm
from desktop.views.toets.toetsscherm import Tabblad, Toetsscherm
from desktop.views.toets.uitslag import Uitslagscherm
from desktop.views.werkplek import Werkplek
from desktop.views.werkruimte import Werkruimte
from tests.conftest import Klok
from tests.pagina.toetsagenda import Agendapagina
from tests.pagina.toetsdag import Dagpagina, Toetskaartpagina, Uitslagpagina
from tests.pagina.toetskamer import Planpagina, druk, toon
from tests.views.toets.stad import MORGEN, Stad

WIE = "Amina Haddad"
S = Toetsstatus


def zichtbaar(ruimte: QWidget, soort: type[QWidget]) -> QWidget:
    (deel,) = (d for d in ruimte.findChildren(soort) if d.isVisible())
    return deel


def test_plan_invite_sitting_result_dossier(
    qtbot: QtBot, werkplek: Werkplek, store: Store, klok: Klok, stad: Stad, met_email: None,
    tmp_path: Path,
) -> None:  # fmt: skip
    dossier = stad.client("Amina", "Haddad", leestaal="ar", spreektaal="ar")
    ruimte = Werkruimte(werkplek)
    toon(qtbot, ruimte)

    # A sitting in the calendar, with the keyboard.
    druk(qtbot, ruimte.lijst.knop_toetsen)
    kamer = zichtbaar(ruimte, Toetsscherm)
    assert isinstance(kamer, Toetsscherm)
    druk(qtbot, kamer.tabs[Tabblad.AGENDA])
    scherm = kamer.huidig
    assert isinstance(scherm, Agendascherm)
    agenda = Agendapagina(qtbot, scherm)
    scherm.vlak.setFocus()
    agenda.toets(Qt.Key.Key_Right, Qt.Key.Key_N)
    agenda.vul(scherm.formulier, begin="9.30")
    agenda.klik(scherm.formulier.bewaar)
    assert [regel.split(", ")[0] for regel in agenda.dagregels] == ["09:30 – 11:00"]

    # Registered, and a place by the proposal.
    druk(qtbot, kamer.tabs[Tabblad.TE_PLANNEN])
    lijst = kamer.huidig
    assert isinstance(lijst, Teplannenscherm)
    plannen = Planpagina(qtbot, lijst)
    plannen.open(WIE)
    plannen.druk(lijst.aanmelding.bewaar)
    plannen.typ_nummer(WIE, "LB26 0417")
    plannen.vink(WIE)
    plannen.zoek()
    assert list(plannen.plan) == [WIE]
    plannen.neem()
    assert plannen.namen == []

    # Letter and calendar file.
    plannen.uitnodigen()
    plannen.map(tmp_path)
    plannen.maak()
    (brief,), (bestand,) = tmp_path.glob("*.pdf"), tmp_path.glob("*.ics")
    assert WIE in PdfReader(brief).pages[0].extract_text()
    item = vobject.readOne(bestand.read_text(encoding="utf-8")).vevent
    assert item.dtstart.value.astimezone(UTC) == datetime(2026, 11, 24, 8, 30, tzinfo=UTC)

    # The day at the table.
    klok.nu = datetime(2026, 11, 24, 8, 25, tzinfo=UTC)
    druk(qtbot, kamer.tabs[Tabblad.AGENDA])
    agenda.toets(Qt.Key.Key_Return, Qt.Key.Key_Return)
    tafel = kamer.huidig
    assert isinstance(tafel, Dagscherm)
    dag = Dagpagina(qtbot, tafel)
    dag.tik_op("Aanwezig", "Identiteit gezien", "Uitleg begrepen", "Start")
    klok.nu += timedelta(minutes=30)
    dag.tik_op("Onderweg", "Meld nu: technisch", "Pauze")
    klok.nu += timedelta(minutes=5)
    dag.tik_op("Ga verder")
    klok.nu += timedelta(minutes=40)
    dag.tik_op("Stop", "Sluit deze toets")
    assert dag.tegels == {WIE: ("✓ Klaar", "1:10:00")}
    druk(qtbot, tafel.knop_terug)

    # What DUO says, into the dossier.
    klok.nu = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)
    druk(qtbot, kamer.knop_terug)
    ruimte.lijst.zoekveld.setText(WIE)
    qtbot.waitUntil(lambda: ruimte.lijst.model.rowCount() == 1)
    qtbot.keyClick(ruimte.lijst.zoekveld, Qt.Key.Key_Return)
    qtbot.waitUntil(ruimte.blad.isVisible)
    kaart = Toetskaartpagina(qtbot, ruimte.blad.kaarten.toets)
    kaart.druk("Vul de uitslag in")
    invoer = zichtbaar(ruimte, Uitslagscherm)
    assert isinstance(invoer, Uitslagscherm)
    uitslag = Uitslagpagina(qtbot, invoer)
    uitslag.vul("B1-route haalbaar", "33,00", "28,00", "26-11-2026")
    uitslag.druk("Kijk na")
    assert uitslag.vraagt_na
    uitslag.druk("Klopt, leg vast")
    qtbot.waitUntil(ruimte.blad.isVisible)
    assert "B1-route haalbaar" in kaart.teksten
    assert [stap.split(",")[0] for stap in kaart.verloop] == [
        "Aangemeld", "Gepland", "Uitgenodigd", "Afgenomen", "Uitslag bekend",
    ]  # fmt: skip
    with store.lees() as sessie:
        toets = toetsdossier(sessie, dossier, beleid())
    assert toets.geldend is not None
    assert (toets.geldend.behaalde_score, toets.geldend.datum_afname.day) == ("33,00", 26)
    (k,) = toets.kandidaten
    assert (k.datum, k.status) == (MORGEN, S.UITSLAG)
    ruimte.sluit()
