-- Until when somebody can sign in with the password that an administrator handed over. NULL: it was changed, or has no limit.
ALTER TABLE "account" ADD COLUMN "initial_password_until" TIMESTAMPTZ(3);
