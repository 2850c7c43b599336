-- What an added entry says of last year, where nobody copied it from there: a new project, or one of last year's.
ALTER TABLE "entry" ADD COLUMN "last_year" TEXT;
ALTER TABLE "entry" ADD CONSTRAINT "entry_last_year_check" CHECK ("last_year" IN ('new', 'project'));
ALTER TABLE "entry" ADD CONSTRAINT "entry_last_year_amount_check"
  CHECK ("last_year" IS NULL OR "recorded_last_year_amount" IS NULL);
