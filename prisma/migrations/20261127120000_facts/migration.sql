-- The lineage: what stands in the year before each year, under the project that goes on with it. Withdrawn entries count nowhere.
CREATE VIEW "last_year_entry" WITH (security_invoker = true) AS
  SELECT y."ward_id", y."id" AS "fiscal_year_id", b."project_id", l."year", b."id", b."category_id", b."department_id", b."name",
      b."status", b."steps", b."amount", b."sort_order", b."updated_at", b."search_key"
    FROM "fiscal_year" y
    JOIN "fiscal_year" l ON l."ward_id" = y."ward_id" AND l."year" = y."year" - 1
    JOIN "entry" b ON b."ward_id" = l."ward_id" AND b."fiscal_year_id" = l."id" AND b."status" <> 'withdrawn';
