"""Putting a copy back: all of it or nothing, as another device, and the present file is kept."""

from __future__ import annotations

import errno
import random
import shutil
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from desktop.models.dossier import Dossier
from desktop.models.intake import BredeIntake
from desktop.models.vragen import Vragenlijst
from desktop.models.wijziging import Apparaat
from desktop.store import bewaren, migratie, terugzetten, wissel
from desktop.store.bestanden import GEGEVENS, KOPIEEN, OPZIJ, TERUGZETTEN
from desktop.store.fouten import BestandBezet, BestandTeNieuw, SchijfVol, ViergesprekFout
from desktop.store.motor import maak_motor, verbind
from desktop.store.store import Store
from desktop.store.terugzetten import GeenKopie, KopieOnleesbaar
from tests.conftest import SLEUTEL, Klok
from tests.sjabloon import Sjabloon
from tests.store.bladen import bladen
from tests.store.kleineschijf import kleine_schijf
from tests.store.tabellen import tabellen

GROND = "De bewaartermijn van 5 jaar is voorbij."
Zet = Callable[..., Path]


@pytest.fixture
def zet(store: Store, lijst: Vragenlijst, klok: Klok) -> Zet:
    """Puts a copy back in the folder of the store, which is closed first and opened after."""

    def doe(kopie: Path, sleutel: bytes = SLEUTEL) -> Path:
        store.sluit()
        try:
            return terugzetten.zet_terug(store.map, kopie, sleutel, lijst, klok())
        finally:
            store.heropen(SLEUTEL)

    return doe


@pytest.fixture
def kopie(store: Store, klok: Klok, maak_dossier: Callable[..., str]) -> Path:
    """A copy with one dossier; then the store went on."""
    maak_dossier("Amina", "Haddad", telefoon="0612345678")
    gemaakt = store.reservekopie()
    klok.nu += timedelta(minutes=1)
    maak_dossier("Yonas", "Tekle")
    return gemaakt


def wie(store: Store) -> list[str]:
    with store.lees() as sessie:
        return list(sessie.scalars(sa.select(Dossier.voornamen).order_by(Dossier.voornamen)))


def apparaat(store: Store) -> Any:
    with store.lees() as sessie:
        return sessie.execute(sa.select(Apparaat.id, Apparaat.volgnummer, Apparaat.bevestigd)).one()


def alles(map_: Path) -> dict[str, bytes]:
    return {
        str(pad.relative_to(map_)): pad.read_bytes()
        for pad in sorted(map_.rglob("*"))
        if pad.is_file() and not pad.name.endswith(("-wal", "-shm"))
    }


def test_the_store_is_as_it_was_and_the_present_file_is_kept(
    store: Store, kopie: Path, zet: Zet, lijst: Vragenlijst
) -> None:
    opzij = zet(kopie)
    assert wie(store) == ["Amina"]
    assert opzij.parent == store.map / OPZIJ
    with_later = Store(opzij, SLEUTEL, lijst)
    assert wie(with_later) == ["Amina", "Yonas"]
    with_later.sluit()
    assert not (store.map / TERUGZETTEN).exists()
    assert kopie.exists()
    assert store.controleer_keten() == []
    nu = tabellen(store)
    store.herbouw()
    assert tabellen(store) == nu


def test_it_goes_on_as_another_device_with_what_was_not_confirmed(
    store: Store, kopie: Path, zet: Zet, maak_dossier: Callable[..., str]
) -> None:
    oud = apparaat(store)
    zet(kopie)
    nieuw = apparaat(store)
    assert nieuw.id != oud.id
    assert nieuw.bevestigd == 0
    with store.lees() as sessie:
        rijen = sessie.execute(
            sa.text("SELECT apparaat, volgnummer FROM wijziging ORDER BY volgnummer")
        ).all()
    assert {rij.apparaat for rij in rijen} == {nieuw.id}
    assert [rij.volgnummer for rij in rijen] == list(range(1, nieuw.volgnummer + 1))
    maak_dossier("Salma")
    assert store.controleer_keten() == []


def test_what_the_centre_had_confirmed_keeps_its_stamp(
    store: Store, maak_dossier: Callable[..., str], zet: Zet
) -> None:
    maak_dossier("Amina")
    oud = apparaat(store)
    with store.neem_op() as inkomst:
        inkomst.verbinding.exec_driver_sql("UPDATE apparaat SET bevestigd = volgnummer")
    with store.work() as work:
        work.session.query(Dossier).one().telefoon = "0612345678"
    zet(store.reservekopie())
    nieuw = apparaat(store)
    with store.lees() as sessie:
        vraag = sa.text("SELECT apparaat, count(*) FROM wijziging GROUP BY apparaat")
        per = dict(sessie.execute(vraag).all())
    assert per == {oud.id: oud.volgnummer, nieuw.id: 1}
    assert (nieuw.volgnummer, nieuw.bevestigd) == (1, 0)
    assert store.controleer_keten() == []


def test_what_was_erased_since_does_not_come_back(
    store: Store, zet: Zet, maak_dossier: Callable[..., str], maak_intake: Callable[..., str]
) -> None:
    weg = maak_dossier("Wolletjeskanarie")
    intake_id = maak_intake(voornamen="Amina")
    with store.work() as work:
        zitting = work.get(BredeIntake, intake_id).plan_zitting(date(2026, 11, 20))
        zitting.tolk_bureau = "Tolkenbureaustoel"
    kopie = store.reservekopie()
    deel = bewaren.Deel("zitting", zitting.id, bewaren.TOLKVELDEN)
    bewaren.wis_hier(store, [weg], [deel], GROND)
    zet(kopie)
    assert wie(store) == ["Amina"]
    inhoud = bladen(store.map / GEGEVENS, SLEUTEL)
    assert b"Amina" in inhoud
    assert b"Wolletjeskanarie" not in inhoud
    assert b"Tolkenbureaustoel" not in inhoud
    with store.lees() as sessie:
        assert sessie.scalars(sa.text("SELECT nr FROM gewist")).all() == [-1]
        assert bewaren.gewiste_delen(sessie.connection()) == [deel]


@pytest.mark.parametrize("keer", range(2))
def test_a_damaged_file_gives_way_with_its_log(
    store: Store, kopie: Path, zet: Zet, keer: int
) -> None:
    """Of other noise SQLite makes something else: it may take it for an empty file."""
    store.sluit()
    pad = store.map / GEGEVENS
    kapot = random.Random(keer).randbytes(40_000)
    pad.write_bytes(kapot)
    (store.map / f"{GEGEVENS}-wal").write_bytes(kapot)
    store.heropen = lambda _sleutel: None  # type: ignore[method-assign]
    opzij = zet(kopie)
    del store.heropen
    assert (opzij / GEGEVENS).read_bytes() == kapot
    assert (opzij / f"{GEGEVENS}-wal").read_bytes() == kapot
    store.heropen(SLEUTEL)
    assert wie(store) == ["Amina"]


def test_a_file_that_is_gone_comes_back(store: Store, kopie: Path, zet: Zet) -> None:
    store.sluit()
    (store.map / GEGEVENS).unlink()
    zet(kopie)
    assert wie(store) == ["Amina"]


def test_what_was_put_aside_can_be_put_back(
    store: Store, kopie: Path, zet: Zet, klok: Klok
) -> None:
    opzij = zet(kopie)
    klok.nu += timedelta(minutes=1)
    zet(opzij / GEGEVENS)
    assert wie(store) == ["Amina", "Yonas"]


def test_a_copy_of_an_older_version_is_brought_up_to_date(
    store: Store, zet: Zet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sjabloon: Sjabloon
) -> None:
    from alembic import command

    oud = tmp_path / "oud.db"
    echt = command.upgrade
    monkeypatch.setattr(command, "upgrade", lambda instelling, _tot: echt(instelling, "0001"))
    motor = maak_motor(oud, SLEUTEL)
    sjabloon.echt(motor)
    with motor.begin() as verbinding:
        verbinding.exec_driver_sql(
            "INSERT INTO apparaat (id, volgnummer, klok, vorige) VALUES ('oud', 0, ?, '')",
            ("0" * 20,),
        )
    motor.dispose()
    monkeypatch.undo()
    zet(oud)
    assert migratie.versie(store._motor) == migratie.HUIDIG
    assert apparaat(store).id != "oud"


# Nothing changes when it cannot be done


@pytest.fixture
def onveranderd(store: Store) -> Iterator[None]:
    """Holds the whole folder against itself, before and after."""
    store.sluit()
    voor = alles(store.map)
    store.heropen(SLEUTEL)
    yield
    if not store.op_slot:
        store.sluit()
    assert alles(store.map) == voor
    store.heropen(SLEUTEL)


def _vreemd(map_: Path, lijst: Vragenlijst) -> Path:
    (map_ / "ander").mkdir()
    ander = Store(map_ / "ander", bytes(32), lijst)
    pad = ander.reservekopie()
    ander.sluit()
    return pad


def test_a_copy_under_another_key_is_refused(
    store: Store,
    kopie: Path,
    lijst: Vragenlijst,
    zet: Zet,
    tmp_path_factory: Any,
    onveranderd: None,
) -> None:
    with pytest.raises(KopieOnleesbaar) as fout:
        zet(_vreemd(tmp_path_factory.mktemp("vreemd"), lijst))
    assert "niets veranderd" in fout.value.zin
    assert wie(store) == ["Amina", "Yonas"]


@pytest.mark.parametrize("plek", [20, 5000, -3000])
def test_a_damaged_copy_is_refused(
    store: Store, kopie: Path, zet: Zet, tmp_path_factory: Any, onveranderd: None, plek: int
) -> None:
    kapot = bytearray(kopie.read_bytes())
    kapot[plek] ^= 1
    pad = tmp_path_factory.mktemp("kapot") / "kapot.db"
    pad.write_bytes(kapot)
    with pytest.raises(KopieOnleesbaar):
        zet(pad)


def test_what_is_no_copy_is_refused(
    store: Store, kopie: Path, zet: Zet, tmp_path_factory: Any, onveranderd: None
) -> None:
    map_ = tmp_path_factory.mktemp("iets")
    ander = verbind(map_ / "ander.db", SLEUTEL)
    ander.execute("CREATE TABLE boodschappen (wat)")
    ander.close()
    (map_ / "brief.txt").write_text("Beste collega, " * 500)
    (map_ / "map.db").mkdir()
    for naam, soort in (
        ("ander.db", GeenKopie),
        ("brief.txt", KopieOnleesbaar),
        ("map.db", GeenKopie),
        ("weg.db", GeenKopie),
    ):
        with pytest.raises(soort):
            zet(map_ / naam)


def test_a_copy_of_a_newer_version_is_refused(
    store: Store, kopie: Path, zet: Zet, tmp_path_factory: Any, onveranderd: None
) -> None:
    nieuwer = tmp_path_factory.mktemp("nieuwer") / "nieuwer.db"
    shutil.copyfile(kopie, nieuwer)
    verbinding = verbind(nieuwer, SLEUTEL)
    verbinding.execute("UPDATE alembic_version SET version_num = '9999'")
    verbinding.close()
    with pytest.raises(BestandTeNieuw):
        zet(nieuwer)


def test_an_open_program_keeps_its_file(
    store: Store, kopie: Path, lijst: Vragenlijst, klok: Klok, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(terugzetten, "GEDULD_S", 0.1)
    assert wie(store) == ["Amina", "Yonas"]  # its connections stay open
    with pytest.raises(BestandBezet):
        terugzetten.zet_terug(store.map, kopie, SLEUTEL, lijst, klok())
    assert wie(store) == ["Amina", "Yonas"]
    assert not (store.map / TERUGZETTEN).exists()
    assert not (store.map / OPZIJ).exists()


@pytest.mark.parametrize("ruimte", [0.3, 1.0, 1.01, 1.02, 1.03, 1.04, 1.05, 1.07])
def test_a_full_disk_changes_nothing(
    lijst: Vragenlijst, klok: Klok, tmp_path: Path, ruimte: float
) -> None:
    """No room for the copy, or room for it and not for making it another device's."""
    with kleine_schijf(tmp_path / "schijf", 4000) as map_:
        store = Store(map_, SLEUTEL, lijst, klok=klok)
        kopie = Path(shutil.move(store.reservekopie(), tmp_path / "kopie.db"))
        store.sluit()
        vrij = shutil.disk_usage(map_).free - round(kopie.stat().st_size * ruimte)
        (map_ / "ballast").write_bytes(b"x" * vrij)
        voor = alles(map_)
        with pytest.raises(SchijfVol):
            terugzetten.zet_terug(map_, kopie, SLEUTEL, lijst, klok())
        assert alles(map_) == voor
        assert not (map_ / TERUGZETTEN).exists()


@pytest.mark.parametrize("keer", [1, 2])
def test_a_rename_that_fails_is_undone_or_finished_by_the_next_start(
    store: Store,
    kopie: Path,
    lijst: Vragenlijst,
    klok: Klok,
    keer: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store.sluit()
    gezien: list[Path] = []
    echt = wissel.verplaats

    def weiger(van: Path, naar: Path) -> None:
        gezien.append(van)
        if len(gezien) == keer:
            raise OSError(errno.EBUSY, "bezet")
        echt(van, naar)

    monkeypatch.setattr(wissel, "verplaats", weiger)
    with pytest.raises(ViergesprekFout):
        terugzetten.zet_terug(store.map, kopie, SLEUTEL, lijst, klok())
    monkeypatch.undo()
    store.heropen(SLEUTEL)
    assert wie(store) == (["Amina", "Yonas"] if keer == 1 else ["Amina"])
    assert not (store.map / TERUGZETTEN).exists()


def test_what_was_left_half_ready_goes_at_the_next_start(
    store: Store, kopie: Path, lijst: Vragenlijst
) -> None:
    terugzetten.bereid_voor(store.map, kopie, SLEUTEL, lijst)
    assert sorted(p.name for p in (store.map / TERUGZETTEN).iterdir()) == [GEGEVENS]
    store.sluit()
    opnieuw = Store(store.map, SLEUTEL, lijst)
    assert wie(opnieuw) == ["Amina", "Yonas"]
    opnieuw.sluit()
    assert not (store.map / TERUGZETTEN).exists()
    assert {p.name for p in store.map.iterdir()} == {GEGEVENS, KOPIEEN}


def test_what_a_killed_program_left_in_the_log_is_kept_too(
    store: Store, kopie: Path, lijst: Vragenlijst, klok: Klok, tmp_path_factory: Any
) -> None:
    """The log holds the last work; a file that was copied while open has it beside it."""
    heet = tmp_path_factory.mktemp("heet")
    for naam in (GEGEVENS, f"{GEGEVENS}-wal"):
        shutil.copyfile(store.map / naam, heet / naam)
    assert (heet / f"{GEGEVENS}-wal").stat().st_size > 0
    opzij = terugzetten.zet_terug(heet, kopie, SLEUTEL, lijst, klok())
    for map_, namen in ((opzij, ["Amina", "Yonas"]), (heet, ["Amina"])):
        ander = Store(map_, SLEUTEL, lijst)
        assert wie(ander) == namen
        ander.sluit()
