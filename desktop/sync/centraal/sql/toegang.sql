-- Access that follows from the journal. Run as viergesprek_eigenaar.
--
-- Any head counts, not only the shown one: while two hand-overs are in conflict both people
-- keep the dossier. The dossier is always that of the stream, never what a field says.

-- Rows that are gone: the shown head of the empty field is a delete, and the deletes there name
-- every head of the other fields. One that they do not name was written by somebody who did
-- not know, and then the row is there.
CREATE OR REPLACE FUNCTION weg_van(p_gemeenten text[], p_entiteit text, p_rijen text[])
RETURNS TABLE (gemeente text, rij text)
LANGUAGE plpgsql STABLE ROWS 10
SET search_path = pg_catalog, viergesprek, pg_temp
SET enable_seqscan = off
AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    SELECT d.gemeente, d.rij
      FROM (SELECT DISTINCT u.gemeente, u.rij
              FROM unnest(p_gemeenten, p_rijen) AS u (gemeente, rij)) d
     CROSS JOIN LATERAL (
         SELECT k.soort FROM kop k
          WHERE k.gemeente = d.gemeente AND k.entiteit = p_entiteit AND k.rij = d.rij
            AND k.veld = ''
          ORDER BY k.klok DESC, k.apparaat DESC, k.volgnummer DESC
          LIMIT 1) hoogste
     CROSS JOIN LATERAL (
         SELECT array_agg(o.ouder) AS gezien
           FROM kop e CROSS JOIN LATERAL json_array_elements_text(e.ouders::json) AS o (ouder)
          WHERE e.gemeente = d.gemeente AND e.entiteit = p_entiteit AND e.rij = d.rij
            AND e.veld = '' AND e.soort = 'delete') weg
     CROSS JOIN LATERAL (
         SELECT bool_or(k.veld <> '' AND k.id <> ALL (coalesce(weg.gezien, '{}'))) AS ongezien
           FROM kop k
          WHERE k.gemeente = d.gemeente AND k.entiteit = p_entiteit AND k.rij = d.rij) v
     WHERE hoogste.soort = 'delete' AND NOT coalesce(v.ongezien, false);
END
$$;

-- A date as the journal writes it; NULL for anything else, so that no value breaks a push.
CREATE OR REPLACE FUNCTION als_datum(p_tekst text) RETURNS date
LANGUAGE sql IMMUTABLE
RETURN CASE WHEN p_tekst ~ '^[0-9][0-9][0-9][0-9]-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'
                 AND left(p_tekst, 4) > '0000'
                 AND (right(p_tekst, 2) < '29' OR right(p_tekst, 2)::integer <= extract(
                     day FROM make_date(left(p_tekst, 4)::integer,
                                        substr(p_tekst, 6, 2)::integer, 1)
                              + interval '1 month' - interval '1 day'))
            THEN make_date(left(p_tekst, 4)::integer, substr(p_tekst, 6, 2)::integer,
                           right(p_tekst, 2)::integer) END;

CREATE OR REPLACE FUNCTION klokdag(p_klok text) RETURNS date
LANGUAGE sql IMMUTABLE
RETURN (to_timestamp((p_klok::bigint >> 16) / 1000.0) AT TIME ZONE 'Europe/Amsterdam')::date;

CREATE OR REPLACE FUNCTION dagen(p_naam text, p_anders integer) RETURNS integer
LANGUAGE sql STABLE
SET search_path = pg_catalog, viergesprek, pg_temp
RETURN coalesce((SELECT i.waarde::integer FROM instelling i WHERE i.naam = p_naam), p_anders);

-- Who began a dossier keeps it for some days, also when it is somebody else's by its fields.
CREATE OR REPLACE FUNCTION toegang_van_makers(p_plekken plek[]) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, viergesprek, pg_temp
AS $$
DECLARE
    v_tot date;
BEGIN
    IF NOT EXISTS (SELECT FROM unnest(p_plekken) p WHERE p.nieuw) THEN
        RETURN;
    END IF;
    v_tot := vandaag() + dagen('maker_dagen', 30);
    INSERT INTO toegang (gemeente, medewerker, dossier, grond, bron_rij, tot)
    SELECT DISTINCT p.gemeente, p.medewerker, p.dossier, 'maker', p.dossier, v_tot
      FROM unnest(p_plekken) p
      JOIN stroom s ON s.gemeente = p.gemeente AND s.dossier = p.dossier
       AND s.klasse NOT IN ('toegang', 'spoor') AND s.kop > 0
     WHERE p.nieuw
        ON CONFLICT (gemeente, medewerker, dossier, grond, bron_rij) DO NOTHING;
END
$$;

-- Everything that follows from the heads of the rows that a push touched: access, numbers to
-- search by, readable tables.
CREATE OR REPLACE FUNCTION werk_uit(p_pak pak, p_nrs bigint[]) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, viergesprek, pg_temp
AS $$
DECLARE
    v_wat record;
BEGIN
    FOR v_wat IN
        SELECT x.entiteit, array_agg(x.gemeente) AS gemeenten, array_agg(x.rij) AS rijen
          FROM (SELECT DISTINCT split_part(r.stroom, ':', 1) AS gemeente, r.entiteit, r.rij
                  FROM (SELECT unnest(p_nrs) AS nr, unnest(p_pak.stroom) AS stroom,
                               unnest(p_pak.entiteit) AS entiteit, unnest(p_pak.rij) AS rij) r
                 WHERE r.nr IS NOT NULL) x
         GROUP BY x.entiteit
         ORDER BY x.entiteit
    LOOP
        CASE v_wat.entiteit
            WHEN 'dossier' THEN PERFORM herleid_dossiers(p_pak, p_nrs);
            WHEN 'deling' THEN PERFORM herleid_deling(v_wat.gemeenten, v_wat.rijen);
            WHEN 'noodtoegang' THEN PERFORM herleid_nood(v_wat.gemeenten, v_wat.rijen);
            WHEN 'vervanging' THEN PERFORM herleid_vervanging(v_wat.gemeenten, v_wat.rijen);
            WHEN 'kandidaat', 'toetssessie', 'toetsbegeleider' THEN
                PERFORM herleid_toets(v_wat.entiteit, v_wat.gemeenten, v_wat.rijen);
            ELSE NULL;
        END CASE;
        IF EXISTS (SELECT FROM leesbaar l WHERE l.entiteit = v_wat.entiteit) THEN
            EXECUTE format('SELECT viergesprek.%I($1, $2)', 'projecteer_' || v_wat.entiteit)
              USING v_wat.gemeenten, v_wat.rijen;
        END IF;
    END LOOP;
END
$$;

-- Each of these fields is a matter of one stream, which is locked: so each by itself, and only
-- when it was touched.
CREATE OR REPLACE FUNCTION herleid_dossiers(p_pak pak, p_nrs bigint[]) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, viergesprek, pg_temp
AS $$
DECLARE
    v_wat record;
BEGIN
    FOR v_wat IN
        SELECT r.veld, array_agg(split_part(r.stroom, ':', 1)) AS gemeenten,
               array_agg(r.rij) AS rijen
          FROM (SELECT unnest(p_nrs) AS nr, unnest(p_pak.stroom) AS stroom,
                       unnest(p_pak.entiteit) AS entiteit, unnest(p_pak.rij) AS rij,
                       unnest(p_pak.veld) AS veld) r
         WHERE r.nr IS NOT NULL AND r.entiteit = 'dossier'
           AND r.veld IN ('klantmanager_id', 'nummer', 'bsn', 'v_nummer')
         GROUP BY r.veld
         ORDER BY r.veld
    LOOP
        IF v_wat.veld = 'klantmanager_id' THEN
            PERFORM herleid_klantmanager(v_wat.gemeenten, v_wat.rijen);
        ELSE
            PERFORM herleid_nummer(v_wat.veld, v_wat.gemeenten, v_wat.rijen);
        END IF;
    END LOOP;
END
$$;

-- The text in a JSON value, when it can be an id or a number; NULL else.
CREATE OR REPLACE FUNCTION als_naam(p_waarde text) RETURNS text
LANGUAGE sql IMMUTABLE
RETURN CASE WHEN length(p_waarde::json #>> '{}') BETWEEN 1 AND 100
            THEN p_waarde::json #>> '{}' END;

CREATE OR REPLACE FUNCTION herleid_klantmanager(p_gemeenten text[], p_rijen text[])
RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, viergesprek, pg_temp
SET enable_seqscan = off
AS $$
BEGIN
    DELETE FROM toegang t USING unnest(p_gemeenten, p_rijen) AS d (gemeente, rij)
     WHERE t.gemeente = d.gemeente AND t.dossier = d.rij AND t.grond = 'klantmanager';
    INSERT INTO toegang (gemeente, medewerker, dossier, grond, bron_rij)
    SELECT DISTINCT k.gemeente, als_naam(k.waarde), k.rij, 'klantmanager', k.rij
      FROM unnest(p_gemeenten, p_rijen) AS d (gemeente, rij)
      JOIN kop k ON k.gemeente = d.gemeente AND k.entiteit = 'dossier' AND k.rij = d.rij
       AND k.veld = 'klantmanager_id' AND k.dossier = d.rij AND k.klasse = 'identiteit'
     WHERE als_naam(k.waarde) IS NOT NULL
        ON CONFLICT (gemeente, medewerker, dossier, grond, bron_rij) DO NOTHING;
END
$$;

-- Dossier number, BSN or V-nummer, to search by.
CREATE OR REPLACE FUNCTION herleid_nummer(p_veld text, p_gemeenten text[], p_rijen text[])
RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, viergesprek, pg_temp
SET enable_seqscan = off
AS $$
BEGIN
    DELETE FROM nummer n USING unnest(p_gemeenten, p_rijen) AS d (gemeente, rij)
     WHERE n.gemeente = d.gemeente AND n.dossier = d.rij AND n.soort = p_veld;
    INSERT INTO nummer (gemeente, nummer, dossier, soort)
    SELECT DISTINCT k.gemeente, als_naam(k.waarde), k.rij, p_veld
      FROM unnest(p_gemeenten, p_rijen) AS d (gemeente, rij)
      JOIN kop k ON k.gemeente = d.gemeente AND k.entiteit = 'dossier' AND k.rij = d.rij
       AND k.veld = p_veld AND k.dossier = d.rij
     WHERE als_naam(k.waarde) IS NOT NULL
        ON CONFLICT (gemeente, nummer, dossier, soort) DO NOTHING;
END
$$;

CREATE OR REPLACE FUNCTION herleid_deling(p_gemeenten text[], p_rijen text[]) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, viergesprek, pg_temp
SET enable_seqscan = off
AS $$
BEGIN
    DELETE FROM toegang t
     USING unnest(p_gemeenten, p_rijen) AS d (gemeente, rij)
      JOIN kop k ON k.gemeente = d.gemeente AND k.entiteit = 'deling' AND k.rij = d.rij
     WHERE t.gemeente = d.gemeente AND t.dossier = k.dossier AND t.grond = 'deling'
       AND t.bron_rij = d.rij;
    INSERT INTO toegang (gemeente, medewerker, dossier, grond, bron_rij, tot)
    SELECT k.gemeente, als_naam(k.waarde), k.dossier, 'deling', k.rij,
           -- No last day, or one that nobody can read, in one of the heads: no end.
           max(coalesce(als_datum(t.waarde::json #>> '{}'), 'infinity'))
      FROM unnest(p_gemeenten, p_rijen) AS d (gemeente, rij)
      JOIN kop k ON k.gemeente = d.gemeente AND k.entiteit = 'deling' AND k.rij = d.rij
       AND k.veld = 'medewerker_id' AND k.klasse = 'toegang' AND k.dossier <> ''
      LEFT JOIN kop t ON t.gemeente = d.gemeente AND t.entiteit = 'deling' AND t.rij = d.rij
       AND t.veld = 'tot' AND t.klasse = 'toegang' AND t.dossier = k.dossier
     WHERE als_naam(k.waarde) IS NOT NULL
       AND (d.gemeente, d.rij) NOT IN (
           SELECT w.gemeente, w.rij FROM weg_van(p_gemeenten, 'deling', p_rijen) w)
     GROUP BY k.gemeente, als_naam(k.waarde), k.dossier, k.rij
        ON CONFLICT (gemeente, medewerker, dossier, grond, bron_rij)
        DO UPDATE SET tot = excluded.tot;
END
$$;

-- Broken glass: only for who wrote it, and not longer than the centre allows.
CREATE OR REPLACE FUNCTION herleid_nood(p_gemeenten text[], p_rijen text[]) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, viergesprek, pg_temp
SET enable_seqscan = off
AS $$
BEGIN
    DELETE FROM toegang t
     USING unnest(p_gemeenten, p_rijen) AS d (gemeente, rij)
      JOIN kop k ON k.gemeente = d.gemeente AND k.entiteit = 'noodtoegang' AND k.rij = d.rij
     WHERE t.gemeente = d.gemeente AND t.dossier = k.dossier AND t.grond = 'noodtoegang'
       AND t.bron_rij = d.rij;
    INSERT INTO toegang (gemeente, medewerker, dossier, grond, bron_rij, klassen, tot)
    SELECT k.gemeente, k.auteur, k.dossier, 'noodtoegang', k.rij,
           ARRAY['gezondheid', 'afgeschermd'],
           max(least(als_datum(t.waarde::json #>> '{}'),
                     klokdag(coalesce(t.klok, k.klok)) + dagen('noodtoegang_dagen', 31)))
      FROM unnest(p_gemeenten, p_rijen) AS d (gemeente, rij)
      JOIN kop k ON k.gemeente = d.gemeente AND k.entiteit = 'noodtoegang' AND k.rij = d.rij
       AND k.veld = 'medewerker_id' AND k.klasse = 'toegang' AND k.dossier <> ''
      LEFT JOIN kop t ON t.gemeente = d.gemeente AND t.entiteit = 'noodtoegang'
       AND t.rij = d.rij AND t.veld = 'tot' AND t.klasse = 'toegang' AND t.dossier = k.dossier
     WHERE k.waarde::json #>> '{}' = k.auteur
       AND (d.gemeente, d.rij) NOT IN (
           SELECT w.gemeente, w.rij FROM weg_van(p_gemeenten, 'noodtoegang', p_rijen) w)
     GROUP BY k.gemeente, k.auteur, k.dossier, k.rij
        ON CONFLICT (gemeente, medewerker, dossier, grond, bron_rij)
        DO UPDATE SET tot = excluded.tot;
END
$$;

CREATE OR REPLACE FUNCTION herleid_vervanging(p_gemeenten text[], p_rijen text[]) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, viergesprek, pg_temp
SET enable_seqscan = off
AS $$
BEGIN
    DELETE FROM afwezigheid a USING unnest(p_gemeenten, p_rijen) AS d (gemeente, rij)
     WHERE a.gemeente = d.gemeente AND a.bron_rij = d.rij;
    INSERT INTO afwezigheid (gemeente, vervanger, afwezige, bron_rij, vanaf, tot)
    SELECT x.gemeente, x.vervanger, x.afwezige, x.rij, x.vanaf, x.tot
      FROM (
        SELECT v.gemeente, als_naam(v.waarde) AS vervanger,
               als_naam(a.waarde) AS afwezige, v.rij,
               min(als_datum(b.waarde::json #>> '{}')) AS vanaf,
               max(als_datum(t.waarde::json #>> '{}')) AS tot
          FROM unnest(p_gemeenten, p_rijen) AS d (gemeente, rij)
          JOIN kop v ON v.gemeente = d.gemeente AND v.entiteit = 'vervanging' AND v.rij = d.rij
           AND v.veld = 'vervanger_id' AND v.klasse = 'toegang' AND v.dossier = ''
          JOIN kop a ON a.gemeente = d.gemeente AND a.entiteit = 'vervanging' AND a.rij = d.rij
           AND a.veld = 'afwezige_id' AND a.klasse = 'toegang' AND a.dossier = ''
          JOIN kop b ON b.gemeente = d.gemeente AND b.entiteit = 'vervanging' AND b.rij = d.rij
           AND b.veld = 'vanaf' AND b.klasse = 'toegang' AND b.dossier = ''
          JOIN kop t ON t.gemeente = d.gemeente AND t.entiteit = 'vervanging' AND t.rij = d.rij
           AND t.veld = 'tot' AND t.klasse = 'toegang' AND t.dossier = ''
         WHERE (d.gemeente, d.rij) NOT IN (
               SELECT w.gemeente, w.rij FROM weg_van(p_gemeenten, 'vervanging', p_rijen) w)
         GROUP BY v.gemeente, v.rij, als_naam(v.waarde), als_naam(a.waarde)
      ) x
     WHERE x.vervanger IS NOT NULL AND x.afwezige IS NOT NULL
       AND x.vanaf IS NOT NULL AND x.tot IS NOT NULL
        ON CONFLICT (gemeente, vervanger, afwezige, bron_rij)
        DO UPDATE SET vanaf = excluded.vanaf, tot = excluded.tot;
END
$$;
