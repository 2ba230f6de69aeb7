-- Roles and doors. Run as the administrator, before anything else; safe to run again.
--
-- viergesprek_eigenaar   owns everything; nobody logs in as it.
-- viergesprek_lezer      owns the functions that read. It is not the owner of the tables, so
--                        row-level security holds for it, by session_user. Callers have no
--                        SELECT on any table: EXPLAIN ANALYZE tells what a policy hides
--                        (docs/centraal.md, "What row-level security does not hide").
-- viergesprek_gebruiker  every person's login is a member: EXECUTE on the functions, SELECT
--                        on the views of viergesprek_rapport, and nothing else.

DO $$
DECLARE
    v_rol text;
BEGIN
    FOREACH v_rol IN ARRAY ARRAY['viergesprek_eigenaar', 'viergesprek_lezer',
                                 'viergesprek_gebruiker'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = v_rol) THEN
            EXECUTE format('CREATE ROLE %I NOLOGIN', v_rol);
        END IF;
    END LOOP;
    -- An administrator who is no superuser has to be a member to make things for them.
    IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
        EXECUTE format('GRANT viergesprek_eigenaar, viergesprek_lezer TO %I', current_user);
    END IF;
    IF to_regnamespace('public') IS NOT NULL
       AND pg_has_role(current_user,
                       (SELECT nspowner FROM pg_namespace WHERE nspname = 'public'), 'USAGE') THEN
        REVOKE ALL ON SCHEMA public FROM PUBLIC;
    END IF;
END
$$;

CREATE SCHEMA IF NOT EXISTS viergesprek;
CREATE SCHEMA IF NOT EXISTS viergesprek_lees;
CREATE SCHEMA IF NOT EXISTS viergesprek_rapport;
ALTER SCHEMA viergesprek OWNER TO viergesprek_eigenaar;
ALTER SCHEMA viergesprek_lees OWNER TO viergesprek_eigenaar;
ALTER SCHEMA viergesprek_rapport OWNER TO viergesprek_lezer;

-- To be the lost laptop's end (sync.md trap 14). Not every provider allows the grant: then its
-- sessions end when they next ask something, because the person is closed.
DO $$
BEGIN
    GRANT pg_signal_backend TO viergesprek_eigenaar;
EXCEPTION WHEN insufficient_privilege THEN
    RAISE NOTICE 'viergesprek_eigenaar may not end sessions';
END
$$;

-- Large objects are tables that everybody may write; only a superuser can close that door.
DO $$
DECLARE
    v_functie regprocedure;
BEGIN
    IF (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
        FOR v_functie IN
            SELECT oid::regprocedure FROM pg_proc
             WHERE pronamespace = 'pg_catalog'::regnamespace
               AND proname IN ('lo_creat', 'lo_create', 'lo_from_bytea', 'lo_open', 'lo_put',
                               'lo_get', 'lo_unlink', 'lo_truncate', 'lo_truncate64')
        LOOP
            EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', v_functie);
        END LOOP;
    END IF;
END
$$;
