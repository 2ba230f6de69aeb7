-- Erasing a dossier. Run as viergesprek_eigenaar.

-- For leidinggevende and beheerder; see wis_dossier. Answers the number of the tombstone.
CREATE OR REPLACE FUNCTION wis(p_gemeente text, p_dossier text, p_grond text) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, viergesprek, pg_temp
AS $$
DECLARE
    v_door text;
BEGIN
    SELECT p.medewerker INTO v_door FROM personen_van(session_user) p
     WHERE p.gemeente = p_gemeente AND p.rol IN ('leidinggevende', 'beheerder');
    IF NOT FOUND THEN
        RAISE EXCEPTION 'wis' USING ERRCODE = '42501';
    END IF;
    RETURN wis_dossier(p_gemeente, p_dossier, p_grond, v_door);
END
$$;

-- Empties everything that is known of a dossier and leaves a tombstone; the numbers, ids and
-- hashes of its rows stay, so that no stream has a gap and every chain still holds. Safe to
-- repeat.
CREATE OR REPLACE FUNCTION wis_dossier(
    p_gemeente text, p_dossier text, p_grond text, p_door text
) RETURNS bigint
LANGUAGE plpgsql
SET search_path = pg_catalog, viergesprek, pg_temp
SET enable_seqscan = off
AS $$
DECLARE
    v_nr bigint;
BEGIN
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'read committed' USING ERRCODE = '25001';
    END IF;
    IF p_dossier IS NULL OR p_dossier !~ '^[0-9a-f-]+$' OR length(p_dossier) NOT BETWEEN 16 AND 64
       OR coalesce(p_grond, '') = '' THEN
        RAISE EXCEPTION 'wis' USING ERRCODE = '22023';
    END IF;
    -- Every stream that the dossier has or could get, so that no push can come between. The
    -- update also makes a transaction with an older snapshot fail (sync.md trap 12).
    INSERT INTO stroom AS s (gemeente, dossier, klasse)
    SELECT p_gemeente, p_dossier, k.klasse
      FROM (SELECT r.klasse FROM recht r
             UNION SELECT b.klasse FROM stroom b
                    WHERE b.gemeente = p_gemeente AND b.dossier = p_dossier) k
     ORDER BY k.klasse
        ON CONFLICT (gemeente, dossier, klasse) DO UPDATE SET kop = s.kop;
    SELECT g.nr INTO v_nr FROM gewist g
     WHERE g.gemeente = p_gemeente AND g.dossier = p_dossier;
    IF v_nr IS NULL THEN
        UPDATE gemeente g SET wissingen = g.wissingen + 1 WHERE g.gemeente = p_gemeente
        RETURNING g.wissingen INTO v_nr;
        INSERT INTO gewist (gemeente, nr, dossier, door, grond)
        VALUES (p_gemeente, v_nr, p_dossier, p_door, p_grond);
    END IF;
    PERFORM wis_leesbaar(p_gemeente, p_dossier);
    DELETE FROM kop k
     USING (SELECT DISTINCT w.entiteit, w.rij FROM wijziging w
             WHERE w.gemeente = p_gemeente AND w.dossier = p_dossier) x
     WHERE k.gemeente = p_gemeente AND k.entiteit = x.entiteit AND k.rij = x.rij
       AND k.dossier = p_dossier;
    DELETE FROM wees e
     USING (SELECT DISTINCT w.entiteit, w.rij FROM wijziging w
             WHERE w.gemeente = p_gemeente AND w.dossier = p_dossier) x
     WHERE e.gemeente = p_gemeente AND e.entiteit = x.entiteit AND e.rij = x.rij;
    UPDATE wijziging w SET waarde = NULL, zout = NULL, veld = ''
     WHERE w.gemeente = p_gemeente AND w.dossier = p_dossier
       AND (w.waarde IS NOT NULL OR w.zout IS NOT NULL OR w.veld <> '');
    DELETE FROM aangeboden a WHERE a.gemeente = p_gemeente AND a.dossier = p_dossier;
    DELETE FROM nummer n WHERE n.gemeente = p_gemeente AND n.dossier = p_dossier;
    DELETE FROM toegang t WHERE t.gemeente = p_gemeente AND t.dossier = p_dossier;
    RETURN v_nr;
END
$$;

CREATE OR REPLACE FUNCTION wis_leesbaar(p_gemeente text, p_dossier text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, viergesprek, pg_temp
SET enable_seqscan = off
AS $$
DECLARE
    v_tabel record;
BEGIN
    FOR v_tabel IN SELECT naam FROM leesbaar l CROSS JOIN unnest(l.tabellen) AS naam LOOP
        EXECUTE format('DELETE FROM viergesprek_lees.%I t WHERE t.gemeente = $1 AND t.dossier = $2',
                       v_tabel.naam)
          USING p_gemeente, p_dossier;
    END LOOP;
END
$$;
