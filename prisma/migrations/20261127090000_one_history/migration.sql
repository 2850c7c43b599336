-- What is carried over has to agree with itself: of what stands in three places now, one stays. The program of before says
-- with `audit:verify` what it is about.
DO $$
DECLARE found text;
BEGIN
  WITH known AS (
    SELECT r."ward_id", r."entry_id", r."version", r."action", r."reason", r."actor_id", r."actor_name", r."actor_role", r."at",
      r."snapshot", r."prev_hash", r."hash", revision_hash(r, r."prev_hash") AS expected,
      first_value(r."snapshot"->'recordedLastYearAmount') OVER entry AS last_year
    FROM "entry_revision" r WINDOW entry AS (PARTITION BY r."ward_id", r."entry_id" ORDER BY r."version")
  ), contents AS (
    SELECT *, jsonb_strip_nulls('{"name": "", "summary": "", "innovation": "", "categoryId": "", "departmentId": "", "isPriority": false}'
      || jsonb_build_object('recordedLastYearAmount', last_year) || "snapshot") AS content FROM known
  ), chain AS (
    SELECT *, lag("hash", 1, '') OVER entry AS hash_before, lag("version", 1, 0) OVER entry AS version_before,
      lag(content, 1, '{"name": "", "summary": "", "innovation": "", "categoryId": "", "departmentId": "", "isPriority": false}')
        OVER entry AS content_before
    FROM contents WINDOW entry AS (PARTITION BY "ward_id", "entry_id" ORDER BY "version")
  ), broken AS (
    SELECT "entry_id" FROM chain
      WHERE "version" <> version_before + 1 OR "prev_hash" <> hash_before OR "hash" <> expected
    UNION
    SELECT e."id" FROM "entry" e
      WHERE e."version" <> (SELECT coalesce(max("version"), 0) FROM chain r WHERE r."ward_id" = e."ward_id" AND r."entry_id" = e."id")
    UNION
    SELECT "entry_id" FROM (SELECT * FROM chain WHERE "action" IN
        ('submit', 'pullBack', 'approve', 'return', 'withdraw', 'reopen', 'withdrawApproved')) r
      FULL JOIN "workflow_event" w USING ("ward_id", "entry_id", "version")
      WHERE (r."action", r.content_before->>'status', r."snapshot"->>'status', r."reason", r."actor_id", r."actor_name", r."actor_role", r."at")
        IS DISTINCT FROM (w."action", w."from_status", w."to_status", w."reason", w."actor_id", w."actor_name", w."actor_role", w."at")
    UNION
    SELECT "entry_id" FROM chain r WHERE r."action" NOT IN ('recorded', 'copy') AND NOT EXISTS (
      SELECT FROM "audit_event" a WHERE a."ward_id" = r."ward_id" AND a."subject" = 'entry' AND a."subject_id" = r."entry_id"
        AND a."operation" = 'entry.' || r."action" AND a."at" = r."at"
        AND (a."actor_id", a."actor_name", a."actor_role") IS NOT DISTINCT FROM (r."actor_id", r."actor_name", r."actor_role")
        AND jsonb_strip_nulls(r.content_before || coalesce(a."before", '{}')) = r.content_before
        AND jsonb_strip_nulls(r.content_before || a."after") = r.content)
    UNION
    SELECT a."subject_id" FROM "audit_event" a WHERE a."subject" = 'entry' AND NOT EXISTS (
      SELECT FROM "entry_revision" r WHERE r."ward_id" = a."ward_id" AND r."entry_id" = a."subject_id"
        AND a."operation" = 'entry.' || r."action" AND r."at" = a."at")
  )
  SELECT string_agg("entry_id"::text, '、' ORDER BY "entry_id") INTO found
    FROM (SELECT "entry_id" FROM broken ORDER BY "entry_id" LIMIT 5) b;
  IF found IS NOT NULL THEN
    RAISE EXCEPTION '事業の履歴に異常があります（事業 %）。これまでの版のプログラムで npm run audit:verify を実行して、内容を確認してください。', found;
  END IF;
END $$;

-- Every step of an entry, once: what it changed, why, who did it in which role, from where and when. `version` counts contents:
-- a decision names the one that it was taken on. What the entry held after a step is the fold of `after` up to it.
CREATE TABLE "entry_step" (
    "ward_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "action" TEXT NOT NULL,
    "reason" TEXT,
    "before" JSONB,
    "after" JSONB NOT NULL,
    "names" JSONB,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL DEFAULT '',
    "actor_role" TEXT NOT NULL,
    "address" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "is_carried" BOOLEAN NOT NULL DEFAULT false,
    "hash" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "entry_step_pkey" PRIMARY KEY ("ward_id", "id"),
    CONSTRAINT "entry_step_sequence_check" CHECK ("version" >= 1 AND "sequence" >= "version"
      AND ("action" <> 'copy' OR "sequence" = 1)),
    CONSTRAINT "entry_step_role_check" CHECK ("actor_role" = CASE
      WHEN "action" IN ('add', 'edit', 'submit', 'pullBack', 'withdraw') THEN 'drafter'
      WHEN "action" IN ('approve', 'return') THEN 'approver'
      WHEN "action" IN ('reopen', 'withdrawApproved', 'correct', 'move') THEN 'admin'
      WHEN "action" IN ('copy', 'recorded') AND "actor_id" IS NULL THEN 'import'
      WHEN "action" = 'copy' THEN 'admin'
      ELSE '' END)
);
CREATE UNIQUE INDEX "entry_step_ward_id_entry_id_sequence_key" ON "entry_step"("ward_id", "entry_id", "sequence");
CREATE INDEX "entry_step_ward_id_at_idx" ON "entry_step"("ward_id", "at");
-- Why an entry came back is asked for every entry of a list.
CREATE INDEX "entry_step_sent_back_idx" ON "entry_step"("ward_id", "entry_id", "sequence") WHERE "action" IN ('return', 'reopen');
ALTER TABLE "entry_step" ADD CONSTRAINT "entry_step_ward_id_entry_id_fkey" FOREIGN KEY ("ward_id", "entry_id")
  REFERENCES "entry"("ward_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The newest step of the entry.
ALTER TABLE "entry" ADD COLUMN "steps" INTEGER NOT NULL DEFAULT 1;
UPDATE "entry" SET "steps" = "version";
ALTER TABLE "entry" ADD CONSTRAINT "entry_steps_check" CHECK ("steps" >= "version");

CREATE AGGREGATE "jsonb_merge"(jsonb) (SFUNC = jsonb_concat, STYPE = jsonb, INITCOND = '{}');

-- What was carried over keeps the hash that it had as a revision, whose snapshot is the fold: values written down before stay true.
-- Texts stand behind their length, so that none runs into another. (A body that is parsed here finds its tables here, and is folded
-- into the statement that calls it.)
CREATE FUNCTION "step_hash"(step entry_step, content jsonb, previous text) RETURNS text LANGUAGE sql STABLE
  RETURN encode(sha256(convert_to(CASE WHEN step."is_carried" THEN
    previous || jsonb_strip_nulls(jsonb_build_object('ward_id', step."ward_id", 'id', step."id", 'entry_id', step."entry_id",
      'version', step."version", 'action', step."action", 'reason', step."reason", 'snapshot', content,
      'actor_id', step."actor_id", 'actor_name', step."actor_name", 'actor_role', step."actor_role",
      'at', (to_jsonb(step."at" AT TIME ZONE 'UTC') #>> '{}') || '+00:00'))::text
  ELSE
    concat_ws(' ', previous, step."ward_id", step."id", step."entry_id", step."sequence", step."version", step."action",
      step."actor_role", coalesce(step."actor_id"::text, '-'), octet_length(step."actor_name") || ':' || step."actor_name",
      coalesce(octet_length(step."reason") || ':' || step."reason", '-'),
      coalesce(octet_length(step."address") || ':' || step."address", '-'), round(extract(epoch FROM step."at") * 1000),
      coalesce(step."names"::text, '-'), coalesce(step."before"::text, '-'), step."after")
  END, 'UTF8')), 'hex');

INSERT INTO "entry_step" ("ward_id", "id", "entry_id", "sequence", "version", "action", "reason", "before", "after", "names",
    "actor_id", "actor_name", "actor_role", "address", "at", "is_carried", "hash")
  SELECT r."ward_id", r."id", r."entry_id", r."version", r."version", r."action", r."reason",
    CASE WHEN p."id" IS NOT NULL THEN coalesce(c."before", '{}') END, coalesce(c."after", '{}'), a."names",
    r."actor_id", r."actor_name", r."actor_role", a."address", r."at", true, r."hash"
  FROM "entry_revision" r
  LEFT JOIN "entry_revision" p ON p."ward_id" = r."ward_id" AND p."entry_id" = r."entry_id" AND p."version" = r."version" - 1
  LEFT JOIN LATERAL (SELECT "names", "address" FROM "audit_event" WHERE "ward_id" = r."ward_id" AND "subject_id" = r."entry_id"
    AND "subject" = 'entry' AND "operation" = 'entry.' || r."action" AND "at" = r."at" LIMIT 1) a ON true
  CROSS JOIN LATERAL (
    SELECT jsonb_object_agg(k, p."snapshot"->k) FILTER (WHERE p."snapshot" ? k) AS "before",
      jsonb_object_agg(k, coalesce(r."snapshot"->k, 'null')) AS "after"
    FROM jsonb_object_keys(coalesce(p."snapshot", '{}') || r."snapshot") k
    WHERE p."id" IS NULL OR coalesce(p."snapshot"->k, 'null') <> coalesce(r."snapshot"->k, 'null')) c;

-- Time and order are the database's, and who did it is somebody who may: the app says no more than which member it was, and as what.
CREATE FUNCTION "chain_step"() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE last record;
BEGIN
  SELECT "hash", "at" INTO last FROM "entry_step"
    WHERE "ward_id" = NEW."ward_id" AND "entry_id" = NEW."entry_id" AND "sequence" = NEW."sequence" - 1;
  IF NOT FOUND AND NEW."sequence" <> 1 THEN
    RAISE EXCEPTION 'step % has no predecessor', NEW."sequence" USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW."actor_id" IS NOT NULL THEN
    SELECT a."name" INTO NEW."actor_name" FROM "membership" m JOIN "account" a ON a."id" = m."account_id"
      WHERE m."ward_id" = NEW."ward_id" AND m."account_id" = NEW."actor_id" AND NEW."actor_role" = ANY (m."roles")
        AND a."disabled_at" IS NULL;
    IF NOT FOUND THEN
      RAISE EXCEPTION '% is no % of the ward', NEW."actor_id", NEW."actor_role" USING ERRCODE = 'NROLE';
    END IF;
  ELSIF NOT pg_has_role((SELECT "relowner" FROM pg_class WHERE oid = TG_RELID), 'USAGE') THEN
    RAISE EXCEPTION 'a step needs somebody who takes it' USING ERRCODE = 'insufficient_privilege';
  END IF;
  NEW."at" := greatest(now(), last."at");
  NEW."is_carried" := false;
  NEW."hash" := step_hash(NEW, NULL, coalesce(last."hash", ''));
  RETURN NEW;
END $$;
CREATE TRIGGER "chain" BEFORE INSERT ON "entry_step" FOR EACH ROW EXECUTE FUNCTION "chain_step"();
CREATE TRIGGER "append_only" BEFORE UPDATE OR DELETE ON "entry_step" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "append_only_truncate" BEFORE TRUNCATE ON "entry_step" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- Every hash follows from what was carried over.
DO $$
DECLARE found uuid;
BEGIN
  SELECT "entry_id" INTO found FROM (
    SELECT s."entry_id", s."hash", step_hash(s, jsonb_merge(s."after") OVER entry, lag(s."hash", 1, '') OVER entry) AS expected
    FROM "entry_step" s WINDOW entry AS (PARTITION BY s."ward_id", s."entry_id" ORDER BY s."sequence")) c
    WHERE "hash" <> expected LIMIT 1;
  IF found IS NOT NULL THEN RAISE EXCEPTION '事業の履歴を移せません（事業 %）。', found; END IF;
END $$;

-- Revisions didn't always hold last year's recorded amount: what none of them says is said now.
WITH said AS (
  SELECT s."ward_id", s."entry_id", jsonb_merge(s."after" ORDER BY s."sequence")->'recordedLastYearAmount' AS amount
  FROM "entry_step" s GROUP BY s."ward_id", s."entry_id"
), unsaid AS (
  UPDATE "entry" e SET "steps" = "steps" + 1, "version" = "version" + 1 FROM said
    WHERE said."ward_id" = e."ward_id" AND said."entry_id" = e."id"
      AND coalesce(said.amount, 'null') <> coalesce(to_jsonb(e."recorded_last_year_amount"), 'null')
      AND (SELECT NOT r."snapshot" ? 'recordedLastYearAmount' FROM "entry_revision" r
        WHERE r."ward_id" = e."ward_id" AND r."entry_id" = e."id" ORDER BY r."version" DESC LIMIT 1)
    RETURNING e."ward_id", e."id", e."steps", e."version", e."recorded_last_year_amount", said.amount
)
INSERT INTO "entry_step" ("ward_id", "id", "entry_id", "sequence", "version", "action", "before", "after", "actor_name", "actor_role")
  SELECT "ward_id", gen_random_uuid(), "id", "steps", "version", 'recorded', jsonb_build_object('recordedLastYearAmount', amount),
    jsonb_build_object('recordedLastYearAmount', "recorded_last_year_amount"), 'import', 'import' FROM unsaid;

ALTER TABLE "audit_event" DISABLE TRIGGER "append_only";
DELETE FROM "audit_event" WHERE "subject" = 'entry';
ALTER TABLE "audit_event" ENABLE TRIGGER "append_only";

DROP VIEW "recorded_contributors";
DROP TABLE "workflow_event", "entry_revision" CASCADE;
DROP FUNCTION "chain_revision"(), "note_contributor"(), "is_contribution"(text);

-- What happened in the ward, steps of entries and everything else.
CREATE VIEW "ward_log" WITH (security_invoker = true) AS
  SELECT "ward_id", "id", "operation", "subject", "subject_id", "subject_name", "subject_year", NULL::int AS "sequence", "names",
      "before", "after", "actor_name", "actor_role", "address", "at"
    FROM "audit_event"
  UNION ALL
  SELECT "ward_id", "id", 'entry.' || "action", 'entry', "entry_id", NULL, NULL, "sequence", "names",
      "before", "after", "actor_name", "actor_role", "address", "at"
    FROM "entry_step" WHERE "action" NOT IN ('recorded', 'copy');
