"""The demo: a whole intake through the real windows, on two screens, as a user starts it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import vobject
from pypdf import PdfReader
from PySide6.QtGui import QImage

WORTEL = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def uitvoer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the demo leaves, played once in Arabic."""
    doel = tmp_path_factory.mktemp("demo")
    (doel / "01-oud.png").write_bytes(b"of an earlier time")
    opdracht = [sys.executable, "-m", "desktop", "demo", "--out", str(doel), "--maat", "1280x720"]
    omgeving = {k: v for k, v in os.environ.items() if k != "QT_QPA_PLATFORM"}
    af = subprocess.run(opdracht, cwd=WORTEL, env=omgeving, capture_output=True, text=True)
    assert af.returncode == 0, af.stderr[-2000:]
    assert str(doel) in af.stdout
    return doel


@pytest.mark.timeout(600)
def test_it_leaves_numbered_pictures_of_both_windows(uitvoer: Path) -> None:
    namen = sorted(pad.name for pad in uitvoer.glob("*.png"))
    assert "01-oud.png" not in namen
    nummers = sorted({int(naam[:2]) for naam in namen})
    assert nummers == list(range(1, len(nummers) + 1))
    assert len(nummers) >= 30
    client = {naam for naam in namen if naam.endswith("-client.png")}
    assert len(client) >= 20
    for deel in ("slot", "dossiers", "plan", "opening", "oefenen", "pauze", "alleen", "afsluiten"):
        assert any(deel in naam for naam in namen), deel


def test_the_test_is_planned_held_and_written_down(uitvoer: Path) -> None:
    namen = {pad.name[3:] for pad in uitvoer.glob("*.png")}
    for deel in (
        "te-plannen", "aanmelden", "middelen", "agenda", "nieuwe-toets", "voorstel", "uitnodigen",
        "uitgenodigd", "maand", "week", "dag", "dag-incident", "dag-gezien", "dag-gesloten",
        "uitslag-nakijken", "in-het-dossier",
    ):  # fmt: skip
        assert f"toets-{deel}-klantmanager.png" in namen
    brieven = [
        " ".join(pagina.extract_text() for pagina in PdfReader(pad).pages)
        for pad in uitvoer.glob("uitnodiging-toets-*.pdf")
    ]
    assert any("Salma Nouri" in tekst for tekst in brieven)
    bestanden = list(uitvoer.glob("*.ics"))
    assert bestanden
    for pad in bestanden:
        agenda = vobject.readOne(pad.read_text(encoding="utf-8"))
        assert "Nouri" not in agenda.serialize()


def test_the_plan_is_weighed_written_signed_set_and_printed(uitvoer: Path) -> None:
    namen = {pad.name[3:] for pad in uitvoer.glob("*.png")}
    for deel in (
        "dossier", "weging", "drie-routes", "besluit", "besloten", "route-en-uren", "voorstellen",
        "overgenomen", "doel", "uit-welk-antwoord", "schrijfhulp", "nog-te-doen", "week", "deel-2",
        "tekenen", "getekend", "vaststellen", "papieren", "mijn-plan", "vastgesteld", "datums",
        "waarom-deze-dag", "nieuwe-versie", "versie-2", "verschil",
    ):  # fmt: skip
        assert f"pip-{deel}-klantmanager.png" in namen
    assert {"pip-tekenen-client.png", "pip-getekend-client.png"} <= namen
    tekst = {}
    for soort in ("beschikking", "pip", "mijn-plan", "overtypblad"):
        (pad,) = uitvoer.glob(f"{soort}-0171-*.pdf")
        assert "Nouri" not in pad.name
        tekst[soort] = " ".join(blad.extract_text() for blad in PdfReader(pad).pages)
    assert "Gemeente Voorbeeldstad" in tekst["beschikking"]
    assert "via de B1-route" in tekst["beschikking"]
    assert "Deel 2" in tekst["pip"]
    assert "Concept, nog niet vastgesteld" not in tekst["pip"]
    assert "123 456 782" in tekst["overtypblad"]
    assert "123456782" not in tekst["mijn-plan"]


def test_two_laptops_disagree_and_a_person_chooses(uitvoer: Path) -> None:
    namen = {pad.name[3:] for pad in uitvoer.glob("*.png")}
    for deel in ("op-twee-laptops", "twee-adressen", "conflict-gezien", "opgelost"):
        assert {f"{deel}-anneke.png", f"{deel}-jelle.png"} <= namen
    assert {"conflict-anneke.png", "gekozen-anneke.png"} <= namen


def test_every_picture_is_a_whole_screen_with_something_on_it(uitvoer: Path) -> None:
    for pad in uitvoer.glob("*.png"):
        beeld = QImage(str(pad))
        assert (beeld.width(), beeld.height()) == (1280, 720), pad.name
        kleuren = {beeld.pixel(x, y) for x in range(0, 1280, 8) for y in range(0, 720, 8)}
        leeg = pad.name.endswith("-op-slot-client.png")
        assert (len(kleuren) == 1) == leeg, f"{pad.name}: the locked client's screen alone is empty"


def test_it_leaves_both_papers_of_a_closed_intake(uitvoer: Path) -> None:
    (samenvatting,) = uitvoer.glob("samenvatting-*.pdf")
    (blad,) = uitvoer.glob("blad-client-*.pdf")
    tekst = " ".join(pagina.extract_text() for pagina in PdfReader(samenvatting).pages)
    assert "Salma Nouri" in tekst
    assert "Nog niet afgesloten" not in tekst
    assert "Zonder gezondheid" in tekst
    assert "123456782" not in tekst, "the BSN of the dossier is on no paper"
    assert len(PdfReader(blad).pages) == 1
    assert "Nouri" not in samenvatting.name + blad.name
