-- Printed after the name of the document's own year in the head of its column; nothing once the budget has passed.
ALTER TABLE "fiscal_year" ADD COLUMN "draft_mark" TEXT NOT NULL DEFAULT '（案）';
