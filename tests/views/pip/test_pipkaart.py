"""The card on the dossier sheet, from no weighing to a set plan, and where it leads."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.models.dossier import Rol
from desktop.models.pipdelen import Handtekenwijze
from desktop.models.pipinhoud import Wijzigreden
from desktop.models.rechten import RECHTEN
from desktop.store import pip as pipstore
from desktop.store import pipvaststellen
from desktop.store import weging as wegingstore
from desktop.store.oefening import oefendossier
from desktop.store.pipvaststellen import Ondertekening
from desktop.store.store import Store
from desktop.sync.stand import Rechten
from desktop.views.pip.kaart import Pipkaart
from desktop.views.pip.scherm import Pipscherm
from desktop.views.pip.tekenen import Tekenblad
from desktop.views.werkplek import Werkplek
from desktop.views.werkruimte import Werkruimte
from tests.pagina.pip import Pipkaartpagina
from tests.pagina.toegankelijk import zonder_naam
from tests.pagina.toetskamer import toon
from tests.store.planwerk import besloten, compleet, mandaat
from tests.views.pip.bouw import maak_klaar


@pytest.fixture
def kaart(qtbot: QtBot, werkplek: Werkplek) -> Pipkaartpagina:
    houder = QWidget()
    qtbot.addWidget(houder)
    return Pipkaartpagina(qtbot, Pipkaart(werkplek, houder), houder)


def als(werkplek: Werkplek, store: Store, rol: Rol, monkeypatch: pytest.MonkeyPatch) -> None:
    """The user as somebody with this role, on a coupled laptop."""
    recht = RECHTEN[rol]
    assert store.gebruiker_id is not None
    rechten = Rechten("0171", store.gebruiker_id, rol, recht.lezen, recht.schrijven)
    monkeypatch.setattr(werkplek, "rechten", (rechten,))


def test_first_the_weighing_then_the_plan(
    store: Store, kaart: Pipkaartpagina, maak_dossier: Callable[..., str]
) -> None:
    dossier = maak_dossier()
    kaart.kaart.toon(dossier)
    assert kaart.kaart.stand.text() == "Nog geen weging"
    assert kaart.knoppen == ["* Weeg de leerroutes"]

    wegingstore.begin(store, dossier)
    kaart.kaart.toon(dossier)
    assert kaart.kaart.stand.text() == "De weging is bezig"
    assert kaart.kaart.zin.text().startswith("Nog ")
    assert kaart.knoppen == ["* Ga verder met de weging"]

    besloten(store, dossier)
    kaart.kaart.toon(dossier)
    assert kaart.kaart.stand.text() == "De leerroute is gekozen"
    assert kaart.knoppen == ["* Begin met het plan", "Bekijk de weging"]


def test_a_draft_says_how_much_is_missing_and_a_set_plan_its_day(
    store: Store, kaart: Pipkaartpagina, maak_dossier: Callable[..., str]
) -> None:
    dossier = maak_dossier()
    besloten(store, dossier)
    mandaat(store)
    pipstore.begin(store, dossier)
    kaart.kaart.toon(dossier)
    assert kaart.kaart.stand.text() == "Concept, versie 1"
    assert kaart.kaart.zin.text().endswith(" punten")
    assert kaart.knoppen == ["* Ga verder met het plan", "Bekijk de weging"]

    pip_id = compleet(store, dossier)
    kaart.kaart.toon(dossier)
    assert kaart.kaart.zin.text() == "Alles wat nodig is staat erin"

    pipvaststellen.stel_vast(store, pip_id, store.vandaag())
    kaart.kaart.toon(dossier)
    assert kaart.kaart.stand.text() == "Vastgesteld op 23-11-2026, versie 1"
    assert kaart.kaart.zin.text().startswith("Nog geen handtekening")
    rest = ["Bekijk het plan", "Bekijk de weging", "Versies"]
    assert kaart.knoppen == ["* Maak de papieren", "Handtekening", *rest]

    pipvaststellen.onderteken(store, pip_id, Ondertekening(Handtekenwijze.GEZIEN))
    kaart.kaart.toon(dossier)
    # Nothing is left to do, and what was signed can be seen.
    assert kaart.knoppen == ["Maak de papieren", "Bekijk de handtekening", *rest]

    pipstore.nieuwe_versie(store, dossier, Wijzigreden.WERK, "Zij heeft nu een baan.")
    kaart.kaart.toon(dossier)
    assert kaart.kaart.stand.text() == "Concept, versie 2"
    assert "Versie 1 geldt, vastgesteld op 23-11-2026" in kaart.kaart.zin.text()
    assert "Versies" in kaart.knoppen


def test_before_the_talk_is_closed_the_card_does_not_shout(
    kaart: Pipkaartpagina, maak_dossier: Callable[..., str]
) -> None:
    kaart.kaart.toon(maak_dossier(), na_gesprek=False)
    assert kaart.knoppen == ["Weeg de leerroutes"]
    assert not kaart.kaart.aan_zet


@pytest.mark.parametrize("rol", [Rol.TOETSBEGELEIDER, Rol.VLUCHTELINGENWERK, Rol.BEHEERDER])
def test_a_role_without_the_plan_sees_no_card(
    rol: Rol,
    store: Store,
    werkplek: Werkplek,
    kaart: Pipkaartpagina,
    maak_dossier: Callable[..., str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    als(werkplek, store, rol, monkeypatch)
    kaart.kaart.toon(maak_dossier())
    assert kaart.kaart.isHidden()


def test_a_leidinggevende_sees_it_and_may_go_on(
    store: Store,
    werkplek: Werkplek,
    kaart: Pipkaartpagina,
    maak_dossier: Callable[..., str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    als(werkplek, store, Rol.LEIDINGGEVENDE, monkeypatch)
    kaart.kaart.toon(maak_dossier())
    assert not kaart.kaart.isHidden()
    assert kaart.knoppen == ["* Weeg de leerroutes"]


def test_each_button_asks_for_its_screen_of_this_dossier(
    store: Store, kaart: Pipkaartpagina, maak_dossier: Callable[..., str]
) -> None:
    dossier = maak_dossier()
    besloten(store, dossier)
    mandaat(store)
    pipvaststellen.stel_vast(store, compleet(store, dossier), store.vandaag())
    kaart.kaart.toon(dossier)
    gevraagd: list[tuple[str, str]] = []
    for naam in ("open_weging", "open_pip", "open_versies", "open_documenten", "open_tekenen"):
        signaal = getattr(kaart.kaart, naam)
        signaal.connect(lambda id_, naam=naam: gevraagd.append((naam, id_)))
    k = kaart.kaart
    for knop in (k.knop_volgende, k.knop_tekenen, k.knop_plan, k.knop_weging, k.knop_versies):
        knop.click()
    assert gevraagd == [
        ("open_documenten", dossier),
        ("open_tekenen", dossier),
        ("open_pip", dossier),
        ("open_weging", dossier),
        ("open_versies", dossier),
    ]


def test_from_the_sheet_to_the_plan_and_back(
    qtbot: QtBot, werkplek: Werkplek, store: Store
) -> None:
    dossier = maak_klaar(store)
    ruimte = Werkruimte(werkplek)
    qtbot.addWidget(ruimte)
    ruimte.resize(1366, 768)
    ruimte.show()
    ruimte.toon_dossier(dossier)
    kaart = ruimte.blad.kaarten.pip
    assert kaart.aan_zet
    assert ruimte.blad.knop_volgende.property("soort") == "gewoon"  # one thing shouts
    assert zonder_naam(kaart) == []
    gevraagd: list[str] = []
    ruimte.plannen.weging_gevraagd.connect(gevraagd.append)
    kaart.knop_weging.click()
    assert gevraagd == [dossier]

    kaart.knop_volgende.click()
    scherm = ruimte._stapel.currentWidget()
    assert isinstance(scherm, Pipscherm)
    assert scherm.plek.beeld.inhoud.versie == 1
    scherm.knop_terug.click()
    assert ruimte._stapel.currentWidget() is ruimte.blad
    assert kaart.stand.text() == "Concept, versie 1"
    kaart.knop_volgende.click()
    tweede = ruimte._stapel.currentWidget()
    assert isinstance(tweede, Pipscherm)
    assert tweede.plek.pip_id == scherm.plek.pip_id  # it did not begin once more


def test_from_the_sheet_to_the_signature_of_the_version_that_holds(
    qtbot: QtBot, werkplek: Werkplek, store: Store
) -> None:
    dossier = maak_klaar(store)
    mandaat(store)
    pip_id = compleet(store, dossier)
    pipvaststellen.stel_vast(store, pip_id, store.vandaag())
    ruimte = Werkruimte(werkplek)
    qtbot.addWidget(ruimte)
    ruimte.show()
    ruimte.toon_dossier(dossier)
    with qtbot.waitSignal(ruimte.plannen.tekenen_gevraagd) as gevraagd:
        ruimte.blad.kaarten.pip.knop_tekenen.click()
    assert gevraagd.args == [dossier, pip_id]
    assert isinstance(ruimte._stapel.currentWidget(), Tekenblad)


def test_the_keyboard_starts_on_the_next_thing_which_is_in_sight(
    qtbot: QtBot, werkplek: Werkplek, store: Store
) -> None:
    dossier = maak_klaar(store)
    ruimte = Werkruimte(werkplek)
    toon(qtbot, ruimte, 1024, 600)
    ruimte.toon_dossier(dossier)
    verder, vlak = ruimte.blad.kaarten.pip.knop_volgende, ruimte.blad.vlak.viewport()
    assert QApplication.focusWidget() is verder
    qtbot.waitUntil(lambda: vlak.rect().contains(verder.mapTo(vlak, verder.rect().center())))
    assert vlak.rect().contains(QRect(verder.mapTo(vlak, QPoint(0, 0)), verder.size()))


def test_practice_keeps_its_own_next_thing_after_a_dossier_with_a_plan(
    qtbot: QtBot, werkplek: Werkplek, store: Store
) -> None:
    ruimte = Werkruimte(werkplek)
    toon(qtbot, ruimte, 1024, 600)
    ruimte.toon_dossier(maak_klaar(store))
    ruimte.toon_dossier(oefendossier(store, store.gebruiker_id or ""))
    assert ruimte.blad.knop_volgende.property("soort") == "hoofd"
    assert QApplication.focusWidget() is ruimte.blad.knop_volgende


def test_the_sheet_follows_the_plan(qtbot: QtBot, werkplek: Werkplek, store: Store) -> None:
    dossier = maak_klaar(store, weging=False, antwoorden=40)
    ruimte = Werkruimte(werkplek)
    qtbot.addWidget(ruimte)
    ruimte.show()
    ruimte.toon_dossier(dossier)
    kaart = ruimte.blad.kaarten.pip
    assert not kaart.aan_zet  # the talk is not closed
    wegingstore.begin(store, dossier)
    assert kaart.stand.text() == "De weging is bezig"


def test_a_lock_keeps_what_is_being_typed_in_the_plan(
    qtbot: QtBot, werkplek: Werkplek, store: Store
) -> None:
    dossier = maak_klaar(store, antwoorden=5)
    ruimte = Werkruimte(werkplek)
    qtbot.addWidget(ruimte)
    ruimte.show()
    ruimte.plannen.plan(dossier)
    scherm = ruimte.plannen.scherm
    assert scherm is not None
    kaart = scherm.plan.onderdeel("afspraak")
    kaart.voeg_toe()
    assert kaart.nieuw is not None
    assert kaart.nieuw.editor is not None
    qtbot.keyClicks(kaart.nieuw.editor.tekst.veld, "Wij bellen elke week.")
    ruimte.vergrendel()
    (regel,) = scherm.plek.beeld.inhoud.regels
    assert regel.tekst == "Wij bellen elke week."
