-- Keeping the readable tables. Run as viergesprek_eigenaar.
--
-- The tables, and for each entity a function projecteer_<entiteit>, are made from the mapped
-- classes by leesbaar.py. What the centre does not know stays in the journal and the heads,
-- until `central upgrade` brings the definition.

-- Key of a readable row. Salted: an index that a user can reach must not tell, by the rows that
-- a policy removed from it (EXPLAIN ANALYZE), whether a dossier or a row exists.
CREATE OR REPLACE FUNCTION leessleutel(p_dossier text, p_klasse text, p_rij text, p_zout text)
RETURNS uuid
LANGUAGE sql IMMUTABLE
RETURN md5(p_zout || p_dossier || chr(31) || p_klasse || chr(31) || p_rij)::uuid;

CREATE OR REPLACE FUNCTION leeszout() RETURNS text
LANGUAGE sql STABLE
SET search_path = pg_catalog, viergesprek, pg_temp
BEGIN ATOMIC
    SELECT i.waarde FROM instelling i WHERE i.naam = 'zout';
END;

-- A moment as the journal writes it; NULL for anything else, so that no value breaks a push.
CREATE OR REPLACE FUNCTION als_tijdstip(p_tekst text) RETURNS timestamptz
LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, viergesprek, pg_temp
SET timezone = 'UTC'
SET datestyle = 'ISO, YMD'
RETURN CASE WHEN p_tekst ~ ('^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]'
                            ':[0-5][0-9]([.][0-9]{1,6})?(Z|[+-](0[0-9]|1[0-4]):[0-5][0-9])$')
             AND als_datum(left(p_tekst, 10)) IS NOT NULL
            THEN p_tekst::timestamptz END;

-- Brings the readable rows up to date of everything that these changes touched.
CREATE OR REPLACE FUNCTION projecteer(p_rijen binnen[]) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, viergesprek, pg_temp
AS $$
DECLARE
    v_wat record;
    v_zout constant text := leeszout();
BEGIN
    FOR v_wat IN
        SELECT r.entiteit, array_agg(r.gemeente) AS gemeenten, array_agg(r.rij) AS rijen
          FROM (SELECT DISTINCT r.entiteit, r.gemeente, r.rij FROM unnest(p_rijen) r
                 WHERE r.nr IS NOT NULL) r
          JOIN leesbaar l ON l.entiteit = r.entiteit
         GROUP BY r.entiteit
    LOOP
        EXECUTE format('SELECT viergesprek.%I($1, $2, $3)', 'projecteer_' || v_wat.entiteit)
          USING v_wat.gemeenten, v_wat.rijen, v_zout;
    END LOOP;
END
$$;

-- Makes all readable rows of one entity anew from the heads, in portions.
CREATE OR REPLACE FUNCTION herbouw(p_entiteit text) RETURNS bigint
LANGUAGE plpgsql
SET search_path = pg_catalog, viergesprek, pg_temp
AS $$
DECLARE
    v_deel record;
    v_aantal bigint := 0;
BEGIN
    FOR v_deel IN
        SELECT array_agg(x.gemeente) AS gemeenten, array_agg(x.rij) AS rijen, count(*) AS aantal
          FROM (SELECT d.gemeente, d.rij, (row_number() OVER () - 1) / 5000 AS deel
                  FROM (SELECT DISTINCT k.gemeente, k.rij FROM kop k
                         WHERE k.entiteit = p_entiteit) d) x
         GROUP BY x.deel
    LOOP
        EXECUTE format('SELECT viergesprek.%I($1, $2, $3)', 'projecteer_' || p_entiteit)
          USING v_deel.gemeenten, v_deel.rijen, leeszout();
        v_aantal := v_aantal + v_deel.aantal;
    END LOOP;
    RETURN v_aantal;
END
$$;
