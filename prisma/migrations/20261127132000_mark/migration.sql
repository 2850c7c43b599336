-- 区分: 新規, 拡充, 継続 or 廃止予定. Entries of before say nothing of it.
ALTER TABLE "entry" ADD COLUMN "mark" TEXT;
ALTER TABLE "entry" ADD CONSTRAINT "entry_mark_check" CHECK ("mark" IN ('new', 'expanded', 'continued', 'ending'));

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
    'mark', e."mark",
    'isPriority', e."is_priority",
    'summary', e."summary",
    'innovation', e."innovation",
    'opinionsAndPledges', e."opinions_and_pledges",
    'status', e."status")
$$;
