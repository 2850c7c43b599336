import { expect, it } from 'vitest';
import { approvalsText, decisionText } from '@/lib/text/entry/approvals';
import { entryFieldText, entryText, unsentReasonText } from '@/lib/text/entry/entry';
import { workflowState } from './workflow-state';

type State = Parameters<typeof workflowState>[0];
const said = ({ entry, ...more }: { entry?: Partial<State['entry']> } & Partial<Omit<State, 'entry'>>) =>
  workflowState({
    entry: { status: 'in_review', availableActions: [], isOwnWork: false, deciders: ['課長'], missing: [], ...entry },
    ...{ written: null, isDone: false, review: null, ...more },
  });

it.each<[string, Parameters<typeof said>[0], string]>([
  ['what a press brings', { entry: { availableActions: ['approve', 'return'] } }, decisionText.approve],
  [
    'that what is written stays',
    { entry: { availableActions: ['return'] }, written: 'return' },
    unsentReasonText.stays,
  ],
  [
    'who decides about one’s own',
    { entry: { availableActions: ['pullBack'], isOwnWork: true } },
    entryText.ownWork(['課長']),
  ],
  ['who decides, to its 課', { entry: { availableActions: ['pullBack'] } }, entryText.waitsFor(['課長'])],
  [
    'what a draft lacks',
    { entry: { status: 'draft', availableActions: ['submit'], missing: ['summary'] } },
    entryText.lacks([entryFieldText.summary]),
  ],
  [
    'who would decide about a draft that is whole',
    { entry: { status: 'draft', availableActions: ['submit'] } },
    entryText.waitsFor(['課長']),
  ],
  [
    'until when it is taken back',
    { entry: { status: 'approved', availableActions: ['takeBack'] } },
    decisionText.takeBack,
  ],
  ['that the queue is empty', { entry: { status: 'approved' }, review: { isOver: true } }, approvalsText.done],
  ['no such thing of a part of it', { entry: { status: 'approved' }, review: { isOver: false } }, entryText.noAction],
  ['that there is nothing to do', { entry: { status: 'approved' } }, entryText.noAction],
  ['nothing beside what was done', { entry: { status: 'returned' }, isDone: true }, ''],
])('says %s', (_, state, text) => {
  expect(said(state)).toBe(text);
});
