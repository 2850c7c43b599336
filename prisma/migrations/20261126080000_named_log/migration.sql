-- A row of the log says what it was about in the words of its time: names change, and memberships go.
ALTER TABLE "audit_event" ADD COLUMN "subject_name" TEXT, ADD COLUMN "subject_year" INTEGER, ADD COLUMN "names" JSONB;

-- What a row is about, as it is called now.
CREATE FUNCTION "audit_subject"(ward uuid, subject text, id uuid) RETURNS TABLE (name text, year integer)
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT e.name, y.year FROM entry e JOIN fiscal_year y ON y.ward_id = e.ward_id AND y.id = e.fiscal_year_id
    WHERE subject = 'entry' AND e.ward_id = ward AND e.id = audit_subject.id
  UNION ALL
  SELECT c.name, y.year FROM category_year c JOIN fiscal_year y ON y.ward_id = c.ward_id AND y.id = c.fiscal_year_id
    WHERE subject = 'category_year' AND c.ward_id = ward AND c.id = audit_subject.id
  UNION ALL
  SELECT NULL, y.year FROM fiscal_year y
    WHERE subject IN ('fiscal_year', 'document') AND y.ward_id = ward AND y.id = audit_subject.id
  UNION ALL
  SELECT d.name, NULL FROM department d WHERE subject = 'department' AND d.ward_id = ward AND d.id = audit_subject.id
  UNION ALL
  SELECT a.name, NULL FROM membership m JOIN account a ON a.id = m.account_id
    WHERE subject = 'membership' AND m.ward_id = ward AND m.id = audit_subject.id
$$;

-- Who changed a thing last, and when somebody signed in last, out of hundreds of thousands of rows.
CREATE INDEX "audit_event_ward_id_subject_id_at_idx" ON "audit_event" ("ward_id", "subject_id", "at");
CREATE INDEX "security_event_ward_id_account_id_kind_at_idx" ON "security_event" ("ward_id", "account_id", "kind", "at");
