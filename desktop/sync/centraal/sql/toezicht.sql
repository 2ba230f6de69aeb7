-- Looking after devices, numbers and the trail. Run as viergesprek_eigenaar.

-- Which dossier has this number (its own, a BSN or a V-nummer): so that nobody is taken in
-- twice, and to break the glass. Who asked is kept; the number is not.
CREATE OR REPLACE FUNCTION zoek_nummer(p_gemeente text, p_nummer text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, viergesprek, pg_temp
SET enable_seqscan = off
AS $$
DECLARE
    v_medewerker text;
    v_dossier text;
BEGIN
    SELECT p.medewerker INTO v_medewerker FROM personen_van(session_user) p
     WHERE p.gemeente = p_gemeente AND p.rol IN ('klantmanager', 'leidinggevende');
    IF NOT FOUND THEN
        RAISE EXCEPTION 'zoek_nummer' USING ERRCODE = '42501';
    END IF;
    SELECT n.dossier INTO v_dossier FROM nummer n
     WHERE n.gemeente = p_gemeente AND n.nummer = p_nummer
     ORDER BY n.dossier LIMIT 1;
    INSERT INTO zoekactie (gemeente, medewerker, dossier)
    VALUES (p_gemeente, v_medewerker, v_dossier);
    RETURN v_dossier;
END
$$;

-- The gemeente's laptops; for leidinggevende and beheerder.
CREATE OR REPLACE FUNCTION apparaten(p_gemeente text)
RETURNS TABLE (id text, medewerker text, naam text, rol text, volgnummer bigint,
               schemaversie integer, gemaakt_op timestamptz, laatst_gezien timestamptz,
               verloren boolean, verloren_op timestamptz, leeg_op timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, viergesprek, pg_temp
AS $$
#variable_conflict use_column
BEGIN
    IF NOT EXISTS (SELECT FROM personen_van(session_user) p
                    WHERE p.gemeente = p_gemeente
                      AND p.rol IN ('leidinggevende', 'beheerder')) THEN
        RAISE EXCEPTION 'apparaten' USING ERRCODE = '42501';
    END IF;
    RETURN QUERY
    SELECT a.id, p.medewerker, p.naam, p.rol, a.volgnummer, a.schemaversie, a.gemaakt_op,
           a.laatst_gezien, a.verloren, a.verloren_op, a.leeg_op
      FROM persoon p
      JOIN aanmelding m ON m.login = p.login
      JOIN apparaat a ON a.gemeente = ANY (m.gemeenten) AND a.login = p.login
     WHERE p.gemeente = p_gemeente
     ORDER BY p.naam, a.gemaakt_op, a.id;
END
$$;

-- A lost laptop wipes itself at its next contact, and its person is closed at once: whoever has
-- the laptop may have the login too. `central reopen-user` gives a new password.
CREATE OR REPLACE FUNCTION meld_verloren(p_gemeente text, p_apparaat text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, viergesprek, pg_temp
AS $$
DECLARE
    v_login text;
BEGIN
    IF NOT EXISTS (SELECT FROM personen_van(session_user) p
                    WHERE p.gemeente = p_gemeente AND p.rol = 'beheerder') THEN
        RAISE EXCEPTION 'meld_verloren' USING ERRCODE = '42501';
    END IF;
    UPDATE apparaat a SET verloren = true, verloren_op = coalesce(a.verloren_op, now())
     WHERE a.id = p_apparaat
       AND EXISTS (SELECT FROM aanmelding m JOIN persoon p
                                 ON p.login = m.login AND p.gemeente = p_gemeente
                    WHERE m.login = a.login AND a.gemeente = ANY (m.gemeenten))
    RETURNING a.login INTO v_login;
    IF v_login IS NULL THEN
        RETURN false;
    END IF;
    UPDATE persoon p SET dicht = true, dicht_op = coalesce(p.dicht_op, now())
      FROM aanmelding m
     WHERE m.login = v_login AND p.gemeente = ANY (m.gemeenten) AND p.login = v_login;
    IF pg_has_role(current_user, 'pg_signal_backend', 'MEMBER') THEN
        PERFORM pg_terminate_backend(s.pid) FROM pg_stat_activity s
         WHERE s.usename = v_login AND s.datname = current_database()
           AND s.pid <> pg_backend_pid();
    END IF;
    RETURN true;
END
$$;

-- The laptop itself says that it wiped its store. Also from a closed person.
CREATE OR REPLACE FUNCTION meld_leeg(p_apparaat text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, viergesprek, pg_temp
AS $$
BEGIN
    UPDATE apparaat a SET leeg_op = now(), laatst_gezien = now()
      FROM aanmelding m
     WHERE m.login = session_user AND a.gemeente = ANY (m.gemeenten) AND a.id = p_apparaat
       AND a.login = session_user;
    RETURN FOUND;
END
$$;

-- Offers that were looked at. Answers how many of these the caller may decide about.
CREATE OR REPLACE FUNCTION neem_aan(p_gemeente text, p_ids text[]) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, viergesprek, pg_temp
AS $$
DECLARE
    v_aantal bigint;
BEGIN
    UPDATE aangeboden a
       SET afgehandeld_op = now(),
           afgehandeld_door = (SELECT p.medewerker FROM personen_van(session_user) p
                                WHERE p.gemeente = p_gemeente)
     WHERE a.gemeente = p_gemeente
       AND a.id IN (SELECT mijn_aangeboden(p_gemeente, p_ids));
    GET DIAGNOSTICS v_aantal = ROW_COUNT;
    RETURN v_aantal;
END
$$;

-- From which clock on there are enough changes for a page: an hour back, eight, sixty-four ...
CREATE OR REPLACE FUNCTION begin_van_spoor(p_gemeente text, p_voor text, p_hoeveel integer)
RETURNS text
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, viergesprek, pg_temp
SET enable_seqscan = off
AS $$
DECLARE
    v_top constant bigint := least(p_voor, uiterste_klok())::bigint;
    v_uren bigint := 1;
    v_van text;
BEGIN
    LOOP
        v_van := lpad(greatest(v_top - ((v_uren * 3600000) << 16), 0)::text, 20, '0');
        EXIT WHEN v_van = repeat('0', 20) OR p_hoeveel <= (
            SELECT count(*) FROM (
                SELECT FROM wijziging w
                 WHERE w.gemeente = p_gemeente AND w.klok >= v_van AND w.klok < p_voor
                 LIMIT p_hoeveel) x);
        v_uren := v_uren * 8;
    END LOOP;
    RETURN v_van;
END
$$;

-- The trail, newest first: who did what kind of thing to what, when, on which device. No value;
-- of a field only its column, because the element of a map is an answer. Of a look at a dossier
-- also what and why: that is what the trail is for. Searches for a number are in it.
CREATE OR REPLACE FUNCTION spoor(
    p_gemeente text, p_dossier text, p_voor_klok text, p_hoeveel integer
) RETURNS TABLE (klok text, dossier text, auteur text, apparaat text, entiteit text, rij text,
                 veld text, soort text, toelichting text, ontvangen_op timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, viergesprek, pg_temp
SET enable_seqscan = off
AS $$
#variable_conflict use_column
DECLARE
    v_voor constant text := coalesce(p_voor_klok, repeat('9', 20));
    v_van text;
BEGIN
    IF NOT EXISTS (SELECT FROM personen_van(session_user) p
                    WHERE p.gemeente = p_gemeente
                      AND p.rol IN ('leidinggevende', 'beheerder')) THEN
        RAISE EXCEPTION 'spoor' USING ERRCODE = '42501';
    END IF;
    IF p_dossier IS NULL THEN
        v_van := begin_van_spoor(p_gemeente, v_voor, p_hoeveel);
    END IF;
    -- All changes of one unit of work have the same clock: a page ends between two clocks.
    RETURN QUERY
    WITH v AS (
        (SELECT w.* FROM wijziging w
          WHERE p_dossier IS NULL
            AND w.gemeente = p_gemeente AND w.klok < v_voor AND w.klok >= v_van
          ORDER BY w.klok DESC
          FETCH FIRST p_hoeveel ROWS WITH TIES)
        UNION ALL
        (SELECT w.* FROM wijziging w
          WHERE w.gemeente = p_gemeente AND w.dossier = p_dossier AND w.klok < v_voor
          ORDER BY w.klok DESC
          FETCH FIRST p_hoeveel ROWS WITH TIES)
    ),
    z AS (
        SELECT z.*, lpad((floor(extract(epoch FROM z.op) * 1000)::bigint << 16)::text, 20, '0')
                    AS klok
          FROM zoekactie z
         WHERE z.gemeente = p_gemeente AND (p_dossier IS NULL OR z.dossier = p_dossier)
         ORDER BY z.op DESC
    )
    SELECT t.klok, t.dossier, t.auteur, t.apparaat, t.entiteit, t.rij, t.veld, t.soort,
           t.toelichting, t.op
      FROM (SELECT x.*
              FROM (SELECT v.klok, nullif(v.dossier, '') AS dossier, v.auteur, v.apparaat,
                           v.volgnummer, v.entiteit, v.rij, split_part(v.veld, ':', 1) AS veld,
                           v.soort, CASE WHEN v.entiteit = 'raadpleging' AND v.klasse = 'spoor'
                                         THEN v.waarde END AS toelichting, v.ontvangen_op AS op
                      FROM v
                     UNION ALL
                    SELECT z.klok, z.dossier, z.medewerker, NULL, 0, 'zoekactie', z.id::text, '',
                           'zoek', NULL, z.op
                      FROM z WHERE z.klok < v_voor) x
             ORDER BY x.klok DESC
             FETCH FIRST p_hoeveel ROWS WITH TIES) t
     -- Within one clock always the same order, whatever the page.
     ORDER BY t.klok DESC, t.apparaat DESC NULLS FIRST, t.volgnummer DESC, t.rij;
END
$$;
