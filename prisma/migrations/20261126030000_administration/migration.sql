-- What an administrator does to entries: an approved one is withdrawn or its texts are corrected, any is moved to another 課 or category.
ALTER TABLE "entry_revision" DROP CONSTRAINT "entry_revision_action_check";
ALTER TABLE "entry_revision" ADD CONSTRAINT "entry_revision_action_check"
  CHECK ("action" IN ('add', 'copy', 'recorded', 'edit', 'submit', 'pullBack', 'approve', 'return', 'withdraw', 'reopen',
    'withdrawApproved', 'correct', 'move'));
ALTER TABLE "workflow_event" DROP CONSTRAINT "workflow_event_action_check";
ALTER TABLE "workflow_event" ADD CONSTRAINT "workflow_event_action_check"
  CHECK ("action" IN ('submit', 'pullBack', 'approve', 'return', 'withdraw', 'reopen', 'withdrawApproved'));

-- Why a closed year was reopened the last time.
ALTER TABLE "fiscal_year" ADD COLUMN "reopened_reason" TEXT, ADD COLUMN "reopened_by" TEXT, ADD COLUMN "reopened_at" TIMESTAMPTZ(3);
