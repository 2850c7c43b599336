-- One amount never makes a sum of a year's entries inexact.
ALTER TABLE "entry" ADD CONSTRAINT "entry_amount_limit_check"
  CHECK ("amount" <= 9999999999 AND "recorded_last_year_amount" <= 9999999999);
ALTER TABLE "category_year" ADD CONSTRAINT "category_year_amount_limit_check"
  CHECK ("ceiling" <= 9999999999 AND "recorded_total" <= 9999999999 AND "annex_amount" <= 9999999999);
