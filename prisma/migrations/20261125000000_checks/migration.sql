-- A check lets NULL pass, and the column of a list may hold one.
ALTER TABLE "membership" DROP CONSTRAINT "membership_roles_check";
ALTER TABLE "membership" ADD CONSTRAINT "membership_roles_check"
  CHECK ("roles" IS NOT NULL AND cardinality("roles") > 0 AND "roles" <@ ARRAY['drafter', 'approver', 'admin', 'viewer']);

ALTER TABLE "membership" ADD CONSTRAINT "membership_version_check" CHECK ("version" >= 1);
ALTER TABLE "department" ADD CONSTRAINT "department_version_check" CHECK ("version" >= 1);
ALTER TABLE "category_year" ADD CONSTRAINT "category_year_version_check" CHECK ("version" >= 1);
ALTER TABLE "workflow_event" ADD CONSTRAINT "workflow_event_version_check" CHECK ("version" >= 1);

ALTER TABLE "ward" ADD CONSTRAINT "ward_name_check" CHECK ("name" <> '');
ALTER TABLE "account" ADD CONSTRAINT "account_name_check" CHECK ("name" <> '');
ALTER TABLE "department" ADD CONSTRAINT "department_name_check" CHECK ("name" <> '');
ALTER TABLE "category_year" ADD CONSTRAINT "category_year_name_check" CHECK ("name" <> '');

ALTER TABLE "entry" ADD CONSTRAINT "entry_approved_amount_check"
  CHECK ("status" <> 'approved' OR "amount" IS NOT NULL);

ALTER TABLE "entry_revision" ADD CONSTRAINT "entry_revision_action_check"
  CHECK ("action" IN ('add', 'copy', 'recorded', 'edit', 'submit', 'pullBack', 'approve', 'return', 'withdraw', 'reopen'));
ALTER TABLE "workflow_event" ADD CONSTRAINT "workflow_event_action_check"
  CHECK ("action" IN ('submit', 'pullBack', 'approve', 'return', 'withdraw', 'reopen'));
ALTER TABLE "workflow_event" ADD CONSTRAINT "workflow_event_from_status_check"
  CHECK ("from_status" IN ('draft', 'in_review', 'returned', 'approved', 'withdrawn'));
ALTER TABLE "workflow_event" ADD CONSTRAINT "workflow_event_to_status_check"
  CHECK ("to_status" IN ('draft', 'in_review', 'returned', 'approved', 'withdrawn'));
