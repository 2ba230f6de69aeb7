"""Laptops, people and the ways from there, for who may."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.models.dossier import Medewerker, Rol
from desktop.store.store import Store
from desktop.sync.fouten import GeenNetwerk
from desktop.sync.stand import Apparaatregel
from desktop.views.beheer.recht import heeft_beheer, mag_wissen
from desktop.views.beheer.scherm import Beheerscherm
from desktop.views.bewaren.scherm import Bewaarscherm
from desktop.views.instellingen.scherm import Instellingenscherm
from desktop.views.spoor.scherm import Spoorscherm
from desktop.views.werkplek import Werkplek
from desktop.views.werkruimte import Werkruimte
from tests.pagina.synchronisatie import Nepsync, koppel
from tests.pagina.toegankelijk import gesproken_naam, niet_te_bereiken, zonder_naam

GEZIEN = datetime(2026, 11, 20, 8, 30, tzinfo=UTC)


def laptop(id_: str, naam: str, *, verloren: bool = False, leeg: bool = False) -> Apparaatregel:
    return Apparaatregel(id_, "0171", f"m-{naam}", naam, GEZIEN, 12, verloren, leeg)


@pytest.fixture
def sync(store: Store, werkplek: Werkplek) -> Nepsync:
    """A beheerder, with four laptops; the first is this one."""
    from desktop.store.uitwisseling import ik

    sync = koppel(werkplek, Rol.BEHEERDER)
    with store.lees() as sessie:
        eigen = ik(sessie.connection()).id
    sync.laptops = [
        laptop(eigen, "Anneke de Boer"),
        laptop("bbbb1111", "Jelle Kramer"),
        laptop("cccc1111", "Karin Visser", verloren=True),
        laptop("dddd1111", "Ali Yilmaz", verloren=True, leeg=True),
    ]
    return sync


def toon(qtbot: QtBot, werkplek: Werkplek) -> Beheerscherm:
    scherm = Beheerscherm(werkplek)
    qtbot.addWidget(scherm)
    scherm.resize(1366, 900)
    scherm.show()
    scherm.activateWindow()
    qtbot.waitUntil(scherm.isActiveWindow)
    return scherm


def druk(qtbot: QtBot, knop: object) -> None:
    qtbot.mouseClick(knop, Qt.MouseButton.LeftButton)  # type: ignore[arg-type]


def test_each_laptop_says_whose_it_is_and_when_it_was_seen(
    qtbot: QtBot, werkplek: Werkplek, sync: Nepsync
) -> None:
    scherm = toon(qtbot, werkplek)
    qtbot.waitUntil(lambda: len(scherm.laptops.rijen) == 4)
    standen = {r.laptop.naam: r.stand.text() for r in scherm.laptops.rijen}
    assert "deze laptop, laatste contact 20-11-2026, 09:30" in standen["Anneke de Boer"]
    assert standen["Jelle Kramer"] == "Laptop bbbb, laatste contact 20-11-2026, 09:30"
    assert "Wist zichzelf bij het volgende contact" in standen["Karin Visser"]
    assert standen["Ali Yilmaz"].endswith("Heeft zichzelf gewist.")
    qtbot.waitUntil(scherm.laptops.rijen[0].isVisible)
    meldbaar = [r.laptop.naam for r in scherm.laptops.rijen if r.verloren.isVisible()]
    assert meldbaar == ["Jelle Kramer"], "not this one, and none that is lost already"


def test_marking_as_lost_says_first_what_happens(
    qtbot: QtBot, werkplek: Werkplek, sync: Nepsync
) -> None:
    scherm = toon(qtbot, werkplek)
    qtbot.waitUntil(lambda: len(scherm.laptops.rijen) == 4)
    rij = next(r for r in scherm.laptops.rijen if r.laptop.naam == "Jelle Kramer")
    qtbot.waitUntil(rij.verloren.isVisible)
    assert gesproken_naam(rij.verloren) == "Meld de laptop van Jelle Kramer als verloren"
    druk(qtbot, rij.verloren)
    assert rij.zeker.isVisible()
    assert rij.gevolg.text().startswith("Jelle Kramer kan meteen niet meer bij de centrale opslag")
    assert rij.nee.hasFocus(), "Enter does nothing that cannot be undone"
    qtbot.keyClick(rij.nee, Qt.Key.Key_Return)
    assert not rij.zeker.isVisible()
    assert rij.verloren.hasFocus()
    assert not any(a.verloren for a in sync.laptops if a.naam == "Jelle Kramer")
    druk(qtbot, rij.verloren)
    druk(qtbot, rij.ja)
    qtbot.waitUntil(lambda: any(a.verloren for a in sync.laptops if a.naam == "Jelle Kramer"))
    qtbot.waitUntil(
        lambda: any(
            r.laptop.naam == "Jelle Kramer" and "verloren gemeld" in r.stand.text()
            for r in scherm.laptops.rijen
        )
    )


def test_a_leidinggevende_sees_laptops_and_marks_none(
    qtbot: QtBot, werkplek: Werkplek, sync: Nepsync
) -> None:
    laptops = sync.laptops
    koppel(werkplek, Rol.LEIDINGGEVENDE).laptops = laptops
    scherm = toon(qtbot, werkplek)
    qtbot.waitUntil(lambda: len(scherm.laptops.rijen) == 4)
    qtbot.waitUntil(scherm.laptops.rijen[0].isVisible)
    assert not any(r.verloren.isVisible() for r in scherm.laptops.rijen)


def test_without_a_network_it_says_so_and_can_try_again(
    qtbot: QtBot, werkplek: Werkplek, sync: Nepsync
) -> None:
    sync.fout = GeenNetwerk()
    scherm = toon(qtbot, werkplek)
    qtbot.waitUntil(scherm.laptops.opnieuw.isVisible)
    assert scherm.laptops.melding.text() == GeenNetwerk().zin
    sync.fout = None
    druk(qtbot, scherm.laptops.opnieuw)
    qtbot.waitUntil(lambda: len(scherm.laptops.rijen) == 4)
    assert not scherm.laptops.opnieuw.isVisible()
    assert not scherm.laptops.melding.isVisible()


def test_people_and_their_roles_are_there_and_follow_a_change(
    qtbot: QtBot, store: Store, werkplek: Werkplek, sync: Nepsync
) -> None:
    scherm = toon(qtbot, werkplek)

    def teksten() -> list[str]:
        return [w.text() for w in scherm.mensen.findChildren(QLabel) if w.isVisible()]

    assert "Anneke de Boer" in teksten()
    with store.work() as work:
        work.voeg_toe(Medewerker(naam="Henk Post", gemeente="0184", rol=Rol.VLUCHTELINGENWERK))
    qtbot.waitUntil(lambda: {"Henk Post", "VluchtelingenWerk", "Urk"} <= set(teksten()))


@pytest.mark.parametrize("rol", Rol)
def test_the_way_in_is_there_by_role(
    qtbot: QtBot, store: Store, werkplek: Werkplek, rol: Rol
) -> None:
    ruimte = Werkruimte(werkplek)
    qtbot.addWidget(ruimte)
    ruimte.show()
    assert not ruimte.lijst.knop_beheer.isVisible(), "nobody else's laptop to look after"
    assert mag_wissen(werkplek), "a laptop by itself"
    koppel(werkplek, rol)
    beslist = rol in (Rol.LEIDINGGEVENDE, Rol.BEHEERDER)
    assert ruimte.lijst.knop_beheer.isVisible() is beslist
    assert heeft_beheer(werkplek) is beslist
    assert mag_wissen(werkplek) is beslist
    ruimte.toon_instellingen()
    assert ruimte.instellingen is not None
    assert ruimte.instellingen.bewaarwijzer.isVisible() is beslist
    ruimte.sluit()


def test_a_coupled_laptop_before_its_first_contact_decides_nothing(
    store: Store, werkplek: Werkplek
) -> None:
    store.onthoud("sync.verbinding", "{}")
    assert not mag_wissen(werkplek)


def test_from_there_to_the_list_and_the_trail_and_back(
    qtbot: QtBot, werkplek: Werkplek, sync: Nepsync
) -> None:
    ruimte = Werkruimte(werkplek)
    qtbot.addWidget(ruimte)
    ruimte.resize(1366, 768)
    ruimte.show()

    def nu() -> object:
        return ruimte._stapel.currentWidget()

    druk(qtbot, ruimte.lijst.knop_beheer)
    scherm = nu()
    assert isinstance(scherm, Beheerscherm)
    druk(qtbot, scherm.naar_bewaren)
    scherm = nu()
    assert isinstance(scherm, Bewaarscherm)
    druk(qtbot, scherm.knop_terug)
    scherm = nu()
    assert isinstance(scherm, Beheerscherm)
    druk(qtbot, scherm.naar_spoor)
    scherm = nu()
    assert isinstance(scherm, Spoorscherm)
    druk(qtbot, scherm.knop_terug)
    scherm = nu()
    assert isinstance(scherm, Beheerscherm)
    druk(qtbot, scherm.knop_terug)
    assert nu() is ruimte.lijst
    ruimte.sluit()


def test_a_laptop_by_itself_finds_the_list_in_the_settings(
    qtbot: QtBot, werkplek: Werkplek
) -> None:
    ruimte = Werkruimte(werkplek)
    qtbot.addWidget(ruimte)
    ruimte.show()
    ruimte.toon_instellingen()
    instellingen = ruimte.instellingen
    assert isinstance(instellingen, Instellingenscherm)
    druk(qtbot, instellingen.bewaarwijzer.knop)
    scherm = ruimte._stapel.currentWidget()
    assert isinstance(scherm, Bewaarscherm)
    druk(qtbot, scherm.knop_terug)
    assert ruimte._stapel.currentWidget() is instellingen
    ruimte.sluit()


def test_everything_has_a_name_and_can_be_reached(
    qtbot: QtBot, werkplek: Werkplek, sync: Nepsync
) -> None:
    scherm = toon(qtbot, werkplek)
    qtbot.waitUntil(lambda: len(scherm.laptops.rijen) == 4)
    rij = next(r for r in scherm.laptops.rijen if r.laptop.naam == "Jelle Kramer")
    qtbot.waitUntil(rij.verloren.isVisible)
    druk(qtbot, rij.verloren)
    assert zonder_naam(scherm) == []
    assert niet_te_bereiken(qtbot, scherm, scherm.knop_terug) == []
    with qtbot.waitSignal(scherm.terug):
        qtbot.keyClick(scherm.knop_terug, Qt.Key.Key_Escape)
