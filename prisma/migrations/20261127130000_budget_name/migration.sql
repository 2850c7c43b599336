-- 予算書上の事業名, where the budget calls a project otherwise than the document does. Entries of before have none.
ALTER TABLE "entry" ADD COLUMN "budget_name" TEXT NOT NULL DEFAULT '';
ALTER TABLE "entry" ADD CONSTRAINT "entry_budget_name_check" CHECK (char_length("budget_name") <= 120);

CREATE OR REPLACE FUNCTION "entry_snapshot"(e entry) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT jsonb_build_object(
    'name', e."name",
    'budgetName', e."budget_name",
    'categoryId', e."category_id",
    'departmentId', e."department_id",
    'amount', e."amount",
    'lastYear', e."last_year",
    'lastYearProjectId', CASE WHEN e."last_year" = 'project' THEN e."project_id" END,
    'recordedLastYearAmount', e."recorded_last_year_amount",
    'isPriority', e."is_priority",
    'summary', e."summary",
    'innovation', e."innovation",
    'status', e."status")
$$;
