-- 区民意見・公約との対応: what a project answers to. Entries of before say nothing of it.
ALTER TABLE "entry" ADD COLUMN "opinions_and_pledges" TEXT NOT NULL DEFAULT '';
ALTER TABLE "entry" ADD CONSTRAINT "entry_opinions_and_pledges_check" CHECK (char_length("opinions_and_pledges") <= 200);

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
    'opinionsAndPledges', e."opinions_and_pledges",
    'status', e."status")
$$;
