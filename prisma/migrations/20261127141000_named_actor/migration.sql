-- Who did it is somebody who may, by the name of now; the app says no more than which member it was, and as what. One rule of the
-- history and the log: triggers run in the order of their names, this one before the chain.
CREATE FUNCTION "name_actor"() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW."actor_id" IS NOT NULL THEN
    SELECT a."name" INTO NEW."actor_name" FROM "membership" m JOIN "account" a ON a."id" = m."account_id"
      WHERE m."ward_id" = NEW."ward_id" AND m."account_id" = NEW."actor_id" AND NEW."actor_role" = ANY (m."roles")
        AND a."disabled_at" IS NULL;
    IF NOT FOUND THEN
      RAISE EXCEPTION '% is no % of the ward', NEW."actor_id", NEW."actor_role" USING ERRCODE = 'NROLE';
    END IF;
  ELSIF NOT pg_has_role((SELECT "relowner" FROM pg_class WHERE oid = TG_RELID), 'USAGE') THEN
    RAISE EXCEPTION 'a record needs somebody who did it' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "actor" BEFORE INSERT ON "entry_step" FOR EACH ROW EXECUTE FUNCTION "name_actor"();
CREATE TRIGGER "actor" BEFORE INSERT ON "audit_event" FOR EACH ROW EXECUTE FUNCTION "name_actor"();

-- Time and order are the database's.
CREATE OR REPLACE FUNCTION "chain_step"() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE last record;
BEGIN
  SELECT "hash", "at" INTO last FROM "entry_step"
    WHERE "ward_id" = NEW."ward_id" AND "entry_id" = NEW."entry_id" AND "sequence" = NEW."sequence" - 1;
  IF NOT FOUND AND NEW."sequence" <> 1 THEN
    RAISE EXCEPTION 'step % has no predecessor', NEW."sequence" USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  NEW."at" := greatest(now(), last."at");
  NEW."is_carried" := false;
  NEW."hash" := step_hash(NEW, NULL, coalesce(last."hash", ''));
  RETURN NEW;
END $$;

-- As for steps of entries. One at a time in a ward; nothing is waited for with the end of its log in hand.
CREATE OR REPLACE FUNCTION "chain_event"() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE last record;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('log ' || NEW."ward_id", 0));
  -- What a setting begins with is shown nowhere: it comes with a new year, before all else, and from the owner.
  IF NEW."operation" = 'recorded' AND NEW."actor_id" IS NOT NULL AND (NEW."subject" NOT IN ('fiscal_year', 'category_year')
      OR EXISTS (SELECT FROM "audit_event" WHERE "ward_id" = NEW."ward_id" AND "subject" = NEW."subject"
        AND "subject_id" = NEW."subject_id")) THEN
    RAISE EXCEPTION '% % begins once', NEW."subject", NEW."subject_id" USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  SELECT "sequence", "hash", "at" INTO last FROM "audit_event"
    WHERE "ward_id" = NEW."ward_id" ORDER BY "sequence" DESC LIMIT 1;
  NEW."sequence" := coalesce(last."sequence", 0) + 1;
  NEW."at" := greatest(now(), last."at");
  NEW."hash" := log_hash(NEW, coalesce(last."hash", ''));
  RETURN NEW;
END $$;
