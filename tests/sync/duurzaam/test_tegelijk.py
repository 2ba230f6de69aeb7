"""Others at the same time: a pooler in between, two programs on one folder, the GUI."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from desktop.models.dossier import Huisgenoot, Relatie
from desktop.sync.centrale import Centrale
from desktop.sync.dienst import Synchronisatie
from desktop.sync.fouten import AlBezig
from tests.duurzaam.proces import Regel, draai
from tests.sync import waarborgen
from tests.sync.conftest import Centrum
from tests.sync.duurzaam import werkdag
from tests.sync.duurzaam.conftest import Tweeling
from tests.sync.duurzaam.kindronde import open_ronde_store
from tests.sync.laptop import Laptop

Dagen = Callable[[str], Tweeling]
Laptops = Callable[..., Laptop]

IN_DE_SESSIE = {
    "settings": "SELECT name FROM pg_settings WHERE source = 'session' AND name NOT IN "
    "('application_name', 'client_encoding')",
    "prepared statements": "SELECT name FROM pg_prepared_statements",
    "advisory locks": "SELECT pid FROM pg_locks WHERE locktype = 'advisory'",
    "listening": "SELECT * FROM pg_listening_channels()",
    "temporary tables": "SELECT oid FROM pg_class WHERE relpersistence = 't'",
    "cursors": "SELECT name FROM pg_cursors",
    "an open transaction": "SELECT 1 WHERE transaction_timestamp() <> statement_timestamp()",
}


def test_every_call_may_come_over_another_connection(
    dagen: Dagen, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As through PgBouncer in transaction mode: the same round, with the same outcome."""
    echt, gebeld = Centrale._alle, 0

    def los(centrale: Centrale, vraag: str, *waarden: object) -> list[tuple[Any, ...]]:
        nonlocal gebeld
        gebeld += 1
        try:
            return echt(centrale, vraag, *waarden)
        finally:
            centrale.sluit()

    tweeling = dagen("gewoon")
    monkeypatch.setattr(Centrale, "_alle", los)
    with tweeling.kopieen.kopie() as dag:
        for _ in range(tweeling.rondes):
            werkdag.ronde(dag)
        werkdag.beeld(dag).eis_gelijk(tweeling.rustig)
    assert gebeld > 8


def test_a_call_leaves_nothing_behind_in_its_session(
    dagen: Dagen, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next one to get this connection from a pooler may be somebody else."""
    echt, gezien = Centrale._alle, set()

    def kijk(centrale: Centrale, vraag: str, *waarden: object) -> list[tuple[Any, ...]]:
        uit = echt(centrale, vraag, *waarden)
        gezien.add(vraag)
        assert centrale._open is not None
        for wat, staat in IN_DE_SESSIE.items():
            assert centrale._open.execute(staat).fetchall() == [], (vraag, wat)
        return uit

    tweeling = dagen("gewoon")
    monkeypatch.setattr(Centrale, "_alle", kijk)
    with tweeling.kopieen.kopie() as dag:
        werkdag.ronde(dag)
    assert len(gezien) >= 4


def test_two_programs_on_one_folder_make_one_round_at_a_time(dagen: Dagen) -> None:
    """Whoever comes second is told so, can write on, and finds no lock of the dead."""
    tweeling = dagen("gewoon")
    with tweeling.kopieen.kopie() as dag:
        store = open_ronde_store(dag.map)
        gezien: list[str] = []

        def tweede(regel: Regel) -> bool:
            if regel["soort"] != "begin":
                return False
            with pytest.raises(AlBezig) as fout:
                Synchronisatie(store).ronde()
            gezien.append(fout.value.zin)
            store.onthoud("plek:proef", "hier")
            return True

        draai(dag.map, "ronde", "antwoord", "breng", "1", dood=tweede)
        assert gezien == [AlBezig.STANDAARD]
        store.onthoud("plek:proef", None)
        store.sluit()
        for _ in range(tweeling.rondes):
            werkdag.ronde(dag)
        werkdag.beeld(dag).eis_gelijk(tweeling.rustig)


def test_a_gesture_comes_after_the_batch_that_is_being_written_and_before_the_next(
    laptop: Laptops,
) -> None:
    """However quickly batch follows on batch; SQLite itself lets whoever comes first go first."""
    store = laptop("anneke").store
    klaar, begonnen = threading.Event(), threading.Event()
    batches, gewacht = 0, []

    def schrijf_aan_een_stuk() -> None:
        nonlocal batches
        while not klaar.is_set():
            with store.neem_op(herhaalbaar=True):
                begonnen.set()
                klaar.wait(0.02)
                batches += 1

    with ThreadPoolExecutor(1) as draad:
        bezig = draad.submit(schrijf_aan_een_stuk)
        try:
            for n in range(20):
                begonnen.clear()
                assert begonnen.wait(60), "no batch came after the gesture before"
                voor = batches
                store.onthoud("concept:proef", str(n))
                gewacht.append(batches - voor)
        finally:
            klaar.set()
        bezig.result()
    assert min(gewacht) >= 1, gewacht
    assert max(gewacht) <= 2, gewacht


HUISHOUDEN = 1_200


def _groot_huishouden(laptop: Laptop, dossier: str) -> None:
    """Some five thousand rows to fetch."""
    with laptop.store.work() as work:
        for n in range(HUISHOUDEN):
            work.voeg_toe(Huisgenoot(dossier_id=dossier, naam=f"Sami {n}", relatie=Relatie.KIND))


def test_the_table_is_worked_at_while_a_long_pull_runs(laptop: Laptops, centrum: Centrum) -> None:
    """Answers and drafts are written between the batches; nobody hears that the file is taken."""
    anneke, bram = laptop("anneke"), laptop("bram")
    anneke.ronde()
    samen, eigen = anneke.maak_dossier(), bram.maak_dossier()
    anneke.deel(samen, "bram")
    _groot_huishouden(anneke, samen)
    anneke.ronde()
    begonnen = threading.Event()
    geschreven = 0
    with ThreadPoolExecutor(1) as draad:
        bezig = draad.submit(bram.ronde, lambda _v: begonnen.set())
        assert begonnen.wait(60)
        while not bezig.done():
            bram.wijzig(eigen, adres=f"Urk {geschreven}")
            bram.store.onthoud("concept:proef", str(geschreven))
            geschreven += 1
        uitkomst = bezig.result()
    assert uitkomst.gehaald > 3 * HUISHOUDEN
    assert geschreven > 3
    assert bram.veld(eigen, "adres") == f"Urk {geschreven - 1}"
    assert bram.store.lokaal("concept:proef") == str(geschreven - 1)
    inzicht = waarborgen.Inzicht(centrum)
    waarborgen.tot_rust([bram, anneke])
    waarborgen.tellers_zonder_gat(inzicht)
    waarborgen.laptop_heeft_wat_zijn_gebruiker_mag_zien(bram, inzicht)
    waarborgen.koppen_volgen_uit_het_journaal(bram)
    inzicht.sluit()
