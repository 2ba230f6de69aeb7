-- Who may do what, and the policies that hold everybody to it. Run as viergesprek_eigenaar.
--
-- Who you are is session_user: no setting, no SET ROLE and no function changes that.
-- The functions with p_login are for the owner only; `mijn_` is the caller's own.

CREATE OR REPLACE FUNCTION vandaag() RETURNS date
LANGUAGE sql STABLE
SET search_path = pg_catalog, viergesprek, pg_temp
RETURN (now() AT TIME ZONE 'Europe/Amsterdam')::date;

CREATE OR REPLACE FUNCTION personen_van(p_login text)
RETURNS TABLE (gemeente text, medewerker text, rol text)
LANGUAGE sql STABLE ROWS 2
SET search_path = pg_catalog, viergesprek, pg_temp
BEGIN ATOMIC
    SELECT p.gemeente, p.medewerker, p.rol
      FROM aanmelding a
      JOIN persoon p ON p.gemeente = ANY (a.gemeenten) AND p.login = a.login
     WHERE a.login = p_login AND NOT p.dicht;
END;

CREATE OR REPLACE FUNCTION klassen_van(p_login text, p_schrijven boolean)
RETURNS TABLE (gemeente text, klasse text)
LANGUAGE sql STABLE ROWS 20
SET search_path = pg_catalog, viergesprek, pg_temp
BEGIN ATOMIC
    SELECT p.gemeente, r.klasse
      FROM personen_van(p_login) p JOIN recht r ON r.rol = p.rol
     WHERE CASE WHEN p_schrijven THEN r.schrijven ELSE r.lezen END;
END;

-- Gemeenten of which this person has every dossier.
CREATE OR REPLACE FUNCTION hele_gemeenten_van(p_login text) RETURNS SETOF text
LANGUAGE sql STABLE ROWS 1
SET search_path = pg_catalog, viergesprek, pg_temp
BEGIN ATOMIC
    SELECT p.gemeente FROM personen_van(p_login) p WHERE p.rol = 'leidinggevende';
END;

-- Dossiers with access; `alleen_nood` when the broken glass is the only ground.
-- Partners, and others who are no klantmanager, only have what is shared with them.
CREATE OR REPLACE FUNCTION dossiers_van(p_login text)
RETURNS TABLE (gemeente text, dossier text, alleen_nood boolean)
LANGUAGE sql STABLE ROWS 100
SET search_path = pg_catalog, viergesprek, pg_temp
BEGIN ATOMIC
    WITH p AS (SELECT * FROM personen_van(p_login)),
    grond AS (
        SELECT t.gemeente, t.dossier, t.grond
          FROM p JOIN toegang t ON t.gemeente = p.gemeente AND t.medewerker = p.medewerker
         -- A toetsbegeleider has the candidates of their own sittings too. A klantmanager does
         -- not: the role would give the whole intake with it.
         WHERE (p.rol IN ('klantmanager', 'leidinggevende') AND t.grond <> 'toets'
                OR t.grond = 'deling'
                OR p.rol = 'toetsbegeleider' AND t.grond = 'toets')
           AND (t.vanaf IS NULL OR t.vanaf <= (SELECT vandaag()))
           AND (t.tot IS NULL OR t.tot >= (SELECT vandaag()))
        UNION ALL
        SELECT t.gemeente, t.dossier, 'vervanging'
          FROM p
          JOIN afwezigheid a ON a.gemeente = p.gemeente AND a.vervanger = p.medewerker
           AND a.vanaf <= (SELECT vandaag()) AND a.tot >= (SELECT vandaag())
          JOIN toegang t ON t.gemeente = a.gemeente AND t.medewerker = a.afwezige
         WHERE p.rol = 'klantmanager' AND t.grond IN ('klantmanager', 'deling', 'maker')
           AND (t.vanaf IS NULL OR t.vanaf <= (SELECT vandaag()))
           AND (t.tot IS NULL OR t.tot >= (SELECT vandaag()))
    )
    SELECT g.gemeente, g.dossier, bool_and(g.grond = 'noodtoegang')
      FROM grond g GROUP BY g.gemeente, g.dossier;
END;

-- Classes that a leidinggevende reads of one dossier, by breaking the glass.
CREATE OR REPLACE FUNCTION extra_van(p_login text)
RETURNS TABLE (gemeente text, dossier text, klasse text)
LANGUAGE sql STABLE ROWS 4
SET search_path = pg_catalog, viergesprek, pg_temp
BEGIN ATOMIC
    SELECT t.gemeente, t.dossier, k.klasse
      FROM personen_van(p_login) p
      JOIN toegang t ON t.gemeente = p.gemeente AND t.medewerker = p.medewerker
     CROSS JOIN unnest(t.klassen) AS k (klasse)
     WHERE p.rol = 'leidinggevende' AND t.grond = 'noodtoegang'
       AND (t.tot IS NULL OR t.tot >= (SELECT vandaag()));
END;

CREATE OR REPLACE FUNCTION mijn_klassen(p_schrijven boolean)
RETURNS TABLE (gemeente text, klasse text)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 20
SET search_path = pg_catalog, viergesprek, pg_temp
BEGIN ATOMIC
    SELECT k.gemeente, k.klasse FROM klassen_van(session_user, p_schrijven) k;
END;

CREATE OR REPLACE FUNCTION mijn_hele_gemeenten() RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER ROWS 1
SET search_path = pg_catalog, viergesprek, pg_temp
BEGIN ATOMIC
    SELECT hele_gemeenten_van(session_user);
END;

CREATE OR REPLACE FUNCTION mijn_dossiers()
RETURNS TABLE (gemeente text, dossier text, alleen_nood boolean)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 100
SET search_path = pg_catalog, viergesprek, pg_temp
BEGIN ATOMIC
    SELECT * FROM dossiers_van(session_user);
END;

CREATE OR REPLACE FUNCTION mijn_extra()
RETURNS TABLE (gemeente text, dossier text, klasse text)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 4
SET search_path = pg_catalog, viergesprek, pg_temp
BEGIN ATOMIC
    SELECT * FROM extra_van(session_user);
END;

-- Puts a table behind its policies. p_soort: 'dicht' (owner only), 'lezen' or 'schrijven'
-- (a row is seen by whoever may read, or write, its stream: gemeente, dossier, klasse).
-- The sub-selects do not depend on the row, so they run once for a statement (trap 13).
CREATE OR REPLACE PROCEDURE beveilig(p_tabel regclass, p_soort text)
LANGUAGE plpgsql
SET search_path = pg_catalog, viergesprek, pg_temp
AS $$
DECLARE
    v_bij_dossier constant text := $beleid$
        dossier = ''
        OR gemeente IN (SELECT mijn_hele_gemeenten())
        OR (gemeente, dossier) IN (SELECT d.gemeente, d.dossier FROM mijn_dossiers() d)
    $beleid$;
    v_beleid text;
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', p_tabel);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', p_tabel);
    EXECUTE format('REVOKE ALL ON %s FROM PUBLIC', p_tabel);
    EXECUTE format('DROP POLICY IF EXISTS eigenaar ON %s', p_tabel);
    EXECUTE format('CREATE POLICY eigenaar ON %s TO viergesprek_eigenaar '
                   'USING (true) WITH CHECK (true)', p_tabel);
    EXECUTE format('DROP POLICY IF EXISTS lezer ON %s', p_tabel);
    IF p_soort = 'dicht' THEN
        RETURN;
    END IF;
    v_beleid := format(
        '(gemeente, klasse) IN (SELECT k.gemeente, k.klasse FROM mijn_klassen(%L) k) AND (%s)',
        p_soort = 'schrijven', v_bij_dossier);
    IF p_soort = 'lezen' THEN
        v_beleid := v_beleid || ' OR (gemeente, dossier, klasse) IN '
                    '(SELECT e.gemeente, e.dossier, e.klasse FROM mijn_extra() e)';
    END IF;
    EXECUTE format('CREATE POLICY lezer ON %s FOR SELECT TO viergesprek_lezer USING (%s)',
                   p_tabel, v_beleid);
END
$$;

CALL beveilig('instelling', 'dicht');
CALL beveilig('recht', 'dicht');
CALL beveilig('entiteitklasse', 'dicht');
CALL beveilig('aanmelding', 'dicht');
CALL beveilig('gemeente', 'dicht');
CALL beveilig('persoon', 'dicht');
CALL beveilig('apparaat', 'dicht');
CALL beveilig('kop', 'dicht');
CALL beveilig('wees', 'dicht');
CALL beveilig('geweigerd', 'dicht');
CALL beveilig('toegang', 'dicht');
CALL beveilig('afwezigheid', 'dicht');
CALL beveilig('gewist', 'dicht');
CALL beveilig('nummer', 'dicht');
CALL beveilig('zoekactie', 'dicht');
CALL beveilig('leesbaar', 'dicht');
CALL beveilig('stroom', 'lezen');
CALL beveilig('wijziging', 'lezen');
CALL beveilig('aangeboden', 'schrijven');
