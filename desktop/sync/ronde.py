"""One round with the centre: greet, apply tombstones, bring, hand over, fetch.

Each step commits on its own and may be cut off anywhere: the next round begins
with a greeting and goes on from what both sides really have. Nothing is
remembered between the steps but what is in the two stores (sync.md).

Bringing and fetching keep one call on its way: while the centre works at a
batch, this laptop writes down the one before it and reads the next.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import groupby
from threading import Event

from desktop.models.basis import Stroomklasse, nieuw_id
from desktop.store import ruimen, uitwisseling, weigeringen
from desktop.store.herstempel import hecht_aan, herstempel
from desktop.store.inkomend import ID as RIJ_ID
from desktop.store.inkomend import VOLGNUMMER, ZOUT, Rij
from desktop.store.klok import milliseconden
from desktop.store.overname import neem_op_uit_centrale
from desktop.store.ruimen import Stroom
from desktop.store.store import Store
from desktop.store.uitwisseling import Ik, Plek
from desktop.sync import aanmelding
from desktop.sync.antwoorden import Binnen, Cursor, Gebracht, Groet
from desktop.sync.antwoorden import Plek as Naam
from desktop.sync.centrale import Centrale
from desktop.sync.fouten import AanmeldingGeweigerd, CentraleFout, LaptopTeOud
from desktop.sync.stand import Fase, Uitkomst, Voortgang

log = logging.getLogger(__name__)

PER_KEER_BRENGEN = 1_000
PER_KEER_HALEN = 2_000
KLOK_SPELING = timedelta(minutes=5)
_POGINGEN = 4


class Gestopt(Exception):
    """The user stopped the round; what was done is done."""


@dataclass
class _Telling:
    gebracht: int = 0
    gehaald: int = 0
    geweigerd: int = 0
    meldingen: list[str] = field(default_factory=list)


class Ronde:
    """One round. Made anew for each: it holds nothing that outlives it."""

    def __init__(
        self,
        store: Store,
        centrale: Centrale,
        *,
        meld: Callable[[Voortgang], None] = lambda _voortgang: None,
        stop: Event | None = None,
    ) -> None:
        self._store, self._centrale = store, centrale
        self._meld, self._stop = meld, stop
        self._t = _Telling()
        self._rondreizen = 0
        self._toegang_gebracht = False
        self._zelf_verder: set[Stroom] = set()
        """Streams that went on by our own bringing: the greeting is older than that."""

    def loop(self) -> Uitkomst:
        """Does it all. Raises CentraleFout; a cut connection leaves everything resumable."""
        gestopt = leeg = False
        with ThreadPoolExecutor(1, "viergesprek-ronde") as self._onderweg:
            try:
                leeg = self._stappen()
            except Gestopt:
                gestopt = True
        return Uitkomst(
            gebracht=self._t.gebracht,
            gehaald=self._t.gehaald,
            geweigerd=self._t.geweigerd,
            rondreizen=self._rondreizen,
            gestopt=gestopt,
            leeggemaakt=leeg,
            meldingen=tuple(self._t.meldingen),
        )

    def _stappen(self) -> bool:
        welkom = self._groet()
        if self._is_verloren(welkom):
            return True
        hier = self._plekken()  # before bringing: new streams of our own are no lost ones
        hersteld = self._is_hersteld(welkom)
        if hersteld:
            welkom = self._begin_opnieuw()
        self._wis(welkom)
        self._aanmelden(welkom)
        welkom = self._zelfde_apparaat(welkom)
        self._klok(welkom)
        if self._mag_brengen(welkom):
            if hersteld:
                self._haal_eigen_werk_bijeen()
            self._breng()
            self._breng_meegenomen()
            if self._toegang_gebracht:
                # A glass broken or a colleague's dossier taken over: it comes in this same round.
                welkom = self._groet()
                if self._is_verloren(welkom):
                    return True
        self._ruim(welkom, hier)
        self._haal(welkom)
        if not self._mag_brengen(welkom):
            raise LaptopTeOud
        aanmelding.contact(self._store, welkom)
        return False

    # --- greeting

    def _is_verloren(self, welkom: Groet) -> bool:
        if welkom.verloren:
            self._centrale.meld_leeg(self._ik().id)
        return welkom.verloren

    def _ik(self) -> Ik:
        with self._store.lees() as sessie:
            return uitwisseling.ik(sessie.connection())

    def _plekken(self) -> dict[Stroom, Plek]:
        with self._store.lees() as sessie:
            return uitwisseling.plekken(sessie.connection())

    def _groet(self, *, nog_een: bool = True) -> Groet:
        self._tussendoor(Voortgang(Fase.GROETEN))
        with self._store.lees() as sessie:
            verbinding = sessie.connection()
            ik = uitwisseling.ik(verbinding)
            emmers = uitwisseling.emmers(uitwisseling.plekken(verbinding))
            wissingen = uitwisseling.wissingen_tot(verbinding)
        welkom = self._centrale.groet(
            ik.id,
            schemaversie=self._store.schemaversie,
            geheim=bytes.fromhex(ik.geheim),
            medewerker=self._store.gebruiker_id,
            emmers=emmers,
            wissingen=wissingen,
        )
        self._rondreizen += 1
        if not welkom.fout:
            return welkom
        if welkom.fout != "apparaat" or not nog_een:
            raise AanmeldingGeweigerd
        # Somebody else's device: this store was copied from a colleague's laptop.
        with self._store.neem_op() as inkomst:
            herstempel(inkomst.verbinding, apparaat=nieuw_id())
        return self._groet(nog_een=False)

    # --- a centre that was put back from a backup (sync.md trap 7)

    def _is_hersteld(self, welkom: Groet) -> bool:
        vorige = self._store.lokaal(aanmelding.EPOCH)
        return vorige is not None and vorige != welkom.epoch

    def _begin_opnieuw(self) -> Groet:
        """Its numbers went back, of streams and of tombstones: ours say nothing any more."""
        with self._store.neem_op() as inkomst:
            uitwisseling.begin_opnieuw(inkomst.verbinding)
        return self._groet()

    def _haal_eigen_werk_bijeen(self) -> None:
        """What this device brought is brought again; so is what it brought as another one."""
        with self._store.lees() as sessie:
            ids = uitwisseling.eigen_elders(sessie.connection(), self._store.gebruiker_id or "")
        mist = set(ids) - self._bekend(ids)
        if mist:
            with self._store.neem_op() as inkomst:
                hecht_aan(inkomst.verbinding, mist)

    def _bekend(self, ids: Sequence[str]) -> set[str]:
        bekend: set[str] = set()
        for begin in range(0, len(ids), 10_000):
            bekend |= self._centrale.bekend(ids[begin : begin + 10_000])
            self._rondreizen += 1
        return bekend

    # --- who is there

    def _wis(self, welkom: Groet) -> None:
        """Tombstones first: what was erased must not travel back (peers.md B4, 3)."""
        for gemeente, nr, dossier in welkom.wissingen:
            with self._store.neem_op() as inkomst:
                inkomst.raak(
                    ruimen.wis_dossier(
                        inkomst.verbinding, gemeente, dossier, nr, self._store.nu().isoformat()
                    )
                )
        if welkom.wissingen:
            self._store.veeg_schoon()

    def _aanmelden(self, welkom: Groet) -> None:
        aanmelding.neem_rechten(self._store, welkom)

    def _zelfde_apparaat(self, welkom: Groet) -> Groet:
        """Is the centre's last row of this device really ours? Else this laptop is a copy."""
        with self._store.lees() as sessie:
            eigen = uitwisseling.eigen_hash(sessie.connection(), welkom.volgnummer)
        if eigen != welkom.hash:
            return self._word_ander_apparaat()
        if self._ik().bevestigd > welkom.volgnummer:
            # The centre was restored and has gone back: it gets those rows again.
            self._zet_bevestigd(welkom.volgnummer)
        return welkom

    def _zet_bevestigd(self, volgnummer: int) -> None:
        with self._store.neem_op() as inkomst:
            inkomst.verbinding.exec_driver_sql("UPDATE apparaat SET bevestigd = ?", (volgnummer,))

    def _word_ander_apparaat(self) -> Groet:
        """A copied or restored laptop goes on under an identity of its own (sync.md trap 9)."""
        log.warning("device forked; taking a new identity")
        with self._store.lees() as sessie:
            ids = list(uitwisseling.onbevestigde_ids(sessie.connection()))
        bekend = self._bekend(ids)
        with self._store.neem_op() as inkomst:
            herstempel(inkomst.verbinding, apparaat=nieuw_id(), behoud=bekend)
        self._t.meldingen.append(
            "Deze laptop is een kopie, of er is een reservekopie teruggezet. Hij doet nu mee "
            "onder een eigen nummer. Er is niets verloren."
        )
        return self._groet()

    def _klok(self, welkom: Groet) -> None:
        """A laptop that is ahead by more than the play would win every conflict (trap 8)."""
        verschil = _moment(welkom) - self._store.nu()
        if abs(verschil) <= KLOK_SPELING:
            verschil = timedelta(0)
        self._store.zet_klokverschil(verschil)
        speling_ms = round(KLOK_SPELING.total_seconds() * 1000)
        if milliseconden(self._ik().klok) <= welkom.nu_ms + speling_ms:
            return
        with self._store.neem_op() as inkomst:
            herstempel(inkomst.verbinding, hoogstens_ms=welkom.nu_ms, aangekomen=welkom.volgnummer)
        self._t.meldingen.append(
            "De klok van deze laptop loopt voor. Viergesprek heeft de tijden van je laatste "
            "werk verbeterd. Zet de klok van de laptop goed."
        )

    def _mag_brengen(self, welkom: Groet) -> bool:
        """False when this program is too old for the centre: it reads on, and keeps its work."""
        return self._store.schemaversie >= welkom.minimum_schema

    # --- bringing

    def _breng(self) -> None:
        with self._store.lees() as sessie:
            totaal = uitwisseling.wachtend(sessie.connection())
        for _poging in range(_POGINGEN):
            mislukt = self._breng_alles(max(totaal, 1))
            if mislukt is None:
                return
            match mislukt.fout:
                case "gat":
                    self._zet_bevestigd(mislukt.verwacht - 1)
                case "gevorkt" | "keten":
                    self._word_ander_apparaat()
                case "klok":
                    self._klok(self._groet())
                case "te-oud":
                    raise LaptopTeOud
                case "verloren" | "dicht":
                    raise AanmeldingGeweigerd
                case _:
                    raise CentraleFout
        log.error("the centre keeps refusing a batch: %s", mislukt and mislukt.fout)
        raise CentraleFout

    def _breng_alles(self, totaal: int) -> Gebracht | None:
        """Batch by batch, until nothing is left; else what the centre had against one."""
        ik = self._ik()
        rijen = self._te_brengen(ik.bevestigd)
        onderweg = self._stuur(ik, rijen)
        while rijen:
            self._tussendoor(Voortgang(Fase.BRENGEN, self._t.gebracht, totaal))
            straks = self._te_brengen(int(rijen[-1][VOLGNUMMER] or 0))
            antwoord = onderweg.result()
            if antwoord.fout:
                return antwoord
            onderweg = self._stuur(ik, straks)
            self._bevestig(rijen, antwoord)
            rijen = straks
        return None

    def _te_brengen(self, na: int) -> list[Rij]:
        with self._store.lees() as sessie:
            return uitwisseling.te_brengen(sessie.connection(), na, PER_KEER_BRENGEN)

    def _stuur(self, ik: Ik, rijen: Sequence[Rij]) -> Future[Gebracht]:
        if not rijen:
            return Future()
        self._rondreizen += 1
        return self._onderweg.submit(self._centrale.breng, ik.id, rijen)

    def _bevestig(self, rijen: Sequence[Rij], antwoord: Gebracht) -> None:
        geweigerd = antwoord.geweigerd
        with self._store.neem_op() as inkomst:
            uitwisseling.bevestig(
                inkomst.verbinding,
                rijen,
                antwoord.hoogste,
                antwoord.stromen,
                [id_ for _nr, id_, _r in geweigerd],
            )
            # An emptied row (of an erased dossier) has nothing left to decide about.
            vol = {rij[RIJ_ID] for rij in rijen if rij[ZOUT] is not None}
            redenen = [(id_, reden) for _nr, id_, reden in geweigerd if id_ in vol]
            inkomst.raak(weigeringen.noteer(inkomst.verbinding, redenen, self._store.nu()))
            inkomst.raak({"uitwisseling": {"gebracht"}})
        plekken = {stroom for stroom, _eerste, _laatste in antwoord.stromen}
        self._toegang_gebracht |= any(p.klasse == Stroomklasse.TOEGANG for p in plekken)
        self._zelf_verder |= plekken
        self._t.gebracht += len(rijen)
        self._t.geweigerd += len(geweigerd)

    def _breng_meegenomen(self) -> None:
        """What colleagues gave along on a stick; their own laptops' seals prove it."""
        na = ""
        while True:
            with self._store.lees() as sessie:
                pakket = uitwisseling.meegenomen(sessie.connection(), PER_KEER_BRENGEN, na)
            if not pakket:
                return
            self._tussendoor(Voortgang(Fase.BRENGEN, self._t.gebracht, self._t.gebracht))
            apparaat = pakket[0][0]
            antwoord = self._centrale.breng_mee(
                apparaat, [rij for _a, rij, _z in pakket], [zegel for _a, _r, zegel in pakket]
            )
            self._rondreizen += 1
            if antwoord.fout not in ("", "zegel"):
                # Perhaps its own laptop has to greet first, or puts its clock right.
                log.warning("carried rows stay here: %s", antwoord.fout)
                na = apparaat
                continue
            self._leg_neer(apparaat, [rij for _a, rij, _z in pakket], antwoord)

    def _leg_neer(self, apparaat: str, rijen: Sequence[Rij], antwoord: Gebracht) -> None:
        """The centre has answered for carried rows: they travel no further."""
        van, tot = int(rijen[0][VOLGNUMMER] or 0), int(rijen[-1][VOLGNUMMER] or 0)
        with self._store.neem_op() as inkomst:
            verbinding = inkomst.verbinding
            if antwoord.fout:
                # From here on it is not what its own laptop wrote, which is shown as refused.
                vals = uitwisseling.leg_neer(verbinding, apparaat, antwoord.verwacht, None)
                redenen = [(id_, antwoord.fout) for id_ in vals]
                inkomst.raak(weigeringen.noteer(verbinding, redenen, self._store.nu()))
            else:
                self._t.gebracht += len(uitwisseling.leg_neer(verbinding, apparaat, van, tot))
                weg = [id_ for _nr, id_, _reden in antwoord.geweigerd]
                inkomst.raak(ruimen.vergeet(verbinding, weg))
            inkomst.raak({"uitwisseling": {"meegenomen"}})

    # --- fetching

    def _ruim(self, welkom: Groet, hier: dict[Stroom, Plek]) -> None:
        """What this user may no longer see leaves the laptop (sync.md trap 6)."""
        # In what this very round brought there was nothing at the greeting, or less.
        zichtbaar = {stand.plek for stand in welkom.stromen} | self._zelf_verder
        anders = set(welkom.emmers_anders)
        weg = {
            stroom
            for stroom, plek in hier.items()
            if plek.nr and stroom not in zichtbaar and uitwisseling.emmer_van(stroom[1]) in anders
        }
        weg |= self._los(hier, weg) - zichtbaar
        if weg:
            with self._store.neem_op() as inkomst:
                inkomst.raak(ruimen.ruim_stromen(inkomst.verbinding, weg))
            self._store.veeg_schoon()

    def _los(self, hier: Mapping[Stroom, Plek], weg: set[Stroom]) -> set[Stroom]:
        """Streams of which only a stick brought something, and to which there is no right here."""
        lezen = {(r.gemeente, k) for r in aanmelding.rechten(self._store) for k in r.lezen}
        over = {stroom[:2] for stroom, plek in hier.items() if plek.nr and stroom not in weg}
        return {
            stroom
            for stroom, plek in hier.items()
            if not plek.nr and not (stroom[:2] in over and (stroom[0], stroom[2]) in lezen)
        }

    def _haal(self, welkom: Groet) -> None:
        doel: dict[Stroom, Plek] = {s.plek: Plek(s.kop, s.merk) for s in welkom.stromen}
        open_ = self._open_stromen(doel)
        totaal = sum(doel[s].nr - p.nr for s, p in open_.items())
        opnieuw: set[Stroom] = set()
        gevraagd, onderweg = self._vraag(open_, doel)
        while gevraagd:
            self._tussendoor(Voortgang(Fase.HALEN, self._t.gehaald, totaal))
            rijen = onderweg.result()
            nieuw = _bewijs(rijen, open_)
            if len(rijen) < PER_KEER_HALEN:  # all that there is in these streams
                gevraagd = [s for s in gevraagd if s not in nieuw]
                for stroom in gevraagd:
                    del open_[stroom]
            for stroom, nu in nieuw.items():
                tot = doel[stroom]
                if nu.nr == tot.nr and nu.merk != tot.merk and stroom not in opnieuw:
                    opnieuw.add(stroom)
                    open_[stroom] = Plek()
                elif nu.nr >= tot.nr:
                    del open_[stroom]
                else:
                    open_[stroom] = nu
            gevraagd, onderweg = self._vraag(open_, doel)
            self._neem_op(rijen, nieuw)

    def _open_stromen(self, doel: Mapping[Stroom, Plek]) -> dict[Stroom, Plek]:
        """The streams with something new, in the order to fetch them, and from where."""
        hier = self._plekken()
        open_: dict[Stroom, Plek] = {}
        for stroom in sorted(doel, key=_eerst):
            nu, tot = hier.get(stroom, Plek()), doel[stroom]
            # As long as the centre's or longer, with other rows: it was restored. Read it anew.
            if nu == tot or (stroom in self._zelf_verder and nu.nr >= tot.nr):
                continue
            open_[stroom] = nu if nu.nr < tot.nr else Plek()
        return open_

    def _vraag(
        self, open_: Mapping[Stroom, Plek], doel: Mapping[Stroom, Plek]
    ) -> tuple[list[Stroom], Future[list[Binnen]]]:
        """Asks for one batch, out of as many streams as will fill it."""
        gevraagd: list[Stroom] = []
        verwacht = 0
        for stroom, nu in open_.items():
            if verwacht >= PER_KEER_HALEN:
                break
            gevraagd.append(stroom)
            verwacht += doel[stroom].nr - nu.nr
        if not gevraagd:
            return [], Future()
        self._rondreizen += 1
        cursors = [Cursor(Naam(*s), open_[s].nr) for s in gevraagd]
        return gevraagd, self._onderweg.submit(self._centrale.haal, cursors, PER_KEER_HALEN)

    def _neem_op(self, rijen: Sequence[Binnen], nieuw: Mapping[Stroom, Plek]) -> None:
        """One batch in one transaction, with its places."""
        if not rijen:
            return
        with self._store.neem_op(herhaalbaar=True) as inkomst:
            opgenomen = neem_op_uit_centrale(inkomst.verbinding, [rij for _s, _nr, rij in rijen])
            inkomst.raak(opgenomen.geraakt)
            uitwisseling.zet_plekken(inkomst.verbinding, nieuw)
        self._t.gehaald += len(rijen)

    def _tussendoor(self, voortgang: Voortgang) -> None:
        """Between two transactions: tells how far it is, and stops when asked."""
        if self._stop is not None and self._stop.is_set():
            raise Gestopt
        self._meld(voortgang)


def _moment(groet: Groet) -> datetime:
    return datetime.fromtimestamp(groet.nu_ms / 1000, UTC)


def _bewijs(rijen: Sequence[Binnen], plek: Mapping[Stroom, Plek]) -> dict[Stroom, Plek]:
    """The places after these rows. Raises CentraleFout when a row is missing among them."""
    nieuw: dict[Stroom, Plek] = {}
    for stroom, groep in groupby(rijen, key=lambda binnen: binnen.plek):
        begin, deel = plek[stroom], list(groep)
        verwacht = range(begin.nr + 1, begin.nr + 1 + len(deel))
        if [nr for _s, nr, _rij in deel] != list(verwacht):
            log.error("gap in a stream after %d", begin.nr)
            raise CentraleFout
        merk = uitwisseling.merk_van((str(rij[RIJ_ID]) for _s, _nr, rij in deel), begin.merk)
        nieuw[stroom] = Plek(verwacht[-1], merk)
    return nieuw


def _eerst(stroom: Stroom) -> tuple[bool, str, bool, str]:
    """Colleagues first, then dossier by dossier with its name first: rows find their parents."""
    gemeente, dossier, klasse = stroom
    return (dossier != "", dossier, klasse not in ("identiteit", "gewoon"), f"{gemeente}{klasse}")
