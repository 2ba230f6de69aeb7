-- Access of a toetsbegeleider to the candidates of a sitting. Run as viergesprek_eigenaar.

-- The candidates of a toetsbegeleider: who has a seat in a sitting that they lead, until some
-- days after it; and whom they are asked to plan, as long as there is no sitting.
--
-- A candidate is a row of the dossier, a sitting and a toetsbegeleider are rows of the gemeente,
-- and each of the three can come last. Their streams have locks of their own, so this takes that
-- of the gemeente too, as the last one: whoever has it sees what the one before committed.
CREATE OR REPLACE FUNCTION herleid_toets(p_entiteit text, p_gemeenten text[], p_rijen text[])
RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, viergesprek, pg_temp
SET enable_seqscan = off
AS $$
DECLARE
    v_gemeenten text[];
    v_rijen text[];
BEGIN
    PERFORM FROM gemeente g WHERE g.gemeente = ANY (p_gemeenten)
      ORDER BY g.gemeente FOR NO KEY UPDATE;
    -- Which candidates this is about. A sitting names those with a seat, also who had one:
    -- the heads of an element that was taken away are still there.
    SELECT array_agg(x.gemeente), array_agg(x.kandidaat) INTO v_gemeenten, v_rijen
      FROM (
        SELECT DISTINCT d.gemeente, d.rij AS kandidaat
          FROM unnest(p_gemeenten, p_rijen) AS d (gemeente, rij)
         WHERE p_entiteit = 'kandidaat'
         UNION
        SELECT k.gemeente, substr(k.veld, length('bezet:') + 1)
          FROM unnest(p_gemeenten, p_rijen) AS d (gemeente, rij)
          JOIN kop k ON k.gemeente = d.gemeente AND k.rij = d.rij
           AND k.entiteit = 'toetssessie' AND k.veld LIKE 'bezet:%'
         WHERE p_entiteit = 'toetssessie'
         UNION
        -- Seldom: somebody gets an account, or another one.
        SELECT k.gemeente, k.rij
          FROM kop k
         WHERE p_entiteit = 'toetsbegeleider' AND k.entiteit = 'kandidaat'
           AND k.veld IN ('sessie_id', 'begeleider_id')
           AND k.gemeente = ANY (p_gemeenten)
      ) x;
    IF v_rijen IS NULL THEN
        RETURN;
    END IF;
    DELETE FROM toegang t
     USING unnest(v_gemeenten, v_rijen) AS d (gemeente, rij)
      JOIN kop k ON k.gemeente = d.gemeente AND k.rij = d.rij AND k.entiteit = 'kandidaat'
     WHERE t.gemeente = d.gemeente AND t.dossier = k.dossier AND t.grond = 'toets'
       AND t.bron_rij = d.rij;
    INSERT INTO toegang (gemeente, medewerker, dossier, grond, bron_rij, tot)
    SELECT x.gemeente, x.medewerker, x.dossier, 'toets', x.rij, max(x.tot)
      FROM (
        SELECT k.gemeente, k.dossier, k.rij, als_naam(m.waarde) AS medewerker,
               als_datum(g.waarde::json #>> '{}') + dagen('toets_dagen', 30) AS tot
          FROM unnest(v_gemeenten, v_rijen) AS d (gemeente, rij)
          JOIN kop k ON k.gemeente = d.gemeente AND k.rij = d.rij AND k.entiteit = 'kandidaat'
           AND k.veld = 'sessie_id' AND k.klasse = 'toets' AND k.dossier <> ''
          JOIN kop s ON s.gemeente = k.gemeente AND s.rij = als_naam(k.waarde)
           AND s.entiteit = 'toetssessie' AND s.veld = 'begeleider_id'
           AND s.klasse = 'rooster' AND s.dossier = ''
          JOIN kop g ON g.gemeente = s.gemeente AND g.rij = s.rij
           AND g.entiteit = 'toetssessie' AND g.veld = 'datum'
           AND g.klasse = 'rooster' AND g.dossier = ''
          JOIN kop m ON m.gemeente = s.gemeente AND m.rij = als_naam(s.waarde)
           AND m.entiteit = 'toetsbegeleider' AND m.veld = 'medewerker_id'
           AND m.klasse = 'gemeente' AND m.dossier = ''
         UNION ALL
        SELECT k.gemeente, k.dossier, k.rij, als_naam(m.waarde), 'infinity'::date
          FROM unnest(v_gemeenten, v_rijen) AS d (gemeente, rij)
          JOIN kop k ON k.gemeente = d.gemeente AND k.rij = d.rij AND k.entiteit = 'kandidaat'
           AND k.veld = 'begeleider_id' AND k.klasse = 'toets' AND k.dossier <> ''
          JOIN kop m ON m.gemeente = k.gemeente AND m.rij = als_naam(k.waarde)
           AND m.entiteit = 'toetsbegeleider' AND m.veld = 'medewerker_id'
           AND m.klasse = 'gemeente' AND m.dossier = ''
         WHERE NOT EXISTS (
               SELECT FROM kop z
                WHERE z.gemeente = k.gemeente AND z.rij = k.rij AND z.entiteit = 'kandidaat'
                  AND z.veld = 'sessie_id' AND als_naam(z.waarde) IS NOT NULL)
      ) x
     WHERE x.medewerker IS NOT NULL AND x.tot IS NOT NULL
       AND (x.gemeente, x.rij) NOT IN (
           SELECT w.gemeente, w.rij FROM weg_van(v_gemeenten, 'kandidaat', v_rijen) w)
     GROUP BY x.gemeente, x.medewerker, x.dossier, x.rij
        ON CONFLICT (gemeente, medewerker, dossier, grond, bron_rij)
        DO UPDATE SET tot = excluded.tot;
END
$$;
