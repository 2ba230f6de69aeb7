"""The calendar: drag, keys, forms, refusals, papers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import vobject
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from desktop.models.dossier import Dossier
from desktop.models.toets import Kandidaat
from desktop.models.toetsmiddelen import Sluiting, Toetsbegeleider
from desktop.models.toetssessie import Sessiestatus, Toetssessie
from desktop.store import toetsplanning
from desktop.store.fouten import SchijfVol
from desktop.store.store import Store
from desktop.store.toetsmiddelen import voeg_middel_toe, wijzig_middel
from desktop.views.toets.agenda import Agendascherm
from desktop.views.toets.agendabeeld import Weergave
from desktop.views.werkplek import Werkplek
from tests.pagina.papieren import Papier
from tests.pagina.toegankelijk import zonder_naam
from tests.pagina.toetsagenda import Agendapagina
from tests.pagina.waarom import gehoord
from tests.views.toets.agendavulling import Stad, bouw

MA, DI, WO, DO, VR = (date(2026, 11, 23 + n) for n in range(5))
K = Qt.Key


@pytest.fixture
def dorp(store: Store, maak_dossier: Callable[..., str]) -> Stad:
    return bouw(store, maak_dossier)


@pytest.fixture
def pagina(qtbot: QtBot, werkplek: Werkplek, dorp: Stad) -> Agendapagina:
    assert dorp.zaal
    scherm = Agendascherm(werkplek)
    qtbot.addWidget(scherm)
    scherm.resize(1366, 768)
    scherm.show()
    scherm.activateWindow()
    qtbot.waitUntil(scherm.isActiveWindow)
    scherm.vlak.setFocus()
    return Agendapagina(qtbot, scherm)


def _regels(lijst: QListWidget) -> int:
    """The height of all lines."""
    return sum(lijst.visualItemRect(lijst.item(n)).height() for n in range(lijst.count()))


def lees(store: Store, id_: str) -> Toetssessie:
    with store.lees() as sessie:
        return sessie.get_one(Toetssessie, id_)


def wanneer(store: Store, id_: str) -> tuple[date, str, str]:
    s = lees(store, id_)
    return s.datum, s.begin, s.einde


def test_a_candidate_is_dragged_to_a_sitting(pagina: Agendapagina, dorp: Stad) -> None:
    id_, wie = dorp.toets(DI), dorp.kandidaat("Yonas", "Tekle")
    dorp.kandidaat("Amina", "Diriye")
    assert sorted(pagina.wachtend) == ["Amina Diriye", "Yonas Tekle"]
    pagina.sleep_kandidaat("Yonas", id_)
    assert set(lees(dorp.store, id_).bezet) == {wie}
    assert pagina.wachtend == ["Amina Diriye"]
    assert pagina.dagregels == ["09:30 – 11:00, Zaal 1, Dirk Jansen, 1 van 6 plekken"]


@pytest.mark.parametrize("weergave", ["week", "maand"])
def test_the_lists_are_as_high_as_what_stands_in_them(
    qtbot: QtBot, pagina: Agendapagina, dorp: Stad, weergave: str
) -> None:
    een = dorp.toets(DI)
    dorp.toets(WO)
    dorp.toets(WO, ruimte=dorp.kamer, begeleider=dorp.els)
    dorp.kandidaat("Yonas", "Tekle")
    paneel = pagina.scherm.paneel
    pagina.scherm.kies_weergave(weergave)
    for dag, gekozen, aantal in ((DI, een, 1), (WO, None, 2)):
        pagina.scherm.kies(dag, gekozen)
        assert len(pagina.dagregels) == aantal
        for lijst in (paneel.sessies, paneel.mensen):
            qtbot.waitUntil(lambda lijst=lijst: lijst.viewport().height() == _regels(lijst))


def test_a_full_sitting_refuses_and_says_who_sits_there(pagina: Agendapagina, dorp: Stad) -> None:
    id_ = dorp.toets(DI, ruimte=dorp.kamer)
    toetsplanning.zet_in(dorp.store, dorp.kandidaat("Amina", "Diriye"), id_)
    dorp.kandidaat("Yonas", "Tekle")
    pagina.sleep_kandidaat("Yonas", id_)
    assert "is vol: 1 van de 1 plekken. Amina Diriye" in pagina.bel
    assert pagina.vlak.staat.in_de_weg == {id_}
    assert pagina.wachtend == ["Yonas Tekle"]
    pagina.scherm.vlak.setFocus()
    pagina.toets(K.Key_Escape)
    assert (pagina.bel, pagina.vlak.staat.in_de_weg) == ("", frozenset())


def test_a_sitting_is_dragged_to_another_time(pagina: Agendapagina, dorp: Stad) -> None:
    id_ = dorp.toets(DI)
    pagina.sleep(id_, DO, "13:00")
    assert wanneer(dorp.store, id_) == (DO, "13:00", "14:30")
    assert lees(dorp.store, id_).volgnummer == 1
    assert pagina.scherm.dag == DO


def test_a_drag_on_a_booking_moves_nothing_and_shows_it(pagina: Agendapagina, dorp: Stad) -> None:
    id_, weg = dorp.toets(DI), dorp.toets(DO, "13:00")
    pagina.sleep(id_, DO, "13:30")
    assert wanneer(dorp.store, id_) == (DI, "09:30", "11:00")
    assert "De ruimte Zaal 1, Gemeentehuis is al bezet op 26-11-2026 van 13:00" in pagina.bel
    assert pagina.vlak.staat.in_de_weg == {weg}


def test_the_day_has_a_column_for_each_room(pagina: Agendapagina, dorp: Stad) -> None:
    id_ = dorp.toets(DI)
    pagina.scherm.kies(DI, id_)
    pagina.klik(pagina.scherm.balk.keuzes[pagina.scherm.weergave.DAG])
    pagina.sleep(id_, DI, "10:00", dorp.kamer)
    assert wanneer(dorp.store, id_) == (DI, "10:00", "11:30")
    assert lees(dorp.store, id_).ruimte_id == dorp.kamer


def test_by_toetsbegeleider_a_drag_gives_it_to_another(pagina: Agendapagina, dorp: Stad) -> None:
    id_ = dorp.toets(DI)
    pagina.scherm.kies(DI, id_)
    pagina.scherm.kies_indeling("begeleider")
    pagina.sleep(id_, WO, "09:30", dorp.els)
    assert lees(dorp.store, id_).begeleider_id == dorp.els
    assert wanneer(dorp.store, id_) == (WO, "09:30", "11:00")


def test_in_the_month_a_drag_keeps_the_time(pagina: Agendapagina, dorp: Stad) -> None:
    id_, vol = dorp.toets(DI), dorp.toets(VR)
    pagina.klik(pagina.scherm.balk.keuzes[pagina.scherm.weergave.MAAND])
    pagina.sleep(id_, VR, "")
    assert wanneer(dorp.store, id_) == (DI, "09:30", "11:00")
    assert pagina.vlak.staat.in_de_weg == {vol}
    pagina.sleep(id_, DO, "")
    assert wanneer(dorp.store, id_) == (DO, "09:30", "11:00")


def test_a_day_with_more_than_fits_says_so_and_the_list_has_all(
    pagina: Agendapagina, dorp: Stad
) -> None:
    for tijd in ("08:00", "10:00", "12:00", "14:00"):
        dorp.toets(DI, tijd)
        dorp.toets(DI, tijd, ruimte=dorp.kamer, begeleider=dorp.els)
    pagina.klik(pagina.scherm.balk.keuzes[pagina.scherm.weergave.MAAND])
    pagina.scherm.kies(DI, None)
    ((dag, aantal, _rect),) = pagina.vlak.maat.meer
    assert dag == DI
    assert aantal + len(pagina.vlak.maat.blokken) == len(pagina.dagregels) == 8


def test_the_small_form_refuses_beside_its_field(pagina: Agendapagina, dorp: Stad) -> None:
    id_, weg = dorp.toets(DI), dorp.toets(DO, ruimte=dorp.kamer, begeleider=dorp.els)
    pagina.scherm.kies(DI, id_)
    pagina.toets(K.Key_M)
    form = pagina.scherm.verzet
    pagina.vul(form, datum="26-11-2026", begin="10:00", ruimte_id=dorp.kamer)
    pagina.klik(form.bewaar)
    assert "Kamer 2, Gemeentehuis is al bezet" in form.velden["ruimte_id"].fout.text()
    assert pagina.vlak.staat.in_de_weg == {weg}
    assert wanneer(dorp.store, id_) == (DI, "09:30", "11:00")


def test_all_by_keyboard(pagina: Agendapagina, dorp: Stad) -> None:
    id_, wie = dorp.toets(DI), dorp.kandidaat()
    pagina.toets(K.Key_Right)
    assert (pagina.scherm.dag, pagina.scherm.sessie_id) == (DI, id_)
    assert "dinsdag 24 november: 09:30 – 11:00" in pagina.vlak.accessibleDescription()
    pagina.toets(K.Key_P)
    assert "Kies eerst iemand" in pagina.bel
    pagina.tab_naar(pagina.scherm.paneel.mensen)
    pagina.toets(K.Key_Down, K.Key_Return)
    assert set(lees(dorp.store, id_).bezet) == {wie}
    pagina.tab_naar(pagina.vlak)
    pagina.toets(K.Key_M)
    pagina.vul(pagina.scherm.verzet, datum="26-11-2026", begin="13.15", ruimte_id=dorp.kamer)
    pagina.toets(K.Key_Return)
    assert wanneer(dorp.store, id_) == (DO, "13:15", "14:45")
    with pagina._bot.waitSignal(pagina.scherm.dag_gevraagd) as sein:
        pagina.toets(K.Key_Return, K.Key_Return)
    assert sein.args == [id_]


def test_a_person_without_a_chosen_sitting_is_asked_about(pagina: Agendapagina, dorp: Stad) -> None:
    dorp.kandidaat()
    pagina.scherm.paneel.mensen.setFocus()
    pagina.toets(K.Key_Down, K.Key_Return)
    assert pagina.bel == "Kies eerst een toets in de agenda."
    assert pagina.wachtend == ["Tesfay Gebremedhin"]


@pytest.mark.parametrize(
    ("wat", "veld", "zin"),
    [
        ({"datum": "20-11-2026"}, "datum", "Deze tijd is voorbij."),
        ({"einde": "9:00"}, "einde", "De eindtijd ligt voor de begintijd."),
        ({"datum": "25-12-2026"}, "datum", "Op 25-12-2026 is het Eerste kerstdag."),
        ({}, "begeleider_id", "geldt het certificaat tot en met 23-11-2026: op 24-11-2026 niet"),
        ({"begeleider_id": "dirk"}, "begeleider_id", "Dirk Jansen heeft al een toets op"),
    ],
)
def test_a_sitting_that_cannot_be_says_why_beside_its_field(
    pagina: Agendapagina, dorp: Stad, wat: dict[str, str], veld: str, zin: str
) -> None:
    dorp.toets(DI)
    if veld == "begeleider_id":
        wijzig_middel(dorp.store, Toetsbegeleider, dorp.els, certificaat_tot=MA)
    pagina.scherm.plannen.nieuw(DI, "09:30")
    form = pagina.scherm.formulier
    wat = {"begeleider_id": "els", "ruimte_id": dorp.kamer, **wat}
    wat["begeleider_id"] = getattr(dorp, wat["begeleider_id"])
    pagina.vul(form, **wat)
    pagina.klik(form.bewaar)
    assert zin in form.velden[veld].fout.text()
    assert pagina.scherm.zij.currentWidget() is form
    assert len(pagina.scherm.beeld.regels) == 1


def test_a_certificate_that_ends_next_week_is_said_and_the_sitting_stands(
    pagina: Agendapagina, dorp: Stad
) -> None:
    wijzig_middel(dorp.store, Toetsbegeleider, dorp.els, certificaat_tot=date(2026, 12, 1))
    pagina.scherm.plannen.nieuw(DI, "09:30")
    pagina.vul(pagina.scherm.formulier, begeleider_id=dorp.els)
    pagina.klik(pagina.scherm.formulier.bewaar)
    assert "Let op: voor Els Vos geldt het certificaat nog maar tot en met 01-12-2026" in pagina.bel
    assert len(pagina.dagregels) == 1


def test_a_new_sitting_takes_ninety_minutes_in_the_town_hall(
    pagina: Agendapagina, dorp: Stad
) -> None:
    pagina.toets(K.Key_Right, K.Key_N)
    form = pagina.scherm.formulier
    assert form.velden["ruimte_id"].tekst in (dorp.kamer, dorp.zaal)
    pagina.vul(form, begin="9.30", begeleider_id=dorp.els)
    assert form.velden["einde"].tekst == "11:00"
    pagina.klik(form.bewaar)
    assert [r.split(", ")[0] for r in pagina.dagregels] == ["09:30 – 11:00"]


def test_another_place_asks_why(pagina: Agendapagina, dorp: Stad) -> None:
    pagina.scherm.plannen.nieuw(DI, "09:30")
    form = pagina.scherm.formulier
    assert not form.velden["plaats_reden"].isVisible()
    pagina.vul(form, ruimte_id=dorp.wijk, begeleider_id=dorp.els)
    pagina.klik(form.bewaar)
    assert "Schrijf op waarom" in form.velden["plaats_reden"].fout.text()
    pagina.vul(form, plaats_reden="De lift is stuk")
    pagina.klik(form.bewaar)
    assert len(pagina.dagregels) == 1


@pytest.mark.parametrize(
    ("dag", "begin", "zin"),
    [("28-03-2027", "02:30", "bestaat 02:30 niet"), ("31-10-2027", "02:30", "twee keer voor")],
)
def test_the_nights_in_which_the_clock_changes(
    pagina: Agendapagina, dorp: Stad, dag: str, begin: str, zin: str
) -> None:
    pagina.scherm.plannen.nieuw(DI, "09:30")
    form = pagina.scherm.formulier
    pagina.vul(form, datum=dag, begin=begin, einde="05:00", begeleider_id=dorp.els)
    pagina.klik(form.bewaar)
    assert zin in form.velden["begin"].fout.text()
    assert pagina.scherm.zij.currentWidget() is form


def test_calling_off_asks_why_and_frees_the_candidates(pagina: Agendapagina, dorp: Stad) -> None:
    id_, wie = dorp.toets(DI), dorp.kandidaat()
    toetsplanning.zet_in(dorp.store, wie, id_)
    pagina.scherm.open(id_)
    pagina.klik(pagina.scherm.kaart.knop_af)
    pagina.klik(pagina.scherm.afzeg.bewaar)
    assert "waarom" in pagina.scherm.afzeg.velden["afzegreden"].fout.text()
    pagina._bot.keyClicks(pagina.scherm.afzeg.velden["afzegreden"].invoer, "Storing bij DUO")
    pagina.klik(pagina.scherm.afzeg.bewaar)
    assert lees(dorp.store, id_).status is Sessiestatus.AFGEZEGD
    assert pagina.wachtend == ["Tesfay Gebremedhin"]


def test_the_file_that_takes_it_out_of_calendars_is_had_later_too(
    qtbot: QtBot, pagina: Agendapagina, dorp: Stad, met_email: None, tmp_path: Path
) -> None:
    dorp.toets(WO)
    voorbij, id_ = dorp.toets(MA, "13:00"), dorp.toets(DI)
    uid = lees(dorp.store, id_).uid
    toetsplanning.verzet_sessie(dorp.store, id_, DO, "10:00")
    for weg in (voorbij, id_):
        toetsplanning.zeg_af(dorp.store, weg, "Storing bij DUO")
    assert pagina.scherm.beeld.regel(id_) is None
    pagina.klik(pagina.scherm.balk.knop_afgezegd)
    blad, papier = pagina.scherm.afgezegd, pagina.scherm.papier
    assert [blad.lijst.item(n).text().splitlines() for n in range(blad.lijst.count())] == [
        ["ma 23 november, 13:00 – 14:30", "Zaal 1, Dirk Jansen", "Storing bij DUO"],
        ["do 26 november, 10:00 – 11:30", "Zaal 1, Dirk Jansen", "Storing bij DUO"],
    ]
    pagina.toets(K.Key_Down, K.Key_Return)
    assert pagina.scherm.zij.currentWidget() is papier
    papier.map.veld.setText(str(tmp_path))
    pagina.klik(papier.bewaar)
    qtbot.waitUntil(lambda: papier.gemaakt is not None)
    assert papier.gemaakt is not None
    agenda = vobject.readOne(papier.gemaakt.read_text(encoding="utf-8"))
    assert agenda.method.value == "CANCEL"
    item = agenda.vevent
    assert (item.status.value, item.uid.value, item.sequence.value) == ("CANCELLED", uid, "2")


def test_without_anything_called_off_there_is_no_file(pagina: Agendapagina, dorp: Stad) -> None:
    dorp.toets(DI)
    pagina.klik(pagina.scherm.balk.knop_afgezegd)
    assert not pagina.scherm.afgezegd.bewaar.isEnabled()
    assert "geen toets afgezegd" in pagina.scherm.afgezegd.uitleg.text()
    pagina.toets(K.Key_Escape)
    assert pagina.scherm.zij.currentWidget() is pagina.scherm.paneel


@pytest.mark.parametrize("gebaar", ["slepen", "formulier", "afzeggen"])
def test_a_disk_that_is_full_is_said_and_nothing_breaks(
    pagina: Agendapagina,
    dorp: Stad,
    werkplek: Werkplek,
    monkeypatch: pytest.MonkeyPatch,
    gebaar: str,
) -> None:
    def vol(*_a: object, **_k: object) -> None:
        raise SchijfVol

    id_ = dorp.toets(DI)
    gezegd: list[str] = []
    werkplek.melding.connect(gezegd.append)
    for naam in ("verzet_sessie", "maak_sessie", "zeg_af"):
        monkeypatch.setattr(toetsplanning, naam, vol)
    plannen = pagina.scherm.plannen
    if gebaar == "slepen":
        plannen.sleep_sessie(id_, WO, "10:00", "")
    elif gebaar == "formulier":
        plannen.nieuw(WO, "09:30")
        plannen.bewaar_formulier()
    else:
        pagina.scherm.open(id_)
        plannen.toon_afzeg()
        pagina.scherm.afzeg.velden["afzegreden"].zet("storing")
        plannen.bewaar_afzeg()
        assert pagina.scherm.zij.currentWidget() is pagina.scherm.afzeg
    assert gezegd == [SchijfVol.STANDAARD]
    assert wanneer(dorp.store, id_) == (DI, "09:30", "11:00")


def test_holidays_and_closures_are_shown(pagina: Agendapagina, dorp: Stad) -> None:
    voeg_middel_toe(
        dorp.store, Sluiting, locatie_id=dorp.stadhuis, van=DI, tot=DI, reden="Verhuizing"
    )
    pagina.scherm.kies(DI, None)
    assert pagina.scherm.paneel.vrij.text() == "Gemeentehuis dicht: Verhuizing"
    pagina.scherm.kies(date(2026, 12, 25), None)
    assert pagina.scherm.paneel.vrij.text() == "Eerste kerstdag"
    assert pagina.scherm.beeld.vrij[date(2026, 12, 25)].heel


def test_the_week_on_paper_and_a_sitting_without_an_address(
    pagina: Agendapagina, dorp: Stad, tmp_path: Path
) -> None:
    id_ = dorp.toets(DI)
    papier = pagina.scherm.papier
    pagina.klik(pagina.scherm.balk.knop_druk)
    papier.map.veld.setText(str(tmp_path))
    pagina.klik(papier.bewaar)
    pagina._bot.waitUntil(lambda: papier.gemaakt is not None, timeout=20_000)
    assert papier.gemaakt is not None
    assert papier.gemaakt.name == "toetsen-2026-week-48.pdf"
    assert "week 48 van 2026" in Papier(papier.gemaakt.read_bytes()).tekst
    pagina.scherm.toon_agenda(id_)
    pagina.klik(papier.bewaar)
    pagina._bot.waitUntil(lambda: "e-mailadres" in papier.fout.text(), timeout=20_000)


def test_the_day_on_paper_for_when_the_laptop_is_not_there(
    pagina: Agendapagina, dorp: Stad, tmp_path: Path
) -> None:
    toetsplanning.zet_in(dorp.store, dorp.kandidaat("Yonas", "Tekle"), dorp.toets(DI))
    dorp.toets(WO)
    pagina.scherm.kies(DI, None)
    pagina.klik(pagina.scherm.balk.keuzes[Weergave.DAG])
    assert pagina.scherm.balk.knop_druk.text() == "Dag afdrukken"
    pagina.klik(pagina.scherm.balk.knop_druk)
    papier = pagina.scherm.papier
    papier.map.veld.setText(str(tmp_path))
    pagina.klik(papier.bewaar)
    pagina._bot.waitUntil(lambda: papier.gemaakt is not None, timeout=20_000)
    assert papier.gemaakt is not None
    assert papier.gemaakt.name == "toetsen-2026-11-24.pdf"
    tekst = Papier(papier.gemaakt.read_bytes()).tekst
    assert "Yonas Tekle" in tekst
    assert "Toetsbegeleider: Dirk Jansen. 1 van 6 plekken." in tekst


def test_a_sitting_for_a_calendar(
    pagina: Agendapagina, dorp: Stad, tmp_path: Path, met_email: None
) -> None:
    id_ = dorp.toets(DI)
    pagina.scherm.open(id_)
    pagina.klik(pagina.scherm.kaart.knop_agenda)
    papier = pagina.scherm.papier
    papier.map.veld.setText(str(tmp_path))
    pagina.klik(papier.bewaar)
    pagina._bot.waitUntil(lambda: papier.gemaakt is not None, timeout=20_000)
    assert papier.gemaakt is not None
    assert lees(dorp.store, id_).uid in papier.gemaakt.read_text("utf-8").replace("\n ", "")


def test_there_is_one_thing_to_do_next(pagina: Agendapagina, dorp: Stad) -> None:
    id_ = dorp.toets(DI)
    scherm = pagina.scherm

    def in_kleur() -> list[str]:
        knoppen = scherm.findChildren(QPushButton)
        return [k.text() for k in knoppen if k.isVisible() and k.property("soort") == "hoofd"]

    assert in_kleur() == ["Nieuwe toets"]
    scherm.open(id_)
    assert in_kleur() == ["Open de dag"]
    scherm.naar_paneel()
    assert in_kleur() == ["Nieuwe toets"]
    scherm.balk.knop_nieuw.click()
    assert in_kleur() == ["Plan de toets"]


def test_everything_has_a_name(pagina: Agendapagina, dorp: Stad) -> None:
    id_ = dorp.toets(DI)
    assert zonder_naam(pagina.scherm) == []
    pagina.scherm.open(id_)
    assert zonder_naam(pagina.scherm) == []
    pagina.scherm.plannen.nieuw(DI, "")
    assert zonder_naam(pagina.scherm) == []


def test_a_seat_after_the_plan_is_due_says_why_it_is_due_then(
    qtbot: QtBot, pagina: Agendapagina, dorp: Stad
) -> None:
    """Due on 14 November, a Saturday."""
    id_ = dorp.toets(DI)
    wie = dorp.kandidaat("Yonas", "Tekle")
    with dorp.store.work() as work:
        dossier = work.get(Dossier, work.get(Kandidaat, wie).dossier_id)
        dossier.datum_kennisgeving, dossier.datum_brp = date(2026, 9, 1), date(2026, 9, 5)
    pagina.sleep_kandidaat("Yonas", id_)
    assert "Het PIP van Yonas Tekle moet er op 14-11-2026 zijn." in pagina.bel
    (datum,) = pagina.scherm.bel.datums
    assert datum.isVisible()
    assert datum.height() >= datum.heightForWidth(datum.width()), "all of the sentence is in sight"
    tekst = gehoord(qtbot, datum)
    assert "05-09-2026" in tekst
    assert "Uiterste wettelijke dag: 16-11-2026" in tekst
    assert pagina.bel, "the answer goes, and what it is about stays"
