"""What row-level security does not hide by itself: plans, counts, statistics (sync.md trap 14)."""

from __future__ import annotations

import re
from collections.abc import Callable

import psycopg
import pytest

from desktop.sync.regels import als_regels
from tests.sync.bouw import nieuw
from tests.sync.centraal.stad import BSN, Stad, bouw, tabellen
from tests.sync.conftest import Centrum


@pytest.fixture(scope="module")
def centrum(nieuwe_database: Callable[[], Centrum]) -> Centrum:
    return nieuwe_database()


@pytest.fixture(scope="module")
def stad(centrum: Centrum) -> Stad:
    stad = bouw(centrum)
    with centrum.beheer() as verbinding:
        verbinding.execute("ANALYZE")
    return stad


def plan(verbinding: psycopg.Connection, vraag: str, opties: str = "") -> str:
    """The plan of a query, and what came of it, without its times."""
    regels = verbinding.execute(
        f"EXPLAIN (ANALYZE, TIMING off, SUMMARY off, BUFFERS off{opties}) {vraag}"  # type: ignore[arg-type]
    ).fetchall()
    tekst = "\n".join(rij[0] for rij in regels)
    return re.sub(r"(Memory|Storage|Maximum).*", "", re.sub(r"'[^']*'", "?", tekst))


@pytest.mark.parametrize(
    ("waar", "verzonnen"),
    [
        ("dossier WHERE dossier = '{dossier}'", "dossier WHERE dossier = '{niets}'"),
        ("dossier WHERE id = '{dossier}'", "dossier WHERE id = '{niets}'"),
        ("dossier WHERE bsn = '{bsn}'", "dossier WHERE bsn = '987654321'"),
        ("dossier WHERE bsn > '1234'", "dossier WHERE bsn > '9234'"),
        ("antwoord WHERE dossier = '{dossier}' AND klasse = 'geld'",
         "antwoord WHERE dossier = '{niets}' AND klasse = 'geld'"),
        ("antwoord WHERE dossier = '{dossier}' AND waarde > 'a'",
         "antwoord WHERE dossier = '{dossier}' AND waarde > 'zz'"),
        ("antwoord WHERE id = '{antwoord}'", "antwoord WHERE id = '{niets}'"),
    ],
)  # fmt: skip
def test_a_plan_tells_nothing_about_what_one_may_not_see(
    centrum: Centrum, stad: Stad, waar: str, verzonnen: str
) -> None:
    """Neither by rows that a policy removed, nor by a policy that was "never executed"."""
    with centrum.beheer() as beheer:
        rij = beheer.execute(
            "SELECT rij FROM viergesprek.kop WHERE dossier = %s AND entiteit = 'antwoord'",
            (stad.vreemd,),
        ).fetchone()
    assert rij is not None
    namen = {"dossier": stad.vreemd, "niets": nieuw(), "bsn": BSN, "antwoord": rij[0]}
    with centrum.psql("vww") as verbinding:
        plannen = {
            plan(verbinding, f"SELECT * FROM viergesprek_rapport.{vraag.format(**namen)}")
            for vraag in (waar, verzonnen)
        }
    assert len(plannen) == 1, plannen
    (tekst,) = plannen
    assert "Function Scan" in tekst


def test_the_same_question_on_a_table_would_tell(centrum: Centrum, stad: Stad) -> None:
    """Why nobody has SELECT on a table: the policy holds, and the plan still answers."""
    with centrum.beheer() as beheer:
        beheer.execute("GRANT USAGE ON SCHEMA viergesprek_lees TO viergesprek_gebruiker")
        beheer.execute("GRANT viergesprek_lezer TO " + centrum.mensen["vww"][0])  # type: ignore[arg-type]
    try:
        with centrum.psql("vww") as verbinding:
            vraag = "SELECT * FROM viergesprek_lees.dossier_bsn WHERE dossier = '{}' AND bsn > '{}'"
            assert verbinding.execute(vraag.format(stad.vreemd, "0")).fetchall() == []  # type: ignore[arg-type]
            wel, niet = (plan(verbinding, vraag.format(stad.vreemd, b)) for b in ("1234", "1235"))
        assert wel != niet
    finally:
        with centrum.beheer() as beheer:
            beheer.execute("REVOKE viergesprek_lezer FROM " + centrum.mensen["vww"][0])  # type: ignore[arg-type]
            beheer.execute("REVOKE USAGE ON SCHEMA viergesprek_lees FROM viergesprek_gebruiker")


def test_the_plan_of_a_door_shows_nothing_but_the_door(centrum: Centrum, stad: Stad) -> None:
    with centrum.psql("vww") as verbinding:
        vraag = "SELECT * FROM viergesprek.haal('{{0171}}', '{{{}}}', '{{identiteit}}', '{{0}}', 9)"
        for dossier in (stad.vreemd, nieuw()):
            tekst = plan(verbinding, vraag.format(dossier), ", VERBOSE")
            assert "wijziging" not in tekst
            assert "Removed" not in tekst


def test_statistics_are_not_for_readers(centrum: Centrum, stad: Stad) -> None:
    """An estimate would give away the bounds of a histogram: real numbers of people."""
    with centrum.psql("carla") as verbinding:
        assert (
            verbinding.execute(
                "SELECT tablename, attname FROM pg_stats WHERE schemaname LIKE 'viergesprek%'"
            ).fetchall()
            == []
        )


def test_an_error_in_a_condition_tells_nothing(centrum: Centrum, stad: Stad) -> None:
    """A condition of the caller's runs after the policy, never before it."""
    with centrum.psql("vww") as verbinding:
        rijen = verbinding.execute(
            "SELECT id FROM viergesprek_rapport.dossier "
            "WHERE 1 / (CASE WHEN dossier = %s THEN 0 ELSE 1 END) = 1",
            (stad.vreemd,),
        ).fetchall()
    assert rijen == [(stad.gedeeld,)]


def test_a_right_that_was_given_by_mistake_shows_nothing(centrum: Centrum, stad: Stad) -> None:
    """No policy names the callers, so a table is empty for them."""
    with centrum.beheer() as beheer:
        alle = tabellen(beheer, "viergesprek") + tabellen(beheer, "viergesprek_lees")
        beheer.execute("GRANT USAGE ON SCHEMA viergesprek_lees TO viergesprek_gebruiker")
        beheer.execute("GRANT SELECT ON ALL TABLES IN SCHEMA viergesprek, viergesprek_lees "
                       "TO viergesprek_gebruiker")  # fmt: skip
    try:
        with centrum.psql("carla") as verbinding:
            for tabel in alle:
                assert verbinding.execute(f"SELECT * FROM {tabel}").fetchall() == [], tabel  # type: ignore[arg-type]
    finally:
        with centrum.beheer() as beheer:
            beheer.execute("REVOKE USAGE ON SCHEMA viergesprek_lees FROM viergesprek_gebruiker")
            beheer.execute("REVOKE SELECT ON ALL TABLES IN SCHEMA viergesprek, viergesprek_lees "
                           "FROM viergesprek_gebruiker")  # fmt: skip


def test_nothing_of_what_happens_behind_a_door_is_printed(centrum: Centrum, stad: Stad) -> None:
    """`debug_print_plan` shows plans with constants, to the caller and in the server's log."""
    gezegd: list[str] = []
    anneke = centrum.laptop("anneke")
    with centrum.psql("anneke") as verbinding:
        verbinding.add_notice_handler(
            lambda d: gezegd.append(f"{d.message_primary}{d.message_detail}")
        )
        for wat in ("parse", "rewritten", "plan"):
            verbinding.execute(f"SET debug_print_{wat} = on")  # type: ignore[arg-type]
        verbinding.execute("SET client_min_messages = debug5")
        verbinding.execute("SELECT viergesprek.zoek_nummer('0171', %s)", (BSN,))
        verbinding.execute("SELECT viergesprek.groet(%s)", (f'{{"apparaat": "{anneke.id}"}}',))
        verbinding.execute(
            "SELECT viergesprek.breng(%s, %s)", (anneke.id, als_regels(anneke.dossier()))
        )
        verbinding.execute("SELECT * FROM viergesprek_rapport.dossier()")
    plannen = [tekst for tekst in gezegd if "PLANNEDSTMT" in tekst]
    assert len(plannen) >= 4
    assert [tekst for tekst in plannen if ":relkind r" in tekst] == []


def test_nothing_is_announced(centrum: Centrum, stad: Stad) -> None:
    """No NOTIFY: its payload goes to everybody who listens."""
    with centrum.psql("vww") as verbinding:
        verbinding.execute("LISTEN viergesprek")
        anneke = centrum.laptop("anneke")
        anneke.breng(anneke.dossier())
        verbinding.execute("SELECT 1")
        assert list(verbinding.notifies(timeout=0.1)) == []
    with centrum.beheer() as beheer:
        assert beheer.execute(
            "SELECT proname FROM pg_proc WHERE pronamespace = 'viergesprek'::regnamespace "
            "AND prosrc ~* '(notify|advisory|nextval|current_setting|set_config)' "
        ).fetchall() in ([], [("verwerk",), ("wis_dossier",)], [("wis_dossier",), ("verwerk",)])
