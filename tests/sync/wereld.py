"""Several laptops around one centre, and a book of everything that was ever saved on them."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from desktop.models.vragen import Vragenlijst
from desktop.store.inkomend import APPARAAT, DOSSIER, ID, WAARDE, ZOUT, Rij
from tests.sync import waarborgen
from tests.sync.conftest import Centrum
from tests.sync.laptop import Laptop
from tests.sync.waarborgen import Geschreven, Inzicht

MENSEN = ("anneke", "anneke", "bram", "carla", "vww")
"""Two klantmanagers, one of whom has two laptops; their leidinggevende; a partner who reads."""


def _geschreven(rij: Rij) -> Geschreven:
    return Geschreven(
        None if rij[DOSSIER] is None else str(rij[DOSSIER]),
        None if rij[WAARDE] is None else str(rij[WAARDE]),
    )


@dataclass(frozen=True)
class Client:
    """A dossier, and the word that stands in every value of it and nowhere else."""

    id: str
    merk: str


class Wereld:
    """The people of MENSEN with their laptops, around one centre."""

    def __init__(self, centrum: Centrum, map_: Path, lijst: Vragenlijst, leeg: Path | None) -> None:
        self.centrum = centrum
        self.map = map_
        self.inzicht = Inzicht(centrum)
        self.clienten: list[Client] = []
        self.ooit: dict[str, Geschreven] = {}
        self.sticks: list[tuple[Path, dict[str, Geschreven]]] = []
        self.laptops: list[Laptop] = []
        try:
            for nr, naam in enumerate(MENSEN):
                map_nu = map_ / f"{nr}-{naam}"
                laptop = Laptop(centrum, naam, map_nu, lijst, leeg, houd_open=True)
                self.laptops.append(laptop)
        except BaseException:
            self.sluit()
            raise

    def begin(self) -> Wereld:
        """Two clients: one shared with everybody, whose talk has begun; one of Bram alone."""
        waarborgen.tot_rust(self.laptops)
        anneke, _tweede, bram, *_ = self.laptops
        for laptop in (anneke, bram):
            merk = f"Zq{len(self.clienten)}x"
            id_ = laptop.maak_dossier(voornamen=merk, achternaam=merk, adres=merk)
            laptop.huisgenoot(id_, merk)
            self.clienten.append(Client(id_, merk))
        gedeeld = self.clienten[0].id
        intake = anneke.intake(gedeeld)
        anneke.antwoord(intake, "SP01", "familie")
        anneke.antwoord(intake, "SP03", "soms")
        for naam in ("bram", "vww"):
            anneke.deel(gedeeld, naam)
        waarborgen.tot_rust(self.laptops)
        return self

    def kopie(self, centrum: Centrum, map_: Path) -> Wereld:
        """The same once more, around a copy of the centre. This one has to be closed."""
        shutil.copytree(self.map, map_)
        nieuw = Wereld(centrum, map_, self.laptops[0].lijst, None)
        nieuw.clienten = list(self.clienten)
        return nieuw

    def sluit(self, *, blijft: bool = False) -> None:
        """The programs end; what they kept goes too, unless it `blijft`."""
        for laptop in self.laptops:
            laptop.sluit()
        self.inzicht.sluit()
        if not blijft:
            self.centrum.weg()
            shutil.rmtree(self.map, ignore_errors=True)

    def schrijf_op(self, laptop: Laptop) -> None:
        """Books what this laptop saved since the last time."""
        ik = laptop.ik.id
        for id_, rij in laptop.journaal().items():
            if rij[APPARAAT] == ik and id_ not in self.ooit and rij[ZOUT] is not None:
                self.ooit[id_] = _geschreven(rij)

    def zet_terug(self, laptop: Laptop, kopie: Path) -> None:
        """The disk is put back. What was only on it is lost with it: no program can help that."""
        weg = laptop.journaal().keys() | laptop.meegenomen()
        laptop.zet_terug(kopie)
        for id_ in weg - self._ergens():
            self.ooit.pop(id_, None)

    def _ergens(self) -> set[str]:
        uit = self.inzicht.journaal().keys() | self.inzicht.geweigerd()
        for laptop in self.laptops:
            uit |= laptop.journaal().keys() | laptop.meegenomen()
        return uit

    def kopieer(self, van: Laptop, naar: Laptop) -> None:
        """Somebody puts one laptop's disk into another one: two devices with one identity."""
        self.zet_terug(naar, van.bewaar(self.map / "kopie.db"))

    def schrijf_stick(self, laptop: Laptop) -> None:
        """All of it that is not confirmed, on a stick that lies on the table from now on."""
        pad = self.map / f"{len(self.sticks)}.vgtransport"
        laptop.schrijf_stick(pad)
        inhoud = {str(r[ID]): _geschreven(r) for r in laptop.te_brengen() if r[ZOUT] is not None}
        self.sticks.append((pad, inhoud))

    def lees_stick(self, laptop: Laptop, welke: int) -> None:
        """A colleague takes it in; what was lost since with its own laptop is there again."""
        pad, inhoud = self.sticks[welke]
        laptop.lees_stick(pad)
        ergens = laptop.journaal().keys() | laptop.meegenomen()
        self.ooit |= {id_: wat for id_, wat in inhoud.items() if id_ in ergens}

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
