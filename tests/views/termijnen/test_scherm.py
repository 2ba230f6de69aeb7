"""All dates on one line: seen, walked, heard, explained, and fed with facts."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from desktop.models.dossier import Rol
from desktop.models.rechten import RECHTEN
from desktop.models.termijn import Regel
from desktop.models.termijnfeit import Feitsoort
from desktop.store import termijnen
from desktop.store.store import Store
from desktop.sync.stand import Rechten
from desktop.views import stijl
from desktop.views.termijnen.tijdlijnmaat import Schaal
from desktop.views.termijnen.woorden import nog_in_woorden
from desktop.views.werkplek import Werkplek
from tests.pagina.toegankelijk import niet_te_bereiken, zonder_naam
from tests.views.termijnen.conftest import Maak, Open


@pytest.mark.parametrize(
    ("dagen", "zin"),
    [
        (1, "Nog 1 dag"),
        (90, "Nog 90 dagen"),
        (91, "Nog 3 maanden"),
        (1094, "Nog 36 maanden"),
        (1095, "Nog 3 jaar"),
        (11551, "Nog 32 jaar"),
    ],
)
def test_what_is_far_off_is_not_counted_in_days(dagen: int, zin: str) -> None:
    assert nog_in_woorden(dagen) == zin


def test_it_opens_at_what_comes_next(open_scherm: Open, loopt: str) -> None:
    pagina = open_scherm(loopt)
    nu = pagina.tijdlijn.huidig
    assert nu.ruw == date(2026, 12, 11)
    assert pagina.uitgelegd == "Voortgangsgesprek, maand 6"
    assert "11-06-2026" in pagina.waarom


def test_it_does_not_open_at_what_is_done_before_its_day(open_scherm: Open, op_tijd: str) -> None:
    pagina = open_scherm(op_tijd)
    klaar = [naam for naam, _waarde in pagina.tijdlijn.gesproken if naam.endswith(", Klaar")]
    assert any(naam.startswith("PIP klaar") for naam in klaar)  # due in January, done already
    assert pagina.uitgelegd.startswith("Bezwaar")


def test_the_arrows_walk_from_date_to_date_and_explain_each(open_scherm: Open, loopt: str) -> None:
    pagina = open_scherm(loopt)
    lijn = pagina.tijdlijn
    lijn.toets(Qt.Key.Key_Home)
    dagen, namen = [lijn.huidig.ruw], [pagina.uitgelegd]
    while True:
        vorige = lijn.huidig
        lijn.toets(Qt.Key.Key_Right)
        if lijn.huidig == vorige:
            break
        dagen.append(lijn.huidig.ruw)
        namen.append(pagina.uitgelegd)
    assert dagen == sorted(dagen)
    assert len(dagen) == len(lijn.gesproken)
    assert len(set(namen)) == len(namen)
    lijn.toets(Qt.Key.Key_Left)
    assert lijn.huidig.ruw == dagen[-2]
    lijn.toets(Qt.Key.Key_End)
    assert lijn.huidig.ruw == dagen[-1] == date(2029, 6, 10)


def test_a_screen_reader_gets_every_date_with_name_and_value(open_scherm: Open, loopt: str) -> None:
    pagina = open_scherm(loopt)
    gesproken = dict(pagina.tijdlijn.gesproken)
    assert "PIP klaar, 24-06-2026, Klaar" in gesproken
    einde = "Einde van de inburgeringstermijn, 10-06-2029, Nog 31 maanden, voorlopig"
    assert gesproken[einde] == "10-06-2029, Nog 31 maanden, voorlopig"
    pagina.tijdlijn.toets(Qt.Key.Key_Home)
    assert pagina.tijdlijn.gesproken_nu.startswith("Brede intake gepland, 06-05-2026")


def test_what_is_possible_by_now_is_not_said_to_be_over(
    store: Store, open_scherm: Open, loopt: str
) -> None:
    termijnen.leg_vast(store, loopt, Feitsoort.UREN, {"dag": "1-11-2026", "waarde": "620"})
    gesproken = dict(open_scherm(loopt).tijdlijn.gesproken)
    assert "Genoeg lesuren om af te schalen, 01-11-2026, Nu al" in gesproken


def test_enter_brings_the_explanation_into_view_with_the_keyboard(
    open_scherm: Open, loopt: str
) -> None:
    pagina = open_scherm(loopt, breed=1024, hoog=600)
    pagina.tijdlijn.toets(Qt.Key.Key_End)
    pagina.tijdlijn.toets(Qt.Key.Key_Return)
    blad = pagina.scherm.waarom
    assert QApplication.focusWidget() is blad
    assert not blad.visibleRegion().isEmpty()
    assert "10-06-2029" in blad.accessibleName()


def test_a_click_on_a_point_explains_it(open_scherm: Open, loopt: str) -> None:
    pagina = open_scherm(loopt)
    pagina.tijdlijn.klik(Regel.D6)
    assert pagina.uitgelegd == "Van leerroute wisselen kan tot en met"
    assert "anderhalf jaar" in pagina.waarom  # the source too
    assert "10-12-2027" in pagina.waarom
    nagekeken, nummer = pagina.waarom.splitlines()[-2:]
    assert nagekeken.startswith("Nagekeken: Ja, op ")
    assert nummer == "Nummer van de regel: D6"


def test_the_list_and_the_line_point_at_the_same_date(open_scherm: Open, loopt: str) -> None:
    pagina = open_scherm(loopt)
    pagina.tijdlijn.toets(Qt.Key.Key_End)
    lijst = pagina.scherm.lijst
    assert pagina.rijen()[lijst.currentIndex().row()][1] == pagina.uitgelegd
    rij = next(n for n, r in enumerate(pagina.rijen()) if r[1] == "Extra tijd vragen kan vanaf")
    lijst.setCurrentIndex(lijst.model().index(rij, 0))
    assert pagina.tijdlijn.huidig.regel is Regel.D9
    assert pagina.uitgelegd == "Extra tijd vragen kan vanaf"


def test_zoom_by_buttons_keys_and_wheel_keeps_the_place(open_scherm: Open, loopt: str) -> None:
    pagina = open_scherm(loopt)
    lijn = pagina.scherm.tijdlijn
    assert pagina.schalen_aan == [Schaal.ALLES]
    assert lijn.horizontalScrollBar().maximum() == 0
    dichtheid = [lijn.maat.per_dag]
    for schaal in (Schaal.JAAR, Schaal.KWARTAAL, Schaal.MAAND):
        pagina.schaal(schaal)
        assert pagina.schalen_aan == [schaal]
        dichtheid.append(lijn.maat.per_dag)
    assert dichtheid == sorted(set(dichtheid))
    lijn.setFocus()
    pagina.tijdlijn.toets(Qt.Key.Key_Minus)
    assert lijn.maat.per_dag < dichtheid[-1]
    assert pagina.schalen_aan == []
    pagina.tijdlijn.toets(Qt.Key.Key_Minus, keer=20)
    assert pagina.schalen_aan == [Schaal.ALLES]
    bij = 300
    dagen = (bij + lijn.horizontalOffset()) / lijn.maat.per_dag
    assert pagina.tijdlijn.wiel(2, bij)
    assert abs((bij + lijn.horizontalOffset()) / lijn.maat.per_dag - dagen) <= 1
    assert lijn.maat.per_dag > dichtheid[0]


def test_without_the_focus_the_wheel_scrolls_the_page(open_scherm: Open, loopt: str) -> None:
    pagina = open_scherm(loopt)
    pagina.scherm.knop_terug.setFocus()
    voor = pagina.scherm.tijdlijn.maat
    pagina.tijdlijn.wiel(2)
    assert pagina.scherm.tijdlijn.maat == voor


def test_the_line_is_dragged_and_walking_brings_a_date_into_view(
    open_scherm: Open, loopt: str
) -> None:
    pagina = open_scherm(loopt)
    pagina.schaal(Schaal.KWARTAAL)
    lijn = pagina.scherm.tijdlijn
    stond = lijn.horizontalOffset()
    pagina.tijdlijn.sleep(600, 400)
    assert lijn.horizontalOffset() == stond + 200
    lijn.setFocus()
    for toets in (Qt.Key.Key_End, Qt.Key.Key_Home):
        pagina.tijdlijn.toets(toets)
        vak = lijn.visualRect(lijn.currentIndex())
        assert lijn.viewport().rect().contains(vak.center())


def test_only_what_is_late_or_near_has_the_colour_of_attention(
    open_scherm: Open, loopt: str, vroeg: str
) -> None:
    kleur = stijl.kleuren().aandacht.upper()
    assert kleur not in open_scherm(loopt).tijdlijn.kleuren()
    assert kleur in open_scherm(vroeg).tijdlijn.kleuren()


def test_who_waits_for_others_is_not_late(
    store: Store, open_scherm: Open, maak_dossier: Maak
) -> None:
    dossier = maak_dossier(datum_kennisgeving=date(2026, 9, 1), datum_brp=date(2026, 9, 1))
    velden = {"dag": "5-11-2026"}
    termijnen.leg_vast(store, dossier, Feitsoort.INFO_GEVRAAGD, velden)
    pagina = open_scherm(dossier)
    (rij,) = (r for r in pagina.rijen() if r[1].startswith("PIP klaar"))
    assert rij[2] == "Wacht op derden"


def test_a_date_stays_the_current_one_when_something_changes(
    store: Store, open_scherm: Open, loopt: str
) -> None:
    pagina = open_scherm(loopt)
    pagina.tijdlijn.klik(Regel.D6)
    termijnen.leg_vast(store, loopt, Feitsoort.UITKERING, {"dag": "1-11-2026"})
    assert pagina.tijdlijn.huidig.regel is Regel.D6
    assert "Einde van het ontzorgen" in [r[1] for r in pagina.rijen()]


# Facts


def test_duos_term_is_typed_with_its_last_day_and_takes_over(open_scherm: Open, loopt: str) -> None:
    pagina = open_scherm(loopt, ("D5", 0))
    assert "nog niet bevestigd" in pagina.waarom
    pagina.leg_vast(Feitsoort.DUO_TERMIJN, dag="11-06-2026", tot="11-06-2029")
    assert pagina.fouten == {}
    assert pagina.tijdlijn.huidig.wettelijk == date(2029, 6, 11)
    assert "Volgens DUO" in pagina.waarom
    assert "nog niet bevestigd" not in pagina.waarom
    assert pagina.gevraagd == []
    pagina.haal_weg()
    assert pagina.tijdlijn.huidig.wettelijk == date(2029, 6, 10)


@pytest.mark.parametrize(
    ("soort", "velden"),
    [
        (Feitsoort.SS139_START, ["dag", "notitie"]),
        (Feitsoort.INFO_GEVRAAGD, ["dag", "notitie"]),
        (Feitsoort.UITKERING, ["dag", "tot", "notitie"]),
        (Feitsoort.DUO_TERMIJN, ["dag", "tot", "notitie"]),
        (Feitsoort.VERLENGING, ["dag", "tot", "waarde", "notitie"]),
        (Feitsoort.UREN, ["dag", "waarde", "notitie"]),
    ],
)
def test_each_fact_asks_only_what_it_needs(
    open_scherm: Open, loopt: str, soort: Feitsoort, velden: list[str]
) -> None:
    pagina = open_scherm(loopt)
    assert pagina.gevraagd == []
    pagina.leg_vast(soort)
    assert pagina.gevraagd == velden
    assert "dag" in pagina.fouten


def test_what_is_wrong_stands_beside_its_field_and_nothing_is_kept(
    store: Store, open_scherm: Open, loopt: str
) -> None:
    pagina = open_scherm(loopt)
    pagina.leg_vast(Feitsoort.DUO_TERMIJN, dag="11-06-2026", tot="10-06-2026")
    assert pagina.fouten == {"tot": "De laatste dag ligt voor de eerste. Kijk de dagen na."}
    with store.lees() as sessie:
        assert termijnen.feitregels(sessie, loopt) == []
    pagina.leg_vast(Feitsoort.DUO_TERMIJN, dag="11-06-2026", tot="10-06-2029")
    assert pagina.fouten == {}


def test_who_may_only_read_sees_no_form(
    werkplek: Werkplek, store: Store, open_scherm: Open, loopt: str
) -> None:
    termijnen.leg_vast(store, loopt, Feitsoort.UITKERING, {"dag": "1-11-2026"})
    recht = RECHTEN[Rol.TOETSBEGELEIDER]
    ik = store.gebruiker_id or ""
    werkplek.rechten = (Rechten("0171", ik, Rol.TOETSBEGELEIDER, recht.lezen, recht.schrijven),)
    pagina = open_scherm(loopt)
    assert pagina.gevraagd == []
    assert not pagina.scherm.feiten.soort.isVisibleTo(pagina.scherm)
    assert "Haal weg" not in [
        k.text() for k in pagina.scherm.findChildren(type(pagina.scherm.knop_terug))
    ]


# Everybody


def test_without_any_date_it_says_what_to_do(open_scherm: Open, maak_dossier: Maak) -> None:
    pagina = open_scherm(maak_dossier(datum_kennisgeving=None))
    assert not pagina.scherm.tijdlijn.isVisibleTo(pagina.scherm)
    assert pagina.scherm.leeg.isVisibleTo(pagina.scherm)
    pagina.leg_vast(Feitsoort.SS139_START, dag="1-11-2026")
    assert pagina.tijdlijn.huidig.regel is not None
    assert not pagina.scherm.leeg.isVisibleTo(pagina.scherm)


def test_everything_has_a_name_and_is_reached_with_tab(open_scherm: Open, loopt: str) -> None:
    pagina = open_scherm(loopt)
    assert zonder_naam(pagina.scherm) == []
    assert niet_te_bereiken(pagina.qtbot, pagina.scherm, pagina.scherm.knop_terug) == []


@pytest.mark.parametrize(("breed", "hoog"), [(1366, 768), (1024, 600), (683, 384)])
def test_it_fits_a_narrow_window(open_scherm: Open, loopt: str, breed: int, hoog: int) -> None:
    pagina = open_scherm(loopt, breed=breed, hoog=hoog)
    assert pagina.scherm.width() == breed
    binnen = pagina.scherm.vlak.widget()
    assert binnen is not None
    assert binnen.width() <= pagina.scherm.vlak.viewport().width()


@pytest.mark.parametrize(
    ("soort", "velden", "zin"),
    [
        (Feitsoort.UREN, {"dag": "20-11-2026", "waarde": "120"}, "20-11-2026: 120 uur"),
        (
            Feitsoort.BEKENDMAKING,
            {"dag": "12-06-2026", "waarde": "1"},
            "12-06-2026, van versie 1",
        ),
        (Feitsoort.MAP_KLAAR, {"dag": "20-11-2026"}, "20-11-2026"),
    ],
)
def test_what_is_known_says_what_its_number_is(
    open_scherm: Open, loopt: str, store: Store, soort: Feitsoort, velden: dict[str, str], zin: str
) -> None:
    termijnen.leg_vast(store, loopt, soort, velden)
    pagina = open_scherm(loopt)
    assert zin in [w.text() for w in pagina.scherm.feiten.findChildren(QLabel)]


def test_a_date_of_the_list_that_is_not_on_the_line_leaves_the_line_where_it_is(
    open_scherm: Open, loopt: str
) -> None:
    """Until when the dossier is kept: far away, and nobody has to do anything."""
    pagina = open_scherm(loopt)
    huidig = pagina.tijdlijn.huidig
    lijst = pagina.scherm.lijst
    (rij,) = (n for n, r in enumerate(pagina.rijen()) if r[1] == "Dossier lang genoeg bewaard")
    lijst.selectRow(rij)
    assert pagina.uitgelegd == "Dossier lang genoeg bewaard"
    assert lijst.currentIndex().row() == rij
    assert pagina.tijdlijn.huidig == huidig
