"""Any interleaving of gestures, rounds, cut lines, kills, copies and wrong clocks ends well.

`VIERGESPREK_VOORBEELDEN=200` looks further, each time at something else.
"""

from __future__ import annotations

import os
import random
import secrets
import uuid
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from desktop.models.antwoord import Notitiesoort
from desktop.models.dossier import Huisgenoot
from desktop.models.intake import BredeIntake
from desktop.models.toegang import Deling
from desktop.models.vragen import Vragenlijst
from desktop.store import samen
from desktop.store.journaal import Gezien
from tests.sync import waarborgen
from tests.sync.conftest import Centrum
from tests.sync.laptop import Laptop
from tests.sync.wereld import MENSEN, Client, Wereld

VELDEN = ("adres", "nationaliteit", "v_nummer")
"""Fields of three classes of data: not everybody gets all of them."""
VRAGEN = {
    "SP01": ("familie", "vrienden", "buren"),
    "SP03": ("elke-dag", "soms", "bijna-nooit"),
    "FI01": ("coa", "uitkering"),
}
IEDEREEN = st.sampled_from(range(len(MENSEN)))
KLANTMANAGER = st.sampled_from((0, 1, 2))
WELKE = st.integers(0, 5)
GEBEUREN = 40
VOORBEELDEN = int(os.environ.get("VIERGESPREK_VOORBEELDEN", "8"))


toeval = random.Random(0)
"""Where identities come from: the same example has to go the same way twice."""


@pytest.fixture
def herhaalbaar(monkeypatch: pytest.MonkeyPatch) -> None:
    """Identities follow from a seed, that each example sets."""

    def uuid4() -> uuid.UUID:
        return uuid.UUID(int=toeval.getrandbits(128), version=4)

    monkeypatch.setattr(uuid, "uuid4", uuid4)
    monkeypatch.setattr(secrets, "randbits", toeval.getrandbits)
    monkeypatch.setattr(secrets, "choice", toeval.choice)


class Toestanden(RuleBasedStateMachine):
    """The rules are what people and fate do; `rust` is what must hold afterwards."""

    maak_wereld: Callable[[], Wereld]
    w: Wereld

    def __init__(self) -> None:
        super().__init__()
        self.geraakt: set[int] = set()
        self.formulieren: list[tuple[int, str, Gezien]] = []
        self.kopieen: dict[int, Path] = {}
        self.letters = count()
        self.stappen = 0
        self.rustte = False

    def teardown(self) -> None:
        if not hasattr(self, "w"):
            return
        try:
            self.w.rust()
        finally:
            self.w.sluit()

    # --- who and what

    def _laptop(self, wie: int) -> Laptop:
        self.geraakt.add(wie)
        return self.w.laptops[wie]

    def _client(self, laptop: Laptop, welke: int) -> Client | None:
        hier = set(laptop.dossiers())
        keus = [client for client in self.w.clienten if client.id in hier]
        return keus[welke % len(keus)] if keus else None

    def _een(self, laptop: Laptop, klasse: Any, client: Client, welke: int) -> str | None:
        with laptop.store.lees() as sessie:
            vraag = sa.select(klasse.id).where(klasse.dossier_id == client.id)
            ids = list(sessie.scalars(vraag.order_by(sa.text("rowid"))))
        return ids[welke % len(ids)] if ids else None

    def _woord(self, client: Client) -> str:
        return f"{client.merk}{next(self.letters)}"

    @initialize(zaad=st.integers(0, 7))
    def begin(self, zaad: int) -> None:
        toeval.seed(zaad)
        self.w = self.maak_wereld()

    # --- what people do

    @rule(wie=KLANTMANAGER)
    def nieuwe_client(self, wie: int) -> None:
        merk = f"Zq{len(self.w.clienten)}x"
        laptop = self._laptop(wie)
        id_ = laptop.maak_dossier(voornamen=merk, achternaam=merk)
        self.w.clienten.append(Client(id_, merk))

    @rule(wie=IEDEREEN, welke=WELKE, veld=st.sampled_from(VELDEN))
    def wijzig(self, wie: int, welke: int, veld: str) -> None:
        laptop = self._laptop(wie)
        if client := self._client(laptop, welke):
            laptop.wijzig(client.id, **{veld: self._woord(client)})

    @rule(wie=IEDEREEN, ander=IEDEREEN, welke=WELKE, veld=st.sampled_from(VELDEN))
    def wijzig_tegelijk(self, wie: int, ander: int, welke: int, veld: str) -> None:
        """Two people at the same field, without a network."""
        self.wijzig(wie, welke, veld)
        self.wijzig(ander, welke, veld)

    @rule(wie=IEDEREEN, welke=WELKE)
    def open_formulier(self, wie: int, welke: int) -> None:
        laptop = self._laptop(wie)
        if client := self._client(laptop, welke):
            gezien = laptop.store.koppen("dossier", client.id)
            self.formulieren.append((wie, client.id, gezien))

    @rule(welke=WELKE, veld=st.sampled_from(VELDEN))
    def bewaar_formulier(self, welke: int, veld: str) -> None:
        """What came in since it was opened was not seen by whoever saves it."""
        if not self.formulieren:
            return
        wie, dossier, gezien = self.formulieren.pop(welke % len(self.formulieren))
        laptop = self._laptop(wie)
        client = next(c for c in self.w.clienten if c.id == dossier)
        if laptop.heeft(dossier):
            laptop.wijzig(dossier, gezien, **{veld: self._woord(client)})

    @rule(wie=KLANTMANAGER, welke=WELKE)
    def begin_intake(self, wie: int, welke: int) -> None:
        laptop = self._laptop(wie)
        if client := self._client(laptop, welke):
            laptop.intake(client.id)

    @rule(wie=IEDEREEN, welke=WELKE, code=st.sampled_from(sorted(VRAGEN)), data=st.data())
    def antwoord(self, wie: int, welke: int, code: str, data: st.DataObject) -> None:
        laptop = self._laptop(wie)
        client = self._client(laptop, welke)
        intake = client and self._een(laptop, BredeIntake, client, welke)
        if intake is None or not laptop.begonnen(intake):
            return
        opties = data.draw(st.permutations(VRAGEN[code]))[: 1 if code == "SP03" else welke % 3]
        if opties:
            laptop.antwoord(intake, code, *opties)
        else:
            laptop.weet_niet(intake, code)

    @rule(wie=KLANTMANAGER, welke=WELKE, domein=st.sampled_from(("WO", "FG")), dicht=st.booleans())
    def noteer(self, wie: int, welke: int, domein: str, dicht: bool) -> None:
        laptop = self._laptop(wie)
        client = self._client(laptop, welke)
        intake = client and self._een(laptop, BredeIntake, client, welke)
        if client is None or intake is None:
            return
        notitie = laptop.notitie(intake) if welke % 2 else None
        soort = Notitiesoort.AFGESCHERMD if dicht else Notitiesoort.GEWOON
        laptop.noteer(intake, self._woord(client), domein=domein, soort=soort, notitie_id=notitie)

    @rule(wie=KLANTMANAGER, welke=WELKE, weg=st.booleans())
    def huishouden(self, wie: int, welke: int, weg: bool) -> None:
        laptop = self._laptop(wie)
        client = self._client(laptop, welke)
        if client is None:
            return
        iemand = self._een(laptop, Huisgenoot, client, welke)
        if iemand is None:
            laptop.huisgenoot(client.id, self._woord(client))
        elif weg:
            laptop.haal_weg(iemand)
        else:
            laptop.zet(Huisgenoot, iemand, naam=self._woord(client))

    @rule(wie=KLANTMANAGER, welke=WELKE, met=st.sampled_from(("bram", "vww")))
    def deel(self, wie: int, welke: int, met: str) -> None:
        laptop = self._laptop(wie)
        if client := self._client(laptop, welke):
            id_ = Deling.id_van(client.id, self.w.centrum.medewerker(met))
            if laptop.is_er(Deling, id_):
                laptop.neem_terug(client.id, met)
            else:
                laptop.deel(client.id, met)

    @rule(wie=st.sampled_from((0, 2, 3)), welke=WELKE, naar=st.sampled_from(("anneke", "bram")))
    def draag_over(self, wie: int, welke: int, naar: str) -> None:
        laptop = self._laptop(wie)
        client = self._client(laptop, welke)
        nieuw = self.w.centrum.medewerker(naar)
        if client and laptop.veld(client.id, "klantmanager_id") != nieuw:
            laptop.draag_over(client.id, naar)

    @rule(wie=st.sampled_from((0, 3)))
    def vervang(self, wie: int) -> None:
        self._laptop(wie).vervang("anneke", "bram")

    @rule(wie=st.sampled_from((2, 3)), welke=WELKE)
    def breek_glas(self, wie: int, welke: int) -> None:
        """Of any client: somebody typed its number."""
        if self.w.clienten:
            self._laptop(wie).breek_glas(self.w.clienten[welke % len(self.w.clienten)].id)

    @rule(wie=IEDEREEN, welke=WELKE, beide=st.booleans())
    def beslis(self, wie: int, welke: int, beide: bool) -> None:
        laptop = self._laptop(wie)
        conflicten = sorted(laptop.conflicten(), key=lambda c: (c.entiteit, c.versies[0].moment))
        if not conflicten:
            return
        conflict = conflicten[welke % len(conflicten)]
        with laptop.store.lees() as sessie:
            mag = samen.mag_kiezen(sessie, conflict, laptop.medewerker)
        if mag and beide and conflict.beide_kan:
            samen.houd_beide(laptop.store, conflict)
        elif mag:
            samen.kies(laptop.store, conflict, conflict.versies[welke % len(conflict.versies)])

    @rule(wie=IEDEREEN, opnieuw=st.booleans())
    def beslis_over_weigering(self, wie: int, opnieuw: bool) -> None:
        laptop = self._laptop(wie)
        ids = {w.id for w in laptop.weigeringen()}
        if opnieuw:
            samen.bied_opnieuw(laptop.store, ids)
        else:
            samen.laat_rusten(laptop.store, ids)

    @rule(wie=KLANTMANAGER, overnemen=st.booleans())
    def beslis_over_aanbod(self, wie: int, overnemen: bool) -> None:
        dienst = self._laptop(wie).dienst
        dienst.neem_aan(dienst.aangeboden(), overnemen=overnemen)

    @rule(welke=WELKE)
    def wis(self, welke: int) -> None:
        carla = self._laptop(3)
        if client := self._client(carla, welke):
            carla.dienst.wis([client.id], "de termijn is om")

    # --- rounds

    @rule(wie=IEDEREEN)
    def ronde(self, wie: int) -> None:
        self._laptop(wie).ronde()

    @rule(wie=IEDEREEN, call=st.integers(0, 4), gedaan=st.booleans())
    def ronde_geknipt(self, wie: int, call: int, gedaan: bool) -> None:
        laptop = self._laptop(wie)
        laptop.ronde_geknipt(na=call) if gedaan else laptop.ronde_geknipt(voor=call)

    @rule(wie=IEDEREEN, na=st.integers(0, 14))
    def ronde_gedood(self, wie: int, na: int) -> None:
        self._laptop(wie).ronde_gedood(na)

    @rule(wie=IEDEREEN, ander=IEDEREEN, call=st.integers(0, 4), welke=WELKE)
    def ronde_met_een_ander_ertussen(self, wie: int, ander: int, call: int, welke: int) -> None:
        """A colleague's round comes between two calls; or this laptop's user goes on working."""
        if wie == ander:
            self._laptop(wie).ronde_met(call, lambda: self.wijzig(wie, welke, "adres"))
        else:
            self._laptop(wie).ronde_met(call, lambda: self.ronde(ander))

    @rule(wie=IEDEREEN, data=st.data())
    def bezorg(self, wie: int, data: st.DataObject) -> None:
        """Rows that this person may see come by another way: some, in any order, also twice."""
        laptop = self._laptop(wie)
        rijen = sorted(self.w.inzicht.zichtbaar(laptop.naam).values())
        if rijen and laptop.stand.laatste_contact:
            hoeveel = st.lists(st.integers(0, len(rijen) - 1), max_size=6)
            laptop.lever([rijen[nr] for nr in data.draw(hoeveel)])

    # --- sticks

    @rule(wie=KLANTMANAGER, aan=IEDEREEN)
    def geef_stick(self, wie: int, aan: int) -> None:
        """A colleague reads it in at once; it stays in the drawer too."""
        laptop = self._laptop(wie)
        if laptop.te_brengen():
            self.w.schrijf_stick(laptop)
            self.w.lees_stick(self._laptop(aan), len(self.w.sticks) - 1)

    @rule(wie=IEDEREEN, welke=WELKE)
    def lees_oude_stick(self, wie: int, welke: int) -> None:
        if self.w.sticks:
            self.w.lees_stick(self._laptop(wie), welke % len(self.w.sticks))

    # --- fate

    @rule(wie=KLANTMANAGER)
    def maak_kopie(self, wie: int) -> None:
        self.kopieen[wie] = self._laptop(wie).bewaar(self.w.map / f"kopie-{wie}.db")

    @rule(welke=WELKE)
    def zet_kopie_terug(self, welke: int) -> None:
        if not self.kopieen:
            return
        wie = sorted(self.kopieen)[welke % len(self.kopieen)]
        self.w.zet_terug(self._laptop(wie), self.kopieen[wie])

    @rule(naar_tweede=st.booleans())
    def kopieer_laptop(self, naar_tweede: bool) -> None:
        een, ander = self._laptop(0), self._laptop(1)
        self.w.kopieer(een, ander) if naar_tweede else self.w.kopieer(ander, een)

    @rule(wie=IEDEREEN, jaren=st.sampled_from((-3, -1, 1, 3)))
    def klok_verspringt(self, wie: int, jaren: int) -> None:
        self._laptop(wie).verloopt(days=365 * jaren)

    @precondition(lambda self: self.stappen > GEBEUREN // 2 and not self.rustte)
    @rule()
    def rust(self) -> None:
        """Once halfway: what follows begins from laptops that agree."""
        self.rustte = True
        self.w.rust()

    # --- what is always true

    @invariant()
    def niets_verdwijnt_vanzelf(self) -> None:
        """A head, and so a conflict, goes only by a change that names it as a parent."""
        self.stappen += 1
        for wie in sorted(self.geraakt):
            laptop = self.w.laptops[wie]
            self.w.schrijf_op(laptop)
            waarborgen.koppen_volgen_uit_het_journaal(laptop)
            waarborgen.alleen_bevestigd_als_het_centrum_alles_heeft(laptop, self.w.inzicht)
        self.geraakt.clear()


@pytest.mark.timeout(3600)
@pytest.mark.usefixtures("herhaalbaar")
def test_any_interleaving_ends_with_the_same_state_and_nothing_lost(
    nieuwe_database: Callable[..., Centrum], tmp_path: Path, lijst: Vragenlijst, leeg: Path
) -> None:
    toeval.seed(1_000)
    eerste = Wereld(nieuwe_database(), tmp_path / "begin", lijst, leeg).begin()
    eerste.sluit(blijft=True)
    nummers = count()

    class Nu(Toestanden):
        @staticmethod
        def maak_wereld() -> Wereld:
            centrum = nieuwe_database(eerste.centrum.database)
            return eerste.kopie(centrum, tmp_path / str(next(nummers)))

    verder = "VIERGESPREK_VOORBEELDEN" in os.environ
    run_state_machine_as_test(
        Nu,
        settings=settings(
            max_examples=VOORBEELDEN,
            stateful_step_count=GEBEUREN,
            derandomize=not verder,
            database=None,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            phases=set(Phase) - ({Phase.shrink} if "VIERGESPREK_GROF" in os.environ else set()),
        ),
    )
