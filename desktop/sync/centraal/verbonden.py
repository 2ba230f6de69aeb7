"""A beheerder's connection with the centre, and what goes wrong there in a beheerder's words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from desktop.sync.centraal import schema
from desktop.sync.fouten import (
    AanmeldingGeweigerd,
    BeheerFout,
    CentraleFout,
    CentraleTeOud,
    CertificaatOnjuist,
    GeenNetwerk,
    GeenRecht,
    OnveiligeVerbinding,
)
from desktop.sync.verbinding import VEILIG, is_hier, vertaal


@contextmanager
def beheerverbinding(url: str) -> Iterator[psycopg.Connection]:
    """An administrator's connection: verify-full, unless it is to this machine itself.

    Raises a CentraleFout, and nothing of psycopg's: its text may hold what was typed.
    """
    try:
        delen = conninfo_to_dict(url)
        if not is_hier(str(delen.get("host") or "localhost")):
            if delen.setdefault("sslmode", VEILIG) != VEILIG:
                raise OnveiligeVerbinding
            delen.setdefault("sslrootcert", "system")
        delen["application_name"] = "viergesprek central"
        doel = make_conninfo("", **delen)
        with psycopg.connect(doel, autocommit=True, prepare_threshold=None) as verbinding:
            verbinding.execute("SET client_min_messages = warning")
            yield verbinding
    except psycopg.ProgrammingError as fout:
        if fout.sqlstate is None:
            raise BeheerFout(
                "Dit is geen goede URL. Schrijf hem zo: postgresql://beheerder@server/viergesprek"
            ) from None
        raise _voor_beheer(fout) from None
    except psycopg.Error as fout:
        raise _voor_beheer(fout) from None


def _voor_beheer(fout: psycopg.Error) -> BeheerFout:
    """The same error, in a sentence for who looks after the server."""
    soort = vertaal(fout)
    zin = _ZINNEN.get(type(soort), "Dit lukt niet. De server geeft code {code}.")
    return BeheerFout(zin.format(code=soort.sqlstate or "?"), soort.sqlstate)


_ZINNEN: dict[type[CentraleFout], str] = {
    GeenNetwerk: "De server is niet te bereiken. Kijk de naam, de poort en het netwerk na.",
    AanmeldingGeweigerd: "De server weigert deze beheerder. Kijk de naam en het wachtwoord na.",
    CertificaatOnjuist: (
        "De server kan niet bewijzen dat hij de echte is. Zet sslrootcert in de URL op het "
        "certificaat van de gemeente."
    ),
    GeenRecht: (
        "Deze beheerder mag dit niet. Gebruik een superuser, of een rol met CREATEROLE die "
        "eigenaar is van de database. (code {code})"
    ),
    CentraleTeOud: "Deze database is er niet, of zij is nog geen centrale opslag. (code {code})",
}


@contextmanager
def als_eigenaar(verbinding: psycopg.Connection) -> Iterator[None]:
    """A transaction as the owner, for which row-level security hides nothing."""
    with verbinding.transaction():
        verbinding.execute(f"SET LOCAL ROLE {schema.EIGENAAR}")
        verbinding.execute("SET LOCAL search_path = pg_catalog, viergesprek, pg_temp")
        yield
        verbinding.execute("RESET ROLE")


def eis_centrale(verbinding: psycopg.Connection) -> None:
    if not schema.bestaat(verbinding):
        raise BeheerFout("Hier staat nog geen centrale opslag. Maak haar eerst met central init.")
