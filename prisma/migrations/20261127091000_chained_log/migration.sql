-- The log of everything else is a chain for each ward. What stood in it before has not been one, and becomes the beginning of it.
ALTER TABLE "audit_event" ADD COLUMN "sequence" INTEGER NOT NULL DEFAULT 0, ADD COLUMN "hash" TEXT NOT NULL DEFAULT '';
ALTER TABLE "audit_event" ALTER COLUMN "actor_name" SET DEFAULT '';

CREATE FUNCTION "log_hash"(event audit_event, previous text) RETURNS text LANGUAGE sql STABLE
  RETURN encode(sha256(convert_to(previous || jsonb_strip_nulls(to_jsonb(event) - ARRAY['before', 'after', 'at', 'hash'])::text
    || coalesce(event."before"::text, '-') || coalesce(event."after"::text, '-')
    || round(extract(epoch FROM event."at") * 1000), 'UTF8')), 'hex');

ALTER TABLE "audit_event" DISABLE TRIGGER "append_only";
UPDATE "audit_event" a SET "sequence" = n."place" FROM (
    SELECT "ward_id", "id", row_number() OVER (PARTITION BY "ward_id" ORDER BY "at", "id") AS "place" FROM "audit_event") n
  WHERE n."ward_id" = a."ward_id" AND n."id" = a."id";
CREATE UNIQUE INDEX "audit_event_ward_id_sequence_key" ON "audit_event"("ward_id", "sequence");
DO $$
DECLARE
  event "audit_event";
  ward uuid;
  last text;
BEGIN
  FOR event IN SELECT * FROM "audit_event" ORDER BY "ward_id", "sequence" LOOP
    last := log_hash(event, CASE WHEN event."ward_id" = ward THEN last ELSE '' END);
    ward := event."ward_id";
    UPDATE "audit_event" SET "hash" = last WHERE "ward_id" = event."ward_id" AND "id" = event."id";
  END LOOP;
END $$;
ALTER TABLE "audit_event" ENABLE TRIGGER "append_only";
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_sequence_check" CHECK ("sequence" >= 1);

-- As for steps of entries. One at a time in a ward; nothing is waited for with the end of its log in hand.
CREATE FUNCTION "chain_event"() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE last record;
BEGIN
  IF NEW."actor_id" IS NOT NULL THEN
    SELECT a."name" INTO NEW."actor_name" FROM "membership" m JOIN "account" a ON a."id" = m."account_id"
      WHERE m."ward_id" = NEW."ward_id" AND m."account_id" = NEW."actor_id" AND NEW."actor_role" = ANY (m."roles")
        AND a."disabled_at" IS NULL;
    IF NOT FOUND THEN
      RAISE EXCEPTION '% is no % of the ward', NEW."actor_id", NEW."actor_role" USING ERRCODE = 'NROLE';
    END IF;
  ELSIF NOT pg_has_role((SELECT "relowner" FROM pg_class WHERE oid = TG_RELID), 'USAGE') THEN
    RAISE EXCEPTION 'a row of the log needs somebody who did it' USING ERRCODE = 'insufficient_privilege';
  END IF;
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
CREATE TRIGGER "chain" BEFORE INSERT ON "audit_event" FOR EACH ROW EXECUTE FUNCTION "chain_event"();

-- What the log says of a ward's settings: the fold of `after` comes to this.
CREATE VIEW "ward_setting" WITH (security_invoker = true) AS
  SELECT "ward_id", 'fiscal_year' AS "subject", "id", jsonb_build_object('year', "year", 'status', "status", 'title', "title",
      'mark', "mark", 'draftMark', "draft_mark", 'totalLabel', "total_label", 'personnelNote', "personnel_note",
      'annexNote', "annex_note") AS "content", "id" AS "fiscal_year_id"
    FROM "fiscal_year"
  UNION ALL
  SELECT "ward_id", 'category_year', "id", jsonb_build_object('name', "name", 'explanation', "explanation", 'ceiling', "ceiling",
      'recordedTotal', "recorded_total", 'annexAmount', "annex_amount"), "fiscal_year_id"
    FROM "category_year"
  UNION ALL
  SELECT "ward_id", 'department', "id", jsonb_build_object('name', "name", 'isRetired', "retired_at" IS NOT NULL), NULL
    FROM "department"
  UNION ALL
  SELECT "ward_id", 'membership', "id",
      jsonb_build_object('departmentId', "department_id", 'roles', array_to_string("roles", ',')), NULL
    FROM "membership";

-- What a setting was when the log began to be held against it, or when the program made it.
INSERT INTO "audit_event" ("ward_id", "id", "operation", "subject", "subject_id", "after", "actor_name", "actor_role")
  SELECT "ward_id", gen_random_uuid(), 'recorded', "subject", "id", "content", 'import', 'import' FROM "ward_setting" ORDER BY "id";

CREATE OR REPLACE VIEW "ward_log" WITH (security_invoker = true) AS
  SELECT "ward_id", "id", "operation", "subject", "subject_id", "subject_name", "subject_year", NULL::int AS "sequence", "names",
      "before", "after", "actor_name", "actor_role", "address", "at"
    FROM "audit_event" WHERE "operation" <> 'recorded'
  UNION ALL
  SELECT "ward_id", "id", 'entry.' || "action", 'entry', "entry_id", NULL, NULL, "sequence", "names",
      "before", "after", "actor_name", "actor_role", "address", "at"
    FROM "entry_step" WHERE "action" NOT IN ('recorded', 'copy');
