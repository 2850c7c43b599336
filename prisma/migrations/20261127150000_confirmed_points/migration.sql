-- Who closed the year, and what stood against it then and was confirmed by name.
ALTER TABLE "fiscal_year" ADD COLUMN "closed_by" TEXT, ADD COLUMN "closed_at" TIMESTAMPTZ(3), ADD COLUMN "confirmed" JSONB;

CREATE OR REPLACE VIEW "ward_setting" WITH (security_invoker = true) AS
  SELECT "ward_id", 'fiscal_year' AS "subject", "id", jsonb_build_object('year', "year", 'status', "status", 'title', "title",
      'mark', "mark", 'draftMark', "draft_mark", 'totalLabel', "total_label", 'personnelNote', "personnel_note",
      'annexNote', "annex_note", 'printsMarks', "prints_marks", 'confirmed', "confirmed") AS "content", "id" AS "fiscal_year_id"
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
