-- A last year of which a final edition was published is what that says, whatever becomes of its rows afterwards.
DROP VIEW "last_year_entry";
CREATE VIEW "last_year_entry" WITH (security_invoker = true) AS
  SELECT y."ward_id", y."id" AS "fiscal_year_id", l."year", b."id", coalesce(p."project_id", b."project_id") AS "project_id",
      coalesce(p."category_id", b."category_id") AS "category_id", coalesce(p."department_id", b."department_id") AS "department_id",
      coalesce(p."name", b."name") AS "name", CASE WHEN p."id" IS NULL THEN b."amount" ELSE p."amount" END AS "amount",
      coalesce(p."sort_order", b."sort_order") AS "sort_order", b."status", b."updated_at", b."updated_by", b."search_key",
      n."number" AS "edition_number", n."kind" AS "edition_kind"
    FROM "fiscal_year" y
    JOIN "fiscal_year" l ON l."ward_id" = y."ward_id" AND l."year" = y."year" - 1
    LEFT JOIN "newest_edition" n ON n."ward_id" = l."ward_id" AND n."fiscal_year_id" = l."id"
    JOIN "entry" b ON b."ward_id" = l."ward_id" AND b."fiscal_year_id" = l."id"
    LEFT JOIN "edition_entry" p ON p."ward_id" = n."ward_id" AND p."edition_id" = n."id" AND p."entry_id" = b."id"
    WHERE CASE WHEN n."id" IS NULL THEN b."status" <> 'withdrawn' ELSE p."id" IS NOT NULL END;
