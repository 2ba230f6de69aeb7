-- Reading. Run as viergesprek_lezer, for which the policies hold: what these functions do not
-- see, they cannot give. A caller sees nothing of their plans.

-- Every stream with something in it that the caller may read. The policies decide; the three
-- parts only say where to look, so that a caseload costs the same in a large municipality.
CREATE OR REPLACE FUNCTION mijn_stromen()
RETURNS TABLE (gemeente text, dossier text, klasse text, kop bigint, merk bigint)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 1000
SET search_path = pg_catalog, viergesprek, pg_temp
SET jit = off
BEGIN ATOMIC
    SELECT s.gemeente, s.dossier, s.klasse, s.kop, s.merk
      FROM mijn_hele_gemeenten() AS h (gemeente)
      JOIN stroom s ON s.gemeente = h.gemeente
     WHERE s.kop > 0
     UNION ALL
    SELECT s.gemeente, s.dossier, s.klasse, s.kop, s.merk
      FROM (SELECT d.gemeente, d.dossier FROM mijn_dossiers() d
             UNION SELECT k.gemeente, '' FROM mijn_klassen(false) k) d
      JOIN stroom s ON s.gemeente = d.gemeente AND s.dossier = d.dossier
     WHERE s.kop > 0 AND d.gemeente NOT IN (SELECT mijn_hele_gemeenten());
END;

-- Rows behind the cursors, stream by stream in the order given, at most p_hoeveel.
-- An unknown stream and a forbidden one both give nothing.
CREATE OR REPLACE FUNCTION haal(
    p_gemeenten text[], p_dossiers text[], p_klassen text[], p_cursors bigint[],
    p_hoeveel integer
) RETURNS TABLE (
    gemeente text, klasse text, nr bigint,
    id text, stroom text, dossier text, entiteit text, rij text, veld text, soort text,
    waarde text, ouders text, klok text, auteur text, apparaat text, volgnummer bigint,
    schemaversie integer, zout text, afdruk text, vorige text, hash text
)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, viergesprek, pg_temp
SET enable_seqscan = off
SET enable_bitmapscan = off
SET jit = off
AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    SELECT w.gemeente, w.klasse, w.nr,
           w.id, w.gemeente || ':' || w.klasse, nullif(w.dossier, ''), w.entiteit, w.rij,
           w.veld, w.soort, w.waarde, w.ouders, w.klok, w.auteur, w.apparaat, w.volgnummer,
           w.schemaversie, w.zout, w.afdruk, w.vorige, w.hash
      FROM unnest(p_gemeenten, p_dossiers, p_klassen, p_cursors)
           WITH ORDINALITY AS s (gemeente, dossier, klasse, cursor, plaats)
     CROSS JOIN LATERAL (
         SELECT * FROM wijziging w
          WHERE w.gemeente = s.gemeente AND w.dossier = s.dossier AND w.klasse = s.klasse
            AND w.nr > s.cursor
          ORDER BY w.nr
          LIMIT p_hoeveel
     ) w
     ORDER BY s.plaats, w.nr
     LIMIT p_hoeveel;
END
$$;

-- What others wrote in streams that the caller may write, and had no right to.
CREATE OR REPLACE FUNCTION aanbod(p_gemeente text, p_hoeveel integer)
RETURNS TABLE (
    gemeente text, klasse text, op timestamptz,
    id text, stroom text, dossier text, entiteit text, rij text, veld text, soort text,
    waarde text, ouders text, klok text, auteur text, apparaat text, volgnummer bigint,
    schemaversie integer, zout text, afdruk text, vorige text, hash text
)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, viergesprek, pg_temp
BEGIN ATOMIC
    SELECT a.gemeente, a.klasse, a.op,
           a.id, a.gemeente || ':' || a.klasse, nullif(a.dossier, ''), a.entiteit, a.rij,
           a.veld, a.soort, a.waarde, a.ouders, a.klok, a.auteur, a.apparaat, a.volgnummer,
           a.schemaversie, a.zout, a.afdruk, a.vorige, a.hash
      FROM aangeboden a
     WHERE a.gemeente = p_gemeente AND a.afgehandeld_op IS NULL
     ORDER BY a.klok, a.apparaat, a.volgnummer
     LIMIT p_hoeveel;
END;

CREATE OR REPLACE FUNCTION aantal_aangeboden() RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, viergesprek, pg_temp
BEGIN ATOMIC
    SELECT count(*) FROM aangeboden a WHERE a.afgehandeld_op IS NULL;
END;

-- Which of these offers the caller may decide about; for neem_aan.
CREATE OR REPLACE FUNCTION mijn_aangeboden(p_gemeente text, p_ids text[]) RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, viergesprek, pg_temp
BEGIN ATOMIC
    SELECT a.id FROM aangeboden a
     WHERE a.gemeente = p_gemeente AND a.id = ANY (p_ids) AND a.afgehandeld_op IS NULL;
END;
