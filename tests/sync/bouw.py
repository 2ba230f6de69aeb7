"""Laptops without a store, for tests of the centre: they write rows as the real one does."""

from __future__ import annotations

import hashlib
import json
import secrets
import time
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from desktop.store.inkomend import VELDEN, Rij
from desktop.sync.centrale import Centrale
from desktop.sync.verbinding import Verbinding

GEMEENTE = "0171"


def nieuw() -> str:
    """A random id."""
    return str(uuid.uuid4())


@dataclass
class Laptop:
    """A device with its own sequence, chain and clock, and the person who uses it."""

    verbinding: Verbinding
    medewerker: str
    gemeente: str = GEMEENTE
    id: str = field(default_factory=nieuw)
    geheim: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    volgnummer: int = 0
    vorige: str = ""
    klok: int = 0
    schemaversie: int = 2

    def __post_init__(self) -> None:
        self.centrale = Centrale(self.verbinding)

    def groet(self, **rest: Any) -> Any:
        """Greets, as this device."""
        rest.setdefault("medewerker", self.medewerker)
        return self.centrale.groet(
            self.id, schemaversie=self.schemaversie, geheim=self.geheim, **rest
        )

    def rij(
        self,
        entiteit: str,
        rij: str,
        veld: str,
        waarde: Any = None,
        *,
        dossier: str | None = None,
        klasse: str = "gewoon",
        soort: str = "set",
        ouders: Sequence[str] = (),
        gemeente: str = "",
        auteur: str | None = "ik",
        ruw: str | None = None,
        id_: str = "",
        klok: int = 0,
    ) -> Rij:
        """Writes one change; `waarde` becomes JSON, `ruw` is taken as it is."""
        self.volgnummer += 1
        self.klok = max(self.klok + 1, int(time.time() * 1000) << 16)
        json_ = None if soort in ("remove", "delete") else json.dumps(waarde, ensure_ascii=False)
        alles: dict[str, Any] = {
            "id": id_ or nieuw(),
            "stroom": f"{gemeente or self.gemeente}:{klasse}",
            "dossier": dossier,
            "entiteit": entiteit,
            "rij": rij,
            "veld": veld,
            "soort": soort,
            "waarde": json_ if ruw is None else ruw,
            "ouders": json.dumps(list(ouders)),
            "klok": f"{klok or self.klok:020d}",
            "auteur": self.medewerker if auteur == "ik" else auteur,
            "apparaat": self.id,
            "volgnummer": self.volgnummer,
            "schemaversie": self.schemaversie,
            "zout": secrets.token_hex(16),
            "vorige": self.vorige,
        }
        alles["afdruk"] = hashlib.sha256(f"{alles['zout']}{alles['waarde']}".encode()).hexdigest()
        inhoud = "|".join(str(alles[naam]) for naam in VELDEN[:-1])
        self.vorige = alles["hash"] = hashlib.sha256(inhoud.encode()).hexdigest()
        return tuple(alles[naam] for naam in VELDEN)

    def rijen(self, entiteit: str, rij: str, velden: dict[str, Any], **rest: Any) -> list[Rij]:
        """Writes several fields of one row."""
        return [self.rij(entiteit, rij, veld, waarde, **rest) for veld, waarde in velden.items()]

    def herstempel(self, rij: Rij) -> Rij:
        """The same change as the next one of this device, as a forked laptop sends it."""
        self.volgnummer += 1
        alles = dict(zip(VELDEN, rij, strict=True))
        alles |= {"apparaat": self.id, "volgnummer": self.volgnummer, "vorige": self.vorige}
        inhoud = "|".join(str(alles[naam]) for naam in VELDEN[:-1])
        self.vorige = alles["hash"] = hashlib.sha256(inhoud.encode()).hexdigest()
        return tuple(alles[naam] for naam in VELDEN)

    def dossier(self, dossier: str = "", klantmanager: str = "", **velden: Any) -> list[Rij]:
        """Writes a new dossier; its id is that of the first row's `rij`."""
        dossier = dossier or nieuw()
        alle = {
            "nummer": f"{self.gemeente}-26-ABCDEF",
            "achternaam": "Gebremedhin",
            "gemeente": self.gemeente,
            "klantmanager_id": klantmanager or self.medewerker,
            **velden,
        }
        klassen = {"bsn": "bsn", "v_nummer": "vnummer", "nationaliteit": "gewoon"}
        return [
            self.rij("dossier", dossier, veld, waarde, dossier=dossier,
                     klasse=klassen.get(veld, "identiteit"))
            for veld, waarde in alle.items()
        ]  # fmt: skip

    def breng(self, rijen: Sequence[Rij]) -> Any:
        """Pushes these rows."""
        return self.centrale.breng(self.id, rijen)

    def haal_alles(self) -> dict[str, Rij]:
        """All rows that this person may read, by id; pulled through greeting and cursors."""
        from desktop.sync.antwoorden import Cursor

        uit: dict[str, Rij] = {}
        cursors = [Cursor(s.plek, 0) for s in self.groet().stromen]
        # A greeting leaves out buckets that are equal; nothing is here, so all differ.
        while True:
            binnen = self.centrale.haal(cursors, 1000)
            if not binnen:
                return uit
            stand = {b.plek: b.nr for b in binnen}
            cursors = [Cursor(c.plek, stand.get(c.plek, c.nr)) for c in cursors]
            uit.update({str(b.rij[0]): b.rij for b in binnen})
