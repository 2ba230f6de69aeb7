"""The conflict screen: reading what everybody said, choosing, and going on."""

from __future__ import annotations

import logging

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.models.antwoord import Wijze
from desktop.models.dossier import Dossier, Huisgenoot, Medewerker, Relatie, Rol
from desktop.models.spoor import Inzagesoort
from desktop.store import samen
from desktop.views.werkplek import Werkplek
from tests.pagina.toegankelijk import bedienbaar, niet_te_bereiken, zonder_naam
from tests.store.laptops import Laptop, breng, rijen, van, wissel
from tests.views.conflicten.conftest import Tonen


@pytest.fixture
def adressen(anneke: Laptop, piet: Laptop) -> str:
    """One dossier with two addresses."""
    id_ = anneke.dossier()
    wissel(anneke, piet)
    anneke.zet(Dossier, id_, adres="azc Luttelgeest")
    piet.zet(Dossier, id_, adres="Zuiderkade 3")
    wissel(anneke, piet)
    return id_


@pytest.fixture
def samira(drie: tuple[Laptop, Laptop, Laptop], adressen: str) -> Laptop:
    """Has the dossier as it was before anybody changed the address."""
    anneke, _, samira = drie
    breng(samira.store, [rij for rij in rijen(anneke.store) if rij[5] != "adres"])
    samira.later(hours=2)
    return samira


@pytest.fixture
def drie_verschillen(anneke: Laptop, piet: Laptop) -> tuple[str, str]:
    """Abel with an address, Zaid with two questions: dossiers of both."""
    zaid, abel = anneke.dossier("Zaid", "Zamani"), anneke.dossier("Abel", "Abebe")
    intake = anneke.intake(zaid)
    wissel(anneke, piet)
    for laptop, adres, soms, waar in (
        (anneke, "Urk", "soms", "azc"),
        (piet, "Ens", "elke-dag", "eigen-huis"),
    ):
        laptop.zet(Dossier, abel, adres=adres)
        laptop.antwoord(intake, "SP03", soms, wijze=Wijze.TOLK)
        laptop.antwoord(intake, "WO01", waar)
    wissel(anneke, piet)
    return abel, zaid


def test_both_values_who_when_how_and_where(anneke: Laptop, piet: Laptop, toon: Tonen) -> None:
    intake = anneke.intake(anneke.dossier())
    wissel(anneke, piet)
    anneke.antwoord(intake, "SP03", "soms", wijze=Wijze.TOLK)
    piet.antwoord(intake, "SP03", "elke-dag", wijze=Wijze.NEDERLANDS)
    wissel(anneke, piet)
    pagina = toon()
    assert pagina.boven == "Tesfay Gebremedhin  ·  Sociale participatie"
    assert pagina.titel == "Vraag SP03: Hoe vaak hoor of spreek je Nederlands?"
    assert pagina.woorden(1) == [
        "1",
        "Dit staat er nu",
        "Elke dag",
        "Piet Jansen",
        "maandag 23 november, 11:00",
        "In het Nederlands",
        "op een andere laptop",
    ]
    assert pagina.woorden(2) == [
        "2",
        "Soms",
        "Anneke de Boer",
        "maandag 23 november, 10:00",
        "Via de tolk",
        "op deze laptop",
    ]


def test_a_click_chooses_and_goes_on_to_the_next(
    drie_verschillen: tuple[str, str], anneke: Laptop, toon: Tonen
) -> None:
    abel, _ = drie_verschillen
    pagina = toon()
    assert pagina.telling == "3 verschillen"
    assert pagina.lijst == [
        "Abel Abebe",
        "Adres",
        "Zaid Zamani",
        "Vraag SP03: Hoe vaak hoor of spreek je Nederlands?",
        "Vraag WO01: Waar woon je nu?",
    ]
    assert pagina.titel == pagina.aangewezen == "Adres"
    pagina.kies_van("Anneke de Boer")
    assert anneke.lees(Dossier, abel, "adres") == "Urk"
    assert pagina.telling == "2 verschillen"
    assert pagina.titel == pagina.aangewezen
    assert pagina.titel == "Vraag SP03: Hoe vaak hoor of spreek je Nederlands?"
    assert pagina.bericht == "Bewaard bij ‘Adres’."
    assert pagina.kaarten[0].hasFocus(), "the keyboard goes on too"


def test_the_whole_list_with_the_keyboard(
    drie_verschillen: tuple[str, str], anneke: Laptop, toon: Tonen
) -> None:
    pagina = toon()
    assert pagina.kaarten[0].hasFocus()
    pagina.toets(Qt.Key.Key_Right)
    assert pagina.kaarten[1].hasFocus()
    pagina.toets(Qt.Key.Key_Right)
    assert pagina.kaarten[1].hasFocus(), "there is no third"
    pagina.toets(Qt.Key.Key_Left)
    assert pagina.kaarten[0].hasFocus()
    pagina.toets(Qt.Key.Key_Right)
    pagina.toets(Qt.Key.Key_Return)
    assert anneke.lees(Dossier, drie_verschillen[0], "adres") == "Urk"
    pagina.toets(Qt.Key.Key_2)
    pagina.toets(Qt.Key.Key_1)
    assert pagina.leeg
    assert anneke.conflicten() == []
    assert pagina.met_focus is pagina.scherm.goed.knop


def test_a_digit_that_no_version_has_does_nothing(qtbot: QtBot, adressen: str, toon: Tonen) -> None:
    pagina = toon()
    pagina.toets(Qt.Key.Key_3)
    pagina.toets(Qt.Key.Key_0)
    qtbot.keyClicks(pagina.met_focus, "²")
    assert pagina.telling == "1 verschil"


def test_digits_and_enter_work_from_the_list(
    drie_verschillen: tuple[str, str], anneke: Laptop, toon: Tonen
) -> None:
    pagina = toon()
    pagina.scherm.lijst.setFocus()
    pagina.toets(Qt.Key.Key_Down)
    assert pagina.titel == "Vraag SP03: Hoe vaak hoor of spreek je Nederlands?"
    pagina.toets(Qt.Key.Key_Up)
    assert pagina.titel == "Adres", "the name of a dossier is passed over"
    pagina.toets(Qt.Key.Key_Return)
    assert pagina.kaarten[0].hasFocus()
    pagina.scherm.lijst.setFocus()
    pagina.toets(Qt.Key.Key_2)
    assert anneke.lees(Dossier, drie_verschillen[0], "adres") == "Urk"


def test_clicking_a_line_opens_it(drie_verschillen: tuple[str, str], toon: Tonen) -> None:
    pagina = toon()
    pagina.open("Vraag WO01: Waar woon je nu?")
    assert pagina.titel == "Vraag WO01: Waar woon je nu?"
    assert [pagina.woorden(n)[1:3] for n in (1, 2)] == [
        ["Dit staat er nu", "Eigen huis"],
        ["In het azc", "Anneke de Boer"],
    ]


def test_one_dossier_only(drie_verschillen: tuple[str, str], toon: Tonen) -> None:
    pagina = toon(drie_verschillen[1])
    assert pagina.telling == "2 verschillen"
    assert "Abel Abebe" not in pagina.lijst
    assert pagina.boven.startswith("Zaid Zamani")


def test_another_version_after_all(adressen: str, anneke: Laptop, toon: Tonen) -> None:
    pagina = toon()
    pagina.kies_van("Anneke de Boer")
    assert pagina.leeg
    assert pagina.scherm.goed.gekozen.text() == "Bewaard bij ‘Adres’."
    pagina.qtbot.mouseClick(pagina.scherm.goed.knop_anders, Qt.MouseButton.LeftButton)
    assert not pagina.leeg
    assert pagina.merken == ["", "Door jou gekozen"]
    assert not pagina.scherm.lijst.isVisible(), "nothing is left to go to"
    pagina.kies_van("Piet Jansen")
    assert anneke.lees(Dossier, adressen, "adres") == "Zuiderkade 3"
    assert anneke.conflicten() == []
    assert pagina.leeg


def test_another_version_after_all_while_there_is_more_to_choose(
    drie_verschillen: tuple[str, str], anneke: Laptop, toon: Tonen
) -> None:
    pagina = toon()
    pagina.toets(Qt.Key.Key_2)
    pagina.druk_op_bericht()
    assert pagina.titel == "Adres"
    assert pagina.merken[1] == "Door jou gekozen"
    assert pagina.aangewezen is None
    pagina.toets(Qt.Key.Key_1)
    assert anneke.lees(Dossier, drie_verschillen[0], "adres") == "Ens"
    assert pagina.titel.startswith("Vraag SP03")


def test_nothing_to_choose_is_a_pleasant_sight(qtbot: QtBot, toon: Tonen, anneke: Laptop) -> None:
    pagina = toon()
    assert pagina.leeg
    assert "Alles klopt met elkaar" in pagina.alle_woorden
    assert pagina.telling == ""
    assert not pagina.scherm.goed.knop_anders.isVisible()
    assert pagina.scherm.goed.knop.hasFocus()
    with qtbot.waitSignal(pagina.scherm.terug):
        pagina.toets(Qt.Key.Key_Return)


def test_escape_and_the_button_go_back(qtbot: QtBot, adressen: str, toon: Tonen) -> None:
    pagina = toon()
    with qtbot.waitSignal(pagina.scherm.terug):
        pagina.toets(Qt.Key.Key_Escape)
    with qtbot.waitSignal(pagina.scherm.terug):
        qtbot.mouseClick(pagina.scherm.knop_terug, Qt.MouseButton.LeftButton)


# Notes, lists, deleted things


def test_both_notes_are_kept(anneke: Laptop, piet: Laptop, toon: Tonen) -> None:
    intake = anneke.intake(anneke.dossier())
    notitie = anneke.noteer(intake, "Woont klein.")
    wissel(anneke, piet)
    anneke.noteer(intake, "Met zijn broer.", notitie_id=notitie)
    piet.noteer(intake, "Zoekt iets anders.", notitie_id=notitie)
    wissel(anneke, piet)
    pagina = toon()
    assert pagina.titel == "Notitie bij Wonen"
    assert pagina.beide_kan
    pagina.houd_beide()
    assert pagina.leeg
    assert anneke.conflicten() == []
    assert not pagina.scherm.goed.knop_anders.isVisible(), "both stay: nothing to take back"


def test_an_answer_has_no_both(drie_verschillen: tuple[str, str], toon: Tonen) -> None:
    pagina = toon(drie_verschillen[1])
    assert not pagina.beide_kan


def test_a_member_of_the_household_shows_what_differs(
    anneke: Laptop, piet: Laptop, toon: Tonen
) -> None:
    dossier = anneke.dossier()
    kind = Huisgenoot(dossier_id=dossier, naam="Sami", relatie=Relatie.KIND, geboortejaar=2015)
    with anneke.store.work() as work:
        work.voeg_toe(kind)
    wissel(anneke, piet)
    anneke.zet(Huisgenoot, kind.id, naam="Samir")
    piet.zet(Huisgenoot, kind.id, naam="Sara")
    wissel(anneke, piet)
    pagina = toon()
    assert pagina.titel == "Iemand in het huishouden"
    assert pagina.woorden(2)[1:7] == ["Naam", "Samir", "Relatie", "Kind", "Geboortejaar", "2015"]
    soorten = {
        w.text(): w.property("soort")
        for w in pagina.kaarten[1].findChildren(type(pagina.kaarten[1].merk))
    }
    assert (soorten["Samir"], soorten["2015"]) == ("verschil", "waarde")
    assert pagina.gevolgen == [
        "Leefdomein Opvoeden: dat hoort erbij als er kinderen in het huishouden staan."
    ]


def test_taken_away_against_changed(anneke: Laptop, piet: Laptop, toon: Tonen) -> None:
    dossier = anneke.dossier()
    kind = Huisgenoot(dossier_id=dossier, naam="Sami", relatie=Relatie.KIND)
    with anneke.store.work() as work:
        work.voeg_toe(kind)
    wissel(anneke, piet)
    with anneke.store.work() as work:
        work.verwijder(work.get(Huisgenoot, kind.id))
    piet.zet(Huisgenoot, kind.id, naam="Samir")
    wissel(anneke, piet)
    pagina = toon()
    assert pagina.scherm.blad.uitleg.text() == (
        "De een haalde dit weg. De ander veranderde het intussen."
    )
    assert pagina.woorden(1)[1:3] == ["Dit staat er nu", "Houden"]
    assert pagina.woorden(2)[1] == "Weghalen"
    assert not pagina.beide_kan
    pagina.kies(2)
    assert not anneke.is_er(Huisgenoot, kind.id)


def test_a_mixture_is_said_in_words(anneke: Laptop, piet: Laptop, toon: Tonen) -> None:
    intake = anneke.intake(anneke.dossier())
    wissel(anneke, piet)
    anneke.antwoord(intake, "SP10", "goed", delen={"waardoor": "De buren helpen."})
    piet.antwoord(intake, "SP10", "slecht")
    wissel(anneke, piet)
    pagina = toon()
    assert pagina.merken == ["", ""]
    assert pagina.scherm.blad.nu.text() == (
        "Nu staat er van ieder een deel: Niet goed, Waardoor komt dat? De buren helpen."
    )


def test_what_depends_on_an_answer(anneke: Laptop, piet: Laptop, toon: Tonen) -> None:
    intake = anneke.intake(anneke.dossier())
    anneke.antwoord(intake, "WO04", "goed")
    wissel(anneke, piet)
    anneke.antwoord(intake, "WO01", "azc")
    piet.antwoord(intake, "WO01", "familie")
    wissel(anneke, piet)
    pagina = toon()
    assert pagina.gevolgen[0] == "Deze 4 vragen hangen ervan af:"
    assert pagina.gevolgen[1] == "WO04 Hoe is je huis? Niet bij: In het azc. Al beantwoord."
    assert len(pagina.gevolgen) == 5


def test_what_depends_on_a_date(anneke: Laptop, piet: Laptop, toon: Tonen) -> None:
    from datetime import date

    id_ = anneke.dossier()
    wissel(anneke, piet)
    anneke.zet(Dossier, id_, datum_brp=date(2026, 11, 2))
    piet.zet(Dossier, id_, datum_brp=date(2026, 11, 12))
    wissel(anneke, piet)
    pagina = toon()
    assert pagina.titel == "Inschrijving in de BRP"
    assert [pagina.woorden(n)[-4] for n in (1, 2)] == ["12-11-2026", "02-11-2026"]
    assert pagina.gevolgen == ["De laatste dag voor het PIP: de termijn telt vanaf deze datums."]


# What comes in meanwhile


def test_what_comes_in_never_moves_a_card(
    adressen: str, anneke: Laptop, samira: Laptop, toon: Tonen
) -> None:
    pagina = toon()
    voor = [pagina.woorden(n) for n in (1, 2)]
    samira.zet(Dossier, adressen, adres="Ens")
    breng(anneke.store, rijen(samira.store))
    assert [pagina.woorden(n) for n in (1, 2)] == voor
    assert pagina.bericht == "Hier kwam net iets bij."
    pagina.druk_op_bericht()
    assert pagina.bericht == ""
    assert [kaart.beeld.regels[0].tekst for kaart in pagina.kaarten] == [
        "Ens",
        "Zuiderkade 3",
        "azc Luttelgeest",
    ]
    assert pagina.kaarten[0].hasFocus()


def test_a_choice_from_an_old_sheet_does_not_lose_what_came_in(
    adressen: str, anneke: Laptop, samira: Laptop, toon: Tonen
) -> None:
    pagina = toon()
    samira.zet(Dossier, adressen, adres="Ens")
    breng(anneke.store, rijen(samira.store))
    pagina.kies_van("Anneke de Boer")
    assert not pagina.leeg
    assert pagina.bericht == "Hier kwam net iets bij."
    assert {k.beeld.regels[0].tekst for k in pagina.kaarten} == {"azc Luttelgeest", "Ens"}


def test_a_colleague_chose_already(
    drie_verschillen: tuple[str, str], anneke: Laptop, piet: Laptop, toon: Tonen
) -> None:
    pagina = toon()
    (adres,) = piet.conflicten(drie_verschillen[0])
    samen.kies(piet.store, adres, van(adres, "Anneke de Boer"))
    wissel(anneke, piet)
    assert pagina.telling == "2 verschillen"
    assert pagina.bericht == "Een collega heeft hier al gekozen."
    assert pagina.titel.startswith("Vraag SP03")


def test_the_last_one_that_a_colleague_chose_leaves_the_pleasant_sight(
    adressen: str, anneke: Laptop, piet: Laptop, toon: Tonen
) -> None:
    pagina = toon()
    samen.kies(piet.store, piet.conflict(), piet.conflict().versies[0])
    wissel(anneke, piet)
    assert pagina.leeg
    assert "Een collega heeft hier al gekozen." in pagina.alle_woorden
    assert not pagina.scherm.goed.knop_anders.isVisible()


def test_a_hidden_screen_is_up_to_date_when_it_is_shown(
    adressen: str, anneke: Laptop, piet: Laptop, toon: Tonen
) -> None:
    pagina = toon()
    pagina.scherm.hide()
    samen.kies(anneke.store, anneke.conflict(), anneke.conflict().versies[0])
    pagina.scherm.show()
    assert pagina.leeg


# Rights, the trail, what is not said


def test_who_may_not_choose_reads_who_does(
    drie_verschillen: tuple[str, str], anneke: Laptop, toon: Tonen
) -> None:
    anneke.zet(Medewerker, anneke.store.gebruiker_id or "", rol=Rol.LEIDINGGEVENDE)
    pagina = toon(drie_verschillen[1])
    assert "Kiezen wat klopt doet de klantmanager van dit dossier." in pagina.alle_woorden
    assert not any(kaart.isEnabled() for kaart in pagina.kaarten)
    pagina.toets(Qt.Key.Key_1)
    assert pagina.telling == "2 verschillen"


def test_health_that_was_shown_is_told_to_the_trail(
    qtbot: QtBot, anneke: Laptop, piet: Laptop, toon: Tonen
) -> None:
    dossier = anneke.dossier()
    intake = anneke.intake(dossier)
    wissel(anneke, piet)
    for laptop, keuze in ((anneke, "goed"), (piet, "slecht")):
        nu = laptop.store.nu()
        laptop.doe(intake, lambda i, nu=nu: i.meld_alleen(True, door=None, nu=nu))
        laptop.antwoord(intake, "FG01", keuze)
        laptop.zet(Dossier, dossier, adres=keuze)
    wissel(anneke, piet)
    pagina = toon()
    gezien: list[object] = []
    pagina.scherm.gezien.connect(lambda wie, wat: gezien.append((wie, wat)))
    assert pagina.titel == "Adres"
    (vraag,) = [t for t in pagina.lijst if t.startswith("Vraag FG01")]
    pagina.open(vraag)
    assert gezien == [(dossier, (Inzagesoort.DOSSIER, Inzagesoort.GEZONDHEID))]


def test_nothing_personal_in_titles_and_logs(
    adressen: str, toon: Tonen, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    pagina = toon()
    pagina.kies(1)
    assert pagina.scherm.windowTitle() == ""
    for woord in ("Tesfay", "Gebremedhin", "Zuiderkade", "azc"):
        assert woord not in caplog.text


def test_the_list_shows_no_value(drie_verschillen: tuple[str, str], toon: Tonen) -> None:
    pagina = toon()
    gezegd = " ".join((*pagina.lijst, *pagina.gesproken_lijst))
    for waarde in ("Urk", "Ens", "azc", "Soms", "Elke dag"):
        assert waarde not in gezegd


# For everybody


def test_everything_has_a_name_and_tab_reaches_it(
    qtbot: QtBot, anneke: Laptop, piet: Laptop, toon: Tonen
) -> None:
    intake = anneke.intake(anneke.dossier())
    notitie = anneke.noteer(intake, "Woont klein.")
    wissel(anneke, piet)
    anneke.noteer(intake, "Met zijn broer.", notitie_id=notitie)
    piet.noteer(intake, "Zoekt iets anders.", notitie_id=notitie)
    wissel(anneke, piet)
    pagina = toon()
    assert len(bedienbaar(pagina.scherm)) == 5
    assert zonder_naam(pagina.scherm) == []
    assert niet_te_bereiken(qtbot, pagina.scherm, pagina.scherm.knop_terug) == []


def test_a_card_says_all_of_it_aloud(adressen: str, toon: Tonen) -> None:
    pagina = toon()
    assert pagina.kaarten[0].accessibleName() == (
        "Versie 1: Zuiderkade 3, Piet Jansen, maandag 23 november, 11:00, op een andere laptop, "
        "Dit staat er nu"
    )
    assert pagina.gesproken_lijst == [
        "Tesfay Gebremedhin: 1 verschil",
        "Tesfay Gebremedhin, Dossier, Adres",
    ]


@pytest.mark.parametrize(("breed", "hoog"), [(1024, 600), (960, 560), (1366, 768)])
def test_it_fits(drie: tuple[Laptop, Laptop, Laptop], toon: Tonen, breed: int, hoog: int) -> None:
    id_ = drie[0].dossier()
    wissel(*drie)
    for laptop in drie:
        laptop.zet(Dossier, id_, adres=f"azc {laptop.naam}, een lang adres zonder einde")
    wissel(*drie)
    pagina = toon(breed=breed, hoog=hoog)
    assert pagina.scherm.width() == breed
    rechts = {kaart.mapTo(pagina.scherm, kaart.rect().topRight()).x() for kaart in pagina.kaarten}
    assert len(pagina.kaarten) == 3
    assert max(rechts) < breed
    breedten = {kaart.width() for kaart in pagina.kaarten}
    assert max(breedten) - min(breedten) <= 2, "equal cards, but for what does not divide"
    for kaart in pagina.kaarten:
        for label in kaart.findChildren(type(kaart.merk)):
            hoogte = label.heightForWidth(label.width())
            assert label.height() >= hoogte or not label.wordWrap(), "no word is cut off"


def test_the_card_with_the_keyboard_is_in_sight(
    drie: tuple[Laptop, Laptop, Laptop], toon: Tonen
) -> None:
    id_ = drie[0].dossier()
    wissel(*drie)
    for laptop in drie:
        laptop.zet(Dossier, id_, adres=f"azc {laptop.naam}")
    wissel(*drie)
    pagina = toon(breed=640, hoog=400)
    vlak = pagina.scherm.vlak.viewport()

    def in_beeld(nummer: int) -> bool:
        kaart = pagina.kaarten[nummer - 1]
        return vlak.rect().contains(kaart.mapTo(vlak, kaart.rect().center()))

    pagina.qtbot.waitUntil(lambda: in_beeld(1))
    assert not in_beeld(3)
    pagina.toets(Qt.Key.Key_Down)
    pagina.toets(Qt.Key.Key_Down)
    pagina.qtbot.waitUntil(lambda: in_beeld(3))


def test_versions_with_markup_are_plain_text(
    anneke: Laptop, piet: Laptop, toon: Tonen, plek: Werkplek
) -> None:
    id_ = anneke.dossier("<b>Abel</b>", "Abebe")
    wissel(anneke, piet)
    anneke.zet(Dossier, id_, adres="<b>Urk</b> & Ens")
    piet.zet(Dossier, id_, adres="Ens")
    wissel(anneke, piet)
    pagina = toon()
    assert "<b>Urk</b> & Ens" in pagina.woorden(2)
    for label in pagina.scherm.findChildren(type(pagina.scherm.telling)):
        if label.text():
            assert label.textFormat() is Qt.TextFormat.PlainText
    QApplication.processEvents()
