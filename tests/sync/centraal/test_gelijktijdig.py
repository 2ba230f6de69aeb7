"""Many at once: no gap, nothing missed, no deadlock that reaches anybody (sync.md)."""

from __future__ import annotations

import random
import threading
from collections import defaultdict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from desktop.sync.antwoorden import Cursor, Plek
from desktop.sync.centraal.toestand import toestand
from desktop.sync.centrale import Centrale
from tests.sync.bouw import GEMEENTE, Laptop, nieuw
from tests.sync.conftest import Centrum

SCHRIJVERS = 16
KLASSEN = ("gewoon", "werk", "geld", "gezondheid", "wonen")


class Volger:
    """Follows streams by cursor while others write; fails when a number is passed over."""

    def __init__(self, centrale: Centrale, plekken: list[Plek]) -> None:
        self._centrale = centrale
        self._stand = dict.fromkeys(plekken, 0)
        self.gezien: dict[Plek, list[str]] = defaultdict(list)

    def ronde(self, hoeveel: int = 137) -> int:
        """Fetches once; how many rows that were."""
        cursors = [Cursor(plek, nr) for plek, nr in self._stand.items()]
        random.shuffle(cursors)
        binnen = self._centrale.haal(cursors, hoeveel)
        for een in binnen:
            assert een.nr == self._stand[een.plek] + 1, "a number was passed over"
            self._stand[een.plek] = een.nr
            self.gezien[een.plek].append(str(een.rij[0]))
        return len(binnen)

    def volg(self, klaar: threading.Event) -> dict[Plek, list[str]]:
        """Until the writers are ready and nothing is left."""
        while not klaar.is_set():
            self.ronde()
        while self.ronde():
            pass
        return self.gezien


@pytest.mark.parametrize("zelfde", [True, False], ids=["the same dossiers", "different dossiers"])
def test_readers_who_follow_miss_nothing(centrum: Centrum, zelfde: bool) -> None:
    anneke = centrum.laptop("anneke")
    dossiers = [nieuw() for _ in range(4 if zelfde else SCHRIJVERS)]
    for dossier in dossiers:
        anneke.breng(anneke.dossier(dossier))
    laptops = [centrum.laptop("anneke") for _ in range(SCHRIJVERS)]
    geschreven: dict[Plek, set[str]] = defaultdict(set)
    slot = threading.Lock()

    def schrijf(nr: int) -> None:
        dobbel, laptop = random.Random(nr), laptops[nr]
        for _ in range(6):
            rijen = []
            for _ in range(dobbel.randint(1, 40)):
                dossier = dobbel.choice(dossiers) if zelfde else dossiers[nr]
                klasse = dobbel.choice(KLASSEN)
                rij = laptop.rij("antwoord", nieuw(), "waarde", nr, dossier=dossier, klasse=klasse)
                rijen.append(rij)
            antwoord = laptop.breng(rijen)
            assert (antwoord.fout, antwoord.geweigerd) == ("", ())
            with slot:
                for rij in rijen:
                    plek = Plek(GEMEENTE, str(rij[2]), str(rij[1]).split(":")[1])
                    geschreven[plek].add(str(rij[0]))

    plekken = [Plek(GEMEENTE, d, k) for d in dossiers for k in KLASSEN]
    klaar = threading.Event()
    with ThreadPoolExecutor(SCHRIJVERS + 3) as draden:
        volgers = [
            draden.submit(Volger(centrum.laptop(naam).centrale, plekken).volg, klaar)
            for naam in ("anneke", "anneke", "carla")
        ]
        schrijvers = [draden.submit(schrijf, nr) for nr in range(SCHRIJVERS)]
        try:
            for een in schrijvers:
                een.result()
        finally:
            klaar.set()
        eerste, tweede, carla = (v.result() for v in volgers)
    assert {plek: set(ids) for plek, ids in eerste.items()} == geschreven
    assert eerste == tweede
    assert carla == {p: ids for p, ids in eerste.items() if p.klasse != "gezondheid"}
    with centrum.beheer() as verbinding:
        t = toestand(verbinding)
        botsingen = verbinding.execute(
            "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"
        ).fetchone()
    assert t.heel, (t.stromen_fout, t.ketens_fout)
    assert botsingen == (0,)


def test_two_windows_of_one_laptop_push_the_same_rows_once(centrum: Centrum) -> None:
    anneke = centrum.laptop("anneke")
    rijen = [rij for _ in range(10) for rij in anneke.dossier()]
    vensters = [Laptop(anneke.verbinding, anneke.medewerker, id=anneke.id) for _ in range(8)]
    with ThreadPoolExecutor(8) as draden:
        antwoorden = list(
            draden.map(lambda p: p[1].breng(rijen[: 5 + p[0] * 5]), enumerate(vensters))
        )
    assert all((a.fout, a.geweigerd) == ("", ()) for a in antwoorden)
    assert max(a.hoogste for a in antwoorden) == 40
    assert set(anneke.haal_alles()) == {str(r[0]) for r in rijen}
    with centrum.beheer() as verbinding:
        assert toestand(verbinding).heel
        assert verbinding.execute("SELECT count(*) FROM viergesprek.geweigerd").fetchone() == (0,)


def test_the_same_field_by_everybody_at_once_keeps_every_head(centrum: Centrum) -> None:
    anneke = centrum.laptop("anneke")
    begin = anneke.dossier()
    anneke.breng(begin)
    dossier, nota = str(begin[0][4]), nieuw()
    eerste = anneke.rij("notitie", nota, "tekst", "begin", dossier=dossier)
    anneke.breng([eerste])
    laptops = [centrum.laptop("anneke") for _ in range(SCHRIJVERS)]
    rijen = [
        laptop.rij("notitie", nota, "tekst", nr, dossier=dossier, ouders=[str(eerste[0])])
        for nr, laptop in enumerate(laptops)
    ]
    with ThreadPoolExecutor(SCHRIJVERS) as draden:
        antwoorden = list(
            draden.map(lambda p: p[0].breng([p[1]]), zip(laptops, rijen, strict=True))
        )
    assert all(a.geweigerd == () and not a.fout for a in antwoorden)
    with centrum.beheer() as verbinding:
        koppen = verbinding.execute(
            "SELECT id FROM viergesprek.kop WHERE rij = %s AND veld = 'tekst'", (nota,)
        ).fetchall()
    assert {k[0] for k in koppen} == {str(r[0]) for r in rijen}


def test_one_change_under_two_device_ids_at_once_is_kept_once(centrum: Centrum) -> None:
    """Two laptops that are copies of one another offer the same unsent changes."""
    anneke = centrum.laptop("anneke")
    rijen = anneke.dossier()
    kopieen = [centrum.laptop("anneke") for _ in range(4)]
    pakken = [[laptop.herstempel(rij) for rij in rijen] for laptop in kopieen]
    with ThreadPoolExecutor(4) as draden:
        antwoorden = list(draden.map(lambda p: p[0].breng(p[1]), zip(kopieen, pakken, strict=True)))
    assert [(a.fout, a.hoogste, a.geweigerd) for a in antwoorden] == [("", 4, ())] * 4
    assert len(anneke.haal_alles()) == 4


def test_pushes_erasures_and_hand_overs_at_once_end_whole(centrum: Centrum) -> None:
    laptops = [centrum.laptop(naam) for naam in ("anneke", "anneke", "bram", "bram", "carla")]
    dossiers: list[str] = []
    for laptop in laptops:
        for _ in range(3):
            rijen = laptop.dossier()
            dossiers.append(str(rijen[0][4]))
            laptop.breng(rijen)
    mensen = [centrum.medewerker("anneke"), centrum.medewerker("bram")]

    def werk(nr: int) -> list[Any]:
        dobbel, laptop, fouten = random.Random(nr), laptops[nr], []
        for _ in range(12):
            rijen = [
                laptop.rij(
                    "notitie",
                    nieuw(),
                    "tekst",
                    "x",
                    dossier=dobbel.choice(dossiers),
                    klasse=dobbel.choice(KLASSEN),
                )
                for _ in range(dobbel.randint(1, 8))
            ]
            doel = dobbel.choice(dossiers)
            rijen.append(
                laptop.rij(
                    "dossier",
                    doel,
                    "klantmanager_id",
                    dobbel.choice(mensen),
                    dossier=doel,
                    klasse="identiteit",
                )
            )
            antwoord = laptop.breng(rijen)
            if antwoord.fout:
                fouten.append(antwoord)
        return fouten  # fmt: skip

    els = centrum.laptop("els").centrale
    with ThreadPoolExecutor(6) as draden:
        bezig = [draden.submit(werk, nr) for nr in range(len(laptops))]
        gewist = draden.submit(
            lambda: [els.wis(GEMEENTE, dossier, "x") for dossier in dossiers[::3]]
        )
        assert [b.result() for b in bezig] == [[]] * len(laptops)
        assert gewist.result() == [1, 2, 3, 4, 5]
    with centrum.beheer() as verbinding:
        t = toestand(verbinding)
        assert t.heel, (t.stromen_fout, t.ketens_fout)
        assert verbinding.execute(
            "SELECT count(*) FROM viergesprek.wijziging WHERE dossier = ANY (%s) "
            "AND (waarde IS NOT NULL OR zout IS NOT NULL)", (dossiers[::3],)
        ).fetchone() == (0,)  # fmt: skip
        toegang = verbinding.execute(
            "SELECT dossier, array_agg(medewerker ORDER BY medewerker) FROM viergesprek.toegang "
            "WHERE grond = 'klantmanager' GROUP BY dossier"
        ).fetchall()
        koppen = verbinding.execute(
            "SELECT rij, array_agg(DISTINCT waarde::json #>> '{}' ORDER BY waarde::json #>> '{}') "
            "FROM viergesprek.kop WHERE veld = 'klantmanager_id' GROUP BY rij"
        ).fetchall()
    assert dict(toegang) == dict(koppen)


def test_the_centre_restarted_in_the_middle_loses_nothing(
    nieuwe_database: Callable[[], Centrum],
) -> None:
    """PostgreSQL is stopped as by a power cut between and during pushes; the laptop goes on."""
    centrum = nieuwe_database()
    with centrum.beheer() as verbinding:
        verbinding.execute("CHECKPOINT")
    anneke = centrum.laptop("anneke")
    rijen = [rij for _ in range(40) for rij in anneke.dossier()]
    klaar = threading.Event()
    fouten: list[str] = []

    def breng() -> None:
        nr = 0
        while nr < len(rijen):
            try:
                nr = anneke.breng(rijen[nr : nr + 8]).hoogste
            except Exception as fout:
                fouten.append(type(fout).__name__)
                # What a round does: ask how far it is.
                while True:
                    try:
                        nr = anneke.groet().volgnummer
                        break
                    except Exception as nogmaals:
                        fouten.append(type(nogmaals).__name__)
        klaar.set()

    draad = threading.Thread(target=breng)
    draad.start()
    centrum.postgres.herstart("immediate")
    draad.join(60)
    assert klaar.is_set()
    assert set(fouten) <= {"GeenNetwerk", "CentraleBezig"}
    assert len(Laptop.haal_alles(anneke)) == 160
    with centrum.beheer() as verbinding:
        assert toestand(verbinding).heel
