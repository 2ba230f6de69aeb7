"""The day screen: every touch is on disk at once, and the clock is counted from what is kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.models.toetsdelen import Incidentsoort, Observatiesoort
from desktop.models.toetssessie import Sessiestatus, Toetssessie
from desktop.models.toetsstatus import Aanwezig, Afbreekreden, Toetsstatus
from desktop.store import toetsplanning
from desktop.store.store import Store
from desktop.views.toets.dagscherm import Dagscherm
from desktop.views.werkplek import Werkplek
from tests.conftest import Klok
from tests.pagina.toegankelijk import niet_te_bereiken, zonder_naam
from tests.pagina.toetsdag import Dagpagina
from tests.views.toets.tafel import Tafel, zet_tafel

Maak = Callable[..., Dagpagina]
VIJFTIEN_MM = 57  # at 96 dots an inch, rounded up


@pytest.fixture
def tafel(store: Store) -> Tafel:
    return zet_tafel(store)


@pytest.fixture
def dag(qtbot: QtBot, werkplek: Werkplek, tafel: Tafel) -> Maak:
    def maak(breed: int = 1366, hoog: int = 768) -> Dagpagina:
        scherm = Dagscherm(werkplek, tafel.sessie)
        qtbot.addWidget(scherm)
        scherm.resize(breed, hoog)
        scherm.show()
        scherm.activateWindow()
        qtbot.waitUntil(scherm.isActiveWindow)
        return Dagpagina(qtbot, scherm)

    return maak


def test_all_six_are_on_the_screen_by_name(dag: Maak) -> None:
    pagina = dag()
    assert list(pagina.tegels) == [
        "Layla Al-Hassan",
        "Tesfay Gebremedhin",
        "Ali Reza Hosseini",
        "Oleksandr Kovalenko",
        "Fatima Warsame",
        "Meryem Yıldız",
    ]
    assert set(pagina.tegels.values()) == {("Nog niet gezien", "")}


@pytest.mark.parametrize("maat", [(1366, 768), (1024, 600), (683, 384)])
def test_every_target_takes_a_finger(dag: Maak, tafel: Tafel, maat: tuple[int, int]) -> None:
    pagina = dag(*maat)
    for blad in ("Aankomst", "Onderweg", "Wat ik zag"):
        pagina.blad(blad)
        klein = {n: m for n, m in pagina.knopmaten.items() if min(m) < VIJFTIEN_MM}
        assert klein == {}


def test_on_a_small_screen_a_touch_brings_the_pane_in_sight(dag: Maak, tafel: Tafel) -> None:
    pagina = dag(683, 384)
    tegel = pagina.scherm.tegels[tafel.kandidaten[1]]
    rol = pagina.scherm._rol
    assert tegel.visibleRegion().boundingRect().height() == tegel.height()
    pagina.raak(tegel)
    klok = pagina.paneel.klok.klok
    assert klok.visibleRegion().boundingRect().height() == klok.height()
    assert rol.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize(
    ("woord", "hoe", "status"),
    [
        ("Aanwezig", Aanwezig.AANWEZIG, Toetsstatus.GEPLAND),
        ("Te laat", Aanwezig.TE_LAAT, Toetsstatus.GEPLAND),
        ("Afwezig, afgemeld", Aanwezig.MET_AFMELDING, Toetsstatus.VERHINDERD_MET),
        ("Afwezig, niet afgemeld", Aanwezig.ZONDER_AFMELDING, Toetsstatus.VERHINDERD_ZONDER),
    ],
)
def test_who_is_here_is_kept_at_the_touch(
    dag: Maak, tafel: Tafel, woord: str, hoe: Aanwezig, status: Toetsstatus
) -> None:
    pagina = dag()
    pagina.open(tafel.kandidaten[0])
    pagina.tik_op(woord)
    k = tafel.kandidaat()
    assert (k.aanwezigheid, k.status) == (hoe, status)
    assert pagina.tegels["Tesfay Gebremedhin"][0] == woord


def test_a_wrong_touch_is_put_right_by_another(dag: Maak, tafel: Tafel) -> None:
    pagina = dag()
    pagina.open(tafel.kandidaten[0])
    pagina.tik_op("Afwezig, niet afgemeld", "Te laat")
    k = tafel.kandidaat()
    assert (k.aanwezigheid, k.status) == (Aanwezig.TE_LAAT, Toetsstatus.GEPLAND)


def test_what_is_done_before_the_start_is_kept(dag: Maak, tafel: Tafel) -> None:
    pagina = dag()
    paneel = pagina.open(tafel.kandidaten[0])
    assert paneel.aankomst.taal.currentText() == "Tigrinya"
    pagina.tik_op("Identiteit gezien", "Uitleg begrepen", "Geoefend met de muis")
    pagina.kies_taal("Arabisch")
    k = tafel.kandidaat()
    assert (k.identiteit_gezien, k.uitleg_begrepen, k.muisoefening) == (True, True, True)
    assert (k.koptelefoon, k.uitlegtaal, k.audio, k.bril) == (False, "ar", True, True)
    pagina.tik_op("Koptelefoon op", "Uitleg begrepen")
    k = tafel.kandidaat()
    assert (k.koptelefoon, k.uitleg_begrepen) == (True, False)


def test_no_start_before_the_identity_is_seen(dag: Maak, tafel: Tafel) -> None:
    pagina = dag()
    pagina.open(tafel.kandidaten[0])
    pagina.tik_op("Start")
    assert tafel.kandidaat().begonnen_op is None
    assert "Kijk eerst naar het identiteitsbewijs en zet het vinkje." in pagina.teksten
    pagina.tik_op("Identiteit gezien", "Start")
    assert tafel.kandidaat().begonnen_op is not None
    assert tafel.kandidaat().aanwezigheid is Aanwezig.AANWEZIG
    assert not pagina.paneel.zin.isVisible()


def test_start_pause_go_on_and_stop_count_only_the_work(
    dag: Maak, tafel: Tafel, klok: Klok
) -> None:
    pagina = dag()
    pagina.open(tafel.kandidaten[0])
    assert pagina.kan == ["Start"]
    pagina.tik_op("Identiteit gezien", "Start")
    assert pagina.kan == ["Pauze", "Stop"]
    klok.nu += timedelta(minutes=20)
    pagina.tik_op("Pauze")
    assert pagina.kan == ["Ga verder", "Stop"]
    klok.nu += timedelta(minutes=5)
    pagina.tik_op("Ga verder")
    klok.nu += timedelta(minutes=50)
    pagina.tik_op("Stop")
    assert pagina.tegels["Tesfay Gebremedhin"] == ("✓ Klaar", "1:10:00")
    assert pagina.kan == ["Ga verder"]
    assert tafel.kandidaat().status is Toetsstatus.AFGENOMEN


def test_the_clock_runs_on_the_screen_without_a_touch(
    qtbot: QtBot, dag: Maak, tafel: Tafel, klok: Klok
) -> None:
    pagina = dag()
    pagina.open(tafel.kandidaten[0])
    pagina.tik_op("Identiteit gezien", "Start")
    klok.nu += timedelta(minutes=3)
    qtbot.waitUntil(lambda: pagina.paneel.klok.klok.text() == "03:00")
    assert pagina.tegels["Tesfay Gebremedhin"][1] == "03:00"


def test_a_screen_made_anew_shows_the_same_clock_and_the_same_candidate(
    dag: Maak, tafel: Tafel, klok: Klok
) -> None:
    pagina = dag()
    pagina.open(tafel.kandidaten[2])
    pagina.tik_op("Identiteit gezien", "Start")
    pagina.blad("Onderweg")
    pagina.scherm.close()
    klok.nu += timedelta(minutes=41)
    weer = dag()
    assert weer.tegels["Oleksandr Kovalenko"] == ("Bezig", "41:00")
    assert weer.scherm.gekozen == tafel.kandidaten[2]
    assert weer.paneel.onderweg.isVisible()


def test_stopped_by_mistake_goes_on_and_the_gap_is_a_break(
    dag: Maak, tafel: Tafel, klok: Klok
) -> None:
    pagina = dag()
    pagina.open(tafel.kandidaten[0])
    pagina.tik_op("Identiteit gezien", "Start")
    klok.nu += timedelta(minutes=10)
    pagina.tik_op("Stop")
    klok.nu += timedelta(minutes=2)
    pagina.tik_op("Ga verder")
    klok.nu += timedelta(minutes=10)
    pagina.scherm._seconde()
    assert pagina.tegels["Tesfay Gebremedhin"] == ("Bezig", "20:00")


def test_an_incident_is_one_touch_with_its_time_and_a_word_later(
    dag: Maak, tafel: Tafel, klok: Klok
) -> None:
    pagina = dag()
    paneel = pagina.open(tafel.kandidaten[0])
    pagina.tik_op("Identiteit gezien", "Start")
    pagina.blad("Onderweg")
    pagina.tik_op("Meld nu: technisch")
    (incident,) = tafel.kandidaat().incidenten
    assert (incident.soort, incident.notitie) == (Incidentsoort.TECHNISCH, "")
    assert abs(incident.op - klok.nu) < timedelta(seconds=1)
    assert "10:00  Technisch" in pagina.teksten
    (veld,) = [
        v for v in paneel.onderweg.findChildren(QWidget) if v.accessibleName().startswith("Wat geb")
    ]
    pagina.schrijf(veld, "Geluid weg")
    pagina.blad("Aankomst")
    (incident,) = tafel.kandidaat().incidenten
    assert incident.notitie == "Geluid weg"


def test_broken_off_with_a_reason_and_taken_back(dag: Maak, tafel: Tafel) -> None:
    pagina = dag()
    pagina.open(tafel.kandidaten[0])
    pagina.blad("Onderweg")
    assert not pagina.paneel.onderweg.breek[Afbreekreden.ZIEK].isEnabled()
    pagina.tik_op("Aankomst", "Identiteit gezien", "Start", "Onderweg", "Breek af: ziek")
    k = tafel.kandidaat()
    assert (k.status, k.afgebroken_reden) == (Toetsstatus.AFGEBROKEN, Afbreekreden.ZIEK)
    assert pagina.tegels["Tesfay Gebremedhin"][0] == "Afgebroken"
    pagina.tik_op("Ga verder")
    k = tafel.kandidaat()
    assert (k.loopt, k.afgebroken_reden) == (True, None)


def test_who_is_here_and_never_began_is_closed_and_taken_back(dag: Maak, tafel: Tafel) -> None:
    pagina = dag()
    pagina.open(tafel.kandidaten[0])
    pagina.tik_op("Te laat", "Onderweg", "Breek af: stress")
    k = tafel.kandidaat()
    assert (k.status, k.begonnen_op) == (Toetsstatus.AFGEBROKEN, None)
    assert pagina.tegels["Tesfay Gebremedhin"] == ("Afgebroken", "")
    assert pagina.kan == ["Ga verder"]
    pagina.tik_op("Ga verder")
    assert (tafel.kandidaat().status, pagina.kan) == (Toetsstatus.GEPLAND, ["Start"])


def test_a_wrong_incident_is_taken_back_until_the_sitting_is_closed(
    qtbot: QtBot, dag: Maak, tafel: Tafel
) -> None:
    pagina = dag()
    for id_ in tafel.kandidaten[1:]:
        pagina.open(id_)
        pagina.tik_op("Afwezig, afgemeld")
    onderweg = pagina.open(tafel.kandidaten[0]).onderweg
    pagina.tik_op("Identiteit gezien", "Start", "Onderweg")
    pagina.tik_op("Meld nu: technisch", "Meld nu: ziek", "Meld nu: stress")
    pagina.tik_op("Neem terug: technisch om 10:00", "Neem terug: ziek om 10:00")
    # The second touch came at once: it was a bounce on the row that moved up.
    assert len(tafel.kandidaat().incidenten) == 2
    qtbot.waitUntil(lambda: not onderweg._rust.isActive())
    pagina.tik_op("Neem terug: ziek om 10:00")
    assert [i.soort for i in tafel.kandidaat().incidenten] == [Incidentsoort.STRESS]
    assert "10:00  Ziek" not in pagina.teksten
    pagina.tik_op("Stop", "Sluit deze toets")
    assert "Neem terug: stress om 10:00" not in pagina.knoppen
    assert "10:00  Stress" in pagina.teksten


def test_what_was_seen_is_kept_and_a_diagnosis_gets_a_hint(dag: Maak, tafel: Tafel) -> None:
    pagina = dag()
    paneel = pagina.open(tafel.kandidaten[0])
    pagina.blad("Wat ik zag")
    veld = paneel.gezien.velden[Observatiesoort.CONCENTRATIE]
    hint = paneel.gezien.hints[Observatiesoort.CONCENTRATIE]
    pagina.schrijf(veld, "Keek vaak op")
    assert not hint.isVisible()
    pagina.schrijf(veld, ", heeft adhd")
    assert hint.isVisible()
    assert "adhd" in hint.text()
    pagina.open(tafel.kandidaten[1])
    (gezien,) = tafel.kandidaat().observaties
    assert (gezien.soort, gezien.tekst) == (
        Observatiesoort.CONCENTRATIE,
        "Keek vaak op, heeft adhd",  # a hint refuses nothing
    )


def test_keeping_takes_no_space_from_under_the_hands(dag: Maak, tafel: Tafel) -> None:
    pagina = dag()
    paneel = pagina.open(tafel.kandidaten[0])
    pagina.blad("Wat ik zag")
    veld = paneel.gezien.velden[Observatiesoort.CONCENTRATIE]
    pagina.schrijf(veld, "Keek ")
    veld.klaar.emit()  # as after two seconds of rest
    assert [o.tekst for o in tafel.kandidaat().observaties] == ["Keek"]
    pagina.schrijf(veld, "op")
    assert veld.toPlainText() == "Keek op"


def test_what_one_candidate_did_never_shows_at_another(dag: Maak, tafel: Tafel) -> None:
    pagina = dag()
    paneel = pagina.open(tafel.kandidaten[0])
    pagina.blad("Wat ik zag")
    pagina.schrijf(paneel.gezien.velden[Observatiesoort.BEGRIP], "Snel")
    ander = pagina.open(tafel.kandidaten[1])
    assert ander.gezien.velden[Observatiesoort.BEGRIP].toPlainText() == ""
    assert tafel.kandidaat(1).observaties == []


def test_no_picture_of_the_test_can_be_put_in(dag: Maak, tafel: Tafel) -> None:
    pagina = dag()
    paneel = pagina.open(tafel.kandidaten[0])
    pagina.blad("Wat ik zag")
    veld = paneel.gezien.velden[Observatiesoort.HANDEN]
    plaatje = QMimeData()
    plaatje.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    assert not veld.canInsertFromMimeData(plaatje)
    veld.insertFromMimeData(plaatje)
    assert veld.toPlainText() == ""


def test_closing_says_who_is_still_open_and_then_closes(
    dag: Maak, tafel: Tafel, store: Store
) -> None:
    pagina = dag()
    pagina.tik_op("Sluit deze toets")
    assert "Vul eerst bij iedereen in wie er was." in pagina.teksten
    for id_ in tafel.kandidaten[1:]:
        pagina.open(id_)
        pagina.tik_op("Afwezig, afgemeld")
    pagina.open(tafel.kandidaten[0])
    pagina.tik_op("Identiteit gezien", "Start", "Sluit deze toets")
    assert "Er is nog iemand bezig. Stop eerst elke toets." in pagina.teksten
    pagina.tik_op("Stop", "Sluit deze toets")
    with store.lees() as sessie:
        assert sessie.get_one(Toetssessie, tafel.sessie).status is Sessiestatus.AFGELOPEN
    assert "Sluit deze toets" not in pagina.knoppen
    assert pagina.kan == []


def test_a_closed_sitting_shows_no_button_that_does_nothing(dag: Maak, tafel: Tafel) -> None:
    tafel.neem_af()
    for n, hoe in ((1, Aanwezig.TE_LAAT), (2, Aanwezig.MET_AFMELDING)):
        tafel.doe(lambda k, _nu, hoe=hoe: k.meld_aanwezigheid(hoe), n)
    tafel.doe(lambda k, nu: k.breek_af(Afbreekreden.ZIEK, nu), 1)
    for n in (3, 4, 5):
        tafel.doe(lambda k, _nu: k.meld_aanwezigheid(Aanwezig.ZONDER_AFMELDING), n)
    pagina = dag()
    pagina.tik_op("Sluit deze toets")
    klok = ["Start", "Pauze", "Ga verder", "Stop"]
    for n in range(3):
        pagina.open(tafel.kandidaten[n])
        assert not set(klok) & set(pagina.knoppen)
        pagina.blad("Onderweg")
        assert not any(naam.startswith("Meld nu") for naam in pagina.knoppen)
        breek = [naam for naam in pagina.knoppen if naam.startswith("Breek af")]
        # Who took it can still be found not to have finished; who broke off shows why.
        assert (
            breek
            == {
                0: ["Breek af: technisch", "Breek af: ziek", "Breek af: stress"],
                1: ["Breek af: ziek"],
                2: [],
            }[n]
        )
        pagina.blad("Aankomst")
    # Absent is absent now; only with or without notice can be put right.
    aanwezig = pagina.paneel.aankomst.aanwezig
    assert [hoe for hoe, deel in aanwezig.items() if deel.isEnabled()] == [
        Aanwezig.MET_AFMELDING,
        Aanwezig.ZONDER_AFMELDING,
    ]


def test_of_who_did_not_come_a_closed_sitting_asks_nothing(dag: Maak, tafel: Tafel) -> None:
    tafel.neem_af()
    for n in (1, 2, 3, 4, 5):
        tafel.doe(lambda k, _nu: k.meld_aanwezigheid(Aanwezig.MET_AFMELDING), n)
    tafel.doe(lambda k, _nu: k.noteer(Observatiesoort.CONCENTRATIE, "Ging weer naar huis."), 2)
    pagina = dag()
    pagina.open(tafel.kandidaten[1])
    assert "Identiteit gezien" in pagina.knoppen, "who was late may still come"
    pagina.tik_op("Sluit deze toets")

    def gevraagd(n: int) -> tuple[bool, bool]:
        pagina.open(tafel.kandidaten[n])
        pagina.blad("Aankomst")
        vooraf = "Identiteit gezien" in pagina.knoppen
        pagina.blad("Wat ik zag")
        return vooraf, any(veld.isVisible() for veld in pagina.paneel.gezien.velden.values())

    assert gevraagd(1) == (False, False)
    assert "Deze cliënt was er niet." in pagina.teksten
    assert gevraagd(2) == (False, True), "what was written stays in sight"
    assert gevraagd(0) == (True, True)


def test_what_another_laptop_did_shows_at_once(dag: Maak, tafel: Tafel) -> None:
    pagina = dag()
    tafel.doe(lambda k, _nu: k.meld_aanwezigheid(Aanwezig.TE_LAAT), 3)
    assert pagina.tegels["Fatima Warsame"][0] == "Te laat"
    toetsplanning.haal_uit(tafel.store, tafel.kandidaten[5])
    assert "Meryem Yıldız" not in pagina.tegels


def test_escape_goes_back_and_stops_no_clock(qtbot: QtBot, dag: Maak, tafel: Tafel) -> None:
    pagina = dag()
    pagina.open(tafel.kandidaten[0])
    pagina.tik_op("Identiteit gezien", "Start")
    with qtbot.waitSignal(pagina.scherm.terug):
        qtbot.keyClick(pagina.scherm.knop_terug, Qt.Key.Key_Escape)
    assert tafel.kandidaat().loopt


def test_everything_has_a_name_and_is_reached_by_keyboard(qtbot: QtBot, dag: Maak) -> None:
    pagina = dag()
    assert zonder_naam(pagina.scherm) == []
    for blad in ("Aankomst", "Onderweg", "Wat ik zag"):
        pagina.blad(blad)
        assert niet_te_bereiken(qtbot, pagina.scherm, pagina.scherm.knop_terug) == []
