"""The trail on the screen: of one dossier, and of the gemeente."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.models.dossier import Dossier, Rol
from desktop.models.spoor import Inzagesoort, Spoorfilter
from desktop.models.wijziging import Wijziging
from desktop.store import nood, spoor
from desktop.store.store import Store
from desktop.sync.antwoorden import Spoorregel as Veldregel
from desktop.sync.fouten import GeenNetwerk
from desktop.views.spoor import bron
from desktop.views.spoor.model import Kolom
from desktop.views.spoor.scherm import Spoorscherm
from desktop.views.toegang.recht import beleid
from desktop.views.werkplek import Werkplek
from desktop.views.werkruimte import Werkruimte
from tests.pagina.spoor import Spoorpagina
from tests.pagina.toegankelijk import niet_te_bereiken, zonder_naam
from tests.views.toegang.conftest import Namen, Nepcentrale, Toon

REDEN = "Mevrouw staat aan de balie met een <b>brief</b> van de huurbaas en Anneke is vrij."
Maak = Callable[..., Spoorpagina]


@pytest.fixture
def pagina(qtbot: QtBot, werkplek: Werkplek, toon: Toon) -> Maak:
    def maak(dossier_id: str = "") -> Spoorpagina:
        scherm = Spoorscherm(werkplek, dossier_id)
        toon(scherm)
        return Spoorpagina(qtbot, scherm).gereed()

    return maak


@pytest.fixture
def dossier_id(store: Store, maak_dossier: Callable[..., str]) -> str:
    id_ = maak_dossier(bsn="123456782")
    with store.work() as work:
        work.get(Dossier, id_).adres = "Kerkstraat 1, Urk"
    nood.breek_glas(store, id_, REDEN, beleid())
    return id_


def test_who_did_what_and_nothing_of_what_it_says(pagina: Maak, dossier_id: str) -> None:
    blad = pagina(dossier_id)
    assert blad.regels[:3] == [
        ("Anneke de Boer", "Bekeken", "Dit spoor", REDEN),
        ("Anneke de Boer", "Gewijzigd", "Toegang met een reden", REDEN),
        ("Anneke de Boer", "Gewijzigd", "Dossier", "contact"),
    ]
    assert blad.cel(0, Kolom.LAPTOP) == "deze laptop"
    assert blad.cel(0, Kolom.WANNEER).startswith("23-11-2026 ")
    tekst = repr(blad.regels)
    for geheim in ("Kerkstraat", "123456782", "Gebremedhin"):
        assert geheim not in tekst
    assert blad.onderregel == "4 regels."


def test_changes_and_views_apart(pagina: Maak, dossier_id: str) -> None:
    blad = pagina(dossier_id)
    blad.filter(Spoorfilter.INZIEN)
    assert [r[2] for r in blad.regels] == ["Dit spoor"]
    blad.filter(Spoorfilter.WIJZIGINGEN)
    assert {r[1] for r in blad.regels} == {"Gewijzigd"}
    assert len(blad.regels) == 3
    blad.filter(Spoorfilter.ALLES)
    assert len(blad.regels) == 4


def test_a_long_reason_is_read_below_as_plain_text(pagina: Maak, dossier_id: str) -> None:
    blad = pagina(dossier_id)
    blad.kies(1)
    assert blad.onderregel == f"Reden: {REDEN}"
    assert blad.scherm.onderregel.textFormat() is Qt.TextFormat.PlainText
    model = blad.scherm.model
    tip = model.data(model.index(1, Kolom.MEER), Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;brief" in tip
    blad.kies(2)
    assert blad.onderregel == "4 regels."


def test_more_comes_when_somebody_scrolls(
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    store: Store,
    pagina: Maak,
    dossier_id: str,
) -> None:
    for n in range(30):
        with store.work() as work:
            work.get(Dossier, dossier_id).telefoon = f"06 1234 {n:04d}"
    monkeypatch.setattr(
        spoor.spoor, "__kwdefaults__", {"filter": Spoorfilter.ALLES, "na": None, "aantal": 10}
    )
    monkeypatch.setattr(bron, "PER_KEER", 10)
    blad = pagina(dossier_id)
    qtbot.waitUntil(lambda: blad.scherm.model.rowCount() >= 10)
    while blad.scherm.model.is_er_meer:
        voor = blad.scherm.model.rowCount()
        blad.scherm.tabel.scrollToBottom()
        qtbot.waitUntil(
            lambda voor=voor: (
                blad.scherm.model.rowCount() > voor or not blad.scherm.model.is_er_meer
            )
        )
    sleutels = [r.sleutel for r in blad.scherm.model.regels]
    assert len(sleutels) == len(set(sleutels)) == 34
    assert sleutels == sorted(sleutels, reverse=True)


def test_the_chain_is_verified(qtbot: QtBot, pagina: Maak, dossier_id: str) -> None:
    blad = pagina(dossier_id)
    qtbot.waitUntil(lambda: blad.scherm.ketenregel.text().startswith("Nagekeken"))
    assert blad.scherm.lampje.property("staat") == "goed"


def test_a_chain_that_is_not_whole_says_so(
    qtbot: QtBot, store: Store, pagina: Maak, dossier_id: str
) -> None:
    with store.neem_op() as inkomst:
        inkomst.verbinding.exec_driver_sql(
            f"UPDATE {Wijziging.__tablename__} SET waarde = '\"Ens\"' WHERE veld = 'adres'"
        )
    blad = pagina(dossier_id)
    qtbot.waitUntil(lambda: "Bel je beheerder" in blad.scherm.ketenregel.text())
    assert blad.scherm.ketenregel.text().startswith("1 regel klopt niet")
    assert blad.scherm.lampje.property("staat") == "let-op"


def test_escape_goes_back_and_tab_reaches_all(qtbot: QtBot, pagina: Maak, dossier_id: str) -> None:
    scherm = pagina(dossier_id).scherm
    assert zonder_naam(scherm) == []
    assert niet_te_bereiken(qtbot, scherm, scherm.knop_terug) == []
    with qtbot.waitSignal(scherm.terug):
        qtbot.keyClick(scherm.tabel, Qt.Key.Key_Escape)


def test_it_opens_from_the_dossier_and_goes_back_there(
    qtbot: QtBot, werkruimte: Werkruimte, dossier_id: str
) -> None:
    werkruimte.toon_dossier(dossier_id)
    qtbot.mouseClick(werkruimte.blad.kaarten.toegang.knop_spoor, Qt.MouseButton.LeftButton)
    scherm = werkruimte._stapel.currentWidget()
    assert isinstance(scherm, Spoorscherm)
    assert scherm.tabel.hasFocus()
    assert any("Tesfay Gebremedhin" in w.text() for w in scherm.findChildren(QLabel))
    qtbot.mouseClick(scherm.knop_terug, Qt.MouseButton.LeftButton)
    assert werkruimte._stapel.currentWidget() is werkruimte.blad


# The gemeente


def _veld(n: int, **meer: object) -> Veldregel:
    from tests.conftest import Klok

    waarden: dict[str, object] = {
        "klok": f"{117_664_933_479_776_256 + n:020d}",
        "dossier": "d",
        "auteur": None,
        "apparaat": "a3f29b",
        "entiteit": "dossier",
        "rij": "d",
        "veld": "adres",
        "soort": "set",
        "toelichting": None,
        "ontvangen_op": Klok().nu,
        **meer,
    }
    return Veldregel(**waarden)  # type: ignore[arg-type]


def test_the_trail_of_the_gemeente_comes_from_the_centre(
    mensen: Namen,
    centrale: Nepcentrale,
    koppel: Callable[..., None],
    maak_dossier: Callable[..., str],
    store: Store,
    pagina: Maak,
) -> None:
    hier = maak_dossier()
    with store.lees() as sessie:
        nummer = sessie.get_one(Dossier, hier).nummer
    centrale.regels = [
        _veld(9, auteur=mensen["jelle"], dossier=hier),
        _veld(9, auteur=mensen["jelle"], dossier=hier, veld="bsn"),
        _veld(8, auteur=mensen["fatima"], entiteit="raadpleging", veld="wat", toelichting='"bsn"'),
        _veld(
            8, auteur=mensen["fatima"], entiteit="raadpleging", veld="reden", toelichting='"Balie"'
        ),
        _veld(
            7, auteur=mensen["karin"], entiteit="zoekactie", veld="", soort="zoek", apparaat=None
        ),
        _veld(6, entiteit="notitie", soort="delete", veld="", dossier="f00dface"),
    ]
    koppel("bas", Rol.BEHEERDER)
    blad = pagina()
    assert blad.regels == [
        ("Jelle Kramer", "Gewijzigd", "Dossier", "BSN  ·  contact"),
        ("Fatima Aydin", "Bekeken", "BSN en gegevens", "Balie"),
        ("Karin Visser", "Bekeken", "Nummer opgezocht", ""),
        ("onbekend", "Weggehaald", "Notitie", ""),
    ]
    assert [blad.cel(n, Kolom.LAPTOP) for n in (0, 2)] == [
        "andere laptop a3f2",
        "centrale opslag",
    ]
    assert [blad.cel(n, Kolom.DOSSIER) for n in (0, 3)] == [nummer, "dossier f00d"]
    blad.filter(Spoorfilter.INZIEN)
    assert len(blad.regels) == 2


def test_a_filter_asks_on_until_there_is_something(
    mensen: Namen, centrale: Nepcentrale, koppel: Callable[..., None], pagina: Maak
) -> None:
    centrale.regels = [_veld(900 - n) for n in range(450)]
    centrale.regels.append(_veld(1, entiteit="zoekactie", soort="zoek", veld=""))
    koppel("bas", Rol.BEHEERDER)
    blad = pagina()
    blad.filter(Spoorfilter.INZIEN)
    assert [r[2] for r in blad.regels] == ["Nummer opgezocht"]


def test_without_a_network_there_is_a_sentence(
    centrale: Nepcentrale, koppel: Callable[..., None], pagina: Maak
) -> None:
    centrale.fout = GeenNetwerk()
    koppel("bas", Rol.BEHEERDER)
    blad = pagina()
    assert blad.onderregel == GeenNetwerk.STANDAARD
    assert not blad.scherm.ketenregel.isVisible()


def test_without_a_centre_there_is_a_sentence(pagina: Maak) -> None:
    assert "verbinding met de centrale opslag" in pagina().onderregel


def test_looking_at_the_trail_is_in_the_trail(
    store: Store, werkplek: Werkplek, pagina: Maak, dossier_id: str
) -> None:
    pagina(dossier_id)
    assert werkplek.kijkboek.bekend(dossier_id, Inzagesoort.SPOOR)


def test_on_a_small_laptop_what_does_not_fit_stands_below(
    qtbot: QtBot,
    mensen: Namen,
    centrale: Nepcentrale,
    koppel: Callable[..., None],
    pagina: Maak,
) -> None:
    centrale.regels = [_veld(9, auteur=mensen["jelle"])]
    koppel("bas", Rol.BEHEERDER)
    blad = pagina()
    blad.scherm.resize(1024, 600)
    qtbot.waitUntil(lambda: blad.scherm.tabel.isColumnHidden(Kolom.MEER))
    blad.kies(0)
    assert blad.onderregel == "contact"
    blad.scherm.resize(1366, 768)
    qtbot.waitUntil(lambda: not blad.scherm.tabel.isColumnHidden(Kolom.MEER))
