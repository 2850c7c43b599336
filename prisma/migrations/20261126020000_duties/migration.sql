-- Who changed or submitted an entry since its last approval. Its history says so; the column spares reading the history.
ALTER TABLE "entry" ADD COLUMN "contributors" UUID[] NOT NULL DEFAULT '{}';

-- A step that isn't named here counts, so that a new one bars too many rather than too few.
CREATE FUNCTION "is_contribution"(action text) RETURNS boolean LANGUAGE sql IMMUTABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT action NOT IN ('copy', 'recorded', 'pullBack', 'return', 'approve', 'reopen', 'withdraw')
$$;

CREATE FUNCTION "note_contributor"() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW."action" = 'approve' THEN
    UPDATE "entry" SET "contributors" = '{}' WHERE "ward_id" = NEW."ward_id" AND "id" = NEW."entry_id";
  ELSIF NEW."actor_id" IS NOT NULL AND is_contribution(NEW."action") THEN
    UPDATE "entry" SET "contributors" = "contributors" || NEW."actor_id"
      WHERE "ward_id" = NEW."ward_id" AND "id" = NEW."entry_id" AND NEW."actor_id" <> ALL ("contributors");
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "contributor" AFTER INSERT ON "entry_revision" FOR EACH ROW EXECUTE FUNCTION "note_contributor"();

-- The same out of the history: what the column held from the beginning, and what it is checked against.
CREATE VIEW "recorded_contributors" WITH (security_invoker = true) AS
  SELECT r."ward_id", r."entry_id", array_agg(DISTINCT r."actor_id") AS "account_ids" FROM "entry_revision" r
    WHERE r."actor_id" IS NOT NULL AND is_contribution(r."action")
      AND NOT EXISTS (SELECT FROM "entry_revision" a WHERE a."ward_id" = r."ward_id" AND a."entry_id" = r."entry_id"
        AND a."action" = 'approve' AND a."version" > r."version")
    GROUP BY r."ward_id", r."entry_id";

UPDATE "entry" e SET "contributors" = r."account_ids" FROM "recorded_contributors" r
  WHERE r."ward_id" = e."ward_id" AND r."entry_id" = e."id";

-- Who had a hand in what would be decided about: also its drafter and its last editor, however long ago that was.
CREATE VIEW "entry_contributors" WITH (security_invoker = true) AS
  SELECT "ward_id", "id" AS "entry_id", "fiscal_year_id", "department_id", "status",
      array_remove("contributors" || "drafted_by" || "last_edited_by", NULL) AS "account_ids"
    FROM "entry";

-- Approvers who can sign in, of one 課 or of all.
CREATE VIEW "approver" WITH (security_invoker = true) AS
  SELECT m."ward_id", m."account_id", m."department_id", a."name" FROM "membership" m
    JOIN "account" a ON a."id" = m."account_id" AND a."disabled_at" IS NULL
    WHERE 'approver' = ANY (m."roles");

-- Who could decide about an entry: the approvers of its 課 or of all who had no hand in it.
CREATE VIEW "entry_decider" WITH (security_invoker = true) AS
  SELECT c."ward_id", c."entry_id", a."account_id", a."name", a."department_id" FROM "entry_contributors" c
    JOIN "approver" a ON a."ward_id" = c."ward_id" AND a."account_id" <> ALL (c."account_ids")
      AND (a."department_id" IS NULL OR a."department_id" = c."department_id");

-- What waits for a decision that nobody can take. (Out of entry_decider it would read every entry once more.)
CREATE VIEW "undecidable_entry" WITH (security_invoker = true) AS
  SELECT c."ward_id", c."entry_id" FROM "entry_contributors" c
    JOIN "fiscal_year" y ON y."ward_id" = c."ward_id" AND y."id" = c."fiscal_year_id" AND y."status" = 'open'
    WHERE c."status" = 'in_review' AND NOT EXISTS (SELECT FROM "approver" a
      WHERE a."ward_id" = c."ward_id" AND a."account_id" <> ALL (c."account_ids")
        AND (a."department_id" IS NULL OR a."department_id" = c."department_id"));
