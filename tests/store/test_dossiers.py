"""Finding people: variants of names, either order, numbers, duplicates, pages."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desktop.models.dossier import Dossier, Dossiergegevens
from desktop.store.dossiers import aantal, mogelijk_dubbel, pagina, zoek
from desktop.store.store import Store


@pytest.fixture
def mensen(maak_dossier: Callable[..., str]) -> dict[str, str]:
    return {
        "m": maak_dossier("Mohammed", "Al-Hassan", bsn="111222333", geboortedatum="1990"),
        "t": maak_dossier("Tesfay", "Gebremedhin", v_nummer="1234567890"),
        "y": maak_dossier("Ayşe", "Yıldız"),
        "e": maak_dossier("", "Suharto"),
        "o": maak_dossier("Oefen", "Cliënt", oefening=True),
    }


@pytest.mark.parametrize(
    ("getypt", "wie"),
    [
        ("muhamad", "m"),
        ("Mohamed hasan", "m"),
        ("hassan moh", "m"),
        ("111222", "m"),
        ("111 222 333", "m"),
        ("tesfai", "t"),
        ("1234567890", "t"),
        ("yildiz", "y"),
        ("ayse", "y"),
        ("suhar", "e"),
        ("gebr", "t"),
    ],
)
def test_search_as_you_type(store: Store, mensen: dict[str, str], getypt: str, wie: str) -> None:
    with store.lees() as sessie:
        assert [r.id for r in zoek(sessie, getypt)] == [mensen[wie]]


def test_search_by_dossier_number(store: Store, mensen: dict[str, str]) -> None:
    with store.lees() as sessie:
        nummer = sessie.get_one(Dossier, mensen["t"]).nummer
        assert [r.id for r in zoek(sessie, nummer)] == [mensen["t"]]


def test_rehearsal_never_mixes_with_people(store: Store, mensen: dict[str, str]) -> None:
    with store.lees() as sessie:
        assert zoek(sessie, "oefen") == []
        assert [r.id for r in zoek(sessie, "oefen", oefening=True)] == [mensen["o"]]
        assert aantal(sessie) == 4
        assert mensen["o"] not in [r.id for r in pagina(sessie)]


def test_a_changed_name_is_found_and_the_old_one_is_not(
    store: Store, mensen: dict[str, str]
) -> None:
    with store.work() as work:
        work.get(Dossier, mensen["t"]).wijzig(Dossiergegevens({"voornamen": "Kidane"}))
    with store.lees() as sessie:
        assert zoek(sessie, "tesfay") == []
        assert len(zoek(sessie, "kidane")) == 1


def test_pages_follow_one_another(store: Store, maak_dossier: Callable[..., str]) -> None:
    for n in range(25):
        maak_dossier("Zelfde", "Naam" if n % 2 else f"Naam{n}")
    gelezen: list[str] = []
    with store.lees() as sessie:
        na = None
        while bladzij := pagina(sessie, na=na, aantal=7):
            gelezen += [r.id for r in bladzij]
            na = (bladzij[-1].sorteernaam, bladzij[-1].id)
        alles = [r.id for r in pagina(sessie, aantal=100)]
    assert gelezen == alles
    assert len(set(gelezen)) == 25


@pytest.mark.parametrize(
    ("gegevens", "gevonden"),
    [
        ({"bsn": "111222333", "voornamen": "Iemand"}, True),
        ({"voornamen": "Hasan", "achternaam": "Al Muhammad"}, True),
        ({"voornamen": "Mohamed", "achternaam": "Al Hassan", "geboortedatum": "1990-02"}, True),
        ({"voornamen": "Mohamed", "achternaam": "Al Hassan", "geboortedatum": "1971"}, False),
        ({"voornamen": "Mohamed", "achternaam": "Darwish"}, False),
    ],
)
def test_a_likely_duplicate_is_found(
    store: Store, mensen: dict[str, str], gegevens: dict[str, str], gevonden: bool
) -> None:
    with store.lees() as sessie:
        dubbel = mogelijk_dubbel(sessie, Dossiergegevens(gegevens))
        zelf = mogelijk_dubbel(sessie, Dossiergegevens(gegevens), behalve=mensen["m"])
    assert ([r.id for r in dubbel] == [mensen["m"]]) is gevonden
    assert zelf == []
