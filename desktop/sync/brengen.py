"""Bringing: what this laptop wrote, and what colleagues gave along on a stick."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from concurrent.futures import Future

from desktop.models.basis import Stroomklasse
from desktop.models.gemeentegegevens import Mandaat
from desktop.models.pip import Pip
from desktop.store import ruimen, samen, uitwisseling, weigeringen
from desktop.store.inkomend import ENTITEIT, RIJ, VOLGNUMMER, ZOUT, Rij
from desktop.store.inkomend import ID as RIJ_ID
from desktop.store.ruimen import Stroom
from desktop.store.uitwisseling import Ik
from desktop.sync.antwoorden import Gebracht
from desktop.sync.fouten import AanmeldingGeweigerd, CentraleFout, LaptopTeOud
from desktop.sync.gang import Gang
from desktop.sync.identiteit import Identiteit
from desktop.sync.stand import Fase, Voortgang

log = logging.getLogger(__name__)

PER_KEER = 1_000
_POGINGEN = 4


class Brenger:
    """Brings in one round; one batch is on its way while the next is read."""

    def __init__(self, gang: Gang, identiteit: Identiteit) -> None:
        self._gang, self._identiteit = gang, identiteit
        self._store, self._centrale, self._telling = gang.store, gang.centrale, gang.telling
        self.zelf_verder: set[Stroom] = set()
        """Streams that went on by our own bringing: the greeting is older than that."""
        self.toegang_gebracht = False
        """Something that changes what this laptop may see."""
        self._geweigerd: list[tuple[str, str, str]] = []
        """Of a plan in this round: change, reason and plan."""
        self._lijst_gebracht = False
        """Somebody's mandate came along on a stick."""
        self._plannen_gebracht: set[str] = set()
        """So did something of these plans."""

    def eigen(self) -> None:
        """All of our own. Raises CentraleFout when the centre goes on refusing."""
        with self._store.lees() as sessie:
            totaal = uitwisseling.wachtend(sessie.connection())
        for _poging in range(_POGINGEN):
            mislukt = self._breng_alles(max(totaal, 1))
            if mislukt is None:
                return
            match mislukt.fout:
                case "gat":
                    self._identiteit.zet_bevestigd(mislukt.verwacht - 1)
                case "gevorkt" | "keten":
                    self._identiteit.word_ander_apparaat()
                case "klok":
                    self._identiteit.zet_klok(self._identiteit.groet())
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
        ik = self._identiteit.ik()
        rijen = self._te_brengen(ik.bevestigd)
        onderweg = self._stuur(ik, rijen)
        while rijen:
            self._gang.tussendoor(Voortgang(Fase.BRENGEN, self._telling.gebracht, totaal))
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
            return uitwisseling.te_brengen(sessie.connection(), na, PER_KEER)

    def _stuur(self, ik: Ik, rijen: Sequence[Rij]) -> Future[Gebracht]:
        if not rijen:
            return Future()
        return self._gang.stuur(self._centrale.breng, ik.id, rijen)

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
        self.toegang_gebracht |= any(p.klasse == Stroomklasse.TOEGANG for p in plekken)
        self.zelf_verder |= plekken
        plan = {rij[RIJ_ID]: str(rij[RIJ]) for rij in rijen if rij[ENTITEIT] == Pip.__tablename__}
        self._geweigerd += [(id_, reden, plan[id_]) for id_, reden in redenen if id_ in plan]
        self._telling.gebracht += len(rijen)
        self._telling.geweigerd += len(geweigerd)

    def meegenomen(self) -> None:
        """What colleagues gave along on a stick; their own laptops' seals prove it."""
        na = ""
        while True:
            with self._store.lees() as sessie:
                pakket = uitwisseling.meegenomen(sessie.connection(), PER_KEER, na)
            if not pakket:
                self._na_wat_meekwam()
                return
            self._gang.tussendoor(
                Voortgang(Fase.BRENGEN, self._telling.gebracht, self._telling.gebracht)
            )
            apparaat = pakket[0][0]
            antwoord = self._gang.vraag(
                self._centrale.breng_mee,
                apparaat,
                [rij for _a, rij, _z in pakket],
                [zegel for _a, _r, zegel in pakket],
            )
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
                self._telling.gebracht += len(uitwisseling.leg_neer(verbinding, apparaat, van, tot))
                weg = [id_ for _nr, id_, _reden in antwoord.geweigerd]
                inkomst.raak(ruimen.vergeet(verbinding, weg))
                for rij in rijen:
                    if rij[RIJ_ID] not in weg:
                        self._lijst_gebracht |= rij[ENTITEIT] == Mandaat.__tablename__
                        if rij[ENTITEIT] == Pip.__tablename__:
                            self._plannen_gebracht.add(str(rij[RIJ]))
            inkomst.raak({"uitwisseling": {"meegenomen"}})

    def _na_wat_meekwam(self) -> None:
        """What went before the mandate or the plan that it rests on is offered once more.

        Without asking, so only of this round: a person may have written on since an earlier one.
        """
        ids = {
            id_
            for id_, reden, plan in self._geweigerd
            if plan in self._plannen_gebracht
            or (self._lijst_gebracht and reden == weigeringen.ZONDER_MANDAAT)
        }
        if ids:
            samen.bied_opnieuw(self._store, ids)
            self.eigen()
