"""The readable tables of the centre, made from the mapped classes.

One table for each entity in the schema `viergesprek_lees`, with ordinary typed
columns. Where the class of data differs per field (`klassen_per_veld`) there is one
table for each class, because row-level security is about rows.

People read them as views in the schema `viergesprek_rapport`: one for each entity,
the classes joined again. Each view stands on a function of the reader, for whom the
policies hold by session_user. With SELECT on the tables themselves EXPLAIN ANALYZE
would tell what a policy hides: a comparison of the caller's runs before the policy
when PostgreSQL knows that it cannot leak by itself, and a plan shows that the policy
was "never executed". `WHERE dossier = 'X' AND waarde > 'm'` asks for a hidden value.

A column whose name the table needs for itself gets `_veld` behind it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from desktop.models.basis import Base, Kaart, Tijdstip
from desktop.models.samenvoegen import journaalklasse
from desktop.store.projectie import gejournaalde_klassen, kolommen

SCHEMA = "viergesprek_lees"
RAPPORT = "viergesprek_rapport"
_VAST = ("gemeente", "dossier", "klasse", "id")
_VERWART_PSQL = frozenset({"begin", "case", "end"})
"""psql counts these words in a function, also as names: such a dump cannot be read in again."""


@dataclass(frozen=True)
class Kolom:
    """One column: the field it shows, and how a JSON value becomes it."""

    veld: str
    naam: str
    soort: str
    expressie: str


@dataclass(frozen=True)
class Tabel:
    """One readable table; `klasse` is None when the class of data is per row."""

    naam: str
    klasse: str | None
    kolommen: tuple[Kolom, ...]


@dataclass(frozen=True)
class Entiteit:
    """The readable form of one mapped class."""

    naam: str
    tabellen: tuple[Tabel, ...]

    @property
    def vorm(self) -> str:
        """Changes when the tables have to be made anew."""
        return hashlib.sha256("\n".join(ddl(self)).encode()).hexdigest()


def entiteiten() -> list[Entiteit]:
    """All journalled classes."""
    return [entiteit_van(naam, klasse) for naam, klasse in gejournaalde_klassen().items()]


def entiteit_van(naam: str, klasse: type[Base]) -> Entiteit:
    """The readable form of one class."""
    alle = [_kolom(veld, kolom) for veld, kolom in kolommen(klasse)]
    per_veld = journaalklasse(klasse).klassen_per_veld()
    if per_veld is None:
        return Entiteit(naam, (Tabel(naam, None, tuple(alle)),))
    klassen = sorted({per_veld[k.veld] for k in alle}, key=lambda k: (k != per_veld[""], k))
    return Entiteit(
        naam,
        tuple(
            Tabel(f"{naam}_{k.value}", k.value, tuple(c for c in alle if per_veld[c.veld] == k))
            for k in klassen
        ),
    )


def _kolom(veld: str, kolom: sa.Column[Any]) -> Kolom:
    naam = f"{veld}_veld" if veld in _VAST or veld in _VERWART_PSQL else veld
    if isinstance(kolom.type, Kaart):
        lengte = len(veld) + 2
        uit = (
            f"coalesce(json_object_agg(substr(k.veld, {lengte}), k.waarde::json) "
            f"FILTER (WHERE k.soort = 'add' AND starts_with(k.veld, {_tekst(veld + ':')})), '{{}}')"
        )
        return Kolom(veld, naam, "json", uit)
    ruw = f"max(k.tekst) FILTER (WHERE k.veld = {_tekst(veld)})"
    for soort, type_, vorm in (
        (sa.Boolean, "boolean", "CASE {0} WHEN 'true' THEN true WHEN 'false' THEN false END"),
        (sa.Integer, "bigint", "viergesprek.als_getal({0})"),
        (sa.Date, "date", "viergesprek.als_datum({0})"),
        (Tijdstip, "timestamptz", "viergesprek.als_tijdstip({0})"),
    ):
        if isinstance(kolom.type, soort):
            return Kolom(veld, naam, type_, vorm.format(ruw))
    return Kolom(veld, naam, "text", ruw)


def _tekst(tekst: str) -> str:
    return "'" + tekst.replace("'", "''") + "'"


def _namen(namen: Iterable[str]) -> str:
    return ", ".join(f'"{naam}"' for naam in namen)


def ddl(entiteit: Entiteit) -> list[str]:
    """Statements that make the tables; a change of theirs makes them anew."""
    return [_maak_tabel(tabel) for tabel in entiteit.tabellen]


def toegang(entiteit: Entiteit) -> list[str]:
    """Statements of the owner that make what every upgrade makes anew: policies, projection."""
    uit = []
    for tabel in entiteit.tabellen:
        uit.append(f"CALL viergesprek.beveilig('{SCHEMA}.\"{tabel.naam}\"', 'lezen')")
        uit.append(f'GRANT SELECT ON {SCHEMA}."{tabel.naam}" TO viergesprek_lezer')
    return [*uit, _maak_projectie(entiteit)]


def rapport(entiteit: Entiteit) -> list[str]:
    """Statements of the reader that make the view and what it stands on."""
    naam = f'{RAPPORT}."{entiteit.naam}"'
    return [
        _maak_lezer(entiteit),
        f"GRANT EXECUTE ON FUNCTION {naam}() TO viergesprek_gebruiker",
        f"CREATE VIEW {naam} WITH (security_invoker = true) AS SELECT * FROM {naam}()",
        f"GRANT SELECT ON {naam} TO viergesprek_gebruiker",
    ]


def _maak_tabel(tabel: Tabel) -> str:
    kolommen_ = [
        *(f'{naam} text COLLATE "C"' for naam in _VAST),
        *(f'"{k.naam}" {k.soort}' for k in tabel.kolommen),
        "PRIMARY KEY (gemeente, dossier, klasse, id)",
    ]
    return f'CREATE TABLE {SCHEMA}."{tabel.naam}" ({", ".join(kolommen_)})'


def _maak_lezer(entiteit: Entiteit) -> str:
    """A function of the reader: the policies decide, the two parts only say where to look."""
    eerste, *rest = entiteit.tabellen
    alleen = not rest
    vast = [("gemeente", "text"), ("dossier", "text")] + ([("klasse", "text")] if alleen else [])
    vast.append(("id", "text"))
    uit = [f'"{naam}" {soort}' for naam, soort in vast]
    velden = [f't0."{naam}"' for naam, _soort in vast]
    koppeling = ""
    for nr, tabel in enumerate(entiteit.tabellen):
        uit += [f'"{k.naam}" {k.soort}' for k in tabel.kolommen]
        velden += [f't{nr}."{k.naam}"' for k in tabel.kolommen]
    for nr, tabel in enumerate(rest, 1):
        koppeling += f"""
      LEFT JOIN {SCHEMA}."{tabel.naam}" t{nr} ON t{nr}.gemeente = t0.gemeente
       AND t{nr}.dossier = t0.dossier AND t{nr}.klasse = {_tekst(tabel.klasse or "")}
       AND t{nr}.id = t0.id"""
    kies = f"SELECT {', '.join(velden)}"
    return f"""
CREATE FUNCTION {RAPPORT}."{entiteit.naam}"()
RETURNS TABLE ({", ".join(uit)})
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, viergesprek, pg_temp
SET jit = off
BEGIN ATOMIC
    {kies}
      FROM mijn_hele_gemeenten() AS h (gemeente)
      JOIN {SCHEMA}."{eerste.naam}" t0 ON t0.gemeente = h.gemeente{koppeling}
     UNION ALL
    {kies}
      FROM (SELECT d.gemeente, d.dossier FROM mijn_dossiers() d
             UNION SELECT k.gemeente, '' FROM mijn_klassen(false) k) d
      JOIN {SCHEMA}."{eerste.naam}" t0 ON t0.gemeente = d.gemeente
       AND t0.dossier = d.dossier{koppeling}
     WHERE d.gemeente NOT IN (SELECT mijn_hele_gemeenten());
END"""


def _maak_projectie(entiteit: Entiteit) -> str:
    delen = "\n".join(_projecteer(entiteit.naam, tabel) for tabel in entiteit.tabellen)
    return f"""
CREATE OR REPLACE FUNCTION viergesprek."projecteer_{entiteit.naam}"(
    p_gemeenten text[], p_rijen text[]
) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, viergesprek, pg_temp
SET enable_seqscan = off
SET enable_mergejoin = off
SET plan_cache_mode = force_generic_plan
SET jit = off
AS $$
DECLARE
    v_weg text[];
    v_weg_rijen text[];
BEGIN
    -- Most rows were never deleted, and then this is all.
    SELECT array_agg(k.gemeente), array_agg(k.rij) INTO v_weg, v_weg_rijen
      FROM (SELECT unnest(p_gemeenten) AS gemeente, unnest(p_rijen) AS rij) d
     CROSS JOIN LATERAL (
         SELECT k.gemeente, k.rij FROM kop k
          WHERE k.gemeente = d.gemeente AND k.rij = d.rij
            AND k.entiteit = {_tekst(entiteit.naam)} AND k.veld = '' AND k.soort = 'delete'
         OFFSET 0) k;
    IF v_weg IS NOT NULL THEN
        SELECT array_agg(w.gemeente), array_agg(w.rij) INTO v_weg, v_weg_rijen
          FROM weg_van(v_weg, {_tekst(entiteit.naam)}, v_weg_rijen) w;
    END IF;
{delen}
END
$$"""


def _projecteer(entiteit: str, tabel: Tabel) -> str:
    namen = [k.naam for k in tabel.kolommen]
    zet = ", ".join(f'"{naam}" = excluded."{naam}"' for naam in namen)
    doe = f"DO UPDATE SET {zet}" if zet else "DO NOTHING"
    uit = ",\n           ".join(k.expressie for k in tabel.kolommen)
    klasse = f"\n           AND k.klasse = {_tekst(tabel.klasse)}" if tabel.klasse else ""
    bron = f"""
        SELECT k.*, d.ord
          FROM unnest(p_gemeenten, p_rijen) WITH ORDINALITY AS d (gemeente, rij, ord)
         CROSS JOIN LATERAL (
             SELECT * FROM kop k
              WHERE k.gemeente = d.gemeente AND k.entiteit = {_tekst(entiteit)} AND k.rij = d.rij
             OFFSET 0) k
         WHERE true{klasse}"""
    return f"""
    WITH k AS MATERIALIZED (
        SELECT DISTINCT ON (k.ord, k.dossier, k.klasse, k.veld)
               k.ord, k.gemeente, k.rij, k.dossier, k.klasse, k.veld, k.soort, k.waarde,
               k.waarde::json #>> '{{}}' AS tekst
          FROM ({bron}) k
         ORDER BY k.ord, k.dossier, k.klasse, k.veld,
                  k.klok DESC, k.apparaat DESC, k.volgnummer DESC
    ),
    weg AS MATERIALIZED (SELECT * FROM unnest(v_weg, v_weg_rijen) AS w (gemeente, rij)),
    op AS (
        DELETE FROM {SCHEMA}."{tabel.naam}" t
         USING (SELECT DISTINCT k.gemeente, k.dossier, k.klasse, k.rij
                  FROM k JOIN weg ON weg.gemeente = k.gemeente AND weg.rij = k.rij) x
         WHERE t.gemeente = x.gemeente
           AND t.dossier = x.dossier AND t.klasse = x.klasse AND t.id = x.rij
    )
    INSERT INTO {SCHEMA}."{tabel.naam}" AS t
           (gemeente, dossier, klasse, id{", " + _namen(namen) if namen else ""})
    SELECT k.gemeente, k.dossier, k.klasse, k.rij{"," if uit else ""}
           {uit}
      FROM k
     WHERE (k.gemeente, k.rij) NOT IN (SELECT weg.gemeente, weg.rij FROM weg)
     GROUP BY k.ord, k.dossier, k.klasse, k.gemeente, k.rij
    ON CONFLICT (gemeente, dossier, klasse, id) {doe};
"""
