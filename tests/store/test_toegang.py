"""Reading who may see a dossier, and the gestures that change it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from desktop.models.dossier import Dossier, Medewerker, Rol
from desktop.models.fouten import Invoerfout, RedenNodig
from desktop.models.toegang import Deling, Grond, Noodtoegang, Toegangsbeleid
from desktop.models.wijziging import Wijziging
from desktop.store import nood, toegang, verlenen
from desktop.store.store import Store
from desktop.store.toegang import Toegangsregel
from tests.conftest import Klok

BELEID = Toegangsbeleid(nood_dagen=7, deling_voorstel=60, maker_dagen=30, toets_dagen=30)
REDEN = "De cliënt staat aan de balie en zijn klantmanager is ziek."
Namen = Mapping[str, str]


@pytest.fixture
def mensen(store: Store) -> Namen:
    """Colleagues by a short name; `anneke` is the user."""
    rollen = {
        "jelle": ("Jelle Kramer", Rol.KLANTMANAGER, "0171"),
        "fatima": ("Fatima Aydin", Rol.KLANTMANAGER, "0171"),
        "karin": ("Karin Visser", Rol.LEIDINGGEVENDE, "0171"),
        "bas": ("Bas Beheer", Rol.BEHEERDER, "0171"),
        "vw": ("Vera Vluchteling", Rol.VLUCHTELINGENWERK, "0171"),
        "urk": ("Urker Klant", Rol.KLANTMANAGER, "0184"),
    }
    with store.work() as work:
        wie = {
            kort: Medewerker(naam=naam, rol=rol, gemeente=gemeente)
            for kort, (naam, rol, gemeente) in rollen.items()
        }
        work.voeg_toe(*wie.values())
    return {"anneke": store.gebruiker_id or "", **{k: m.id for k, m in wie.items()}}


def ziet(store: Store, dossier_id: str) -> list[Toegangsregel]:
    with store.lees() as sessie:
        return toegang.wie_ziet(sessie, dossier_id, BELEID, vandaag=store.vandaag())


def gronden(store: Store, dossier_id: str) -> list[tuple[str, str]]:
    return [(r.grond.value, r.wie) for r in ziet(store, dossier_id)]


def dag(store: Store, dagen: int) -> date:
    return store.vandaag() + timedelta(days=dagen)


def test_alone_the_klantmanager_sees_it_and_the_leidinggevende(
    store: Store, maak_dossier: Callable[..., str]
) -> None:
    assert gronden(store, maak_dossier()) == [
        ("klantmanager", "Anneke de Boer"),
        ("leidinggevende", ""),
    ]
    assert ziet(store, "weg") == []


def test_sharing_shows_until_its_last_day_and_can_be_taken_back(
    store: Store, maak_dossier: Callable[..., str], mensen: Namen, klok: Klok
) -> None:
    id_ = maak_dossier()
    verlenen.deel(store, id_, mensen["vw"], "Samen wonen regelen", tot=dag(store, 3))
    (regel,) = [r for r in ziet(store, id_) if r.grond is Grond.GEDEELD]
    assert (regel.wie, regel.rol) == ("Vera Vluchteling", Rol.VLUCHTELINGENWERK)
    assert (regel.tot, regel.reden) == (dag(store, 3), "Samen wonen regelen")
    verlenen.neem_terug(store, regel.rij)
    assert ("gedeeld", "Vera Vluchteling") not in gronden(store, id_)
    verlenen.deel(store, id_, mensen["vw"], "Toch weer", tot=dag(store, 1))
    assert ("gedeeld", "Vera Vluchteling") in gronden(store, id_)
    klok.nu += timedelta(days=2)
    assert ("gedeeld", "Vera Vluchteling") not in gronden(store, id_)


def test_sharing_again_changes_the_last_day(
    store: Store, maak_dossier: Callable[..., str], mensen: Namen
) -> None:
    id_ = maak_dossier()
    for dagen in (3, 9):
        verlenen.deel(store, id_, mensen["jelle"], "Samen", tot=dag(store, dagen))
    with store.lees() as sessie:
        (deling,) = sessie.scalars(sa.select(Deling))
    assert deling.tot == dag(store, 9)
    with pytest.raises(RedenNodig):
        verlenen.deel(store, id_, mensen["jelle"], "", tot=dag(store, 9))


def test_who_stands_in_sees_the_caseload_and_what_was_shared(
    store: Store, maak_dossier: Callable[..., str], mensen: Namen
) -> None:
    eigen = maak_dossier()
    ander = maak_dossier("Amina", "Haddad", klantmanager_id=mensen["fatima"])
    verlenen.deel(store, ander, mensen["anneke"], "Samen", tot=None)
    verlenen.plan_vervanging(
        store, mensen["anneke"], mensen["jelle"], vanaf=store.vandaag(), tot=dag(store, 5)
    )
    for id_ in (eigen, ander):
        (regel,) = [r for r in ziet(store, id_) if r.grond is Grond.VERVANGING]
        assert (regel.wie, regel.voor) == ("Jelle Kramer", "Anneke de Boer")
        assert regel.tot == dag(store, 5)


def test_an_absence_that_is_planned_holds_from_its_first_day(
    store: Store, maak_dossier: Callable[..., str], mensen: Namen, klok: Klok
) -> None:
    id_ = maak_dossier()
    verlenen.plan_vervanging(
        store, mensen["anneke"], mensen["jelle"], vanaf=dag(store, 2), tot=dag(store, 3)
    )
    assert ("vervanging", "Jelle Kramer") not in gronden(store, id_)
    with store.lees() as sessie:
        assert toegang.vervangt(sessie, mensen["jelle"], vandaag=store.vandaag()) == frozenset()
        (regel,) = toegang.vervangingen(sessie, vandaag=store.vandaag())
    assert not regel.bezig
    klok.nu += timedelta(days=2)
    assert ("vervanging", "Jelle Kramer") in gronden(store, id_)
    with store.lees() as sessie:
        assert toegang.vervangt(sessie, mensen["jelle"], vandaag=store.vandaag()) == {
            mensen["anneke"]
        }
    verlenen.beeindig_vervanging(store, regel.id)
    assert ("vervanging", "Jelle Kramer") not in gronden(store, id_)
    with store.lees() as sessie:
        assert toegang.vervangingen(sessie, vandaag=store.vandaag()) == []


def test_absences_of_others_are_for_the_leidinggevende(store: Store, mensen: Namen) -> None:
    vandaag = store.vandaag()
    verlenen.plan_vervanging(
        store, mensen["fatima"], mensen["jelle"], vanaf=vandaag, tot=dag(store, 1)
    )
    with store.lees() as sessie:
        assert toegang.vervangingen(sessie, vandaag=vandaag, van=mensen["anneke"]) == []
        for wie in ("fatima", "jelle"):
            assert toegang.vervangingen(sessie, vandaag=vandaag, van=mensen[wie])
        assert len(toegang.vervangingen(sessie, vandaag=vandaag)) == 1


def test_the_maker_sees_it_for_a_while_after_somebody_else_became_klantmanager(
    store: Store, maak_dossier: Callable[..., str], mensen: Namen, klok: Klok
) -> None:
    id_ = maak_dossier()
    verlenen.draag_caseload_over(store, [id_], mensen["jelle"])
    assert gronden(store, id_)[:2] == [
        ("klantmanager", "Jelle Kramer"),
        ("maker", "Anneke de Boer"),
    ]
    klok.nu += timedelta(days=BELEID.maker_dagen + 1)
    assert ("maker", "Anneke de Boer") not in gronden(store, id_)


def test_a_caseload_goes_over_whole_or_not_at_all(
    store: Store, maak_dossier: Callable[..., str], mensen: Namen
) -> None:
    ids = [maak_dossier("A", "Eerst"), maak_dossier("B", "Tweede")]
    blijft = maak_dossier("C", "Derde")
    al_van_jelle = maak_dossier("D", "Vierde", klantmanager_id=mensen["jelle"])
    with pytest.raises(Invoerfout):
        verlenen.draag_caseload_over(store, [*ids, al_van_jelle], mensen["jelle"])
    with store.lees() as sessie:
        assert [r.id for r in toegang.caseload(sessie, mensen["anneke"])] == [blijft, *ids]
    verlenen.draag_caseload_over(store, ids, mensen["jelle"])
    with store.lees() as sessie:
        assert [r.id for r in toegang.caseload(sessie, mensen["anneke"])] == [blijft]
        assert {r.id for r in toegang.caseload(sessie, mensen["jelle"])} == {*ids, al_van_jelle}
        klokken = set(
            sessie.scalars(
                sa.select(Wijziging.klok).where(
                    Wijziging.veld == "klantmanager_id",
                    Wijziging.waarde == f'"{mensen["jelle"]}"',
                    Wijziging.rij.in_(ids),
                )
            )
        )
    assert len(klokken) == 1


def test_made_up_clients_are_in_no_caseload(
    store: Store, maak_dossier: Callable[..., str], mensen: Namen
) -> None:
    maak_dossier(oefening=True)
    with store.lees() as sessie:
        assert toegang.caseload(sessie, mensen["anneke"]) == []


def test_who_can_be_chosen_fits_the_role_and_the_gemeente(
    store: Store, maak_dossier: Callable[..., str], mensen: Namen
) -> None:
    id_ = maak_dossier()
    with store.lees() as sessie:

        def namen(collegas: list[toegang.Collega]) -> list[str]:
            return [c.naam.split()[0] for c in collegas]

        assert namen(toegang.deelbaar_met(sessie, id_)) == ["Fatima", "Jelle", "Vera"]
        assert namen(toegang.overdraagbaar_aan(sessie, mensen["anneke"])) == [
            "Fatima",
            "Jelle",
            "Karin",
        ]
        assert namen(toegang.vervangers_voor(sessie, mensen["jelle"])) == ["Anneke", "Fatima"]
        assert namen(toegang.met_caseload(sessie, "0184")) == ["Urker"]


def test_breaking_the_glass_is_kept_in_the_gemeente_of_the_dossier(store: Store) -> None:
    nood.breek_glas(store, "van-een-ander", REDEN, BELEID, gemeente="0184")
    with store.lees() as sessie:
        stromen = set(sessie.scalars(sa.select(Wijziging.stroom).filter_by(entiteit="noodtoegang")))
        (rij,) = sessie.scalars(sa.select(Noodtoegang))
        assert stromen == {"0184:toegang"}
        assert (rij.medewerker_id, rij.tot) == (store.gebruiker_id, dag(store, 7))
        assert toegang.gemeente_van(sessie, "van-een-ander") == "0184"
        assert toegang.gemeente_van(sessie, "onbekend") == ""
    with pytest.raises(RedenNodig):
        nood.breek_glas(store, "nog-een", "zomaar", BELEID)


def test_the_owner_is_told_until_it_was_read(
    store: Store, maak_dossier: Callable[..., str], mensen: Namen
) -> None:
    mijn = maak_dossier("Amina", "Haddad")
    van_jelle = maak_dossier("Omar", "Darwish", klantmanager_id=mensen["jelle"])
    store.word(mensen["fatima"])
    for id_ in (mijn, van_jelle):
        nood.breek_glas(store, id_, REDEN, BELEID)
    store.word(mensen["anneke"])
    with store.lees() as sessie:
        (regel,) = nood.ongelezen_nood(sessie, mensen["anneke"])
        assert nood.ongelezen_nood(sessie, mensen["anneke"], van_jelle) == []
        assert nood.ongelezen_nood(sessie, mensen["fatima"]) == []
    assert (regel.dossier, regel.naam, regel.wie) == (mijn, "Amina Haddad", "Fatima Aydin")
    assert (regel.reden, regel.tot) == (REDEN, dag(store, 7))
    assert abs(regel.moment - store.nu()) < timedelta(seconds=1)
    assert ("nood", "Fatima Aydin") in gronden(store, mijn)
    gemeld: list[Mapping[str, object]] = []
    store.gewijzigd.verbind(gemeld.append)
    nood.lees_nood(store, [regel.id])
    assert [set(g) for g in gemeld] == [{"noodtoegang"}]
    with store.lees() as sessie:
        assert nood.ongelezen_nood(sessie, mensen["anneke"]) == []


def test_ones_own_broken_glass_is_no_news(store: Store, maak_dossier: Callable[..., str]) -> None:
    nood.breek_glas(store, maak_dossier(), REDEN, BELEID)
    with store.lees() as sessie:
        assert nood.ongelezen_nood(sessie, store.gebruiker_id or "") == []


def test_a_number_is_found_on_this_laptop_first(
    store: Store, maak_dossier: Callable[..., str]
) -> None:
    id_ = maak_dossier(bsn="123456782", v_nummer="1234567890")
    maak_dossier("Oefen", "Cliënt", oefening=True, v_nummer="9999999999")
    with store.lees() as sessie:
        nummer = sessie.get_one(Dossier, id_).nummer
        for gezocht in (nummer, "123456782", "1234567890"):
            assert toegang.dossier_met(sessie, gezocht) == id_
        assert toegang.dossier_met(sessie, "9999999999") is None
