"""Absence, handing over a caseload, and what each role is offered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.models.dossier import Dossier, Rol
from desktop.models.toegang import Vervanging
from desktop.store import verlenen
from desktop.store.store import Store
from desktop.views.toegang.collegas import Collegascherm
from desktop.views.werkplek import Werkplek
from desktop.views.werkruimte import Werkruimte
from tests.pagina.toegang import Collegapagina
from tests.pagina.toegankelijk import niet_te_bereiken, zonder_naam
from tests.views.toegang.conftest import Namen, Toon

Maak = Callable[[], Collegapagina]


@pytest.fixture
def pagina(qtbot: QtBot, werkplek: Werkplek, toon: Toon) -> Maak:
    def maak() -> Collegapagina:
        scherm = Collegascherm(werkplek)
        toon(scherm)
        return Collegapagina(qtbot, scherm)

    return maak


def vervangingen(store: Store) -> list[tuple[str, str, str, str]]:
    with store.lees() as sessie:
        return [
            (v.afwezige_id, v.vervanger_id, str(v.vanaf), str(v.tot))
            for v in sessie.scalars(sa.select(Vervanging).order_by(Vervanging.vanaf))
        ]


def klantmanager_van(store: Store, dossier_id: str) -> str:
    with store.lees() as sessie:
        return sessie.get_one(Dossier, dossier_id).klantmanager_id


def test_planning_an_absence(
    store: Store, mensen: Namen, koppel: Callable[..., None], pagina: Maak
) -> None:
    koppel()
    scherm = pagina()
    assert scherm.keuzes(scherm.scherm.vervanger) == [
        "Fatima Aydin (Klantmanager)",
        "Jelle Kramer (Klantmanager)",
    ]
    scherm.plan("Jelle", "24-11-2026", "1 december 2026")
    assert vervangingen(store) == [(mensen["anneke"], mensen["jelle"], "2026-11-24", "2026-12-01")]
    assert "Jelle Kramer vervangt Anneke de Boer" in scherm.teksten
    assert "24-11-2026 tot en met 01-12-2026" in scherm.teksten
    assert scherm.scherm.vanaf.tekst == ""


@pytest.mark.parametrize(
    ("vervanger", "vanaf", "tot", "veld", "zin"),
    [
        ("", "24-11-2026", "25-11-2026", "vervanger", "Kies een collega."),
        ("Jelle", "", "25-11-2026", "vanaf", "Schrijf de dag op, zoals 31-05-2026."),
        ("Jelle", "24-11-2026", "23-11-2026", "tot", "De laatste dag ligt voor de eerste."),
        ("Jelle", "1-11-2026", "2-11-2026", "tot", "Deze dag is voorbij."),
    ],
)
def test_what_cannot_be_stands_beside_its_field(
    store: Store,
    koppel: Callable[..., None],
    pagina: Maak,
    vervanger: str,
    vanaf: str,
    tot: str,
    veld: str,
    zin: str,
) -> None:
    koppel()
    scherm = pagina()
    scherm.plan(vervanger, vanaf, tot)
    assert getattr(scherm.scherm, veld).fout.text().startswith(zin)
    assert vervangingen(store) == []


def test_an_absence_that_runs_can_be_stopped_by_the_one_who_was_away(
    store: Store, mensen: Namen, koppel: Callable[..., None], pagina: Maak
) -> None:
    vandaag = store.vandaag()
    koppel()
    verlenen.plan_vervanging(
        store, mensen["anneke"], mensen["jelle"], vanaf=vandaag, tot=vandaag + timedelta(days=3)
    )
    verlenen.plan_vervanging(
        store, mensen["fatima"], mensen["anneke"], vanaf=vandaag, tot=vandaag + timedelta(days=3)
    )
    scherm = pagina()
    assert {"Jelle Kramer vervangt Anneke de Boer", "Anneke de Boer vervangt Fatima Aydin"} <= set(
        scherm.teksten
    )
    # The centre would refuse it: the absence of somebody else is theirs to end.
    assert "Beëindig: Anneke de Boer vervangt Fatima Aydin" not in scherm.knoppen
    scherm.druk("Beëindig: Jelle Kramer vervangt Anneke de Boer")
    assert "Jelle Kramer vervangt Anneke de Boer" not in scherm.teksten


def test_handing_over_the_chosen_dossiers(
    store: Store,
    mensen: Namen,
    maak_dossier: Callable[..., str],
    koppel: Callable[..., None],
    pagina: Maak,
) -> None:
    ids = {naam: maak_dossier(naam, "Achternaam") for naam in ("Amina", "Berivan", "Dilan")}
    maak_dossier("Elders", "Achternaam", klantmanager_id=mensen["fatima"])
    koppel()
    scherm = pagina()
    assert scherm.dossiers == ["Amina Achternaam", "Berivan Achternaam", "Dilan Achternaam"]
    assert not scherm.scherm.draag.isEnabled()
    scherm.vink(0)
    scherm.klik(2)
    assert scherm.dossiers == ["x Amina Achternaam", "Berivan Achternaam", "x Dilan Achternaam"]
    scherm.druk("Draag 2 dossiers over")
    assert scherm.scherm.naar.fout.text() == "Kies een collega."
    scherm.kies(scherm.scherm.naar, "Jelle")
    scherm.druk("Draag 2 dossiers over")
    assert {n: klantmanager_van(store, id_) for n, id_ in ids.items()} == {
        "Amina": mensen["jelle"],
        "Berivan": mensen["anneke"],
        "Dilan": mensen["jelle"],
    }
    assert scherm.dossiers == ["Berivan Achternaam"]
    assert not scherm.scherm.draag.isEnabled()


def test_all_at_once_and_one_not(
    maak_dossier: Callable[..., str], koppel: Callable[..., None], pagina: Maak
) -> None:
    for naam in ("Amina", "Berivan", "Dilan"):
        maak_dossier(naam, "Achternaam")
    koppel()
    scherm = pagina()
    alles = scherm.scherm.caseload.alles
    scherm.qtbot.mouseClick(alles, Qt.MouseButton.LeftButton)
    assert [d[0] for d in scherm.dossiers] == ["x", "x", "x"]
    assert "Draag 3 dossiers over" in scherm.knoppen
    scherm.vink(1)
    assert "Draag 2 dossiers over" in scherm.knoppen
    assert not alles.isChecked()


def test_a_tick_stays_when_a_dossier_comes_in(
    maak_dossier: Callable[..., str], koppel: Callable[..., None], pagina: Maak
) -> None:
    maak_dossier("Berivan", "Achternaam")
    koppel()
    scherm = pagina()
    scherm.vink(0)
    maak_dossier("Amina", "Achternaam")
    assert scherm.dossiers == ["Amina Achternaam", "x Berivan Achternaam"]


def test_a_leidinggevende_does_this_for_everybody(
    store: Store,
    mensen: Namen,
    maak_dossier: Callable[..., str],
    koppel: Callable[..., None],
    pagina: Maak,
) -> None:
    van_fatima = maak_dossier("Amina", "Haddad", klantmanager_id=mensen["fatima"])
    koppel("karin", Rol.LEIDINGGEVENDE)
    scherm = pagina()
    assert scherm.dossiers == []
    scherm.kies(scherm.scherm.afwezige, "Fatima")
    scherm.plan("Jelle", "24-11-2026", "25-11-2026")
    assert vervangingen(store) == [(mensen["fatima"], mensen["jelle"], "2026-11-24", "2026-11-25")]
    scherm.kies(scherm.scherm.van, "Fatima")
    assert scherm.dossiers == ["Amina Haddad"]
    scherm.vink(0)
    scherm.kies(scherm.scherm.naar, "Anneke")
    scherm.druk("Draag 1 dossier over")
    assert klantmanager_van(store, van_fatima) == mensen["anneke"]
    scherm.druk("Beëindig: Jelle Kramer vervangt Fatima Aydin")
    assert "Jelle Kramer vervangt Fatima Aydin" not in scherm.teksten


@pytest.mark.parametrize(
    ("wie", "rol", "kaarten"),
    [
        ("anneke", Rol.KLANTMANAGER, {"nood", "vervanging", "overdracht"}),
        ("karin", Rol.LEIDINGGEVENDE, {"nood", "vervanging", "overdracht", "spoor"}),
        ("bas", Rol.BEHEERDER, {"spoor"}),
        ("vera", Rol.VLUCHTELINGENWERK, set()),
        ("jelle", Rol.TOETSBEGELEIDER, set()),
    ],
)
def test_a_role_is_offered_what_it_may(
    koppel: Callable[..., None], pagina: Maak, wie: str, rol: Rol, kaarten: set[str]
) -> None:
    koppel(wie, rol)
    scherm = pagina()
    titels = {
        "nood": "Dossier van een collega",
        "vervanging": "Vervanging",
        "overdracht": "Dossiers overdragen",
        "spoor": "Wie deed wat in de gemeente",
    }
    assert {k for k, titel in titels.items() if titel in scherm.teksten} == kaarten


def test_the_list_offers_it_once_the_laptop_is_coupled(
    qtbot: QtBot, werkruimte: Werkruimte, koppel: Callable[..., None]
) -> None:
    lijst = werkruimte.lijst
    assert not lijst.knop_collegas.isVisible()
    koppel()
    assert lijst.knop_collegas.isVisible()
    qtbot.mouseClick(lijst.knop_collegas, Qt.MouseButton.LeftButton)
    scherm = werkruimte._stapel.currentWidget()
    assert isinstance(scherm, Collegascherm)
    assert scherm.knop_nood.hasFocus()
    qtbot.keyClick(scherm.knop_nood, Qt.Key.Key_Escape)
    assert werkruimte._stapel.currentWidget() is lijst


def test_everything_has_a_name_and_tab_reaches_it(
    qtbot: QtBot,
    maak_dossier: Callable[..., str],
    mensen: Namen,
    store: Store,
    koppel: Callable[..., None],
    pagina: Maak,
) -> None:
    maak_dossier()
    koppel("karin", Rol.LEIDINGGEVENDE)
    verlenen.plan_vervanging(
        store, mensen["anneke"], mensen["jelle"], vanaf=store.vandaag(), tot=store.vandaag()
    )
    scherm = pagina()
    scherm.kies(scherm.scherm.van, "Anneke")
    scherm.vink(0)
    assert zonder_naam(scherm.scherm) == []
    assert niet_te_bereiken(qtbot, scherm.scherm, scherm.scherm.knop_nood) == []
