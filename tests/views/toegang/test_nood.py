"""Breaking the glass, from the sheet to the dossier; and what its owner is told."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.models.dossier import Rol
from desktop.models.toegang import Noodtoegang
from desktop.store import nood
from desktop.store.store import Store
from desktop.sync.fouten import CentraleVol, GeenNetwerk
from desktop.views.dossiers.dossierblad import Dossierblad
from desktop.views.toegang.nood import RONDES, Noodscherm
from desktop.views.toegang.recht import beleid
from desktop.views.werkplek import Werkplek
from desktop.views.werkruimte import Werkruimte
from tests.pagina.toegang import Berichtpagina, Noodpagina
from tests.pagina.toegankelijk import niet_te_bereiken, zonder_naam
from tests.views.toegang.conftest import Namen, Nepcentrale, Nepdraad, Toon

NUMMER = "0171-26-K7M4Q2"
REDEN = "Meneer staat aan de balie en Jelle is ziek."


@pytest.fixture
def pagina(qtbot: QtBot, werkplek: Werkplek, koppel: Callable[..., None], toon: Toon) -> Noodpagina:
    koppel()
    scherm = Noodscherm(werkplek)
    toon(scherm)
    scherm.setFocus()
    return Noodpagina(qtbot, scherm)


def gebroken(store: Store) -> list[tuple[str, str, str]]:
    with store.lees() as sessie:
        rijen = sessie.scalars(sa.select(Noodtoegang))
        return [(n.dossier_id, n.medewerker_id, n.reden) for n in rijen]


def test_the_dossier_opens_when_it_has_come(
    qtbot: QtBot,
    store: Store,
    mensen: Namen,
    centrale: Nepcentrale,
    draad: Nepdraad,
    maak_dossier: Callable[..., str],
    pagina: Noodpagina,
) -> None:
    centrale.nummers[NUMMER] = ("0171", "ver-weg")
    assert pagina.scherm.nummer.invoer.hasFocus()
    pagina.vraag("0171 26 k7m4q2", REDEN)
    qtbot.waitUntil(lambda: bool(gebroken(store)))
    assert centrale.gezocht == [(NUMMER, REDEN)]
    assert gebroken(store) == [("ver-weg", mensen["anneke"], REDEN)]
    assert pagina.scherm.stand.text().startswith("Je reden is bewaard.")
    assert draad.gevraagd == 1
    draad.klaar.emit(None)
    assert draad.gevraagd == 2, "the first round brings the reason, the next one the dossier"
    with qtbot.waitSignal(pagina.scherm.open_dossier) as gehoord:
        maak_dossier("Omar", "Darwish", id="ver-weg", klantmanager_id=mensen["jelle"])
    assert gehoord.args == ["ver-weg"]


def test_rounds_are_not_asked_for_ever(
    qtbot: QtBot,
    store: Store,
    centrale: Nepcentrale,
    draad: Nepdraad,
    pagina: Noodpagina,
) -> None:
    centrale.nummers[NUMMER] = ("0171", "ver-weg")
    pagina.vraag(NUMMER, REDEN)
    qtbot.waitUntil(lambda: draad.gevraagd == 1)
    for _keer in range(10):
        draad.klaar.emit(None)
    assert draad.gevraagd == RONDES


def test_a_second_press_breaks_it_once(
    qtbot: QtBot, store: Store, centrale: Nepcentrale, pagina: Noodpagina
) -> None:
    centrale.nummers[NUMMER] = ("0171", "ver-weg")
    pagina.vraag(NUMMER, REDEN)
    qtbot.keyClick(pagina.scherm.reden.invoer, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(gebroken(store)))
    qtbot.keyClick(pagina.scherm.reden.invoer, Qt.Key.Key_Return)
    qtbot.wait(50)
    assert len(centrale.gezocht) == len(gebroken(store)) == 1


@pytest.mark.parametrize(
    ("nummer", "reden", "veld", "zin"),
    [
        ("0171-26", REDEN, "nummer", "Typ het hele nummer."),
        (NUMMER, "nodig", "reden", "Schrijf in een hele zin"),
    ],
)
def test_nothing_is_asked_of_the_centre_before_both_are_right(
    store: Store,
    centrale: Nepcentrale,
    pagina: Noodpagina,
    nummer: str,
    reden: str,
    veld: str,
    zin: str,
) -> None:
    pagina.vraag(nummer, reden)
    assert getattr(pagina.scherm, veld).fout.text().startswith(zin)
    assert getattr(pagina.scherm, veld).invoer.hasFocus()
    assert centrale.gezocht == []
    assert gebroken(store) == []


def test_a_number_that_is_not_there(
    qtbot: QtBot, store: Store, centrale: Nepcentrale, pagina: Noodpagina
) -> None:
    pagina.vraag(NUMMER, REDEN)
    qtbot.waitUntil(lambda: pagina.scherm.nummer.fout.isVisible())
    assert "niet gevonden" in pagina.scherm.nummer.fout.text()
    assert pagina.scherm.doe.isEnabled()
    assert gebroken(store) == []


@pytest.mark.parametrize(
    ("fout", "zin"),
    [
        (GeenNetwerk(), "Er is nu geen verbinding. Een dossier van een collega openen kan alleen"),
        (CentraleVol(), CentraleVol.STANDAARD),
        (RuntimeError("x"), "Dit lukt nu niet."),
    ],
)
def test_offline_says_so_and_lets_try_again(
    qtbot: QtBot,
    store: Store,
    centrale: Nepcentrale,
    pagina: Noodpagina,
    fout: Exception,
    zin: str,
) -> None:
    centrale.fout = fout
    pagina.vraag(NUMMER, REDEN)
    qtbot.waitUntil(lambda: pagina.scherm.stand.text().startswith(zin))
    assert pagina.scherm.doe.isEnabled()
    assert gebroken(store) == []
    centrale.fout = None
    centrale.nummers[NUMMER] = ("0171", "ver-weg")
    pagina.druk("Open het dossier")
    qtbot.waitUntil(lambda: bool(gebroken(store)))


def test_without_a_centre_there_is_a_sentence(
    store: Store, werkplek: Werkplek, pagina: Noodpagina
) -> None:
    werkplek.sync = None
    pagina.vraag(NUMMER, REDEN)
    assert "verbinding met de centrale opslag" in pagina.scherm.stand.text()


def test_what_is_here_already_opens_without_breaking_anything(
    qtbot: QtBot,
    store: Store,
    centrale: Nepcentrale,
    maak_dossier: Callable[..., str],
    pagina: Noodpagina,
) -> None:
    id_ = maak_dossier(v_nummer="1234567890")
    with qtbot.waitSignal(pagina.scherm.open_dossier) as gehoord:
        pagina.vraag("V1234567890", REDEN)
    assert gehoord.args == [id_]
    assert centrale.gezocht == []
    ander = maak_dossier("Amina", "Haddad")
    centrale.nummers["9876543210"] = ("0171", ander)
    with qtbot.waitSignal(pagina.scherm.open_dossier) as gehoord:
        pagina.vraag("9876543210", REDEN)
    assert gehoord.args == [ander]
    assert gebroken(store) == []


def test_a_leidinggevende_opens_health_of_a_known_dossier(
    qtbot: QtBot,
    store: Store,
    werkplek: Werkplek,
    mensen: Namen,
    centrale: Nepcentrale,
    draad: Nepdraad,
    maak_dossier: Callable[..., str],
    koppel: Callable[..., None],
    toon: Toon,
) -> None:
    id_ = maak_dossier()
    koppel("karin", Rol.LEIDINGGEVENDE)
    scherm = Noodscherm(werkplek, dossier_id=id_)
    toon(scherm)
    scherm.setFocus()
    pagina = Noodpagina(qtbot, scherm)
    assert scherm.reden.invoer.hasFocus()
    assert scherm.nummer.tekst.startswith("0171-26-")
    with qtbot.waitSignal(scherm.open_dossier) as gehoord:
        pagina.vraag("", "Klacht van meneer over de tolk.")
    assert gehoord.args == [id_]
    assert centrale.gezocht == []
    assert [d for d, _wie, _reden in gebroken(store)] == [id_]
    assert draad.gevraagd == 1


def test_the_sheet_can_be_used_without_a_mouse(qtbot: QtBot, pagina: Noodpagina) -> None:
    assert zonder_naam(pagina.scherm) == []
    assert niet_te_bereiken(qtbot, pagina.scherm, pagina.scherm.doe) == []
    with qtbot.waitSignal(pagina.scherm.terug):
        qtbot.keyClick(pagina.scherm.doe, Qt.Key.Key_Escape)


# The owner


@pytest.fixture
def geopend(store: Store, mensen: Namen, maak_dossier: Callable[..., str]) -> Callable[[], str]:
    """Fatima breaks the glass of a dossier of Anneke's; the user is Anneke again."""
    id_ = maak_dossier("Amina", "Haddad")

    def doe() -> str:
        store.word(mensen["fatima"])
        nood.breek_glas(store, id_, REDEN, beleid())
        store.word(mensen["anneke"])
        return id_

    return doe


def test_the_owner_reads_it_above_the_list_until_it_was_read(
    qtbot: QtBot, werkruimte: Werkruimte, geopend: Callable[[], str]
) -> None:
    pagina = Berichtpagina(qtbot, werkruimte.lijst.noodbericht)
    assert not pagina.zichtbaar
    meldingen: list[str] = []
    werkruimte.werkplek.melding.connect(meldingen.append)
    id_ = geopend()
    # The user became Anneke again after the write: what comes next tells her.
    werkruimte.werkplek.gewijzigd.emit({"noodtoegang": frozenset()})
    assert pagina.zichtbaar
    assert pagina.teksten[0].startswith("Fatima Aydin opende het dossier van Amina Haddad op ")
    assert REDEN in pagina.teksten
    assert "Kan het dossier zien tot en met 30-11-2026." in pagina.teksten
    (melding,) = meldingen
    assert "Haddad" not in melding
    assert "Fatima" not in melding
    pagina.druk("Bekijk het dossier van Amina Haddad")
    assert werkruimte._stapel.currentWidget() is werkruimte.blad
    assert werkruimte.blad.kaart is not None
    assert werkruimte.blad.kaart.id == id_
    bij_dossier = Berichtpagina(qtbot, werkruimte.blad.noodbericht)
    assert bij_dossier.teksten[0].startswith("Fatima Aydin opende dit dossier op ")
    bij_dossier.druk("Gelezen: Fatima Aydin opende het dossier van Amina Haddad")
    assert not bij_dossier.zichtbaar
    assert pagina.bericht.regels == []


def test_it_is_said_again_after_each_unlock_until_it_was_read(
    qtbot: QtBot, werkruimte: Werkruimte, store: Store, geopend: Callable[[], str]
) -> None:
    geopend()
    meldingen: list[str] = []
    werkruimte.werkplek.melding.connect(meldingen.append)
    werkruimte.ontgrendel()
    werkruimte.werkplek.gewijzigd.emit({"dossier": frozenset()})
    assert len(meldingen) == 1, "said once, not at every change"
    werkruimte.ontgrendel()
    assert len(meldingen) == 2
    with store.lees() as sessie:
        ids = [r.id for r in nood.ongelezen_nood(sessie, store.gebruiker_id or "")]
    nood.lees_nood(store, ids)
    werkruimte.ontgrendel()
    assert len(meldingen) == 2


def test_another_dossiers_sheet_does_not_tell(
    qtbot: QtBot,
    werkplek: Werkplek,
    toon: Toon,
    maak_dossier: Callable[..., str],
    geopend: Callable[[], str],
) -> None:
    geopend()
    scherm = Dossierblad(werkplek)
    scherm.open(maak_dossier("Omar", "Darwish"))
    toon(scherm)
    assert not Berichtpagina(qtbot, scherm.noodbericht).zichtbaar


def test_many_notices_leave_room_for_the_list(
    qtbot: QtBot, werkruimte: Werkruimte, geopend: Callable[[], str]
) -> None:
    for _keer in range(5):
        geopend()
    werkruimte.werkplek.gewijzigd.emit({"noodtoegang": frozenset()})
    pagina = Berichtpagina(qtbot, werkruimte.lijst.noodbericht)
    assert sum(t.startswith("Fatima Aydin opende") for t in pagina.teksten) == 3
    assert "En nog 2 keer." in pagina.teksten
