"""The interface in two languages: a whole catalogue, and a switch that loses nothing."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from babel.messages.catalog import Catalog
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop import bronnen, taal
from desktop.app import Toepassing
from desktop.models.intake import BredeIntake
from desktop.models.woorden import woord
from desktop.models.zitting import Plaats
from desktop.store.bestanden import INTERFACETAAL
from desktop.views.intake.plek import Blad
from desktop.voorbeeld import een_intake
from tests.pagina.dossierformulier import Formulierpagina
from tests.pagina.dossierlijst import Dossierlijst
from tests.pagina.slot import WACHTZIN, Slotpagina, sleutelbestand
from tests.pagina.taalkaart import Taalpagina
from tests.views.slot.conftest import _goedkope_argon2, map_, start  # noqa: F401  fixtures

WORTEL = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(WORTEL / "packaging"))
import interface  # noqa: E402

Start = Callable[[], Toepassing]

GELIJK = frozenset(
    # The same word in both languages, or a name, an abbreviation, a form to fill.
    {
        *("Klantmanager", "klantmanager", "Leefdomein", "Leefdomeinen", "Brede intake", "Azc"),
        *("BSN", "COA", "VluchtelingenWerk", "WerkCorporatie", "Ontzorger", "Toetsbegeleider"),
        *("toetsbegeleider", "Viergesprek (demo)", "Dossier", "Dossiers", "Later", "later"),
        *("Tablet", "Score", "Leerbaarheidstoets", "DUO: {dag}", "Week", "Stress", "Start"),
        *("Toetsbegeleiders",),
        *("Status", "Partner", "Laptop", "Laptops", "Server", "Database", "Code", "Plan"),
        *("Opening", "Stop", "score", "contact", "dossier {kenmerk}", "31-05-2026", "5-2026"),
        *("april", "september", "november", "december", "← Dossier", "Pictogram", "Tigray"),
        *("Tigrinya", "Kurmanji", "Badini", "Farsi", "Dari", "Kabul", "Hazaragi", "Herat"),
        *("Somali", "Maxaa tiri", "Af-Maay", "Sorani", "Hewlêr (Erbil)", "Silêmanî", "Kandahar"),
        *("Ardalani (Iran)", "klantmanager {naam}", "Pauze", "Audio", "Microfoon"),
        *(
            "{aantal} dossier",
            "{aantal} dossiers",
            "planning",
            "Dialect",
            "Later (L)",
            "{aantal} later",
            "E-mail",
        ),
        *("PIP", "Logo", "Scan", "Website", "Open", "Scans (*.pdf *.png *.jpg *.jpeg)"),
        "leefdomein: {waarde}",
    }
)


@pytest.fixture(autouse=True)
def _weer_dutch() -> Iterator[None]:
    """The language belongs to the process: no test leaves another one behind."""
    yield
    taal.kies(taal.BRON)


@pytest.fixture(scope="module")
def engels() -> Catalog:
    return interface.lees("en")


def vormen(tekst: object) -> tuple[str, ...]:
    return (tekst,) if isinstance(tekst, str) else tuple(tekst or ())  # type: ignore[arg-type]


def plaatsen(tekst: str) -> list[str]:
    return sorted(re.findall(r"\{\w*\}", tekst))


# The catalogue


def test_every_text_of_the_program_has_its_english(engels: Catalog) -> None:
    bekend = {b.id if isinstance(b.id, str) else tuple(b.id): b for b in engels if b.id}
    zonder = [t for t in interface.teksten() if t not in bekend]
    assert not zonder, "run packaging/interface.py, and translate"
    assert not interface.ontbreekt(engels)
    weg = bekend.keys() - interface.teksten().keys()
    assert not weg, "texts that the program no longer has"


def test_each_place_to_fill_is_there_in_each_form(engels: Catalog) -> None:
    fout = []
    for bericht in engels:
        bron = vormen(bericht.id)
        for n, vorm in enumerate(vormen(bericht.string)):
            # One of something may be said in words: "one answer" for {aantal}.
            mag = [plaatsen(b) for b in bron] if n == 0 else [plaatsen(bron[-1])]
            if bericht.id and plaatsen(vorm) not in mag:
                fout.append((bron, vorm))
        if bericht.id and len(bron) == 2 and len(vormen(bericht.string)) != engels.num_plurals:
            fout.append((bron, "plural forms"))
    assert not fout


def test_no_text_stayed_dutch_by_mistake(engels: Catalog) -> None:
    gelijk = {
        bron
        for bericht in engels
        if bericht.id
        for bron, vorm in zip(vormen(bericht.id), vormen(bericht.string), strict=True)
        if bron == vorm and re.search(r"[A-Za-z]{2}", re.sub(r"\{\w*\}", "", bron))
    }
    assert gelijk <= GELIJK


def test_what_is_read_is_what_babel_reads(engels: Catalog) -> None:
    taal.kies("en")
    for bericht in engels:
        if not bericht.id:
            continue
        een, *meer = vormen(bericht.id)
        if meer:
            for aantal in (0, 1, 2, 11):
                verwacht = vormen(bericht.string)[0 if aantal == 1 else 1]
                gelezen = taal._vertaling.ngettext(een, meer[0], aantal)
                assert gelezen == verwacht
        else:
            assert taal._(een) == bericht.string


def test_no_text_is_made_when_a_module_is_read() -> None:
    """It would keep the language of the start: `_()` stands in functions only."""
    fout = []
    for pad in sorted((WORTEL / "desktop").rglob("*.py")):
        for knoop in _buiten_functies(ast.parse(pad.read_text(encoding="utf-8"))):
            roept = isinstance(knoop, ast.Call) and isinstance(knoop.func, ast.Name)
            if roept and knoop.func.id in ("_", "meervoud"):
                fout.append(f"{pad.relative_to(WORTEL)}:{knoop.lineno}")
    assert not fout


def _buiten_functies(knoop: ast.AST) -> Iterator[ast.AST]:
    for kind in ast.iter_child_nodes(knoop):
        if isinstance(kind, (ast.FunctionDef, ast.AsyncFunctionDef)):
            # A default value is made when the module is read, the body is not.
            for standaard in (*kind.args.defaults, *filter(None, kind.args.kw_defaults)):
                yield from ast.walk(standaard)
            continue
        if not isinstance(kind, ast.Lambda):
            yield kind
            yield from _buiten_functies(kind)


def test_an_unknown_language_and_a_broken_file_give_dutch(tmp_path: Path) -> None:
    taal.kies("xx")
    assert (taal.taal(), taal._("Instellingen")) == ("nl", "Instellingen")
    bestand = tmp_path / INTERFACETAAL
    assert taal.onthouden(bestand) == "nl"
    for onzin in (b"\xff\xfe", b"../../etc", b""):
        bestand.write_bytes(onzin)
        assert taal.onthouden(bestand) == "nl"
    taal.onthoud(bestand, "en")
    assert taal.onthouden(bestand) == "en"


def test_dutch_reads_no_catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    taal.kies("en")
    monkeypatch.setattr(bronnen, "bron", lambda *delen: pytest.fail(f"read {delen}"))
    taal.kies(taal.BRON)
    assert taal._("Instellingen") == "Instellingen"


def test_paper_stays_dutch() -> None:
    taal.kies("en")
    assert woord(Plaats.GEMEENTEHUIS) == "Town hall"
    with taal.in_het_nederlands():
        assert woord(Plaats.GEMEENTEHUIS) == "Gemeentehuis"
        assert taal.taal() == "nl"
    assert woord(Plaats.GEMEENTEHUIS) == "Town hall"


# The switch


@pytest.fixture
def geopend(qtbot: QtBot, map_: Path, start: Start) -> Toepassing:  # noqa: F811
    """The program, opened in a folder that was just made."""
    sleutelbestand(map_).maak(WACHTZIN)
    toepassing = start()
    ontgrendel(qtbot, toepassing)
    return toepassing


def ontgrendel(qtbot: QtBot, toepassing: Toepassing) -> None:
    Slotpagina(qtbot, toepassing.venster.slot_).wachtzin(WACHTZIN).enter()
    qtbot.waitUntil(lambda: not toepassing.venster.op_slot)


def test_the_screen_changes_at_once_and_what_was_typed_stays(
    qtbot: QtBot, geopend: Toepassing
) -> None:
    pagina = Taalpagina(qtbot, geopend)
    assert pagina.titel == "Instellingen"
    pagina.typ_wachtzin("half getypt")
    pagina.kies("English")
    assert pagina.titel == "Settings"
    assert pagina.gekozen == "English"
    assert pagina.getypte_wachtzin == "half getypt"
    pagina.terug()
    assert geopend.werkruimte is not None
    assert (
        Dossierlijst(qtbot, geopend.werkruimte.lijst).leegstaat[0] == "Your dossiers will be here"
    )
    pagina.kies("Nederlands")
    assert pagina.titel == "Instellingen"


def test_a_half_filled_form_and_a_search_survive_the_switch(
    qtbot: QtBot, geopend: Toepassing
) -> None:
    ruimte = geopend.werkruimte
    assert ruimte is not None
    qtbot.keyClicks(ruimte.lijst.zoekveld, "Amina")
    ruimte.toon_formulier_nieuw("")
    Formulierpagina(qtbot, ruimte.formulier).typ("voornamen", "Salma").typ("bsn", "0123")
    Taalpagina(qtbot, geopend).kies("English")
    nieuw = geopend.werkruimte
    assert nieuw is not None
    assert nieuw.lijst.zoekveld.text() == "Amina"
    nieuw.toon_formulier_nieuw("")
    form = Formulierpagina(qtbot, nieuw.formulier)
    assert (form.staat_in("voornamen"), form.staat_in("bsn")) == ("Salma", "0123")


def test_an_open_talk_opens_again_at_its_question(qtbot: QtBot, geopend: Toepassing) -> None:
    ruimte, store = geopend.werkruimte, geopend.store
    assert ruimte is not None
    assert store is not None
    een_intake(store, antwoorden=12)
    with store.lees() as sessie:
        intake_id = sessie.scalars(sa.select(BredeIntake.id)).one()
    ruimte.toon_intake(intake_id)
    assert ruimte.intake is not None
    ruimte.intake.gesprek.ga_naar("WO05")
    notitie = ruimte.intake.gespreksblad.notities.vraag.kaarten[0].veld
    qtbot.keyClicks(notitie, "Half geschr")
    ruimte.statusregel.instellingen.emit()
    Taalpagina(qtbot, geopend).kies("English")
    nieuw = geopend.werkruimte
    assert nieuw is not None
    assert nieuw.intake is not None
    assert nieuw.intake.gesprek.plek.vraag == "WO05"
    assert nieuw.intake.stappen[Blad.GESPREK].text() == "Talk"
    kaarten = nieuw.intake.gespreksblad.notities.vraag.kaarten
    assert [kaart.veld.toPlainText() for kaart in kaarten] == ["Half geschr"]


def test_the_lock_screen_remembers_the_language_before_anybody_unlocks(
    qtbot: QtBot,
    geopend: Toepassing,
    map_: Path,  # noqa: F811
    start: Start,  # noqa: F811
) -> None:
    Taalpagina(qtbot, geopend).kies("English")
    geopend.venster.vergrendel()
    slot = Slotpagina(qtbot, geopend.venster.slot_)
    assert "Everything is locked." in slot.leesbaar
    geopend.venster.close()
    assert (map_ / INTERFACETAAL).read_text() == "en\n", "one word, of nobody"
    taal.kies(taal.BRON)
    opnieuw = start()
    slot = Slotpagina(qtbot, opnieuw.venster.slot_)
    assert (slot.velden, slot.op_knop) == (["Passphrase"], "Open")


def test_whoever_reads_no_dutch_can_choose_before_the_first_start(
    qtbot: QtBot,
    map_: Path,  # noqa: F811
    start: Start,  # noqa: F811
) -> None:
    toepassing = start()
    slot = Slotpagina(qtbot, toepassing.venster.slot_).naam("Anneke de Boer").wachtzin(WACHTZIN)
    qtbot.mouseClick(slot.scherm.taal, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: taal.taal() == "en")
    qtbot.waitUntil(lambda: toepassing.venster.slot_ is not slot.scherm)
    slot = Slotpagina(qtbot, toepassing.venster.slot_)
    assert slot.op_knop == "Start"
    assert slot.scherm.naam.text() == "Anneke de Boer"
    slot.herhaal(WACHTZIN).enter()
    qtbot.waitUntil(lambda: not toepassing.venster.op_slot)
    assert Taalpagina(qtbot, toepassing).titel == "Settings"
