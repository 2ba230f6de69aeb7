-- Keeping the readable tables. Run as viergesprek_eigenaar.
--
-- The tables, and for each entity a function projecteer_<entiteit>, are made from the mapped
-- classes by leesbaar.py. What the centre does not know stays in the journal and the heads,
-- until `central upgrade` brings the definition.

-- A moment with its zone, and a whole number, as the journal writes them; NULL for anything
-- else, so that no value breaks a push. Without SET these become part of the query.
CREATE OR REPLACE FUNCTION als_tijdstip(p_tekst text) RETURNS timestamptz
LANGUAGE sql STABLE
RETURN CASE WHEN als_datum(left(p_tekst, 10)) IS NOT NULL AND length(p_tekst) < 40
                 AND substr(p_tekst, 11) ~
                 '^T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]([.][0-9]+)?(Z|[+-]0[0-9]:[0-5][0-9])$'
            THEN p_tekst::timestamptz END;

CREATE OR REPLACE FUNCTION als_getal(p_tekst text) RETURNS bigint
LANGUAGE sql IMMUTABLE
RETURN CASE WHEN p_tekst ~ '^-?[0-9]+$' AND length(p_tekst) < 19 THEN p_tekst::bigint END;

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
        EXECUTE format('SELECT viergesprek.%I($1, $2)', 'projecteer_' || p_entiteit)
          USING v_deel.gemeenten, v_deel.rijen;
        v_aantal := v_aantal + v_deel.aantal;
    END LOOP;
    RETURN v_aantal;
END
$$;
