-- What the rows of the log are about, as a view: within a function with a search path of its own PostgreSQL can't fold it in, and
-- planned and ran its five joins with every row that was written.
DROP FUNCTION IF EXISTS "audit_subject"(uuid, text, uuid);

CREATE VIEW "audit_subject" WITH (security_invoker = true) AS
  SELECT e."ward_id", 'entry' AS "subject", e."id", e."name", y."year"
    FROM "entry" e JOIN "fiscal_year" y ON y."ward_id" = e."ward_id" AND y."id" = e."fiscal_year_id"
  UNION ALL
  SELECT c."ward_id", 'category_year', c."id", c."name", y."year"
    FROM "category_year" c JOIN "fiscal_year" y ON y."ward_id" = c."ward_id" AND y."id" = c."fiscal_year_id"
  UNION ALL
  SELECT y."ward_id", s."subject", y."id", NULL, y."year"
    FROM "fiscal_year" y CROSS JOIN (VALUES ('fiscal_year'), ('document')) AS s ("subject")
  UNION ALL
  SELECT d."ward_id", 'department', d."id", d."name", NULL FROM "department" d
  UNION ALL
  SELECT m."ward_id", 'membership', m."id", a."name", NULL FROM "membership" m JOIN "account" a ON a."id" = m."account_id";
