"""Two programs with their windows and one real centre: what one writes, the other reads."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from pytestqt.qtbot import QtBot

from desktop.app import Toepassing
from desktop.store.bestanden import GEGEVENS, SLEUTEL
from desktop.store.sleutel import TEST_PARAMETERS, Sleutelbestand
from desktop.sync.dienst import Synchronisatie
from desktop.sync.koppelregel import Koppelregel
from desktop.sync.stand import Uitkomst
from desktop.views.werkplek import Werkplek
from desktop.views.werkruimte import Werkruimte
from tests.pagina.dossierblad import Dossierbladpagina
from tests.pagina.dossierformulier import Formulierpagina
from tests.pagina.dossierlijst import Dossierlijst
from tests.pagina.koppelkaart import Koppelpagina
from tests.pagina.slot import WACHTZIN, Slotpagina
from tests.pagina.statusregel import Statuspagina
from tests.sync.conftest import Centrum

LANG_MS = 20_000


@pytest.fixture(autouse=True)
def _goedkope_argon2(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Sleutelbestand.__init__, "__defaults__", (time.time, TEST_PARAMETERS))


class Venster:
    """One person's program, from its first start on."""

    def __init__(self, qtbot: QtBot, centrum: Centrum, naam: str, map_: Path) -> None:
        self.qtbot, self.centrum, self.naam, self.map = qtbot, centrum, naam, map_
        map_.mkdir()
        self.toepassing = Toepassing(map_)
        qtbot.addWidget(self.toepassing.venster)
        self.toepassing.venster.resize(1366, 768)
        self.toepassing.toon()
        self.naar_voren()
        slot = Slotpagina(qtbot, self.toepassing.venster.slot_)
        slot.naam(naam.title()).wachtzin(WACHTZIN).herhaal(WACHTZIN).enter()
        qtbot.waitUntil(lambda: not self.toepassing.venster.op_slot)

    def naar_voren(self) -> None:
        self.toepassing.venster.activateWindow()
        self.qtbot.waitUntil(self.toepassing.venster.isActiveWindow)

    @property
    def ruimte(self) -> Werkruimte:
        assert self.toepassing.werkruimte is not None
        return self.toepassing.werkruimte

    @property
    def werkplek(self) -> Werkplek:
        assert self.toepassing.werkplek is not None
        return self.toepassing.werkplek

    @property
    def status(self) -> Statuspagina:
        return Statuspagina(self.qtbot, self.ruimte.statusregel)

    @property
    def lijst(self) -> Dossierlijst:
        return Dossierlijst(self.qtbot, self.ruimte.lijst)

    @property
    def formulier(self) -> Formulierpagina:
        return Formulierpagina(self.qtbot, self.ruimte.formulier)

    @property
    def blad(self) -> Dossierbladpagina:
        return Dossierbladpagina(self.qtbot, self.ruimte.blad)

    def koppel(self) -> None:
        """In the settings, with what the beheerder gave."""
        verbinding = self.centrum.verbinding(self.naam)
        regel = Koppelregel(
            verbinding.login,
            verbinding.host,
            verbinding.poort,
            verbinding.database,
            sslmode=verbinding.sslmode,
        )
        self.naar_voren()
        self.ruimte.toon_instellingen()
        assert self.ruimte.instellingen is not None
        kaart = Koppelpagina(self.qtbot, self.ruimte.instellingen.koppeling)
        with self.ronde():
            kaart.plak(regel.als_tekst()).typ("wachtwoord", verbinding.wachtwoord)
            kaart.klik("Test en koppel")
        self.ruimte.toon_lijst()

    @contextmanager
    def ronde(self) -> Iterator[None]:
        """Waits for the end of the round that the block asks for; it must be a good one."""
        draad = self.werkplek.draad
        klaar: list[object] = []
        for signaal in (draad.klaar, draad.fout):
            signaal.connect(klaar.append)
        yield
        self.qtbot.waitUntil(lambda: bool(klaar), timeout=LANG_MS)
        for signaal in (draad.klaar, draad.fout):
            signaal.disconnect(klaar.append)
        assert isinstance(klaar[0], Uitkomst), klaar[0]

    def werk_bij(self) -> None:
        """Presses the button, and waits until the round is over."""
        self.naar_voren()
        self.rustig()
        with self.ronde():
            self.status.klik("Nu bijwerken")
        self.qtbot.wait(20)

    def rustig(self) -> None:
        """No round of its own is running."""
        self.qtbot.waitUntil(lambda: not self.werkplek.draad.is_bezig, timeout=LANG_MS)


@pytest.fixture
def venster(qtbot: QtBot, centrum: Centrum, tmp_path: Path) -> Iterator[Callable[[str], Venster]]:
    """Starts the program for a person, coupled with the centre."""
    gestart: list[Venster] = []

    def maak(naam: str) -> Venster:
        nieuw = Venster(qtbot, centrum, naam, tmp_path / naam)
        gestart.append(nieuw)
        nieuw.koppel()
        return nieuw

    yield maak
    QThreadPool.globalInstance().waitForDone()
    for een in gestart:
        een.toepassing.venster.close()


def test_what_one_writes_the_other_reads_and_both_lines_say_so(
    qtbot: QtBot, venster: Callable[[str], Venster]
) -> None:
    anneke, carla = venster("anneke"), venster("carla")
    for een in (anneke, carla):
        assert een.status.te_zien
        assert een.status.zin == "Alles is centraal bewaard."
        assert een.status.lampje == "goed"

    anneke.naar_voren()
    anneke.ruimte.toon_formulier_nieuw("")
    anneke.formulier.typ("voornamen", "Rahel").typ("achternaam", "Tekle").bewaar()
    qtbot.waitUntil(lambda: "wachten" in " ".join(anneke.status.teksten))
    assert anneke.status.zin == ""
    anneke.ruimte.toon_lijst()
    anneke.werk_bij()
    assert anneke.status.zin == "Alles is centraal bewaard."

    assert carla.lijst.namen == []
    carla.werk_bij()
    qtbot.waitUntil(lambda: carla.lijst.namen == ["Rahel Tekle"])
    assert carla.status.zin == "Alles is centraal bewaard."

    carla.lijst.klik_op_regel(0)
    carla.blad.wijzig()
    carla.formulier.typ("adres", "azc Luttelgeest").bewaar()
    carla.werk_bij()
    anneke.lijst.klik_op_regel(0)
    assert "azc Luttelgeest" not in anneke.blad.woorden
    anneke.werk_bij()
    qtbot.waitUntil(lambda: "azc Luttelgeest" in anneke.blad.woorden)
    for een in (anneke, carla):
        een.ruimte.toon_lijst()
        een.werk_bij()  # that somebody looked at the dossier is kept, and goes too
        assert een.status.zin == "Alles is centraal bewaard."
        assert een.status.knoppen == ["Nu bijwerken"]


def test_without_the_centre_one_works_on_and_it_goes_later(
    qtbot: QtBot, venster: Callable[[str], Venster], monkeypatch: pytest.MonkeyPatch
) -> None:
    anneke = venster("anneke")
    anneke.rustig()
    sync = anneke.werkplek.sync
    assert isinstance(sync, Synchronisatie)
    weg = sync.verbinding
    assert weg is not None
    sync_verbinding = type(weg)(weg.host, weg.login, weg.wachtwoord, 1, weg.database, weg.sslmode)
    with monkeypatch.context() as m:
        m.setattr(Synchronisatie, "verbinding", sync_verbinding)  # nobody listens on port 1
        anneke.ruimte.toon_formulier_nieuw("")
        anneke.formulier.typ("voornamen", "Rahel").bewaar()
        anneke.naar_voren()
        with qtbot.waitSignal(anneke.werkplek.draad.fout, timeout=LANG_MS):
            anneke.status.klik("Nu bijwerken")
        assert anneke.status.zin == "Geen verbinding. Je werk is veilig op deze laptop."
    anneke.ruimte.toon_lijst()
    # That somebody looked is kept a moment later, and goes too.
    qtbot.waitUntil(lambda: not anneke.ruimte.kijker._timer.isActive())
    anneke.werk_bij()
    assert anneke.status.zin == "Alles is centraal bewaard."


def test_a_laptop_reported_lost_wipes_itself_at_its_next_contact(
    qtbot: QtBot, centrum: Centrum, venster: Callable[[str], Venster]
) -> None:
    anneke = venster("anneke")
    anneke.ruimte.toon_formulier_nieuw("")
    anneke.formulier.typ("voornamen", "Rahel").bewaar()
    anneke.ruimte.toon_lijst()
    anneke.werk_bij()
    els = venster("els")
    els.rustig()
    assert isinstance(els.werkplek.sync, Synchronisatie)
    (apparaat,) = [a for a in els.werkplek.sync.apparaten() if a.medewerker != els_id(centrum)]
    els.werkplek.sync.meld_verloren(apparaat.id)

    anneke.naar_voren()
    anneke.rustig()
    anneke.status.klik("Nu bijwerken")
    qtbot.waitUntil(lambda: anneke.toepassing.store is None, timeout=LANG_MS)
    slot = Slotpagina(qtbot, anneke.toepassing.venster.slot_)
    assert slot.melding == "Deze laptop is als verloren gemeld. De gegevens zijn gewist."
    assert "Jouw naam" in slot.velden
    for naam in (SLEUTEL, GEGEVENS, f"{GEGEVENS}-wal"):
        assert not (anneke.map / naam).exists()


def els_id(centrum: Centrum) -> str:
    return centrum.medewerker("els")
