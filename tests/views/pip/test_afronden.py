"""From a finished draft to a set plan with papers and a signature, and the version after it."""

from __future__ import annotations

import errno
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa
from pypdf import PdfReader
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QUrl
from PySide6.QtGui import QColor, QDesktopServices, QImage
from pytestqt.qtbot import QtBot

from desktop.documents import bestand
from desktop.documents.gegevens import Keus
from desktop.models.dossier import Dossier
from desktop.models.handtekening import Handtekening
from desktop.models.pip import Pip
from desktop.models.pipdelen import Handtekenwijze, Piphandtekening, Verklaring
from desktop.models.pipinhoud import Regel
from desktop.models.spoor import Inzagesoort, Raadpleging
from desktop.store import gemeentegegevens
from desktop.store import pip as plannen
from desktop.store.store import Store
from desktop.views.kijkkopieen import MAP
from desktop.views.pip.papieren import Papierenblad
from desktop.views.pip.papierwerk import Papier, Planpapieren
from desktop.views.pip.tekenen import Tekenblad
from desktop.views.pip.vaststellen import Vaststelblad
from desktop.views.pip.versies import Versiescherm
from desktop.views.werkplek import Werkplek
from desktop.views.werkruimte import Werkruimte
from tests.pagina.afronden import knop_met_naam, leesbaar, maak_papieren, nieuwe_versie, teken
from tests.pagina.toegankelijk import niet_te_bereiken, zonder_naam
from tests.pagina.toetskamer import druk, toon, typ
from tests.store import planwerk

BSN = "123456782"


@pytest.fixture
def dossier_id(maak_dossier: Callable[..., str], store: Store) -> str:
    id_ = maak_dossier(datum_brp=date(2026, 10, 2), bsn=BSN)
    planwerk.besloten(store, id_)
    return id_


@pytest.fixture
def pip_id(store: Store, dossier_id: str) -> str:
    return planwerk.compleet(store, dossier_id)


def versie(store: Store, pip_id: str) -> Pip:
    with store.lees() as sessie:
        pip = sessie.get_one(Pip, pip_id)
        assert pip.handtekeningen is not None
        return pip


def handtekeningen(store: Store, pip_id: str) -> list[Piphandtekening]:
    with store.lees() as sessie:
        return list(sessie.get_one(Pip, pip_id).handtekeningen)


# --- setting


def test_without_a_mandate_it_is_said_and_nothing_is_set(
    qtbot: QtBot, werkplek: Werkplek, store: Store, pip_id: str
) -> None:
    scherm = Vaststelblad(werkplek, pip_id)
    toon(qtbot, scherm)
    assert "mandaatlijst" in scherm.wie.text()
    druk(qtbot, scherm.stel_vast)
    assert "mandaatlijst" in scherm.fout.text()
    assert not versie(store, pip_id).is_vast
    planwerk.mandaat(store)  # a colleague mends it, and the sheet hears
    assert "Teamleider, stelt het vast" in scherm.wie.text()


def test_it_is_set_on_the_day_and_the_dates_follow(
    qtbot: QtBot, werkplek: Werkplek, store: Store, pip_id: str
) -> None:
    planwerk.mandaat(store)
    scherm = Vaststelblad(werkplek, pip_id)
    toon(qtbot, scherm)
    typ(qtbot, scherm.dag, "20-11-2026")
    typ(qtbot, scherm.bekendmaking, "19-11-2026")
    druk(qtbot, scherm.stel_vast)
    assert "niet eerder weg" in scherm.bekendmaking.fout.text()
    typ(qtbot, scherm.bekendmaking, "23-11-2062")
    druk(qtbot, scherm.stel_vast)
    assert "binnen 14 dagen" in scherm.bekendmaking.fout.text()
    typ(qtbot, scherm.bekendmaking, "23-11-2026")
    scherm.dag.invoer.setFocus()
    tekst = leesbaar(scherm)
    assert "04-01-2027" in tekst  # six weeks after the 23rd
    assert "21-11-2026" in tekst  # the term begins the day after the plan
    with qtbot.waitSignal(scherm.klaar):
        druk(qtbot, scherm.stel_vast)
    pip = versie(store, pip_id)
    assert pip.is_vast
    assert (pip.dagtekening, pip.bekendmaking) == (date(2026, 11, 20), date(2026, 11, 23))


def test_the_day_that_the_plan_is_due_may_go_and_come_back_while_the_sheet_is_open(
    qtbot: QtBot, werkplek: Werkplek, store: Store, dossier_id: str, pip_id: str
) -> None:
    scherm = Vaststelblad(werkplek, pip_id)
    toon(qtbot, scherm)
    assert "Klaar uiterlijk op" in leesbaar(scherm)
    for dag in (None, date(2026, 10, 2)):  # a colleague puts it right, twice
        with store.work() as work:
            dossier = work.get(Dossier, dossier_id)
            dossier.datum_brp = dossier.datum_kennisgeving = dag
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert ("Klaar uiterlijk op" in leesbaar(scherm)) is (dag is not None)
        assert scherm.uiterlijk.isVisible() is (dag is not None)


def test_enter_twice_in_the_plan_sets_nothing(
    qtbot: QtBot, werkplek: Werkplek, store: Store, pip_id: str
) -> None:
    planwerk.mandaat(store)
    scherm = Vaststelblad(werkplek, pip_id)
    toon(qtbot, scherm)
    scherm.setFocus()
    assert scherm.dag.invoer.hasFocus()
    qtbot.keyClick(scherm.dag.invoer, Qt.Key.Key_Return)
    assert not versie(store, pip_id).is_vast


def test_a_day_that_has_to_come_is_refused_beside_the_field(
    qtbot: QtBot, werkplek: Werkplek, store: Store, pip_id: str
) -> None:
    planwerk.mandaat(store)
    scherm = Vaststelblad(werkplek, pip_id)
    toon(qtbot, scherm)
    typ(qtbot, scherm.dag, "30-11-2026")
    typ(qtbot, scherm.bekendmaking, "30-11-2026")
    druk(qtbot, scherm.stel_vast)
    assert "moet nog komen" in scherm.dag.fout.text()
    assert not versie(store, pip_id).is_vast


def test_what_is_missing_names_its_rule_and_leads_to_its_field(
    qtbot: QtBot, werkplek: Werkplek, store: Store, pip_id: str
) -> None:
    planwerk.mandaat(store)
    plannen.schrijf(store, pip_id, "hoofddoel", "")
    scherm = Vaststelblad(werkplek, pip_id)
    toon(qtbot, scherm)
    druk(qtbot, scherm.stel_vast)
    assert scherm.fout.text()
    assert not versie(store, pip_id).is_vast
    bevinding, punt = next((b, k) for b, k in scherm.punten if b.veld == "hoofddoel")
    assert bevinding.blokkeert
    with qtbot.waitSignal(scherm.naar_veld) as gegaan:
        punt.setFocus()
        qtbot.keyClick(punt, Qt.Key.Key_Space)
    assert gegaan.args == ["hoofddoel"]


def test_with_four_eyes_the_author_does_not_set_it(
    qtbot: QtBot, werkplek: Werkplek, store: Store, pip_id: str
) -> None:
    planwerk.mandaat(store)
    gemeentegegevens.zet_gemeente(store, "0171", "vier_ogen", True)
    scherm = Vaststelblad(werkplek, pip_id)
    toon(qtbot, scherm)
    druk(qtbot, scherm.stel_vast)
    assert "een ander" in scherm.fout.text()
    assert not versie(store, pip_id).is_vast


# --- versions


def test_a_next_version_says_why_and_shows_what_changed(
    qtbot: QtBot, werkplek: Werkplek, store: Store, dossier_id: str, pip_id: str
) -> None:
    planwerk.mandaat(store)
    planwerk.stel_vast(store, pip_id)
    scherm = Versiescherm(werkplek, dossier_id)
    toon(qtbot, scherm)
    assert "Geldt nu." in leesbaar(scherm)
    druk(qtbot, scherm.maak)
    assert scherm.reden.fout.isVisible()
    with qtbot.waitSignal(scherm.nieuw) as gemaakt:
        nieuwe_versie(qtbot, scherm, "Verandering in het gezin", "Er is een kind geboren.")
    assert gemaakt.args is not None
    tweede = gemaakt.args[0]
    plannen.schrijf(store, tweede, "hoofddoel", "Ik werk in de kinderopvang.")
    tekst = leesbaar(scherm.verschillen)
    assert "Ik werk in de zorg." in tekst
    assert "Ik werk in de kinderopvang." in tekst
    assert "≠ Anders" in tekst
    assert "Teamleider" not in tekst  # a draft has nobody yet: that is no difference
    assert not scherm.maak.isVisible()  # one draft at a time
    with qtbot.waitSignal(scherm.open_pip) as gegaan:
        druk(qtbot, knop_met_naam(scherm, "Open: Versie 2, concept"))
    assert gegaan.args == [tweede]


# --- the client signs


def test_a_cross_on_the_screen_is_a_signature(
    qtbot: QtBot, werkplek: Werkplek, store: Store, pip_id: str
) -> None:
    scherm = Tekenblad(werkplek, pip_id)
    toon(qtbot, scherm)
    druk(qtbot, scherm.bewaar)
    assert scherm.fout.isVisible()  # nothing was drawn
    teken(qtbot, scherm)
    typ(qtbot, scherm.tolk, "Selam Tesfay")
    druk(qtbot, scherm.bewaar)
    (rij,) = handtekeningen(store, pip_id)
    assert (rij.wijze, rij.verklaring) == (Handtekenwijze.SCHERM, Verklaring.BESPROKEN)
    assert rij.tolk == "Selam Tesfay"
    assert "Tolk: Selam Tesfay" in leesbaar(scherm)
    plannen.schrijf(store, pip_id, "hoofddoel", "Iets anders dan wat ondertekend werd.")
    assert "Daarna is het plan veranderd" in leesbaar(scherm)


def test_on_the_client_screen_nobody_signs_for_more_than_stands_there(
    qtbot: QtBot, werkplek: Werkplek, store: Store, pip_id: str
) -> None:
    scherm = Tekenblad(werkplek, pip_id)
    toon(qtbot, scherm)
    scherm.verklaringen[Verklaring.AKKOORD].setChecked(True)
    typ(qtbot, scherm.tolk, "Selam Tesfay")
    scherm.scherm2.getekend.emit(Handtekening.van_json(planwerk.STREPEN))
    (rij,) = handtekeningen(store, pip_id)
    assert (rij.verklaring, rij.tolk) == (Verklaring.BESPROKEN, "Selam Tesfay")


def test_a_scan_is_kept_without_its_name(
    qtbot: QtBot, werkplek: Werkplek, store: Store, pip_id: str, tmp_path: Path
) -> None:
    scherm = Tekenblad(werkplek, pip_id)
    toon(qtbot, scherm)
    scherm.wijzen[Handtekenwijze.PAPIER].setFocus()
    qtbot.keyClick(scherm.wijzen[Handtekenwijze.PAPIER], Qt.Key.Key_Space)
    druk(qtbot, scherm.bewaar)
    assert "scan" in scherm.fout.text()
    beeld = QImage(30, 30, QImage.Format.Format_RGB32)
    beeld.fill(QColor("white"))
    beeld.save(str(tmp_path / "Gebremedhin.png"))
    scherm.lees_scan(tmp_path / "Gebremedhin.png")
    druk(qtbot, scherm.bewaar)
    (rij,) = handtekeningen(store, pip_id)
    assert rij.wijze is Handtekenwijze.PAPIER
    assert rij.scan_naam_soort == "image/png"
    assert "Gebremedhin" not in leesbaar(scherm)


@pytest.mark.parametrize("wijze", [Handtekenwijze.GEZIEN, Handtekenwijze.GEEN])
def test_who_does_not_sign_stops_nothing(
    qtbot: QtBot, werkplek: Werkplek, store: Store, pip_id: str, wijze: Handtekenwijze
) -> None:
    planwerk.mandaat(store)
    scherm = Tekenblad(werkplek, pip_id)
    toon(qtbot, scherm)
    scherm.wijzen[wijze].setFocus()
    qtbot.keyClick(scherm.wijzen[wijze], Qt.Key.Key_Space)
    typ(qtbot, scherm.reden, "Wil eerst met een vriend praten.")
    druk(qtbot, scherm.bewaar)
    (rij,) = handtekeningen(store, pip_id)
    assert (rij.wijze, rij.verklaring) == (wijze, None)
    planwerk.stel_vast(store, pip_id)
    assert versie(store, pip_id).is_vast


def test_a_wrong_one_goes(qtbot: QtBot, werkplek: Werkplek, store: Store, pip_id: str) -> None:
    scherm = Tekenblad(werkplek, pip_id)
    toon(qtbot, scherm)
    teken(qtbot, scherm)
    druk(qtbot, scherm.bewaar)
    (weg,) = [
        k
        for k in scherm.findChildren(type(scherm.bewaar))
        if k.accessibleName().startswith("Haal weg: ")
    ]
    druk(qtbot, weg)
    assert handtekeningen(store, pip_id) == []


# --- papers


def test_the_papers_of_a_set_plan_say_nothing_of_a_draft_and_have_no_name_in_their_names(
    qtbot: QtBot, werkplek: Werkplek, store: Store, pip_id: str, tmp_path: Path
) -> None:
    planwerk.mandaat(store)
    planwerk.stel_vast(store, pip_id)
    scherm = Papierenblad(werkplek, pip_id)
    toon(qtbot, scherm)
    with qtbot.waitSignal(scherm.gezien):
        paden = maak_papieren(qtbot, scherm, tmp_path)
    assert len(paden) == len(Papier)
    for pad in paden:
        assert "Gebremedhin" not in pad.name
        assert BSN not in pad.name
        tekst = "".join(blad.extract_text() for blad in PdfReader(pad).pages)
        assert "Concept, nog niet vastgesteld" not in tekst
    assert any("overtypblad" in pad.name for pad in paden)


def test_a_draft_says_on_every_page_that_it_is_one(
    qtbot: QtBot, werkplek: Werkplek, pip_id: str, tmp_path: Path
) -> None:
    scherm = Papierenblad(werkplek, pip_id)
    toon(qtbot, scherm)
    assert "nog niet vastgesteld" in leesbaar(scherm)
    assert not scherm.keuzes[Papier.OVERTYPBLAD].isChecked()
    for papier, keuze in scherm.keuzes.items():
        keuze.setChecked(papier is Papier.BESCHIKKING)
    (pad,) = maak_papieren(qtbot, scherm, tmp_path)
    assert "concept" in pad.name
    for blad in PdfReader(pad).pages:
        assert "oncept" in blad.extract_text()


def test_health_goes_on_paper_only_when_chosen(
    qtbot: QtBot, werkplek: Werkplek, store: Store, pip_id: str, tmp_path: Path
) -> None:
    zin = "Ik zit niet langer dan twee uur stil."
    plannen.voeg_regel_toe(
        store, pip_id, Regel("", "aandachtspunt", zin, domein="FG", gezondheid=True)
    )
    scherm = Papierenblad(werkplek, pip_id)
    toon(qtbot, scherm)
    for papier, keuze in scherm.keuzes.items():
        keuze.setChecked(papier is Papier.PIP)

    def gedrukt() -> bool:
        (pad,) = maak_papieren(qtbot, scherm, tmp_path)
        return zin in " ".join("".join(b.extract_text() for b in PdfReader(pad).pages).split())

    assert not gedrukt()
    scherm.met_gezondheid.setChecked(True)
    assert gedrukt()


def test_a_folder_that_is_not_there_is_said(
    qtbot: QtBot, werkplek: Werkplek, pip_id: str, tmp_path: Path
) -> None:
    scherm = Papierenblad(werkplek, pip_id)
    toon(qtbot, scherm)
    maak_papieren(qtbot, scherm, tmp_path / "weg")
    assert "bestaat niet" in scherm.fout.text()


def test_a_copy_to_look_at_goes_at_the_lock_and_at_the_next_start(
    qtbot: QtBot,
    werkplek: Werkplek,
    store: Store,
    dossier_id: str,
    pip_id: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    geopend: list[str] = []

    def open_(url: QUrl) -> bool:
        geopend.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_)
    ruimte = Werkruimte(werkplek)
    toon(qtbot, ruimte)
    ruimte.afronden.papieren(dossier_id, pip_id)
    scherm = next(iter(ruimte.findChildren(Papierenblad)))
    druk(qtbot, knop_met_naam(scherm, "Bekijk: Brief met het besluit"))
    qtbot.waitUntil(lambda: bool(geopend), timeout=30_000)
    pad = Path(geopend[0])
    assert pad.exists()
    assert pad.parent == store.map / MAP
    ruimte.vergrendel()
    assert not pad.exists()
    pad.parent.mkdir()
    pad.write_bytes(b"left by a program that was killed")
    Werkplek(store).deleteLater()
    assert not pad.exists()
    ruimte.sluit()


def wacht_met_maken(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Until it is set, no paper is ready."""
    mag_verder = threading.Event()
    gewoon = Planpapieren.maker

    def langzaam(zelf: Planpapieren, papier: Papier, keus: Keus) -> Callable[[], bytes]:
        maak = gewoon(zelf, papier, keus)

        def doe() -> bytes:
            assert mag_verder.wait(30)
            return maak()

        return doe

    monkeypatch.setattr(Planpapieren, "maker", langzaam)
    return mag_verder


def test_a_copy_that_is_ready_after_the_lock_is_not_left_on_the_disk(
    qtbot: QtBot,
    werkplek: Werkplek,
    store: Store,
    dossier_id: str,
    pip_id: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    mag_verder = wacht_met_maken(monkeypatch)
    ruimte = Werkruimte(werkplek)
    toon(qtbot, ruimte)
    ruimte.afronden.papieren(dossier_id, pip_id)
    (scherm,) = ruimte.findChildren(Papierenblad)
    druk(qtbot, knop_met_naam(scherm, "Bekijk: Brief met het besluit"))
    sleutel = store.sleutel
    ruimte.vergrendel()
    store.sluit()
    mag_verder.set()
    qtbot.waitUntil(lambda: "op slot" in scherm.fout.text(), timeout=30_000)
    assert not (store.map / MAP).exists()
    store.heropen(sleutel)
    with store.lees() as sessie:  # that somebody looked is written down all the same
        gezien = set(sessie.scalars(sa.select(Raadpleging.wat)))
    assert Inzagesoort.BSN in gezien
    ruimte.sluit()


def test_a_lock_while_the_papers_are_made_keeps_them_where_they_were_wanted(
    qtbot: QtBot,
    werkplek: Werkplek,
    store: Store,
    pip_id: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    mag_verder = wacht_met_maken(monkeypatch)
    scherm = Papierenblad(werkplek, pip_id)
    toon(qtbot, scherm)
    map_ = tmp_path / "papieren"
    map_.mkdir()
    scherm.map.veld.setText(str(map_))
    druk(qtbot, scherm.maak)
    assert not scherm.maak.isEnabled()  # a second click makes no second set
    qtbot.mouseClick(scherm.maak, Qt.MouseButton.LeftButton)
    sleutel = store.sleutel
    store.sluit()
    mag_verder.set()
    qtbot.waitUntil(lambda: bool(scherm.gemaakt), timeout=30_000)
    assert sorted(map_.iterdir()) == sorted(scherm.gemaakt)
    assert len(scherm.gemaakt) == 3
    store.heropen(sleutel)


def test_a_full_disk_leaves_no_half_a_set(
    qtbot: QtBot, werkplek: Werkplek, pip_id: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gewoon = bestand.schrijf
    geschreven: list[Path] = []

    def tot_vol(inhoud: bytes, doel: Path) -> None:
        if geschreven:
            raise OSError(errno.ENOSPC, "No space left on device")
        gewoon(inhoud, doel)
        geschreven.append(doel)

    monkeypatch.setattr(bestand, "schrijf", tot_vol)
    scherm = Papierenblad(werkplek, pip_id)
    toon(qtbot, scherm)
    map_ = tmp_path / "papieren"
    map_.mkdir()
    maak_papieren(qtbot, scherm, map_)
    assert geschreven
    assert "schijf vol" in scherm.fout.text()
    assert list(map_.iterdir()) == []


def test_a_copy_to_look_at_for_which_there_is_no_room_is_said(
    qtbot: QtBot,
    werkplek: Werkplek,
    store: Store,
    pip_id: str,
) -> None:
    (store.map / MAP).write_bytes(b"a file where the folder should be")
    scherm = Papierenblad(werkplek, pip_id)
    toon(qtbot, scherm)
    druk(qtbot, knop_met_naam(scherm, "Bekijk: Brief met het besluit"))
    qtbot.waitUntil(lambda: "Bekijken lukt niet" in scherm.fout.text(), timeout=30_000)


def test_a_laptop_that_can_show_no_pdf_says_so_and_keeps_no_copy(
    qtbot: QtBot,
    werkplek: Werkplek,
    store: Store,
    pip_id: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    scherm = Papierenblad(werkplek, pip_id)
    toon(qtbot, scherm)
    druk(qtbot, knop_met_naam(scherm, "Bekijk: Brief met het besluit"))
    qtbot.waitUntil(lambda: "geen programma" in scherm.fout.text(), timeout=30_000)
    assert list((store.map / MAP).iterdir()) == []


def test_what_is_set_elsewhere_is_no_draft_on_paper_any_more(
    qtbot: QtBot, werkplek: Werkplek, store: Store, pip_id: str, tmp_path: Path
) -> None:
    planwerk.mandaat(store)
    scherm = Papierenblad(werkplek, pip_id)
    toon(qtbot, scherm)
    assert "een concept" in leesbaar(scherm)
    planwerk.stel_vast(store, pip_id)  # as it comes from another laptop
    assert "een concept" not in leesbaar(scherm)
    for papier, keuze in scherm.keuzes.items():
        keuze.setChecked(papier is Papier.PIP)
    (pad,) = maak_papieren(qtbot, scherm, tmp_path)
    assert "concept" not in pad.name
    assert "Concept, nog niet" not in PdfReader(pad).pages[0].extract_text()


def test_all_sheets_can_be_reached_and_have_names(
    qtbot: QtBot, werkplek: Werkplek, store: Store, dossier_id: str, pip_id: str
) -> None:
    teken_ = Tekenblad(werkplek, pip_id)
    for scherm in (
        Vaststelblad(werkplek, pip_id),
        Versiescherm(werkplek, dossier_id),
        teken_,
        Papierenblad(werkplek, pip_id),
    ):
        toon(qtbot, scherm)
        assert zonder_naam(scherm) == [], type(scherm).__name__
        weg = niet_te_bereiken(qtbot, scherm, scherm.knop_terug)
        # One round button of each group is reached by Tab, the others by the arrows.
        radios = {
            k.accessibleName()
            for k in teken_.findChildren(type(teken_.wijzen[Handtekenwijze.GEEN]))
        }
        assert [naam for naam in weg if naam not in radios] == [], type(scherm).__name__
        scherm.hide()
