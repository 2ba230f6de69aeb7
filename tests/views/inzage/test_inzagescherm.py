"""Requests of the client and the inzage, through the windows."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.models.antwoord import Notitiesoort
from desktop.models.dossier import Rol
from desktop.models.intake import BredeIntake
from desktop.models.spoor import Raadpleging
from desktop.models.verzoek import Verzoek, Verzoeksoort
from desktop.store.store import Store
from desktop.views.dossiers.dossierblad import Dossierblad
from desktop.views.inzage.papieren import Papierkaart
from desktop.views.inzage.scherm import Inzagescherm
from desktop.views.termijnen.datumknop import Datumknop
from desktop.views.werkplek import Werkplek
from desktop.views.werkruimte import Werkruimte
from tests.pagina.papieren import Papier
from tests.pagina.synchronisatie import koppel
from tests.pagina.toegankelijk import niet_te_bereiken, zonder_naam

GEHEIM = "Zij is bang thuis."
BSN = "012345672"


@pytest.fixture
def papieren(store: Store, tmp_path: Path) -> Path:
    """The folder where papers go."""
    map_ = tmp_path / "papieren"
    map_.mkdir()
    store.onthoud("documentenmap", str(map_))
    return map_


@pytest.fixture
def dossier_id(
    store: Store,
    papieren: Path,
    maak_dossier: Callable[..., str],
    maak_intake: Callable[..., str],
) -> str:
    dossier_id = maak_dossier("Amina", "Haddad", bsn=BSN)
    intake_id = maak_intake(dossier_id=dossier_id)
    with store.work() as work:
        work.get(BredeIntake, intake_id).noteer(
            "RE", GEHEIM, vraag=None, soort=Notitiesoort.AFGESCHERMD, door=work.door, nu=work.nu
        )
    return dossier_id


@pytest.fixture
def scherm(qtbot: QtBot, werkplek: Werkplek, dossier_id: str) -> Inzagescherm:
    scherm = Inzagescherm(werkplek)
    qtbot.addWidget(scherm)
    scherm.open(dossier_id)
    scherm.resize(1366, 1200)
    scherm.show()
    scherm.activateWindow()
    qtbot.waitUntil(scherm.isActiveWindow)
    return scherm


def druk(qtbot: QtBot, knop: object) -> None:
    qtbot.mouseClick(knop, Qt.MouseButton.LeftButton)  # type: ignore[arg-type]


def maak(qtbot: QtBot, kaart: Papierkaart) -> None:
    druk(qtbot, kaart.maak)
    qtbot.waitUntil(lambda: kaart.gemaakt is not None, timeout=20_000)


def verzoeken(store: Store) -> list[Verzoek]:
    with store.lees() as sessie:
        return list(sessie.scalars(sa.select(Verzoek).order_by(Verzoek.ontvangen_op)))


def bekeken(store: Store) -> set[str]:
    with store.lees() as sessie:
        return {str(r.wat) for r in sessie.scalars(sa.select(Raadpleging))}


def teksten(scherm: object) -> list[str]:
    delen = [*scherm.findChildren(QLabel), *scherm.findChildren(Datumknop)]  # type: ignore[attr-defined]
    return [w.text() for w in delen if w.isVisible()]


# Requests


def test_a_request_is_written_down_and_answered(
    qtbot: QtBot, store: Store, scherm: Inzagescherm
) -> None:
    nieuw = scherm.nieuw
    nieuw.soort.setCurrentIndex(nieuw.soort.findData(Verzoeksoort.CORRECTIE.value))
    assert nieuw.dag.text() == "23-11-2026"
    nieuw.dag.setText("20-11-2026")
    qtbot.keyClicks(nieuw.tekst, "Mijn dochter is in 2014 geboren.")
    druk(qtbot, nieuw.bewaar)
    (verzoek,) = verzoeken(store)
    assert (verzoek.soort, verzoek.ontvangen_op, verzoek.tekst, verzoek.afgedaan_op) == (
        Verzoeksoort.CORRECTIE,
        date(2026, 11, 20),
        "Mijn dochter is in 2014 geboren.",
        None,
    )
    assert nieuw.tekst.toPlainText() == ""
    (rij,) = scherm.lijst.rijen
    qtbot.waitUntil(rij.isVisible)
    assert "Gevraagd op 20-11-2026, antwoord uiterlijk 20-12-2026" in teksten(rij)
    druk(qtbot, rij.doe_af)
    assert rij.fout.text() == "Schrijf op wat er met het verzoek is gedaan."
    qtbot.keyClicks(rij.uitkomst, "Verbeterd.")
    druk(qtbot, rij.doe_af)
    (verzoek,) = verzoeken(store)
    assert (verzoek.afgedaan_op, verzoek.uitkomst) == (date(2026, 11, 23), "Verbeterd.")
    (rij,) = scherm.lijst.rijen
    qtbot.waitUntil(rij.isVisible)
    assert not hasattr(rij, "doe_af")
    assert "Verbeterd." in teksten(rij)


@pytest.mark.parametrize(
    ("soort", "dag", "tekst", "zin"),
    [
        (Verzoeksoort.BEZWAAR, "23-11-2026", "", "Schrijf op wat de cliënt vraagt."),
        (Verzoeksoort.INZAGE, "24-11-2026", "", "Deze dag moet nog komen."),
        (Verzoeksoort.INZAGE, "ergens in mei", "", "Dit is geen datum."),
    ],
)
def test_what_cannot_be_right_is_said_and_nothing_is_kept(
    qtbot: QtBot,
    store: Store,
    scherm: Inzagescherm,
    soort: Verzoeksoort,
    dag: str,
    tekst: str,
    zin: str,
) -> None:
    nieuw = scherm.nieuw
    nieuw.soort.setCurrentIndex(nieuw.soort.findData(soort.value))
    nieuw.dag.setText(dag)
    nieuw.tekst.setPlainText(tekst)
    druk(qtbot, nieuw.bewaar)
    assert nieuw.fout.isVisible()
    assert nieuw.fout.text().startswith(zin)
    assert verzoeken(store) == []
    assert nieuw.dag.text() == dag
    assert (nieuw.dag if dag != "23-11-2026" else nieuw.tekst).hasFocus()


def test_what_is_being_typed_stays_when_another_request_comes(
    qtbot: QtBot, store: Store, scherm: Inzagescherm, dossier_id: str
) -> None:
    def erbij(dag: int) -> None:
        with store.work() as work:
            op = date(2026, 11, dag)
            work.voeg_toe(
                Verzoek.nieuw(dossier_id, Verzoeksoort.INZAGE, "", op=op, vandaag=store.vandaag())
            )

    erbij(2)
    (rij,) = scherm.lijst.rijen
    assert rij.uitkomst.toPlainText() == "Inzage gegeven, op papier en als bestand."
    rij.uitkomst.setPlainText("Morgen aan tafel.")
    erbij(3)
    assert [r.verzoek.ontvangen_op.day for r in scherm.lijst.rijen] == [3, 2]
    assert scherm.lijst.rijen[1].uitkomst.toPlainText() == "Morgen aan tafel."


def test_whoever_may_not_write_sees_them_and_no_more(
    qtbot: QtBot, store: Store, werkplek: Werkplek, dossier_id: str
) -> None:
    with store.work() as work:
        op = store.vandaag()
        work.voeg_toe(Verzoek.nieuw(dossier_id, Verzoeksoort.INZAGE, "", op=op, vandaag=op))
    koppel(werkplek, Rol.LEIDINGGEVENDE)
    scherm = Inzagescherm(werkplek)
    qtbot.addWidget(scherm)
    scherm.open(dossier_id)
    scherm.show()
    assert not scherm.nieuw.isVisible()
    assert not hasattr(scherm.lijst.rijen[0], "doe_af")
    assert scherm.inzage.ontbreekt.isVisible()


# The papers


def test_the_inzage_is_a_paper_and_a_file_without_what_is_shielded(
    qtbot: QtBot, store: Store, scherm: Inzagescherm, papieren: Path
) -> None:
    assert not scherm.inzage.ontbreekt.isVisible()
    maak(qtbot, scherm.inzage)
    gemaakt = scherm.inzage.gemaakt
    assert gemaakt is not None
    assert gemaakt.papier is not None
    assert gemaakt.bestand is not None
    assert {p.name for p in papieren.iterdir()} == {gemaakt.papier.name, gemaakt.bestand.name}
    assert gemaakt.papier.name == f"inzage-{scherm.kaart.nummer}.pdf"  # type: ignore[union-attr]
    assert gemaakt.bestand.stem == gemaakt.papier.stem
    papier = Papier(gemaakt.papier.read_bytes())
    inhoud = json.loads(gemaakt.bestand.read_bytes())
    assert "Amina" in papier.tekst
    assert BSN in papier.tekst
    assert "Noordoostpolder" in papier.tekst
    assert inhoud["gegevens"]["dossier"][0]["velden"]["bsn"] == BSN
    for tekst in (papier.tekst, json.dumps(inhoud)):
        assert GEHEIM not in tekst
    assert bekeken(store) == {"inzage"}
    assert scherm.inzage.open.isVisible()
    assert BSN not in scherm.inzage.klaar.text()


def test_what_is_shielded_comes_apart_and_only_on_purpose(
    qtbot: QtBot, store: Store, scherm: Inzagescherm, papieren: Path
) -> None:
    apart = scherm.apart
    assert "veiligheid" in apart.let_op.text()
    assert not apart.maak.isEnabled()
    apart.besproken.setFocus()
    qtbot.keyClick(apart.besproken, Qt.Key.Key_Space)
    maak(qtbot, apart)
    assert sorted(p.name.rsplit(".", 1)[1] for p in papieren.iterdir()) == ["json", "pdf"]
    for pad in papieren.iterdir():
        assert pad.name.startswith("inzage-apart-")
    assert GEHEIM in Papier(next(papieren.glob("*.pdf")).read_bytes()).tekst
    assert bekeken(store) == {"afgeschermd"}


def test_with_nothing_shielded_no_paper_is_made(
    qtbot: QtBot,
    scherm: Inzagescherm,
    maak_dossier: Callable[..., str],
    papieren: Path,
    store: Store,
) -> None:
    scherm.apart.besproken.setChecked(True)
    scherm.open(maak_dossier("Yonas"))
    assert not scherm.apart.besproken.isChecked(), "that was about another client"
    scherm.apart.besproken.setChecked(True)
    maak(qtbot, scherm.apart)
    assert scherm.apart.klaar.text() == "Er is niets afgeschermd bij deze cliënt."
    assert list(papieren.iterdir()) == []
    assert bekeken(store) == set()


def test_a_folder_that_is_not_there_is_said(qtbot: QtBot, scherm: Inzagescherm) -> None:
    scherm.inzage.map.veld.setText("/weg/ermee")
    druk(qtbot, scherm.inzage.maak)
    qtbot.waitUntil(scherm.inzage.fout.isVisible, timeout=20_000)
    assert scherm.inzage.fout.text() == "Deze map bestaat niet. Kies een andere map."
    assert scherm.inzage.maak.isEnabled()


# The ways


def test_the_card_on_the_sheet_shows_requests_and_leads_to_them(
    qtbot: QtBot, store: Store, werkplek: Werkplek, dossier_id: str
) -> None:
    ruimte = Werkruimte(werkplek)
    qtbot.addWidget(ruimte)
    ruimte.resize(1366, 768)
    ruimte.show()
    ruimte.toon_dossier(dossier_id)
    kaart = ruimte.blad.kaarten.verzoeken
    assert any("mag de eigen gegevens zien" in t for t in teksten(kaart))
    with store.work() as work:
        dag = date(2026, 10, 1)
        work.voeg_toe(
            Verzoek.nieuw(dossier_id, Verzoeksoort.INZAGE, "", op=dag, vandaag=store.vandaag())
        )
    zin = "Gevraagd op 01-10-2026. Geef nu antwoord, de laatste dag was 01-11-2026."
    qtbot.waitUntil(lambda: zin in teksten(kaart))
    druk(qtbot, kaart.knop)
    scherm = ruimte._stapel.currentWidget()
    assert isinstance(scherm, Inzagescherm)
    assert scherm.inzage.maak.hasFocus()
    qtbot.keyClick(scherm.inzage.maak, Qt.Key.Key_Escape)
    assert isinstance(ruimte._stapel.currentWidget(), Dossierblad)
    ruimte.sluit()


def test_a_made_up_client_asks_nothing(
    qtbot: QtBot, werkplek: Werkplek, maak_dossier: Callable[..., str]
) -> None:
    blad = Dossierblad(werkplek)
    qtbot.addWidget(blad)
    blad.open(maak_dossier(oefening=True))
    blad.show()
    assert not blad.kaarten.verzoeken.isVisible()


def test_everything_has_a_name_and_can_be_reached(
    qtbot: QtBot, store: Store, scherm: Inzagescherm, dossier_id: str
) -> None:
    with store.work() as work:
        op = store.vandaag()
        work.voeg_toe(Verzoek.nieuw(dossier_id, Verzoeksoort.INZAGE, "", op=op, vandaag=op))
    scherm.apart.besproken.setChecked(True)
    assert zonder_naam(scherm) == []
    assert niet_te_bereiken(qtbot, scherm, scherm.knop_terug) == []
