"""Copies of the file: one a day, proven, not too many, and none with what was erased."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.store import bewaren, kopieen, migratie
from desktop.store.bestanden import GEGEVENS, KOPIEEN, OPZIJ
from desktop.store.fouten import MapAlleenLezen, OpSlot, SchijfVol
from desktop.store.store import Store
from tests.conftest import SLEUTEL, Klok
from tests.store.bladen import bladen
from tests.store.kleineschijf import kleine_schijf

GROND = "De bewaartermijn van 5 jaar is voorbij."


def namen(store: Store) -> set[str]:
    map_ = store.map / KOPIEEN
    return {pad.name for pad in map_.iterdir()} if map_.exists() else set()


def test_one_copy_a_day_and_the_next_day_another(
    store: Store, klok: Klok, maak_dossier: Callable[..., str]
) -> None:
    maak_dossier("Wolletjeskanarie")
    eerste = kopieen.dagelijks(store)
    assert eerste is not None
    assert kopieen.dagelijks(store) is None
    klok.nu += timedelta(hours=20)  # past midnight in the Netherlands
    tweede = kopieen.dagelijks(store)
    assert tweede is not None
    assert namen(store) == {eerste.name, tweede.name}
    assert all(migratie.heel(pad, SLEUTEL) for pad in (eerste, tweede))
    assert b"Wolletjeskanarie" in bladen(eerste, SLEUTEL)
    assert b"Wolletjeskanarie" not in eerste.read_bytes()


def test_the_day_is_that_of_the_netherlands(store: Store, klok: Klok) -> None:
    klok.nu = datetime(2026, 11, 23, 22, 30, tzinfo=UTC)
    assert kopieen.dagelijks(store) is not None
    klok.nu = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
    assert kopieen.dagelijks(store) is not None, "it is the 24th in the Netherlands"
    klok.nu = datetime(2026, 11, 24, 22, 30, tzinfo=UTC)
    assert kopieen.dagelijks(store) is None


def test_a_copy_that_was_asked_for_is_not_the_one_of_the_day(store: Store) -> None:
    store.reservekopie()
    assert kopieen.dagelijks(store) is not None


def test_seven_are_kept(store: Store, klok: Klok) -> None:
    paden = []
    for _ in range(9):
        klok.nu += timedelta(days=1)
        pad = kopieen.dagelijks(store)
        assert pad is not None
        paden.append(pad.name)
    assert namen(store) == set(paden[-7:])


def test_they_are_listed_newest_first_with_what_they_are_for(store: Store, klok: Klok) -> None:
    store.reservekopie()
    klok.nu += timedelta(minutes=1)
    kopieen.dagelijks(store)
    klok.nu += timedelta(minutes=1)
    store.reservekopie("voor-0002")
    lijst = kopieen.kopieen(store.map)
    assert [k.soort for k in lijst] == ["voor-0002", "dag", "kopie"]
    assert [f"{k.moment:%H:%M}" for k in lijst] == ["09:02", "09:01", "09:00"]
    hernoemd = lijst[0].pad.rename(lijst[0].pad.with_name("van mij.db"))
    assert {k.pad for k in kopieen.kopieen(store.map)} == {hernoemd, *(k.pad for k in lijst[1:])}


def test_a_full_disk_gives_a_sentence_and_leaves_no_half_copy(
    store: Store, maak_dossier: Callable[..., str], tmp_path: Path
) -> None:
    maak_dossier()
    with kleine_schijf(store.map / KOPIEEN, 64):
        with pytest.raises(SchijfVol):
            kopieen.dagelijks(store)
        assert namen(store) == set()
    assert maak_dossier()


def test_a_folder_that_can_not_be_made_gives_a_sentence(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def weiger(*_alles: object, **_meer: object) -> None:
        raise PermissionError(13, "nee")

    monkeypatch.setattr(Path, "mkdir", weiger)
    with pytest.raises(MapAlleenLezen):
        store.reservekopie()


def test_a_copy_that_does_not_prove_itself_is_none(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(migratie, "heel", lambda *_: False)
    with pytest.raises(migratie.BestandBeschadigd):
        store.reservekopie()
    assert namen(store) == set()


# After an erasure


@pytest.fixture
def gewist(store: Store, klok: Klok, maak_dossier: Callable[..., str]) -> list[Path]:
    """Copies from before a dossier was there, with it, put aside with it; then it was erased."""
    voor = store.reservekopie()
    id_ = maak_dossier("Wolletjeskanarie")
    klok.nu += timedelta(minutes=1)
    met = store.reservekopie()
    opzij = store.map / OPZIJ / "20261123-090130" / GEGEVENS
    opzij.parent.mkdir(parents=True)
    shutil.copyfile(met, opzij)
    klok.nu += timedelta(minutes=1)
    bewaren.wis_hier(store, [id_], [], GROND)
    return [voor, met, opzij]


def test_copies_that_hold_what_was_erased_are_named(store: Store, gewist: list[Path]) -> None:
    _voor, met, opzij = gewist
    assert {k.pad for k in kopieen.met_gewiste_inhoud(store)} == {met, opzij}


def test_without_an_erasure_none_is_named(store: Store, maak_dossier: Callable[..., str]) -> None:
    maak_dossier()
    store.reservekopie()
    assert kopieen.met_gewiste_inhoud(store) == []


def test_destroying_them_leaves_the_others_and_a_new_one(
    store: Store, klok: Klok, gewist: list[Path]
) -> None:
    klok.nu += timedelta(minutes=1)
    voor, met, opzij = gewist
    nieuw = kopieen.vernietig(store, kopieen.met_gewiste_inhoud(store))
    assert namen(store) == {voor.name, nieuw.name}
    assert not met.exists()
    assert not opzij.parent.exists()
    assert b"Wolletjeskanarie" not in bladen(nieuw, SLEUTEL)
    assert kopieen.met_gewiste_inhoud(store) == []


def test_nothing_is_destroyed_when_no_new_copy_can_be_made(
    store: Store, gewist: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    weg = kopieen.met_gewiste_inhoud(store)
    monkeypatch.setattr(migratie, "heel", lambda *_: False)
    with pytest.raises(migratie.BestandBeschadigd):
        kopieen.vernietig(store, weg)
    assert all(k.pad.exists() for k in weg)


def test_the_copy_of_the_day_replaces_those_that_hold_what_was_erased(
    store: Store, klok: Klok, gewist: list[Path]
) -> None:
    klok.nu += timedelta(days=1)
    kopieen.dagelijks(store)
    assert gewist[0].exists()
    assert not gewist[1].exists()
    assert not gewist[2].exists()


def test_an_erased_part_counts_too(
    store: Store, klok: Klok, maak_dossier: Callable[..., str]
) -> None:
    id_ = maak_dossier(telefoon="0612345678")
    met = store.reservekopie()
    klok.nu += timedelta(minutes=1)
    bewaren.wis_hier(store, [], [bewaren.Deel("dossier", id_, ("telefoon",))], GROND)
    zonder = store.reservekopie()
    assert [k.pad for k in kopieen.met_gewiste_inhoud(store)] == [met]
    assert b"0612345678" in bladen(met, SLEUTEL)
    assert b"0612345678" not in bladen(zonder, SLEUTEL)


def test_one_that_does_not_open_is_named_when_it_is_older(store: Store, gewist: list[Path]) -> None:
    gewist[0].write_bytes(b"x" * 5000)
    assert gewist[0] in {k.pad for k in kopieen.met_gewiste_inhoud(store)}


def test_a_copy_stops_when_it_is_told_to(store: Store, maak_dossier: Callable[..., str]) -> None:
    maak_dossier()
    with pytest.raises(OpSlot):
        kopieen.dagelijks(store, gestaakt=lambda: True)
    assert namen(store) == set()
    assert kopieen.dagelijks(store) is not None


def test_a_copy_is_of_one_moment_while_work_goes_on(
    store: Store, maak_dossier: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    maak_dossier("Eerst")
    monkeypatch.setattr(migratie, "BLADEN_PER_KEER", 5)
    keren = 0

    def schrijf() -> bool:
        nonlocal keren
        keren += 1
        maak_dossier("Tijdens")
        return False

    kopie = store.reservekopie(gestaakt=schrijf)
    assert keren > 10, "it was made in pieces, and did not begin anew each time"
    assert keren < 200
    inhoud = bladen(kopie, SLEUTEL)
    assert b"Eerst" in inhoud
    assert b"Tijdens" not in inhoud
    assert migratie.heel(kopie, SLEUTEL)
