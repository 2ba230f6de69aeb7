"""The card on the dossier sheet, and the way from there to all dates and back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.models.dossier import Rol
from desktop.models.rechten import RECHTEN
from desktop.models.termijnfeit import Feitsoort
from desktop.store import termijnen
from desktop.store.store import Store
from desktop.sync.stand import Rechten
from desktop.views.termijnen.kaart import Termijnenkaart
from desktop.views.termijnen.scherm import Termijnenscherm
from desktop.views.werkplek import Werkplek
from desktop.views.werkruimte import Werkruimte
from tests.pagina.toegankelijk import gesproken_toelichting


@pytest.fixture
def ruimte(qtbot: QtBot, werkplek: Werkplek) -> Iterator[Werkruimte]:
    ruimte = Werkruimte(werkplek)
    qtbot.addWidget(ruimte)
    ruimte.resize(1366, 768)
    ruimte.show()
    yield ruimte
    ruimte.sluit()


def regels(kaart: Termijnenkaart) -> list[tuple[str, str, str]]:
    """(day, what, how far) of each line."""
    rooster = kaart._regels.layout()
    assert isinstance(rooster, QGridLayout)
    uit = []
    for n in range(rooster.rowCount()):
        delen = [rooster.itemAtPosition(n, k) for k in range(3)]
        dag, wat, over = (d.widget() if d is not None else None for d in delen)
        if isinstance(dag, QLabel) and isinstance(wat, QPushButton) and isinstance(over, QLabel):
            uit.append((dag.text(), wat.accessibleName().split(",")[0], over.text()))
    return uit


def druk(qtbot: QtBot, kaart: Termijnenkaart, begin: str) -> None:
    knop = next(k for k in kaart.findChildren(QPushButton) if k.accessibleName().startswith(begin))
    qtbot.mouseClick(knop, Qt.MouseButton.LeftButton)


def scherm(ruimte: Werkruimte) -> Termijnenscherm:
    nu = ruimte._stapel.currentWidget()
    assert isinstance(nu, Termijnenscherm)
    return nu


def test_the_next_three_dates_and_how_far_they_are(ruimte: Werkruimte, vroeg: str) -> None:
    ruimte.toon_dossier(vroeg)
    assert regels(ruimte.blad.kaarten.termijnen) == [
        ("15-10-2026", "Brede intake gepland", "39 dagen te laat"),
        ("05-11-2026", "Brede intake gevoerd", "18 dagen te laat"),
        ("03-12-2026", "PIP klaar", "Nog 10 dagen"),
    ]


def test_each_date_gives_its_sentence_as_hint_and_to_a_screen_reader(
    ruimte: Werkruimte, vroeg: str
) -> None:
    ruimte.toon_dossier(vroeg)
    kaart = ruimte.blad.kaarten.termijnen
    (pip,) = (k for k in kaart.findChildren(QPushButton) if "PIP klaar" in k.accessibleName())
    assert "24-09-2026" in pip.toolTip()
    assert gesproken_toelichting(pip) == pip.toolTip()


def test_a_date_opens_the_line_at_that_date_and_back_is_the_sheet(
    qtbot: QtBot, ruimte: Werkruimte, vroeg: str
) -> None:
    ruimte.toon_dossier(vroeg)
    druk(qtbot, ruimte.blad.kaarten.termijnen, "PIP klaar")
    assert scherm(ruimte).waarom.naam.text() == "PIP klaar"
    assert "24-09-2026" in scherm(ruimte).waarom.tekst
    qtbot.mouseClick(scherm(ruimte).knop_terug, Qt.MouseButton.LeftButton)
    assert ruimte._stapel.currentWidget() is ruimte.blad
    druk(qtbot, ruimte.blad.kaarten.termijnen, "Alle datums")
    assert scherm(ruimte).tijdlijn.huidig is not None


def test_the_card_follows_what_is_written_down(
    store: Store, ruimte: Werkruimte, vroeg: str
) -> None:
    ruimte.toon_dossier(vroeg)
    termijnen.leg_vast(store, vroeg, Feitsoort.INFO_GEVRAAGD, {"dag": "20-11-2026"})
    assert regels(ruimte.blad.kaarten.termijnen)[-1] == (
        "03-12-2026",
        "PIP klaar",
        "Wacht op derden",
    )


def test_without_dates_the_card_says_what_is_needed(
    ruimte: Werkruimte, maak_dossier: object
) -> None:
    dossier = maak_dossier(datum_kennisgeving=None)  # type: ignore[operator]
    ruimte.toon_dossier(dossier)
    kaart = ruimte.blad.kaarten.termijnen
    assert regels(kaart) == []
    assert any("kennisgeving" in w.text() for w in kaart.findChildren(QLabel))


@pytest.mark.parametrize(
    ("rol", "ziet"),
    [
        (Rol.KLANTMANAGER, True),
        (Rol.LEIDINGGEVENDE, True),
        (Rol.TOETSBEGELEIDER, False),
        (Rol.VLUCHTELINGENWERK, False),
    ],
)
def test_who_does_not_get_the_plan_sees_no_dates_that_rest_on_it(
    werkplek: Werkplek, store: Store, ruimte: Werkruimte, vroeg: str, rol: Rol, ziet: bool
) -> None:
    recht = RECHTEN[rol]
    ik = store.gebruiker_id or ""
    werkplek.rechten = (Rechten("0171", ik, rol, recht.lezen, recht.schrijven),)
    ruimte.toon_dossier(vroeg)
    assert ruimte.blad.kaarten.termijnen.isVisibleTo(ruimte.blad) is ziet
