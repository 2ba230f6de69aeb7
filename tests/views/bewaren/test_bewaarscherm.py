"""Keeping and erasing: the list, the one decision, and what became of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.models.bewaren import Anker, Onderdeel
from desktop.models.dossier import Dossier, Rol
from desktop.models.intake import BredeIntake
from desktop.models.toetsuitslag import Herkomst, Resultaat, Uitslaggegevens
from desktop.models.verzoek import Verzoek, Verzoeksoort
from desktop.store import bewaren, toetsuitslagen
from desktop.store.bestanden import KOPIEEN
from desktop.store.store import Store
from desktop.sync.fouten import GeenNetwerk
from desktop.views.bewaren.scherm import Bewaarscherm
from desktop.views.werkplek import Werkplek
from tests.conftest import Klok
from tests.pagina.synchronisatie import koppel
from tests.pagina.toegankelijk import gesproken_naam, niet_te_bereiken, zonder_naam
from tests.views.toets.tafel import zet_tafel

Toon = Callable[[], Bewaarscherm]


@pytest.fixture
def oud(store: Store, klok: Klok, maak_dossier: Callable[..., str]) -> list[str]:
    """Two dossiers of long ago, and one of today."""
    ids = [maak_dossier("Amina", "Haddad"), maak_dossier("Yonas", "Tekle")]
    klok.nu = datetime(2031, 11, 24, 9, 0, tzinfo=UTC)
    maak_dossier("Salma", "Nouri")
    return ids


@pytest.fixture
def toon(qtbot: QtBot, werkplek: Werkplek) -> Toon:
    """Shows the sheet, and waits until it has read."""

    def doe() -> Bewaarscherm:
        scherm = Bewaarscherm(werkplek)
        qtbot.addWidget(scherm)
        scherm.resize(1366, 1100)
        scherm.show()
        scherm.activateWindow()
        qtbot.waitUntil(lambda: "kijken" not in scherm.stand.text())
        qtbot.waitUntil(scherm.isActiveWindow)
        return scherm

    return doe


def namen(store: Store) -> list[str]:
    with store.lees() as sessie:
        return list(sessie.scalars(sa.select(Dossier.voornamen).order_by(Dossier.voornamen)))


def kies(qtbot: QtBot, scherm: Bewaarscherm, *rijen: int) -> None:
    """Goes over the lines with the keyboard, and chooses these with Space."""
    scherm.tabel.setFocus(Qt.FocusReason.TabFocusReason)
    for rij in rijen:
        scherm.tabel.selectRow(rij)
        qtbot.keyClick(scherm.tabel, Qt.Key.Key_Space)


def wis(qtbot: QtBot, scherm: Bewaarscherm, aantal: str) -> None:
    qtbot.keyClicks(scherm.besluit.aantal, aantal)
    qtbot.mouseClick(scherm.besluit.wis, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not scherm.besluit.bezig)


def test_the_list_names_what_may_go_and_why(oud: list[str], toon: Toon) -> None:
    scherm = toon()
    assert scherm.stand.text() == "Van 2 regels is de termijn voorbij."
    assert {r.naam for r in scherm.model.regels} == {"Amina Haddad", "Yonas Tekle"}
    tekst = scherm.model.index(0, 1).data()
    assert tekst == (
        "Geen gesprek gevoerd, voor het laatst bijgewerkt op 23-11-2026; "
        "de 5 jaar waren om op 23-11-2031."
    )


def test_nothing_to_do_says_so(toon: Toon) -> None:
    scherm = toon()
    assert scherm.stand.text().startswith("Van niets op deze laptop is de bewaartermijn voorbij.")
    assert not scherm.tabel.isVisible()
    assert not scherm.besluit.wis.isEnabled()


def test_one_is_chosen_confirmed_by_its_number_and_gone(
    qtbot: QtBot, store: Store, oud: list[str], toon: Toon
) -> None:
    scherm = toon()
    kies(qtbot, scherm, 0)
    (regel,) = scherm.model.gekozen
    assert scherm.besluit.telling.text() == "1 dossier gekozen"
    assert not scherm.besluit.wis.isEnabled()
    qtbot.keyClicks(scherm.besluit.aantal, "2")
    assert not scherm.besluit.wis.isEnabled(), "that is not the number"
    scherm.besluit.aantal.clear()
    wis(qtbot, scherm, "1")
    assert scherm.besluit.klaar.text() == "1 regel is gewist."
    qtbot.waitUntil(lambda: len(scherm.model.regels) == 1)
    assert regel.naam.split()[0] not in namen(store)
    assert len(namen(store)) == 2
    assert scherm.besluit.aantal.text() == ""


def test_another_choice_asks_for_the_number_anew(qtbot: QtBot, oud: list[str], toon: Toon) -> None:
    scherm = toon()
    kies(qtbot, scherm, 0)
    qtbot.keyClicks(scherm.besluit.aantal, "1")
    assert scherm.besluit.wis.isEnabled()
    kies(qtbot, scherm, 0, 1)
    assert scherm.besluit.aantal.text() == ""
    assert not scherm.besluit.wis.isEnabled()


def test_all_can_be_chosen_at_once_and_none(qtbot: QtBot, oud: list[str], toon: Toon) -> None:
    scherm = toon()
    qtbot.mouseClick(scherm.alles, Qt.MouseButton.LeftButton)
    assert len(scherm.model.gekozen) == 2
    assert scherm.alles.text() == "Kies niets"
    qtbot.mouseClick(scherm.alles, Qt.MouseButton.LeftButton)
    assert scherm.model.gekozen == ()


def test_a_click_on_a_line_chooses_it(qtbot: QtBot, oud: list[str], toon: Toon) -> None:
    scherm = toon()
    plek = scherm.tabel.visualRect(scherm.model.index(1, 1)).center()
    qtbot.mouseClick(scherm.tabel.viewport(), Qt.MouseButton.LeftButton, pos=plek)
    assert scherm.model.gekozen == (scherm.model.regels[1],)


def test_without_a_reason_nothing_goes(
    qtbot: QtBot, store: Store, oud: list[str], toon: Toon
) -> None:
    scherm = toon()
    kies(qtbot, scherm, 0)
    scherm.besluit.grond.clear()
    wis(qtbot, scherm, "1")
    assert scherm.besluit.fout.text().startswith("Schrijf in een paar woorden op waarom")
    assert len(namen(store)) == 3


def test_a_client_with_an_open_request_cannot_be_chosen(
    qtbot: QtBot, store: Store, klok: Klok, maak_dossier: Callable[..., str], toon: Toon
) -> None:
    vraagt, stil = maak_dossier("Amina"), maak_dossier("Yonas")
    with store.work() as work:
        dag = store.vandaag()
        work.voeg_toe(Verzoek.nieuw(vraagt, Verzoeksoort.INZAGE, "", op=dag, vandaag=dag))
    klok.nu = datetime(2031, 11, 24, 9, 0, tzinfo=UTC)
    scherm = toon()
    rij = next(n for n, r in enumerate(scherm.model.regels) if r.dossier_id == vraagt)
    kies(qtbot, scherm, rij)
    assert scherm.model.gekozen == ()
    assert "verzoek van de cliënt" in scherm.model.index(rij, 1).data()
    qtbot.mouseClick(scherm.alles, Qt.MouseButton.LeftButton)
    assert [r.dossier_id for r in scherm.model.gekozen] == [stil]


def test_the_declaration_names_numbers_and_no_people(
    qtbot: QtBot, store: Store, oud: list[str], toon: Toon, tmp_path: Path
) -> None:
    map_ = tmp_path / "papieren"
    map_.mkdir()
    store.onthoud("documentenmap", str(map_))
    scherm = toon()
    nummers = [r.nummer for r in scherm.model.regels]
    qtbot.mouseClick(scherm.alles, Qt.MouseButton.LeftButton)
    wis(qtbot, scherm, "2")
    qtbot.mouseClick(scherm.besluit.bewaar, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Klaar" in scherm.besluit.klaar.text())
    (papier,) = map_.iterdir()
    tekst = papier.read_text(encoding="utf-8")
    assert papier.name == "verklaring-vernietiging-20311124-1000.txt"
    for woord in (*nummers, "Anneke de Boer", "De bewaartermijn is voorbij.", "Aantal: 2"):
        assert woord in tekst
    for naam in ("Amina", "Haddad", "Yonas", "Tekle"):
        assert naam not in tekst


def test_the_beginning_of_the_term_can_be_chosen(
    qtbot: QtBot, store: Store, klok: Klok, maak_intake: Callable[..., str], toon: Toon
) -> None:
    intake_id = maak_intake()
    with store.work() as work:
        work.get(BredeIntake, intake_id).sluit(store.lijst, op=store.vandaag(), reden="Klaar.")
    klok.nu = datetime(2029, 1, 1, tzinfo=UTC)
    with store.work() as work:
        work.get(BredeIntake, intake_id).dossier.telefoon = "0612345678"
    klok.nu = datetime(2031, 11, 24, 9, 0, tzinfo=UTC)
    scherm = toon()
    assert scherm.model.regels == ()
    scherm.anker.setCurrentIndex(scherm.anker.findData(Anker.INTAKE_GESLOTEN.value))
    scherm.anker.activated.emit(scherm.anker.currentIndex())
    qtbot.waitUntil(lambda: len(scherm.model.regels) == 1)
    assert bewaren.beleid(store).anker is Anker.INTAKE_GESLOTEN


def test_every_term_is_on_the_sheet_with_its_source(store: Store, toon: Toon) -> None:
    scherm = toon()
    teksten = [label.text() for label in scherm.findChildren(QLabel)]
    for termijn in bewaren.beleid(store).termijnen:
        assert any(t.startswith(termijn.bron) for t in teksten)
        assert any(f"{termijn.gecontroleerd_op:%d-%m-%Y}" in t for t in teksten)


# With a centre


def test_with_a_centre_it_goes_there_first_and_then_from_here(
    qtbot: QtBot, store: Store, werkplek: Werkplek, oud: list[str], toon: Toon
) -> None:
    sync = koppel(werkplek, Rol.LEIDINGGEVENDE)
    scherm = toon()
    assert "centrale opslag" in scherm.besluit.gevolg.text()
    qtbot.mouseClick(scherm.alles, Qt.MouseButton.LeftButton)
    wis(qtbot, scherm, "2")
    assert sorted(sync.gewist) == sorted((id_, "De bewaartermijn is voorbij.") for id_ in oud)
    qtbot.waitUntil(lambda: not scherm.model.regels)
    assert namen(store) == ["Salma"]


def test_gone_from_the_centre_and_not_yet_from_here_is_said(
    qtbot: QtBot, store: Store, werkplek: Werkplek, oud: list[str], toon: Toon
) -> None:
    sync = koppel(werkplek, Rol.LEIDINGGEVENDE)
    sync.fout_bij_ronde = GeenNetwerk()
    scherm = toon()
    kies(qtbot, scherm, 0)
    wis(qtbot, scherm, "1")
    assert scherm.besluit.klaar.text().startswith("1 regel is gewist in de centrale opslag.")
    assert len(namen(store)) == 3


def test_without_a_network_nothing_goes(
    qtbot: QtBot, store: Store, werkplek: Werkplek, oud: list[str], toon: Toon
) -> None:
    koppel(werkplek, Rol.LEIDINGGEVENDE).fout = GeenNetwerk()
    scherm = toon()
    kies(qtbot, scherm, 0)
    wis(qtbot, scherm, "1")
    assert "nu niet bereikbaar" in scherm.besluit.fout.text()
    assert not scherm.besluit.bewaar.isVisible()
    assert len(namen(store)) == 3


def test_a_coupled_laptop_without_contact_erases_nothing_by_itself(
    qtbot: QtBot, store: Store, oud: list[str], toon: Toon
) -> None:
    store.onthoud("sync.verbinding", "{}")
    scherm = toon()
    kies(qtbot, scherm, 0)
    wis(qtbot, scherm, "1")
    assert "nu niet bereikbaar" in scherm.besluit.fout.text()
    assert len(namen(store)) == 3


def test_with_a_centre_a_part_is_listed_and_cannot_be_chosen(
    qtbot: QtBot,
    store: Store,
    klok: Klok,
    werkplek: Werkplek,
    maak_intake: Callable[..., str],
    toon: Toon,
) -> None:
    intake_id = maak_intake()
    with store.work() as work:
        zitting = work.get(BredeIntake, intake_id).plan_zitting(store.vandaag())
        zitting.tolk_bureau = "Tolkenbureau Voorbeeld"
    klok.nu = datetime(2029, 1, 1, tzinfo=UTC)
    scherm = toon()
    (regel,) = scherm.model.regels
    assert regel.onderdeel is Onderdeel.TOLKCONTACT
    assert scherm.model.te_kiezen == (regel,)
    koppel(werkplek, Rol.LEIDINGGEVENDE)
    scherm = toon()
    assert scherm.model.te_kiezen == ()
    assert scherm.delen.isVisible()


# Copies


def test_a_year_after_the_result_a_person_lets_the_planning_of_the_test_go(
    qtbot: QtBot, store: Store, klok: Klok, toon: Toon
) -> None:
    tafel = zet_tafel(store, 1)
    tafel.neem_af()
    uitslag = Uitslaggegevens(Resultaat.HAALBAAR, "33,00", "28,00", store.vandaag())
    toetsuitslagen.leg_vast(store, tafel.dossiers[0], uitslag, herkomst=Herkomst.HAND)
    klok.nu = klok.nu.replace(year=klok.nu.year + 1)
    scherm = toon()
    assert scherm.model.index(0, 0).data().splitlines()[:2] == [
        "Tesfay Gebremedhin",
        "Planning van de toets",
    ]
    assert "1 jaar daarna" in scherm.model.index(0, 1).data()
    kies(qtbot, scherm, 0)
    wis(qtbot, scherm, "1")
    qtbot.waitUntil(lambda: not scherm.model.regels)
    toets = tafel.toets()
    assert (toets.kandidaten[0].sessie_id, toets.sessies) == (None, {})
    assert toets.geldend is not None


def test_copies_from_before_are_named_and_destroyed(
    qtbot: QtBot, store: Store, klok: Klok, oud: list[str], toon: Toon
) -> None:
    kopie = store.reservekopie()
    klok.nu = datetime(2031, 11, 24, 9, 5, tzinfo=UTC)
    scherm = toon()
    assert not scherm.kopieen.isVisible()
    kies(qtbot, scherm, 0)
    wis(qtbot, scherm, "1")
    qtbot.waitUntil(scherm.kopieen.isVisible)
    (label,) = scherm.kopieen.regels
    assert isinstance(label, QLabel)
    assert kopie.name in label.text()
    assert "24-11-2031, 10:00" in label.text()
    qtbot.mouseClick(scherm.kopieen.vernietig, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "vernietigd" in scherm.kopieen.melding.text())
    assert not kopie.exists()
    assert len(list((store.map / KOPIEEN).glob("*.db"))) == 1
    qtbot.waitUntil(lambda: not scherm.kopieen.vernietig.isVisible())


def test_everything_has_a_name_and_can_be_reached(
    qtbot: QtBot, store: Store, oud: list[str], toon: Toon
) -> None:
    store.reservekopie()
    bewaren.wis_hier(store, [oud[1]], [], "De bewaartermijn is voorbij.")
    scherm = toon()
    qtbot.waitUntil(scherm.kopieen.isVisible)
    kies(qtbot, scherm, 0)
    qtbot.keyClicks(scherm.besluit.aantal, "1")
    assert zonder_naam(scherm) == []
    assert niet_te_bereiken(qtbot, scherm, scherm.knop_terug) == []
    zin = scherm.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert zin.startswith("Gekozen: Amina Haddad, Het hele dossier.")
    assert gesproken_naam(scherm.besluit.wis) == "Wis 1 regel"
    with qtbot.waitSignal(scherm.terug):
        qtbot.keyClick(scherm.tabel, Qt.Key.Key_Escape)
