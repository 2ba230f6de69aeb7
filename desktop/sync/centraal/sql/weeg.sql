-- Weighing the rows of a push. Run as viergesprek_eigenaar; the streams are locked by now.

-- For each row its number in its stream, or the reason to refuse it, and which of p_plekken
-- its stream is. `redenen` is NULL when all are taken. Looking for changes that are there
-- already is left out in the first try: the journal's unique index finds them too.
CREATE OR REPLACE FUNCTION weeg(
    p_login text, p_pak pak, p_plekken plek[], p_zoek boolean,
    OUT nrs bigint[], OUT plaatsen integer[], OUT redenen text[]
)
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, viergesprek, pg_temp
SET enable_seqscan = off
SET plan_cache_mode = force_generic_plan
SET jit = off
AS $$
BEGIN
    WITH p AS MATERIALIZED (
        SELECT p.*, s.kop, p.ordinality::integer AS plaats
          FROM unnest(p_plekken) WITH ORDINALITY p
          LEFT JOIN LATERAL (
              SELECT s.kop FROM stroom s
               WHERE s.gemeente = p.gemeente AND s.dossier = p.dossier AND s.klasse = p.klasse
              OFFSET 0) s ON true
    ),
    r AS MATERIALIZED (
        SELECT x.ord, p.plaats, x.entiteit, x.rij, x.veld, x.auteur
          FROM (SELECT generate_subscripts(p_pak.id, 1) AS ord, unnest(p_pak.stroom) AS stroom,
                       unnest(p_pak.dossier) AS dossier, unnest(p_pak.entiteit) AS entiteit,
                       unnest(p_pak.rij) AS rij, unnest(p_pak.veld) AS veld,
                       unnest(p_pak.auteur) AS auteur) x
          JOIN p ON p.stroom = x.stroom AND p.dossier = x.dossier
    ),
    mag AS MATERIALIZED (SELECT * FROM klassen_van(p_login, true)),
    -- What is wrong with a row of a table as a whole. It has to travel in a class that its
    -- definition allows. And it stays where it is: in its dossier, and out of reach for who may
    -- not write the classes that it already has something in. Else a change in a class that one
    -- may write would replace a value in a class that one may not even read.
    mis AS MATERIALIZED (
        SELECT d.plaats, d.entiteit, d.rij,
               CASE WHEN d.klasse_mis THEN 'klasse' ELSE 'geen-recht' END AS reden
          FROM (SELECT x.*, p.gemeente, p.dossier, p.klasse,
                       (x.entiteit, '*') IN (SELECT e.entiteit, e.veld FROM entiteitklasse e)
                       AND (x.entiteit, '*', p.klasse) NOT IN
                           (SELECT e.entiteit, e.veld, e.klasse FROM entiteitklasse e)
                       AS klasse_mis
                  FROM (SELECT DISTINCT r.plaats, r.entiteit, r.rij FROM r) x
                  JOIN p ON p.plaats = x.plaats) d
         CROSS JOIN LATERAL (
             SELECT bool_or(k.dossier <> d.dossier
                            OR k.klasse <> d.klasse
                               AND (k.gemeente, k.klasse) NOT IN
                                   (SELECT mag.gemeente, mag.klasse FROM mag)
                               AND d.entiteit NOT IN (SELECT e.entiteit FROM entiteitklasse e
                                                       WHERE e.veld = '')
                            OR d.entiteit = 'noodtoegang' AND k.veld = 'medewerker_id'
                               AND k.auteur NOT IN (SELECT p.medewerker FROM p
                                                     WHERE p.medewerker IS NOT NULL)) AS vreemd
               FROM kop k
              WHERE k.gemeente = d.gemeente AND k.entiteit = d.entiteit AND k.rij = d.rij) v
         WHERE v.vreemd OR d.klasse_mis
    ),
    -- Changes that are there already, in the journal or earlier in this push.
    dubbel AS MATERIALIZED (
        SELECT x.ord, CASE WHEN w.zelfde THEN 'bekend' ELSE 'ander' END AS reden
          FROM (SELECT r.*, p.gemeente, p.dossier, p_pak.id[r.ord] AS id,
                       row_number() OVER (PARTITION BY p.gemeente, p_pak.id[r.ord]
                                          ORDER BY r.ord) AS keer
                  FROM r JOIN p ON p.plaats = r.plaats) x
          LEFT JOIN LATERAL (
              -- The hash covers device and number, so a row that came again under another
              -- device id has another one. The keyed digest of the value is the same.
              SELECT w.afdruk = p_pak.afdruk[x.ord] AND w.entiteit = x.entiteit
                     AND w.rij = x.rij AND w.soort = p_pak.soort[x.ord]
                     AND w.dossier = x.dossier AS zelfde
                FROM wijziging w
               WHERE w.gemeente = x.gemeente AND w.id = x.id
              OFFSET 0) w ON true
         WHERE p_zoek AND (w.zelfde IS NOT NULL OR x.keer > 1)
    ),
    onb AS MATERIALIZED (SELECT * FROM onbevoegd(p_login, p_pak, p_plekken)),
    gewogen AS (
        SELECT r.ord, p.kop, p.plaats, CASE
                   WHEN p.reden = 'oefening' THEN 'oefening'
                   WHEN p.medewerker IS NULL THEN 'geen-recht'
                   WHEN r.auteur NOT IN ('', p.medewerker) THEN 'auteur'
                   WHEN p.reden NOT IN ('nood', 'eigen') THEN p.reden
                   WHEN (r.plaats, r.entiteit, r.rij) IN
                        (SELECT m.plaats, m.entiteit, m.rij FROM mis m)
                       THEN (SELECT m.reden FROM mis m WHERE m.plaats = r.plaats
                                AND m.entiteit = r.entiteit AND m.rij = r.rij)
                   WHEN r.entiteit IN (SELECT e.entiteit FROM entiteitklasse e
                                        WHERE e.veld = '')
                        AND NOT klasse_past(r.entiteit, r.veld, p.klasse)
                       THEN 'klasse'
                   WHEN p.reden = 'nood' AND r.entiteit <> 'noodtoegang'
                     OR p.reden = 'eigen' AND r.entiteit <> 'medewerker'
                     OR p.alleen_nood AND p.klasse = 'toegang' AND r.entiteit <> 'noodtoegang'
                     OR p.alleen_nood AND r.entiteit = 'dossier' AND r.veld = 'klantmanager_id'
                     OR r.entiteit = 'dossier' AND r.rij <> p.dossier
                     OR r.entiteit = 'medewerker' AND r.rij <> p.medewerker
                        AND p.rol <> 'beheerder'
                     OR r.entiteit = 'noodtoegang' AND r.veld = 'medewerker_id'
                        AND p_pak.waarde[r.ord] <> to_json(p.medewerker)::text
                       THEN 'geen-recht'
                   -- Who reads along or decides does so in their own name. A choice in a
                   -- conflict may repeat a name that somebody gave here before.
                   WHEN (r.entiteit, r.veld) IN (VALUES ('weging', 'tweede_lezer_id'),
                                                        ('weging', 'besloten_door'))
                        AND p_pak.waarde[r.ord] NOT IN ('null', to_json(p.medewerker)::text)
                        AND NOT EXISTS (
                            SELECT FROM wijziging w
                             WHERE w.gemeente = p.gemeente AND w.dossier = p.dossier
                               AND w.klasse = p.klasse AND w.rij = r.rij AND w.veld = r.veld
                               AND w.waarde = p_pak.waarde[r.ord])
                       THEN 'geen-recht'
                   WHEN r.ord IN (SELECT o.ord FROM onb o)
                       THEN (SELECT o.reden FROM onb o WHERE o.ord = r.ord)
                   WHEN r.entiteit = 'toetsbegeleider' AND r.veld = 'medewerker_id'
                        AND p.rol = 'toetsbegeleider'
                       THEN 'geen-recht'
                   -- Who leads a sitting sees its candidates: a toetsbegeleider hands over
                   -- their own, and takes nobody's.
                   WHEN r.entiteit = 'toetssessie' AND r.veld = 'begeleider_id'
                        AND p.rol = 'toetsbegeleider' AND EXISTS (
                        SELECT FROM kop k
                         WHERE k.gemeente = p.gemeente AND k.rij = r.rij
                           AND k.entiteit = 'toetssessie' AND k.veld = 'begeleider_id'
                           AND NOT EXISTS (
                               SELECT FROM kop m
                                WHERE m.gemeente = p.gemeente AND m.rij = als_naam(k.waarde)
                                  AND m.entiteit = 'toetsbegeleider' AND m.veld = 'medewerker_id'
                                  AND als_naam(m.waarde) = p.medewerker))
                       THEN 'geen-recht'
                   -- A klantmanager names a stand-in for nobody else.
                   WHEN r.entiteit = 'vervanging' AND p.rol = 'klantmanager' AND (
                        SELECT bool_and(a.waarde = to_json(p.medewerker)::text)
                          FROM (SELECT k.waarde FROM kop k
                                 WHERE k.gemeente = p.gemeente AND k.entiteit = 'vervanging'
                                   AND k.rij = r.rij AND k.veld = 'afwezige_id'
                                 UNION ALL
                                SELECT p_pak.waarde[x.ord] FROM r x
                                 WHERE x.entiteit = 'vervanging' AND x.rij = r.rij
                                   AND x.veld = 'afwezige_id') a
                        ) IS NOT TRUE
                       THEN 'geen-recht'
                   WHEN p_zoek THEN (SELECT d.reden FROM dubbel d WHERE d.ord = r.ord)
               END AS reden
          FROM r JOIN p ON p.plaats = r.plaats
    )
    SELECT array_agg(x.nr), array_agg(x.plaats), array_agg(x.reden)
      INTO nrs, plaatsen, redenen
      FROM (SELECT g.ord, g.plaats, g.reden,
                   CASE WHEN g.reden IS NULL
                        THEN g.kop + row_number() OVER (PARTITION BY g.plaats, g.reden IS NULL
                                                        ORDER BY g.ord) END AS nr
              FROM gewogen g
             ORDER BY g.ord) x;
    IF array_position(nrs, NULL) IS NULL THEN
        redenen := NULL;
    END IF;
END
$$;

-- True when this field of this entity may travel in this class; a field that the centre does
-- not know may travel in any.
CREATE OR REPLACE FUNCTION klasse_past(p_entiteit text, p_veld text, p_klasse text)
RETURNS boolean
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, viergesprek, pg_temp
AS $$
BEGIN
    RETURN coalesce((SELECT bool_or(e.klasse = p_klasse) FROM entiteitklasse e
                      WHERE e.entiteit = p_entiteit AND e.veld = split_part(p_veld, ':', 1)),
                    true);
END
$$;
