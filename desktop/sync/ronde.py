"""One round with the centre: greet, apply tombstones, bring, hand over, fetch.

Each step commits on its own and may be cut off anywhere: the next round begins
with a greeting and goes on from what both sides really have. Nothing is
remembered between the steps but what is in the two stores (sync.md).

Bringing and fetching keep one call on its way: while the centre works at a
batch, this laptop writes down the one before it and reads the next.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from threading import Event

from desktop.store import ruimen, uitwisseling
from desktop.store.ruimen import Stroom
from desktop.store.store import Store
from desktop.store.uitwisseling import Plek
from desktop.sync import aanmelding
from desktop.sync.antwoorden import Groet
from desktop.sync.brengen import Brenger
from desktop.sync.centrale import Centrale
from desktop.sync.fouten import LaptopTeOud
from desktop.sync.gang import Gang, Gestopt, Telling
from desktop.sync.halen import Haler
from desktop.sync.identiteit import Identiteit
from desktop.sync.stand import Uitkomst, Voortgang


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

    def loop(self) -> Uitkomst:
        """Does it all. Raises CentraleFout; a cut connection leaves everything resumable."""
        telling = Telling()
        gestopt = leeg = False
        with ThreadPoolExecutor(1, "viergesprek-ronde") as onderweg:
            gang = Gang(self._store, self._centrale, onderweg, self._meld, self._stop, telling)
            try:
                leeg = _Stappen(gang).loop()
            except Gestopt:
                gestopt = True
        return Uitkomst(
            gebracht=telling.gebracht,
            gehaald=telling.gehaald,
            geweigerd=telling.geweigerd,
            rondreizen=telling.rondreizen,
            gestopt=gestopt,
            leeggemaakt=leeg,
            meldingen=tuple(telling.meldingen),
        )


class _Stappen:
    """The steps, one after the other."""

    def __init__(self, gang: Gang) -> None:
        self._store = gang.store
        self._identiteit = Identiteit(gang)
        self._brenger = Brenger(gang, self._identiteit)
        self._haler = Haler(gang)

    def loop(self) -> bool:
        """True when this laptop was reported lost: it has to be emptied."""
        welkom = self._identiteit.groet()
        if self._identiteit.is_verloren(welkom):
            return True
        hier = self._plekken()  # before bringing: new streams of our own are no lost ones
        hersteld = self._identiteit.is_hersteld(welkom)
        if hersteld:
            welkom = self._identiteit.begin_opnieuw()
        self._wis(welkom)
        aanmelding.neem_rechten(self._store, welkom)
        welkom = self._identiteit.zelfde_apparaat(welkom)
        self._identiteit.zet_klok(welkom)
        if self._identiteit.mag_brengen(welkom):
            if hersteld:
                self._identiteit.haal_eigen_werk_bijeen()
            self._brenger.eigen()
            self._brenger.meegenomen()
            if self._brenger.toegang_gebracht:
                # A glass broken or a colleague's dossier taken over: it comes in this same round.
                welkom = self._identiteit.groet()
                if self._identiteit.is_verloren(welkom):
                    return True
        self._ruim(welkom, hier)
        self._haler.haal(welkom, self._brenger.zelf_verder)
        if not self._identiteit.mag_brengen(welkom):
            raise LaptopTeOud
        aanmelding.contact(self._store, welkom)
        return False

    def _plekken(self) -> dict[Stroom, Plek]:
        with self._store.lees() as sessie:
            return uitwisseling.plekken(sessie.connection())

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

    def _ruim(self, welkom: Groet, hier: dict[Stroom, Plek]) -> None:
        """What this user may no longer see leaves the laptop (sync.md trap 6)."""
        # In what this very round brought there was nothing at the greeting, or less.
        zichtbaar = {stand.plek for stand in welkom.stromen} | self._brenger.zelf_verder
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
