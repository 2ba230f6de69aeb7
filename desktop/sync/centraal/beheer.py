"""What an administrator does with the centre: make it, let people in, look after it."""

from __future__ import annotations

import re
import secrets
import uuid
from collections.abc import Iterable
from typing import NamedTuple

import psycopg
from psycopg import sql

from desktop.models.dossier import Rol
from desktop.store import migratie
from desktop.sync.centraal import schema
from desktop.sync.centraal.verbonden import als_eigenaar, eis_centrale
from desktop.sync.centraal.verbonden import beheerverbinding as beheerverbinding
from desktop.sync.fouten import BeheerFout


class Aanmelding(NamedTuple):
    """Shown once, kept nowhere."""

    login: str
    wachtwoord: str


class Gewist(NamedTuple):
    """A tombstone: nothing of the content, only that the dossier was erased, and why."""

    gemeente: str
    dossier: str
    grond: str


def maak(verbinding: psycopg.Connection) -> list[str]:
    """`central init`: everything that is not there yet."""
    if schema.bestaat(verbinding):
        _eis_niet_nieuwer(verbinding)
    return schema.breng_op_peil(verbinding)


def werk_bij(verbinding: psycopg.Connection, minimum: int | None = None) -> list[str]:
    """`central upgrade`; with `minimum` older laptops may no longer push.

    Raises BeheerFout when there is nothing to upgrade.
    """
    eis_centrale(verbinding)
    _eis_niet_nieuwer(verbinding)
    gemaakt = schema.breng_op_peil(verbinding)
    if minimum is not None:
        with als_eigenaar(verbinding):
            verbinding.execute(
                "UPDATE instelling SET waarde = %s WHERE naam = 'minimum_schema'", (str(minimum),)
            )
    return gemaakt


def voeg_toe(
    verbinding: psycopg.Connection,
    *,
    gemeente: str,
    rol: str,
    naam: str,
    medewerker: str | None = None,
    login: str | None = None,
) -> Aanmelding:
    """`central add-user`: a login with a pseudonym (trap 14), and its password.

    With `login` that person gets a place in one more gemeente, and keeps the password
    (then it is '' here). Raises BeheerFout for what cannot be right.
    """
    eis_centrale(verbinding)
    _controleer(gemeente, rol, naam, medewerker)
    nieuw = login is None
    login = login or f"vg_{secrets.token_hex(6)}"
    wachtwoord = secrets.token_urlsafe(18) if nieuw else ""
    with verbinding.transaction():
        if nieuw:
            verbinding.execute(
                sql.SQL(
                    "CREATE ROLE {} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION "
                    "NOBYPASSRLS PASSWORD {} IN ROLE {}"
                ).format(
                    sql.Identifier(login),
                    _gehasht(verbinding, login, wachtwoord),
                    sql.Identifier(schema.GEBRUIKER),
                )
            )
            _begrens(verbinding, login)
        elif not _kent(verbinding, login):
            raise BeheerFout("Deze aanmelding bestaat niet. Kijk de spelling na.")
        with als_eigenaar(verbinding):
            if medewerker and _bezet(verbinding, gemeente, medewerker, login):
                raise BeheerFout(
                    "Deze medewerker heeft al een aanmelding. Sluit eerst de oude met remove-user."
                )
            verbinding.execute(
                "INSERT INTO gemeente (gemeente) VALUES (%s) ON CONFLICT (gemeente) DO NOTHING",
                (gemeente,),
            )
            verbinding.execute(
                "INSERT INTO aanmelding AS a (login, gemeenten) VALUES (%s, ARRAY[%s]) "
                "ON CONFLICT (login) DO UPDATE SET gemeenten = "
                "array_remove(a.gemeenten, %s) || excluded.gemeenten",
                (login, gemeente, gemeente),
            )
            verbinding.execute(
                "INSERT INTO persoon (gemeente, login, medewerker, rol, naam) "
                "VALUES (%s, %s, %s, %s, %s) ON CONFLICT (gemeente, login) DO UPDATE "
                "SET rol = excluded.rol, naam = excluded.naam, dicht = false, dicht_op = NULL",
                (gemeente, login, medewerker, rol, naam),
            )
    return Aanmelding(login, wachtwoord)


def verwijder(verbinding: psycopg.Connection, login: str) -> int:
    """`central remove-user`: shut at once, open sessions included; how many those were.

    What the person wrote stays, and so does the name with it.
    """
    eis_centrale(verbinding)
    if not _kent(verbinding, login):
        raise BeheerFout("Deze aanmelding bestaat niet. Kijk de spelling na.")
    with verbinding.transaction():
        with als_eigenaar(verbinding):
            verbinding.execute(
                "UPDATE persoon SET dicht = true, dicht_op = coalesce(dicht_op, now()) "
                "WHERE gemeente = ANY (SELECT unnest(gemeenten) FROM aanmelding WHERE login = %s) "
                "AND login = %s",
                (login, login),
            )
        verbinding.execute(sql.SQL("ALTER ROLE {} NOLOGIN").format(sql.Identifier(login)))
    rij = verbinding.execute(
        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename = %s", (login,)
    ).fetchone()
    return int(rij[0]) if rij else 0


def heropen(verbinding: psycopg.Connection, login: str) -> Aanmelding:
    """`central reopen-user`: a closed person comes back, with a new password.

    A laptop that was reported lost stays lost.
    """
    eis_centrale(verbinding)
    if not _kent(verbinding, login):
        raise BeheerFout("Deze aanmelding bestaat niet. Kijk de spelling na.")
    wachtwoord = secrets.token_urlsafe(18)
    with verbinding.transaction():
        verbinding.execute(
            sql.SQL("ALTER ROLE {} LOGIN PASSWORD {}").format(
                sql.Identifier(login), _gehasht(verbinding, login, wachtwoord)
            )
        )
        with als_eigenaar(verbinding):
            try:
                verbinding.execute(
                    "UPDATE persoon SET dicht = false, dicht_op = NULL WHERE gemeente = ANY "
                    "(SELECT unnest(gemeenten) FROM aanmelding WHERE login = %s) AND login = %s",
                    (login, login),
                )
            except psycopg.errors.UniqueViolation:
                raise BeheerFout(
                    "Deze medewerker heeft al een nieuwe aanmelding. Gebruik die."
                ) from None
    return Aanmelding(login, wachtwoord)


def hersteld(verbinding: psycopg.Connection, wissingen: Iterable[Gewist] = ()) -> str:
    """`central hersteld`, after a restore: a new epoch, so that laptops offer all again (trap 7).

    A restore brings back what was erased since the copy was made. `wissingen`, a list
    that was kept outside the database, erases it again first.
    """
    eis_centrale(verbinding)
    epoch = secrets.token_hex(16)
    with als_eigenaar(verbinding):
        for gemeente, dossier, grond in wissingen:
            verbinding.execute(
                "INSERT INTO gemeente (gemeente) VALUES (%s) ON CONFLICT (gemeente) DO NOTHING",
                (gemeente,),
            )
            verbinding.execute("SELECT wis_dossier(%s, %s, %s, NULL)", (gemeente, dossier, grond))
        verbinding.execute("UPDATE instelling SET waarde = %s WHERE naam = 'epoch'", (epoch,))
        verbinding.execute(_TUSSEN_KOPIE_EN_NU, {"speling_ms": 300_000})
    return epoch


# What laptops wrote between these two, the centre may have had and weighed (`was_er_al`); with
# the five minutes that a laptop's clock may be wrong.
_TUSSEN_KOPIE_EN_NU = """
INSERT INTO instelling (naam, waarde)
SELECT x.naam, floor(extract(epoch FROM x.op) * 1000 - x.speling)::bigint::text
  FROM (SELECT 'hersteld_van_ms' AS naam, coalesce(max(w.ontvangen_op), 'epoch') AS op,
               %(speling_ms)s AS speling
          FROM wijziging w
         UNION ALL
        SELECT 'hersteld_op_ms', now(), 0) x
    ON CONFLICT (naam) DO UPDATE SET waarde = excluded.waarde
"""


def wissingen(verbinding: psycopg.Connection) -> list[Gewist]:
    """`central wissingen`: the tombstones, to keep beside the copies of the database."""
    eis_centrale(verbinding)
    with als_eigenaar(verbinding):
        rijen = verbinding.execute(
            "SELECT gemeente, dossier, grond FROM gewist ORDER BY gemeente, nr"
        ).fetchall()
    return [Gewist(*rij) for rij in rijen]


def _gehasht(verbinding: psycopg.Connection, login: str, wachtwoord: str) -> sql.Literal:
    """SCRAM's verifier, made here: the password itself never reaches the server or its log."""
    hash_ = verbinding.pgconn.encrypt_password(
        wachtwoord.encode(), login.encode(), b"scram-sha-256"
    )
    return sql.Literal(hash_.decode())


def _begrens(verbinding: psycopg.Connection, login: str) -> None:
    """A forgotten psql must not hold a lock for ever."""
    for naam, waarde in (
        ("statement_timeout", "120s"),
        ("idle_in_transaction_session_timeout", "60s"),
    ):
        verbinding.execute(
            sql.SQL("ALTER ROLE {} SET {} = {}").format(
                sql.Identifier(login), sql.Identifier(naam), sql.Literal(waarde)
            )
        )


def _controleer(gemeente: str, rol: str, naam: str, medewerker: str | None) -> None:
    if not re.fullmatch(r"[0-9]{4}", gemeente) or gemeente == "0000":
        raise BeheerFout("Schrijf de gemeente als vier cijfers, zoals 0171.")
    if rol not in {r.value for r in Rol}:
        raise BeheerFout(f"Kies een rol: {', '.join(r.value for r in Rol)}.")
    if not naam.strip():
        raise BeheerFout("Schrijf de naam van de medewerker op.")
    if medewerker is not None:
        try:
            goed = str(uuid.UUID(medewerker)) == medewerker
        except ValueError:
            goed = False
        if not goed:
            raise BeheerFout("Neem het kenmerk van de medewerker precies over van de laptop.")


def _bezet(verbinding: psycopg.Connection, gemeente: str, medewerker: str, login: str) -> bool:
    rij = verbinding.execute(
        "SELECT EXISTS (SELECT FROM persoon WHERE gemeente = %s AND medewerker = %s "
        "AND NOT dicht AND login <> %s)",
        (gemeente, medewerker, login),
    ).fetchone()
    return bool(rij and rij[0])


def _kent(verbinding: psycopg.Connection, login: str) -> bool:
    with als_eigenaar(verbinding):
        rij = verbinding.execute(
            "SELECT EXISTS (SELECT FROM aanmelding WHERE login = %s)", (login,)
        ).fetchone()
    return bool(rij and rij[0])


def _eis_niet_nieuwer(verbinding: psycopg.Connection) -> None:
    with als_eigenaar(verbinding):
        rij = verbinding.execute(
            "SELECT max(waarde::integer) FROM instelling WHERE naam = 'schema'"
        ).fetchone()
    if rij and rij[0] is not None and rij[0] > int(migratie.HUIDIG):
        raise BeheerFout(
            "Deze centrale opslag is gemaakt met een nieuwere versie van Viergesprek. "
            "Installeer die versie ook hier. Er is niets veranderd."
        )
