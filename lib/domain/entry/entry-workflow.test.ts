import { expect, it } from 'vitest';
import { decide, ENTRY_STATUSES, type EntryStatus, WORKFLOW_ACTIONS, type WorkflowAction } from './entry-workflow';

/** Reviewed by hand against product.md: where each action leads, from every status that it may be taken in. */
const LEADS: Record<WorkflowAction, Partial<Record<EntryStatus, EntryStatus>>> = {
  submit: { draft: 'in_review', returned: 'in_review' },
  pullBack: { in_review: 'draft' },
  approve: { in_review: 'approved' },
  return: { in_review: 'returned' },
  withdraw: { draft: 'withdrawn', returned: 'withdrawn' },
  reopen: { approved: 'draft' },
  withdrawApproved: { approved: 'withdrawn' },
  takeBack: {},
};

for (const action of WORKFLOW_ACTIONS) {
  it.each(ENTRY_STATUSES)(`${action} from %s`, (status) => {
    const to = LEADS[action][status];
    const entry = { status, version: 3, everApproved: status === 'approved' };
    const verdict = decide(action, entry, 3, 'because');
    if (!to) expect(verdict).toEqual({ ok: false, code: 'wrong_status' });
    else {
      const everApproved = entry.everApproved || to === 'approved';
      expect(verdict).toEqual({ ok: true, value: { status: to, version: 3, everApproved } });
    }
  });
}

it('takes a decision back to where the entry stood before it, and nothing else', () => {
  for (const from of ['draft', 'returned'] as const) {
    const newestDecision = { action: 'withdraw', actorId: 'me', from } as const;
    const entry = { status: 'withdrawn', version: 3, everApproved: false } as const;
    expect(decide('takeBack', { ...entry, newestDecision }, 3, null)).toMatchObject({
      value: { status: from, version: 3 },
    });
    expect(decide('takeBack', { ...entry, newestDecision: null }, 3, null)).toMatchObject({ code: 'wrong_status' });
  }
});

it.each(['return', 'reopen', 'withdrawApproved'] as const)('%s needs a reason', (action) => {
  const status = action === 'return' ? 'in_review' : 'approved';
  for (const reason of [null, '', ' 　', '\u2800\u200b']) {
    const verdict = decide(action, { status, version: 1, everApproved: false }, 1, reason);
    expect(verdict).toMatchObject({ ok: false, code: 'reason_required' });
  }
});

it('does not withdraw what was approved once', () => {
  expect(decide('withdraw', { status: 'draft', version: 5, everApproved: true }, 5, null)).toMatchObject({
    code: 'wrong_status',
  });
});

it.each(WORKFLOW_ACTIONS)('%s on another version is a conflict, whatever the status', (action) => {
  for (const status of ENTRY_STATUSES) {
    expect(decide(action, { status, version: 2, everApproved: false }, 1, 'because')).toMatchObject({
      code: 'conflict',
    });
  }
});
