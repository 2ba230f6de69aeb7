"""The inzage on paper: all of it, in words, and nothing shielded where it does not belong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from desktop.bronnen import toml
from desktop.documents.inzage import maak_inzage
from desktop.documents.inzagewoorden import Inzagecontext
from desktop.models.basis import Stroomklasse
from desktop.models.inzage import Gegeven, Inzage
from desktop.models.spoor import Inzagesoort
from desktop.models.toegang import beleid_uit
from desktop.models.verzoek import Verzoek, Verzoeksoort
from desktop.models.verzoek import beleid_uit as verzoekbeleid_uit
from desktop.models.vragen import Vraagtype, Vragenlijst
from desktop.store.inzage import lees_inzage
from desktop.store.spoor import Kijkboek
from desktop.store.store import Store
from tests.documents.conftest import BSN, merk
from tests.pagina.papieren import Papier

Papieren = tuple[Papier, Papier]


@pytest.fixture
def inzage(
    store: Store, volle_intake: Callable[..., str], dossier_van: Callable[[str], str]
) -> Inzage:
    """Everything about somebody with an answer and a note at every question."""
    dossier_id = dossier_van(volle_intake(voornamen="Salma", achternaam="<b>Nouri</b>"))
    with store.work() as work:
        work.voeg_toe(
            Verzoek.nieuw(
                dossier_id,
                Verzoeksoort.BEZWAAR,
                "Gebruik mijn & zijn <i>telefoon</i> niet.",
                op=store.vandaag(),
                vandaag=store.vandaag(),
            )
        )
    Kijkboek(store).noteer(dossier_id, Inzagesoort.DOSSIER, Inzagesoort.AFGESCHERMD)
    return lees_inzage(store, dossier_id, beleid_uit(toml("beleid", "toegang.toml")))


@pytest.fixture
def dossier_van(store: Store) -> Callable[[str], str]:
    from desktop.models.intake import BredeIntake

    def zoek(intake_id: str) -> str:
        with store.lees() as sessie:
            return sessie.get_one(BredeIntake, intake_id).dossier_id

    return zoek


@pytest.fixture
def context(lijst: Vragenlijst) -> Inzagecontext:
    return Inzagecontext(
        gemeente="Noordoostpolder",
        klantmanager="Anneke de Boer",
        telefoon="0527 63 39 11",
        email="",
        bewaarjaren=5,
        talen={"ti": "Tigrinya", "ar": "Arabisch"},
        gemeenten={"0171": "Noordoostpolder"},
        lijsten={lijst.versie: lijst},
    )


@pytest.fixture
def papieren(inzage: Inzage, context: Inzagecontext) -> Papieren:
    """The ordinary part and the shielded one."""
    gewoon, apart = (
        Papier(maak_inzage(inzage.deel(afgeschermd=a), context)) for a in (False, True)
    )
    return gewoon, apart


def test_every_text_that_was_typed_is_on_paper_once_in_its_own_part(
    papieren: Papieren, lijst: Vragenlijst
) -> None:
    gewoon, apart = (papier.letters for papier in papieren)
    for code, vraag in lijst.vragen.items():
        if vraag.type is Vraagtype.TEXT:
            in_gewoon, in_apart = (merk("tekst", code) in deel for deel in (gewoon, apart))
            assert in_apart is (vraag.stroomklasse is Stroomklasse.AFGESCHERMD), code
            assert in_gewoon is not in_apart, code
    for domein in ("SP", "FG"):
        assert merk("geheim", domein) in apart
        assert merk("geheim", domein) not in gewoon


def test_every_question_that_was_answered_stands_there_in_its_own_words(
    papieren: Papieren, lijst: Vragenlijst
) -> None:
    gewoon, apart = (papier.letters for papier in papieren)
    for vraag in lijst.vragen.values():
        deel = apart if vraag.stroomklasse is Stroomklasse.AFGESCHERMD else gewoon
        assert "".join(vraag.tekst.split()) in deel, vraag.code


def test_the_ordinary_part_does_not_show_that_there_is_another(papieren: Papieren) -> None:
    gewoon, apart = (papier.tekst for papier in papieren)
    assert "fgeschermd" not in gewoon
    assert "Afgeschermde notitie" in apart
    assert "veiligheid" in apart
    assert BSN in gewoon
    assert BSN not in apart


def test_what_was_typed_is_no_markup(papieren: Papieren) -> None:
    gewoon = papieren[0].tekst
    assert "Salma <b>Nouri</b>" in gewoon
    assert "Gebruik mijn & zijn <i>telefoon</i> niet." in gewoon


def test_the_file_says_what_it_is_and_of_nobody(papieren: Papieren, inzage: Inzage) -> None:
    for papier, titel in zip(
        papieren, ("Inzage in je gegevens", "Inzage, apart deel"), strict=True
    ):
        assert papier.gegevens["/Title"] == f"{titel}, dossier {inzage.nummer}"
        for waarde in papier.gegevens.values():
            assert "Nouri" not in waarde
            assert BSN not in waarde
        assert b"/Lang" in papier.inhoud
        assert set(papier.maten) == {(595, 842)}


def test_it_says_why_how_long_and_what_one_can_do(papieren: Papieren) -> None:
    tekst = papieren[0].tekst
    for stuk in (
        "Wet inburgering 2021",
        "5 jaar. Daarna gaat het weg",
        "Autoriteit Persoonsgegevens",
        "Anneke de Boer, 0527 63 39 11",
        "Leidinggevenden van de gemeente",
        "Anneke de Boer keek naar je dossier",
        "Tigrinya",
    ):
        assert stuk in tekst, stuk
    assert "Een score is wat de klantmanager denkt" in tekst


def test_codes_are_put_in_words(papieren: Papieren) -> None:
    tekst = papieren[0].tekst
    for code in ("weet_niet", "zeg_niet", "gesloten_op", "klantmanager_id", "None", "True", "{"):
        assert code not in tekst, code


def test_what_its_maker_may_not_see_is_said(inzage: Inzage, context: Inzagecontext) -> None:
    half = replace(inzage, ontbreekt=frozenset({Stroomklasse.GEZONDHEID}))
    tekst = Papier(maak_inzage(half.deel(afgeschermd=False), context)).tekst
    assert "Dit is niet alles." in tekst
    assert "antwoorden over gezondheid" in tekst
    heel = Papier(maak_inzage(inzage.deel(afgeschermd=False), context)).tekst
    assert "Dit is niet alles." not in heel


def test_a_table_of_a_later_version_is_on_paper_too(inzage: Inzage, context: Inzagecontext) -> None:
    velden = {"dossier_id": inzage.dossier, "taal_niveau": "A2 gehaald", "klaar": True}
    nieuw = Gegeven("taal_proef", "t1", velden, dict.fromkeys(velden, Stroomklasse.GEWOON))
    meer = replace(inzage, gegevens=(*inzage.gegevens, nieuw))
    tekst = Papier(maak_inzage(meer.deel(afgeschermd=False), context)).tekst
    assert "Taal proef" in tekst
    assert "Taal niveau" in tekst
    assert "A2 gehaald" in tekst


def test_an_answer_to_a_question_that_nobody_knows_any_more_stays(
    inzage: Inzage, context: Inzagecontext
) -> None:
    zonder = replace(context, lijsten={})
    papier = Papier(maak_inzage(inzage.deel(afgeschermd=False), zonder))
    assert "WO01" in papier.tekst


def test_a_very_long_text_runs_over_pages(inzage: Inzage, context: Inzagecontext) -> None:
    lang = " ".join(f"woord{n}" for n in range(3000))
    velden = {"dossier_id": inzage.dossier, "verhaal": lang}
    nieuw = Gegeven("dagboek", "t1", velden, dict.fromkeys(velden, Stroomklasse.GEWOON))
    meer = replace(inzage, gegevens=(*inzage.gegevens, nieuw))
    papier = Papier(maak_inzage(meer.deel(afgeschermd=False), context))
    assert "woord0" in papier.tekst
    assert "woord2999" in papier.tekst


def test_a_dossier_with_nothing_in_it_has_a_paper(
    store: Store, maak_dossier: Callable[..., str], context: Inzagecontext
) -> None:
    inzage = lees_inzage(store, maak_dossier(), beleid_uit(toml("beleid", "toegang.toml")))
    for afgeschermd in (False, True):
        papier = Papier(maak_inzage(inzage.deel(afgeschermd=afgeschermd), context))
        assert inzage.nummer in papier.tekst


@pytest.mark.parametrize(
    ("ontvangen", "uiterlijk"),
    [
        (date(2026, 11, 25), date(2026, 12, 25)),
        (date(2026, 12, 31), date(2027, 1, 31)),
        (date(2027, 1, 31), date(2027, 2, 28)),
        (date(2028, 1, 30), date(2028, 2, 29)),
    ],
)
def test_a_request_is_answered_within_a_month(ontvangen: date, uiterlijk: date) -> None:
    beleid = verzoekbeleid_uit(toml("beleid", "verzoeken.toml"))
    assert beleid.maanden == 1
    assert beleid.uiterlijk(ontvangen) == uiterlijk
