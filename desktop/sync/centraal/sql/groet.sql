-- The greeting: one round trip that tells a laptop all it has to know. As viergesprek_eigenaar.

-- Bucket of a stream: the first two hexadecimal digits of the dossier's id.
CREATE OR REPLACE FUNCTION emmer(p_dossier text) RETURNS integer
LANGUAGE sql IMMUTABLE
RETURN CASE WHEN p_dossier ~ '^[0-9a-fA-F]{2}'
            THEN ('x' || left(p_dossier, 2))::bit(8)::integer ELSE 0 END;

CREATE OR REPLACE FUNCTION xor_alle(p_sleutel bytea, p_met integer) RETURNS bytea
LANGUAGE plpgsql IMMUTABLE STRICT
SET search_path = pg_catalog, viergesprek, pg_temp
AS $$
DECLARE
    v_blok bytea := p_sleutel || decode(repeat('00', 64 - length(p_sleutel)), 'hex');
BEGIN
    FOR i IN 0..63 LOOP
        v_blok := set_byte(v_blok, i, get_byte(v_blok, i) # p_met);
    END LOOP;
    RETURN v_blok;
END
$$;

-- The caller's device, wherever in the caller's gemeenten it was registered. NULL when nowhere.
CREATE OR REPLACE FUNCTION apparaat_van(p_login text, p_apparaat text) RETURNS apparaat
LANGUAGE sql STABLE
SET search_path = pg_catalog, viergesprek, pg_temp
BEGIN ATOMIC
    SELECT ap FROM aanmelding a
      JOIN apparaat ap ON ap.gemeente = ANY (a.gemeenten) AND ap.id = p_apparaat
     WHERE a.login = p_login
     ORDER BY ap.login = p_login DESC, ap.gemeente
     LIMIT 1;
END;

-- A person who has no identity yet takes the one that the laptop already has, unless the
-- centre knows it as somebody else's: a newcomer must not become a colleague by saying so.
CREATE OR REPLACE FUNCTION neem_identiteit(p_login text, p_medewerker text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, viergesprek, pg_temp
AS $$
DECLARE
    v_gemeente text;
    v_medewerker text;
BEGIN
    FOR v_gemeente IN
        SELECT p.gemeente FROM personen_van(p_login) p WHERE p.medewerker IS NULL
    LOOP
        SELECT p.medewerker INTO v_medewerker
          FROM personen_van(p_login) p WHERE p.medewerker IS NOT NULL LIMIT 1;
        v_medewerker := coalesce(v_medewerker, p_medewerker);
        IF v_medewerker IS NULL OR v_medewerker !~ '^[0-9a-f-]{36}$'
           OR EXISTS (SELECT FROM persoon p
                       WHERE p.gemeente = v_gemeente AND p.medewerker = v_medewerker)
           OR EXISTS (SELECT FROM toegang t
                       WHERE t.gemeente = v_gemeente AND t.medewerker = v_medewerker)
           OR EXISTS (SELECT FROM kop k
                       WHERE k.gemeente = v_gemeente AND k.entiteit = 'medewerker'
                         AND k.rij = v_medewerker) THEN
            v_medewerker := gen_random_uuid()::text;
        END IF;
        UPDATE persoon p SET medewerker = v_medewerker
         WHERE p.gemeente = v_gemeente AND p.login = p_login;
    END LOOP;
END
$$;

-- p: {apparaat, medewerker, schemaversie, geheim, emmers: [256 ints], wissingen: {gemeente: nr}}
CREATE OR REPLACE FUNCTION groet(p json) RETURNS json
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, viergesprek, pg_temp
SET timezone = 'UTC'
SET datestyle = 'ISO, YMD'
SET jit = off
AS $$
DECLARE
    v_login constant text := session_user;
    v_id constant text := p ->> 'apparaat';
    v_apparaat apparaat;
    v_nieuw boolean := false;
    v_gemeente text;
    v_geheim bytea;
    v_anders integer[];
    v_stromen json;
BEGIN
    v_apparaat := apparaat_van(v_login, v_id);
    IF v_apparaat.id IS NOT NULL AND v_apparaat.login <> v_login THEN
        RETURN json_build_object('fout', 'apparaat');
    END IF;
    IF v_apparaat.verloren THEN
        UPDATE apparaat a SET laatst_gezien = now()
         WHERE a.gemeente = v_apparaat.gemeente AND a.id = v_id;
        RETURN json_build_object('verloren', true);
    END IF;
    SELECT min(p.gemeente) INTO v_gemeente FROM personen_van(v_login) p;
    IF v_gemeente IS NULL THEN
        RETURN json_build_object('fout', 'dicht');
    END IF;
    PERFORM neem_identiteit(v_login, p ->> 'medewerker');
    IF v_apparaat.id IS NULL THEN
        IF v_id IS NULL OR v_id !~ '^[0-9a-f-]{8,64}$' THEN
            RAISE EXCEPTION 'apparaat' USING ERRCODE = '22023';
        END IF;
        IF p ->> 'geheim' ~ '^[0-9a-fA-F]{64}$' THEN
            v_geheim := decode(p ->> 'geheim', 'hex');
        END IF;
        INSERT INTO apparaat (gemeente, id, login, geheim_i, geheim_o)
        VALUES (v_gemeente, v_id, v_login, xor_alle(v_geheim, 54), xor_alle(v_geheim, 92))
            ON CONFLICT (gemeente, id) DO NOTHING;
        v_apparaat := apparaat_van(v_login, v_id);
        IF v_apparaat.login <> v_login THEN
            RETURN json_build_object('fout', 'apparaat');
        END IF;
        v_nieuw := true;
    END IF;
    UPDATE apparaat a
       SET laatst_gezien = now(), leeg_op = NULL,
           schemaversie = coalesce((p ->> 'schemaversie')::integer, 0)
     WHERE a.gemeente = v_apparaat.gemeente AND a.id = v_id;

    WITH mijne AS MATERIALIZED (SELECT s.*, emmer(s.dossier) AS emmer FROM mijn_stromen() s),
    hier AS (SELECT m.emmer, bit_xor(m.merk) AS merk FROM mijne m GROUP BY m.emmer),
    daar AS (
        SELECT e.plaats::integer - 1 AS emmer, e.merk::bigint AS merk
          FROM json_array_elements_text(coalesce(p -> 'emmers', '[]'))
               WITH ORDINALITY AS e (merk, plaats)
    ),
    anders AS (
        SELECT g.emmer
          FROM generate_series(0, 255) AS g (emmer)
          LEFT JOIN hier ON hier.emmer = g.emmer
          LEFT JOIN daar ON daar.emmer = g.emmer
         WHERE coalesce(hier.merk, 0) <> coalesce(daar.merk, 0)
    )
    SELECT (SELECT array_agg(a.emmer ORDER BY a.emmer) FROM anders a),
           (SELECT json_agg(json_build_array(m.gemeente, m.dossier, m.klasse, m.kop, m.merk)
                            ORDER BY m.gemeente, m.dossier, m.klasse)
              FROM mijne m WHERE m.emmer IN (SELECT a.emmer FROM anders a))
      INTO v_anders, v_stromen;

    RETURN json_build_object(
        'nu', to_char(clock_timestamp(), 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        'nu_ms', floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint,
        'epoch', (SELECT i.waarde FROM instelling i WHERE i.naam = 'epoch'),
        'schema', (SELECT i.waarde::integer FROM instelling i WHERE i.naam = 'schema'),
        'minimum_schema',
            (SELECT i.waarde::integer FROM instelling i WHERE i.naam = 'minimum_schema'),
        'lease_dagen', (SELECT i.waarde::integer FROM instelling i WHERE i.naam = 'lease_dagen'),
        'personen', (
            SELECT json_agg(json_build_object(
                       'gemeente', pe.gemeente, 'medewerker', pe.medewerker, 'rol', pe.rol,
                       'naam', pe.naam,
                       'lezen', (SELECT coalesce(json_agg(r.klasse ORDER BY r.klasse), '[]')
                                   FROM recht r WHERE r.rol = pe.rol AND r.lezen),
                       'schrijven', (SELECT coalesce(json_agg(r.klasse ORDER BY r.klasse), '[]')
                                       FROM recht r WHERE r.rol = pe.rol AND r.schrijven))
                   ORDER BY pe.gemeente)
              FROM personen_van(v_login) x
              JOIN persoon pe ON pe.gemeente = x.gemeente AND pe.login = v_login),
        'apparaat', json_build_object(
            'volgnummer', v_apparaat.volgnummer, 'hash', v_apparaat.hash,
            'verloren', false, 'nieuw', v_nieuw),
        'emmers_anders', coalesce(array_to_json(v_anders), '[]'),
        'stromen', coalesce(v_stromen, '[]'),
        'wissingen', (
            SELECT coalesce(json_agg(json_build_array(g.gemeente, g.nr, g.dossier)
                                     ORDER BY g.gemeente, g.nr), '[]')
              FROM personen_van(v_login) x
              JOIN gewist g ON g.gemeente = x.gemeente
               AND g.nr > coalesce((p -> 'wissingen' ->> g.gemeente)::bigint, 0)),
        'aangeboden', aantal_aangeboden());
END
$$;

-- Which of these changes stand in the journal, from devices of the same person. For a laptop
-- that forked: what was taken under the old device id is not offered again. What was refused
-- is: this laptop does not know that yet.
CREATE OR REPLACE FUNCTION bekend(p_ids text[]) RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, viergesprek, pg_temp
BEGIN ATOMIC
    WITH mij AS (SELECT * FROM personen_van(session_user)),
    mijne AS (
        SELECT ap.id
          FROM mij
          JOIN persoon pe ON pe.gemeente = mij.gemeente AND pe.medewerker = mij.medewerker
          JOIN aanmelding aa ON aa.login = pe.login
          JOIN apparaat ap ON ap.gemeente = ANY (aa.gemeenten) AND ap.login = pe.login
    )
    SELECT coalesce(array_agg(DISTINCT i.id), '{}')
      FROM unnest(p_ids) AS i (id)
     WHERE EXISTS (SELECT FROM mij JOIN wijziging w ON w.gemeente = mij.gemeente AND w.id = i.id
                    WHERE EXISTS (SELECT FROM mijne WHERE mijne.id = w.apparaat));
END;
