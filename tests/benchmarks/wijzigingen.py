"""Journal rows as a working laptop writes them: dossiers with an intake of a hundred answers each."""

from __future__ import annotations

import json
import random
import secrets
import uuid
from collections.abc import Mapping
from typing import Any

from desktop.models.basis import vaste_id, volgend_id
from desktop.store.inkomend import VELDEN, Rij
from desktop.store.keten import afdruk, rijhash
from desktop.store.klok import TELLER_BITS
from desktop.store.store import Store

KLASSEN = (
    "sociaal", "wonen", "dagelijks", "mobiliteit", "regie", "werk", "score", "gezondheid",
    "geld", "kinderen",
)  # fmt: skip
PER_INTAKE = 100


class Schrijver:
    """A device's sequence, chain and clock; `rijen` are what it wrote."""

    def __init__(self, apparaat: str, medewerker: str, gemeente: str = "0171", nu_ms: int = 0) -> None:
        self._apparaat, self._medewerker, self._gemeente = apparaat, medewerker, gemeente
        self._klok = (nu_ms or 1_764_000_000_000) << TELLER_BITS
        self._nummer, self._vorige = 0, ""
        self.rijen: list[Rij] = []

    def schrijf(
        self,
        dossier: str | None,
        klasse: str,
        entiteit: str,
        rij: str,
        velden: Mapping[str, Any],
        ouders: tuple[str, ...] = (),
    ) -> None:
        """One gesture: all its fields at one moment."""
        self._klok += 1 << TELLER_BITS
        for veld, inhoud in velden.items():
            self._nummer += 1
            zout, waarde = secrets.token_hex(16), json.dumps(inhoud)
            r: dict[str, Any] = {
                "id": volgend_id(self._klok >> TELLER_BITS),
                "stroom": f"{self._gemeente}:{klasse}",
                "dossier": dossier,
                "entiteit": entiteit,
                "rij": rij,
                "veld": veld,
                "soort": "add" if ":" in veld else "set",
                "waarde": waarde,
                "ouders": json.dumps(ouders),
                "klok": f"{self._klok:020d}",
                "auteur": self._medewerker,
                "apparaat": self._apparaat,
                "volgnummer": self._nummer,
                "schemaversie": 2,
                "zout": zout,
                "afdruk": afdruk(zout, waarde),
                "vorige": self._vorige,
            }
            r["hash"] = self._vorige = rijhash(r)
            self.rijen.append(tuple(r[naam] for naam in VELDEN))

    def intakes(self, tot: int) -> None:
        """Dossiers with their intake, until there are at least that many rows."""
        ik = self._medewerker
        self.schrijf(
            None, "gemeente", "medewerker", ik,
            {"naam": "Anneke de Boer", "rol": "klantmanager", "gemeente": self._gemeente},
        )  # fmt: skip
        while len(self.rijen) < tot:
            d, i = str(uuid.uuid4()), str(uuid.uuid4())
            self.schrijf(d, "identiteit", "dossier", d, {
                "nummer": f"0171-26-{d[:6]}", "voornamen": f"Salma {d[:3]}",
                "achternaam": f"Nouri {d[3:6]}", "gemeente": self._gemeente,
                "klantmanager_id": ik, "oefening": False,
            })  # fmt: skip
            self.schrijf(d, "gewoon", "dossier", d, {"alfabetisering": "A"})
            self.schrijf(d, "gewoon", "brede_intake", i, {
                "dossier_id": d, "vragenlijst": "v1", "taal": "ar", "fase": "gesprek",
                "teach_back": "", "sterke_punten": "", "wens_een_jaar": "", "wens_drie_jaar": "",
            })  # fmt: skip
            for n in range(PER_INTAKE):
                code, klasse = f"Q{n:03d}", KLASSEN[n % len(KLASSEN)]
                self.schrijf(d, klasse, "antwoord", vaste_id("antwoord", i, code), {
                    "dossier_id": d, "intake_id": i, "vraag_code": code, "klasse": klasse,
                    "status": "beantwoord", "wijze": "gewezen", "bevestigd": True, "door": ik,
                    "op": "2026-11-25T10:00:00+00:00", "enkel": "a",
                })  # fmt: skip
        del self.rijen[tot:]
        self._nummer, self._vorige = tot, str(self.rijen[-1][VELDEN.index("hash")])

    def bewerk(self, aantal: int) -> None:
        """Another value for that many fields, in random order over everything."""
        plaats = {naam: VELDEN.index(naam) for naam in VELDEN}
        vrij = [r for r in self.rijen if r[plaats["veld"]] in ("enkel", "wijze", "op", "status")]
        lot = random.Random(4)
        koppen = {r[0]: r[0] for r in vrij}
        for keer in range(-(-aantal // len(vrij))):
            for rij in lot.sample(vrij, min(len(vrij), aantal - keer * len(vrij))):
                w = {naam: rij[n] for naam, n in plaats.items()}
                waarde = json.loads(str(w["waarde"]))
                self.schrijf(
                    w["dossier"], str(w["stroom"]).split(":")[1], w["entiteit"], w["rij"],
                    {w["veld"]: waarde}, (str(koppen[rij[0]]),),
                )  # fmt: skip
                koppen[rij[0]] = self.rijen[-1][0]


def leg_in(store: Store, rijen: list[Rij]) -> None:
    """Puts rows in a laptop's journal as its own, not yet brought. The tables are not filled:
    bringing does not look at them.
    """
    voeg_toe = f"INSERT INTO wijziging ({', '.join(VELDEN)}) VALUES ({', '.join('?' * len(VELDEN))})"
    laatste = dict(zip(VELDEN, rijen[-1], strict=True))
    with store.neem_op() as inkomst:
        inkomst.verbinding.exec_driver_sql(voeg_toe, rijen)
        inkomst.verbinding.exec_driver_sql(
            "UPDATE apparaat SET volgnummer = ?, vorige = ?, klok = ?",
            (laatste["volgnummer"], laatste["hash"], laatste["klok"]),
        )
