"""Reading a plan costs the same however many versions there are, and never asks the journal."""

from __future__ import annotations

import base64
from collections.abc import Callable
from datetime import date

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from desktop.models.dossier import Dossier
from desktop.models.pip import Pip
from desktop.models.pipdelen import Handtekenwijze, Piphandtekening, Pipregel, Verklaring
from desktop.models.pipfeiten import Pipfeiten
from desktop.models.pipinhoud import Pipinhoud, Wijzigreden
from desktop.models.spoor import Inzagesoort
from desktop.models.termijn import Regel
from desktop.store import pip, pipbron, pipvaststellen, termijnen
from desktop.store.pipbeeld import planbeeld
from desktop.store.pipvaststellen import Ondertekening
from desktop.store.spoor import Kijkboek
from desktop.store.store import Store
from tests.conftest import Klok
from tests.models.pipgevallen import PLAN
from tests.store.planwerk import besloten, compleet, mandaat, stel_vast
from tests.store.test_termijnen import tel_vragen

Maak = Callable[..., str]


@pytest.fixture
def dossier(store: Store, maak_dossier: Maak) -> str:
    """With version 1 of its plan."""
    id_ = maak_dossier()
    besloten(store, id_)
    mandaat(store)
    stel_vast(store, compleet(store, id_))
    return id_


def nog_een(store: Store, dossier_id: str) -> str:
    return pip.nieuwe_versie(store, dossier_id, Wijzigreden.WERK, "Zij heeft nu een baan.")


def vragen(store: Store, dossier_id: str) -> list[str]:
    """What is asked of the file to open the plan."""
    with tel_vragen(store) as gevraagd, store.lees() as sessie:
        assert planbeeld(sessie, dossier_id, store.vandaag()) is not None
    return gevraagd


def gelezen(store: Store, dossier_id: str) -> int:
    """How many sentences were read to open it."""
    with store.lees() as sessie:
        planbeeld(sessie, dossier_id, store.vandaag())
        return sum(isinstance(rij, Pipregel) for rij in sessie.identity_map.values())


def test_more_versions_ask_no_more(store: Store, dossier: str) -> None:
    stel_vast(store, nog_een(store, dossier))
    vast = vragen(store, dossier)
    nog_een(store, dossier)
    concept = vragen(store, dossier)
    regels = gelezen(store, dossier)
    for _ in range(2):
        with store.lees() as sessie:
            draft = pip.pipdossier(sessie, dossier).concept
            assert draft is not None
        stel_vast(store, draft.id)
        assert len(vragen(store, dossier)) == len(vast)
        nog_een(store, dossier)
        assert len(vragen(store, dossier)) == len(concept)
        assert gelezen(store, dossier) == regels, "only its own sentences"


def test_a_plan_does_not_ask_the_journal(store: Store, dossier: str) -> None:
    """The last change of a big dossier is a search through all of them."""
    nog_een(store, dossier)
    assert not any("FROM wijziging" in zin for zin in vragen(store, dossier))
    with tel_vragen(store) as gevraagd, store.lees() as sessie:
        termijnen.termijnen_van(sessie, dossier, store.vandaag())
    assert any("FROM wijziging" in zin for zin in gevraagd), "the list of dates does"


def test_what_the_rules_have_to_know_is_worked_out_once(
    store: Store, dossier: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    nog_een(store, dossier)
    keren = []

    def tel(sessie: Session, plan: Pip, dag: date) -> Pipfeiten:
        keren.append(plan.id)
        return pipbron.feiten_van(sessie, plan, dag)

    for waar in (pip, pipvaststellen):
        monkeypatch.setattr(waar, "feiten_van", tel)
    vragen(store, dossier)
    assert len(keren) == 1


def test_the_scan_of_a_signature_is_only_read_for_who_asks(store: Store, dossier: str) -> None:
    with store.lees() as sessie:
        huidige = pip.pipdossier(sessie, dossier).huidige
        assert huidige is not None
    scan = base64.b64encode(b"%PDF-1.4 papier").decode()
    hoe = Ondertekening(
        Handtekenwijze.PAPIER, Verklaring.AKKOORD, scan=scan, scan_naam_soort="application/pdf"
    )
    id_ = pipvaststellen.onderteken(store, huidige.id, hoe)
    with tel_vragen(store) as gevraagd, store.lees() as sessie:
        pip.pipdossier(sessie, dossier)
        assert not any("piphandtekening.scan," in zin for zin in gevraagd)
        assert sessie.get_one(Piphandtekening, id_).scan == scan


def test_what_is_not_read_with_the_others_is_still_there(store: Store, dossier: str) -> None:
    """A set version of another age, opened by its own id, with all of its sentences."""
    nog_een(store, dossier)
    with store.lees() as sessie:
        versies = pip.pipdossier(sessie, dossier).versies
        assert [len(v.regels) for v in versies] == [len(versies[0].regels)] * 2
        assert len(versies[0].regels) > 10
        assert pip.inhoud_van(sessie, versies[0]).regels != ()
        assert sessie.scalar(sa.select(sa.func.count()).select_from(Pip)) == 2


def test_a_set_text_is_read_as_it_was_written() -> None:
    """How each kind of value is read is found out once; none of it may stick."""
    for _ in range(2):
        assert Pipinhoud.van_json(PLAN.als_json()) == PLAN
        assert Pipinhoud.van_json("{}") == Pipinhoud()


def test_until_when_it_is_kept_counts_from_the_last_change_and_not_from_looking(
    store: Store, dossier: str, klok: Klok
) -> None:
    def dag() -> int:
        with store.lees() as sessie:
            termijn = termijnen.termijnen_van(sessie, dossier, store.vandaag()).van(Regel.D20)
        assert termijn is not None
        assert termijn.ruw is not None
        return (termijn.ruw - store.vandaag()).days

    eerst = dag()
    klok.nu = klok.nu.replace(year=2027)
    Kijkboek(store).noteer(dossier, Inzagesoort.DOSSIER)
    assert dag() == eerst - 365
    with store.work() as work:
        work.get(Dossier, dossier).telefoon = "06 12 34 56 78"
    assert dag() > eerst - 2
