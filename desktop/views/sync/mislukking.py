"""A round that did not succeed, as far as it matters for what somebody can do."""

from __future__ import annotations

import enum
import logging
from dataclasses import dataclass

from desktop.store.fouten import OpSlot, ViergesprekFout

log = logging.getLogger(__name__)


class Soort(enum.StrEnum):
    """Why a round did not succeed, as far as it matters for what somebody can do."""

    NETWERK = "netwerk"
    """Normal: it comes by itself."""
    AANMELDING = "aanmelding"
    """The centre does not know this login, or not with this password."""
    KOPPELING = "koppeling"
    """Something else in the settings has to be looked at."""
    BEZET = "bezet"
    """Another program makes a round on the same data."""
    ANDERS = "anders"


@dataclass(frozen=True)
class Mislukking:
    """A round that did not succeed: the sentence of the error, in Dutch, and its kind."""

    zin: str
    soort: Soort

    @property
    def in_instellingen(self) -> bool:
        """True when somebody can mend it in the settings, and waiting does not."""
        return self.soort in (Soort.AANMELDING, Soort.KOPPELING)


def mislukking_van(fout: Exception) -> Mislukking:
    """What an error means for whoever looks at the status line."""
    from desktop.sync import fouten

    log.info("round: %s", type(fout).__name__)
    zin = fout.zin if isinstance(fout, ViergesprekFout) else fouten.CentraleFout.STANDAARD
    match fout:
        case fouten.GeenNetwerk():
            return Mislukking(zin, Soort.NETWERK)
        case fouten.AlBezig() | OpSlot():
            return Mislukking(zin, Soort.BEZET)
        case fouten.AanmeldingGeweigerd():
            return Mislukking(zin, Soort.AANMELDING)
        case fouten.CertificaatOnjuist() | fouten.OnveiligeVerbinding() | fouten.NietGekoppeld():
            return Mislukking(zin, Soort.KOPPELING)
    return Mislukking(zin, Soort.ANDERS)
