"""What a laptop is to the centre: its identity, its clock, and a centre that was put back.

A laptop may be a copy of another one or stand on a restored copy; a centre may have gone back to
a backup. Both are seen at the greeting, and neither loses a row (sync.md traps 7, 8 and 9).
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from desktop.models.basis import nieuw_id
from desktop.store import uitwisseling
from desktop.store.herstempel import hecht_aan, herstempel
from desktop.store.klok import milliseconden
from desktop.store.uitwisseling import Ik
from desktop.sync import aanmelding
from desktop.sync.antwoorden import Groet
from desktop.sync.fouten import AanmeldingGeweigerd
from desktop.sync.gang import Gang
from desktop.sync.stand import Fase, Voortgang

log = logging.getLogger(__name__)

KLOK_SPELING = timedelta(minutes=5)
_ZOVEEL_TEGELIJK = 10_000
"""Ids in one question whether the centre knows them."""


class Identiteit:
    """This laptop in one round."""

    def __init__(self, gang: Gang) -> None:
        self._gang = gang
        self._store, self._centrale, self._telling = gang.store, gang.centrale, gang.telling

    def ik(self) -> Ik:
        """How this laptop is known, and how far the centre has its rows."""
        with self._store.lees() as sessie:
            return uitwisseling.ik(sessie.connection())

    def groet(self, *, nog_een: bool = True) -> Groet:
        """What the centre answers to who we are. Raises AanmeldingGeweigerd."""
        self._gang.tussendoor(Voortgang(Fase.GROETEN))
        with self._store.lees() as sessie:
            verbinding = sessie.connection()
            ik = uitwisseling.ik(verbinding)
            emmers = uitwisseling.emmers(uitwisseling.plekken(verbinding))
            wissingen = uitwisseling.wissingen_tot(verbinding)
        welkom = self._gang.vraag(
            self._centrale.groet,
            ik.id,
            schemaversie=self._store.schemaversie,
            geheim=bytes.fromhex(ik.geheim),
            medewerker=self._store.gebruiker_id,
            emmers=emmers,
            wissingen=wissingen,
        )
        if not welkom.fout:
            return welkom
        if welkom.fout != "apparaat" or not nog_een:
            raise AanmeldingGeweigerd
        # Somebody else's device: this store was copied from a colleague's laptop.
        with self._store.neem_op() as inkomst:
            herstempel(inkomst.verbinding, apparaat=nieuw_id())
        return self.groet(nog_een=False)

    def is_verloren(self, welkom: Groet) -> bool:
        """Reported lost: the centre is told that this laptop will be emptied."""
        if welkom.verloren:
            self._centrale.meld_leeg(self.ik().id)
        return welkom.verloren

    def mag_brengen(self, welkom: Groet) -> bool:
        """False when this program is too old for the centre: it reads on, and keeps its work."""
        return self._store.schemaversie >= welkom.minimum_schema

    def is_hersteld(self, welkom: Groet) -> bool:
        """The centre was put back from a backup since the last round."""
        vorige = self._store.lokaal(aanmelding.EPOCH)
        return vorige is not None and vorige != welkom.epoch

    def begin_opnieuw(self) -> Groet:
        """Its numbers went back, of streams and of tombstones: ours say nothing any more."""
        with self._store.neem_op() as inkomst:
            uitwisseling.begin_opnieuw(inkomst.verbinding)
        return self.groet()

    def haal_eigen_werk_bijeen(self) -> None:
        """What this device brought is brought again; so is what it brought as another one."""
        with self._store.lees() as sessie:
            ids = uitwisseling.eigen_elders(sessie.connection(), self._store.gebruiker_id or "")
        mist = set(ids) - self._bekend(ids)
        if mist:
            with self._store.neem_op() as inkomst:
                hecht_aan(inkomst.verbinding, mist)

    def zelfde_apparaat(self, welkom: Groet) -> Groet:
        """Is the centre's last row of this device really ours? Else this laptop is a copy."""
        with self._store.lees() as sessie:
            eigen = uitwisseling.eigen_hash(sessie.connection(), welkom.volgnummer)
        if eigen != welkom.hash:
            return self.word_ander_apparaat()
        if self.ik().bevestigd > welkom.volgnummer:
            # The centre was restored and has gone back: it gets those rows again.
            self.zet_bevestigd(welkom.volgnummer)
        return welkom

    def word_ander_apparaat(self) -> Groet:
        """A copied or restored laptop goes on under an identity of its own (sync.md trap 9)."""
        log.warning("device forked; taking a new identity")
        with self._store.lees() as sessie:
            ids = list(uitwisseling.onbevestigde_ids(sessie.connection()))
        bekend = self._bekend(ids)
        with self._store.neem_op() as inkomst:
            herstempel(inkomst.verbinding, apparaat=nieuw_id(), behoud=bekend)
        self._telling.meldingen.append(
            "Deze laptop is een kopie, of er is een reservekopie teruggezet. Hij doet nu mee "
            "onder een eigen nummer. Er is niets verloren."
        )
        return self.groet()

    def zet_bevestigd(self, volgnummer: int) -> None:
        """The centre has our rows up to here; what follows is brought again."""
        with self._store.neem_op() as inkomst:
            inkomst.verbinding.exec_driver_sql("UPDATE apparaat SET bevestigd = ?", (volgnummer,))

    def zet_klok(self, welkom: Groet) -> None:
        """A laptop that is ahead by more than the play would win every conflict (trap 8)."""
        verschil = _moment(welkom) - self._store.nu()
        if abs(verschil) <= KLOK_SPELING:
            verschil = timedelta(0)
        self._store.zet_klokverschil(verschil)
        speling_ms = round(KLOK_SPELING.total_seconds() * 1000)
        if milliseconden(self.ik().klok) <= welkom.nu_ms + speling_ms:
            return
        with self._store.neem_op() as inkomst:
            herstempel(inkomst.verbinding, hoogstens_ms=welkom.nu_ms, aangekomen=welkom.volgnummer)
        self._telling.meldingen.append(
            "De klok van deze laptop loopt voor. Viergesprek heeft de tijden van je laatste "
            "werk verbeterd. Zet de klok van de laptop goed."
        )

    def _bekend(self, ids: Sequence[str]) -> set[str]:
        bekend: set[str] = set()
        for begin in range(0, len(ids), _ZOVEEL_TEGELIJK):
            stuk = ids[begin : begin + _ZOVEEL_TEGELIJK]
            bekend |= self._gang.vraag(self._centrale.bekend, stuk)
        return bekend


def _moment(groet: Groet) -> datetime:
    return datetime.fromtimestamp(groet.nu_ms / 1000, UTC)
