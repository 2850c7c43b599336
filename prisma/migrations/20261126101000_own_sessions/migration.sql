-- Whose browser a session is, so that its owner knows it again.
ALTER TABLE "session" ADD COLUMN "address" TEXT, ADD COLUMN "user_agent" TEXT;
