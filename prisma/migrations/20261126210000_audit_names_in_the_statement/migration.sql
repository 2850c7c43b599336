-- The program's statement looks the names up itself: within a function they were planned anew with every row.
DROP FUNCTION "audit_subject"(uuid, text, uuid);
