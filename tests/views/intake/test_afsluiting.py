"""The closing: what is missing, what was agreed, and what can still change afterwards."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt

from desktop.models.antwoord import Antwoord, Antwoordstatus, Keuze, Wijze
from desktop.models.clientbeeld import Beeldsoort
from desktop.models.intake import BredeIntake, Fase
from desktop.models.voortgang import relevant
from desktop.models.vragen import Vraagtype, Vragenlijst
from desktop.store.store import Store
from desktop.views.intake.plek import Blad
from tests.pagina.gesprek import Tafel
from tests.views.intake.conftest import Dek, Opgeslagen

Antwoorden = Callable[[str], Antwoord | None]
NOG_OPEN = "Er staan nog vragen open. Schrijf op waarom je het gesprek toch afsluit."


@pytest.fixture
def slot(tafel: Tafel) -> Tafel:
    """The closing of a talk with two answers."""
    tafel.ga_naar("SP07")
    tafel.client.raak("Koken")
    tafel.enter()
    tafel.ga_naar("RE03")
    tafel.client.raak("Nederlands praten")
    tafel.client.klaar()
    tafel.naar(Blad.AFSLUITEN)
    return tafel


@pytest.fixture
def gesloten(slot: Tafel) -> Tafel:
    """A closed intake."""
    slot.vul("Waarom sluit je nu af?", "De cliënt is moe.")
    slot.klik_op("Gesprek afsluiten")
    return slot


def beantwoord_alles(store: Store, intake_id: str) -> None:
    """Every question that counts has an answer, every score its reason."""
    with store.work() as work:
        intake = work.get(BredeIntake, intake_id)
        intake.meld_alleen(True, door=work.door, nu=work.nu)
        for vraag in store.lijst.gespreksvolgorde:
            if not relevant(intake, vraag, store.lijst):
                continue
            codes = vraag.keuzecodes[:1]
            if vraag.oordeel and codes:
                keuze = Keuze(codes)
                intake.beantwoord(vraag, keuze, door=work.door, wijze=Wijze.INGEVULD, nu=work.nu)
                if vraag.type is Vraagtype.SCALE:
                    intake.motiveer(vraag, "Zij kent de weg.")
            else:
                intake.antwoord_niet(
                    vraag,
                    Antwoordstatus.WEET_NIET,
                    door=work.door,
                    wijze=Wijze.TOLK,
                    nu=work.nu,
                )


# What is said together


def test_the_clients_own_answers_stand_ready_as_first_sentences(
    slot: Tafel, opgeslagen: Opgeslagen
) -> None:
    assert slot.veld("Dit kan de cliënt goed").toPlainText() == "Koken."  # type: ignore[attr-defined]
    assert opgeslagen().sterke_punten == "Koken."
    assert opgeslagen().wens_een_jaar == "Nederlands praten."
    assert slot.hier is slot.veld("Dit kan de cliënt goed"), "strengths come first"
    slot.schrijf(slot.hier, "")
    slot.naar(Blad.GESPREK)
    slot.naar(Blad.AFSLUITEN)
    assert opgeslagen().sterke_punten == "", "what was taken away does not come back"


def test_strengths_wishes_and_what_was_told_back_are_stored(
    slot: Tafel, opgeslagen: Opgeslagen
) -> None:
    slot.vul("Dit kan de cliënt goed", "Kookt graag voor anderen.")
    slot.vul("Wens voor over één jaar", "Zelf met de bus.")
    slot.vul("Wens voor over drie jaar", "Werken in een keuken.")
    slot.vul("Terugverteld", "Eerst de toets, dan de school.")
    nu = opgeslagen()
    assert (nu.sterke_punten, nu.wens_een_jaar) == (
        "Kookt graag voor anderen.",
        "Zelf met de bus.",
    )
    assert (nu.wens_drie_jaar, nu.teach_back) == (
        "Werken in een keuken.",
        "Eerst de toets, dan de school.",
    )


def test_the_clients_window_follows_what_is_talked_about(slot: Tafel) -> None:
    for naam, zin in (
        ("Dit kan de cliënt goed", "Dit kun je goed."),
        ("Wens voor over één jaar", "Dit wil je over één jaar."),
        ("Wens voor over drie jaar", "Dit wil je over drie jaar."),
        ("Terugverteld", "Vertel in je eigen woorden: wat hebben we afgesproken?"),
    ):
        slot.klik(slot.veld(naam))
        assert slot.client.titel_nl == zin
        assert slot.client.titel != zin, "in the own language"
    slot.klik_op("+ Afspraak")
    assert slot.client.titel_nl == "Dit gaat er nu gebeuren."
    assert "Koken" not in " ".join(slot.client.woorden)


def test_agreements_say_what_who_and_when(slot: Tafel, opgeslagen: Opgeslagen) -> None:
    for wat, wie, wanneer in (
        ("Leerbaarheidstoets", "Anneke de Boer", "1-12-2026"),
        ("Kennismaken op de taalschool", "Taalschool", "8-12-2026"),
    ):
        slot.klik_op("+ Afspraak")
        slot.letters(wat)
        slot.druk(Qt.Key.Key_Tab)
        slot.letters(wie)
        slot.druk(Qt.Key.Key_Tab)
        slot.letters(wanneer)
        slot.druk(Qt.Key.Key_Tab)
    assert [(a.wat, a.wie, a.datum) for a in opgeslagen().afspraken] == [
        ("Leerbaarheidstoets", "Anneke de Boer", date(2026, 12, 1)),
        ("Kennismaken op de taalschool", "Taalschool", date(2026, 12, 8)),
    ]
    slot.klik_op("Afspraak 1 weghalen")
    assert [a.wat for a in opgeslagen().afspraken] == ["Kennismaken op de taalschool"]


def test_a_wrong_day_of_an_agreement_gives_a_sentence_and_keeps_what_was_typed(
    slot: Tafel, opgeslagen: Opgeslagen
) -> None:
    slot.klik_op("+ Afspraak")
    slot.vul("Wanneer?", "volgende week")
    assert slot.zin_bij("Wanneer?").startswith("Dit is geen datum.")
    assert slot.veld("Wanneer?").text() == "volgende week"  # type: ignore[attr-defined]
    assert opgeslagen().afspraken[0].datum is None
    slot.vul("Wanneer?", "1-12-2026")
    assert slot.zin_bij("Wanneer?") == ""


# What is missing


def test_what_is_missing_is_named_and_leads_there(slot: Tafel, lijst: Vragenlijst) -> None:
    assert f"{len(lijst.vragen) - 2} vragen staan nog open." in slot.teksten
    assert "○  taal, lezen en schrijven (nog open)" in slot.teksten
    assert slot.is_er("Sociale participatie: 11 vragen")
    slot.klik_op("Mobiliteit: 12 vragen")
    assert (slot.blad, slot.vraag) == (Blad.GESPREK, "MO01")
    slot.letters("L")
    slot.naar(Blad.AFSLUITEN)
    assert slot.is_er("Mobiliteit: 11 vragen, 1 voor later")


def test_what_the_client_touched_waits_for_agreement(slot: Tafel, antwoord: Antwoorden) -> None:
    assert "Wacht op jouw akkoord" in slot.teksten
    assert "Nederlands praten" in slot.teksten
    slot.klik_op("Akkoord met RE03")
    nu = antwoord("RE03")
    assert nu is not None
    assert nu.bevestigd
    assert "Wacht op jouw akkoord" not in slot.teksten


def test_closing_with_open_questions_asks_for_a_reason(slot: Tafel, opgeslagen: Opgeslagen) -> None:
    slot.klik_op("Gesprek afsluiten")
    assert slot.scherm.afsluiting.fout.text() == NOG_OPEN
    assert slot.scherm.afsluiting.fout.isVisible()
    assert slot.hier is slot.veld("Waarom sluit je nu af?"), "the cursor is where it goes"
    assert opgeslagen().fase is Fase.GESPREK
    slot.letters("De cliënt is moe; de rest komt bij het plan.")
    slot.klik_op("Gesprek afsluiten")
    nu = opgeslagen()
    assert (nu.fase, nu.gesloten_op) == (Fase.GESLOTEN, date(2026, 11, 23))
    assert nu.sluitreden == "De cliënt is moe; de rest komt bij het plan."
    assert not slot.scherm.afsluiting.fout.isVisible()
    assert slot.client.titel_nl == "Dank je wel voor dit gesprek."


def test_when_all_was_asked_no_reason_is_needed(
    dek: Dek, store: Store, maak_intake: Callable[..., str], opgeslagen: Opgeslagen
) -> None:
    intake_id = maak_intake()
    beantwoord_alles(store, intake_id)
    tafel = dek(intake_id)
    tafel.naar(Blad.AFSLUITEN)
    assert "Alles is gevraagd. Je kunt afsluiten." in tafel.teksten
    assert "✓ Alle vragen zijn langs geweest." in tafel.teksten
    assert "(nog open)" not in tafel.teksten
    assert not tafel.is_er("Waarom sluit je nu af?")
    tafel.klik_op("Gesprek afsluiten")
    assert (opgeslagen().fase, opgeslagen().sluitreden) == (Fase.GESLOTEN, None)


# Afterwards


def test_after_the_closing_its_words_cannot_be_changed(
    gesloten: Tafel, opgeslagen: Opgeslagen
) -> None:
    voor = opgeslagen()
    assert "Afgesloten op 23-11-2026. De cliënt is moe." in gesloten.teksten
    assert not gesloten.is_er("Gesprek afsluiten")
    for naam in ("Dit kan de cliënt goed", "Wens voor over één jaar", "Terugverteld"):
        veld = gesloten.veld(naam)
        gesloten.klik(veld)
        gesloten.letters("x")
        assert "x" not in veld.toPlainText()  # type: ignore[attr-defined]
    assert not gesloten.is_er("+ Afspraak")
    assert opgeslagen().sterke_punten == voor.sterke_punten


def test_agreements_stand_fast_after_the_closing(slot: Tafel, opgeslagen: Opgeslagen) -> None:
    slot.klik_op("+ Afspraak")
    slot.letters("Leerbaarheidstoets")
    slot.vul("Waarom sluit je nu af?", "De cliënt is moe.")
    slot.klik_op("Gesprek afsluiten")
    for naam in ("Wat gaat er gebeuren?", "Wie?", "Wanneer?"):
        veld = slot.veld(naam)
        voor = veld.text()  # type: ignore[attr-defined]
        slot.klik(veld)
        slot.letters("1")
        assert veld.text() == voor  # type: ignore[attr-defined]
    assert not slot.is_er("Afspraak 1 weghalen")
    assert [a.wat for a in opgeslagen().afspraken] == ["Leerbaarheidstoets"]


def test_a_change_of_an_answer_asks_for_a_reason_and_keeps_it(
    gesloten: Tafel, antwoord: Antwoorden
) -> None:
    gesloten.naar(Blad.GESPREK)
    gesloten.ga_naar("SP07")
    assert gesloten.melding == "Dit gesprek is afgesloten. Veranderen kan, met een reden."
    gesloten.klik_op("Muziek", gesloten.paneel)
    nu = antwoord("SP07")
    assert nu is not None
    assert nu.opties == ("koken",), "nothing changes before the reason"
    assert "Waarom verander je dit nog?" in gesloten.teksten
    gesloten.letters("De cliënt belde hierover.")
    gesloten.enter()
    nu = antwoord("SP07")
    assert nu is not None
    assert set(nu.opties) == {"koken", "muziek"}
    assert nu.wijzigreden == "De cliënt belde hierover."
    gesloten.klik_op("Koken", gesloten.paneel)
    nu = antwoord("SP07")
    assert nu is not None
    assert nu.opties == ("muziek",), "one reason for one question"
    gesloten.ga_naar("RE03")
    gesloten.letters("1")
    assert "Waarom verander je dit nog?" in gesloten.teksten, "another question asks anew"


def test_not_giving_a_reason_changes_nothing(gesloten: Tafel, antwoord: Antwoorden) -> None:
    gesloten.naar(Blad.GESPREK)
    gesloten.ga_naar("SP07")
    gesloten.klik_op("Muziek", gesloten.paneel)
    gesloten.letters("x")
    gesloten.enter()
    assert "Schrijf één korte zin." in gesloten.teksten
    gesloten.klik_op("Niet doen")
    nu = antwoord("SP07")
    assert nu is not None
    assert (nu.opties, nu.wijzigreden) == (("koken",), None)
    assert gesloten.gekozen == ["Koken"]


def test_after_the_closing_it_opens_there_and_the_client_sees_no_question(
    gesloten: Tafel, stroom_uit: Callable[[], Tafel]
) -> None:
    opnieuw = stroom_uit()
    assert opnieuw.blad is Blad.AFSLUITEN
    assert "Afgesloten op 23-11-2026." in opnieuw.teksten
    gesloten.ruimte.activateWindow()
    gesloten.naar(Blad.GESPREK)
    for code in ("SP01", "SP07", "SP12"):
        gesloten.ga_naar(code)
        assert gesloten.client.soort is Beeldsoort.WACHT


def test_notes_and_skipping_stand_fast_after_the_closing(
    gesloten: Tafel, opgeslagen: Opgeslagen
) -> None:
    gesloten.naar(Blad.GESPREK)
    gesloten.schrijf(gesloten.bij_vraag.veld, "Te laat.")
    gesloten.paneel.richt()
    assert not opgeslagen().notities
    assert gesloten.fout == "Dit gesprek is afgesloten. Dit staat vast."
    assert gesloten.bij_vraag.veld.toPlainText() == "Te laat.", "what was typed is not lost"


def test_the_plan_stands_after_the_closing(gesloten: Tafel) -> None:
    gesloten.scherm.stappen[Blad.PLAN].click()
    plan = gesloten.scherm.plan
    assert plan.isVisible()
    for deel in (plan.eerste, plan.erbij, *plan.velden.values()):
        assert not deel.isEnabled()
