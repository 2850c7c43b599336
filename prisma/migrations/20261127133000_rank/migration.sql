-- 優先順位 within the 課. Two entries may have the same one: while a 課 ranks its own, it does for a while.
ALTER TABLE "entry" ADD COLUMN "rank" INTEGER;
ALTER TABLE "entry" ADD CONSTRAINT "entry_rank_check" CHECK ("rank" BETWEEN 1 AND 999);

CREATE OR REPLACE FUNCTION "entry_snapshot"(e entry) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT jsonb_build_object(
    'name', e."name",
    'budgetName', e."budget_name",
    'categoryId', e."category_id",
    'departmentId', e."department_id",
    'amount', e."amount",
    'rank', e."rank",
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
