"""What the user looks at is recorded, once, and nobody waits for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.models.antwoord import Notitiesoort
from desktop.models.intake import BredeIntake
from desktop.models.spoor import Raadpleging
from desktop.store.store import Store
from desktop.views.documenten import ONTHOUDEN_MAP
from desktop.views.intake.plek import Blad
from desktop.views.spoor.kijker import RUST_MS
from desktop.views.werkruimte import Werkruimte


def gezien(store: Store, dossier_id: str = "") -> list[str]:
    with store.lees() as sessie:
        rijen = sessie.scalars(sa.select(Raadpleging)).all()
    return sorted(r.wat.value for r in rijen if not dossier_id or r.dossier_id == dossier_id)


def dossier_van(store: Store, intake_id: str) -> str:
    with store.lees() as sessie:
        return sessie.get_one(BredeIntake, intake_id).dossier_id


def test_opening_a_dossier_is_recorded_after_it_is_shown(
    qtbot: QtBot, store: Store, werkruimte: Werkruimte, maak_dossier: Callable[..., str]
) -> None:
    id_ = maak_dossier()
    werkruimte.toon_dossier(id_)
    assert gezien(store) == []
    qtbot.waitUntil(lambda: gezien(store) == ["dossier"], timeout=RUST_MS * 10)
    werkruimte.toon_lijst()
    werkruimte.toon_dossier(id_)
    werkruimte.kijker.leg_vast()
    assert gezien(store) == ["dossier"]


def test_the_form_shows_the_bsn(
    store: Store, werkruimte: Werkruimte, maak_dossier: Callable[..., str]
) -> None:
    werkruimte.toon_formulier(maak_dossier())
    werkruimte.kijker.leg_vast()
    assert gezien(store) == ["bsn"]
    werkruimte.toon_formulier_nieuw("")
    werkruimte.kijker.leg_vast()
    assert gezien(store) == ["bsn"]


def test_locking_writes_what_was_seen_and_begins_anew(
    store: Store, werkruimte: Werkruimte, maak_dossier: Callable[..., str]
) -> None:
    werkruimte.toon_dossier(maak_dossier())
    werkruimte.vergrendel()
    assert gezien(store) == ["dossier"]
    werkruimte.ontgrendel()
    werkruimte.kijker.leg_vast()
    assert gezien(store) == ["dossier", "dossier"], "somebody sat down before it again"


def test_closing_writes_what_was_seen(
    store: Store, werkruimte: Werkruimte, maak_dossier: Callable[..., str]
) -> None:
    werkruimte.toon_dossier(maak_dossier())
    werkruimte.sluit()
    assert gezien(store) == ["dossier"]


def test_a_practice_client_leaves_no_trace(store: Store, werkruimte: Werkruimte) -> None:
    werkruimte.oefen()
    werkruimte.kijker.leg_vast()
    assert gezien(store) == []


def test_the_talk_records_health_when_it_opens_and_only_then(
    store: Store, werkruimte: Werkruimte, maak_intake: Callable[..., str]
) -> None:
    intake_id = maak_intake()
    werkruimte.toon_intake(intake_id)
    assert werkruimte.intake is not None
    gesprek = werkruimte.intake.gesprek
    gesprek.ga_naar("SP01")
    werkruimte.kijker.leg_vast()
    assert gezien(store) == ["dossier"]
    gesprek.ga_naar("FG01")
    gesprek.ga_naar("FG02")
    gesprek.ga_naar("SP01")
    werkruimte.kijker.leg_vast()
    assert gezien(store) == ["dossier", "gezondheid"]
    assert set(gezien(store, dossier_van(store, intake_id))) == {"dossier", "gezondheid"}


def test_a_shielded_question_and_a_shielded_note(
    store: Store, werkruimte: Werkruimte, maak_intake: Callable[..., str]
) -> None:
    een, twee = maak_intake(), maak_intake()
    werkruimte.toon_intake(een)
    assert werkruimte.intake is not None
    werkruimte.intake.gesprek.ga_naar("RE11")
    werkruimte.kijker.leg_vast()
    assert "afgeschermd" in gezien(store, dossier_van(store, een))
    with store.work() as work:
        work.get(BredeIntake, twee).noteer(
            "WO",
            "x",
            vraag=None,
            soort=Notitiesoort.AFGESCHERMD,
            door=work.door,
            nu=work.nu,
        )
    werkruimte.toon_intake(twee)
    werkruimte.intake.gesprek.ga_naar("SP01")
    werkruimte.kijker.leg_vast()
    assert gezien(store, dossier_van(store, twee)) == ["dossier"]
    werkruimte.intake.gesprek.ga_naar("WO01")
    werkruimte.kijker.leg_vast()
    assert gezien(store, dossier_van(store, twee)) == ["afgeschermd", "dossier"]


def test_the_plan_of_a_talk_shows_no_health(
    store: Store, werkruimte: Werkruimte, maak_intake: Callable[..., str]
) -> None:
    werkruimte.toon_intake(maak_intake())
    assert werkruimte.intake is not None
    werkruimte.intake.gesprek.ga_naar("FG01")
    werkruimte.intake.gesprek.naar_blad(Blad.PLAN)
    werkruimte.vergrendel()
    voor = gezien(store)
    werkruimte.ontgrendel()
    werkruimte.kijker.leg_vast()
    assert gezien(store) == sorted([*voor, "dossier"])


def test_a_paper_is_recorded_with_what_stands_on_it(
    qtbot: QtBot,
    tmp_path: Path,
    store: Store,
    werkruimte: Werkruimte,
    maak_intake: Callable[..., str],
) -> None:
    intake_id = maak_intake()
    papieren = tmp_path / "papier"
    papieren.mkdir()
    store.onthoud(ONTHOUDEN_MAP, str(papieren))
    werkruimte.toon_dossier(dossier_van(store, intake_id))
    werkruimte.toon_documenten(intake_id)
    werkruimte.kijker.leg_vast()
    assert gezien(store) == ["dossier"]
    paneel = werkruimte.documenten
    assert paneel is not None
    qtbot.mouseClick(paneel.maak_blad, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(paneel.maak.isEnabled)
    werkruimte.kijker.leg_vast()
    assert gezien(store) == ["dossier", "samenvatting"]
    paneel.met_gezondheid.setChecked(True)
    qtbot.mouseClick(paneel.maak, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(paneel.maak.isEnabled, timeout=20_000)
    werkruimte.kijker.leg_vast()
    assert gezien(store) == ["dossier", "gezondheid", "samenvatting"]


def test_a_paper_that_failed_was_not_seen(
    qtbot: QtBot,
    tmp_path: Path,
    store: Store,
    werkruimte: Werkruimte,
    maak_intake: Callable[..., str],
) -> None:
    intake_id = maak_intake()
    store.onthoud(ONTHOUDEN_MAP, str(tmp_path / "is er niet"))
    werkruimte.toon_documenten(intake_id)
    paneel = werkruimte.documenten
    assert paneel is not None
    qtbot.mouseClick(paneel.maak_blad, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: paneel.fout.isVisible())
    werkruimte.kijker.leg_vast()
    assert gezien(store) == []


def test_no_touch_of_the_client_writes_a_view(
    store: Store,
    werkruimte: Werkruimte,
    maak_intake: Callable[..., str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Not even the first answer about health: the writing waits until the screen is done."""
    werkruimte.toon_intake(maak_intake())
    assert werkruimte.intake is not None
    gesprek = werkruimte.intake.gesprek
    gesprek.meld_alleen(True)
    gesprek.ga_naar("FG01")
    geschreven: list[str] = []
    monkeypatch.setattr(
        werkruimte.werkplek.kijkboek, "noteer", lambda id_, *wat: geschreven.append(id_)
    )
    gesprek.raak(gesprek.vraag.keuzecodes[0])
    gesprek.volgende()
    assert geschreven == []
    werkruimte.kijker.leg_vast()
    assert len(geschreven) == 1
