"""Letter head and mandate list, as who keeps them works on the screen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.models.dossier import Medewerker, Rol
from desktop.models.gemeentegegevens import Gemeentegegevens, Mandaat
from desktop.store import gemeentegegevens as gegevens
from desktop.store.store import Store
from desktop.views.beheer.gemeente import Gemeentescherm
from desktop.views.termijnen.datumknop import Datumknop
from desktop.views.werkplek import Werkplek
from desktop.views.werkruimte import Werkruimte
from tests.pagina.synchronisatie import koppel
from tests.pagina.toegankelijk import niet_te_bereiken, zonder_naam
from tests.pagina.toetskamer import druk, kies, toon, typ


@pytest.fixture
def teamleider(store: Store) -> str:
    with store.work() as work:
        wie = Medewerker(naam="Karin Visser", gemeente="0171", rol=Rol.LEIDINGGEVENDE)
        work.voeg_toe(wie)
    return wie.id


@pytest.fixture
def scherm(qtbot: QtBot, werkplek: Werkplek, teamleider: str) -> Gemeentescherm:
    scherm = Gemeentescherm(werkplek)
    toon(qtbot, scherm)
    return scherm


def bewaard(store: Store) -> Gemeentegegevens | None:
    with store.lees() as sessie:
        return gegevens.gemeentegegevens(sessie, "0171")


def lijst(store: Store) -> list[Mandaat]:
    with store.lees() as sessie:
        return list(gegevens.mandaten(sessie, "0171"))


def leesbaar(scherm: Gemeentescherm) -> str:
    QApplication.processEvents()
    delen = [*scherm.findChildren(QLabel), *scherm.findChildren(Datumknop)]
    return "\n".join(w.text() for w in delen if w.isVisible())


def test_a_field_is_kept_on_leaving_it_and_a_bad_one_says_why(
    qtbot: QtBot, scherm: Gemeentescherm, store: Store
) -> None:
    velden = scherm.briefhoofd.velden
    typ(qtbot, velden["naam"], "gemeente Noordoostpolder")
    typ(qtbot, velden["email"], "info-noordoostpolder")
    velden["website"].invoer.setFocus()
    rij = bewaard(store)
    assert rij is not None
    assert rij.naam == "gemeente Noordoostpolder"
    assert rij.email == ""
    assert velden["email"].fout.isVisible()
    assert velden["email"].tekst == "info-noordoostpolder"  # nothing typed is lost


def test_what_was_refused_stays_when_another_field_is_kept(
    qtbot: QtBot, scherm: Gemeentescherm, store: Store
) -> None:
    velden = scherm.briefhoofd.velden
    typ(qtbot, velden["email"], "info-noordoostpolder")
    typ(qtbot, velden["naam"], "gemeente Noordoostpolder")
    velden["website"].invoer.setFocus()  # keeps the name, and all fields are read again
    rij = bewaard(store)
    assert rij is not None
    assert rij.naam == "gemeente Noordoostpolder"
    assert velden["email"].tekst == "info-noordoostpolder"
    assert velden["email"].fout.isVisible()
    typ(qtbot, velden["email"], "info@noordoostpolder.nl")
    velden["website"].invoer.setFocus()
    with store.work() as work:
        work.get(Gemeentegegevens, rij.id).email = "post@noordoostpolder.nl"
    assert velden["email"].tekst == "post@noordoostpolder.nl", "a good one follows what is kept"


def test_what_is_being_typed_is_kept_at_the_lock(
    qtbot: QtBot, werkplek: Werkplek, store: Store
) -> None:
    ruimte = Werkruimte(werkplek)
    toon(qtbot, ruimte)
    ruimte.beheer.gemeente(ruimte.toon_instellingen)
    scherm = ruimte._stapel.currentWidget()
    assert isinstance(scherm, Gemeentescherm)
    typ(qtbot, scherm.briefhoofd.velden["naam"], "gemeente Noordoostpolder")
    ruimte.vergrendel()
    rij = bewaard(store)
    assert rij is not None
    assert rij.naam == "gemeente Noordoostpolder"
    lang = scherm.briefhoofd.regels["bezwaaradres"].invoer
    lang.setFocus()
    qtbot.keyClicks(lang, "Postbus 155")
    ruimte.sluit()
    nu = bewaard(store)
    assert nu is not None
    assert nu.bezwaaradres == "Postbus 155"


def test_a_wide_logo_leaves_the_card_as_it_is(
    qtbot: QtBot, scherm: Gemeentescherm, store: Store, tmp_path: Path
) -> None:
    beeld = QImage(2000, 100, QImage.Format.Format_RGB32)
    beeld.fill(QColor("#1F5FA8"))
    pad = tmp_path / "breed.png"
    assert beeld.save(str(pad))
    scherm.logo.lees_bestand(pad)
    QApplication.processEvents()
    assert scherm.logo.beeld.isVisible()
    assert scherm.logo.beeld.pixmap().width() <= 320
    assert scherm.logo.minimumSizeHint().width() < 500


def test_the_address_for_objections_keeps_its_lines(
    qtbot: QtBot, scherm: Gemeentescherm, store: Store
) -> None:
    veld = scherm.briefhoofd.regels["bezwaaradres"].invoer
    veld.setFocus()
    qtbot.keyClicks(veld, "Commissie bezwaar")
    qtbot.keyClick(veld, Qt.Key.Key_Return)
    qtbot.keyClicks(veld, "Postbus 155")
    qtbot.keyClick(veld, Qt.Key.Key_Tab)
    rij = bewaard(store)
    assert rij is not None
    assert rij.bezwaaradres == "Commissie bezwaar\nPostbus 155"


def test_somebody_is_put_on_the_list_changed_and_taken_off(
    qtbot: QtBot, scherm: Gemeentescherm, store: Store, teamleider: str
) -> None:
    kaart = scherm.mandaten
    assert "nog niemand" in leesbaar(scherm)
    druk(qtbot, kaart.toevoegen)
    druk(qtbot, kaart.bewaar)
    assert kaart.wie.fout.isVisible()
    kies(qtbot, kaart.wie.invoer, "Karin")  # type: ignore[arg-type]
    druk(qtbot, kaart.bewaar)
    assert "functie" in kaart.functie.fout.text()
    typ(qtbot, kaart.functie, "teamleider Inburgering")
    typ(qtbot, kaart.vanaf, "01-12-2026")
    typ(qtbot, kaart.tot, "30-11-2026")
    druk(qtbot, kaart.bewaar)
    assert "ligt voor de eerste" in kaart.tot.fout.text()
    typ(qtbot, kaart.tot, "31-12-2027")
    druk(qtbot, kaart.bewaar)
    (mandaat,) = lijst(store)
    assert (mandaat.medewerker_id, mandaat.functie) == (teamleider, "teamleider Inburgering")
    assert (mandaat.vanaf, mandaat.tot) == (date(2026, 12, 1), date(2027, 12, 31))
    assert "Van 01-12-2026 tot en met 31-12-2027. Geldt vandaag niet." in leesbaar(scherm)
    assert "Kenmerk:" not in leesbaar(scherm)
    wijzig = next(
        k
        for k in kaart.findChildren(QPushButton)
        if k.accessibleName() == "Wijzig het mandaat van Karin Visser"
    )
    druk(qtbot, wijzig)
    typ(qtbot, kaart.kenmerk, "Mandaatbesluit 2026, 12")
    druk(qtbot, kaart.bewaar)
    assert "Kenmerk: Mandaatbesluit 2026, 12" in leesbaar(scherm), "as it stands under the letter"
    wijzig = next(
        k
        for k in kaart.findChildren(QPushButton)
        if k.accessibleName() == "Wijzig het mandaat van Karin Visser" and k.isVisible()
    )
    druk(qtbot, wijzig)
    druk(qtbot, kaart.verwijder)
    assert lijst(store) == []


def test_a_leidinggevende_is_put_on_the_list_by_somebody_else(
    qtbot: QtBot, werkplek: Werkplek, store: Store, teamleider: str
) -> None:
    koppel(werkplek, Rol.LEIDINGGEVENDE)
    scherm = Gemeentescherm(werkplek)
    toon(qtbot, scherm)
    kaart = scherm.mandaten
    druk(qtbot, kaart.toevoegen)
    typ(qtbot, kaart.functie, "teamleider Inburgering")
    kies(qtbot, kaart.wie.invoer, "Anneke")  # type: ignore[arg-type]
    druk(qtbot, kaart.bewaar)
    assert kaart.wie.fout.isVisible()
    assert "Je zet jezelf niet op de lijst" in kaart.wie.fout.text()
    assert lijst(store) == []
    kies(qtbot, kaart.wie.invoer, "Karin")  # type: ignore[arg-type]
    druk(qtbot, kaart.bewaar)
    assert [m.medewerker_id for m in lijst(store)] == [teamleider]


def test_each_municipality_has_its_own_list(
    qtbot: QtBot, werkplek: Werkplek, store: Store, teamleider: str
) -> None:
    gegevens.geef_mandaat(store, "0184", teamleider, functie="hoofd", vanaf=store.vandaag())
    koppel(werkplek, Rol.LEIDINGGEVENDE)
    (hier,) = werkplek.rechten
    werkplek.rechten = (hier, replace(hier, gemeente="0184", rol=Rol.KLANTMANAGER))
    scherm = Gemeentescherm(werkplek)
    toon(qtbot, scherm)
    assert "Karin" not in leesbaar(scherm)
    assert scherm.mandaten.toevoegen.isVisible()
    druk(qtbot, scherm.mandaten.toevoegen)
    scherm.gemeente.zet("0184")
    scherm._andere()
    assert "Karin Visser, hoofd" in leesbaar(scherm)
    # Somebody else keeps that one, and a form for the other list does not stay open.
    assert not scherm.mandaten.toevoegen.isVisible()
    assert not scherm.mandaten.formulier.isVisible()


def test_four_eyes_and_the_logo(
    qtbot: QtBot, scherm: Gemeentescherm, store: Store, tmp_path: Path
) -> None:
    scherm.vier_ogen.setFocus()
    qtbot.keyClick(scherm.vier_ogen, Qt.Key.Key_Space)
    beeld = QImage(40, 40, QImage.Format.Format_ARGB32)
    beeld.fill(QColor("navy"))
    beeld.save(str(tmp_path / "logo.png"))
    scherm.logo.lees_bestand(tmp_path / "logo.png")
    rij = bewaard(store)
    assert rij is not None
    assert rij.vier_ogen
    assert rij.logo
    assert scherm.logo.beeld.isVisible()
    assert not scherm.logo.leeg.isVisible()
    (tmp_path / "brief.txt").write_text("geen plaatje")
    (tmp_path / "half.png").write_bytes((tmp_path / "logo.png").read_bytes()[:20])
    for naam, woord in (
        ("brief.txt", "png of svg"),
        ("half.png", "beschadigd"),
        ("weg.png", "niet te lezen"),
    ):
        scherm.logo.lees_bestand(tmp_path / naam)
        assert woord in scherm.logo.fout.text()
    nog = bewaard(store)
    assert nog is not None
    assert nog.logo == rij.logo
    druk(qtbot, scherm.logo.weg)
    leeg = bewaard(store)
    assert leeg is not None
    assert leeg.logo == ""


def test_in_a_coupled_municipality_a_klantmanager_only_reads_it(
    qtbot: QtBot, werkplek: Werkplek, store: Store, teamleider: str
) -> None:
    gegevens.geef_mandaat(store, "0171", teamleider, functie="teamleider", vanaf=store.vandaag())
    koppel(werkplek, Rol.KLANTMANAGER)
    scherm = Gemeentescherm(werkplek)
    toon(qtbot, scherm)
    assert "Karin Visser, teamleider" in leesbaar(scherm)
    assert not scherm.mandaten.toevoegen.isVisible()
    assert not scherm.briefhoofd.isEnabled()
    assert not scherm.vier_ogen.isEnabled()
    scherm.logo.zet("")
    assert "leidinggevende of de beheerder" in scherm.logo.fout.text()
    assert bewaard(store) is None


def test_the_settings_of_a_laptop_by_itself_lead_here_and_back(
    qtbot: QtBot, werkplek: Werkplek
) -> None:
    ruimte = Werkruimte(werkplek)
    toon(qtbot, ruimte)
    ruimte.toon_instellingen()
    assert ruimte.instellingen is not None
    druk(qtbot, ruimte.instellingen.gemeentewijzer.knop)
    scherm = next(iter(ruimte.findChildren(Gemeentescherm)))
    assert scherm.isVisible()
    qtbot.keyClick(scherm, Qt.Key.Key_Escape)
    assert ruimte.instellingen is not None
    assert ruimte.instellingen.isVisible()


def test_all_of_it_can_be_reached_and_has_a_name(qtbot: QtBot, scherm: Gemeentescherm) -> None:
    druk(qtbot, scherm.mandaten.toevoegen)
    assert zonder_naam(scherm) == []
    assert niet_te_bereiken(qtbot, scherm, scherm.knop_terug) == []
