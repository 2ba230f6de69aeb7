"""Making the centre's schema and bringing it up to date; as often as one likes."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib.resources import files

import psycopg

from desktop.models.rechten import RECHTEN
from desktop.store import migratie
from desktop.store.projectie import gejournaalde_klassen
from desktop.sync.centraal.klassen import toegestane_klassen
from desktop.sync.centraal.leesbaar import (
    RAPPORT,
    SCHEMA,
    Entiteit,
    ddl,
    entiteiten,
    rapport,
    toegang,
)

EIGENAAR = "viergesprek_eigenaar"
LEZER = "viergesprek_lezer"
GEBRUIKER = "viergesprek_gebruiker"

INSTELLINGEN = {
    "minimum_schema": "1",
    "lease_dagen": "14",
    "maker_dagen": "30",
    "noodtoegang_dagen": "31",
    "toets_dagen": "30",
}
"""What a centre begins with; `central set` changes it."""

DATABASERECHTEN = (
    'REVOKE ALL ON DATABASE "{}" FROM PUBLIC',
    f'GRANT CONNECT ON DATABASE "{{}}" TO {GEBRUIKER}',
)
"""PUBLIC may connect to a new database and make temporary tables in it. Not here."""

_SQL = files("desktop.sync.centraal") / "sql"
_VAN_EIGENAAR = (
    "tabellen", "rechten", "toegang", "toetsen", "projectie", "regels", "plekken", "vaststellen",
    "weeg", "koppen", "groet", "breng", "wissen", "toezicht",
)  # fmt: skip


def breng_op_peil(verbinding: psycopg.Connection) -> list[str]:
    """Makes what is not there and changes what is older; returns the entities made readable.

    One transaction. The connection is an administrator's: a superuser, or a role
    with CREATEROLE that owns the database.
    """
    with verbinding.transaction():
        verbinding.execute("SET LOCAL client_min_messages = warning")
        verbinding.execute(_lees("rollen"))
        for opdracht in DATABASERECHTEN:
            verbinding.execute(opdracht.format(verbinding.info.dbname.replace('"', '""')))
        with _als(verbinding, EIGENAAR):
            verbinding.execute("SET LOCAL search_path = viergesprek, pg_catalog")
            _sluit_vooraf(verbinding, EIGENAAR)
            _ruim_op(verbinding, EIGENAAR)
            for naam in _VAN_EIGENAAR[:2]:
                verbinding.execute(_lees(naam))
            verbinding.execute(f"GRANT USAGE, CREATE ON SCHEMA viergesprek TO {LEZER}")
            verbinding.execute(f"GRANT USAGE ON SCHEMA viergesprek TO {GEBRUIKER}")
            verbinding.execute(f"GRANT SELECT ON stroom, wijziging, aangeboden TO {LEZER}")
            verbinding.execute(f"GRANT USAGE ON SCHEMA viergesprek_lees TO {LEZER}")
            verbinding.execute(
                "GRANT EXECUTE ON FUNCTION mijn_klassen, mijn_hele_gemeenten, mijn_dossiers, "
                f"mijn_extra TO {LEZER}"
            )
        with _als(verbinding, LEZER):
            _sluit_vooraf(verbinding, LEZER)
            _ruim_op(verbinding, LEZER)
            verbinding.execute(_lees("haal"))
            verbinding.execute(
                f"GRANT EXECUTE ON FUNCTION mijn_stromen(), aantal_aangeboden(), "
                f"mijn_aangeboden(text, text[]) TO {EIGENAAR}"
            )
            _geef(verbinding, ("haal", "aanbod"))
            _zwijg(verbinding)
        with _als(verbinding, EIGENAAR):
            verbinding.execute(f"REVOKE CREATE ON SCHEMA viergesprek FROM {LEZER}")
            for naam in _VAN_EIGENAAR[2:]:
                verbinding.execute(_lees(naam))
            _geef(verbinding, (
                "groet", "bekend", "breng", "breng_mee", "zoek_nummer", "wis", "apparaten",
                "meld_verloren", "meld_leeg", "neem_aan", "spoor",
            ))  # fmt: skip
            _zwijg(verbinding)
            _vul(verbinding)
            gemaakt = _maak_leesbaar(verbinding, entiteiten())
        with _als(verbinding, LEZER):
            verbinding.execute(f"GRANT USAGE ON SCHEMA {RAPPORT} TO {GEBRUIKER}")
            for entiteit in entiteiten():
                _voer_uit(verbinding, rapport(entiteit))
            _zwijg(verbinding)
    return gemaakt


def bestaat(verbinding: psycopg.Connection) -> bool:
    """True when this database already is a centre."""
    rij = verbinding.execute("SELECT to_regclass('viergesprek.instelling') IS NOT NULL").fetchone()
    return bool(rij and rij[0])


def _lees(naam: str) -> str:
    return (_SQL / f"{naam}.sql").read_text(encoding="utf-8")


@contextmanager
def _als(verbinding: psycopg.Connection, rol: str) -> Iterator[None]:
    verbinding.execute(f"SET LOCAL ROLE {rol}")
    yield
    verbinding.execute("RESET ROLE")


def _ruim_op(verbinding: psycopg.Connection, rol: str) -> None:
    """Tables are kept; functions, and the types and policies that hang on them, are made anew.

    So an upgrade may change what a function takes or answers.
    """
    for (opdracht,) in verbinding.execute(
        "SELECT format('DROP ROUTINE IF EXISTS %%s CASCADE', p.oid::regprocedure) "
        "FROM pg_proc p WHERE p.pronamespace IN "
        "('viergesprek'::regnamespace, 'viergesprek_rapport'::regnamespace) "
        "AND pg_get_userbyid(p.proowner) = %(rol)s "
        "UNION ALL SELECT format('DROP TYPE IF EXISTS %%s CASCADE', c.oid::regclass) "
        "FROM pg_class c WHERE c.relnamespace = 'viergesprek'::regnamespace "
        "AND c.relkind = 'c' AND pg_get_userbyid(c.relowner) = %(rol)s",
        {"rol": rol},
    ).fetchall():
        verbinding.execute(opdracht)


def _sluit_vooraf(verbinding: psycopg.Connection, rol: str) -> None:
    """Whatever this role makes from now on is closed to everybody else (trap 13)."""
    for wat in ("FUNCTIONS", "TYPES"):
        verbinding.execute(
            f"ALTER DEFAULT PRIVILEGES FOR ROLE {rol} REVOKE ALL ON {wat} FROM PUBLIC"
        )


def _geef(verbinding: psycopg.Connection, namen: tuple[str, ...]) -> None:
    """EXECUTE for whoever logs in: these are the doors."""
    for naam in namen:
        verbinding.execute(f"GRANT EXECUTE ON FUNCTION viergesprek.{naam} TO {GEBRUIKER}")


def _zwijg(verbinding: psycopg.Connection) -> None:
    """Inside a door nothing is printed: a caller may ask the server to show every plan.

    Those would go to the caller and into the server's log, with constants in them.
    """
    for (functie,) in verbinding.execute(
        "SELECT p.oid::regprocedure FROM pg_proc p WHERE p.prosecdef "
        "AND p.pronamespace IN "
        "('viergesprek'::regnamespace, 'viergesprek_rapport'::regnamespace) "
        "AND p.proowner = current_user::regrole"
    ).fetchall():
        for wat in ("parse", "rewritten", "plan"):
            verbinding.execute(f"ALTER FUNCTION {functie} SET debug_print_{wat} = off")


def _vul(verbinding: psycopg.Connection) -> None:
    """The matrix of rights, the classes of the entities, and the settings that are not there."""
    instellingen = {
        **INSTELLINGEN, "epoch": secrets.token_hex(16)
    }  # fmt: skip
    with verbinding.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO instelling (naam, waarde) VALUES (%s, %s) ON CONFLICT (naam) DO NOTHING",
            list(instellingen.items()),
        )
        cursor.execute(
            "INSERT INTO instelling (naam, waarde) VALUES ('schema', %s) "
            "ON CONFLICT (naam) DO UPDATE SET waarde = excluded.waarde",
            (str(int(migratie.HUIDIG)),),
        )
        cursor.execute("DELETE FROM recht")
        cursor.executemany(
            "INSERT INTO recht (rol, klasse, lezen, schrijven) VALUES (%s, %s, %s, %s)",
            [
                (rol.value, klasse.value, klasse in recht.lezen, klasse in recht.schrijven)
                for rol, recht in RECHTEN.items()
                for klasse in sorted(recht.lezen | recht.schrijven)
            ],
        )
        cursor.execute("DELETE FROM entiteitklasse")
        cursor.executemany(
            "INSERT INTO entiteitklasse (entiteit, veld, klasse) VALUES (%s, %s, %s)",
            [
                (naam, veld, waarde)
                for naam, klasse in gejournaalde_klassen().items()
                for veld, waarden in toegestane_klassen(klasse).items()
                for waarde in sorted(waarden)
            ],
        )


def _maak_leesbaar(verbinding: psycopg.Connection, alle: list[Entiteit]) -> list[str]:
    """Makes anew the readable tables whose form changed, and fills them from the heads."""
    oud: dict[str, tuple[list[str], str]] = {
        naam: (tabellen, vorm)
        for naam, tabellen, vorm in verbinding.execute(
            "SELECT entiteit, tabellen, vorm FROM leesbaar"
        )
    }
    for naam in oud.keys() - {entiteit.naam for entiteit in alle}:
        # A class that is gone: its journal stays.
        tabellen = oud[naam][0]
        _voer_uit(verbinding, [f'DROP TABLE IF EXISTS {SCHEMA}."{t}" CASCADE' for t in tabellen])
        verbinding.execute("DELETE FROM leesbaar WHERE entiteit = %s", (naam,))
    gemaakt: list[str] = []
    for entiteit in alle:
        tabellen, vorm = oud.get(entiteit.naam, ([], ""))
        if vorm == entiteit.vorm:
            _voer_uit(verbinding, toegang(entiteit))
            continue
        # A view that stands on it goes along, and is made again later.
        _voer_uit(verbinding, [f'DROP TABLE IF EXISTS {SCHEMA}."{t}" CASCADE' for t in tabellen])
        _voer_uit(verbinding, [*ddl(entiteit), *toegang(entiteit)])
        verbinding.execute(
            "INSERT INTO leesbaar (entiteit, tabellen, vorm) VALUES (%s, %s, %s) "
            "ON CONFLICT (entiteit) DO UPDATE SET tabellen = excluded.tabellen, "
            "vorm = excluded.vorm",
            (entiteit.naam, [t.naam for t in entiteit.tabellen], entiteit.vorm),
        )
        verbinding.execute("SELECT herbouw(%s)", (entiteit.naam,))
        gemaakt.append(entiteit.naam)
    return gemaakt


def _voer_uit(verbinding: psycopg.Connection, opdrachten: Iterable[str]) -> None:
    for opdracht in opdrachten:
        verbinding.execute(opdracht)
