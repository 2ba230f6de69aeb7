"""A walk through the catalogue: the rules that hold for everything in it (sync.md trap 13)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import psycopg
import pytest

from tests.sync.centraal.stad import bouw
from tests.sync.conftest import Centrum

SCHEMAS = ("viergesprek", "viergesprek_lees", "viergesprek_rapport")
ZONDER_GEMEENTE = {"instelling", "recht", "entiteitklasse", "aanmelding", "leesbaar"}


@pytest.fixture(scope="module")
def centrum(nieuwe_database: Callable[[], Centrum]) -> Centrum:
    centrum = nieuwe_database()
    bouw(centrum)
    return centrum


@pytest.fixture
def db(centrum: Centrum) -> Iterator[psycopg.Connection]:
    with centrum.beheer() as verbinding:
        yield verbinding


def alle(db: psycopg.Connection, vraag: str) -> list[tuple[object, ...]]:
    waarden = (list(SCHEMAS),) if "%s" in vraag else None
    return db.execute(vraag, waarden).fetchall()  # type: ignore[call-overload, no-any-return]


def test_every_table_has_forced_row_level_security_and_policies_for_known_roles(
    db: psycopg.Connection,
) -> None:
    tabellen = alle(
        db,
        "SELECT c.relname, c.relrowsecurity, c.relforcerowsecurity, pg_get_userbyid(c.relowner) "
        "FROM pg_class c WHERE c.relnamespace = ANY (%s::regnamespace[]) AND c.relkind = 'r'",
    )
    assert len(tabellen) > 35
    for naam, aan, gedwongen, eigenaar in tabellen:
        assert (aan, gedwongen, eigenaar) == (True, True, "viergesprek_eigenaar"), naam
    beleid = alle(
        db,
        "SELECT tablename, policyname, roles::text[], cmd, permissive, qual FROM pg_policies "
        "WHERE schemaname = ANY (%s)",
    )
    for tabel, naam, rollen, soort, permissief, waarde in beleid:
        assert permissief == "PERMISSIVE"
        if naam == "eigenaar":
            assert (rollen, soort, waarde) == (["viergesprek_eigenaar"], "ALL", "true"), tabel
        else:
            assert (rollen, soort) == (["viergesprek_lezer"], "SELECT"), tabel
    assert {t for t, n, *_ in beleid if n == "eigenaar"} == {t for t, *_ in tabellen}


def test_every_view_asks_the_rights_of_its_reader(db: psycopg.Connection) -> None:
    views = alle(
        db,
        "SELECT relname, coalesce(reloptions::text, '') FROM pg_class "
        "WHERE relnamespace = ANY (%s::regnamespace[]) AND relkind IN ('v', 'm')",
    )
    assert views
    assert [v for v in views if "security_invoker=true" not in str(v[1])] == []


def test_every_function_has_its_own_search_path_or_is_bound_when_it_is_made(
    db: psycopg.Connection,
) -> None:
    functies = alle(
        db,
        "SELECT p.oid::regprocedure::text, p.prosecdef, p.prosqlbody IS NOT NULL, "
        "coalesce(p.proconfig, '{}'), pg_get_userbyid(p.proowner), l.lanname "
        "FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang "
        "WHERE p.pronamespace = ANY (%s::regnamespace[])",
    )
    assert len(functies) > 40
    pad = "search_path=pg_catalog, viergesprek, pg_temp"
    for naam, definer, gebonden, instellingen, eigenaar, taal in functies:
        assert taal in ("sql", "plpgsql"), naam
        assert isinstance(instellingen, list)
        if definer or not gebonden:
            assert pad in instellingen, naam
        if definer:
            # A caller may ask for every plan to be shown; not of what happens in here.
            assert {f"debug_print_{w}=off" for w in ("parse", "rewritten", "plan")} <= set(
                instellingen
            ), naam
        assert eigenaar in ("viergesprek_eigenaar", "viergesprek_lezer"), naam


def test_nobody_has_more_than_was_meant(db: psycopg.Connection) -> None:
    """Every right in both schemas, but those of the owners themselves."""
    rechten = alle(
        db,
        """
        SELECT schema, naam, coalesce(rol, 'PUBLIC'), recht FROM (
            SELECT c.relnamespace::regnamespace::text AS schema, c.relname::text AS naam,
                   c.relowner AS eigenaar,
                   (aclexplode(coalesce(c.relacl, acldefault('r', c.relowner)))).*
              FROM pg_class c WHERE c.relnamespace = ANY (%s::regnamespace[])
               AND c.relkind IN ('r', 'v')
        ) x (schema, naam, eigenaar, gever, aan, recht, door)
        LEFT JOIN LATERAL (SELECT pg_get_userbyid(x.aan) AS rol WHERE x.aan <> 0) r ON true
        WHERE x.aan <> x.eigenaar
        """,
    )
    mag: dict[object, set[object]] = {"viergesprek_lezer": set(), "viergesprek_gebruiker": set()}
    for schema, naam, rol, recht in rechten:
        assert recht == "SELECT", naam
        mag[rol].add((schema, naam))
    assert {s for s, _n in mag["viergesprek_gebruiker"]} == {"viergesprek_rapport"}  # type: ignore[misc]
    assert {n for s, n in mag["viergesprek_lezer"] if s == "viergesprek"} == {  # type: ignore[misc]
        "stroom", "wijziging", "aangeboden"
    }  # fmt: skip


@pytest.mark.parametrize(
    "vraag",
    [
        "SELECT oid::regprocedure FROM pg_proc, aclexplode(coalesce(proacl, acldefault('f', "
        "proowner))) a WHERE pronamespace = ANY (%s::regnamespace[]) AND a.grantee = 0",
        "SELECT nspname FROM pg_namespace, aclexplode(coalesce(nspacl, acldefault('n', nspowner)))"
        " a WHERE (nspname = ANY (%s) OR nspname = 'public') AND a.grantee = 0",
        "SELECT datname FROM pg_database, aclexplode(coalesce(datacl, acldefault('d', datdba))) a "
        "WHERE datname = current_database() AND a.grantee = 0",
        "SELECT t.typname FROM pg_type t, aclexplode(coalesce(typacl, acldefault('T', typowner))) "
        "a WHERE t.typnamespace = ANY (%s::regnamespace[]) AND t.typelem = 0 AND t.typrelid = 0 "
        "AND a.grantee = 0",
        "SELECT attname FROM pg_attribute WHERE attrelid IN (SELECT oid FROM pg_class WHERE "
        "relnamespace = ANY (%s::regnamespace[])) AND attacl IS NOT NULL",
        "SELECT p.oid::regprocedure FROM pg_proc p, aclexplode(coalesce(proacl, acldefault('f', "
        "proowner))) a WHERE pronamespace = 'pg_catalog'::regnamespace AND a.grantee = 0 "
        "AND proname IN ('lo_create', 'lo_creat', 'lo_from_bytea', 'lo_put', 'lo_unlink')",
    ],
    ids=["functions", "schemas", "database", "types", "columns", "large objects"],
)
def test_public_has_nothing(db: psycopg.Connection, vraag: str) -> None:
    assert alle(db, vraag) == []


def test_logins_can_only_log_in(db: psycopg.Connection) -> None:
    logins = db.execute(
        "SELECT r.rolname, r.rolsuper, r.rolcreaterole, r.rolcreatedb, r.rolreplication, "
        "r.rolbypassrls, (SELECT array_agg(pg_get_userbyid(m.roleid)::text) FROM pg_auth_members m "
        "WHERE m.member = r.oid) FROM pg_roles r WHERE r.rolname ~ '^vg_'"
    ).fetchall()
    assert len(logins) >= 10
    for login in logins:
        assert login[1:6] == (False,) * 5
        assert login[6] == ["viergesprek_gebruiker"]
    groepen = db.execute(
        "SELECT rolname, rolcanlogin, rolsuper, rolbypassrls, rolinherit FROM pg_roles "
        "WHERE rolname ~ '^viergesprek_'"
    ).fetchall()
    assert len(groepen) == 3
    assert all(g[1:4] == (False, False, False) for g in groepen)


def test_every_key_and_index_begins_with_the_gemeente(db: psycopg.Connection) -> None:
    """So that every table can be partitioned or distributed by it, without a change."""
    indexen = alle(
        db,
        "SELECT t.relname, i.indexrelid::regclass::text, "
        "pg_get_indexdef(i.indexrelid, 1, false), i.indisprimary "
        "FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid "
        "WHERE t.relnamespace = ANY (%s::regnamespace[])",
    )
    for tabel, naam, eerste, _sleutel in indexen:
        assert (eerste == "gemeente") is (tabel not in ZONDER_GEMEENTE), naam
    assert {t for t, *_, sleutel in indexen if sleutel} == {
        t for t, *_ in alle(db, "SELECT tablename FROM pg_tables WHERE schemaname = ANY (%s)")
    }


def test_no_foreign_keys_triggers_sequences_or_defaults_that_depend_on_a_session(
    db: psycopg.Connection,
) -> None:
    assert alle(db, "SELECT conname FROM pg_constraint WHERE contype = 'f' "
                    "AND connamespace = ANY (%s::regnamespace[])") == []  # fmt: skip
    assert alle(db, "SELECT tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
                    "WHERE c.relnamespace = ANY (%s::regnamespace[])") == []  # fmt: skip
    assert alle(db, "SELECT sequencename FROM pg_sequences WHERE schemaname = ANY (%s)") == []
    standaarden = {str(r[0]) for r in alle(
        db, "SELECT pg_get_expr(d.adbin, d.adrelid) FROM pg_attrdef d JOIN pg_class c "
        "ON c.oid = d.adrelid WHERE c.relnamespace = ANY (%s::regnamespace[])")}  # fmt: skip
    assert standaarden <= {"0", "false", "''::text", "now()", "gen_random_uuid()"}
    assert db.execute("SELECT extname FROM pg_extension").fetchall() == [("plpgsql",)]


def test_text_that_is_compared_does_not_depend_on_the_servers_language(
    db: psycopg.Connection,
) -> None:
    fout = alle(
        db,
        "SELECT c.relname, a.attname FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid "
        "JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey) "
        "JOIN pg_collation k ON k.oid = a.attcollation "
        "WHERE c.relnamespace = ANY (%s::regnamespace[]) AND k.collname <> 'C'",
    )
    assert fout == []
