"""The readable tables of the centre, made from the mapped classes.

One table for each entity in the schema `viergesprek_lees`, with ordinary typed
columns, for a municipality's own reporting. Where the class of data differs per
field (`klassen_per_veld`) there is one table for each class, because row-level
security is about rows, and a view joins what the reader may see of them.

A column whose name the table needs for itself gets `_veld` behind it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from desktop.models.basis import Base, Kaart, Stroomklasse, Tijdstip
from desktop.models.samenvoegen import journaalklasse
from desktop.store.projectie import gejournaalde_klassen, kolommen

SCHEMA = "viergesprek_lees"
_VAST = ("gemeente", "sleutel", "dossier", "klasse", "id")


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
    naam = f"{veld}_veld" if veld in _VAST else veld
    if isinstance(kolom.type, Kaart):
        lengte = len(veld) + 2
        uit = (
            f"coalesce(json_object_agg(substr(k.veld, {lengte}), k.waarde::json ORDER BY k.veld) "
            f"FILTER (WHERE k.soort = 'add' AND starts_with(k.veld, {_tekst(veld + ':')})), '{{}}')"
        )
        return Kolom(veld, naam, "json", uit)
    ruw = f"(max(k.waarde) FILTER (WHERE k.veld = {_tekst(veld)}))"
    for soort, type_, vorm in (
        (sa.Boolean, "boolean", "CASE {0} WHEN 'true' THEN true WHEN 'false' THEN false END"),
        (sa.Integer, "bigint", "CASE WHEN {0} ~ '^-?[0-9]{{1,18}}$' THEN {0}::bigint END"),
        (sa.Date, "date", "viergesprek.als_datum({0}::json #>> '{{}}')"),
        (Tijdstip, "timestamptz", "viergesprek.als_tijdstip({0}::json #>> '{{}}')"),
    ):
        if isinstance(kolom.type, soort):
            return Kolom(veld, naam, type_, vorm.format(ruw))
    return Kolom(veld, naam, "text", f"{ruw}::json #>> '{{}}'")


def _tekst(tekst: str) -> str:
    return "'" + tekst.replace("'", "''") + "'"


def _namen(namen: Iterable[str]) -> str:
    return ", ".join(f'"{naam}"' for naam in namen)


def ddl(entiteit: Entiteit) -> list[str]:
    """Statements that make the tables, their policies, the view and the projection anew."""
    uit = [f'DROP VIEW IF EXISTS {SCHEMA}."{entiteit.naam}"'] if len(entiteit.tabellen) > 1 else []
    for tabel in entiteit.tabellen:
        uit += _maak_tabel(tabel)
    if len(entiteit.tabellen) > 1:
        uit.append(_maak_view(entiteit))
        uit.append(f'GRANT SELECT ON {SCHEMA}."{entiteit.naam}" TO viergesprek_gebruiker')
    uit.append(_maak_functie(entiteit))
    return uit


def _maak_tabel(tabel: Tabel) -> list[str]:
    heel = f'{SCHEMA}."{tabel.naam}"'
    kolommen_ = [
        'gemeente text COLLATE "C"',
        "sleutel uuid",
        'dossier text COLLATE "C" NOT NULL',
        'klasse text COLLATE "C" NOT NULL',
        'id text COLLATE "C" NOT NULL',
        *(f'"{k.naam}" {k.soort}' for k in tabel.kolommen),
        "PRIMARY KEY (gemeente, sleutel)",
    ]
    # Without statistics EXPLAIN cannot estimate from values that the reader may not see.
    stil = ", ".join(
        f'ALTER COLUMN "{naam}" SET STATISTICS 0'
        for naam in (*_VAST, *(k.naam for k in tabel.kolommen))
    )
    return [
        f"DROP TABLE IF EXISTS {heel}",
        f"CREATE TABLE {heel} ({', '.join(kolommen_)})",
        f"ALTER TABLE {heel} {stil}",
        f"CALL viergesprek.beveilig('{heel}', 'lezen')",
        f"GRANT SELECT ON {heel} TO viergesprek_gebruiker",
    ]


def _maak_view(entiteit: Entiteit) -> str:
    eerste, *rest = entiteit.tabellen
    velden = ["t0.gemeente", "t0.dossier", "t0.id"]
    bron = f'{SCHEMA}."{eerste.naam}" t0'
    for nr, tabel in enumerate(entiteit.tabellen):
        velden += [f't{nr}."{k.naam}"' for k in tabel.kolommen]
    for nr, tabel in enumerate(rest, 1):
        bron += (
            f' LEFT JOIN {SCHEMA}."{tabel.naam}" t{nr} ON t{nr}.gemeente = t0.gemeente '
            f"AND t{nr}.dossier = t0.dossier AND t{nr}.id = t0.id"
        )
    return (
        f'CREATE VIEW {SCHEMA}."{entiteit.naam}" WITH (security_invoker = true) AS '
        f"SELECT {', '.join(velden)} FROM {bron}"
    )


def _maak_functie(entiteit: Entiteit) -> str:
    delen = "\n".join(_projecteer(entiteit.naam, tabel) for tabel in entiteit.tabellen)
    return f"""
CREATE OR REPLACE FUNCTION viergesprek."projecteer_{entiteit.naam}"(
    p_gemeenten text[], p_rijen text[], p_zout text
) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, viergesprek, pg_temp
SET enable_seqscan = off
SET enable_mergejoin = off
SET jit = off
AS $$
DECLARE
    v_weg text[];
    v_weg_rijen text[];
BEGIN
    SELECT array_agg(w.gemeente), array_agg(w.rij) INTO v_weg, v_weg_rijen
      FROM weg_van(p_gemeenten, {_tekst(entiteit.naam)}, p_rijen) w;
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
        SELECT k.* FROM unnest(p_gemeenten, p_rijen) AS d (gemeente, rij)
         CROSS JOIN LATERAL (
             SELECT * FROM kop k
              WHERE k.gemeente = d.gemeente AND k.entiteit = {_tekst(entiteit)} AND k.rij = d.rij
             OFFSET 0) k
         WHERE true{klasse}"""
    return f"""
    WITH k AS MATERIALIZED (
        SELECT DISTINCT ON (k.gemeente, k.rij, k.dossier, k.klasse, k.veld)
               k.gemeente, k.rij, k.dossier, k.klasse, k.veld, k.soort, k.waarde
          FROM ({bron}) k
         ORDER BY k.gemeente, k.rij, k.dossier, k.klasse, k.veld,
                  k.klok DESC, k.apparaat DESC, k.volgnummer DESC
    ),
    weg AS MATERIALIZED (SELECT * FROM unnest(v_weg, v_weg_rijen) AS w (gemeente, rij)),
    op AS (
        DELETE FROM {SCHEMA}."{tabel.naam}" t
         USING (SELECT DISTINCT k.gemeente, k.dossier, k.klasse, k.rij
                  FROM k JOIN weg ON weg.gemeente = k.gemeente AND weg.rij = k.rij) x
         WHERE t.gemeente = x.gemeente
           AND t.sleutel = leessleutel(x.dossier, x.klasse, x.rij, p_zout)
    )
    INSERT INTO {SCHEMA}."{tabel.naam}" AS t
           (gemeente, sleutel, dossier, klasse, id{", " + _namen(namen) if namen else ""})
    SELECT k.gemeente, leessleutel(k.dossier, k.klasse, k.rij, p_zout), k.dossier, k.klasse,
           k.rij{"," if uit else ""}
           {uit}
      FROM k
     WHERE (k.gemeente, k.rij) NOT IN (SELECT weg.gemeente, weg.rij FROM weg)
     GROUP BY k.gemeente, k.dossier, k.klasse, k.rij
    ON CONFLICT (gemeente, sleutel) {doe};
"""


def toegestane_klassen(klasse: type[Base]) -> Mapping[str, frozenset[str]]:
    """Field (`*` for all) to the classes of data in which its changes may travel.

    Else somebody could write, in a class that they may write, a field of a row
    that belongs to a class that they may not. The class of a row can depend on
    its enumerations and booleans, so each of their values is tried.
    """
    journaal = journaalklasse(klasse)
    if (per_veld := journaal.klassen_per_veld()) is not None:
        return {veld: frozenset({k.value}) for veld, k in per_veld.items()}
    proef = journaal()
    if hasattr(klasse, "dossier_id"):
        proef.dossier_id = "x"  # type: ignore[attr-defined]  # not every class has one
    uit = {proef.stroomklasse.value}
    for veld, kolom in kolommen(klasse):
        waarden: Iterable[object] = ()
        if isinstance(kolom.type, sa.Enum) and kolom.type.enum_class is not None:
            vrij = kolom.type.enum_class is Stroomklasse
            waarden = ANTWOORDKLASSEN if vrij else tuple(kolom.type.enum_class)
        elif isinstance(kolom.type, sa.Boolean):
            waarden = (True, False)
        oud = getattr(proef, veld)
        for waarde in waarden:
            setattr(proef, veld, waarde)
            uit.add(proef.stroomklasse.value)
        setattr(proef, veld, oud)
    return {"*": frozenset(uit)}


ANTWOORDKLASSEN = (
    Stroomklasse.GEWOON,
    Stroomklasse.SOCIAAL,
    Stroomklasse.WONEN,
    Stroomklasse.DAGELIJKS,
    Stroomklasse.MOBILITEIT,
    Stroomklasse.REGIE,
    Stroomklasse.WERK,
    Stroomklasse.SCORE,
    Stroomklasse.GEZONDHEID,
    Stroomklasse.AFGESCHERMD,
    Stroomklasse.GELD,
    Stroomklasse.KINDEREN,
    Stroomklasse.TOETS,
)
"""Classes that a row may choose for itself, where its class of data is a column."""
