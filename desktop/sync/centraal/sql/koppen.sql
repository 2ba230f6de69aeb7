-- Journal and heads. Run as viergesprek_eigenaar.
--
-- Every join here is a look-up by key, also in a table that was empty when the plan was made:
-- hence the planner settings.

-- Writes the rows that got a number; answers the numbers per stream, for the laptop.
CREATE OR REPLACE FUNCTION bewaar(
    p_pak pak, p_nrs bigint[], p_plaatsen integer[], p_plekken plek[]
) RETURNS json
LANGUAGE plpgsql
SET search_path = pg_catalog, viergesprek, pg_temp
SET enable_seqscan = off
SET enable_mergejoin = off
SET plan_cache_mode = force_generic_plan
SET jit = off
AS $$
DECLARE
    v_stromen json;
    v_wezen constant boolean := EXISTS (
        SELECT FROM unnest(p_plekken) p JOIN wees w ON w.gemeente = p.gemeente);
BEGIN
    WITH p AS MATERIALIZED (
        SELECT p.*, p.ordinality::integer AS plaats FROM unnest(p_plekken) WITH ORDINALITY p
    ),
    n AS MATERIALIZED (
        SELECT p.gemeente, p.dossier, p.klasse, p.medewerker, r.*
          FROM (SELECT unnest(p_nrs) AS nr, unnest(p_plaatsen) AS plaats,
                       generate_subscripts(p_nrs, 1) AS ord, unnest(p_pak.id) AS id,
                       unnest(p_pak.entiteit) AS entiteit, unnest(p_pak.rij) AS rij,
                       unnest(p_pak.veld) AS veld,
                       unnest(p_pak.soort) AS soort, unnest(p_pak.waarde) AS waarde,
                       unnest(p_pak.ouders) AS ouders, unnest(p_pak.klok) AS klok,
                       unnest(p_pak.auteur) AS auteur, unnest(p_pak.apparaat) AS apparaat,
                       unnest(p_pak.volgnummer) AS volgnummer,
                       unnest(p_pak.schemaversie) AS schemaversie, unnest(p_pak.zout) AS zout,
                       unnest(p_pak.afdruk) AS afdruk, unnest(p_pak.vorige) AS vorige,
                       unnest(p_pak.hash) AS hash) r
          JOIN p ON p.plaats = r.plaats
         WHERE r.nr IS NOT NULL
    ),
    journaal AS (
        INSERT INTO wijziging (
            gemeente, dossier, klasse, nr, id, entiteit, rij, veld, soort, waarde, ouders, klok,
            auteur, apparaat, volgnummer, schemaversie, zout, afdruk, vorige, hash)
        SELECT n.gemeente, n.dossier, n.klasse, n.nr, n.id, n.entiteit, n.rij, n.veld, n.soort,
               nullif(n.waarde, ''), n.ouders, n.klok, nullif(n.auteur, ''), n.apparaat,
               n.volgnummer, n.schemaversie, nullif(n.zout, ''), n.afdruk, n.vorige, n.hash
          FROM n
    ),
    -- Named as a parent before it came: no head (table wees).
    gevonden AS (
        DELETE FROM wees w USING n
         WHERE v_wezen
           AND w.gemeente = n.gemeente AND w.entiteit = n.entiteit AND w.rij = n.rij
           AND w.veld = n.veld AND w.id = n.id
        RETURNING w.gemeente, w.entiteit, w.rij, w.veld, w.id
    ),
    koppen AS (
        INSERT INTO kop (gemeente, entiteit, rij, veld, id, dossier, klasse, soort, waarde,
                         ouders, klok, apparaat, volgnummer, auteur)
        SELECT n.gemeente, n.entiteit, n.rij, n.veld, n.id, n.dossier, n.klasse, n.soort,
               CASE WHEN n.ord = ANY (p_pak.onleesbaar) THEN NULL ELSE nullif(n.waarde, '') END,
               CASE WHEN n.soort = 'delete' THEN n.ouders END,
               n.klok, n.apparaat, n.volgnummer,
               -- The person whose device this is, also where the row names no author.
               n.medewerker
          FROM n
         WHERE (n.gemeente, n.entiteit, n.rij, n.veld, n.id) NOT IN (SELECT * FROM gevonden)
           -- What was erased on the laptop before it came here has a number, and says nothing.
           AND n.zout <> ''
    ),
    stand AS (
        UPDATE stroom s SET kop = x.kop, merk = s.merk # x.merk
          FROM (SELECT n.plaats, min(n.nr) AS eerste, max(n.nr) AS kop,
                       bit_xor(('x' || right(replace(n.id, '-', ''), 16))::bit(64)::bigint)
                           AS merk
                  FROM n GROUP BY n.plaats) x
          JOIN p ON p.plaats = x.plaats
         WHERE s.gemeente = p.gemeente AND s.dossier = p.dossier AND s.klasse = p.klasse
        RETURNING s.gemeente, s.dossier, s.klasse, x.eerste, x.kop
    )
    SELECT json_agg(json_build_array(s.gemeente, s.dossier, s.klasse, s.eerste, s.kop))
      INTO v_stromen FROM stand s;
    RETURN coalesce(v_stromen, '[]');
END
$$;

-- A field's heads are the changes that no other change of that field names as a parent. A
-- `delete` stands on the empty field: it replaces heads there, and the others stay.
CREATE OR REPLACE FUNCTION vervang_koppen(p_pak pak, p_nrs bigint[]) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, viergesprek, pg_temp
SET enable_seqscan = off
SET enable_mergejoin = off
SET enable_hashjoin = off
SET plan_cache_mode = force_generic_plan
SET jit = off
AS $$
BEGIN
    -- Most rows are new and name nobody.
    IF '[]' = ALL (p_pak.ouders) THEN
        RETURN;
    END IF;
    WITH o AS MATERIALIZED (
        SELECT DISTINCT split_part(r.stroom, ':', 1) COLLATE "C" AS gemeente, r.entiteit, r.rij,
                        r.veld, ouder
          FROM (SELECT unnest(p_nrs) AS nr, unnest(p_pak.stroom) AS stroom,
                       unnest(p_pak.entiteit) AS entiteit, unnest(p_pak.rij) AS rij,
                       unnest(p_pak.veld) AS veld, unnest(p_pak.ouders) AS ouders,
                       unnest(p_pak.zout) AS zout) r
         CROSS JOIN LATERAL json_array_elements_text(r.ouders::json) AS o (ouder)
         WHERE r.ouders <> '[]' AND r.nr IS NOT NULL AND r.zout <> '' AND ouder IS NOT NULL
    ),
    weg AS (
        DELETE FROM kop k USING o
         WHERE k.gemeente = o.gemeente AND k.entiteit = o.entiteit AND k.rij = o.rij
           AND k.veld = o.veld AND k.id = o.ouder
        RETURNING k.id
    )
    INSERT INTO wees (gemeente, entiteit, rij, veld, id)
    SELECT o.gemeente, o.entiteit, o.rij, o.veld, o.ouder
      FROM o
     WHERE o.ouder NOT IN (SELECT weg.id FROM weg)
       AND NOT EXISTS (SELECT FROM wijziging w
                        WHERE w.gemeente = o.gemeente AND w.id = o.ouder)
        ON CONFLICT (gemeente, entiteit, rij, veld, id) DO NOTHING;
END
$$;
