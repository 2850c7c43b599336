-- 備考 of the list of all entries (別紙). Entries of before have none.
ALTER TABLE "entry" ADD COLUMN "remarks" TEXT NOT NULL DEFAULT '';
ALTER TABLE "entry" ADD CONSTRAINT "entry_remarks_check" CHECK (char_length("remarks") <= 60);

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
    'remarks', e."remarks",
    'status', e."status")
$$;
