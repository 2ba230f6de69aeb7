"""Sharing one dossier, taking it back, handing it over."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.models.basis import Stroomklasse as K
from desktop.models.dossier import Dossier, Rol
from desktop.models.rechten import RECHTEN
from desktop.models.toegang import Deling
from desktop.store import verlenen
from desktop.store.store import Store
from desktop.views.toegang.delen import Deelscherm
from desktop.views.toegang.recht import deel_in_woorden
from desktop.views.werkplek import Werkplek
from tests.pagina.toegang import Deelpagina
from tests.pagina.toegankelijk import niet_te_bereiken, zonder_naam
from tests.views.toegang.conftest import Namen, Toon


@pytest.fixture
def dossier_id(maak_dossier: Callable[..., str], mensen: Namen) -> str:
    return maak_dossier()


@pytest.fixture
def pagina(
    qtbot: QtBot, werkplek: Werkplek, koppel: Callable[..., None], dossier_id: str, toon: Toon
) -> Deelpagina:
    koppel()
    scherm = Deelscherm(werkplek, dossier_id)
    toon(scherm)
    return Deelpagina(qtbot, scherm)


def delingen(store: Store) -> list[tuple[str, str, str]]:
    with store.lees() as sessie:
        return [(d.medewerker_id, str(d.tot), d.reden) for d in sessie.scalars(sa.select(Deling))]


def test_sharing_with_a_partner(store: Store, mensen: Namen, pagina: Deelpagina) -> None:
    assert "Dit dossier is met niemand gedeeld." in pagina.teksten
    pagina.kies(pagina.scherm.met, "Vera")
    assert "Ziet naam, contact en wonen. Wijzigt niets." in pagina.teksten
    pagina.deel("Vera", "Samen wonen regelen", "1-12-2026")
    assert delingen(store) == [(mensen["vera"], "2026-12-01", "Samen wonen regelen")]
    assert {"Vera Smit", "tot en met 01-12-2026", "Samen wonen regelen"} <= set(pagina.teksten)
    assert "Dit dossier is met niemand gedeeld." not in pagina.teksten


def test_the_last_day_is_proposed_and_enter_shares(
    qtbot: QtBot, store: Store, pagina: Deelpagina
) -> None:
    pagina.kies(pagina.scherm.met, "Jelle")
    pagina.typ(pagina.scherm.reden, "Samen op huisbezoek")
    qtbot.keyClick(pagina.scherm.reden.invoer, Qt.Key.Key_Return)
    assert [tot for _wie, tot, _reden in delingen(store)] == ["2027-01-22"]


@pytest.mark.parametrize(
    ("tot", "reden", "veld", "zin"),
    [
        ("1-12-2026", "", "reden", "Schrijf op waarom je dit dossier deelt."),
        ("1-11-2026", "Samen", "tot", "Deze dag is voorbij. Kies een dag die nog komt."),
        ("", "Samen", "tot", "Schrijf de dag op, zoals 31-05-2026."),
        ("morgen", "Samen", "tot", "Dit is geen datum."),
    ],
)
def test_what_cannot_be_stands_beside_its_field(
    store: Store, pagina: Deelpagina, tot: str, reden: str, veld: str, zin: str
) -> None:
    pagina.deel("Vera", reden, tot)
    fout = getattr(pagina.scherm, veld).fout
    assert fout.isVisible()
    assert fout.text().startswith(zin)
    assert getattr(pagina.scherm, veld).invoer.hasFocus()
    assert delingen(store) == []


def test_somebody_must_be_chosen(store: Store, pagina: Deelpagina) -> None:
    pagina.typ(pagina.scherm.reden, "Samen")
    pagina.druk("Deel dit dossier")
    assert pagina.scherm.met.fout.text() == "Kies een collega."
    assert delingen(store) == []


def test_taking_back(store: Store, pagina: Deelpagina) -> None:
    pagina.deel("Vera", "Samen wonen regelen")
    pagina.druk("Deel niet langer met Vera Smit")
    assert delingen(store) == []
    assert "Dit dossier is met niemand gedeeld." in pagina.teksten


def test_handing_over_names_who_gets_it(
    qtbot: QtBot, store: Store, mensen: Namen, dossier_id: str, pagina: Deelpagina
) -> None:
    assert not pagina.scherm.draag.isEnabled()
    pagina.kies(pagina.scherm.naar, "Jelle")
    with qtbot.waitSignal(pagina.scherm.overgedragen):
        pagina.druk("Draag over aan Jelle Kramer")
    with store.lees() as sessie:
        assert sessie.get_one(Dossier, dossier_id).klantmanager_id == mensen["jelle"]


def test_only_who_can_is_offered(pagina: Deelpagina) -> None:
    assert pagina.keuzes(pagina.scherm.met) == [
        "Fatima Aydin (Klantmanager)",
        "Jelle Kramer (Klantmanager)",
        "Vera Smit (VluchtelingenWerk)",
    ]
    assert pagina.keuzes(pagina.scherm.naar) == [
        "Fatima Aydin (Klantmanager)",
        "Jelle Kramer (Klantmanager)",
        "Karin Visser (Leidinggevende)",
    ]


def test_what_is_typed_stays_when_something_comes_in(
    store: Store, mensen: Namen, dossier_id: str, pagina: Deelpagina
) -> None:
    pagina.kies(pagina.scherm.met, "Vera")
    pagina.typ(pagina.scherm.reden, "Samen w")
    pagina.typ(pagina.scherm.tot, "1-12-2026")
    verlenen.deel(store, dossier_id, mensen["jelle"], "Samen", tot=store.vandaag())
    assert pagina.scherm.met.tekst == mensen["vera"]
    assert pagina.scherm.reden.tekst == "Samen w"
    assert pagina.scherm.tot.tekst == "1-12-2026"
    assert "Jelle Kramer" in pagina.teksten


def test_escape_goes_back_and_tab_reaches_all(qtbot: QtBot, pagina: Deelpagina) -> None:
    pagina.deel("Vera", "Samen wonen regelen")
    pagina.kies(pagina.scherm.naar, "Jelle")
    assert zonder_naam(pagina.scherm) == []
    assert niet_te_bereiken(qtbot, pagina.scherm, pagina.scherm.doe) == []
    with qtbot.waitSignal(pagina.scherm.terug):
        qtbot.keyClick(pagina.scherm.doe, Qt.Key.Key_Escape)


def test_the_words_for_a_slice_say_what_the_matrix_gives() -> None:
    woord = {
        K.WONEN: "wonen",
        K.VNUMMER: "V-nummer",
        K.SOCIAAL: "sociale participatie",
        K.REGIE: "regie",
        K.WERK: "werk",
        K.MOBILITEIT: "mobiliteit",
        K.GELD: "financiën",
        K.TOETS: "leerbaarheidstoets",
    }
    for rol in set(Rol) - {Rol.KLANTMANAGER, Rol.LEIDINGGEVENDE, Rol.BEHEERDER}:
        zin = deel_in_woorden(rol)
        genoemd = {klasse for klasse, tekst in woord.items() if tekst in zin}
        assert genoemd | {K.GEMEENTE, K.IDENTITEIT} == RECHTEN[rol].lezen - {K.ROOSTER}, rol
