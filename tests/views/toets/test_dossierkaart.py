"""The card of the test on the dossier sheet, and what a toetsbegeleider sees there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.models.dossier import Dossier, Rol
from desktop.models.rechten import RECHTEN
from desktop.models.toetsstatus import Aanwezig, Afbreekreden, Toetsstatus
from desktop.models.toetsuitslag import Herkomst, Resultaat, Uitslaggegevens
from desktop.store import toetsplanning, toetsuitslagen
from desktop.store.store import Store
from desktop.sync.stand import Rechten
from desktop.views.dossiers.dossierblad import Dossierblad
from desktop.views.toets.dagwoorden import status_in_woorden
from desktop.views.werkplek import Werkplek
from desktop.views.werkruimte import Werkruimte
from tests.pagina.toegang import teksten
from tests.pagina.toegankelijk import niet_te_bereiken, zonder_naam
from tests.pagina.toetsdag import Toetskaartpagina
from tests.views.toets.tafel import Tafel, maak_client, zet_tafel

Open = Callable[[str], Toetskaartpagina]


@pytest.fixture
def open_blad(qtbot: QtBot, werkplek: Werkplek) -> Open:
    def maak(dossier_id: str) -> Toetskaartpagina:
        blad = Dossierblad(werkplek)
        qtbot.addWidget(blad)
        blad.open(dossier_id)
        blad.resize(1366, 768)
        blad.show()
        blad.activateWindow()
        qtbot.waitUntil(blad.isActiveWindow)
        return Toetskaartpagina(qtbot, blad.kaarten.toets)

    return maak


@pytest.fixture
def koppel(werkplek: Werkplek, store: Store) -> Callable[[Rol], None]:
    def doe(rol: Rol) -> None:
        recht = RECHTEN[rol]
        ik = store.gebruiker_id or ""
        werkplek.rechten = (Rechten("0171", ik, rol, recht.lezen, recht.schrijven),)
        werkplek.gewijzigd.emit({"rechten": frozenset({"0171"})})

    return doe


def met_uitslag(store: Store, aantal: int = 1) -> Tafel:
    tafel = zet_tafel(store, aantal)
    tafel.neem_af()
    toetsuitslagen.leg_vast(
        store,
        tafel.dossiers[0],
        Uitslaggegevens(Resultaat.HAALBAAR, "31,00", "28,00", store.vandaag()),
        herkomst=Herkomst.HAND,
    )
    return tafel


def test_who_is_not_registered_is_registered_with_what_the_intake_says(
    store: Store, open_blad: Open
) -> None:
    id_ = maak_client(store, "Sara", "Haddad", "ar")
    kaart = open_blad(id_)
    assert "Nog niet aangemeld" in kaart.teksten
    assert kaart.knoppen == ["Meld aan voor de toets", "Vul de uitslag in", "Overslaan"]
    kaart.druk("Meld aan voor de toets")
    assert "Aangemeld" in kaart.teksten
    assert "Meld aan voor de toets" not in kaart.knoppen
    assert any(t.startswith("Uitleg in het Arabisch") for t in kaart.teksten)


def test_a_result_typed_by_hand_asks_for_no_sitting_any_more(store: Store, open_blad: Open) -> None:
    id_ = maak_client(store, "Sara", "Haddad", "ar")
    uitslag = Uitslaggegevens(Resultaat.HAALBAAR, "31,00", "28,00", store.vandaag())
    toetsuitslagen.leg_vast(store, id_, uitslag, herkomst=Herkomst.HAND)
    assert open_blad(id_).knoppen == ["Verbeter de uitslag"]


def test_the_timeline_follows_every_state_and_can_be_walked(
    qtbot: QtBot, store: Store, open_blad: Open
) -> None:
    tafel = zet_tafel(store, 1)
    kaart = open_blad(tafel.dossiers[0])
    toetsplanning.nodig_uit(store, tafel.kandidaten)
    tafel.neem_af()
    woorden = [stap.split(",")[0] for stap in kaart.verloop]
    assert woorden == ["Aangemeld", "Gepland", "Uitgenodigd", "Afgenomen"]
    assert all("Anneke de Boer" in stap and "23-11-2026" in stap for stap in kaart.verloop)
    lijn = kaart.kaart.tijdlijn
    lijn.setFocus()
    qtbot.keyClick(lijn, Qt.Key.Key_Up)
    assert lijn.currentItem().text() == "Uitgenodigd"


def test_every_state_has_a_word_of_its_own(qapp: object) -> None:
    assert len({status_in_woorden(s) for s in Toetsstatus}) == len(Toetsstatus)


def test_result_sitting_and_examennummer_are_told(store: Store, open_blad: Open) -> None:
    tafel = met_uitslag(store)
    toetsplanning.zet_examennummer(store, tafel.kandidaten[0], "20261123001")
    kaart = open_blad(tafel.dossiers[0])
    for tekst in (
        "B1-route haalbaar",
        "31,00, nodig was 28,00",
        "20261123001",
        "23-11-2026, 14:00 tot 15:30",
    ):
        assert tekst in kaart.teksten, tekst
    assert kaart.knoppen == ["Verbeter de uitslag", "Nog een keer toetsen"]


def test_a_second_sitting_only_with_a_reason(qtbot: QtBot, store: Store, open_blad: Open) -> None:
    tafel = zet_tafel(store, 1)
    tafel.doe(lambda k, _nu: k.meld_aanwezigheid(Aanwezig.ZONDER_AFMELDING))
    kaart = open_blad(tafel.dossiers[0])
    assert "Verhinderd, zonder afmelding" in kaart.teksten
    kaart.druk("Nog een keer toetsen")
    kaart.druk("Meld nog een keer aan")
    assert kaart.kaart.reden.fout.text() == "Schrijf op waarom de toets nog een keer nodig is."
    assert len(tafel.toets().kandidaten) == 1
    veld = kaart.kaart.reden.invoer
    assert isinstance(veld, QLineEdit)
    kaart.typ(kaart.kaart.reden, "Kind was ziek")
    kaart.druk("Meld nog een keer aan")
    toets = tafel.toets()
    assert toets.kandidaat is not None
    assert (toets.kandidaat.volgnummer, toets.kandidaat.reden_opnieuw) == (2, "Kind was ziek")
    assert toets.kandidaat.bril  # what is needed goes along
    assert "Kind was ziek" in kaart.teksten
    assert kaart.verloop[-1].startswith("Aangemeld, poging 2")


def test_a_second_sitting_can_be_thought_better_of(store: Store, open_blad: Open) -> None:
    tafel = met_uitslag(store)
    kaart = open_blad(tafel.dossiers[0])
    kaart.druk("Nog een keer toetsen")
    kaart.druk("Toch niet")
    assert kaart.knoppen == ["Verbeter de uitslag", "Nog een keer toetsen"]
    assert not kaart.kaart.reden.isVisible()


def test_buttons_open_the_screens_and_the_way_back_is_the_dossier(
    qtbot: QtBot, werkplek: Werkplek, store: Store
) -> None:
    tafel = zet_tafel(store, 1)
    ruimte = Werkruimte(werkplek)
    qtbot.addWidget(ruimte)
    ruimte.resize(1366, 768)
    ruimte.show()
    ruimte.activateWindow()
    qtbot.waitUntil(ruimte.isActiveWindow)
    ruimte.toon_dossier(tafel.dossiers[0])
    kaart = Toetskaartpagina(qtbot, ruimte.blad.kaarten.toets)
    for knop, titel in (
        ("Vul de uitslag in", "Uitslag van de leerbaarheidstoets"),
        ("Overslaan", "De toets overslaan"),
    ):
        kaart.druk(knop)
        scherm = ruimte._tijdelijk
        assert scherm is not None
        assert titel in teksten(scherm)
        qtbot.keyClick(scherm, Qt.Key.Key_Escape)
        assert ruimte.blad.isVisible()
    ruimte.sluit()


def test_a_toetsbegeleider_sees_name_and_test_and_nothing_of_the_intake(
    store: Store,
    open_blad: Open,
    koppel: Callable[[Rol], None],
    maak_intake: Callable[..., str],
) -> None:
    tafel = met_uitslag(store)
    maak_intake(dossier_id=tafel.dossiers[0])
    koppel(Rol.TOETSBEGELEIDER)
    kaart = open_blad(tafel.dossiers[0])
    blad = kaart.kaart.window()
    gelezen = teksten(blad)
    assert "Tesfay Gebremedhin" in gelezen
    assert "31,00, nodig was 28,00" in gelezen
    weg = {
        "Brede intake",
        "Huishouden",
        "Datums uit het dossier",
        "Doelgroep vandaag",
        "Cliënt",
        "Taal en lezen",
    }
    assert weg.isdisjoint(gelezen)
    assert kaart.knoppen == ["Verbeter de uitslag"]
    assert isinstance(blad, Dossierblad)
    assert not blad.knop_volgende.isVisible()
    assert not blad.knop_wijzig.isVisible()
    koppel(Rol.KLANTMANAGER)
    assert {"Brede intake", "Datums uit het dossier", "Taal en lezen"} <= set(teksten(blad))
    assert blad.knop_volgende.isVisible()


def test_a_leidinggevende_reads_and_presses_nothing(
    store: Store, open_blad: Open, koppel: Callable[[Rol], None]
) -> None:
    tafel = met_uitslag(store)
    koppel(Rol.LEIDINGGEVENDE)
    kaart = open_blad(tafel.dossiers[0])
    assert "B1-route haalbaar" in kaart.teksten
    assert kaart.knoppen == []


def test_a_made_up_client_is_not_tested(store: Store, open_blad: Open) -> None:
    id_ = maak_client(store, "Proef", "Persoon", "ar", oefening=True)
    assert not open_blad(id_).kaart.isVisible()


def test_the_card_is_reached_and_named(qtbot: QtBot, store: Store, open_blad: Open) -> None:
    kaart = open_blad(met_uitslag(store).dossiers[0])
    blad = kaart.kaart.window()
    assert isinstance(blad, Dossierblad)
    assert zonder_naam(blad) == []
    assert niet_te_bereiken(qtbot, blad, blad.knop_volgende) == []


def test_a_test_that_was_broken_off_is_not_skipped_before_it_is_registered_again(
    store: Store, open_blad: Open
) -> None:
    tafel = zet_tafel(store, 1)
    kaart = open_blad(tafel.dossiers[0])
    assert "Overslaan" in kaart.knoppen
    tafel.doe(lambda k, _nu: k.meld_aanwezigheid(Aanwezig.AANWEZIG))
    tafel.doe(lambda k, nu: k.breek_af(Afbreekreden.ZIEK, nu))
    assert "Overslaan" not in kaart.knoppen
    kaart.druk("Nog een keer toetsen")
    kaart.typ(kaart.kaart.reden, "Was ziek")
    kaart.druk("Meld nog een keer aan")
    assert "Overslaan" in kaart.knoppen


def test_who_skips_while_a_clock_runs_elsewhere_is_refused(store: Store) -> None:
    tafel = zet_tafel(store, 1)
    assert tafel.toets().kan_overslaan
    tafel.doe(lambda k, _nu: k.vink("identiteit_gezien", True))
    tafel.doe(lambda k, nu: k.begin(nu))
    assert not tafel.toets().kan_overslaan


def test_a_day_that_may_still_move_says_so(store: Store, open_blad: Open) -> None:
    tafel = zet_tafel(store, 1)
    kaart = open_blad(tafel.dossiers[0])
    with store.work() as work:
        dossier = work.get(Dossier, tafel.dossiers[0])
        dossier.datum_kennisgeving, dossier.datum_brp = store.vandaag(), None
    kaart.kaart.toon(tafel.dossiers[0])
    assert any("voorlopig" in tekst for tekst in kaart.teksten)
    with store.work() as work:
        work.get(Dossier, tafel.dossiers[0]).datum_brp = store.vandaag()
    kaart.kaart.toon(tafel.dossiers[0])
    assert not any("voorlopig" in tekst for tekst in kaart.teksten)


def test_the_day_stands_in_line_with_the_state_above_it(store: Store, open_blad: Open) -> None:
    kaart = open_blad(zet_tafel(store, 1).dossiers[0]).kaart
    beeld = kaart.grab().toImage()

    def begin(deel: QWidget) -> int:
        """The first column with ink."""
        vlak = QRect(deel.mapTo(kaart, QPoint(0, 0)), deel.size())
        inkt = [
            x
            for x in range(max(0, vlak.left()), vlak.left() + 24)
            for y in range(vlak.top() + 2, vlak.bottom() - 2)
            if beeld.pixelColor(x, y).lightness() < 160
        ]
        return min(inkt)

    assert kaart.termijn.isVisible()
    assert abs(begin(kaart.termijn) - begin(kaart.stand)) <= 1
    assert abs(begin(kaart.knop_uitslag) - begin(kaart.stand)) <= 2


@pytest.mark.parametrize(
    ("dag", "score", "twijfel"),
    [(date(2023, 4, 11), "29,00", True), (date(2023, 4, 12), "27,00", False)],
)
def test_an_old_outcome_that_may_be_wrong_says_so_in_the_dossier(
    store: Store, open_blad: Open, dag: date, score: str, twijfel: bool
) -> None:
    tafel = zet_tafel(store, 1)
    tafel.neem_af()
    toetsuitslagen.leg_vast(
        store,
        tafel.dossiers[0],
        Uitslaggegevens(Resultaat.NIET_HAALBAAR, score, "31,00", dag),
        herkomst=Herkomst.BESTAND,
    )
    gelezen = open_blad(tafel.dossiers[0]).teksten
    assert any("Vraag DUO naar de goede uitslag." in tekst for tekst in gelezen) == twijfel
