"""Journal rows as a hundred thousand of them really are: intakes with answers of ten fields."""

from __future__ import annotations

import json
import random
import secrets
import uuid
from collections.abc import Mapping
from typing import Any

from desktop.models.antwoord import Antwoord
from desktop.models.basis import volgend_id
from desktop.store.inkomend import HASH, ID, RIJ, VELD, VELDEN, Rij
from desktop.store.keten import afdruk, rijhash

GEMEENTE = "0171"
BEGIN_MS = 1_764_000_000_000
KLASSEN = (
    "sociaal",
    "wonen",
    "dagelijks",
    "mobiliteit",
    "regie",
    "werk",
    "score",
    "gezondheid",
    "geld",
    "kinderen",
)


class Schrijver:
    """One device that writes rows: its sequence, clock and chain."""

    def __init__(self, medewerker: str) -> None:
        self.medewerker = medewerker
        self.apparaat = str(uuid.uuid4())
        self.rijen: list[Rij] = []
        self._vorige = ""
        self._ms = BEGIN_MS

    def schrijf(
        self,
        dossier: str | None,
        klasse: str,
        entiteit: str,
        rij: str,
        velden: Mapping[str, Any],
        ouders: Mapping[str, str] | None = None,
    ) -> None:
        """One unit of work: some fields of one row."""
        self._ms += 1
        for veld, waarde in velden.items():
            zout, tekst = secrets.token_hex(16), json.dumps(waarde)
            ouder = (ouders or {}).get(veld)
            alles: dict[str, Any] = {
                "id": volgend_id(self._ms),
                "stroom": f"{GEMEENTE}:{klasse}",
                "dossier": dossier,
                "entiteit": entiteit,
                "rij": rij,
                "veld": veld,
                "soort": "set",
                "waarde": tekst,
                "ouders": json.dumps([ouder] if ouder else []),
                "klok": f"{self._ms << 16:020d}",
                "auteur": self.medewerker,
                "apparaat": self.apparaat,
                "volgnummer": len(self.rijen) + 1,
                "schemaversie": 2,
                "zout": zout,
                "afdruk": afdruk(zout, tekst),
                "vorige": self._vorige,
            }
            alles["hash"] = self._vorige = rijhash(alles)
            self.rijen.append(tuple(alles[naam] for naam in VELDEN))

    def knip(self, aantal: int) -> None:
        """Forgets what was written beyond so many rows."""
        del self.rijen[aantal:]
        self._vorige = str(self.rijen[-1][HASH])


def intakes(schrijver: Schrijver, aantal: int) -> None:
    """Dossiers with an intake of a hundred answers each, until there are this many rows."""
    km = schrijver.medewerker
    while len(schrijver.rijen) < aantal:
        dossier, intake = str(uuid.uuid4()), str(uuid.uuid4())
        wie = {
            "nummer": f"{GEMEENTE}-26-{dossier[:6]}",
            "voornamen": "Salma",
            "achternaam": "Nouri",
            "gemeente": GEMEENTE,
            "klantmanager_id": km,
            "oefening": False,
        }
        schrijver.schrijf(dossier, "identiteit", "dossier", dossier, wie)
        schrijver.schrijf(dossier, "gewoon", "dossier", dossier, {"alfabetisering": "A"})
        talk = {"dossier_id": dossier, "vragenlijst": "v1", "taal": "ar", "fase": "gesprek"}
        schrijver.schrijf(dossier, "gewoon", "brede_intake", intake, talk)
        for n in range(100):
            code, klasse = f"Q{n:03d}", KLASSEN[n % len(KLASSEN)]
            antwoord = {
                "dossier_id": dossier,
                "intake_id": intake,
                "vraag_code": code,
                "klasse": klasse,
                "status": "beantwoord",
                "enkel": "a",
                "wijze": "gewezen",
                "bevestigd": True,
                "door": km,
                "op": "2026-11-25T10:00:00+00:00",
            }
            id_ = Antwoord.id_van(intake, code)
            schrijver.schrijf(dossier, klasse, "antwoord", id_, antwoord)


def losse_wijzigingen(schrijver: Schrijver, aantal: int) -> None:
    """Edits of one field each, of rows in random order: the worst there is for a projection."""
    toeval = random.Random(3)
    oude = [rij for rij in schrijver.rijen if rij[VELD] == "enkel"]
    hoofd = {str(rij[RIJ]): str(rij[ID]) for rij in oude}
    for n in range(aantal):
        rij = toeval.choice(oude)
        id_, klasse = str(rij[RIJ]), str(rij[1]).split(":", 1)[1]
        dossier = str(rij[2])
        schrijver.schrijf(
            dossier, klasse, "antwoord", id_, {"enkel": f"b{n}"}, {"enkel": hoofd[id_]}
        )
        hoofd[id_] = str(schrijver.rijen[-1][ID])
