-- The day by which the 課 submit. Nothing is shut after it.
ALTER TABLE "fiscal_year" ADD COLUMN "deadline" DATE;

-- The view as it is, and the new field beside the last one of a year.
DO $$
DECLARE found text := pg_get_viewdef('ward_setting'::regclass);
DECLARE wanted text := regexp_replace(found, '(''confirmed''(::text)?,\s+)(\S*)confirmed', '\1\3confirmed, ''deadline''\2, \3deadline');
BEGIN
  IF wanted = found THEN RAISE EXCEPTION 'ward_setting has no field of a year'; END IF;
  EXECUTE 'CREATE OR REPLACE VIEW "ward_setting" WITH (security_invoker = true) AS ' || wanted;
END $$;
