-- What the writer may in the streams that a push touches, and locking them.
-- Run as viergesprek_eigenaar.

-- What the writer may in each stream that these rows touch. `reden` NULL: go on. 'nood': breaking
-- the glass and nothing else. 'eigen': saying who one is, as everybody may, and nothing else.
CREATE OR REPLACE FUNCTION plekken(p_login text, p_stromen text[], p_dossiers text[])
RETURNS plek[]
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, viergesprek, pg_temp
SET jit = off
AS $$
BEGIN
    RETURN (
        WITH ik AS MATERIALIZED (SELECT * FROM personen_van(p_login)),
        mag AS MATERIALIZED (SELECT * FROM klassen_van(p_login, true)),
        heel AS MATERIALIZED (SELECT h.gemeente FROM hele_gemeenten_van(p_login) AS h (gemeente)),
        mijne AS MATERIALIZED (SELECT * FROM dossiers_van(p_login)),
        s AS MATERIALIZED (
            SELECT d.stroom, split_part(d.stroom, ':', 1) AS gemeente, d.dossier,
                   split_part(d.stroom, ':', 2) AS klasse
              FROM (SELECT DISTINCT unnest(p_stromen) COLLATE "C" AS stroom,
                                    unnest(p_dossiers) COLLATE "C" AS dossier) d
        ),
        -- A dossier that nobody has begun: whoever may write who somebody is, may begin it, with
        -- something else than a trace or a sharing.
        nieuw AS MATERIALIZED (
            SELECT DISTINCT s.gemeente, s.dossier
              FROM s
              JOIN mag ON mag.gemeente = s.gemeente AND mag.klasse = s.klasse
             WHERE s.dossier <> '' AND s.klasse NOT IN ('toegang', 'spoor')
               AND EXISTS (SELECT FROM mag i
                            WHERE i.gemeente = s.gemeente AND i.klasse = 'identiteit')
               AND NOT EXISTS (SELECT FROM stroom b
                                WHERE b.gemeente = s.gemeente AND b.dossier = s.dossier
                                  AND b.klasse NOT IN ('toegang', 'spoor') AND b.kop > 0)
        ),
        p AS (
            SELECT s.stroom, s.gemeente, s.dossier, s.klasse, ik.medewerker, ik.rol,
                   nieuw.dossier IS NOT NULL AS nieuw,
                   coalesce(mijne.alleen_nood, false) AND heel.gemeente IS NULL AS alleen_nood,
                   s.dossier = '' OR nieuw.dossier IS NOT NULL OR heel.gemeente IS NOT NULL
                       OR mijne.dossier IS NOT NULL AS toegang,
                   mag.klasse IS NOT NULL AS mag,
                   EXISTS (SELECT FROM recht r WHERE r.klasse = s.klasse) AS bekend,
                   EXISTS (SELECT FROM gewist g
                            WHERE g.gemeente = s.gemeente AND g.dossier = s.dossier) AS gewist
              FROM s
              LEFT JOIN ik ON ik.gemeente = s.gemeente
              LEFT JOIN mag ON mag.gemeente = s.gemeente AND mag.klasse = s.klasse
              LEFT JOIN heel ON heel.gemeente = s.gemeente
              LEFT JOIN mijne ON mijne.gemeente = s.gemeente AND mijne.dossier = s.dossier
              LEFT JOIN nieuw ON nieuw.gemeente = s.gemeente AND nieuw.dossier = s.dossier
        )
        SELECT array_agg(ROW(
                   p.stroom, p.gemeente, p.dossier, p.klasse, p.medewerker, p.rol,
                   CASE WHEN p.klasse = 'oefening' THEN 'oefening'
                        WHEN p.medewerker IS NULL THEN 'geen-recht'
                        WHEN NOT p.bekend THEN 'klasse'
                        WHEN p.gewist THEN 'gewist'
                        WHEN p.klasse = 'spoor' AND p.dossier <> '' AND p.toegang THEN NULL
                        WHEN p.mag AND p.toegang THEN NULL
                        WHEN p.klasse = 'toegang' AND p.mag THEN 'nood'
                        WHEN p.klasse = 'gemeente' AND p.dossier = '' THEN 'eigen'
                        ELSE 'geen-recht' END,
                   p.alleen_nood, p.nieuw)::plek
               ORDER BY p.gemeente, p.dossier, p.klasse)
          FROM p
    );
END
$$;

-- Makes and locks the streams, in the one order that everybody keeps to (sync.md trap 4).
CREATE OR REPLACE FUNCTION vergrendel(p_plekken plek[]) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, viergesprek, pg_temp
AS $$
BEGIN
    INSERT INTO stroom AS s (gemeente, dossier, klasse)
    SELECT p.gemeente, p.dossier, p.klasse
      FROM unnest(p_plekken) p
     WHERE p.reden IS NULL OR p.reden IN ('nood', 'eigen')
     ORDER BY p.gemeente, p.dossier, p.klasse
        ON CONFLICT (gemeente, dossier, klasse) DO UPDATE SET kop = s.kop;
END
$$;

-- The second look, now that nobody else can change these streams: was the dossier erased, or
-- begun by somebody else, while we waited?
CREATE OR REPLACE FUNCTION plekken_na(p_login text, p_voor plek[]) RETURNS plek[]
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, viergesprek, pg_temp
AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM unnest(p_voor) p
         WHERE p.dossier <> '' AND (
               EXISTS (SELECT FROM gewist g
                        WHERE g.gemeente = p.gemeente AND g.dossier = p.dossier)
               OR p.nieuw AND EXISTS (SELECT FROM stroom s
                                       WHERE s.gemeente = p.gemeente AND s.dossier = p.dossier
                                         AND s.klasse NOT IN ('toegang', 'spoor')
                                         AND s.kop > 0))) THEN
        RETURN p_voor;
    END IF;
    RETURN (
        SELECT array_agg(ROW(n.stroom, n.gemeente, n.dossier, n.klasse, n.medewerker, n.rol,
                             -- What was not locked at the first look is not written now.
                             CASE WHEN v.reden NOT IN ('nood', 'eigen') THEN v.reden
                                  ELSE n.reden END,
                             n.alleen_nood, n.nieuw)::plek)
          FROM unnest(p_voor) v
          JOIN unnest(plekken(p_login, (SELECT array_agg(x.stroom) FROM unnest(p_voor) x),
                              (SELECT array_agg(x.dossier) FROM unnest(p_voor) x))) n
            ON n.stroom = v.stroom AND n.dossier = v.dossier
    );
END
$$;
