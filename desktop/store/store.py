"""The store: one encrypted file, one way to change it, one announcement of what changed."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TypeVar

import sqlalchemy as sa
from sqlalchemy.orm import Session, sessionmaker, with_loader_criteria

from desktop.models.antwoord import Antwoord
from desktop.models.basis import Base, tabel
from desktop.models.dossier import Medewerker
from desktop.models.intake import BredeIntake
from desktop.models.intakedelen import Vragenlijstversie
from desktop.models.tijdzone import kalenderdag
from desktop.models.vragen import Vragenlijst
from desktop.models.vragenlezer import vragenlijst_uit_json
from desktop.models.wijziging import Apparaat, Lokaal
from desktop.store import journaal, migratie, wissel
from desktop.store.aankondiging import Aankondiging
from desktop.store.bestanden import GEGEVENS, KOPIEEN
from desktop.store.fouten import OpSlot
from desktop.store.geschiedenis import Gebeurtenis, geschiedenis
from desktop.store.journaal import GEEN_GEMEENTE, JOURNAAL, Gezien, Veldwijziging, Werkboek
from desktop.store.keten import controleer_keten
from desktop.store.koppen import koppen_van
from desktop.store.motor import LEZEN, maak_motor, vertaal_fouten
from desktop.store.projectie import projecteer

T = TypeVar("T", bound=Base)


_ONTHOUD = f"INSERT OR REPLACE INTO {tabel(Lokaal).name} (sleutel, waarde) VALUES (?, ?)"
_VERGEET = f"DELETE FROM {tabel(Lokaal).name} WHERE sleutel = ?"


def _nu() -> datetime:
    return datetime.now(UTC)


@dataclass
class Work:
    """One unit of work. Objects got from it live as long as it does."""

    session: Session
    nu: datetime
    door: str | None

    def get(self, klasse: type[T], id_: str) -> T:
        """The row with this id. Raises LookupError when it is gone."""
        gevonden = self.session.get(klasse, id_)
        if gevonden is None:
            raise LookupError(f"{klasse.__name__} is gone")
        return gevonden

    def intake(self, id_: str, vraag_code: str) -> BredeIntake:
        """An intake for a change of one answer; of its answers only this one is loaded.

        A touch of the client must not cost more as the intake fills up. Do not
        ask such an intake for progress. Raises LookupError when it is gone.
        """
        gevonden = self.session.scalar(
            sa.select(BredeIntake)
            .where(BredeIntake.id == id_)
            .options(with_loader_criteria(Antwoord, Antwoord.vraag_code == vraag_code))
        )
        if gevonden is None:
            raise LookupError("intake is gone")
        return gevonden

    def voeg_toe(self, *objecten: Base) -> None:
        """Puts new objects in the store."""
        self.session.add_all(objecten)

    def verwijder(self, obj: Base) -> None:
        """Takes an object out; the journal keeps what it was."""
        self.session.delete(obj)


@contextmanager
def _wacht_op_schijf(verbinding: sa.Connection, *, niet: bool) -> Iterator[None]:
    """Without waiting, a commit is in the write-ahead log but perhaps not yet on the disk."""
    if not niet:
        yield
        return
    rauw = verbinding.connection.cursor()
    rauw.execute("PRAGMA synchronous=NORMAL")
    try:
        yield
    finally:
        rauw.execute("PRAGMA synchronous=FULL")
        rauw.close()


@dataclass
class Veldenwerk:
    """One unit of work on fields: `velden` are written at its end."""

    sessie: Session
    velden: list[Veldwijziging] = field(default_factory=list)
    geraakt: dict[str, set[str]] = field(default_factory=dict)


@dataclass
class Inkomst:
    """One transaction for changes from elsewhere, and what they touch."""

    verbinding: sa.Connection
    geraakt: dict[str, set[str]] = field(default_factory=dict)

    def raak(self, geraakt: Mapping[str, set[str]]) -> None:
        """Remembers what the windows have to read again."""
        for naam, ids in geraakt.items():
            self.geraakt.setdefault(naam, set()).update(ids)


class Store:
    """An opened store. Closing it forgets the key.

    `lijst` is the current question list; an intake keeps the one it began with.
    """

    def __init__(
        self,
        map_: Path,
        sleutel: bytes,
        lijst: Vragenlijst,
        *,
        klok: Callable[[], datetime] = _nu,
    ) -> None:
        """Opens or makes the file in `map_`. Raises ViergesprekFout with a sentence."""
        self.map = map_
        self.lijst = lijst
        self.gewijzigd = Aankondiging()
        self.gebruiker_id: str | None = None
        self._klok = klok
        self._sleutel = sleutel
        self._lijsten: dict[str, Vragenlijst] = {lijst.versie: lijst}
        wissel.ruim(map_)
        self._open()
        self.gebruiker_id = self.lokaal("gebruiker")
        self._gemeente = self.lokaal("gemeente") or GEEN_GEMEENTE
        self._klokverschil = timedelta(seconds=int(self.lokaal("klokverschil_s") or 0))

    def _open(self) -> None:
        wissel.maak_af(self.map)
        self._motor = maak_motor(self.map / GEGEVENS, self._sleutel)
        try:
            with vertaal_fouten():
                was_ouder = migratie.werk_bij(
                    self._motor, self.map / GEGEVENS, self._sleutel, self.nu()
                )
                self._schrijver = sessionmaker(self._motor, expire_on_commit=False)
                self._lezer = sessionmaker(
                    self._motor.execution_options(**{LEZEN: True}), expire_on_commit=False
                )
                journaal.luister(self._schrijver)
                self._zorg_voor_apparaat()
                if was_ouder:
                    self.herbouw()
        except BaseException:
            self._motor.dispose()
            raise

    @property
    def op_slot(self) -> bool:
        """True while the key is forgotten; every reading or writing then raises OpSlot."""
        return not self._sleutel

    def sluit(self) -> None:
        """Closes all connections and forgets the key."""
        self._motor.dispose()
        self._sleutel = b""

    def heropen(self, sleutel: bytes) -> None:
        """Opens the same file again after `sluit`; who listens goes on listening."""
        self._sleutel = sleutel
        try:
            self._open()
        except BaseException:
            self._sleutel = b""
            raise

    def _eis_open(self) -> None:
        if self.op_slot:
            raise OpSlot("Viergesprek staat op slot. Typ eerst je wachtzin.")

    def nu(self) -> datetime:
        """This moment, in UTC."""
        return self._klok()

    def vandaag(self) -> date:
        """Today in the Netherlands."""
        return kalenderdag(self._klok())

    @contextmanager
    def work(self, gezien: Gezien | None = None) -> Iterator[Work]:
        """A unit of work: commits at its end, then announces what changed.

        `gezien` are the heads of a row as they were when its form was loaded; its
        changes name those as parents, so that what came in between shows as a
        conflict instead of vanishing (sync.md trap 1).
        """
        self._eis_open()
        nu = self.nu()
        boek = self._werkboek(gezien)
        with vertaal_fouten(), self._schrijver(info={JOURNAAL: boek}) as sessie:
            yield Work(sessie, nu, self.gebruiker_id)
            sessie.commit()
        if boek.geraakt:
            self.gewijzigd.meld({naam: frozenset(ids) for naam, ids in boek.geraakt.items()})

    @contextmanager
    def velden(self, *gezien: Gezien | None) -> Iterator[Veldenwerk]:
        """A unit of work on fields instead of objects: choices in a conflict, refusals again.

        `gezien` as for `work`, for as many rows as it touches. Commits at its end,
        then announces what changed.
        """
        with self.neem_op() as inkomst, Session(inkomst.verbinding) as sessie:
            werk = Veldenwerk(sessie)
            yield werk
            boek = self._werkboek(*gezien)
            if werk.velden:
                journaal.schrijf(inkomst.verbinding, boek, werk.velden)
                rijen = {(v.entiteit, v.rij) for v in werk.velden}
                inkomst.raak(projecteer(inkomst.verbinding, rijen))
                inkomst.raak(boek.geraakt)
            inkomst.raak(werk.geraakt)

    @contextmanager
    def neem_op(self, *, herhaalbaar: bool = False) -> Iterator[Inkomst]:
        """One transaction for what comes from elsewhere; commits, then announces.

        `herhaalbaar`: the centre would give the same again, so a power cut may take
        the last of it back; whole batches, with their places. It need not wait for
        the disk then, and a gesture at the table does not wait for it.
        """
        self._eis_open()
        with (
            vertaal_fouten(),
            self._motor.connect() as verbinding,
            _wacht_op_schijf(verbinding, niet=herhaalbaar),
            verbinding.begin(),
        ):
            inkomst = Inkomst(verbinding)
            yield inkomst
        if inkomst.geraakt:
            self.gewijzigd.meld({naam: frozenset(ids) for naam, ids in inkomst.geraakt.items()})

    def _werkboek(self, *gezien: Gezien | None) -> Werkboek:
        return Werkboek(
            nu=self.nu() + self._klokverschil,
            auteur=self.gebruiker_id,
            schemaversie=self.schemaversie,
            gemeente=self._gemeente,
            gezien={(g.entiteit, g.rij): g for g in gezien if g},
        )

    @property
    def klokverschil(self) -> timedelta:
        """How far the centre's clock was ahead of this laptop's at the last contact."""
        return self._klokverschil

    @property
    def schemaversie(self) -> int:
        """Version of the journal that this program writes."""
        return int(migratie.HUIDIG)

    def veeg_schoon(self) -> None:
        """After an erasure: nothing of the old content stays in the write-ahead log either.

        The pages themselves were overwritten (`secure_delete`). A reader that is
        still busy only delays it until the next time.
        """
        self._eis_open()
        with vertaal_fouten(), self._motor.connect() as verbinding:
            rauw = verbinding.connection.cursor()
            rauw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            rauw.close()

    def zet_klokverschil(self, verschil: timedelta) -> None:
        """How far the centre's clock is ahead of this laptop's; kept for the next starts too.

        Only the journal's clock follows it: a laptop that is years ahead would win
        every conflict (sync.md, trap 8).
        """
        if verschil == self._klokverschil:
            return
        self._klokverschil = verschil
        self.onthoud("klokverschil_s", str(round(verschil.total_seconds())))

    @contextmanager
    def lees(self) -> Iterator[Session]:
        """A session to read with; it sees one moment and never waits for a writer."""
        self._eis_open()
        with vertaal_fouten(), self._lezer() as sessie:
            yield sessie

    def word(self, medewerker_id: str) -> None:
        """From now on this colleague is the user of this laptop."""
        with self.lees() as sessie:
            gemeente = sessie.get_one(Medewerker, medewerker_id).gemeente
        self.gebruiker_id, self._gemeente = medewerker_id, gemeente
        self.onthoud("gemeente", gemeente)
        self.onthoud("gebruiker", medewerker_id)

    def begin_intake(self, intake: BredeIntake) -> None:
        """Keeps a new intake, and the question list that it begins with."""
        with self.work() as work:
            bekend = work.session.scalar(
                sa.select(Vragenlijstversie.id).where(Vragenlijstversie.versie == self.lijst.versie)
            )
            if bekend is None:
                # The id follows from the version, so two laptops make the same row.
                id_ = str(uuid.uuid5(uuid.NAMESPACE_OID, self.lijst.versie))
                work.voeg_toe(
                    Vragenlijstversie(
                        id=id_, versie=self.lijst.versie, inhoud=self.lijst.als_json()
                    )
                )
            work.voeg_toe(intake)

    def lijst_van(self, versie: str) -> Vragenlijst:
        """The question list with this version. Raises LookupError when nobody kept it."""
        if versie not in self._lijsten:
            with self.lees() as sessie:
                inhoud = sessie.scalar(
                    sa.select(Vragenlijstversie.inhoud).where(Vragenlijstversie.versie == versie)
                )
            if inhoud is None:
                raise LookupError(f"question list {versie}")
            self._lijsten[versie] = vragenlijst_uit_json(inhoud)
        return self._lijsten[versie]

    def koppen(self, entiteit: str, rij: str) -> Gezien:
        """The heads of one row now; freeze them when a form is loaded."""
        with self.lees() as sessie:
            koppen = koppen_van(sessie.connection(), [(entiteit, rij)])
        return Gezien(entiteit, rij, koppen[entiteit, rij])

    def historie(self, entiteit: str, rij: str) -> list[Gebeurtenis]:
        """What happened to one row, oldest first, read from the journal."""
        with self.lees() as sessie:
            return geschiedenis(sessie, entiteit, rij)

    def lokaal(self, sleutel: str) -> str | None:
        """What this laptop remembers under a key."""
        with self.lees() as sessie:
            return sessie.scalar(sa.select(Lokaal.waarde).where(Lokaal.sleutel == sleutel))

    def onthoud(self, sleutel: str, waarde: str | None) -> None:
        """Remembers something on this laptop only; on disk when the call returns."""
        self._eis_open()
        with vertaal_fouten(), self._motor.begin() as verbinding:
            # The driver's own statements: this runs at every key that somebody presses.
            if waarde is None:
                verbinding.exec_driver_sql(_VERGEET, (sleutel,))
            else:
                verbinding.exec_driver_sql(_ONTHOUD, (sleutel, waarde))

    @property
    def sleutel(self) -> bytes:
        """The data key, for what `desktop/store` does with other files under the same key."""
        self._eis_open()
        return self._sleutel

    def reservekopie(
        self, naam: str = "kopie", *, gestaakt: Callable[[], bool] = lambda: False
    ) -> Path:
        """A copy of the file in `reservekopieen`, proven to open; `naam` says what it is for.

        `gestaakt` is asked now and then whether to stop.
        """
        return migratie.kopieer(
            self.map / GEGEVENS,
            self.sleutel,
            self.map / KOPIEEN,
            naam,
            self.nu(),
            gestaakt=gestaakt,
        )

    def herbouw(self) -> dict[str, int]:
        """Rebuilds all state tables from the journal; rows per table."""
        from desktop.store.herbouw import herbouw

        self._eis_open()
        with vertaal_fouten(), Session(self._motor) as sessie:
            aantallen = herbouw(sessie)
            sessie.commit()
        return aantallen

    def controleer_keten(self) -> list[str]:
        """Ids of journal rows that do not verify."""
        with self.lees() as sessie:
            return controleer_keten(sessie.connection())

    def _zorg_voor_apparaat(self) -> None:
        with self._motor.begin() as verbinding:
            aantal = verbinding.scalar(sa.select(sa.func.count()).select_from(Apparaat))
            if not aantal:
                verbinding.execute(
                    sa.insert(tabel(Apparaat)).values(
                        id=str(uuid.uuid4()),
                        volgnummer=0,
                        klok="0" * 20,
                        vorige="",
                        bevestigd=0,
                        geheim=secrets.token_hex(32),
                    )
                )
