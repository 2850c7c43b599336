-- A function finds its tables in the schema, whatever the caller's search_path: a temporary table of the same name would
-- come first, and could hand the chain a predecessor that never was.
ALTER FUNCTION "refuse_change"() SET search_path = pg_catalog, public, pg_temp;
ALTER FUNCTION "revision_hash"(entry_revision, text) SET search_path = pg_catalog, public, pg_temp;
ALTER FUNCTION "chain_revision"() SET search_path = pg_catalog, public, pg_temp;
