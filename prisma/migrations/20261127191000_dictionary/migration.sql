-- The words of a ward's house style, where they differ from those that come with the program: a row with the id of one of these stands in
-- its place. Lists have 、 between their words.
CREATE TABLE "dictionary_rule" (
    "ward_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "wrong" TEXT NOT NULL,
    "right" TEXT NOT NULL,
    "except" TEXT NOT NULL,
    "good" TEXT NOT NULL,
    "bad" TEXT NOT NULL,
    "is_used" BOOLEAN NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "dictionary_rule_pkey" PRIMARY KEY ("ward_id", "id"),
    CONSTRAINT "dictionary_rule_words_check" CHECK ("wrong" <> '' AND "right" <> ''),
    CONSTRAINT "dictionary_rule_version_check" CHECK ("version" >= 1)
);
ALTER TABLE "dictionary_rule" ADD CONSTRAINT "dictionary_rule_ward_id_fkey" FOREIGN KEY ("ward_id")
  REFERENCES "ward"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Both views as they are, and the new rows.
DO $$
BEGIN
  EXECUTE 'CREATE OR REPLACE VIEW "ward_setting" WITH (security_invoker = true) AS '
    || rtrim(pg_get_viewdef('ward_setting'::regclass), ';')
    || $view$ UNION ALL SELECT "ward_id", 'dictionary_rule', "id", jsonb_build_object('wrong', "wrong", 'right', "right",
      'except', "except", 'good', "good", 'bad', "bad", 'isUsed', "is_used"), NULL FROM "dictionary_rule" $view$;
  EXECUTE 'CREATE OR REPLACE VIEW "audit_subject" WITH (security_invoker = true) AS '
    || rtrim(pg_get_viewdef('audit_subject'::regclass), ';')
    || $view$ UNION ALL SELECT "ward_id", 'dictionary_rule', "id", "right", NULL FROM "dictionary_rule" $view$;
END $$;
