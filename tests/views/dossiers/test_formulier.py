"""Making and changing a dossier through the form."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.models.dossier import (
    Alfabetisering,
    Dossier,
    GedetailleerdeDoelgroep,
    Indeling,
    Medewerker,
    Relatie,
    Rol,
)
from desktop.store.fouten import SchijfVol
from desktop.store.store import Store
from desktop.views.werkplek import Werkplek
from tests.pagina.dossierformulier import Formulierpagina
from tests.pagina.toegankelijk import (
    bedienbaar,
    gesproken_naam,
    gesproken_toelichting,
    niet_te_bereiken,
    tabronde,
    zonder_naam,
)

OpenForm = Callable[..., Formulierpagina]
Stored = Callable[..., Dossier]

BSN_ZIN = "Dit BSN kan niet kloppen. Kijk of er twee cijfers zijn omgewisseld."


def aantal_dossiers(store: Store) -> int:
    with store.lees() as sessie:
        return sessie.query(Dossier).count()


# Making


def test_a_single_name_is_enough(
    qtbot: QtBot, formulier: OpenForm, opgeslagen: Stored, store: Store
) -> None:
    form = formulier()
    with qtbot.waitSignal(form.scherm.bewaard) as signaal:
        form.typ("voornamen", "Suharto").bewaar()
    dossier = opgeslagen()
    assert signaal.args == [dossier.id]
    assert dossier.naam == "Suharto"
    assert dossier.klantmanager_id == store.gebruiker_id
    assert dossier.gemeente == "0171"


def test_a_family_name_alone_is_enough_too(formulier: OpenForm, opgeslagen: Stored) -> None:
    formulier().typ("achternaam", "Yıldız").bewaar()
    assert opgeslagen().naam == "Yıldız"


def test_without_a_name_the_form_says_so(formulier: OpenForm, store: Store) -> None:
    form = formulier().bewaar()
    assert form.zinnen == {"voornamen": "Schrijf een naam op. Eén naam is genoeg."}
    assert form.voetregel == "Kijk 1 veld nog eens na. De rest blijft staan."
    assert aantal_dossiers(store) == 0


@pytest.mark.parametrize(
    ("getypt", "bewaard", "getoond"),
    [
        ("mei 1990", "1990-05", "mei 1990"),
        ("1990", "1990", "1990"),
        ("5-1990", "1990-05", "mei 1990"),
        ("31-5-1990", "1990-05-31", "31-05-1990"),
    ],
)
def test_a_partial_date_of_birth_is_kept_as_partial(
    formulier: OpenForm, opgeslagen: Stored, getypt: str, bewaard: str, getoond: str
) -> None:
    formulier().typ("voornamen", "Amina").typ("geboortedatum", getypt).bewaar()
    dossier = opgeslagen()
    assert dossier.geboortedatum == bewaard
    assert formulier(dossier.id).staat_in("geboortedatum") == getoond


@pytest.mark.parametrize("getypt", ["012345672", "12345672", "012 345 672"])
def test_a_bsn_keeps_its_leading_zero(formulier: OpenForm, opgeslagen: Stored, getypt: str) -> None:
    formulier().typ("voornamen", "Amina").typ("bsn", getypt).bewaar()
    dossier = opgeslagen()
    assert dossier.bsn == "012345672"
    assert formulier(dossier.id).staat_in("bsn") == "012345672"


def test_every_field_of_the_form_is_stored(formulier: OpenForm, opgeslagen: Stored) -> None:
    form = formulier()
    (
        form.typ("voornamen", "Ayşe Nur")
        .typ("achternaam", "Yıldız")
        .typ("geboortedatum", "1988")
        .typ("nationaliteit", "Turkije")
        .typ("v_nummer", "V 1234567890")
        .typ("telefoon", "06 12345678")
        .typ("email", "ayse@voorbeeld.nl")
        .typ("adres", "azc Luttelgeest")
        .typ("datum_koppeling", "1-9-2026")
        .typ("datum_kennisgeving", "2-10-2026")
        .typ("datum_brp", "3-10-2026")
        .typ("datum_huisvesting", "4-11-2026")
        .kies("gemeente", "Urk (0184)")
        .kies("alfabetisering", "Leest een ander schrift (AA)")
        .bewaar()
    )
    assert form.zinnen == {}
    d = opgeslagen()
    assert (d.voornamen, d.achternaam, d.geboortedatum) == ("Ayşe Nur", "Yıldız", "1988")
    assert (d.nationaliteit, d.v_nummer, d.gemeente) == ("TR", "1234567890", "0184")
    assert (d.telefoon, d.email, d.adres) == ("06 12345678", "ayse@voorbeeld.nl", "azc Luttelgeest")
    assert d.datum_koppeling == date(2026, 9, 1)
    assert d.datum_kennisgeving == date(2026, 10, 2)
    assert d.datum_brp == date(2026, 10, 3)
    assert d.datum_huisvesting == date(2026, 11, 4)
    assert d.alfabetisering is Alfabetisering.AA


def test_spoken_language_dialect_and_reading_language_are_three_things(
    formulier: OpenForm, opgeslagen: Stored
) -> None:
    form = formulier().typ("voornamen", "Amina").typ("spreektaal", "arabisch")
    assert "Soedanees" in form.keuzes("dialect")
    form.typ("dialect", "Soedanees").typ("leestaal", "Engels").bewaar()
    dossier = opgeslagen()
    assert (dossier.spreektaal, dossier.dialect, dossier.leestaal) == ("ar", "Soedanees", "en")
    weer = formulier(dossier.id)
    assert weer.staat_in("spreektaal") == "Arabisch"
    assert weer.staat_in("dialect") == "Soedanees"
    assert weer.staat_in("leestaal") == "Engels"


def test_a_language_that_is_in_no_list_is_kept_as_typed(
    formulier: OpenForm, opgeslagen: Stored
) -> None:
    formulier().typ("voornamen", "Amina").typ("spreektaal", "Bilen").bewaar()
    dossier = opgeslagen()
    assert dossier.spreektaal == "Bilen"
    assert formulier(dossier.id).staat_in("spreektaal") == "Bilen"


def test_the_doelgroep_has_a_dated_history(formulier: OpenForm, opgeslagen: Stored) -> None:
    form = formulier().typ("voornamen", "Amina").doelgroep_erbij()
    form.typ("doelgroepen.0.vanaf", "1-2-2025").kies(
        "doelgroepen.0.indeling", "Gezinsmigrant en overige migrant"
    ).kies("doelgroepen.0.gedetailleerd", "Gezinsvormer")
    form.doelgroep_erbij().typ("doelgroepen.1.vanaf", "15-6-2026").kies(
        "doelgroepen.1.indeling", "Asielstatushouder"
    )
    form.bewaar()
    dossier = opgeslagen()
    assert [(d.vanaf, d.indeling, d.gedetailleerd) for d in dossier.doelgroepen] == [
        (date(2025, 2, 1), Indeling.GEZINSMIGRANT, GedetailleerdeDoelgroep.GEZINSVORMER),
        (date(2026, 6, 15), Indeling.ASIELSTATUSHOUDER, None),
    ]
    weer = formulier(dossier.id)
    assert weer.staat_in("doelgroepen.0.vanaf") == "01-02-2025"
    assert weer.staat_in("doelgroepen.1.indeling") == "Asielstatushouder"


def test_a_doelgroep_row_that_cannot_be_right_says_so_in_the_row(formulier: OpenForm) -> None:
    form = formulier().typ("voornamen", "Amina").doelgroep_erbij().doelgroep_erbij()
    form.typ("doelgroepen.0.vanaf", "1-2-2025").kies("doelgroepen.0.indeling", "Asielstatushouder")
    form.typ("doelgroepen.1.vanaf", "1-2-2025").bewaar()
    assert form.zinnen == {
        "doelgroepen.1.vanaf": "Deze dag staat er al. Kies een andere of haal een rij weg.",
        "doelgroepen.1.indeling": "Kies de doelgroep.",
    }
    form.typ("doelgroepen.1.vanaf", "mei 2025").bewaar()
    assert form.zin_bij("doelgroepen.1.vanaf").startswith("Schrijf de hele datum")


def test_household_members_are_kept_in_their_order(formulier: OpenForm, opgeslagen: Stored) -> None:
    form = formulier().typ("voornamen", "Amina")
    for n, (naam, relatie, jaar) in enumerate(
        (("Dawit", "Partner", "1985"), ("Sara", "Kind", ""), ("Oom", "Iemand anders", "1960"))
    ):
        form.huisgenoot_erbij().typ(f"huisgenoten.{n}.naam", naam).kies(
            f"huisgenoten.{n}.relatie", relatie
        ).typ(f"huisgenoten.{n}.geboortejaar", jaar)
    form.bewaar()
    dossier = opgeslagen()
    assert [(h.naam, h.relatie, h.geboortejaar) for h in dossier.huisgenoten] == [
        ("Dawit", Relatie.PARTNER, 1985),
        ("Sara", Relatie.KIND, None),
        ("Oom", Relatie.ANDERS, 1960),
    ]
    formulier(dossier.id).huisgenoot_weg(1).bewaar()
    assert [h.naam for h in opgeslagen(dossier.id).huisgenoten] == ["Dawit", "Oom"]


def test_an_empty_row_is_no_household_member(formulier: OpenForm, opgeslagen: Stored) -> None:
    formulier().typ("voornamen", "Amina").huisgenoot_erbij().doelgroep_erbij().bewaar()
    assert opgeslagen().huisgenoten == []
    assert opgeslagen().doelgroepen == []


def test_a_wrong_household_row_says_so_in_the_row(formulier: OpenForm) -> None:
    form = formulier().typ("voornamen", "Amina").huisgenoot_erbij()
    form.typ("huisgenoten.0.naam", "Sara").typ("huisgenoten.0.geboortejaar", "2091").bewaar()
    assert form.zinnen == {
        "huisgenoten.0.relatie": "Kies wie dit is voor de cliënt.",
        "huisgenoten.0.geboortejaar": "Schrijf een jaar van 1900 tot en met 2026.",
    }
    assert form.staat_in("huisgenoten.0.naam") == "Sara"


# What cannot be right


def test_a_wrong_bsn_gets_a_sentence_and_everything_typed_stays(
    formulier: OpenForm, opgeslagen: Stored, store: Store
) -> None:
    form = formulier().typ("voornamen", "Amina").typ("achternaam", "Abdi")
    form.typ("geboortedatum", "mei 1990").typ("bsn", "123456789").typ("spreektaal", "Tigrinya")
    form.huisgenoot_erbij().typ("huisgenoten.0.naam", "Sara").kies("huisgenoten.0.relatie", "Kind")
    voor = form.alles
    form.bewaar()
    assert form.zinnen == {"bsn": BSN_ZIN}
    assert form.alles == voor
    assert form.veld_met_focus == "bsn"
    assert aantal_dossiers(store) == 0

    form.typ("bsn", "111222333")
    assert form.zinnen == {}, "typing anew takes the sentence away"
    assert form.voetregel == ""
    form.bewaar()
    assert opgeslagen().bsn == "111222333"


@pytest.mark.parametrize(
    ("veld", "getypt", "begin"),
    [
        ("bsn", "1234", "Een BSN heeft 9 cijfers."),
        ("bsn", "12345678a", "Een BSN heeft 9 cijfers."),
        ("v_nummer", "123", "Een V-nummer heeft 10 cijfers."),
        ("geboortedatum", "31-2-1990", "Dit is geen datum."),
        ("geboortedatum", "gisteren", "Dit is geen datum."),
        ("geboortedatum", "2031", "Deze datum ligt in de toekomst."),
        ("email", "amina", "Dit is geen e-mailadres."),
        ("telefoon", "thuis", "Schrijf het telefoonnummer met cijfers"),
        ("datum_kennisgeving", "mei 2026", "Schrijf de hele datum"),
    ],
)
def test_wrong_input_gets_its_sentence_beside_the_field(
    formulier: OpenForm, store: Store, veld: str, getypt: str, begin: str
) -> None:
    form = formulier().typ("voornamen", "Amina").typ(veld, getypt).bewaar()
    assert list(form.zinnen) == [veld]
    assert form.zin_bij(veld).startswith(begin)
    assert form.staat_in(veld) == getypt
    assert form.veld_met_focus == veld
    assert aantal_dossiers(store) == 0


def test_all_wrong_fields_are_told_at_once_and_the_cursor_goes_to_the_first(
    formulier: OpenForm,
) -> None:
    form = formulier().typ("voornamen", "Amina").typ("email", "x").typ("v_nummer", "1")
    form.typ("bsn", "1").bewaar()
    assert set(form.zinnen) == {"bsn", "v_nummer", "email"}
    assert form.voetregel == "Kijk 3 velden nog eens na. De rest blijft staan."
    assert form.veld_met_focus == "bsn"


def test_the_hint_is_spoken_until_the_sentence_takes_its_place(formulier: OpenForm) -> None:
    form = formulier().typ("voornamen", "Amina")
    bsn = form.veld("bsn").invoer
    assert gesproken_toelichting(bsn) == "9 cijfers. Mag later."
    form.typ("bsn", "123456789").bewaar()
    assert gesproken_toelichting(bsn) == BSN_ZIN
    form.typ("bsn", "1")
    assert gesproken_toelichting(bsn) == "9 cijfers. Mag later."


def test_a_dossier_cannot_be_without_a_klantmanager(
    store: Store, formulier: OpenForm, opgeslagen: Stored
) -> None:
    with store.work() as work:
        ik = Medewerker(naam="Toos Toets", gemeente="0171", rol=Rol.TOETSBEGELEIDER)
        work.voeg_toe(ik)
    store.word(ik.id)
    form = formulier().typ("voornamen", "Amina").bewaar()
    assert form.zinnen == {
        "klantmanager_id": "Kies de klantmanager. Elk dossier heeft één vaste contactpersoon."
    }
    assert form.keuzes("klantmanager_id") == ["Anneke de Boer"]
    assert "nodig" in form.veld("klantmanager_id").label.text()
    form.kies("klantmanager_id", "Anneke de Boer").bewaar()
    assert opgeslagen().klantmanager.naam == "Anneke de Boer"


def test_a_full_disk_is_told_and_everything_typed_stays(
    qtbot: QtBot,
    store: Store,
    werkplek: Werkplek,
    formulier: OpenForm,
    opgeslagen: Stored,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    form = formulier().typ("voornamen", "Amina").typ("bsn", "111222333")
    voor = form.alles

    def vol(*_alles: Any, **_namen: Any) -> Any:
        raise SchijfVol

    with monkeypatch.context() as even:
        even.setattr(store, "work", vol)
        with (
            qtbot.assertNotEmitted(form.scherm.bewaard),
            qtbot.waitSignal(werkplek.melding) as melding,
        ):
            form.bewaar()
    assert melding.args[0].startswith("De schijf is vol.")
    assert form.alles == voor
    form.bewaar()
    assert opgeslagen().bsn == "111222333"


# Changing


def test_a_dossier_is_changed_through_the_same_form(
    maak_dossier: Callable[..., str], formulier: OpenForm, opgeslagen: Stored
) -> None:
    id_ = maak_dossier("Tesfay", "Gebremedhin", bsn="012345672", geboortedatum="1990-05")
    form = formulier(id_)
    assert form.scherm.titel.text() == "Tesfay Gebremedhin"
    assert form.staat_in("geboortedatum") == "mei 1990"
    form.typ("achternaam", "Ghebremedhin").typ("bsn", "").bewaar()
    dossier = opgeslagen(id_)
    assert dossier.naam == "Tesfay Ghebremedhin"
    assert dossier.bsn is None
    assert dossier.geboortedatum == "1990-05"


def test_what_came_in_elsewhere_stays_when_another_field_is_saved(
    store: Store, maak_dossier: Callable[..., str], formulier: OpenForm, opgeslagen: Stored
) -> None:
    id_ = maak_dossier()
    form = formulier(id_)
    with store.work() as work:
        work.get(Dossier, id_).adres = "Urk"
    form.typ("telefoon", "06 12345678").bewaar()
    dossier = opgeslagen(id_)
    assert (dossier.adres, dossier.telefoon) == ("Urk", "06 12345678")


def test_saving_an_unchanged_dossier_changes_nothing(
    store: Store, maak_dossier: Callable[..., str], formulier: OpenForm
) -> None:
    id_ = maak_dossier()
    voor = len(store.historie("dossier", id_))
    formulier(id_).bewaar()
    assert len(store.historie("dossier", id_)) == voor


def test_a_dossier_that_is_gone_says_so_and_the_text_stays(
    qtbot: QtBot,
    store: Store,
    werkplek: Werkplek,
    maak_dossier: Callable[..., str],
    formulier: OpenForm,
) -> None:
    id_ = maak_dossier()
    form = formulier(id_).typ("adres", "Urk")
    with store.work() as work:
        work.verwijder(work.get(Dossier, id_))
    with qtbot.waitSignal(werkplek.melding) as melding:
        form.bewaar()
    assert melding.args[0].startswith("Dit dossier is er niet meer.")
    assert form.staat_in("adres") == "Urk"


# Likely duplicates


@pytest.mark.parametrize(
    "velden",
    [
        {"voornamen": "Muhammad", "achternaam": "Al Hassan"},
        {"voornamen": "Hassan", "achternaam": "Mohamed Al"},
        {"voornamen": "Iemand", "bsn": "111222333"},
        {"voornamen": "Iemand", "v_nummer": "1234567890"},
    ],
)
def test_a_likely_duplicate_is_shown_before_a_second_dossier_is_kept(
    store: Store,
    maak_dossier: Callable[..., str],
    formulier: OpenForm,
    velden: dict[str, str],
) -> None:
    maak_dossier(
        "Mohammed", "Al-Hassan", geboortedatum="1990", bsn="111222333", v_nummer="1234567890"
    )
    form = formulier()
    for veld, tekst in velden.items():
        form.typ(veld, tekst)
    form.bewaar()
    assert form.dubbelen == ["Mohammed Al-Hassan"]
    assert aantal_dossiers(store) == 1


def test_another_birth_year_is_somebody_else(
    store: Store, maak_dossier: Callable[..., str], formulier: OpenForm
) -> None:
    maak_dossier("Mohammed", "Al-Hassan", geboortedatum="1990")
    form = formulier().typ("voornamen", "Mohammed").typ("achternaam", "Al-Hassan")
    form.typ("geboortedatum", "1991").bewaar()
    assert form.dubbelen == []
    assert aantal_dossiers(store) == 2


def test_from_the_question_one_goes_to_the_existing_dossier(
    qtbot: QtBot, store: Store, maak_dossier: Callable[..., str], formulier: OpenForm
) -> None:
    id_ = maak_dossier("Suharto", "", geboortedatum="1990")
    form = formulier().typ("voornamen", "Suharto").bewaar()
    assert form.dubbelen == ["Suharto"]
    assert form.scherm.dubbel.knoppen[0].hasFocus(), "the safe way is under Enter"
    with qtbot.waitSignal(form.scherm.open_dossier) as signaal:
        qtbot.keyClick(form.scherm.dubbel.knoppen[0], Qt.Key.Key_Return)
    assert signaal.args == [id_]
    assert aantal_dossiers(store) == 1


def test_who_is_sure_keeps_a_second_dossier(
    qtbot: QtBot, store: Store, maak_dossier: Callable[..., str], formulier: OpenForm
) -> None:
    eerste = maak_dossier("Suharto", "")
    form = formulier().typ("voornamen", "Suharto").bewaar()
    assert form.knop_anders == "Toch een nieuw dossier maken"
    with qtbot.waitSignal(form.scherm.bewaard) as signaal:
        form.is_iemand_anders()
    assert signaal.args != [eerste]
    assert aantal_dossiers(store) == 2


def test_the_question_already_comes_while_typing(
    store: Store, maak_dossier: Callable[..., str], formulier: OpenForm
) -> None:
    maak_dossier("Mohammed", "Al-Hassan", geboortedatum="1990")
    form = formulier().typ("voornamen", "Muhammad").verlaat()
    assert form.dubbelen == []
    form.typ("achternaam", "Alhassan").verlaat()
    assert form.dubbelen == []
    form.typ("achternaam", "Al-Hassan").verlaat()
    assert form.dubbelen == ["Mohammed Al-Hassan"]
    assert form.knop_anders == "Nee, dit is iemand anders"
    form.is_iemand_anders()
    assert form.dubbelen == []
    form.bewaar()
    assert aantal_dossiers(store) == 2, "one answer is enough"


def test_the_question_shows_no_bsn(maak_dossier: Callable[..., str], formulier: OpenForm) -> None:
    maak_dossier("Suharto", "", bsn="111222333", geboortedatum="1990")
    form = formulier().typ("voornamen", "Suharto").bewaar()
    (wie,) = form.scherm.dubbel.regels
    zin = form.scherm.dubbel._bijschrift(wie)
    assert "geboren 1990" in zin
    assert "klantmanager Anneke de Boer" in zin
    assert "111222333" not in zin


# The draft


def bewaard_concept(store: Store, van: str = "nieuw") -> str | None:
    return store.lokaal(f"concept:dossier:{van}")


def test_a_half_typed_form_is_there_again_after_a_restart(
    qtbot: QtBot, store: Store, formulier: OpenForm
) -> None:
    form = formulier().typ("voornamen", "Amina").typ("bsn", "12345").huisgenoot_erbij()
    form.typ("huisgenoten.0.naam", "Sara")
    qtbot.waitUntil(lambda: "Sara" in (bewaard_concept(store) or ""))
    weer = formulier()
    assert weer.zegt_concept
    assert weer.staat_in("voornamen") == "Amina"
    assert weer.staat_in("bsn") == "12345"
    assert weer.staat_in("huisgenoten.0.naam") == "Sara"


def test_a_draft_of_a_change_lies_over_what_is_stored_now(
    qtbot: QtBot, store: Store, maak_dossier: Callable[..., str], formulier: OpenForm
) -> None:
    id_ = maak_dossier()
    formulier(id_).typ("adres", "Urk")
    qtbot.waitUntil(lambda: "Urk" in (bewaard_concept(store, id_) or ""))
    with store.work() as work:
        work.get(Dossier, id_).telefoon = "0527 63 39 11"
    weer = formulier(id_)
    assert weer.staat_in("adres") == "Urk"
    assert weer.staat_in("telefoon") == "0527 63 39 11"


def test_leaving_the_form_keeps_the_draft_and_each_dossier_has_its_own(
    store: Store, maak_dossier: Callable[..., str], formulier: OpenForm
) -> None:
    een, ander = maak_dossier(), maak_dossier("Amina", "Abdi")
    form = formulier(een).typ("adres", "Urk")
    form.scherm.knop_terug.click()
    form.scherm.open(ander)
    assert not form.zegt_concept
    assert form.staat_in("adres") == ""
    form.scherm.open(een)
    assert form.zegt_concept
    assert form.staat_in("adres") == "Urk"


def test_beginning_anew_throws_the_draft_away(store: Store, formulier: OpenForm) -> None:
    formulier().typ("voornamen", "Amina").scherm.knop_terug.click()
    form = formulier()
    form.begin_opnieuw()
    assert form.staat_in("voornamen") == ""
    assert not form.zegt_concept
    assert bewaard_concept(store) is None
    assert form.veld_met_focus == "voornamen"


def test_a_kept_dossier_leaves_no_draft(store: Store, formulier: OpenForm) -> None:
    form = formulier().typ("voornamen", "Amina")
    form.scherm.knop_terug.click()
    assert bewaard_concept(store) is not None
    form.bewaar()
    assert bewaard_concept(store) is None
    assert not formulier().zegt_concept


# Keyboard and screen reader


def test_the_form_begins_with_what_was_searched_for(formulier: OpenForm) -> None:
    form = formulier(beginnaam="rahel tekle")
    assert (form.staat_in("voornamen"), form.staat_in("achternaam")) == ("Rahel", "Tekle")
    assert form.veld_met_focus == "geboortedatum"
    assert formulier(beginnaam="111222333").staat_in("bsn") == "111222333"
    assert formulier(beginnaam="V1234567890").staat_in("v_nummer") == "1234567890"


def test_everything_in_the_form_has_a_name_and_tab_reaches_it(
    qtbot: QtBot, maak_dossier: Callable[..., str], formulier: OpenForm
) -> None:
    maak_dossier("Suharto", "")
    form = formulier().typ("voornamen", "Suharto").huisgenoot_erbij().huisgenoot_erbij()
    form.doelgroep_erbij()
    form.scherm.knop_terug.click()
    form.scherm.open(None)
    form.bewaar()
    assert form.dubbelen
    assert form.zegt_concept
    scherm = form.scherm
    qtbot.waitUntil(scherm.blad.huisgenoten.rijen[-1].isVisible)
    assert len(bedienbaar(scherm)) > 30
    assert zonder_naam(scherm) == []
    assert niet_te_bereiken(qtbot, scherm, form.veld("voornamen").invoer) == []


def test_tab_walks_the_fields_in_the_order_of_the_page(qtbot: QtBot, formulier: OpenForm) -> None:
    form = formulier().huisgenoot_erbij().doelgroep_erbij()
    rond = tabronde(qtbot, form.veld("voornamen").invoer)
    volgorde = [veld.invoer for veld in form.scherm.blad._alle().values()]
    assert [w for w in rond if w in volgorde] == volgorde
    assert tabronde(qtbot, volgorde[0], terug=True) == [rond[0], *reversed(rond[1:])]


def test_rows_say_which_row_they_are(formulier: OpenForm) -> None:
    form = formulier().huisgenoot_erbij().huisgenoot_erbij()
    assert gesproken_naam(form.veld("huisgenoten.1.naam").invoer) == "Naam, rij 2"
    weg = form.scherm.blad.huisgenoten.rijen[1].knop_weg
    assert gesproken_naam(weg) == "Huisgenoot 2 weghalen"


def test_the_whole_form_works_without_a_mouse(
    qtbot: QtBot, formulier: OpenForm, opgeslagen: Stored
) -> None:
    form = formulier()
    assert form.veld_met_focus == "voornamen"
    qtbot.keyClicks(form.veld("voornamen").invoer, "Amina")
    form.verlaat()
    assert form.veld_met_focus == "achternaam"
    erbij = form.scherm.blad.huisgenoten.knop_erbij
    erbij.setFocus()
    qtbot.keyClick(erbij, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: form.veld_met_focus == "huisgenoten.0.naam")
    form.typ("huisgenoten.0.naam", "Sara").kies("huisgenoten.0.relatie", "Kind")
    form.scherm.knop_bewaar.setFocus()
    qtbot.keyClick(form.scherm.knop_bewaar, Qt.Key.Key_Return)
    assert [h.naam for h in opgeslagen().huisgenoten] == ["Sara"]


def test_ctrl_s_keeps_and_escape_goes_back(
    qtbot: QtBot, formulier: OpenForm, opgeslagen: Stored
) -> None:
    form = formulier().typ("voornamen", "Amina")
    with qtbot.waitSignal(form.scherm.terug):
        qtbot.keyClick(form.veld("voornamen").invoer, Qt.Key.Key_Escape)
    qtbot.keyClick(form.veld("voornamen").invoer, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert opgeslagen().naam == "Amina"


def test_the_wheel_over_a_list_changes_nothing(qtbot: QtBot, formulier: OpenForm) -> None:
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QApplication

    form = formulier()
    voor = form.staat_in("gemeente")
    lijst = form.veld("gemeente").invoer
    midden = QPointF(lijst.rect().center())
    draai = QWheelEvent(
        midden,
        QPointF(lijst.mapToGlobal(lijst.rect().center())),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(lijst, draai)
    assert form.staat_in("gemeente") == voor
