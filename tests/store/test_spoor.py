"""The trail of a dossier: who did what, when, on which laptop and why; never what it said."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from desktop.models.antwoord import Antwoord, Keuze, Notitiesoort, Wijze
from desktop.models.basis import Stroomklasse, tabel
from desktop.models.dossier import Dossier, Huisgenoot, Medewerker
from desktop.models.intake import BredeIntake
from desktop.models.spoor import (
    MET_KLASSE,
    Inzagesoort,
    Onderdeel,
    Raadpleging,
    Spoorfilter,
    Spoorregel,
    Spoorsoort,
    onderdelen_van,
)
from desktop.models.spoorwoorden import bijzonderheden, gedaan, laptop, waarvan
from desktop.models.toegang import Deling, Toegangsbeleid
from desktop.models.vragen import Vragenlijst
from desktop.models.wijziging import Wijziging
from desktop.store import nood, samen, verlenen
from desktop.store.inkomend import neem_op
from desktop.store.projectie import gejournaalde_klassen, kolommen
from desktop.store.spoor import Kijkboek, spoor
from desktop.store.store import Store
from desktop.store.versies import conflicten
from tests.conftest import SLEUTEL, Klok, open_gesprek

BELEID = Toegangsbeleid(nood_dagen=7, deling_voorstel=60, maker_dagen=30, toets_dagen=30)
REDEN = "De cliënt belde: zijn klantmanager is ziek."


def lees(store: Store, dossier_id: str, **keuze: object) -> list[Spoorregel]:
    with store.lees() as sessie:
        return spoor(sessie, dossier_id, **keuze)  # type: ignore[arg-type]


def gezien(store: Store) -> list[tuple[str, str]]:
    with store.lees() as sessie:
        rijen = sessie.scalars(sa.select(Raadpleging).order_by(Raadpleging.wat))
        return [(rij.wat.value, rij.reden) for rij in rijen]


@pytest.fixture
def dossier_id(maak_dossier: Callable[..., str]) -> str:
    return maak_dossier()


@pytest.fixture
def ander(tmp_path: Path, lijst: Vragenlijst, klok: Klok, store: Store) -> Iterator[Store]:
    """A second laptop, of a colleague; both know both."""
    with store.work() as work:
        collega = Medewerker(naam="Jelle Kramer", gemeente="0171")
        work.voeg_toe(collega)
    (tmp_path / "ander").mkdir()
    ander = Store(tmp_path / "ander", SLEUTEL, lijst, klok=klok)
    breng(store, ander)
    ander.word(collega.id)
    yield ander
    ander.sluit()


def breng(van: Store, naar: Store) -> None:
    """Everything from one laptop to the other."""
    with van.lees() as sessie:
        rijen = [tuple(rij) for rij in sessie.execute(sa.select(tabel(Wijziging)))]
    with naar.neem_op() as inkomst:
        inkomst.raak(neem_op(inkomst.verbinding, rijen).geraakt)


# Recording


def test_a_view_is_recorded_once_until_the_lock(store: Store, dossier_id: str) -> None:
    boek = Kijkboek(store)
    for _keer in range(3):
        boek.noteer(dossier_id, Inzagesoort.DOSSIER)
    assert gezien(store) == [("dossier", "")]
    boek.noteer(dossier_id, Inzagesoort.DOSSIER, Inzagesoort.GEZONDHEID)
    assert gezien(store) == [("dossier", ""), ("gezondheid", "")]
    boek.vergeet()
    boek.noteer(dossier_id, Inzagesoort.DOSSIER)
    assert [wat for wat, _reden in gezien(store)] == ["dossier", "dossier", "gezondheid"]


def test_another_dossier_is_another_view(
    store: Store, dossier_id: str, maak_dossier: Callable[..., str]
) -> None:
    boek = Kijkboek(store)
    boek.noteer(dossier_id, Inzagesoort.DOSSIER)
    boek.noteer(maak_dossier("Amina", "Haddad"), Inzagesoort.DOSSIER)
    assert len(gezien(store)) == 2


def test_several_views_at_once_are_one_unit_of_work(store: Store, dossier_id: str) -> None:
    gemeld: list[object] = []
    store.gewijzigd.verbind(gemeld.append)
    Kijkboek(store).noteer(dossier_id, Inzagesoort.GEZONDHEID, Inzagesoort.AFGESCHERMD)
    assert len(gemeld) == 1
    assert len({r.sleutel[0] for r in lees(store, dossier_id, filter=Spoorfilter.INZIEN)}) == 1


def test_a_made_up_client_is_not_recorded(store: Store, maak_dossier: Callable[..., str]) -> None:
    oefening = maak_dossier(oefening=True)
    Kijkboek(store).noteer(oefening, Inzagesoort.DOSSIER)
    assert gezien(store) == []


def test_a_dossier_that_is_not_here_yet_is_recorded_when_it_is(
    store: Store, maak_dossier: Callable[..., str]
) -> None:
    boek = Kijkboek(store)
    boek.noteer("bestaat-nog-niet", Inzagesoort.DOSSIER)
    assert gezien(store) == []
    id_ = maak_dossier(id="bestaat-nog-niet")
    boek.noteer(id_, Inzagesoort.DOSSIER)
    assert gezien(store) == [("dossier", "")]


def test_a_view_after_breaking_the_glass_carries_its_reason(store: Store, dossier_id: str) -> None:
    nood.breek_glas(store, dossier_id, REDEN, BELEID)
    Kijkboek(store).noteer(dossier_id, Inzagesoort.DOSSIER)
    assert gezien(store) == [("dossier", REDEN)]
    (kijk,) = lees(store, dossier_id, filter=Spoorfilter.INZIEN)
    assert kijk.reden == REDEN


def test_the_reason_is_gone_with_the_access(store: Store, dossier_id: str, klok: Klok) -> None:
    nood.breek_glas(store, dossier_id, REDEN, BELEID)
    klok.nu += timedelta(days=BELEID.nood_dagen + 1)
    Kijkboek(store).noteer(dossier_id, Inzagesoort.DOSSIER)
    assert gezien(store) == [("dossier", "")]


# Reading


def test_a_change_says_which_fields_and_not_what_stands_there(
    store: Store, dossier_id: str
) -> None:
    with store.work() as work:
        dossier = work.get(Dossier, dossier_id)
        dossier.telefoon, dossier.adres, dossier.bsn = "0612345678", "Urk", "123456782"
    regel = lees(store, dossier_id)[0]
    assert regel.soort is Spoorsoort.GEWIJZIGD
    assert regel.wie == "Anneke de Boer"
    assert regel.eigen
    assert waarvan(regel) == "Dossier"
    assert bijzonderheden(regel) == ("BSN", "contact")
    assert laptop(regel) == "deze laptop"
    assert abs(regel.moment - store.nu()) < timedelta(seconds=1)
    for geheim in ("0612345678", "Urk", "123456782"):
        assert geheim not in repr(regel)


def test_no_value_of_the_whole_talk_is_in_the_trail(
    store: Store, maak_intake: Callable[..., str], lijst: Vragenlijst
) -> None:
    intake_id = maak_intake()
    with store.work() as work:
        intake = work.get(BredeIntake, intake_id)
        intake.noteer(
            "WO",
            "geheimzin",
            vraag=None,
            soort=Notitiesoort.GEWOON,
            door=work.door,
            nu=work.nu,
        )
        intake.noteer(
            "RE",
            "dwangzin",
            vraag=None,
            soort=Notitiesoort.AFGESCHERMD,
            door=work.door,
            nu=work.nu,
        )
        dossier_id = intake.dossier_id
        work.voeg_toe(Huisgenoot(dossier_id=dossier_id, naam="kindnaam"))
    tekst = repr(lees(store, dossier_id, aantal=10_000))
    with store.lees() as sessie:
        waarden = sessie.scalars(
            sa.select(Wijziging.waarde).where(Wijziging.dossier == dossier_id)
        ).all()
    inhoud = {w.strip('"') for w in waarden if w and len(w) > 8}
    assert {"geheimzin", "dwangzin", "kindnaam", "Gebremedhin"} <= inhoud
    # Identities of rows and the class of data are in it; they are no content.
    mag = {dossier_id, intake_id, Stroomklasse.AFGESCHERMD.value}
    assert [w for w in inhoud - mag if w in tekst] == []


def test_a_note_says_its_class_of_data(store: Store, maak_intake: Callable[..., str]) -> None:
    intake_id = maak_intake()
    with store.work() as work:
        intake = work.get(BredeIntake, intake_id)
        intake.noteer(
            "RE", "x", vraag=None, soort=Notitiesoort.AFGESCHERMD, door=work.door, nu=work.nu
        )
        dossier_id = intake.dossier_id
    regel = next(r for r in lees(store, dossier_id) if r.entiteit == "notitie")
    assert (waarvan(regel), bijzonderheden(regel)) == ("Notitie", ("afgeschermd",))
    assert regel.klasse is Stroomklasse.AFGESCHERMD


def test_taking_something_away_is_named(store: Store, dossier_id: str) -> None:
    with store.work() as work:
        kind = Huisgenoot(dossier_id=dossier_id, naam="Sara")
        work.voeg_toe(kind)
    with store.work() as work:
        work.verwijder(work.get(Huisgenoot, kind.id))
    weg, erbij = lees(store, dossier_id)[:2]
    assert (gedaan(weg.soort), waarvan(weg)) == ("Weggehaald", "Huishouden")
    assert erbij.soort is Spoorsoort.GEWIJZIGD


def test_a_choice_between_two_values_is_named(store: Store, ander: Store, dossier_id: str) -> None:
    breng(store, ander)
    for laptop_, plaats in ((store, "Urk"), (ander, "Emmeloord")):
        with laptop_.work() as work:
            work.get(Dossier, dossier_id).adres = plaats
    breng(ander, store)
    with store.lees() as sessie:
        (conflict,) = conflicten(sessie, dossier_id)
    samen.kies(store, conflict, conflict.versies[-1])
    keus, *twee = lees(store, dossier_id)[:3]
    assert keus.soort is Spoorsoort.GEKOZEN
    assert bijzonderheden(keus) == ("contact",)
    assert [r.soort for r in twee] == [Spoorsoort.GEWIJZIGD] * 2


def test_another_laptop_is_told_apart(store: Store, ander: Store, dossier_id: str) -> None:
    breng(store, ander)
    with ander.work() as work:
        work.get(Dossier, dossier_id).adres = "Emmeloord"
    breng(ander, store)
    regel = lees(store, dossier_id)[0]
    assert (regel.wie, regel.eigen) == ("Jelle Kramer", False)
    assert laptop(regel) == f"andere laptop {regel.apparaat[:4]}"
    assert laptop(lees(ander, dossier_id)[0]) == "deze laptop"


def test_reasons_of_access_and_of_late_changes_are_there(
    store: Store, ander: Store, maak_intake: Callable[..., str], lijst: Vragenlijst
) -> None:
    intake_id = maak_intake()
    with store.lees() as sessie:
        dossier_id = sessie.get_one(BredeIntake, intake_id).dossier_id
    verlenen.deel(store, dossier_id, ander.gebruiker_id or "", "Samen op huisbezoek", tot=None)
    nood.breek_glas(store, dossier_id, REDEN, BELEID)
    redenen = {r.entiteit: r.reden for r in lees(store, dossier_id) if r.reden}
    assert redenen == {"deling": "Samen op huisbezoek", "noodtoegang": REDEN}


@pytest.mark.parametrize(("code", "verwacht"), [("WO01", "Nagebeld"), ("FG01", "")])
def test_a_reason_for_changing_health_stays_with_the_answer(
    store: Store,
    maak_intake: Callable[..., str],
    lijst: Vragenlijst,
    code: str,
    verwacht: str,
) -> None:
    intake_id = maak_intake()
    vraag = lijst.vragen[code]
    with store.work() as work:
        intake = work.get(BredeIntake, intake_id)
        intake.meld_alleen(True, door=work.door, nu=work.nu)
        intake.beantwoord(
            vraag,
            Keuze((vraag.keuzecodes[0],)),
            door=work.door,
            wijze=Wijze.TOLK,
            nu=work.nu,
            bevestigd=True,
        )
        dossier_id = intake.dossier_id
    with store.work() as work:
        antwoord = work.session.scalars(sa.select(Antwoord)).one()
        antwoord.wijzigreden = "Nagebeld"
    regel = lees(store, dossier_id)[0]
    assert regel.entiteit == "antwoord"
    assert regel.reden == verwacht


def test_pages_follow_one_another_without_a_gap_or_a_double(
    store: Store, maak_intake: Callable[..., str]
) -> None:
    intake_id = maak_intake()
    with store.lees() as sessie:
        dossier_id = sessie.get_one(BredeIntake, intake_id).dossier_id
    Kijkboek(store).noteer(dossier_id, *Inzagesoort)
    heel = lees(store, dossier_id, aantal=1_000)
    assert len(heel) == 10  # seven views at one moment, so a page ends in the middle of it
    stukken: list[Spoorregel] = []
    while stuk := lees(store, dossier_id, na=stukken[-1].sleutel if stukken else None, aantal=4):
        stukken += stuk
    assert stukken == heel
    assert [r.sleutel for r in heel] == sorted((r.sleutel for r in heel), reverse=True)


def test_the_filter_shows_changes_or_views(store: Store, dossier_id: str) -> None:
    Kijkboek(store).noteer(dossier_id, Inzagesoort.DOSSIER, Inzagesoort.BSN)
    inzien = lees(store, dossier_id, filter=Spoorfilter.INZIEN)
    wijzigingen = lees(store, dossier_id, filter=Spoorfilter.WIJZIGINGEN)
    assert {r.inzage for r in inzien} == {Inzagesoort.DOSSIER, Inzagesoort.BSN}
    assert {r.entiteit for r in wijzigingen} == {"dossier"}
    assert len(lees(store, dossier_id)) == len(inzien) + len(wijzigingen)


def test_the_trail_of_one_dossier_holds_no_other(
    store: Store, dossier_id: str, maak_dossier: Callable[..., str]
) -> None:
    tweede = maak_dossier("Amina", "Haddad")
    assert {r.sleutel[3] for r in lees(store, dossier_id)} == {dossier_id}
    assert {r.sleutel[3] for r in lees(store, tweede)} == {tweede}


def test_emptied_rows_still_show_that_something_was_done(store: Store, dossier_id: str) -> None:
    Kijkboek(store).noteer(dossier_id, Inzagesoort.DOSSIER)
    with store.neem_op() as inkomst:
        inkomst.verbinding.exec_driver_sql(
            "UPDATE wijziging SET veld = '', waarde = NULL, zout = NULL"
        )
    kijk, maak = lees(store, dossier_id)
    assert (kijk.soort, kijk.inzage) == (Spoorsoort.GEZIEN, None)
    assert (maak.soort, maak.onderdelen) == (Spoorsoort.GEWIJZIGD, ())
    assert waarvan(kijk)
    assert waarvan(maak)


def test_something_from_a_newer_version_has_a_word_too() -> None:
    regel = Spoorregel(
        ("1", "a", "toekomst", "r"),
        moment=Klok().nu,
        wie="",
        apparaat="a3f29b",
        eigen=False,
        soort=Spoorsoort.GEWIJZIGD,
        entiteit="toekomst",
    )
    assert "nieuwere versie" in waarvan(regel)
    assert laptop(regel) == "andere laptop a3f2"


# Words


def _regel(entiteit: str, **meer: object) -> Spoorregel:
    return Spoorregel(
        ("1", "a", entiteit, "r"),
        Klok().nu,
        "",
        "a",
        True,
        Spoorsoort.GEWIJZIGD,
        entiteit,
        **meer,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize("entiteit", list(gejournaalde_klassen()))
def test_every_entity_has_a_word(entiteit: str) -> None:
    assert "nieuwere versie" not in waarvan(_regel(entiteit))


@pytest.mark.parametrize("entiteit", ["dossier", "brede_intake", "zitting"])
def test_every_field_of_what_has_many_belongs_to_a_group(entiteit: str) -> None:
    for veld, _kolom in kolommen(gejournaalde_klassen()[entiteit]):
        assert len(onderdelen_van(entiteit, [veld])) == 1, veld


def test_every_group_class_and_kind_has_a_word() -> None:
    assert all(bijzonderheden(_regel("dossier", onderdelen=tuple(Onderdeel))))
    for klasse in Stroomklasse:
        assert bijzonderheden(_regel("antwoord", klasse=klasse))[0]
    for soort in Inzagesoort:
        assert waarvan(_regel("raadpleging", inzage=soort))
    assert len({gedaan(soort) for soort in Spoorsoort}) == len(Spoorsoort)
    assert set(gejournaalde_klassen()) >= MET_KLASSE


def test_what_a_deling_says_is_its_own_word(store: Store, ander: Store, dossier_id: str) -> None:
    verlenen.deel(store, dossier_id, ander.gebruiker_id or "", "Samen", tot=None)
    deling = Deling.id_van(dossier_id, ander.gebruiker_id or "")
    verlenen.neem_terug(store, deling)
    weg, erbij = lees(store, dossier_id)[:2]
    assert (gedaan(weg.soort), waarvan(weg)) == ("Weggehaald", "Delen met een collega")
    assert (gedaan(erbij.soort), waarvan(erbij)) == ("Gewijzigd", "Delen met een collega")


def test_a_whole_talk_opens_within_the_trail(store: Store, maak_intake: Callable[..., str]) -> None:
    intake_id = maak_intake(geopend=False)
    open_gesprek(store, intake_id)
    with store.lees() as sessie:
        dossier_id = sessie.get_one(BredeIntake, intake_id).dossier_id
    assert Onderdeel.GANG in {d for r in lees(store, dossier_id) for d in r.onderdelen}
