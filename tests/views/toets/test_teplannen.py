"""From the list of who is to be planned to a letter, with the keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace

import icalendar
import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop.models.antwoord import Keuze, Wijze
from desktop.models.intake import BredeIntake
from desktop.models.toets import Kandidaat
from desktop.models.toetssessie import Toetssessie
from desktop.models.toetsstatus import Aanwezig, Toetsstatus
from desktop.store import toetsplanning, toetsuitslagen
from desktop.store.fouten import SchijfVol
from desktop.store.store import Store
from desktop.store.toetsvoorkeur import HULPMIDDEL
from desktop.views.toets.planmodel import Kolom
from desktop.views.toets.uitnodigen import Filter
from desktop.views.werkplek import Werkplek
from tests.pagina.toegankelijk import zonder_naam
from tests.pagina.toetskamer import Toetspagina, leesbaar, typ
from tests.toetsplek import neem_af
from tests.views.toets.stad import MORGEN, Stad

WEEK = timedelta(days=7)


def kandidaat(store: Store, id_: str) -> Kandidaat:
    with store.lees() as sessie:
        return sessie.get_one(Kandidaat, id_)


# --- the list


def test_whose_pip_is_due_first_stands_first_with_the_days_left(
    pagina: Toetspagina, stad: Stad
) -> None:
    stad.client("Selam", "Tekle", datum_kennisgeving=date(2026, 11, 2))
    stad.client("Amina", "Haddad", datum_kennisgeving=date(2026, 9, 1))
    stad.client("Fatima", "Aziz", datum_kennisgeving=None)
    plannen = pagina.plannen
    assert plannen.namen == ["Amina Haddad", "Selam Tekle", "Fatima Aziz"]
    assert plannen.kolom(Kolom.TERMIJN) == ["10-11-2026 ?", "11-01-2027 ?", "Onbekend"]
    assert plannen.kolom(Kolom.DAGEN) == ["13 te laat", "49 dagen", ""]
    assert "3 cliënten te plannen" in leesbaar(plannen.scherm)


def test_a_day_of_which_one_date_is_not_known_yet_says_so(pagina: Toetspagina, stad: Stad) -> None:
    stad.client("Selam", "Tekle", datum_kennisgeving=date(2026, 11, 2), datum_brp=None)
    beide = date(2026, 11, 3)
    stad.client("Amina", "Haddad", datum_kennisgeving=beide, datum_brp=beide)
    plannen = pagina.plannen
    model, rij = plannen.scherm.model, plannen.rij("Selam Tekle")
    hoort = model.data(model.index(rij, Kolom.TERMIJN), Qt.ItemDataRole.AccessibleTextRole)
    assert plannen.cel("Selam Tekle", Kolom.TERMIJN) == "11-01-2027 ?"
    assert "voorlopig" in hoort
    assert plannen.cel("Amina Haddad", Kolom.TERMIJN) == "12-01-2027"


def test_an_empty_list_says_so(pagina: Toetspagina) -> None:
    assert any("niets te plannen" in zin for zin in leesbaar(pagina.plannen.scherm))


def test_what_is_needed_and_the_interpreter_stand_in_small_words(
    pagina: Toetspagina, stad: Stad
) -> None:
    dossier = stad.client("Amina", "Haddad", spreektaal="ar")
    stad.kandidaat(dossier, uitlegtaal="ar", bril=True, muis=True, tolk=True)
    plannen = pagina.plannen
    assert plannen.cel("Amina Haddad", Kolom.NODIG) == "bril · muis oefenen"
    assert plannen.cel("Amina Haddad", Kolom.TAAL) == "Tolk Arabisch"
    assert plannen.cel("Amina Haddad", Kolom.STAND) == "Aangemeld"


# --- examennummer in place


def test_an_examennummer_is_typed_in_its_column(
    pagina: Toetspagina, stad: Stad, store: Store
) -> None:
    id_ = stad.kandidaat(stad.client("Amina", "Haddad"))
    pagina.plannen.typ_nummer("Amina Haddad", "26a-123 456")
    assert kandidaat(store, id_).examennummer == "26A123456"
    assert pagina.plannen.scherm.lijst.isVisible()
    assert pagina.plannen.cel("Amina Haddad", Kolom.EXAMENNUMMER) == "26A123456"


def test_a_number_that_cannot_be_stays_to_be_mended_with_its_sentence(
    pagina: Toetspagina, stad: Stad, store: Store
) -> None:
    id_ = stad.kandidaat(stad.client("Amina", "Haddad"))
    plannen = pagina.plannen
    plannen.typ_nummer("Amina Haddad", "1234567890123")
    assert plannen.fout == "Amina Haddad: Een examennummer heeft hoogstens 12 tekens."
    assert plannen.cel("Amina Haddad", Kolom.EXAMENNUMMER) == "1234567890123"
    assert kandidaat(store, id_).examennummer == ""
    plannen.typ_nummer("Amina Haddad", "123456789012")
    assert plannen.fout == ""
    assert kandidaat(store, id_).examennummer == "123456789012"


# --- registering


def test_the_form_proposes_what_the_intake_tells(
    pagina: Toetspagina, stad: Stad, store: Store, maak_intake: Callable[..., str]
) -> None:
    dossier = stad.client("Amina", "Haddad", leestaal="ar")
    intake = maak_intake(dossier_id=dossier)
    leg_antwoord(store, intake, "bril-heb-ik")
    plannen = pagina.plannen
    plannen.scherm.lees()
    plannen.open("Amina Haddad")
    vorm = plannen.scherm.aanmelding
    assert vorm.bril.isChecked()
    assert not vorm.gehoor.isChecked()
    assert vorm.uitlegtaal.tekst == "ar"
    plannen.zet(vorm.muis)
    plannen.druk(vorm.bewaar)
    assert plannen.scherm.lijst.isVisible()
    assert plannen.cel("Amina Haddad", Kolom.NODIG) == "bril · muis oefenen"
    assert plannen.cel("Amina Haddad", Kolom.STAND) == "Aangemeld"


def leg_antwoord(store: Store, intake: str, optie: str) -> None:
    with store.work() as work:
        work.get(BredeIntake, intake).beantwoord(
            store.lijst.vragen[HULPMIDDEL],
            Keuze((optie,)),
            door=store.gebruiker_id,
            wijze=Wijze.TOLK,
            nu=work.nu,
        )


def test_a_second_time_needs_a_reason_beside_its_field(
    pagina: Toetspagina, stad: Stad, store: Store
) -> None:
    id_ = stad.kandidaat(stad.client("Amina", "Haddad"))
    toetsplanning.zet_in(store, id_, stad.sessie(MORGEN))
    toetsuitslagen.op_de_dag(
        store, id_, lambda k, _nu: k.meld_aanwezigheid(Aanwezig.ZONDER_AFMELDING)
    )
    plannen = pagina.plannen
    assert plannen.cel("Amina Haddad", Kolom.STAND) == "Kwam niet"
    plannen.open("Amina Haddad")
    vorm = plannen.scherm.aanmelding
    plannen.druk(vorm.bewaar)
    assert vorm.reden.fout.text() == "Schrijf op waarom de toets nog een keer nodig is."
    assert vorm.isVisible()
    typ(plannen.qtbot, vorm.reden, "Was ziek")
    plannen.druk(vorm.bewaar)
    assert plannen.cel("Amina Haddad", Kolom.STAND) == "Aangemeld, 2e keer"


def test_a_number_in_the_form_is_refused_beside_its_field(
    pagina: Toetspagina, stad: Stad, store: Store
) -> None:
    id_ = stad.kandidaat(stad.client("Amina", "Haddad"))
    plannen = pagina.plannen
    plannen.open("Amina Haddad")
    vorm = plannen.scherm.aanmelding
    plannen.zet(vorm.bril)
    typ(plannen.qtbot, vorm.examennummer, "26A/1")
    plannen.druk(vorm.bewaar)
    assert vorm.examennummer.fout.text() == "Een examennummer heeft alleen letters en cijfers."
    assert not kandidaat(store, id_).bril


def test_a_word_for_an_illness_gets_a_hint_and_no_refusal(pagina: Toetspagina, stad: Stad) -> None:
    stad.client("Amina", "Haddad")
    plannen = pagina.plannen
    plannen.open("Amina Haddad")
    vorm = plannen.scherm.aanmelding
    typ(plannen.qtbot, vorm.notitie, "heeft epilepsie")
    assert "epilepsie" in vorm.notitie.fout.text()
    typ(plannen.qtbot, vorm.notitie, "grote muis")
    assert vorm.notitie.fout.text() == ""


def test_several_are_registered_at_once_as_the_intake_proposes(
    pagina: Toetspagina, stad: Stad, werkplek: Werkplek
) -> None:
    stad.client("Amina", "Haddad")
    stad.client("Selam", "Tekle")
    meldingen: list[object] = []
    werkplek.gewijzigd.connect(meldingen.append)
    plannen = pagina.plannen
    assert not plannen.scherm.meld_aan.isVisible()
    plannen.vink("Amina Haddad", "Selam Tekle")
    assert not plannen.scherm.zoek.isEnabled()
    plannen.druk(plannen.scherm.meld_aan)
    assert plannen.kolom(Kolom.STAND) == ["Aangemeld", "Aangemeld"]
    assert plannen.scherm.zoek.text() == "Zoek 2 plekken"
    assert len(meldingen) == 1, "one unit of work, so that the list is read once"


def test_escape_goes_from_the_form_to_the_list_and_then_out(
    pagina: Toetspagina, stad: Stad, qtbot: QtBot
) -> None:
    stad.client("Amina", "Haddad")
    pagina.plannen.open("Amina Haddad")
    pagina.escape()
    assert pagina.plannen.scherm.lijst.isVisible()
    with qtbot.waitSignal(pagina.scherm.terug):
        pagina.escape()


# --- proposal


def drie(stad: Stad) -> list[str]:
    """Three people, due in this order."""
    namen = (("Amina", "Haddad", 1), ("Selam", "Tekle", 5), ("Yusuf", "Warsame", 9))
    return [
        stad.kandidaat(stad.client(voor, achter, datum_kennisgeving=date(2026, 11, dag)))
        for voor, achter, dag in namen
    ]


def test_a_proposal_is_changed_and_accepted(pagina: Toetspagina, stad: Stad, store: Store) -> None:
    ids = drie(stad)
    eerst, later = stad.sessie(MORGEN), stad.sessie(MORGEN + WEEK)
    plannen = pagina.plannen
    plannen.druk(plannen.scherm.alles)
    plannen.zoek()
    assert {naam: plek[:14] for naam, plek in plannen.plan.items()} == {
        "Amina Haddad": "di 24 november",
        "Selam Tekle": "di 24 november",
        "Yusuf Warsame": "di 1 december ",
    }
    plannen.verander("Selam Tekle", "di 1 december")
    assert kandidaat(store, ids[1]).sessie_id is None
    plannen.neem()
    assert [kandidaat(store, i).sessie_id for i in ids] == [eerst, later, later]
    assert plannen.scherm.leeg.isVisible()


def test_who_has_no_place_stands_above_with_why(pagina: Toetspagina, stad: Stad) -> None:
    drie(stad)
    stad.sessie(MORGEN)
    plannen = pagina.plannen
    plannen.druk(plannen.scherm.alles)
    plannen.zoek()
    zinnen = leesbaar(plannen.scherm.voorstel)
    assert "Met een plek in dit plan: 2 van 3" in zinnen
    assert "Yusuf Warsame: Alle toetsen zijn vol. Maak er nog een in de agenda." in zinnen


def test_an_interpreter_still_to_book_is_said(pagina: Toetspagina, stad: Stad) -> None:
    dossier = stad.client("Amina", "Haddad", spreektaal="ar")
    stad.kandidaat(dossier, uitlegtaal="ar", tolk=True)
    stad.sessie(MORGEN)
    plannen = pagina.plannen
    plannen.vink("Amina Haddad")
    plannen.zoek()
    assert "Regel een tolk Arabisch voor deze toets." in leesbaar(plannen.scherm.voorstel)


def plan_met_tolken(pagina: Toetspagina, stad: Stad) -> tuple[list[str], list[str]]:
    """Two who need an interpreter for Arabic and one who needs none, and two sittings."""
    ids = []
    for dag, (voor, achter, tolk) in enumerate(
        (("Amina", "Haddad", True), ("Omar", "Aziz", True), ("Selam", "Tekle", False)), 1
    ):
        dossier = stad.client(voor, achter, spreektaal="ar", datum_kennisgeving=date(2026, 11, dag))
        ids.append(stad.kandidaat(dossier, uitlegtaal="ar", tolk=tolk))
    sessies = [stad.sessie(MORGEN), stad.sessie(MORGEN + WEEK)]
    plannen = pagina.plannen
    plannen.druk(plannen.scherm.alles)
    plannen.zoek()
    return ids, sessies


def tolken(store: Store, sessies: list[str]) -> list[str | None]:
    with store.lees() as sessie:
        return [sessie.get_one(Toetssessie, id_).tolk_taal for id_ in sessies]


def test_the_interpreter_of_a_plan_that_is_accepted_is_asked_for(
    pagina: Toetspagina, stad: Stad, store: Store
) -> None:
    _ids, sessies = plan_met_tolken(pagina, stad)
    pagina.plannen.neem()
    assert tolken(store, sessies) == ["ar", None]
    assert not pagina.plannen.scherm.let_op.isVisible()


def test_no_interpreter_is_asked_for_where_nobody_needs_one_any_more(
    pagina: Toetspagina, stad: Stad, store: Store
) -> None:
    ids, sessies = plan_met_tolken(pagina, stad)
    plannen = pagina.plannen
    plannen.verander("Selam Tekle", "di 24 november")
    plannen.verander("Amina Haddad", "di 1 december")
    plannen.verander("Omar Aziz", "di 1 december")
    plannen.neem()
    assert tolken(store, sessies) == [None, None]
    assert kandidaat(store, ids[0]).sessie_id == sessies[1]
    zin = "Amina Haddad wil een tolk. Bij deze toets is geen tolk in die taal."
    assert zin in plannen.scherm.let_op.text()
    assert plannen.scherm.let_op.isVisible()
    plannen.uitnodigen()
    plannen.scherm.toon_lijst()
    assert not plannen.scherm.let_op.isVisible()


@pytest.mark.parametrize("waar", ["voorstel", "nummer"])
def test_a_disk_that_is_full_is_said_and_nothing_breaks(
    pagina: Toetspagina,
    stad: Stad,
    werkplek: Werkplek,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    waar: str,
) -> None:
    stad.kandidaat(stad.client("Amina", "Haddad"))
    stad.sessie(MORGEN)
    plannen = pagina.plannen

    def vol(*_a: object, **_k: object) -> None:
        raise SchijfVol

    gezegd: list[str] = []
    werkplek.melding.connect(gezegd.append)
    if waar == "voorstel":
        plannen.vink("Amina Haddad")
        plannen.zoek()
        monkeypatch.setattr(toetsplanning, "verdeel", vol)
        plannen.neem()
        assert plannen.scherm.voorstel.isVisible()
    else:
        monkeypatch.setattr(toetsplanning, "zet_examennummer", vol)
        model = plannen.scherm.model
        model.setData(model.index(0, Kolom.EXAMENNUMMER), "123")
    assert gezegd == [SchijfVol.STANDAARD]


def test_a_plan_that_clashes_says_what_is_in_the_way_and_writes_nothing(
    pagina: Toetspagina, stad: Stad, store: Store
) -> None:
    ids = drie(stad)
    stad.sessie(MORGEN)
    stad.sessie(MORGEN + WEEK)
    plannen = pagina.plannen
    plannen.druk(plannen.scherm.alles)
    plannen.zoek()
    plannen.verander("Yusuf Warsame", "di 24 november")
    plannen.neem()
    fout = plannen.scherm.voorstel.fout
    assert fout.isVisible()
    assert "2" in fout.text()
    assert [kandidaat(store, i).sessie_id for i in ids] == [None, None, None]


def test_searching_can_be_stopped_and_what_comes_in_late_is_not_shown(
    pagina: Toetspagina, stad: Stad, qtbot: QtBot
) -> None:
    drie(stad)
    stad.sessie(MORGEN)
    plannen = pagina.plannen
    plannen.druk(plannen.scherm.alles)
    plannen.druk(plannen.scherm.zoek)
    blad = plannen.scherm.voorstel
    taak = blad._taak
    assert taak is not None
    assert blad.stop.text() == "Stop met zoeken"
    with qtbot.waitSignal(taak.klaar, timeout=20_000):
        plannen.druk(blad.stop)
        assert plannen.scherm.lijst.isVisible()
    assert plannen.plan == {}
    assert plannen.scherm.lijst.isVisible()


# --- inviting


@pytest.fixture
def met_plek(pagina: Toetspagina, stad: Stad, store: Store) -> SimpleNamespace:
    """One person in a sitting tomorrow."""
    dossier = stad.client(
        "Amina", "Haddad", spreektaal="ar", leestaal="ar", telefoon="06 12 34 56 78"
    )
    id_ = stad.kandidaat(dossier, uitlegtaal="ar")
    sessie = stad.sessie(MORGEN)
    toetsplanning.zet_in(store, id_, sessie)
    return SimpleNamespace(id=id_, sessie=sessie, plannen=pagina.plannen)


def test_the_whole_way_from_plan_to_letter_and_calendar(
    pagina: Toetspagina, stad: Stad, store: Store, tmp_path: Path, met_email: None
) -> None:
    stad.client("Amina", "Haddad", leestaal="ar", spreektaal="ar")
    stad.sessie(MORGEN)
    map_ = tmp_path / "brieven"
    map_.mkdir()
    plannen = pagina.plannen
    plannen.open("Amina Haddad")
    plannen.druk(plannen.scherm.aanmelding.bewaar)
    plannen.vink("Amina Haddad")
    plannen.zoek()
    plannen.neem()
    plannen.uitnodigen()
    assert len(plannen.genodigden) == 1
    assert plannen.genodigden[0].startswith("x Amina Haddad, di 24 november 2026, 09:30")
    plannen.map(map_)
    plannen.maak()
    (brief,) = map_.glob("*.pdf")
    (agenda,) = map_.glob("*.ics")
    assert "Haddad" not in brief.name
    tekst = "".join(blad.extract_text() for blad in PdfReader(brief).pages)
    assert "Amina Haddad" in tekst
    assert "09:30" in tekst
    kalender = icalendar.Calendar.from_ical(agenda.read_bytes())
    (item,) = kalender.walk("VEVENT")
    assert item.decoded("dtstart").isoformat() == "2026-11-24T09:30:00+01:00"
    assert b"Haddad" not in agenda.read_bytes()
    with store.lees() as sessie:
        (k,) = sessie.query(Kandidaat).all()
        assert k.status is Toetsstatus.UITGENODIGD
    assert plannen.genodigden == []
    assert "Iedereen met een plek is uitgenodigd." in leesbaar(plannen.scherm.uitnodigen)
    assert "Klaar: 1 brief en 1 agendabestand in brieven." in leesbaar(plannen.scherm.uitnodigen)


def test_without_an_address_of_the_sender_nothing_is_made(
    met_plek: SimpleNamespace, store: Store, tmp_path: Path
) -> None:
    map_ = tmp_path / "brieven"
    map_.mkdir()
    plannen = met_plek.plannen
    plannen.uitnodigen()
    plannen.map(map_)
    plannen.maak()
    blad = plannen.scherm.uitnodigen.papieren
    assert blad.email.fout.text() == "Dit is geen e-mailadres. Er hoort een @ en een punt in."
    assert list(map_.iterdir()) == []
    assert kandidaat(store, met_plek.id).status is Toetsstatus.GEPLAND


def test_a_folder_that_is_not_there_is_said_beside_it_and_nobody_is_invited(
    met_plek: SimpleNamespace, store: Store, tmp_path: Path, met_email: None
) -> None:
    plannen = met_plek.plannen
    plannen.uitnodigen()
    plannen.map(tmp_path / "nergens")
    plannen.maak()
    zin = "Deze map bestaat niet. Kies een andere map."
    assert plannen.scherm.uitnodigen.papieren.fout.text() == zin
    assert kandidaat(store, met_plek.id).status is Toetsstatus.GEPLAND


def test_papers_that_are_there_while_nobody_is_invited_are_said(
    met_plek: SimpleNamespace,
    store: Store,
    tmp_path: Path,
    met_email: None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def vol(*_a: object) -> None:
        raise SchijfVol

    monkeypatch.setattr(toetsplanning, "nodig_uit", vol)
    plannen = met_plek.plannen
    plannen.uitnodigen()
    plannen.map(tmp_path)
    plannen.maak()
    assert len(list(tmp_path.glob("*.pdf"))) == 1
    assert kandidaat(store, met_plek.id).status is Toetsstatus.GEPLAND
    zin = plannen.scherm.uitnodigen.papieren.klaar.text()
    assert zin.startswith("1 brief en 1 agendabestand staan in")
    assert "nog niet op ‘uitgenodigd’" in zin


def test_a_sitting_that_moved_asks_to_invite_again(met_plek: SimpleNamespace, store: Store) -> None:
    toetsplanning.nodig_uit(store, [met_plek.id])
    plannen = met_plek.plannen
    plannen.uitnodigen()
    assert plannen.genodigden == []
    toetsplanning.verzet_sessie(store, met_plek.sessie, MORGEN + WEEK, "13:00")
    (regel,) = plannen.genodigden
    assert "di 1 december 2026, 13:00" in regel
    assert "nodig opnieuw uit" in regel


def test_the_text_message_is_copied_in_both_languages(met_plek: SimpleNamespace) -> None:
    plannen = met_plek.plannen
    plannen.uitnodigen()
    sms = plannen.scherm.uitnodigen.sms
    plannen.druk(sms.kopieer_nederlands)
    tekst = QGuiApplication.clipboard().text()
    assert "09:30" in tekst
    assert "Haddad" not in tekst
    plannen.druk(sms.kopieer_eigen)
    assert sms.kopieer_eigen.text() == "Kopieer Arabisch"
    assert any("\u0600" <= teken <= "\u06ff" for teken in QGuiApplication.clipboard().text())


@pytest.mark.parametrize("hoe", ["afgemeld", "geweest"])
def test_who_does_not_come_or_has_been_is_not_to_be_invited(
    met_plek: SimpleNamespace, stad: Stad, store: Store, tmp_path: Path, met_email: None, hoe: str
) -> None:
    komt = stad.kandidaat(stad.client("Yusuf", "Warsame"))
    toetsplanning.zet_in(store, komt, met_plek.sessie)
    if hoe == "geweest":
        neem_af(store, met_plek.id)
    else:
        toetsuitslagen.op_de_dag(
            store, met_plek.id, lambda k, _nu: k.meld_aanwezigheid(Aanwezig.MET_AFMELDING)
        )
    plannen = met_plek.plannen
    plannen.uitnodigen()
    for welk in (Filter.NODIG, Filter.MORGEN, Filter.ALLES):
        plannen.filter(welk)
        (wie,) = plannen.genodigden
        assert wie.removeprefix("x ").startswith("Yusuf Warsame")
    plannen.filter(Filter.NODIG)
    plannen.map(tmp_path)
    plannen.maak()
    assert kandidaat(store, komt).status is Toetsstatus.UITGENODIGD


@pytest.mark.parametrize("waar", ["hier", "op een andere laptop"])
def test_who_was_invited_is_told_that_it_does_not_go_on(
    met_plek: SimpleNamespace, store: Store, stad: Stad, waar: str
) -> None:
    ander = stad.kandidaat(stad.client("Selam", "Tekle"))
    toetsplanning.zet_in(store, ander, met_plek.sessie)
    toetsplanning.nodig_uit(store, [met_plek.id])
    if waar == "hier":
        toetsplanning.zeg_af(store, met_plek.sessie, "Storing bij DUO")
    else:
        with store.work() as work:  # as it comes in by sync: the dossiers know nothing of it
            work.get(Toetssessie, met_plek.sessie).zeg_af("Storing bij DUO")
    plannen = met_plek.plannen
    plannen.uitnodigen()
    plannen.filter(Filter.AFGEZEGD)
    (regel,) = plannen.genodigden  # Selam never heard of it
    assert regel == "Amina Haddad, di 24 november 2026, 09:30 · 06 12 34 56 78 · gaat niet door"
    blad = plannen.scherm.uitnodigen
    assert "gaat niet door" in blad.sms.nederlands.toPlainText()
    assert not blad.papieren.isVisible()
    toetsplanning.zet_in(store, met_plek.id, stad.sessie(MORGEN + WEEK))
    assert plannen.genodigden == []
    assert "Iedereen die was uitgenodigd, heeft een plek." in leesbaar(blad)
    plannen.filter(Filter.NODIG)
    assert blad.papieren.isVisible()


def test_tomorrow_has_a_list_to_call(
    met_plek: SimpleNamespace, tmp_path: Path, store: Store, stad: Stad
) -> None:
    ander = stad.kandidaat(stad.client("Selam", "Tekle"))
    toetsplanning.zet_in(store, ander, stad.sessie(MORGEN + WEEK))
    map_ = tmp_path / "lijst"
    map_.mkdir()
    plannen = met_plek.plannen
    plannen.uitnodigen()
    plannen.filter(Filter.MORGEN)
    (regel,) = plannen.genodigden
    assert regel.startswith("Amina Haddad")
    assert "morgen" in plannen.scherm.uitnodigen.sms.nederlands.toPlainText().lower()
    plannen.map(map_)
    plannen.maak()
    (pad,) = map_.iterdir()
    assert pad.name == "herinneren-toets-2026-11-24.pdf"
    assert "06 12 34 56 78" in "".join(b.extract_text() for b in PdfReader(pad).pages)
    assert kandidaat(store, met_plek.id).uitgenodigd_op is None


# --- looks


@pytest.mark.parametrize(("breed", "hoog"), [(1024, 600), (1366, 768), (1920, 1080)])
def test_it_fits_and_every_field_has_a_name(
    qtbot: QtBot, werkplek: Werkplek, stad: Stad, store: Store, breed: int, hoog: int
) -> None:
    for voor, achter in (("Mohammad Reza", "Hosseini-Nadjafabadi"), ("Selam", "Tekle")):
        id_ = stad.kandidaat(stad.client(voor, achter), bril=True, gehoor=True, handen=True)
    toetsplanning.zet_in(store, id_, stad.sessie(MORGEN))
    pagina = Toetspagina(qtbot, werkplek, breed, hoog)
    plannen = pagina.plannen

    def past() -> None:
        qtbot.wait(1)
        assert (pagina.scherm.width(), pagina.scherm.height()) == (breed, hoog)
        assert zonder_naam(pagina.scherm) == []

    past()
    plannen.open("Mohammad Reza Hosseini-Nadjafabadi")
    past()
    pagina.escape()
    plannen.uitnodigen()
    past()
