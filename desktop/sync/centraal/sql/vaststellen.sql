-- Who may set a plan: mandates, and four eyes. Run as viergesprek_eigenaar.
--
-- A laptop asks the same before it sets one (store/pipvaststellen.py), of what it knows. Here is
-- asked again, for a mandate may have ended on another laptop that this one has not heard of.

-- The rows of a push that their author may not write, and why: a plan that is set without a
-- mandate ('mandaat'), by who wrote it where another one has to ('vier-ogen') or in the name of
-- somebody else, and the mandate list by who does not keep it or for oneself ('geen-recht').
--
-- A gesture is judged as one thing: the rows of one plan with one clock.
CREATE OR REPLACE FUNCTION onbevoegd(p_login text, p_pak pak, p_plekken plek[])
RETURNS TABLE (ord integer, reden text)
LANGUAGE plpgsql STABLE ROWS 10
SET search_path = pg_catalog, viergesprek, pg_temp
SET enable_seqscan = off
SET jit = off
AS $$
#variable_conflict use_column
BEGIN
    IF NOT p_pak.entiteit && ARRAY['pip', 'mandaat', 'gemeentegegevens'] THEN
        RETURN;
    END IF;
    RETURN QUERY
    WITH r AS MATERIALIZED (
        SELECT x.ord, p.gemeente, p.dossier, p.klasse, p.medewerker, p.rol, x.id, x.entiteit,
               x.rij, x.veld, x.soort, x.klok, x.apparaat, x.volgnummer,
               CASE WHEN x.ord = ANY (p_pak.onleesbaar) THEN NULL
                    ELSE nullif(x.waarde, '') END AS waarde
          FROM (SELECT generate_subscripts(p_pak.id, 1) AS ord, unnest(p_pak.id) AS id,
                       unnest(p_pak.stroom) AS stroom, unnest(p_pak.dossier) AS dossier,
                       unnest(p_pak.entiteit) AS entiteit, unnest(p_pak.rij) AS rij,
                       unnest(p_pak.veld) AS veld, unnest(p_pak.soort) AS soort,
                       unnest(p_pak.waarde) AS waarde, unnest(p_pak.klok) AS klok,
                       unnest(p_pak.apparaat) AS apparaat,
                       unnest(p_pak.volgnummer) AS volgnummer) x
          JOIN unnest(p_plekken) p ON p.stroom = x.stroom AND p.dossier = x.dossier
         WHERE p.reden IS NULL
    ),
    -- What stands in the lists of the gemeenten, and what this push adds to it.
    lijst AS MATERIALIZED (
        SELECT k.gemeente, k.entiteit, k.rij, k.veld, k.soort, k.waarde, k.klok, k.apparaat,
               k.volgnummer, NULL::integer AS ord
          FROM kop k
         WHERE k.entiteit IN ('mandaat', 'gemeentegegevens')
           AND k.veld IN ('', 'medewerker_id', 'vanaf', 'tot', 'vier_ogen')
           AND k.gemeente IN (SELECT r.gemeente FROM r)
         UNION ALL
        SELECT r.gemeente, r.entiteit, r.rij, r.veld, r.soort, r.waarde, r.klok, r.apparaat,
               r.volgnummer, r.ord
          FROM r WHERE r.entiteit IN ('mandaat', 'gemeentegegevens')
    ),
    -- Letter head and list are kept by who answers for them, and nobody puts themselves on the
    -- list: what the only user of a laptop by itself wrote there, somebody else takes over.
    mis AS MATERIALIZED (
        SELECT r.ord
          FROM r
         WHERE r.entiteit IN ('mandaat', 'gemeentegegevens')
           AND NOT EXISTS (SELECT FROM wijziging w WHERE w.gemeente = r.gemeente AND w.id = r.id)
           AND (r.rol NOT IN ('leidinggevende', 'beheerder')
                OR r.veld = 'gemeente' AND r.waarde IS DISTINCT FROM to_json(r.gemeente)::text
                OR r.entiteit = 'mandaat' AND r.soort <> 'delete'
                   AND EXISTS (SELECT FROM lijst l
                                WHERE l.gemeente = r.gemeente AND l.entiteit = 'mandaat'
                                  AND l.rij = r.rij AND l.veld = 'medewerker_id'
                                  -- Read, for JSON has more than one way to write a name.
                                  AND als_naam(l.waarde) = r.medewerker))
    ),
    -- Of each field what is shown: the highest clock.
    geldt AS MATERIALIZED (
        SELECT DISTINCT ON (l.gemeente, l.entiteit, l.rij, l.veld)
               l.gemeente, l.entiteit, l.rij, l.veld, l.soort, l.waarde, l.klok, l.ord
          FROM lijst l
         WHERE l.ord IS NULL OR l.ord NOT IN (SELECT mis.ord FROM mis)
         ORDER BY l.gemeente, l.entiteit, l.rij, l.veld, l.klok DESC, l.apparaat DESC,
                  l.volgnummer DESC
    ),
    mandaat AS MATERIALIZED (
        SELECT w.gemeente, als_naam(w.waarde) AS medewerker,
               als_datum(v.waarde::json #>> '{}') AS vanaf,
               CASE WHEN coalesce(t.waarde, 'null') = 'null' THEN 'infinity'
                    ELSE als_datum(t.waarde::json #>> '{}') END AS tot,
               -- Taken off the list; not where somebody changed it who did not know that.
               CASE WHEN d.soort = 'delete'
                         AND (d.ord IS NOT NULL
                              OR EXISTS (SELECT FROM weg_van(ARRAY[w.gemeente], 'mandaat',
                                                             ARRAY[w.rij])))
                    THEN d.klok::bigint >> 16 END AS weg_ms
          FROM geldt w
          JOIN geldt v ON v.gemeente = w.gemeente AND v.rij = w.rij
           AND v.entiteit = 'mandaat' AND v.veld = 'vanaf'
          LEFT JOIN geldt t ON t.gemeente = w.gemeente AND t.rij = w.rij
           AND t.entiteit = 'mandaat' AND t.veld = 'tot'
          LEFT JOIN geldt d ON d.gemeente = w.gemeente AND d.rij = w.rij
           AND d.entiteit = 'mandaat' AND d.veld = ''
         WHERE w.entiteit = 'mandaat' AND w.veld = 'medewerker_id'
    ),
    -- The rows with which a plan is set. What stands in the journal is no new setting, nor is
    -- a choice between two of them that are there: somebody else may make that.
    zet AS MATERIALIZED (
        SELECT r.*,
               EXISTS (SELECT FROM wijziging w
                        WHERE w.gemeente = r.gemeente AND w.dossier = r.dossier
                          AND w.klasse = r.klasse AND w.rij = r.rij AND w.veld = r.veld
                          AND w.waarde = r.waarde) AS eerder
          FROM r
         WHERE r.entiteit = 'pip' AND r.soort = 'set'
           AND r.veld IN ('status', 'dagtekening', 'bekendmaking', 'vastgesteld_door',
                          'vastgesteld_op', 'inhoud')
           -- What cannot be read here may be read on a laptop.
           AND (r.waarde IS NULL OR r.waarde NOT IN ('null', '""', '"concept"'))
    ),
    gebaar AS MATERIALIZED (
        SELECT g.*, coalesce(floor(extract(epoch FROM g.op) * 1000)::bigint, g.klok::bigint >> 16)
                   AS ms,
               -- Never earlier than it was written, whatever it says of itself.
               greatest(floor(extract(epoch FROM g.op) * 1000)::bigint, g.klok::bigint >> 16)
                   AS geschreven_ms,
               (coalesce(g.op, to_timestamp((g.klok::bigint >> 16) / 1000.0))
                   AT TIME ZONE 'Europe/Amsterdam')::date AS vandaag
          FROM (SELECT z.gemeente, z.dossier, z.klasse, z.rij, z.klok, z.medewerker,
                       max(als_datum(z.waarde::json #>> '{}'))
                           FILTER (WHERE z.veld = 'dagtekening') AS dag,
                       max(als_tijdstip(z.waarde::json #>> '{}'))
                           FILTER (WHERE z.veld = 'vastgesteld_op') AS op,
                       bool_or(z.veld = 'vastgesteld_door' AND NOT z.eerder
                               AND z.waarde IS DISTINCT FROM to_json(z.medewerker)::text) AS ander
                  FROM zet z
                 GROUP BY z.gemeente, z.dossier, z.klasse, z.rij, z.klok, z.medewerker
                HAVING NOT bool_and(z.eerder)) g
    ),
    geweten AS (
        SELECT g.*,
               -- On the day of the decision, and on the day that the plan was set.
               (SELECT bool_or(coalesce(g.dag, g.vandaag) BETWEEN m.vanaf AND m.tot)
                       AND bool_or(g.vandaag BETWEEN m.vanaf AND m.tot)
                  FROM mandaat m
                 WHERE m.gemeente = g.gemeente AND m.medewerker = g.medewerker
                   AND (m.weg_ms IS NULL OR m.weg_ms > g.ms)) AS mandaat,
               EXISTS (SELECT FROM geldt l
                        WHERE l.gemeente = g.gemeente AND l.entiteit = 'gemeentegegevens'
                          AND l.veld = 'vier_ogen' AND l.waarde = 'true'
                          AND l.klok::bigint >> 16 <= g.ms)
                   AND schreef_mee(p_login, p_pak, g.gemeente, g.dossier, g.rij, g.klok,
                                   g.medewerker) AS schreef
          FROM gebaar g
    ),
    oordeel AS (
        SELECT g.*, CASE WHEN g.ander THEN 'geen-recht'
                         WHEN was_er_al(g.geschreven_ms) THEN NULL
                         WHEN was_alleen(g.gemeente, g.medewerker, g.geschreven_ms, g.dag)
                             THEN NULL
                         WHEN g.mandaat IS NOT TRUE THEN 'mandaat'
                         WHEN g.schreef THEN 'vier-ogen' END AS reden
          FROM geweten g
    )
    SELECT mis.ord, 'geen-recht' FROM mis
     UNION ALL
    SELECT z.ord, o.reden
      FROM zet z
      JOIN oordeel o ON o.gemeente = z.gemeente AND o.dossier = z.dossier
       AND o.klasse = z.klasse AND o.rij = z.rij AND o.klok = z.klok
     WHERE o.reden IS NOT NULL;
END
$$;

-- True for who wrote in this version of a plan, in the journal or in this push before it was
-- set. The route comes from the weighing, and the order of sentences says nothing.
CREATE OR REPLACE FUNCTION schreef_mee(
    p_login text, p_pak pak, p_gemeente text, p_dossier text, p_pip text, p_klok text,
    p_medewerker text
) RETURNS boolean
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, viergesprek, pg_temp
SET enable_seqscan = off
SET jit = off
AS $$
BEGIN
    RETURN (
        WITH w AS MATERIALIZED (
            SELECT w.entiteit, w.rij, w.veld, w.soort, w.waarde, w.klok, w.apparaat, w.volgnummer,
                   w.auteur = p_medewerker
                   OR w.auteur IS NULL AND w.apparaat IN (SELECT a.id FROM apparaat a
                                                           WHERE a.login = p_login) AS eigen
              FROM wijziging w
             WHERE w.gemeente = p_gemeente AND w.dossier = p_dossier
               AND w.klasse IN ('pip', 'pip2') AND w.klok < p_klok
             UNION ALL
            SELECT x.entiteit, x.rij, x.veld, x.soort, x.waarde, x.klok, x.apparaat, x.volgnummer,
                   true
              FROM (SELECT unnest(p_pak.dossier) AS dossier, unnest(p_pak.entiteit) AS entiteit,
                           unnest(p_pak.rij) AS rij, unnest(p_pak.veld) AS veld,
                           unnest(p_pak.soort) AS soort, unnest(p_pak.waarde) AS waarde,
                           unnest(p_pak.klok) AS klok, unnest(p_pak.apparaat) AS apparaat,
                           unnest(p_pak.volgnummer) AS volgnummer) x
             WHERE x.dossier = p_dossier AND x.klok < p_klok
        ),
        -- A sentence that was taken out again is no part of it.
        weg AS (
            SELECT x.entiteit, x.rij
              FROM (SELECT DISTINCT ON (w.entiteit, w.rij) w.entiteit, w.rij, w.soort
                      FROM w WHERE w.veld = ''
                     ORDER BY w.entiteit, w.rij, w.klok DESC, w.apparaat DESC, w.volgnummer DESC) x
             WHERE x.soort = 'delete'
        ),
        deel AS (
            SELECT DISTINCT w.entiteit, w.rij FROM w
             WHERE w.entiteit IN ('pipregel', 'pipdeel2', 'pipafschaling')
               AND w.veld = 'pip_id' AND w.waarde = to_json(p_pip)::text
               AND (w.entiteit, w.rij) NOT IN (SELECT weg.entiteit, weg.rij FROM weg)
        )
        SELECT EXISTS (
            SELECT FROM w
             WHERE w.entiteit = 'pip' AND w.rij = p_pip
               AND (w.veld = 'auteur_id' AND w.waarde = to_json(p_medewerker)::text
                    OR w.eigen AND w.veld NOT IN (
                       'weging_id', 'leerroute', 'niveau', 'status', 'dagtekening',
                       'bekendmaking', 'vastgesteld_door', 'vastgesteld_op', 'inhoud'))
                OR w.eigen AND w.veld <> 'volgorde'
               AND (w.entiteit, w.rij) IN (SELECT deel.entiteit, deel.rij FROM deel))
    );
END
$$;

-- True for what was written between the newest row of a backup that was put back and that moment
-- (`central hersteld`). Laptops offer it again, in any order, and the mandate that it was once
-- weighed against may come after it: it is not weighed twice. As long as laptops may stay away.
CREATE OR REPLACE FUNCTION was_er_al(p_ms bigint) RETURNS boolean
LANGUAGE sql STABLE
SET search_path = pg_catalog, viergesprek, pg_temp
RETURN coalesce((
    SELECT p_ms >= van.waarde::bigint AND p_ms < tot.waarde::bigint
           AND extract(epoch FROM now()) * 1000
               < tot.waarde::bigint + dagen('lease_dagen', 14) * 86400000::bigint
      FROM instelling van JOIN instelling tot ON tot.naam = 'hersteld_op_ms'
     WHERE van.naam = 'hersteld_van_ms'), false);

-- True for what was written before its author first met the centre: on a laptop by itself, which
-- weighed it. So it is dated before that too.
CREATE OR REPLACE FUNCTION was_alleen(
    p_gemeente text, p_medewerker text, p_ms bigint, p_dag date
) RETURNS boolean
LANGUAGE sql STABLE
SET search_path = pg_catalog, viergesprek, pg_temp
RETURN (
    SELECT p_ms < extract(epoch FROM min(a.gemaakt_op)) * 1000
           AND (p_dag IS NULL OR p_dag <= (min(a.gemaakt_op) AT TIME ZONE 'Europe/Amsterdam')::date)
      FROM persoon p JOIN apparaat a ON a.login = p.login
     WHERE p.gemeente = p_gemeente AND p.medewerker = p_medewerker);
