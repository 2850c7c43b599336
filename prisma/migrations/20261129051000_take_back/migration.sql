-- Who took the newest decision takes it back, in the role of then, and the entry stands where it stood before.
ALTER TABLE "entry_step" DROP CONSTRAINT "entry_step_role_check", ADD CONSTRAINT "entry_step_role_check" CHECK ("actor_role" = CASE
  WHEN "action" IN ('add', 'edit', 'submit', 'pullBack', 'withdraw') THEN 'drafter'
  WHEN "action" IN ('approve', 'return') THEN 'approver'
  WHEN "action" IN ('reopen', 'withdrawApproved', 'correct', 'move', 'recordLastYear', 'allowFinding') THEN 'admin'
  WHEN "action" = 'takeBack' AND "actor_role" IN ('drafter', 'approver', 'admin') THEN "actor_role"
  WHEN "action" IN ('copy', 'recorded') AND "actor_id" IS NULL THEN 'import'
  WHEN "action" = 'copy' THEN 'admin'
  ELSE '' END);

CREATE OR REPLACE FUNCTION "chain_step"() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE last record;
BEGIN
  SELECT "hash", "at", "action", "before"->'status' AS status, "actor_id", "actor_role" INTO last FROM "entry_step"
    WHERE "ward_id" = NEW."ward_id" AND "entry_id" = NEW."entry_id" AND "sequence" = NEW."sequence" - 1;
  IF NOT FOUND AND NEW."sequence" <> 1 THEN
    RAISE EXCEPTION 'step % has no predecessor', NEW."sequence" USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW."action" = 'takeBack' AND (
      (NEW."actor_id", NEW."actor_role", NEW."after") IS DISTINCT FROM
        (last."actor_id", last."actor_role", jsonb_build_object('status', last.status))
      OR last."action" NOT IN ('approve', 'return', 'withdraw', 'reopen', 'withdrawApproved')) THEN
    RAISE EXCEPTION 'step % takes back no decision of its own actor', NEW."sequence" USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  NEW."at" := greatest(now(), last."at");
  NEW."is_carried" := false;
  NEW."hash" := step_hash(NEW, NULL, coalesce(last."hash", ''));
  RETURN NEW;
END $$;
