-- Who has a hand in what an entry says now: its drafter, its last editor, and whoever took a step since the last approval that
-- changes or submits it. A step that isn't listed here counts, so that a new one bars too much rather than too little.
CREATE VIEW "entry_contributor" WITH (security_invoker = true) AS
  SELECT "ward_id", "id" AS "entry_id", "drafted_by" AS "account_id" FROM "entry" WHERE "drafted_by" IS NOT NULL
  UNION ALL
  SELECT "ward_id", "id", "last_edited_by" FROM "entry" WHERE "last_edited_by" IS NOT NULL
  UNION ALL
  SELECT r."ward_id", r."entry_id", r."actor_id" FROM "entry_revision" r
    WHERE r."actor_id" IS NOT NULL AND r."action" NOT IN ('pullBack', 'return', 'approve', 'reopen', 'withdraw')
      AND NOT EXISTS (SELECT FROM "entry_revision" a WHERE a."ward_id" = r."ward_id" AND a."entry_id" = r."entry_id"
        AND a."action" = 'approve' AND a."version" > r."version");

-- Who could decide about an entry: the approvers of its 課 or of all who can sign in and had no hand in it.
CREATE VIEW "entry_decider" WITH (security_invoker = true) AS
  SELECT e."ward_id", e."id" AS "entry_id", m."account_id", a."name", m."department_id" FROM "entry" e
    JOIN "membership" m ON m."ward_id" = e."ward_id" AND 'approver' = ANY (m."roles")
      AND (m."department_id" IS NULL OR m."department_id" = e."department_id")
    JOIN "account" a ON a."id" = m."account_id" AND a."disabled_at" IS NULL
    WHERE NOT EXISTS (SELECT FROM "entry_contributor" c
      WHERE c."ward_id" = e."ward_id" AND c."entry_id" = e."id" AND c."account_id" = m."account_id");

-- What waits for a decision that nobody can take.
CREATE VIEW "undecidable_entry" WITH (security_invoker = true) AS
  SELECT e."ward_id", e."id" AS "entry_id" FROM "entry" e
    JOIN "fiscal_year" y ON y."ward_id" = e."ward_id" AND y."id" = e."fiscal_year_id" AND y."status" = 'open'
    WHERE e."status" = 'in_review' AND NOT EXISTS (SELECT FROM "entry_decider" d
      WHERE d."ward_id" = e."ward_id" AND d."entry_id" = e."id");
