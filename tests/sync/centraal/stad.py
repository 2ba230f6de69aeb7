"""A small municipality: dossiers of two klantmanagers, one of them shared with everybody."""

from __future__ import annotations

from dataclasses import dataclass

import psycopg

from tests.sync.bouw import nieuw
from tests.sync.conftest import ROLLEN, Centrum

KLASSEN = (
    "sociaal", "wonen", "dagelijks", "mobiliteit", "regie", "werk", "score", "gezondheid",
    "afgeschermd", "geld", "kinderen",
)  # fmt: skip
BSN = "123456782"


@dataclass(frozen=True)
class Stad:
    """Ids of the dossiers: `eigen` and `gedeeld` are anneke's, `vreemd` is bram's alone."""

    eigen: str
    gedeeld: str
    vreemd: str


def bouw(centrum: Centrum) -> Stad:
    """Fills the centre: every class in every dossier; `gedeeld` is shared with every role."""
    ids: list[str] = []
    for naam, bsn in (("anneke", "1"), ("anneke", "2"), ("bram", BSN)):
        laptop = centrum.laptop(naam)
        rijen = laptop.dossier(bsn=bsn, v_nummer=f"V{bsn}", nationaliteit="Eritrees")
        dossier = str(rijen[0][4])
        ids.append(dossier)
        for klasse in KLASSEN:
            rijen += laptop.rijen("antwoord", nieuw(), {"waarde": klasse, "klasse": klasse},
                                  dossier=dossier, klasse=klasse)  # fmt: skip
        rijen.append(laptop.rij("huisgenoot", nieuw(), "naam", "Kind", dossier=dossier,
                                klasse="kinderen"))  # fmt: skip
        rijen.append(laptop.rij("raadpleging", nieuw(), "wat", "dossier", dossier=dossier,
                                klasse="spoor"))  # fmt: skip
        if len(ids) == 2:
            for wie in ROLLEN.keys() - {"anneke"}:
                rijen += laptop.rijen("deling", nieuw(), {"medewerker_id": centrum.medewerker(wie)},
                                      dossier=dossier, klasse="toegang")  # fmt: skip
        assert laptop.breng(rijen).geweigerd == ()
    els = centrum.laptop("els")
    els.breng([els.rij("medewerker", centrum.medewerker("vww"), "naam", "V", klasse="gemeente")])
    return Stad(*ids)


def tabellen(verbinding: psycopg.Connection, schema: str) -> list[str]:
    """Names of all tables and views of a schema, ready to use in a statement."""
    return [
        rij[0]
        for rij in verbinding.execute(
            "SELECT format('%%I.%%I', n.nspname, c.relname) FROM pg_class c "
            "JOIN pg_namespace n ON n.oid = c.relnamespace "
            "WHERE n.nspname = %s AND c.relkind IN ('r', 'v', 'm', 'p', 'f') ORDER BY 1",
            (schema,),
        )
    ]
