-- Taking a push apart. Run as viergesprek_eigenaar.
--
-- Rows come as text, column after column, chr(31) between columns and chr(30) between values,
-- NULL as '': the quickest form that was measured (docs/centraal.md). They stay columns until
-- they are stored: an array for each costs a third of an array of rows.

-- Text to columns. Raises 22023 when the text is not of this form.
CREATE OR REPLACE FUNCTION lees_regels(p_regels text) RETURNS pak
LANGUAGE plpgsql IMMUTABLE
SET search_path = pg_catalog, viergesprek, pg_temp
SET jit = off
AS $$
DECLARE
    v_k constant text[] := string_to_array(p_regels, chr(31));
    v_aantal integer;
    uit pak;
BEGIN
    uit.id := string_to_array(v_k[1], chr(30));
    v_aantal := cardinality(uit.id);
    IF cardinality(v_k) IS DISTINCT FROM 18 OR v_aantal NOT BETWEEN 1 AND 1000 THEN
        RAISE EXCEPTION 'regels' USING ERRCODE = '22023';
    END IF;
    uit.stroom := string_to_array(v_k[2], chr(30));
    uit.dossier := string_to_array(v_k[3], chr(30));
    uit.entiteit := string_to_array(v_k[4], chr(30));
    uit.rij := string_to_array(v_k[5], chr(30));
    uit.veld := string_to_array(v_k[6], chr(30));
    uit.soort := string_to_array(v_k[7], chr(30));
    uit.waarde := string_to_array(v_k[8], chr(30));
    uit.ouders := string_to_array(v_k[9], chr(30));
    uit.klok := string_to_array(v_k[10], chr(30));
    uit.auteur := string_to_array(v_k[11], chr(30));
    uit.apparaat := string_to_array(v_k[12], chr(30));
    uit.zout := string_to_array(v_k[15], chr(30));
    uit.afdruk := string_to_array(v_k[16], chr(30));
    uit.vorige := string_to_array(v_k[17], chr(30));
    uit.hash := string_to_array(v_k[18], chr(30));
    uit.volgnummer := string_to_array(v_k[13], chr(30))::bigint[];
    uit.schemaversie := string_to_array(v_k[14], chr(30))::integer[];
    -- A column without a single sign has no elements for string_to_array; it is one empty value.
    IF v_aantal = 1 THEN
        uit.dossier := ARRAY[v_k[3]];
        uit.rij := ARRAY[v_k[5]];
        uit.veld := ARRAY[v_k[6]];
        uit.waarde := ARRAY[v_k[8]];
        uit.auteur := ARRAY[v_k[11]];
        uit.zout := ARRAY[v_k[15]];
        uit.vorige := ARRAY[v_k[17]];
    END IF;
    IF NOT v_aantal = ALL (ARRAY[
        cardinality(uit.stroom), cardinality(uit.dossier), cardinality(uit.entiteit),
        cardinality(uit.rij), cardinality(uit.veld), cardinality(uit.soort),
        cardinality(uit.waarde), cardinality(uit.ouders), cardinality(uit.klok),
        cardinality(uit.auteur), cardinality(uit.apparaat), cardinality(uit.volgnummer),
        cardinality(uit.schemaversie), cardinality(uit.zout), cardinality(uit.afdruk),
        cardinality(uit.vorige), cardinality(uit.hash)]) THEN
        RAISE EXCEPTION 'regels' USING ERRCODE = '22023';
    END IF;
    -- No {n} in these expressions: they are twenty times as slow.
    IF NOT (
        SELECT bool_and(r.stroom ~ '^[^:]+:[^:]+$' AND r.entiteit <> '' AND r.soort <> ''
                        AND r.ouders <> '' AND r.afdruk <> '' AND r.hash <> ''
                        AND r.id ~ '^[0-9a-f-]+$' AND length(r.id) BETWEEN 16 AND 64
                        AND r.klok ~ '^[0-9]+$' AND length(r.klok) = 20
                        -- What is part of a key has to fit in a page of an index.
                        AND octet_length(r.stroom) + octet_length(r.dossier)
                            + octet_length(r.entiteit) + octet_length(r.rij)
                            + octet_length(r.veld) + octet_length(r.apparaat)
                            + octet_length(r.auteur) < 1500)
          FROM (SELECT unnest(uit.id) AS id, unnest(uit.stroom) AS stroom,
                       unnest(uit.dossier) AS dossier, unnest(uit.entiteit) AS entiteit,
                       unnest(uit.rij) AS rij, unnest(uit.veld) AS veld,
                       unnest(uit.soort) AS soort, unnest(uit.ouders) AS ouders,
                       unnest(uit.klok) AS klok, unnest(uit.auteur) AS auteur,
                       unnest(uit.apparaat) AS apparaat, unnest(uit.afdruk) AS afdruk,
                       unnest(uit.hash) AS hash) r
    ) THEN
        RAISE EXCEPTION 'regels' USING ERRCODE = '22023';
    END IF;
    -- One pass for all; only when something in it is wrong, value by value.
    BEGIN
        PERFORM count(nullif(w, '')::json #>> '{}') FROM unnest(uit.waarde) w;
    EXCEPTION WHEN data_exception THEN
        FOR i IN 1..v_aantal LOOP
            BEGIN
                PERFORM nullif(uit.waarde[i], '')::json #>> '{}';
            EXCEPTION WHEN data_exception THEN
                uit.onleesbaar := uit.onleesbaar || i;
            END;
        END LOOP;
    END;
    RETURN uit;
END
$$;

-- The rows from this place on.
CREATE OR REPLACE FUNCTION vanaf(p_pak pak, p_plaats integer) RETURNS pak
LANGUAGE plpgsql IMMUTABLE
SET search_path = pg_catalog, viergesprek, pg_temp
AS $$
BEGIN
    RETURN ROW(
        p_pak.id[p_plaats:],
        p_pak.stroom[p_plaats:],
        p_pak.dossier[p_plaats:],
        p_pak.entiteit[p_plaats:],
        p_pak.rij[p_plaats:],
        p_pak.veld[p_plaats:],
        p_pak.soort[p_plaats:],
        p_pak.waarde[p_plaats:],
        p_pak.ouders[p_plaats:],
        p_pak.klok[p_plaats:],
        p_pak.auteur[p_plaats:],
        p_pak.apparaat[p_plaats:],
        p_pak.volgnummer[p_plaats:],
        p_pak.schemaversie[p_plaats:],
        p_pak.zout[p_plaats:],
        p_pak.afdruk[p_plaats:],
        p_pak.vorige[p_plaats:],
        p_pak.hash[p_plaats:],
        ARRAY(SELECT o - p_plaats + 1 FROM unnest(p_pak.onleesbaar) o WHERE o >= p_plaats)
    )::pak;
END
$$;
