-- Events about somebody say who that was in the words of their time, and what was refused or changed.
ALTER TABLE "security_event" ADD COLUMN "account_name" TEXT, ADD COLUMN "actor_name" TEXT, ADD COLUMN "operation" TEXT,
  ADD COLUMN "code" TEXT, ADD COLUMN "roles_before" TEXT[], ADD COLUMN "roles_after" TEXT[],
  ADD COLUMN "count" INTEGER NOT NULL DEFAULT 1, ADD COLUMN "until" TIMESTAMPTZ(3);
CREATE INDEX "security_event_account_id_at_idx" ON "security_event" ("account_id", "at");

CREATE FUNCTION "name_security_event"() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  SELECT coalesce(NEW."login_id", a."login_id"), a."name" INTO NEW."login_id", NEW."account_name"
    FROM (VALUES (1)) AS one LEFT JOIN "account" a ON a."id" = NEW."account_id";
  NEW."actor_name" := (SELECT "name" FROM "account" WHERE "id" = NEW."actor_id");
  RETURN NEW;
END $$;
CREATE TRIGGER "name" BEFORE INSERT ON "security_event" FOR EACH ROW EXECUTE FUNCTION "name_security_event"();

-- What may come in floods is counted here between one row of the events and the next.
CREATE TABLE "security_count" (
    "account_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "ward_id" UUID,
    "kind" TEXT NOT NULL,
    "operation" TEXT,
    "code" TEXT,
    "address" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "written" INTEGER NOT NULL DEFAULT 1,
    "written_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "security_count_pkey" PRIMARY KEY ("account_id", "key")
);
