-- The order of a year's entries and the year's texts are two things: each has its own version.
ALTER TABLE "fiscal_year" ADD COLUMN "order_version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "fiscal_year" ADD CONSTRAINT "fiscal_year_order_version_check" CHECK ("order_version" >= 1);
