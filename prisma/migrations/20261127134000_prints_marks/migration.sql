-- Whether a year's document prints ≪新規≫ and ≪拡充≫. No entry of before has a mark, so nothing changes in what is printed of it.
ALTER TABLE "fiscal_year" ADD COLUMN "prints_marks" BOOLEAN NOT NULL DEFAULT true;

CREATE OR REPLACE VIEW "ward_setting" WITH (security_invoker = true) AS
  SELECT "ward_id", 'fiscal_year' AS "subject", "id", jsonb_build_object('year', "year", 'status', "status", 'title', "title",
      'mark', "mark", 'draftMark', "draft_mark", 'totalLabel', "total_label", 'personnelNote', "personnel_note",
      'annexNote', "annex_note", 'printsMarks', "prints_marks") AS "content", "id" AS "fiscal_year_id"
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
