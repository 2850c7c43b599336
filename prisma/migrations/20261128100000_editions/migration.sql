-- Published, frozen documents: what an edition holds never changes. 案 is published while the year is drafted, 初版 is the first that is
-- final, 訂正版 every later one.
CREATE TABLE "edition" (
    "ward_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "fiscal_year_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT,
    "confirmed" JSONB,
    "readers" JSONB,
    "published_by" UUID NOT NULL,
    "publisher_name" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),

    CONSTRAINT "edition_pkey" PRIMARY KEY ("ward_id", "id"),
    CONSTRAINT "edition_number_key" UNIQUE ("ward_id", "fiscal_year_id", "number"),
    CONSTRAINT "edition_number_check" CHECK ("number" >= 1),
    CONSTRAINT "edition_kind_check" CHECK ("kind" IN ('draft', 'first', 'corrected')),
    CONSTRAINT "edition_reason_check" CHECK ("kind" <> 'corrected' OR coalesce("reason", '') <> '')
);
ALTER TABLE "edition" ADD CONSTRAINT "edition_fiscal_year_fkey" FOREIGN KEY ("ward_id", "fiscal_year_id")
  REFERENCES "fiscal_year"("ward_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Each document of an edition: 資料Ｄ‐１, 別紙, 正誤表. The model is kept as the text that its hash is of.
CREATE TABLE "edition_document" (
    "ward_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "edition_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "template_version" INTEGER NOT NULL,
    "model" JSON NOT NULL,
    "model_sha256" TEXT NOT NULL,

    CONSTRAINT "edition_document_pkey" PRIMARY KEY ("ward_id", "id"),
    CONSTRAINT "edition_document_kind_key" UNIQUE ("ward_id", "edition_id", "kind"),
    CONSTRAINT "edition_document_kind_check" CHECK ("kind" IN ('document', 'annex', 'errata'))
);
ALTER TABLE "edition_document" ADD CONSTRAINT "edition_document_edition_fkey" FOREIGN KEY ("ward_id", "edition_id")
  REFERENCES "edition"("ward_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "edition_file" (
    "ward_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "format" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "sha256" TEXT NOT NULL,

    CONSTRAINT "edition_file_pkey" PRIMARY KEY ("ward_id", "id"),
    CONSTRAINT "edition_file_format_key" UNIQUE ("ward_id", "document_id", "format")
);
CREATE INDEX "edition_file_sha256_idx" ON "edition_file" ("sha256");
ALTER TABLE "edition_file" ADD CONSTRAINT "edition_file_document_fkey" FOREIGN KEY ("ward_id", "document_id")
  REFERENCES "edition_document"("ward_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- Packed already, most of them.
ALTER TABLE "edition_file" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;

-- What the year came to in an edition, for the years that print it after it. Withdrawn entries aren't in it.
CREATE TABLE "edition_entry" (
    "ward_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "edition_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "category_id" UUID NOT NULL,
    "department_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "amount" BIGINT,
    "sort_order" INTEGER NOT NULL,

    CONSTRAINT "edition_entry_pkey" PRIMARY KEY ("ward_id", "id"),
    CONSTRAINT "edition_entry_entry_key" UNIQUE ("ward_id", "edition_id", "entry_id"),
    CONSTRAINT "edition_entry_project_key" UNIQUE ("ward_id", "edition_id", "project_id")
);
ALTER TABLE "edition_entry" ADD CONSTRAINT "edition_entry_edition_fkey" FOREIGN KEY ("ward_id", "edition_id")
  REFERENCES "edition"("ward_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "edition_entry" ADD CONSTRAINT "edition_entry_entry_fkey" FOREIGN KEY ("ward_id", "entry_id")
  REFERENCES "entry"("ward_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "edition_entry" ADD CONSTRAINT "edition_entry_department_fkey" FOREIGN KEY ("ward_id", "department_id")
  REFERENCES "department"("ward_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "edition_category" (
    "ward_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "edition_id" UUID NOT NULL,
    "category_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "annex_amount" BIGINT,
    "recorded_total" BIGINT,
    "sort_order" INTEGER NOT NULL,

    CONSTRAINT "edition_category_pkey" PRIMARY KEY ("ward_id", "id"),
    CONSTRAINT "edition_category_category_key" UNIQUE ("ward_id", "edition_id", "category_id")
);
ALTER TABLE "edition_category" ADD CONSTRAINT "edition_category_edition_fkey" FOREIGN KEY ("ward_id", "edition_id")
  REFERENCES "edition"("ward_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "edition_category" ADD CONSTRAINT "edition_category_category_fkey" FOREIGN KEY ("ward_id", "category_id")
  REFERENCES "category"("ward_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['edition', 'edition_document', 'edition_file', 'edition_entry', 'edition_category'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name);
    EXECUTE format('CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name);
  END LOOP;
END $$;

-- Of a year that isn't drafted any more the newest final edition counts.
CREATE VIEW "newest_edition" WITH (security_invoker = true) AS
  SELECT DISTINCT ON ("ward_id", "fiscal_year_id") * FROM "edition" WHERE "kind" <> 'draft'
    ORDER BY "ward_id", "fiscal_year_id", "number" DESC;

-- 読み合わせ: who held a printed place against its source. The place is a key into the document, seen a hash of what was printed there and
-- of its source: a mark counts as long as both say the same. A difference is a mark with a note.
CREATE TABLE "reading_mark" (
    "ward_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "fiscal_year_id" UUID NOT NULL,
    "place" TEXT NOT NULL,
    "seen" TEXT NOT NULL,
    "note" TEXT,
    "account_id" UUID NOT NULL,
    "reader_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),

    CONSTRAINT "reading_mark_pkey" PRIMARY KEY ("ward_id", "id"),
    CONSTRAINT "reading_mark_place_key" UNIQUE ("ward_id", "fiscal_year_id", "account_id", "place"),
    CONSTRAINT "reading_mark_note_check" CHECK ("note" <> '')
);
ALTER TABLE "reading_mark" ADD CONSTRAINT "reading_mark_fiscal_year_fkey" FOREIGN KEY ("ward_id", "fiscal_year_id")
  REFERENCES "fiscal_year"("ward_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- How many people read an edition against its sources before it is published.
ALTER TABLE "ward" ADD COLUMN "readers_needed" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "ward" ADD CONSTRAINT "ward_readers_needed_check" CHECK ("readers_needed" BETWEEN 0 AND 2);
