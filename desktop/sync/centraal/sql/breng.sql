-- A push. Run as viergesprek_eigenaar.
--
-- One call, one transaction: the device's row is locked, then the streams in order, and only
-- then is looked at what may be there already (sync.md traps 2, 4 and 12).

-- True when a number that was taken before stood for another change: the device was restored
-- from a backup, or copied (sync.md trap 9).
CREATE OR REPLACE FUNCTION is_gevorkt(p_app apparaat, p_pak pak) RETURNS boolean
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, viergesprek, pg_temp
SET enable_seqscan = off
AS $$
BEGIN
    RETURN EXISTS (
        SELECT FROM (SELECT unnest(p_pak.stroom) AS stroom, unnest(p_pak.id) AS id,
                            unnest(p_pak.volgnummer) AS volgnummer) r
         WHERE r.volgnummer <= p_app.volgnummer
           AND NOT EXISTS (SELECT FROM wijziging w
                            WHERE w.gemeente = split_part(r.stroom, ':', 1) AND w.id = r.id
                              AND w.apparaat = p_app.id AND w.volgnummer = r.volgnummer)
           AND NOT EXISTS (SELECT FROM geweigerd g
                            WHERE g.gemeente = p_app.gemeente AND g.apparaat = p_app.id
                              AND g.volgnummer = r.volgnummer AND g.id = r.id));
END
$$;

-- What stands in the way of these rows as a whole: {fout, verwacht}; NULL when nothing does.
CREATE OR REPLACE FUNCTION bezwaar(p_app apparaat, p_pak pak) RETURNS json
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, viergesprek, pg_temp
AS $$
DECLARE
    v_aantal constant integer := cardinality(p_pak.id);
    v_eerste constant bigint := p_pak.volgnummer[1];
    v_verwacht constant bigint := p_app.volgnummer + 1;
    -- Where the new rows begin: what is known already was looked at when it came.
    v_begin constant bigint := greatest(v_verwacht - v_eerste, 0) + 1;
BEGIN
    IF EXISTS (SELECT FROM unnest(p_pak.apparaat) a WHERE a <> p_app.id) THEN
        RETURN json_build_object('fout', 'apparaat');
    END IF;
    -- The program that brings it, not the one that wrote it: a laptop that was too old and got
    -- the new version brings its old work.
    IF p_app.schemaversie
       < (SELECT i.waarde::integer FROM instelling i WHERE i.naam = 'minimum_schema') THEN
        RETURN json_build_object('fout', 'te-oud');
    END IF;
    IF v_eerste < v_verwacht AND is_gevorkt(p_app, p_pak) THEN
        RETURN json_build_object('fout', 'gevorkt', 'verwacht', v_verwacht);
    END IF;
    IF v_eerste > v_verwacht THEN
        RETURN json_build_object('fout', 'gat', 'verwacht', v_verwacht);
    END IF;
    IF p_pak.volgnummer <> ARRAY(SELECT generate_series(v_eerste, v_eerste + v_aantal - 1)) THEN
        RETURN json_build_object('fout', 'gat', 'verwacht', least(v_verwacht, (
            SELECT min(v_eerste + n.ord - 1)
              FROM unnest(p_pak.volgnummer) WITH ORDINALITY AS n (nr, ord)
             WHERE n.nr <> v_eerste + n.ord - 1)));
    END IF;
    IF v_begin <= v_aantal
       AND (p_pak.vorige[v_begin] <> p_app.hash
            OR p_pak.vorige[v_begin + 1:] <> p_pak.hash[v_begin:v_aantal - 1]) THEN
        RETURN json_build_object('fout', 'keten', 'verwacht', v_verwacht);
    END IF;
    IF (SELECT max(k COLLATE "C") FROM unnest(p_pak.klok[v_begin:]) k) > uiterste_klok() THEN
        RETURN json_build_object('fout', 'klok', 'verwacht', v_verwacht,
            'nu_ms', floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint);
    END IF;
    RETURN NULL;
END
$$;

-- The highest clock that is taken: five minutes from now (sync.md, "Clocks").
CREATE OR REPLACE FUNCTION uiterste_klok() RETURNS text
LANGUAGE sql STABLE
SET search_path = pg_catalog, viergesprek, pg_temp
RETURN lpad((((floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint + 300000) << 16)
             | 65535)::text, 20, '0');

-- What was refused: the number and why.
CREATE OR REPLACE FUNCTION leg_opzij(
    p_thuis text, p_pak pak, p_redenen text[], p_plekken plek[]
) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, viergesprek, pg_temp
AS $$
BEGIN
    INSERT INTO geweigerd (gemeente, apparaat, volgnummer, id, reden, vorige, hash)
    SELECT p_thuis, r.apparaat, r.volgnummer, r.id, r.reden, r.vorige, r.hash
      FROM (SELECT unnest(p_redenen) AS reden, unnest(p_pak.apparaat) AS apparaat,
                   unnest(p_pak.volgnummer) AS volgnummer, unnest(p_pak.id) AS id,
                   unnest(p_pak.vorige) AS vorige, unnest(p_pak.hash) AS hash) r
     WHERE r.reden IS NOT NULL;
    PERFORM bied_aan(p_pak, p_redenen, p_plekken);
END
$$;

-- Of what was refused for want of a right the content, for those who have it to look at.
CREATE OR REPLACE FUNCTION bied_aan(p_pak pak, p_redenen text[], p_plekken plek[]) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, viergesprek, pg_temp
AS $$
BEGIN
    INSERT INTO aangeboden (
        gemeente, id, dossier, klasse, entiteit, rij, veld, soort, waarde, ouders, klok, auteur,
        apparaat, volgnummer, schemaversie, zout, afdruk, vorige, hash)
    SELECT p.gemeente, p_pak.id[r.ord], p.dossier, p.klasse, p_pak.entiteit[r.ord],
           p_pak.rij[r.ord], p_pak.veld[r.ord], p_pak.soort[r.ord],
           nullif(p_pak.waarde[r.ord], ''), p_pak.ouders[r.ord], p_pak.klok[r.ord],
           nullif(p_pak.auteur[r.ord], ''), p_pak.apparaat[r.ord], p_pak.volgnummer[r.ord],
           p_pak.schemaversie[r.ord], nullif(p_pak.zout[r.ord], ''), p_pak.afdruk[r.ord],
           p_pak.vorige[r.ord], p_pak.hash[r.ord]
      FROM unnest(p_redenen) WITH ORDINALITY AS r (reden, ord)
      JOIN unnest(p_plekken) p
        ON p.stroom = p_pak.stroom[r.ord] AND p.dossier = p_pak.dossier[r.ord]
     -- No person in that gemeente: nothing of theirs is stored there.
     WHERE r.reden = 'geen-recht' AND p.medewerker IS NOT NULL
     ORDER BY r.ord
        ON CONFLICT (gemeente, id) DO NOTHING;
END
$$;

-- The refusals of this push and of an earlier delivery of it, in device order.
CREATE OR REPLACE FUNCTION weigeringen(p_pak pak, p_redenen text[], p_eerder json)
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
          FROM (SELECT json_build_array(r.nr, r.id, r.reden) AS regel, r.nr
                  FROM (SELECT unnest(p_pak.volgnummer) AS nr, unnest(p_pak.id) AS id,
                               unnest(p_redenen) AS reden) r
                 WHERE r.reden NOT IN ('bekend', 'oefening')
                 UNION ALL
                SELECT e.regel, (e.regel ->> 0)::bigint
                  FROM json_array_elements(p_eerder) AS e (regel)) x);
END
$$;

-- The body of both ways to bring; the rights are those of the person whose device wrote it.
CREATE OR REPLACE FUNCTION verwerk(p_thuis text, p_apparaat text, p_regels text) RETURNS json
LANGUAGE plpgsql
SET search_path = pg_catalog, viergesprek, pg_temp
SET jit = off
AS $$
DECLARE
    v_app apparaat;
    v_pak pak;
    v_bezwaar json;
    v_eerder json;
    v_plekken plek[];
    v_oordeel record;
    v_stromen json := '[]';
    v_aantal integer;
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
    v_pak := lees_regels(p_regels);
    v_bezwaar := bezwaar(v_app, v_pak);
    IF v_bezwaar IS NOT NULL THEN
        RETURN v_bezwaar;
    END IF;
    IF v_pak.volgnummer[1] <= v_app.volgnummer THEN
        -- The answer to the first time may have been lost: what was refused is told again.
        SELECT json_agg(json_build_array(g.volgnummer, g.id, g.reden) ORDER BY g.volgnummer)
          INTO v_eerder
          FROM geweigerd g
         WHERE g.gemeente = p_thuis AND g.apparaat = p_apparaat
           AND g.volgnummer = ANY (v_pak.volgnummer)
           AND g.reden NOT IN ('bekend', 'oefening');
        v_pak := vanaf(v_pak, (v_app.volgnummer - v_pak.volgnummer[1] + 2)::integer);
    END IF;
    v_aantal := cardinality(v_pak.id);
    IF v_aantal > 0 THEN
        v_plekken := plekken(v_app.login, v_pak.stroom, v_pak.dossier);
        PERFORM vergrendel(v_plekken);
        v_plekken := plekken_na(v_app.login, v_plekken);
        v_oordeel := weeg(v_app.login, v_pak, v_plekken, false);
        BEGIN
            v_stromen := bewaar(v_pak, v_oordeel.nrs, v_oordeel.plaatsen, v_plekken);
        EXCEPTION WHEN unique_violation THEN
            -- Some of it is there already: now look which.
            v_oordeel := weeg(v_app.login, v_pak, v_plekken, true);
            v_stromen := bewaar(v_pak, v_oordeel.nrs, v_oordeel.plaatsen, v_plekken);
        END;
        PERFORM vervang_koppen(v_pak, v_oordeel.nrs);
        IF v_oordeel.redenen IS NOT NULL THEN
            PERFORM leg_opzij(p_thuis, v_pak, v_oordeel.redenen, v_plekken);
        END IF;
        PERFORM toegang_van_makers(v_plekken);
        PERFORM werk_uit(v_pak, v_oordeel.nrs);
        UPDATE apparaat a
           SET volgnummer = v_pak.volgnummer[v_aantal], hash = v_pak.hash[v_aantal],
               laatst_gezien = now()
         WHERE a.gemeente = p_thuis AND a.id = p_apparaat
        RETURNING * INTO v_app;
        v_eerder := weigeringen(v_pak, v_oordeel.redenen, v_eerder);
    END IF;
    RETURN json_build_object('hoogste', v_app.volgnummer,
                             'geweigerd', coalesce(v_eerder, '[]'), 'stromen', v_stromen);
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
--
-- When that device was restored from a backup meanwhile, its numbers stand for other changes.
-- Then the stick has the only copy: what is not in the journal is offered to whoever may write
-- it, and answered as refused with the reason 'gevorkt'.
CREATE OR REPLACE FUNCTION breng_mee(p_apparaat text, p_regels text, p_zegels text) RETURNS json
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, viergesprek, pg_temp
AS $$
DECLARE
    v_app constant apparaat := apparaat_van(session_user, p_apparaat);
    v_pak pak;
    v_zegels text[];
    v_fout bigint;
    v_uit json;
    v_plekken plek[];
    v_redenen text[];
BEGIN
    IF NOT EXISTS (SELECT FROM personen_van(session_user)) THEN
        RETURN json_build_object('fout', 'dicht');
    END IF;
    IF v_app.id IS NULL OR v_app.geheim_i IS NULL THEN
        RETURN json_build_object('fout', 'apparaat');
    END IF;
    v_pak := lees_regels(p_regels);
    v_zegels := string_to_array(p_zegels, chr(30));
    SELECT min(v_pak.volgnummer[r.ord]) INTO v_fout
      FROM generate_subscripts(v_pak.id, 1) AS r (ord)
     WHERE v_zegels[r.ord] IS DISTINCT FROM encode(
               sha256(v_app.geheim_o || sha256(v_app.geheim_i || convert_to(concat_ws(chr(31),
                   v_pak.id[r.ord], v_pak.stroom[r.ord], v_pak.dossier[r.ord],
                   v_pak.entiteit[r.ord], v_pak.rij[r.ord], v_pak.veld[r.ord],
                   v_pak.soort[r.ord], v_pak.waarde[r.ord], v_pak.ouders[r.ord],
                   v_pak.klok[r.ord], v_pak.auteur[r.ord], v_pak.apparaat[r.ord],
                   v_pak.volgnummer[r.ord], v_pak.schemaversie[r.ord], v_pak.zout[r.ord],
                   v_pak.afdruk[r.ord], v_pak.vorige[r.ord], v_pak.hash[r.ord]), 'UTF8'))),
               'hex');
    IF v_fout IS NOT NULL THEN
        RETURN json_build_object('fout', 'zegel', 'verwacht', v_fout);
    END IF;
    v_uit := verwerk(v_app.gemeente, p_apparaat, p_regels);
    IF v_uit ->> 'fout' IS DISTINCT FROM 'gevorkt' THEN
        RETURN v_uit;
    END IF;
    v_plekken := plekken(v_app.login, v_pak.stroom, v_pak.dossier);
    v_redenen := ARRAY(
        SELECT CASE WHEN p.reden = 'gewist' THEN 'gewist'
                    WHEN NOT EXISTS (SELECT FROM wijziging w
                                      WHERE w.gemeente = p.gemeente AND w.id = r.id)
                    THEN 'geen-recht' END
          FROM (SELECT generate_subscripts(v_pak.id, 1) AS ord, unnest(v_pak.id) AS id,
                       unnest(v_pak.stroom) AS stroom, unnest(v_pak.dossier) AS dossier) r
          JOIN unnest(v_plekken) p ON p.stroom = r.stroom AND p.dossier = r.dossier
         ORDER BY r.ord);
    PERFORM bied_aan(v_pak, v_redenen, v_plekken);
    RETURN json_build_object(
        'hoogste', v_app.volgnummer, 'stromen', '[]'::json,
        'geweigerd', weigeringen(v_pak, array_replace(v_redenen, 'geen-recht', 'gevorkt'), '[]'));
END
$$;
