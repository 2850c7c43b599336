-- What the last submission says of the warnings about an entry: [{rule, place, flagged, reason}]. It counts while what was flagged
-- is the same, so nothing has to be taken away when a text changes.
ALTER TABLE "entry" ADD COLUMN "finding_reasons" JSONB;
ALTER TABLE "entry" ADD CONSTRAINT "entry_finding_reasons_check" CHECK (jsonb_typeof("finding_reasons") = 'array');

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
    'status', e."status",
    'findingReasons', e."finding_reasons")
$$;
