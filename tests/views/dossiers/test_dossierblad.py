"""The sheet of one dossier: what it shows, what it keeps silent, and the next step."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.models.dossier import (
    Alfabetisering,
    DoelgroepPeriode,
    Dossier,
    Huisgenoot,
    Indeling,
    Relatie,
)
from desktop.store.store import Store
from tests.pagina.dossierblad import Dossierbladpagina
from tests.pagina.toegankelijk import bedienbaar, niet_te_bereiken, zonder_naam

Show = Callable[[str], Dossierbladpagina]


@pytest.fixture
def dossier_id(store: Store, maak_dossier: Callable[..., str]) -> str:
    """Somebody with a history and a household."""
    id_ = maak_dossier(
        "Ayşe",
        "Yıldız",
        bsn="012345672",
        v_nummer="1234567890",
        geboortedatum="1990-05",
        spreektaal="ar",
        dialect="Soedanees",
        leestaal="en",
        nationaliteit="SD",
        alfabetisering=Alfabetisering.AA,
        adres="azc Luttelgeest",
    )
    with store.work() as work:
        work.voeg_toe(
            DoelgroepPeriode(
                dossier_id=id_, vanaf=date(2024, 1, 1), indeling=Indeling.GEZINSMIGRANT
            ),
            DoelgroepPeriode(
                dossier_id=id_, vanaf=date(2026, 6, 15), indeling=Indeling.ASIELSTATUSHOUDER
            ),
            DoelgroepPeriode(
                dossier_id=id_, vanaf=date(2027, 1, 1), indeling=Indeling.GEZINSMIGRANT
            ),
            Huisgenoot(dossier_id=id_, naam="Sara", relatie=Relatie.KIND, geboortejaar=2015),
        )
    return id_


def test_the_sheet_shows_the_dossier_in_plain_words(dossier_id: str, blad: Show) -> None:
    pagina = blad(dossier_id)
    assert pagina.naam == "Ayşe Yıldız"
    assert pagina.onder_naam.startswith("geboren mei 1990, 36 jaar  ·  0171-26-")
    assert pagina.feit("Spreekt") == "Arabisch, Soedanees"
    assert pagina.feit("Leest in") == "Engels"
    assert pagina.feit("Lezen en schrijven") == "Leest een ander schrift (AA)"
    assert pagina.feit("Kind") == "Sara, geboren in 2015"
    assert pagina.feit("Klantmanager") == "Anneke de Boer"
    assert pagina.feit("Nationaliteit") == "Soedan"
    assert pagina.feit("Adres") == "azc Luttelgeest"


def test_the_sheet_shows_the_doelgroep_of_today(dossier_id: str, blad: Show) -> None:
    pagina = blad(dossier_id)
    assert pagina.feit("Doelgroep") == "Asielstatushouder"
    assert pagina.feit("Geldt vanaf") == "15-06-2026"


def test_the_sheet_never_shows_the_bsn(dossier_id: str, blad: Show) -> None:
    pagina = blad(dossier_id)
    assert any("1234567890" in woord for woord in pagina.woorden), "the V-nummer is there"
    assert not any("12345672" in woord for woord in pagina.woorden)


def test_what_is_not_known_says_so(maak_dossier: Callable[..., str], blad: Show) -> None:
    pagina = blad(maak_dossier("Suharto", "", spreektaal=None, leestaal=None))
    assert pagina.onder_naam.startswith("geboortedatum nog niet bekend")
    assert pagina.feit("Spreekt") == "Nog niet bekend"
    assert pagina.feit("Doelgroep") == "Nog niet bekend"


def test_a_birth_year_alone_leaves_two_ages(maak_dossier: Callable[..., str], blad: Show) -> None:
    pagina = blad(maak_dossier("Suharto", "", geboortedatum="1990"))
    assert pagina.onder_naam.startswith("geboren 1990, 35 of 36 jaar")


def test_the_next_step_is_under_enter(
    qtbot: QtBot, dossier_id: str, blad: Show, maak_intake: Callable[..., str]
) -> None:
    pagina = blad(dossier_id)
    assert pagina.volgende == "Plan de brede intake"
    pagina.scherm.setFocus()
    assert pagina.scherm.knop_volgende.hasFocus()
    with qtbot.waitSignal(pagina.scherm.plan_intake) as signaal:
        qtbot.keyClick(pagina.scherm.knop_volgende, Qt.Key.Key_Return)
    assert signaal.args == [dossier_id]
    intake_id = maak_intake(dossier_id=dossier_id, geopend=False)
    assert pagina.volgende == "Ga naar het gesprek"
    with qtbot.waitSignal(pagina.scherm.open_intake) as signaal:
        pagina.druk_op_volgende()
    assert signaal.args == [intake_id]


def test_change_and_back_are_announced(qtbot: QtBot, dossier_id: str, blad: Show) -> None:
    pagina = blad(dossier_id)
    with qtbot.waitSignal(pagina.scherm.wijzig) as signaal:
        pagina.wijzig()
    assert signaal.args == [dossier_id]
    with qtbot.waitSignal(pagina.scherm.terug):
        qtbot.keyClick(pagina.scherm.knop_volgende, Qt.Key.Key_Escape)


def test_the_sheet_follows_a_change_at_once(store: Store, dossier_id: str, blad: Show) -> None:
    pagina = blad(dossier_id)
    with store.work() as work:
        work.get(Dossier, dossier_id).dialect = "Iraaks"
    assert pagina.feit("Spreekt") == "Arabisch, Iraaks"
    assert not any("Soedanees" in woord for woord in pagina.woorden)


def test_a_hidden_sheet_is_up_to_date_when_it_is_shown(
    store: Store, dossier_id: str, blad: Show
) -> None:
    pagina = blad(dossier_id)
    pagina.scherm.hide()
    with store.work() as work:
        work.get(Dossier, dossier_id).dialect = "Iraaks"
    pagina.scherm.show()
    assert pagina.feit("Spreekt") == "Arabisch, Iraaks"


def test_everything_on_the_sheet_has_a_name_and_tab_reaches_it(
    qtbot: QtBot, dossier_id: str, blad: Show, maak_intake: Callable[..., str]
) -> None:
    maak_intake(dossier_id=dossier_id)
    pagina = blad(dossier_id)
    assert len(bedienbaar(pagina.scherm)) >= 4
    assert zonder_naam(pagina.scherm) == []
    assert niet_te_bereiken(qtbot, pagina.scherm, pagina.scherm.knop_volgende) == []
