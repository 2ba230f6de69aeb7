"""Coverage measured on what the texts say, not on keys that are filled."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop import catalogi
from desktop.models.prompts import Catalogus, Vertaalstatus, Vertaling
from desktop.models.vertaaldekking import Gebrek, Meting, Stand, meet
from desktop.models.vertaalwerk import Brontekst
from desktop.models.vragen import Vragenlijst

TALEN = catalogi.talen()
VRAAG = Brontekst("WO01", "Waar woon je nu?", deel="Wonen")
WOORD = Brontekst("antwoord.ja", "Ja", deel="Schermen")
MEER = Brontekst("kies.max", "Kies {aantal} plaatje.", "Kies {aantal} plaatjes.", "Schermen")
ENGELS = Catalogus(
    {
        "WO01": Vertaling(
            "Waar woon je nu?", "Where do you live now?", False, Vertaalstatus.CONCEPT
        ),
        "antwoord.ja": Vertaling("Ja", "Yes", False, Vertaalstatus.CONCEPT),
    }
)


def een(
    tag: str,
    tekst: str,
    bron: Brontekst = VRAAG,
    *,
    status: Vertaalstatus = Vertaalstatus.CONCEPT,
    onzeker: bool = False,
    nederlands: str | None = None,
    vormen: tuple[str, ...] = (),
) -> Meting:
    """How one text of one language is measured."""
    vertaling = Vertaling(nederlands or bron.nederlands, tekst, onzeker, status, vormen)
    dekking = meet(TALEN[tag], [bron], Catalogus({bron.context: vertaling}), ENGELS)
    return dekking.metingen[0]


@pytest.mark.parametrize(
    ("status", "stand"),
    [
        (Vertaalstatus.CONCEPT, Stand.CONCEPT),
        (Vertaalstatus.NAGEKEKEN, Stand.NAGEKEKEN),
        (Vertaalstatus.BEEDIGD, Stand.BEEDIGD),
    ],
)
def test_a_good_text_counts_as_what_a_person_made_of_it(
    status: Vertaalstatus, stand: Stand
) -> None:
    assert een("ti", "ሕጂ ኣበይ ትነብር?", status=status) == Meting(VRAAG, stand)


@pytest.mark.parametrize(
    ("tag", "tekst", "gebrek"),
    [
        ("ti", "", Gebrek.LEEG),
        ("ti", "   ", Gebrek.LEEG),
        ("so", "Waar woon je nu?", Gebrek.NEDERLANDS),
        ("so", "waar  woon je NU", Gebrek.NEDERLANDS),
        ("so", "Where do you live now?", Gebrek.ENGELS),
        ("ti", "Where do you live now?", Gebrek.ENGELS),
        ("ti", "Waar woon je nu?", Gebrek.NEDERLANDS),
        ("ti", "Hol ku nooshahay?", Gebrek.SCHRIFT),
        ("ar", "ሕጂ ኣበይ ትነብር?", Gebrek.SCHRIFT),
        ("ru", "Gde vy zhivyote?", Gebrek.SCHRIFT),
        ("tr", "أين تسكن الآن؟", Gebrek.SCHRIFT),
    ],
)
def test_what_is_not_in_the_language_is_missing_whatever_it_calls_itself(
    tag: str, tekst: str, gebrek: Gebrek
) -> None:
    assert een(tag, tekst, status=Vertaalstatus.BEEDIGD) == Meting(VRAAG, Stand.ONTBREEKT, gebrek)


def test_english_may_be_english_and_one_word_may_be_the_same() -> None:
    assert een("en", "Where do you live now?").stand is Stand.CONCEPT
    assert een("kmr", "Ja", WOORD).stand is Stand.CONCEPT
    assert een("ti", "Yes", WOORD).gebrek is Gebrek.ENGELS, "not in its own script"


def test_names_and_official_words_stay_latin_in_every_script() -> None:
    app = Brontekst("x", "WhatsApp")
    assert een("ti", "WhatsApp", app).stand is Stand.CONCEPT
    examen = Brontekst("x", "Basisexamen A1")
    assert een("ti", "ፈተና A1 (basisexamen)", examen).stand is Stand.CONCEPT


def test_fuzzy_and_outdated_are_not_shown_as_good() -> None:
    goed = "ሕጂ ኣበይ ትነብር?"
    assert een("ti", goed, onzeker=True, status=Vertaalstatus.NAGEKEKEN).stand is Stand.ONZEKER
    assert een("ti", goed, nederlands="Waar woonde je?") == Meting(
        VRAAG, Stand.ONTBREEKT, Gebrek.VEROUDERD
    )


def test_one_empty_plural_form_makes_the_text_missing() -> None:
    vol = ("{aantal} sawir", "{aantal} sawirro")
    assert een("so", vol[0], MEER, vormen=vol).stand is Stand.CONCEPT
    assert een("so", vol[0], MEER, vormen=(vol[0], "")).gebrek is Gebrek.LEEG


@pytest.mark.parametrize("tag", ["ti", "so", "tr", "ar"])
def test_a_catalogue_full_of_english_is_an_empty_one(tag: str, lijst: Vragenlijst) -> None:
    bronnen = catalogi.bronteksten(lijst)
    engels = catalogi.catalogus("en")
    vol = Catalogus(
        {
            context: replace(v, status=Vertaalstatus.NAGEKEKEN)
            for context, v in engels.vertalingen.items()
        }
    )
    dekking = meet(TALEN[tag], bronnen, vol, engels)
    over = {m.bron.nederlands for m in dekking.metingen if m.stand is not Stand.ONTBREEKT}
    assert over <= {"VluchtelingenWerk", "WhatsApp", "DigiD", "COA", "Mbo", "E-mail", "Tablet"}
    assert dekking.aantal(Stand.ONTBREEKT) > dekking.totaal * 0.98


def test_the_real_tigrinya_is_not_taken_for_something_else(lijst: Vragenlijst) -> None:
    dekking = meet(
        TALEN["ti"],
        catalogi.bronteksten(lijst),
        catalogi.catalogus("ti"),
        catalogi.catalogus("en"),
    )
    assert [m.bron.context for m in dekking.metingen if m.gebrek not in ("", "leeg")] == []


def test_domains_add_up_to_the_whole(lijst: Vragenlijst) -> None:
    dekking = meet(TALEN["ar"], catalogi.bronteksten(lijst), Catalogus({}))
    assert (
        dekking.aantal(Stand.ONTBREEKT)
        == dekking.totaal
        == sum(dekking.totaal_van(deel) for deel in dekking.delen)
    )
    assert {d.titel for d in lijst.domeinen} < set(dekking.delen)
    assert all(
        sum(dekking.aantal(s, deel) for s in Stand) == dekking.totaal_van(deel)
        for deel in dekking.delen
    )
