"""Does the client understand the interpreter? Pointed at, or filled in, and kept."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desktop.models.clientbeeld import Beeldsoort
from desktop.models.tolk import Taalcheck, Verstaan, Vervolg
from desktop.store.store import Store
from desktop.views.intake.plek import Blad
from tests.pagina.gesprek import Tafel
from tests.views.intake.conftest import Dek, Opgeslagen
from tests.views.intake.test_opening import begin, zin_in


@pytest.fixture
def bij_tolk(dek: Dek, maak_intake: Callable[..., str]) -> Tafel:
    """The opening at the point of the interpreter, with a client who speaks Tigrinya."""
    tafel = begin(dek, maak_intake("ti", geopend=False, dialect="Eritrees"))
    tafel.klik(tafel.scherm.opening.ja)
    return tafel


def checks(store: Store) -> list[Taalcheck]:
    with store.lees() as sessie:
        return list(sessie.query(Taalcheck).order_by(Taalcheck.op))


def test_the_klantmanager_reads_the_sentence_and_the_client_gets_three_pictures(
    bij_tolk: Tafel,
) -> None:
    client, kaart = bij_tolk.client, bij_tolk.scherm.opening.taalcheck
    assert client.soort is Beeldsoort.TAALCHECK
    assert client.titel == zin_in("ti", "taal.vraag")
    assert client.tegels == ["Ja, goed", "Een beetje", "Nee, niet"]
    assert client.gekozen == []
    assert client.venster.beeld.code == "T1"
    assert "Goedendag. Ik ben de tolk." in kaart.zin_nl.text()
    assert kaart.zin_eigen.text() == zin_in("ti", "taal.zin")
    assert "Klaar" not in client.knoppen, "nothing leads past it but the klantmanager"


def test_well_understood_is_kept_and_the_klantmanager_goes_on(
    bij_tolk: Tafel, store: Store, opgeslagen: Opgeslagen
) -> None:
    bij_tolk.client.raak("Ja, goed")
    assert bij_tolk.client.gekozen == ["Ja, goed"]
    (check,) = checks(store)
    assert (check.uitkomst, check.taal, check.vervolg) == (Verstaan.GOED, "ti", None)
    assert check.dialect == "Eritrees"
    assert "Verstaan: goed" in bij_tolk.teksten
    assert "tolk" not in opgeslagen().opening, "the klantmanager confirms each point"
    bij_tolk.enter()
    assert "tolk" in opgeslagen().opening
    assert len(checks(store)) == 1, "agreeing is no second check"
    assert opgeslagen().zittingen[0].tolk_verstaan is True


def test_not_understood_asks_what_helps(
    bij_tolk: Tafel, store: Store, opgeslagen: Opgeslagen
) -> None:
    client = bij_tolk.client
    client.raak("Nee, niet")
    assert opgeslagen().zittingen[0].tolk_verstaan is False
    assert client.titel == zin_in("ti", "taal.wat-dan")
    assert client.venster.beeld.code == "T2"
    assert client.tegels == [
        "Een andere taal",
        "Zoals ze bij ons thuis praten",
        "Een andere tolk",
        "Langzaam praten",
    ]
    assert "Zoek eerst een tolk" in bij_tolk.teksten
    client.raak("Zoals ze bij ons thuis praten")
    assert client.gekozen == ["Zoals ze bij ons thuis praten"]
    (check,) = checks(store)
    assert (check.uitkomst, check.vervolg) == (Verstaan.NIET, Vervolg.ANDER_DIALECT)
    assert "Vraag de tolk naar een ander dialect" in bij_tolk.teksten
    client.raak("Langzaam praten")
    assert [c.vervolg for c in checks(store)] == [Vervolg.LANGZAAM]
    assert "tolk" not in opgeslagen().opening


def test_the_client_takes_no_back(bij_tolk: Tafel, store: Store, opgeslagen: Opgeslagen) -> None:
    client = bij_tolk.client
    client.raak("Nee, niet")
    assert client.laatste == ("Heb je de tolk goed verstaan?", ["Nee, niet"])
    client.neem_terug()
    assert client.titel == zin_in("ti", "taal.vraag")
    assert client.gekozen == []
    client.raak("Ja, goed")
    assert [c.uitkomst for c in checks(store)] == [Verstaan.NIET, Verstaan.GOED]
    assert opgeslagen().zittingen[0].tolk_verstaan is True, "the last one counts"


def test_another_interpreter_means_asking_again(bij_tolk: Tafel, store: Store) -> None:
    bij_tolk.client.raak("Een beetje", "Een andere tolk")
    bij_tolk.klik_op("Vraag opnieuw")
    assert bij_tolk.client.tegels == ["Ja, goed", "Een beetje", "Nee, niet"]
    assert bij_tolk.client.gekozen == []
    assert "Vraag het tolkenbureau" not in bij_tolk.teksten
    bij_tolk.client.raak("Een beetje")
    assert [(c.uitkomst, c.vervolg) for c in checks(store)] == [
        (Verstaan.BEETJE, Vervolg.ANDERE_TOLK),
        (Verstaan.BEETJE, None),
    ]


def test_the_klantmanager_fills_it_in(
    bij_tolk: Tafel, store: Store, opgeslagen: Opgeslagen
) -> None:
    bij_tolk.klik_op("De cliënt verstaat de tolk een beetje")
    assert bij_tolk.client.titel == zin_in("ti", "taal.wat-dan")
    bij_tolk.klik_op("Wat helpt: Langzaam praten")
    assert bij_tolk.client.gekozen == ["Langzaam praten"]
    (check,) = checks(store)
    assert (check.uitkomst, check.vervolg) == (Verstaan.BEETJE, Vervolg.LANGZAAM)
    bij_tolk.klik_op("Zo verder, een beetje is genoeg (Enter)")
    assert "tolk" in opgeslagen().opening
    assert [c.uitkomst for c in checks(store)] == [Verstaan.BEETJE], "a little stays a little"


def test_yes_after_no_is_a_new_check(bij_tolk: Tafel, store: Store) -> None:
    bij_tolk.klik_op("Nee, de cliënt verstaat de tolk niet goed")
    bij_tolk.klik_op("Ja, de cliënt verstaat de tolk (Enter)")
    assert [c.uitkomst for c in checks(store)] == [Verstaan.NIET, Verstaan.GOED]


def test_the_same_touch_again_keeps_nothing_new(bij_tolk: Tafel, store: Store) -> None:
    bij_tolk.client.raak("Ja, goed", "Ja, goed", "Ja, goed")
    assert len(checks(store)) == 1


def test_without_an_interpreter_there_is_no_check(
    dek: Dek, maak_intake: Callable[..., str], store: Store, opgeslagen: Opgeslagen
) -> None:
    tafel = dek(maak_intake("nl", geopend=False))
    tafel.klik_op("Zitting plannen")
    tafel.kies("Hoe", "Geen tolk")
    tafel.klik_op("Begin het gesprek")
    tafel.klik(tafel.scherm.opening.ja)
    assert tafel.client.soort is Beeldsoort.TEKST
    assert not tafel.is_er("Vraag opnieuw")
    assert "Er is geen tolk." in tafel.teksten
    tafel.enter()
    assert "tolk" in opgeslagen().opening
    assert checks(store) == []


def test_after_a_crash_the_check_stands_where_it_was(
    bij_tolk: Tafel, stroom_uit: Callable[[], Tafel]
) -> None:
    bij_tolk.client.raak("Nee, niet", "Een andere taal")
    opnieuw = stroom_uit()
    assert opnieuw.blad is Blad.OPENING
    assert opnieuw.client.gekozen == ["Een andere taal"]
    assert "Kies samen een andere taal." in opnieuw.teksten


def test_every_screen_of_the_client_carries_its_code_in_the_corner(
    bij_tolk: Tafel, tafel: Tafel
) -> None:
    def hoek(gedekt: Tafel) -> str:
        code = gedekt.client.venster.hoekcode
        assert code.isVisible() is bool(gedekt.client.venster.beeld.code)
        return code.accessibleName() if code.isVisible() else ""

    assert hoek(bij_tolk) == "T1"
    bij_tolk.klik(bij_tolk.scherm.opening.ja)
    assert hoek(bij_tolk) == "O3"
    tafel.ga_naar("WO05")
    assert hoek(tafel) == "WO05"
    tafel.ga_naar("WO02")
    assert tafel.client.soort is Beeldsoort.WACHT
    assert hoek(tafel) == "WO02", "a question that is only spoken has a place too"
    tafel.ga_naar("SP12")
    assert hoek(tafel) == "", "a judgement has none"


@pytest.mark.parametrize(("taal", "links"), [("ti", False), ("ar", True)])
def test_the_code_stands_where_reading_ends(
    dek: Dek, maak_intake: Callable[..., str], taal: str, links: bool
) -> None:
    tafel = dek(maak_intake(taal))
    venster = tafel.client.venster
    for maat in ((1024, 600), (1920, 1080)):
        venster.resize(*maat)
        midden = venster.hoekcode.geometry().center()
        assert (midden.x() < venster.width() * 0.15) is links
        assert (midden.x() > venster.width() * 0.85) is not links
        assert midden.y() < venster.height() * 0.08
