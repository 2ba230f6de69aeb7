"""Words in which the tests about rights are written."""

from __future__ import annotations

from typing import Any

from tests.sync.bouw import Laptop, nieuw

ALLES = {
    "identiteit", "bsn", "vnummer", "gewoon", "sociaal", "wonen", "dagelijks", "mobiliteit",
    "regie", "werk", "score", "gezondheid", "afgeschermd", "geld", "kinderen",
}  # fmt: skip
"""Every class of the talk."""


def redenen(antwoord: Any) -> list[str]:
    return [g.reden for g in antwoord.geweigerd]


def vol_dossier(laptop: Laptop, **rest: Any) -> str:
    """A dossier with something in every class of the talk; its id."""
    rijen = laptop.dossier(bsn="123456782", v_nummer="V1", nationaliteit="Eritrees", **rest)
    dossier = str(rijen[0][4])
    for klasse in (
        "sociaal", "wonen", "dagelijks", "mobiliteit", "regie", "werk", "score", "gezondheid",
        "afgeschermd", "geld", "kinderen",
    ):  # fmt: skip
        rijen.append(
            laptop.rij("antwoord", nieuw(), "waarde", klasse, dossier=dossier, klasse=klasse)
        )
    assert laptop.breng(rijen).geweigerd == ()
    return dossier


def klassen(laptop: Laptop, dossier: str) -> set[str]:
    """The classes of this dossier that this person gets."""
    return {str(r[1]).split(":")[1] for r in laptop.haal_alles().values() if r[2] == dossier}


def deel(laptop: Laptop, dossier: str, wie: str, **velden: Any) -> list[Any]:
    return laptop.rijen(
        "deling", nieuw(), {"dossier_id": dossier, "medewerker_id": wie, **velden},
        dossier=dossier, klasse="toegang",
    )  # fmt: skip
