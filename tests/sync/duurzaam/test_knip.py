"""The line is cut at every class of byte boundary; one good round later nothing is missing."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from desktop.store.inkomend import WAARDE
from desktop.sync import brengen, halen
from desktop.sync.centrale import Centrale
from desktop.sync.fouten import CentraleFout, GeenNetwerk
from tests.sync import waarborgen
from tests.sync.buis import NAAR, TERUG, Buis, grenzen
from tests.sync.conftest import Centrum
from tests.sync.duurzaam.halve_batch import eis_geen_halve_batch
from tests.sync.laptop import Laptop

GESPREKKEN = ("groet", "breng", "haal")
PER_KEER = 5
VELDEN = ("adres", "telefoon", "email", "voornamen", "achternaam", "dialect", "v_nummer")


@dataclass
class Lijn:
    """Anneke behind a line that can be cut, Bram on a good one, and a client that they share."""

    anneke: Laptop
    bram: Laptop
    buis: Buis
    inzicht: waarborgen.Inzicht
    dossier: str
    beurt: int = 0

    def werk(self) -> None:
        """Two batches to bring, and two to fetch."""
        self.beurt += 1
        waarden = {veld: f"{self.beurt} {veld}" for veld in VELDEN}
        self.bram.wijzig(self.dossier, **waarden)
        self.bram.ronde()
        self.anneke.wijzig(self.dossier, **{v: f"{w} A" for v, w in waarden.items()})

    def neem_op(self) -> dict[tuple[str, str], list[int]]:
        """Offsets to cut at, by conversation and direction, from a round in peace."""
        echt, uit = Centrale._alle, {}

        def vraag(centrale: Centrale, opdracht: str, *waarden: object) -> Any:
            begin = [len(self.buis.opname.naar), len(self.buis.opname.terug)]
            if "groet(" in opdracht:
                begin = [0, 0]  # with all that it takes to connect
            antwoord = echt(centrale, opdracht, *waarden)
            naam = next(n for n in GESPREKKEN if f".{n}(" in opdracht)
            for richting, plek in zip((NAAR, TERUG), begin, strict=True):
                bytes_ = bytes(self.buis.opname.stroom(richting)[plek:])
                eerste = richting == NAAR and naam == "groet"
                uit.setdefault((naam, richting), [plek + n for n in grenzen(bytes_, begin=eerste)])
            return antwoord

        Centrale._alle = vraag  # type: ignore[method-assign]
        try:
            self.anneke.ronde()
        finally:
            Centrale._alle = echt  # type: ignore[method-assign]
        return uit


@pytest.fixture
def lijn(
    laptop: Callable[..., Laptop], centrum: Centrum, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Lijn]:
    monkeypatch.setattr(brengen, "PER_KEER", PER_KEER)
    monkeypatch.setattr(halen, "PER_KEER", PER_KEER)
    anneke, bram = laptop("anneke"), laptop("bram")
    anneke.ronde()
    dossier = anneke.maak_dossier()
    anneke.deel(dossier, "bram")
    for een in (anneke, bram):
        een.ronde()
    inzicht = waarborgen.Inzicht(centrum)
    with Buis((centrum.postgres.host, centrum.postgres.poort)) as buis:
        verbinding = centrum.verbinding("anneke")
        anneke.dienst.koppel(type(verbinding)(**{**vars(verbinding), "poort": buis.poort}))
        yield Lijn(anneke, bram, buis, inzicht, dossier)
    inzicht.sluit()


def _eigen_draden() -> set[str]:
    """All threads but those of the proxy."""
    return {d.name for d in threading.enumerate() if not d.name.endswith(("_pomp)", "_verbind)"))}


@pytest.mark.parametrize("richting", [NAAR, TERUG])
@pytest.mark.parametrize("gesprek", GESPREKKEN)
def test_a_cut_costs_a_round_and_nothing_else(lijn: Lijn, gesprek: str, richting: str) -> None:
    lijn.werk()
    plaatsen = lijn.neem_op()[gesprek, richting]
    assert len(plaatsen) > 15
    draden = _eigen_draden()
    for plaats in plaatsen:
        lijn.werk()
        lijn.buis.knip = (richting, plaats)
        geknipt = lijn.buis.geknipt
        try:
            lijn.anneke.ronde()
        except CentraleFout as fout:
            assert type(fout) is GeenNetwerk, (plaats, fout)  # noqa: PT017  it may also go well
            assert fout.zin == GeenNetwerk.STANDAARD  # noqa: PT017
        else:
            # All of it had gone through: the last word of a connection needs no answer.
            assert plaats >= len(lijn.buis.opname.stroom(richting)), plaats
        lijn.buis.knip = None
        assert lijn.buis.geknipt == geknipt + 1 or plaats > len(lijn.buis.opname.stroom(richting))
        assert _eigen_draden() == draden
        eis_geen_halve_batch(lijn.anneke, lijn.inzicht)
        lijn.anneke.ronde()
        assert lijn.anneke.stand.wachtend == 0
        eis_geen_halve_batch(lijn.anneke, lijn.inzicht)
    waarborgen.tot_rust([lijn.anneke, lijn.bram])
    waarborgen.alles_klopt([lijn.anneke, lijn.bram], lijn.inzicht)
    gezegd = {r[WAARDE] for r in lijn.inzicht.journaal().values()}
    for beurt in range(1, lijn.beurt + 1):
        assert {f'"{beurt} {v}{w}"' for v in VELDEN for w in ("", " A")} <= gezegd
