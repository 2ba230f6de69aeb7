"""Several laptops around one centre, and a book of everything that was ever saved on them."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import psycopg

from desktop.models.vragen import Vragenlijst
from desktop.store.inkomend import APPARAAT, DOSSIER, ID, VELD, WAARDE, ZOUT
from tests.sync import waarborgen
from tests.sync.conftest import Centrum
from tests.sync.laptop import Laptop
from tests.sync.waarborgen import Geschreven, Inzicht

MENSEN = ("anneke", "anneke", "bram", "carla", "vww")
"""Two klantmanagers, one of whom has two laptops; their leidinggevende; a partner who reads."""


@dataclass(frozen=True)
class Client:
    """A dossier, and the word that stands in every value of it and nowhere else."""

    id: str
    merk: str


class Wereld:
    """The people of MENSEN with their laptops, at rest, each knowing the others."""

    def __init__(
        self,
        nieuwe_database: Callable[[], Centrum],
        map_: Path,
        lijst: Vragenlijst,
        leeg: Path,
        mensen: Sequence[str] = MENSEN,
    ) -> None:
        self.centrum = nieuwe_database()
        self.map = map_
        map_.mkdir(parents=True)
        self.inzicht = Inzicht(self.centrum)
        self.clienten: list[Client] = []
        self.ooit: dict[str, Geschreven] = {}
        self.sticks: list[tuple[Path, frozenset[str]]] = []
        self.laptops: list[Laptop] = []
        try:
            self._richt_in(mensen, lijst, leeg)
        except BaseException:
            self.sluit()
            raise

    def _richt_in(self, mensen: Sequence[str], lijst: Vragenlijst, leeg: Path) -> None:
        self.laptops = [
            Laptop(self.centrum, naam, self.map / f"{nr}-{naam}", lijst, leeg, houd_open=True)
            for nr, naam in enumerate(mensen)
        ]
        waarborgen.tot_rust(self.laptops)

    def sluit(self) -> None:
        """Everything is gone again."""
        for laptop in self.laptops:
            laptop.sluit()
        self.inzicht.sluit()
        with psycopg.connect(self.centrum.postgres.socket_uri(), autocommit=True) as verbinding:
            verbinding.execute(f"DROP DATABASE {self.centrum.database} WITH (FORCE)")
        shutil.rmtree(self.map, ignore_errors=True)

    def schrijf_op(self, laptop: Laptop) -> None:
        """Books what this laptop saved since the last time."""
        ik = laptop.ik.id
        for id_, rij in laptop.journaal().items():
            if rij[APPARAAT] == ik and id_ not in self.ooit and rij[ZOUT] is not None:
                self.ooit[id_] = Geschreven(
                    None if rij[DOSSIER] is None else str(rij[DOSSIER]),
                    None if rij[WAARDE] is None else str(rij[WAARDE]),
                )

    def zet_terug(self, laptop: Laptop, kopie: Path) -> None:
        """The disk is put back. What was only on it is lost with it, by nobody's fault but the disk's."""
        weg = laptop.journaal().keys()
        laptop.zet_terug(kopie)
        self._streep_door(set(weg))

    def _streep_door(self, ids: set[str]) -> None:
        elders = set(self.inzicht.journaal()) | self.inzicht.geweigerd()
        for laptop in self.laptops:
            elders |= laptop.journaal().keys() | laptop.meegenomen()
        for _pad, op_stick in self.sticks:
            elders |= op_stick
        for id_ in ids - elders:
            self.ooit.pop(id_, None)

    def kopieer(self, van: Laptop, naar: Laptop) -> None:
        """Somebody puts one laptop's disk into another one: two devices with one identity."""
        weg = naar.journaal().keys()
        naar.zet_terug(van.bewaar(self.map / "kopie.db"))
        self._streep_door(set(weg))

    def schrijf_stick(self, laptop: Laptop) -> None:
        """All of it that is not confirmed, on a stick that lies on the table from now on."""
        pad = self.map / f"{len(self.sticks)}.vgtransport"
        laptop.schrijf_stick(pad)
        ids = frozenset(str(rij[ID]) for rij in laptop.te_brengen() if rij[VELD] is not None)
        self.sticks.append((pad, ids))

    @property
    def gewiste_merken(self) -> list[str]:
        """The words that may be nowhere any more."""
        gewist = self.inzicht.gewist()
        return [client.merk for client in self.clienten if client.id in gewist]

    def rust(self) -> None:
        """Quiet rounds, and then everything that must be true."""
        waarborgen.tot_rust(self.laptops)
        waarborgen.alles_klopt(self.laptops, self.inzicht, self.ooit)
        waarborgen.gewist_is_nergens(self.gewiste_merken, self.laptops, self.inzicht)
