-- Who ended somebody's session; account_id is whose it was.
ALTER TABLE "security_event" ADD COLUMN "actor_id" UUID;
