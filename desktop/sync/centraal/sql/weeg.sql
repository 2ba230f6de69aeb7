-- Weighing the rows of a push. Run as viergesprek_eigenaar; the streams are locked by now.

-- For each row its number in its stream, or the reason to refuse it. `redenen` is NULL when all
-- are taken. Looking for changes that are there already is left out in the first try: the
-- journal's unique index finds them too.
CREATE OR REPLACE FUNCTION weeg(
    p_login text, p_rijen binnen[], p_plekken plek[], p_zoek boolean,
    OUT nrs bigint[], OUT redenen text[]
)
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, viergesprek, pg_temp
SET enable_seqscan = off
SET plan_cache_mode = force_generic_plan
SET jit = off
AS $$
BEGIN
    WITH r AS MATERIALIZED (
        SELECT r.ordinality AS ord, r.id, r.gemeente, r.dossier, r.klasse, r.entiteit, r.rij,
               r.veld, r.soort, r.auteur, r.afdruk,
               CASE WHEN r.klasse = 'toegang' THEN r.waarde END AS waarde
          FROM unnest(p_rijen) WITH ORDINALITY r
    ),
    p AS MATERIALIZED (
        SELECT p.*, s.kop, row_number() OVER () AS plaats
          FROM unnest(p_plekken) p
          LEFT JOIN LATERAL (
              SELECT s.kop FROM stroom s
               WHERE s.gemeente = p.gemeente AND s.dossier = p.dossier AND s.klasse = p.klasse
              OFFSET 0) s ON true
    ),
    mag AS MATERIALIZED (SELECT * FROM klassen_van(p_login, true)),
    -- What is wrong with a row of a table as a whole. It has to travel in a class that its
    -- definition allows. And it stays where it is: in its dossier, and out of reach for who may
    -- not write the classes that it already has something in. Else a change in a class that one
    -- may write would replace a value in a class that one may not even read.
    mis AS MATERIALIZED (
        SELECT d.gemeente, d.entiteit, d.rij, d.dossier, d.klasse,
               CASE WHEN d.klasse_mis THEN 'klasse' ELSE 'geen-recht' END AS reden
          FROM (SELECT x.*,
                       (x.entiteit, '*') IN (SELECT e.entiteit, e.veld FROM entiteitklasse e)
                       AND (x.entiteit, '*', x.klasse) NOT IN
                           (SELECT e.entiteit, e.veld, e.klasse FROM entiteitklasse e)
                       AS klasse_mis
                  FROM (SELECT DISTINCT r.gemeente, r.entiteit, r.rij, r.dossier, r.klasse
                          FROM r) x) d
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
    keer AS MATERIALIZED (
        SELECT r.ord, row_number() OVER (PARTITION BY r.gemeente, r.id ORDER BY r.ord) AS keer,
               w.id IS NOT NULL AS is_er, w.zelfde
          FROM r
          LEFT JOIN LATERAL (
              -- The hash covers device and number, so a row that came again under another
              -- device id has another one. The keyed digest of the value is the same.
              SELECT w.id, w.afdruk = r.afdruk AND w.entiteit = r.entiteit AND w.rij = r.rij
                           AND w.soort = r.soort AND w.dossier = r.dossier AS zelfde
                FROM wijziging w
               WHERE w.gemeente = r.gemeente AND w.id = r.id
              OFFSET 0) w ON true
         WHERE p_zoek
    ),
    gewogen AS (
        SELECT r.ord, p.kop, p.plaats, CASE
                   WHEN p.reden = 'oefening' THEN 'oefening'
                   WHEN p.medewerker IS NULL THEN 'geen-recht'
                   WHEN r.auteur <> p.medewerker THEN 'auteur'
                   WHEN p.reden NOT IN ('nood', 'eigen') THEN p.reden
                   WHEN (r.gemeente, r.entiteit, r.rij, r.dossier, r.klasse) IN
                        (SELECT m.gemeente, m.entiteit, m.rij, m.dossier, m.klasse FROM mis m)
                       THEN (SELECT m.reden FROM mis m
                              WHERE m.gemeente = r.gemeente AND m.entiteit = r.entiteit
                                AND m.rij = r.rij AND m.dossier = r.dossier
                                AND m.klasse = r.klasse)
                   WHEN r.entiteit IN (SELECT e.entiteit FROM entiteitklasse e
                                        WHERE e.veld = '')
                        AND NOT klasse_past(r.entiteit, r.veld, r.klasse)
                       THEN 'klasse'
                   WHEN p.reden = 'nood' AND r.entiteit <> 'noodtoegang'
                     OR p.reden = 'eigen' AND r.entiteit <> 'medewerker'
                     OR p.alleen_nood AND r.klasse = 'toegang' AND r.entiteit <> 'noodtoegang'
                     OR p.alleen_nood AND r.entiteit = 'dossier' AND r.veld = 'klantmanager_id'
                     OR r.entiteit = 'dossier' AND r.rij <> r.dossier
                     OR r.entiteit = 'medewerker' AND r.rij <> p.medewerker
                        AND p.rol <> 'beheerder'
                     OR r.entiteit = 'noodtoegang' AND r.veld = 'medewerker_id'
                        AND r.waarde IS DISTINCT FROM to_json(p.medewerker)::text
                       THEN 'geen-recht'
                   -- A klantmanager names a stand-in for nobody else.
                   WHEN r.entiteit = 'vervanging' AND p.rol = 'klantmanager' AND (
                        SELECT bool_and(a.waarde = to_json(p.medewerker)::text)
                          FROM (SELECT k.waarde FROM kop k
                                 WHERE k.gemeente = r.gemeente AND k.entiteit = 'vervanging'
                                   AND k.rij = r.rij AND k.veld = 'afwezige_id'
                                 UNION ALL
                                SELECT coalesce(x.waarde, '') FROM r x
                                 WHERE x.gemeente = r.gemeente AND x.entiteit = 'vervanging'
                                   AND x.rij = r.rij AND x.veld = 'afwezige_id') a
                        ) IS NOT TRUE
                       THEN 'geen-recht'
                   WHEN p_zoek THEN (SELECT CASE WHEN k.is_er AND k.zelfde THEN 'bekend'
                                                 WHEN k.is_er OR k.keer > 1 THEN 'ander' END
                                       FROM keer k WHERE k.ord = r.ord)
               END AS reden
          FROM r
          JOIN p ON p.gemeente = r.gemeente AND p.dossier = r.dossier AND p.klasse = r.klasse
    )
    SELECT array_agg(x.nr), array_agg(x.reden)
      INTO nrs, redenen
      FROM (SELECT g.ord, g.reden,
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
