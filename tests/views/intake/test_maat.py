"""A small laptop, a screen reader, a keyboard: all of the talk within reach."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from desktop.models.antwoord import Notitie
from desktop.models.intake import OPENING
from desktop.models.vragen import Vragenlijst
from desktop.views.intake.plek import Blad
from tests.pagina.gesprek import Tafel, buiten_beeld, naam_van, naamloos, over_de_rand
from tests.pagina.toegankelijk import bedienbaar, niet_te_bereiken, tabronde
from tests.views.intake.conftest import Dek

# One of every kind: tiles, number, date, text, grids, parts, score, alone, choice in words.
SOORTEN = ("SP01", "WK01", "WO02", "RE12", "SP09", "WK10", "FI05", "SP12", "RE11", "WO03", "OP01")


@pytest.fixture
def klein(dek: Dek, maak_intake: Callable[..., str]) -> Tafel:
    """The talk on a small laptop."""
    return dek(maak_intake(), breed=1024, hoog=600)


def past(tafel: Tafel) -> list[str]:
    """What sticks out, of the window or of a part that scrolls."""
    QApplication.processEvents()
    assert tafel.ruimte.width() == 1024, "the window was pushed wider"
    uit = over_de_rand(tafel.ruimte)
    for vlak in tafel.ruimte.findChildren(QScrollArea):
        if vlak.isVisible():
            uit += buiten_beeld(vlak)
    return uit


# A small laptop


def test_no_question_is_wider_than_a_small_window(klein: Tafel, lijst: Vragenlijst) -> None:
    mis = {}
    for vraag in lijst.gespreksvolgorde:
        assert klein.vraag == vraag.code
        if klein.scherm.gesprek.eerst_alleen:
            assert past(klein) == []
            klein.letters("J")
        if uit := past(klein):
            mis[vraag.code] = uit
        klein.druk(Qt.Key.Key_Right, met=Qt.KeyboardModifier.AltModifier)
    assert mis == {}


def test_the_other_sheets_fit_a_small_window_too(dek: Dek, maak_intake: Callable[..., str]) -> None:
    tafel = dek(maak_intake("ti", geopend=False), breed=1024, hoog=600)
    assert past(tafel) == []
    tafel.klik_op("Zitting plannen")
    tafel.klik_op("+ Iemand erbij")
    assert past(tafel) == []
    tafel.klik_op("Begin het gesprek")
    for _ in OPENING:
        assert past(tafel) == []
        tafel.klik(tafel.scherm.opening.ja)
    assert past(tafel) == []
    tafel.klik_op("Oefenen overslaan")
    tafel.client.raak(tafel.client.tegels[0])
    tafel.client.klaar()
    assert past(tafel) == []
    tafel.klik_op("Leefdomein overslaan")
    assert past(tafel) == []
    tafel.client.stop()
    assert past(tafel) == []
    tafel.naar(Blad.AFSLUITEN)
    tafel.klik_op("+ Afspraak")
    assert past(tafel) == []


def test_on_a_small_window_notes_take_the_place_of_the_rail(
    klein: Tafel, notities: Callable[[], list[Notitie]]
) -> None:
    blad = klein.gespreksblad
    assert (blad.rail.isVisible(), blad.notities.isVisible()) == (True, False)
    klein.druk(Qt.Key.Key_F8)
    assert (blad.rail.isVisible(), blad.notities.isVisible()) == (False, True)
    assert past(klein) == []
    klein.druk(Qt.Key.Key_F8)
    assert (blad.rail.isVisible(), blad.notities.isVisible()) == (True, False)
    klein.klik_op("Notities (F8)")
    assert klein.bij_vraag.veld.isVisible()
    klein.klik_op("Verberg (F8)")
    assert (blad.rail.isVisible(), blad.notities.isVisible()) == (True, False)
    klein.druk(Qt.Key.Key_F2)
    assert klein.hier is klein.bij_vraag.veld
    klein.letters("Kort.")
    klein.druk(Qt.Key.Key_F8)
    assert not klein.bij_vraag.veld.isVisible()
    assert [n.tekst for n in notities()] == ["Kort."]


def test_on_a_wide_window_rail_question_and_notes_stand_side_by_side(tafel: Tafel) -> None:
    blad = tafel.gespreksblad
    assert blad.rail.isVisible()
    assert blad.notities.isVisible()
    assert not blad.notitieknop.isVisible()


# A screen reader and a keyboard


def test_everything_to_work_with_has_a_name(tafel: Tafel) -> None:
    for code in SOORTEN:
        tafel.ga_naar(code)
        if tafel.scherm.gesprek.eerst_alleen:
            assert naamloos(tafel.scherm) == []
            tafel.letters("J")
        if code in ("SP09", "WO03"):
            raster = tafel.scherm.gesprek.vraag.raster
            assert raster is not None
            tafel.klik_op(f"+ {raster.rijtitel} erbij")
        if code == "FI05":
            tafel.letters("1")
        assert naamloos(tafel.scherm) == [], code
        assert naamloos(tafel.client.venster) == [], code
    tafel.naar(Blad.PLAN)
    tafel.klik_op("Zitting plannen")
    assert naamloos(tafel.scherm) == []
    tafel.naar(Blad.OPENING)
    assert naamloos(tafel.scherm) == []
    tafel.naar(Blad.AFSLUITEN)
    tafel.klik_op("+ Afspraak")
    assert naamloos(tafel.scherm) == []


def onbereikt(qtbot: QtBot, tafel: Tafel, begin: QWidget) -> list[str]:
    """What Tab does not reach. Of the strip, and of buttons of which one is down, one is enough:
    the arrows lead on."""
    rond = tabronde(qtbot, begin)
    strip = tafel.paneel.strip.knoppen
    uit = []
    for w in bedienbaar(tafel.scherm):
        samen: Sequence[QWidget] = ()
        if isinstance(w, QAbstractButton):
            groep = w.group()
            samen = strip if w in strip else groep.buttons() if groep is not None else ()
        if (
            w.isEnabled()
            and w.focusProxy() is None
            and w not in rond
            and not set(samen) & set(rond)
        ):
            uit.append(naam_van(w))
    return uit


def test_tab_reaches_everything_of_a_question(qtbot: QtBot, tafel: Tafel) -> None:
    for code in SOORTEN:
        tafel.ga_naar(code)
        if tafel.scherm.gesprek.eerst_alleen:
            assert onbereikt(qtbot, tafel, tafel.gespreksblad.verder) == [], code
            tafel.letters("J")
        assert onbereikt(qtbot, tafel, tafel.gespreksblad.verder) == [], code


def test_tab_reaches_everything_of_the_other_sheets(
    qtbot: QtBot, dek: Dek, maak_intake: Callable[..., str]
) -> None:
    tafel = dek(maak_intake(geopend=False))
    tafel.klik_op("Zitting plannen")
    assert onbereikt(qtbot, tafel, tafel.scherm.plan.begin) == []
    tafel.klik_op("Begin het gesprek")
    for _ in OPENING:
        assert onbereikt(qtbot, tafel, tafel.scherm.opening.ja) == []
        tafel.klik(tafel.scherm.opening.ja)
    assert onbereikt(qtbot, tafel, tafel.scherm.opening.oefenen.verder) == []
    tafel.klik_op("Oefenen overslaan")
    tafel.naar(Blad.AFSLUITEN)
    tafel.klik_op("+ Afspraak")
    assert onbereikt(qtbot, tafel, tafel.scherm.afsluiting.sluit) == []


def test_arrows_lead_on_from_the_button_that_is_down(tafel: Tafel) -> None:
    tafel.richt(tafel.knop("Via de tolk"))
    tafel.druk(Qt.Key.Key_Right)
    assert tafel.hier is tafel.knop("In het Nederlands")
    tafel.druk(Qt.Key.Key_Space)
    assert tafel.wijze == "In het Nederlands"
    tafel.richt(tafel.scherm.stappen[Blad.GESPREK])
    tafel.druk(Qt.Key.Key_Right, Qt.Key.Key_Space)
    assert tafel.blad is Blad.AFSLUITEN


def test_tab_goes_down_the_question_before_it_comes_to_the_notes(
    qtbot: QtBot, tafel: Tafel
) -> None:
    """From the answer on: what belongs to it, then the notes, then what is next."""
    tafel.ga_naar("AD10")
    tafel.letters("1")
    uren = tafel.veld("Hoeveel uur per week?")
    tafel.richt(uren)
    langs = []
    while tafel.hier is not tafel.gespreksblad.verder:
        langs.append(tafel.hier)
        assert len(langs) < 40
        tafel.druk(Qt.Key.Key_Tab)
    niet = list(tafel.paneel.niet.knoppen.values())
    wijzen = list(tafel.paneel.herkomst.wijzen.values())
    notitie = tafel.bij_vraag.veld
    assert langs[1:3] == niet
    assert langs.index(wijzen[0]) < langs.index(notitie) < langs.index(tafel.gespreksblad.later)


def test_the_clients_window_can_be_worked_with_keys_too(qtbot: QtBot, tafel: Tafel) -> None:
    venster = tafel.client.venster
    venster.activateWindow()
    qtbot.waitUntil(venster.isActiveWindow)
    assert niet_te_bereiken(qtbot, venster, venster.tegels[0]) == []
