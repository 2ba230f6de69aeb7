"""Work on a stick: written and read through the card, with the real file between two laptops."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.models.dossier import Dossier, Medewerker
from desktop.models.vragen import Vragenlijst
from desktop.store import uitwisseling
from desktop.store.fouten import WachtzinTeKort
from desktop.store.sleutel import TEST_PARAMETERS
from desktop.store.store import Store
from desktop.sync import transport
from desktop.sync.transport import (
    NietsMeeTeNemen,
    TransportOnleesbaar,
    TransportWachtzinOnjuist,
    schrijf_bestand,
)
from desktop.views.instellingen.stick import Stickkaart
from desktop.views.sync.draad import Syncdraad
from desktop.views.werkplek import Werkplek
from tests.conftest import SLEUTEL
from tests.views.sync.nep import Nepsync

WACHTZIN = "vier paarden in de wei"


class Stickpagina:
    """Page object over the card; `doel` and `bestand` are what somebody picks in the dialogs."""

    def __init__(self, qtbot: QtBot, werkplek: Werkplek) -> None:
        self.qtbot = qtbot
        self.doel = self.bestand = ""
        self.gevraagd: list[str] = []
        self.kaart = Stickkaart(
            werkplek, None, kies_doel=self._kies_doel, kies_bestand=lambda _o, _n: self.bestand
        )
        qtbot.addWidget(self.kaart)
        self.kaart.show()
        self.kaart.activateWindow()
        qtbot.waitUntil(self.kaart.isActiveWindow)

    def _kies_doel(self, _ouder: object, naam: str) -> str:
        self.gevraagd.append(naam)
        return self.doel

    def klik(self, tekst: str) -> Stickpagina:
        (knop,) = [k for k in self.kaart.findChildren(QPushButton) if k.text() == tekst]
        assert knop.isVisible()
        self.qtbot.mouseClick(knop, Qt.MouseButton.LeftButton)
        return self

    def schrijf(self, een: str, twee: str) -> Stickpagina:
        self.klik("Neem mee op een stick")
        assert self.kaart.wachtzin.hasFocus()
        self.qtbot.keyClicks(self.kaart.wachtzin, een)
        self.qtbot.keyClicks(self.kaart.herhaling, twee)
        return self.klik("Kies waar het bestand komt")

    def lees(self, wachtzin: str) -> Stickpagina:
        self.klik("Lees een bestand in")
        assert self.kaart.leeswachtzin.hasFocus()
        self.qtbot.keyClicks(self.kaart.leeswachtzin, wachtzin)
        return self.klik("Lees in")

    @property
    def fout(self) -> str:
        return self.kaart.fout.text() if self.kaart.fout.isVisible() else ""

    @property
    def klaar(self) -> str:
        tekst = self.kaart.klaar.text() if self.kaart.klaar.isVisible() else ""
        return "" if tekst == "Even wachten…" else tekst


@pytest.fixture(autouse=True)
def _goedkope_argon2(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schrijf_bestand, "__kwdefaults__", {"parameters": TEST_PARAMETERS})


@pytest.fixture
def pagina(qtbot: QtBot, werkplek: Werkplek, nep: Nepsync, begonnen: Syncdraad) -> Stickpagina:
    return Stickpagina(qtbot, werkplek)


@pytest.fixture
def collega(tmp_path: Path, lijst: Vragenlijst, klok: Callable[[], object]) -> Iterator[Store]:
    """A colleague's laptop with a new dossier on it."""
    map_ = tmp_path / "collega"
    map_.mkdir()
    store = Store(map_, SLEUTEL, lijst, klok=klok)  # type: ignore[arg-type]
    with store.work() as work:
        karin = Medewerker(naam="Karin Visser", gemeente="0171")
        work.voeg_toe(karin)
    store.word(karin.id)
    with store.work() as work:
        work.voeg_toe(
            Dossier(
                nummer="0171-26-0001",
                voornamen="Rahel",
                gemeente="0171",
                klantmanager_id=karin.id,
            )
        )
    yield store
    store.sluit()


def wachtend(store: Store) -> int:
    with store.lees() as sessie:
        return uitwisseling.wachtend(sessie.connection())


def test_writing_puts_everything_that_waits_in_one_file(
    qtbot: QtBot,
    store: Store,
    maak_dossier: Callable[..., str],
    pagina: Stickpagina,
    tmp_path: Path,
    collega: Store,
) -> None:
    maak_dossier("Tesfay", "Gebremedhin")
    pagina.doel = str(tmp_path / "stick")
    pagina.schrijf(WACHTZIN, WACHTZIN)
    qtbot.waitUntil(lambda: bool(pagina.klaar or pagina.fout))
    assert pagina.klaar.startswith(f"{wachtend(store)} wijzigingen staan in het bestand.")
    assert pagina.gevraagd == ["viergesprek-2026-11-23.vgtransport"]
    bestand = tmp_path / "stick.vgtransport"
    assert b"Tesfay" not in bestand.read_bytes()
    assert transport.lees_bestand(collega, bestand, WACHTZIN).meegenomen == wachtend(store)
    assert pagina.kaart.wachtzin.text() == pagina.kaart.herhaling.text() == ""


@pytest.mark.parametrize(
    ("een", "twee", "zin"),
    [
        ("kort", "kort", WachtzinTeKort.STANDAARD),
        (WACHTZIN, WACHTZIN + "!", "De twee wachtzinnen zijn niet gelijk. Typ ze nog een keer."),
    ],
)
def test_a_passphrase_that_cannot_do_is_said_before_a_file_is_chosen(
    pagina: Stickpagina, een: str, twee: str, zin: str
) -> None:
    pagina.schrijf(een, twee)
    assert pagina.fout == zin
    assert pagina.gevraagd == []


def test_a_hint_says_how_strong_the_passphrase_is(qtbot: QtBot, pagina: Stickpagina) -> None:
    pagina.klik("Neem mee op een stick")
    qtbot.keyClicks(pagina.kaart.wachtzin, "kort")
    assert pagina.kaart.hint.text().startswith("Maak je wachtzin langer.")
    qtbot.keyClicks(pagina.kaart.wachtzin, WACHTZIN)
    assert "sterke wachtzin" in pagina.kaart.hint.text()


def test_choosing_no_place_writes_nothing(pagina: Stickpagina) -> None:
    pagina.schrijf(WACHTZIN, WACHTZIN)
    assert len(pagina.gevraagd) == 1
    assert (pagina.klaar, pagina.fout) == ("", "")
    assert pagina.kaart.wachtzin.text() == WACHTZIN, "one can choose again"


def test_when_all_is_in_the_centre_there_is_nothing_to_take(
    qtbot: QtBot, store: Store, pagina: Stickpagina, tmp_path: Path
) -> None:
    with store.neem_op() as inkomst:
        inkomst.verbinding.execute(sa.text("UPDATE apparaat SET bevestigd = volgnummer"))
    pagina.doel = str(tmp_path / "stick.vgtransport")
    pagina.schrijf(WACHTZIN, WACHTZIN)
    qtbot.waitUntil(lambda: pagina.fout == NietsMeeTeNemen.STANDAARD)
    assert not Path(pagina.doel).exists()


def test_reading_carries_a_colleagues_work_along(
    qtbot: QtBot,
    store: Store,
    pagina: Stickpagina,
    tmp_path: Path,
    collega: Store,
) -> None:
    pad = tmp_path / "stick.vgtransport"
    aantal = schrijf_bestand(collega, pad, WACHTZIN)
    pagina.bestand = str(pad)
    pagina.lees(WACHTZIN)
    qtbot.waitUntil(lambda: bool(pagina.klaar or pagina.fout))
    assert pagina.klaar.splitlines()[0] == (
        f"Ingelezen: {aantal} wijzigingen gaan mee naar de centrale opslag."
    )
    with store.lees() as sessie:
        assert uitwisseling.aantal_meegenomen(sessie.connection()) == aantal
    pagina.lees(WACHTZIN)
    qtbot.waitUntil(lambda: bool(pagina.klaar))
    with store.lees() as sessie:
        assert uitwisseling.aantal_meegenomen(sessie.connection()) == aantal, "twice is once"


def test_a_wrong_passphrase_can_be_typed_again(
    qtbot: QtBot, pagina: Stickpagina, tmp_path: Path, collega: Store
) -> None:
    pad = tmp_path / "stick.vgtransport"
    schrijf_bestand(collega, pad, WACHTZIN)
    pagina.bestand = str(pad)
    pagina.lees("vier koeien in de wei")
    qtbot.waitUntil(lambda: pagina.fout == TransportWachtzinOnjuist.STANDAARD)
    pagina.kaart.leeswachtzin.clear()
    qtbot.keyClicks(pagina.kaart.leeswachtzin, WACHTZIN + "\r")
    qtbot.waitUntil(lambda: pagina.klaar.startswith("Ingelezen"))


def test_another_file_is_no_transport_file(
    qtbot: QtBot, pagina: Stickpagina, tmp_path: Path
) -> None:
    pad = tmp_path / "vakantie.jpg"
    pad.write_bytes(b"\xff\xd8" * 100)
    pagina.bestand = str(pad)
    pagina.lees(WACHTZIN)
    qtbot.waitUntil(lambda: pagina.fout == TransportOnleesbaar.STANDAARD)


def test_without_a_passphrase_nothing_is_read(
    pagina: Stickpagina, tmp_path: Path, collega: Store
) -> None:
    pad = tmp_path / "stick.vgtransport"
    schrijf_bestand(collega, pad, WACHTZIN)
    pagina.bestand = str(pad)
    pagina.lees("")
    assert pagina.fout == "Typ eerst de wachtzin die je met je collega hebt afgesproken."


def test_choosing_no_file_opens_nothing(pagina: Stickpagina) -> None:
    pagina.klik("Lees een bestand in")
    assert not pagina.kaart.leeswachtzin.isVisible()
