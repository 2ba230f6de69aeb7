"""Translations as the beheerder looks after them: counted, mended, confirmed, sent and read in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.models.dossier import Rol
from desktop.models.prompts import Vertaalstatus
from desktop.models.vertaaldekking import Stand
from desktop.models.vertaling import Promptmelding, Promptvertaling
from desktop.store.store import Store
from desktop.store.vertalingen import bevestig, eigen_vertalingen, meldingen
from desktop.views.beheer.pictogrammen import Pictogramscherm
from desktop.views.beheer.scherm import Beheerscherm
from desktop.views.beheer.taalscherm import Taalscherm
from desktop.views.beheer.tekstmodel import Filter, Kolom
from desktop.views.beheer.vertalingen import Vertaalscherm
from desktop.views.instellingen.scherm import Instellingenscherm
from desktop.views.werkplek import Werkplek
from desktop.views.werkruimte import Werkruimte
from tests.pagina.synchronisatie import koppel
from tests.pagina.toegankelijk import niet_te_bereiken, zonder_naam
from tests.pagina.vertalingen import Taalpagina, Talenpagina, druk

OP = date(2026, 11, 23)
VRAAG = "Waar woon je nu?"
EIGEN = "ሕጂ ኣበይ ኣለኻ?"


@pytest.fixture
def opmerking(store: Store) -> str:
    """The interpreter said that WO01 is not right; its id."""
    with store.work() as work:
        work.voeg_toe(
            Promptmelding(
                id="m1",
                taal="ti",
                context="WO01",
                tekst="ሕጂ?",
                notitie="Te kort",
                beter=EIGEN,
                door_tolk=True,
                op=work.nu,
            )
        )
    return "m1"


def rij(store: Store, context: str = "WO01", taal: str = "ti") -> Promptvertaling:
    with store.lees() as sessie:
        return sessie.get_one(Promptvertaling, Promptvertaling.id_van(taal, context))


def eigen(store: Store, taal: str = "ti") -> set[str]:
    with store.lees() as sessie:
        return set(eigen_vertalingen(sessie, taal))


# ---- all languages ------------------------------------------------------------------------


def test_every_language_shows_what_is_missing_draft_and_confirmed(
    qtbot: QtBot, store: Store, werkplek: Werkplek, opmerking: str
) -> None:
    with store.work() as work:
        bevestig(work, "ti", "WO01", VRAAG, [EIGEN], "Selam Tesfay", OP, False)
        bevestig(work, "ti", "antwoord.ja", "Ja", ["እወ"], "Selam Tesfay", OP, True)
        # Somali where the Tigrinya should be: whoever confirmed it.
        bevestig(work, "ti", "antwoord.nee", "Nee", ["Maya"], "Selam Tesfay", OP, True)
    pagina = Talenpagina(qtbot, werkplek)
    assert set(pagina.scherm.rijen) == set(werkplek.talen) - {"nl"}
    assert [pagina.getal("ti", stand) for stand in (Stand.ONTBREEKT, Stand.NAGEKEKEN)] == ["1", "1"]
    assert pagina.getal("ti", Stand.BEEDIGD) == "1"
    assert pagina.opmerkingen("ti") == "1"
    assert pagina.opmerkingen("ar") == "–"
    assert zonder_naam(pagina.scherm) == []
    assert niet_te_bereiken(qtbot, pagina.scherm, pagina.scherm.knop_terug) == []


def test_the_numbers_follow_a_change(
    qtbot: QtBot, store: Store, werkplek: Werkplek, opmerking: str
) -> None:
    pagina = Talenpagina(qtbot, werkplek)
    assert pagina.getal("ti", Stand.NAGEKEKEN) == "–"
    with store.work() as work:
        bevestig(work, "ti", "WO01", VRAAG, [EIGEN], "Selam Tesfay", OP, False)
    qtbot.waitUntil(lambda: pagina.getal("ti", Stand.NAGEKEKEN) == "1", timeout=20_000)


# ---- one language -------------------------------------------------------------------------


def test_the_list_can_be_narrowed_and_searched(
    qtbot: QtBot, store: Store, werkplek: Werkplek, opmerking: str
) -> None:
    with store.work() as work:
        bevestig(work, "ti", "WO02", "x", ["ካልእ"], "Selam Tesfay", OP, False)
    pagina = Taalpagina(qtbot, werkplek, "ti")
    alles = len(pagina.contexten)
    pagina.filter(Filter.OPMERKING)
    assert pagina.contexten == ["WO01"]
    pagina.filter(Filter.ONTBREEKT)
    assert pagina.contexten == ["WO02"], "its Dutch is not the one that was translated"
    assert "Nederlands is veranderd" in pagina.scherm.kaart.gebrek.text()
    pagina.filter(Filter.BEVESTIGD)
    assert pagina.contexten == []
    assert pagina.scherm.leeg.isVisible()
    assert not pagina.scherm.kaart.isVisible()
    pagina.filter(Filter.ALLES)
    assert len(pagina.contexten) == alles
    pagina.zoek("waar woon")
    assert "WO01" in pagina.contexten
    assert len(pagina.contexten) < 5


def test_a_mended_text_is_a_draft_that_the_client_gets(
    qtbot: QtBot, store: Store, werkplek: Werkplek
) -> None:
    pagina = Taalpagina(qtbot, werkplek, "ti")
    pagina.open("WO01")
    pagina.schrijf(EIGEN)
    pagina.schrijf_uitspraak("hedji abey")
    pagina.bewaar()
    nu = rij(store)
    assert (nu.status, nu.herkomst, nu.uitspraak) == (
        Vertaalstatus.CONCEPT,
        "Anneke de Boer",
        "hedji abey",
    )
    assert werkplek.prompts("ti").tekst("WO01", VRAAG).tekst == EIGEN
    assert werkplek.prompts("ti").uitspraak("WO01", VRAAG) == "hedji abey"
    assert eigen(store) == {"WO01"}


def test_only_a_named_person_makes_it_checked(
    qtbot: QtBot, store: Store, werkplek: Werkplek
) -> None:
    pagina = Taalpagina(qtbot, werkplek, "ti")
    pagina.open("WO01")
    pagina.nagekeken("")
    assert pagina.fout == "Schrijf op wie dit heeft nagekeken."
    assert pagina.scherm.kaart.wie.hasFocus()
    assert eigen(store) == set()
    volgende = pagina.contexten[pagina.contexten.index("WO01") + 1]
    pagina.nagekeken("Selam Tesfay")
    assert (rij(store).status, rij(store).herkomst) == (Vertaalstatus.NAGEKEKEN, "Selam Tesfay")
    assert pagina.stand("WO01") == "Nagekeken"
    assert pagina.open_tekst == volgende, "on to the next one"
    assert pagina.scherm.kaart.wie.text() == "Selam Tesfay", "the same person goes on"
    pagina.nagekeken("Selam Tesfay", beedigd=True)
    assert rij(store, volgende).status is Vertaalstatus.BEEDIGD
    pagina.open("WO01")
    assert pagina.scherm.kaart.stand.text() == "Nagekeken, door Selam Tesfay op 23-11-2026"


def test_with_a_filter_the_next_text_comes_in_its_place(
    qtbot: QtBot, store: Store, werkplek: Werkplek
) -> None:
    pagina = Taalpagina(qtbot, werkplek, "ti")
    pagina.filter(Filter.CONCEPT)
    eerste, tweede, derde = pagina.contexten[:3]
    pagina.open(eerste)
    pagina.nagekeken("Selam Tesfay")
    assert pagina.open_tekst == tweede, "none is passed over"
    pagina.nagekeken("Selam Tesfay")
    assert pagina.open_tekst == derde
    assert eigen(store) == {eerste, tweede}


@pytest.mark.parametrize(
    ("context", "tekst", "zin"),
    [
        ("WO01", "", "Schrijf eerst een vertaling."),
        ("WO01", "ሕጂ {x}", "De invulplek {x} staat niet in het Nederlands."),
        ("WO01", "ሕ\u202eጂ", "U+202E"),
        ("kies.max", "ሕረ", "De invulplek {aantal} ontbreekt."),
    ],
)
def test_a_wrong_text_gives_a_sentence_and_is_not_kept(
    qtbot: QtBot, store: Store, werkplek: Werkplek, context: str, tekst: str, zin: str
) -> None:
    pagina = Taalpagina(qtbot, werkplek, "ti")
    pagina.open(context)
    pagina.schrijf(tekst)
    pagina.bewaar()
    assert zin in pagina.fout
    pagina.nagekeken("Selam Tesfay")
    assert zin in pagina.fout
    assert eigen(store) == set()


def test_what_was_typed_and_not_kept_is_still_there(
    qtbot: QtBot, store: Store, werkplek: Werkplek
) -> None:
    pagina = Taalpagina(qtbot, werkplek, "ti")
    pagina.open("WO01")
    pagina.schrijf("ሓሳብ")
    pagina.open("WO01.azc")
    assert pagina.tekst != "ሓሳብ"
    weer = Taalpagina(qtbot, werkplek, "ti")
    weer.open("WO01")
    assert weer.tekst == "ሓሳብ"
    assert eigen(store) == set(), "a draft is not a translation"


def test_a_remark_is_read_taken_over_and_dealt_with(
    qtbot: QtBot, store: Store, werkplek: Werkplek, opmerking: str
) -> None:
    pagina = Taalpagina(qtbot, werkplek, "ti")
    pagina.filter(Filter.OPMERKING)
    (kaart,) = pagina.scherm.kaart.opmerkingen
    assert kaart.notitie.text() == "Te kort"
    druk(qtbot, kaart.neem_over)
    assert pagina.tekst == EIGEN
    pagina.bewaar()
    (kaart,) = pagina.scherm.kaart.opmerkingen
    druk(qtbot, kaart.klaar)
    assert pagina.contexten == []
    with store.lees() as sessie:
        assert meldingen(sessie, "ti") == []
        assert eigen_vertalingen(sessie, "ti")["WO01"].tekst == EIGEN


def test_right_to_left_runs_from_the_right(qtbot: QtBot, werkplek: Werkplek) -> None:
    pagina = Taalpagina(qtbot, werkplek, "ar")
    pagina.open("kies.max")
    assert len(pagina.scherm.kaart.vormen) == 6
    veld = pagina.scherm.kaart.vormen[0]
    veld.moveCursor(veld.textCursor().MoveOperation.Start)
    assert veld.cursorRect().x() > veld.width() / 2, "writing begins at the right"
    tabel = pagina.scherm.tabel
    plek = tabel.model().index(pagina.contexten.index("antwoord.ja"), Kolom.VERTALING)
    tabel.scrollTo(plek)
    vak = tabel.visualRect(plek)
    beeld = tabel.viewport().grab(vak).toImage()
    kanten = [
        any(
            beeld.pixelColor(x, y).lightness() < 128
            for x in range(van, tot)
            for y in range(beeld.height() // 4, 3 * beeld.height() // 4)
        )
        for van, tot in ((0, beeld.width() // 2), (beeld.width() // 2, beeld.width() - 4))
    ]
    assert kanten == [False, True], "a short word stands at the right side of its column"


# ---- files --------------------------------------------------------------------------------


def test_a_file_goes_out_and_comes_back(
    qtbot: QtBot,
    store: Store,
    werkplek: Werkplek,
    opmerking: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pagina = Taalpagina(qtbot, werkplek, "ti")
    po = tmp_path / "ti.po"
    pagina.maak_bestand(po, monkeypatch)
    assert pagina.melding == "Het bestand staat klaar: ti.po"
    tekst = po.read_text(encoding="utf-8")
    assert "# melding: Te kort" in tekst
    po.write_text(tekst.replace('msgstr "እወ"', 'msgstr "እወ በሉ"', 1), encoding="utf-8")
    pagina.lees_in(po, monkeypatch)
    assert pagina.melding == "1 tekst is opgenomen, als concept."
    assert pagina.fouten == []
    assert eigen(store) == {"antwoord.ja"}
    druk(qtbot, pagina.scherm.bestand.sluit)
    assert pagina.melding == ""
    assert pagina.scherm.lees_in.hasFocus()


def test_a_refused_file_shows_every_fault_and_changes_nothing(
    qtbot: QtBot,
    store: Store,
    werkplek: Werkplek,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pagina = Taalpagina(qtbot, werkplek, "ti")
    po = tmp_path / "ti.po"
    pagina.maak_bestand(po, monkeypatch)
    tekst = po.read_text(encoding="utf-8")
    stuk = (
        tekst.replace('msgstr "እወ"', 'msgstr "እወ {x}"', 1)
        .replace('"WO01"', '"WO99"')
        .replace('msgstr "ኣይፋል"', 'msgstr "ኣይ"', 1)
    )
    po.write_text(stuk, encoding="utf-8")
    pagina.lees_in(po, monkeypatch)
    assert pagina.melding == (
        "Dit bestand is niet opgenomen: er zitten 2 fouten in. Er is niets veranderd."
    )
    regels = stuk.splitlines()
    assert [regel.split(":")[0] for regel in pagina.fouten] == [
        f"regel {regels.index(bron) + 1}" for bron in ('msgid "Ja"', f'msgid "{VRAAG}"')
    ]
    assert eigen(store) == set()


def test_a_file_of_another_language_is_refused(
    qtbot: QtBot,
    store: Store,
    werkplek: Werkplek,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    po = tmp_path / "ti.po"
    Taalpagina(qtbot, werkplek, "ti").maak_bestand(po, monkeypatch)
    pagina = Taalpagina(qtbot, werkplek, "am")
    pagina.lees_in(po, monkeypatch)
    assert any("niet in het Amhaars" in fout for fout in pagina.fouten)


# ---- the way there ------------------------------------------------------------------------


def test_from_beheer_to_a_language_and_back(qtbot: QtBot, werkplek: Werkplek) -> None:
    koppel(werkplek, Rol.BEHEERDER)
    ruimte = Werkruimte(werkplek)
    qtbot.addWidget(ruimte)
    ruimte.resize(1366, 768)
    ruimte.show()

    def nu() -> object:
        return ruimte._stapel.currentWidget()

    druk(qtbot, ruimte.lijst.knop_beheer)
    scherm = nu()
    assert isinstance(scherm, Beheerscherm)
    druk(qtbot, scherm.naar_vertalingen)
    scherm = nu()
    assert isinstance(scherm, Vertaalscherm)
    druk(qtbot, scherm.rijen["ti"].open)
    scherm = nu()
    assert isinstance(scherm, Taalscherm)
    qtbot.keyClick(scherm, Qt.Key.Key_Escape)
    scherm = nu()
    assert isinstance(scherm, Vertaalscherm)
    druk(qtbot, scherm.knop_terug)
    scherm = nu()
    assert isinstance(scherm, Beheerscherm)
    druk(qtbot, scherm.naar_pictogrammen)
    scherm = nu()
    assert isinstance(scherm, Pictogramscherm)
    druk(qtbot, scherm.knop_terug)
    assert isinstance(nu(), Beheerscherm)
    ruimte.sluit()


def test_a_laptop_by_itself_gets_there_from_the_settings(qtbot: QtBot, werkplek: Werkplek) -> None:
    ruimte = Werkruimte(werkplek)
    qtbot.addWidget(ruimte)
    ruimte.show()
    ruimte.toon_instellingen()
    instellingen = ruimte.instellingen
    assert isinstance(instellingen, Instellingenscherm)
    for wijzer, soort in (
        (instellingen.vertaalwijzer, Vertaalscherm),
        (instellingen.plaatjeswijzer, Pictogramscherm),
    ):
        druk(qtbot, wijzer.knop)
        scherm = ruimte._stapel.currentWidget()
        assert isinstance(scherm, soort)
        druk(qtbot, scherm.knop_terug)
        assert ruimte._stapel.currentWidget() is instellingen
    koppel(werkplek, Rol.KLANTMANAGER)
    ruimte.toon_lijst()
    ruimte.toon_instellingen()
    assert not instellingen.vertaalwijzer.isVisible(), "the beheerder of the centre does it"
    ruimte.sluit()


@pytest.mark.parametrize(("breed", "hoog"), [(1366, 768), (1024, 600), (683, 384)])
def test_everything_has_a_name_is_reached_and_fits(
    qtbot: QtBot, werkplek: Werkplek, opmerking: str, breed: int, hoog: int
) -> None:
    pagina = Taalpagina(qtbot, werkplek, "ti", breed, hoog)
    pagina.filter(Filter.OPMERKING)
    scherm = pagina.scherm
    assert zonder_naam(scherm) == []
    assert niet_te_bereiken(qtbot, scherm, scherm.knop_terug) == []
    vak = scherm.kaart.parentWidget()
    assert vak is not None
    uit_beeld = [
        knop.text()
        for knop in scherm.kaart.findChildren(QPushButton)
        if knop.isVisible() and knop.mapTo(vak, QPoint(knop.width(), 0)).x() > vak.width()
    ]
    assert uit_beeld == []
