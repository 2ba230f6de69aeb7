"""A signature on paper is kept as a scan, and that scan can be seen again."""

from __future__ import annotations

import base64
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.models.dossier import Rol
from desktop.models.handtekening import Handtekening
from desktop.models.pip import Pip
from desktop.models.pipdelen import Handtekenwijze, Piphandtekening, Verklaring
from desktop.models.rechten import RECHTEN
from desktop.store import pipvaststellen
from desktop.store.fouten import ViergesprekFout
from desktop.store.pipvaststellen import Ondertekening, onderteken
from desktop.store.store import Store
from desktop.sync.stand import Rechten
from desktop.views.kijkkopieen import MAP
from desktop.views.pip import scanlezer, tekenen
from desktop.views.pip.papierwerk import planpapieren
from desktop.views.pip.scanbeeld import GROOT_HOOG, KEER, PASSEND_BREED
from desktop.views.pip.tekenen import Tekenblad
from desktop.views.pip.versies import Versiescherm
from desktop.views.werkplek import Werkplek
from desktop.views.werkruimte import Werkruimte
from tests.pagina.afronden import knop_met_naam, leesbaar
from tests.pagina.scan import Scanpagina, getekend_papier
from tests.pagina.toegankelijk import zonder_naam
from tests.pagina.toetskamer import druk, toon
from tests.store import planwerk


@pytest.fixture
def dossier_id(maak_dossier: Callable[..., str], store: Store) -> str:
    id_ = maak_dossier(datum_brp=date(2026, 10, 2))
    planwerk.besloten(store, id_)
    return id_


@pytest.fixture
def pip_id(store: Store, dossier_id: str) -> str:
    return planwerk.compleet(store, dossier_id)


def bewaar(store: Store, pip_id: str, inhoud: bytes, soort: str) -> str:
    """A paper that was signed, as it is kept."""
    scan = base64.b64encode(inhoud).decode()
    hoe = Ondertekening(Handtekenwijze.PAPIER, Verklaring.BESPROKEN, "", scan, soort)
    return onderteken(store, pip_id, hoe)


def handtekeningen(store: Store, pip_id: str) -> list[Piphandtekening]:
    with store.lees() as sessie:
        return list(sessie.get_one(Pip, pip_id).handtekeningen)


@pytest.fixture
def papier(tmp_path: Path) -> bytes:
    return getekend_papier(tmp_path / "scan.png").read_bytes()


@pytest.fixture
def geopend(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What another program was asked to show."""
    uit: list[Path] = []

    def open_(url: QUrl) -> bool:
        uit.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_)
    return uit


@pytest.mark.parametrize("maat", [(1366, 768), (1024, 600)])
def test_a_kept_scan_is_seen_whole_and_then_larger(
    qtbot: QtBot,
    werkplek: Werkplek,
    store: Store,
    pip_id: str,
    papier: bytes,
    maat: tuple[int, int],
) -> None:
    bewaar(store, pip_id, papier, "image/png")
    scherm = Tekenblad(werkplek, pip_id)
    toon(qtbot, scherm, *maat)
    pagina = Scanpagina(qtbot, scherm)
    vel = pagina.vlak.vel
    qtbot.waitUntil(lambda: vel.width() > 500)  # letters of an A4 can be read
    assert vel.width() <= PASSEND_BREED
    assert vel.height() == pytest.approx(vel.width() * 1754 / 1240, abs=2)
    assert pagina.vlak.viewport().height() >= vel.height()  # the whole of it, nothing to scroll
    tekst = vel.grab().toImage().pixelColor(vel.width() // 2, round(vel.height() * 0.095))
    assert tekst.red() < 160
    klein = vel.width()

    knop = pagina.scan.groter
    assert knop.accessibleName().startswith("Groter: Op papier, 23-11-2026")
    knop.setFocus()
    pagina.toets(Qt.Key.Key_Space)
    assert KEER * klein <= vel.width() <= KEER * PASSEND_BREED
    assert pagina.vlak.height() <= GROOT_HOOG + 8
    assert knop.text() == "Kleiner"
    qtbot.keyClick(knop, Qt.Key.Key_Tab)
    assert scherm.focusWidget() is pagina.vlak
    pagina.toets(Qt.Key.Key_Down)
    assert pagina.vlak.verticalScrollBar().value() > 0
    pagina.toets(Qt.Key.Key_Right)
    assert pagina.vlak.horizontalScrollBar().value() > 0
    assert zonder_naam(scherm) == []
    pagina.klik()
    assert vel.width() == klein
    pagina.klik(0.7, 0.86)  # on the signature: that is what comes in sight
    boven = pagina.vlak.verticalScrollBar().value()
    assert boven < 0.86 * vel.height() < boven + pagina.vlak.viewport().height()
    assert boven > 0.5 * vel.height()


def test_a_pdf_is_a_copy_to_look_at_that_goes_at_the_lock(
    qtbot: QtBot,
    werkplek: Werkplek,
    store: Store,
    dossier_id: str,
    pip_id: str,
    geopend: list[Path],
) -> None:
    bewaar(store, pip_id, b"%PDF-1.4 getekend", "application/pdf")
    ruimte = Werkruimte(werkplek)
    toon(qtbot, ruimte)
    ruimte.afronden.tekenen(dossier_id, pip_id)
    (scherm,) = ruimte.findChildren(Tekenblad)
    scan = Scanpagina(qtbot, scherm).scan
    qtbot.waitUntil(scan.open.isVisible)
    assert not scan.groter.isVisible()
    assert scan.open.accessibleName() == "Bekijk de scan: Op papier, 23-11-2026"
    scan.open.setFocus()
    qtbot.keyClick(scan.open, Qt.Key.Key_Return)
    (pad,) = geopend
    assert pad.read_bytes() == b"%PDF-1.4 getekend"
    assert pad.parent == store.map / MAP
    assert pad.name.startswith("handtekening-0171-")
    assert "Gebremedhin" not in pad.name
    ruimte.vergrendel()
    assert not pad.exists()
    ruimte.sluit()


@pytest.mark.parametrize(
    ("scan", "soort"),
    [
        ("geen base64 \ud800", "image/png"),
        (base64.b64encode(b"\x89PNG\r\n\x1a\n afgebroken").decode(), "image/png"),
        (base64.b64encode(b"hier staat geen pdf").decode(), "application/pdf"),
        ("", "image/png"),
    ],
    ids=["no base64", "half an image", "no pdf", "nothing"],
)
def test_a_scan_that_cannot_be_read_says_so(
    qtbot: QtBot,
    werkplek: Werkplek,
    store: Store,
    pip_id: str,
    monkeypatch: pytest.MonkeyPatch,
    scan: str,
    soort: str,
) -> None:
    monkeypatch.setattr(pipvaststellen, "_eis_scan", lambda _hoe: None)  # it came from elsewhere
    if "\ud800" in scan:
        scan = scan.replace("\ud800", "é")
    hoe = Ondertekening(Handtekenwijze.PAPIER, Verklaring.BESPROKEN, "", scan, soort)
    onderteken(store, pip_id, hoe)
    scherm = Tekenblad(werkplek, pip_id)
    toon(qtbot, scherm)
    qtbot.waitUntil(lambda: "Deze scan is niet te lezen." in leesbaar(scherm))
    kept = scherm.lijst.scans[0]
    assert not kept.groter.isVisible()
    assert not kept.open.isVisible()


def test_a_photograph_stands_upright_and_a_huge_one_is_made_smaller() -> None:
    from io import BytesIO

    from PIL import Image

    liggend = Image.new("RGB", (4000, 1000), "white")
    exif = Image.Exif()
    exif[0x0112] = 6  # turned a quarter
    bak = BytesIO()
    liggend.save(bak, "JPEG", exif=exif)
    beeld = scanlezer.beeld_uit(bak.getvalue())
    assert beeld.height() == pytest.approx(4 * beeld.width(), rel=0.01)
    assert beeld.height() <= scanlezer.RUIMST.height()


def test_what_is_looked_at_stays_while_others_work(
    qtbot: QtBot, werkplek: Werkplek, store: Store, pip_id: str, papier: bytes
) -> None:
    bewaar(store, pip_id, papier, "image/png")
    scherm = Tekenblad(werkplek, pip_id)
    toon(qtbot, scherm)
    pagina = Scanpagina(qtbot, scherm)
    eerst = pagina.vlak
    pagina.klik()
    store.gewijzigd.meld({"pipregel": frozenset({"van een ander"})})
    QApplication.processEvents()
    assert pagina.vlak is eerst
    assert eerst.groot


# --- choosing


def test_the_chosen_scan_is_seen_before_it_is_kept_and_forgotten_after(
    qtbot: QtBot, werkplek: Werkplek, store: Store, pip_id: str, tmp_path: Path
) -> None:
    scherm = Tekenblad(werkplek, pip_id)
    toon(qtbot, scherm)
    scherm.wijzen[Handtekenwijze.PAPIER].click()
    # By what is in it, not by its name: an ending says something else on each laptop.
    getekend_papier(tmp_path / "papier.png").rename(tmp_path / "papier.jpeg")
    scherm.lees_scan(tmp_path / "papier.jpeg")
    beeld = scherm.voorbeeld
    assert beeld is not None
    qtbot.waitUntil(beeld.vlak.isVisible)
    druk(qtbot, scherm.bewaar)
    (rij,) = handtekeningen(store, pip_id)
    assert rij.scan_naam_soort == "image/png"
    assert scherm.voorbeeld is None
    assert "is gekozen" not in scherm.scan.text()
    druk(qtbot, scherm.bewaar)  # once more: there is nothing left to keep
    assert len(handtekeningen(store, pip_id)) == 1


def test_a_file_that_is_no_scan_is_refused_where_it_is_chosen(
    qtbot: QtBot,
    werkplek: Werkplek,
    store: Store,
    pip_id: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    scherm = Tekenblad(werkplek, pip_id)
    toon(qtbot, scherm)
    scherm.wijzen[Handtekenwijze.PAPIER].click()
    (tmp_path / "brief.png").write_text("geen plaatje")
    scherm.lees_scan(tmp_path / "brief.png")
    assert "Kies een pdf, png of jpg." in scherm.fout.text()
    heel = getekend_papier(tmp_path / "heel.png").read_bytes()
    (tmp_path / "half.png").write_bytes(heel[:40])
    scherm.lees_scan(tmp_path / "half.png")
    qtbot.waitUntil(lambda: "niet te lezen" in scherm.fout.text())
    assert scherm.voorbeeld is None
    monkeypatch.setattr(tekenen, "SCAN_HOOGSTENS", 50)
    scherm.lees_scan(tmp_path / "heel.png")
    assert "te groot" in scherm.fout.text()
    druk(qtbot, scherm.bewaar)
    assert handtekeningen(store, pip_id) == []


# --- where it is found


def test_from_the_versions_to_the_scan_and_back(
    qtbot: QtBot,
    werkplek: Werkplek,
    store: Store,
    dossier_id: str,
    pip_id: str,
    papier: bytes,
) -> None:
    bewaar(store, pip_id, papier, "image/png")
    ruimte = Werkruimte(werkplek)
    toon(qtbot, ruimte)
    ruimte.afronden.versies(dossier_id)
    (versies,) = ruimte.findChildren(Versiescherm)
    druk(qtbot, knop_met_naam(versies, "Handtekening: Versie 1, concept"))
    scherm = ruimte._stapel.currentWidget()
    assert isinstance(scherm, Tekenblad)
    assert Scanpagina(qtbot, scherm).vlak.vel.width() > 300
    druk(qtbot, scherm.knop_terug)
    assert isinstance(ruimte._stapel.currentWidget(), Versiescherm)
    ruimte.sluit()


def test_who_may_only_read_sees_it_and_changes_nothing(
    qtbot: QtBot,
    werkplek: Werkplek,
    store: Store,
    pip_id: str,
    papier: bytes,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bewaar(store, pip_id, papier, "image/png")
    recht = RECHTEN[Rol.KLANTMANAGER]
    assert store.gebruiker_id is not None
    lezer = Rechten("0171", store.gebruiker_id, Rol.KLANTMANAGER, recht.lezen, frozenset())
    monkeypatch.setattr(werkplek, "rechten", (lezer,))
    scherm = Tekenblad(werkplek, pip_id)
    toon(qtbot, scherm)
    assert Scanpagina(qtbot, scherm).vlak.vel.width() > 300
    assert not scherm.bewaar.isVisible()
    assert "Haal weg" not in {k.text() for k in scherm.findChildren(type(scherm.bewaar))}


# --- the moment of it


def test_it_was_signed_on_the_day_in_the_netherlands(
    qtbot: QtBot, werkplek: Werkplek, store: Store, pip_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    laat = datetime(2026, 11, 24, 23, 30, tzinfo=UTC)  # half past twelve at night
    monkeypatch.setattr(store, "_klok", lambda: laat)
    onderteken(store, pip_id, Ondertekening(Handtekenwijze.GEZIEN))
    scherm = Tekenblad(werkplek, pip_id)
    toon(qtbot, scherm)
    assert "25-11-2026" in leesbaar(scherm)
    papieren = planpapieren(werkplek, pip_id)
    assert papieren is not None
    assert [keer.op for keer in papieren.getekend] == [date(2026, 11, 25)]


def test_the_client_is_thanked_only_for_what_was_kept(
    qtbot: QtBot, werkplek: Werkplek, store: Store, pip_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    scherm = Tekenblad(werkplek, pip_id)
    toon(qtbot, scherm)
    druk(qtbot, scherm.op_scherm2)
    venster = scherm.scherm2.venster
    assert venster is not None
    kruis = Handtekening.van_json(planwerk.STREPEN)

    class SchijfVol(ViergesprekFout):
        zin = "De schijf is vol."

    def vol(*_wat: object) -> str:
        raise SchijfVol

    with monkeypatch.context() as even:
        even.setattr(tekenen, "onderteken", vol)
        venster.getekend.emit(kruis)
    assert venster.beeld.soort.name == "TEKENEN"
    assert not scherm.tekenkaart.handtekening.leeg  # to keep it yet
    venster.getekend.emit(kruis)
    assert venster.beeld.soort.name == "TEKST"
    assert len(handtekeningen(store, pip_id)) == 1


def test_leaving_the_sheet_takes_the_window_of_the_client_away(
    qtbot: QtBot, werkplek: Werkplek, dossier_id: str, pip_id: str
) -> None:
    ruimte = Werkruimte(werkplek)
    toon(qtbot, ruimte)
    ruimte.afronden.tekenen(dossier_id, pip_id)
    (scherm,) = ruimte.findChildren(Tekenblad)
    druk(qtbot, scherm.op_scherm2)
    venster = scherm.scherm2.venster
    assert isinstance(venster, QWidget)
    assert venster.isVisible()
    ruimte.afronden.versies(dossier_id)
    assert scherm.scherm2.venster is None
    ruimte.sluit()
