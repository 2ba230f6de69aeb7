"""The first pull of a caseload: shows how far it is, can be stopped, and goes on where it was."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

import pytest

from desktop.sync import brengen, halen
from desktop.sync.stand import Fase, Voortgang
from tests.sync.laptop import Laptop
from tests.sync.waarborgen import Inzicht, alles_klopt, tot_rust

Maak = Callable[..., Laptop]


@pytest.fixture(autouse=True)
def kleine_porties(monkeypatch: pytest.MonkeyPatch) -> None:
    """A small caseload in many batches, as a large one in batches of a thousand."""
    monkeypatch.setattr(halen, "PER_KEER", 20)
    monkeypatch.setattr(brengen, "PER_KEER", 20)


@pytest.fixture
def caseload(laptop: Maak) -> Laptop:
    """Anneke's laptop, with ten clients that are in the centre."""
    anneke = laptop("anneke")
    for nr in range(10):
        anneke.maak_dossier(achternaam=f"Client {nr}", adres="Emmeloord", telefoon="0527")
    anneke.ronde()
    return anneke


def test_progress_counts_up_to_all_that_there_is(caseload: Laptop, laptop: Maak) -> None:
    gezien: list[Voortgang] = []
    tweede = laptop("anneke", ronde=False)
    tweede.ronde(meld=gezien.append)
    halen = [v for v in gezien if v.fase is Fase.HALEN]
    assert [v.gedaan for v in halen] == sorted(v.gedaan for v in halen)
    assert len(halen) > 4
    assert {v.totaal for v in halen} == {len(caseload.journaal())}
    assert len(tweede.dossiers()) == 10


def test_a_stopped_pull_goes_on_where_it_was(caseload: Laptop, laptop: Maak) -> None:
    tweede = laptop("anneke", ronde=False)
    stop = Event()

    def na_twee(voortgang: Voortgang) -> None:
        if voortgang.fase is Fase.HALEN and voortgang.gedaan >= 40:
            stop.set()

    eerst = tweede.ronde(meld=na_twee, stop=stop)
    assert eerst.gestopt
    assert 0 < len(tweede.dossiers()) < 10
    assert tweede.stand.laatste_contact is None, "a part is no whole round"
    daarna = tweede.ronde()
    assert not daarna.gestopt
    assert eerst.gehaald + daarna.gehaald == caseload.ronde().gehaald + _alles(tweede)
    assert len(tweede.dossiers()) == 10


def _alles(laptop: Laptop) -> int:
    """Rows that were not written here."""
    return sum(rij[11] != laptop.ik.id for rij in laptop.journaal().values())


def test_a_client_that_is_there_already_can_be_worked_on_meanwhile(
    caseload: Laptop, laptop: Maak
) -> None:
    tweede = laptop("anneke", ronde=False)
    gewerkt: list[str] = []

    def werk(voortgang: Voortgang) -> None:
        if voortgang.fase is Fase.HALEN and not gewerkt and tweede.dossiers():
            gewerkt.append(tweede.dossiers()[0])
            tweede.wijzig(gewerkt[0], adres="Urk")

    tweede.ronde(meld=werk)
    assert not tweede.stand.alles_bevestigd
    tot_rust([tweede, caseload])
    assert caseload.veld(gewerkt[0], "adres") == "Urk"
    assert caseload.strijdpunten() == []


@pytest.mark.parametrize("call", [1, 2, 4, 7])
@pytest.mark.parametrize("wanneer", ["voor", "na"])
def test_a_pull_that_is_cut_off_anywhere_misses_nothing(
    caseload: Laptop, laptop: Maak, inzicht: Inzicht, call: int, wanneer: str
) -> None:
    tweede = laptop("anneke", ronde=False)
    assert tweede.ronde_geknipt(**{wanneer: call})
    tot_rust([tweede, caseload])
    alles_klopt([tweede, caseload], inzicht)


def test_nothing_new_is_one_round_trip(caseload: Laptop, laptop: Maak) -> None:
    tweede = laptop("anneke")
    tot_rust([tweede, caseload])
    assert tweede.ronde().rondreizen == 1
