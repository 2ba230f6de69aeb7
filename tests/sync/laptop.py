"""A laptop as its user and its fate treat it: gestures, rounds, cuts, kills, copies, clocks."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from threading import Event
from typing import Any

import sqlalchemy as sa

from desktop.models.antwoord import Notitie
from desktop.models.basis import tabel
from desktop.models.dossier import (
    Dossier,
    Huisgenoot,
    Relatie,
    nieuw_nummer,
    sorteernaam,
)
from desktop.models.intake import BredeIntake, Fase
from desktop.models.toegang import Deling, Toegangsbeleid
from desktop.models.vragen import Vragenlijst
from desktop.models.wijziging import Wijziging
from desktop.store import nood, samen, uitwisseling, verlenen, versies, weigeringen
from desktop.store.bestanden import GEGEVENS
from desktop.store.conflict import Conflict
from desktop.store.inkomend import ID, Rij, neem_op
from desktop.store.journaal import Gezien
from desktop.store.sleutel import TEST_PARAMETERS
from desktop.store.store import Store, Work
from desktop.store.uitwisseling import Ik
from desktop.sync import transport
from desktop.sync.centrale import Centrale
from desktop.sync.dienst import Synchronisatie
from desktop.sync.fouten import GeenNetwerk, NietGekoppeld
from desktop.sync.stand import Stand, Uitkomst, Voortgang
from tests.conftest import SLEUTEL, Klok
from tests.store import laptops
from tests.sync.conftest import Centrum

BELEID = Toegangsbeleid(nood_dagen=14, deling_voorstel=30, maker_dagen=30, toets_dagen=30)
REDEN = "Dit is nodig om verder te kunnen"
WACHTZIN = "drie fietsen naast de sluis"


class Gedood(BaseException):
    """The process ends here. No `except Exception` of the program may hold it up."""


class Uurwerk(Klok):
    """The real time at the start of a test, a millisecond later at every look.

    `verschil` is how wrong this laptop's clock is. Two laptops on one clock often
    write at the same moment, which is what the order of heads has to bear.
    """

    def __init__(self) -> None:
        self.nu = datetime.now(UTC).replace(microsecond=0)
        self.verschil = timedelta(0)

    def __call__(self) -> datetime:
        return super().__call__() + self.verschil


class Sterfelijk(Store):
    """A store whose process may end just before its n-th transaction from now."""

    def __init__(self, *waarden: Any, **rest: Any) -> None:
        self.sterf_na: int | None = None
        self.transacties = 0
        super().__init__(*waarden, **rest)

    def _tel(self) -> None:
        self.transacties += 1
        if self.sterf_na is None:
            return
        self.sterf_na -= 1
        if self.sterf_na < 0:
            self.sterf_na = None
            raise Gedood

    @contextmanager
    def neem_op(self, **hoe: Any) -> Iterator[Any]:
        self._tel()
        with super().neem_op(**hoe) as inkomst:
            yield inkomst

    @contextmanager
    def work(self, gezien: Gezien | None = None) -> Iterator[Work]:
        self._tel()
        with super().work(gezien) as work:
            yield work

    def onthoud(self, sleutel: str, waarde: str | None) -> None:
        self._tel()
        super().onthoud(sleutel, waarde)

    def veeg_schoon(self) -> None:
        self._tel()
        super().veeg_schoon()


class Lijn:
    """What goes wrong on the line to the centre, by the number of the call from now."""

    def __init__(self) -> None:
        self.voor: int | None = None
        """This call never reaches the centre."""
        self.na: int | None = None
        """The centre does this call and commits; its answer is lost."""
        self.tussen: tuple[int, Callable[[], None]] | None = None
        """Something else happens just before this call."""
        self.gebeld = 0

    def vrij(self) -> None:
        """Nothing goes wrong any more; counts from zero."""
        self.voor = self.na = self.tussen = None
        self.gebeld = 0


class Geknipt(Centrale):
    """The centre, at the end of a bad line."""

    def __init__(self, verbinding: Any, lijn: Lijn) -> None:
        super().__init__(verbinding)
        self._lijn = lijn

    def _alle(self, vraag: str, *waarden: object) -> list[tuple[Any, ...]]:
        lijn, nu = self._lijn, self._lijn.gebeld
        lijn.gebeld += 1
        if lijn.tussen is not None and lijn.tussen[0] == nu:
            doe, lijn.tussen = lijn.tussen[1], None
            doe()
        if lijn.voor == nu:
            self.sluit()
            raise GeenNetwerk
        uit = super()._alle(vraag, *waarden)
        if lijn.na == nu:
            self.sluit()
            raise GeenNetwerk
        return uit


class Dienst(Synchronisatie):
    """The exchange, over a line that a test can cut.

    `houd_open`: many rounds over one connection, which is quicker.
    """

    def __init__(self, store: Store, lijn: Lijn, *, houd_open: bool = False) -> None:
        super().__init__(store)
        self._lijn = lijn
        self._houd_open = houd_open
        self._vast: Geknipt | None = None

    @contextmanager
    def _centrale(self) -> Iterator[Centrale]:
        verbinding = self.verbinding
        if verbinding is None:
            raise NietGekoppeld
        if self._houd_open:
            self._vast = self._vast or Geknipt(verbinding, self._lijn)
            yield self._vast
            return
        with Geknipt(verbinding, self._lijn) as centrale:
            yield centrale

    def hang_op(self) -> None:
        """Ends the connection that was kept."""
        if self._vast is not None:
            self._vast.sluit()


class Laptop(laptops.Laptop):
    """A person's laptop, coupled with a centre.

    `leeg` is a file that a store begins with: an empty one of today's version.
    """

    def __init__(
        self,
        centrum: Centrum,
        naam: str,
        map_: Path,
        lijst: Vragenlijst,
        leeg: Path | None = None,
        klok: Uurwerk | None = None,
        *,
        houd_open: bool = False,
    ) -> None:
        self.centrum, self.naam, self.map, self.lijst = centrum, naam, map_, lijst
        self.klok: Uurwerk = klok or Uurwerk()
        self.lijn = Lijn()
        self._houd_open = houd_open
        map_.mkdir(parents=True, exist_ok=True)
        if leeg is not None:
            shutil.copyfile(leeg, map_ / GEGEVENS)
        self._open()
        self.dienst.koppel(centrum.verbinding(naam))

    def _open(self) -> None:
        self.store: Sterfelijk = Sterfelijk(self.map, SLEUTEL, self.lijst, klok=self.klok)
        self.dienst = Dienst(self.store, self.lijn, houd_open=self._houd_open)

    def sluit(self) -> None:
        """The program ends."""
        self.dienst.hang_op()
        self.store.sluit()

    def heropen(self) -> None:
        """The program starts again over the same folder."""
        self.sluit()
        self._open()

    @property
    def ik(self) -> Ik:
        """This laptop as a device."""
        with self.store.lees() as sessie:
            return uitwisseling.ik(sessie.connection())

    @property
    def medewerker(self) -> str:
        """Who uses it."""
        assert self.store.gebruiker_id is not None
        return self.store.gebruiker_id

    # --- gestures that the screens make

    def maak_dossier(self, **velden: Any) -> str:
        """A new client of this klantmanager."""
        gegevens: dict[str, Any] = {
            "voornamen": "Tesfay",
            "achternaam": "Gebremedhin",
            "gemeente": "0171",
            "spreektaal": "ti",
            "klantmanager_id": self.medewerker,
            **velden,
        }
        dossier = Dossier(
            nummer=nieuw_nummer("0171", self.store.vandaag()),
            sorteernaam=sorteernaam(gegevens["voornamen"], gegevens["achternaam"]),
            **gegevens,
        )
        with self.store.work() as work:
            work.voeg_toe(dossier)
        return dossier.id

    def wijzig(self, dossier: str, gezien: Gezien | None = None, **velden: Any) -> None:
        """Changes the client's form; `gezien` is what stood there when it was opened."""
        with self.store.work(gezien) as work:
            rij = work.get(Dossier, dossier)
            for veld, waarde in velden.items():
                setattr(rij, veld, waarde)

    def veld(self, dossier: str, veld: str) -> Any:
        """What the client's form shows; None when there is no such client here."""
        return self.lees(Dossier, dossier, veld)

    def heeft(self, dossier: str) -> bool:
        """True when this client is on this laptop."""
        return self.is_er(Dossier, dossier)

    def dossiers(self) -> list[str]:
        """The clients on this laptop, in the order of their number."""
        with self.store.lees() as sessie:
            return list(sessie.scalars(sa.select(Dossier.id).order_by(Dossier.nummer)))

    def huisgenoot(self, dossier: str, naam: str, relatie: Relatie = Relatie.KIND) -> str:
        """One more in the household."""
        nieuw = Huisgenoot(dossier_id=dossier, naam=naam, relatie=relatie)
        with self.store.work() as work:
            gezin = work.get(Dossier, dossier)
            gezin.huisgenoten.append(nieuw)
        return nieuw.id

    def haal_weg(self, huisgenoot: str) -> None:
        """Takes somebody out of the household."""
        with self.store.work() as work:
            work.verwijder(work.get(Huisgenoot, huisgenoot))

    def huishouden(self, dossier: str) -> list[str]:
        """Names in the household."""
        vraag = sa.select(Huisgenoot.naam).where(Huisgenoot.dossier_id == dossier)
        with self.store.lees() as sessie:
            return sorted(sessie.scalars(vraag))

    def notitie(self, intake: str) -> str | None:
        """The note that was written last at this talk."""
        vraag = sa.select(Notitie.id).where(Notitie.intake_id == intake)
        with self.store.lees() as sessie:
            return sessie.scalar(vraag.order_by(Notitie.op.desc(), Notitie.tekst).limit(1))

    def begonnen(self, intake: str) -> bool:
        """True when the talk may be written in."""
        return self.lees(BredeIntake, intake, "fase") is Fase.GESPREK

    def deel(self, dossier: str, naam: str, tot: date | None = None) -> None:
        """Shares a client with somebody."""
        verlenen.deel(self.store, dossier, self.centrum.medewerker(naam), REDEN, tot=tot)

    def neem_terug(self, dossier: str, naam: str) -> None:
        """Takes a sharing back."""
        verlenen.neem_terug(self.store, Deling.id_van(dossier, self.centrum.medewerker(naam)))

    def draag_over(self, dossier: str, naam: str) -> None:
        """Somebody else is the fixed contact from now on."""
        verlenen.draag_caseload_over(self.store, [dossier], self.centrum.medewerker(naam))

    def vervang(self, afwezige: str, vervanger: str, dagen: int = 7) -> None:
        """Plans an absence from today on."""
        wie, door = self.centrum.medewerker(afwezige), self.centrum.medewerker(vervanger)
        van = self.store.vandaag()
        verlenen.plan_vervanging(self.store, wie, door, vanaf=van, tot=van + timedelta(days=dagen))

    def breek_glas(self, dossier: str) -> None:
        """Opens somebody else's client, with a reason."""
        nood.breek_glas(self.store, dossier, REDEN, BELEID, gemeente="0171")

    def kies(self, waarde: Any, conflict: Conflict | None = None) -> None:
        """Chooses the version of a conflict in which this value stands."""
        conflict = conflict or self.conflict()
        samen.kies(
            self.store, conflict, next(v for v in conflict.versies if waarde in v.waarden.values())
        )

    def weigeringen(self) -> list[weigeringen.Weigering]:
        """Own changes that the centre refused, and that wait for a decision."""
        with self.store.lees() as sessie:
            return weigeringen.weigeringen(sessie)

    # --- rounds

    @property
    def stand(self) -> Stand:
        return self.dienst.stand()

    def ronde(
        self, meld: Callable[[Voortgang], None] = lambda _v: None, stop: Event | None = None
    ) -> Uitkomst:
        """One round over a good line."""
        self.lijn.vrij()
        return self.dienst.ronde(meld, stop)

    def ronde_geknipt(self, *, voor: int | None = None, na: int | None = None) -> bool:
        """A round of which this call is lost, or its answer; True when it came that far."""
        self.lijn.vrij()
        self.lijn.voor, self.lijn.na = voor, na
        try:
            self.dienst.ronde()
        except GeenNetwerk:
            return True
        finally:
            self.lijn.vrij()
        return False

    def ronde_gedood(self, na: int) -> bool:
        """A round whose process ends after this many transactions, and the next start of it."""
        self.lijn.vrij()
        self.store.sterf_na = na
        try:
            self.dienst.ronde()
        except Gedood:
            self.heropen()
            return True
        finally:
            self.store.sterf_na = None
        return False

    def ronde_met(self, call: int, doe: Callable[[], None]) -> Uitkomst:
        """A round during which something else happens, just before this call."""
        self.lijn.vrij()
        self.lijn.tussen = (call, doe)
        try:
            return self.dienst.ronde()
        finally:
            self.lijn.vrij()

    # --- its fate

    def bewaar(self, naar: Path) -> Path:
        """What a backup of the disk has of it: the file as it is now."""
        self.sluit()
        shutil.copyfile(self.map / GEGEVENS, naar)
        self._open()
        return naar

    def zet_terug(self, kopie: Path) -> None:
        """The disk is put back as it was, behind the program's back."""
        self.sluit()
        for naam in (f"{GEGEVENS}-wal", f"{GEGEVENS}-shm"):
            (self.map / naam).unlink(missing_ok=True)
        shutil.copyfile(kopie, self.map / GEGEVENS)
        self._open()

    def verloopt(self, **hoe: int) -> None:
        """Its clock jumps, ahead or back."""
        self.klok.verschil += timedelta(**hoe)

    # --- a stick

    def schrijf_stick(self, pad: Path) -> int:
        """All that is not confirmed, on a stick."""
        return transport.schrijf_bestand(self.store, pad, WACHTZIN, parameters=TEST_PARAMETERS)

    def lees_stick(self, pad: Path) -> transport.Ingelezen:
        """A colleague's stick."""
        return transport.lees_bestand(self.store, pad, WACHTZIN)

    # --- looking inside

    def journaal(self) -> dict[str, Rij]:
        """All of its journal, by id."""
        with self.store.lees() as sessie:
            return {rij[0]: tuple(rij) for rij in sessie.execute(sa.select(tabel(Wijziging)))}

    def geweigerd(self) -> set[str]:
        """Ids of what does not count here, whether somebody decided about it or not."""
        with self.store.lees() as sessie:
            rijen = sessie.connection().exec_driver_sql("SELECT id FROM geweigerd")
            return {rij[0] for rij in rijen}

    def te_brengen(self) -> list[Rij]:
        """Own rows that the centre has not confirmed, as they go over the wire."""
        with self.store.lees() as sessie:
            return uitwisseling.te_brengen(sessie.connection(), self.ik.bevestigd, 1_000_000)

    def meegenomen(self) -> set[str]:
        """Ids of colleagues' rows on their way to the centre."""
        with self.store.lees() as sessie:
            pakket = sessie.connection().exec_driver_sql("SELECT rij FROM meegenomen")
            return {json.loads(rij[0])[ID] for rij in pakket}

    def lever(self, rijen: list[Rij]) -> None:
        """Rows come by another way than a round."""
        with self.store.neem_op() as inkomst:
            inkomst.raak(neem_op(inkomst.verbinding, rijen).geraakt)

    def strijdpunten(self) -> list[versies.Strijdpunt]:
        """What there is to decide."""
        with self.store.lees() as sessie:
            return versies.strijdpunten(sessie)
