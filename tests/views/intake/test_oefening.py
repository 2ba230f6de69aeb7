"""Rehearsal with a made-up client: marked everywhere, mixed with nobody."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from desktop.models.dossier import Dossier
from desktop.models.intake import BredeIntake
from desktop.store.store import Store
from desktop.views.intake.plek import Blad
from tests.pagina.dossierlijst import Dossierlijst
from tests.pagina.gesprek import Tafel
from tests.views.intake.conftest import Dek


@pytest.fixture
def oefening(dek: Dek, maak_dossier: Callable[..., str]) -> Tafel:
    """A rehearsal at its first question, begun from the list, beside a real dossier."""
    maak_dossier()
    tafel = dek()
    tafel.klik(tafel.ruimte.lijst.knop_oefenen)
    assert "Dit is een verzonnen cliënt, om mee te oefenen." in tafel.teksten
    tafel.klik(tafel.ruimte.blad.knop_volgende)
    tafel.ruimte.ramen.toon_client()
    tafel.ruimte.activateWindow()
    tafel.qtbot.waitUntil(tafel.ruimte.isActiveWindow)
    tafel.klik_op("Zitting plannen")
    tafel.klik_op("Begin het gesprek")
    tafel.doe_opening()
    return tafel


def is_gemerkt(tafel: Tafel) -> bool:
    """The client's window has the dashed frame: its edge is not the plain surface."""
    venster = tafel.client.venster
    foto = tafel.client.foto()
    rand = {foto.pixelColor(x, 4).name() for x in range(20, venster.width() - 20)}
    return len(rand) > 1


def test_both_windows_say_that_it_is_a_rehearsal(oefening: Tafel) -> None:
    def gemerkt() -> None:
        assert oefening.scherm.oefening.isVisible()
        assert oefening.scherm.oefening.text() == "Oefening"
        assert is_gemerkt(oefening)

    gemerkt()
    oefening.client.raak("Vrienden")
    gemerkt()
    oefening.ga_naar("SP12")
    gemerkt()
    oefening.letters("P")
    gemerkt()
    oefening.klik_op("Verder (P)")
    oefening.klik_op("Oefenen met de cliënt")
    gemerkt()
    for blad in (Blad.PLAN, Blad.OPENING, Blad.AFSLUITEN):
        oefening.naar(blad)
        gemerkt()


def test_a_real_talk_has_no_such_mark(tafel: Tafel) -> None:
    assert not tafel.scherm.oefening.isVisible()
    assert not is_gemerkt(tafel)


def test_a_rehearsal_stands_in_no_list_and_no_search(oefening: Tafel, store: Store) -> None:
    oefening.client.raak("Vrienden")
    oefening.enter()
    oefening.klik_op("← Dossier")
    oefening.klik(oefening.ruimte.blad.knop_terug)
    lijst = Dossierlijst(oefening.qtbot, oefening.ruimte.lijst)
    assert lijst.namen == ["Tesfay Gebremedhin"]
    for woord in ("Oefen", "Voorbeeld"):
        lijst.typ(woord)
        assert lijst.namen == []
        assert lijst.leegstaat, "it says that there is nobody of that name"
        oefening.druk(*[Qt.Key.Key_Backspace] * len(woord))
    with store.lees() as sessie:
        geoefend = sessie.query(Dossier).filter(Dossier.oefening.is_(True)).one()
        intake = sessie.query(BredeIntake).one()
        assert intake.dossier_id == geoefend.id, "nothing was written in the real dossier"


def test_the_rehearsal_goes_on_where_it_was(oefening: Tafel) -> None:
    oefening.ga_naar("MO02")
    oefening.klik_op("← Dossier")
    oefening.klik(oefening.ruimte.blad.knop_terug)
    oefening.klik(oefening.ruimte.lijst.knop_oefenen)
    oefening.klik(oefening.ruimte.blad.knop_volgende)
    assert oefening.vraag == "MO02"
