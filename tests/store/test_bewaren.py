"""Erasing on a laptop: what may go, and that nothing of it is left anywhere in the file."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
import sqlalchemy as sa

from desktop.models.antwoord import Keuze, Notitie, Notitiesoort, Wijze
from desktop.models.bewaren import Anker, Onderdeel
from desktop.models.dossier import Dossier, Huisgenoot, Relatie
from desktop.models.fouten import RedenNodig
from desktop.models.intake import BredeIntake
from desktop.models.spoor import Inzagesoort
from desktop.models.toegang import Deling
from desktop.models.verzoek import Verzoek, Verzoeksoort
from desktop.models.zitting import Zitting
from desktop.store import bewaren, uitwisseling
from desktop.store.bestanden import GEGEVENS
from desktop.store.spoor import Kijkboek
from desktop.store.store import Store
from tests.conftest import SLEUTEL, Klok
from tests.store.bladen import bladen
from tests.store.tabellen import tabellen

GROND = "De bewaartermijn van 5 jaar is voorbij."
MERKEN = (
    "Wolletjeskanarie",
    "Zonnebloempit",
    "Kinderwagenwiel",
    "Notitieblokspiraal",
    "Afspraakkaartje",
    "Halfgetyptewoorden",
    "Geheimzinnigdoen",
    "Tolkenbureaustoel",
    "Zwembadtrapje",
)


@pytest.fixture
def vol(
    store: Store, maak_dossier: Callable[..., str], maak_intake: Callable[..., str]
) -> tuple[str, str]:
    """A dossier with a marked word in every kind of place; and its intake."""
    dossier_id = maak_dossier(MERKEN[0], MERKEN[1], bsn="012345672")
    intake_id = maak_intake(dossier_id=dossier_id)
    with store.work() as work:
        work.voeg_toe(Huisgenoot(dossier_id=dossier_id, naam=MERKEN[2], relatie=Relatie.KIND))
        work.voeg_toe(
            Verzoek.nieuw(
                dossier_id,
                Verzoeksoort.CORRECTIE,
                MERKEN[8] * 900,  # overflow pages
                op=store.vandaag(),
                vandaag=store.vandaag(),
            )
        )
        work.voeg_toe(
            Deling.nieuw(
                dossier_id, store.gebruiker_id or "", MERKEN[6], tot=None, vandaag=store.vandaag()
            )
        )
    with store.work() as work:
        intake = work.get(BredeIntake, intake_id)
        intake.noteer(
            "SP", MERKEN[3], vraag=None, soort=Notitiesoort.GEWOON, door=work.door, nu=work.nu
        )
        intake.spreek_af().wat = MERKEN[4]
        zitting = intake.plan_zitting(date(2026, 11, 20))
        zitting.tolk_bureau = MERKEN[7]
        intake.beantwoord(
            store.lijst.vragen["WO01"],
            Keuze((store.lijst.vragen["WO01"].keuzecodes[0],)),
            door=work.door,
            wijze=Wijze.TOLK,
            nu=work.nu,
        )
    with store.work() as work:
        (notitie,) = work.get(BredeIntake, intake_id).notities
        notitie.tekst = f"{MERKEN[3]} nog een keer"
    store.onthoud(f"notitie:{intake_id}:x", MERKEN[5])
    store.onthoud(f"concept:dossier:{dossier_id}", json.dumps({"adres": MERKEN[5]}))
    store.onthoud("open_intake", intake_id)
    Kijkboek(store).noteer(dossier_id, Inzagesoort.DOSSIER, reden=MERKEN[6])
    return dossier_id, intake_id


def staat_er(store: Store, merk: str) -> bool:
    return merk.encode() in bladen(store.map / GEGEVENS, SLEUTEL)


def test_nothing_of_an_erased_dossier_is_left_in_any_page_of_the_file(
    store: Store, vol: tuple[str, str], maak_dossier: Callable[..., str]
) -> None:
    dossier_id, _intake = vol
    ander = maak_dossier("Blijvertje", "Ernaast")
    store.veeg_schoon()
    for merk in MERKEN:
        assert staat_er(store, merk), f"the page reader does not find {merk}"
    bewaren.wis_hier(store, [dossier_id], [], GROND)
    for merk in (*MERKEN, "012345672"):
        assert not staat_er(store, merk), merk
    assert staat_er(store, "Blijvertje")
    with store.lees() as sessie:
        assert sessie.get(Dossier, dossier_id) is None
        assert sessie.get(Dossier, ander) is not None
        lokaal = sessie.execute(sa.text("SELECT sleutel, waarde FROM lokaal")).all()
    assert not any(dossier_id in f"{s}{w}" for s, w in lokaal)
    assert store.lokaal("open_intake") is None


def test_the_journal_keeps_its_numbers_its_chain_and_its_tables(
    store: Store, vol: tuple[str, str]
) -> None:
    with store.lees() as sessie:
        voor = sessie.execute(sa.text("SELECT id, volgnummer, hash FROM wijziging")).all()
    bewaren.wis_hier(store, [vol[0]], [], GROND)
    with store.lees() as sessie:
        assert sessie.execute(sa.text("SELECT id, volgnummer, hash FROM wijziging")).all() == voor
        assert sessie.scalars(sa.text("PRAGMA foreign_key_check")).all() == []
        leeg = sessie.execute(
            sa.text("SELECT DISTINCT veld, waarde, zout FROM wijziging WHERE dossier = :d"),
            {"d": vol[0]},
        ).all()
    assert leeg == [("", None, None)]
    assert store.controleer_keten() == []
    nu = tabellen(store)
    store.herbouw()
    assert tabellen(store) == nu


def test_own_tombstones_are_never_taken_for_those_of_a_centre(
    store: Store, maak_dossier: Callable[..., str]
) -> None:
    ids = [maak_dossier(), maak_dossier()]
    for id_ in ids:
        bewaren.wis_hier(store, [id_], [], GROND)
    with store.lees() as sessie:
        nummers = sessie.execute(sa.text("SELECT dossier, nr FROM gewist ORDER BY nr DESC")).all()
        tot = uitwisseling.wissingen_tot(sessie.connection())
    assert nummers == [(ids[0], -1), (ids[1], -2)]
    assert tot["0171"] < 0, "a centre would skip its first tombstones"
    assert store.lokaal("gewist.grond:0171:-2") == GROND


def test_an_erasure_is_announced(store: Store, vol: tuple[str, str]) -> None:
    gehoord: dict[str, set[str]] = {}
    store.gewijzigd.verbind(
        lambda wat: [gehoord.setdefault(n, set()).update(ids) for n, ids in wat.items()]
    )
    bewaren.wis_hier(store, [vol[0]], [], GROND)
    assert gehoord["dossier"] == {vol[0]}
    assert {"notitie", "antwoord", "huisgenoot", "verzoek", "deling"} <= gehoord.keys()


def test_without_a_reason_nothing_goes(store: Store, vol: tuple[str, str]) -> None:
    with pytest.raises(RedenNodig):
        bewaren.wis_hier(store, [vol[0]], [], "weg")
    with store.lees() as sessie:
        assert sessie.get(Dossier, vol[0]) is not None


def test_colleagues_changes_from_a_stick_go_too(store: Store, vol: tuple[str, str]) -> None:
    with store.neem_op() as inkomst:
        for nr, dossier in ((1, vol[0]), (2, "een ander")):
            rij = ["id", "0171:werk", dossier, *([MERKEN[3]] * 15)]
            inkomst.verbinding.exec_driver_sql(
                "INSERT INTO meegenomen VALUES ('laptop', ?, ?, 'zegel')", (nr, json.dumps(rij))
            )
    bewaren.wis_hier(store, [vol[0]], [], GROND)
    with store.lees() as sessie:
        assert sessie.scalars(sa.text("SELECT volgnummer FROM meegenomen")).all() == [2]


# What may go


@pytest.fixture
def later(klok: Klok) -> Callable[[int], None]:
    """Puts the clock on."""

    def zet(jaren: int) -> None:
        klok.nu = datetime(2026 + jaren, 11, 24, 9, 0, tzinfo=UTC)

    return zet


def test_a_dossier_is_listed_five_years_after_the_last_thing_done_in_it(
    store: Store, vol: tuple[str, str], later: Callable[[int], None]
) -> None:
    store.onthoud("open_intake", None)
    later(4)
    assert bewaren.wat_weg_mag(store) != []  # parts go sooner
    assert all(v.onderdeel is not Onderdeel.DOSSIER for v in bewaren.wat_weg_mag(store))
    later(5)
    (regel,) = bewaren.wat_weg_mag(store)
    assert regel.onderdeel is Onderdeel.DOSSIER
    assert regel.naam == f"{MERKEN[0]} {MERKEN[1]}"
    assert regel.wacht, "the correction was not answered"
    with store.work() as work:
        (verzoek,) = work.session.query(Verzoek).all()
        verzoek.doe_af("Verbeterd.", op=store.vandaag())
    # That was something done.
    assert [v.onderdeel for v in bewaren.wat_weg_mag(store)] == [Onderdeel.TOLKCONTACT]


def test_looking_at_a_dossier_does_not_make_it_stay(
    store: Store, maak_dossier: Callable[..., str], later: Callable[[int], None]
) -> None:
    id_ = maak_dossier()
    later(5)
    Kijkboek(store).noteer(id_, Inzagesoort.DOSSIER)
    assert [v.dossier_id for v in bewaren.wat_weg_mag(store)] == [id_]


def test_the_term_can_begin_at_the_closing(
    store: Store, maak_intake: Callable[..., str], later: Callable[[int], None]
) -> None:
    intake_id = maak_intake()
    with store.work() as work:
        work.get(BredeIntake, intake_id).sluit(store.lijst, op=date(2026, 11, 23), reden="Klaar.")
    later(2)
    with store.work() as work:
        work.get(BredeIntake, intake_id).dossier.telefoon = "0612345678"
    later(5)
    assert bewaren.wat_weg_mag(store) == []
    bewaren.kies_anker(store, Anker.INTAKE_GESLOTEN)
    (regel,) = bewaren.wat_weg_mag(store)
    assert regel.feit == date(2026, 11, 23)


def test_a_made_up_client_is_never_listed(
    store: Store, maak_dossier: Callable[..., str], later: Callable[[int], None]
) -> None:
    maak_dossier(oefening=True)
    later(9)
    assert bewaren.wat_weg_mag(store) == []


# Parts


def test_the_interpreter_goes_after_two_years_and_the_sitting_stays(
    store: Store, vol: tuple[str, str], later: Callable[[int], None]
) -> None:
    with store.work() as work:
        (zitting,) = work.get(BredeIntake, vol[1]).zittingen
        zitting.tolk_bureau = f"{MERKEN[7]} anders geschreven"
        zitting_id = zitting.id
    store.onthoud(f"concept:zitting:{zitting_id}:tolk_bureau", MERKEN[7])
    store.onthoud(f"concept:zitting:{zitting_id}:tijd", "10:00")
    later(2)
    (regel,) = bewaren.wat_weg_mag(store)
    assert regel.onderdeel is Onderdeel.TOLKCONTACT
    bewaren.wis_hier(store, [], regel.delen, GROND)
    assert not staat_er(store, MERKEN[7])
    assert staat_er(store, MERKEN[0])
    with store.lees() as sessie:
        zitting = sessie.get_one(Zitting, zitting_id)
        assert (zitting.tolk_bureau, zitting.datum) == ("", date(2026, 11, 20))
    assert store.lokaal(f"concept:zitting:{zitting_id}:tijd") == "10:00"
    assert bewaren.wat_weg_mag(store) == []
    assert store.controleer_keten() == []
    nu = tabellen(store)
    store.herbouw()
    assert tabellen(store) == nu


def test_a_working_note_goes_and_an_ordinary_one_stays(
    store: Store, vol: tuple[str, str], later: Callable[[int], None]
) -> None:
    with store.work() as work:
        intake = work.get(BredeIntake, vol[1])
        werk = intake.noteer(
            "WO",
            "Bellen met Kladblokvelletje",
            vraag=None,
            soort=Notitiesoort.WERKAANTEKENING,
            door=work.door,
            nu=work.nu,
        )
        assert werk is not None
        werk_id = werk.id
    later(1)
    assert bewaren.wat_weg_mag(store) == [], "the talk is not closed"
    with store.work() as work:
        work.get(BredeIntake, vol[1]).sluit(store.lijst, op=date(2027, 1, 4), reden="Klaar.")
    (regel,) = bewaren.wat_weg_mag(store)
    assert regel.onderdeel is Onderdeel.WERKAANTEKENING
    bewaren.wis_hier(store, [], regel.delen, GROND)
    assert not staat_er(store, "Kladblokvelletje")
    with store.lees() as sessie:
        assert sessie.get(Notitie, werk_id) is None
        assert [n.tekst for n in sessie.get_one(BredeIntake, vol[1]).notities] == [
            f"{MERKEN[3]} nog een keer"
        ]
    nu = tabellen(store)
    store.herbouw()
    assert tabellen(store) == nu


def test_what_was_erased_in_parts_is_remembered_without_content(
    store: Store, vol: tuple[str, str]
) -> None:
    with store.work() as work:
        (zitting,) = work.get(BredeIntake, vol[1]).zittingen
    deel = bewaren.Deel("zitting", zitting.id, bewaren.TOLKVELDEN)
    bewaren.wis_hier(store, [], [deel], GROND)
    with store.lees() as sessie:
        assert bewaren.gewiste_delen(sessie.connection()) == [deel]
