"""The panel where the papers are made: careful by default, by keyboard, with a way out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from desktop.documents import samenvatting as samenvattingmodule
from desktop.models.antwoord import Keuze, Notitiesoort, Wijze
from desktop.models.intake import BredeIntake
from desktop.models.vragen import Vragenlijst
from desktop.store.store import Store
from desktop.views import stijl
from desktop.views.documenten import ONTHOUDEN_MAP, Documentpaneel
from desktop.views.werkplek import Werkplek
from tests.pagina.papieren import Papier, Papierpaneel
from tests.pagina.toegankelijk import bedienbaar, niet_te_bereiken, zonder_naam

Open = Callable[..., Papierpaneel]

GEZOND = "Slaapt slecht door de pijn."
GEHEIM = "Bang voor de broer."
GEWOON = "Woont dicht bij de school."


@pytest.fixture
def intake_id(store: Store, lijst: Vragenlijst, maak_intake: Callable[..., str]) -> str:
    """An intake with an ordinary answer, one about health, and three notes."""
    id_ = maak_intake("ar", voornamen="Salma", achternaam="Nouri", bsn="012345672")
    with store.work() as work:
        intake = work.get(BredeIntake, id_)
        for code, keuze in (("FI02", "ja"), ("FG01", "slecht")):
            intake.beantwoord(
                lijst.vragen[code], Keuze((keuze,)), door=None, wijze=Wijze.TOLK, nu=work.nu
            )
        for domein, tekst, soort in (
            ("FG", GEZOND, Notitiesoort.GEWOON),
            ("SP", GEHEIM, Notitiesoort.AFGESCHERMD),
            ("WO", GEWOON, Notitiesoort.GEWOON),
        ):
            intake.noteer(domein, tekst, vraag=None, soort=soort, door=None, nu=work.nu)
    return id_


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    """A folder for the papers."""
    map_ = tmp_path / "Papieren van Anneke"
    map_.mkdir()
    return map_


@pytest.fixture
def open_paneel(qtbot: QtBot, werkplek: Werkplek, intake_id: str, map_: Path) -> Open:
    """Shows the panel as the active window, with the folder typed in."""
    stijl.laad_letters()

    def maak(id_: str = intake_id, *, met_map: bool = True) -> Papierpaneel:
        scherm = Documentpaneel(werkplek, id_)
        qtbot.addWidget(scherm)
        scherm.resize(1366, 768)
        scherm.show()
        scherm.activateWindow()
        qtbot.waitUntil(scherm.isActiveWindow)
        pagina = Papierpaneel(qtbot, scherm)
        return pagina.typ_map(str(map_)) if met_map else pagina

    return maak


# What is printed


def test_by_default_neither_health_nor_what_is_shielded_is_chosen(open_paneel: Open) -> None:
    pagina = open_paneel()
    assert not pagina.scherm.met_gezondheid.isChecked()
    assert not pagina.scherm.met_afgeschermd.isChecked()


def test_the_panel_counts_what_is_left_out(open_paneel: Open) -> None:
    pagina = open_paneel()
    assert pagina.inhoud == (
        "3 antwoorden en notities over gezondheid of veiligheid blijven eruit."
    )
    pagina.druk(pagina.scherm.met_gezondheid)
    assert pagina.inhoud == ("Eén antwoord of notitie over gezondheid of veiligheid blijft eruit.")
    pagina.druk(pagina.scherm.met_afgeschermd)
    assert pagina.inhoud == "Alle antwoorden en notities staan erin."
    pagina.druk(pagina.scherm.met_gezondheid)
    assert pagina.inhoud.startswith("2 antwoorden en notities")


@pytest.mark.parametrize(("gezondheid", "afgeschermd"), [(False, False), (True, True)])
def test_the_paper_holds_what_was_chosen(
    open_paneel: Open, gezondheid: bool, afgeschermd: bool
) -> None:
    pagina = open_paneel()
    for keuze, aan in (
        (pagina.scherm.met_gezondheid, gezondheid),
        (pagina.scherm.met_afgeschermd, afgeschermd),
    ):
        if aan:
            pagina.druk(keuze)
    tekst = Papier(pagina.maak().read_bytes()).tekst
    assert GEWOON in tekst
    assert (GEZOND in tekst) is gezondheid
    assert (GEHEIM in tekst) is afgeschermd
    assert "012345672" not in tekst


def test_a_choice_is_not_remembered_for_the_next_time(open_paneel: Open) -> None:
    eerst = open_paneel()
    eerst.druk(eerst.scherm.met_gezondheid)
    eerst.maak()
    assert not open_paneel().scherm.met_gezondheid.isChecked()


# Making and keeping


def test_the_file_has_the_number_of_the_dossier_and_no_name(open_paneel: Open, map_: Path) -> None:
    pagina = open_paneel()
    for knop, soort in (
        (pagina.scherm.maak, "samenvatting"),
        (pagina.scherm.maak_blad, "blad-client"),
    ):
        pad = pagina.maak(knop)
        assert pad.parent == map_
        assert pad.name == f"{soort}-{pagina.scherm.nummer}.pdf"
        assert pagina.klaar == f"Klaar: {pad.name}"
    for bestand in map_.iterdir():
        assert "salma" not in bestand.name.lower()
        assert "nouri" not in bestand.name.lower()
    assert len(list(map_.iterdir())) == 2


def test_a_paper_that_was_made_before_stays_as_it_is(open_paneel: Open, map_: Path) -> None:
    pagina = open_paneel()
    eerste = pagina.maak()
    inhoud = eerste.read_bytes()
    tweede = pagina.maak()
    assert tweede.name == f"{eerste.stem}-2.pdf"
    assert eerste.read_bytes() == inhoud


def test_the_page_for_the_client_is_one_page(open_paneel: Open) -> None:
    pagina = open_paneel()
    papier = Papier(pagina.maak(pagina.scherm.maak_blad).read_bytes())
    assert papier.maten == [(595, 842)]
    assert GEZOND not in papier.tekst


def test_while_a_paper_is_being_made_no_second_can_be_begun(
    open_paneel: Open, qtbot: QtBot
) -> None:
    pagina = open_paneel()
    scherm = pagina.scherm
    pagina.druk(scherm.maak)
    assert pagina.klaar == "Even wachten…"
    assert not scherm.maak.isEnabled()
    assert not scherm.maak_blad.isEnabled()
    qtbot.waitUntil(lambda: scherm.gemaakt is not None)
    assert scherm.maak.isEnabled()
    assert scherm.maak_blad.isEnabled()


def test_a_paper_can_be_opened_when_it_is_there(
    open_paneel: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    geopend: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: geopend.append(url) or True)
    pagina = open_paneel()
    assert not pagina.scherm.open.isVisible()
    pad = pagina.maak()
    assert pagina.scherm.open.isVisible()
    pagina.druk(pagina.scherm.open)
    assert [Path(url.toLocalFile()) for url in geopend] == [pad]


# The folder


def test_the_folder_is_the_documents_until_another_one_was_used(
    store: Store, open_paneel: Open, map_: Path
) -> None:
    plek = QStandardPaths.StandardLocation.DocumentsLocation
    pagina = open_paneel(met_map=False)
    assert pagina.scherm.map.text() == QStandardPaths.writableLocation(plek)
    pagina.typ_map(str(map_)).maak()
    assert store.lokaal(ONTHOUDEN_MAP) == str(map_)
    assert open_paneel(met_map=False).scherm.map.text() == str(map_)


@pytest.mark.parametrize("map_naam", ["bestaat-niet", "", "   ", "~niemandhier/papieren", "/"])
def test_a_wrong_folder_gives_a_sentence_beside_the_field_and_stays(
    open_paneel: Open,
    map_: Path,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    map_naam: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    getypt = str(map_ / "bestand.txt") if map_naam == "/" else map_naam
    (map_ / "bestand.txt").write_text("geen map")
    pagina = open_paneel().typ_map(getypt)
    for knop in (pagina.scherm.maak, pagina.scherm.maak_blad):
        assert pagina.probeer(knop) == "Deze map bestaat niet. Kies een andere map."
        assert pagina.scherm.map.text() == getypt
        assert pagina.scherm.map.hasFocus()
        assert pagina.klaar == ""
        assert not pagina.scherm.open.isVisible()
        assert knop.isEnabled()
    assert not list(tmp_path.rglob("*.pdf"))


def test_a_folder_where_one_may_not_write_gives_a_sentence_beside_the_field(
    open_paneel: Open, map_: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    echt = Path.open

    def weiger(pad: Path, *rest: object, **meer: object) -> object:
        if pad.parent == map_:
            raise PermissionError
        return echt(pad, *rest, **meer)

    monkeypatch.setattr(Path, "open", weiger)
    pagina = open_paneel()
    zin = "In deze map mag je niets bewaren. Kies een andere map."
    assert pagina.probeer() == zin
    assert pagina.scherm.map.text() == str(map_)


def test_after_a_wrong_folder_the_right_one_works_and_the_sentence_goes(
    open_paneel: Open, map_: Path
) -> None:
    pagina = open_paneel().typ_map(str(map_ / "weg"))
    pagina.probeer()
    pad = pagina.typ_map(str(map_)).maak()
    assert pad.exists()
    assert pagina.zin == ""
    assert pagina.scherm.map.accessibleDescription() == ""


def test_a_folder_under_home_can_be_typed_with_a_tilde(
    open_paneel: Open, map_: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(map_.parent))
    monkeypatch.setenv("USERPROFILE", str(map_.parent))
    assert open_paneel().typ_map(f"~/{map_.name}").maak().parent == map_


def test_a_folder_can_be_chosen_and_choosing_nothing_changes_nothing(
    open_paneel: Open, map_: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pagina = open_paneel()
    for keuze, daarna in (("", str(map_)), (str(map_.parent), str(map_.parent))):
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, k=keuze: k)
        pagina.druk(pagina.scherm.kies)
        assert pagina.scherm.map.text() == daarna


def test_a_paper_that_cannot_be_made_says_so_and_not_why(
    open_paneel: Open, map_: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stuk(*_: object) -> bytes:
        raise RuntimeError(GEZOND)

    monkeypatch.setattr(samenvattingmodule, "maak_samenvatting", stuk)
    pagina = open_paneel()
    assert pagina.probeer() == "Het papier maken lukt nu niet. Probeer het opnieuw."
    labels = [label.text() for label in pagina.scherm.findChildren(QLabel)]
    assert not any(GEZOND in tekst for tekst in labels)
    assert list(map_.iterdir()) == []


# Keyboard, spoken names, the way back


def test_everything_can_be_reached_and_has_a_spoken_name(qtbot: QtBot, open_paneel: Open) -> None:
    pagina = open_paneel()
    pagina.maak()
    scherm = pagina.scherm
    assert zonder_naam(scherm) == []
    assert scherm.open in bedienbaar(scherm)
    assert niet_te_bereiken(qtbot, scherm, scherm.knop_terug) == []
    assert scherm.voorbeeld.accessibleName() == "Voorbeeld van het blad voor de cliënt"


def test_escape_and_the_button_go_back(qtbot: QtBot, open_paneel: Open) -> None:
    pagina = open_paneel()
    with qtbot.waitSignal(pagina.scherm.terug):
        pagina.druk(pagina.scherm.knop_terug)
    with qtbot.waitSignal(pagina.scherm.terug):
        qtbot.keyClick(pagina.scherm.map, Qt.Key.Key_Escape)


def test_whoever_comes_to_the_panel_stands_at_the_one_thing_to_do(open_paneel: Open) -> None:
    pagina = open_paneel()
    pagina.scherm.knop_terug.setFocus()
    pagina.scherm.setFocus()
    assert pagina.scherm.maak.hasFocus()


def test_the_example_is_the_page_of_the_client_and_nobody_else_is_named(
    open_paneel: Open,
) -> None:
    pagina = open_paneel()
    beeld = pagina.scherm.voorbeeld.grab().toImage()
    kleuren = {beeld.pixelColor(x, y).name() for x in range(0, 300, 3) for y in range(0, 424, 3)}
    assert len(kleuren) > 10
    teksten = [label.text() for label in pagina.scherm.findChildren(QLabel)]
    assert not any("Salma" in tekst or "Nouri" in tekst for tekst in teksten)
    assert not any(GEZOND in tekst or GEHEIM in tekst for tekst in teksten)


def test_the_panel_is_there_for_an_intake_where_nothing_was_asked_yet(
    open_paneel: Open, maak_intake: Callable[..., str]
) -> None:
    pagina = open_paneel(maak_intake("xx", geopend=False))
    assert pagina.inhoud == "Alle antwoorden en notities staan erin."
    assert "Nog niet besproken." in Papier(pagina.maak().read_bytes()).tekst
