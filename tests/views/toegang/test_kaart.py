"""The card that says who may see a dossier."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from desktop.models.dossier import Rol
from desktop.store import nood, verlenen
from desktop.store.store import Store
from desktop.views.dossiers.dossierblad import Dossierblad
from desktop.views.toegang.recht import beleid
from desktop.views.werkplek import Werkplek
from tests.pagina.toegang import Kaartpagina
from tests.pagina.toegankelijk import niet_te_bereiken, zonder_naam
from tests.views.toegang.conftest import Namen, Toon

REDEN = "Mevrouw staat aan de balie en Anneke is vandaag vrij."
Blad = Callable[[str], Kaartpagina]


@pytest.fixture
def blad(qtbot: QtBot, werkplek: Werkplek, toon: Toon) -> Blad:
    def maak(dossier_id: str) -> Kaartpagina:
        scherm = Dossierblad(werkplek)
        scherm.open(dossier_id)
        toon(scherm)
        return Kaartpagina(qtbot, scherm.kaarten.toegang)

    return maak


def test_a_laptop_by_itself_says_so_in_a_friendly_sentence(
    maak_dossier: Callable[..., str], blad: Blad
) -> None:
    kaart = blad(maak_dossier())
    assert kaart.knoppen == ["Wie deed wat"]
    assert "Anneke de Boer" in kaart.teksten
    assert "Leidinggevenden" not in kaart.teksten
    assert any(t.startswith("Dit dossier staat alleen op deze laptop.") for t in kaart.teksten)


def test_every_reason_is_there_with_its_last_day(
    store: Store,
    mensen: Namen,
    koppel: Callable[..., None],
    maak_dossier: Callable[..., str],
    blad: Blad,
) -> None:
    id_ = maak_dossier()
    vandaag = store.vandaag()
    verlenen.deel(store, id_, mensen["vera"], "Wonen regelen", tot=vandaag + timedelta(days=2))
    verlenen.plan_vervanging(
        store, mensen["anneke"], mensen["jelle"], vanaf=vandaag, tot=vandaag + timedelta(days=4)
    )
    store.word(mensen["fatima"])
    nood.breek_glas(store, id_, REDEN, beleid())
    koppel()
    kaart = blad(id_)
    for tekst in (
        "Klantmanager van dit dossier",
        "Jelle Kramer",
        "Vervangt Anneke de Boer",
        "tot en met 27-11-2026",
        "Vera Smit",
        "Gedeeld (VluchtelingenWerk)",
        "Wonen regelen",
        "tot en met 25-11-2026",
        "Fatima Aydin",
        "Opende het met een reden",
        REDEN,
        "Leidinggevenden",
    ):
        assert tekst in kaart.teksten, tekst
    assert kaart.knoppen == ["Delen of overdragen", "Wie deed wat"]


def test_the_card_follows_a_change_at_once(
    store: Store,
    mensen: Namen,
    koppel: Callable[..., None],
    maak_dossier: Callable[..., str],
    blad: Blad,
) -> None:
    koppel()
    id_ = maak_dossier()
    kaart = blad(id_)
    verlenen.deel(store, id_, mensen["vera"], "Samen", tot=store.vandaag())
    assert "Vera Smit" in kaart.teksten
    verlenen.draag_caseload_over(store, [id_], mensen["jelle"])
    assert "Jelle Kramer" in kaart.teksten
    assert kaart.knoppen == ["Wie deed wat"]


def test_a_dossier_of_a_colleague_is_not_the_users_to_share(
    mensen: Namen, koppel: Callable[..., None], maak_dossier: Callable[..., str], blad: Blad
) -> None:
    id_ = maak_dossier(klantmanager_id=mensen["jelle"])
    koppel()
    assert blad(id_).knoppen == ["Wie deed wat"]


def test_who_stands_in_may_share(
    store: Store,
    mensen: Namen,
    koppel: Callable[..., None],
    maak_dossier: Callable[..., str],
    blad: Blad,
) -> None:
    id_ = maak_dossier(klantmanager_id=mensen["jelle"])
    verlenen.plan_vervanging(
        store, mensen["jelle"], mensen["anneke"], vanaf=store.vandaag(), tot=store.vandaag()
    )
    koppel()
    assert "Delen of overdragen" in blad(id_).knoppen


def test_a_leidinggevende_shares_and_sees_health_only_with_a_reason(
    store: Store, koppel: Callable[..., None], maak_dossier: Callable[..., str], blad: Blad
) -> None:
    id_ = maak_dossier()
    koppel("karin", Rol.LEIDINGGEVENDE)
    kaart = blad(id_)
    assert kaart.knoppen == ["Delen of overdragen", "Ook gezondheid zien", "Wie deed wat"]
    nood.breek_glas(store, id_, "Klacht van de cliënt over de tolk.", beleid())
    assert kaart.knoppen == ["Delen of overdragen", "Wie deed wat"]


def test_coupling_shows_at_once(
    mensen: Namen, koppel: Callable[..., None], maak_dossier: Callable[..., str], blad: Blad
) -> None:
    kaart = blad(maak_dossier())
    assert "Leidinggevenden" not in kaart.teksten
    koppel()
    assert "Leidinggevenden" in kaart.teksten


def test_a_made_up_client_has_no_such_card(maak_dossier: Callable[..., str], blad: Blad) -> None:
    assert not blad(maak_dossier(oefening=True)).kaart.isVisible()


def test_buttons_say_which_dossier(
    qtbot: QtBot, koppel: Callable[..., None], maak_dossier: Callable[..., str], blad: Blad
) -> None:
    id_ = maak_dossier()
    koppel("karin", Rol.LEIDINGGEVENDE)
    kaart = blad(id_)
    for naam, signaal in (
        ("Delen of overdragen", kaart.kaart.delen),
        ("Ook gezondheid zien", kaart.kaart.afgeschermd),
        ("Wie deed wat", kaart.kaart.spoor),
    ):
        with qtbot.waitSignal(signaal) as gehoord:
            kaart.druk(naam)
        assert gehoord.args == [id_]


def test_the_sheet_is_still_reached_with_tab(
    qtbot: QtBot, koppel: Callable[..., None], maak_dossier: Callable[..., str], blad: Blad
) -> None:
    id_ = maak_dossier()
    koppel("karin", Rol.LEIDINGGEVENDE)
    scherm = blad(id_).kaart.window()
    assert isinstance(scherm, Dossierblad)
    assert zonder_naam(scherm) == []
    assert niet_te_bereiken(qtbot, scherm, scherm.knop_volgende) == []
