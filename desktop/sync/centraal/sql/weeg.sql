-- Weighing each row of a push. Run as viergesprek_eigenaar.

-- Every row with the reason to refuse it, or with its number. The streams are locked by now.
CREATE OR REPLACE FUNCTION weeg(p_login text, p_rijen binnen[], p_plekken plek[])
RETURNS binnen[]
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, viergesprek, pg_temp
SET enable_seqscan = off
SET jit = off
AS $$
BEGIN
    RETURN (
    WITH mag AS MATERIALIZED (SELECT * FROM klassen_van(p_login, true)),
    r AS MATERIALIZED (
        SELECT r.*, split_part(r.veld, ':', 1) AS kolom,
               row_number() OVER (PARTITION BY r.gemeente, r.id ORDER BY r.ord) AS keer
          FROM unnest(p_rijen) r
    ),
    p AS MATERIALIZED (
        SELECT p.*, s.kop
          FROM unnest(p_plekken) p
          LEFT JOIN LATERAL (
              SELECT s.kop FROM stroom s
               WHERE s.gemeente = p.gemeente AND s.dossier = p.dossier AND s.klasse = p.klasse
              OFFSET 0) s ON true
    ),
    -- A row of a table stays where it is: in its dossier, and out of reach for who may not
    -- write the classes that it already has something in. Else a change in a class that one may
    -- write would replace a value in a class that one may not even read.
    elders AS MATERIALIZED (
        SELECT d.gemeente, d.entiteit, d.rij, d.dossier, d.klasse
          FROM (SELECT DISTINCT r.gemeente, r.entiteit, r.rij, r.dossier, r.klasse FROM r) d
         CROSS JOIN LATERAL (
             SELECT bool_or(k.dossier <> d.dossier
                            OR k.klasse <> d.klasse
                               AND (k.gemeente, k.klasse) NOT IN
                                   (SELECT mag.gemeente, mag.klasse FROM mag)
                               AND d.entiteit NOT IN (SELECT e.entiteit FROM entiteitklasse e
                                                       WHERE e.veld = '')
                            OR d.entiteit = 'noodtoegang' AND k.veld = 'medewerker_id'
                               AND k.auteur NOT IN (SELECT i.medewerker
                                                      FROM personen_van(p_login) i
                                                     WHERE i.medewerker IS NOT NULL)) AS vreemd
               FROM kop k
              WHERE k.gemeente = d.gemeente AND k.entiteit = d.entiteit AND k.rij = d.rij) v
         WHERE v.vreemd
    ),
    gewogen AS MATERIALIZED (
        SELECT r.ord, p.kop, p.medewerker, CASE
                   WHEN p.reden = 'oefening' THEN 'oefening'
                   WHEN p.medewerker IS NULL THEN 'geen-recht'
                   WHEN r.auteur <> p.medewerker THEN 'auteur'
                   WHEN p.reden <> 'nood' THEN p.reden
                   WHEN (r.entiteit, '*') IN (SELECT e.entiteit, e.veld FROM entiteitklasse e)
                        AND (r.entiteit, '*', r.klasse) NOT IN
                            (SELECT e.entiteit, e.veld, e.klasse FROM entiteitklasse e)
                     OR (r.entiteit, r.kolom) IN (SELECT e.entiteit, e.veld FROM entiteitklasse e)
                        AND (r.entiteit, r.kolom, r.klasse) NOT IN
                            (SELECT e.entiteit, e.veld, e.klasse FROM entiteitklasse e)
                       THEN 'klasse'
                   WHEN p.reden = 'nood' AND r.entiteit <> 'noodtoegang'
                     OR p.alleen_nood AND r.klasse = 'toegang' AND r.entiteit <> 'noodtoegang'
                     OR p.alleen_nood AND r.entiteit = 'dossier' AND r.veld = 'klantmanager_id'
                     OR r.entiteit = 'dossier' AND r.rij <> r.dossier
                     OR r.entiteit = 'medewerker' AND r.rij <> p.medewerker
                        AND p.rol <> 'beheerder'
                     OR r.entiteit = 'noodtoegang' AND r.veld = 'medewerker_id'
                        AND r.waarde IS DISTINCT FROM to_json(p.medewerker)::text
                     OR r.entiteit = 'vervanging' AND p.rol = 'klantmanager' AND (
                        EXISTS (SELECT FROM kop k
                                 WHERE k.gemeente = r.gemeente AND k.entiteit = 'vervanging'
                                   AND k.rij = r.rij AND k.veld = 'afwezige_id'
                                   AND k.waarde IS DISTINCT FROM to_json(p.medewerker)::text)
                        OR EXISTS (SELECT FROM r x
                                    WHERE x.gemeente = r.gemeente AND x.entiteit = 'vervanging'
                                      AND x.rij = r.rij AND x.veld = 'afwezige_id'
                                      AND x.waarde IS DISTINCT FROM to_json(p.medewerker)::text)
                        OR NOT EXISTS (SELECT FROM kop k
                                        WHERE k.gemeente = r.gemeente
                                          AND k.entiteit = 'vervanging' AND k.rij = r.rij
                                          AND k.veld = 'afwezige_id')
                           AND NOT EXISTS (SELECT FROM r x
                                            WHERE x.gemeente = r.gemeente
                                              AND x.entiteit = 'vervanging' AND x.rij = r.rij
                                              AND x.veld = 'afwezige_id'))
                     OR (r.gemeente, r.entiteit, r.rij, r.dossier, r.klasse) IN
                        (SELECT e.gemeente, e.entiteit, e.rij, e.dossier, e.klasse FROM elders e)
                       THEN 'geen-recht'
                   WHEN w.id IS NOT NULL AND w.zelfde THEN 'bekend'
                   WHEN w.id IS NOT NULL OR r.keer > 1 THEN 'ander'
               END AS reden
          FROM r
          JOIN p ON p.gemeente = r.gemeente AND p.dossier = r.dossier AND p.klasse = r.klasse
          LEFT JOIN LATERAL (
              -- The hash covers device and number, so a row that came again under another
              -- device id has another one. The keyed digest of the value is the same.
              SELECT w.id, w.afdruk = r.afdruk AND w.entiteit = r.entiteit AND w.rij = r.rij
                           AND w.soort = r.soort AND w.dossier = r.dossier AS zelfde
                FROM wijziging w
               WHERE w.gemeente = r.gemeente AND w.id = r.id
              OFFSET 0) w ON true
    )
    SELECT array_agg(ROW(
               r.ord, r.id, r.gemeente, r.klasse, r.dossier, r.entiteit, r.rij, r.veld, r.soort,
               r.waarde, r.ouders, r.klok, r.auteur, r.apparaat, r.volgnummer, r.schemaversie,
               r.zout, r.afdruk, r.vorige, r.hash, r.leesbaar, r.waarom,
               CASE WHEN r.waarom IS NULL THEN r.kop + r.plaats END,
               r.medewerker)::binnen ORDER BY r.ord)
      FROM (SELECT r.*, g.kop, g.medewerker, g.reden AS waarom,
                   row_number() OVER (PARTITION BY r.gemeente, r.dossier, r.klasse,
                                                   g.reden IS NULL ORDER BY r.ord) AS plaats
              FROM r JOIN gewogen g ON g.ord = r.ord) r);
END
$$;
