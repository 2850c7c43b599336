-- Security events older than so many days go, for nobody but the tables' owner: only the owner can lay the trigger aside, and
-- only this function says that it did. What went is written down, for each ward.
CREATE FUNCTION "purge_security_events"(days integer) RETURNS integer
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  oldest timestamptz(3) := now() - make_interval(days => days);
  gone integer := 0;
  part record;
BEGIN
  IF days IS NULL OR days < 30 THEN
    RAISE EXCEPTION 'security events are kept for 30 days at least' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  IF NOT EXISTS (SELECT FROM security_event WHERE at < oldest) THEN
    RETURN 0;
  END IF;
  ALTER TABLE security_event DISABLE TRIGGER append_only;
  FOR part IN
    WITH purged AS (DELETE FROM security_event WHERE at < oldest RETURNING ward_id, account_id)
    SELECT coalesce(p.ward_id, a.home_ward_id) AS ward, count(*)::int AS count
      FROM purged p LEFT JOIN account a ON a.id = p.account_id GROUP BY 1
  LOOP
    INSERT INTO security_event (id, ward_id, kind, count, until)
      VALUES (gen_random_uuid(), part.ward, 'events_purged', part.count, oldest);
    gone := gone + part.count;
  END LOOP;
  ALTER TABLE security_event ENABLE TRIGGER append_only;
  RETURN gone;
END $$;
REVOKE ALL ON FUNCTION "purge_security_events"(integer) FROM PUBLIC;
