-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "ward" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ward_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "login_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "must_change_password" BOOLEAN NOT NULL DEFAULT true,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "disabled_at" TIMESTAMPTZ(3),
    "home_ward_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "ward_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "department_id" UUID,
    "roles" TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("ward_id","id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "ward_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_throttle" (
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "locked_until" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_throttle_pkey" PRIMARY KEY ("kind","key")
);

-- CreateTable
CREATE TABLE "department" (
    "ward_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "sort_order" INTEGER NOT NULL,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "retired_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "department_pkey" PRIMARY KEY ("ward_id","id")
);

-- CreateTable
CREATE TABLE "fiscal_year" (
    "ward_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "mark" TEXT NOT NULL,
    "total_label" TEXT NOT NULL,
    "personnel_note" TEXT NOT NULL,
    "annex_note" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "fiscal_year_pkey" PRIMARY KEY ("ward_id","id")
);

-- CreateTable
CREATE TABLE "category" (
    "ward_id" UUID NOT NULL,
    "id" UUID NOT NULL,

    CONSTRAINT "category_pkey" PRIMARY KEY ("ward_id","id")
);

-- CreateTable
CREATE TABLE "category_year" (
    "ward_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "category_id" UUID NOT NULL,
    "fiscal_year_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "explanation" TEXT NOT NULL,
    "sort_order" INTEGER NOT NULL,
    "ceiling" BIGINT,
    "recorded_total" BIGINT,
    "annex_amount" BIGINT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "category_year_pkey" PRIMARY KEY ("ward_id","id")
);

-- CreateTable
CREATE TABLE "project" (
    "ward_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "project_pkey" PRIMARY KEY ("ward_id","id")
);

-- CreateTable
CREATE TABLE "entry" (
    "ward_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "fiscal_year_id" UUID NOT NULL,
    "category_id" UUID NOT NULL,
    "department_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "amount" BIGINT,
    "recorded_last_year_amount" BIGINT,
    "is_priority" BOOLEAN NOT NULL,
    "sort_order" INTEGER NOT NULL,
    "summary" TEXT NOT NULL,
    "innovation" TEXT NOT NULL,
    "search_key" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "ever_approved" BOOLEAN NOT NULL DEFAULT false,
    "drafted_by" UUID,
    "last_edited_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "entry_pkey" PRIMARY KEY ("ward_id","id")
);

-- CreateTable
CREATE TABLE "entry_revision" (
    "ward_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "action" TEXT NOT NULL,
    "reason" TEXT,
    "snapshot" JSONB NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "actor_role" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "prev_hash" TEXT NOT NULL DEFAULT '',
    "hash" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "entry_revision_pkey" PRIMARY KEY ("ward_id","id")
);

-- CreateTable
CREATE TABLE "workflow_event" (
    "ward_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "action" TEXT NOT NULL,
    "from_status" TEXT NOT NULL,
    "to_status" TEXT NOT NULL,
    "reason" TEXT,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "actor_role" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "workflow_event_pkey" PRIMARY KEY ("ward_id","id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "ward_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "operation" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "subject_id" UUID,
    "before" JSONB,
    "after" JSONB,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "actor_role" TEXT NOT NULL,
    "address" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("ward_id","id")
);

-- CreateTable
CREATE TABLE "security_event" (
    "id" UUID NOT NULL,
    "ward_id" UUID,
    "kind" TEXT NOT NULL,
    "login_id" TEXT,
    "account_id" UUID,
    "address" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "security_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ward_code_key" ON "ward"("code");

-- CreateIndex
CREATE UNIQUE INDEX "account_login_id_key" ON "account"("login_id");

-- CreateIndex
CREATE INDEX "membership_account_id_idx" ON "membership"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "membership_ward_id_account_id_key" ON "membership"("ward_id", "account_id");

-- CreateIndex
CREATE INDEX "session_account_id_idx" ON "session"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "department_ward_id_name_key" ON "department"("ward_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "fiscal_year_ward_id_year_key" ON "fiscal_year"("ward_id", "year");

-- CreateIndex
CREATE UNIQUE INDEX "category_year_ward_id_fiscal_year_id_category_id_key" ON "category_year"("ward_id", "fiscal_year_id", "category_id");

-- CreateIndex
CREATE INDEX "entry_ward_id_fiscal_year_id_sort_order_idx" ON "entry"("ward_id", "fiscal_year_id", "sort_order");

-- CreateIndex
CREATE UNIQUE INDEX "entry_ward_id_project_id_fiscal_year_id_key" ON "entry"("ward_id", "project_id", "fiscal_year_id");

-- CreateIndex
CREATE UNIQUE INDEX "entry_revision_ward_id_entry_id_version_key" ON "entry_revision"("ward_id", "entry_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "workflow_event_ward_id_entry_id_version_key" ON "workflow_event"("ward_id", "entry_id", "version");

-- CreateIndex
CREATE INDEX "audit_event_ward_id_at_idx" ON "audit_event"("ward_id", "at");

-- CreateIndex
CREATE INDEX "security_event_at_idx" ON "security_event"("at");

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_home_ward_id_fkey" FOREIGN KEY ("home_ward_id") REFERENCES "ward"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_ward_id_fkey" FOREIGN KEY ("ward_id") REFERENCES "ward"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_ward_id_department_id_fkey" FOREIGN KEY ("ward_id", "department_id") REFERENCES "department"("ward_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_ward_id_account_id_fkey" FOREIGN KEY ("ward_id", "account_id") REFERENCES "membership"("ward_id", "account_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "department" ADD CONSTRAINT "department_ward_id_fkey" FOREIGN KEY ("ward_id") REFERENCES "ward"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fiscal_year" ADD CONSTRAINT "fiscal_year_ward_id_fkey" FOREIGN KEY ("ward_id") REFERENCES "ward"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "category" ADD CONSTRAINT "category_ward_id_fkey" FOREIGN KEY ("ward_id") REFERENCES "ward"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "category_year" ADD CONSTRAINT "category_year_ward_id_category_id_fkey" FOREIGN KEY ("ward_id", "category_id") REFERENCES "category"("ward_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "category_year" ADD CONSTRAINT "category_year_ward_id_fiscal_year_id_fkey" FOREIGN KEY ("ward_id", "fiscal_year_id") REFERENCES "fiscal_year"("ward_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_ward_id_fkey" FOREIGN KEY ("ward_id") REFERENCES "ward"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry" ADD CONSTRAINT "entry_ward_id_project_id_fkey" FOREIGN KEY ("ward_id", "project_id") REFERENCES "project"("ward_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry" ADD CONSTRAINT "entry_ward_id_fiscal_year_id_fkey" FOREIGN KEY ("ward_id", "fiscal_year_id") REFERENCES "fiscal_year"("ward_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry" ADD CONSTRAINT "entry_ward_id_fiscal_year_id_category_id_fkey" FOREIGN KEY ("ward_id", "fiscal_year_id", "category_id") REFERENCES "category_year"("ward_id", "fiscal_year_id", "category_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry" ADD CONSTRAINT "entry_ward_id_department_id_fkey" FOREIGN KEY ("ward_id", "department_id") REFERENCES "department"("ward_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry_revision" ADD CONSTRAINT "entry_revision_ward_id_entry_id_fkey" FOREIGN KEY ("ward_id", "entry_id") REFERENCES "entry"("ward_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workflow_event" ADD CONSTRAINT "workflow_event_ward_id_entry_id_fkey" FOREIGN KEY ("ward_id", "entry_id") REFERENCES "entry"("ward_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the database itself can hold ---------------------------------------------------------------
ALTER TABLE "ward" ADD CONSTRAINT "ward_code_check" CHECK ("code" ~ '^[0-9]{6}$');
ALTER TABLE "membership" ADD CONSTRAINT "membership_roles_check"
  CHECK (cardinality("roles") > 0 AND "roles" <@ ARRAY['drafter', 'approver', 'admin', 'viewer']);
ALTER TABLE "membership" ADD CONSTRAINT "membership_drafter_department_check"
  CHECK (NOT 'drafter' = ANY ("roles") OR "department_id" IS NOT NULL);
ALTER TABLE "fiscal_year" ADD CONSTRAINT "fiscal_year_status_check" CHECK ("status" IN ('open', 'closed'));
ALTER TABLE "fiscal_year" ADD CONSTRAINT "fiscal_year_year_check" CHECK ("year" BETWEEN 1989 AND 2100);
ALTER TABLE "fiscal_year" ADD CONSTRAINT "fiscal_year_version_check" CHECK ("version" >= 1);
ALTER TABLE "category_year" ADD CONSTRAINT "category_year_amounts_check"
  CHECK ("ceiling" >= 0 AND "recorded_total" >= 0 AND "annex_amount" >= 0);
ALTER TABLE "entry" ADD CONSTRAINT "entry_status_check"
  CHECK ("status" IN ('draft', 'in_review', 'returned', 'approved', 'withdrawn'));
ALTER TABLE "entry" ADD CONSTRAINT "entry_amount_check"
  CHECK ("amount" BETWEEN 0 AND 9007199254740991 AND "recorded_last_year_amount" BETWEEN 0 AND 9007199254740991);
ALTER TABLE "entry" ADD CONSTRAINT "entry_version_check" CHECK ("version" >= 1);
ALTER TABLE "entry" ADD CONSTRAINT "entry_name_check" CHECK ("name" <> '');
ALTER TABLE "entry_revision" ADD CONSTRAINT "entry_revision_version_check" CHECK ("version" >= 1);

-- Append-only --------------------------------------------------------------------------------------
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['entry_revision', 'workflow_event', 'audit_event', 'security_event'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name);
    EXECUTE format('CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name);
  END LOOP;
END $$;

-- The chain of an entry's revisions ----------------------------------------------------------------
-- jsonb orders keys, nulls are dropped (a column added later does not break old hashes), UTC fixes the time's text.
CREATE FUNCTION "revision_hash"(revision entry_revision, previous text) RETURNS text
  LANGUAGE sql STABLE SET timezone = 'UTC' AS $$
  SELECT encode(sha256(convert_to(previous || jsonb_strip_nulls(to_jsonb(revision) - 'hash' - 'prev_hash')::text, 'UTF8')), 'hex')
$$;

CREATE FUNCTION "chain_revision"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT "hash" INTO NEW."prev_hash" FROM "entry_revision"
    WHERE "ward_id" = NEW."ward_id" AND "entry_id" = NEW."entry_id" AND "version" = NEW."version" - 1;
  IF NOT FOUND THEN
    IF NEW."version" <> 1 THEN
      RAISE EXCEPTION 'revision % has no predecessor', NEW."version" USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    NEW."prev_hash" := '';
  END IF;
  NEW."hash" := revision_hash(NEW, NEW."prev_hash");
  RETURN NEW;
END $$;

CREATE TRIGGER "chain" BEFORE INSERT ON "entry_revision" FOR EACH ROW EXECUTE FUNCTION "chain_revision"();
