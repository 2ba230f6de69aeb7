-- A push. Run as viergesprek_eigenaar.
--
-- One call, one transaction: the device's row is locked, then the streams in order, and only
-- then is looked at what may be there already (sync.md traps 2, 4 and 12). Rows come as text:
-- fields by chr(31), rows by chr(30), NULL as ''. It is what a seal is computed over, and the
-- quickest form that was measured (docs/centraal.md).

-- Text to rows, and what has to be known of them before anything else. Raises 22023 when the
-- text is not of this form.
--   vreemd    a row says that another device wrote it
--   oudste    lowest schema version
--   klok      highest clock
--   gat       first device number that is missing, NULL for none
--   keten     a new row does not name the hash of the row before it
CREATE OR REPLACE FUNCTION lees_regels(
    p_regels text, p_apparaat text, p_volgnummer bigint, p_hash text,
    OUT rijen binnen[], OUT vreemd boolean, OUT oudste integer, OUT klok text,
    OUT gat bigint, OUT keten boolean
)
LANGUAGE plpgsql IMMUTABLE
SET search_path = pg_catalog, viergesprek, pg_temp
SET jit = off
AS $$
DECLARE
    v_vorm boolean;
    v_laagst bigint;
    v_hoogst bigint;
    v_vorigen text[];
    v_hashes text[];
    v_aantal integer;
    v_begin integer;
BEGIN
    SELECT array_agg(ROW(
               r.ord, r.a[1], split_part(r.a[2], ':', 1), split_part(r.a[2], ':', 2), r.a[3],
               r.a[4], r.a[5], r.a[6], r.a[7], nullif(r.a[8], ''), r.a[9], r.a[10],
               nullif(r.a[11], ''), r.a[12], r.a[13]::bigint, r.a[14]::integer,
               nullif(r.a[15], ''), r.a[16], r.a[17], r.a[18], true, NULL, NULL, NULL)::binnen),
           -- No {n} in these expressions: they are twenty times as slow.
           bool_and(cardinality(r.a) = 18 AND r.a[2] LIKE '%:%'
                    AND r.a[1] ~ '^[0-9a-f-]+$' AND length(r.a[1]) BETWEEN 16 AND 64
                    AND r.a[10] ~ '^[0-9]+$' AND length(r.a[10]) = 20
                    -- What is part of a key has to fit in a page of an index.
                    AND octet_length(r.a[2]) + octet_length(r.a[3]) + octet_length(r.a[4])
                        + octet_length(r.a[5]) + octet_length(r.a[6]) + octet_length(r.a[7])
                        + octet_length(r.a[11]) + octet_length(r.a[12]) < 1500),
           bool_or(r.a[12] <> p_apparaat), min(r.a[14]::integer), max(r.a[10] COLLATE "C"),
           min(r.a[13]::bigint - r.ord), max(r.a[13]::bigint - r.ord),
           array_agg(r.a[17]), array_agg(r.a[18])
      INTO rijen, v_vorm, vreemd, oudste, klok, v_laagst, v_hoogst, v_vorigen, v_hashes
      FROM (SELECT ord::integer AS ord, string_to_array(regel, chr(31)) AS a
              FROM string_to_table(p_regels, chr(30)) WITH ORDINALITY AS t (regel, ord)
            OFFSET 0) AS r;
    v_aantal := cardinality(rijen);
    IF v_vorm IS NOT TRUE OR v_aantal > 1000 OR rijen[1].ord <> 1 THEN
        RAISE EXCEPTION 'regels' USING ERRCODE = '22023';
    END IF;
    IF v_laagst <> v_hoogst THEN
        SELECT min(rijen[1].volgnummer + r.ord - 1) INTO gat FROM unnest(rijen) r
         WHERE r.volgnummer <> rijen[1].volgnummer + r.ord - 1;
    END IF;
    -- Where the new rows begin: what is known already was checked when it came.
    v_begin := greatest(p_volgnummer + 1 - rijen[1].volgnummer, 0) + 1;
    keten := v_begin <= v_aantal
             AND (v_vorigen[v_begin] <> p_hash
                  OR v_vorigen[v_begin + 1:] <> v_hashes[v_begin:v_aantal - 1]);
    -- One pass for all; only when something in it is wrong, row by row.
    BEGIN
        PERFORM count(r.waarde::json #>> '{}') FROM unnest(rijen) r;
    EXCEPTION WHEN data_exception THEN
        FOR i IN 1..cardinality(rijen) LOOP
            BEGIN
                PERFORM rijen[i].waarde::json #>> '{}';
            EXCEPTION WHEN data_exception THEN
                rijen[i].leesbaar := false;
            END;
        END LOOP;
    END;
END
$$;

-- What the writer may in each stream that these rows touch. `reden` NULL: go on.
CREATE OR REPLACE FUNCTION plekken(p_login text, p_rijen binnen[]) RETURNS plek[]
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
    s AS MATERIALIZED (SELECT DISTINCT r.gemeente, r.dossier, r.klasse FROM unnest(p_rijen) r),
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
        SELECT s.gemeente, s.dossier, s.klasse, ik.medewerker, ik.rol,
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
               p.gemeente, p.dossier, p.klasse, p.medewerker, p.rol,
               CASE WHEN p.klasse = 'oefening' THEN 'oefening'
                    WHEN p.medewerker IS NULL THEN 'geen-recht'
                    WHEN NOT p.bekend THEN 'klasse'
                    WHEN p.gewist THEN 'gewist'
                    WHEN p.klasse = 'spoor' AND p.dossier <> '' AND p.toegang THEN NULL
                    WHEN p.mag AND p.toegang THEN NULL
                    WHEN p.klasse = 'toegang' AND p.mag THEN 'nood'
                    ELSE 'geen-recht' END,
               p.alleen_nood, p.nieuw)::plek
           ORDER BY p.gemeente, p.dossier, p.klasse)
      FROM p);
END
$$;


-- True when a number that was taken before stood for another change: the device was restored
-- from a backup, or copied (sync.md trap 9).
CREATE OR REPLACE FUNCTION is_gevorkt(p_app apparaat, p_rijen binnen[]) RETURNS boolean
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, viergesprek, pg_temp
SET enable_seqscan = off
AS $$
BEGIN
    RETURN (
    SELECT EXISTS (
        SELECT FROM unnest(p_rijen) r
         WHERE r.volgnummer <= (p_app).volgnummer
           AND NOT EXISTS (SELECT FROM wijziging w
                            WHERE w.gemeente = r.gemeente AND w.apparaat = r.apparaat
                              AND w.volgnummer = r.volgnummer AND w.id = r.id)
           AND NOT EXISTS (SELECT FROM geweigerd g
                            WHERE g.gemeente = (p_app).gemeente AND g.apparaat = r.apparaat
                              AND g.volgnummer = r.volgnummer AND g.id = r.id)));
END
$$;

-- The highest clock that is taken: five minutes from now (sync.md, "Clocks").
CREATE OR REPLACE FUNCTION uiterste_klok() RETURNS text
LANGUAGE sql STABLE
SET search_path = pg_catalog, viergesprek, pg_temp
RETURN lpad((((floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint + 300000) << 16)
             | 65535)::text, 20, '0');

-- Makes and locks the streams, in the one order that everybody keeps to (sync.md trap 4).
CREATE OR REPLACE FUNCTION vergrendel(p_plekken plek[]) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, viergesprek, pg_temp
AS $$
BEGIN
    INSERT INTO stroom AS s (gemeente, dossier, klasse)
    SELECT p.gemeente, p.dossier, p.klasse
      FROM unnest(p_plekken) p
     WHERE p.reden IS NULL OR p.reden = 'nood'
     ORDER BY p.gemeente, p.dossier, p.klasse
        ON CONFLICT (gemeente, dossier, klasse) DO UPDATE SET kop = s.kop;
END
$$;

-- The second look, without what was not locked at the first.
CREATE OR REPLACE FUNCTION plekken_na(p_voor plek[], p_na plek[]) RETURNS plek[]
LANGUAGE plpgsql IMMUTABLE
SET search_path = pg_catalog, viergesprek, pg_temp
AS $$
BEGIN
    RETURN (
    SELECT array_agg(ROW(n.gemeente, n.dossier, n.klasse, n.medewerker, n.rol,
                         CASE WHEN v.reden <> 'nood' THEN v.reden ELSE n.reden END,
                         n.alleen_nood, n.nieuw)::plek)
      FROM unnest(p_voor) v
      JOIN unnest(p_na) n ON n.gemeente = v.gemeente AND n.dossier = v.dossier
                         AND n.klasse = v.klasse);
END
$$;

-- What was refused: the number and why; the content only where somebody may look at it.
CREATE OR REPLACE FUNCTION leg_opzij(p_thuis text, p_rijen binnen[]) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, viergesprek, pg_temp
AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM unnest(p_rijen) r WHERE r.reden IS NOT NULL) THEN
        RETURN;
    END IF;
    INSERT INTO geweigerd (gemeente, apparaat, volgnummer, id, reden)
    SELECT p_thuis, r.apparaat, r.volgnummer, r.id, r.reden
      FROM unnest(p_rijen) r WHERE r.reden IS NOT NULL;
    INSERT INTO aangeboden (
        gemeente, id, dossier, klasse, entiteit, rij, veld, soort, waarde, ouders, klok, auteur,
        apparaat, volgnummer, schemaversie, zout, afdruk, vorige, hash)
    SELECT r.gemeente, r.id, r.dossier, r.klasse, r.entiteit, r.rij, r.veld, r.soort, r.waarde,
           r.ouders, r.klok, r.auteur, r.apparaat, r.volgnummer, r.schemaversie, r.zout,
           r.afdruk, r.vorige, r.hash
      FROM unnest(p_rijen) r
     -- No person in that gemeente: nothing of theirs is stored there.
     WHERE r.reden = 'geen-recht' AND r.door IS NOT NULL
     ORDER BY r.ord
        ON CONFLICT (gemeente, id) DO NOTHING;
END
$$;

CREATE OR REPLACE FUNCTION antwoord_op(p_hoogste bigint, p_rijen binnen[], p_eerder json)
RETURNS json
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, viergesprek, pg_temp
AS $$
BEGIN
    RETURN (
    SELECT json_build_object(
        'hoogste', p_hoogste,
        'geweigerd', (
            SELECT coalesce(json_agg(x.regel ORDER BY x.nr), '[]')
              FROM (SELECT json_build_array(r.volgnummer, r.id, r.reden) AS regel,
                           r.volgnummer AS nr
                      FROM unnest(p_rijen) r
                     WHERE r.reden NOT IN ('bekend', 'oefening')
                     UNION ALL
                    SELECT e.regel, (e.regel ->> 0)::bigint
                      FROM json_array_elements(p_eerder) AS e (regel)) x),
        'stromen', (
            SELECT coalesce(json_agg(json_build_array(x.gemeente, x.dossier, x.klasse,
                                                      x.eerste, x.laatste)), '[]')
              FROM (SELECT r.gemeente, r.dossier, r.klasse, min(r.nr) AS eerste,
                           max(r.nr) AS laatste
                      FROM unnest(p_rijen) r WHERE r.nr IS NOT NULL
                     GROUP BY r.gemeente, r.dossier, r.klasse
                     ORDER BY r.gemeente, r.dossier, r.klasse) x)));
END
$$;

-- The body of both ways to bring: p_login is the person whose device wrote the rows.
CREATE OR REPLACE FUNCTION verwerk(p_thuis text, p_apparaat text, p_regels text) RETURNS json
LANGUAGE plpgsql
SET search_path = pg_catalog, viergesprek, pg_temp
SET jit = off
AS $$
DECLARE
    v_app apparaat;
    v_in record;
    v_rijen binnen[];
    v_eerder json;
    v_plekken plek[];
    v_laatste binnen;
BEGIN
    -- A snapshot from before the locks would not show an erasure (sync.md trap 12).
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'read committed' USING ERRCODE = '25001';
    END IF;
    SELECT * INTO v_app FROM apparaat a
     WHERE a.gemeente = p_thuis AND a.id = p_apparaat FOR UPDATE;
    IF v_app.verloren THEN
        RETURN json_build_object('fout', 'verloren');
    END IF;
    IF NOT EXISTS (SELECT FROM personen_van(v_app.login)) THEN
        RETURN json_build_object('fout', 'dicht');
    END IF;
    v_in := lees_regels(p_regels, p_apparaat, v_app.volgnummer, v_app.hash);
    v_rijen := v_in.rijen;
    IF v_in.vreemd THEN
        RETURN json_build_object('fout', 'apparaat');
    END IF;
    IF v_in.oudste < (SELECT i.waarde::integer FROM instelling i
                       WHERE i.naam = 'minimum_schema') THEN
        RETURN json_build_object('fout', 'te-oud');
    END IF;
    IF v_rijen[1].volgnummer <= v_app.volgnummer AND is_gevorkt(v_app, v_rijen) THEN
        RETURN json_build_object('fout', 'gevorkt', 'verwacht', v_app.volgnummer + 1);
    END IF;
    IF v_in.gat IS NOT NULL OR v_rijen[1].volgnummer > v_app.volgnummer + 1 THEN
        RETURN json_build_object('fout', 'gat', 'verwacht',
                                 least(v_in.gat, v_app.volgnummer + 1));
    END IF;
    IF v_in.keten THEN
        RETURN json_build_object('fout', 'keten', 'verwacht', v_app.volgnummer + 1);
    END IF;
    IF v_in.klok > uiterste_klok() THEN
        RETURN json_build_object('fout', 'klok', 'verwacht', v_app.volgnummer + 1,
            'nu_ms', floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint);
    END IF;
    IF v_rijen[1].volgnummer <= v_app.volgnummer THEN
        -- The answer to the first time may have been lost: what was refused is told again.
        SELECT json_agg(json_build_array(g.volgnummer, g.id, g.reden) ORDER BY g.volgnummer)
          INTO v_eerder
          FROM geweigerd g
         WHERE g.gemeente = p_thuis AND g.apparaat = p_apparaat
           AND g.volgnummer BETWEEN v_rijen[1].volgnummer AND v_app.volgnummer
           AND g.volgnummer <= v_rijen[cardinality(v_rijen)].volgnummer
           AND g.reden NOT IN ('bekend', 'oefening');
        v_rijen := v_rijen[v_app.volgnummer - v_rijen[1].volgnummer + 2:];
    END IF;
    IF cardinality(v_rijen) = 0 THEN
        RETURN json_build_object('hoogste', v_app.volgnummer,
                                 'geweigerd', coalesce(v_eerder, '[]'), 'stromen', '[]'::json);
    END IF;

    v_plekken := plekken(v_app.login, v_rijen);
    PERFORM vergrendel(v_plekken);
    -- Again, now that nobody else can change these streams.
    v_plekken := plekken_na(v_plekken, plekken(v_app.login, v_rijen));
    v_rijen := weeg(v_app.login, v_rijen, v_plekken);
    PERFORM bewaar(v_rijen);
    PERFORM leg_opzij(p_thuis, v_rijen);
    PERFORM zet_koppen(v_rijen);
    PERFORM toegang_van_makers(v_rijen, v_plekken);
    PERFORM herleid_toegang(v_rijen);
    PERFORM projecteer(v_rijen);
    v_laatste := v_rijen[cardinality(v_rijen)];
    UPDATE apparaat a SET volgnummer = v_laatste.volgnummer, hash = v_laatste.hash,
                          laatst_gezien = now()
     WHERE a.gemeente = p_thuis AND a.id = p_apparaat;
    RETURN antwoord_op(v_laatste.volgnummer, v_rijen, v_eerder);
END
$$;

-- The caller's own rows: at most 1,000, in device order. Answers {hoogste, geweigerd:
-- [[volgnummer, id, reden]], stromen: [[gemeente, dossier, klasse, eerste nr, laatste nr]]},
-- or {fout, verwacht} and then nothing was stored.
CREATE OR REPLACE FUNCTION breng(p_apparaat text, p_regels text) RETURNS json
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, viergesprek, pg_temp
AS $$
DECLARE
    v_app constant apparaat := apparaat_van(session_user, p_apparaat);
BEGIN
    IF v_app.login IS DISTINCT FROM session_user::text THEN
        RETURN json_build_object('fout', 'apparaat');
    END IF;
    RETURN verwerk(v_app.gemeente, p_apparaat, p_regels);
END
$$;

-- Rows of a colleague's device that came on a stick. The device's own secret sealed each row;
-- what may be written is what its owner may, not the carrier.
CREATE OR REPLACE FUNCTION breng_mee(p_apparaat text, p_regels text, p_zegels text) RETURNS json
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, viergesprek, pg_temp
AS $$
DECLARE
    v_app constant apparaat := apparaat_van(session_user, p_apparaat);
    v_fout bigint;
BEGIN
    IF NOT EXISTS (SELECT FROM personen_van(session_user)) THEN
        RETURN json_build_object('fout', 'dicht');
    END IF;
    IF v_app.id IS NULL OR v_app.geheim_i IS NULL THEN
        RETURN json_build_object('fout', 'apparaat');
    END IF;
    SELECT min(split_part(r.regel, chr(31), 13)::bigint) INTO v_fout
      FROM string_to_table(p_regels, chr(30)) WITH ORDINALITY AS r (regel, ord)
      LEFT JOIN string_to_table(p_zegels, chr(30)) WITH ORDINALITY AS z (zegel, ord)
             ON z.ord = r.ord
     WHERE z.zegel IS DISTINCT FROM encode(
               sha256(v_app.geheim_o || sha256(v_app.geheim_i || convert_to(r.regel, 'UTF8'))),
               'hex');
    IF v_fout IS NOT NULL THEN
        RETURN json_build_object('fout', 'zegel', 'verwacht', v_fout);
    END IF;
    RETURN verwerk(v_app.gemeente, p_apparaat, p_regels);
END
$$;
