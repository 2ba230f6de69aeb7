"""A stand-in for the exchange with the centre: the same methods, in memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from desktop.models.dossier import Rol
from desktop.models.rechten import RECHTEN
from desktop.store import ruimen
from desktop.store.store import Store
from desktop.store.uitwisseling import thuis
from desktop.sync.stand import Apparaatregel, Rechten, Uitkomst
from desktop.views.werkplek import Werkplek


@dataclass
class Nepsync:
    """What was asked of the centre; `fout` is what it answers with instead.

    `ronde` applies the tombstones, as the real one does.
    """

    store: Store
    laptops: list[Apparaatregel] = field(default_factory=list)
    gewist: list[tuple[str, str]] = field(default_factory=list)
    fout: Exception | None = None
    fout_bij_ronde: Exception | None = None
    verbinding: Any = "ergens"

    def wis(self, dossiers: Sequence[str], grond: str) -> None:
        self._weiger()
        self.gewist += [(dossier, grond) for dossier in dossiers]

    def ronde(self, *_alles: Any, **_meer: Any) -> Uitkomst:
        if self.fout_bij_ronde is not None:
            raise self.fout_bij_ronde
        with self.store.neem_op() as inkomst:
            gemeenten = thuis(inkomst.verbinding, [d for d, _grond in self.gewist])
            for nr, (dossier, _grond) in enumerate(self.gewist, 1):
                inkomst.raak(
                    ruimen.wis_dossier(
                        inkomst.verbinding,
                        gemeenten[dossier],
                        dossier,
                        nr,
                        self.store.nu().isoformat(),
                    )
                )
        return Uitkomst()

    def apparaten(self) -> list[Apparaatregel]:
        self._weiger()
        return list(self.laptops)

    def meld_verloren(self, apparaat: str) -> None:
        self._weiger()
        self.laptops = [replace(a, verloren=True) if a.id == apparaat else a for a in self.laptops]

    def _weiger(self) -> None:
        if self.fout is not None:
            raise self.fout


def koppel(werkplek: Werkplek, rol: Rol) -> Nepsync:
    """From now on the laptop is coupled, and its user has this role."""
    sync = Nepsync(werkplek.store)
    werkplek.sync = sync  # type: ignore[assignment]
    recht = RECHTEN[rol]
    werkplek.rechten = (
        Rechten("0171", werkplek.store.gebruiker_id or "", rol, recht.lezen, recht.schrijven),
    )
    werkplek.gewijzigd.emit({"rechten": frozenset({"0171"})})
    return sync
