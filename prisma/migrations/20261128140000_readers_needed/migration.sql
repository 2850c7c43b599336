-- How many people read an edition before it is published is a setting of the ward: the log says what it is from its first change on,
-- and one until then.
DO $$
BEGIN
  EXECUTE 'CREATE OR REPLACE VIEW "ward_setting" WITH (security_invoker = true) AS '
    || rtrim(pg_get_viewdef('ward_setting'::regclass), ';')
    || $view$ UNION ALL SELECT w."id", 'ward', w."id", jsonb_build_object('readersNeeded', w."readers_needed"), NULL FROM "ward" w
      WHERE w."readers_needed" <> 1 OR EXISTS (SELECT FROM "audit_event" a
        WHERE a."ward_id" = w."id" AND a."subject" = 'ward' AND a."subject_id" = w."id") $view$;
  EXECUTE 'CREATE OR REPLACE VIEW "audit_subject" WITH (security_invoker = true) AS '
    || rtrim(pg_get_viewdef('audit_subject'::regclass), ';')
    || $view$ UNION ALL SELECT "id", 'ward', "id", "name", NULL FROM "ward" $view$;
END $$;
