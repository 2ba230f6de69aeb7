"""The weighing sheet: what is known, three routes with reasons, a second reader, a decision."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.models.antwoord import Keuze, Wijze
from desktop.models.dossier import Dossier, Medewerker, Rol
from desktop.models.intake import BredeIntake
from desktop.models.onderzoek import Onderzoeksoort
from desktop.models.pipinhoud import Leerroute, Niveau, Oordeel
from desktop.models.rechten import RECHTEN
from desktop.models.spoor import Inzagesoort, Raadpleging
from desktop.models.toetsuitslag import Herkomst, Overslagreden, Resultaat, Uitslaggegevens
from desktop.store import toetsuitslagen
from desktop.store import weging as wegingstore
from desktop.store.store import Store
from desktop.store.wegingbeeld import Taak, Wegingbeeld, wegingbeeld
from desktop.sync.stand import Rechten
from desktop.views.dossiers.dossierblad import Dossierblad
from desktop.views.pip.scherm import Pipscherm
from desktop.views.weging.scherm import Wegingscherm
from desktop.views.weging.taakregels import Taakregels
from desktop.views.weging.velden import Leestekst
from desktop.views.werkplek import Werkplek
from desktop.views.werkruimte import Werkruimte
from tests.conftest import Klok
from tests.pagina.toegankelijk import gesproken_naam, niet_te_bereiken, tabronde, zonder_naam
from tests.pagina.toetskamer import druk
from tests.pagina.weging import Wegingpagina
from tests.store.planwerk import vul_weging
from tests.views.pip.bouw import REDEN, maak_klaar, weeg

B1, ONDERWIJS, Z = Leerroute.B1, Leerroute.ONDERWIJS, Leerroute.Z
ROUTES = (B1, ONDERWIJS, Z)
MOTIEF = "Zij leert snel en wil binnen twee jaar werken."
Open = Callable[..., Wegingpagina]


@pytest.fixture
def dossier(store: Store) -> str:
    """A closed talk with all answers, and a test that says B1 can be reached."""
    return maak_klaar(store, weging=False)


@pytest.fixture
def open_blad(qtbot: QtBot, werkplek: Werkplek, store: Store) -> Open:
    """Opens the sheet of a dossier, as its user."""

    def maak(dossier_id: str, breed: int = 1366, hoog: int = 768) -> Wegingpagina:
        wegingstore.begin(store, dossier_id)
        return Wegingpagina(qtbot, Wegingscherm(werkplek, dossier_id), breed, hoog)

    return maak


@pytest.fixture
def pagina(open_blad: Open, dossier: str) -> Wegingpagina:
    return open_blad(dossier)


@pytest.fixture
def collega(store: Store) -> str:
    """Another klantmanager."""
    with store.work() as work:
        mens = Medewerker(naam="Jelle Kramer", gemeente="0171")
        work.voeg_toe(mens)
    return mens.id


@pytest.fixture
def als(werkplek: Werkplek, store: Store) -> Callable[[Rol], None]:
    """The user as somebody with this role, on a coupled laptop."""

    def doe(rol: Rol) -> None:
        recht, ik = RECHTEN[rol], store.gebruiker_id or ""
        werkplek.rechten = (Rechten("0171", ik, rol, recht.lezen, recht.schrijven),)

    return doe


def beeld(store: Store, dossier_id: str) -> Wegingbeeld:
    with store.lees() as sessie:
        gevonden = wegingbeeld(sessie, dossier_id, store.vandaag())
    assert gevonden is not None
    return gevonden


def weeg_alles(pagina: Wegingpagina, gekozen: Leerroute) -> None:
    """By hand: all three routes, and the one that is meant."""
    for route in ROUTES:
        past = Oordeel.PASSEND if route is gekozen else Oordeel.NIET_PASSEND
        pagina.weeg(route, past, REDEN)
    pagina.kies_route(gekozen)
    pagina.motiveer(MOTIEF)


# All three routes, with a reason


def test_what_is_missing_is_a_list_from_the_start(pagina: Wegingpagina) -> None:
    assert pagina.nog == [
        "Zeg of de B1-route past.",
        "Zeg of de onderwijsroute past.",
        "Zeg of de Z-route past.",
        "Kies de leerroute.",
    ]
    assert pagina.scherm.knop_besluit.isEnabled()
    assert pagina.scherm.knop_besluit.property("soort") == "gewoon"


def test_the_order_is_fixed_and_nothing_is_chosen_beforehand(pagina: Wegingpagina) -> None:
    kaarten = [pagina.kaart(route) for route in ROUTES]
    hoogten = [k.mapTo(pagina.scherm, k.rect().topLeft()).y() for k in kaarten]
    assert hoogten == sorted(hoogten)
    assert len({k.width() for k in kaarten}) == 1
    assert [pagina.gekozen(k.oordeel) for k in kaarten] == [[], [], []]
    assert pagina.gekozen(pagina.scherm.besluit.route) == []
    assert list(pagina.scherm.besluit.route.knoppen) == [r.value for r in ROUTES]


def test_all_three_routes_are_judged_before_it_can_be_decided(
    pagina: Wegingpagina, store: Store, dossier: str
) -> None:
    pagina.weeg(B1, Oordeel.PASSEND, REDEN)
    pagina.weeg(Z, Oordeel.NIET_PASSEND, REDEN)
    pagina.kies_route(B1)
    pagina.motiveer(MOTIEF)
    assert pagina.nog == ["Zeg of de onderwijsroute past."]
    pagina.besluit()
    assert not beeld(store, dossier).besloten
    kaart = pagina.kaart(ONDERWIJS)
    assert pagina.fout(kaart.oordeel) == "Zeg of de onderwijsroute past."
    assert pagina.focus is kaart.oordeel.knoppen[Oordeel.PASSEND.value]
    pagina.weeg(ONDERWIJS, Oordeel.NIET_PASSEND, REDEN)
    assert pagina.fout(kaart.oordeel) == ""
    assert pagina.nog == []
    assert "✓ Alles is er. Je kunt besluiten." in pagina.woorden
    pagina.besluit()
    nu = beeld(store, dossier)
    assert (nu.besloten, nu.gekozen, nu.niveau) == (True, B1, Niveau.B1)
    assert nu.besloten_door == "Anneke de Boer"


@pytest.mark.parametrize("reden", ["n.v.t.", "Past niet.", "zie boven"])
def test_what_is_no_reason_is_refused_beside_the_field(pagina: Wegingpagina, reden: str) -> None:
    pagina.weeg(ONDERWIJS, Oordeel.NIET_PASSEND, reden)
    veld = pagina.kaart(ONDERWIJS).reden
    zin = "Schrijf bij de onderwijsroute in minstens één hele zin waarom."
    assert pagina.fout(veld) == zin
    assert zin in pagina.nog
    pagina.reden(ONDERWIJS, "Zij wil niet naar school, maar werken.")
    assert pagina.fout(veld) == ""
    assert zin not in pagina.nog


def test_a_judgement_can_be_taken_back(pagina: Wegingpagina, store: Store, dossier: str) -> None:
    pagina.oordeel(B1, Oordeel.PASSEND)
    assert pagina.gekozen(pagina.kaart(B1).oordeel) == [Oordeel.PASSEND.value]
    pagina.oordeel(B1, Oordeel.PASSEND)
    assert pagina.gekozen(pagina.kaart(B1).oordeel) == []
    assert beeld(store, dossier).oordelen[0].oordeel is None


def test_a_line_of_what_is_missing_goes_to_its_field(pagina: Wegingpagina) -> None:
    pagina.oordeel(Z, Oordeel.PASSEND)
    pagina.naar_punt("Schrijf bij de Z-route")
    assert pagina.kaart(Z).reden.veld.hasFocus()
    pagina.naar_punt("Kies de leerroute.")
    assert pagina.scherm.besluit.route.knoppen["B"].hasFocus()
    assert pagina.fout(pagina.scherm.besluit.route) == "Kies de leerroute."


def test_a_route_that_does_not_fit_cannot_be_chosen(pagina: Wegingpagina) -> None:
    weeg_alles(pagina, B1)
    pagina.kies_route(ONDERWIJS)
    pagina.besluit()
    zin = "Je kiest de onderwijsroute. Zeg dan ook dat die route passend is."
    assert pagina.fout(pagina.scherm.besluit.route) == zin


def test_the_level_is_asked_for_the_b1_route_only(
    pagina: Wegingpagina, store: Store, dossier: str
) -> None:
    niveau = pagina.scherm.besluit.niveau
    assert not niveau.isVisible()
    pagina.kies_route(B1)
    assert pagina.gekozen(niveau) == ["B1"]
    pagina.kies_niveau(Niveau.A2)
    assert beeld(store, dossier).niveau is Niveau.A2
    pagina.kies_route(Z)
    assert not niveau.isVisible()
    assert beeld(store, dossier).niveau is None


# The test


def test_without_a_test_the_sheet_says_so_at_the_test(
    maak_dossier: Callable[..., str], open_blad: Open, store: Store
) -> None:
    dossier = maak_dossier()
    pagina = open_blad(dossier)
    zin = "Er is nog geen uitslag van de leerbaarheidstoets, en de toets is niet overgeslagen."
    assert pagina.nog[0] == zin
    assert pagina.punt("Uitslag").tekst == "Nog niet bekend"
    pagina.besluit()
    assert pagina.focus is pagina.punt("Uitslag")
    assert pagina.scherm.weten.fout.isVisible()
    toetsuitslagen.sla_over(
        store, dossier, Overslagreden.VISUEEL, door="Karin Visser", op=store.vandaag()
    )
    pagina.wacht()
    assert zin not in pagina.nog
    assert not pagina.scherm.weten.fout.isVisible()
    assert pagina.punt("Uitslag").tekst.startswith("Overgeslagen op 23-11-2026, door Karin Visser")


def test_an_old_result_of_the_doubtful_group_has_its_notice(
    maak_dossier: Callable[..., str], open_blad: Open, store: Store
) -> None:
    dossier = maak_dossier()
    gegevens = Uitslaggegevens(Resultaat.NIET_HAALBAAR, "29,00", "31,00", date(2023, 3, 1))
    toetsuitslagen.leg_vast(store, dossier, gegevens, herkomst=Herkomst.HAND)
    pagina = open_blad(dossier)
    assert any("Vraag DUO naar de goede uitslag." in w for w in pagina.woorden)


def test_against_the_test_asks_for_why(
    maak_dossier: Callable[..., str], open_blad: Open, store: Store
) -> None:
    dossier = maak_dossier()
    gegevens = Uitslaggegevens(Resultaat.NIET_HAALBAAR, "12,00", "28,00", store.vandaag())
    toetsuitslagen.leg_vast(store, dossier, gegevens, herkomst=Herkomst.HAND)
    pagina = open_blad(dossier)
    besluit = pagina.scherm.besluit
    assert not besluit.afwijking.isVisible()
    weeg_alles(pagina, B1)
    assert besluit.afwijking.isVisible()
    assert not besluit.lezer.isVisible()
    assert pagina.nog == ["De uitslag van de toets wijst naar een andere route. Schrijf op waarom."]
    pagina.besluit()
    assert pagina.focus is besluit.afwijking.veld
    pagina.typ(besluit.afwijking, "De toets ging mis door een storing van het scherm.")
    pagina.besluit()
    assert beeld(store, dossier).besloten


# The second reader


@pytest.fixture
def tegen(pagina: Wegingpagina) -> Wegingpagina:
    """The Z-route against a test that says B1 can be reached; only the reader is missing."""
    weeg_alles(pagina, Z)
    pagina.typ(pagina.scherm.besluit.afwijking, "Zij kan nu niet meer dan zes uur per week leren.")
    return pagina


def test_a_colleague_reads_along_and_signs_under_own_name(
    tegen: Wegingpagina, store: Store, dossier: str, collega: str
) -> None:
    ik = store.gebruiker_id or ""
    lezer = tegen.scherm.besluit.lezer
    assert lezer.isVisible()
    assert len(tegen.nog) == 1
    tegen.besluit()
    assert not beeld(store, dossier).besloten
    assert lezer.fout.text() == tegen.nog[0]
    store.word(collega)
    lezer.ververs()
    assert lezer.knop.text() == "Teken mee als Jelle Kramer"
    tegen.teken_mee("Ik las alles en ben het ermee eens.")
    assert lezer.stand.text() == (
        "Jelle Kramer las mee op 23-11-2026: Ik las alles en ben het ermee eens."
    )
    assert tegen.nog == []
    store.word(ik)
    tegen.besluit()
    nu = beeld(store, dossier)
    assert nu.besloten
    assert nu.lezer is not None
    assert (nu.lezer.naam, nu.besloten_door) == ("Jelle Kramer", "Anneke de Boer")


def test_who_read_along_does_not_decide(tegen: Wegingpagina, store: Store, dossier: str) -> None:
    tegen.teken_mee("Ik las alles en ben het ermee eens.")
    tegen.besluit()
    assert not beeld(store, dossier).besloten
    lezer = tegen.scherm.besluit.lezer
    assert lezer.fout.isVisible()
    assert lezer.fout.text() == "Wie meelas, besluit niet zelf. Laat je collega besluiten."


def test_the_reader_uses_own_words(tegen: Wegingpagina, store: Store, dossier: str) -> None:
    tegen.teken_mee("Akkoord")
    veld = tegen.scherm.besluit.lezer.woorden
    assert tegen.fout(veld) == "Schrijf in minstens één hele zin wat je ervan vindt."
    assert beeld(store, dossier).lezer is None


def test_another_text_after_the_signature_asks_for_it_anew(tegen: Wegingpagina) -> None:
    tegen.teken_mee("Ik las alles en ben het ermee eens.")
    assert tegen.nog == []
    tegen.reden(ONDERWIJS, "Zij wil niet naar school, en is al ouder.")
    assert len(tegen.nog) == 1
    assert tegen.scherm.besluit.lezer.knop.isVisible()


# Looking further


def test_looking_further_makes_a_task_with_a_day(
    pagina: Wegingpagina, store: Store, dossier: str
) -> None:
    pagina.weeg(ONDERWIJS, Oordeel.NADER_ONDERZOEKEN, REDEN)
    zin = "Schrijf bij de onderwijsroute op wat je laat onderzoeken, en voor welke dag."
    assert zin in pagina.nog
    pagina.vul_onderzoek(ONDERWIJS, Onderzoeksoort.PROEFLES, "Past het tempo?", "10-12-2026")
    assert zin not in pagina.nog
    assert pagina.taken(ONDERWIJS) == ["Proefles: Past het tempo? | Uiterlijk 10-12-2026"]
    rij = pagina.rond_af(ONDERWIJS, "Het tempo past goed.")
    assert pagina.taken(ONDERWIJS) == [
        "Proefles: Past het tempo? | Klaar op 23-11-2026. Het tempo past goed."
    ]
    assert not rij.knop_klaar.isVisible()
    (taak,) = beeld(store, dossier).taken
    assert (taak.klaar_op, taak.uitkomst) == (date(2026, 11, 23), "Het tempo past goed.")


@pytest.mark.parametrize(
    ("soort", "wat", "dag", "veld", "zin"),
    [
        (None, "Tempo?", "10-12-2026", "soort", "Kies wat voor onderzoek je wilt."),
        (Onderzoeksoort.ANDERS, "", "10-12-2026", "wat", "Schrijf op wat je wilt weten."),
        (Onderzoeksoort.ANDERS, "Tempo?", "", "dag", "Vul de dag in, zoals 31-05-2026."),
        (
            Onderzoeksoort.ANDERS,
            "Tempo?",
            "10-11-2026",
            "dag",
            "Deze dag is voorbij. Kies een dag die nog komt.",
        ),
    ],
)
def test_a_task_that_cannot_be_says_why_beside_the_field(
    pagina: Wegingpagina, soort: Onderzoeksoort | None, wat: str, dag: str, veld: str, zin: str
) -> None:
    pagina.oordeel(Z, Oordeel.NADER_ONDERZOEKEN)
    pagina.vul_onderzoek(Z, soort, wat, dag)
    blad = pagina.kaart(Z).taken
    assert getattr(blad, veld).melding.text() == zin
    assert pagina.taken(Z) == []
    assert blad.wat.bewaarder.tekst == wat  # what was typed stays


def test_a_late_task_stands_out_here_and_on_the_dossier_sheet(
    qtbot: QtBot, werkplek: Werkplek, store: Store, dossier: str, klok: Klok, open_blad: Open
) -> None:
    id_ = wegingstore.begin(store, dossier)
    wegingstore.zet_oordeel(store, id_, Z, Oordeel.NADER_ONDERZOEKEN)
    for wat, dagen in (("Hoe gaat het lezen?", 2), ("Wat zegt de school?", 40)):
        dag = store.vandaag() + timedelta(days=dagen)
        wegingstore.plan_onderzoek(store, id_, Z, Onderzoeksoort.SCHOOLADVIES, wat, dag)
    klok.nu += timedelta(days=5)
    pagina = open_blad(dossier)
    laat, later = pagina.kaart(Z).taken.rijen.values()
    assert laat.stand.text() == "Dit moest klaar zijn op 25-11-2026. Dat is voorbij."
    assert laat.stand.property("soort") == "klein-let-op"
    assert later.stand.property("soort") == "klein"
    blad = Dossierblad(werkplek)
    qtbot.addWidget(blad)
    blad.open(dossier)
    regels = blad.kaarten.pip.taken.regels
    assert [(r.text(), r.property("soort")) for r in regels] == [
        (
            "Advies van de school: Hoe gaat het lezen?  ·  moest klaar zijn op 25-11-2026",
            "klein-let-op",
        ),
        ("Advies van de school: Wat zegt de school?  ·  uiterlijk 02-01-2027", "klein"),
    ]


@pytest.mark.parametrize(
    ("te_laat", "zin"),
    [
        (False, "Medisch advies  ·  uiterlijk 02-01-2027"),
        (True, "Medisch advies  ·  moest klaar zijn op 02-01-2027"),
    ],
)
def test_a_question_to_a_doctor_that_is_not_on_this_laptop_leaves_no_gap(
    qtbot: QtBot, te_laat: bool, zin: str
) -> None:
    regels = Taakregels(None)  # type: ignore[arg-type]
    qtbot.addWidget(regels)
    dag = date(2027, 1, 2)
    regels.toon([Taak("t", Z, Onderzoeksoort.MEDISCH_ADVIES, "", dag, None, "", te_laat)])
    assert [r.text() for r in regels.regels] == [zin]


# What is known


def test_what_is_known_stands_in_the_order_of_the_fact_sheet(pagina: Wegingpagina) -> None:
    assert pagina.koppen == [
        "Leerbaarheidstoets",
        "Leeftijd bij de start",
        "School",
        "Lezen en schrijven",
        "Nederlands en leren",
        "Belastbaarheid",
        "Wensen",
        "Tijd, reizen en opvang",
        "Eerste indruk van de klantmanager",
    ]
    assert pagina.punt("Uitslag").tekst == (
        "B1-route haalbaar, vastgelegd door DUO op 21-11-2026. Score 31,00, nodig 28,00."
    )
    assert pagina.punt("Alfabetisering").tekst == "Leest een ander schrift (AA)"
    assert pagina.weet("RE06") == "Goed"


@pytest.mark.parametrize(
    ("geboren", "tekst"),
    [
        ("2000-05-01", "26 jaar als het plan vandaag ingaat."),
        ("1991-04-12", "35 jaar als het plan vandaag ingaat."),
        ("1998", "27 of 28 jaar als het plan vandaag ingaat."),
    ],
)
def test_the_age_is_a_fact(
    store: Store, dossier: str, open_blad: Open, geboren: str, tekst: str
) -> None:
    with store.work() as work:
        work.get(Dossier, dossier).geboortedatum = geboren
    assert open_blad(dossier).punt("Leeftijd").tekst == (
        f"{tekst} Voor de onderwijsroute telt of iemand jonger is dan 28."
    )


def test_what_came_from_coa_is_named_and_is_no_test_of_duo(
    maak_intake: Callable[..., str], store: Store, open_blad: Open
) -> None:
    intake_id = maak_intake()
    with store.work() as work:
        intake = work.get(BredeIntake, intake_id)
        dossier = intake.dossier_id
        for code, keuze in (("MO06", "nee"), ("WK09", "mbo")):
            vraag = store.lijst.vragen[code]
            intake.beantwoord(
                vraag, Keuze(opties=(keuze,)), wijze=Wijze.COA, door=work.door, nu=work.nu
            )
    pagina = open_blad(dossier)
    assert pagina.koppen[-1] == "Van het COA"
    assert pagina.punt("MO06").onder.endswith("van het COA")
    assert pagina.punt("WK09").onder.endswith("van het COA")  # under its own heading
    assert pagina.punt("Uitslag").tekst == "Nog niet bekend"


def test_a_question_nobody_asked_is_said_to_be_unknown(
    maak_intake: Callable[..., str], store: Store, open_blad: Open
) -> None:
    intake_id = maak_intake()
    with store.lees() as sessie:
        dossier = sessie.get_one(BredeIntake, intake_id).dossier_id
    pagina = open_blad(dossier)
    assert pagina.weet("WK02") == "Nog niet bekend"


def test_how_a_trial_class_went_is_known_and_leads_to_its_task(
    pagina: Wegingpagina, store: Store
) -> None:
    pagina.oordeel(Z, Oordeel.NADER_ONDERZOEKEN)
    id_ = pagina.scherm.plek.beeld.id
    dag = store.vandaag() + timedelta(days=9)
    for soort in (Onderzoeksoort.PROEFLES, Onderzoeksoort.MEDISCH_ADVIES):
        taak = wegingstore.plan_onderzoek(store, id_, Z, soort, "Hoe gaat het?", dag)
        wegingstore.rond_onderzoek_af(store, taak, f"Goed, bij {soort.value}.")
    punten = [(p.naam, k.tekst) for p, k in pagina.scherm.weten.punten]
    assert ("Proefles op 23-11-2026", "Goed, bij proefles.") in punten
    assert not any("medisch" in tekst for _naam, tekst in punten)
    pagina.open_bron("Proefles op 23-11-2026")
    assert pagina.kaart(Z).isAncestorOf(pagina.focus)


# Health


def gezien(store: Store, dossier_id: str) -> set[Inzagesoort]:
    with store.lees() as sessie:
        rijen = sessie.scalars(sa.select(Raadpleging).where(Raadpleging.dossier_id == dossier_id))
        return {rij.wat for rij in rijen}


def test_health_is_shown_on_asking_only_and_leaves_a_trail(
    qtbot: QtBot, werkplek: Werkplek, store: Store, dossier: str
) -> None:
    ruimte = Werkruimte(werkplek)
    qtbot.addWidget(ruimte)
    ruimte.resize(1366, 768)
    ruimte.show()
    ruimte.toon_dossier(dossier)
    ruimte.weging.weeg(dossier)
    scherm = ruimte.weging.scherm
    assert scherm is not None
    codes = {p.code for p, _k in scherm.weten.punten}
    assert not codes & {"FG07", "FG11", "MG03"}
    ruimte.kijker.leg_vast()
    assert Inzagesoort.GEZONDHEID not in gezien(store, dossier)
    druk(qtbot, scherm.weten.knop_gezondheid)
    assert {p.code for p, _k in scherm.weten.punten} >= {"FG07", "FG11", "MG03"}
    ruimte.kijker.leg_vast()
    assert Inzagesoort.GEZONDHEID in gezien(store, dossier)
    ruimte.vergrendel()
    assert not {p.code for p, _k in scherm.weten.punten} & {"FG07", "FG11", "MG03"}


def test_health_is_not_there_for_who_may_not_read_it(
    store: Store, dossier: str, open_blad: Open, als: Callable[[Rol], None]
) -> None:
    als(Rol.LEIDINGGEVENDE)
    pagina = open_blad(dossier)
    assert "Belastbaarheid" not in pagina.koppen
    assert not pagina.scherm.weten.knop_gezondheid.isVisible()
    pagina.scherm.plek.toon_gezondheid(True)
    vragen = store.lijst.vragen
    assert not any(vragen[p.code].gezondheid for p, _k in pagina.scherm.weten.punten if p.code)
    als(Rol.KLANTMANAGER)
    assert "Belastbaarheid" in open_blad(dossier).koppen


def test_of_health_only_what_somebody_can_do(
    maak_intake: Callable[..., str], store: Store, open_blad: Open
) -> None:
    intake_id = maak_intake()
    with store.work() as work:
        intake = work.get(BredeIntake, intake_id)
        dossier = intake.dossier_id
        intake.beantwoord(
            store.lijst.vragen["FG11"],
            Keuze(waarde="12", delen={"medisch_advies": "ja"}),
            wijze=Wijze.TOLK,
            door=work.door,
            nu=work.nu,
        )
        intake.antwoorden["FG11"].reden = "heeft epilepsie"
    pagina = open_blad(dossier)
    pagina.toon_gezondheid()
    assert pagina.weet("FG11") == "12 uur per week\nIs medisch advies nodig? Ja"
    assert not any("epilepsie" in w for w in pagina.woorden)


# Origins


@pytest.fixture
def ruimte(qtbot: QtBot, werkplek: Werkplek, dossier: str) -> Werkruimte:
    """The whole window, with the sheet open."""
    ruimte = Werkruimte(werkplek)
    qtbot.addWidget(ruimte)
    ruimte.resize(1366, 768)
    ruimte.show()
    ruimte.activateWindow()
    qtbot.waitUntil(ruimte.isActiveWindow)
    ruimte.toon_dossier(dossier)
    druk(qtbot, ruimte.blad.kaarten.pip.knop_volgende)
    return ruimte


def klik(qtbot: QtBot, ruimte: Werkruimte, naam: str) -> None:
    scherm = ruimte.weging.scherm
    assert scherm is not None
    knop = next(k for p, k in scherm.weten.punten if naam in (p.code, p.naam))
    qtbot.mouseClick(knop, Qt.MouseButton.LeftButton)


def test_one_click_opens_the_question_in_the_talk_and_back_is_the_sheet(
    qtbot: QtBot, ruimte: Werkruimte
) -> None:
    klik(qtbot, ruimte, "WK09")
    assert ruimte.intake is not None
    assert ruimte.intake.isVisible()
    assert ruimte.intake.gesprek.vraag.code == "WK09"
    assert ruimte.intake.gesprek.plek.blad.value == "gesprek"
    ruimte.intake.terug.emit()
    assert ruimte.weging.scherm is not None
    assert ruimte.weging.scherm.isVisible()


def test_one_click_opens_the_test_in_the_dossier(qtbot: QtBot, ruimte: Werkruimte) -> None:
    klik(qtbot, ruimte, "Uitslag")
    kaart = ruimte.blad.kaarten.toets
    assert ruimte.blad.isVisible()
    qtbot.waitUntil(lambda: not kaart.visibleRegion().isEmpty())


def test_one_click_opens_the_form_of_the_dossier(qtbot: QtBot, ruimte: Werkruimte) -> None:
    klik(qtbot, ruimte, "Leeftijd")
    assert ruimte.formulier.isVisible()


def test_what_was_being_typed_is_kept_when_an_origin_opens(
    qtbot: QtBot, ruimte: Werkruimte, store: Store, dossier: str
) -> None:
    scherm = ruimte.weging.scherm
    assert scherm is not None
    veld = scherm.routes[B1].reden.veld
    veld.setFocus()
    qtbot.keyClicks(veld, "Zij leert snel.")
    klik(qtbot, ruimte, "WK09")
    assert beeld(store, dossier).oordelen[0].reden == "Zij leert snel."


def test_after_the_decision_the_plan_is_next(
    qtbot: QtBot, ruimte: Werkruimte, store: Store, dossier: str
) -> None:
    scherm = ruimte.weging.scherm
    assert scherm is not None
    vul_weging(store, beeld(store, dossier).id)
    assert scherm.knop_besluit.property("soort") == "hoofd"  # nothing is missing
    druk(qtbot, scherm.knop_besluit)
    assert scherm.knop_plan.hasFocus()
    druk(qtbot, scherm.knop_plan)
    plan = ruimte.plannen.scherm
    assert isinstance(plan, Pipscherm)
    assert plan.isVisible()
    assert plan.plek.beeld.inhoud.leerroute is B1


# Decided, or only to be read


def test_what_is_decided_is_read_only_until_a_new_one_begins(
    store: Store, dossier: str, qtbot: QtBot, werkplek: Werkplek
) -> None:
    weeg(store, dossier)
    pagina = Wegingpagina(qtbot, Wegingscherm(werkplek, dossier))
    scherm = pagina.scherm
    gelezen = [w.text() for w in scherm.findChildren(Leestekst) if w.isVisible()]
    assert gelezen == [
        "✓ Passend",
        REDEN,
        "✓ Niet passend",
        REDEN,
        "✓ Niet passend",
        REDEN,
        "✓ B1-route",
        "✓ B1",
        MOTIEF,
    ]
    for route in ROUTES:
        kaart = pagina.kaart(route)
        assert not kaart.reden.veld.isVisible(), "text, and no field"
        assert not any(k.isVisible() for k in kaart.oordeel.knoppen.values())
    assert gesproken_naam(scherm.besluit.route.gelezen) == "Leerroute: ✓ B1-route"
    rond = tabronde(qtbot, scherm.knop_terug)
    assert scherm.besluit.motivering.gelezen in rond, (
        "with the keyboard the decision is scrolled to"
    )
    assert not scherm.nog.isVisible()
    assert not scherm.knop_besluit.isVisible()
    assert "Besloten op 23-11-2026 door Anneke de Boer" in pagina.woorden
    assert scherm.knop_plan.property("soort") == "hoofd"
    druk(qtbot, scherm.knop_nieuw)
    pagina.wacht()
    nu = beeld(store, dossier)
    assert (nu.volgnummer, nu.besloten, nu.gekozen) == (2, False, B1)
    assert scherm.knop_besluit.isVisible()
    assert pagina.kaart(B1).reden.tekst == REDEN  # the next one begins as the one before
    pagina.reden(B1, "Er is nu meer tijd om te leren.")
    assert beeld(store, dossier).oordelen[0].reden == "Er is nu meer tijd om te leren."


def test_what_was_being_typed_when_a_colleague_decided_stays_in_sight(
    store: Store, dossier: str, qtbot: QtBot, werkplek: Werkplek
) -> None:
    id_ = wegingstore.begin(store, dossier)
    vul_weging(store, id_)
    pagina = Wegingpagina(qtbot, Wegingscherm(werkplek, dossier))
    reden = pagina.kaart(B1).reden
    reden.veld.setFocus()
    reden.veld.selectAll()
    qtbot.keyClicks(reden.veld, "Zij wil ook overdag werken.")
    wegingstore.besluit(store, id_)
    assert reden.gelezen.text() == "Ze leert snel en wil graag werken."
    assert reden.veld.isVisible()
    assert reden.tekst == "Zij wil ook overdag werken."
    assert not reden.bewaarder.leg_nu_vast()
    assert pagina.fout(reden), "it says why these words are not kept"
    assert not pagina.kaart(Z).reden.veld.isVisible()


def test_who_may_only_read_sees_it_and_can_change_nothing(
    store: Store, dossier: str, werkplek: Werkplek, qtbot: QtBot
) -> None:
    id_ = wegingstore.begin(store, dossier)
    vul_weging(store, id_)
    recht = RECHTEN[Rol.KLANTMANAGER]
    werkplek.rechten = (
        Rechten("0171", store.gebruiker_id or "", Rol.KLANTMANAGER, recht.lezen, frozenset()),
    )
    pagina = Wegingpagina(qtbot, Wegingscherm(werkplek, dossier))
    assert not pagina.scherm.knop_besluit.isVisible()
    assert not pagina.scherm.knop_nieuw.isVisible()
    assert not pagina.kaart(B1).reden.veld.isVisible()
    assert pagina.kaart(B1).reden.gelezen.text() == "Ze leert snel en wil graag werken."
    assert "Je kunt deze weging lezen. Je kunt haar niet wijzigen." in pagina.woorden


def test_the_day_is_the_one_in_the_netherlands(
    store: Store, dossier: str, qtbot: QtBot, werkplek: Werkplek, klok: Klok
) -> None:
    klok.nu = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
    weeg(store, dossier)
    pagina = Wegingpagina(qtbot, Wegingscherm(werkplek, dossier))
    assert "Besloten op 24-11-2026 door Anneke de Boer" in pagina.woorden


def test_who_may_only_read_begins_no_weighing(
    store: Store, dossier: str, werkplek: Werkplek, qtbot: QtBot
) -> None:
    recht = RECHTEN[Rol.KLANTMANAGER]
    werkplek.rechten = (
        Rechten("0171", store.gebruiker_id or "", Rol.KLANTMANAGER, recht.lezen, frozenset()),
    )
    ruimte = Werkruimte(werkplek)
    qtbot.addWidget(ruimte)
    ruimte.weging.weeg(dossier)
    assert ruimte.weging.scherm is None
    with store.lees() as sessie:
        assert wegingbeeld(sessie, dossier, store.vandaag()) is None


# Keyboard and room


@pytest.mark.parametrize(("breed", "hoog"), [(1366, 768), (1024, 600)])
def test_the_keyboard_reaches_everything_and_everything_has_a_name(
    open_blad: Open, dossier: str, qtbot: QtBot, breed: int, hoog: int
) -> None:
    pagina = open_blad(dossier, breed, hoog)
    pagina.oordeel(ONDERWIJS, Oordeel.NADER_ONDERZOEKEN)
    pagina.kies_route(Z)
    assert zonder_naam(pagina.scherm) == []
    assert niet_te_bereiken(qtbot, pagina.scherm, pagina.scherm.knop_terug) == []
    assert pagina.scherm.width() == breed
    knop = pagina.kaart(B1).oordeel.knoppen[Oordeel.PASSEND.value]
    assert gesproken_naam(knop) == "B1-route: Passend"


def test_typing_goes_on_where_it_was_after_a_rest(pagina: Wegingpagina) -> None:
    veld = pagina.kaart(B1).reden
    veld.veld.setFocus()
    pagina.qtbot.keyClicks(veld.veld, "Zij leert ")
    assert veld.bewaarder.leg_nu_vast()  # what the rest does
    pagina.qtbot.keyClicks(veld.veld, "snel.")
    assert veld.tekst == "Zij leert snel."
