-- What an entry says, as its revisions keep it: the copy of a year writes it down, verification compares it.
CREATE FUNCTION "entry_snapshot"(e entry) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT jsonb_build_object(
    'name', e."name",
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
