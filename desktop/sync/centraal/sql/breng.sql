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
--   ouders    a row names parents
CREATE OR REPLACE FUNCTION lees_regels(
    p_regels text, p_apparaat text, p_volgnummer bigint, p_hash text,
    OUT rijen binnen[], OUT vreemd boolean, OUT oudste integer, OUT klok text,
    OUT gat bigint, OUT keten boolean, OUT ouders boolean
)
LANGUAGE plpgsql IMMUTABLE
SET search_path = pg_catalog, viergesprek, pg_temp
SET jit = off
AS $$
DECLARE
    v_k text[];
    v_vorm boolean;
    v_laagst bigint;
    v_hoogst bigint;
    v_vorigen text[];
    v_hashes text[];
    v_aantal integer;
    v_begin integer;
BEGIN
    v_k := string_to_array(p_regels, chr(31));
    SELECT array_agg(ROW(
               r.ord, r.id, split_part(r.stroom, ':', 1), split_part(r.stroom, ':', 2),
               coalesce(r.dossier, ''), r.entiteit, r.rij, coalesce(r.veld, ''), r.soort,
               nullif(r.waarde, ''), r.ouders, r.klok, nullif(r.auteur, ''), r.apparaat,
               r.volgnummer::bigint, r.schemaversie::integer, nullif(r.zout, ''), r.afdruk,
               coalesce(r.vorige, ''), r.hash, true)::binnen),
           -- No {n} in these expressions: they are twenty times as slow. A column that is too
           -- short gives NULL, and then the whole is no rows.
           bool_and(coalesce(r.stroom LIKE '%:%' AND r.hash <> '' AND r.afdruk <> ''
                             AND r.entiteit <> '' AND r.soort <> '' AND r.ouders <> ''
                             AND r.id ~ '^[0-9a-f-]+$' AND length(r.id) BETWEEN 16 AND 64
                             AND r.klok ~ '^[0-9]+$' AND length(r.klok) = 20
                             -- What is part of a key has to fit in a page of an index.
                             AND octet_length(r.stroom) + octet_length(coalesce(r.dossier, ''))
                                 + octet_length(r.entiteit) + octet_length(r.rij)
                                 + octet_length(coalesce(r.veld, '')) + octet_length(r.apparaat)
                                 + octet_length(coalesce(r.auteur, '')) < 1500, false)),
           bool_or(r.apparaat <> p_apparaat), min(r.schemaversie::integer),
           max(r.klok COLLATE "C"), min(r.volgnummer::bigint - r.ord),
           max(r.volgnummer::bigint - r.ord), array_agg(coalesce(r.vorige, '')),
           array_agg(r.hash), bool_or(r.ouders <> '[]')
      INTO rijen, v_vorm, vreemd, oudste, klok, v_laagst, v_hoogst, v_vorigen, v_hashes,
           ouders
      FROM unnest(
               string_to_array(v_k[1], chr(30)), string_to_array(v_k[2], chr(30)),
               string_to_array(v_k[3], chr(30)), string_to_array(v_k[4], chr(30)),
               string_to_array(v_k[5], chr(30)), string_to_array(v_k[6], chr(30)),
               string_to_array(v_k[7], chr(30)), string_to_array(v_k[8], chr(30)),
               string_to_array(v_k[9], chr(30)), string_to_array(v_k[10], chr(30)),
               string_to_array(v_k[11], chr(30)), string_to_array(v_k[12], chr(30)),
               string_to_array(v_k[13], chr(30)), string_to_array(v_k[14], chr(30)),
               string_to_array(v_k[15], chr(30)), string_to_array(v_k[16], chr(30)),
               string_to_array(v_k[17], chr(30)), string_to_array(v_k[18], chr(30))
           ) WITH ORDINALITY AS r (
               id, stroom, dossier, entiteit, rij, veld, soort, waarde, ouders, klok, auteur,
               apparaat, volgnummer, schemaversie, zout, afdruk, vorige, hash, ord);
    v_aantal := cardinality(rijen);
    IF v_vorm IS NOT TRUE OR v_aantal > 1000 OR cardinality(v_k) <> 18 THEN
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

-- What the writer may in each stream that these rows touch. `reden` NULL: go on. 'nood': breaking
-- the glass and nothing else. 'eigen': saying who one is, as everybody may, and nothing else.
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
                    WHEN p.klasse = 'gemeente' AND p.dossier = '' THEN 'eigen'
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
     WHERE p.reden IS NULL OR p.reden IN ('nood', 'eigen')
     ORDER BY p.gemeente, p.dossier, p.klasse
        ON CONFLICT (gemeente, dossier, klasse) DO UPDATE SET kop = s.kop;
END
$$;

-- The second look, now that nobody else can change these streams: was the dossier erased, or
-- begun by somebody else, while we waited?
CREATE OR REPLACE FUNCTION plekken_na(p_login text, p_rijen binnen[], p_voor plek[])
RETURNS plek[]
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
        SELECT array_agg(ROW(n.gemeente, n.dossier, n.klasse, n.medewerker, n.rol,
                             -- What was not locked at the first look is not written now.
                             CASE WHEN v.reden <> 'nood' THEN v.reden ELSE n.reden END,
                             n.alleen_nood, n.nieuw)::plek)
          FROM unnest(p_voor) v
          JOIN unnest(plekken(p_login, p_rijen)) n
            ON n.gemeente = v.gemeente AND n.dossier = v.dossier AND n.klasse = v.klasse);
END
$$;

-- What was refused: the number and why; the content only where somebody may look at it.
CREATE OR REPLACE FUNCTION leg_opzij(
    p_thuis text, p_rijen binnen[], p_redenen text[], p_plekken plek[]
) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, viergesprek, pg_temp
AS $$
BEGIN
    INSERT INTO geweigerd (gemeente, apparaat, volgnummer, id, reden, vorige, hash)
    SELECT p_thuis, r.apparaat, r.volgnummer, r.id, p_redenen[r.ordinality], r.vorige, r.hash
      FROM unnest(p_rijen) WITH ORDINALITY r
     WHERE p_redenen[r.ordinality] IS NOT NULL;
    INSERT INTO aangeboden (
        gemeente, id, dossier, klasse, entiteit, rij, veld, soort, waarde, ouders, klok, auteur,
        apparaat, volgnummer, schemaversie, zout, afdruk, vorige, hash)
    SELECT r.gemeente, r.id, r.dossier, r.klasse, r.entiteit, r.rij, r.veld, r.soort, r.waarde,
           r.ouders, r.klok, r.auteur, r.apparaat, r.volgnummer, r.schemaversie, r.zout,
           r.afdruk, r.vorige, r.hash
      FROM unnest(p_rijen) WITH ORDINALITY r
     WHERE p_redenen[r.ordinality] = 'geen-recht'
       -- No person in that gemeente: nothing of theirs is stored there.
       AND r.gemeente IN (SELECT p.gemeente FROM unnest(p_plekken) p
                           WHERE p.medewerker IS NOT NULL)
     ORDER BY r.ordinality
        ON CONFLICT (gemeente, id) DO NOTHING;
END
$$;

-- The refusals of this push and of an earlier delivery of it, in device order.
CREATE OR REPLACE FUNCTION weigeringen(p_rijen binnen[], p_redenen text[], p_eerder json)
RETURNS json
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, viergesprek, pg_temp
AS $$
BEGIN
    IF p_redenen IS NULL THEN
        RETURN coalesce(p_eerder, '[]');
    END IF;
    RETURN (
        SELECT coalesce(json_agg(x.regel ORDER BY x.nr), '[]')
          FROM (SELECT json_build_array(r.volgnummer, r.id, p_redenen[r.ordinality]) AS regel,
                       r.volgnummer AS nr
                  FROM unnest(p_rijen) WITH ORDINALITY r
                 WHERE p_redenen[r.ordinality] NOT IN ('bekend', 'oefening')
                 UNION ALL
                SELECT e.regel, (e.regel ->> 0)::bigint
                  FROM json_array_elements(p_eerder) AS e (regel)) x);
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
    v_oordeel record;
    v_stromen json;
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
    v_plekken := plekken_na(v_app.login, v_rijen, v_plekken);
    v_oordeel := weeg(v_app.login, v_rijen, v_plekken, false);
    BEGIN
        v_stromen := bewaar(v_rijen, v_oordeel.nrs, v_plekken);
    EXCEPTION WHEN unique_violation THEN
        -- Some of it is there already: now look which.
        v_oordeel := weeg(v_app.login, v_rijen, v_plekken, true);
        v_stromen := bewaar(v_rijen, v_oordeel.nrs, v_plekken);
    END;
    IF v_in.ouders THEN
        PERFORM vervang_koppen(v_rijen, v_oordeel.nrs);
    END IF;
    IF v_oordeel.redenen IS NOT NULL THEN
        PERFORM leg_opzij(p_thuis, v_rijen, v_oordeel.redenen, v_plekken);
    END IF;
    IF EXISTS (SELECT FROM unnest(v_plekken) p WHERE p.nieuw) THEN
        PERFORM toegang_van_makers(v_plekken);
    END IF;
    PERFORM werk_uit(v_rijen, v_oordeel.nrs);
    v_laatste := v_rijen[cardinality(v_rijen)];
    UPDATE apparaat a SET volgnummer = v_laatste.volgnummer, hash = v_laatste.hash,
                          laatst_gezien = now()
     WHERE a.gemeente = p_thuis AND a.id = p_apparaat;
    RETURN json_build_object(
        'hoogste', v_laatste.volgnummer,
        'geweigerd', weigeringen(v_rijen, v_oordeel.redenen, v_eerder),
        'stromen', v_stromen);
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
    v_rijen binnen[];
    v_fout bigint;
BEGIN
    IF NOT EXISTS (SELECT FROM personen_van(session_user)) THEN
        RETURN json_build_object('fout', 'dicht');
    END IF;
    IF v_app.id IS NULL OR v_app.geheim_i IS NULL THEN
        RETURN json_build_object('fout', 'apparaat');
    END IF;
    v_rijen := (lees_regels(p_regels, p_apparaat, 0, '')).rijen;
    SELECT min(r.volgnummer) INTO v_fout
      FROM unnest(v_rijen) WITH ORDINALITY r
      LEFT JOIN string_to_table(p_zegels, chr(30)) WITH ORDINALITY AS z (zegel, ord)
             ON z.ord = r.ordinality
     WHERE z.zegel IS DISTINCT FROM encode(
               sha256(v_app.geheim_o || sha256(v_app.geheim_i || convert_to(concat_ws(chr(31),
                   r.id, r.gemeente || ':' || r.klasse, r.dossier, r.entiteit, r.rij, r.veld,
                   r.soort, coalesce(r.waarde, ''), r.ouders, r.klok, coalesce(r.auteur, ''),
                   r.apparaat, r.volgnummer, r.schemaversie, coalesce(r.zout, ''), r.afdruk,
                   r.vorige, r.hash), 'UTF8'))),
               'hex');
    IF v_fout IS NOT NULL THEN
        RETURN json_build_object('fout', 'zegel', 'verwacht', v_fout);
    END IF;
    RETURN verwerk(v_app.gemeente, p_apparaat, p_regels);
END
$$;
