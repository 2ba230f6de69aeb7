"""Several laptops that exchange their journals, without a centre between them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from desktop.models.antwoord import Antwoord, Antwoordstatus, Keuze, Notitiesoort, Wijze
from desktop.models.basis import Base, tabel
from desktop.models.dossier import Dossier, Medewerker, Rol, nieuw_nummer, sorteernaam
from desktop.models.intake import BredeIntake, nieuwe_intake
from desktop.models.vragen import Vragenlijst
from desktop.models.wijziging import Conflictrij, Wachtend, Wijziging
from desktop.store import versies
from desktop.store.conflict import Conflict, Versie
from desktop.store.inkomend import neem_op
from desktop.store.store import Store
from tests.conftest import SLEUTEL, Klok, open_gesprek
from tests.store.tabellen import tabellen

Rij = tuple[Any, ...]

JOURNAAL = tabel(Wijziging)


def rijen(store: Store) -> list[Rij]:
    """The whole journal of a laptop, in its own order."""
    with store.lees() as sessie:
        vraag = sa.select(JOURNAAL).order_by(JOURNAAL.c.apparaat, JOURNAAL.c.volgnummer)
        return [tuple(rij) for rij in sessie.execute(vraag)]


def breng(store: Store, wat: list[Rij]) -> None:
    """Takes rows in, as one batch."""
    with store.neem_op() as inkomst:
        inkomst.raak(neem_op(inkomst.verbinding, wat).geraakt)


def wissel(*laptops: Laptop) -> None:
    """Everybody gets everything."""
    alles = {rij[0]: rij for laptop in laptops for rij in rijen(laptop.store)}
    for laptop in laptops:
        breng(laptop.store, list(alles.values()))


def beeld(store: Store) -> dict[str, Any]:
    """All that follows from the journal: tables, heads, what waits, what is in conflict."""
    uit: dict[str, Any] = dict(tabellen(store))
    with store.lees() as sessie:
        for klasse in (Wachtend, Conflictrij):
            uit[klasse.__tablename__] = {tuple(r) for r in sessie.execute(sa.select(tabel(klasse)))}
        uit["beslissingen"] = [p.sleutel for p in versies.strijdpunten(sessie)]
    return uit


class Laptop:
    """One colleague with a laptop: gestures as the screens make them."""

    def __init__(self, map_: Path, lijst: Vragenlijst, naam: str, klok: Klok) -> None:
        self.naam = naam
        self.klok = klok
        map_.mkdir(parents=True, exist_ok=True)
        self.store = Store(map_, SLEUTEL, lijst, klok=klok)

    def begin(self) -> str:
        """The first colleague writes the others down; returns the own id."""
        return self.nieuwe_collega(self.naam, word=True)

    def nieuwe_collega(self, naam: str, *, word: bool = False, rol: Rol = Rol.KLANTMANAGER) -> str:
        medewerker = Medewerker(naam=naam, gemeente="0171", rol=rol)
        with self.store.work() as work:
            work.voeg_toe(medewerker)
        if word:
            self.store.word(medewerker.id)
        return medewerker.id

    def later(self, **hoe: int) -> None:
        """Time goes by."""
        self.klok.nu += timedelta(**hoe)

    def dossier(self, voornamen: str = "Tesfay", achternaam: str = "Gebremedhin") -> str:
        assert self.store.gebruiker_id is not None
        dossier = Dossier(
            nummer=nieuw_nummer("0171", self.store.vandaag()),
            voornamen=voornamen,
            achternaam=achternaam,
            sorteernaam=sorteernaam(voornamen, achternaam),
            gemeente="0171",
            spreektaal="ti",
            klantmanager_id=self.store.gebruiker_id,
        )
        with self.store.work() as work:
            work.voeg_toe(dossier)
        return dossier.id

    def intake(self, dossier_id: str, *, geopend: bool = True) -> str:
        with self.store.lees() as sessie:
            intake = nieuwe_intake(sessie.get_one(Dossier, dossier_id), self.store.lijst, taal="ti")
        self.store.begin_intake(intake)
        if geopend:
            open_gesprek(self.store, intake.id)
        return intake.id

    def zet(self, klasse: type[Base], id_: str, **velden: Any) -> None:
        """Changes columns of one row."""
        with self.store.work() as work:
            rij = work.get(klasse, id_)
            for veld, waarde in velden.items():
                setattr(rij, veld, waarde)

    def lees(self, klasse: type[Base], id_: str, veld: str) -> Any:
        """One column of one row; None when the row is not there."""
        with self.store.lees() as sessie:
            rij = sessie.get(klasse, id_)
            return getattr(rij, veld) if rij is not None else None

    def is_er(self, klasse: type[Base], id_: str) -> bool:
        with self.store.lees() as sessie:
            return sessie.get(klasse, id_) is not None

    def doe(self, intake_id: str, gebaar: Callable[[BredeIntake], Any]) -> Any:
        """One gesture on the intake."""
        with self.store.work() as work:
            return gebaar(work.get(BredeIntake, intake_id))

    def antwoord(
        self,
        intake_id: str,
        code: str,
        *opties: str,
        waarde: str | None = None,
        delen: dict[str, Any] | None = None,
        wijze: Wijze = Wijze.GEWEZEN,
    ) -> None:
        vraag = self.store.lijst.vragen[code]
        with self.store.work() as work:
            work.intake(intake_id, code).beantwoord(
                vraag,
                Keuze(opties, waarde, delen or {}),
                door=work.door,
                wijze=wijze,
                nu=work.nu,
            )

    def weet_niet(self, intake_id: str, code: str) -> None:
        with self.store.work() as work:
            work.intake(intake_id, code).antwoord_niet(
                self.store.lijst.vragen[code],
                Antwoordstatus.WEET_NIET,
                door=work.door,
                wijze=Wijze.TOLK,
                nu=work.nu,
            )

    def opties(self, intake_id: str, code: str) -> tuple[str, ...]:
        """What stands at a question."""
        with self.store.lees() as sessie:
            return sessie.get_one(Antwoord, Antwoord.id_van(intake_id, code)).opties

    def status(self, intake_id: str, code: str) -> Antwoordstatus:
        with self.store.lees() as sessie:
            return sessie.get_one(Antwoord, Antwoord.id_van(intake_id, code)).status

    def noteer(
        self,
        intake_id: str,
        tekst: str,
        *,
        domein: str = "WO",
        soort: Notitiesoort = Notitiesoort.GEWOON,
        notitie_id: str | None = None,
    ) -> str:
        with self.store.work() as work:
            notitie = work.get(BredeIntake, intake_id).noteer(
                domein,
                tekst,
                vraag=None,
                soort=soort,
                door=work.door,
                nu=work.nu,
                notitie_id=notitie_id,
            )
        assert notitie is not None
        return notitie.id

    def conflicten(self, dossier: str | None = None) -> list[Conflict]:
        with self.store.lees() as sessie:
            return versies.conflicten(sessie, dossier)

    def conflict(self) -> Conflict:
        """The only one."""
        (conflict,) = self.conflicten()
        return conflict

    def aantal(self) -> int:
        with self.store.lees() as sessie:
            return versies.aantal(sessie)


def van(conflict: Conflict, auteur: str) -> Versie:
    """What this colleague said."""
    (versie,) = [v for v in conflict.versies if v.auteur == auteur or auteur in v.ook]
    return versie
